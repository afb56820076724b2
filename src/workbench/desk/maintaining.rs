//! The table of a memory's units at the desk: what is shown of it, what is planned, and
//! what was done and can be taken back.
//!
//! What is carried out is written to the file's tail first, under its lock, with what others
//! added in view; then it is taken in, some at a time, as what others add is. So matches,
//! concordance and indexes follow as they follow any addition.

use std::collections::HashMap;
use std::mem::discriminant;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::memory::MemoryError;
use crate::memory::concordance::QuestionError;
use crate::memory::maintain::plan::Counts;
use crate::memory::maintain::{
    Deed, Ledger, Listing, Made, Order, Plan, Sieve, SieveError, Wanted,
};
use crate::model::{MemoryId, Origin, Revision, RevisionId, UnitId, Watch};
use crate::store::StoreError;
use crate::store::memory::{Bookmark, Decided, append_deciding};
use crate::texts::{Spoken, t};
use crate::workbench::find::pattern;
use crate::workbench::library::Shelf;
use crate::workbench::maintenance::{Intent, Look, Maintainer, News};
use crate::workbench::session::Session;

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

/// What somebody does to units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doing {
    /// Gives one other texts.
    Edit,
    /// Deletes them.
    Delete,
    /// Makes one of those that say the same.
    Merge,
    /// Takes back an import, or what a person did.
    RollBack,
    /// Takes back the last step.
    Undo,
    /// Does it again.
    Redo,
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

/// A plan that waits for somebody's word.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What for.
    pub doing: Doing,
    /// What it does.
    pub counts: Counts,
    /// The plan.
    pub plan: Arc<Plan>,
    /// The units it was made of.
    pub ledger: Arc<Ledger>,
}

/// A step that can be taken back.
struct Done {
    memory: MemoryId,
    revisions: Vec<RevisionId>,
}

/// The table, and what was done in it since the program began.
pub(super) struct Maintenance {
    worker: Maintainer,
    table: Option<UnitTable>,
    done: Vec<Done>,
    undone: Vec<Done>,
}

/// What was carried out.
pub(super) struct Maintained {
    memory: MemoryId,
    doing: Doing,
    counts: Counts,
    left: usize,
    result: Result<(Decided, (Bookmark, Bookmark)), StoreError>,
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

    /// Plans something for units of the open table. What concerns one unit is done at once;
    /// for more the plan waits in [`UnitTable::planned`].
    pub fn plan_units(&mut self, doing: Doing, intent: Intent) {
        if let Some(why) = self.why_units_stay() {
            return self.tell(Tone::Notice, t!("units-cannot-be-changed", why = why));
        }
        let maintenance = &mut self.maintenance;
        let Some(table) = &mut maintenance.table else { return };
        let ledger = Arc::clone(&table.ledger);
        let number = maintenance.worker.plan(Arc::clone(&ledger), intent, &self.settings.author);
        (table.planned, table.awaited) = (None, Some((number, doing, ledger)));
    }

    /// Takes back the last step that was done in this memory.
    pub fn undo_units(&mut self) {
        self.step_back(Doing::Undo);
    }

    /// Does again what was taken back last.
    pub fn redo_units(&mut self) {
        self.step_back(Doing::Redo);
    }

    fn step_back(&mut self, doing: Doing) {
        let Some(memory) = self.units().map(|table| table.memory) else { return };
        let steps = self.maintenance.steps(doing);
        let last = steps.iter().rev().find(|done| done.memory == memory);
        match last.map(|done| done.revisions.clone()) {
            Some(revisions) => self.plan_units(doing, Intent::TakeBack(revisions)),
            None => self.tell(Tone::Notice, t!("maintaining-nothing-to-take-back")),
        }
    }

    /// Gives the plan up that waits.
    pub fn give_up_plan(&mut self) {
        if let Some(table) = &mut self.maintenance.table {
            table.planned = None;
        }
    }

    /// Carries the plan out that waits, as a job.
    pub fn carry_out_plan(&mut self) {
        let planned = self.maintenance.table.as_mut().and_then(|table| table.planned.take());
        let Some(Planned { doing, counts, plan, .. }) = planned else { return };
        if let Some(why) = self.why_units_stay() {
            return self.tell(Tone::Notice, t!("units-cannot-be-changed", why = why));
        }
        // What was confirmed before goes to the file before.
        self.save_units();
        let Some(shelf) = self.library.shelf(plan.memory) else { return };
        let (now, header) = (shelf.memory.ledger(), shelf.memory.header().clone());
        let Some((path, mark)) = self.library.read_so_far(plan.memory) else { return };
        let files = Arc::clone(&self.files);
        let author = self.settings.author.clone();
        let mut env = (self.new_env)(&author);
        self.jobs.start(t!("maintaining-changing-units"), move |watch| {
            watch.report(0, 1)?;
            let (mut left, mut next) = (0, mark.clone());
            let mut decide = |others: &[Revision]| {
                let at = env.now();
                let Made { revisions, left: stay } =
                    plan.make(&now, others, &author, at, env.ids());
                left = stay.len();
                revisions
            };
            let done = append_deciding(files.as_ref(), &path, &header, &mut next, &mut decide);
            let result = done.map(|decided| (decided, (mark, next)));
            let memory = plan.memory;
            let maintained = Maintained { memory, doing, counts, left, result };
            Ok(Outcome::Maintained(Box::new(maintained)))
        });
    }

    /// Takes in what was written to the file.
    pub(super) fn take_maintained(&mut self, maintained: Maintained) {
        let Maintained { memory, doing, counts, left, result } = maintained;
        let (decided, marks) = match result {
            Ok(done) => done,
            Err(error) => {
                return self.tell(Tone::Wrong, t!("maintaining-nothing-was-changed", why = error));
            }
        };
        let Decided { mut others, own } = decided;
        let revisions: Vec<RevisionId> = own.iter().map(|revision| revision.id).collect();
        let count = own.len();
        others.extend(own);
        self.library.receive_by_and_by(memory, others, marks);
        self.maintenance.take_step(doing, Done { memory, revisions });
        let text = done(doing, count);
        let stayed = left + counts.left;
        if stayed > 0 {
            let text = t!("maintaining-and-left", done = text, left = stayed);
            self.tell(Tone::Notice, text);
        } else {
            self.tell(Tone::Done, text);
        }
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

    fn take_plan(&mut self, number: u64, plan: Result<Plan, MemoryError>) {
        let Some(table) = &mut self.maintenance.table else { return };
        let is_it = table.awaited.as_ref().is_some_and(|(awaited, ..)| *awaited == number);
        let Some((_, doing, ledger)) = table.awaited.take_if(|_| is_it) else { return };
        let plan = match plan {
            Ok(plan) => plan,
            Err(error) => return self.tell(Tone::Notice, refused(&error)),
        };
        let counts = plan.counts(&ledger);
        if plan.steps.is_empty() {
            let text = if counts.left > 0 {
                t!("maintaining-all-were-changed-since", count = counts.left)
            } else {
                t!("maintaining-there-is-nothing-to-do").to_owned()
            };
            return self.tell(Tone::Notice, text);
        }
        let is_told = plan.steps.len() > 1 || doing == Doing::RollBack;
        table.planned = Some(Planned { doing, counts, plan: Arc::new(plan), ledger });
        // One unit, or a step that can be taken back itself, needs no question.
        if !is_told || matches!(doing, Doing::Undo | Doing::Redo) {
            self.carry_out_plan();
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

impl Maintenance {
    /// The steps that can be taken back, or done again.
    const fn steps(&self, doing: Doing) -> &Vec<Done> {
        match doing {
            Doing::Redo => &self.undone,
            _ => &self.done,
        }
    }

    /// Remembers a step, so that it can be taken back.
    fn take_step(&mut self, doing: Doing, step: Done) {
        let forget = |steps: &mut Vec<Done>| {
            let last = steps.iter().rposition(|done| done.memory == step.memory);
            last.map(|last| steps.remove(last))
        };
        match doing {
            Doing::Undo => {
                let _ = forget(&mut self.done);
                self.undone.push(step);
            }
            Doing::Redo => {
                let _ = forget(&mut self.undone);
                self.done.push(step);
            }
            Doing::Edit | Doing::Delete | Doing::Merge | Doing::RollBack => {
                self.undone.retain(|done| done.memory != step.memory);
                self.done.push(step);
            }
        }
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

/// Why an edit is refused, in the language that is spoken.
fn refused(error: &MemoryError) -> String {
    match error {
        MemoryError::Empty { .. } => t!("maintaining-a-side-is-empty").to_owned(),
        MemoryError::NotApproved { memory, status } => {
            t!("maintaining-takes-only-approved", name = memory, status = status.spoken())
        }
        MemoryError::ReadOnly { .. } | MemoryError::NoSuchUnit { .. } => error.to_string(),
    }
}

/// What was done, in a sentence.
fn done(doing: Doing, count: usize) -> String {
    match doing {
        Doing::Edit => t!("maintaining-edited", count = count),
        Doing::Delete => t!("maintaining-deleted", count = count),
        Doing::Merge => t!("maintaining-merged", count = count),
        Doing::RollBack => t!("maintaining-rolled-back", count = count),
        Doing::Undo => t!("maintaining-undone", count = count),
        Doing::Redo => t!("maintaining-done-again", count = count),
    }
}
