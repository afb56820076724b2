//! Confirming a row: with the memory or without, and where to go then.

use super::library::Library;
use super::session::{Refused, Session};
use super::translating::set_state;
use crate::model::{Patch, State, StoredUnit, Target, UnitStatus};
use crate::texts::t;

/// How a row is confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirming {
    /// Whether it is stored in the working memory. Where it is not, what the row was
    /// stored as before stays as it is.
    pub store: bool,
    /// Which row comes next.
    pub then: Then,
}

/// Which row is active after confirming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The next one that waits to be confirmed, from the top after the last.
    Unconfirmed,
    /// The next one, whatever its state.
    Any,
}

impl Session {
    /// Confirms the active row, stores it in the working memory, fills identical
    /// open rows, and goes to the next row that waits to be confirmed.
    ///
    /// # Errors
    /// The target is empty, or the row is locked or not content.
    pub fn confirm(&mut self, library: &mut Library) -> Result<String, Refused> {
        self.confirm_so(Confirming { store: true, then: Then::Unconfirmed }, library)
    }

    /// Confirms the active row in this way, fills identical open rows, and goes on.
    ///
    /// # Errors
    /// The target is empty, or the row is locked or not content.
    pub fn confirm_so(
        &mut self,
        how: Confirming,
        library: &mut Library,
    ) -> Result<String, Refused> {
        let row = self.row;
        let filled = self.confirm_row(how.store, library)?;
        let next = match how.then {
            Then::Unconfirmed => self.next_unconfirmed(row + 1),
            Then::Any => self.next_shown(row + 1),
        };
        if let Some(next) = next {
            self.enter(next, library)?;
        }
        Ok(match (filled, next, how.then) {
            (0, Some(_), _) => String::new(),
            (0, None, Then::Unconfirmed) if self.counts().unconfirmed() > 0 => {
                t!("confirming-no-other-row-shown-is-unconfirmed").to_owned()
            }
            (0, None, Then::Unconfirmed) => t!("confirming-every-row-is-confirmed").to_owned(),
            (0, None, Then::Any) => t!("confirming-this-was-the-last-row").to_owned(),
            (count, ..) => t!("confirming-filled", count = count),
        })
    }

    /// Confirms the active row; how many identical rows were filled.
    fn confirm_row(&mut self, store: bool, library: &mut Library) -> Result<usize, Refused> {
        let row = self.row;
        let mut bead = self.editable()?.clone();
        let text = bead.target_text();
        match &bead.target {
            Target::Open => return Err(t!("confirming-type-a-translation-first-or-leave").into()),
            Target::Text { .. } if text.trim().is_empty() => {
                return Err(t!("confirming-type-a-translation-first-or-leave").into());
            }
            Target::Text { .. } | Target::LeftOut { .. } => {}
        }
        if bead.state() != Some(&State::Translated) || bead.author != self.author() {
            self.keep_former(&mut bead);
        }
        let ended = self.end_conflict(&mut bead);
        set_state(&mut bead.target, &State::Translated);
        bead.flags.source_changed = false;
        bead.rendered.clear();
        self.stamp(&mut bead);
        let mut units = Vec::new();
        let makes_unit = !text.is_empty() && !bead.source.is_empty();
        if store && makes_unit && text != self.source_text(row) {
            let unit = self.unit_of(row, &bead, UnitStatus::Translated);
            let (pair, private) = (self.pair()?, self.held().is_some());
            units = library.store_confirmed(&unit, bead.unit, private, &pair, &mut self.env)?;
            let stored = units.last().map(|step| (step.memory, step.unit));
            bead.unit = stored.map(|(memory, unit)| StoredUnit { memory, unit });
        }
        let mut changes = vec![self.exchange(row, bead.clone())?];
        changes.extend(ended);
        let filled = self.propagate(row, &bead, &mut changes)?;
        units.retain(|step| step.before != step.after);
        self.carry_out(Patch::of_changes("confirm", changes), units)?;
        Ok(filled)
    }

    /// The first row that is shown and content, from `start` on.
    fn next_shown(&self, start: usize) -> Option<usize> {
        (start..self.beads().len()).find(|&row| self.is_shown(row) && self.rows.is_content(row))
    }
}
