//! Units on their way to the files of their memories, on a thread of their own: a disk
//! that takes its time to flush keeps nobody waiting.
//!
//! Writes happen in the order they were given. What a disk refuses comes back, and is
//! given again with the next units. Dropping the writer waits for what is under way.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::jobs::Queue;
use crate::model::{MemoryHeader, MemoryId, Revision};
use crate::store::memory::{Bookmark, append_after};
use crate::store::{Files, StoreError};

/// How far a memory's file has been read or written; the writer moves it on.
#[derive(Debug, Clone, Default)]
pub(super) struct Mark(Arc<Mutex<Bookmark>>);

impl Mark {
    pub(super) fn new(mark: Bookmark) -> Self {
        Self(Arc::new(Mutex::new(mark)))
    }

    pub(super) fn get(&self) -> Bookmark {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, mark: Bookmark) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = mark;
    }
}

/// Revisions for a file.
pub(super) struct Write {
    pub(super) header: MemoryHeader,
    pub(super) path: PathBuf,
    pub(super) mark: Mark,
    pub(super) revisions: Vec<Revision>,
}

/// What became of them.
pub(super) struct Written {
    pub(super) memory: MemoryId,
    /// What others had added meanwhile; or why it was refused, and what was to be written.
    pub(super) result: Result<Vec<Revision>, (StoreError, Vec<Revision>)>,
}

impl Write {
    /// Writes to the tail of the file.
    pub(super) fn run(self, files: &dyn Files) -> Written {
        let Self { header, path, mark, revisions } = self;
        let mut place = mark.get();
        let result = append_after(files, &path, &header, &revisions, &mut place);
        mark.set(place);
        Written { memory: header.id, result: result.map_err(|error| (error, revisions)) }
    }
}

/// The thread that writes.
pub(super) struct Writer {
    queue: Queue,
    tell: Sender<Written>,
    done: Receiver<Written>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Writer {
    /// Starts the thread. `wake` is called when something is to be looked at.
    pub(super) fn start(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (tell, done) = channel();
        Self { queue: Queue::new("units"), tell, done, wake }
    }

    /// Writes behind what was pushed before; wakes when there is news, or when `wakes` says
    /// that something waits for it.
    pub(super) fn push(&mut self, write: Write, files: Arc<dyn Files + Send + Sync>, wakes: bool) {
        let (tell, wake) = (self.tell.clone(), Arc::clone(&self.wake));
        self.queue.push(move || {
            let written = write.run(files.as_ref());
            let is_news = written.result.as_ref().map_or(true, |others| !others.is_empty());
            let _ = tell.send(written);
            if is_news || wakes {
                wake();
            }
            Ok(())
        });
    }

    /// What became of writes since the last call.
    pub(super) fn written(&self) -> Vec<Written> {
        self.done.try_iter().collect()
    }

    /// Waits for what is under way.
    pub(super) fn settle(&mut self) {
        self.queue.settle();
    }
}
