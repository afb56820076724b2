//! Texts that came after the index was made.
//!
//! They are compared one by one, in the order they came; a group each. What a
//! day's work adds is a few hundred, which cost less than a tenth of a
//! millisecond; a bulk import outgrows the tail and makes a new index worth it.

use super::super::tokens::{Kind, Tokenised, class, kind_of, value};
use super::super::vocabulary::{Vocabulary, wide};
use super::groups::{Signature, encode, signature};
use super::members::{Member, value_hash};

/// Texts in the order they came.
#[derive(Debug, Default)]
pub struct Tail {
    entries: Vec<Entry>,
}

/// A text.
#[derive(Debug)]
pub struct Entry {
    slot: u32,
    /// Its tokens, encoded as in [`super::groups`].
    pub codes: Vec<u16>,
    /// How many they are.
    pub len: usize,
    /// Its signature.
    pub signature: Signature,
    values: Vec<u32>,
}

impl Tail {
    /// A tail up to this long is never a reason for a new index …
    pub const SHORT: usize = 4096;
    /// … nor is one up to one unit in so many.
    pub const SHARE: usize = 64;

    /// Adds the text of a unit.
    pub fn push(&mut self, slot: u32, text: &Tokenised, vocabulary: &mut Vocabulary) {
        let (mut tokens, mut values) = (Vec::with_capacity(text.len()), Vec::new());
        for token in text.tokens() {
            tokens.push(vocabulary.intern(&class(token)));
            let kind = kind_of(token);
            if matches!(kind, Kind::Number | Kind::Date) {
                values.push(value_hash(&value(token), kind == Kind::Date));
            }
        }
        let mut codes = Vec::with_capacity(tokens.len());
        for &token in &tokens {
            encode(token, &mut codes);
        }
        let (len, signature) = (tokens.len(), signature(&tokens));
        self.entries.push(Entry { slot, codes, len, signature, values });
    }

    /// The texts.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many they are.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// The one unit of a group, where groups are counted from `first`.
    pub fn member(&self, group: u32, first: u32) -> Option<Member<'_>> {
        let entry = self.entries.get(wide(group.checked_sub(first)?))?;
        Some(Member { slot: entry.slot, values: &entry.values, shape: None })
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let words = |entry: &Entry| 2 * entry.codes.capacity() + 4 * entry.values.capacity();
        self.entries.iter().map(words).sum::<usize>() + self.entries.capacity() * size_of::<Entry>()
    }
}
