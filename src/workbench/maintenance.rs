//! A memory's units looked through and plans for them made on a thread of their own, so that
//! no key waits.
//!
//! A list takes the place of the one before, which ends within a few units; a plan is made
//! to its end. What they work on comes with each order, so nothing is locked.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use super::attendant::{Attendant, WhileAsked};
use crate::memory::MemoryError;
use crate::memory::maintain::{
    Deed, Ledger, Listing, Order as Sorting, Plan, Sieve, conflicting, deeds, doubtful, duplicates,
    list,
};
use crate::model::{Cancelled, RevisionId, Watch};

/// What is looked for.
#[derive(Debug, Clone)]
pub enum Look {
    /// Units that a sieve lets through, in order.
    Units(Box<Sieve>, Sorting),
    /// Units that say the same twice.
    Duplicates,
    /// Sources with several targets.
    Conflicting,
    /// Units that look wrong.
    Doubtful,
    /// Imports, and what people have done.
    Deeds,
}

/// What is to be planned.
#[derive(Debug, Clone)]
pub enum Intent {
    /// Give the unit of a slot these texts.
    Edit(u32, [String; 2]),
    /// Withdraw the units of these slots.
    Delete(Vec<u32>),
    /// Make one of those that say the same, where a slot of the group is chosen.
    Merge(Arc<Listing>, HashSet<u32>),
    /// Take back what these revisions did.
    TakeBack(Vec<RevisionId>),
}

impl Intent {
    fn plan(self, ledger: &Ledger, by: &str) -> Result<Plan, MemoryError> {
        match self {
            Self::Edit(slot, [source, target]) => Plan::edit(ledger, slot, [&source, &target], by),
            Self::Delete(slots) => Ok(Plan::delete(ledger, &slots)),
            Self::Merge(listing, chosen) => Ok(Plan::merge(ledger, &listing, &chosen)),
            Self::TakeBack(revisions) => Ok(Plan::take_back(ledger, &revisions)),
        }
    }
}

/// What the thread is told.
enum Order {
    Look(u64, Arc<Ledger>, Look),
    Plan(u64, Arc<Ledger>, Intent, String),
    Rest(u64),
}

/// What the thread tells.
#[derive(Debug)]
pub(super) enum News {
    /// The units found for the question of a number so far, and whether that is the end.
    Listed(u64, Listing, bool),
    /// What was done to the memory.
    Deeds(u64, Vec<Deed>),
    /// The plan of a number.
    Planned(u64, Result<Plan, MemoryError>),
    /// Everything up to this is done.
    Rested(u64),
}

/// The thread, seen from outside. Dropping it lets the thread end.
pub(super) struct Maintainer {
    thread: Attendant<Order, News>,
    latest: Arc<AtomicU64>,
    plans: u64,
}

impl Maintainer {
    /// Starts the thread. `wake` is called when there is news.
    pub(super) fn start(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let latest = Arc::new(AtomicU64::new(0));
        let asked = Arc::clone(&latest);
        let run = |orders: &Receiver<Order>, tell| Worker { tell, wake, asked }.run(orders);
        Self { thread: Attendant::start("maintenance", run), latest, plans: 0 }
    }

    /// Looks for units; tells the number of the question.
    pub(super) fn look(&self, ledger: Arc<Ledger>, look: Look) -> u64 {
        let number = self.stop();
        self.thread.order(Order::Look(number, ledger, look));
        number
    }

    /// Ends what is being looked for.
    pub(super) fn stop(&self) -> u64 {
        self.latest.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Makes a plan of what `by` wants; tells its number.
    pub(super) fn plan(&mut self, ledger: Arc<Ledger>, intent: Intent, by: &str) -> u64 {
        self.plans += 1;
        self.thread.order(Order::Plan(self.plans, ledger, intent, by.to_owned()));
        self.plans
    }

    /// The news since the last call.
    pub(super) fn poll(&mut self) -> Vec<News> {
        self.thread.poll()
    }

    /// Waits until everything that was ordered is done; the news till then. For tests.
    pub(super) fn settle(&mut self) -> Vec<News> {
        let rested = |news: &News| match news {
            News::Rested(rest) => Some(*rest),
            _ => None,
        };
        self.thread.settle(Order::Rest, rested)
    }
}

struct Worker {
    tell: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
    asked: Arc<AtomicU64>,
}

impl Worker {
    fn run(self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            // A fault in one list must not end all others.
            let done = catch_unwind(AssertUnwindSafe(|| self.take(order)));
            if done.is_err() {
                tracing::error!("units could not be looked through");
            }
        }
    }

    fn take(&self, order: Order) {
        match order {
            Order::Look(number, ledger, look) => {
                let watch = WhileAsked(&self.asked, number);
                // What is no longer asked tells nothing.
                let _ = self.look(number, &ledger, look, &watch);
            }
            Order::Plan(number, ledger, intent, by) => {
                self.tell(News::Planned(number, intent.plan(&ledger, &by)));
            }
            Order::Rest(rest) => self.tell(News::Rested(rest)),
        }
    }

    fn look(
        &self,
        number: u64,
        ledger: &Ledger,
        look: Look,
        watch: &dyn Watch,
    ) -> Result<(), Cancelled> {
        watch.report(0, 0)?;
        let listing = match look {
            Look::Units(sieve, order) => {
                let mut show = |found| self.tell(News::Listed(number, found, false));
                list(ledger, &sieve, order, watch, &mut show)?
            }
            Look::Duplicates => duplicates(ledger, watch)?,
            Look::Conflicting => conflicting(ledger, watch)?,
            Look::Doubtful => doubtful(ledger, watch)?,
            Look::Deeds => {
                self.tell(News::Deeds(number, deeds(ledger)));
                return Ok(());
            }
        };
        self.tell(News::Listed(number, listing, true));
        Ok(())
    }

    fn tell(&self, news: News) {
        let _ = self.tell.send(news);
        (self.wake)();
    }
}
