//! Work that was not saved when the program ended, offered to whoever opens the release
//! again. It is shown before it is taken up, and the file is never written by itself.

use std::collections::BTreeMap;

use super::opening::ProjectFile;
use crate::model::{Bead, BeadId, Lang, Patch, Project, Translation};
use crate::store::journal::{Base, Recovered};
use crate::texts::t;

/// Unsaved work and what it is made on.
#[derive(Debug, Clone)]
pub struct Recovery {
    /// The release as it is in its file, or as it was born.
    pub project: Project,
    /// Its file.
    pub file: Option<ProjectFile>,
    /// What the journal begins with; what is done next goes on behind it.
    pub base: Base,
    /// What was done, in order; only what fits.
    pub patches: Vec<Patch>,
    /// How many changes do not fit, since the file was changed by somebody else.
    pub lost: usize,
    /// The rows that differ.
    pub rows: Vec<ChangedRow>,
}

/// A row before and after the unsaved work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// The row's number.
    pub number: String,
    /// The language of its target.
    pub lang: Lang,
    /// Its target in the file; empty when open, or when the row is not there.
    pub before: String,
    /// Its target with the unsaved work.
    pub after: String,
}

impl Recovery {
    /// What `left` means for the release as it is now; `None` when there is nothing to
    /// take up: no change was made, or the file has them all.
    #[must_use]
    pub fn of(project: Project, file: Option<ProjectFile>, left: Recovered) -> Option<Self> {
        let left = left.for_file(&project);
        if left.patches.is_empty() || left.is_contained_in(&project) {
            return None;
        }
        let all = left.patches.len() + left.problems.len();
        let certain = left.follows(&project);
        let mut after = project.clone();
        let fits = |patch: &Patch| fits(patch, &mut after, certain);
        let patches: Vec<Patch> = left.patches.into_iter().take_while(fits).collect();
        let rows = changed_rows(&project, &after);
        let lost = all - patches.len();
        Some(Self { project, file, base: left.base, patches, lost, rows })
    }

    /// What it is about, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let told = t!("recovery-told", changes = self.patches.len(), rows = self.rows.len());
        match self.lost {
            0 => told,
            lost => format!("{told} {}", t!("recovery-lost", count = lost)),
        }
    }
}

/// Applies a patch where it fits. One that was made on this very state leaves the rows
/// whole; of another that must be seen.
fn fits(patch: &Patch, project: &mut Project, certain: bool) -> bool {
    if patch.apply(project).is_err() {
        return false;
    }
    let whole = certain || project.check().is_ok();
    if !whole {
        // What has just been applied can be taken back.
        let _ = patch.inverse().apply(project);
    }
    whole
}

/// The rows whose targets differ between two states of a release.
pub(super) fn changed_rows(before: &Project, after: &Project) -> Vec<ChangedRow> {
    let (old, new) = (rows_of(before), rows_of(after));
    let by_id = |rows: &[(Lang, Bead)]| -> BTreeMap<BeadId, Bead> {
        rows.iter().map(|(_, bead)| (bead.id, bead.clone())).collect()
    };
    let (old_by_id, new_by_id) = (by_id(&old), by_id(&new));
    let changed = new.iter().filter(|(_, bead)| {
        old_by_id.get(&bead.id).is_none_or(|former| former.target != bead.target)
    });
    let mut rows: Vec<ChangedRow> = changed
        .map(|(lang, bead)| ChangedRow {
            number: bead.number.to_string(),
            lang: lang.clone(),
            before: old_by_id.get(&bead.id).map(Bead::target_text).unwrap_or_default(),
            after: bead.target_text(),
        })
        .collect();
    let gone = old.iter().filter(|(_, bead)| !new_by_id.contains_key(&bead.id));
    rows.extend(gone.map(|(lang, bead)| ChangedRow {
        number: bead.number.to_string(),
        lang: lang.clone(),
        before: bead.target_text(),
        after: String::new(),
    }));
    rows
}

/// The rows of all translations, each with the language of its target.
fn rows_of(project: &Project) -> Vec<(Lang, Bead)> {
    let of = |translation: &Translation| -> Vec<(Lang, Bead)> {
        let lang = translation.lang();
        translation.beads.iter().map(|bead| (lang.clone(), bead.clone())).collect()
    };
    project.translations.iter().flat_map(of).collect()
}
