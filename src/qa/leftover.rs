//! Words that are not translated: a run of the source's words in the target, or a target in
//! another language as a whole.
//!
//! A run is told where it holds one of the commonest words of the source's language that the
//! target's has not, in small letters: names, products and code are kept on purpose. Words in
//! quotation marks and brackets are quoted rather than left. Left out: single words.

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, SideText};
use crate::text::lang::Evidence;
use crate::text::script::{self, Script};
use crate::text::segment::is_common_word;
use crate::text::token::{Token, TokenKind};

/// A run of this many words is no accident.
const FEWEST_WORDS: usize = 3;

/// So many letters of another script side by side are a word that was left.
const FEWEST_LETTERS: usize = 3;

/// A target of fewer letters is not judged: a headline of capitals and names may look like
/// any language …
const FEWEST_JUDGED: usize = 80;
/// … but the source's language is believed from here on.
const FEWEST_OF_SOURCE: usize = 30;

/// Words left in the source's language.
pub(super) fn words(row: &Pair<'_>, found: &mut Found) {
    if row.source.lang.same_base(row.target.lang)
        || row.source.text.trim() == row.target.text.trim()
    {
        return;
    }
    let (from, to) = (script::of_text(row.source.text), script::of_text(row.target.text));
    let runs = if is_own(from) && from != to && !(is_han(from) && is_han(to)) {
        of_script(row.target, from)
    } else {
        shared(row)
    };
    for range in runs {
        let words = row.target.at(&range).to_owned();
        found.tell(row.row, row.side(Side::Target), range, Cause::LeftOver { words });
    }
}

/// A script that texts in others have no names and products in.
const fn is_own(script: Script) -> bool {
    !matches!(script, Script::Latin | Script::Common | Script::Other)
}

const fn is_han(script: Script) -> bool {
    matches!(script, Script::Han | Script::Kana)
}

/// Words of a script in a text, outside of quotations and brackets.
fn of_script(text: &SideText<'_>, wanted: Script) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.text.char_indices() {
        let fits = script::of(c) == wanted || (is_han(wanted) && is_han(script::of(c)));
        if !fits || is_set_apart(text, at) {
            continue;
        }
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(last) if text.text.get(last.end..at).is_some_and(|gap| gap.trim().is_empty()) => {
                last.end = end;
            }
            _ => runs.push(at..end),
        }
    }
    let least = if is_han(wanted) { 2 } else { FEWEST_LETTERS };
    runs.retain(|run| text.at(run).chars().filter(|c| c.is_alphabetic()).count() >= least);
    runs
}

/// Whether a place is quoted or in brackets.
fn is_set_apart(text: &SideText<'_>, at: usize) -> bool {
    let quoted = text.quotations.iter().any(|q| q.range.contains(&at));
    let before = text.text.get(..at).unwrap_or_default();
    let depth = |open: &[char], close: &[char]| {
        before.matches(open).count() > before.matches(close).count()
    };
    quoted || depth(&['(', '（', '['], &[')', '）', ']'])
}

/// Runs of words that both sides have.
fn shared(row: &Pair<'_>) -> Vec<std::ops::Range<usize>> {
    let source: Vec<&Token<'_>> = row.source.words().collect();
    let target: Vec<&Token<'_>> = row.target.words().collect();
    let mut runs = Vec::new();
    let mut place = 0;
    while place < target.len() {
        let longest = (0..source.len())
            .map(|from| {
                let pairs = source.iter().skip(from).zip(target.iter().skip(place));
                pairs.take_while(|(a, b)| a.text == b.text).count()
            })
            .max()
            .unwrap_or(0);
        let run = target.get(place..place + longest).unwrap_or_default();
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && longest >= FEWEST_WORDS
            && is_left(row, run)
        {
            runs.push(first.start..last.start + last.text.len());
        }
        place += longest.max(1);
    }
    runs
}

/// Whether a run is of the source's language and of no other.
fn is_left(row: &Pair<'_>, run: &[&Token<'_>]) -> bool {
    let apart = run.first().is_some_and(|word| is_set_apart(row.target, word.start));
    let small = |word: &&&Token<'_>| {
        word.kind == TokenKind::Word && word.text.starts_with(char::is_lowercase)
    };
    let own = run.iter().filter(small).filter(|word| {
        let of = |lang| is_common_word(word.text, lang) == Some(true);
        of(row.source.lang) && !of(row.target.lang)
    });
    // Names and titles of another script stay as they are, with their particles.
    let fewest = if script::of_text(row.target.text) == Script::Latin { 1 } else { 2 };
    !apart && own.count() >= fewest
}

/// A target in another language.
pub(super) fn language(row: &Pair<'_>, found: &mut Found) {
    let text = row.target.text;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < FEWEST_OF_SOURCE || row.source.text.trim() == text.trim() {
        return;
    }
    let evidence = Evidence::of(text);
    let Some(other) = evidence.certain() else { return };
    if letters < FEWEST_JUDGED && !other.same_base(row.source.lang) {
        return;
    }
    let near = crate::text::lang::are_near(other, row.target.lang);
    if !other.same_base(row.target.lang) && !near && evidence.speaks_against(row.target.lang) {
        let cause = Cause::Language { found: other.clone(), wanted: row.target.lang.clone() };
        found.tell(row.row, row.side(Side::Target), row.whole(), cause);
    }
}
