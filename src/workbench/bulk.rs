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
use crate::memory::{Consulted, Query, lookup_among};
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
    pub(super) memories: Vec<Consulted<'a>>,
    pub(super) aligned: &'a Aligned,
    /// All memories, of whatever pair.
    pub(super) all: Vec<MemoryId>,
}

impl Hand<'_> {
    /// The best acceptable match of a row, as it would be offered for it.
    pub(super) fn best(&self, row: &BulkRow, choice: &Choice) -> Option<Offer> {
        let memories = self.memories.iter();
        let chosen: Vec<Consulted> =
            memories.filter(|one| choice.takes(one.memory.header().id)).copied().collect();
        let (text, context) = (row.text.as_str(), row.context);
        let query = Query { context, threshold: choice.from, top: TOP, ..Query::new(text) };
        let found = lookup_among(&chosen, &query);
        let mut offers = found.into_iter().map(|found| Offer::of(found, text, self.pair));
        let accepts = |offer: &Offer| choice.accepts(offer, row);
        if !choice.aligned || !self.aligned.serves(&self.pair.source, &self.pair.target) {
            return offers.find(accepts);
        }
        let mut offers: Vec<Offer> = offers.collect();
        let holds = |id| self.all.contains(&id);
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

/// The watch of some rows' look-ups among all, told in rows whatever it is told in.
pub(super) struct Part<'a> {
    pub(super) watch: &'a dyn Watch,
    pub(super) before: usize,
    pub(super) count: usize,
    pub(super) all: usize,
}

impl Watch for Part<'_> {
    fn report(&self, done: usize, total: usize) -> Result<(), Cancelled> {
        let done = (self.count * done).checked_div(total).unwrap_or(0);
        self.watch.report(self.before + done, self.all)
    }
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
        let count = rows.len();
        let watch = Part { watch, before: 0, count, all: count };
        let found = share::each(pieces.len(), &watch, &|place, watch| {
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::memory::Memory;
    use crate::model::{MemoryFile, Revision, Timestamp, Unit, UnitStatus, Unwatched};
    use crate::store::testing::MemoryFiles;
    use crate::text::segment::Cutting;
    use crate::workbench::library::Kind;
    use crate::workbench::seeker::Seeker;
    use crate::workbench::{Env, intake, sample};
    use proptest::prelude::*;

    fn env() -> Env {
        Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), 1, "Anna")
    }

    /// A release of a text, and a shelf with a memory of these sources.
    fn desk(text: &str, known: &[String], seeker: Option<&Seeker>) -> (Session, Library) {
        let mut env = env();
        let (french, english) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let cutting = Cutting::default();
        let document = intake::document_in(text, "", Some(&french), &cutting, &mut env);
        let project = intake::from_one(document, english, &mut env);
        let mut library = Library::new(Arc::new(MemoryFiles::new()), PathBuf::from("/home"));
        if let Some(seeker) = seeker {
            library.follow(seeker);
        }
        let (french, english) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("house", french, english, env.ids());
        for (number, source) in known.iter().enumerate() {
            let target = format!("Target {number} of 12");
            let unit = Unit::plain(source, &target, UnitStatus::Published);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, env.ids()));
        }
        library.put(Memory::new(file), None, Kind::Shared, Vec::new());
        for file in sample::memories() {
            library.put(Memory::new(file), None, Kind::Bundled, Vec::new());
        }
        (Session::new(project, None, env), library)
    }

    /// What all rows are offered by the panel first, and in bulk.
    fn both(session: &mut Session, library: &Library, bulk: &dyn Bulk) -> [Vec<Option<Offer>>; 2] {
        let rows = session.bulk_rows(|_| true);
        let pair = session.pair().expect("a pair");
        let choice = Choice::all_from(session.habits.show_from);
        let found = bulk.best_of(rows.clone(), &choice, &pair, &Unwatched).expect("found");
        let mut panel = Vec::new();
        for asked in rows {
            let row = session.translation().and_then(|of| of.row_of(asked.bead)).expect("a row");
            panel.push(session.matches(row, library).first().cloned());
        }
        [panel, found]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_panel_and_the_bulk_offer_the_same(
            rows in prop::collection::vec("[A-C][abé]{1,2}( [abé1]{1,3}){0,6}\\.", 1..12),
            known in prop::collection::vec("[A-C][abé]{1,2}( [abé1]{1,3}){0,6}\\.", 0..12),
            confirmed in prop::collection::vec(0..12_usize, 0..3),
        ) {
            let (mut session, mut library) = desk(&rows.join("\n\n"), &known, None);
            session.habits.draft_on_entry = false;
            for row in confirmed {
                // A row that was stored is no match of itself.
                if row < session.beads().len() && session.rows().is_content(row) {
                    session.select(row);
                    session.type_target("Done.").expect("typed");
                    session.confirm(&mut library).expect("confirmed");
                }
            }
            let [panel, found] = both(&mut session, &library, &library);
            prop_assert_eq!(panel, found);
        }
    }

    #[test]
    fn on_the_sample_the_thread_finds_what_the_library_finds() {
        let seeker = Seeker::start(Arc::new(|| {}));
        let (mut session, library) = desk(sample::LATER, &[], Some(&seeker));
        let [panel, found] = both(&mut session, &library, &library);
        assert_eq!(panel, found);
        assert!(found.iter().flatten().count() > 3, "{found:?}");
        let [_, on_thread] = both(&mut session, &library, &seeker.line());
        assert_eq!(on_thread, found);
    }

    #[test]
    fn a_cancel_ends_a_wait_for_the_thread() {
        struct Stopped;
        impl Watch for Stopped {
            fn report(&self, _: usize, _: usize) -> Result<(), Cancelled> {
                Err(Cancelled)
            }
        }
        let seeker = Seeker::start(Arc::new(|| {}));
        let (session, _library) = desk(sample::LATER, &[], Some(&seeker));
        let (rows, pair) = (session.bulk_rows(|_| true), session.pair().expect("a pair"));
        let choice = Choice::all_from(50);
        let line = seeker.line();
        assert_eq!(line.best_of(rows.clone(), &choice, &pair, &Stopped), Err(Cancelled));
        let after = line.best_of(rows.clone(), &choice, &pair, &Unwatched).expect("goes on");
        assert_eq!(after.len(), rows.len());
    }

    #[test]
    fn a_memory_not_chosen_is_not_asked_and_repaired_matches_can_be_left() {
        let known = ["Le pont sera ouvert le 12 mai.".to_owned()];
        let (session, library) = desk("Le pont sera ouvert le 13 mai.\n", &known, None);
        let (rows, pair) = (session.bulk_rows(|_| true), session.pair().expect("a pair"));
        let best = |choice: &Choice| {
            let found = library.best_of(rows.clone(), choice, &pair, &Unwatched);
            found.expect("found").into_iter().flatten().next()
        };
        let all = Choice::all_from(75);
        assert!(best(&all).is_some());
        assert!(best(&Choice { from: 101, ..all.clone() }).is_none());
        assert!(best(&Choice { memories: Some(Vec::new()), ..all.clone() }).is_none());
        let left = best(&Choice { repaired: false, ..all.clone() });
        assert!(left.is_none_or(|offer| offer.repaired.is_none()));
    }
}
