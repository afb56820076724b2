//! What was done to a memory, told from its revisions: which imports there were, and what
//! each person has done. Each can be taken back ([`super::Plan::take_back`]).
//!
//! An import is a run of new units, written one after the other, that say so in their origin
//! (`TMX import`), or that are older than what stood before them in the file, as only what
//! was brought from elsewhere is. All else is somebody's: who translated a unit, or withdrew
//! it. (A revision does not say who approved it, nor which program wrote it.)

use std::collections::BTreeMap;

use super::ledger::Ledger;
use crate::model::{RevisionId, Timestamp};

/// Clocks of several machines differ by less than this many seconds.
const CLOCKS_DIFFER_SECS: i64 = 3600;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doer {
    /// An import, or a merged file, and what its units say of their origin; that may be empty.
    Import(String),
    /// A person; empty when unknown.
    Person(String),
}

/// Revisions that are taken back together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Who did it.
    pub doer: Doer,
    /// The times of the first and the last revision, as they say.
    pub from: Timestamp,
    /// See `from`.
    pub until: Timestamp,
    /// Units that were not there before.
    pub added: usize,
    /// Units that got other content.
    pub changed: usize,
    /// Units that were withdrawn.
    pub withdrawn: usize,
    /// The slots of the revisions, rising.
    pub slots: Vec<u32>,
}

impl Deed {
    fn of(doer: Doer, at: Timestamp) -> Self {
        let (added, changed, withdrawn) = (0, 0, 0);
        Self { doer, from: at, until: at, added, changed, withdrawn, slots: Vec::new() }
    }

    fn take(&mut self, slot: u32, at: Timestamp, count: fn(&mut Self) -> &mut usize) {
        (self.from, self.until) = (self.from.min(at), self.until.max(at));
        *count(self) += 1;
        self.slots.push(slot);
    }

    /// The revisions, by which it is taken back.
    #[must_use]
    pub fn revisions(&self, ledger: &Ledger) -> Vec<RevisionId> {
        let id = |&slot: &u32| ledger.record(slot).map(|record| record.id);
        self.slots.iter().filter_map(id).collect()
    }
}

/// What was done: the imports, the last one first, then the people by name.
#[must_use]
pub fn deeds(ledger: &Ledger) -> Vec<Deed> {
    let mut imports: Vec<Deed> = Vec::new();
    let mut people: BTreeMap<String, Deed> = BTreeMap::new();
    let mut latest: Option<Timestamp> = None;
    let mut run_goes_on = false;
    for slot in 0..ledger.slots() {
        let Some(record) = ledger.record(slot) else { continue };
        let is_first = ledger.parents(slot).is_empty();
        let origin = record.put.map(|unit| unit.origin).unwrap_or_default();
        let age = |latest: Timestamp| latest.as_second() - record.at.as_second();
        let is_late = latest.is_some_and(|latest| age(latest) > CLOCKS_DIFFER_SECS);
        let count: fn(&mut Deed) -> &mut usize = match (record.put.is_some(), is_first) {
            (false, _) => |deed| &mut deed.withdrawn,
            (true, true) => |deed| &mut deed.added,
            (true, false) => |deed| &mut deed.changed,
        };
        // A unit keeps its origin when somebody edits it: that is not the import's doing.
        let is_import = is_first && (is_late || is_imported(origin));
        if is_import {
            let goes_on = run_goes_on
                && imports.last().is_some_and(|deed| deed.doer == Doer::Import(origin.to_owned()));
            if !goes_on {
                imports.push(Deed::of(Doer::Import(origin.to_owned()), record.at));
            }
            if let Some(deed) = imports.last_mut() {
                deed.take(slot, record.at, count);
            }
        } else {
            let name = record.by.to_owned();
            let new = || Deed::of(Doer::Person(name.clone()), record.at);
            people.entry(name.clone()).or_insert_with(new).take(slot, record.at, count);
            latest = latest.max(Some(record.at));
        }
        run_goes_on = is_import;
    }
    imports.reverse();
    imports.into_iter().chain(people.into_values()).collect()
}

/// Whether units of this origin come from an import: what readers of files write there.
fn is_imported(origin: &str) -> bool {
    origin.ends_with("import")
}
