//! A thread of its own that takes orders in turn and tells news, seen from outside: what
//! [`super::seeker`] and [`super::concordance`] have in common.
//!
//! Dropping it lets the thread end. What the thread does, and which of its orders still
//! count, is its own matter.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use crate::model::{Cancelled, Watch};

/// Starts a thread; where the system has none left it is logged, and orders go nowhere.
pub(super) fn spawn(name: &str, run: impl FnOnce() + Send + 'static) {
    let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(run);
    if let Err(error) = spawned {
        tracing::error!(%error, name, "a thread could not be started");
    }
}

/// Ends what is no longer asked: the number of the latest question is not this one's.
pub(super) struct WhileAsked<'a>(pub(super) &'a AtomicU64, pub(super) u64);

impl Watch for WhileAsked<'_> {
    fn report(&self, _done: usize, _total: usize) -> Result<(), Cancelled> {
        if self.0.load(Ordering::Relaxed) == self.1 { Ok(()) } else { Err(Cancelled) }
    }
}

/// The thread, seen from outside.
pub(super) struct Attendant<Order, News> {
    orders: Sender<Order>,
    /// In a lock for being shared only; it is one thread's.
    news: Mutex<Receiver<News>>,
    rests: u64,
}

impl<Order: Send + 'static, News: Send + 'static> Attendant<Order, News> {
    /// Starts the thread: `run` gets the orders, and tells what it finds.
    pub(super) fn start(
        name: &str,
        run: impl FnOnce(&Receiver<Order>, Sender<News>) + Send + 'static,
    ) -> Self {
        let (orders, given) = channel();
        let (tell, news) = channel();
        spawn(name, move || run(&given, tell));
        Self { orders, news: Mutex::new(news), rests: 0 }
    }

    /// Where orders go.
    pub(super) fn orders(&self) -> Sender<Order> {
        self.orders.clone()
    }

    pub(super) fn order(&self, order: Order) {
        // The other end is gone only when no thread could be started.
        let _ = self.orders.send(order);
    }

    /// The news since the last call.
    pub(super) fn poll(&mut self) -> Vec<News> {
        let news = self.news.get_mut().unwrap_or_else(PoisonError::into_inner);
        news.try_iter().collect()
    }

    /// Waits until everything that was ordered is done; the news till then. `rest` is the
    /// order to say so, `rested` tells which one a piece of news answers. For tests.
    pub(super) fn settle(
        &mut self,
        rest: fn(u64) -> Order,
        rested: fn(&News) -> Option<u64>,
    ) -> Vec<News> {
        self.rests += 1;
        self.order(rest(self.rests));
        let mut all = Vec::new();
        let news = self.news.get_mut().unwrap_or_else(PoisonError::into_inner);
        while let Ok(one) = news.recv() {
            match rested(&one) {
                Some(rest) if rest == self.rests => break,
                Some(_) => {}
                None => all.push(one),
            }
        }
        all
    }
}
