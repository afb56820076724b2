//! The revisions of some units, and which of them are heads: the past that a change is
//! checked against and taken back to.

use std::collections::{HashMap, HashSet};

use super::ledger::Ledger;
use crate::memory::vocabulary::Quick;
use crate::model::{RevisionId, UnitId};

/// The revisions of some units of a ledger, each unit's in the order in which they were
/// written.
pub struct Past<'a> {
    ledger: &'a Ledger,
    of: HashMap<u64, Vec<u32>, Quick>,
}

impl<'a> Past<'a> {
    /// The past of these units.
    pub fn of(ledger: &'a Ledger, units: impl IntoIterator<Item = UnitId>) -> Self {
        let mut of: HashMap<u64, Vec<u32>, Quick> =
            units.into_iter().map(|unit| (unit.bits(), Vec::new())).collect();
        for slot in 0..ledger.slots() {
            if let Some(slots) = of.get_mut(&ledger.unit_bits(slot)) {
                slots.push(slot);
            }
        }
        Self { ledger, of }
    }

    /// The slots of a unit's revisions.
    pub fn slots(&self, unit: UnitId) -> &[u32] {
        self.of.get(&unit.bits()).map_or(&[], Vec::as_slice)
    }

    /// The id of a slot's revision.
    pub fn id(&self, slot: u32) -> Option<RevisionId> {
        self.ledger.record(slot).map(|record| record.id)
    }

    /// The revisions of a unit that no other of its revisions replaces, as `heads` has them.
    pub fn heads(&self, unit: UnitId) -> Vec<u32> {
        let slots = self.slots(unit);
        let replaced: HashSet<RevisionId> =
            slots.iter().flat_map(|&slot| self.ledger.parents(slot)).copied().collect();
        let is_head = |slot: &u32| self.id(*slot).is_some_and(|id| !replaced.contains(&id));
        let heads: Vec<u32> = slots.iter().copied().filter(is_head).collect();
        // Revisions that name one another in a ring leave the last of them.
        if heads.is_empty() { slots.last().copied().into_iter().collect() } else { heads }
    }

    /// The slots of the revisions that a slot's revision replaces.
    pub fn parents(&self, slot: u32) -> Vec<u32> {
        let parents = self.ledger.parents(slot);
        let unit = UnitId::from_bits(self.ledger.unit_bits(slot));
        let is_parent = |other: &u32| self.id(*other).is_some_and(|id| parents.contains(&id));
        self.slots(unit).iter().copied().filter(is_parent).collect()
    }
}
