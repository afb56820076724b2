//! The table of a memory's units at the desk: what is shown of it, what is planned, and
//! what was done and can be taken back.
//!
//! What is carried out is written to the file's tail first, under its lock, with what others
//! added in view; then it is taken in, some at a time, as what others add is. So matches,
//! concordance and indexes follow as they follow any addition.

mod doing;

use std::collections::HashMap;
use std::mem::discriminant;
use std::sync::Arc;

use crate::memory::concordance::QuestionError;
use crate::memory::maintain::{Deed, Ledger, Listing, Order, Sieve, SieveError, Wanted};
use crate::model::{MemoryId, Origin, UnitId};
use crate::texts::t;
use crate::workbench::desk::Desk;
use crate::workbench::desk::told::Tone;
use crate::workbench::find::pattern;
use crate::workbench::library::Shelf;
use crate::workbench::maintenance::{Look, Maintainer, News};
use crate::workbench::session::Session;

pub(super) use doing::Maintained;
pub use doing::{Doing, Planned};

use doing::Done;

/// What is shown of a memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// Units that are wanted, in order.
    Units(Box<Wanted>, Order),
    /// Units that say the same twice.
    Duplicates,
    /// Sources with several targets.
    Conflicting,
    /// Units that look wrong.
    Doubtful,
    /// Imports, and what people have done.
    Deeds,
}

impl Default for Sheet {
    fn default() -> Self {
        Self::Units(Box::default(), Order::default())
    }
}

/// The table that is open.
pub struct UnitTable {
    /// Whose units.
    pub memory: MemoryId,
    /// The memory as it was when the list was asked for.
    pub ledger: Arc<Ledger>,
    /// What is shown.
    pub sheet: Sheet,
    /// The units found.
    pub listing: Arc<Listing>,
    /// What was done; of [`Sheet::Deeds`].
    pub deeds: Vec<Deed>,
    /// What is looked for, to mark it in the texts.
    pub sieve: Option<Sieve>,
    /// Whether more may come.
    pub is_looking: bool,
    /// Why what is wanted cannot be looked for.
    pub problem: Option<String>,
    /// What is to be confirmed.
    pub planned: Option<Planned>,
    /// How many rows of the open release were taken from each unit.
    pub uses: HashMap<UnitId, usize>,
    /// Counts up with every list, so that the window knows another one.
    pub edition: u64,
    /// The state of the library that the ledger is of.
    version: u64,
    number: u64,
    /// What is being planned, and what for.
    awaited: Option<(u64, Doing, Arc<Ledger>)>,
}

/// The table, and what was done in it since the program began.
pub(super) struct Maintenance {
    worker: Maintainer,
    table: Option<UnitTable>,
    done: Vec<Done>,
    undone: Vec<Done>,
}

impl Maintenance {
    pub(super) fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let worker = Maintainer::start(wake);
        Self { worker, table: None, done: Vec::new(), undone: Vec::new() }
    }
}

impl Desk {
    /// Opens the table of a memory's units; without one, of the first memory of the open
    /// release's languages, or the first of all.
    pub fn open_units(&mut self, memory: Option<MemoryId>) {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let of_pair = pair.as_ref().and_then(|pair| {
            self.library.of_pair(&pair.source, &pair.target).map(|(shelf, _)| id_of(shelf)).next()
        });
        let first = || self.library.shelves().first().map(id_of);
        let Some(memory) = memory.or(of_pair).or_else(first) else {
            return self.tell(Tone::Notice, t!("memories-none-is-open"));
        };
        self.show_units(memory, Sheet::default());
    }

    /// Closes the table. What was done in it can still be taken back when it is open again.
    pub fn close_units(&mut self) {
        self.maintenance.worker.stop();
        self.maintenance.table = None;
    }

    /// The table that is open.
    #[must_use]
    pub const fn units(&self) -> Option<&UnitTable> {
        self.maintenance.table.as_ref()
    }

    /// Why the units of the open table cannot be changed.
    #[must_use]
    pub fn why_units_stay(&self) -> Option<String> {
        let table = self.units()?;
        let shelf = self.library.shelf(table.memory)?;
        if let Some(why) = self.library.why_read_only(shelf) {
            return Some(why.to_owned());
        }
        let is_read = shelf.is_whole && !self.library.is_receiving(table.memory);
        (!is_read).then(|| t!("using-it-is-still-being-read").to_owned())
    }

    /// Shows something of a memory.
    pub fn show_units(&mut self, memory: MemoryId, sheet: Sheet) {
        let Some(shelf) = self.library.shelf(memory) else { return self.close_units() };
        let version = self.library.version();
        let known = self.units().filter(|t| t.memory == memory && t.version == version);
        let ledger = known.map(|table| Arc::clone(&table.ledger));
        let ledger = ledger.unwrap_or_else(|| Arc::new(shelf.memory.ledger()));
        let uses = self.uses_of_units(memory);
        // What was there stays on show until the new list comes, where its slots are the same.
        let stays = |table: &UnitTable| {
            table.memory == memory
                && discriminant(&table.sheet) == discriminant(&sheet)
                && table.ledger.slots() <= ledger.slots()
        };
        let before = self.maintenance.table.take();
        let edition = before.as_ref().map_or(0, |table| table.edition);
        let before = before.filter(stays);
        let awaited = before.as_ref().and_then(|table| table.awaited.clone());
        let (listing, deeds) =
            before.map_or_else(Default::default, |table| (table.listing, table.deeds));
        let (look, problem) = match look(&sheet) {
            Ok(look) => (Some(look), None),
            Err(error) => (None, Some(said(&error))),
        };
        let sieve = match &look {
            Some(Look::Units(sieve, _)) => Some(Sieve::clone(sieve)),
            _ => None,
        };
        let is_looking = look.is_some();
        let worker = &self.maintenance.worker;
        let number = match look {
            Some(look) => worker.look(Arc::clone(&ledger), look),
            None => worker.stop(),
        };
        self.maintenance.table = Some(UnitTable {
            memory,
            ledger,
            sheet,
            listing,
            deeds,
            sieve,
            is_looking,
            problem,
            planned: None,
            uses,
            edition: edition + 1,
            version,
            number,
            awaited,
        });
    }

    /// How many rows of the open release were taken from each unit of a memory.
    fn uses_of_units(&self, memory: MemoryId) -> HashMap<UnitId, usize> {
        let mut uses = HashMap::new();
        for bead in self.session.iter().flat_map(Session::beads) {
            if let Origin::Match { memory: of, unit, .. } = bead.origin
                && of == memory
            {
                *uses.entry(unit).or_default() += 1;
            }
        }
        uses
    }

    /// Takes in what was found and planned; whether there was anything.
    pub(super) fn take_in_units(&mut self) -> bool {
        let news = self.maintenance.worker.poll();
        let any = !news.is_empty();
        for one in news {
            self.take_units(one);
        }
        self.refresh_units() | any
    }

    /// Waits for what was asked; for tests.
    pub(super) fn settle_units(&mut self) {
        self.refresh_units();
        let news = self.maintenance.worker.settle();
        for one in news {
            self.take_units(one);
        }
    }

    fn take_units(&mut self, news: News) {
        let Some(table) = &mut self.maintenance.table else { return };
        match news {
            News::Listed(number, listing, is_end) if number == table.number => {
                table.listing = Arc::new(listing);
                table.is_looking = !is_end;
                table.edition += 1;
            }
            News::Deeds(number, deeds) if number == table.number => {
                (table.deeds, table.is_looking) = (deeds, false);
                table.edition += 1;
            }
            News::Planned(number, plan) => self.take_plan(number, plan),
            // An answer to what is no longer asked.
            News::Listed(..) | News::Deeds(..) | News::Rested(_) => {}
        }
    }

    /// Looks again where the memory has changed, once all of that is taken in.
    fn refresh_units(&mut self) -> bool {
        let Some(table) = &self.maintenance.table else { return false };
        let is_old = table.version != self.library.version();
        if !is_old || self.library.is_receiving(table.memory) || table.planned.is_some() {
            return false;
        }
        let (memory, sheet) = (table.memory, table.sheet.clone());
        self.show_units(memory, sheet);
        true
    }
}

const fn id_of(shelf: &Shelf) -> MemoryId {
    shelf.memory.header().id
}

/// What the thread is asked for a sheet.
fn look(sheet: &Sheet) -> Result<Look, SieveError> {
    Ok(match sheet {
        Sheet::Units(wanted, order) => Look::Units(Box::new(wanted.compile()?), *order),
        Sheet::Duplicates => Look::Duplicates,
        Sheet::Conflicting => Look::Conflicting,
        Sheet::Doubtful => Look::Doubtful,
        Sheet::Deeds => Look::Deeds,
    })
}

/// Why something cannot be looked for, in the language that is spoken.
fn said(error: &SieveError) -> String {
    match error {
        SieveError::Words(QuestionError::Empty) => t!("concordance-nothing-to-look-for").to_owned(),
        SieveError::Words(QuestionError::Expression(why)) => pattern::said(why),
        SieveError::Date(text) => t!("maintaining-not-a-date", text = text),
    }
}
