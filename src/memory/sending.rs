//! What a working memory may send to a shared one, unit by unit, and why the rest waits.
//!
//! A unit that moves keeps its id: a row that knows itself by it is found again in the shared
//! memory, and a second sending, after a crash between the two writings, finds the unit there
//! and adds nothing. Whether its release may be known yet, only the caller can tell.

use std::collections::{HashMap, HashSet};

use super::change::Added;
use super::error::MemoryError;
use super::live::{Memory, Stored};
use crate::model::{Cancelled, IdSource, SeededIds, Timestamp, Unit, UnitId, Watch};

/// Units between two looks at whether somebody has cancelled.
const UNITS_A_LOOK: usize = 4096;

/// Why a release's units stay private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// It is not to be known before this moment.
    Until(Timestamp),
    /// The release says so.
    ByRelease,
}

/// What becomes of a unit when the memory is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It goes, and is new there.
    New,
    /// It goes, and takes the place of an earlier state of it.
    Changed,
    /// It is there as it is: the working memory lets go of it.
    Same,
    /// The shared memory has another target for its source: it waits, unless conflicts go.
    Conflict,
    /// It waits: the shared memory takes only what is approved.
    NotApproved,
    /// It waits: its release stays private.
    Held(Held),
    /// It waits: the working memory has it in two states.
    TwoStates,
}

impl Verdict {
    /// Whether the unit leaves the working memory.
    #[must_use]
    pub const fn leaves(self, conflicts_go: bool) -> bool {
        match self {
            Self::New | Self::Changed | Self::Same => true,
            Self::Conflict => conflicts_go,
            Self::NotApproved | Self::Held(_) | Self::TwoStates => false,
        }
    }
}

/// A unit of the working memory, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The unit.
    pub id: UnitId,
    /// What it says.
    pub unit: Unit,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The target that the shared memory has, where that is another one.
    pub there: Option<String>,
}

/// Every unit of a working memory with what becomes of it, those that go first.
///
/// `held` says of a unit whether its release stays private.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn candidates(
    working: &Memory,
    shared: &Memory,
    held: &dyn Fn(&Stored<'_>) -> Option<Held>,
    watch: &dyn Watch,
) -> Result<Vec<Candidate>, Cancelled> {
    let there = targets(working, shared, watch)?;
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let total = working.len();
    for (place, stored) in working.units().enumerate() {
        if place % UNITS_A_LOOK == 0 {
            watch.report(place, total)?;
        }
        if !seen.insert(stored.id) {
            continue;
        }
        let verdict = verdict(working, shared, &stored, held(&stored), &there);
        let before = shared.unit(stored.id).first().map(|now| now.unit.target.to_owned());
        let others = || there.get(stored.unit.source).and_then(|all| all.first());
        let other = before.or_else(|| others().map(|&other| other.to_owned()));
        let there = other.filter(|other| other != stored.unit.target);
        found.push(Candidate { id: stored.id, unit: stored.unit.to_unit(), verdict, there });
    }
    found.sort_by_key(|candidate| candidate.verdict);
    Ok(found)
}

/// The targets that the shared memory has for the sources of the working one.
fn targets<'a>(
    working: &'a Memory,
    shared: &'a Memory,
    watch: &dyn Watch,
) -> Result<HashMap<&'a str, Vec<&'a str>>, Cancelled> {
    let wanted: HashSet<&str> = working.units().map(|stored| stored.unit.source).collect();
    let mut found: HashMap<&str, Vec<&str>> = HashMap::new();
    for (place, stored) in shared.units().enumerate() {
        if place % UNITS_A_LOOK == 0 {
            watch.report(0, 0)?;
        }
        if wanted.contains(stored.unit.source) {
            found.entry(stored.unit.source).or_default().push(stored.unit.target);
        }
    }
    Ok(found)
}

fn verdict(
    working: &Memory,
    shared: &Memory,
    stored: &Stored<'_>,
    held: Option<Held>,
    there: &HashMap<&str, Vec<&str>>,
) -> Verdict {
    if let Some(held) = held {
        return Verdict::Held(held);
    }
    if working.unit(stored.id).len() > 1 {
        return Verdict::TwoStates;
    }
    // The revision is thrown away, and its id with it.
    let unit = stored.unit.to_unit();
    let proposed = shared.propose_moved(stored.id, unit, stored.at, &mut SeededIds::new(0));
    let targets = there.get(stored.unit.source).map(Vec::as_slice).unwrap_or_default();
    match proposed {
        Err(_) => Verdict::NotApproved,
        Ok(Added::Same(_)) => Verdict::Same,
        // Somebody has changed it there since.
        Ok(Added::Changed(_)) if shared.unit(stored.id).iter().any(|now| now.at > stored.at) => {
            Verdict::Conflict
        }
        Ok(Added::Changed(_)) => Verdict::Changed,
        Ok(Added::New(_)) if targets.is_empty() => Verdict::New,
        Ok(Added::New(_)) => Verdict::Conflict,
    }
}

impl Memory {
    /// The revision that takes in a unit of another memory under the id it has there,
    /// without taking it in. What the memory has of that unit is replaced; units of the same
    /// two texts are one, as in [`Self::propose`].
    ///
    /// # Errors
    /// When the memory's update rule does not let the unit in, or a text is empty.
    pub fn propose_moved(
        &self,
        id: UnitId,
        unit: Unit,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Added, MemoryError> {
        if !self.unit(id).is_empty() {
            return self.propose_update(id, unit, at, ids);
        }
        Ok(match self.propose(unit, at, ids)? {
            Added::New(first) => {
                // It may have been here and been withdrawn.
                let next = self.next(id, first.change, at, ids);
                Added::New(Box::new(next))
            }
            known => known,
        })
    }
}
