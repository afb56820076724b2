//! Writing a file whole, or not at all.
//!
//! The bytes go to a new hidden file in the same folder (a rename over drives is
//! none), are flushed to the disk, and only then take the name of the old file;
//! on Unix the folder is flushed too, so that the name outlives a power cut. A
//! symbolic link stays one: what it names is replaced (one that names nothing is
//! itself). A device or a pipe is
//! written to as it is, never replaced. A file that is marked read only is not
//! replaced either, though the system would allow it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::store::files::{WriteWork, folder_of};
use crate::store::{Action, Cause, StoreError};

/// Who may read what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Whoever could before; for a new file, as the system has it.
    AsBefore,
    /// This user alone.
    Private,
}

/// Writes `bytes` to `path`, whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8], mode: Mode) -> Result<(), StoreError> {
    let failed = |error: io::Error| failure(&error, path);
    let Ok(meta) = fs::metadata(path) else {
        return replace(path, bytes, mode, None).map_err(failed);
    };
    if meta.is_dir() {
        return Err(StoreError::file(Action::Write, Cause::IsFolder, path));
    }
    if !meta.is_file() {
        return write_through(path, bytes).map_err(failed);
    }
    if meta.permissions().readonly() {
        return Err(StoreError::file(Action::Write, Cause::WriteProtected, path));
    }
    let real = fs::canonicalize(path).map_err(failed)?;
    replace(&real, bytes, mode, Some(&meta)).map_err(failed)
}

/// Writes `bytes` to `path` unless there is a file.
///
/// A link from the new file to the name fails where the name is taken, in one
/// step; drives without such links get the file in two, and may show it half
/// written for a moment.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let failed = |error: io::Error| failure(&error, path);
    let temporary = Temporary::write(path, bytes, Mode::AsBefore, None).map_err(failed)?;
    match fs::hard_link(&temporary.path, path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(failed(error)),
        Err(_) => {
            let file = OpenOptions::new().write(true).create_new(true).open(path);
            let written = file.and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
            written.map_err(failed)?;
        }
    }
    flush_folder(path);
    Ok(())
}

/// Writes a private file as `work` gives it, and leaves it to the system when it comes
/// to the disk.
pub(super) fn write_unflushed(path: &Path, work: &mut WriteWork<'_>) -> Result<(), StoreError> {
    let written = Temporary::create(folder_of(path), Mode::Private).and_then(|(new, file)| {
        let mut out = BufWriter::with_capacity(1 << 16, file);
        work(&mut out)?;
        out.flush()?;
        fs::rename(&new.path, path)
    });
    written.map_err(|error| failure(&error, path))
}

/// Why a file was not written. Some folders of the system take no new files and say that
/// there is none of that name.
fn failure(error: &io::Error, path: &Path) -> StoreError {
    if error.kind() == io::ErrorKind::NotFound && folder_of(path).is_dir() {
        return StoreError::file(Action::Write, Cause::NoNewFiles, path);
    }
    StoreError::io(Action::Write, error, path)
}

fn replace(path: &Path, bytes: &[u8], mode: Mode, old: Option<&fs::Metadata>) -> io::Result<()> {
    let temporary = Temporary::write(path, bytes, mode, old)?;
    fs::rename(&temporary.path, path)?;
    flush_folder(path);
    Ok(())
}

/// Devices and pipes take what they are given.
fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

/// A new file that is removed unless it got a name meanwhile.
struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// Writes `bytes` to a new file beside `path` and flushes it to the disk.
    fn write(
        path: &Path,
        bytes: &[u8],
        mode: Mode,
        old: Option<&fs::Metadata>,
    ) -> io::Result<Self> {
        let (temporary, mut file) = Self::create(folder_of(path), mode)?;
        file.write_all(bytes)?;
        if let Some(old) = old
            && mode == Mode::AsBefore
        {
            keep_owner(&file, old);
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        Ok(temporary)
    }

    fn create(folder: &Path, mode: Mode) -> io::Result<(Self, File)> {
        /// Makes names unique within this program; others differ by its number.
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let process = std::process::id();
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!(".diptych-{process}-{count}.tmp"));
            match options(mode).open(&path) {
                Ok(file) => return Ok((Self { path }, file)),
                // Left by a crash, or of another machine on a shared drive.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // After a rename there is nothing left to remove.
        let _ = fs::remove_file(&self.path);
    }
}

fn options(mode: Mode) -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if mode == Mode::Private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = mode;
    options
}

/// A file in a shared folder keeps its owner and group where the user may say so.
#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let same = file.metadata().is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !same {
        // Only root may give a file away; a member may set the group.
        let _ = fchown(file, Some(old.uid()), Some(old.gid()))
            .or_else(|_| fchown(file, None, Some(old.gid())));
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _old: &fs::Metadata) {}

/// Makes a new name outlive a power cut. Systems that cannot do so have no need.
#[cfg(unix)]
fn flush_folder(path: &Path) {
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

#[cfg(not(unix))]
fn flush_folder(_path: &Path) {}
