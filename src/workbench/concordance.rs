//! The concordance at work: a thread that searches, so that no key waits for it, and hits
//! as a table.
//!
//! Every question takes the place of the one before, which ends within a few texts. A
//! memory comes with each question as it is then; what is kept between questions is its
//! word index. Where a large memory has none, or an old one, the thread says
//! [`News::NotIndexed`] and reads texts meanwhile; the index is made elsewhere.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use super::attendant::{Attendant, WhileAsked};
use super::quoting::{Quoted, SaidBefore};
use crate::formats::table::csv;
use crate::memory::Direction;
use crate::memory::concordance::{
    Corpus, Findings, Fragment, Hit, Limits, Patterns, Precedent, Side, WordIndex, fragments,
    search,
};
use crate::model::{Cancelled, Lang, MemoryId, UnitId, Unwatched, Watch};

/// A memory of fewer revisions than this is read as fast as an index is.
const INDEXED_FROM: u32 = 4096;
/// An index is made anew when one unit in so many came behind it, and no fewer than
/// [`INDEXED_FROM`].
const ANEW_FROM_ONE_IN: u32 = 64;

/// A text of a memory on the shelf: what an index is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    memory: MemoryId,
    /// Which of the memories of this id that came one after the other.
    edition: u64,
    text: Direction,
}

/// A memory whose index is to be made, elsewhere.
#[derive(Debug)]
pub struct NotIndexed {
    corpus: Box<Corpus>,
    side: Side,
    key: Key,
}

/// An index that was made.
#[derive(Debug)]
pub struct Indexed {
    key: Key,
    index: WordIndex,
}

impl NotIndexed {
    /// The memory's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.corpus.header().name
    }

    /// Makes the index.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn make(self, watch: &dyn Watch) -> Result<Indexed, Cancelled> {
        let index = self.corpus.make_index(self.side, watch)?;
        Ok(Indexed { key: self.key, index })
    }
}

/// What the thread is told.
enum Order {
    Search(u64, Vec<(Corpus, u64)>, Box<Patterns>),
    Fragments(u64, Vec<(Corpus, u64)>, String),
    Precedent(u64, Box<Corpus>, UnitId),
    Quotations(u64, Vec<(Corpus, u64)>, Box<Quoted>),
    Index(Box<Indexed>),
    Rest(u64),
}

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// What is found so far for the question of a number, and whether that is the end.
    Found(u64, Findings, bool),
    /// The passages of a sentence that the memories know.
    Fragments(u64, Vec<Fragment>),
    /// What stood around a unit; `None` when it is gone.
    Precedent(u64, Option<Box<Precedent>>),
    /// Quotations that were said before.
    Quotations(u64, Vec<SaidBefore>),
    /// A memory has no index, or an old one.
    NotIndexed(NotIndexed),
    /// Everything up to this is done.
    Rested(u64),
}

/// The thread, seen from outside. Dropping it lets the thread end.
pub struct Concordancer {
    thread: Attendant<Order, News>,
    latest: Arc<AtomicU64>,
    /// The same for quotations, which end no other question and are ended by none.
    quotations: Arc<AtomicU64>,
}

impl std::fmt::Debug for Concordancer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Concordancer").finish_non_exhaustive()
    }
}

impl Concordancer {
    /// Starts the thread. `wake` is called when there is news.
    pub fn start(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let latest = Arc::new(AtomicU64::new(0));
        let quotations = Arc::new(AtomicU64::new(0));
        let asked = [&latest, &quotations].map(Arc::clone);
        let run = |orders: &Receiver<Order>, tell| Worker::new(tell, wake, asked).run(orders);
        Self { thread: Attendant::start("concordance", run), latest, quotations }
    }

    /// Searches memories, each with the number of its edition; tells the number of the
    /// question.
    pub fn search(&self, corpora: Vec<(Corpus, u64)>, patterns: Patterns) -> u64 {
        let number = self.stop();
        self.order(Order::Search(number, corpora, Box::new(patterns)));
        number
    }

    /// Looks for the passages of a sentence; tells the number of the question.
    pub fn fragments(&self, corpora: Vec<(Corpus, u64)>, sentence: String) -> u64 {
        let number = self.stop();
        self.order(Order::Fragments(number, corpora, sentence));
        number
    }

    /// Looks for what stood around a unit; tells the number of the question.
    pub fn precedent(&self, corpus: Corpus, unit: UnitId) -> u64 {
        let number = self.stop();
        self.order(Order::Precedent(number, Box::new(corpus), unit));
        number
    }

    /// Looks for quotations that were said before; tells the number of the question.
    pub fn quotations(&self, corpora: Vec<(Corpus, u64)>, quoted: Quoted) -> u64 {
        let number = self.quotations.fetch_add(1, Ordering::Relaxed) + 1;
        self.order(Order::Quotations(number, corpora, Box::new(quoted)));
        number
    }

    /// Ends what is under way.
    pub fn stop(&self) -> u64 {
        self.latest.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Hands over an index that was made.
    pub fn index(&self, indexed: Box<Indexed>) {
        self.order(Order::Index(indexed));
    }

    fn order(&self, order: Order) {
        self.thread.order(order);
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

struct Worker {
    tell: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
    asked: Arc<AtomicU64>,
    quotations: Arc<AtomicU64>,
    indexes: HashMap<Key, Arc<WordIndex>>,
    /// What is being indexed elsewhere.
    awaited: HashSet<Key>,
}

impl Worker {
    fn new(
        tell: Sender<News>,
        wake: Arc<dyn Fn() + Send + Sync>,
        [asked, quotations]: [Arc<AtomicU64>; 2],
    ) -> Self {
        Self { tell, wake, asked, quotations, indexes: HashMap::new(), awaited: HashSet::new() }
    }

    fn run(mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            // A fault in one search must not end all others.
            let done = catch_unwind(AssertUnwindSafe(|| self.take(order)));
            if done.is_err() {
                tracing::error!("a search failed");
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Search(number, corpora, patterns) => {
                let sides = [(Side::Source, &patterns.source), (Side::Target, &patterns.target)];
                let sides = sides.into_iter().filter(|(_, pattern)| pattern.is_some());
                let sides: Vec<Side> = sides.map(|(side, _)| side).collect();
                let corpora = self.indexed(corpora, &sides);
                let watch = WhileAsked(&self.asked, number);
                let mut show = |found| self.tell(News::Found(number, found, false));
                let found = search(&corpora, &patterns, Limits::default(), &watch, &mut show);
                if let Ok(found) = found {
                    self.tell(News::Found(number, found, true));
                }
            }
            Order::Fragments(number, corpora, sentence) => {
                let corpora = self.indexed(corpora, &Side::BOTH);
                let watch = WhileAsked(&self.asked, number);
                if let Ok(found) = fragments(&sentence, &corpora, &watch) {
                    self.tell(News::Fragments(number, found));
                }
            }
            Order::Precedent(number, corpus, unit) => {
                let watch = WhileAsked(&self.asked, number);
                if let Ok(found) = corpus.precedent(unit, &watch) {
                    self.tell(News::Precedent(number, found.map(Box::new)));
                }
            }
            Order::Quotations(number, corpora, quoted) => {
                let corpora = self.indexed(corpora, &[Side::Source]);
                let watch = WhileAsked(&self.quotations, number);
                if let Ok(said) = quoted.sought_in(&corpora, &watch) {
                    self.tell(News::Quotations(number, said));
                }
            }
            Order::Index(indexed) => {
                let Indexed { key, index } = *indexed;
                self.awaited.remove(&key);
                self.keep(key, Arc::new(index));
            }
            Order::Rest(rest) => self.tell(News::Rested(rest)),
        }
    }

    /// Gives memories their indexes, and asks for those that are not made.
    fn indexed(&mut self, corpora: Vec<(Corpus, u64)>, sides: &[Side]) -> Vec<Corpus> {
        let mut all = Vec::with_capacity(corpora.len());
        for (mut corpus, edition) in corpora {
            for &side in sides {
                let key = Key { memory: corpus.header().id, edition, text: corpus.text_of(side) };
                if let Some(index) = self.index_of(&corpus, side, key) {
                    corpus.set_index(side, index);
                }
            }
            all.push(corpus);
        }
        all
    }

    fn index_of(&mut self, corpus: &Corpus, side: Side, key: Key) -> Option<Arc<WordIndex>> {
        let made = self.indexes.get(&key).cloned();
        let slots = corpus.slots();
        let behind = slots.saturating_sub(made.as_ref().map_or(0, |index| index.slots()));
        if behind > 0 && slots < INDEXED_FROM {
            let index = Arc::new(corpus.make_index(side, &Unwatched).ok()?);
            self.keep(key, Arc::clone(&index));
            return Some(index);
        }
        if behind >= INDEXED_FROM.max(slots / ANEW_FROM_ONE_IN) && self.awaited.insert(key) {
            let corpus = Box::new(corpus.clone());
            self.tell(News::NotIndexed(NotIndexed { corpus, side, key }));
        }
        made
    }

    fn keep(&mut self, key: Key, index: Arc<WordIndex>) {
        // What is older is of a memory that is no longer there.
        let stays = |other: &Key| other.memory != key.memory || other.edition >= key.edition;
        self.indexes.retain(|other, _| stays(other));
        self.awaited.retain(stays);
        self.indexes.insert(key, index);
    }

    fn tell(&self, news: News) {
        let _ = self.tell.send(news);
        (self.wake)();
    }
}

/// Hits as a table, with a head row: the two texts, what was found in each, and where they
/// come from.
#[must_use]
pub fn to_csv(hits: &[Hit], source: &Lang, target: &Lang) -> String {
    let names = ["found in source", "found in target", "memory", "release", "date", "author"];
    let names = names.into_iter().chain(["approver", "status", "changed", "unit"]);
    let head: Vec<String> =
        [source.as_str(), target.as_str()].into_iter().chain(names).map(str::to_owned).collect();
    let found = |text: &str, ranges: &[std::ops::Range<usize>]| {
        let parts: Vec<&str> = ranges.iter().filter_map(|range| text.get(range.clone())).collect();
        parts.join(" … ")
    };
    let row = |hit: &Hit| {
        vec![
            hit.source.clone(),
            hit.target.clone(),
            found(&hit.source, &hit.in_source),
            found(&hit.target, &hit.in_target),
            hit.memory_name.clone(),
            hit.release.clone(),
            hit.date.map(|date| date.to_string()).unwrap_or_default(),
            hit.author.clone(),
            hit.approver.clone(),
            hit.status.name().to_owned(),
            hit.at.to_string(),
            hit.unit.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(hits.iter().map(row)).collect();
    csv::write(rows.iter().map(|row| row.iter().map(String::as_str)))
}
