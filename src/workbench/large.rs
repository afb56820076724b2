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
        if let Some(opened) = self.cached() {
            watch.report(1, 1)?;
            return Ok(Ok(opened));
        }
        self.cold(watch, show)
    }

    fn key(&self) -> Key<'_> {
        let reverse = self.direction == Direction::Reverse;
        Key { path: self.path, reverse, algorithm: algorithm() }
    }

    fn cached(&self) -> Option<OpenedMemory> {
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
        // So much came behind the index that a new one serves better.
        memory.index_size(self.direction)?;
        let read = memory.len() + problems.len();
        let path = Some(self.path.to_owned());
        Some(OpenedMemory { memory, path, read, problems, mark, from_cache: true })
    }

    fn cold(
        &self,
        watch: &dyn Watch,
        show: &(dyn Fn(OpenedMemory) + Sync),
    ) -> Result<Result<OpenedMemory, StoreError>, Cancelled> {
        let show_part = |memory: Memory| {
            let (read, path) = (memory.len(), Some(self.path.to_owned()));
            let mark = end_of(self.files, self.path);
            show(OpenedMemory {
                memory,
                path,
                read,
                problems: Vec::new(),
                mark,
                from_cache: false,
            });
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
            OpenedMemory { memory, path, read, problems, mark, from_cache: false }
        }))
    }

    /// Leaves a cache of a memory that was opened, where that is worth it: it is large,
    /// whole, and did not come from a cache itself. One that came from a cache and grew so
    /// much that its index was made anew counts as new.
    ///
    /// # Errors
    /// The disk refuses; all works without.
    pub fn keep(&self, opened: &OpenedMemory) -> Result<bool, StoreError> {
        let Some(home) = self.home else { return Ok(false) };
        let (memory, key) = (&opened.memory, self.key());
        let is_whole = memory.has_image(self.direction) && opened.problems.is_empty();
        if memory.len() < CACHED || !is_whole || opened.from_cache {
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::formats::memory_ron;
    use crate::memory::Query;
    use crate::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};
    use crate::store::memory::append;
    use crate::store::testing::MemoryFiles;

    const PATH: &str = "/w/house.fr-en.memory.ron";

    fn file(units: usize) -> MemoryFile {
        let mut ids = SeededIds::new(1);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("house", fr, en, &mut ids);
        for number in 0..units {
            let text = format!("Le mot{} du mot{} est le {number}.", number % 89, number % 97);
            let unit = Unit::plain(&text, "The word.", UnitStatus::Published);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
        }
        file
    }

    fn open(files: &MemoryFiles, home: &Home) -> (OpenedMemory, bool) {
        let path = Path::new(PATH);
        let large = Large { files, home: Some(home), path, direction: Direction::Forward };
        let opened = large.open(&Unwatched, &|_| {}).expect("not cancelled").expect("readable");
        let kept = large.keep(&opened).expect("written");
        (opened, kept)
    }

    #[test]
    fn a_large_memory_is_opened_from_its_cache_the_next_time() {
        let (files, home) = (MemoryFiles::new(), Home::at(PathBuf::from("/home")));
        let file = file(CACHED);
        files.put(PATH, memory_ron::write(&file));
        let (first, kept) = open(&files, &home);
        assert!(kept, "a cache is left");
        let mut ids = SeededIds::new(9);
        let late = Unit::plain("Le mot tardif.", "The late word.", UnitStatus::Draft);
        let late = Revision::first(late, Timestamp::UNIX_EPOCH, &mut ids);
        append(&files, Path::new(PATH), &file.header, &[late]).expect("added");
        let (again, kept) = open(&files, &home);
        assert!(!kept, "the cache is good");
        assert_eq!(again.memory.len(), first.memory.len() + 1);
        for text in ["Le mot3 du mot5 est le 7.", "Le mot tardif."] {
            let query = Query { threshold: 60, ..Query::new(text) };
            let found = again.memory.lookup(&query);
            assert_eq!(found, again.memory.lookup_exhaustive(&query), "{text}");
            assert!(!found.is_empty());
        }
        // A broken cache is as good as none, and is made anew.
        let [cache] = cache::list(&files, &home).try_into().expect("one");
        let mut bytes = files.read(&cache).expect("there");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        files.put(&cache, &bytes);
        let (mended, _) = open(&files, &home);
        assert_eq!(mended.memory.len(), again.memory.len());
    }

    #[test]
    fn a_small_memory_leaves_no_cache() {
        let (files, home) = (MemoryFiles::new(), Home::at(PathBuf::from("/home")));
        files.put(PATH, memory_ron::write(&file(50)));
        let (opened, kept) = open(&files, &home);
        assert_eq!((opened.memory.len(), kept), (50, false));
        assert!(cache::list(&files, &home).is_empty());
    }
}
