//! A disk in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::model::Timestamp;
use crate::store::files::{Files, Held, Work, folder_of};
use crate::store::{Action, Cause, StoreError};

/// A disk in memory, empty at first. The root and the current folder are there;
/// others have to be made, as on a real one. Time goes on by a second a write.
#[derive(Debug, Default)]
pub struct MemoryFiles {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<PathBuf, (Vec<u8>, i64)>,
    folders: BTreeSet<PathBuf>,
    second: i64,
}

impl MemoryFiles {
    /// An empty disk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file there, and its folders.
    pub fn put(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let mut state = self.state();
        state.make_folders(folder_of(path.as_ref()));
        state.put(path.as_ref(), bytes.as_ref());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let mut state = self.state();
        if state.is_folder(path) {
            return Err(StoreError::file(Action::Write, Cause::IsFolder, path));
        }
        if !state.is_folder(folder_of(path)) {
            return Err(StoreError::file(Action::Write, Cause::MissingFolder, path));
        }
        state.put(path, bytes);
        Ok(())
    }
}

impl State {
    fn put(&mut self, path: &Path, bytes: &[u8]) {
        self.second += 1;
        self.files.insert(path.to_owned(), (bytes.to_vec(), self.second));
    }

    fn is_folder(&self, path: &Path) -> bool {
        let always =
            path.as_os_str().is_empty() || path == Path::new(".") || path.parent().is_none();
        always || self.folders.contains(path)
    }

    fn make_folders(&mut self, path: &Path) {
        let above = path.ancestors().filter(|folder| !folder.as_os_str().is_empty());
        self.folders.extend(above.map(Path::to_owned));
    }

    fn file(&self, path: &Path, action: Action) -> Result<&(Vec<u8>, i64), StoreError> {
        let cause = if self.is_folder(path) { Cause::IsFolder } else { Cause::Missing };
        self.files.get(path).ok_or_else(|| StoreError::file(action, cause, path))
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        self.read_from(path, 0)
    }

    fn read_from(&self, path: &Path, from: u64) -> Result<Vec<u8>, StoreError> {
        let state = self.state();
        let (bytes, _) = state.file(path, Action::Read)?;
        Ok(bytes.get(at(from)..).unwrap_or_default().to_vec())
    }

    fn write_atomic(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(path, bytes)
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(path, bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        if self.exists(path) {
            return Err(StoreError::file(Action::Write, Cause::Exists, path));
        }
        self.write(path, bytes)
    }

    fn hold(&self, path: &Path, work: &mut Work<'_>) -> Result<(), StoreError> {
        let mut state = self.state();
        let (bytes, _) = state.file(path, Action::Add)?;
        let mut held = InMemory { bytes: bytes.clone() };
        let done = work(&mut held);
        let InMemory { bytes } = held;
        if state.file(path, Action::Add)?.0 != bytes {
            state.put(path, &bytes);
        }
        done
    }

    fn exists(&self, path: &Path) -> bool {
        let state = self.state();
        state.files.contains_key(path) || state.is_folder(path)
    }

    fn is_dir(&self, path: &Path) -> bool {
        self.state().is_folder(path)
    }

    fn size(&self, path: &Path) -> Result<u64, StoreError> {
        self.state().file(path, Action::Read).map(|(bytes, _)| bytes.len() as u64)
    }

    fn modified(&self, path: &Path) -> Result<Timestamp, StoreError> {
        let second = self.state().file(path, Action::Read)?.1;
        Ok(Timestamp::from_second(1_931_000_000 + second).unwrap_or_default())
    }

    fn list(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let state = self.state();
        if !state.is_folder(path) {
            let is_file = state.files.contains_key(path);
            let cause = if is_file { Cause::NotFolder } else { Cause::MissingFolder };
            return Err(StoreError::file(Action::List, cause, path));
        }
        let there = state.files.keys().chain(&state.folders);
        let mut paths: Vec<PathBuf> =
            there.filter(|one| one.parent() == Some(path)).cloned().collect();
        paths.sort();
        Ok(paths)
    }

    fn create_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        if let Some(file) = path.ancestors().find(|above| state.files.contains_key(*above)) {
            return Err(StoreError::file(Action::MakeFolder, Cause::NotFolder, file));
        }
        state.make_folders(path);
        Ok(())
    }

    fn create_private_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        self.create_dir_all(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.file(from, Action::Write)?;
        if let Some(file) = state.files.remove(from) {
            state.files.insert(to.to_owned(), file);
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.files.remove(path);
        let is_empty =
            !state.files.keys().chain(&state.folders).any(|one| one.parent() == Some(path));
        if is_empty {
            state.folders.remove(path);
        }
        Ok(())
    }
}

/// A file that is held; the disk's lock is the file's.
struct InMemory {
    bytes: Vec<u8>,
}

impl Held for InMemory {
    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read(&mut self, range: Range<u64>) -> Result<Vec<u8>, StoreError> {
        let end = at(range.end).min(self.bytes.len());
        Ok(self.bytes.get(at(range.start)..end).unwrap_or_default().to_vec())
    }

    fn replace_from(&mut self, keep: u64, tail: &[u8]) -> Result<(), StoreError> {
        self.bytes.truncate(at(keep));
        self.bytes.extend_from_slice(tail);
        Ok(())
    }

    fn replace_all(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.bytes = bytes.to_vec();
        Ok(())
    }
}

fn at(place: u64) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
