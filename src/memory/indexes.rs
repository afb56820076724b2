//! The indexes of a memory: one a direction, made at its first use.

use std::sync::OnceLock;

use super::index::{Builder, Index, IndexSize, merit};
use super::live::Memory;
use super::rank::tier;
use super::tokens::Tokenised;
use crate::model::{Cancelled, Lang, Unit, Unwatched, Watch};

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
    const fn of(&self, direction: Direction) -> &OnceLock<Index> {
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

    /// Puts a unit beside the indexes that there are. One that would be the better
    /// for it is dropped, and made anew at its next use.
    pub(super) fn append(&mut self, slot: u32, unit: &Unit) {
        for direction in [Direction::Forward, Direction::Reverse] {
            let place = self.of_mut(direction);
            let Some(index) = place.get_mut() else { continue };
            index.append(slot, &Tokenised::new(direction.query_side(unit)));
            if index.is_stale() {
                place.take();
            }
        }
    }
}

impl Direction {
    /// The text of a unit that queries are compared with.
    pub(super) fn query_side(self, unit: &Unit) -> &str {
        match self {
            Self::Forward => &unit.source,
            Self::Reverse => &unit.target,
        }
    }

    /// The text of a unit that is offered.
    pub(super) fn offered_side(self, unit: &Unit) -> &str {
        match self {
            Self::Forward => &unit.target,
            Self::Reverse => &unit.source,
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
        /// Units between two reports: some 10 ms of work.
        const STEP: usize = 1024;
        let mut builder = Builder::default();
        for (done, (slot, stored)) in self.slots().enumerate() {
            if done % STEP == 0 {
                watch.report(done, self.len())?;
            }
            let merit = merit(tier(stored.unit.status), stored.at.as_second());
            builder.push(slot, &Tokenised::new(direction.query_side(stored.unit)), merit);
        }
        watch.report(self.len(), self.len())?;
        Ok(builder.finish())
    }

    /// The index of a direction, for tests to tamper with.
    #[cfg(test)]
    pub(super) fn index_mut(&mut self, direction: Direction) -> &mut Index {
        self.index(direction);
        self.indexes.of_mut(direction).get_mut().expect("it has just been made")
    }
}
