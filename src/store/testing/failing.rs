//! A disk that fails when it is told to.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::MemoryFiles;
use crate::model::Timestamp;
use crate::store::files::{Files, Held, Work};
use crate::store::{Action, Cause, StoreError};

/// How a disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No room is left.
    FullDisk,
    /// The user may not.
    NoPermission,
    /// The disk breaks.
    Broken,
}

impl Fault {
    fn error(self, action: Action, path: &Path) -> StoreError {
        let cause = match self {
            Self::FullDisk => Cause::Full,
            Self::NoPermission => Cause::NoPermission,
            Self::Broken => Cause::System("input/output error".to_owned()),
        };
        StoreError::file(action, cause, path)
    }
}

/// Wraps a disk and fails at an operation or after a number of bytes.
///
/// Operations are reads, writes, additions, lists, renames and removals; looking
/// whether something is there is none. A whole write that fails writes nothing;
/// an addition that fails after bytes leaves a torn tail, as a power cut would.
pub struct FailingFiles {
    inner: Arc<dyn Files>,
    plan: Mutex<Plan>,
    healed: Condvar,
}

#[derive(Debug, Default)]
struct Plan {
    done: usize,
    at: Option<(usize, Fault)>,
    room: Option<(u64, Fault)>,
    under: Option<(PathBuf, Fault)>,
    stuck: Option<PathBuf>,
}

impl std::fmt::Debug for FailingFiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FailingFiles").field("plan", &self.plan).finish_non_exhaustive()
    }
}

impl FailingFiles {
    /// Wraps a disk, which works until it is told otherwise.
    pub fn over(inner: Arc<dyn Files>) -> Self {
        Self { inner, plan: Mutex::default(), healed: Condvar::new() }
    }

    /// A disk in memory of its own.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::over(Arc::new(MemoryFiles::new()))
    }

    /// Fails at the `n`th operation from now (0 is the next) and at all after it.
    pub fn fail_at(&self, n: usize, fault: Fault) {
        let mut plan = self.plan();
        plan.at = Some((plan.done + n, fault));
    }

    /// Writes `bytes` more bytes, then fails.
    pub fn fail_after_bytes(&self, bytes: u64, fault: Fault) {
        self.plan().room = Some((bytes, fault));
    }

    /// Fails at every change at or under `path`; reading goes on.
    pub fn fail_under(&self, path: impl Into<PathBuf>, fault: Fault) {
        self.plan().under = Some((path.into(), fault));
    }

    /// Every operation at or under `path` takes until [`Self::heal`], as one in a folder that
    /// is far away.
    pub fn stick_under(&self, path: impl Into<PathBuf>) {
        self.plan().stuck = Some(path.into());
    }

    /// Works again.
    pub fn heal(&self) {
        let mut plan = self.plan();
        (plan.at, plan.room, plan.under, plan.stuck) = (None, None, None, None);
        self.healed.notify_all();
    }

    /// How many operations were tried.
    pub fn operations(&self) -> usize {
        self.plan().done
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an operation, and fails where it is to.
    fn step(&self, action: Action, path: &Path) -> Result<(), StoreError> {
        let is_stuck =
            |plan: &mut Plan| plan.stuck.as_ref().is_some_and(|under| path.starts_with(under));
        let waited = self.healed.wait_while(self.plan(), is_stuck);
        let mut plan = waited.unwrap_or_else(PoisonError::into_inner);
        let number = plan.done;
        plan.done += 1;
        match (&plan.at, &plan.under) {
            (Some((at, fault)), _) if number >= *at => Err(fault.error(action, path)),
            (_, Some((under, fault)))
                if !matches!(action, Action::Read | Action::List) && path.starts_with(under) =>
            {
                Err(fault.error(action, path))
            }
            _ => Ok(()),
        }
    }

    /// Takes room for `bytes`; where there is not enough, what there is and why.
    fn take_room(&self, bytes: usize) -> Result<(), (usize, Fault)> {
        let mut plan = self.plan();
        let Some((room, fault)) = plan.room else { return Ok(()) };
        let wanted = bytes as u64;
        plan.room = Some((room.saturating_sub(wanted), fault));
        if wanted <= room {
            return Ok(());
        }
        Err((usize::try_from(room).unwrap_or(usize::MAX), fault))
    }

    /// Counts a whole write.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.step(Action::Write, path)?;
        self.take_room(bytes.len()).map_err(|(_, fault)| fault.error(Action::Write, path))
    }
}

impl Files for FailingFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, StoreError> {
        self.step(Action::Read, path)?;
        self.inner.read(path)
    }

    fn read_from(&self, path: &Path, from: u64) -> Result<Vec<u8>, StoreError> {
        self.step(Action::Read, path)?;
        self.inner.read_from(path, from)
    }

    fn write_atomic(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(path, bytes)?;
        self.inner.write_atomic(path, bytes)
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(path, bytes)?;
        self.inner.write_private(path, bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(path, bytes)?;
        self.inner.write_new(path, bytes)
    }

    fn hold(&self, path: &Path, work: &mut Work<'_>) -> Result<(), StoreError> {
        self.step(Action::Add, path)?;
        self.inner.hold(path, &mut |held| work(&mut Failing { files: self, path, held }))
    }

    fn exists(&self, path: &Path) -> bool {
        self.inner.exists(path)
    }

    fn is_dir(&self, path: &Path) -> bool {
        self.inner.is_dir(path)
    }

    fn size(&self, path: &Path) -> Result<u64, StoreError> {
        self.inner.size(path)
    }

    fn modified(&self, path: &Path) -> Result<Timestamp, StoreError> {
        self.inner.modified(path)
    }

    fn list(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
        self.step(Action::List, path)?;
        self.inner.list(path)
    }

    fn create_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        self.step(Action::MakeFolder, path)?;
        self.inner.create_dir_all(path)
    }

    fn create_private_dir_all(&self, path: &Path) -> Result<(), StoreError> {
        self.step(Action::MakeFolder, path)?;
        self.inner.create_private_dir_all(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        self.step(Action::Write, from)?;
        self.inner.rename(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        self.step(Action::Remove, path)?;
        self.inner.remove(path)
    }
}

/// A held file whose additions may run out of room.
struct Failing<'a> {
    files: &'a FailingFiles,
    path: &'a Path,
    held: &'a mut dyn Held,
}

impl Held for Failing<'_> {
    fn size(&self) -> u64 {
        self.held.size()
    }

    fn read(&mut self, range: Range<u64>) -> Result<Vec<u8>, StoreError> {
        self.held.read(range)
    }

    fn replace_from(&mut self, keep: u64, tail: &[u8]) -> Result<(), StoreError> {
        let Err((room, fault)) = self.files.take_room(tail.len()) else {
            return self.held.replace_from(keep, tail);
        };
        self.held.replace_from(keep, tail.get(..room).unwrap_or(tail))?;
        Err(fault.error(Action::Add, self.path))
    }

    fn replace_all(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let room = self.files.take_room(bytes.len());
        room.map_err(|(_, fault)| fault.error(Action::Write, self.path))?;
        self.held.replace_all(bytes)
    }
}
