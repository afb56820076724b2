//! Pre-translation: open rows filled with their best matches, in one step.
//!
//! The matches are looked up beforehand, elsewhere ([`super::bulk`]); filling is one patch, so
//! that one undo takes it back and a cancel leaves nothing half done. Only rows that are open
//! when it is done are filled: never one with a text, one that is locked, left out or not
//! content, nor one whose source has changed meanwhile. What is filled is a draft, with the
//! match's unit and percentage as its origin.

use super::analysis::Amount;
use super::bulk::BulkRow;
use super::offers::Offer;
use super::session::{Refused, Session};
use crate::memory::Band;
use crate::model::{Bead, Origin, Patch, Target};
use crate::texts::t;

/// The name of the patch.
const NAME: &str = "pre-translate";

/// What pre-translation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pretranslated {
    /// Rows filled, in the order of [`Band::ALL`].
    filled: [Amount; Band::ALL.len()],
    /// Rows filled whose target was repaired; they are among the filled ones.
    pub repaired: Amount,
    /// Open rows for which there was no acceptable match.
    pub without_match: Amount,
    /// Open rows that are locked.
    pub locked: Amount,
    /// Rows that were asked for and have a text, or another source, by now.
    pub changed: Amount,
}

impl Pretranslated {
    /// The rows filled from matches of a band.
    #[must_use]
    pub fn of(&self, band: Band) -> Amount {
        let place = Band::ALL.iter().position(|other| *other == band);
        place.and_then(|place| self.filled.get(place)).copied().unwrap_or_default()
    }

    /// All rows filled.
    #[must_use]
    pub fn filled(&self) -> Amount {
        self.filled.iter().fold(Amount::default(), |sum, amount| sum.plus(*amount))
    }

    fn add(&mut self, offer: &Offer, amount: Amount) {
        let band = Band::of(Some(offer.found.score));
        let place = Band::ALL.iter().position(|other| *other == band);
        if let Some(sum) = place.and_then(|place| self.filled.get_mut(place)) {
            *sum = sum.plus(amount);
        }
        if offer.repaired.is_some() {
            self.repaired = self.repaired.plus(amount);
        }
    }

    /// What was done, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let filled = self.filled();
        let words = filled.volume.words;
        let mut sentence = t!("pretranslating-filled", count = filled.segments, words = words);
        for (amount, id) in [
            (self.without_match, "pretranslating-without-a-match"),
            (self.locked, "pretranslating-locked"),
            (self.changed, "pretranslating-changed-meanwhile"),
        ] {
            if amount.segments > 0 {
                sentence.push_str(&t!(id, count = amount.segments));
            }
        }
        sentence
    }
}

/// Whether a row may be filled.
const fn is_open(bead: &Bead) -> bool {
    bead.target.is_open() && !bead.flags.locked
}

impl Session {
    /// What is asked for the rows that may be filled.
    #[must_use]
    pub fn rows_to_fill(&self) -> Vec<BulkRow> {
        self.bulk_rows(is_open)
    }

    /// Fills rows with the matches that were found for them, as one command; a row without a
    /// match stays as it is.
    ///
    /// # Errors
    /// A row cannot be changed; none is.
    pub fn pretranslate(
        &mut self,
        found: &[(BulkRow, Option<Offer>)],
    ) -> Result<Pretranslated, Refused> {
        let mut done = Pretranslated::default();
        let locked = self.bulk_rows(|bead| bead.target.is_open() && bead.flags.locked);
        for row in locked {
            done.locked = done.locked.plus(Amount::of(&row.text));
        }
        let mut changes = Vec::new();
        for (asked, offer) in found {
            let amount = Amount::of(&asked.text);
            let Some(row) = self.row_to_fill(asked) else {
                done.changed = done.changed.plus(amount);
                continue;
            };
            let Some(offer) = offer else {
                done.without_match = done.without_match.plus(amount);
                continue;
            };
            let Some(mut bead) = self.beads().get(row).cloned() else { continue };
            bead.target = Target::draft(offer.target(), bead.number, self.env.ids());
            self.carry_codes(&mut bead);
            bead.origin = offer.origin();
            self.stamp(&mut bead);
            changes.push(self.exchange(row, bead)?);
            done.add(offer, amount);
        }
        if !changes.is_empty() {
            self.carry_out(Patch::of_changes(NAME, changes), Vec::new())?;
        }
        Ok(done)
    }

    /// Where a row stands that was asked for and may still be filled.
    fn row_to_fill(&self, asked: &BulkRow) -> Option<usize> {
        let row = self.translation()?.row_of(asked.bead)?;
        let fits = is_open(self.beads().get(row)?) && self.rows.is_content(row);
        (fits && self.source_text(row) == asked.text).then_some(row)
    }
}

impl Offer {
    /// The origin of a target that is taken from it.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        let found = &self.found;
        Origin::Match {
            memory: found.memory,
            unit: found.unit,
            revision: found.revision,
            score: found.score,
            edited: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::formats::project_ron;
    use crate::memory::Memory;
    use crate::model::{Role, Unwatched};
    use crate::store::testing::MemoryFiles;
    use crate::workbench::bulk::{Bulk, Choice};
    use crate::workbench::library::Kind;
    use crate::workbench::{Env, Library, intake, sample};

    #[test]
    fn only_rows_that_are_open_when_it_is_done_are_filled_and_undo_takes_all_back() {
        let mut env = Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), 1, "Anna");
        let later = sample::later(&mut env);
        let project = intake::from_one(later, "en".parse().expect("en"), &mut env);
        let mut session = Session::new(project, None, env);
        session.habits.draft_on_entry = false;
        let mut library = Library::new(Arc::new(MemoryFiles::new()), PathBuf::from("/home"));
        for file in sample::memories() {
            library.put(Memory::new(file), None, Kind::Bundled, Vec::new());
        }
        let pair = session.pair().expect("a pair");
        let choice = Choice::all_from(75);
        let rows = session.rows_to_fill();
        let offers = library.best_of(rows.clone(), &choice, &pair, &Unwatched).expect("found");
        let found: Vec<_> = rows.into_iter().zip(offers).collect();
        let with_match: Vec<usize> = found
            .iter()
            .filter(|(_, offer)| offer.is_some())
            .filter_map(|(row, _)| session.translation()?.row_of(row.bead))
            .collect();
        let [typed, locked, left, chrome, ..] = with_match[..] else { panic!("{with_match:?}") };
        session.select(typed);
        session.type_target("Own words.").expect("typed");
        session.select(locked);
        session.toggle_lock().expect("locked");
        session.select(left);
        session.leave_out().expect("left out");
        session.select(chrome);
        session.change_role(Role::Chrome).expect("not content");
        let kept = |session: &Session| -> Vec<Bead> {
            [typed, locked, left, chrome].map(|row| session.beads()[row].clone()).into()
        };
        let (before, others) = (project_ron::write(session.project()), kept(&session));
        let still_open: Vec<_> = session.rows_to_fill().iter().map(|row| row.bead).collect();
        let done = session.pretranslate(&found).expect("filled");
        assert_eq!(kept(&session), others);
        assert_eq!(done.filled().segments, with_match.len() - 4);
        // The block that is not content any more has other rows than the one with a match.
        let gone = found.iter().filter(|(row, _)| !still_open.contains(&row.bead)).count();
        assert!(gone >= 4, "{gone}");
        assert_eq!((done.changed.segments, done.locked.segments), (gone, 1));
        let by_band = Band::ALL.map(|band| done.of(band));
        let sum = by_band.into_iter().fold(Amount::default(), Amount::plus);
        assert_eq!(sum, done.filled());
        session.undo(&mut library).expect("undone");
        assert_eq!(project_ron::write(session.project()), before);
    }
}
