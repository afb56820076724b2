//! A memory that can be used while it is being read.
//!
//! Whoever reads a file hands its revisions to a [`Filler`]. Full chunks go to a queue,
//! from which helpers take them and read their texts for the index, while the file is
//! read on. After 1, 4, 16 … chunks the memory as far as it goes is shown, with an index
//! of its own; the whole comes at the end. All of it is the work of one job, on as many
//! threads as there are cores.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::index::{Builder, Index, Part};
use super::indexes::{Direction, read_chunk, threads};
use super::live::{Memory, Received};
use super::records::{CHUNK, Chunk};
use crate::model::{Cancelled, MemoryHeader, Revision, Watch};

/// Each snapshot is so many times as large as the one before.
const GROWTH: usize = 4;

/// Takes the revisions of a memory in.
pub struct Filler<'a> {
    memory: Option<Memory>,
    shared: &'a Shared<'a>,
    next_shown: usize,
}

/// What the threads have in common.
struct Shared<'a> {
    queue: Mutex<Queue>,
    ready: Condvar,
    parts: Mutex<Vec<Option<Arc<Part>>>>,
    read: AtomicUsize,
    stopped: AtomicBool,
    direction: Direction,
    show: &'a (dyn Fn(Memory) + Sync),
}

#[derive(Default)]
struct Queue {
    work: VecDeque<Work>,
    closed: bool,
}

enum Work {
    /// Read the texts of the chunk of this number.
    Read(usize, Arc<Chunk>),
    /// Show what is there so far.
    Show(Box<Memory>),
}

impl std::fmt::Debug for Filler<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filler").field("memory", &self.memory).finish_non_exhaustive()
    }
}

impl Filler<'_> {
    /// Says whose memory it is: to be called first.
    pub fn begin(&mut self, header: MemoryHeader) {
        self.memory = Some(Memory::empty(header));
    }

    /// Takes a revision. One that comes before [`Self::begin`] is not taken.
    pub fn take(&mut self, revision: &Revision) -> Received {
        let Some(memory) = &mut self.memory else { return Received::Again };
        let received = memory.receive(revision);
        if received == Received::New && memory.revision_count().is_multiple_of(CHUNK) {
            self.hand_on();
        }
        received
    }

    /// Hands a chunk that is full to the readers, and a snapshot where it is time.
    fn hand_on(&mut self) {
        let Some(memory) = &self.memory else { return };
        let chunks = memory.records.chunks();
        if let Some(last) = chunks.last() {
            self.shared.push(Work::Read(chunks.len() - 1, Arc::clone(last)));
        }
        if chunks.len() == self.next_shown {
            self.next_shown *= GROWTH;
            self.shared.push(Work::Show(Box::new(memory.snapshot())));
        }
    }
}

impl Memory {
    /// A memory filled by `feed`, its index for `direction` made. `show` is given what is
    /// there so far, now and then, from any thread. `None` when `feed` began no memory.
    ///
    /// # Errors
    /// [`Cancelled`] when `feed` or the watch says so. The watch hears of chunks read.
    pub fn fill<T>(
        direction: Direction,
        watch: &dyn Watch,
        show: &(dyn Fn(Self) + Sync),
        feed: impl FnOnce(&mut Filler<'_>) -> Result<T, Cancelled>,
    ) -> Result<(Option<Self>, T), Cancelled> {
        let shared = Shared {
            queue: Mutex::default(),
            ready: Condvar::new(),
            parts: Mutex::default(),
            read: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
            direction,
            show,
        };
        let (memory, fed) = std::thread::scope(|scope| {
            for _ in 1..threads().max(2) {
                scope.spawn(|| shared.work(None));
            }
            // Whatever ends this, the helpers must not wait for more.
            let closer = Closer(&shared);
            let mut filler = Filler { memory: None, shared: &shared, next_shown: 1 };
            let fed = feed(&mut filler);
            let memory = filler.memory;
            shared.stopped.store(fed.is_err(), Ordering::Relaxed);
            if let Some(memory) = &memory
                && let Some(last) = memory.records.chunks().last()
                && !memory.revision_count().is_multiple_of(CHUNK)
            {
                let number = memory.records.chunks().len() - 1;
                shared.push(Work::Read(number, Arc::clone(last)));
            }
            drop(closer);
            let total = memory.as_ref().map_or(0, |memory| memory.records.chunks().len());
            shared.work(Some((watch, total)));
            (memory, fed)
        });
        let fed = fed?;
        if shared.stopped.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        if let Some(memory) = &memory {
            let total = memory.records.chunks().len();
            let index = shared.index(memory, &|| watch.report(2 * total, 2 * total))?;
            let _ = memory.indexes.of(direction).set(index);
        }
        Ok((memory, fed))
    }
}

/// Closes the queue when it goes.
struct Closer<'a>(&'a Shared<'a>);

impl Drop for Closer<'_> {
    fn drop(&mut self) {
        lock(&self.0.queue).closed = true;
        self.0.ready.notify_all();
    }
}

impl Shared<'_> {
    fn push(&self, work: Work) {
        lock(&self.queue).work.push_back(work);
        self.ready.notify_one();
    }

    fn next(&self) -> Option<Work> {
        let mut queue = lock(&self.queue);
        loop {
            if self.stopped.load(Ordering::Relaxed) {
                return None;
            }
            if let Some(work) = queue.work.pop_front() {
                return Some(work);
            }
            if queue.closed {
                return None;
            }
            queue = self.ready.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Works until nothing is left to do. The thread that fed the memory reports.
    fn work(&self, watch: Option<(&dyn Watch, usize)>) {
        while let Some(work) = self.next() {
            match work {
                Work::Read(number, chunk) => {
                    let part = Arc::new(read_chunk(number, &chunk, self.direction));
                    let mut parts = lock(&self.parts);
                    if parts.len() <= number {
                        parts.resize_with(number + 1, || None);
                    }
                    if let Some(place) = parts.get_mut(number) {
                        *place = Some(part);
                    }
                    self.read.fetch_add(1, Ordering::Relaxed);
                }
                Work::Show(memory) => self.show(*memory),
            }
            if let Some((watch, total)) = watch {
                let read = self.read.load(Ordering::Relaxed);
                // Reading the file was the first half.
                if watch.report(total + read.min(total), 2 * total).is_err() {
                    self.stopped.store(true, Ordering::Relaxed);
                }
            }
        }
    }

    /// Shows a snapshot, if the texts of all its chunks are read and more is to come.
    fn show(&self, memory: Memory) {
        let chunks = memory.records.chunks().len();
        let is_read = {
            let parts = lock(&self.parts);
            parts.iter().take(chunks).flatten().count() == chunks
        };
        if is_read && !lock(&self.queue).closed {
            let stopped = || self.stopped.load(Ordering::Relaxed);
            let go_on = || if stopped() { Err(Cancelled) } else { Ok(()) };
            let Ok(index) = self.index(&memory, &go_on) else { return };
            let _ = memory.indexes.of(self.direction).set(index);
            (self.show)(memory);
        }
    }

    /// The index of a memory, from the parts that were read; what is missing is read now.
    fn index(
        &self,
        memory: &Memory,
        go_on: &dyn Fn() -> Result<(), Cancelled>,
    ) -> Result<Index, Cancelled> {
        let mut builder = Builder::default();
        for (number, chunk) in memory.records.chunks().iter().enumerate() {
            go_on()?;
            let part = lock(&self.parts).get(number).cloned().flatten();
            let part = part.unwrap_or_else(|| Arc::new(read_chunk(number, chunk, self.direction)));
            builder.add(&part, |slot| memory.is_live(slot));
        }
        builder.finish(go_on)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Query;
    use crate::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};

    fn revisions(count: usize, ids: &mut SeededIds) -> Vec<Revision> {
        let unit = |number: usize| {
            let text = format!("mot{} et mot{} le {number}", number % 97, number % 89);
            Revision::first(Unit::plain(&text, "…", UnitStatus::Draft), Timestamp::UNIX_EPOCH, ids)
        };
        (0..count).map(unit).collect()
    }

    fn header(ids: &mut SeededIds) -> MemoryHeader {
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        MemoryFile::new("test", fr, en, ids).header
    }

    #[test]
    fn what_is_there_is_found_while_the_rest_comes() {
        let mut ids = SeededIds::new(1);
        let header = header(&mut ids);
        let mut all = revisions(CHUNK + 100, &mut ids);
        // The first unit is withdrawn in the second chunk.
        let mut last = all[0].clone();
        (last.id, last.parents) = (crate::model::RevisionId::fresh(&mut ids), vec![all[0].id]);
        last.change = crate::model::UnitChange::Delete { by: String::new() };
        all.push(last);
        let shown = Mutex::new(Vec::new());
        let show = |memory: Memory| {
            let found = memory.lookup(&Query::new("mot3 et mot4 le 7"));
            lock(&shown).push((memory.len(), found.len()));
        };
        let (memory, ()) = Memory::fill(Direction::Forward, &Unwatched, &show, |filler| {
            filler.begin(header.clone());
            for revision in &all[..CHUNK] {
                assert_eq!(filler.take(revision), Received::New);
            }
            // The helper has time to show what there is.
            for _ in 0..2000 {
                if !lock(&shown).is_empty() {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            for revision in &all[CHUNK..] {
                filler.take(revision);
            }
            Ok(())
        })
        .expect("nobody cancels");
        assert_eq!(shown.into_inner().expect("whole"), [(CHUNK, 5)]);
        let memory = memory.expect("begun");
        assert_eq!(memory.len(), CHUNK + 99);
        let plain = Memory::new(MemoryFile { header, revisions: all });
        for text in ["mot0 et mot0 le 3", "mot5 et mot7 le 3", "mot5 mot7"] {
            let query = Query { threshold: 50, ..Query::new(text) };
            assert_eq!(memory.lookup(&query), plain.lookup_exhaustive(&query));
        }
    }

    #[test]
    fn a_cancelled_filling_gives_nothing() {
        let mut ids = SeededIds::new(1);
        let header = header(&mut ids);
        let filled = Memory::fill(Direction::Forward, &Unwatched, &|_| {}, |filler| {
            filler.begin(header);
            Err::<(), _>(Cancelled)
        });
        assert!(filled.is_err());
        let nothing = Memory::fill(Direction::Forward, &Unwatched, &|_| {}, |_| Ok(7));
        assert!(matches!(nothing, Ok((None, 7))));
    }
}
