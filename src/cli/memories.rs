//! The memories that a command looks up in: those of ours from their caches, which the first
//! command leaves behind, others read whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Pair;
use super::{Failure, Io, tell_problems};
use crate::memory::Direction;
use crate::model::{Lang, Unwatched};
use crate::store::{self, Home};
use crate::workbench::large::Large;
use crate::workbench::library::{Kind, Library};
use crate::workbench::opening::{self, OpenedMemory};

/// Opens memories to look texts of a language up in them; where that is not known, in the
/// direction of each.
///
/// # Errors
/// One cannot be read.
pub(super) fn open(
    paths: &[PathBuf],
    source: Option<&Lang>,
    pair: &Pair,
    io: &mut Io<'_>,
) -> Result<Vec<OpenedMemory>, Failure> {
    let home = Home::find().ok();
    let mut memories = Vec::with_capacity(paths.len());
    for path in paths {
        let languages = Some((pair.source.clone(), pair.target.clone()));
        let large = large(path, source, home.as_ref(), io);
        let opened = match large.map(|large| large.open(&Unwatched, &|_| {})) {
            // Nobody watches, so nobody cancels.
            Some(Ok(opened)) => opened?,
            _ => opening::open_memory(io.files.as_ref(), path, languages, &mut io.env)?,
        };
        tell_problems(io, path, &opened.problems)?;
        memories.push(opened);
    }
    Ok(memories)
}

/// Leaves caches of large memories, for the next time.
pub(super) fn keep(paths: &[PathBuf], source: Option<&Lang>, opened: &[OpenedMemory], io: &Io<'_>) {
    let home = Home::find().ok();
    for (path, opened) in paths.iter().zip(opened) {
        if let Some(large) = large(path, source, home.as_ref(), io)
            && let Err(error) = large.keep(opened)
        {
            tracing::warn!(%error, "no cache was left");
        }
    }
}

/// Opens memories and puts them on a shelf, leaving caches of the large ones.
///
/// # Errors
/// One cannot be read.
pub(super) fn library(
    paths: &[PathBuf],
    source: Option<&Lang>,
    pair: &Pair,
    io: &mut Io<'_>,
) -> Result<Library, Failure> {
    let opened = open(paths, source, pair, io)?;
    keep(paths, source, &opened, io);
    let mut library = Library::new(Arc::clone(&io.files), PathBuf::new());
    for opened in opened {
        library.put_opened(opened, Kind::Shared);
    }
    Ok(library)
}

/// A memory of ours, to be opened in the direction that a source language asks for.
fn large<'a>(
    path: &'a Path,
    source: Option<&Lang>,
    home: Option<&'a Home>,
    io: &'a Io<'_>,
) -> Option<Large<'a>> {
    let header = store::memory::peek(io.files.as_ref(), path)?;
    let forward = source.is_none_or(|source| header.source.same_base(source));
    let direction = if forward { Direction::Forward } else { Direction::Reverse };
    Some(Large { files: io.files.as_ref(), home, path, direction })
}
