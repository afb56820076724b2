//! Work shared among the cores: many pieces, each taken by the next worker that is free.
//!
//! Threads live no longer than the call. Progress is told in whole pieces; a piece hears
//! of a cancel through its own watch, so that a long one stops as soon as a short one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::model::{Cancelled, Watch};

/// Does `work` for 0…`count` and answers what each gave, in order.
///
/// # Errors
/// [`Cancelled`] when the watch stops it; what the pieces had done outside is done.
pub fn each<T: Send>(
    count: usize,
    watch: &dyn Watch,
    work: &(dyn Fn(usize, &dyn Watch) -> Result<T, Cancelled> + Sync),
) -> Result<Vec<T>, Cancelled> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let inner = Piece { watch, done: &done, count };
    let run = || -> Result<(), Cancelled> {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= count {
                return Ok(());
            }
            inner.report(0, 0)?;
            let result = work(place, &inner)?;
            results.lock().unwrap_or_else(PoisonError::into_inner).push((place, result));
            done.fetch_add(1, Ordering::Relaxed);
            inner.report(0, 0)?;
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(count.max(1));
    let ended = std::thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(run)).collect();
        let own = run();
        others.into_iter().fold(own, |ended, worker| match worker.join() {
            Ok(theirs) => ended.and(theirs),
            Err(payload) => std::panic::resume_unwind(payload),
        })
    });
    ended?;
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(place, _)| *place);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}

/// What one piece reports to: its own steps are not told, a cancel is heard.
struct Piece<'a> {
    watch: &'a dyn Watch,
    done: &'a AtomicUsize,
    count: usize,
}

impl Watch for Piece<'_> {
    fn report(&self, _done: usize, _total: usize) -> Result<(), Cancelled> {
        self.watch.report(self.done.load(Ordering::Relaxed), self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;
    use crate::workbench::jobs::Ticket;

    #[test]
    fn results_stand_in_order() {
        let squares = each(100, &Unwatched, &|place, _| Ok(place * place));
        assert_eq!(squares, Ok((0..100).map(|place| place * place).collect()));
        assert_eq!(each(0, &Unwatched, &|place, _| Ok(place)), Ok(vec![]));
    }

    #[test]
    fn a_cancel_ends_it_and_progress_is_told() {
        let ticket = Ticket::default();
        assert!(each(8, &ticket, &|place, _| Ok(place)).is_ok());
        assert_eq!(ticket.fraction(), Some(1.0));
        let ended = each(8, &ticket, &|place, watch| {
            if place == 3 {
                ticket.cancel();
            }
            watch.report(0, 0)?;
            Ok(place)
        });
        assert_eq!(ended, Err(Cancelled));
    }
}
