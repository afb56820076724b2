//! The best matches of many rows at once: what analysis and pre-translation ask.
//!
//! They ask what the panel asks ([`super::offers`]): the same look-up, the neighbours taken
//! into account, the row itself left out. Where a [`Library`] holds the indexes, rows are
//! looked up in it on all cores; where a [`Seeker`](super::seeker::Seeker) holds them, on its
//! thread, behind what the panel asks, so that no key waits.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::aligned::Aligned;
use super::archive::share;
use super::library::{Languages, Library, TOP};
use super::offers::Offer;
use super::seeker::Order;
use super::session::Session;
use crate::memory::{Direction, Memory, Query, lookup_among};
use crate::model::{Bead, BeadId, Cancelled, Context, MemoryId, UnitId, Watch};

/// A row whose best match is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkRow {
    /// The row.
    pub bead: BeadId,
    /// Its source.
    pub text: String,
    /// Its neighbours.
    pub context: Context,
    /// The unit it was stored as, which is no match of it.
    pub stored: Option<UnitId>,
}

/// Which matches are acceptable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The least score, in per cent.
    pub from: u8,
    /// The memories that are asked; `None` asks all.
    pub memories: Option<Vec<MemoryId>>,
    /// Whether rows of aligned releases are asked too.
    pub aligned: bool,
    /// Whether matches whose target was repaired are taken.
    pub repaired: bool,
}

impl Choice {
    /// Every match from a score on, as the panel shows it.
    #[must_use]
    pub const fn all_from(from: u8) -> Self {
        Self { from, memories: None, aligned: true, repaired: true }
    }

    fn takes(&self, memory: MemoryId) -> bool {
        self.memories.as_ref().is_none_or(|chosen| chosen.contains(&memory))
    }

    fn accepts(&self, offer: &Offer, row: &BulkRow) -> bool {
        !offer.is_of(row.bead, row.stored) && (self.repaired || offer.repaired.is_none())
    }
}

/// The memories of a pair, each in its direction, and the rows of aligned releases.
pub(super) struct Hand<'a> {
    pub(super) pair: &'a Languages,
    pub(super) memories: Vec<(&'a Memory, Direction)>,
    pub(super) aligned: &'a Aligned,
    /// All memories, of whatever pair.
    pub(super) at_hand: Vec<MemoryId>,
}

impl Hand<'_> {
    /// The best acceptable match of a row, as it would be offered for it.
    pub(super) fn best(&self, row: &BulkRow, choice: &Choice) -> Option<Offer> {
        let memories = self.memories.iter();
        let chosen: Vec<(&Memory, Direction)> =
            memories.filter(|(memory, _)| choice.takes(memory.header().id)).copied().collect();
        let (text, context) = (row.text.as_str(), row.context);
        let query = Query { context, threshold: choice.from, top: TOP, ..Query::new(text) };
        let found = lookup_among(&chosen, &query);
        let mut offers = found.into_iter().map(|found| Offer::of(found, text, self.pair));
        let accepts = |offer: &Offer| choice.accepts(offer, row);
        if !choice.aligned || !self.aligned.serves(&self.pair.source, &self.pair.target) {
            return offers.find(accepts);
        }
        let mut offers: Vec<Offer> = offers.collect();
        let holds = |id| self.at_hand.contains(&id);
        self.aligned.add_to(&mut offers, &query, self.pair, &holds);
        offers.into_iter().find(accepts)
    }
}

/// Something that many rows can be looked up in.
pub trait Bulk {
    /// The best acceptable match of each row, in order.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch stops it.
    fn best_of(
        &self,
        rows: Vec<BulkRow>,
        choice: &Choice,
        pair: &Languages,
        watch: &dyn Watch,
    ) -> Result<Vec<Option<Offer>>, Cancelled>;
}

/// Rows that one worker takes at once: enough that progress costs nothing beside them.
const PIECE: usize = 16;

impl Bulk for Library {
    fn best_of(
        &self,
        rows: Vec<BulkRow>,
        choice: &Choice,
        pair: &Languages,
        watch: &dyn Watch,
    ) -> Result<Vec<Option<Offer>>, Cancelled> {
        let hand = self.hand(pair);
        let pieces: Vec<&[BulkRow]> = rows.chunks(PIECE).collect();
        let found = share::each(pieces.len(), watch, &|place, watch| {
            let mut found = Vec::with_capacity(PIECE);
            for row in pieces.get(place).copied().unwrap_or_default() {
                watch.report(0, 0)?;
                found.push(hand.best(row, choice));
            }
            Ok(found)
        })?;
        Ok(found.into_iter().flatten().collect())
    }
}

/// Rows for the seeker's thread: answered in order, one by one.
pub(super) struct BulkOrder {
    pub(super) rows: std::vec::IntoIter<BulkRow>,
    pub(super) choice: Choice,
    pub(super) pair: Languages,
    pub(super) tell: Sender<Option<Offer>>,
}

/// The way to a seeker's thread, for a job.
#[derive(Debug, Clone)]
pub struct Line(pub(super) Sender<Order>);

/// How often a job that waits for the seeker's thread looks whether it was cancelled.
const LOOK_UP: Duration = Duration::from_millis(30);

impl Bulk for Line {
    fn best_of(
        &self,
        rows: Vec<BulkRow>,
        choice: &Choice,
        pair: &Languages,
        watch: &dyn Watch,
    ) -> Result<Vec<Option<Offer>>, Cancelled> {
        let (tell, told) = channel();
        let count = rows.len();
        let (rows, choice, pair) = (rows.into_iter(), choice.clone(), pair.clone());
        let _ = self.0.send(Order::Bulk(Box::new(BulkOrder { rows, choice, pair, tell })));
        // Dropping the receiver tells the thread to stop.
        gather(&told, count, watch)
    }
}

fn gather(
    told: &Receiver<Option<Offer>>,
    count: usize,
    watch: &dyn Watch,
) -> Result<Vec<Option<Offer>>, Cancelled> {
    let mut found = Vec::with_capacity(count);
    while found.len() < count {
        watch.report(found.len(), count)?;
        match told.recv_timeout(LOOK_UP) {
            Ok(best) => found.push(best),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread is gone: the window is closing.
            Err(RecvTimeoutError::Disconnected) => return Err(Cancelled),
        }
    }
    watch.report(count, count)?;
    Ok(found)
}

impl Session {
    /// What is asked for the rows that have a source and are content, as they are now.
    #[must_use]
    pub fn bulk_rows(&self, wanted: impl Fn(&Bead) -> bool) -> Vec<BulkRow> {
        let rows = self.beads().iter().enumerate().filter(|(row, bead)| {
            self.rows.is_content(*row) && !bead.source.is_empty() && wanted(bead)
        });
        rows.map(|(row, bead)| BulkRow {
            bead: bead.id,
            text: self.source_text(row),
            context: self.context(row),
            stored: bead.unit.map(|stored| stored.unit),
        })
        .collect()
    }
}
