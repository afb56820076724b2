//! Which rows become units of a memory, and what is left out and why.

use super::history::UnitStep;
use crate::model::{Bead, Origin, State, UnitStatus};

/// What adding to a memory did, in numbers of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Harvest {
    /// Units that were not there.
    pub new: usize,
    /// Units that were there with another text.
    pub updated: usize,
    /// Units that were there as they are.
    pub same: usize,
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
    pub(super) fn judge(&mut self, bead: &Bead, source: &str, content: bool) -> Option<UnitStatus> {
        let target = bead.target_text();
        if !content {
            self.not_content += 1;
        } else if source.trim().is_empty() || target.trim().is_empty() {
            self.one_sided += 1;
        } else if source == target {
            self.identical += 1;
        } else if let Some(status) = status(bead) {
            return Some(status);
        } else {
            self.unsettled += 1;
        }
        None
    }

    pub(super) fn count(&mut self, step: &UnitStep) {
        if step.before == step.after {
            self.same += 1;
        } else if step.before.is_none() {
            self.new += 1;
        } else {
            self.updated += 1;
        }
    }

    /// Rows that are now in the memory.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.new + self.updated + self.same
    }

    /// What was done, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut sentence = vec![format!("{} new", self.new)];
        let parts = [
            (self.updated, "updated"),
            (self.same, "already there"),
            (self.unsettled, "not accepted yet"),
            (self.one_sided, "one-sided"),
            (self.identical, "same on both sides"),
            (self.not_content, "not content"),
        ];
        for (count, what) in parts {
            if count > 0 {
                sentence.push(format!("{count} {what}"));
            }
        }
        sentence.join(", ")
    }
}

/// An aligned pair counts by its link, a translation by its state.
fn status(bead: &Bead) -> Option<UnitStatus> {
    if !bead.link.is_accepted() {
        return None;
    }
    match (bead.origin, bead.state()?) {
        (Origin::Aligned, State::Translated | State::Approved) => Some(UnitStatus::Published),
        (_, State::Approved) => Some(UnitStatus::Approved),
        (_, State::Translated) => Some(UnitStatus::Translated),
        (_, State::Draft | State::Rejected { .. }) => None,
    }
}
