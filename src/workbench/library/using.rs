//! How memories are used: their order, penalties, which are asked, which are read only, and
//! which one takes what is confirmed.

use super::{Direction, Kind, Languages, Library, Shelf, direction};
use crate::model::{MemoryId, MemoryUse, MemoryUses, UpdateRule};
use crate::workbench::seeker::Order;

impl Library {
    /// How memories are used.
    #[must_use]
    pub const fn uses(&self) -> &MemoryUses {
        &self.uses
    }

    /// From now on memories are used so, in this order.
    pub fn use_so(&mut self, uses: MemoryUses) {
        self.uses = uses;
        self.put_in_order();
        self.version += 1;
        self.order(|| Order::Uses(self.uses.clone()));
    }

    /// How a memory on the shelf is used.
    #[must_use]
    pub fn use_of(&self, shelf: &Shelf) -> MemoryUse {
        self.uses.of(shelf.memory.header().id)
    }

    /// Whether a memory is at hand and asked for matches.
    pub(super) fn is_asked(&self, memory: MemoryId) -> bool {
        self.shelf(memory).is_some_and(|shelf| self.use_of(shelf).is_asked)
    }

    pub(super) fn put_in_order(&mut self) {
        self.shelves.sort_by_key(|shelf| self.uses.place(shelf.memory.header().id));
    }

    /// Why nothing may be written to a memory, in a few words. The working memory is written to
    /// whatever the settings say, or what is confirmed would be lost.
    #[must_use]
    pub fn why_read_only(&self, shelf: &Shelf) -> Option<&'static str> {
        match shelf.kind {
            Kind::Bundled => Some("it comes with the program"),
            _ if shelf.memory.header().rule == UpdateRule::ReadOnly => Some("its file says so"),
            Kind::Shared if self.use_of(shelf).is_read_only => Some("you have set it so"),
            Kind::Shared | Kind::Working => None,
        }
    }

    /// Why confirmed rows cannot go to a memory, in a few words.
    #[must_use]
    pub fn why_not_confirmed(&self, shelf: &Shelf) -> Option<&'static str> {
        let approved = shelf.memory.header().rule == UpdateRule::Approved;
        let only_approved = approved.then_some("it takes only what is approved or published");
        self.why_read_only(shelf).or(only_approved)
    }

    /// Whether confirmed rows of its languages go to this memory.
    #[must_use]
    pub fn takes_confirmed(&self, shelf: &Shelf) -> bool {
        let header = shelf.memory.header();
        let pair = Languages { source: header.source.clone(), target: header.target.clone() };
        let taker = self.chosen(&pair).or_else(|| self.working(&pair));
        taker.is_some_and(|taker| taker.memory.header().id == header.id)
    }

    /// The memory that somebody chose for confirmed rows of a pair.
    pub(super) fn chosen(&self, pair: &Languages) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| {
            self.use_of(shelf).takes_confirmed
                && is_of(shelf, pair)
                && self.why_not_confirmed(shelf).is_none()
        })
    }

    /// The working memory of a pair.
    pub(super) fn working(&self, pair: &Languages) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.kind == Kind::Working && is_of(shelf, pair))
    }
}

/// Whether a memory takes units of a pair as they stand.
fn is_of(shelf: &Shelf, pair: &Languages) -> bool {
    direction(shelf.memory.header(), &pair.source, &pair.target) == Some(Direction::Forward)
}
