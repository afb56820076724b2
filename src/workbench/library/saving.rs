//! Writing what was stored to the files of the memories, at once or behind.

use std::sync::Arc;

use super::Library;
use crate::store::StoreError;
use crate::workbench::writer::{Write, Writer, Written};

impl Library {
    /// From now on units are written on a thread of their own: [`Self::save_pending`] does
    /// not wait, and [`Self::written`] tells what went wrong.
    pub fn write_behind(&mut self, wake: Arc<dyn Fn() + Send + Sync>) {
        self.writer = Some(Writer::start(wake));
    }

    /// Writes what is not on disk yet to the tails of the files.
    ///
    /// # Errors
    /// The first file that refuses; its units stay in the list and work goes on.
    pub fn save_pending(&mut self) -> Result<(), StoreError> {
        let mut first = Ok(());
        loop {
            first = first.and(self.write_pending());
            if !self.release_held() {
                return first;
            }
        }
    }

    fn write_pending(&mut self) -> Result<(), StoreError> {
        let mut writes = Vec::new();
        for shelf in self.shelves.iter_mut().filter(|shelf| !shelf.pending.is_empty()) {
            let Some(path) = shelf.path.clone() else { continue };
            let (header, mark) = (shelf.memory.header().clone(), shelf.mark.clone());
            let revisions = std::mem::take(&mut shelf.pending);
            writes.push(Write { header, path, mark, revisions });
        }
        let mut first = Ok(());
        for write in writes {
            let is_waited_for = self.is_waited_for(write.header.id);
            *self.in_flight.entry(write.header.id).or_default() += 1;
            if let Some(writer) = &mut self.writer {
                writer.push(write, Arc::clone(&self.files), is_waited_for);
            } else {
                let written = write.run(self.files.as_ref());
                first = first.and(self.take_written(written));
            }
        }
        first
    }

    /// Takes in what became of units that were written behind; why files refuse.
    pub fn written(&mut self) -> Vec<StoreError> {
        self.take_in_written();
        std::mem::take(&mut self.refused)
    }

    fn take_in_written(&mut self) {
        let written = self.writer.as_ref().map(Writer::written).unwrap_or_default();
        let refused = written.into_iter().filter_map(|one| self.take_written(one).err());
        let refused: Vec<_> = refused.collect();
        self.refused.extend(refused);
        if self.release_held() {
            let refused = self.write_pending().err();
            self.refused.extend(refused);
        }
    }

    /// Waits until everything that was to be written behind is on disk, or refused.
    pub fn settle_writing(&mut self) {
        self.writer.iter_mut().for_each(Writer::settle);
        let mut held = self.held_back.len();
        while held > 0 {
            self.take_in_written();
            self.writer.iter_mut().for_each(Writer::settle);
            if self.held_back.len() == held {
                break;
            }
            held = self.held_back.len();
        }
    }

    fn take_written(&mut self, written: Written) -> Result<(), StoreError> {
        let Written { memory, result } = written;
        if let Some(count) = self.in_flight.get_mut(&memory) {
            *count = count.saturating_sub(1);
        }
        match result {
            Ok(others) if others.is_empty() => Ok(()),
            Ok(others) => {
                self.receive(memory, others);
                Ok(())
            }
            Err((error, mut revisions)) => {
                let shelf = self.shelves.iter_mut().find(|s| s.memory.header().id == memory);
                if let Some(shelf) = shelf {
                    revisions.append(&mut shelf.pending);
                    shelf.pending = revisions;
                }
                Err(error)
            }
        }
    }

    /// How many revisions wait to be written.
    #[must_use]
    pub fn pending(&self) -> usize {
        let pending: usize = self.shelves.iter().map(|shelf| shelf.pending.len()).sum();
        pending + self.held_back.len()
    }
}
