//! The real disk.
//!
//! | what | file |
//! |---|---|
//! | reading, folders | here |
//! | writing whole, or not at all | `atomic` |
//! | locks, and changes of a file's tail | `held` |
//!
//! Left out: extended attributes, access lists and the birth time of a file that
//! is saved over (a new file takes its place).

mod atomic;
mod held;

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::files::{Claim, Files, LARGEST_BYTES, Work, WriteWork};
use super::{Action, Cause, StoreError};
use crate::model::Timestamp;
use atomic::{Mode, write, write_new, write_unflushed};
use held::hold;

/// The real disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        self.read_from(path, 0)
    }

    fn read_from(&self, path: &Path, from: u64) -> Result<Vec<u8>, StoreError> {
        let failed = |error: io::Error| StoreError::io(Action::Read, &error, path);
        let meta = fs::metadata(path).map_err(failed)?;
        if meta.is_dir() {
            return Err(StoreError::file(Action::Read, Cause::IsFolder, path));
        }
        let mut file = File::open(path).map_err(failed)?;
        if meta.is_file() {
            held::wait_to_read(&file);
        }
        if from > 0 {
            file.seek(SeekFrom::Start(from)).map_err(failed)?;
        }
        let expected = size_hint(&file, from);
        read_up_to(&mut file, expected, path)
    }

    fn reader(&self, path: &Path, from: u64) -> Result<Box<dyn Read + Send>, StoreError> {
        let failed = |error: io::Error| StoreError::io(Action::Read, &error, path);
        if fs::metadata(path).map_err(failed)?.is_dir() {
            return Err(StoreError::file(Action::Read, Cause::IsFolder, path));
        }
        let mut file = File::open(path).map_err(failed)?;
        if from > 0 {
            file.seek(SeekFrom::Start(from)).map_err(failed)?;
        }
        Ok(Box::new(file))
    }

    fn write_cache(&self, path: &Path, work: &mut WriteWork<'_>) -> Result<(), StoreError> {
        write_unflushed(path, work)
    }

    fn write_atomic(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        write(path, bytes, Mode::AsBefore)
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        write(path, bytes, Mode::Private)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        write_new(path, bytes)
    }

    fn hold(&self, path: &Path, work: &mut Work<'_>) -> Result<(), StoreError> {
        hold(path, work)
    }

    fn claim(&self, path: &Path, note: &str) -> Result<Option<Claim>, StoreError> {
        held::claim(path, note)
    }

    fn is_claimed(&self, path: &Path) -> bool {
        held::is_claimed(path)
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn is_dir(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn size(&self, path: &Path) -> Result<u64, StoreError> {
        metadata(path).map(|meta| meta.len())
    }

    fn modified(&self, path: &Path) -> Result<Timestamp, StoreError> {
        let failed = |error: io::Error| StoreError::io(Action::Read, &error, path);
        let time = metadata(path)?.modified().map_err(failed)?;
        Timestamp::try_from(time).map_err(|error| failed(io::Error::other(error)))
    }

    fn list(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::file(Action::List, Cause::MissingFolder, path),
            _ => StoreError::io(Action::List, &error, path),
        };
        let entries = fs::read_dir(path).map_err(failed)?;
        let paths: Result<Vec<_>, _> = entries.map(|entry| Ok(entry?.path())).collect();
        let mut paths = paths.map_err(failed)?;
        paths.sort();
        Ok(paths)
    }

    fn create_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        create_folders(path, &mut fs::DirBuilder::new())
    }

    fn create_private_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        create_folders(path, &mut builder)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        fs::rename(from, to).map_err(|error| StoreError::io(Action::Write, &error, from))
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        let is_folder = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir());
        let removed = if is_folder { fs::remove_dir(path) } else { fs::remove_file(path) };
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io(Action::Remove, &error, path))
            }
            _ => Ok(()),
        }
    }
}

fn metadata(path: &Path) -> Result<Metadata, StoreError> {
    fs::metadata(path).map_err(|error| StoreError::io(Action::Read, &error, path))
}

fn create_folders(path: &Path, builder: &mut fs::DirBuilder) -> Result<(), StoreError> {
    let made = builder.recursive(true).create(path);
    made.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            StoreError::file(Action::MakeFolder, Cause::NotFolder, path)
        }
        _ => StoreError::io(Action::MakeFolder, &error, path),
    })
}

/// What is left of a file from `from` on, as far as it is known.
fn size_hint(file: &File, from: u64) -> u64 {
    file.metadata().map_or(0, |meta| meta.len()).saturating_sub(from)
}

/// Reads to the end, which is checked and not believed: devices tell no size.
fn read_up_to(file: &mut impl Read, expected: u64, path: &Path) -> Result<Vec<u8>, StoreError> {
    let too_large = |bytes: u64| {
        let cause = Cause::TooLarge { bytes, limit: LARGEST_BYTES };
        StoreError::file(Action::Read, cause, path)
    };
    if expected > LARGEST_BYTES {
        return Err(too_large(expected));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0).saturating_add(1));
    let read = file.take(LARGEST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| StoreError::io(Action::Read, &error, path))?;
    match bytes.len() as u64 {
        size if size > LARGEST_BYTES => Err(too_large(size)),
        _ => Ok(bytes),
    }
}
