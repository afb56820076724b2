//! Spaces by the rules of the language.
//!
//! | language | rule |
//! |---|---|
//! | all | none before `, . ; : ! ?`; one behind; none doubled; none at the ends |
//! | French | one before `: ; ? ! »` and behind `«`, which does not break |
//! | French of Canada | the same for `: « »` alone |
//! | Chinese, Japanese | none beside their own marks |
//!
//! A missing French space is told with its fix; that it may break is a check of its own,
//! off at first. After the *Lexique des règles typographiques en usage à l'Imprimerie
//! nationale*: a narrow space before `; ? !`, a full one before `:` and inside « ». Swiss
//! French is left out: its houses differ. Addresses and code are passed.

use super::cause::{Cause, Gap};
use super::finding::{Found, Side};
use super::reading::Pair;
use crate::text::script;

/// Does not break.
const NO_BREAK: &str = "\u{A0}";
/// Does not break, and is narrow.
const NARROW: &str = "\u{202F}";

/// The text with what the rules need.
struct Marks<'a> {
    text: &'a str,
    /// Places of addresses, codes, times and numbers: nothing is told in them.
    passed: Vec<std::ops::Range<usize>>,
}

/// A mark and what stands beside it.
#[derive(Clone, Copy)]
struct Placed {
    at: usize,
    mark: char,
    before: Option<char>,
    after: Option<char>,
}

impl<'a> Marks<'a> {
    fn of(row: &Pair<'a>) -> Self {
        let mut passed: Vec<_> =
            row.target.values.iter().map(|value| value.start..value.end).collect();
        let code = row.target.words().filter(|word| word.text.contains(['/', '@', '.', ':', '_']));
        passed.extend(code.map(|word| word.start..word.start + word.text.len()));
        Self { text: row.target.text, passed }
    }

    fn each(&self) -> impl Iterator<Item = Placed> {
        let mut before = None;
        let marks = self.text.char_indices().map(move |(at, mark)| {
            let after = self.text.get(at + mark.len_utf8()..).and_then(|t| t.chars().next());
            let this = Placed { at, mark, before, after };
            before = Some(mark);
            this
        });
        marks.filter(|mark| {
            !self.passed.iter().any(|range| range.contains(&mark.at) && mark.at + 1 != range.end)
        })
    }
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\t')
}

/// The space that French sets before a mark; `None` where it sets none.
fn french(row: &Pair<'_>, mark: char) -> Option<&'static str> {
    match (row.target.lang.as_str(), mark) {
        ("fr-CH", _) => None,
        (_, ':' | '»') => Some(NO_BREAK),
        ("fr-CA", _) => None,
        (_, ';' | '?' | '!') => Some(NARROW),
        _ => None,
    }
}

/// Spaces that are missing or too much.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let is_french = row.target.lang.base() == "fr";
    let marks = Marks::of(row);
    for mark in marks.each() {
        if is_french {
            french_mark(row, mark, found);
        }
        let french_space = is_french && matches!(mark.mark, ':' | ';' | '?' | '!');
        if !french_space {
            before_mark(row, mark, found);
        }
        behind_mark(row, mark, found);
    }
    several(row, found);
    at_ends(row, found);
}

/// `oui!`, `«oui»`.
fn french_mark(row: &Pair<'_>, mark: Placed, found: &mut Found) {
    let Placed { at, mark, before, after } = mark;
    let end = at + mark.len_utf8();
    let worded = |c: Option<char>| {
        c.is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, ')' | '»' | '.' | '%' | '€' | '…' | '”' | '’')
        })
    };
    if let Some(space) = french(row, mark)
        && worded(before)
        // `10:30`, `c:d`: no mark of a sentence.
        && (mark != ':' || !after.is_some_and(char::is_alphanumeric))
    {
        let cause = Cause::Space { gap: Gap::MissingBefore, mark: Some(mark) };
        found.tell(row.row, row.side(Side::Target), at..end, cause).mended(
            row.target.text,
            at..at,
            space,
        );
    }
    if mark == '«'
        && row.target.lang.as_str() != "fr-CH"
        && after.is_some_and(|c| !c.is_whitespace())
    {
        let cause = Cause::Space { gap: Gap::MissingAfter, mark: Some(mark) };
        found.tell(row.row, row.side(Side::Target), at..end, cause).mended(
            row.target.text,
            end..end,
            NO_BREAK,
        );
    }
}

/// `yes ,` in any language.
fn before_mark(row: &Pair<'_>, mark: Placed, found: &mut Found) {
    let Placed { at, mark, before, after } = mark;
    let Some(space) = before.filter(|c| is_blank(*c)) else { return };
    let closes = matches!(
        mark,
        ',' | ';' | ':' | '!' | '?' | '.' | '。' | '，' | '、' | '؟' | '،' | '؛' | ')' | ']'
    );
    // ` .5`, ` ...`, ` :)`, ` .NET` are words of their own.
    let word =
        after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '"' | '”' | '»' | '“' | ')'));
    let start = at - space.len_utf8();
    if closes && !word && start > 0 && !row.source.is_blank_before(mark) {
        let cause = Cause::Space { gap: Gap::Before, mark: Some(mark) };
        found.tell(row.row, row.side(Side::Target), start..at, cause).mended(
            row.target.text,
            start..at,
            "",
        );
    }
}

/// `yes,no`: letters on both sides of a mark that parts words.
fn behind_mark(row: &Pair<'_>, mark: Placed, found: &mut Found) {
    let Placed { at, mark, before, after } = mark;
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !script::is_unspaced(c));
    let parts = matches!(mark, ',' | ';' | '!' | '?' | '،' | '؛' | '؟');
    if parts && letter(before) && letter(after) {
        let end = at + mark.len_utf8();
        let cause = Cause::Space { gap: Gap::MissingAfter, mark: Some(mark) };
        found.tell(row.row, row.side(Side::Target), at..end, cause).mended(
            row.target.text,
            end..end,
            " ",
        );
    }
}

/// Two spaces between words.
fn several(row: &Pair<'_>, found: &mut Found) {
    let text = row.target.text;
    let trimmed = text.trim();
    let head = text.len() - text.trim_start().len();
    if row.source.text.trim().contains("  ") {
        return;
    }
    let mut place = head;
    while let Some(at) = text.get(place..head + trimmed.len()).and_then(|rest| rest.find("  ")) {
        let start = place + at;
        let length =
            text.get(start..).map_or(2, |rest| rest.len() - rest.trim_start_matches(' ').len());
        let cause = Cause::Space { gap: Gap::Several, mark: None };
        found.tell(row.row, row.side(Side::Target), start..start + length, cause).mended(
            text,
            start..start + length,
            " ",
        );
        place = start + length;
    }
}

/// A space at an end that the source has not.
fn at_ends(row: &Pair<'_>, found: &mut Found) {
    let text = row.target.text;
    let (head, tail) = (text.len() - text.trim_start().len(), text.trim_end().len());
    for (range, in_source) in [
        (0..head, row.source.text.starts_with(char::is_whitespace)),
        (tail..text.len(), row.source.text.ends_with(char::is_whitespace)),
    ] {
        if !range.is_empty() && !in_source {
            let cause = Cause::Space { gap: Gap::AtEnd, mark: None };
            found
                .tell(row.row, row.side(Side::Target), range.clone(), cause)
                .mended(text, range, "");
        }
    }
}

/// French spaces that may break.
pub(super) fn breaking(row: &Pair<'_>, found: &mut Found) {
    if row.target.lang.base() != "fr" {
        return;
    }
    for mark in Marks::of(row).each() {
        let Placed { at, mark, before, after } = mark;
        let end = at + mark.len_utf8();
        let cause = Cause::Space { gap: Gap::Breaking, mark: Some(mark) };
        if before == Some(' ')
            && let Some(space) = french(row, mark)
        {
            found.tell(row.row, row.side(Side::Target), at - 1..at, cause.clone()).mended(
                row.target.text,
                at - 1..at,
                space,
            );
        }
        if mark == '«' && after == Some(' ') {
            found.tell(row.row, row.side(Side::Target), end..end + 1, cause).mended(
                row.target.text,
                end..end + 1,
                NO_BREAK,
            );
        }
    }
}
