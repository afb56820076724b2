//! The thread that looks up in the memories, so that no key ever waits for it.
//!
//! It has a copy of each memory of a [`super::Library`], of which it alone holds the
//! index; texts are shared. The library sends it every change, in order, and so it
//! answers as the library would. Of what it is asked the latest counts: a new question
//! takes the place of what is left of the one before. It makes no index of a large memory
//! itself, which takes seconds: it says [`News::NotIndexed`], and goes on with the old
//! index, or without that memory, until it is given a new one.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::aligned::Aligned;
use super::attendant::Attendant;
use super::bulk::{BulkOrder, Hand, Line};
use super::harvest::{Harvest, Trial};
use super::large::CACHED;
use super::library::{Languages, TOP};
use super::offers::{Asked, Found, Offer};
use super::session::Refused;
use crate::memory::{Consulted, Direction, Memory, Query, Renewal, lookup_among};
use crate::model::{MemoryId, MemoryUses, Revision};

/// Told to the thread, in order.
pub(super) enum Order {
    /// A memory comes, or comes anew.
    Put(Box<Memory>),
    /// A memory goes.
    Remove(MemoryId),
    /// A memory has got revisions.
    Receive(MemoryId, Vec<Revision>),
    /// An index that was made of a snapshot.
    Renew(Box<Renewed>),
    /// Memories are used so now, in this order.
    Uses(MemoryUses),
    /// The rows of aligned releases are these now.
    Aligned(Aligned),
    /// What rows are asked for.
    Seek(Languages, Vec<Asked>),
    /// The best matches of many rows, behind all that is sought for the panel.
    Bulk(Box<BulkOrder>),
    /// What would enter a memory.
    Try(Box<Trial>),
    /// Something large that takes time to be let go of.
    LetGo(Box<Memory>),
    /// Tell when everything before is done.
    Rest(u64),
}

/// An index for a memory.
pub struct Renewed {
    of: NotIndexed,
    renewal: Renewal,
}

impl std::fmt::Debug for Renewed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Renewed").field(&self.of).finish()
    }
}

impl Renewed {
    /// The memory.
    #[must_use]
    pub const fn memory(&self) -> MemoryId {
        self.of.memory
    }
}

/// A memory whose index is to be made, elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct NotIndexed {
    memory: MemoryId,
    direction: Direction,
    /// Which of the memories of this id that came one after the other.
    edition: u64,
}

impl NotIndexed {
    /// Makes the index of the snapshot.
    ///
    /// # Errors
    /// [`crate::model::Cancelled`] when the watch says so.
    pub fn make(
        self,
        snapshot: &Memory,
        watch: &dyn crate::model::Watch,
    ) -> Result<Renewed, crate::model::Cancelled> {
        Ok(Renewed { of: self, renewal: snapshot.renewal(self.direction, watch)? })
    }
}

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// What the memories offer for a row.
    Found(Found),
    /// A memory has no index for a direction, or an old one; the memory as it is.
    NotIndexed(NotIndexed, Box<Memory>),
    /// What adding to a memory would do.
    Tried(u64, Result<Harvest, Refused>),
    /// Everything up to this is done.
    Rested(u64),
}

/// The thread, seen from outside. Dropping it lets the thread end.
pub struct Seeker {
    thread: Attendant<Order, News>,
}

impl std::fmt::Debug for Seeker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seeker").finish_non_exhaustive()
    }
}

impl Seeker {
    /// Starts the thread. `wake` is called when there is news.
    pub fn start(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let run = |orders: &Receiver<Order>, tell| Worker::new(tell, wake).run(orders);
        Self { thread: Attendant::start("matches", run) }
    }

    /// Where orders go.
    pub(super) fn orders(&self) -> Sender<Order> {
        self.thread.orders()
    }

    pub(super) fn order(&self, order: Order) {
        self.thread.order(order);
    }

    /// The way for jobs that look many rows up.
    #[must_use]
    pub fn line(&self) -> Line {
        Line(self.orders())
    }

    /// Asks for rows of a pair, instead of what was asked for before.
    pub fn seek(&self, pair: Languages, asked: Vec<Asked>) {
        self.order(Order::Seek(pair, asked));
    }

    /// The news since the last call.
    pub fn poll(&mut self) -> Vec<News> {
        self.thread.poll()
    }

    /// Waits until everything that was ordered is done; the news till then. For tests.
    pub fn settle(&mut self) -> Vec<News> {
        let rested = |news: &News| match news {
            News::Rested(rest) => Some(*rest),
            _ => None,
        };
        self.thread.settle(Order::Rest, rested)
    }
}

/// A memory the thread has.
struct Seat {
    memory: Memory,
    edition: u64,
    /// The directions whose index is being made elsewhere.
    awaited: Vec<Direction>,
}

struct Worker {
    /// In the order in which they are asked.
    seats: Vec<Seat>,
    uses: MemoryUses,
    aligned: Aligned,
    editions: u64,
    pair: Option<Languages>,
    left: VecDeque<Asked>,
    bulk: VecDeque<BulkOrder>,
    rests: Vec<u64>,
    tell: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
    woke: Option<Instant>,
}

/// How often whoever shows the news is woken while many come.
const WAKE_EVERY: Duration = Duration::from_millis(16);

impl Worker {
    fn new(tell: Sender<News>, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self {
            seats: Vec::new(),
            uses: MemoryUses::default(),
            aligned: Aligned::default(),
            editions: 0,
            pair: None,
            left: VecDeque::new(),
            bulk: VecDeque::new(),
            rests: Vec::new(),
            tell,
            wake,
            woke: None,
        }
    }

    fn run(mut self, orders: &Receiver<Order>) {
        loop {
            if self.left.is_empty() {
                for rest in std::mem::take(&mut self.rests) {
                    self.tell(News::Rested(rest));
                }
                if !self.can_go_on() {
                    let Ok(order) = orders.recv() else { return };
                    self.take(order);
                }
            }
            for order in orders.try_iter() {
                self.take(order);
            }
            if let Some(asked) = self.left.pop_front() {
                self.look_up(asked);
            } else if self.can_go_on() {
                self.go_on();
            }
        }
    }

    fn tell(&mut self, news: News) {
        let _ = self.tell.send(news);
        let due = self.woke.is_none_or(|woke| woke.elapsed() >= WAKE_EVERY);
        if due || self.left.is_empty() {
            (self.wake)();
            self.woke = Some(Instant::now());
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Put(memory) => self.put(*memory),
            Order::Remove(id) => self.seats.retain(|seat| seat.memory.header().id != id),
            Order::Receive(id, revisions) => {
                if let Some(seat) = self.seat(id) {
                    seat.memory.receive_all(revisions);
                }
                self.look_after(id);
            }
            Order::Renew(renewed) => self.renew(*renewed),
            Order::Uses(uses) => {
                self.uses = uses;
                self.put_in_order();
            }
            Order::Aligned(aligned) => self.aligned = aligned,
            Order::Seek(pair, asked) => {
                (self.pair, self.left, self.woke) = (Some(pair), asked.into(), None);
            }
            Order::Bulk(bulk) => self.bulk.push_back(*bulk),
            Order::Try(trial) => self.run_trial(*trial),
            Order::LetGo(memory) => drop(memory),
            Order::Rest(rest) => self.rests.push(rest),
        }
    }

    fn seat(&mut self, id: MemoryId) -> Option<&mut Seat> {
        self.seats.iter_mut().find(|seat| seat.memory.header().id == id)
    }

    fn put(&mut self, mut memory: Memory) {
        memory.renew_elsewhere();
        self.editions += 1;
        let seat = Seat { memory, edition: self.editions, awaited: Vec::new() };
        let id = seat.memory.header().id;
        if let Some(old) = self.seat(id) {
            *old = seat;
        } else {
            self.seats.push(seat);
            self.put_in_order();
        }
        self.look_after(id);
    }

    fn put_in_order(&mut self) {
        self.seats.sort_by_key(|seat| self.uses.place(seat.memory.header().id));
    }

    fn renew(&mut self, renewed: Renewed) {
        let Renewed { of: NotIndexed { memory, direction, edition }, renewal } = renewed;
        let Some(seat) = self.seat(memory).filter(|seat| seat.edition == edition) else { return };
        seat.awaited.retain(|awaited| *awaited != direction);
        seat.memory.renew(renewal);
    }

    /// Says where an index has become too old.
    fn look_after(&mut self, id: MemoryId) {
        let Some(seat) = self.seat(id) else { return };
        let stale = Direction::BOTH.into_iter().filter(|way| seat.memory.is_stale(*way));
        let news: Vec<News> =
            stale.collect::<Vec<_>>().into_iter().filter_map(|way| seat.await_index(way)).collect();
        for one in news {
            self.tell(one);
        }
    }

    /// Whether there are rows asked for in bulk whose memories all have their indexes; those
    /// that are missing are asked for.
    fn can_go_on(&mut self) -> bool {
        let Some(pair) = self.bulk.front().map(|bulk| bulk.pair.clone()) else { return false };
        self.await_indexes(&pair)
    }

    /// Answers the next row that was asked for in bulk.
    fn go_on(&mut self) {
        let Some(mut bulk) = self.bulk.pop_front() else { return };
        let Some(row) = bulk.rows.next() else { return };
        let all = self.seats.iter().map(|seat| seat.memory.header().id).collect();
        let (pair, memories) = (&bulk.pair, self.ready(&bulk.pair));
        let hand = Hand { pair, memories, aligned: &self.aligned, all };
        let work = || hand.best(&row, &bulk.choice);
        let best = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
            tracing::error!("a lookup failed");
            None
        });
        // Nobody waits for a job that was cancelled.
        if bulk.tell.send(best).is_ok() {
            self.bulk.push_front(bulk);
        }
    }

    /// Asks for the indexes that a pair lacks; whether none is lacking.
    fn await_indexes(&mut self, pair: &Languages) -> bool {
        let (mut news, mut all) = (Vec::new(), true);
        for seat in &mut self.seats {
            if let Some(way) = seat.memory.direction(&pair.source, &pair.target)
                && !seat.is_ready(way)
            {
                news.extend(seat.await_index(way));
                all = false;
            }
        }
        for one in news {
            self.tell(one);
        }
        all
    }

    /// The memories of a pair that have their indexes.
    fn ready(&self, pair: &Languages) -> Vec<Consulted<'_>> {
        let ready = self.seats.iter().filter_map(|seat| {
            let way = seat.memory.direction(&pair.source, &pair.target)?;
            let used = self.uses.of(seat.memory.header().id);
            let consulted = Consulted::new(&seat.memory, way).penalised(used.penalty);
            (used.is_asked && seat.is_ready(way)).then_some(consulted)
        });
        ready.collect()
    }

    fn look_up(&mut self, asked: Asked) {
        let Some(pair) = self.pair.clone() else { return };
        self.await_indexes(&pair);
        let memories = self.ready(&pair);
        let Asked { bead, row, text, key } = asked;
        let query =
            Query { context: key.context, threshold: key.from, top: TOP, ..Query::new(&text) };
        let is_there = |id| self.seats.iter().any(|seat| seat.memory.header().id == id);
        let holds = |id| is_there(id) && self.uses.of(id).is_asked;
        let work = || {
            let mut offers = Offer::all(lookup_among(&memories, &query), &text, &pair);
            self.aligned.add_to(&mut offers, &query, &pair, &holds);
            offers
        };
        // A fault in one lookup must not end all others.
        let offers = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
            tracing::error!("a lookup failed");
            Vec::new()
        });
        self.tell(News::Found(Found { bead, row, key, offers }));
    }

    fn run_trial(&mut self, trial: Trial) {
        let (number, id) = (trial.number, trial.memory);
        let result = match self.seat(id) {
            Some(seat) => {
                let memory = &seat.memory;
                let run = catch_unwind(AssertUnwindSafe(|| trial.run(memory)));
                run.unwrap_or_else(|_| Err("the memory could not be compared with".into()))
            }
            None => Err("that memory is not open".into()),
        };
        self.tell(News::Tried(number, result));
    }
}

impl Seat {
    /// Whether a lookup makes no large index.
    fn is_ready(&self, direction: Direction) -> bool {
        self.memory.len() < CACHED || self.memory.index_size(direction).is_some()
    }

    /// Asks for an index, once.
    fn await_index(&mut self, direction: Direction) -> Option<News> {
        if self.awaited.contains(&direction) {
            return None;
        }
        self.awaited.push(direction);
        let (memory, edition) = (self.memory.header().id, self.edition);
        let snapshot = Box::new(self.memory.snapshot());
        Some(News::NotIndexed(NotIndexed { memory, direction, edition }, snapshot))
    }
}
