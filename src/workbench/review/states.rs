//! Approving and rejecting rows, passing a release on, saying who does what.
//!
//! Every change keeps what was there: who had written it, when, and by which means. The
//! memory follows: an approved row's unit is approved and names who approved it, a rejected
//! row's is withdrawn, and so is one whose approval is withdrawn.

use super::duties::Act;
use crate::model::{
    Bead, Change, Comment, CommentId, HandOver, Patch, Person, Review, State, StoredUnit, Target,
    UnitStatus,
};
use crate::texts::t;
use crate::workbench::history::UnitStep;
use crate::workbench::library::Library;
use crate::workbench::session::{Refused, Session};
use crate::workbench::translating::{remember, set_state};

impl Session {
    /// Approves the active row.
    ///
    /// # Errors
    /// It is open, in conflict, locked, not content, or this person may not.
    pub fn approve(&mut self, library: &mut Library) -> Result<(), Refused> {
        self.may(Act::Approve)?;
        let mut bead = self.decided(&State::Approved)?;
        let text = bead.target_text();
        let writer = self.active_bead().map(|bead| bead.author.clone()).unwrap_or_default();
        let mut units = Vec::new();
        if !text.trim().is_empty() && !bead.source.is_empty() {
            let mut unit = self.unit_of(self.row(), &bead, UnitStatus::Approved);
            unit.approver = std::mem::replace(&mut unit.author, writer);
            let (pair, private) = (self.pair()?, self.held().is_some());
            units = library.store_confirmed(&unit, bead.unit, private, &pair, &mut self.env)?;
            let stored = units.last().map(|step| (step.memory, step.unit));
            bead.unit = stored.map(|(memory, unit)| StoredUnit { memory, unit });
            units.retain(|step| step.before != step.after);
        }
        let change = self.exchange(self.row(), bead)?;
        self.carry_out(Patch::of_changes("approve row", vec![change]), units)
    }

    /// Sends the active row back, and says why.
    ///
    /// # Errors
    /// There is no reason, or as [`Self::approve`].
    pub fn reject(&mut self, reason: &str, library: &mut Library) -> Result<(), Refused> {
        self.may(Act::Reject)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(t!("states-a-rejection-needs-a-reason").into());
        }
        let mut bead = self.decided(&State::Rejected { reason })?;
        let units = self.withdraw_unit(&mut bead, library);
        let change = self.exchange(self.row(), bead)?;
        self.carry_out(Patch::of_changes("reject row", vec![change]), units)
    }

    /// Takes the approval of the active row back: it is translated again.
    ///
    /// # Errors
    /// It is not approved, or as [`Self::approve`].
    pub fn withdraw_approval(&mut self, library: &mut Library) -> Result<(), Refused> {
        self.may(Act::Approve)?;
        if self.active_bead().and_then(Bead::state) != Some(&State::Approved) {
            return Err(t!("states-the-row-is-not-approved").into());
        }
        let mut bead = self.decided(&State::Translated)?;
        let units = self.withdraw_unit(&mut bead, library);
        let change = self.exchange(self.row(), bead)?;
        self.carry_out(Patch::of_changes("withdraw approval", vec![change]), units)
    }

    /// The active row in another state, stamped, with what it was among the former targets.
    fn decided(&self, state: &State) -> Result<Bead, Refused> {
        let mut bead = self.changeable()?.clone();
        let empty = match &bead.target {
            Target::Open => true,
            Target::Text { .. } => bead.target_text().trim().is_empty(),
            Target::LeftOut { .. } => false,
        };
        if empty {
            return Err(t!("states-there-is-nothing-to-decide-on").into());
        }
        if self.is_in_conflict(bead.id) {
            return Err(t!("states-the-row-is-in-conflict").into());
        }
        if bead.state() == Some(state) {
            return Err(t!("states-it-is-so-already").into());
        }
        bead.history.push(bead.as_former());
        set_state(&mut bead.target, state);
        bead.flags.source_changed = false;
        self.stamp(&mut bead);
        Ok(bead)
    }

    fn withdraw_unit(&mut self, bead: &mut Bead, library: &mut Library) -> Vec<UnitStep> {
        let Some(stored) = bead.unit.take() else { return Vec::new() };
        let StoredUnit { memory, unit } = library.home_of(stored).unwrap_or(stored);
        let before = library.unit(memory, unit);
        library.set(memory, unit, None, &mut self.env);
        vec![UnitStep { memory, unit, before, after: None }]
    }

    /// Says something of the active row, locked or not.
    ///
    /// # Errors
    /// There is no row, nothing is said, or this person may not.
    pub fn comment(&mut self, text: &str) -> Result<(), Refused> {
        self.may(Act::Comment)?;
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Err(t!("states-there-is-nothing-said").into());
        }
        let mut bead = self.active_bead().ok_or(t!("there-is-no-row"))?.clone();
        let (author, at) = (self.author().to_owned(), self.env.now());
        bead.comments.push(Comment { id: CommentId::fresh(self.env.ids()), author, at, text });
        let change = self.exchange(self.row(), bead)?;
        self.carry_out(Patch::of_changes("comment", vec![change]), Vec::new())
    }

    /// Passes the release on, with a note; it is that person's from then on.
    ///
    /// # Errors
    /// This person may not.
    pub fn hand_over(&mut self, to: &str, note: &str) -> Result<(), Refused> {
        self.may(Act::HandOver)?;
        let (to, note) = (to.trim().to_owned(), note.trim().to_owned());
        let mut review = self.project().review.clone();
        let (from, at) = (self.author().to_owned(), self.env.now());
        review.hand_overs.push(HandOver { from, to: to.clone(), at, note });
        let mut changes = vec![self.review_change(review)];
        let before = self.project().release.clone();
        if !to.is_empty() && before.assignee != to {
            let after = Box::new(crate::model::Release { assignee: to, ..before.clone() });
            changes.push(Change::Release { before: Box::new(before), after });
        }
        self.carry_out(Patch::of_changes("hand over", changes), Vec::new())
    }

    /// Says who works on the release and as what; nobody named lets everybody do all.
    ///
    /// # Errors
    /// Two have one name, somebody has none, or this person may not.
    pub fn agree(&mut self, people: Vec<Person>) -> Result<(), Refused> {
        self.may(Act::Agree)?;
        let mut names: Vec<&str> = people.iter().map(|person| person.name.trim()).collect();
        names.sort_unstable();
        let doubled = names.windows(2).any(|two| two.first() == two.last());
        if doubled || names.first() == Some(&"") {
            return Err(t!("states-everybody-needs-a-name-of-their-own").into());
        }
        let review = Review { people, ..self.project().review.clone() };
        let change = self.review_change(review);
        self.carry_out(Patch::of_changes("say who does what", vec![change]), Vec::new())
    }

    /// The change to another state of the review.
    pub(super) fn review_change(&self, after: Review) -> Change {
        let before = Box::new(self.project().review.clone());
        Change::Review { before, after: Box::new(after) }
    }

    /// Keeps what a row had, where somebody else than the one at work had left it or something
    /// was decided on it.
    pub(in crate::workbench) fn keep_former(&self, bead: &mut Bead) {
        remember(bead, self.author());
    }
}
