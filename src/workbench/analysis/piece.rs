//! The rows of one release in one pair of languages, taken apart for counting.

use super::tally::Amount;
use crate::model::{Bead, Link, RowNumber, State, Target};
use crate::workbench::bulk::BulkRow;
use crate::workbench::library::Languages;
use crate::workbench::session::Session;

/// A release in one pair of languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is called in the report.
    pub name: String,
    /// What there is to know: a guessed language or encoding; empty for nothing.
    pub note: String,
    /// Its languages.
    pub pair: Languages,
    /// The rows that are to be translated, in order.
    pub rows: Vec<BulkRow>,
    /// Rows that are not content.
    pub not_content: Amount,
    /// Rows left out on purpose.
    pub left_out: Amount,
    /// The rows whose translation somebody stands behind.
    pub confirmed: Vec<Confirmed>,
}

/// A row whose translation somebody stands behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// Its number as shown.
    pub row: RowNumber,
    /// Its source.
    pub source: String,
    /// Its target.
    pub target: String,
}

impl Piece {
    /// The translation that a session shows; `None` where it shows none.
    #[must_use]
    pub fn of(session: &Session, name: &str) -> Option<Self> {
        let pair = session.pair().ok()?;
        let mut piece = Self {
            name: name.to_owned(),
            note: String::new(),
            pair,
            rows: session.bulk_rows(|bead| !matches!(bead.target, Target::LeftOut { .. })),
            not_content: Amount::default(),
            left_out: Amount::default(),
            confirmed: Vec::new(),
        };
        for (row, bead) in session.beads().iter().enumerate() {
            if !bead.source.is_empty() {
                piece.set_apart(session, row, bead);
            }
        }
        Some(piece)
    }

    /// Counts what is no work, and notes what is done.
    fn set_apart(&mut self, session: &Session, row: usize, bead: &Bead) {
        if !session.rows().is_content(row) {
            self.not_content = self.not_content.plus(Amount::of(&session.source_text(row)));
        } else if matches!(bead.target, Target::LeftOut { .. }) {
            self.left_out = self.left_out.plus(Amount::of(&session.source_text(row)));
        } else if is_confirmed(bead) {
            let (source, target) = (session.source_text(row), bead.target_text());
            self.confirmed.push(Confirmed { row: bead.number, source, target });
        }
    }
}

/// Whether somebody stands behind a translation: it was confirmed, and its link, where the
/// aligner made it, accepted.
fn is_confirmed(bead: &Bead) -> bool {
    let done =
        matches!(bead.target, Target::Text { state: State::Translated | State::Approved, .. });
    done && bead.link == Link::Accepted
}
