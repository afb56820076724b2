//! The indexes of a memory: one a direction, made at its first use.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::index::{Builder, Index, IndexSize, Part, merit};
use super::live::Memory;
use super::rank::tier;
use super::records::{CHUNK, Chunk};
use super::tokens::Tokenised;
use super::vocabulary::narrow;
use crate::model::{Cancelled, Lang, UnitRef, UnitTag, UnitTags, Unwatched, Watch};

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
    /// for it is dropped, and made anew at its next use.
    pub(super) fn append(&mut self, slot: u32, unit: UnitRef<'_>) {
        for direction in [Direction::Forward, Direction::Reverse] {
            let place = self.of_mut(direction);
            let Some(index) = place.get_mut() else { continue };
            index.append(slot, &Tokenised::new(direction.query_side(&unit)));
            if index.is_stale() {
                place.take();
            }
        }
    }
}

impl Direction {
    /// The text of a unit that queries are compared with.
    pub(super) const fn query_side<'a>(self, unit: &UnitRef<'a>) -> &'a str {
        match self {
            Self::Forward => unit.source,
            Self::Reverse => unit.target,
        }
    }

    /// The inline codes of the text that queries are compared with, and of the one offered.
    pub(super) const fn oriented(self, tags: &UnitTags) -> (&[UnitTag], &[UnitTag]) {
        match self {
            Self::Forward => (tags.source.as_slice(), tags.target.as_slice()),
            Self::Reverse => (tags.target.as_slice(), tags.source.as_slice()),
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
        Ok(builder.finish())
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
