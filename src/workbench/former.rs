//! Former states of a release's file: what differs, and the way back.
//!
//! Going back is a patch like any other, so that undo takes it back to the byte. Units
//! in memories stay as they are: what was confirmed since is still a translation
//! somebody confirmed. Left out: a state with another source text, which cannot be put
//! under the same rows; it is opened as a release of its own instead.

use super::recovery::{ChangedRow, changed_rows};
use super::session::{Refused, Session};
use crate::model::patch::Splice;
use crate::model::{Change, Patch, Project};
use crate::store::{Backup, Files, project};
use crate::texts::t;

/// A former state of the open release's file.
#[derive(Debug, Clone)]
pub struct Former {
    /// Where and when it was saved.
    pub backup: Backup,
    /// The release then; or why it cannot be read.
    pub project: Result<Box<Project>, String>,
    /// The rows that differ: `before` as they are now, `after` as they were.
    pub rows: Vec<ChangedRow>,
}

impl Former {
    /// Reads a backup of `now`.
    #[must_use]
    pub fn read(files: &dyn Files, backup: Backup, now: &Project) -> Self {
        let read = project::open(files, &backup.path);
        let project = read.map(|reading| Box::new(reading.value)).map_err(|e| e.to_string());
        let rows = project.as_ref().map(|former| changed_rows(now, former)).unwrap_or_default();
        Self { backup, project, rows }
    }

    /// What differs, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match (&self.project, self.rows.len()) {
            (Err(why), _) => t!("former-this-state-cannot-be-read", why = why),
            (Ok(_), count) => t!("former-rows-differ", count = count),
        }
    }
}

impl Session {
    /// Goes back to a former state, as one command.
    ///
    /// # Errors
    /// It is of another release, has another source text, or is the same as now.
    pub fn go_back_to(&mut self, former: &Project) -> Result<(), Refused> {
        let patch = way_to(self.project(), former)?;
        if patch.is_empty() {
            return Err(t!("former-that-state-is-what-is-open").into());
        }
        self.carry_out(patch, Vec::new())
    }
}

/// The patch that leads from one state of a release to another.
fn way_to(now: &Project, former: &Project) -> Result<Patch, Refused> {
    let same_source = now.source.id == former.source.id
        && now.source.tail == former.source.tail
        && now.source.lang == former.source.lang
        && now.earlier == former.earlier;
    if now.id != former.id || !same_source {
        return Err(t!("former-that-state-has-another-source-text").into());
    }
    let mut changes = Vec::new();
    if now.release != former.release {
        let (before, after) = (Box::new(now.release.clone()), Box::new(former.release.clone()));
        changes.push(Change::Release { before, after });
    }
    if now.source.blocks != former.source.blocks {
        let splice = whole(&now.source.blocks, &former.source.blocks);
        changes.push(Change::Blocks { of: now.source.id, splice });
    }
    if now.translations != former.translations {
        let splice = whole(&now.translations, &former.translations);
        changes.push(Change::Translations { splice });
    }
    Ok(Patch::of_changes("going back to a former state", changes))
}

fn whole<T: Clone, Id>(before: &[T], after: &[T]) -> Splice<T, Id> {
    Splice { follows: None, before: before.to_vec(), after: after.to_vec() }
}
