//! Joining and splitting rows in the translation view, with what follows in memories.
//!
//! Both pieces of a confirmed row that is split are units; the unit of a confirmed row
//! that is joined holds both texts. One undo sets rows and units back.

use super::history::UnitStep;
use super::library::Library;
use super::links::translated::{self, is_confirmed};
use super::links::{Side, sentences};
use super::rows::Rows;
use super::session::{Refused, Session};
use crate::model::{Bead, Change, Context, Patch, Project, SegmentId, StoredUnit, Unit};
use crate::texts::t;

/// Where the active row is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowCut {
    /// The source sentence that is split, or that is the last of the first piece.
    pub sentence: SegmentId,
    /// After how many of its characters; `None` is behind it.
    pub at: Option<usize>,
    /// After how many characters the target is split.
    pub target_at: Option<usize>,
}

impl Session {
    /// Joins the active row with the next one.
    ///
    /// # Errors
    /// There is none, one is locked, or one is not content and the other is.
    pub fn join_next(&mut self, library: &mut Library) -> Result<(), Refused> {
        let row = self.row;
        if row + 1 < self.beads().len()
            && self.rows.is_content(row) != self.rows.is_content(row + 1)
        {
            return Err(t!("parting-one-of-the-two-rows-is").into());
        }
        let rewrite =
            translated::join(self.translation().ok_or(t!("there-is-no-translation"))?, row)?;
        self.rewrite(rewrite, library)
    }

    /// Splits the active row. Rows of other translations keep both pieces.
    ///
    /// # Errors
    /// One piece would be empty, or a row is locked.
    pub fn split_row(&mut self, cut: RowCut, library: &mut Library) -> Result<(), Refused> {
        let mut work = None;
        let mut changes = Vec::new();
        if let Some(at) = cut.at {
            let ids = self.env.ids.as_mut();
            let (side, shown) = (Side::Source, self.at);
            changes = sentences::split(&self.project, shown, side, cut.sentence, at, ids)?;
            let mut project = self.project.clone();
            let patch = Patch::of_changes("", changes.clone());
            patch.apply(&mut project).map_err(|error| Refused(error.to_string()))?;
            work = Some(project);
        }
        let project = work.as_ref().unwrap_or(&self.project);
        let of = project.translations.get(self.at).ok_or(t!("there-is-no-translation"))?;
        let bead = of.beads.get(self.row).ok_or(t!("there-is-no-row"))?;
        let place = bead.source.iter().position(|id| *id == cut.sentence);
        let sources = place.ok_or(t!("parting-that-sentence-is-not-in-the"))? + 1;
        let ids = self.env.ids.as_mut();
        let mut rewrite = translated::split(of, self.row, sources, cut.target_at, ids)?;
        let born = born_unit(project, self.at, &rewrite.beads, library);
        let stored = born.and_then(|(of, unit)| {
            library.store(of.memory, &unit, None, &mut self.env).ok().filter(|s| s.before.is_none())
        });
        if let (Some(step), Some(tail)) = (&stored, rewrite.beads.last_mut()) {
            tail.unit = Some(StoredUnit { memory: step.memory, unit: step.unit });
        }
        let change =
            Change::beads(of, rewrite.rows, rewrite.beads).ok_or(t!("there-is-no-such-row"))?;
        changes.push(change);
        let done = self.carry_out_mending(Patch::of_changes("split row", changes), library);
        self.keep_unit(stored, done, library)
    }

    /// Notes a unit that a command has stored, or withdraws it where that failed.
    fn keep_unit(
        &mut self,
        stored: Option<UnitStep>,
        done: Result<(), Refused>,
        library: &mut Library,
    ) -> Result<(), Refused> {
        match (&done, stored) {
            (Ok(()), Some(step)) => self.history.add_units(vec![step]),
            (Err(_), Some(step)) => library.set(step.memory, step.unit, None, &mut self.env),
            (_, None) => {}
        }
        done
    }

    /// Whether a row's source stands in more than one paragraph.
    #[must_use]
    pub fn spans_paragraphs(&self, bead: &Bead) -> bool {
        let block = |id: Option<&SegmentId>| Some(self.rows.place(*id?)?.0);
        block(bead.source.first()) != block(bead.source.last())
    }
}

/// The unit that the second piece of a stored row makes, and the unit of the first.
fn born_unit(
    project: &Project,
    shown: usize,
    beads: &[Bead],
    library: &Library,
) -> Option<(StoredUnit, Unit)> {
    let [head, tail] = beads else { return None };
    let stored = head.unit.filter(|_| is_confirmed(tail))?;
    let old = library.unit(stored.memory, stored.unit)?;
    let rows = Rows::of(&project.source, project.translations.get(shown)?);
    let before = rows.source_text(&project.source, head);
    let (source, target) = (rows.source_text(&project.source, tail), tail.target_text());
    if source == target || target.is_empty() {
        return None;
    }
    let context = Context::between(Some(&before), None);
    Some((stored, Unit { source, target, context, ..old }))
}
