//! The index of a memory in one direction.
//!
//! Exact: for every query and threshold it finds the texts that the exhaustive
//! loop finds. How, and who showed that nothing is lost by it:
//!
//! 1. Tokens are numbered by frequency, texts that are equal token by token form
//!    a group, groups stand in order of length ([`groups`]): what a threshold
//!    allows in length is a range of groups.
//! 2. Of each group only the rarest tokens are indexed ([`postings`]): the prefix
//!    filter of Chaudhuri, Ganti and Kaushik, 2006.
//! 3. What a rare token of the query leads to passes a 128-bit signature, then the
//!    count of common tokens with the order set aside, then the edit distance,
//!    bit-parallel and cut off at what the threshold allows ([`probe`]).
//! 4. The threshold rises to what the best matches so far leave open ([`search`]).
//! 5. Units of a group are ranked by what is kept beside them ([`members`]); only
//!    those that may be among the best have their texts read.
//!
//! Texts added later stand in a [`tail`] that every search passes through.
//!
//! What it costs: `docs/measurements/memory.md`.
//!
//! Refused: n-gram and embedding searches, fast but not exact; BK-trees and other
//! metric trees, which touch most of a memory at 70 %; suffix arrays, which find
//! fragments (that is concordance) and not sentences.

mod build;
mod groups;
mod image;
mod members;
mod postings;
mod probe;
mod search;
mod tail;

use std::borrow::Cow;
use std::sync::Mutex;

pub use build::{Builder, Part, merit};
pub use members::{Member, is_date_hash, value_hash};
pub use search::Found;

use super::threshold::Threshold;
use super::tokens::Tokenised;
use super::vocabulary::{Vocabulary, narrow};
use groups::Groups;
use members::Members;
use postings::Postings;
use probe::Probe;
use search::Search;
use tail::Tail;

/// The index of a memory in one direction.
#[derive(Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    groups: Groups,
    postings: Postings,
    members: Members,
    tail: Tail,
    /// Tables for lookups, as many as have been under way at a time.
    probes: Mutex<Vec<Probe>>,
}

impl Index {
    fn new(vocabulary: Vocabulary, groups: Groups, postings: Postings, members: Members) -> Self {
        Self { vocabulary, groups, postings, members, ..Self::default() }
    }

    /// Finds every group at or above the threshold. `visit` is told of each once,
    /// and answers with the threshold that holds from then on, the same or higher.
    pub fn search(
        &self,
        classes: &[Cow<str>],
        threshold: Threshold,
        visit: impl FnMut(Found) -> Threshold,
    ) {
        let tokens: Vec<_> = classes.iter().map(|class| self.vocabulary.number(class)).collect();
        let mut probe = self.take_probe();
        probe.prepare(&tokens, self.groups.len());
        let (groups, postings, tail) = (&self.groups, &self.postings, &self.tail);
        Search { groups, postings, tail, probe: &mut probe, threshold, visit }.run();
        if let Ok(mut probes) = self.probes.lock() {
            probes.push(probe);
        }
    }

    fn take_probe(&self) -> Probe {
        self.probes.lock().ok().and_then(|mut probes| probes.pop()).unwrap_or_default()
    }

    /// Adds the text of a unit.
    pub fn append(&mut self, slot: u32, text: &Tokenised) {
        self.tail.push(slot, text, &mut self.vocabulary);
    }

    /// Whether the tail is so long that a new index would serve better.
    pub const fn is_stale(&self) -> bool {
        self.tail.len() > Tail::SHORT + self.members.len() / Tail::SHARE
    }

    /// The units of a group.
    pub fn members(&self, group: u32) -> impl Iterator<Item = Member<'_>> {
        self.members.of(group).chain(self.tail.member(group, narrow(self.groups.len())))
    }

    /// How many units are indexed.
    pub const fn len(&self) -> usize {
        self.members.len() + self.tail.len()
    }

    /// Plants a fault for tests to find.
    #[cfg(test)]
    pub fn plant(&mut self, fault: Fault) {
        match fault {
            Fault::LostPostings(class) => {
                let token = self.vocabulary.number(class).expect(class);
                self.postings.lose(token);
            }
            Fault::RaisedRanks => self.postings.raise_ranks(),
            Fault::ShortSignatures => self.groups.shorten_signatures(),
            Fault::LostTail => self.tail = Tail::default(),
        }
    }

    /// What the index takes up.
    pub fn size(&self) -> IndexSize {
        IndexSize {
            units: self.len(),
            groups: self.groups.len() + self.tail.len(),
            vocabulary_bytes: self.vocabulary.bytes(),
            group_bytes: self.groups.bytes() + self.tail.bytes(),
            posting_bytes: self.postings.bytes(),
            member_bytes: self.members.bytes(),
        }
    }
}

/// What may be wrong with an index.
#[cfg(test)]
#[derive(Debug, Clone, Copy)]
pub enum Fault<'a> {
    /// A class leads nowhere.
    LostPostings(&'a str),
    /// Tokens seem less rare in their texts than they are.
    RaisedRanks,
    /// Texts seem to lack tokens.
    ShortSignatures,
    /// What was added later is gone.
    LostTail,
}

/// What an index takes up on the heap, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexSize {
    /// Units indexed.
    pub units: usize,
    /// Texts different token by token.
    pub groups: usize,
    /// Token classes and their numbers, estimated.
    pub vocabulary_bytes: usize,
    /// The texts as token numbers.
    pub group_bytes: usize,
    /// The postings.
    pub posting_bytes: usize,
    /// The units of each group.
    pub member_bytes: usize,
}

impl IndexSize {
    /// All bytes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.vocabulary_bytes + self.group_bytes + self.posting_bytes + self.member_bytes
    }
}
