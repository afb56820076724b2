//! `*.project.ron` on the disk.
//!
//! Before a project is saved over, what was there is copied into the home
//! ([`mod@backups`]). The work comes first: a backup that fails does
//! not stop the save (a full home must not keep a translation from being saved on
//! another drive), since the save itself replaces the old file only by a whole
//! new one; it is told ([`Saved::backup_problem`]) and written to the log.

use std::path::Path;

use super::backups::Keep;
use super::print::print;
use super::{Action, Files, Home, StoreError, backups};
use crate::formats::project_ron;
use crate::formats::{FormatError, plain};
use crate::model::{Problem, Project, Reading};

pub use super::backups::{Backup, all as all_backups, of as backups, purge as purge_backups};

/// Reads a project.
///
/// # Errors
/// The file cannot be read, is no project, is damaged, or is of a newer format.
pub fn open(files: &dyn Files, path: &Path) -> Result<Reading<Project>, StoreError> {
    open_stamped(files, path).map(|(reading, _)| reading)
}

/// The same, with the stamp of what was read.
///
/// # Errors
/// As [`open`].
pub fn open_stamped(
    files: &dyn Files,
    path: &Path,
) -> Result<(Reading<Project>, Stamp), StoreError> {
    let bytes = files.read(path)?;
    let stamp = Stamp(print(&bytes));
    let failed = |error| StoreError::format(path, error);
    let (text, mut problems) = decode(&bytes).map_err(failed)?;
    let Reading { value, problems: found } = project_ron::read(&text).map_err(failed)?;
    problems.extend(found);
    Ok((Reading { value, problems }, stamp))
}

/// Our files are UTF-8; an editor may have saved one in another encoding.
fn decode(bytes: &[u8]) -> Result<(String, Vec<Problem>), FormatError> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Vec::new()));
    }
    match plain::decode(bytes) {
        Ok(Reading { value, problems }) => Ok((value.text, problems)),
        Err(FormatError::Binary { what, .. }) => {
            let hint = format!("it is {what}; choose a file named *.project.ron");
            Err(FormatError::Other { expected: "a project file", hint })
        }
        Err(error) => Err(error),
    }
}

/// What saving did beside saving.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// Whether anything was written: an unchanged project is not.
    pub written: bool,
    /// Why there is no backup of what was there before.
    pub backup_problem: Option<StoreError>,
}

/// Saves a project, whole or not at all, with a backup of what was there.
///
/// # Errors
/// The disk refuses; what was there is there still.
pub fn save(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    project: &Project,
) -> Result<(), StoreError> {
    save_told(files, home, path, project, Keep::Always).map(|_| ())
}

/// The same, keeping what is asked for of the state that goes; tells what else happened.
///
/// # Errors
/// As [`save`].
pub fn save_told(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    project: &Project,
    which: Keep,
) -> Result<Saved, StoreError> {
    let text = project_ron::write(project);
    let mut saved = Saved { written: true, backup_problem: None };
    if files.is_dir(path) {
        return Err(StoreError::file(Action::Write, super::Cause::IsFolder, path));
    }
    if files.exists(path) {
        match files.read(path) {
            Ok(there) if there == text.as_bytes() => return Ok(Saved::default()),
            Ok(there) => {
                let kept = backups::keep(files, home, path, &there, which);
                saved.backup_problem = kept.err();
            }

            Err(error) => saved.backup_problem = Some(error),
        }
    }
    if let Some(problem) = &saved.backup_problem {
        tracing::warn!(%problem, "no backup was made");
    }
    files.write_atomic(path, text.as_bytes())?;
    Ok(saved)
}

/// What tells one state of a project's file from another: a print of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    /// The stamp of the file as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of_file(files: &dyn Files, path: &Path) -> Result<Self, StoreError> {
        Ok(Self(print(&files.read(path)?)))
    }

    /// As it is written in files: 16 digits.
    pub(super) fn written(self) -> String {
        format!("{:016x}", self.0)
    }

    /// The stamp of the file that saving `project` writes.
    #[must_use]
    pub fn of_saved(project: &Project) -> Self {
        Self(print(project_ron::write(project).as_bytes()))
    }
}
