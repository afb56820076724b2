//! Numbers for token classes.
//!
//! After [`Vocabulary::rank`] the most frequent class has number 0, so that a
//! greater number is a rarer class and nearly every token of a memory fits 16
//! bits. Classes met later get the next numbers: they count as the rarest.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Classes and their numbers.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    numbers: HashMap<Box<str>, u32, Quick>,
}

impl Vocabulary {
    /// Classes in the order of their numbers, from 0.
    pub fn of(classes: &[String]) -> Self {
        let numbers = classes.iter().map(|class| class.as_str().into()).zip(0..).collect();
        Self { numbers }
    }

    /// The number of `class`, if a unit has it.
    pub fn number(&self, class: &str) -> Option<u32> {
        self.numbers.get(class).copied()
    }

    /// The number of `class`, a new one when it has none.
    pub fn intern(&mut self, class: &str) -> u32 {
        if let Some(number) = self.number(class) {
            return number;
        }
        let number = narrow(self.numbers.len());
        self.numbers.insert(class.into(), number);
        number
    }

    /// The classes and their numbers, in the order of the numbers.
    pub fn in_order(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut all: Vec<(&str, u32)> = self.numbers.iter().map(|(c, n)| (&**c, *n)).collect();
        all.sort_unstable_by_key(|(_, number)| *number);
        all.into_iter()
    }

    /// How many classes there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Numbers the classes anew by falling `counts`, and returns the new number
    /// of each old one. Equal counts keep their order.
    pub fn rank(&mut self, counts: &[u32]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..narrow(counts.len())).collect();
        order.sort_by_key(|&old| std::cmp::Reverse(counts.get(wide(old)).copied()));
        let mut renumbered = vec![0; counts.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(number) = renumbered.get_mut(wide(old)) {
                *number = narrow(new);
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each number is mapped for itself")]
        for number in self.numbers.values_mut() {
            *number = renumbered.get(wide(*number)).copied().unwrap_or(*number);
        }
        renumbered
    }

    /// Bytes on the heap, estimated from lengths and capacities.
    pub fn bytes(&self) -> usize {
        let texts: usize = self.numbers.keys().map(|class| class.len().next_multiple_of(16)).sum();
        texts + self.numbers.capacity() * (size_of::<(Box<str>, u32)>() + 1)
    }
}

/// A count as a 32-bit number. A memory of more than 2³² tokens is not provided for.
pub fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A 32-bit number as an index.
pub const fn wide(number: u32) -> usize {
    number as usize
}

/// Builds [`QuickHasher`]s.
pub type Quick = BuildHasherDefault<QuickHasher>;

/// A hash for tables that no stranger fills to slow us down: eight bytes a step,
/// by rotation, exclusive or and multiplication (the "Fx" hash of Firefox).
#[derive(Debug, Clone, Copy, Default)]
pub struct QuickHasher(u64);

impl QuickHasher {
    const fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let last = rest.iter().fold(rest.len() as u64, |last, &byte| (last << 8) | u64::from(byte));
        self.mix(last);
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_u128(&mut self, number: u128) {
        let [low, high] = [0, 64].map(|shift| (number >> shift) & u128::from(u64::MAX));
        self.mix(u64::try_from(low).unwrap_or(0));
        self.mix(u64::try_from(high).unwrap_or(0));
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        // The upper bits are the well mixed ones, tables use the lower.
        self.0.rotate_left(26)
    }
}
