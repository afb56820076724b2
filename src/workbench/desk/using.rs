//! How the memories at hand are used: order, penalty, asked or not, read only, and which one
//! takes what is confirmed. It is kept in the settings, and holds from the next lookup on.

use super::Desk;
use super::told::Tone;
use std::path::Path;

use crate::model::{MemoryFile, MemoryId, MemoryUse, MemoryUses};
use crate::store;
use crate::texts::t;
use crate::workbench::library::{Kind, Shelf};
use crate::workbench::opening::memory_name;

/// Where a memory goes in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is asked before the one that was before it.
    Up,
    /// It is asked behind the one that was behind it.
    Down,
}

impl Desk {
    /// From now on a memory is used so.
    pub fn use_memory(&mut self, new: MemoryUse) {
        let mut uses = self.arranged();
        if new.takes_confirmed {
            self.release_takers(new.memory, &mut uses);
        }
        uses.set(new);
        self.use_memories(uses);
    }

    /// From now on memories are used as they were at another time; those that came since keep
    /// their use.
    pub fn restore_uses(&mut self, uses: MemoryUses) {
        self.use_memories(uses);
    }

    /// Makes a memory's file, in the languages of the open release, else in those of another
    /// memory, and opens it. One that is there is opened.
    pub fn make_memory(&mut self, path: &Path, like: MemoryId) {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let like = self.library.shelf(like).map(|shelf| shelf.memory.header().clone());
        let languages = pair.map(|pair| (pair.source, pair.target));
        let languages = languages.or_else(|| like.map(|like| (like.source, like.target)));
        let Some((source, target)) = languages else { return };
        if !self.files.exists(path) {
            let mut env = (self.new_env)(&self.settings.author);
            let file = MemoryFile::new(&memory_name(path), source, target, env.ids());
            let made = store::memory::append(self.files.as_ref(), path, &file.header, &[]);
            if let Err(error) = made {
                return self.tell(Tone::Wrong, error.to_string());
            }
        }
        self.open(path);
    }

    /// Moves a memory one place in the order.
    pub fn move_memory(&mut self, memory: MemoryId, step: Step) {
        let mut order = self.order_of_memories();
        let Some(place) = order.iter().position(|known| *known == memory) else { return };
        let other = match step {
            Step::Up => place.checked_sub(1),
            Step::Down => Some(place + 1).filter(|below| *below < order.len()),
        };
        let Some(other) = other else { return };
        order.swap(place, other);
        let mut uses = self.arranged();
        uses.arrange(&order);
        self.use_memories(uses);
    }

    /// Takes a shared memory off the desk; its file stays as it is.
    pub fn close_memory(&mut self, memory: MemoryId) {
        self.save_units();
        self.library.settle_writing();
        self.take_in_written();
        let Some(shelf) = self.library.shelf(memory) else { return };
        if let Some(why) = self.why_not_close(shelf) {
            return self.tell(Tone::Notice, why);
        }
        let (name, path) = (shelf.memory.header().name.clone(), shelf.path.clone());
        self.library.remove(memory);
        self.settings.memories.retain(|known| Some(known) != path.as_ref());
        self.save_settings();
        self.tell(Tone::Done, t!("using-memory-is-closed", name = name));
    }

    /// Why a memory cannot be closed, in a few words.
    #[must_use]
    pub fn why_not_close(&self, shelf: &Shelf) -> Option<&'static str> {
        let opening = t!("memories-opening", name = shelf.memory.header().name);
        match shelf.kind {
            Kind::Working => Some(t!("using-confirmed-is-kept-in-it")),
            Kind::Bundled => Some(t!("using-it-comes-with-the-program")),
            Kind::Shared if shelf.has_pending() => Some(t!("using-units-are-not-on-disk-yet")),
            Kind::Shared if self.under_way().iter().any(|job| job.name == opening) => {
                Some(t!("using-it-is-still-being-read"))
            }
            Kind::Shared => None,
        }
    }

    /// No memory of the same languages but this one takes what is confirmed.
    fn release_takers(&self, memory: MemoryId, uses: &mut MemoryUses) {
        let Some(taker) = self.library.shelf(memory) else { return };
        let languages = |shelf: &Shelf| {
            let header = shelf.memory.header();
            (header.source.base().to_owned(), header.target.base().to_owned())
        };
        for shelf in self.library.shelves() {
            let known = uses.of(shelf.memory.header().id);
            if known.takes_confirmed && languages(shelf) == languages(taker) {
                uses.set(MemoryUse { takes_confirmed: false, ..known });
            }
        }
    }

    /// The uses with every memory at hand at its place.
    #[must_use]
    pub fn arranged(&self) -> MemoryUses {
        let mut uses = self.library.uses().clone();
        uses.arrange(&self.order_of_memories());
        uses
    }

    /// Notes the order of the memories for the next start, also where nobody has moved one:
    /// they are opened in another one then.
    pub(super) fn keep_order_of_memories(&mut self) {
        let uses = self.arranged();
        if uses != self.settings.memory_uses {
            self.settings.memory_uses = uses;
            self.save_settings();
        }
    }

    fn order_of_memories(&self) -> Vec<MemoryId> {
        self.library.shelves().iter().map(|shelf| shelf.memory.header().id).collect()
    }

    fn use_memories(&mut self, uses: MemoryUses) {
        self.settings.memory_uses = uses.clone();
        self.library.use_so(uses);
        self.save_settings();
    }
}
