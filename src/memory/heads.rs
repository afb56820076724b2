//! Which revisions say how the units are now.
//!
//! The head of a unit is the revision that no other of its revisions names as a
//! parent. Two heads are a conflict: both hold until somebody decides. Revisions
//! may come in any order, a parent after its child too, and more than once, as
//! merged files have them.

use std::collections::{BTreeMap, BTreeSet};

use super::records::Records;
use super::table::Table;
use super::vocabulary::{narrow, wide};
use crate::model::{RevisionId, UnitId};

/// The heads of all units. A *slot* is a revision's place in the memory.
#[derive(Debug, Default, Clone)]
pub struct Heads {
    /// Slots by the ids of their revisions.
    pub(super) slots: Table,
    /// The place of each unit among the units, in file order, by the unit's id.
    pub(super) places: Table,
    /// The head of each unit, the first to come when there are several.
    pub(super) first: Vec<u32>,
    /// The other heads of units in conflict, by place.
    pub(super) others: BTreeMap<u32, Vec<u32>>,
    /// Revisions named as parents that have not come.
    pub(super) awaited: BTreeSet<RevisionId>,
}

/// What a revision changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Whether the revision is a head.
    pub is_head: bool,
    /// Slots that are heads no longer.
    pub superseded: Vec<u32>,
}

impl Heads {
    /// Makes room for `count` revisions in all.
    pub fn reserve(&mut self, count: usize, records: &Records) {
        self.slots.reserve(count, |slot| records.id(slot));
        let first = &self.first;
        self.places.reserve(count, |place| unit_at(first, place, records));
        self.first.reserve(count.saturating_sub(self.first.len()));
    }

    /// The slot of a revision.
    pub fn slot(&self, id: RevisionId, records: &Records) -> Option<u32> {
        self.slots.find(id.bits(), |slot| records.id(slot) == id.bits())
    }

    fn place(&self, unit: UnitId, records: &Records) -> Option<u32> {
        let is = |place| unit_at(&self.first, place, records) == unit.bits();
        self.places.find(unit.bits(), is)
    }

    /// The heads of a unit, none for an unknown one.
    pub fn of(&self, unit: UnitId, records: &Records) -> Vec<u32> {
        self.place(unit, records).map(|place| self.at(place)).unwrap_or_default()
    }

    fn at(&self, place: u32) -> Vec<u32> {
        let others = self.others.get(&place).into_iter().flatten();
        self.first.get(wide(place)).into_iter().chain(others).copied().collect()
    }

    /// The heads of every unit, in the order the units came.
    pub fn all(&self) -> impl Iterator<Item = u32> {
        let places = (0..).zip(&self.first);
        places.flat_map(|(place, &first)| {
            let others = self.others.get(&place).into_iter().flatten().copied();
            std::iter::once(first).chain(others)
        })
    }

    /// The heads of each unit that has more than one.
    pub fn conflicts(&self) -> impl Iterator<Item = Vec<u32>> {
        self.others.keys().map(|&place| self.at(place))
    }

    /// Takes in the revision that was laid down last, at `slot`; it must not have been
    /// here. `parents` are those it names.
    pub fn receive(&mut self, slot: u32, parents: &[RevisionId], records: &Records) -> Effect {
        let (id, unit) = (records.id(slot), records.unit(slot));
        self.slots.insert(id, slot, |slot| records.id(slot));
        let mut known = Vec::new();
        for parent in parents {
            match self.slot(*parent, records) {
                Some(slot) => known.push(slot),
                None => drop(self.awaited.insert(*parent)),
            }
        }
        let is_parent = self.awaited.remove(&RevisionId::from_bits(id));
        let Some(place) = self.place(UnitId::from_bits(unit), records) else {
            let (place, first) = (narrow(self.first.len()), &mut self.first);
            first.push(slot);
            self.places.insert(unit, place, |place| unit_at(first, place, records));
            // A parent that comes after its child finds the unit known.
            return Effect { is_head: true, superseded: Vec::new() };
        };
        let before = self.at(place);
        let mut heads: Vec<u32> =
            before.iter().copied().filter(|head| !known.contains(head)).collect();
        // Revisions that name one another in a ring leave the last of them.
        let is_head = !is_parent || heads.is_empty();
        if is_head {
            heads.push(slot);
        }
        let superseded = before.into_iter().filter(|head| !heads.contains(head)).collect();
        self.set(place, &heads);
        Effect { is_head, superseded }
    }

    fn set(&mut self, place: u32, heads: &[u32]) {
        let Some((first, others)) = heads.split_first() else { return };
        if let Some(head) = self.first.get_mut(wide(place)) {
            *head = *first;
        }
        if others.is_empty() {
            self.others.remove(&place);
        } else {
            self.others.insert(place, others.to_vec());
        }
    }

    /// Bytes on the heap, but for the few of conflicts.
    pub const fn bytes(&self) -> usize {
        self.slots.bytes() + self.places.bytes() + 4 * self.first.capacity()
    }
}

/// The bits of the unit at a place.
fn unit_at(first: &[u32], place: u32, records: &Records) -> u64 {
    first.get(wide(place)).map_or(0, |&slot| records.unit(slot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Revision, Timestamp, UnitChange};

    /// Revisions `id: parents` of one unit, in the order they come, and the heads left.
    fn check(revisions: &[(u64, &[u64])], expected: &[u32]) {
        let (mut heads, mut records) = (Heads::default(), Records::default());
        let unit = UnitId::from_bits(1);
        for (id, parents) in revisions {
            let revision = Revision {
                id: RevisionId::from_bits(*id),
                unit,
                parents: parents.iter().map(|id| RevisionId::from_bits(*id)).collect(),
                at: Timestamp::UNIX_EPOCH,
                change: UnitChange::Delete { by: String::new() },
            };
            if heads.slot(revision.id, &records).is_none() {
                let slot = records.push(&revision);
                heads.receive(slot, &revision.parents, &records);
            }
        }
        assert_eq!(heads.of(unit, &records), expected, "{revisions:?}");
        assert_eq!(heads.all().collect::<Vec<_>>(), expected);
        assert_eq!(heads.conflicts().count(), usize::from(expected.len() > 1));
    }

    #[test]
    fn the_heads_are_the_revisions_that_no_other_replaces() {
        check(&[(1, &[])], &[0]);
        check(&[(1, &[]), (2, &[1]), (3, &[2])], &[2]);
        check(&[(1, &[]), (2, &[1]), (3, &[1])], &[1, 2]);
        check(&[(1, &[]), (2, &[1]), (3, &[1]), (4, &[2, 3])], &[3]);
        check(&[(2, &[1]), (1, &[])], &[0]);
        check(&[(3, &[2]), (1, &[]), (2, &[1])], &[0]);
        check(&[(1, &[]), (1, &[]), (2, &[9])], &[0, 1]);
        check(&[(1, &[2]), (2, &[1])], &[1]);
    }
}
