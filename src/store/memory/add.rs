//! Adding to a memory's tail.
//!
//! Under the lock: the head is checked, the lines that others added are read, the
//! closing brackets (or the remains of a write that was cut off) give way to the
//! new lines and closing brackets, and the bytes are flushed to the disk. Of a
//! file that was not laid out by us the whole is written anew.
//!
//! A revision that is among the lines read now (behind the bookmark, which a
//! failed call does not move) is not added again, so a failed call can be repeated.

use std::collections::HashSet;
use std::path::Path;

use super::bookmark::{Bookmark, WINDOW_BYTES, line_ends};
use super::read;
use crate::formats::memory_ron::{
    CLOSING, KeptLine, MemoryText, Tail, opening, read_bytes, revision_line, write_with,
};
use crate::model::{MemoryFile, MemoryHeader, Reading, Revision, RevisionId, UpdateRule};
use crate::store::files::{Held, folder_of};
use crate::store::{Cause, Files, StoreError};

/// Bytes at a file's start that hold its head, unless somebody wrote a very long
/// name into it.
pub(super) const HEAD_BYTES: u64 = 8 * 1024;

/// Adds revisions to a memory file, and returns all others that it holds.
///
/// Without knowing what the caller has read, it reads the whole file; whoever
/// adds again and again keeps a [`Bookmark`] and calls [`append_after`].
///
/// # Errors
/// As [`append_after`].
pub fn append(
    files: &dyn Files,
    path: &Path,
    header: &MemoryHeader,
    revisions: &[Revision],
) -> Result<Vec<Revision>, StoreError> {
    append_after(files, path, header, revisions, &mut Bookmark::default())
}

/// Adds revisions to a memory file, and returns what others added behind `mark`,
/// which moves to the end. Where there is no file it is made with `header`, and
/// its folder too, for this user alone.
///
/// # Errors
/// [`StoreError::OtherMemory`] when the file has another id than `header`;
/// [`StoreError::ReadOnlyMemory`] by its own rule; [`StoreError::Format`] when it
/// is no memory; [`StoreError::File`] when the disk refuses, and then the file is
/// as it was or its tail is torn, which the next addition mends.
pub fn append_after(
    files: &dyn Files,
    path: &Path,
    header: &MemoryHeader,
    revisions: &[Revision],
    mark: &mut Bookmark,
) -> Result<Vec<Revision>, StoreError> {
    if !files.exists(path) {
        match make(files, path, header, revisions) {
            Err(error) if error.cause() == Some(&Cause::Exists) => {}
            made => {
                *mark = made?;
                return Ok(Vec::new());
            }
        }
    }
    let mut found = (Vec::new(), Bookmark::default());
    files.hold(path, &mut |held| {
        found = Adding { path, header, revisions }.to(held, mark)?;
        Ok(())
    })?;
    *mark = found.1;
    Ok(found.0)
}

pub(super) fn make(
    files: &dyn Files,
    path: &Path,
    header: &MemoryHeader,
    revisions: &[Revision],
) -> Result<Bookmark, StoreError> {
    let folder = folder_of(path);
    if !files.is_dir(folder) {
        files.create_private_dir_all(folder)?;
    }
    let text = whole(header, revisions);
    files.write_new(path, text.as_bytes())?;
    Ok(Bookmark::behind_whole(&text))
}

fn whole(header: &MemoryHeader, revisions: &[Revision]) -> String {
    let mut text = opening(header);
    text.extend(revisions.iter().map(revision_line));
    text.push_str(CLOSING);
    text
}

/// What is to be added where.
pub(super) struct Adding<'a> {
    pub(super) path: &'a Path,
    pub(super) header: &'a MemoryHeader,
    pub(super) revisions: &'a [Revision],
}

/// What stands behind a bookmark, and where the next line goes.
struct Found {
    revisions: Vec<Revision>,
    tail: Tail,
    /// Bytes of the file before those that `tail` counts.
    base: u64,
    lines: usize,
    torn: bool,
}

impl Adding<'_> {
    /// What stands behind `mark` in a file that is held: nothing is written.
    pub(super) fn look(
        &self,
        held: &mut dyn Held,
        mark: &Bookmark,
    ) -> Result<Vec<Revision>, StoreError> {
        if held.size() == 0 {
            return Ok(Vec::new());
        }
        self.check_head(held)?;
        if let Some(found) = behind(mark, held)? {
            return Ok(found.revisions);
        }
        let bytes = held.read(0..held.size())?;
        Ok(read(self.path, &bytes)?.value.file.revisions)
    }

    /// Adds to a file that is held.
    pub(super) fn to(
        &self,
        held: &mut dyn Held,
        mark: &Bookmark,
    ) -> Result<(Vec<Revision>, Bookmark), StoreError> {
        if held.size() == 0 {
            let text = whole(self.header, self.revisions);
            held.replace_from(0, text.as_bytes())?;
            return Ok((Vec::new(), Bookmark::behind_whole(&text)));
        }
        self.check_head(held)?;
        if let Some(found) = behind(mark, held)? {
            return self.add_to_tail(held, found);
        }
        let bytes = held.read(0..held.size())?;
        let Reading { value, .. } = read(self.path, &bytes)?;
        let MemoryText { file, kept, tail, lines, torn } = value;
        match tail {
            Some(tail) => {
                let found = Found { revisions: file.revisions, tail, base: 0, lines, torn };
                self.add_to_tail(held, found)
            }
            None => self.write_anew(held, file, &kept),
        }
    }

    /// Checks that the file is this memory and takes revisions.
    fn check_head(&self, held: &mut dyn Held) -> Result<(), StoreError> {
        let start = held.read(0..HEAD_BYTES)?;
        let cut = start.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let header = match read_bytes(start.get(..cut).unwrap_or_default()) {
            Ok(reading) => reading.value.file.header,
            // Laid out in some other way, or not a memory at all.
            Err(_) => read(self.path, &held.read(0..held.size())?)?.value.file.header,
        };
        if header.id != self.header.id {
            return Err(StoreError::OtherMemory {
                path: self.path.to_owned(),
                wanted: self.header.name.clone(),
                there: header.name,
            });
        }
        if header.rule == UpdateRule::ReadOnly && !self.revisions.is_empty() {
            return Err(StoreError::ReadOnlyMemory {
                path: self.path.to_owned(),
                name: header.name,
            });
        }
        Ok(())
    }

    fn add_to_tail(
        &self,
        held: &mut dyn Held,
        found: Found,
    ) -> Result<(Vec<Revision>, Bookmark), StoreError> {
        let Found { revisions, tail, base, lines, torn } = found;
        let (others, missing) = self.compare(revisions);
        let keep = base + tail.keep as u64;
        let mut added = String::new();
        if torn || !missing.is_empty() || !is_closed(held, keep)? {
            added.push_str(tail.joint);
            added.extend(missing.into_iter().map(revision_line));
            let end = added.len();
            added.push_str(CLOSING);
            held.replace_from(keep, added.as_bytes())?;
            added.truncate(end);
        } else if !tail.joint.is_empty() {
            return Ok((others, Bookmark::default()));
        }
        let end = keep + added.len() as u64;
        let before = held.read(end.saturating_sub(WINDOW_BYTES.into())..end)?;
        let lines = lines + line_ends(added.as_bytes());
        Ok((others, Bookmark::behind(&before, end, lines, held.size())))
    }

    fn write_anew(
        &self,
        held: &mut dyn Held,
        mut file: MemoryFile,
        kept: &[KeptLine],
    ) -> Result<(Vec<Revision>, Bookmark), StoreError> {
        let (others, missing) = self.compare(file.revisions.clone());
        if missing.is_empty() {
            return Ok((others, Bookmark::default()));
        }
        file.revisions.extend(missing.into_iter().cloned());
        let text = write_with(&file, kept);
        held.replace_all(text.as_bytes())?;
        Ok((others, Bookmark::behind_whole(&text)))
    }

    /// What is there and not ours, and what is ours and not there.
    fn compare(&self, there: Vec<Revision>) -> (Vec<Revision>, Vec<&Revision>) {
        let ours: HashSet<RevisionId> = self.revisions.iter().map(|ours| ours.id).collect();
        let known: HashSet<RevisionId> =
            there.iter().map(|there| there.id).filter(|id| ours.contains(id)).collect();
        let missing = self.revisions.iter().filter(|ours| !known.contains(&ours.id)).collect();
        let others = there.into_iter().filter(|there| !ours.contains(&there.id)).collect();
        (others, missing)
    }
}

/// Whether the closing brackets behind `keep` and their line end are all there.
fn is_closed(held: &mut dyn Held, keep: u64) -> Result<bool, StoreError> {
    let closing = held.read(keep..held.size())?;
    Ok(closing.ends_with(b"\n") && closing.trim_ascii_end().ends_with(b")"))
}

/// Reads on from a bookmark; `None` where the file is not as it was.
fn behind(mark: &Bookmark, held: &mut dyn Held) -> Result<Option<Found>, StoreError> {
    if !mark.is_known() {
        return Ok(None);
    }
    let bytes = held.read(mark.window_start()..held.size())?;
    let Some((window, delta)) = mark.split(&bytes) else { return Ok(None) };
    let Some((lines, next)) = mark.read_on(window, delta) else { return Ok(None) };
    let Some(tail) = lines.tail else { return Ok(None) };
    let (revisions, torn) = (lines.revisions, lines.torn);
    Ok(Some(Found { revisions, tail, base: mark.bytes(), lines: next.lines(), torn }))
}
