//! Former states of project files, in the home: ten a file.
//!
//! `backups/<name>-<print of its path>/2031-03-12T09-00-00.000Z.project.ron`: by
//! the file's path, so that a damaged project's are found, and dated by when that
//! state was written. The oldest goes when there are more. They can hold
//! embargoed text: mode 600, and they can be listed and purged.

use std::path::{Path, PathBuf};

use jiff::SignedDuration;

use super::listing::{PROJECT, is_named};
use super::print::print;
use super::{Files, Home, StoreError, absolute};
use crate::model::Timestamp;

/// How many states of a file are kept.
pub const KEPT: usize = 10;

/// Characters of a file's name in its folder's: drives take 255 bytes.
const NAME_CHARS: usize = 60;

/// How old the latest backup is before a state that nobody asked for is kept as well:
/// saving unasked after each confirmed row would else push an hour's states out.
const SPARING: SignedDuration = SignedDuration::from_mins(15);

/// Which states a save keeps of what it replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Whatever is there: somebody saved it.
    Always,
    /// Only where the latest backup is a quarter of an hour older.
    Sparingly,
}

/// A former state of a project file. It is opened as any project is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The backup.
    pub path: PathBuf,
    /// When that state was written.
    pub saved: Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Keeps what stands at `path` now.
pub(super) fn keep(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    bytes: &[u8],
    which: Keep,
) -> Result<(), StoreError> {
    let folder = folder(home, path);
    files.create_private_dir_all(&folder)?;
    let written = files.modified(path)?;
    let latest = of(files, home, path).first().map(|backup| backup.saved);
    if which == Keep::Sparingly
        && latest.is_some_and(|latest| written.duration_since(latest) < SPARING)
    {
        return Ok(());
    }
    let name = format!("{}{PROJECT}", stamp(written));
    files.write_private(&folder.join(name), bytes)?;
    let kept = of(files, home, path);
    kept.iter().skip(KEPT).try_for_each(|backup| files.remove(&backup.path))
}

/// The backups of a project file, the latest first.
pub fn of(files: &dyn Files, home: &Home, path: &Path) -> Vec<Backup> {
    in_folder(files, &folder(home, path))
}

/// The backups of all project files, by folder, the latest first in each.
pub fn all(files: &dyn Files, home: &Home) -> Vec<Backup> {
    let folders = files.list(&home.backups()).unwrap_or_default();
    folders.iter().flat_map(|folder| in_folder(files, folder)).collect()
}

/// Removes the backups of a project file, or of all. Tells how many there were.
///
/// # Errors
/// The first one that cannot be removed.
pub fn purge(files: &dyn Files, home: &Home, path: Option<&Path>) -> Result<usize, StoreError> {
    let folders = match path {
        Some(path) => vec![folder(home, path)],
        None => files.list(&home.backups()).unwrap_or_default(),
    };
    let mut count = 0;
    for folder in folders {
        for backup in in_folder(files, &folder) {
            files.remove(&backup.path)?;
            count += 1;
        }
        files.remove(&folder)?;
    }
    Ok(count)
}

fn in_folder(files: &dyn Files, folder: &Path) -> Vec<Backup> {
    let paths = files.list(folder).unwrap_or_default();
    // Their names sort by date.
    paths.into_iter().rev().filter_map(|path| backup(files, path)).collect()
}

fn backup(files: &dyn Files, path: PathBuf) -> Option<Backup> {
    let name = path.file_name()?.to_str()?;
    let (date, time) = name.strip_suffix(PROJECT)?.split_once('T')?;
    let saved = format!("{date}T{}", time.replace('-', ":")).parse().ok()?;
    let bytes = files.size(&path).ok()?;
    Some(Backup { path, saved, bytes })
}

/// A moment as a part of a file's name, to the millisecond.
fn stamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H-%M-%S.%3fZ").to_string()
}

fn folder(home: &Home, path: &Path) -> PathBuf {
    let path = absolute(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let stem = if is_named(&path, PROJECT) {
        name.get(..name.len() - PROJECT.len()).unwrap_or_default()
    } else {
        &name
    };
    let print = print(path.as_os_str().as_encoded_bytes());
    let stem: String = stem.chars().take(NAME_CHARS).collect();
    home.backups().join(format!("{stem}-{print:016x}"))
}
