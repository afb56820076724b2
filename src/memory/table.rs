//! A hash table of numbers whose keys are kept elsewhere.
//!
//! A memory's revisions are found by their ids, by their units and by their texts;
//! all of these stand in the records already. So a table keeps nothing but record
//! numbers, four bytes a cell, and asks for the key where it has to. Open addressing
//! with linear probing (Knuth, TAOCP 6.4), never more than two thirds full.
//!
//! Left out: taking a number out. What is withdrawn is passed over by who asks.

use super::vocabulary::{narrow, wide};

/// A cell without a number.
const EMPTY: u32 = u32::MAX;

/// Numbers by the hash of their keys.
#[derive(Debug, Default, Clone)]
pub struct Table {
    cells: Vec<u32>,
    len: usize,
}

impl Table {
    /// A table of cells that were written down.
    pub fn of(cells: Vec<u32>) -> Option<Self> {
        let len = cells.iter().filter(|&&cell| cell != EMPTY).count();
        let sound = cells.is_empty() || (cells.len().is_power_of_two() && fits(len, cells.len()));
        sound.then_some(Self { cells, len })
    }

    /// The cells, to be written down.
    pub fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// Makes room for `count` numbers in all.
    pub fn reserve(&mut self, count: usize, hash_of: impl Fn(u32) -> u64) {
        let mut cells = self.cells.len().max(16);
        while !fits(count, cells) {
            cells *= 2;
        }
        if cells > self.cells.len() {
            let old = std::mem::replace(&mut self.cells, vec![EMPTY; cells]);
            for number in old.into_iter().filter(|&number| number != EMPTY) {
                self.put(hash_of(number), number);
            }
        }
    }

    /// The first number of this hash that `is` the one.
    pub fn find(&self, hash: u64, mut is: impl FnMut(u32) -> bool) -> Option<u32> {
        self.of_hash(hash).find(|&number| is(number))
    }

    /// All numbers that may have this hash.
    pub fn of_hash(&self, hash: u64) -> impl Iterator<Item = u32> {
        let start = if self.cells.is_empty() { 0 } else { self.start(hash) };
        let (late, early) = self.cells.split_at(start);
        early.iter().chain(late).copied().take_while(|&number| number != EMPTY)
    }

    /// Adds a number; `hash_of` tells the hashes of those that are there.
    pub fn insert(&mut self, hash: u64, number: u32, hash_of: impl Fn(u32) -> u64) {
        self.reserve(self.len + 1, hash_of);
        self.put(hash, number);
        self.len += 1;
    }

    fn put(&mut self, hash: u64, number: u32) {
        let mut place = self.start(hash);
        while self.cells.get(place).is_some_and(|&cell| cell != EMPTY) {
            place = (place + 1) % self.cells.len();
        }
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = number;
        }
    }

    fn start(&self, hash: u64) -> usize {
        // The upper half of a product depends on all bits (Knuth, TAOCP 6.4).
        let mixed = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        wide(narrow(usize::try_from(mixed).unwrap_or(0))) % self.cells.len()
    }

    /// Bytes on the heap.
    pub const fn bytes(&self) -> usize {
        4 * self.cells.capacity()
    }
}

/// Whether so many numbers leave a third of the cells empty.
const fn fits(count: usize, cells: usize) -> bool {
    3 * count <= 2 * cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_by_its_key() {
        // Keys of which many have the same hash.
        let keys: Vec<u64> = (0..5000).map(|number| number * 7).collect();
        let hash = |key: u64| key % 100;
        let mut table = Table::default();
        for (number, &key) in (0..).zip(&keys) {
            let known = table.find(hash(key), |other| keys[wide(other)] == key);
            assert_eq!(known, None);
            table.insert(hash(key), number, |other| hash(keys[wide(other)]));
        }
        for (number, &key) in (0..).zip(&keys) {
            assert_eq!(table.find(hash(key), |other| keys[wide(other)] == key), Some(number));
        }
        let again = Table::of(table.cells().to_vec()).expect("sound");
        assert_eq!(again.len, keys.len());
        assert!(Table::of(vec![1; 16]).is_none(), "a full table would be searched for ever");
        assert!(Table::of(vec![EMPTY; 17]).is_none());
        assert_eq!(Table::default().find(1, |_| true), None);
    }
}
