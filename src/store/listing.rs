//! What of ours is in a folder.
//!
//! The folder itself and its sub-folders, one level deep: an archive is kept by
//! year or by day, and a whole home directory is not to be searched because
//! somebody opened it. Hidden files and folders are left out.

use std::path::{Path, PathBuf};

use super::terms::TERMS;
use super::{Files, StoreError};

/// The files of ours in a folder, sorted by path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// `*.project.ron`.
    pub projects: Vec<PathBuf>,
    /// `*.memory.ron`.
    pub memories: Vec<PathBuf>,
    /// `*.terms.ron`.
    pub termbases: Vec<PathBuf>,
    /// Sub-folders that could not be listed.
    pub problems: Vec<StoreError>,
}

impl Listing {
    /// Lists `folder`.
    ///
    /// # Errors
    /// It cannot be listed.
    pub fn of(files: &dyn Files, folder: &Path) -> Result<Self, StoreError> {
        let mut listing = Self {
            folder: folder.to_owned(),
            projects: Vec::new(),
            memories: Vec::new(),
            termbases: Vec::new(),
            problems: Vec::new(),
        };
        for path in files.list(folder)?.into_iter().filter(|path| !is_hidden(path)) {
            if files.is_dir(&path) {
                listing.take_folder(files, &path);
            } else {
                listing.take(path);
            }
        }
        listing.projects.sort();
        listing.memories.sort();
        listing.termbases.sort();
        Ok(listing)
    }

    /// Whether there is nothing of ours.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.projects.is_empty() && self.memories.is_empty() && self.termbases.is_empty()
    }

    fn take_folder(&mut self, files: &dyn Files, folder: &Path) {
        match files.list(folder) {
            Ok(paths) => {
                let ours = paths.into_iter().filter(|path| !is_hidden(path) && !files.is_dir(path));
                ours.for_each(|path| self.take(path));
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    fn take(&mut self, path: PathBuf) {
        if is_named(&path, PROJECT) {
            self.projects.push(path);
        } else if is_named(&path, MEMORY) {
            self.memories.push(path);
        } else if is_named(&path, TERMS) {
            self.termbases.push(path);
        }
    }
}

/// The memories of ours that lie in a folder itself, sorted by path; none where it cannot be
/// listed.
#[must_use]
pub fn memories_in(files: &dyn Files, folder: &Path) -> Vec<PathBuf> {
    named_in(files, folder, MEMORY)
}

/// The termbases of ours that lie in a folder itself, as [`memories_in`] tells memories.
#[must_use]
pub fn termbases_in(files: &dyn Files, folder: &Path) -> Vec<PathBuf> {
    named_in(files, folder, TERMS)
}

fn named_in(files: &dyn Files, folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut paths = files.list(folder).unwrap_or_default();
    paths.retain(|path| !is_hidden(path) && is_named(path, ending));
    paths.sort();
    paths
}

/// How the names of projects end.
pub const PROJECT: &str = ".project.ron";

/// How the names of memories end.
pub const MEMORY: &str = ".memory.ron";

/// Whether a path ends so, in whatever case.
pub(super) fn is_named(path: &Path, ending: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().ends_with(ending))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
