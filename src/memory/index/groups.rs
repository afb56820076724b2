//! The texts of an index as token numbers, each different one stored once.
//!
//! Texts that are the same token by token form a *group*: once numbers are a
//! class, thousands of units of a real memory are. Groups are numbered by length,
//! so the groups of a range of lengths are a range of numbers.
//!
//! A token is stored in 16 bits where its number allows it, else as [`ESCAPE`]
//! and its number in two halves. Vocabulary numbers fall with frequency, so one
//! token in a hundred or fewer takes the long form.

use std::ops::Range;

use super::super::vocabulary::{narrow, wide};

/// Says that the next two codes are the halves of a token's number.
pub const ESCAPE: u16 = u16::MAX;

/// A bit for each of 128 sets of tokens that a text has any of. With 64 bits, lookups
/// in long texts took twice the time.
pub type Signature = u128;

/// All groups, in order of length.
#[derive(Debug, Default)]
pub struct Groups {
    pub(super) codes: Vec<u16>,
    /// Where each group's codes begin, and the end of all.
    pub(super) starts: Vec<u32>,
    /// The first group of each length, and the end of all.
    pub(super) by_length: Vec<u32>,
    pub(super) signatures: Vec<Signature>,
}

impl Groups {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.signatures.len()
    }

    /// Adds a text at least as long as the last one.
    pub fn push(&mut self, tokens: &[u32]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let group = narrow(self.len());
        if self.by_length.len() < tokens.len() + 2 {
            // Lengths in between, and this one, begin here.
            self.by_length.pop();
            self.by_length.resize(tokens.len() + 1, group);
            self.by_length.push(group);
        }
        if let Some(end) = self.by_length.last_mut() {
            *end = group + 1;
        }
        for &token in tokens {
            encode(token, &mut self.codes);
        }
        self.starts.push(narrow(self.codes.len()));
        self.signatures.push(signature(tokens));
    }

    /// The codes of a group.
    pub fn codes(&self, group: u32) -> &[u16] {
        let bounds = (self.starts.get(wide(group)), self.starts.get(wide(group) + 1));
        let (Some(&start), Some(&end)) = bounds else { return &[] };
        self.codes.get(wide(start)..wide(end)).unwrap_or_default()
    }

    /// The signature of a group.
    pub fn signature(&self, group: u32) -> Signature {
        self.signatures.get(wide(group)).copied().unwrap_or(0)
    }

    /// The signatures of a range of groups.
    pub fn signatures(&self, groups: Range<u32>) -> &[Signature] {
        self.signatures.get(wide(groups.start)..wide(groups.end)).unwrap_or_default()
    }

    /// The groups of texts of `length` tokens.
    pub fn of_length(&self, length: usize) -> Range<u32> {
        self.first_of(length)..self.first_of(length + 1)
    }

    /// The first group of texts of `length` tokens or more.
    pub fn first_of(&self, length: usize) -> u32 {
        self.by_length.get(length).or(self.by_length.last()).copied().unwrap_or(0)
    }

    /// The length of the longest text.
    pub fn longest(&self) -> usize {
        self.by_length.len().saturating_sub(2)
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        2 * self.codes.capacity()
            + 4 * (self.starts.capacity() + self.by_length.capacity())
            + size_of::<Signature>() * self.signatures.capacity()
    }

    /// Makes every text seem to lack half its tokens: a fault for tests to find.
    #[cfg(test)]
    pub fn shorten_signatures(&mut self) {
        self.signatures.iter_mut().for_each(|bits| *bits &= Signature::MAX / 3);
    }

    /// Gives back what growing reserved.
    pub fn shrink(&mut self) {
        self.codes.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.by_length.shrink_to_fit();
        self.signatures.shrink_to_fit();
    }
}

/// Appends the code of a token.
pub fn encode(token: u32, codes: &mut Vec<u16>) {
    match u16::try_from(token) {
        Ok(code) if code != ESCAPE => codes.push(code),
        _ => {
            let [a, b, c, d] = token.to_be_bytes();
            codes.extend([ESCAPE, u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])]);
        }
    }
}

/// The token number of two halves after [`ESCAPE`].
pub fn join(high: u16, low: u16) -> u32 {
    (u32::from(high) << 16) | u32::from(low)
}

/// The signature of a text.
pub fn signature(tokens: &[u32]) -> Signature {
    tokens.iter().fold(0, |bits, &token| bits | signature_bit(token))
}

/// The set that a token belongs to: a multiplicative hash (Knuth, TAOCP 6.4).
pub const fn signature_bit(token: u32) -> Signature {
    1 << (token.wrapping_mul(0x9E37_79B1) >> 25)
}
