//! A memory as it is searched: its texts as they are at one moment, without the tables
//! that additions need, so that taking it costs next to nothing.

use std::sync::Arc;

use super::index::WordIndex;
use crate::memory::Memory;
use crate::memory::indexes::Direction;
use crate::memory::live::Stored;
use crate::memory::records::{Chunk, Record, Records};
use crate::memory::vocabulary::{narrow, wide};
use crate::model::MemoryHeader;

/// The units of a memory at one moment, searched from one language to the other.
#[derive(Debug, Clone)]
pub struct Corpus {
    header: MemoryHeader,
    records: Records,
    live: Vec<u64>,
    direction: Direction,
    /// The index of the sources, and that of the targets, of what is searched.
    indexes: [Option<Arc<WordIndex>>; 2],
}

/// One of the two texts of a unit, as it is searched: in a memory that serves in reverse
/// the source is the unit's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The text in the language translated from.
    Source,
    /// The text in the language translated into.
    Target,
}

impl Side {
    /// Both sides.
    pub const BOTH: [Self; 2] = [Self::Source, Self::Target];
}

impl Memory {
    /// The memory as it is now, to be searched while it grows.
    #[must_use]
    pub fn corpus(&self, direction: Direction) -> Corpus {
        Corpus {
            header: self.header.clone(),
            records: self.records.texts_only(),
            live: self.live.clone(),
            direction,
            indexes: [None, None],
        }
    }
}

impl Corpus {
    /// Whose memory it is.
    #[must_use]
    pub const fn header(&self) -> &MemoryHeader {
        &self.header
    }

    /// How many revisions it has; a slot is below.
    #[must_use]
    pub fn slots(&self) -> u32 {
        narrow(self.records.len())
    }

    /// Gives a side an index, which has to be one of this memory as it is or was.
    pub fn set_index(&mut self, side: Side, index: Arc<WordIndex>) {
        self.indexes[side as usize] = Some(index);
    }

    /// The index of a side.
    #[must_use]
    pub fn index(&self, side: Side) -> Option<&Arc<WordIndex>> {
        self.indexes[side as usize].as_ref()
    }

    /// Which of a unit's texts a side is: that of the sources (forward) or of the targets.
    #[must_use]
    pub const fn text_of(&self, side: Side) -> Direction {
        match (side, self.direction) {
            (Side::Source, Direction::Forward) | (Side::Target, Direction::Reverse) => {
                Direction::Forward
            }
            _ => Direction::Reverse,
        }
    }

    pub(super) fn chunks(&self) -> &[Arc<Chunk>] {
        self.records.chunks()
    }

    /// Whether the revision of a slot is how its unit is.
    pub(super) fn is_live(&self, slot: u32) -> bool {
        self.live.get(wide(slot / 64)).is_some_and(|bits| bits >> (slot % 64) & 1 == 1)
    }

    /// The unit of a slot, if that is how the unit is, as the memory has it.
    pub(super) fn stored(&self, slot: u32) -> Option<Stored<'_>> {
        if !self.is_live(slot) {
            return None;
        }
        let Record { id, unit, at, put, .. } = self.records.get(slot)?;
        Some(Stored { id: unit, revision: id, at, unit: put? })
    }

    /// The unit of a slot, if that is how the unit is, as the memory has it.
    #[must_use]
    pub fn unit_at(&self, slot: u32) -> Option<Stored<'_>> {
        self.stored(slot)
    }

    /// A side of a unit.
    pub(super) const fn text<'a>(&self, side: Side, stored: &Stored<'a>) -> &'a str {
        self.text_of(side).query_side(&stored.unit)
    }
}
