//! Adding to a memory's tail what depends on what others added meanwhile.
//!
//! Under one lock the tail is read, what is to be added is decided with that in view, and
//! written: between the look and the writing nobody else adds anything.

use std::path::Path;

use super::add::{Adding, make};
use super::bookmark::Bookmark;
use crate::model::{MemoryHeader, Revision};
use crate::store::{Cause, Files, StoreError};

/// What a file has got.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decided {
    /// What others had added behind the mark.
    pub others: Vec<Revision>,
    /// What was decided, and is on the disk.
    pub own: Vec<Revision>,
}

/// Adds what `decide` makes of the revisions that stand behind `mark`, which moves to the
/// end. It may be given revisions that are known, where nobody knows how far the file was
/// read. Where there is no file it is made.
///
/// # Errors
/// As [`super::append_after`]; nothing is decided then.
pub fn append_deciding(
    files: &dyn Files,
    path: &Path,
    header: &MemoryHeader,
    mark: &mut Bookmark,
    decide: &mut dyn FnMut(&[Revision]) -> Vec<Revision>,
) -> Result<Decided, StoreError> {
    if !files.exists(path) {
        let own = decide(&[]);
        match make(files, path, header, &own) {
            // Somebody was quicker.
            Err(error) if error.cause() == Some(&Cause::Exists) => {}
            made => {
                *mark = made?;
                return Ok(Decided { others: Vec::new(), own });
            }
        }
    }
    let mut done = (Decided::default(), mark.clone());
    files.hold(path, &mut |held| {
        let others = Adding { path, header, revisions: &[] }.look(held, mark)?;
        let own = decide(&others);
        let (_, next) = Adding { path, header, revisions: &own }.to(held, mark)?;
        done = (Decided { others, own }, next);
        Ok(())
    })?;
    *mark = done.1;
    Ok(done.0)
}
