//! Which rows become units of a memory, and what is left out and why.

use super::history::UnitStep;
use super::large::CACHED;
use super::library::Library;
use super::session::{Refused, Session};
use crate::memory::{Added, Direction, Memory, Query};
use crate::model::{
    Bead, Link, MemoryId, Origin, Patch, SeededIds, State, StoredUnit, Timestamp, Unit, UnitId,
    UnitStatus,
};
use crate::texts::{grouped, t};

/// What adding to a memory did, in numbers of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Harvest {
    /// Units that were not there.
    pub new: usize,
    /// Units that were there with another text.
    pub updated: usize,
    /// Units that were there as they are.
    pub same: usize,
    /// Of the new ones: the memory has another target for the same source. Both stay.
    pub conflicting: usize,
    /// Left out: page chrome and other languages.
    pub not_content: usize,
    /// Left out: one side is empty.
    pub one_sided: usize,
    /// Left out: the target is the source.
    pub identical: usize,
    /// Left out: a guessed link or a draft.
    pub unsettled: usize,
}

impl Harvest {
    /// The status a row's unit gets, or `None` when the row is left out, counted
    /// by its reason.
    fn judge(
        &mut self,
        bead: &Bead,
        source: &str,
        content: bool,
        from: Option<f32>,
    ) -> Option<UnitStatus> {
        let target = bead.target_text();
        if !content {
            self.not_content += 1;
        } else if source.trim().is_empty() || target.trim().is_empty() {
            self.one_sided += 1;
        } else if source == target {
            self.identical += 1;
        } else if let Some(status) = status(bead, from) {
            return Some(status);
        } else {
            self.unsettled += 1;
        }
        None
    }

    fn count(&mut self, step: &UnitStep) {
        if step.before == step.after {
            self.same += 1;
        } else if step.before.is_none() {
            self.new += 1;
        } else {
            self.updated += 1;
        }
    }

    /// The sums of two.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            new: self.new + other.new,
            updated: self.updated + other.updated,
            same: self.same + other.same,
            conflicting: self.conflicting + other.conflicting,
            not_content: self.not_content + other.not_content,
            one_sided: self.one_sided + other.one_sided,
            identical: self.identical + other.identical,
            unsettled: self.unsettled + other.unsettled,
        }
    }

    /// Rows that are now in the memory.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.new + self.updated + self.same
    }

    /// What would be done, a line for each kind of row that there is.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let kinds = [
            (self.new, t!("harvest-new")),
            (self.conflicting, t!("harvest-of-them-besides-another-target-for")),
            (self.updated, t!("updated")),
            (self.same, t!("harvest-already-there")),
            (self.unsettled, t!("harvest-left-out-not-accepted-or-a")),
            (self.one_sided, t!("harvest-left-out-one-side-is-empty")),
            (self.identical, t!("harvest-left-out-the-same-on-both")),
            (self.not_content, t!("harvest-left-out-not-content")),
        ];
        let some = kinds.into_iter().filter(|(count, _)| *count > 0);
        some.map(|(count, what)| format!("{} {what}", grouped(count))).collect()
    }

    /// What was done, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut sentence = vec![format!("{} {}", grouped(self.new), t!("harvest-new"))];
        let parts = [
            (self.conflicting, t!("harvest-besides-another")),
            (self.updated, t!("updated")),
            (self.same, t!("harvest-already-there")),
            (self.unsettled, t!("harvest-not-accepted-yet")),
            (self.one_sided, t!("harvest-one-sided")),
            (self.identical, t!("harvest-same-on-both-sides")),
            (self.not_content, t!("not-content")),
        ];
        for (count, what) in parts {
            if count > 0 {
                sentence.push(format!("{} {what}", grouped(count)));
            }
        }
        sentence.join(", ")
    }
}

impl Session {
    /// Puts the accepted rows into a memory, and those guessed from the confidence
    /// `from` on where one is given. Rows already there add nothing. In a library that is
    /// followed by a seeker, conflicts are not counted: a [`Trial`] has told of them.
    ///
    /// # Errors
    /// There is no translation, the release is open to be read, or the memory takes nothing.
    pub fn add_to_memory(
        &mut self,
        memory: MemoryId,
        from: Option<f32>,
        library: &mut Library,
    ) -> Result<Harvest, Refused> {
        // The rows could not tell which units they are: none is stored.
        self.check_writable()?;
        library.check_writable(memory)?;
        self.refuse_embargoed(memory, library)?;
        let mut harvest = Harvest::default();
        let mut changes = Vec::new();
        let mut units: Vec<UnitStep> = Vec::new();
        for row in 0..self.beads().len() {
            let Some((mut bead, unit)) = self.harvested(row, from, &mut harvest) else { continue };
            if !library.is_followed()
                && library.shelf(memory).is_some_and(|s| has_another_target(&s.memory, &unit))
            {
                harvest.conflicting += 1;
            }
            let known = bead.unit.filter(|stored| stored.memory == memory);
            let step = library.store(memory, &unit, known, &mut self.env)?;
            harvest.count(&step);
            let stored = StoredUnit { memory: step.memory, unit: step.unit };
            if bead.unit != Some(stored) {
                bead.unit = Some(stored);
                changes.push(self.exchange(row, bead)?);
            }
            if step.before != step.after {
                units.push(step);
            }
        }
        if !changes.is_empty() || !units.is_empty() {
            self.carry_out(Patch::of_changes("add to memory", changes), units)?;
        }
        Ok(harvest)
    }

    /// What is needed to tell what [`Self::add_to_memory`] would do.
    ///
    /// # Errors
    /// The release is open to be read, or the memory takes nothing.
    pub fn trial(
        &self,
        memory: MemoryId,
        from: Option<f32>,
        library: &Library,
    ) -> Result<Trial, Refused> {
        self.check_writable()?;
        library.check_writable(memory)?;
        self.refuse_embargoed(memory, library)?;
        Ok(self.trial_rows(memory, from))
    }

    /// The same for a memory that takes units.
    pub(super) fn trial_rows(&self, memory: MemoryId, from: Option<f32>) -> Trial {
        let mut left_out = Harvest::default();
        let mut rows = Vec::new();
        for row in 0..self.beads().len() {
            let Some((bead, unit)) = self.harvested(row, from, &mut left_out) else { continue };
            let known = bead.unit.filter(|stored| stored.memory == memory).map(|s| s.unit);
            rows.push((known, unit));
        }
        Trial { number: 0, memory, left_out, rows, at: self.env.now() }
    }

    /// The unit that a row makes, where it makes one; counted by its reason where not.
    fn harvested(
        &self,
        row: usize,
        from: Option<f32>,
        harvest: &mut Harvest,
    ) -> Option<(Bead, Unit)> {
        let bead = self.beads().get(row)?;
        let source = self.source_text(row);
        let status = harvest.judge(bead, &source, self.rows.is_content(row), from)?;
        Some((bead.clone(), self.unit_of(row, bead, status)))
    }
}

/// Rows that would become units, and what was left out: to be compared with a memory,
/// wherever that is. Nothing is stored.
#[derive(Debug, Clone)]
pub struct Trial {
    /// By which its result is known again.
    pub number: u64,
    /// The memory.
    pub memory: MemoryId,
    left_out: Harvest,
    /// The unit that each row is already, and the one it would be.
    rows: Vec<(Option<UnitId>, Unit)>,
    at: Timestamp,
}

impl Trial {
    /// A trial without a row.
    #[must_use]
    pub fn empty(memory: MemoryId, at: Timestamp) -> Self {
        Self { number: 0, memory, left_out: Harvest::default(), rows: Vec::new(), at }
    }

    /// This one with the rows of another one of the same memory.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.left_out = self.left_out.plus(other.left_out);
        self.rows.extend(other.rows);
        self
    }

    /// What adding the rows to the memory would do.
    ///
    /// # Errors
    /// The memory refuses a unit.
    pub fn run(self, memory: &Memory) -> Result<Harvest, Refused> {
        let mut harvest = self.left_out;
        let mut seen = std::collections::HashSet::new();
        // The revisions are thrown away, and their ids with them.
        let mut ids = SeededIds::new(0);
        for (known, unit) in self.rows {
            let conflicts = has_another_target(memory, &unit);
            let known = known.filter(|id| !memory.unit(*id).is_empty());
            let repeated = !seen.insert((unit.source.clone(), unit.target.clone()));
            let added = match known {
                Some(id) => memory.propose_update(id, unit, self.at, &mut ids),
                None => memory.propose(unit, self.at, &mut ids),
            };
            match added.map_err(|error| Refused(error.to_string()))? {
                Added::New(_) if repeated => harvest.same += 1,
                Added::New(_) => {
                    harvest.new += 1;
                    harvest.conflicting += usize::from(conflicts);
                }
                Added::Changed(_) => harvest.updated += 1,
                Added::Same(_) => harvest.same += 1,
            }
        }
        Ok(harvest)
    }
}

/// Whether the memory holds the unit's source with other targets only. A large memory
/// whose index is not made yet is not asked: that takes seconds.
fn has_another_target(memory: &Memory, unit: &Unit) -> bool {
    if memory.len() >= CACHED && memory.index_size(Direction::Forward).is_none() {
        return false;
    }
    let query = Query { threshold: 100, top: usize::MAX, ..Query::new(&unit.source) };
    let mut same = memory.lookup(&query).into_iter().filter(|m| m.source == unit.source);
    let first = same.next();
    first.is_some_and(|found| {
        found.target != unit.target && same.all(|other| other.target != unit.target)
    })
}

/// An aligned pair counts by its link, a translation by its state.
fn status(bead: &Bead, from: Option<f32>) -> Option<UnitStatus> {
    let sure = match bead.link {
        Link::Accepted => true,
        Link::Guessed { confidence, .. } => from.is_some_and(|from| confidence >= from),
    };
    if !sure {
        return None;
    }
    match (bead.origin, bead.state()?) {
        (Origin::Aligned, State::Translated | State::Approved) => Some(UnitStatus::Published),
        (_, State::Approved) => Some(UnitStatus::Approved),
        (_, State::Translated) => Some(UnitStatus::Translated),
        (_, State::Draft | State::Rejected { .. }) => None,
    }
}
