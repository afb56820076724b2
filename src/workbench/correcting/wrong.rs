//! A wrong form and its inflections, as they are really found.
//!
//! An inflection is a word that begins as the wrong one does and ends otherwise: "Bélarus" and
//! "Bélarusse", "ministre" and "ministres", «Беларусь» and «Беларуси». That is what languages
//! that inflect at the end of a word have in common; what is found so is shown, not assumed: but
//! for the wrong form itself, nothing is chosen unless a person does.

use std::ops::Range;

use regex::Regex;

use super::Wrong;
use crate::text::expression;
use crate::workbench::find::is_whole;

/// Letters at a word's beginning that an inflection shares with it, at least. Four keep short
/// words apart ("Mali", "Malte") and hold the stems of most titles.
const STEM_LETTERS: usize = 4;
/// Letters that an ending may take from a word: «-ия», «-ie».
const TAKEN_LETTERS: usize = 2;
/// Letters that an ending may be longer by: «-ами», "-nes".
const ADDED_LETTERS: usize = 3;

/// A form as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The form, in small letters but for the wrong form itself.
    pub found: String,
    /// What it becomes.
    pub right: String,
    /// How often it stands in texts that can be corrected.
    pub count: usize,
    /// Whether it is corrected.
    pub chosen: bool,
}

impl Form {
    /// Whether it is corrected into something.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.chosen && !self.right.trim().is_empty()
    }
}

/// A wrong form ready to be looked for.
#[derive(Debug, Clone)]
pub struct Finder {
    regex: Regex,
    whole_words: bool,
}

impl Wrong {
    /// The wrong form ready to be looked for; `None` where there is nothing to look for.
    #[must_use]
    pub fn finder(&self) -> Option<Finder> {
        let words: Vec<String> = self.text.split_whitespace().map(|w| self.word(w)).collect();
        if words.is_empty() {
            return None;
        }
        let regex = expression::compile(&words.join(r"\s+"), false).ok()?;
        Some(Finder { regex, whole_words: self.whole_words })
    }

    /// A word, with any ending where whole words are looked for.
    fn word(&self, word: &str) -> String {
        let letters = word.chars().count();
        let ends_in_letter = word.chars().next_back().is_some_and(char::is_alphabetic);
        if !self.whole_words || letters < STEM_LETTERS || !ends_in_letter {
            return regex::escape(word);
        }
        let stem = letters.saturating_sub(TAKEN_LETTERS).max(STEM_LETTERS);
        let most = letters - stem + ADDED_LETTERS;
        let stem: String = word.chars().take(stem).collect();
        format!(r"{}[\p{{L}}\p{{M}}]{{0,{most}}}", regex::escape(&stem))
    }
}

impl Finder {
    /// Where forms stand in a text, in bytes.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.regex.find_iter(text).map(|found| found.range());
        found.filter(|range| !self.whole_words || is_whole(text, range)).collect()
    }
}

/// What an inflection probably becomes: the right form with the ending that the wrong one has
/// got; empty where that is not to be seen.
#[must_use]
pub fn guess(wrong: &str, right: &str, found: &str) -> String {
    if key(wrong) == key(found) {
        return right.to_owned();
    }
    let ending = key(found).strip_prefix(&key(wrong)).map(str::to_owned);
    ending.map_or_else(String::new, |ending| format!("{right}{ending}"))
}

/// By which forms are the same: small letters, single spaces.
#[must_use]
pub fn key(form: &str) -> String {
    form.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
