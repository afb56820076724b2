//! The steps of a session: what was done and can be gone back to, as a list.

use super::history::Steps;
use super::session::{Refused, Session};
use crate::model::{Patch, Timestamp};

/// So many steps are kept for the next opening in each direction: an afternoon's rows.
pub const KEPT: usize = 200;

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it was, in English; the text `change-…` says it.
    pub name: String,
    /// When, where that is known.
    pub at: Option<Timestamp>,
    /// The number of its row, where that is there and shown.
    pub row: Option<String>,
}

impl Session {
    /// All steps in order: first those that are done ([`Self::steps_done`]), then those that
    /// were taken back.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let row = |id| self.translation()?.beads.iter().find(|bead| bead.id == id);
        let step = |entry: &super::history::Entry| Step {
            name: entry.patch.name.clone(),
            at: entry.at,
            row: entry.place.and_then(row).map(|bead| bead.number.to_string()),
        };
        self.history.entries().map(step).collect()
    }

    /// How many steps are done.
    #[must_use]
    pub const fn steps_done(&self) -> usize {
        self.history.len()
    }

    /// Notes a step that changes nothing in the project: what it changes follows undo and redo
    /// by its name.
    ///
    /// # Errors
    /// The release is open to be read.
    pub(super) fn note_step(&mut self, name: &str) -> Result<(), Refused> {
        self.carry_out(Patch::of_changes(name, Vec::new()), Vec::new())
    }

    /// What is kept of the steps.
    pub(super) fn last_steps(&self) -> Steps {
        self.history.last(KEPT)
    }

    /// Steps done before the release was opened can be gone back to.
    pub(super) fn put_steps_before(&mut self, steps: Steps) {
        self.history.put_before(steps);
    }

    /// From here on steps are gone without deriving anything from the project, until `false`.
    pub(super) fn go_many_steps(&mut self, many: bool) {
        self.many_steps = many;
        self.refresh();
    }
}
