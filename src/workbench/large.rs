//! Opening a memory of ours as a job: with progress, from its cache where there is one,
//! and usable as it fills where there is none.
//!
//! A cold opening reads the file and makes the index on all cores; a memory of
//! [`CACHED`] units or more then leaves a cache in the home, from which the next opening
//! takes it. The window starts it by `Jobs::start_growing`, and puts each memory that
//! comes on the shelf (`Library::put_opened`); the last one is whole.

use std::path::Path;

use super::opening::OpenedMemory;
use crate::formats::memory_ron::{Outline, Sink, Taken};
use crate::memory::{Direction, Filler, Memory, Received, algorithm};
use crate::model::{Cancelled, MemoryHeader, Problem, Reading, Revision, Watch};
use crate::store::memory::cache::{self, Cached, Key};
use crate::store::memory::{end_of, open_to};
use crate::store::{Files, Home, StoreError};

/// Units from which on a memory has a cache: below, making the index takes less than
/// 0.1 s.
pub const CACHED: usize = 20_000;

/// A memory to be opened.
#[derive(Clone, Copy)]
pub struct Large<'a> {
    /// The disk.
    pub files: &'a dyn Files,
    /// Where caches are; `None` to do without.
    pub home: Option<&'a Home>,
    /// The memory's file.
    pub path: &'a Path,
    /// Which side is to be looked up first.
    pub direction: Direction,
}

impl std::fmt::Debug for Large<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Large").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Large<'_> {
    /// Opens the memory. `show` is given what is there so far, from any thread, when it
    /// is large and there is no cache. Cancelled, nothing is left behind.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so; inside, why the file cannot be read.
    pub fn open(
        &self,
        watch: &dyn Watch,
        show: &(dyn Fn(OpenedMemory) + Sync),
    ) -> Result<Result<OpenedMemory, StoreError>, Cancelled> {
        if let Some(opened) = self.from_cache() {
            watch.report(1, 1)?;
            return Ok(Ok(opened));
        }
        self.cold(watch, show)
    }

    fn key(&self) -> Key<'_> {
        let reverse = self.direction == Direction::Reverse;
        Key { path: self.path, reverse, algorithm: algorithm() }
    }

    fn from_cache(&self) -> Option<OpenedMemory> {
        let cached = cache::find(self.files, self.home?, &self.key())?;
        let Cached { header, mut image, limit, delta, problems, mark } = cached;
        let read = Memory::read_image(header, self.direction, image.as_mut(), limit);
        let mut memory = match read {
            Ok(memory) => memory,
            Err(error) => {
                tracing::info!(%error, "a cache is not used");
                return None;
            }
        };
        memory.receive_all(delta);
        let read = memory.len() + problems.len();
        let path = Some(self.path.to_owned());
        Some(OpenedMemory { memory, path, read, problems, mark })
    }

    fn cold(
        &self,
        watch: &dyn Watch,
        show: &(dyn Fn(OpenedMemory) + Sync),
    ) -> Result<Result<OpenedMemory, StoreError>, Cancelled> {
        let show_part = |memory: Memory| {
            let (read, path) = (memory.len(), Some(self.path.to_owned()));
            let mark = end_of(self.files, self.path);
            show(OpenedMemory { memory, path, read, problems: Vec::new(), mark });
        };
        let feed = |filler: &mut Filler<'_>| {
            let mut feeding = Feeding { filler, watch };
            match open_to(self.files, self.path, &mut feeding) {
                Ok((Reading { value: Outline { stopped: true, .. }, .. }, _)) => Err(Cancelled),
                opened => Ok(opened),
            }
        };
        let (memory, opened) = Memory::fill(self.direction, watch, &show_part, feed)?;
        Ok(opened.map(|(reading, mark)| {
            let memory = memory.unwrap_or_else(|| Memory::empty(reading.value.header.clone()));
            let problems: Vec<Problem> = reading.problems;
            let (read, path) = (memory.len() + problems.len(), Some(self.path.to_owned()));
            OpenedMemory { memory, path, read, problems, mark }
        }))
    }

    /// Leaves a cache of a memory that was opened, where that is worth it and none is
    /// there that covers nearly all of it.
    ///
    /// # Errors
    /// The disk refuses; all works without.
    pub fn keep(&self, opened: &OpenedMemory) -> Result<bool, StoreError> {
        let Some(home) = self.home else { return Ok(false) };
        let (memory, key) = (&opened.memory, self.key());
        let is_whole = memory.has_image(self.direction) && opened.problems.is_empty();
        if memory.len() < CACHED || !is_whole || cache::find(self.files, home, &key).is_some() {
            return Ok(false);
        }
        let mut image = |out: &mut dyn std::io::Write| memory.write_image(self.direction, out);
        cache::write(self.files, home, memory.header(), &key, &opened.mark, &mut image)?;
        Ok(true)
    }
}

/// Hands what is read of a file on to a memory.
struct Feeding<'a, 'f> {
    filler: &'a mut Filler<'f>,
    watch: &'a dyn Watch,
}

impl Sink for Feeding<'_, '_> {
    fn begin(&mut self, header: &MemoryHeader) {
        self.filler.begin(header.clone());
    }

    fn take(&mut self, revision: Revision) -> Taken {
        match self.filler.take(&revision) {
            Received::New => Taken::New,
            Received::Again => Taken::Again,
            Received::Differs => Taken::Differs,
        }
    }

    fn report(&mut self, done: usize, total: usize) -> Result<(), Cancelled> {
        // Reading texts for the index is the second half.
        self.watch.report(done, 2 * total)
    }
}
