//! One source, one target: sentences that are translated in several ways, and different
//! sentences that have one translation.
//!
//! Texts compare without case, white space and typography. Of several targets the first
//! stands, and the others are told. Left out: sources of one word, which mean different things.

use std::collections::BTreeMap;

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::Pair;
use super::survey::Survey;
use crate::model::RowNumber;
use crate::text::fold;

/// A text as it is compared.
fn folded(text: &str) -> String {
    let plain = fold::typography(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let joined = words.join(" ");
    fold::case(joined.trim_end_matches(['.', ':', ';', ','])).into_owned()
}

/// Whether a text is more than a word.
fn is_phrase(pair: &Pair<'_>) -> bool {
    /// Words, or characters of a script without spaces.
    const FEWEST: usize = 3;
    pair.source.words().count() >= FEWEST && pair.target.words().count() >= FEWEST
}

/// Rows whose `by` is the same and whose `what` is not.
fn drift(
    survey: &Survey<'_>,
    by: fn(&Pair<'_>) -> String,
    what: fn(&Pair<'_>) -> String,
    mut tell: impl FnMut(&Pair<'_>, &Pair<'_>),
) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for pair in survey.translated().filter(is_phrase) {
        let known = *first.entry(by(&pair)).or_insert(pair.row);
        let Some(other) = survey.pair(known) else { continue };
        if what(&other) != what(&pair) {
            tell(&pair, &other);
        }
    }
}

fn number(pair: &Pair<'_>) -> RowNumber {
    let counted = u32::try_from(pair.row + 1).unwrap_or(u32::MAX);
    pair.of.number.unwrap_or(RowNumber::new(counted))
}

/// A side as it is compared.
fn source(pair: &Pair<'_>) -> String {
    folded(pair.source.text)
}

/// The other one.
fn target(pair: &Pair<'_>) -> String {
    folded(pair.target.text)
}

/// One source, several targets.
pub(super) fn same_source(survey: &Survey<'_>, found: &mut Found) {
    drift(survey, source, target, |pair, other| {
        let cause = Cause::OtherTarget { row: number(other), target: other.target.text.to_owned() };
        found.tell(pair.row, pair.side(Side::Target), pair.whole(), cause);
    });
}

/// One target, several sources.
pub(super) fn same_target(survey: &Survey<'_>, found: &mut Found) {
    drift(survey, target, source, |pair, other| {
        let cause = Cause::OtherSource { row: number(other), source: other.source.text.to_owned() };
        found.tell(pair.row, pair.side(Side::Target), pair.whole(), cause);
    });
}
