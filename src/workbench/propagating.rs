//! Propagation: a confirmed translation fills the other rows of the release that have the
//! same source, character for character.
//!
//! What is filled is a draft, marked as coming from that row, and is part of the same patch
//! as the confirmation: one undo takes both back. Which rows are filled, the habits say
//! ([`Propagation`]). Never one that is locked, not content, typed, taken from a memory,
//! confirmed or left out; and never one that is excepted, which a row becomes by a command, or
//! by being changed after it was filled: one occurrence may differ, and stays so. An excepted
//! row does not fill others either.

use super::session::{Refused, Session};
use crate::model::{Bead, Change, Origin, Patch, State, Target};
use crate::store::Propagation;
use crate::texts::t;

impl Session {
    /// Fills rows whose source is the same as that of a row that was confirmed; how many.
    pub(super) fn propagate(
        &mut self,
        row: usize,
        confirmed: &Bead,
        changes: &mut Vec<Change>,
    ) -> Result<usize, Refused> {
        let (source, text) = (self.source_text(row), confirmed.target_text());
        if source.is_empty() || text.is_empty() || confirmed.flags.apart {
            return Ok(0);
        }
        let mut filled = 0;
        for other in (0..self.beads().len()).filter(|&other| other != row) {
            let Some(bead) = self.beads().get(other) else { break };
            let fits = takes(bead, self.habits.propagation) && self.rows.is_content(other);
            if !fits || bead.target_text() == text || self.source_text(other) != source {
                continue;
            }
            let mut bead = bead.clone();
            bead.target = Target::draft(&text, bead.number, self.env.ids());
            self.carry_codes_from(confirmed, &mut bead);
            bead.origin = Origin::Propagated { from: confirmed.id };
            self.stamp(&mut bead);
            changes.push(self.exchange(other, bead)?);
            filled += 1;
        }
        Ok(filled)
    }

    /// Excepts the active row from propagation, or takes it in again; what was done.
    ///
    /// # Errors
    /// There is no row, or it has no source or is not content.
    pub fn toggle_apart(&mut self) -> Result<String, Refused> {
        let mut bead = self.active_bead().ok_or(t!("there-is-no-row"))?.clone();
        if bead.source.is_empty() || !self.rows.is_content(self.row) {
            return Err(t!("propagating-nothing-is-ever-propagated").into());
        }
        bead.flags.apart = !bead.flags.apart;
        let apart = bead.flags.apart;
        let name = if apart { "except row from propagation" } else { "propagate to row again" };
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())?;
        Ok(if apart {
            t!("propagating-keeps-its-own").to_owned()
        } else {
            t!("propagating-takes-the-translation-again").to_owned()
        })
    }
}

/// Whether a row may be filled.
fn takes(bead: &Bead, propagation: Propagation) -> bool {
    if bead.flags.locked || bead.flags.apart {
        return false;
    }
    let is_draft = bead.state() == Some(&State::Draft);
    let filled_before = is_draft && matches!(bead.origin, Origin::Propagated { .. });
    match propagation {
        Propagation::Off => false,
        Propagation::OpenRows => bead.target.is_open(),
        Propagation::Drafts => bead.target.is_open() || filled_before,
    }
}

/// A row that was filled and that somebody changes is excepted from then on.
pub(super) const fn keep_apart(bead: &mut Bead) {
    if matches!(bead.origin, Origin::Propagated { .. }) {
        bead.flags.apart = true;
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::formats::project_ron;
    use crate::store::testing::MemoryFiles;
    use crate::text::segment::Cutting;
    use crate::workbench::{Env, Library, intake};

    const TEXT: &str = "Merci.\n\nLe pont est ouvert.\n\nMerci.\n\nMerci !\n\nMerci.\n\nMerci.\n";

    fn session() -> (Session, Library) {
        let now = "2026-03-12T17:22:00Z".parse().expect("a time");
        let mut env = Env::fixed(now, 1, "Anna");
        let french = "fr".parse().expect("fr");
        let source = intake::document_in(TEXT, "", Some(&french), &Cutting::default(), &mut env);
        let project = intake::from_one(source, "en".parse().expect("en"), &mut env);
        let mut session = Session::new(project, None, env);
        session.habits.draft_on_entry = false;
        let library = Library::new(Arc::new(MemoryFiles::new()), PathBuf::from("/home"));
        (session, library)
    }

    fn targets(session: &Session) -> Vec<String> {
        session.beads().iter().map(Bead::target_text).collect()
    }

    fn bytes(session: &Session) -> String {
        project_ron::write(session.project())
    }

    fn confirm(session: &mut Session, library: &mut Library, row: usize, text: &str) -> String {
        session.select(row);
        session.type_target(text).expect("typed");
        session.confirm(library).expect("confirmed")
    }

    #[test]
    fn identical_rows_before_and_behind_are_filled_and_undone_with_the_confirmation() {
        let (mut session, mut library) = session();
        session.select(2);
        session.type_target("Thank you.").expect("typed");
        let before = bytes(&session);
        let told = session.confirm(&mut library).expect("confirmed");
        assert_eq!(told, "3 identical rows were filled");
        let all = ["Thank you.", "", "Thank you.", "", "Thank you.", "Thank you."];
        assert_eq!(targets(&session), all);
        let after = bytes(&session);
        session.undo(&mut library).expect("undone");
        assert_eq!(bytes(&session), before);
        session.redo(&mut library).expect("done again");
        assert_eq!(bytes(&session), after);
    }

    #[test]
    fn the_choice_says_which_rows_are_filled() {
        for (propagation, expected) in [
            (Propagation::Off, ["Thanks.", "", "Hello", "", "Thank you.", ""]),
            (Propagation::OpenRows, ["Thanks.", "", "Hello", "", "Thank you.", "Thanks."]),
            (Propagation::Drafts, ["Thanks.", "", "Hello", "", "Thanks.", "Thanks."]),
        ] {
            let (mut session, mut library) = session();
            confirm(&mut session, &mut library, 0, "Thank you.");
            // A row that is typed is nobody's to fill, one that is emptied and taken in is.
            for (row, text) in [(2, "Hello"), (5, "")] {
                session.select(row);
                session.type_target(text).expect("typed");
            }
            session.toggle_apart().expect("taken in again");
            session.habits.propagation = propagation;
            session.select(0);
            session.unconfirm(&mut library).expect("a draft");
            confirm(&mut session, &mut library, 0, "Thanks.");
            assert_eq!(targets(&session), expected, "{propagation:?}");
        }
    }

    #[test]
    fn a_row_that_was_changed_stays_as_it_is_and_gives_nothing() {
        let (mut session, mut library) = session();
        session.habits.propagation = Propagation::Drafts;
        confirm(&mut session, &mut library, 0, "Thank you.");
        session.select(2);
        session.clear_target().expect("emptied");
        assert!(session.beads()[2].flags.apart);
        confirm(&mut session, &mut library, 4, "Thanks.");
        assert!(session.beads()[4].flags.apart, "it was filled and changed");
        let kept = ["Thank you.", "", "", "", "Thanks.", "Thank you."];
        assert_eq!(targets(&session), kept);
        session.select(0);
        session.unconfirm(&mut library).expect("a draft");
        confirm(&mut session, &mut library, 0, "Many thanks.");
        let kept = ["Many thanks.", "", "", "", "Thanks.", "Many thanks."];
        assert_eq!(targets(&session), kept);
    }

    #[test]
    fn an_exception_is_made_and_taken_back() {
        let (mut session, mut library) = session();
        let before = bytes(&session);
        session.select(4);
        session.toggle_apart().expect("excepted");
        let excepted = bytes(&session);
        confirm(&mut session, &mut library, 0, "Thank you.");
        assert_eq!(targets(&session)[4], "");
        session.undo(&mut library).expect("undone");
        session.undo(&mut library).expect("undone");
        assert_eq!(bytes(&session), excepted);
        session.undo(&mut library).expect("undone");
        assert_eq!(bytes(&session), before);
        session.redo(&mut library).expect("done again");
        session.select(4);
        session.toggle_apart().expect("taken in again");
        confirm(&mut session, &mut library, 0, "Thank you.");
        assert_eq!(targets(&session)[4], "Thank you.");
    }
}
