//! Units that move from one memory to another, and rows that follow them.
//!
//! A withdrawal that belongs to an addition elsewhere holds at once, but is written only
//! when the addition is on disk: a crash in between leaves the unit in both memories, and the
//! next sending sees that it is there and only withdraws. Nothing is ever in neither.

use super::{Kind, Languages, Library, put_revision};
use crate::memory::Memory;
use crate::model::{MemoryId, Revision, StoredUnit, Unit, UnitId, UpdateRule};
use crate::workbench::env::Env;
use crate::workbench::history::UnitStep;
use crate::workbench::session::Refused;

/// Revisions that are written when another memory's are.
#[derive(Debug)]
pub(super) struct HeldBack {
    /// Whose additions are written first.
    behind: MemoryId,
    memory: MemoryId,
    revision: Revision,
}

impl Library {
    /// Where the unit is that a row was stored as: in that memory, or in the one that it was
    /// sent to; `None` where it is in none at hand.
    #[must_use]
    pub fn home_of(&self, stored: StoredUnit) -> Option<StoredUnit> {
        let has_it = |memory: &Memory| !memory.unit(stored.unit).is_empty();
        let own = self.shelf(stored.memory).filter(|shelf| has_it(&shelf.memory));
        let home = own.or_else(|| self.shelves.iter().find(|shelf| has_it(&shelf.memory)))?;
        Some(StoredUnit { memory: home.memory.header().id, unit: stored.unit })
    }

    /// Stores a confirmed row's unit. One that was sent is followed: the shared memory gets
    /// its new state where its rule lets it in, and where not it is withdrawn there and kept in
    /// the working memory. `private` keeps it in the working memory whatever is chosen. The
    /// last step is where the unit is now.
    ///
    /// # Errors
    /// The unit is refused.
    pub fn store_confirmed(
        &mut self,
        unit: &Unit,
        known: Option<StoredUnit>,
        private: bool,
        pair: &Languages,
        env: &mut Env,
    ) -> Result<Vec<UnitStep>, Refused> {
        let taker = if private { self.private_id(pair, env) } else { self.working_id(pair, env) };
        let home = known.and_then(|known| self.home_of(known));
        let sent = home.filter(|home| home.memory != taker && self.is_shared(home.memory));
        let Some(sent) = sent.filter(|home| self.check_writable(home.memory).is_ok()) else {
            return Ok(vec![self.store(taker, unit, home, env)?]);
        };
        let before = self.unit(sent.memory, sent.unit);
        let is_same = before
            .as_ref()
            .is_some_and(|now| (&now.source, &now.target) == (&unit.source, &unit.target));
        if is_same {
            let (memory, id) = (sent.memory, sent.unit);
            return Ok(vec![UnitStep { memory, unit: id, before: before.clone(), after: before }]);
        }
        if !private && self.lets_in(sent.memory, unit) {
            return Ok(vec![self.store(sent.memory, unit, Some(sent), env)?]);
        }
        let stored = self.store(taker, unit, None, env)?;
        self.set_behind(taker, sent.memory, sent.unit, None, env);
        let StoredUnit { memory, unit } = sent;
        Ok(vec![UnitStep { memory, unit, before, after: None }, stored])
    }

    /// The units of a working memory that leave it for a shared one, in that order: each is
    /// added there, then withdrawn here. What the shared one refuses by now stays.
    ///
    /// # Errors
    /// One of the memories is not there, or is read only.
    pub fn send(
        &mut self,
        (from, to): (MemoryId, MemoryId),
        units: &[UnitId],
        env: &mut Env,
    ) -> Result<Vec<UnitStep>, Refused> {
        self.check_writable(from)?;
        self.check_writable(to)?;
        let mut steps = Vec::new();
        for &id in units {
            let Some(unit) = self.unit(from, id) else { continue };
            let Some(step) = self.take_moved(to, id, &unit, env) else { continue };
            steps.push(step);
            steps.push(UnitStep { memory: from, unit: id, before: Some(unit), after: None });
        }
        for step in steps.iter().filter(|step| step.memory == from) {
            self.set_behind(to, from, step.unit, None, env);
        }
        steps.retain(|step| step.before != step.after);
        Ok(steps)
    }

    /// Adds units that other members' rows are, under the ids that the rows know. What the memory
    /// has, or ever had, is passed over, and so is what it refuses.
    ///
    /// # Errors
    /// The memory is not there, or is read only.
    pub fn add_known(
        &mut self,
        to: MemoryId,
        units: &[(UnitId, Unit)],
        env: &mut Env,
    ) -> Result<Vec<UnitStep>, Refused> {
        self.check_writable(to)?;
        let mut steps = Vec::new();
        for (id, unit) in units {
            if self.shelf(to).is_some_and(|shelf| !shelf.memory.knows(*id)) {
                steps.extend(self.take_moved(to, *id, unit, env));
            }
        }
        Ok(steps)
    }

    /// The shared memory that the units of a pair go to: the one that somebody chose for what is
    /// confirmed, else the first that is written to.
    #[must_use]
    pub fn shared_of(&self, pair: &Languages) -> Option<MemoryId> {
        let is_shared = |shelf: &&super::Shelf| shelf.kind == Kind::Shared;
        let chosen = self.chosen(pair).filter(is_shared);
        let first = || self.writable(pair).find(is_shared);
        chosen.or_else(first).map(|shelf| shelf.memory.header().id)
    }

    /// Whether a memory takes a unit by its update rule.
    #[must_use]
    pub fn would_take(&self, memory: MemoryId, unit: &Unit) -> bool {
        self.lets_in(memory, unit)
    }

    /// Sets units to former or later states, for undo and redo of a step over several
    /// memories. What is withdrawn is written behind what comes back.
    pub fn set_all<'a>(
        &mut self,
        states: impl Iterator<Item = (MemoryId, UnitId, Option<&'a Unit>)>,
        env: &mut Env,
    ) {
        let (back, gone): (Vec<_>, Vec<_>) = states.partition(|(.., to)| to.is_some());
        for (memory, unit, to) in &back {
            self.set(*memory, *unit, *to, env);
        }
        for (memory, unit, _) in gone {
            let behind = back.iter().find(|(.., id, _)| *id == unit).map(|(first, ..)| *first);
            self.set_behind(behind.unwrap_or(memory), memory, unit, None, env);
        }
    }

    /// The private memory of a pair, which is made where there is none.
    pub fn private_id(&mut self, pair: &Languages, env: &mut Env) -> MemoryId {
        match self.working(pair) {
            Some(shelf) => shelf.memory.header().id,
            None => self.make_working(pair, env),
        }
    }

    fn is_shared(&self, memory: MemoryId) -> bool {
        self.shelf(memory).is_some_and(|shelf| shelf.kind == Kind::Shared)
    }

    fn lets_in(&self, memory: MemoryId, unit: &Unit) -> bool {
        use crate::model::UnitStatus::Approved;
        self.shelf(memory).is_some_and(|shelf| match shelf.memory.header().rule {
            UpdateRule::Confirmed => true,
            UpdateRule::Approved => unit.status >= Approved,
            UpdateRule::ReadOnly => false,
        })
    }

    /// Takes in a unit of another memory under its id; `None` where it may not enter.
    fn take_moved(
        &mut self,
        to: MemoryId,
        id: UnitId,
        unit: &Unit,
        env: &mut Env,
    ) -> Option<UnitStep> {
        let now = env.now();
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == to)?;
        let added = shelf.memory.propose_moved(id, unit.clone(), now, env.ids()).ok()?;
        let (step, revision) = put_revision(shelf, &added);
        self.announce(to, revision);
        Some(step)
    }

    /// Sets a unit as [`Self::set`] does; it is written when nothing of another memory waits
    /// to be written.
    fn set_behind(
        &mut self,
        behind: MemoryId,
        memory: MemoryId,
        unit: UnitId,
        to: Option<&Unit>,
        env: &mut Env,
    ) {
        if behind == memory {
            return self.set(memory, unit, to, env);
        }
        if let Some(revision) = self.set_unwritten(memory, unit, to, env) {
            self.held_back.push(HeldBack { behind, memory, revision });
        }
    }

    /// Puts what was held back among what is to be written, where what it waits for is on
    /// disk; whether there was anything.
    pub(super) fn release_held(&mut self) -> bool {
        let held = std::mem::take(&mut self.held_back);
        let (stays, goes): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|held| self.is_unwritten(held.behind));
        self.held_back = stays;
        let any = !goes.is_empty();
        for HeldBack { memory, revision, .. } in goes {
            let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == memory);
            if let Some(shelf) = shelf {
                shelf.pending.push(revision);
            }
        }
        any
    }

    /// Whether something is held back behind a memory.
    pub(super) fn is_waited_for(&self, memory: MemoryId) -> bool {
        self.held_back.iter().any(|held| held.behind == memory)
    }

    fn is_unwritten(&self, memory: MemoryId) -> bool {
        let under_way = self.in_flight.get(&memory).is_some_and(|count| *count > 0);
        under_way || self.shelf(memory).is_some_and(|shelf| !shelf.pending.is_empty())
    }
}
