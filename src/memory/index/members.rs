//! Which units are in each group, and what sets them apart there.
//!
//! The units of a group are alike but for what classes and foldings hide. To rank
//! thousands of them without reading their texts, the index keeps for each its
//! numbers and dates as 32-bit hashes, and its *shape*: units of a group that are
//! written the same but for numbers, dates and spaces have the same one. Hashes
//! may only make two values look the same that are not: what they promise is an
//! upper bound, and the text decides.

use super::super::vocabulary::{narrow, wide};

/// A unit of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// Where the memory has it.
    pub slot: u32,
    /// Its numbers and dates in order, see [`value_hash`].
    pub values: &'a [u32],
    /// Its shape within the group; `None` where it must be read from the text.
    pub shape: Option<u16>,
}

/// All members, group by group.
#[derive(Debug, Default)]
pub struct Members {
    /// Where each group's members begin, and the end of all.
    pub(super) starts: Vec<u32>,
    pub(super) slots: Vec<u32>,
    pub(super) shapes: Vec<u16>,
    /// Where each member's values begin, and the end of all.
    pub(super) value_starts: Vec<u32>,
    pub(super) values: Vec<u32>,
}

/// A shape that has no number.
const NO_SHAPE: u16 = u16::MAX;

impl Members {
    /// Begins the next group.
    pub fn begin_group(&mut self) {
        self.starts.push(narrow(self.slots.len()));
    }

    /// Adds a unit to the last group. `shape` counts from 0 in it.
    pub fn push(&mut self, slot: u32, values: &[u32], shape: usize) {
        self.slots.push(slot);
        self.shapes.push(u16::try_from(shape).unwrap_or(NO_SHAPE));
        self.value_starts.push(narrow(self.values.len()));
        self.values.extend_from_slice(values);
    }

    /// Ends the last group.
    pub fn finish(&mut self) {
        self.starts.push(narrow(self.slots.len()));
        self.value_starts.push(narrow(self.values.len()));
        self.starts.shrink_to_fit();
        self.slots.shrink_to_fit();
        self.shapes.shrink_to_fit();
        self.value_starts.shrink_to_fit();
        self.values.shrink_to_fit();
    }

    /// How many units there are.
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// The units of a group, best status first, then newest.
    pub fn of(&self, group: u32) -> impl Iterator<Item = Member<'_>> {
        let bounds = (self.starts.get(wide(group)), self.starts.get(wide(group) + 1));
        let range = match bounds {
            (Some(&start), Some(&end)) => wide(start)..wide(end),
            _ => 0..0,
        };
        range.map(|place| Member {
            slot: self.slots[place],
            values: &self.values
                [wide(self.value_starts[place])..wide(self.value_starts[place + 1])],
            shape: Some(self.shapes[place]).filter(|&shape| shape != NO_SHAPE),
        })
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let words = [&self.starts, &self.slots, &self.value_starts, &self.values];
        words.iter().map(|words| 4 * words.capacity()).sum::<usize>() + 2 * self.shapes.capacity()
    }
}

/// The bit that sets a date's hash apart from a number's.
const DATE_BIT: u32 = 1 << 31;

/// The hash of a number or date as compared.
pub fn value_hash(value: &str, is_date: bool) -> u32 {
    // FNV-1a of 32 bits (Fowler, Noll, Vo), of which one is given up.
    let hash = value
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    if is_date { hash | DATE_BIT } else { hash & !DATE_BIT }
}

/// Whether a hash is a date's.
pub const fn is_date_hash(hash: u32) -> bool {
    hash & DATE_BIT != 0
}
