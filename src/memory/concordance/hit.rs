//! A hit, and the order of hits.
//!
//! What was asked for as it was typed comes before its words scattered; then what is
//! published or approved before what is translated before drafts; then shorter units
//! before those of twice the length and more; then the newest; then the order of the
//! memories, and in each the unit that came last.

use std::cmp::Reverse;
use std::ops::Range;

use super::corpus::{Corpus, Side};
use crate::memory::live::Stored;
use crate::memory::rank::tier;
use crate::model::{Context, Date, MemoryId, RevisionId, Timestamp, UnitId, UnitStatus};

/// A unit that has what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The memory it is of.
    pub memory: MemoryId,
    /// That memory's name.
    pub memory_name: String,
    /// The unit.
    pub unit: UnitId,
    /// Its state.
    pub revision: RevisionId,
    /// The text in the language translated from.
    pub source: String,
    /// The text in the language translated into.
    pub target: String,
    /// What was found in the source, in bytes, rising.
    pub in_source: Vec<Range<usize>>,
    /// What was found in the target.
    pub in_target: Vec<Range<usize>>,
    /// Whether it stands there as it was typed.
    pub is_phrase: bool,
    /// How far the unit is.
    pub status: UnitStatus,
    /// Who translated it; empty when unknown.
    pub author: String,
    /// Who approved it; empty for nobody.
    pub approver: String,
    /// The number of its release; empty when unknown.
    pub release: String,
    /// The date of its release.
    pub date: Option<Date>,
    /// When the unit was stored so.
    pub at: Timestamp,
    /// Its neighbours.
    pub context: Context,
}

/// The place of a hit among the others: greater is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    is_phrase: bool,
    tier: u8,
    length: Reverse<u32>,
    at: Timestamp,
    date: Option<Date>,
    memory: Reverse<usize>,
    slot: u32,
}

/// A hit that is not written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it stands among the others.
    pub rank: Rank,
    in_source: Vec<Range<usize>>,
    in_target: Vec<Range<usize>>,
}

impl Draft {
    /// A unit found at `slot` of the memory numbered `memory`.
    pub fn new(
        stored: &Stored<'_>,
        [in_source, in_target]: [Vec<Range<usize>>; 2],
        is_phrase: bool,
        memory: usize,
        slot: u32,
    ) -> Self {
        let unit = &stored.unit;
        let rank = Rank {
            is_phrase,
            tier: tier(unit.status),
            length: Reverse(unit.source.len().max(1).ilog2()),
            at: stored.at,
            date: unit.date,
            memory: Reverse(memory),
            slot,
        };
        Self { rank, in_source, in_target }
    }

    /// The hit written out.
    pub fn hit(&self, corpora: &[Corpus]) -> Option<Hit> {
        let corpus = corpora.get(self.rank.memory.0)?;
        let stored = corpus.stored(self.rank.slot)?;
        let unit = stored.unit;
        Some(Hit {
            memory: corpus.header().id,
            memory_name: corpus.header().name.clone(),
            unit: stored.id,
            revision: stored.revision,
            source: corpus.text(Side::Source, &stored).to_owned(),
            target: corpus.text(Side::Target, &stored).to_owned(),
            in_source: self.in_source.clone(),
            in_target: self.in_target.clone(),
            is_phrase: self.rank.is_phrase,
            status: unit.status,
            author: unit.author.to_owned(),
            approver: unit.approver.to_owned(),
            release: unit.release.to_owned(),
            date: unit.date,
            at: stored.at,
            context: unit.context,
        })
    }
}
