//! Changes to a memory: what a unit given to it becomes.
//!
//! Each change is a revision, first proposed, so that it can be put on disk before
//! it counts, then received.

use super::error::MemoryError;
use super::live::{Memory, Stored};
use crate::model::{
    IdSource, MemoryFile, Revision, RevisionId, Timestamp, Unit, UnitChange, UnitId, UnitRef,
    UnitStatus, UpdateRule,
};

/// What became of a unit given to a memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It is new: the revision to append to the file.
    New(Box<Revision>),
    /// It replaces a former state: the revision to append to the file.
    Changed(Box<Revision>),
    /// The memory has it already; nothing is to be written.
    Same(UnitId),
}

impl Added {
    /// The revision to append to the file, if there is one.
    #[must_use]
    pub fn revision(&self) -> Option<&Revision> {
        match self {
            Self::New(revision) | Self::Changed(revision) => Some(revision),
            Self::Same(_) => None,
        }
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> UnitId {
        match self {
            Self::New(revision) | Self::Changed(revision) => revision.unit,
            Self::Same(unit) => *unit,
        }
    }
}

impl Memory {
    /// The revision that adds a unit, without adding it. Units of the same two texts
    /// are the same unit: it is changed where the new one has a higher status, or
    /// neighbours or inline codes where none were known.
    ///
    /// # Errors
    /// When the memory's update rule does not let the unit in, or a text is empty.
    pub fn propose(
        &self,
        unit: Unit,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Added, MemoryError> {
        self.may_enter(&unit)?;
        let Some(same) = self.same_texts(&unit) else {
            return Ok(Added::New(Box::new(Revision::first(unit, at, ids))));
        };
        // A known context stays: the same formula stands between others next time.
        let better_status = unit.status > same.unit.status;
        let new_context = same.unit.context.is_unknown() && !unit.context.is_unknown();
        let new_tags = same.unit.tags.is_empty() && !unit.tags.is_empty();
        if !better_status && !new_context && !new_tags {
            return Ok(Added::Same(same.id));
        }
        let mut changed = if better_status { unit.clone() } else { same.unit.to_unit() };
        changed.context = if new_context { unit.context } else { same.unit.context };
        changed.tags = if new_tags { unit.tags } else { same.unit.tags.clone() };
        Ok(Added::Changed(Box::new(self.next(same.id, UnitChange::Put(changed), at, ids))))
    }

    /// The revision that gives a unit another content, without taking it in.
    ///
    /// # Errors
    /// When there is no such unit, the update rule does not let the content in, or a
    /// text is empty.
    pub fn propose_update(
        &self,
        id: UnitId,
        unit: Unit,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Added, MemoryError> {
        self.may_enter(&unit)?;
        match self.existing(id)?.as_slice() {
            [only] if only.unit == UnitRef::from(&unit) => Ok(Added::Same(id)),
            _ => Ok(Added::Changed(Box::new(self.next(id, UnitChange::Put(unit), at, ids)))),
        }
    }

    /// The revision that withdraws a unit, without taking it in. `by` may be empty.
    ///
    /// # Errors
    /// When there is no such unit, or the memory is read only.
    pub fn propose_withdrawal(
        &self,
        id: UnitId,
        by: &str,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Revision, MemoryError> {
        if self.header.rule == UpdateRule::ReadOnly {
            return Err(MemoryError::ReadOnly { memory: self.header.name.clone() });
        }
        self.existing(id)?;
        Ok(self.next(id, UnitChange::Delete { by: by.to_owned() }, at, ids))
    }

    /// Adds a unit: [`Self::propose`], then [`Self::receive`].
    ///
    /// # Errors
    /// As [`Self::propose`].
    pub fn add(
        &mut self,
        unit: Unit,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Added, MemoryError> {
        let added = self.propose(unit, at, ids)?;
        self.receive_all(added.revision().cloned());
        Ok(added)
    }

    /// Gives a unit another content: [`Self::propose_update`], then [`Self::receive`].
    ///
    /// # Errors
    /// As [`Self::propose_update`].
    pub fn update(
        &mut self,
        id: UnitId,
        unit: Unit,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Added, MemoryError> {
        let added = self.propose_update(id, unit, at, ids)?;
        self.receive_all(added.revision().cloned());
        Ok(added)
    }

    /// Withdraws a unit: [`Self::propose_withdrawal`], then [`Self::receive`].
    ///
    /// # Errors
    /// As [`Self::propose_withdrawal`].
    pub fn withdraw(
        &mut self,
        id: UnitId,
        by: &str,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Result<Revision, MemoryError> {
        let revision = self.propose_withdrawal(id, by, at, ids)?;
        self.receive(&revision);
        Ok(revision)
    }

    /// Sets a unit to a former or later state of it, for undo and redo; `None`
    /// withdraws it. The update rule is not asked: the state was let in once. Tells
    /// the revision to append, `None` when that is the state already.
    pub fn set(
        &mut self,
        id: UnitId,
        to: Option<Unit>,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Option<Revision> {
        let now: Vec<_> = self.unit(id).into_iter().map(|stored| stored.unit).collect();
        let same = match &to {
            Some(unit) => now == [UnitRef::from(unit)],
            None => now.is_empty(),
        };
        if same {
            return None;
        }
        let change = to.map_or(UnitChange::Delete { by: String::new() }, UnitChange::Put);
        let revision = self.next(id, change, at, ids);
        self.receive(&revision);
        Some(revision)
    }

    /// The memory without what was replaced, a generation later: the heads of all units,
    /// withdrawals among them, so that a copy that still has a unit does not bring it back.
    #[must_use]
    pub fn compacted(&self) -> MemoryFile {
        let mut slots: Vec<u32> = self.heads.all().collect();
        slots.sort_unstable();
        let revisions = slots.into_iter().filter_map(|slot| self.records.revision(slot));
        let mut header = self.header.clone();
        header.generation += 1;
        MemoryFile { header, revisions: revisions.collect() }
    }

    fn may_enter(&self, unit: &Unit) -> Result<(), MemoryError> {
        let memory = || self.header.name.clone();
        for (text, side) in [(&unit.source, "source"), (&unit.target, "target")] {
            if text.trim().is_empty() {
                return Err(MemoryError::Empty { side });
            }
        }
        match self.header.rule {
            UpdateRule::ReadOnly => Err(MemoryError::ReadOnly { memory: memory() }),
            UpdateRule::Approved if unit.status < UnitStatus::Approved => {
                Err(MemoryError::NotApproved { memory: memory(), status: unit.status })
            }
            UpdateRule::Approved | UpdateRule::Confirmed => Ok(()),
        }
    }

    fn existing(&self, id: UnitId) -> Result<Vec<Stored<'_>>, MemoryError> {
        let states = self.unit(id);
        if states.is_empty() {
            return Err(MemoryError::NoSuchUnit { memory: self.header.name.clone(), unit: id });
        }
        Ok(states)
    }

    /// The next revision of a unit: it replaces all its heads.
    pub(super) fn next(
        &self,
        unit: UnitId,
        change: UnitChange,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Revision {
        let heads = self.heads.of(unit, &self.records).into_iter();
        let parents = heads.filter_map(|slot| Some(self.records.get(slot)?.id)).collect();
        Revision { id: RevisionId::fresh(ids), unit, parents, at, change }
    }

    /// The unit that has both texts, the first one in the file.
    fn same_texts(&self, unit: &Unit) -> Option<Stored<'_>> {
        let slots = self.pairs.of(&unit.source, &unit.target, self);
        let stored = slots.filter_map(|slot| Some((slot, self.stored(slot)?)));
        let same = stored.filter(|(_, stored)| {
            stored.unit.source == unit.source && stored.unit.target == unit.target
        });
        same.min_by_key(|(slot, _)| *slot).map(|(_, stored)| stored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Context, Lang, SeededIds};

    fn memory(rule: UpdateRule, ids: &mut SeededIds) -> Memory {
        let (fr, en): (Lang, Lang) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("test", fr, en, ids);
        file.header.rule = rule;
        Memory::new(file)
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).expect("in range")
    }

    fn unit(source: &str, target: &str, status: UnitStatus) -> Unit {
        Unit::plain(source, target, status)
    }

    #[test]
    fn nothing_is_added_twice() {
        use UnitStatus::{Draft, Published, Translated};
        let between = Context::between(Some("a"), Some("b"));
        let placed = Unit { context: between, ..unit("oui", "yes", Draft) };
        // A unit given, how many units there are then, how many revisions.
        let cases = [
            (unit("oui", "yes", Translated), 1, 1),
            (unit("oui", "yes", Translated), 1, 1),
            (unit("oui", "yes", Draft), 1, 1),
            (unit("oui", "yes", Published), 1, 2),
            (unit("oui", "yes", Translated), 1, 2),
            (placed.clone(), 1, 3),
            (placed, 1, 3),
            (unit("oui", "indeed", Draft), 2, 4),
            (unit("Oui", "yes", Draft), 3, 5),
        ];
        let mut ids = SeededIds::new(1);
        let mut memory = memory(UpdateRule::Confirmed, &mut ids);
        for (number, (unit, units, revisions)) in cases.into_iter().enumerate() {
            let added = memory.add(unit, at(0), &mut ids).expect("it may enter");
            assert_eq!((memory.len(), memory.revision_count()), (units, revisions), "{number}");
            assert!(!memory.unit(added.unit()).is_empty());
        }
        let first = memory.units().next().expect("a unit");
        assert_eq!((first.unit.status, first.unit.context), (Published, between));
    }

    #[test]
    fn a_unit_is_updated_and_withdrawn() {
        let mut ids = SeededIds::new(1);
        let mut memory = memory(UpdateRule::Confirmed, &mut ids);
        let first = unit("oui", "yes", UnitStatus::Draft);
        let id = memory.add(first.clone(), at(0), &mut ids).expect("added").unit();
        assert_eq!(memory.update(id, first, at(1), &mut ids), Ok(Added::Same(id)));
        let better = unit("oui", "indeed", UnitStatus::Draft);
        let changed = memory.update(id, better.clone(), at(2), &mut ids).expect("updated");
        assert_eq!(changed.revision().map(|revision| revision.parents.len()), Some(1));
        let units: Vec<_> = memory.units().map(|stored| stored.unit.to_unit()).collect();
        assert_eq!(units, std::slice::from_ref(&better));
        memory.withdraw(id, "Anna", at(3), &mut ids).expect("withdrawn");
        assert!(memory.is_empty());
        let gone = Err(MemoryError::NoSuchUnit { memory: "test".to_owned(), unit: id });
        assert_eq!(memory.withdraw(id, "Anna", at(4), &mut ids), gone);
        // What is withdrawn may come again, as another unit.
        assert_ne!(memory.add(better, at(5), &mut ids).expect("added").unit(), id);
        let again = Memory::new(memory.to_file());
        assert_eq!((again.len(), again.revision_count()), (1, 4));
    }

    #[test]
    fn two_states_made_apart_are_a_conflict_until_one_replaces_both() {
        let mut ids = SeededIds::new(1);
        let mut memory = memory(UpdateRule::Confirmed, &mut ids);
        let added = memory.add(unit("oui", "yes", UnitStatus::Draft), at(0), &mut ids);
        let id = added.expect("added").unit();
        let apart = ["indeed", "yes, sir"].map(|target| {
            let unit = unit("oui", target, UnitStatus::Draft);
            memory.propose_update(id, unit, at(1), &mut ids).expect("proposed")
        });
        let revisions = apart.iter().filter_map(|added| added.revision().cloned());
        assert_eq!(memory.receive_all(revisions.collect::<Vec<_>>()), 2);
        assert_eq!((memory.len(), memory.conflicts().map(|heads| heads.len()).sum()), (2, 2_usize));
        let decided = unit("oui", "yes, sir", UnitStatus::Approved);
        memory.update(id, decided, at(2), &mut ids).expect("decided");
        assert_eq!((memory.len(), memory.conflicts().count()), (1, 0));
    }

    #[test]
    fn a_compacted_memory_keeps_what_holds_and_what_was_withdrawn() {
        let mut ids = SeededIds::new(1);
        let mut memory = memory(UpdateRule::Confirmed, &mut ids);
        let first = memory.add(unit("oui", "yes", UnitStatus::Draft), at(0), &mut ids);
        let first = first.expect("added").unit();
        let gone = memory.add(unit("non", "no", UnitStatus::Draft), at(0), &mut ids);
        let gone = gone.expect("added").unit();
        let before = memory.to_file();
        let better = unit("oui", "indeed", UnitStatus::Draft);
        memory.update(first, better, at(1), &mut ids).expect("updated");
        memory.withdraw(gone, "", at(1), &mut ids).expect("withdrawn");
        let file = memory.compacted();
        assert_eq!((file.revisions.len(), file.header.generation), (2, 2));
        let mut again = Memory::new(file);
        assert_eq!((again.len(), again.conflicts().count()), (1, 0));
        // An old copy brings nothing back.
        again.receive_all(before.revisions);
        let targets: Vec<_> = again.units().map(|stored| stored.unit.target).collect();
        assert_eq!((targets.as_slice(), again.conflicts().count()), (["indeed"].as_slice(), 0));
    }

    #[test]
    fn the_update_rule_is_held() {
        let name = || "test".to_owned();
        let draft = unit("oui", "yes", UnitStatus::Translated);
        let not_approved = || MemoryError::NotApproved { memory: name(), status: draft.status };
        let cases = [
            (UpdateRule::Approved, draft.clone(), Some(not_approved())),
            (UpdateRule::Approved, unit("oui", "yes", UnitStatus::Published), None),
            (UpdateRule::ReadOnly, draft.clone(), Some(MemoryError::ReadOnly { memory: name() })),
            (
                UpdateRule::Confirmed,
                unit("oui", " ", UnitStatus::Draft),
                Some(MemoryError::Empty { side: "target" }),
            ),
        ];
        for (rule, unit, expected) in cases {
            let mut ids = SeededIds::new(1);
            let mut memory = memory(rule, &mut ids);
            assert_eq!(memory.add(unit, at(0), &mut ids).err(), expected);
            assert_eq!(memory.len(), usize::from(expected.is_none()));
        }
        assert_eq!(
            not_approved().to_string(),
            "memory \"test\" takes approved and published units only, this one is translated: \
             approve it first"
        );
    }
}
