//! What the program asks of a disk.
//!
//! Everything else in this layer goes through [`Files`], so that tests can give
//! it a disk that is full or forbids ([`super::testing`]).

use std::io::{self, Cursor, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::{Action, StoreError};
use crate::model::Timestamp;

/// The most that is read of one file, in bytes: 1 GiB. A memory of a million
/// units has about 300 MB; what is larger is no text of people's.
pub const LARGEST_BYTES: u64 = 1 << 30;

/// A path from the root, whatever folder the program was started in; as it is where nobody can
/// tell.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A disk.
///
/// Every method fails with a [`StoreError::File`] that names the path.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Files: Send + Sync {
    /// The bytes of a file of at most [`LARGEST_BYTES`], never in the middle of
    /// somebody's addition.
    fn read(&self, path: &Path) -> Result<Vec<u8>, StoreError>;

    /// The bytes of a file from `from` on; none where the file is shorter.
    fn read_from(&self, path: &Path, from: u64) -> Result<Vec<u8>, StoreError>;

    /// A file from `from` on, read as it is asked for: for what is looked at in part, or
    /// too large to be held. Nobody is waited for.
    fn reader(&self, path: &Path, from: u64) -> Result<Box<dyn Read + Send>, StoreError> {
        Ok(Box::new(Cursor::new(self.read_from(path, from)?)))
    }

    /// The first bytes of a file, at most so many.
    fn start(&self, path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
        let mut start = Vec::new();
        let read = self.reader(path, 0)?.take(most).read_to_end(&mut start);
        read.map_err(|error| StoreError::io(Action::Read, &error, path))?;
        Ok(start)
    }

    /// Writes a file for this user alone as `work` gives it, whole or not at all, but
    /// not flushed to the disk: for what can be made again.
    fn write_cache(&self, path: &Path, work: &mut WriteWork<'_>) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        work(&mut bytes).map_err(|error| StoreError::io(Action::Write, &error, path))?;
        self.write_private(path, &bytes)
    }

    /// Writes a file whole or not at all, into a folder that is there. The
    /// permissions of a file that was there stay.
    fn write_atomic(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError>;

    /// The same for what only this user may read (mode 600 on Unix).
    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError>;

    /// Writes a file whole, unless there is one: [`Cause::Exists`](super::Cause).
    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError>;

    /// Does `work` on a file that is there while nobody else does, in this
    /// program or another. `work` is called once.
    fn hold(&self, path: &Path, work: &mut Work<'_>) -> Result<(), StoreError>;

    /// Takes a sign that only one program can have at a time, a file made for it where
    /// there is none; `None` when another has it. It is given back when the claim is
    /// dropped or the program dies. A disk without locks gives it to everybody. `note` is
    /// for whoever does not get it, and can be read.
    fn claim(&self, path: &Path, note: &str) -> Result<Option<Claim>, StoreError> {
        let _ = (path, note);
        Ok(Some(Box::new(())))
    }

    /// Whether another program has a sign.
    fn is_claimed(&self, path: &Path) -> bool {
        let _ = path;
        false
    }

    /// Puts `tail` in the place of what stands behind the first `keep` bytes.
    fn append_tail(&self, path: &Path, keep: u64, tail: &[u8]) -> Result<(), StoreError> {
        self.hold(path, &mut |held| held.replace_from(keep, tail))
    }

    /// Whether there is anything at `path`.
    fn exists(&self, path: &Path) -> bool;

    /// Whether there is a folder at `path`.
    fn is_dir(&self, path: &Path) -> bool;

    /// The size of a file in bytes.
    fn size(&self, path: &Path) -> Result<u64, StoreError>;

    /// When a file was written last.
    fn modified(&self, path: &Path) -> Result<Timestamp, StoreError>;

    /// What is in a folder, sorted; hidden files too.
    fn list(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError>;

    /// Makes a folder and those above it, where they are not there.
    fn create_dir_all(&self, path: &Path) -> Result<(), StoreError>;

    /// The same; those made are for this user alone (mode 700 on Unix).
    fn create_private_dir_all(&self, path: &Path) -> Result<(), StoreError>;

    /// Gives a file another name in the same folder; one that is there goes.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError>;

    /// Removes a file or an empty folder. What is not there is removed already.
    fn remove(&self, path: &Path) -> Result<(), StoreError>;
}

/// A sign that only one program has, as long as it is kept.
pub type Claim = Box<dyn std::any::Any + Send>;

/// What writes a file.
pub type WriteWork<'a> = dyn FnMut(&mut dyn Write) -> io::Result<()> + 'a;

/// What is done on a file that is held.
pub type Work<'a> = dyn FnMut(&mut dyn Held) -> Result<(), StoreError> + 'a;

/// A file that nobody else may change at the moment.
#[expect(clippy::missing_errors_doc, reason = "as for Files")]
pub trait Held {
    /// Its size in bytes.
    fn size(&self) -> u64;

    /// Some of its bytes; fewer where it ends before.
    fn read(&mut self, range: Range<u64>) -> Result<Vec<u8>, StoreError>;

    /// Puts `tail` in the place of what stands behind the first `keep` bytes, and
    /// returns when it is on the disk. A failure leaves the file as it was where
    /// the disk lets us, else with a torn tail and its first `keep` bytes whole.
    fn replace_from(&mut self, keep: u64, tail: &[u8]) -> Result<(), StoreError>;

    /// Writes the file anew, whole or not at all. To be the last call.
    fn replace_all(&mut self, bytes: &[u8]) -> Result<(), StoreError>;
}

/// The folder that `path` is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
