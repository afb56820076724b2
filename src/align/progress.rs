//! Progress in rows of work, and the ask whether to go on.

use std::cell::Cell;

use crate::model::{Cancelled, Watch};

/// Counts rows of work done and tells them to a [`Watch`].
pub(super) struct Progress<'a> {
    watch: &'a dyn Watch,
    done: Cell<usize>,
    total: usize,
}

impl<'a> Progress<'a> {
    pub(super) fn new(watch: &'a dyn Watch, total: usize) -> Self {
        Self { watch, done: Cell::new(0), total: total.max(1) }
    }

    /// One more row is done.
    pub(super) fn row(&self) -> Result<(), Cancelled> {
        self.done.set((self.done.get() + 1).min(self.total));
        self.check()
    }

    /// Asks whether to go on, in work that is no row.
    pub(super) fn check(&self) -> Result<(), Cancelled> {
        self.watch.report(self.done.get(), self.total)
    }
}
