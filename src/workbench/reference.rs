//! A translation that is shown beside the rows, to be read only: the reference.
//!
//! It is one of the release's other translations; a text that is not among them yet is
//! aligned with the source and becomes one, by a patch like any other. Which one is shown
//! is part of the place where the work was left, and so saved and never undone. A row shows
//! every sentence of the reference that renders one of its source sentences.

use std::collections::HashMap;

use super::session::{Refused, Session};
use crate::model::{
    Bead, Change, Patch, Project, SegmentId, Splice, Translation, TranslationId, check_beads,
};
use crate::texts::t;

/// Which bead of the reference each source sentence is in.
pub(super) type Beside = HashMap<SegmentId, usize>;

/// Where the source's sentences stand in the reference that a project shows beside the
/// translation at `shown`.
pub(super) fn beside(project: &Project, shown: usize) -> Beside {
    let reference = of(project, shown);
    let beads = reference.iter().flat_map(|translation| translation.beads.iter().enumerate());
    beads.flat_map(|(at, bead)| bead.source.iter().map(move |id| (*id, at))).collect()
}

fn of(project: &Project, shown: usize) -> Option<&Translation> {
    let wanted = project.place.reference?;
    let mut others = project.translations.iter().enumerate();
    let found = others.find(|(at, translation)| *at != shown && translation.id == wanted);
    found.map(|(_, translation)| translation)
}

impl Session {
    /// The translations that can be shown beside the rows: all but the one at work.
    pub fn references(&self) -> impl Iterator<Item = &Translation> {
        let all = self.project.translations.iter().enumerate();
        all.filter(|(at, _)| *at != self.at).map(|(_, translation)| translation)
    }

    /// The translation that is shown beside the rows.
    #[must_use]
    pub fn reference(&self) -> Option<&Translation> {
        of(&self.project, self.at)
    }

    /// What the reference says where a row's source stands; `None` where it says nothing.
    #[must_use]
    pub fn reference_text(&self, row: usize) -> Option<String> {
        let reference = self.reference()?;
        let bead = self.beads().get(row)?;
        let mut places: Vec<usize> =
            bead.source.iter().filter_map(|id| self.beside.get(id)).copied().collect();
        places.dedup();
        let texts = places.iter().filter_map(|at| reference.beads.get(*at));
        let texts: Vec<String> = texts.map(Bead::target_text).collect();
        let text = texts.join(" ");
        (!text.trim().is_empty()).then_some(text)
    }

    /// Shows another translation beside the rows, or none.
    pub fn show_reference(&mut self, translation: Option<TranslationId>) {
        self.project.place.reference = translation;
        self.refresh();
    }

    /// Adds a translation of the source and shows it beside the rows.
    ///
    /// # Errors
    /// It is not one of the source as it is now.
    pub fn add_reference(&mut self, translation: Translation) -> Result<(), Refused> {
        if check_beads(&self.project.source, &translation.beads).is_err() {
            return Err(t!("reference-the-source-changed-while-the-reference").into());
        }
        let id = translation.id;
        let follows = self.project.translations.last().map(|last| last.id);
        let splice = Splice { follows, before: Vec::new(), after: vec![translation] };
        let change = Change::Translations { splice };
        self.carry_out(Patch::of_changes("add reference", vec![change]), Vec::new())?;
        self.show_reference(Some(id));
        Ok(())
    }
}
