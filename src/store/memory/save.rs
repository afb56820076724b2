//! Writing a memory whole: exports, imports, compaction.

use std::collections::HashSet;
use std::path::Path;

use super::read;
use crate::formats::FormatError;
use crate::formats::memory_ron::{KeptLine, MemoryText, write, write_with};
use crate::model::{MemoryFile, Reading, RevisionId};
use crate::store::files::Held;
use crate::store::{Cause, Files, StoreError};

/// Writes a memory whole, atomically.
///
/// Where the same memory (by its id) stands at `path`, nothing of it is lost:
/// revisions that `file` does not have stay, and so do lines of newer writers.
/// Any other file is replaced. To drop revisions on purpose, see [`rewrite`].
///
/// # Errors
/// The disk refuses, or the file is a memory of a newer format.
pub fn save(files: &dyn Files, path: &Path, file: &MemoryFile) -> Result<(), StoreError> {
    if !files.exists(path) {
        match files.write_new(path, write(file).as_bytes()) {
            Err(error) if error.cause() == Some(&Cause::Exists) => {}
            written => return written,
        }
    }
    files.hold(path, &mut |held| {
        let bytes = held.read(0..held.size())?;
        let text = match read(path, &bytes) {
            Ok(Reading { value, .. }) if value.file.header.id == file.header.id => {
                let MemoryText { file: there, kept, .. } = value;
                write_with(&union(file, there), &kept)
            }
            Err(error @ StoreError::Format { source: FormatError::Newer { .. }, .. }) => {
                return Err(error);
            }
            _ => write(file),
        };
        if text.as_bytes() == bytes { Ok(()) } else { held.replace_all(text.as_bytes()) }
    })
}

/// Reads a memory, lets `change` change it, and writes it whole, all while
/// nobody can add to it. For compaction and for changing the header.
///
/// Lines of newer writers stay where their revision stays, and unreadable lines.
///
/// # Errors
/// The file cannot be read or written; it is as it was then.
pub fn rewrite(
    files: &dyn Files,
    path: &Path,
    change: &mut dyn FnMut(&mut MemoryFile),
) -> Result<(), StoreError> {
    files.hold(path, &mut |held| rewrite_held(held, path, change))
}

fn rewrite_held(
    held: &mut dyn Held,
    path: &Path,
    change: &mut dyn FnMut(&mut MemoryFile),
) -> Result<(), StoreError> {
    let bytes = held.read(0..held.size())?;
    let Reading { value, .. } = read(path, &bytes)?;
    let MemoryText { mut file, kept, .. } = value;
    change(&mut file);
    let ids: HashSet<RevisionId> = file.revisions.iter().map(|revision| revision.id).collect();
    let stays = |line: &KeptLine| line.revision.is_none_or(|id| ids.contains(&id));
    let kept: Vec<KeptLine> = kept.into_iter().filter(stays).collect();
    held.replace_all(write_with(&file, &kept).as_bytes())
}

/// What is there in its order, then what is added.
fn union(file: &MemoryFile, there: MemoryFile) -> MemoryFile {
    let known: HashSet<RevisionId> = there.revisions.iter().map(|revision| revision.id).collect();
    let generation = file.header.generation.max(there.header.generation);
    let mut header = file.header.clone();
    header.generation = generation;
    let mut revisions = there.revisions;
    revisions.extend(file.revisions.iter().filter(|r| !known.contains(&r.id)).cloned());
    MemoryFile { header, revisions }
}
