//! What is done to a memory's units: planned, told, carried out, taken back.

use std::sync::Arc;

use super::Maintenance;
use crate::memory::MemoryError;
use crate::memory::maintain::plan::Counts;
use crate::memory::maintain::{Ledger, Made, Plan};
use crate::model::{MemoryId, Revision, RevisionId, Watch};
use crate::store::StoreError;
use crate::store::memory::{Bookmark, Decided, append_deciding};
use crate::texts::{Spoken, t};
use crate::workbench::desk::told::Tone;
use crate::workbench::desk::{Desk, Outcome};
use crate::workbench::maintenance::Intent;

/// What somebody does to units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doing {
    /// Gives one other texts.
    Edit,
    /// Deletes them.
    Delete,
    /// Makes one of those that say the same.
    Merge,
    /// Takes back an import, or what a person did.
    RollBack,
    /// Takes back the last step.
    Undo,
    /// Does it again.
    Redo,
}

/// A plan that waits for somebody's word.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What for.
    pub doing: Doing,
    /// What it does.
    pub counts: Counts,
    /// The plan.
    pub plan: Arc<Plan>,
    /// The units it was made of.
    pub ledger: Arc<Ledger>,
}

/// A step that can be taken back.
pub(super) struct Done {
    memory: MemoryId,
    revisions: Vec<RevisionId>,
}

/// What was carried out.
pub(in crate::workbench::desk) struct Maintained {
    memory: MemoryId,
    doing: Doing,
    counts: Counts,
    left: usize,
    result: Result<(Decided, (Bookmark, Bookmark)), StoreError>,
}

impl Desk {
    /// Plans something for units of the open table. What concerns one unit is done at once;
    /// for more the plan waits in [`super::UnitTable::planned`].
    pub fn plan_units(&mut self, doing: Doing, intent: Intent) {
        if let Some(why) = self.why_units_stay() {
            return self.tell(Tone::Notice, t!("units-cannot-be-changed", why = why));
        }
        let maintenance = &mut self.maintenance;
        let Some(table) = &mut maintenance.table else { return };
        let ledger = Arc::clone(&table.ledger);
        let number = maintenance.worker.plan(Arc::clone(&ledger), intent, &self.settings.author);
        (table.planned, table.awaited) = (None, Some((number, doing, ledger)));
    }

    /// Takes back the last step that was done in this memory.
    pub fn undo_units(&mut self) {
        self.step_back(Doing::Undo);
    }

    /// Does again what was taken back last.
    pub fn redo_units(&mut self) {
        self.step_back(Doing::Redo);
    }

    fn step_back(&mut self, doing: Doing) {
        let Some(memory) = self.units().map(|table| table.memory) else { return };
        let steps = self.maintenance.steps(doing);
        let last = steps.iter().rev().find(|done| done.memory == memory);
        match last.map(|done| done.revisions.clone()) {
            Some(revisions) => self.plan_units(doing, Intent::TakeBack(revisions)),
            None => self.tell(Tone::Notice, t!("maintaining-nothing-to-take-back")),
        }
    }

    /// Gives the plan up that waits.
    pub fn give_up_plan(&mut self) {
        if let Some(table) = &mut self.maintenance.table {
            table.planned = None;
        }
    }

    /// Carries the plan out that waits, as a job.
    pub fn carry_out_plan(&mut self) {
        let planned = self.maintenance.table.as_mut().and_then(|table| table.planned.take());
        let Some(Planned { doing, counts, plan, .. }) = planned else { return };
        if let Some(why) = self.why_units_stay() {
            return self.tell(Tone::Notice, t!("units-cannot-be-changed", why = why));
        }
        // What was confirmed before goes to the file before.
        self.save_units();
        let Some(shelf) = self.library.shelf(plan.memory) else { return };
        let (now, header) = (shelf.memory.ledger(), shelf.memory.header().clone());
        let Some((path, mark)) = self.library.read_so_far(plan.memory) else { return };
        let files = Arc::clone(&self.files);
        let author = self.settings.author.clone();
        let mut env = (self.new_env)(&author);
        self.jobs.start(t!("maintaining-changing-units"), move |watch| {
            watch.report(0, 1)?;
            let (mut left, mut next) = (0, mark.clone());
            let mut decide = |others: &[Revision]| {
                let at = env.now();
                let Made { revisions, left: stay } =
                    plan.make(&now, others, &author, at, env.ids());
                left = stay.len();
                revisions
            };
            let done = append_deciding(files.as_ref(), &path, &header, &mut next, &mut decide);
            let result = done.map(|decided| (decided, (mark, next)));
            let memory = plan.memory;
            let maintained = Maintained { memory, doing, counts, left, result };
            Ok(Outcome::Maintained(Box::new(maintained)))
        });
    }

    /// Takes in what was written to the file.
    pub(in crate::workbench::desk) fn take_maintained(&mut self, maintained: Maintained) {
        let Maintained { memory, doing, counts, left, result } = maintained;
        let (decided, marks) = match result {
            Ok(done) => done,
            Err(error) => {
                return self.tell(Tone::Wrong, t!("maintaining-nothing-was-changed", why = error));
            }
        };
        let Decided { mut others, own } = decided;
        let revisions: Vec<RevisionId> = own.iter().map(|revision| revision.id).collect();
        let count = own.len();
        others.extend(own);
        self.library.receive_by_and_by(memory, others, marks);
        self.maintenance.take_step(doing, Done { memory, revisions });
        let text = done(doing, count);
        let stayed = left + counts.left;
        if stayed > 0 {
            let text = t!("maintaining-and-left", done = text, left = stayed);
            self.tell(Tone::Notice, text);
        } else {
            self.tell(Tone::Done, text);
        }
    }

    pub(super) fn take_plan(&mut self, number: u64, plan: Result<Plan, MemoryError>) {
        let Some(table) = &mut self.maintenance.table else { return };
        let is_it = table.awaited.as_ref().is_some_and(|(awaited, ..)| *awaited == number);
        let Some((_, doing, ledger)) = table.awaited.take_if(|_| is_it) else { return };
        let plan = match plan {
            Ok(plan) => plan,
            Err(error) => return self.tell(Tone::Notice, refused(&error)),
        };
        let counts = plan.counts(&ledger);
        if plan.steps.is_empty() {
            let text = if counts.left > 0 {
                t!("maintaining-all-were-changed-since", count = counts.left)
            } else {
                t!("maintaining-there-is-nothing-to-do").to_owned()
            };
            return self.tell(Tone::Notice, text);
        }
        let is_told = plan.steps.len() > 1 || doing == Doing::RollBack;
        table.planned = Some(Planned { doing, counts, plan: Arc::new(plan), ledger });
        // One unit, or a step that can be taken back itself, needs no question.
        if !is_told || matches!(doing, Doing::Undo | Doing::Redo) {
            self.carry_out_plan();
        }
    }
}

impl Maintenance {
    /// The steps that can be taken back, or done again.
    const fn steps(&self, doing: Doing) -> &Vec<Done> {
        match doing {
            Doing::Redo => &self.undone,
            _ => &self.done,
        }
    }

    /// Remembers a step, so that it can be taken back.
    fn take_step(&mut self, doing: Doing, step: Done) {
        let forget = |steps: &mut Vec<Done>| {
            let last = steps.iter().rposition(|done| done.memory == step.memory);
            last.map(|last| steps.remove(last))
        };
        match doing {
            Doing::Undo => {
                let _ = forget(&mut self.done);
                self.undone.push(step);
            }
            Doing::Redo => {
                let _ = forget(&mut self.undone);
                self.done.push(step);
            }
            Doing::Edit | Doing::Delete | Doing::Merge | Doing::RollBack => {
                self.undone.retain(|done| done.memory != step.memory);
                self.done.push(step);
            }
        }
    }
}

/// Why an edit is refused, in the language that is spoken.
fn refused(error: &MemoryError) -> String {
    match error {
        MemoryError::Empty { .. } => t!("maintaining-a-side-is-empty").to_owned(),
        MemoryError::NotApproved { memory, status } => {
            t!("maintaining-takes-only-approved", name = memory, status = status.spoken())
        }
        MemoryError::ReadOnly { .. } | MemoryError::NoSuchUnit { .. } => error.to_string(),
    }
}

/// What was done, in a sentence.
fn done(doing: Doing, count: usize) -> String {
    match doing {
        Doing::Edit => t!("maintaining-edited", count = count),
        Doing::Delete => t!("maintaining-deleted", count = count),
        Doing::Merge => t!("maintaining-merged", count = count),
        Doing::RollBack => t!("maintaining-rolled-back", count = count),
        Doing::Undo => t!("maintaining-undone", count = count),
        Doing::Redo => t!("maintaining-done-again", count = count),
    }
}
