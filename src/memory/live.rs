//! A memory in use: its revisions, what they amount to, and the indexes.
//!
//! Nothing is ever rewritten. A change is a revision: made ([`Memory::propose`]),
//! written to the file by whoever owns it, and taken in ([`Memory::receive`]); what
//! another program appended to the same file is taken in the same way. A unit in
//! conflict has two heads, and both are looked up.
//!
//! The index of a direction is made at its first use ([`Memory::prepare`] makes it
//! ahead). A new unit is found at once, a withdrawn or replaced one no longer.

use super::heads::Heads;
use super::indexes::Indexes;
use super::pairs::Pairs;
use super::records::{Bare, Record, Records};
use super::vocabulary::{narrow, wide};
use crate::model::{
    MemoryFile, MemoryHeader, Revision, RevisionId, Timestamp, UnitChange, UnitId, UnitRef,
};

/// A translation memory in use.
#[derive(Debug)]
pub struct Memory {
    pub(super) header: MemoryHeader,
    pub(super) records: Records,
    pub(super) heads: Heads,
    /// Whether the revision of a slot is a head that has a unit: a bit each.
    pub(super) live: Vec<u64>,
    pub(super) live_count: usize,
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
    pub unit: UnitRef<'a>,
}

/// What became of a revision that a memory was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is new.
    New,
    /// It was here, the same.
    Again,
    /// One of the same id with other content was here, and stays.
    Differs,
}

impl Memory {
    /// A memory of what a file has.
    #[must_use]
    pub fn new(file: MemoryFile) -> Self {
        let mut memory = Self::empty(file.header);
        memory.reserve(file.revisions.len());
        for revision in file.revisions {
            memory.receive(&revision);
        }
        memory
    }

    /// A memory without a unit.
    #[must_use]
    pub fn empty(header: MemoryHeader) -> Self {
        Self {
            header,
            records: Records::default(),
            heads: Heads::default(),
            live: Vec::new(),
            live_count: 0,
            indexes: Indexes::default(),
            pairs: Pairs::default(),
        }
    }

    /// Makes room for so many revisions in all.
    pub fn reserve(&mut self, count: usize) {
        self.heads.reserve(count, &self.records);
        self.live.reserve(count / 64);
    }

    /// The memory as it is, to be looked up in while the original grows: texts are
    /// shared, indexes are not taken along.
    #[must_use]
    pub fn snapshot(&self) -> Self {
        Self {
            header: self.header.clone(),
            records: self.records.snapshot(),
            heads: self.heads.clone(),
            live: self.live.clone(),
            live_count: self.live_count,
            indexes: Indexes::default(),
            pairs: Pairs::default(),
        }
    }

    /// Whose memory it is, and of which languages.
    #[must_use]
    pub const fn header(&self) -> &MemoryHeader {
        &self.header
    }

    /// Takes over what the file's head says now, such as another name or rule.
    pub fn set_header(&mut self, header: MemoryHeader) {
        self.header = header;
    }

    /// How many revisions there are, those replaced among them.
    #[must_use]
    pub const fn revision_count(&self) -> usize {
        self.records.len()
    }

    /// All revisions, in the order they came.
    pub fn revisions(&self) -> impl Iterator<Item = Revision> {
        (0..narrow(self.records.len())).filter_map(|slot| self.records.revision(slot))
    }

    /// The memory as a file has it.
    #[must_use]
    pub fn to_file(&self) -> MemoryFile {
        MemoryFile { header: self.header.clone(), revisions: self.revisions().collect() }
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
        let heads = self.heads.of(id, &self.records);
        heads.into_iter().filter_map(|slot| self.stored(slot)).collect()
    }

    /// Whether a unit is in it or ever was.
    #[must_use]
    pub fn knows(&self, id: UnitId) -> bool {
        !self.heads.of(id, &self.records).is_empty()
    }

    /// A revision by its id.
    #[must_use]
    pub fn revision(&self, id: RevisionId) -> Option<Revision> {
        self.records.revision(self.heads.slot(id, &self.records)?)
    }

    /// Units with more than one head: for each, the revisions that compete.
    pub fn conflicts(&self) -> impl Iterator<Item = Vec<Revision>> {
        self.heads
            .conflicts()
            .map(|slots| slots.into_iter().filter_map(|slot| self.records.revision(slot)).collect())
    }

    /// Takes in what is on the file: a revision of this program or of another one.
    pub fn receive(&mut self, revision: &Revision) -> Received {
        if let Some(slot) = self.heads.slot(revision.id, &self.records) {
            let same = self.records.revision(slot).as_ref() == Some(revision);
            return if same { Received::Again } else { Received::Differs };
        }
        let slot = self.records.push(revision);
        let effect = self.heads.receive(slot, &revision.parents, &self.records);
        for old in effect.superseded {
            if self.is_live(old) {
                self.set_live(old, false);
            }
        }
        self.live.resize(self.records.len().div_ceil(64), 0);
        if let (true, UnitChange::Put(unit)) = (effect.is_head, &revision.change) {
            self.set_live(slot, true);
            self.indexes.append(slot, UnitRef::from(unit));
            self.pairs.append(slot, &self.records);
        }
        Received::New
    }

    /// Takes in several revisions; tells how many were new.
    pub fn receive_all(&mut self, revisions: impl IntoIterator<Item = Revision>) -> usize {
        let new = |revision: Revision| self.receive(&revision) == Received::New;
        revisions.into_iter().map(new).filter(|&new| new).count()
    }

    /// Whether the revision of a slot is how its unit is now.
    pub(super) fn is_live(&self, slot: u32) -> bool {
        self.live.get(wide(slot / 64)).is_some_and(|bits| bits >> (slot % 64) & 1 == 1)
    }

    fn set_live(&mut self, slot: u32, live: bool) {
        let Some(bits) = self.live.get_mut(wide(slot / 64)) else { return };
        if live {
            *bits |= 1 << (slot % 64);
            self.live_count += 1;
        } else {
            *bits &= !(1 << (slot % 64));
            self.live_count -= 1;
        }
    }

    /// What ranks the unit of a slot, if that is how the unit is now.
    pub(super) fn bare(&self, slot: u32) -> Option<Bare> {
        if self.is_live(slot) { self.records.bare(slot) } else { None }
    }

    /// The unit of a slot, if that is how the unit is now.
    pub(super) fn stored(&self, slot: u32) -> Option<Stored<'_>> {
        if !self.is_live(slot) {
            return None;
        }
        let Record { id, unit, at, put, .. } = self.records.get(slot)?;
        Some(Stored { id: unit, revision: id, at, unit: put? })
    }

    /// All units as they are now with their slots.
    pub(super) fn slots(&self) -> impl Iterator<Item = (u32, Stored<'_>)> {
        (0..narrow(self.records.len())).filter_map(|slot| Some((slot, self.stored(slot)?)))
    }

    /// What the memory takes up.
    #[must_use]
    pub fn size(&self) -> MemorySize {
        let (record_bytes, text_bytes) = self.records.bytes();
        let table_bytes = self.heads.bytes() + self.pairs.bytes() + 8 * self.live.capacity();
        MemorySize { text_bytes, record_bytes, table_bytes, index_bytes: self.indexes.bytes() }
    }
}

/// What a memory takes up on the heap, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemorySize {
    /// Sources and targets.
    pub text_bytes: usize,
    /// What else is known of the revisions.
    pub record_bytes: usize,
    /// Tables of ids and of pairs.
    pub table_bytes: usize,
    /// The indexes that are made.
    pub index_bytes: usize,
}
