//! Which revisions say how the units are now.
//!
//! The head of a unit is the revision that no other of its revisions names as a
//! parent. Two heads are a conflict: both hold until somebody decides. Revisions
//! may come in any order, a parent after its child too, and more than once, as
//! merged files have them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::vocabulary::{Quick, narrow, wide};
use crate::model::{Revision, RevisionId, UnitId};

/// The heads of all units. A *slot* is a revision's place in the memory.
#[derive(Debug, Default)]
pub struct Heads {
    slots: HashMap<RevisionId, u32, Quick>,
    /// The place of each unit among the units, in file order.
    places: HashMap<UnitId, u32, Quick>,
    /// The head of each unit, the first to come when there are several.
    first: Vec<u32>,
    /// The other heads of units in conflict, by place.
    others: BTreeMap<u32, Vec<u32>>,
    /// Revisions named as parents that have not come.
    awaited: HashSet<RevisionId>,
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
    /// Makes room for `count` more revisions.
    pub fn reserve(&mut self, count: usize) {
        self.slots.reserve(count);
        self.places.reserve(count);
        self.first.reserve(count);
    }

    /// The slot of a revision.
    pub fn slot(&self, id: RevisionId) -> Option<u32> {
        self.slots.get(&id).copied()
    }

    /// The heads of a unit, none for an unknown one.
    pub fn of(&self, unit: UnitId) -> Vec<u32> {
        self.places.get(&unit).map(|&place| self.at(place)).unwrap_or_default()
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

    /// Takes a revision in at `slot`; `None` when it was here already.
    pub fn receive(&mut self, revision: &Revision, slot: u32) -> Option<Effect> {
        if self.slots.contains_key(&revision.id) {
            return None;
        }
        self.slots.insert(revision.id, slot);
        let parents: Vec<u32> = revision.parents.iter().filter_map(|id| self.slot(*id)).collect();
        let missing = revision.parents.iter().filter(|id| !self.slots.contains_key(id));
        self.awaited.extend(missing);
        let is_parent = self.awaited.remove(&revision.id);
        let place = *self.places.entry(revision.unit).or_insert_with(|| narrow(self.first.len()));
        if wide(place) == self.first.len() {
            self.first.push(slot);
            // A parent that comes after its child finds the unit known.
            return Some(Effect { is_head: true, superseded: Vec::new() });
        }
        let before = self.at(place);
        let mut heads: Vec<u32> =
            before.iter().copied().filter(|head| !parents.contains(head)).collect();
        // Revisions that name one another in a ring leave the last of them.
        let is_head = !is_parent || heads.is_empty();
        if is_head {
            heads.push(slot);
        }
        let superseded = before.into_iter().filter(|head| !heads.contains(head)).collect();
        self.set(place, &heads);
        Some(Effect { is_head, superseded })
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, UnitChange};

    /// Revisions `id: parents` of one unit, in the order they come, and the heads left.
    fn check(revisions: &[(u64, &[u64])], expected: &[u32]) {
        let mut heads = Heads::default();
        let unit = UnitId::from_bits(1);
        for (slot, (id, parents)) in (0..).zip(revisions) {
            let revision = Revision {
                id: RevisionId::from_bits(*id),
                unit,
                parents: parents.iter().map(|id| RevisionId::from_bits(*id)).collect(),
                at: Timestamp::UNIX_EPOCH,
                change: UnitChange::Delete { by: String::new() },
            };
            heads.receive(&revision, slot);
        }
        assert_eq!(heads.of(unit), expected, "{revisions:?}");
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
        check(&[(1, &[]), (1, &[]), (2, &[9])], &[0, 2]);
        check(&[(1, &[2]), (2, &[1])], &[1]);
    }
}
