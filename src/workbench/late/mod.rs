//! A late change: a corrected source comes in while its release is being translated.
//!
//! | what | file |
//! |---|---|
//! | a text or file that comes in | [`incoming`] |
//! | which sentence is which | [`matching`] |
//! | cut as the old source is cut | `cutting` |
//! | the new source document | `source` |
//! | the rows over it | `rows` |
//! | what is told before it is done | [`told`] |
//! | what is doubtful about the text that came in | [`doubts`] |
//! | a sentence corrected by hand, which is a version too | `typed` |
//! | two versions side by side | [`versions`] |
//!
//! The old source becomes an earlier version ([`crate::model::Project::earlier`]); when a version
//! came in is its `received`. All is one patch, for every translation of the release: turned round
//! it gives the same bytes. Left out: earlier versions of the file that a page was made from (the
//! backups have them).

mod cutting;
pub mod doubts;
pub mod incoming;
pub mod matching;
mod rows;
mod source;
#[cfg(test)]
mod tests;
pub mod told;
mod typed;
pub mod versions;

use jiff::tz::TimeZone;

pub use doubts::Doubt;
pub use incoming::CorrectedText;
pub use told::{RowChange, What};
pub use versions::{Compared, Version};

use crate::memory::{Between, Repaired};
use crate::model::{
    Bead, Change, Document, IdSource, Origin, Original, Patch, Project, Splice, Translation,
};
use crate::release;
use crate::texts::t;
use crate::workbench::session::{Refused, Session};
use matching::Old;

/// The name of the patch, in words for the undo menu.
const NAME: &str = "corrected source";

/// A corrected source, read and cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Its text.
    pub text: String,
    /// The document made of it.
    pub document: Document,
    /// The file it stands in, where the translation can be put into it.
    pub original: Option<Original>,
    /// Whether that file has codes of its own.
    pub tagged: bool,
}

/// What a corrected source would do to a release.
#[derive(Debug, Clone, PartialEq)]
pub struct LateChange {
    /// The rows of the shown translation that it changes, in the new order, those that are gone
    /// last.
    pub rows: Vec<RowChange>,
    /// Rows of that translation that stay as they are.
    pub untouched: usize,
    /// What is doubtful about it.
    pub doubts: Vec<Doubt>,
    /// Which version the source becomes, from 2.
    pub version: usize,
    patch: Patch,
}

impl LateChange {
    /// Works out what a corrected source does to a release. `shown` is the place of the
    /// translation whose rows are told.
    #[must_use]
    pub fn of(
        project: &Project,
        shown: usize,
        corrected: Corrected,
        ids: &mut dyn IdSource,
    ) -> Self {
        let Corrected { text, mut document, original, tagged } = corrected;
        cutting::like(&project.source, &mut document);
        let pairs = pairs(&project.source, &document);
        let doubts = doubts::of(project, &text, &document, &pairs, original.is_some());
        let mut this = Self {
            rows: Vec::new(),
            untouched: project.translations.get(shown).map_or(0, |of| of.beads.len()),
            doubts,
            version: project.earlier.len() + 2,
            patch: Patch::of_changes(NAME, Vec::new()),
        };
        if pairs.iter().any(|pair| !pair.same || pair.moved) {
            let renewed = source::renew(project, document, &pairs, tagged, ids);
            let mut after = project.clone();
            this.patch.changes = changes(project, &renewed, original, ids);
            // Each change is made for the project as it is.
            if this.patch.apply(&mut after).is_ok() {
                (this.rows, this.untouched) = told::rows(project, &after, shown, &renewed.fates);
            }
        }
        this
    }

    /// Whether the source reads as it did.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patch.is_empty()
    }

    /// How many rows are reopened.
    #[must_use]
    pub fn reopened(&self) -> usize {
        self.rows.iter().filter(|row| row.is_reopened).count()
    }

    /// How many rows come in, and how many go.
    #[must_use]
    pub fn come_and_gone(&self) -> (usize, usize) {
        let count = |what: What| self.rows.iter().filter(|row| row.what == what).count();
        (count(What::New) + count(What::Back), count(What::Gone))
    }
}

/// The sentences of two sources paired.
fn pairs(old: &Document, new: &Document) -> Vec<matching::Pair> {
    let old: Vec<Old<'_>> = old
        .segments()
        .map(|(_, segment)| Old { text: &segment.text, read: segment.as_read() })
        .collect();
    let new: Vec<&str> = new.segments().map(|(_, segment)| segment.text.as_str()).collect();
    matching::pair(&old, &new)
}

/// The changes that put a new source in the place of the old one, for every translation.
fn changes(
    project: &Project,
    renewed: &source::Renewed,
    original: Option<Original>,
    ids: &mut dyn IdSource,
) -> Vec<Change> {
    let mut changes = version(project, renewed.source.clone());
    if project.original != original {
        changes.push(Change::Original { before: project.original.clone(), after: original });
    }
    changes.extend(facts(project, &renewed.source));
    for of in &project.translations {
        let rows::Regrouped { beads, gone } =
            rows::regroup(project, of, &renewed.source, &renewed.fates, ids);
        changes.extend(beads_change(of, &beads));
        if of.gone != gone {
            let splice = Splice { follows: None, before: of.gone.clone(), after: gone };
            changes.push(Change::Gone { of: of.id, splice });
        }
    }
    changes
}

/// The old source becomes an earlier version, and this one takes its place.
fn version(project: &Project, source: Document) -> Vec<Change> {
    let follows = project.earlier.last().map(|earlier| earlier.id);
    let splice = Splice { follows, before: Vec::new(), after: vec![project.source.clone()] };
    let (before, after) = (Box::new(project.source.clone()), Box::new(source));
    vec![Change::Earlier { splice }, Change::Source { before, after }]
}

/// What the release says of itself, where the old source said it and the new one says otherwise.
fn facts(project: &Project, source: &Document) -> Option<Change> {
    let (was, is) = (release::facts::of(&project.source), release::facts::of(source));
    let mut after = project.release.clone();
    if after.title == was.title {
        after.title = is.title;
    }
    if after.number == was.number {
        after.number = is.number;
    }
    if after.date == was.date {
        after.date = is.date;
    }
    let here = TimeZone::system();
    let said = |source: &Document, day| release::embargo::of(source, day, &here);
    let had = said(&project.source, was.date);
    // An embargo that somebody set by hand is theirs.
    if had.as_ref().map(|had| had.until) == after.embargo {
        let has = said(source, is.date);
        if has != had {
            after.lifted = None;
        }
        (after.embargo, after.embargo_zone) =
            has.map_or((None, String::new()), |has| (Some(has.until), has.zone));
    }
    let before = Box::new(project.release.clone());
    (after != project.release).then(|| Change::Release { before, after: Box::new(after) })
}

/// The rows that differ, from the first to the last of them.
fn beads_change(of: &Translation, beads: &[Bead]) -> Option<Change> {
    let same = |(old, new): &(&Bead, &Bead)| old == new;
    let head = of.beads.iter().zip(beads).take_while(same).count();
    let least = of.beads.len().min(beads.len()) - head;
    let both = of.beads.iter().rev().zip(beads.iter().rev());
    let tail = both.take(least).take_while(same).count();
    let after = beads.get(head..beads.len() - tail).unwrap_or_default();
    let rows = head..of.beads.len() - tail;
    if rows.is_empty() && after.is_empty() {
        return None;
    }
    Change::beads(of, rows, after.to_vec())
}

impl Session {
    /// What a corrected source would do to the release.
    #[must_use]
    pub fn late_change(&mut self, corrected: Corrected) -> LateChange {
        LateChange::of(&self.project, self.at, corrected, self.env.ids.as_mut())
    }

    /// Puts a corrected source in the place of the old one, as one step of undo. The active row
    /// stays the active one.
    ///
    /// # Errors
    /// The release has changed since that was worked out, or it can only be read.
    pub fn take_late_change(&mut self, change: LateChange) -> Result<(), Refused> {
        if change.is_empty() {
            return Err(t!("late-nothing-changes").into());
        }
        let active = self.active_bead().map(|bead| bead.id);
        self.carry_out(change.patch, Vec::new())?;
        let row = active.and_then(|id| self.translation()?.row_of(id));
        self.select(row.unwrap_or(self.row));
        Ok(())
    }

    /// The translation of a row whose source has changed, with a changed figure, date or mark put
    /// right; `None` where nothing is certain.
    #[must_use]
    pub fn repaired(&self, row: usize) -> Option<Repaired> {
        let bead = self.beads().get(row).filter(|bead| !bead.rendered.is_empty())?;
        let pair = self.pair().ok()?;
        let between = Between { source: &pair.source, target: &pair.target };
        told::repaired(&self.source_text(row), &bead.rendered, &bead.target_text(), between)
    }

    /// Takes the translation with what changed put right into the active row.
    ///
    /// # Errors
    /// There is none, or the row is locked.
    pub fn take_repaired(&mut self) -> Result<(), Refused> {
        let repaired = self.repaired(self.row()).ok_or(t!("late-nothing-to-repair"))?;
        self.replace_target(&repaired.target, Origin::Typed, "take repaired translation")
    }

    /// The first row from `start` on that a change of the source has reopened, then from the top.
    #[must_use]
    pub fn next_changed(&self, start: usize) -> Option<usize> {
        let count = self.beads().len();
        (start..count).chain(0..start.min(count)).find(|&row| {
            let bead = self.beads().get(row);
            bead.is_some_and(|bead| bead.flags.source_changed) && self.is_shown(row)
        })
    }
}
