//! `*.memory.ron` on the disk: opened, added to by several programs, saved.
//!
//! | what | file |
//! |---|---|
//! | opening, and what others added since | here |
//! | how far a file was read | `bookmark` |
//! | adding to the tail under a lock | `add` |
//! | adding what depends on what others added | `decide` |
//! | saving whole, compaction | `save` |
//! | three copies made one | `merge` |
//! | indexes of large ones, kept for the next start | [`cache`] |
//!
//! A line is on the disk when [`append`] or [`append_after`] returns. Nothing of
//! another program's is lost by it: the tail is read again under the lock, what
//! others added is handed back, a torn tail is mended.

mod add;
mod bookmark;
pub mod cache;
mod decide;
mod merge;
mod save;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::{Files, StoreError};
use crate::formats::memory_ron::{self, MemoryText, Outline, Sink};
use crate::model::{MemoryFile, MemoryHeader, Reading, Revision};
use add::HEAD_BYTES;

pub use add::{append, append_after};
pub use bookmark::Bookmark;
pub use decide::{Decided, append_deciding};
pub use merge::{Merged, merge};
pub use save::{rewrite, save};

/// Reads a memory. Broken lines are problems, the others are used.
///
/// # Errors
/// The file cannot be read, or it is no memory, or one of a newer format.
pub fn open(files: &dyn Files, path: &Path) -> Result<Reading<MemoryFile>, StoreError> {
    open_marked(files, path).map(|(reading, _)| reading)
}

/// Reads a memory, and remembers how far, for [`append_after`] and [`news`].
///
/// # Errors
/// As [`open`].
pub fn open_marked(
    files: &dyn Files,
    path: &Path,
) -> Result<(Reading<MemoryFile>, Bookmark), StoreError> {
    let bytes = files.read(path)?;
    let Reading { value, problems } = read(path, &bytes)?;
    let mark = Bookmark::of(value.tail, value.lines, &bytes);
    Ok((Reading { value: value.file, problems }, mark))
}

/// Reads a memory, handing its revisions on as they come, and remembers how far.
///
/// # Errors
/// As [`open`].
pub fn open_to(
    files: &dyn Files,
    path: &Path,
    sink: &mut dyn Sink,
) -> Result<(Reading<Outline>, Bookmark), StoreError> {
    let bytes = files.read(path)?;
    let reading = memory_ron::read_to(&bytes, sink);
    let reading = reading.map_err(|error| StoreError::format(path, error))?;
    let Outline { tail, lines, .. } = reading.value;
    let mark = Bookmark::of(tail, lines, &bytes);
    Ok((reading, mark))
}

/// The header of a memory, from the first bytes of its file; `None` where they do not
/// hold it, and the whole has to be read.
#[must_use]
pub fn peek(files: &dyn Files, path: &Path) -> Option<MemoryHeader> {
    memory_ron::peek(&files.start(path, HEAD_BYTES).ok()?)
}

/// The place behind the last line of a file, read from its end alone, for who adds to a
/// memory that is still being read.
#[must_use]
pub fn end_of(files: &dyn Files, path: &Path) -> Bookmark {
    let Ok(size) = files.size(path) else { return Bookmark::default() };
    let from = size.saturating_sub(2 * u64::from(bookmark::WINDOW_BYTES));
    files.read_from(path, from).map_or_else(
        |_| Bookmark::default(),
        // Somebody may have added meanwhile.
        |end| Bookmark::at_end(&end, from + end.len() as u64),
    )
}

/// What others added since `mark`, which moves on. After a compaction by another
/// program it is everything; revisions that are known already may come again.
///
/// # Errors
/// As [`open`].
pub fn news(
    files: &dyn Files,
    path: &Path,
    mark: &mut Bookmark,
) -> Result<Reading<Vec<Revision>>, StoreError> {
    if mark.is_whole(files.size(path)?) {
        return Ok(Reading::clean(Vec::new()));
    }
    let bytes = files.read_from(path, mark.window_start())?;
    if let Some((window, delta)) = mark.split(&bytes)
        && let Some((lines, next)) = mark.read_on(window, delta)
    {
        *mark = next;
        return Ok(Reading { value: lines.revisions, problems: lines.problems });
    }
    let (reading, next) = open_marked(files, path)?;
    *mark = next;
    Ok(Reading { value: reading.value.revisions, problems: reading.problems })
}

/// Reads the bytes of a memory, naming its path in an error.
fn read(path: &Path, bytes: &[u8]) -> Result<Reading<MemoryText>, StoreError> {
    memory_ron::read_bytes(bytes).map_err(|error| StoreError::format(path, error))
}
