//! How long work reports and is stopped.
//!
//! The engine knows nothing of windows or threads: whoever starts long work
//! passes a [`Watch`], which hears of progress and may answer "stop".

/// The work was stopped at somebody's wish; nothing is half done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// Hears of progress, and may stop the work.
pub trait Watch: Sync {
    /// Tells that `done` of `total` steps are done.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop. Callers pass it on at once.
    fn report(&self, done: usize, total: usize) -> Result<(), Cancelled>;
}

/// Watches nothing and never stops.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn report(&self, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}
