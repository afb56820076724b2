//! Taking in what others, or an import, added to the file of a memory: some of it between
//! two frames.

use std::path::PathBuf;

use super::Library;
use crate::model::{MemoryId, Revision};
use crate::store::memory::Bookmark;
use crate::workbench::seeker::Order;

/// Revisions that are taken in between two frames: some 2 ms.
const AT_A_TIME: usize = 1024;

impl Library {
    /// Takes in revisions that are in the file of a memory, such as an import's; how many
    /// were new.
    pub fn receive(&mut self, id: MemoryId, revisions: Vec<Revision>) -> usize {
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == id);
        let Some(shelf) = shelf else { return 0 };
        let new = shelf.memory.receive_all(revisions.iter().cloned());
        if new > 0 {
            self.version += 1;
            self.order(|| Order::Receive(id, revisions));
        }
        new
    }

    /// The file of a memory, and how far it has been read.
    #[must_use]
    pub fn read_so_far(&self, id: MemoryId) -> Option<(PathBuf, Bookmark)> {
        let shelf = self.shelf(id)?;
        Some((shelf.path.clone()?, shelf.mark.get()))
    }

    /// Takes in revisions of a memory's file, some with each [`Self::receive_some`]. `marks`
    /// are the places in the file before and behind them.
    pub fn receive_by_and_by(
        &mut self,
        id: MemoryId,
        revisions: Vec<Revision>,
        marks: (Bookmark, Bookmark),
    ) {
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == id);
        let Some(shelf) = shelf else { return };
        // What was written here meanwhile stands behind, and moved the mark on.
        if shelf.mark.get() == marks.0 {
            shelf.mark.set(marks.1);
        }
        self.arrivals.push_back((id, revisions.into_iter()));
    }

    /// Whether revisions of a memory wait to be taken in.
    #[must_use]
    pub fn is_receiving(&self, id: MemoryId) -> bool {
        self.arrivals.iter().any(|(memory, _)| *memory == id)
    }

    /// Takes in some of what has arrived; whether there was anything.
    pub fn receive_some(&mut self) -> bool {
        let Some((id, rest)) = self.arrivals.front_mut() else { return false };
        let id = *id;
        let some: Vec<Revision> = rest.take(AT_A_TIME).collect();
        if some.len() < AT_A_TIME {
            self.arrivals.pop_front();
        }
        self.receive(id, some);
        true
    }
}
