//! What is to be told before a translation is written: rows that are open, not confirmed, not
//! approved, or have not the codes of their source.

use crate::model::{State, Target};
use crate::workbench::session::Session;

/// Rows of content by what they lack, by their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ready {
    /// Without a translation.
    pub open: Vec<usize>,
    /// Drafts, and what a reviewer has sent back.
    pub unconfirmed: Vec<usize>,
    /// Confirmed, and not approved.
    pub unapproved: Vec<usize>,
    /// Without codes of their source, or with one twice.
    pub codes: Vec<usize>,
}

impl Ready {
    /// Whether nothing lacks.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        self.open.is_empty()
            && self.unconfirmed.is_empty()
            && self.unapproved.is_empty()
            && self.codes.is_empty()
    }
}

impl Session {
    /// What the shown translation lacks before it is written.
    #[must_use]
    pub fn ready(&self) -> Ready {
        let mut ready = Ready::default();
        for (row, bead) in self.beads().iter().enumerate() {
            if !self.rows().is_content(row) {
                continue;
            }
            match &bead.target {
                Target::Open => ready.open.push(row),
                Target::Text { state, .. } | Target::LeftOut { state, .. } => match state {
                    State::Draft | State::Rejected { .. } => ready.unconfirmed.push(row),
                    State::Translated => ready.unapproved.push(row),
                    State::Approved => {}
                },
            }
            if self.code_fault(row).is_some() {
                ready.codes.push(row);
            }
        }
        ready
    }
}
