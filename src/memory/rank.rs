//! The order of matches.
//!
//! The higher score first; among equal scores the same neighbours; then published
//! and approved before translated before draft; then the newest; then the later
//! release; then the order of the memories and of their lines.

use std::cmp::Reverse;

use super::live::Stored;
use super::records::Bare;
use crate::model::{Context, Date, Timestamp, UnitStatus};

/// The place of a match among the others: greater is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// 0…101, or as much as it can be.
    pub score: u8,
    /// Whether the neighbours are the same.
    pub same_context: bool,
    tier: u8,
    at: Timestamp,
    date: Option<Date>,
    memory: Reverse<usize>,
    slot: Reverse<u32>,
}

impl Rank {
    /// The rank of a unit with a score, found at `slot` of the memory numbered `memory`.
    pub const fn new(score: u8, same_context: bool, unit: &Bare, memory: usize, slot: u32) -> Self {
        Self {
            score,
            same_context,
            tier: tier(unit.status),
            at: unit.at,
            date: unit.date,
            memory: Reverse(memory),
            slot: Reverse(slot),
        }
    }

    /// Which memory the unit is of.
    pub const fn memory(&self) -> usize {
        self.memory.0
    }

    /// The slot of the unit there.
    pub const fn slot(&self) -> u32 {
        self.slot.0
    }
}

/// Statuses by how much they are worth.
pub const fn tier(status: UnitStatus) -> u8 {
    match status {
        UnitStatus::Published | UnitStatus::Approved => 2,
        UnitStatus::Translated => 1,
        UnitStatus::Draft => 0,
    }
}

/// Whether both neighbours of a query are known and those of the unit.
pub fn has_same_context(query: &Context, unit: &Bare) -> bool {
    query.matches(&unit.context)
}

impl From<&Stored<'_>> for Bare {
    fn from(stored: &Stored<'_>) -> Self {
        let unit = &stored.unit;
        Self { status: unit.status, at: stored.at, date: unit.date, context: unit.context }
    }
}
