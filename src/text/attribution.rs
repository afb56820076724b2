//! Attributions: who says a quotation.
//!
//! | form | example |
//! |---|---|
//! | verb and speaker behind | `« … », a déclaré Anna Vidal, ministre.` |
//! | speaker and verb behind | `“…,” Anna Vidal said.` |
//! | before, with a colon or comma | `Anna Vidal a déclaré : « … »`, `市长说：“…”` |
//! | on both sides | `市長は「…」と述べた` |
//!
//! The verbs are data (`said` in `assets/values/words/`). The attribution is the clause
//! with the verb in the quotation's sentence; the speaker is told only where that clause
//! has a name. Left out: speakers named in another sentence, turns of an interview (roles).

use std::ops::Range;

use super::quotation::{Ending, Quotation};
use super::recognise::lexicon::{Lexicon, What};
use super::scan::Scan;
use super::script;
use super::value::Value;
use crate::model::Lang;

/// A clause that says who says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The clause, in bytes.
    pub range: Range<usize>,
    /// The speaker's name in it, in bytes.
    pub speaker: Option<Range<usize>>,
}

/// A clause is no longer than this, in characters.
const LONGEST_CLAUSE: usize = 160;

/// The verb of a clause behind a quotation is among its first words: a title and a name may
/// stand before it.
const VERB_WITHIN_WORDS: usize = 12;

/// The attributions of the outer quotations of a paragraph, in order.
///
/// `names` are those of the same text ([`super::name::names`]).
#[must_use]
pub fn attributions(
    text: &str,
    quotations: &[Quotation],
    names: &[Value],
    lang: &Lang,
) -> Vec<Attribution> {
    let lexicon = Lexicon::of(lang);
    let outer: Vec<&Quotation> = quotations.iter().filter(|q| q.level == 0).collect();
    let mut found: Vec<Attribution> = Vec::new();
    for (place, quotation) in outer.iter().enumerate() {
        let next = outer.get(place + 1).map_or(text.len(), |next| next.range.start);
        let last = place.checked_sub(1).and_then(|p| outer.get(p)).map_or(0, |q| q.range.end);
        let last = found.last().map_or(last, |known| known.range.end.max(last));
        let behind = if quotation.ending == Ending::Closed {
            behind(text, quotation.range.end..next, lexicon)
        } else {
            None
        };
        let clause = behind.or_else(|| before(text, last..quotation.range.start, lexicon));
        let Some(range) = clause else { continue };
        if found.last().is_some_and(|known| known.range.end > range.start) {
            continue;
        }
        let speaker = speaker(text, names, &range, lexicon, lang);
        found.push(Attribution { range, speaker });
    }
    found
}

/// The speaker in a clause: the name before the verb, or else the first behind it.
///
/// Before the verb it is the first one; in Chinese, Japanese and Korean, where what
/// describes a name stands before it, the last.
fn speaker(
    text: &str,
    names: &[Value],
    clause: &Range<usize>,
    lexicon: &Lexicon,
    lang: &Lang,
) -> Option<Range<usize>> {
    let first = names.partition_point(|name| name.start < clause.start);
    let inside = names.get(first..)?.iter().take_while(|name| name.end <= clause.end);
    let verb = verb(text, clause.clone(), lexicon, usize::MAX).unwrap_or(clause.end);
    let (before, behind): (Vec<&Value>, Vec<&Value>) = inside.partition(|name| name.start < verb);
    let last = matches!(lang.base(), "zh" | "ja" | "ko");
    let before = if last { before.last() } else { before.first() };
    before.or_else(|| behind.first()).map(|name| name.start..name.end)
}

/// The clause behind a quotation, up to where the sentence ends or another quotation begins.
fn behind(text: &str, range: Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let rest = text.get(range.clone())?;
    let skipped =
        |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '—' | '–' | '-' | '.');
    let lead = rest.len() - rest.trim_start_matches(skipped).len();
    // A full stop outside the marks ends the sentence: nothing follows.
    let ended = rest.get(..lead).is_some_and(|lead| lead.contains('.'));
    let start = range.start + lead;
    let end = clause_end(text, start, range.end);
    let found = !ended && start < end && has_verb(text, start..end, lexicon, VERB_WITHIN_WORDS);
    found.then_some(start..end)
}

/// The clause before a quotation: from the start of its sentence, where it has a verb.
fn before(text: &str, range: Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let head = text.get(range.clone())?;
    let clause =
        head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，'));
    let led =
        head.len() > clause.len() && head.get(clause.len()..).is_some_and(|t| !t.trim().is_empty());
    let japanese = clause.ends_with(['は', 'も', 'が']);
    let end = range.start + clause.len();
    let start = clause_start(text, range.start, end);
    let found = start < end && (led || japanese) && has_verb(text, start..end, lexicon, usize::MAX);
    found.then_some(start..end)
}

/// Where the sentence that goes on at `start` ends: at a stop with a space behind it, at `most`.
fn clause_end(text: &str, start: usize, most: usize) -> usize {
    let clause = text.get(start..most).unwrap_or_default();
    let mut chars = clause.char_indices().take(LONGEST_CLAUSE).peekable();
    let mut word = 0;
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let spaced = chars.peek().is_none_or(|&(_, next)| next.is_whitespace());
        // The stop of an initial or of a short title ("Mr.") ends no sentence.
        let stops = match c {
            '.' => spaced && word > 3,
            '!' | '?' | ';' | ':' => spaced,
            '。' | '！' | '？' | '；' | '\n' | '؛' => true,
            _ => false,
        };
        if stops {
            return start + clause.get(..at).map_or(0, |t| t.trim_end().len());
        }
        word = if c.is_alphabetic() { word + 1 } else { 0 };
        end = at + c.len_utf8();
    }
    let passed = clause.get(..end).unwrap_or_default();
    let kept = passed.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '，' | '.' | '—' | '–' | '-' | ':')
    });
    start + kept.len()
}

/// Where the last sentence of a text begins.
fn clause_start(text: &str, from: usize, end: usize) -> usize {
    let clause = text.get(from..end).unwrap_or_default();
    let mut start = end;
    let mut spaced = false;
    for (at, c) in clause.char_indices().rev().take(LONGEST_CLAUSE) {
        if matches!(c, '。' | '！' | '？' | '\n')
            || (spaced && matches!(c, '.' | '!' | '?' | ';' | '»' | '”'))
        {
            break;
        }
        spaced = c.is_whitespace();
        if !spaced {
            start = from + at;
        }
    }
    start
}

/// Whether one of the first words of a clause says that somebody says something.
fn has_verb(text: &str, clause: Range<usize>, lexicon: &Lexicon, most: usize) -> bool {
    verb(text, clause, lexicon, most).is_some()
}

/// Where the verb of a clause begins, among its first words.
fn verb(text: &str, clause: Range<usize>, lexicon: &Lexicon, most: usize) -> Option<usize> {
    let mut scan = Scan::new(text, clause.start);
    let mut words = 0;
    while scan.at() < clause.end && words < most {
        let Some(first) = scan.peek() else { break };
        if first.is_alphabetic() {
            if lexicon.eat(scan, What::Said).is_some_and(|after| after.at() <= clause.end) {
                return Some(scan.at());
            }
            words += usize::from(!script::is_unspaced(first));
            if script::is_unspaced(first) {
                scan.skip(1);
            } else {
                scan.eat_word();
            }
        } else {
            scan.bump();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::name::names;
    use super::super::quotation::quotations;
    use super::*;

    /// Cases: language, text, `->`, clauses parted by `|`, each with its speaker in brackets.
    const CASES: &str = include_str!("../../tests/data/values/attributions.txt");

    #[test]
    fn attributions_and_speakers_are_found() {
        let mut wrong = Vec::new();
        for line in CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (lang, rest) = line.split_once(' ').expect(line);
            let lang = lang.parse().expect(lang);
            let (text, expected) = rest.split_once(" -> ").expect(line);
            let found = attributions(text, &quotations(&[text], &lang), &names(text, &lang), &lang);
            let shown = |found: &Attribution| {
                let speaker = found.speaker.clone().and_then(|s| text.get(s)).unwrap_or("?");
                format!("{} [{speaker}]", text.get(found.range.clone()).expect("inside"))
            };
            let found: Vec<_> = found.iter().map(shown).collect();
            let found = if found.is_empty() { "none".to_owned() } else { found.join(" | ") };
            if found != expected {
                wrong.push(format!("{text}\n   {expected}\n   {found}"));
            }
        }
        assert!(wrong.is_empty(), "text, expected, found:\n{}", wrong.join("\n"));
    }
}
