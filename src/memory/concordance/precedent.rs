//! The precedent of a match or hit: what stood around a unit in the release it comes from.
//!
//! A unit knows its neighbours by the fingerprints of their sources
//! ([`crate::model::Context`]); they are sought among the units of the same release. Where
//! no neighbours are known, as in imported memories, the units stored before and after it
//! for that release stand in for them.

use std::collections::HashMap;

use super::corpus::Corpus;
use super::hit::{Draft, Hit};
use crate::memory::live::Stored;
use crate::memory::vocabulary::Quick;
use crate::model::{Cancelled, Fingerprint, UnitId, Watch};

/// A unit among its neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedent {
    /// The unit, with nothing marked.
    pub hit: Hit,
    /// What stood before it, in order.
    pub before: Vec<Hit>,
    /// What stood behind it, in order.
    pub after: Vec<Hit>,
    /// Whether the neighbours are known to be such, rather than stored one after the other.
    pub is_certain: bool,
}

/// So many neighbours on each side.
const NEIGHBOURS: usize = 4;
/// Units looked at between two questions whether to go on: less than a millisecond.
const UNITS_BETWEEN: u32 = 1024;

impl Corpus {
    /// The precedent that a unit is; `None` when it is not there.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn precedent(
        &self,
        unit: UnitId,
        watch: &dyn Watch,
    ) -> Result<Option<Precedent>, Cancelled> {
        let Some((slot, of)) = self.find(unit, watch)? else { return Ok(None) };
        let siblings = self.siblings(&of, watch)?;
        let near = self.near(slot, &of, &siblings);
        let Some(hit) = self.plain(slot) else { return Ok(None) };
        let hits = |slots: Vec<u32>| slots.into_iter().filter_map(|slot| self.plain(slot));
        let Near { before, after, is_certain } = near;
        let before = hits(before).collect::<Vec<_>>().into_iter().rev().collect();
        Ok(Some(Precedent { hit, before, after: hits(after).collect(), is_certain }))
    }

    fn find(
        &self,
        unit: UnitId,
        watch: &dyn Watch,
    ) -> Result<Option<(u32, Stored<'_>)>, Cancelled> {
        for slot in (0..self.slots()).rev() {
            if slot.is_multiple_of(UNITS_BETWEEN) {
                watch.report(0, 1)?;
            }
            if let Some(stored) = self.stored(slot).filter(|stored| stored.id == unit) {
                return Ok(Some((slot, stored)));
            }
        }
        Ok(None)
    }

    /// The slots of the units of the same release, rising.
    fn siblings(&self, of: &Stored<'_>, watch: &dyn Watch) -> Result<Vec<u32>, Cancelled> {
        let mut siblings = Vec::new();
        for slot in 0..self.slots() {
            if slot.is_multiple_of(UNITS_BETWEEN) {
                watch.report(0, 1)?;
            }
            let same = |stored: &Stored| {
                (stored.unit.release, stored.unit.date) == (of.unit.release, of.unit.date)
            };
            siblings.extend(self.stored(slot).filter(same).map(|_| slot));
        }
        Ok(siblings)
    }

    fn near(&self, slot: u32, of: &Stored<'_>, siblings: &[u32]) -> Near {
        if of.unit.context.is_unknown() {
            // Without a release the units stored next to it say nothing.
            let siblings = if of.unit.release.is_empty() { &[] } else { siblings };
            let place = siblings.partition_point(|&other| other < slot);
            let (head, tail) = siblings.split_at(place);
            let before = head.iter().rev().take(NEIGHBOURS).copied().collect();
            let after = tail.iter().skip(1).take(NEIGHBOURS).copied().collect();
            return Near { before, after, is_certain: false };
        }
        let mut by_text: HashMap<u64, u32, Quick> = HashMap::default();
        for &slot in siblings {
            if let Some(stored) = self.stored(slot) {
                by_text.insert(Fingerprint::of(stored.unit.source).bits(), slot);
            }
        }
        let follow = |back: bool| {
            let (mut slots, mut at) = (Vec::new(), slot);
            while let Some(stored) = self.stored(at).filter(|_| slots.len() < NEIGHBOURS) {
                let context = stored.unit.context;
                let next = if back { context.before } else { context.after };
                let Some(&next) = by_text.get(&next.bits()) else { break };
                // A formula said twice would lead round in a ring.
                if next == slot || slots.contains(&next) {
                    break;
                }
                slots.push(next);
                at = next;
            }
            slots
        };
        Near { before: follow(true), after: follow(false), is_certain: true }
    }

    fn plain(&self, slot: u32) -> Option<Hit> {
        let stored = self.stored(slot)?;
        let draft = Draft::new(&stored, [Vec::new(), Vec::new()], true, 0, slot);
        draft.hit(std::slice::from_ref(self))
    }
}

/// The slots of neighbours, the nearest first.
struct Near {
    before: Vec<u32>,
    after: Vec<u32>,
    is_certain: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Direction, Memory};
    use crate::model::{Context, MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};

    /// Sentences of a release stored in an order of their own, others between them.
    fn memory(known: bool) -> Memory {
        let mut ids = SeededIds::new(3);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut memory = Memory::new(MemoryFile::new("m", fr, en, &mut ids));
        let texts = ["Un.", "Deux.", "Trois.", "Quatre."];
        for place in [2, 0, 3, 1] {
            for release in ["7", "8"] {
                let text = texts[place];
                let at = |place: Option<usize>| place.and_then(|at| texts.get(at)).copied();
                let mut unit = Unit::plain(text, &format!("{text} {release}"), UnitStatus::Draft);
                release.clone_into(&mut unit.release);
                if known {
                    unit.context = Context::between(at(place.checked_sub(1)), at(Some(place + 1)));
                }
                memory.add(unit, Timestamp::UNIX_EPOCH, &mut ids).expect("it may enter");
            }
        }
        memory
    }

    fn check(known: bool, expected: (&[&str], &[&str])) {
        let memory = memory(known);
        let unit = memory.units().find(|stored| stored.unit.target == "Deux. 8").expect("there").id;
        let corpus = memory.corpus(Direction::Forward);
        let found = corpus.precedent(unit, &Unwatched).expect("not cancelled").expect("there");
        let targets =
            |hits: &[Hit]| -> Vec<String> { hits.iter().map(|hit| hit.target.clone()).collect() };
        assert_eq!(targets(&found.before), expected.0);
        assert_eq!(targets(&found.after), expected.1);
        assert_eq!((found.hit.target.as_str(), found.is_certain), ("Deux. 8", known));
    }

    #[test]
    fn neighbours_are_those_of_the_same_release() {
        check(true, (&["Un. 8"], &["Trois. 8", "Quatre. 8"]));
    }

    #[test]
    fn where_none_are_known_those_stored_next_to_it_stand_in() {
        check(false, (&["Trois. 8", "Un. 8", "Quatre. 8"], &[]));
    }
}
