//! How far a translation is, in numbers of rows.

use super::rows::Rows;
use crate::model::{Bead, Link, State, Target};

/// A guess from here on is sure enough to be accepted in bulk.
pub const SURE: f32 = 0.90;
/// A guess below this is more likely wrong than worth keeping unseen.
pub const LIKELY: f32 = 0.60;

/// Rows of a translation by state. Page chrome counts only as `not_content`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All rows, page chrome among them.
    pub rows: usize,
    /// Rows of page chrome and other languages.
    pub not_content: usize,
    /// Nothing decided yet.
    pub open: usize,
    /// Drafts.
    pub draft: usize,
    /// Confirmed.
    pub translated: usize,
    /// Approved.
    pub approved: usize,
    /// Sent back.
    pub rejected: usize,
    /// Left out, whatever their state.
    pub left_out: usize,
    /// Links accepted by a person.
    pub accepted: usize,
    /// Guessed links from [`SURE`] on.
    pub sure: usize,
    /// Guessed links from [`LIKELY`] to below [`SURE`].
    pub likely: usize,
    /// Guessed links below [`LIKELY`].
    pub doubtful: usize,
}

impl Counts {
    /// Counts the rows.
    #[must_use]
    pub fn of(rows: &Rows, beads: &[Bead]) -> Self {
        let mut counts = Self { rows: beads.len(), ..Self::default() };
        for (row, bead) in beads.iter().enumerate() {
            if rows.is_content(row) {
                counts.add_state(&bead.target);
                counts.add_link(bead.link);
            } else {
                counts.not_content += 1;
            }
        }
        counts
    }

    /// Rows that wait for somebody to confirm them.
    #[must_use]
    pub const fn unconfirmed(&self) -> usize {
        self.open + self.draft + self.rejected
    }

    /// The sums of two counts.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            rows: self.rows + other.rows,
            not_content: self.not_content + other.not_content,
            open: self.open + other.open,
            draft: self.draft + other.draft,
            translated: self.translated + other.translated,
            approved: self.approved + other.approved,
            rejected: self.rejected + other.rejected,
            left_out: self.left_out + other.left_out,
            accepted: self.accepted + other.accepted,
            sure: self.sure + other.sure,
            likely: self.likely + other.likely,
            doubtful: self.doubtful + other.doubtful,
        }
    }

    fn add_state(&mut self, target: &Target) {
        let state = match target {
            Target::Open => {
                self.open += 1;
                return;
            }
            Target::LeftOut { state, .. } => {
                self.left_out += 1;
                state
            }
            Target::Text { state, .. } => state,
        };
        match state {
            State::Draft => self.draft += 1,
            State::Translated => self.translated += 1,
            State::Approved => self.approved += 1,
            State::Rejected { .. } => self.rejected += 1,
        }
    }

    fn add_link(&mut self, link: Link) {
        match link {
            Link::Accepted => self.accepted += 1,
            Link::Guessed { confidence, .. } if confidence >= SURE => self.sure += 1,
            Link::Guessed { confidence, .. } if confidence >= LIKELY => self.likely += 1,
            Link::Guessed { .. } => self.doubtful += 1,
        }
    }

    /// Rows that are translated or approved.
    #[must_use]
    pub const fn done(&self) -> usize {
        self.translated + self.approved
    }

    /// Rows that are content.
    #[must_use]
    pub const fn content(&self) -> usize {
        self.rows - self.not_content
    }
}
