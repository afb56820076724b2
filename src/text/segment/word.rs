//! The word before a stop.

use super::follower::MOST_MARKS;
use super::language::{Abbreviation, Language};
use super::line::Line;
use super::stops;

/// Longer words are no abbreviations and begin no sentence of note, in characters.
pub(super) const LONGEST_WORD: usize = 24;

/// Letters of a part of a spaced abbreviation (`v. Chr.`), with the stops inside.
const LONGEST_PART: usize = 4;

/// A word of so many letters that no list has is a word, not an abbreviation, also where it
/// ends in a consonant. Lists have the abbreviations that are longer.
const FEWEST_LETTERS: usize = 6;

/// The same where it ends in a vowel: abbreviations are cut behind a consonant.
const FEWEST_LETTERS_BEFORE_VOWEL: usize = 3;

/// A number of so many figures is no ordinal and counts no items.
const FEWEST_FIGURES: usize = 3;

/// The word before a stop, as far as it belongs to the sentence.
pub(super) struct Word<'a> {
    line: &'a Line,
    language: &'a Language,
    /// Where the sentence begins.
    start: usize,
    /// Where the word begins.
    place: usize,
    /// The word, with the stops and hyphens inside it.
    pub text: String,
}

impl<'a> Word<'a> {
    /// The word that ends at `stop`.
    pub(super) fn before(
        line: &'a Line,
        start: usize,
        stop: usize,
        language: &'a Language,
    ) -> Self {
        let from = stop.saturating_sub(LONGEST_WORD).max(start);
        let inside = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | 'º' | 'ª');
        let length = line.chars(from, stop).rev().take_while(inside).count();
        let head = stop - length;
        let place = head + line.chars(head, stop).take_while(|c| !c.is_alphanumeric()).count();
        Self { line, language, start, place, text: line.chars(place, stop).collect() }
    }

    /// What the language's list says of it, where it is the last part of a spaced abbreviation
    /// (`т. д.`, `z. B.`) of the whole.
    pub(super) fn abbreviation(&self) -> Option<Abbreviation> {
        self.spaced_abbreviation().or_else(|| self.language.abbreviation(&self.text))
    }

    /// Whether the word behind the stop makes a spaced abbreviation of this one.
    pub(super) fn begins_abbreviation(&self, next: &str) -> bool {
        let short = |word: &str| word.chars().count() <= LONGEST_PART;
        let whole = || self.language.abbreviation(&format!("{}.{next}", self.text));
        short(&self.text) && short(next) && whole().is_some()
    }

    /// The same of the part before and this one.
    fn spaced_abbreviation(&self) -> Option<Abbreviation> {
        let stop = self.place.checked_sub(2).filter(|&stop| stop >= self.start)?;
        let spaced = self.line.before(self.place).is_some_and(char::is_whitespace);
        let short = |word: &str| word.chars().count() <= LONGEST_PART;
        if !spaced || self.line.at(stop) != Some('.') || !short(&self.text) {
            return None;
        }
        let part = Word::before(self.line, self.start, stop, self.language).text;
        let whole = || self.language.abbreviation(&format!("{part}.{}", self.text));
        if short(&part) { whole() } else { None }
    }

    /// Whether a space or the sentence's start stands where the word should be.
    pub(super) fn is_parted_from_stop(&self) -> bool {
        self.text.is_empty() && self.line.before(self.place).is_none_or(char::is_whitespace)
    }

    /// The number of an item at the head of its sentence: `1.`, `a.`, `2.1.`, `IV.`
    pub(super) fn counts_items(&self) -> bool {
        self.is_at_head() && is_item_number(&self.text)
    }

    /// Whether only marks stand between the sentence's start and the word.
    fn is_at_head(&self) -> bool {
        self.place - self.start <= MOST_MARKS
            && !self.line.chars(self.start, self.place).any(char::is_alphanumeric)
    }

    /// A letter alone that stands for a name (`J.`), or several (`U.S.`, `т.д.`, `J.-P.`).
    ///
    /// Not the letter of `25 °C`, `the 1990's`, nor a unit behind a figure (`5 m`).
    pub(super) fn is_initials(&self) -> bool {
        let several = self.text.contains('.')
            && self.text.split(['.', '-']).all(|part| part.chars().count() <= 2)
            && self.text.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'));
        several || (is_letter(&self.text) && !self.is_unit() && !self.is_numeral_one())
    }

    /// The Roman one behind a name (`World War I.`) rather than the initial of one.
    fn is_numeral_one(&self) -> bool {
        let end = self.place.saturating_sub(1).max(self.start);
        let name = Word::before(self.line, self.start, end, self.language);
        let capital = name.text.starts_with(char::is_uppercase);
        self.text == "I"
            && capital
            && name.text.chars().nth(1).is_some()
            && !name.text.contains('.')
    }

    /// Whether its script has no capitals.
    pub(super) fn has_no_case(&self) -> bool {
        self.text.chars().next_back().is_some_and(|c| !stops::has_case(c))
    }

    /// A letter alone behind a figure, a degree or an apostrophe.
    fn is_unit(&self) -> bool {
        let capital = self.text.starts_with(char::is_uppercase);
        let before = self.line.before(self.place);
        let number = || {
            let digit = self.place.checked_sub(2).and_then(|place| self.line.at(place));
            before.is_some_and(char::is_whitespace) && digit.is_some_and(char::is_numeric)
        };
        is_letter(&self.text)
            && match before {
                Some('°' | '%') => true,
                Some('’' | '\'') => !capital,
                _ => !capital && number(),
            }
    }

    /// A figure of at most two digits, or a Roman numeral, as an ordinal before a capital.
    pub(super) fn is_ordinal(&self) -> bool {
        let digits = self.language.capitals_after_ordinals
            && self.text.len() <= 2
            && self.text.bytes().all(|b| b.is_ascii_digit());
        let roman = || self.text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        self.language.ordinals && !self.text.is_empty() && (digits || roman())
    }

    /// Whether it is surely no abbreviation, so that its stop ends the sentence even before a
    /// small letter: it is closed by a bracket, a quotation mark or a per cent sign, is a long
    /// number, one of the language's common words, or too long to be an abbreviation.
    pub(super) fn is_whole(&self) -> bool {
        if self.text.is_empty() {
            return self
                .line
                .before(self.place)
                .is_some_and(|c| (stops::is_closer(c) && !stops::is_invisible(c)) || c == '%');
        }
        if self.abbreviation().is_some() {
            return false;
        }
        let figures = self.text.chars().filter(char::is_ascii_digit).count();
        if self.text.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return figures >= FEWEST_FIGURES && !self.language.ordinals;
        }
        let last = self.text.rsplit('-').next().unwrap_or_default();
        let letters = last.chars().count();
        let vowel = last.chars().next_back().is_some_and(stops::is_vowel);
        let fewest = if vowel { FEWEST_LETTERS_BEFORE_VOWEL } else { FEWEST_LETTERS };
        last.chars().all(char::is_alphabetic)
            && (letters >= fewest
                || (letters > 1 && self.language.is_common_word(last) == Some(true)))
    }

    /// Whether it may be no abbreviation: letters alone, more than two.
    pub(super) fn may_be_whole(&self) -> bool {
        self.text.chars().count() > 2
            && self.text.chars().all(char::is_alphabetic)
            && self.abbreviation().is_none()
    }

    /// Whether it is a word in small letters, not the first of its sentence.
    pub(super) fn is_plain(&self) -> bool {
        let small = self.text.is_empty() || self.text.starts_with(char::is_lowercase);
        small && !self.is_at_head()
    }
}

/// A letter that stands alone, of any script that has abbreviations by one letter.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c.is_alphabetic() && !stops::is_unspaced(c))
        && letters.next().is_none()
}

/// `1`, `12`, `a`, `B`, `IV`, `2.1`: the number of a list's item or a heading.
fn is_item_number(word: &str) -> bool {
    let parts = word.split('.').all(|part| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits || part.chars().count() == 1
    });
    let roman = word.len() <= 4 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    parts || roman
}
