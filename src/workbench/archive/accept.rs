//! Accepting every sure enough link of a release, in all its translations at once.
//!
//! In the open release it is one command like any other. A release that is not open is
//! changed in its file: its former state is kept as a backup, from which it can be gone back
//! to as one command. Nobody's work is in the way of it: a release that is open elsewhere,
//! or has unsaved work from a crash, is left as it is, and told.

use std::path::{Path, PathBuf};

use super::survey::Surveyed;
use crate::model::{Bead, Change, Link, Patch, Project};
use crate::store::{Files, Home};
use crate::workbench::rows::Rows;
use crate::workbench::session::{Refused, Session};
use crate::workbench::wide::change_file;

/// What became of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// Its file.
    pub path: PathBuf,
    /// How many links were accepted, and all of them as they are now; or why not.
    pub result: Result<(usize, Surveyed), String>,
}

/// The change that accepts every content row's guess of at least `least`, 0…1.
#[must_use]
pub fn patch(project: &Project, least: f32) -> Patch {
    let mut changes = Vec::new();
    for translation in &project.translations {
        let rows = Rows::of(&project.source, translation);
        let is_meant = |row: usize, link: Link| {
            let sure = matches!(link, Link::Guessed { confidence, .. } if confidence >= least);
            sure && rows.is_content(row)
        };
        let meant = translation.beads.iter().enumerate();
        changes.extend(meant.filter(|(row, bead)| is_meant(*row, bead.link)).filter_map(
            |(row, bead)| {
                let after = Bead { link: Link::Accepted, ..bead.clone() };
                Change::bead(translation, row, after)
            },
        ));
    }
    Patch::of_changes("accept sure links in all translations", changes)
}

/// Accepts the links of a release in its file.
#[must_use]
pub fn in_file(files: &dyn Files, home: &Home, path: &Path, least: f32) -> Accepted {
    let result = change(files, home, path, least);
    Accepted { path: path.to_owned(), result }
}

fn change(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    least: f32,
) -> Result<(usize, Surveyed), String> {
    let (project, patch) = change_file(files, home, path, |project| Ok(patch(project, least)))?;
    Ok((patch.changes.len(), Surveyed::of(&project, path)))
}

impl Session {
    /// Accepts every guessed link of at least `least` in all translations; how many.
    ///
    /// # Errors
    /// The rows do not fit any more.
    pub fn accept_everywhere(&mut self, least: f32) -> Result<usize, Refused> {
        let patch = patch(self.project(), least);
        let count = patch.changes.len();
        if count > 0 {
            self.carry_out(patch, Vec::new())?;
        }
        Ok(count)
    }
}
