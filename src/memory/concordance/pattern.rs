//! A question, and what is found of it in one text.
//!
//! A *term* is what has to stand together: a word, or words with marks between them such
//! as `l'ONU`, or a whole phrase. Between the words of a term any marks and spaces may
//! stand, so that it matters not which apostrophe or space was typed. A hit always
//! stands on whole characters of the text.

use std::fmt::Write;
use std::ops::Range;

use regex::Regex;

use super::words::{SEPARATOR, is_whole, words};
use crate::text::expression;
use crate::text::folded::Folding;

/// How words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Mode {
    /// All of them, in any order.
    #[default]
    Words,
    /// As they follow one another.
    Phrase,
    /// A regular expression.
    Regex,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Question {
    /// In the sources; may be empty.
    pub source: String,
    /// In the targets; may be empty. Where both are given both must be found.
    pub target: String,
    /// How.
    pub mode: Mode,
    /// Whole words only; a part of a word is enough otherwise.
    pub whole_words: bool,
    /// Capitals and small letters differ.
    pub match_case: bool,
    /// Letters with and without accents differ.
    pub match_accents: bool,
}

/// A question ready to be looked for.
#[derive(Debug, Clone)]
pub struct Patterns {
    /// What the source has to have.
    pub source: Option<Pattern>,
    /// What the target has to have.
    pub target: Option<Pattern>,
}

/// Why a question cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// There is nothing to look for.
    #[error("there is nothing to look for: type a word")]
    Empty,
    /// An expression that does not parse or is too large.
    #[error("{why}")]
    Expression {
        /// Why, in a sentence.
        why: String,
    },
}

/// What one side has to have.
#[derive(Debug, Clone)]
pub struct Pattern {
    folding: Folding,
    terms: Vec<Term>,
    /// The terms one after the other, where there are several.
    phrase: Option<Term>,
}

/// What has to stand together.
#[derive(Debug, Clone)]
struct Term {
    regex: Regex,
    /// Whether a hit ends where words do.
    is_whole: bool,
    /// Whether a hit that is refused may hide one that begins inside it.
    is_literal: bool,
    needles: Vec<Needle>,
}

/// A word that a text of a hit has, without case and accents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// Its letters.
    pub text: String,
    /// Where in a word of the text.
    pub part: Part,
}

/// Where in a word letters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// They are the word.
    Whole,
    /// The word begins so.
    Start,
    /// The word ends so.
    End,
    /// They stand somewhere in it.
    Inside,
}

/// What is found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Where, in bytes; rising, none touches another.
    pub ranges: Vec<Range<usize>>,
    /// Whether all terms stand there as they were typed.
    pub is_phrase: bool,
}

/// Texts are the same but for case and accents.
pub const FOLDED: Folding = Folding { case: true, accents: true };

impl Question {
    /// Compiles the question.
    ///
    /// # Errors
    /// There is nothing to look for, or an expression does not parse.
    pub fn compile(&self) -> Result<Patterns, QuestionError> {
        let patterns =
            Patterns { source: self.pattern(&self.source)?, target: self.pattern(&self.target)? };
        if patterns.source.is_none() && patterns.target.is_none() {
            return Err(QuestionError::Empty);
        }
        Ok(patterns)
    }

    fn pattern(&self, text: &str) -> Result<Option<Pattern>, QuestionError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        // In an expression a capital may have a meaning of its own (\S is not \s), so case
        // is left to it.
        let case = !self.match_case && self.mode != Mode::Regex;
        let folding = Folding { case, accents: !self.match_accents };
        let term = |text: &str| self.term(text, folding);
        let phrase = || term(text);
        let (terms, phrase) = match self.mode {
            Mode::Words => {
                let terms = text.split_whitespace().map(term).collect::<Result<Vec<_>, _>>()?;
                let phrase = if terms.len() > 1 { Some(phrase()?) } else { None };
                (terms, phrase)
            }
            Mode::Phrase | Mode::Regex => (vec![phrase()?], None),
        };
        Ok(Some(Pattern { folding, terms, phrase }))
    }

    fn term(&self, text: &str, folding: Folding) -> Result<Term, QuestionError> {
        let key = folding.key(text);
        let is_regex = self.mode == Mode::Regex;
        let expression = if is_regex { key } else { spelled(&key) };
        let regex = expression::compile(&expression, !is_regex || self.match_case)
            .map_err(|why| QuestionError::Expression { why })?;
        let needles = if is_regex { Vec::new() } else { needles(text, self.whole_words) };
        Ok(Term { regex, is_whole: self.whole_words, is_literal: !is_regex, needles })
    }
}

/// The expression of words as they follow one another.
fn spelled(key: &str) -> String {
    let mut expression = String::new();
    let mut end = None;
    for range in words(key) {
        match end {
            None => {}
            Some(end) if end == range.start => expression.push_str(r"\s*"),
            Some(_) => {
                let _ = write!(expression, "{SEPARATOR}+");
            }
        }
        end = Some(range.end);
        expression.push_str(&regex::escape(key.get(range).unwrap_or_default()));
    }
    // Marks alone are looked for as they are.
    if end.is_none() { regex::escape(key) } else { expression }
}

/// What words a text has that has this in it.
fn needles(text: &str, whole: bool) -> Vec<Needle> {
    let key = FOLDED.key(text);
    let all: Vec<_> = words(&key).filter_map(|range| key.get(range)).collect();
    let last = all.len().saturating_sub(1);
    let part = |place: usize| match (whole, place == 0, place == last) {
        (false, true, true) => Part::Inside,
        (false, true, false) => Part::End,
        (false, false, true) => Part::Start,
        (true, ..) | (false, false, false) => Part::Whole,
    };
    let needle =
        |(place, text): (usize, &&str)| Needle { text: (*text).to_owned(), part: part(place) };
    all.iter().enumerate().map(needle).collect()
}

impl Pattern {
    /// What a text has of it; `None` where it has not all.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Marked> {
        let folded = self.folding.fold(text);
        let mut ranges = Vec::new();
        for term in &self.terms {
            let before = ranges.len();
            term.find(&folded.text, |found| {
                ranges.extend(folded.place(found).filter(|range| !range.is_empty()));
            });
            if ranges.len() == before {
                return None;
            }
        }
        let is_phrase = self.phrase.as_ref().is_none_or(|phrase| {
            let mut is_there = false;
            phrase.find(&folded.text, |found| is_there |= folded.place(found).is_some());
            is_there
        });
        Some(Marked { ranges: merged(ranges), is_phrase })
    }

    /// The words that every text of a hit has.
    pub fn needles(&self) -> impl Iterator<Item = &Needle> {
        self.terms.iter().flat_map(|term| &term.needles)
    }
}

impl Term {
    /// Hands over where it stands in a folded text.
    fn find(&self, text: &str, mut take: impl FnMut(Range<usize>)) {
        let mut from = 0;
        while let Some(found) = self.regex.find_at(text, from) {
            let range = found.range();
            let refused = self.is_whole && !is_whole(text, &range);
            if !refused {
                take(range.clone());
            }
            // A literal that was refused may stand again one character on.
            let again = range.is_empty() || (refused && self.is_literal);
            from = if again { after(text, range.start) } else { range.end };
            if from > text.len() {
                return;
            }
        }
    }
}

/// Where the character behind the one at `at` begins; past the end at the end.
fn after(text: &str, at: usize) -> usize {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    at + c.map_or(1, char::len_utf8)
}

/// Ranges in order, those that touch made one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, before| {
        let touches = next.start <= before.end;
        if touches {
            before.end = before.end.max(next.end);
        }
        touches
    });
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: the flags of the question (`r` regex, `p` phrase, `w` whole words, `c` match
    /// case, `a` match accents), what is looked for, the text, what is marked in it.
    const FOUND: [(&str, &str, &str, Option<&[&str]>); 22] = [
        ("", "accord paix", "La paix, après l’accord.", Some(&["paix", "accord"])),
        ("", "accord guerre", "La paix, après l’accord.", None),
        ("", "cord", "La paix, après l’accord.", Some(&["cord"])),
        ("w", "cord", "La paix, après l’accord.", None),
        ("w", "an", "Banan an.", Some(&["an"])),
        ("", "l'onu", "Siège de l’ONU", Some(&["l’ONU"])),
        ("p", "accord de paix", "Un accord de\u{a0}paix.", Some(&["accord de\u{a0}paix"])),
        ("p", "accord de paix", "La paix de l’accord.", None),
        ("p", "cord de pa", "Un accord de paix.", Some(&["cord de pa"])),
        ("pw", "cord de pa", "Un accord de paix.", None),
        ("pw", "a a", "ba a a", Some(&["a a"])),
        ("", "État", "les etats", Some(&["etat"])),
        ("a", "État", "les etats, l’état", Some(&["état"])),
        ("c", "État", "l’état, l’Etat", Some(&["Etat"])),
        ("", "2024", "le 25 juin 2024", Some(&["2024"])),
        ("", "外交部", "俄罗斯外交部长", Some(&["外交部"])),
        ("w", "部长", "俄罗斯外交部长", Some(&["部长"])),
        ("", "部外", "俄罗斯外交部长", None),
        ("", "% —", "6 % — non", Some(&["%", "—"])),
        ("r", r"minist\w+", "Le Ministre", Some(&["Ministre"])),
        ("rc", r"^\w+", "Été", Some(&["Été"])),
        ("r", "x*", "ab", None),
    ];

    fn question(flags: &str, text: &str) -> Question {
        let has = |flag| flags.contains(flag);
        Question {
            source: text.to_owned(),
            mode: match (has('r'), has('p')) {
                (true, _) => Mode::Regex,
                (_, true) => Mode::Phrase,
                _ => Mode::Words,
            },
            whole_words: has('w'),
            match_case: has('c'),
            match_accents: has('a'),
            ..Question::default()
        }
    }

    #[test]
    fn a_question_finds_what_it_says() {
        for (flags, asked, text, expected) in FOUND {
            let patterns = question(flags, asked).compile().expect("it parses");
            let found = patterns.source.expect("there is something").find(text);
            let ranges = found.map(|found| found.ranges);
            let found: Option<Vec<&str>> =
                ranges.map(|all| all.into_iter().filter_map(|range| text.get(range)).collect());
            assert_eq!(found.as_deref(), expected, "{asked} ({flags}) in {text}");
        }
    }

    #[test]
    fn what_cannot_be_looked_for_says_why() {
        for (flags, asked, expected) in [
            ("", "  ", "there is nothing to look for: type a word"),
            ("r", "(a", "not a regular expression: unclosed group"),
            ("r", r"(\w{100}){1000}", "the regular expression is too large"),
        ] {
            let error = question(flags, asked).compile().expect_err("refused");
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn words_one_after_the_other_are_a_phrase() {
        for (text, expected) in [("accord de paix", false), ("un accord, paix", true)] {
            let patterns = question("", "accord paix").compile().expect("words");
            let found = patterns.source.and_then(|pattern| pattern.find(text));
            assert_eq!(found.map(|found| found.is_phrase), Some(expected), "{text}");
        }
    }
}
