//! Merging three copies of a memory, as Git asks for it.
//!
//! A memory is a set of revisions, so the merge is their union: those of the base in its
//! order, then what was added on either side by time and id. Nothing can clash on this
//! level; a unit that both sides changed has two heads then, which whoever asked counts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::read;
use crate::formats::memory_ron::{KeptLine, MemoryText, write_with};
use crate::model::{MemoryFile, Reading, Revision, RevisionId};
use crate::store::{Files, StoreError};

/// What a merge did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Our copy as it was.
    pub ours: MemoryFile,
    /// The merged memory, as it stands at our path now.
    pub merged: MemoryFile,
    /// Revisions that our copy did not have.
    pub added: usize,
}

/// Merges `theirs` into the file at `ours`, whole or not at all. A base without content
/// (both sides made the file) counts as one without revisions.
///
/// # Errors
/// A file cannot be read or written, or is no memory; [`StoreError::OtherMemory`] when
/// the two are not copies of one memory.
pub fn merge(
    files: &dyn Files,
    base: &Path,
    ours: &Path,
    theirs: &Path,
) -> Result<Merged, StoreError> {
    let their_bytes = files.read(theirs)?;
    let their_text = read(theirs, &their_bytes)?.value;
    let base_bytes = if files.exists(base) { files.read(base)? } else { Vec::new() };
    let base_order: Vec<RevisionId> = if base_bytes.trim_ascii().is_empty() {
        Vec::new()
    } else {
        read(base, &base_bytes)?.value.file.revisions.iter().map(|r| r.id).collect()
    };
    let mut done = None;
    files.hold(ours, &mut |held| {
        let bytes = held.read(0..held.size())?;
        let Reading { value: our_text, .. } = read(ours, &bytes)?;
        if our_text.file.header.id != their_text.file.header.id {
            return Err(StoreError::OtherMemory {
                path: theirs.to_owned(),
                wanted: our_text.file.header.name,
                there: their_text.file.header.name.clone(),
            });
        }
        let merged = union(&our_text, &their_text, &base_order);
        let kept = kept(&our_text, &their_text);
        let text = write_with(&merged, &kept);
        if text.as_bytes() != bytes {
            held.replace_all(text.as_bytes())?;
        }
        let added = merged.revisions.len() - our_text.file.revisions.len();
        done = Some(Merged { ours: our_text.file, merged, added });
        Ok(())
    })?;
    // Held files are worked on once.
    done.ok_or_else(|| StoreError::other(ours, "a memory", "nothing"))
}

fn union(ours: &MemoryText, theirs: &MemoryText, base: &[RevisionId]) -> MemoryFile {
    let both = ours.file.revisions.iter().chain(&theirs.file.revisions);
    let mut all: BTreeMap<RevisionId, &Revision> = BTreeMap::new();
    for revision in both {
        all.entry(revision.id).or_insert(revision);
    }
    let mut revisions: Vec<Revision> =
        base.iter().filter_map(|id| all.remove(id).cloned()).collect();
    let mut later: Vec<&Revision> = all.into_values().collect();
    later.sort_by_key(|revision| (revision.at, revision.id));
    revisions.extend(later.into_iter().cloned());
    let mut header = ours.file.header.clone();
    header.generation = header.generation.max(theirs.file.header.generation);
    MemoryFile { header, revisions }
}

/// Lines to keep byte for byte, each once.
fn kept(ours: &MemoryText, theirs: &MemoryText) -> Vec<KeptLine> {
    let own: BTreeSet<RevisionId> = ours.file.revisions.iter().map(|r| r.id).collect();
    let mut kept = ours.kept.clone();
    for line in &theirs.kept {
        let known = match line.revision {
            Some(id) => own.contains(&id),
            None => kept.iter().any(|other| other.text == line.text),
        };
        if !known {
            kept.push(line.clone());
        }
    }
    kept
}
