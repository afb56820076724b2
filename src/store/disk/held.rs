//! Locks, and changes of a file's tail.
//!
//! The lock is the system's own on the file itself ([`File::lock`]): it ends with
//! the program, also after a crash, and leaves no second file beside the first.
//! On Unix it binds those who ask for it, on Windows all. A file may have been
//! replaced while its lock was waited for; then the lock is one on a file without
//! a name, so the name is looked up again.
//!
//! Drives that know no locks (some network and FUSE ones) are written without.
//! Left out: locks that tell who holds them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

use super::atomic::{self, Mode};
use crate::store::files::{Claim, Held, Work};
use crate::store::{Action, Cause, StoreError};

/// How long a lock is waited for. A tail is written in milliseconds; whoever
/// holds it longer hangs.
const WAIT: Duration = Duration::from_secs(10);

/// How often the lock is tried.
const PAUSE: Duration = Duration::from_millis(2);

/// Does `work` on the file at `path` under an exclusive lock.
pub(super) fn hold(path: &Path, work: &mut Work<'_>) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io(Action::Add, &error, path);
    let deadline = Instant::now() + WAIT;
    loop {
        let meta = fs::metadata(path).map_err(failed)?;
        if meta.is_dir() {
            return Err(StoreError::file(Action::Add, Cause::IsFolder, path));
        }
        if meta.is_file() && meta.permissions().readonly() {
            return Err(StoreError::file(Action::Add, Cause::WriteProtected, path));
        }
        let file = OpenOptions::new().read(true).write(true).open(path).map_err(failed)?;
        if !wait(|| file.try_lock(), deadline) {
            return Err(StoreError::file(Action::Add, Cause::Busy, path));
        }
        if is_still_at(&file, path) {
            let size = file.metadata().map_err(failed)?.len();
            return work_on(OnDisk { file, path, size, replaced: false }, work);
        }
    }
}

/// How long a claim is waited for: somebody may be looking whether there is one.
const LOOKING: Duration = Duration::from_millis(200);

/// Locks a file of its own for as long as the claim is kept, and writes `note` into it.
pub(super) fn claim(path: &Path, note: &str) -> Result<Option<Claim>, StoreError> {
    let failed = |error: io::Error| StoreError::io(Action::Write, &error, path);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path).map_err(failed)?;
    if !wait(|| file.try_lock(), Instant::now() + LOOKING) {
        return Ok(None);
    }
    file.set_len(0).and_then(|()| file.write_all(note.as_bytes())).map_err(failed)?;
    Ok(Some(Box::new(file)))
}

/// Whether another program has the claim. Nobody who looks is in the way of another who
/// does.
pub(super) fn is_claimed(path: &Path) -> bool {
    let file = OpenOptions::new().read(true).open(path);
    file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// Works on the file, and sees that it still has its name in the end: a program
/// that asks for no lock may have put another file in its place meanwhile.
fn work_on(mut held: OnDisk<'_>, work: &mut Work<'_>) -> Result<(), StoreError> {
    work(&mut held)?;
    if held.replaced || is_still_at(&held.file, held.path) {
        return Ok(());
    }
    Err(StoreError::file(Action::Add, Cause::Busy, held.path))
}

/// Waits until nobody adds to `file`. Whoever hangs does not keep others from
/// reading: what they get is whole but for its tail.
pub(super) fn wait_to_read(file: &File) {
    wait(|| file.try_lock_shared(), Instant::now() + WAIT);
}

/// Tries a lock until `deadline`. Where there are no locks, none is needed.
fn wait(mut try_once: impl FnMut() -> Result<(), TryLockError>, deadline: Instant) -> bool {
    loop {
        match try_once() {
            Ok(()) => return true,
            Err(TryLockError::Error(error)) => {
                tracing::debug!(%error, "no lock on this drive");
                return true;
            }
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return false,
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
        }
    }
}

/// Whether the name still means this file.
#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |meta: fs::Metadata| (meta.dev(), meta.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => identity(ours) == identity(there),
        _ => false,
    }
}

/// Whether the name still means this file, by its times and its size. The handle
/// and the name of one file tell the same, also behind a write.
#[cfg(not(unix))]
fn is_still_at(file: &File, path: &Path) -> bool {
    let identity = |meta: fs::Metadata| (meta.len(), meta.created().ok());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => identity(ours) == identity(there),
        _ => false,
    }
}

/// A file under our lock, which ends with this value.
struct OnDisk<'a> {
    file: File,
    path: &'a Path,
    size: u64,
    /// Whether we have put another file in its place.
    replaced: bool,
}

impl Held for OnDisk<'_> {
    fn size(&self) -> u64 {
        self.size
    }

    fn read(&mut self, range: Range<u64>) -> Result<Vec<u8>, StoreError> {
        let failed = |error: io::Error| StoreError::io(Action::Read, &error, self.path);
        let end = range.end.min(self.size);
        let expected = end.saturating_sub(range.start);
        self.file.seek(SeekFrom::Start(range.start)).map_err(failed)?;
        super::read_up_to(&mut (&self.file).take(expected), expected, self.path)
    }

    fn replace_from(&mut self, keep: u64, tail: &[u8]) -> Result<(), StoreError> {
        let old = self.read(keep..self.size)?;
        if let Err(error) = self.put(keep, tail) {
            // The old tail takes no more room than it had.
            let restored = self.put(keep, &old);
            tracing::warn!(whole = restored.is_ok(), "adding to a file failed");
            return Err(StoreError::io(Action::Add, &error, self.path));
        }
        self.size = keep + tail.len() as u64;
        Ok(())
    }

    fn replace_all(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.replaced = true;
        atomic::write(self.path, bytes, Mode::AsBefore)
    }
}

impl OnDisk<'_> {
    /// Writes first and cuts then, so that no byte goes before its heir is there.
    fn put(&mut self, keep: u64, tail: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(keep))?;
        self.file.write_all(tail)?;
        self.file.set_len(keep + tail.len() as u64)?;
        self.file.sync_data()
    }
}
