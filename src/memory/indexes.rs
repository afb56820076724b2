//! The indexes of a memory: one a direction, made at its first use.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::index::{Builder, Index, IndexSize, Part, merit};
use super::live::Memory;
use super::rank::tier;
use super::records::{CHUNK, Chunk};
use super::tokens::Tokenised;
use super::vocabulary::narrow;
use crate::model::{Cancelled, Lang, UnitRef, Unwatched, Watch};

/// Which side of the units a query is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Direction {
    /// With the sources: from the memory's source language to its target language.
    #[default]
    Forward,
    /// With the targets.
    Reverse,
}

/// The index of each direction, where it is made.
#[derive(Debug, Default)]
pub struct Indexes {
    forward: OnceLock<Index>,
    reverse: OnceLock<Index>,
    /// Whether somebody makes new indexes of long tails elsewhere: until then the old
    /// ones serve.
    kept: bool,
}

/// An index that was made of a snapshot, to take the place of an old one
/// ([`Memory::renew`]).
#[derive(Debug)]
pub struct Renewal {
    direction: Direction,
    index: Index,
    /// How many revisions the snapshot had.
    slots: u32,
}

impl Indexes {
    pub(super) const fn of(&self, direction: Direction) -> &OnceLock<Index> {
        match direction {
            Direction::Forward => &self.forward,
            Direction::Reverse => &self.reverse,
        }
    }

    const fn of_mut(&mut self, direction: Direction) -> &mut OnceLock<Index> {
        match direction {
            Direction::Forward => &mut self.forward,
            Direction::Reverse => &mut self.reverse,
        }
    }

    /// Bytes on the heap.
    pub(super) fn bytes(&self) -> usize {
        let made = [&self.forward, &self.reverse].into_iter().filter_map(OnceLock::get);
        made.map(|index| index.size().bytes()).sum()
    }

    /// Puts a unit beside the indexes that there are. One that would be the better
    /// for it is dropped, and made anew at its next use, unless it is renewed elsewhere.
    pub(super) fn append(&mut self, slot: u32, unit: UnitRef<'_>) {
        for direction in Direction::BOTH {
            let kept = self.kept;
            let place = self.of_mut(direction);
            let Some(index) = place.get_mut() else { continue };
            index.append(slot, &Tokenised::new(direction.query_side(&unit)));
            if index.is_stale() && !kept {
                place.take();
            }
        }
    }
}

impl Direction {
    /// All directions.
    pub const BOTH: [Self; 2] = [Self::Forward, Self::Reverse];

    /// The text of a unit that queries are compared with.
    pub(super) const fn query_side<'a>(self, unit: &UnitRef<'a>) -> &'a str {
        match self {
            Self::Forward => unit.source,
            Self::Reverse => unit.target,
        }
    }

    /// The text of a unit that is offered.
    pub(super) const fn offered_side<'a>(self, unit: &UnitRef<'a>) -> &'a str {
        match self {
            Self::Forward => unit.target,
            Self::Reverse => unit.source,
        }
    }
}

impl Memory {
    /// How the memory serves from one language to another: the direction, or
    /// `None` when it does not. Regions do not matter (`pt-BR` serves `pt`).
    #[must_use]
    pub fn direction(&self, source: &Lang, target: &Lang) -> Option<Direction> {
        let (own_source, own_target) = (&self.header.source, &self.header.target);
        if own_source.same_base(source) && own_target.same_base(target) {
            Some(Direction::Forward)
        } else if own_source.same_base(target) && own_target.same_base(source) {
            Some(Direction::Reverse)
        } else {
            None
        }
    }

    /// Makes the index of a direction ahead of its first use, if there is none.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so; there is no index then.
    pub fn prepare(&self, direction: Direction, watch: &dyn Watch) -> Result<(), Cancelled> {
        let place = self.indexes.of(direction);
        if place.get().is_none() {
            let index = self.build(direction, watch)?;
            // Another thread may have been quicker: its index is as good.
            let _ = place.set(index);
        }
        Ok(())
    }

    /// From now on no lookup makes an index anew because much has been added: that is done
    /// elsewhere, of a [snapshot](Self::snapshot), and handed in by [`Self::renew`].
    pub const fn renew_elsewhere(&mut self) {
        self.indexes.kept = true;
    }

    /// Whether so much has been added behind the index of a direction that a new one would
    /// serve better. An index that is not made at all does not count.
    #[must_use]
    pub fn is_stale(&self, direction: Direction) -> bool {
        self.indexes.of(direction).get().is_some_and(Index::is_stale)
    }

    /// A new index of the memory as it is, for the memory it is a snapshot of.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn renewal(&self, direction: Direction, watch: &dyn Watch) -> Result<Renewal, Cancelled> {
        let index = self.build(direction, watch)?;
        Ok(Renewal { direction, index, slots: narrow(self.records.len()) })
    }

    /// Puts a new index in the place of the old one; what came since its snapshot was taken
    /// is put beside it. It has to be of a snapshot of this memory.
    pub fn renew(&mut self, renewal: Renewal) {
        let Renewal { direction, mut index, slots } = renewal;
        for slot in slots..narrow(self.records.len()) {
            if let Some(stored) = self.stored(slot) {
                index.append(slot, &Tokenised::new(direction.query_side(&stored.unit)));
            }
        }
        *self.indexes.of_mut(direction) = OnceLock::from(index);
    }

    /// What the index of a direction takes up; `None` before it is made.
    #[must_use]
    pub fn index_size(&self, direction: Direction) -> Option<IndexSize> {
        self.indexes.of(direction).get().map(Index::size)
    }

    /// The index of a direction, made when there is none.
    pub(super) fn index(&self, direction: Direction) -> &Index {
        self.indexes
            .of(direction)
            .get_or_init(|| self.build(direction, &Unwatched).unwrap_or_default())
    }

    fn build(&self, direction: Direction, watch: &dyn Watch) -> Result<Index, Cancelled> {
        let parts = self.read_parts(direction, watch)?;
        let mut builder = Builder::default();
        for part in parts {
            watch.report(self.len(), self.len())?;
            builder.add(&part, |slot| self.is_live(slot));
        }
        builder.finish(&|| watch.report(self.len(), self.len()))
    }

    /// The chunks read, on as many threads as there are cores.
    fn read_parts(&self, direction: Direction, watch: &dyn Watch) -> Result<Vec<Part>, Cancelled> {
        let chunks = self.records.chunks();
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = || -> Result<Vec<(usize, Part)>, Cancelled> {
            let mut parts = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(chunk) = chunks.get(number) else { return Ok(parts) };
                watch.report(done.load(Ordering::Relaxed).min(self.len()), self.len())?;
                parts.push((number, read_chunk(number, chunk, direction)));
                done.fetch_add(CHUNK, Ordering::Relaxed);
            }
        };
        let helpers = threads().min(chunks.len()).saturating_sub(1);
        let mut parts = std::thread::scope(|scope| {
            let others: Vec<_> = (0..helpers).map(|_| scope.spawn(work)).collect();
            let mut parts = work()?;
            for other in others {
                // A thread that fell leaves its chunks unread: they are read here.
                parts.append(&mut other.join().unwrap_or_else(|_| Ok(Vec::new()))?);
            }
            Ok(parts)
        })?;
        let mut read: Vec<Option<Part>> = chunks.iter().map(|_| None).collect();
        for (number, part) in parts.drain(..) {
            read[number] = Some(part);
        }
        let all = read.into_iter().zip(chunks).enumerate();
        Ok(all
            .map(|(number, (part, chunk))| {
                part.unwrap_or_else(|| read_chunk(number, chunk, direction))
            })
            .collect())
    }

    /// The index of a direction, for tests to tamper with.
    #[cfg(test)]
    pub(super) fn index_mut(&mut self, direction: Direction) -> &mut Index {
        self.index(direction);
        self.indexes.of_mut(direction).get_mut().expect("it has just been made")
    }
}

/// How many threads read texts.
pub(super) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Reads one side of the chunk of a number.
pub(super) fn read_chunk(number: usize, chunk: &Chunk, direction: Direction) -> Part {
    let reverse = direction == Direction::Reverse;
    Part::read(chunk.units(reverse).map(|(place, text, status, seconds)| {
        (narrow(number * CHUNK + place), text, merit(tier(status), seconds))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Query;
    use crate::model::{MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitStatus};

    /// Stops at the report of a number.
    struct StopAt(AtomicUsize);

    impl Watch for StopAt {
        fn report(&self, _done: usize, _total: usize) -> Result<(), Cancelled> {
            let left = self.0.load(Ordering::Relaxed);
            self.0.store(left.saturating_sub(1), Ordering::Relaxed);
            if left == 0 { Err(Cancelled) } else { Ok(()) }
        }
    }

    fn grown() -> (Memory, SeededIds) {
        let mut ids = SeededIds::new(4);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut memory = Memory::new(MemoryFile::new("m", fr, en, &mut ids));
        memory.renew_elsewhere();
        assert!(memory.lookup(&Query::new("mot0 mot0")).is_empty(), "there is an index");
        add(&mut memory, 0..6000, &mut ids);
        (memory, ids)
    }

    fn add(memory: &mut Memory, numbers: std::ops::Range<usize>, ids: &mut SeededIds) {
        for number in numbers {
            let text = format!("mot{} et mot{} le {number}", number % 97, number % 89);
            let unit = Unit::plain(&text, "…", UnitStatus::Draft);
            memory.receive(&Revision::first(unit, Timestamp::UNIX_EPOCH, ids));
        }
    }

    #[test]
    fn a_renewed_index_finds_what_came_before_and_behind_its_snapshot() {
        let (mut memory, mut ids) = grown();
        assert!(memory.is_stale(Direction::Forward));
        let snapshot = memory.snapshot();
        add(&mut memory, 6000..6050, &mut ids);
        let gone = memory.units().next().expect("a unit").id;
        memory.withdraw(gone, "", Timestamp::UNIX_EPOCH, &mut ids).expect("withdrawn");
        let renewal = snapshot.renewal(Direction::Forward, &Unwatched).expect("not cancelled");
        memory.renew(renewal);
        assert!(!memory.is_stale(Direction::Forward));
        for text in ["mot0 et mot0 le 0", "mot5 et mot7 le 12", "mot82 et mot87 le 6042"] {
            let query = Query { threshold: 50, top: 20, ..Query::new(text) };
            let found = memory.lookup(&query);
            assert_eq!(found, memory.lookup_exhaustive(&query), "{text}");
            assert!(!found.is_empty(), "{text}");
        }
    }

    #[test]
    fn making_an_index_is_stopped_at_any_report() {
        let (memory, _) = grown();
        let mut reports = 0;
        while memory.renewal(Direction::Forward, &StopAt(AtomicUsize::new(reports))).is_err() {
            reports += 1;
        }
        assert!(reports >= 5, "the last phase asks too: {reports}");
    }
}
