//! What is kept of a release on this machine beside its file: its journal, its steps of undo, its
//! backups, and the caches of the working memories that its units are in. Each can hold text that
//! is under embargo; all are this user's alone (mode 600), and can be purged.

use std::path::{Path, PathBuf};

use crate::model::ProjectId;
use crate::store::{Files, Home, StoreError, backups, journal, memory::cache, steps};

/// What kind of trace it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was done since the last saving.
    Journal,
    /// The steps that undo goes back.
    Steps,
    /// A former state of the file.
    Backup,
    /// What a memory is opened from.
    Cache,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
}

/// What is kept of a release.
pub fn of(files: &dyn Files, home: &Home, project: ProjectId, path: Option<&Path>) -> Vec<Trace> {
    let there = |kind, path: PathBuf| {
        let bytes = files.size(&path).ok().filter(|_| files.exists(&path))?;
        Some(Trace { kind, path, bytes })
    };
    let mut traces: Vec<Trace> = Vec::new();
    traces.extend(there(Kind::Journal, journal::path(home, project)));
    traces.extend(there(Kind::Steps, steps::path(home, project)));
    let backups = path.map(|path| backups::of(files, home, path)).unwrap_or_default();
    traces.extend(backups.into_iter().filter_map(|backup| there(Kind::Backup, backup.path)));
    let caches = cache::list(files, home);
    traces.extend(caches.into_iter().filter_map(|path| there(Kind::Cache, path)));
    traces
}

/// Removes what is kept of a release; how many files. `keep_journal` says that work in it is not
/// saved yet.
///
/// # Errors
/// The first file that cannot be removed; those before it are gone.
pub fn purge(
    files: &dyn Files,
    home: &Home,
    project: ProjectId,
    path: Option<&Path>,
    keep_journal: bool,
) -> Result<usize, StoreError> {
    let mut count = 0;
    for trace in of(files, home, project, path) {
        if trace.kind == Kind::Journal && keep_journal {
            continue;
        }
        files.remove(&trace.path)?;
        count += 1;
    }
    Ok(count)
}
