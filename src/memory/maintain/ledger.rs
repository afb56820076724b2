//! The units of a memory at one moment, by the slots of their revisions: texts are shared
//! with the memory, so taking it costs next to nothing, and a million of them can be shown.

use crate::memory::Memory;
use crate::memory::live::Stored;
use crate::memory::records::{Record, Records};
use crate::memory::vocabulary::{narrow, wide};
use crate::model::{Cancelled, MemoryHeader, RevisionId, Watch};

/// Units looked at between two questions whether to go on: well under a millisecond.
pub(super) const UNITS_BETWEEN: usize = 64;

/// The revisions of a memory at one moment, and which of them hold.
#[derive(Debug, Clone)]
pub struct Ledger {
    header: MemoryHeader,
    records: Records,
    live: Vec<u64>,
    live_count: usize,
}

impl Memory {
    /// The memory as it is now, as a table of its units.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        Ledger {
            header: self.header.clone(),
            records: self.records.to_read(),
            live: self.live.clone(),
            live_count: self.live_count,
        }
    }
}

impl Ledger {
    /// Whose memory it is.
    #[must_use]
    pub const fn header(&self) -> &MemoryHeader {
        &self.header
    }

    /// How many units there are; one in conflict counts once for each of its states.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.live_count
    }

    /// Whether there is no unit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.live_count == 0
    }

    /// How many revisions there are; a slot is below.
    #[must_use]
    pub fn slots(&self) -> u32 {
        narrow(self.records.len())
    }

    /// The unit of a slot, if that is how the unit is.
    #[must_use]
    pub fn unit(&self, slot: u32) -> Option<Stored<'_>> {
        let is_live = self.live.get(wide(slot / 64)).is_some_and(|b| b >> (slot % 64) & 1 == 1);
        if !is_live {
            return None;
        }
        let Record { id, unit, at, put, .. } = self.records.get(slot)?;
        Some(Stored { id: unit, revision: id, at, unit: put? })
    }

    /// All units that hold, in the order in which they were written.
    pub fn units(&self) -> impl Iterator<Item = (u32, Stored<'_>)> {
        (0..self.slots()).filter_map(|slot| Some((slot, self.unit(slot)?)))
    }

    /// The same, as long as the watch lets it go on.
    pub(super) fn each(
        &self,
        watch: &dyn Watch,
        mut take: impl FnMut(u32, Stored<'_>),
    ) -> Result<(), Cancelled> {
        for (count, (slot, stored)) in self.units().enumerate() {
            if count.is_multiple_of(UNITS_BETWEEN) {
                watch.report(count, self.live_count)?;
            }
            take(slot, stored);
        }
        Ok(())
    }

    /// The revision of a slot, whether it holds or not.
    pub(super) fn record(&self, slot: u32) -> Option<Record<'_>> {
        self.records.get(slot)
    }

    /// The bits of the unit of a slot.
    pub(super) fn unit_bits(&self, slot: u32) -> u64 {
        self.records.unit(slot)
    }

    /// What the revision of a slot replaces.
    pub(super) fn parents(&self, slot: u32) -> &[RevisionId] {
        self.records.parents(slot)
    }
}
