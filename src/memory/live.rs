//! A memory in use: its revisions, what they amount to, and the indexes.
//!
//! Nothing is ever rewritten. A change is a revision: made ([`Memory::propose`]),
//! written to the file by whoever owns it, and taken in ([`Memory::receive`]); what
//! another program appended to the same file is taken in the same way. A unit in
//! conflict has two heads, and both are looked up.
//!
//! The index of a direction is made at its first use ([`Memory::prepare`] makes it
//! ahead). A new unit is found at once, a withdrawn or replaced one no longer.

use super::change::Pairs;
use super::heads::Heads;
use super::indexes::Indexes;
use super::vocabulary::{narrow, wide};
use crate::model::{
    MemoryFile, MemoryHeader, Revision, RevisionId, Timestamp, Unit, UnitChange, UnitId,
};

/// A translation memory in use.
#[derive(Debug)]
pub struct Memory {
    pub(super) header: MemoryHeader,
    revisions: Vec<Revision>,
    pub(super) heads: Heads,
    /// Whether the revision of a slot is a head that has a unit.
    live: Vec<bool>,
    live_count: usize,
    pub(super) indexes: Indexes,
    pub(super) pairs: Pairs,
}

/// A unit as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored<'a> {
    /// The unit's id.
    pub id: UnitId,
    /// The revision that says so.
    pub revision: RevisionId,
    /// When that was made.
    pub at: Timestamp,
    /// The unit.
    pub unit: &'a Unit,
}

impl Memory {
    /// A memory of what a file has.
    #[must_use]
    pub fn new(file: MemoryFile) -> Self {
        let count = file.revisions.len();
        let mut memory = Self {
            header: file.header,
            revisions: Vec::with_capacity(count),
            heads: Heads::default(),
            live: Vec::with_capacity(count),
            live_count: 0,
            indexes: Indexes::default(),
            pairs: Pairs::default(),
        };
        memory.heads.reserve(count);
        for revision in file.revisions {
            memory.receive(revision);
        }
        memory
    }

    /// Whose memory it is, and of which languages.
    #[must_use]
    pub const fn header(&self) -> &MemoryHeader {
        &self.header
    }

    /// All revisions, in the order they came.
    #[must_use]
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// The memory as a file has it.
    #[must_use]
    pub fn into_file(self) -> MemoryFile {
        MemoryFile { header: self.header, revisions: self.revisions }
    }

    /// How many units there are now; one in conflict counts once for each of its states.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.live_count
    }

    /// Whether there is no unit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.live_count == 0
    }

    /// The units as they are now, in the order they first came.
    pub fn units(&self) -> impl Iterator<Item = Stored<'_>> {
        self.heads.all().filter_map(|slot| self.stored(slot))
    }

    /// The states of a unit: none when it is unknown or withdrawn, two in a conflict.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Vec<Stored<'_>> {
        self.heads.of(id).into_iter().filter_map(|slot| self.stored(slot)).collect()
    }

    /// A revision by its id.
    #[must_use]
    pub fn revision(&self, id: RevisionId) -> Option<&Revision> {
        self.revisions.get(wide(self.heads.slot(id)?))
    }

    /// Units with more than one head: for each, the revisions that compete.
    pub fn conflicts(&self) -> impl Iterator<Item = Vec<&Revision>> {
        self.heads.conflicts().map(|slots| {
            slots.into_iter().filter_map(|slot| self.revisions.get(wide(slot))).collect()
        })
    }

    /// Takes in what is on the file: a revision of this program or of another one.
    /// Tells whether it is new.
    pub fn receive(&mut self, revision: Revision) -> bool {
        let slot = narrow(self.revisions.len());
        let Some(effect) = self.heads.receive(&revision, slot) else { return false };
        for old in effect.superseded {
            if let Some(live) = self.live.get_mut(wide(old)) {
                self.live_count -= usize::from(std::mem::take(live));
            }
        }
        let is_live = effect.is_head && matches!(revision.change, UnitChange::Put(_));
        self.live_count += usize::from(is_live);
        if let (true, UnitChange::Put(unit)) = (is_live, &revision.change) {
            self.indexes.append(slot, unit);
            self.pairs.append(slot, unit);
        }
        self.live.push(is_live);
        self.revisions.push(revision);
        true
    }

    /// Takes in several revisions; tells how many were new.
    pub fn receive_all(&mut self, revisions: impl IntoIterator<Item = Revision>) -> usize {
        revisions.into_iter().map(|revision| usize::from(self.receive(revision))).sum()
    }

    /// The unit of a slot, if that is how the unit is now.
    pub(super) fn stored(&self, slot: u32) -> Option<Stored<'_>> {
        if !self.live.get(wide(slot)).copied().unwrap_or(false) {
            return None;
        }
        let revision = self.revisions.get(wide(slot))?;
        let UnitChange::Put(unit) = &revision.change else { return None };
        Some(Stored { id: revision.unit, revision: revision.id, at: revision.at, unit })
    }

    /// All units as they are now with their slots.
    pub(super) fn slots(&self) -> impl Iterator<Item = (u32, Stored<'_>)> {
        (0..narrow(self.revisions.len())).filter_map(|slot| Some((slot, self.stored(slot)?)))
    }
}
