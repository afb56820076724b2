//! A filter at work on a session: the rows it hides, and the counts of all choices.

use std::collections::{BTreeMap, HashSet};

use super::Filter;
use super::facet::{Facet, Value};
use super::facts::Facts;
use super::texts::{Texts, Wanted};
use crate::model::{BeadId, Timestamp};
use crate::workbench::session::Session;

/// The filter of a session, and what it hides.
#[derive(Debug, Clone, Default)]
pub struct Sieve {
    filter: Filter,
    hidden: HashSet<BeadId>,
    found: Found,
    texts: Texts,
    facts: Facts,
    opened: Option<Timestamp>,
    /// The rows with unknown words, once they are checked.
    misspelt: Option<HashSet<BeadId>>,
    version: u64,
}

/// What a filter found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// How many rows it lets through.
    pub rows: usize,
    /// How many rows there are.
    pub all: usize,
    /// Of each facet its values, in order, with the rows each would show if it alone
    /// were chosen in its facet and everything else stayed.
    pub values: BTreeMap<Facet, BTreeMap<Value, usize>>,
    /// Why the text cannot be looked for, if so; it then lets everything through.
    pub problem: Option<String>,
}

impl Sieve {
    /// The filter.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What it found when it was set or refreshed last.
    #[must_use]
    pub const fn found(&self) -> &Found {
        &self.found
    }

    /// The rows with unknown words, once they are checked.
    #[must_use]
    pub const fn misspelt(&self) -> Option<&HashSet<BeadId>> {
        self.misspelt.as_ref()
    }

    /// Whether a row is hidden.
    #[must_use]
    pub fn hides(&self, bead: BeadId) -> bool {
        !self.hidden.is_empty() && self.hidden.contains(&bead)
    }

    /// Counts up with every change of what is hidden.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Notes when the release was opened.
    pub(in crate::workbench) fn opened(at: Timestamp) -> Self {
        Self { opened: Some(at), ..Self::default() }
    }

    /// Shows a row until the filter is refreshed: somebody has gone there.
    pub(in crate::workbench) fn show(&mut self, bead: BeadId) {
        if self.hidden.remove(&bead) {
            self.version += 1;
        }
    }
}

impl Session {
    /// The filter and what it hides.
    #[must_use]
    pub const fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    /// Shows the rows that a filter lets through. The active row moves to the nearest
    /// that is shown; where none is, it stays, and is shown.
    pub fn set_filter(&mut self, filter: Filter) {
        self.sift_again(filter, false);
    }

    /// Filters again, as the rows are now.
    pub fn refresh_filter(&mut self) {
        self.sift_again(self.sieve.filter.clone(), true);
    }

    /// Filters again, now that the rows with unknown words are known.
    pub fn set_misspelt(&mut self, misspelt: HashSet<BeadId>) {
        self.sieve.misspelt = Some(misspelt);
        self.refresh_filter();
    }

    fn sift_again(&mut self, filter: Filter, anew: bool) {
        let mut sieve = std::mem::take(&mut self.sieve);
        sieve.filter = filter;
        sieve.texts.follow(self);
        sieve.facts.follow(self, &sieve.texts, sieve.opened, anew);
        let (shown, found) = sift(&sieve, self);
        let beads = self.beads().iter().zip(&shown);
        sieve.hidden = beads.filter(|(_, shown)| !**shown).map(|(bead, _)| bead.id).collect();
        sieve.found = found;
        sieve.version += 1;
        self.sieve = sieve;
        self.stay_shown();
    }

    /// Shows all rows, and forgets the texts that were searched.
    pub fn drop_filter(&mut self) {
        self.sieve.filter = Filter::default();
        self.sieve.hidden.clear();
        self.sieve.found = Found::default();
        self.sieve.texts = Texts::default();
        self.sieve.facts = Facts::default();
        self.sieve.version += 1;
    }

    /// Goes to the nearest row that is shown, the next one first.
    fn stay_shown(&mut self) {
        if self.is_shown(self.row) {
            return;
        }
        let below = (self.row..self.beads().len()).find(|&row| self.is_shown(row));
        match below.or_else(|| (0..self.row).rev().find(|&row| self.is_shown(row))) {
            Some(row) => self.select(row),
            None => self.show_active(),
        }
    }

    /// The active row is shown whatever the filter says.
    pub(in crate::workbench) fn show_active(&mut self) {
        if let Some(id) = self.active_bead().map(|bead| bead.id) {
            self.sieve.show(id);
        }
    }
}

/// Which rows are let through, and the counts.
fn sift(sieve: &Sieve, session: &Session) -> (Vec<bool>, Found) {
    let Sieve { filter, texts, facts, .. } = sieve;
    let mut found = Found { all: session.beads().len(), ..Found::default() };
    let wanted = Wanted::of(filter.text.trim(), filter.regex).unwrap_or_else(|problem| {
        found.problem = Some(problem);
        Wanted::Words(Vec::new())
    });
    let choices = facts.facets.iter().zip(&facts.tables);
    let choices: Vec<Option<Vec<bool>>> = choices
        .map(|(&facet, table)| {
            let lets = || table.iter().map(|value| filter.has(facet, value)).collect();
            (filter.count(facet) > 0).then(lets)
        })
        .collect();
    let mut counts: Vec<Vec<usize>> = facts.tables.iter().map(|t| vec![0; t.len()]).collect();
    let mut shown = Vec::with_capacity(texts.rows.len());
    for (row, text) in texts.rows.iter().enumerate() {
        let away = session.habits.hide_not_content && !session.rows().is_content(row);
        let fits = !away && wanted.is_in(text);
        shown.push(fits && count(facts.row(row), &choices, &mut counts));
    }
    found.rows = shown.iter().filter(|shown| **shown).count();
    for ((facet, table), counts) in facts.facets.iter().zip(&facts.tables).zip(counts) {
        found.values.insert(*facet, table.iter().cloned().zip(counts).collect());
    }
    // What is chosen is listed even where no row has it any more.
    for (facet, values) in &filter.chosen {
        if let Some(list) = found.values.get_mut(facet) {
            for value in values {
                list.entry(value.clone()).or_insert(0);
            }
        }
    }
    (shown, found)
}

/// Counts a row that has the text for the values it would be shown by; whether it is
/// shown. A facet counts it where all others let it through.
fn count(row: &[u32], choices: &[Option<Vec<bool>>], counts: &mut [Vec<usize>]) -> bool {
    let refuses = |place: u32, lets: &Option<Vec<bool>>| {
        let lets = lets.as_ref().map(|lets| lets.get(place as usize).copied().unwrap_or(false));
        lets == Some(false)
    };
    let refusing = row.iter().zip(choices).filter(|(place, lets)| refuses(**place, lets)).count();
    if refusing > 1 {
        return false;
    }
    for ((&place, lets), counts) in row.iter().zip(choices).zip(counts) {
        let others = refusing - usize::from(refuses(place, lets));
        if let Some(count) = counts.get_mut(place as usize).filter(|_| others == 0) {
            *count += 1;
        }
    }
    refusing == 0
}

#[cfg(test)]
mod tests;
