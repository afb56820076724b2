//! A release at work: the project, the active row, undo and redo.
//!
//! The window shows a session and sends it commands; nothing else changes a
//! project. Every change is a patch; after each one the derived rows are made
//! anew and, in tests and debug builds, the beads are checked to partition both
//! sides. What the commands do stands in [`super::translating`] and
//! [`super::aligning`].

use std::path::{Path, PathBuf};

use super::counts::Counts;
use super::env::Env;
use super::filter::Sieve;
use super::found::Found;
use super::history::{Entry, History, UnitStep};
use super::library::Library;
use super::offers::Offers;
use super::reference::{Beside, beside};
use super::rows::Rows;
use super::translating::begins_word;
use super::wide::Way;
use crate::model::{
    Bead, BeadId, Change, Context, Document, Lang, Patch, Project, Translation, TranslationId, View,
};
use crate::store::Propagation;
use crate::texts::{said, t};

/// What cannot be done, and why, in words for the person who asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

impl From<&str> for Refused {
    fn from(why: &str) -> Self {
        Self(why.to_owned())
    }
}

impl From<String> for Refused {
    fn from(why: String) -> Self {
        Self(why)
    }
}

/// How the session behaves; kept in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habits {
    /// Whether entering an open row drafts the best match.
    pub draft_on_entry: bool,
    /// The least score, in per cent, of a match that is drafted.
    pub draft_from: u8,
    /// The least score, in per cent, of a match that is shown.
    pub show_from: u8,
    /// Which identical rows are filled when a row is confirmed.
    pub propagation: Propagation,
    /// Whether rows that are not content are hidden.
    pub hide_not_content: bool,
    /// Whether rows that are not content are counted, translated, stored and exported.
    pub include_not_content: bool,
}

impl Default for Habits {
    /// 75 % is where professional editors set their first "high" band; matches
    /// are shown down to 50 %, below which comparing costs more than writing.
    fn default() -> Self {
        Self {
            draft_on_entry: true,
            draft_from: 75,
            show_from: 50,
            propagation: Propagation::OpenRows,
            hide_not_content: false,
            include_not_content: false,
        }
    }
}

/// An open release.
#[derive(Debug)]
pub struct Session {
    pub(super) project: Project,
    pub(super) at: usize,
    pub(super) row: usize,
    pub(super) rows: Rows,
    pub(super) history: History,
    pub(super) env: Env,
    /// How the session behaves.
    pub habits: Habits,
    /// The file, once it has one.
    path: Option<PathBuf>,
    counts: Counts,
    version: u64,
    /// Where the source's sentences stand in the reference.
    pub(super) beside: Beside,
    pub(super) offers: Offers,
    /// Counts up with every change of the rows but typing.
    shape: u64,
    /// What has been done since the last [`Self::unkept`].
    unkept: Vec<Patch>,
    pub(super) sieve: Sieve,
    /// What the checks found last.
    pub(super) found: Found,
    /// The row and the place in it of the finding that was gone to last.
    pub(super) hand: Option<(BeadId, usize)>,
    /// Counts up with what they found.
    pub(super) findings: u64,
    /// Whether what follows from the project waits: many steps are gone at once.
    pub(super) many_steps: bool,
    /// Whether it is open to be read only.
    reading: bool,
}

impl Session {
    /// Opens a project. `path` is its file; a project without one is unsaved.
    #[must_use]
    pub fn new(project: Project, path: Option<PathBuf>, env: Env) -> Self {
        let history = if path.is_some() { History::saved() } else { History::default() };
        let mut session = Self {
            at: place_of(&project),
            row: 0,
            rows: Rows::default(),
            history,
            env,
            habits: Habits::default(),
            path,
            counts: Counts::default(),
            version: 0,
            beside: Beside::default(),
            offers: Offers::default(),
            shape: 0,
            unkept: Vec::new(),
            sieve: Sieve::default(),
            found: Found::default(),
            hand: None,
            findings: 0,
            many_steps: false,
            reading: false,
            project,
        };
        session.sieve = Sieve::opened(session.env.now());
        session.refresh();
        session.row = session.first_row();
        session
    }

    /// The project as it is now.
    #[must_use]
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// A copy of the project to be saved, with the place where the work stands.
    #[must_use]
    pub fn snapshot(&self) -> Project {
        let mut project = self.project.clone();
        project.place.translation = self.translation().map(|t| t.id);
        project.place.bead = self.active_bead().map(|bead| bead.id);
        project
    }

    /// The source document.
    #[must_use]
    pub const fn source(&self) -> &Document {
        &self.project.source
    }

    /// The translation that is shown.
    #[must_use]
    pub fn translation(&self) -> Option<&Translation> {
        self.project.translations.get(self.at)
    }

    /// The rows that are shown.
    #[must_use]
    pub fn beads(&self) -> &[Bead] {
        self.translation().map_or(&[], |translation| &translation.beads)
    }

    /// The anatomy of the rows.
    #[must_use]
    pub const fn rows(&self) -> &Rows {
        &self.rows
    }

    /// How far the translation is.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// The source's language.
    #[must_use]
    pub const fn source_lang(&self) -> &Lang {
        &self.project.source.lang
    }

    /// The target's language.
    #[must_use]
    pub fn target_lang(&self) -> Option<&Lang> {
        self.translation().map(Translation::lang)
    }

    /// The active row, from 0.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The bead of the active row.
    #[must_use]
    pub fn active_bead(&self) -> Option<&Bead> {
        self.beads().get(self.row)
    }

    /// The source text of a row.
    #[must_use]
    pub fn source_text(&self, row: usize) -> String {
        let bead = self.beads().get(row);
        bead.map_or_else(String::new, |bead| self.rows.source_text(&self.project.source, bead))
    }

    /// What the grid is used for.
    #[must_use]
    pub const fn view(&self) -> View {
        self.project.place.view
    }

    /// Changes what the grid is used for.
    pub const fn set_view(&mut self, view: View) {
        self.project.place.view = view;
    }

    /// Shows a translation with one of its rows active; whether they are there.
    pub fn show_row(&mut self, translation: TranslationId, bead: BeadId) -> bool {
        let found = self.project.translations.iter().position(|of| of.id == translation);
        let row = found.and_then(|at| self.project.translations.get(at)?.row_of(bead));
        let (Some(at), Some(row)) = (found, row) else { return false };
        if at != self.at {
            self.at = at;
            self.refresh();
        }
        self.select(row);
        true
    }

    /// Shows a translation; whether it is there.
    pub fn show_translation(&mut self, translation: TranslationId) -> bool {
        let found = self.project.translations.iter().position(|of| of.id == translation);
        if let Some(at) = found.filter(|at| *at != self.at) {
            self.at = at;
            self.refresh();
        }
        found.is_some()
    }

    /// Shows the next of the release's translations, with the row active that has the same
    /// source.
    ///
    /// # Errors
    /// There is no other.
    pub fn next_translation(&mut self) -> Result<(), Refused> {
        let count = self.project.translations.len();
        if count < 2 {
            return Err(t!("session-this-release-has-no-other-translation").into());
        }
        let source = self.active_bead().and_then(|bead| bead.source.first()).copied();
        self.history.end_typing();
        self.at = (self.at + 1) % count;
        self.refresh();
        let has_it = |bead: &Bead| source.is_some_and(|id| bead.source.contains(&id));
        let row = self.beads().iter().position(has_it);
        self.select(row.unwrap_or_else(|| self.first_row()));
        Ok(())
    }

    /// The project's file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether there is something that is not on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }

    /// Whether nothing was done since the release was made or opened: such a release
    /// can be made again and needs no guard.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.history.is_empty()
    }

    /// What has been done since the last call, undoing among it, for the journal.
    pub fn unkept(&mut self) -> Vec<Patch> {
        std::mem::take(&mut self.unkept)
    }

    /// Whether something has been done since the last [`Self::unkept`].
    #[must_use]
    pub const fn has_unkept(&self) -> bool {
        !self.unkept.is_empty()
    }

    /// Carries out what a journal holds, as it was done: typing is undone by the word,
    /// everything else command by command. The first that does not fit ends it: what
    /// follows was made on top of it.
    ///
    /// # Errors
    /// Why that one does not fit.
    pub fn carry_on(&mut self, patches: Vec<Patch>) -> Result<(), Refused> {
        for patch in patches {
            let touched =
                patch.touched_bead().and_then(|(_, bead)| self.translation()?.row_of(bead));
            self.select(touched.unwrap_or(self.row));
            match typed(&patch) {
                Some((before, after)) => {
                    let begins = begins_word(&before.target_text(), &after.target_text());
                    self.carry_out_typing(after.id, patch, begins)?;
                }
                None => self.carry_out(patch, Vec::new())?,
            }
        }
        Ok(())
    }

    /// How many commands are done since the release was opened; handed back by
    /// [`Self::mark_saved`].
    #[must_use]
    pub const fn done(&self) -> isize {
        self.history.count()
    }

    /// Notes that the state after `done` commands is on disk at `path`.
    pub fn mark_saved(&mut self, done: isize, path: &Path) {
        self.history.mark_saved(done);
        self.history.end_typing();
        self.path = Some(path.to_owned());
    }

    /// Counts up with every change, so that whoever keeps something derived knows.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Counts up with every change of the rows but typing in them.
    #[must_use]
    pub const fn shape(&self) -> u64 {
        self.shape
    }

    /// What undo would take back, in words.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// What redo would do again, in words.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// The patch that undo would take back.
    #[must_use]
    pub fn undo_patch(&self) -> Option<&Patch> {
        self.history.undo_patch()
    }

    /// The patch that redo would do again.
    #[must_use]
    pub fn redo_patch(&self) -> Option<&Patch> {
        self.history.redo_patch()
    }

    /// Who works here.
    #[must_use]
    pub fn author(&self) -> &str {
        &self.env.author
    }

    /// Opens the release to be read, or to be worked on.
    pub const fn open_to_read(&mut self, reading: bool) {
        self.reading = reading;
    }

    /// Whether the release can only be read.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.reading
    }

    /// Refuses whatever would change a release that is open to be read.
    pub(super) fn check_writable(&self) -> Result<(), Refused> {
        if self.reading { Err(t!("session-open-to-be-read").into()) } else { Ok(()) }
    }

    /// Whether a row is shown: all are, but for those that are not content where they are
    /// hidden, and those that the filter hides.
    #[must_use]
    pub fn is_shown(&self, row: usize) -> bool {
        let content = !self.habits.hide_not_content || self.rows.is_content(row);
        content && self.beads().get(row).is_none_or(|bead| !self.sieve.hides(bead.id))
    }

    /// Makes a row the active one; nothing is changed in it.
    pub fn select(&mut self, row: usize) {
        if row < self.beads().len() && row != self.row {
            self.row = row;
            self.offers.wish = None;
            self.history.end_typing();
            self.show_active();
        }
    }

    /// Ends a stretch of typing: what is typed next is undone by itself.
    pub const fn end_typing(&mut self) {
        self.history.end_typing();
    }

    /// Takes back the last command.
    ///
    /// # Errors
    /// There is none, or it does not fit any more.
    pub fn undo(&mut self, library: &mut Library) -> Result<String, Refused> {
        let entry = self.history.undo().ok_or(t!("session-there-is-nothing-to-undo"))?;
        if let Err(refused) = self.replay(&entry.patch.inverse(), entry.place) {
            self.history.redo();
            return Err(refused);
        }
        let steps = entry.units.iter().rev();
        for step in steps {
            library.set(step.memory, step.unit, step.before.as_ref(), &mut self.env);
        }
        Ok(t!("session-undone", change = said("change", &entry.patch.name)))
    }

    /// Does again what was taken back.
    ///
    /// # Errors
    /// There is nothing, or it does not fit any more.
    pub fn redo(&mut self, library: &mut Library) -> Result<String, Refused> {
        let entry = self.history.redo().ok_or(t!("session-there-is-nothing-to-redo"))?;
        if let Err(refused) = self.replay(&entry.patch, entry.place) {
            self.history.undo();
            return Err(refused);
        }
        for step in &entry.units {
            library.set(step.memory, step.unit, step.after.as_ref(), &mut self.env);
        }
        Ok(t!("session-done-again", change = said("change", &entry.patch.name)))
    }

    /// The source texts of the neighbouring content rows, as fingerprints.
    pub(super) fn context(&self, row: usize) -> Context {
        let is_neighbour = |&other: &usize| {
            let has_source = self.beads().get(other).is_some_and(|b| !b.source.is_empty());
            has_source && self.rows.is_content(other)
        };
        let before = (0..row).rev().find(is_neighbour).map(|other| self.source_text(other));
        let after = (row + 1..self.beads().len()).find(is_neighbour);
        let after = after.map(|other| self.source_text(other));
        Context::between(before.as_deref(), after.as_deref())
    }

    /// Carries out a patch and notes it for undo.
    pub(super) fn carry_out(&mut self, patch: Patch, units: Vec<UnitStep>) -> Result<(), Refused> {
        let place = self.active_bead().map(|bead| bead.id);
        self.carry_out_entry(Entry { patch, units, place, at: Some(self.env.now()), wide: None })
    }

    /// Carries out a patch that is part of a step over memories and releases, of this number.
    pub(super) fn carry_out_step(
        &mut self,
        patch: Patch,
        wide: Option<u64>,
    ) -> Result<(), Refused> {
        let place = self.active_bead().map(|bead| bead.id);
        let at = Some(self.env.now());
        self.carry_out_entry(Entry { patch, units: Vec::new(), place, at, wide })
    }

    fn carry_out_entry(&mut self, entry: Entry) -> Result<(), Refused> {
        self.check_writable()?;
        entry.patch.apply(&mut self.project).map_err(|error| Refused(error.to_string()))?;
        self.offers.wish = None;
        self.unkept.push(entry.patch.clone());
        self.history.push(entry);
        self.refresh();
        Ok(())
    }

    /// The number of the step over memories and releases that undo or redo would go.
    pub(super) fn wide_step(&self, way: Way) -> Option<u64> {
        match way {
            Way::Undo => self.history.to_undo(),
            Way::Redo => self.history.to_redo(),
        }?
        .wide
    }

    /// Carries out typing in a bead: the row's anatomy stays what it was.
    pub(super) fn carry_out_typing(
        &mut self,
        bead: BeadId,
        patch: Patch,
        begins_word: bool,
    ) -> Result<(), Refused> {
        self.check_writable()?;
        patch.apply(&mut self.project).map_err(|error| Refused(error.to_string()))?;
        self.offers.wish = None;
        let goes_on = self.unkept.last_mut().filter(|last| last.name == TYPING);
        if !goes_on.is_some_and(|last| last.absorb(&patch)) {
            self.unkept.push(patch.clone());
        }
        let at = Some(self.env.now());
        let entry = Entry { patch, units: Vec::new(), place: Some(bead), at, wide: None };
        self.history.push_typing(bead, entry, begins_word);
        self.recount();
        Ok(())
    }

    fn replay(&mut self, patch: &Patch, place: Option<BeadId>) -> Result<(), Refused> {
        self.check_writable()?;
        patch.apply(&mut self.project).map_err(|error| Refused(error.to_string()))?;
        self.offers.wish = None;
        self.unkept.push(patch.clone());
        self.show_translation_of(patch);
        self.refresh();
        let there = place.and_then(|id| self.translation()?.row_of(id));
        if let Some(row) = there {
            self.row = row;
        }
        self.show_active();
        Ok(())
    }

    /// Shows a translation that a patch changes, unless it changes the one that is shown.
    fn show_translation_of(&mut self, patch: &Patch) {
        let shown = self.translation().map(|translation| translation.id);
        let mut changed = patch.changes.iter().filter_map(|change| match change {
            Change::Beads { of, .. } => Some(*of),
            _ => None,
        });
        let Some(first) = changed.next() else { return };
        if Some(first) == shown || changed.any(|of| Some(of) == shown) {
            return;
        }
        let at = self.project.translations.iter().position(|of| of.id == first);
        self.at = at.unwrap_or(self.at);
    }

    /// Derives anew what follows from the project.
    pub(super) fn refresh(&mut self) {
        if self.many_steps {
            return;
        }
        self.rows = self.derived_rows();
        self.beside = beside(&self.project, self.at);
        self.row = self.row.min(self.beads().len().saturating_sub(1));
        self.shape += 1;
        self.show_active();
        self.recount();
        debug_assert_eq!(self.project.check(), Ok(()), "beads partition both sides");
    }

    fn recount(&mut self) {
        self.version += 1;
        self.counts = Counts::of(&self.rows, self.beads());
    }

    /// The row the work was left at, else the first content row.
    fn first_row(&self) -> usize {
        let left = self.project.place.bead.and_then(|id| self.translation()?.row_of(id));
        let content = || (0..self.beads().len()).find(|&row| self.rows.is_content(row));
        left.or_else(content).unwrap_or(0)
    }
}

/// The name of a patch that somebody typed.
pub(super) const TYPING: &str = "typing";

/// The bead that a patch of typing exchanges, before and after.
fn typed(patch: &Patch) -> Option<(&Bead, &Bead)> {
    match patch.changes.as_slice() {
        [Change::Beads { splice, .. }] if patch.name == TYPING => {
            splice.before.first().zip(splice.after.first())
        }
        _ => None,
    }
}

fn place_of(project: &Project) -> usize {
    let left = project.place.translation;
    let found = left.and_then(|id| project.translations.iter().position(|t| t.id == id));
    found.unwrap_or(0)
}
