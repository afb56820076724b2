//! The word index of one side: for each word, without case and accents, the slots of the
//! units that have it.
//!
//! An inverted file (J. Zobel, A. Moffat, "Inverted files for text search engines", ACM
//! Computing Surveys 38, 2006): the vocabulary sorted in one string, so that the
//! beginnings of words are a stretch of it and parts of words are found by reading
//! through it, a word a line; and for each word its slots as distances.
//!
//! It tells which units *may* be hits; the text decides. Left out: where in a text a word
//! stands, and units that came after it was made, which are read one by one.

use std::ops::Range;

use memchr::memmem;

use super::pattern::{Needle, Part, Pattern};
use super::postings::{self, Bits};
use crate::memory::vocabulary::{narrow, wide};

/// The units of one side by their words.
#[derive(Debug, Default)]
pub struct WordIndex {
    /// The words in order, each with a line feed behind it.
    pub(super) words: String,
    /// Where each word begins, and the end of all.
    pub(super) word_starts: Vec<u32>,
    /// Slots, as [`postings`] writes them.
    pub(super) lists: Vec<u8>,
    /// Where each word's list begins, and the end of all.
    pub(super) list_starts: Vec<u32>,
    /// How many units have each word.
    pub(super) counts: Vec<u32>,
    /// It covers the slots below.
    pub(super) slots: u32,
}

/// What an index takes up on the heap, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordIndexSize {
    /// How many words there are.
    pub words: usize,
    /// The words, and what is known of each.
    pub vocabulary_bytes: usize,
    /// Which units have them.
    pub list_bytes: usize,
}

/// A list of units is looked at only where it leaves out at least one unit in so many:
/// else reading the texts is as quick.
const WORTH_ONE_IN: usize = 2;
/// So few units are read rather than sought in further lists.
const FEW: usize = 512;

impl WordIndex {
    /// It covers the slots below.
    #[must_use]
    pub const fn slots(&self) -> u32 {
        self.slots
    }

    /// What it takes up.
    #[must_use]
    pub const fn size(&self) -> WordIndexSize {
        let per_word = 4 * (self.word_starts.capacity() + self.list_starts.capacity());
        WordIndexSize {
            words: self.counts.len(),
            vocabulary_bytes: self.words.capacity() + per_word + 4 * self.counts.capacity(),
            list_bytes: self.lists.capacity(),
        }
    }

    /// The slots of units that may have a pattern, rising; `None` where so many may that
    /// they are as well read one by one.
    pub(super) fn candidates(&self, pattern: &Pattern) -> Option<Vec<u32>> {
        let mut wanted: Vec<(usize, Vec<usize>)> = pattern
            .needles()
            .map(|needle| {
                let words = self.having(needle);
                (words.iter().map(|&word| self.count(word)).sum(), words)
            })
            .filter(|(count, _)| count * WORTH_ONE_IN <= wide(self.slots))
            .collect();
        wanted.sort_unstable();
        let mut wanted = wanted.into_iter();
        let (_, rarest) = wanted.next()?;
        let mut slots = self.slots_of(&rarest);
        for (_, words) in wanted {
            if slots.len() <= FEW {
                break;
            }
            let others = self.bits(&words);
            slots.retain(|&slot| others.has(slot));
        }
        Some(slots)
    }

    fn slots_of(&self, words: &[usize]) -> Vec<u32> {
        match words {
            [] => Vec::new(),
            [only] => postings::read(self.list(*only)).collect(),
            _ => {
                let mut slots: Vec<u32> = self.bits(words).falling().collect();
                slots.reverse();
                slots
            }
        }
    }

    /// The units that have any of these words.
    pub(super) fn bits(&self, words: &[usize]) -> Bits {
        let mut bits = Bits::none(self.slots);
        for &word in words {
            bits.extend(postings::read(self.list(word)));
        }
        bits
    }

    /// How many units have a word.
    pub(super) fn count(&self, word: usize) -> usize {
        self.counts.get(word).map_or(0, |&count| wide(count))
    }

    fn list(&self, word: usize) -> &[u8] {
        let at = |place: usize| self.list_starts.get(place).map_or(0, |&start| wide(start));
        self.lists.get(at(word)..at(word + 1)).unwrap_or_default()
    }

    fn word(&self, word: usize) -> &str {
        let at = |place: usize| self.word_starts.get(place).map_or(0, |&start| wide(start));
        self.words.get(at(word)..at(word + 1).saturating_sub(1)).unwrap_or_default()
    }

    /// The word that is written so.
    pub(super) fn number(&self, text: &str) -> Option<usize> {
        let place = self.first_from(text);
        (place < self.counts.len() && self.word(place) == text).then_some(place)
    }

    /// The first word that is not before a text.
    fn first_from(&self, text: &str) -> usize {
        let (mut from, mut to) = (0, self.counts.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.word(middle) < text { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// The words that have these letters where they are wanted.
    fn having(&self, needle: &Needle) -> Vec<usize> {
        match needle.part {
            Part::Whole => self.number(&needle.text).into_iter().collect(),
            Part::Start => self.beginning(&needle.text).collect(),
            Part::End => self.containing(&format!("{}\n", needle.text)),
            Part::Inside => self.containing(&needle.text),
        }
    }

    fn beginning(&self, start: &str) -> Range<usize> {
        let from = self.first_from(start);
        let len = (from..self.counts.len())
            .take_while(|&word| self.word(word).starts_with(start))
            .count();
        from..from + len
    }

    fn containing(&self, letters: &str) -> Vec<usize> {
        let mut found: Vec<usize> = memmem::find_iter(self.words.as_bytes(), letters)
            .map(|at| {
                let at = narrow(at);
                self.word_starts.partition_point(|&start| start <= at).saturating_sub(1)
            })
            .collect();
        found.dedup();
        found
    }
}
