//! Numbers, dates, times, document numbers and addresses: each must be on both sides.
//!
//! A figure that is nowhere in the target is told, with the figure that stands there instead
//! where one of its kind has no counterpart either. A number in words that is nowhere is told
//! only where such a figure is: a translation may count in other words ("the two" for "both").

use super::cause::{Cause, Kind};
use super::finding::{Found, Severity, Side};
use super::pairing::{Standing, pair};
use super::reading::{Pair, SideText};
use super::words;
use crate::text::value::{Value, ValueKind};

/// Numbers.
pub(super) fn numbers(row: &Pair<'_>, found: &mut Found) {
    check(row, Kind::Number, found);
}

/// Dates.
pub(super) fn dates(row: &Pair<'_>, found: &mut Found) {
    check(row, Kind::Date, found);
}

/// Times of day.
pub(super) fn times(row: &Pair<'_>, found: &mut Found) {
    check(row, Kind::Time, found);
}

/// Numbers of documents.
pub(super) fn document_numbers(row: &Pair<'_>, found: &mut Found) {
    check(row, Kind::DocumentNumber, found);
}

/// Web and mail addresses, telephone numbers.
pub(super) fn addresses(row: &Pair<'_>, found: &mut Found) {
    check(row, Kind::Address, found);
}

/// The kind that a value is checked as.
pub(super) const fn kind(value: &Value) -> Option<Kind> {
    Some(match value.kind {
        ValueKind::Number | ValueKind::Ordinal | ValueKind::Money => Kind::Number,
        ValueKind::Date => Kind::Date,
        ValueKind::Time => Kind::Time,
        ValueKind::DocumentNumber => Kind::DocumentNumber,
        ValueKind::Email | ValueKind::Url | ValueKind::Phone => Kind::Address,
        ValueKind::Acronym => Kind::Acronym,
        ValueKind::Name | ValueKind::Range => return None,
    })
}

/// Tells what is on one side alone.
fn check(row: &Pair<'_>, wanted: Kind, found: &mut Found) {
    let (source, target) = (row.source, row.target);
    let paired = pair(source, target);
    let mut missing = lost(source, &paired.source, wanted);
    let mut added = lost(target, &paired.target, wanted);
    while let Some(&s) = missing.first()
        && let Some(other) = counterpart(row, s, &missing, &added)
    {
        missing.remove(0);
        added.retain(|value| value.start != other.start);
        let (from, to) = (source.at(&(s.start..s.end)), target.at(&(other.start..other.end)));
        let cause = Cause::Differs { kind: wanted, source: from.to_owned(), target: to.to_owned() };
        found.tell(row.row, row.side(Side::Target), other.start..other.end, cause);
    }
    let told = |text: &SideText<'_>, value: &Value| {
        is_in_figures(text, value) && !is_of_name(row, text, value)
    };
    for value in missing.into_iter().filter(|value| told(source, value)) {
        let range = value.start..value.end;
        let cause = Cause::Missing { kind: wanted, source: source.at(&range).to_owned() };
        found.tell(row.row, row.side(Side::Source), range, cause);
    }
    for value in added.into_iter().filter(|value| told(target, value)) {
        let range = value.start..value.end;
        let cause = Cause::Added { kind: wanted, target: target.at(&range).to_owned() };
        found.tell(row.row, row.side(Side::Target), range, cause).at_most(Severity::Warning);
    }
}

/// The values of a kind that are on this side alone.
fn lost<'a>(text: &'a SideText<'_>, standings: &[Standing], wanted: Kind) -> Vec<&'a Value> {
    let all = text.values.iter().zip(standings);
    all.filter(|(value, standing)| **standing == Standing::Lost && kind(value) == Some(wanted))
        .map(|(value, _)| value)
        .collect()
}

/// What stands in the target instead of a value of the source: of several, the one in order.
fn counterpart<'a>(
    row: &Pair<'_>,
    value: &Value,
    missing: &[&Value],
    added: &[&'a Value],
) -> Option<&'a Value> {
    let figures = |value: &Value| is_in_figures(row.target, value);
    let in_figures = is_in_figures(row.source, value);
    let alone = missing.len() == 1 && added.len() == 1;
    let months = |other: &Value| value.kind == ValueKind::Date && other.kind == ValueKind::Date;
    added.iter().copied().find(|other| in_figures || (alone && (figures(other) || months(other))))
}

/// Whether a number belongs to a name that the release has in another row too (`Apollo 11`):
/// there a name may be repeated, or "it" may stand for it.
fn is_of_name(row: &Pair<'_>, text: &SideText<'_>, value: &Value) -> bool {
    let Some(name) = numbered_name(text, value) else { return false };
    let of_source = std::ptr::eq(text, row.source);
    row.survey.translated().filter(|pair| pair.row != row.row).any(|pair| {
        let same = if of_source { pair.source } else { pair.target };
        same.text.contains(&name)
    })
}

/// A number with the capitalised word before it.
fn numbered_name(text: &SideText<'_>, value: &Value) -> Option<String> {
    let before = text.text.get(..value.start)?;
    let word = before.strip_suffix(' ').or_else(|| before.strip_suffix('\u{A0}'))?;
    let start =
        word.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/')).map_or(0, |at| {
            at + word.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)
        });
    let named = word.get(start..)?.starts_with(char::is_uppercase);
    if named { text.text.get(start..value.end).map(str::to_owned) } else { None }
}

/// Whether a value stands in figures.
fn is_in_figures(text: &SideText<'_>, value: &Value) -> bool {
    let kept = matches!(value.kind, ValueKind::Email | ValueKind::Url);
    kept || text.at(&(value.start..value.end)).chars().any(|c| words::digit(c).is_some())
}
