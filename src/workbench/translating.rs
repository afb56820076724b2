//! The commands of the translation view.

use super::history::UnitStep;
use super::library::Library;
use super::offers::{Offer, Wish};
use super::propagating::keep_apart;
use super::review::duties::Act;
use super::session::{Refused, Session, TYPING};
use crate::model::{Bead, Change, Origin, Patch, State, StoredUnit, Target, Unit, UnitStatus};
use crate::texts::t;

impl Session {
    /// Enters a row; an open one is drafted with the best match, where the habits say so. If
    /// the matches are still to come, it is drafted then, unless something was done meanwhile.
    ///
    /// # Errors
    /// The draft cannot be made.
    pub fn enter(&mut self, row: usize, library: &Library) -> Result<(), Refused> {
        self.select(row);
        let open =
            self.active_bead().is_some_and(|bead| bead.target.is_open() && !bead.flags.locked);
        if self.is_read_only() {
            return Ok(());
        }
        if !self.habits.draft_on_entry || !open || !self.rows.is_content(row) {
            return Ok(());
        }
        self.wish(Wish::Draft, library)
    }

    /// Puts the text typed so far into the active row.
    ///
    /// # Errors
    /// The row is locked or not content.
    pub fn type_target(&mut self, text: &str) -> Result<(), Refused> {
        let bead = self.editable()?;
        let old = bead.target_text();
        if old == text && !bead.target.is_open() {
            return Ok(());
        }
        let bead = bead.clone();
        let typed = self.typed_into(&bead, text);
        let (id, begins) = (typed.id, begins_word(&old, text));
        let change = self.exchange(self.row, typed)?;
        self.carry_out_typing(id, Patch::of_changes(TYPING, vec![change]), begins)
    }

    /// A bead as it is once somebody has typed this text into it: a draft, its confirmed
    /// text kept among the former ones.
    pub(super) fn typed_into(&mut self, bead: &Bead, text: &str) -> Bead {
        let mut typed = bead.clone();
        self.keep_former(&mut typed);
        keep_apart(&mut typed);
        typed.target = if text.is_empty() {
            Target::Open
        } else {
            let kept = typed.target.with_text(text);
            kept.unwrap_or_else(|| Target::draft(text, bead.number, self.env.ids()))
        };
        set_state(&mut typed.target, &State::Draft);
        typed.origin = origin_after_typing(typed.origin, text);
        self.stamp(&mut typed);
        typed
    }

    /// Makes a confirmed row a draft again and withdraws its unit.
    ///
    /// # Errors
    /// The row is not confirmed, or is locked.
    pub fn unconfirm(&mut self, library: &mut Library) -> Result<(), Refused> {
        let mut bead = self.editable()?.clone();
        match bead.state() {
            Some(State::Translated | State::Approved) => {}
            _ => return Err(t!("translating-the-row-is-not-confirmed").into()),
        }
        set_state(&mut bead.target, &State::Draft);
        let mut units = Vec::new();
        if let Some(stored) = bead.unit.take() {
            // What was sent is withdrawn where it is now.
            let stored = library.home_of(stored).unwrap_or(stored);
            let before = library.unit(stored.memory, stored.unit);
            library.set(stored.memory, stored.unit, None, &mut self.env);
            let StoredUnit { memory, unit } = stored;
            units.push(UnitStep { memory, unit, before, after: None });
        }
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes("make draft again", vec![change]), units)
    }

    /// Takes a match into the active row.
    ///
    /// # Errors
    /// There is no match of this rank, or the row is locked or not content.
    pub fn take_match(&mut self, rank: u8, library: &Library) -> Result<(), Refused> {
        self.wish(Wish::Take(rank), library)
    }

    /// Copies the source into the active row.
    ///
    /// # Errors
    /// The row has no source, or is locked or not content.
    pub fn copy_source(&mut self) -> Result<(), Refused> {
        let text = self.source_text(self.row);
        if text.is_empty() {
            return Err(t!("translating-this-row-has-no-source").into());
        }
        self.replace_target(&text, Origin::Copied, "copy source")
    }

    /// Empties the active row's target.
    ///
    /// # Errors
    /// The row is empty, or locked.
    pub fn clear_target(&mut self) -> Result<(), Refused> {
        let mut bead = self.editable()?.clone();
        if bead.target.is_open() {
            return Err(t!("translating-the-target-is-empty-already").into());
        }
        if bead.source.is_empty() {
            return Err(t!("translating-a-row-without-a-source-keeps").into());
        }
        self.keep_former(&mut bead);
        keep_apart(&mut bead);
        bead.target = Target::Open;
        bead.origin = Origin::None;
        self.stamp(&mut bead);
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes("clear target", vec![change]), Vec::new())
    }

    /// Marks the active row as left out on purpose.
    ///
    /// # Errors
    /// The row has a target, or is locked.
    pub fn leave_out(&mut self) -> Result<(), Refused> {
        let mut bead = self.editable()?.clone();
        if !bead.target.is_open() {
            return Err(t!("translating-clear-the-target-first").into());
        }
        bead.target = Target::LeftOut { reason: String::new(), state: State::Translated };
        bead.origin = Origin::Typed;
        self.stamp(&mut bead);
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes("leave row out", vec![change]), Vec::new())
    }

    /// Locks or unlocks the active row.
    ///
    /// # Errors
    /// There is no row, or this person may not.
    pub fn toggle_lock(&mut self) -> Result<(), Refused> {
        self.may(Act::Lock)?;
        let mut bead = self.active_bead().ok_or(t!("there-is-no-row"))?.clone();
        bead.flags.locked = !bead.flags.locked;
        let name = if bead.flags.locked { "lock row" } else { "unlock row" };
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())
    }

    /// The first open content row from `start` on, then from the top.
    #[must_use]
    pub fn next_open(&self, start: usize) -> Option<usize> {
        self.next_content(start, |bead| bead.target.is_open())
    }

    /// The first content row from `start` on, then from the top, that waits for somebody to
    /// confirm it: open, a draft, sent back, or of a changed source; locked ones do not.
    #[must_use]
    pub fn next_unconfirmed(&self, start: usize) -> Option<usize> {
        self.next_content(start, Bead::is_unconfirmed)
    }

    fn next_content(&self, start: usize, is_wanted: impl Fn(&Bead) -> bool) -> Option<usize> {
        let count = self.beads().len();
        (start..count).chain(0..start.min(count)).find(|&row| {
            let wanted = self.beads().get(row).is_some_and(&is_wanted);
            wanted && self.rows.is_content(row) && self.is_shown(row)
        })
    }

    pub(super) fn draft(&mut self, offer: &Offer, wish: Wish) -> Result<(), Refused> {
        let name = match wish {
            Wish::Draft => "draft from match",
            Wish::Take(_) => "take match",
        };
        self.replace_target(offer.target(), offer.origin(), name)
    }

    /// Gives the active row a whole new text that is a draft.
    pub(super) fn replace_target(
        &mut self,
        text: &str,
        origin: Origin,
        name: &str,
    ) -> Result<(), Refused> {
        let mut bead = self.editable()?.clone();
        if bead.origin == origin
            && bead.state() == Some(&State::Draft)
            && bead.target_text() == text
        {
            // It is there already: nothing to be undone.
            return Ok(());
        }
        self.keep_former(&mut bead);
        keep_apart(&mut bead);
        let kept = bead.target.with_text(text);
        let number = bead.number;
        bead.target = kept.unwrap_or_else(|| Target::draft(text, number, self.env.ids()));
        set_state(&mut bead.target, &State::Draft);
        self.carry_codes(&mut bead);
        bead.origin = origin;
        self.stamp(&mut bead);
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())
    }

    /// The active bead, where its target may be changed, and by this person.
    pub(super) fn editable(&self) -> Result<&Bead, Refused> {
        self.may(Act::Write)?;
        self.changeable()
    }

    /// The active bead, where its target may be changed.
    pub(super) fn changeable(&self) -> Result<&Bead, Refused> {
        self.check_writable()?;
        let bead = self.active_bead().ok_or(t!("there-is-no-row"))?;
        if bead.flags.locked {
            return Err(t!("the-row-is-locked").into());
        }
        if !self.rows.is_content(self.row) {
            return Err(t!("translating-this-row-is-not-content-it").into());
        }
        Ok(bead)
    }

    pub(super) fn exchange(&self, row: usize, bead: Bead) -> Result<Change, Refused> {
        let translation = self.translation().ok_or(t!("there-is-no-translation"))?;
        Change::bead(translation, row, bead).ok_or_else(|| t!("there-is-no-such-row").into())
    }

    pub(super) fn stamp(&self, bead: &mut Bead) {
        bead.author.clone_from(&self.env.author);
        bead.changed = Some(self.env.now());
    }

    /// The unit that a row makes.
    pub(super) fn unit_of(&self, row: usize, bead: &Bead, status: UnitStatus) -> Unit {
        let release = &self.project.release;
        Unit {
            author: bead.author.clone(),
            release: release.number.clone(),
            date: release.date,
            issuer: release.issuer.clone(),
            context: self.context(row),
            origin: self.via().map(super::pivot::mark).unwrap_or_default(),
            ..Unit::plain(&self.source_text(row), &bead.target_text(), status)
        }
    }

    /// The language that the shown pair was derived through.
    #[must_use]
    pub fn via(&self) -> Option<&crate::model::Lang> {
        self.translation()?.via.as_ref()
    }

    /// The languages of the shown translation.
    ///
    /// # Errors
    /// There is no translation.
    pub fn pair(&self) -> Result<super::library::Languages, Refused> {
        let target = self.target_lang().ok_or(t!("there-is-no-translation"))?.clone();
        Ok(super::library::Languages { source: self.source_lang().clone(), target })
    }
}

/// Keeps a text among the former ones before `who` changes it: one that was decided on, or
/// that somebody else has left as a draft.
pub(super) fn remember(bead: &mut Bead, who: &str) {
    let is_kept = match bead.state() {
        None => false,
        Some(State::Draft) => !bead.author.is_empty() && bead.author != who,
        Some(State::Translated | State::Approved | State::Rejected { .. }) => true,
    };
    if is_kept {
        bead.history.push(bead.as_former());
    }
}

pub(super) fn set_state(target: &mut Target, to: &State) {
    match target {
        Target::Open => {}
        Target::Text { state, .. } | Target::LeftOut { state, .. } => state.clone_from(to),
    }
}

const fn origin_after_typing(origin: Origin, text: &str) -> Origin {
    if text.is_empty() {
        return Origin::None;
    }
    match origin {
        Origin::Match { memory, unit, revision, score, .. } => {
            Origin::Match { memory, unit, revision, score, edited: true }
        }
        _ => Origin::Typed,
    }
}

/// Whether the change from `old` to `new` begins a word after white space, which
/// is where undo stops.
pub(super) fn begins_word(old: &str, new: &str) -> bool {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let inserted = new.chars().nth(same);
    let before = same.checked_sub(1).and_then(|at| new.chars().nth(at));
    let grows = new.chars().count() > old.chars().count();
    grows && before.is_some_and(char::is_whitespace) && inserted.is_some_and(|c| !c.is_whitespace())
}
