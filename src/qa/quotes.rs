//! Quotations stay quotations; marks and brackets close; marks are the language's own.
//!
//! A row is a sentence, and a quotation may run over several: a mark that stands alone is
//! wrong only where the source's sentence has none alone. Titles in 《》 count as quotations.
//! The language's marks are those of its newspapers; a straight mark is nobody's fault.

use std::ops::Range;

use super::cause::Cause;
use super::finding::{Found, Severity, Side};
use super::reading::{Pair, SideText};
use crate::text::quotation::{Ending, Quotation};
use crate::text::script;

/// Double marks; single ones are apostrophes as often.
const DOUBLE: &[char] = &['"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '＂'];

/// Brackets that come in pairs.
const BRACKETS: &[(char, char)] =
    &[('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('［', '］'), ('【', '】'), ('《', '》')];

/// The marks of quotations by language: the first pair is that of an outer one, the others
/// may stand too (inner ones, and those of other houses).
const MARKS: &[(&str, &[(char, char)])] = &[
    ("ar", &[('«', '»'), ('“', '”'), ('”', '“')]),
    ("de", &[('„', '“'), ('»', '«'), ('‚', '‘'), ('›', '‹')]),
    ("en", &[('“', '”'), ('‘', '’')]),
    ("es", &[('«', '»'), ('“', '”'), ('‘', '’')]),
    ("fr", &[('«', '»'), ('“', '”'), ('‹', '›')]),
    ("it", &[('«', '»'), ('“', '”'), ('‘', '’')]),
    ("ja", &[('「', '」'), ('『', '』'), ('“', '”')]),
    ("pl", &[('„', '”'), ('«', '»'), ('»', '«'), ('‚', '’')]),
    ("pt", &[('«', '»'), ('“', '”'), ('‘', '’')]),
    ("ru", &[('«', '»'), ('„', '“')]),
    ("uk", &[('«', '»'), ('„', '“'), ('“', '”')]),
    ("zh", &[('“', '”'), ('「', '」'), ('『', '』'), ('‘', '’')]),
];

/// The marks of a text that stand alone, in order, and its whole quotations.
fn alone(text: &SideText<'_>) -> (Vec<(usize, char, bool)>, usize) {
    let closed = |q: &&Quotation| q.ending == Ending::Closed;
    let mut taken: Vec<usize> = Vec::new();
    for quotation in text.quotations.iter().filter(closed) {
        taken.push(quotation.range.start);
        taken.extend(last_char(text.text, &quotation.range));
    }
    let opens = |at: usize| text.quotations.iter().any(|q| q.range.start == at);
    let marks =
        text.text.char_indices().filter(|(at, c)| DOUBLE.contains(c) && !taken.contains(at));
    let marks: Vec<_> = marks
        .filter(|(at, _)| !is_inch(text.text, *at))
        .map(|(at, c)| (at, c, opens(at)))
        .collect();
    let outer = text.quotations.iter().filter(closed).filter(|q| q.level == 0);
    (marks, outer.count())
}

/// Where the last character of a place begins.
fn last_char(text: &str, range: &Range<usize>) -> Option<usize> {
    let last = text.get(range.clone())?.chars().next_back()?;
    Some(range.end - last.len_utf8())
}

/// Whether a straight mark stands behind a figure: inches, seconds.
fn is_inch(text: &str, at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text.get(at..).is_some_and(|t| t.starts_with('"'))
        && text.get(..at).is_some_and(|t| t.ends_with(digit))
        && text.matches('"').count() == 1
}

/// Quotations that are lost or do not close.
pub(super) fn quotations(row: &Pair<'_>, found: &mut Found) {
    let (source, of_source) = alone(row.source);
    let (target, of_target) = alone(row.target);
    if target.len() > source.len() {
        let unlike = target.iter().find(|(_, _, opens)| {
            let count =
                |marks: &[(usize, char, bool)]| marks.iter().filter(|m| m.2 == *opens).count();
            count(&target) > count(&source)
        });
        if let Some(&(at, mark, opens)) = unlike {
            let cause = if opens { Cause::Unclosed { mark } } else { Cause::Unopened { mark } };
            found.tell(row.row, row.side(Side::Target), at..at + mark.len_utf8(), cause);
        }
        return;
    }
    let titles = row.target.text.matches('《').count();
    if let Some(&(at, mark, _)) =
        source.first().filter(|_| target.is_empty() && of_target <= of_source)
    {
        let cause = Cause::QuotationLost { quoted: around(row.source.text, at) };
        found.tell(row.row, row.side(Side::Source), at..at + mark.len_utf8(), cause);
        return;
    }
    let lost = of_source.saturating_sub(of_target + titles + target.len() / 2);
    if lost > 0
        && let Some(quotation) =
            row.source.quotations.iter().find(|q| q.level == 0 && is_speech(row.source, q))
    {
        let quoted = row.source.at(&quotation.inner).to_owned();
        found
            .tell(
                row.row,
                row.side(Side::Source),
                quotation.range.clone(),
                Cause::QuotationLost { quoted },
            )
            .at_most(Severity::Warning);
    }
}

/// Whether a quotation is somebody's words rather than a term or a title, whose marks are a
/// matter of the house.
fn is_speech(text: &SideText<'_>, quotation: &Quotation) -> bool {
    /// Words, or characters of a script without spaces, that a term has at most.
    const LONGEST_TERM: usize = 4;
    let inner = &quotation.inner;
    let words = text.words().filter(|word| inner.contains(&word.start));
    let dense = text.at(inner).chars().any(script::is_unspaced);
    words.count() > if dense { LONGEST_TERM * 2 } else { LONGEST_TERM }
}

/// What the outer quotations of a text hold, in bytes.
pub(super) fn outer(text: &SideText<'_>) -> Vec<Range<usize>> {
    text.quotations.iter().filter(|q| q.level == 0).map(|q| q.inner.clone()).collect()
}

/// A mark with the words behind it.
fn around(text: &str, at: usize) -> String {
    /// Characters shown.
    const SHOWN: usize = 40;
    text.get(at..)
        .unwrap_or_default()
        .chars()
        .skip(1)
        .take(SHOWN)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Marks of another language, with the language's own as the fix.
pub(super) fn marks(row: &Pair<'_>, found: &mut Found) {
    let text = row.target;
    let Some((_, own)) = MARKS.iter().find(|(lang, _)| *lang == text.lang.base()) else { return };
    for quotation in text.quotations.iter().filter(|q| q.ending == Ending::Closed) {
        let quoted = text.at(&quotation.range);
        let (Some(open), Some(close)) = (quoted.chars().next(), quoted.chars().next_back()) else {
            continue;
        };
        let straight = |c: char| matches!(c, '"' | '\'' | '＂' | '`' | '’');
        if own.contains(&(open, close)) || straight(open) || straight(close) {
            continue;
        }
        let Some(&wanted) = own.get(quotation.level.min(1)).or_else(|| own.first()) else {
            continue;
        };
        let inner = text.at(&quotation.inner);
        let space = if text.lang.base() == "fr" && wanted.0 == '«' { "\u{A0}" } else { "" };
        let mended = format!("{}{space}{inner}{space}{}", wanted.0, wanted.1);
        let cause = Cause::Marks { found: (open, close), wanted };
        found.tell(row.row, row.side(Side::Target), quotation.range.clone(), cause).mended(
            text.text,
            quotation.range.clone(),
            &mended,
        );
    }
}

/// Brackets that do not close, where those of the source do.
pub(super) fn brackets(row: &Pair<'_>, found: &mut Found) {
    let source = unpaired(row.source.text);
    for (at, mark, opens) in unpaired(row.target.text) {
        let same = source.iter().any(|(_, other, _)| unified(*other) == unified(mark));
        if same || is_numbering(row.target.text, at, mark) {
            continue;
        }
        let cause = if opens { Cause::Unclosed { mark } } else { Cause::Unopened { mark } };
        found.tell(row.row, row.side(Side::Target), at..at + mark.len_utf8(), cause);
    }
}

/// A bracket of full width as the plain one.
const fn unified(mark: char) -> char {
    match mark {
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        _ => mark,
    }
}

/// Brackets without the other half: place, mark, whether it opens.
fn unpaired(text: &str) -> Vec<(usize, char, bool)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut alone = Vec::new();
    for (at, c) in text.char_indices() {
        if BRACKETS.iter().any(|(first, _)| *first == c) {
            open.push((at, c));
        } else if let Some((first, _)) = BRACKETS.iter().find(|(_, last)| *last == c) {
            match open.iter().rposition(|(_, mark)| unified(*mark) == unified(*first)) {
                Some(place) => {
                    open.remove(place);
                }
                None => alone.push((at, c, false)),
            }
        }
    }
    alone.extend(open.into_iter().map(|(at, c)| (at, c, true)));
    alone.sort_by_key(|(at, ..)| *at);
    alone
}

/// `a)`, `1)` at the head of a text or of an item in it; `:)` and its like.
fn is_numbering(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let item = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let short = !item.is_empty() && item.chars().count() <= 2;
    mark == ')'
        && short
        && (item.chars().all(char::is_alphanumeric) || item.ends_with([':', ';', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_pair_whatever_their_width() {
        assert!(unpaired("a (b [c] d) （e)").is_empty());
        assert_eq!(unpaired("a (b"), [(2, '(', true)]);
        assert_eq!(unpaired("a) b"), [(1, ')', false)]);
        assert!(is_numbering("a) b", 1, ')'));
        assert!(!is_numbering("the end) b", 7, ')'));
    }
}
