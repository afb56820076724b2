//! Caches of large memories: what was made of a file the last time, index and all.
//!
//! A cache lies in the home, one a memory and direction, for this user alone (it holds
//! the memory's texts). It covers the file up to a place, and is used while the file has
//! the id and generation it had and the same 4 KB before that place; what stands behind
//! is read as always. The file is never read or summed whole.
//!
//! ```text
//! "diptych\x01" · id · generation · algorithm · bookmark (4) · print of all these · image
//! ```
//!
//! Each of them is 8 bytes. The image is `memory`'s, which finds out whether it is whole.
//! A cache that is cut short, of another program, memory, generation or version is as
//! good as none. Left out: a change in the middle of a file by hand that leaves its
//! length as it was; no program of ours does that.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::{Bookmark, peek};
use crate::formats::memory_ron::Lines;
use crate::model::{MemoryHeader, Problem, Revision};
use crate::store::print::print;
use crate::store::{Files, Home, StoreError};

/// How a cache begins.
const MAGIC: u64 = u64::from_le_bytes(*b"diptych\x01");

/// Words of a cache before its image.
const HEAD_WORDS: usize = 9;

/// How many caches are kept; the one that was written longest ago goes.
pub const KEPT: usize = 8;

/// What a cache is of.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// The memory's file.
    pub path: &'a Path,
    /// Which side queries are compared with.
    pub reverse: bool,
    /// What makes the image: equal for equal algorithms.
    pub algorithm: u64,
}

/// A cache that fits its memory's file.
pub struct Cached {
    /// The header that the file has now.
    pub header: MemoryHeader,
    /// The image.
    pub image: Box<dyn Read + Send>,
    /// Bytes of the image at most.
    pub limit: u64,
    /// What the file has behind the place that the cache covers.
    pub delta: Vec<Revision>,
    /// What of that could not be read.
    pub problems: Vec<Problem>,
    /// The place up to which the file is known now.
    pub mark: Bookmark,
}

impl std::fmt::Debug for Cached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cached").field("header", &self.header).finish_non_exhaustive()
    }
}

/// The cache of a memory, `None` when there is none that fits.
#[must_use]
pub fn find(files: &dyn Files, home: &Home, key: &Key<'_>) -> Option<Cached> {
    let header = peek(files, key.path)?;
    let path = path(home, &header, key);
    let limit = files.size(&path).ok()?;
    let mut image = files.reader(&path, 0).ok()?;
    let mark = read_head(image.as_mut(), &header, key)?;
    if mark.bytes() > files.size(key.path).ok()? {
        return None;
    }
    let bytes = files.read_from(key.path, mark.window_start()).ok()?;
    let (window, delta) = mark.split(&bytes)?;
    let (Lines { revisions, problems, .. }, mark) = mark.read_on(window, delta)?;
    Some(Cached { header, image, limit, delta: revisions, problems, mark })
}

/// Writes the cache of a memory that was read up to `mark`. Nothing is written where
/// that is no place to read on from.
///
/// # Errors
/// The disk refuses. What was there is as it was.
pub fn write(
    files: &dyn Files,
    home: &Home,
    header: &MemoryHeader,
    key: &Key<'_>,
    mark: &Bookmark,
    image: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    if !mark.is_known() {
        return Ok(());
    }
    let folder = home.caches();
    files.create_private_dir_all(&folder)?;
    let path = path(home, header, key);
    files.write_cache(&path, &mut |out| {
        for word in head(header, key, mark) {
            out.write_all(&word.to_le_bytes())?;
        }
        image(out)
    })?;
    let others = list(files, home).into_iter().filter(|other| *other != path);
    let mut others: Vec<_> =
        others.filter_map(|path| Some((files.modified(&path).ok()?, path))).collect();
    others.sort();
    let surplus = (others.len() + 1).saturating_sub(KEPT);
    others.iter().take(surplus).try_for_each(|(_, path)| files.remove(path))
}

/// The caches that are there.
#[must_use]
pub fn list(files: &dyn Files, home: &Home) -> Vec<PathBuf> {
    let mut paths = files.list(&home.caches()).unwrap_or_default();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "cache"));
    paths
}

/// Removes all caches. Tells how many there were.
///
/// # Errors
/// The first one that cannot be removed.
pub fn purge(files: &dyn Files, home: &Home) -> Result<usize, StoreError> {
    let paths = list(files, home);
    paths.iter().try_for_each(|path| files.remove(path))?;
    Ok(paths.len())
}

fn path(home: &Home, header: &MemoryHeader, key: &Key<'_>) -> PathBuf {
    let side = if key.reverse { "target" } else { "source" };
    home.caches().join(format!("{}.{side}.cache", header.id))
}

fn head(header: &MemoryHeader, key: &Key<'_>, mark: &Bookmark) -> [u64; HEAD_WORDS] {
    let [bytes, lines, end, size] = mark.numbers();
    let generation = u64::from(header.generation);
    let mut words =
        [MAGIC, header.id.bits(), generation, key.algorithm, bytes, lines, end, size, 0];
    words[HEAD_WORDS - 1] = print_of(&words);
    words
}

/// The print of all words but the last.
fn print_of(words: &[u64; HEAD_WORDS]) -> u64 {
    let known = words.iter().take(HEAD_WORDS - 1);
    print(&known.flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>())
}

/// Reads the head, and tells the place that is covered if it is the right one.
fn read_head(input: &mut dyn Read, header: &MemoryHeader, key: &Key<'_>) -> Option<Bookmark> {
    let mut words = [0; HEAD_WORDS];
    for word in &mut words {
        let mut bytes = [0; 8];
        input.read_exact(&mut bytes).ok()?;
        *word = u64::from_le_bytes(bytes);
    }
    let [_, _, _, _, bytes, lines, end, size, _] = words;
    let mark = Bookmark::from_numbers([bytes, lines, end, size])?;
    (mark.is_known() && words == head(header, key, &mark)).then_some(mark)
}
