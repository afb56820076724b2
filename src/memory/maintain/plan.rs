//! What would be done to units: made first, so that it can be told and looked at; carried
//! out then ([`super::making`]).

use std::collections::HashSet;

use super::ledger::Ledger;
use super::listing::{Line, Listing, Note};
use super::past::Past;
use crate::memory::error::MemoryError;
use crate::memory::live::Stored;
use crate::model::{MemoryId, RevisionId, Unit, UnitId, UnitStatus, UnitTag, UnitTags, UpdateRule};

/// What becomes of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The unit.
    pub unit: UnitId,
    /// The slot of its state, to be shown.
    pub slot: u32,
    /// Its states when the plan was made: where it has others by then, it is left as it is.
    pub heads: Vec<RevisionId>,
    /// Its content then; `None` where it is withdrawn.
    pub to: Option<Box<Unit>>,
}

/// What would be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// To which memory.
    pub memory: MemoryId,
    /// The units that change.
    pub steps: Vec<Step>,
    /// The slots of units that are left as they are, because they were changed since.
    pub left: Vec<u32>,
}

/// How many units a plan changes, in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// They are withdrawn.
    pub withdrawn: usize,
    /// They get other content.
    pub changed: usize,
    /// They are there again.
    pub restored: usize,
    /// They are left, because they were changed since.
    pub left: usize,
}

impl Plan {
    pub(super) fn empty(ledger: &Ledger) -> Self {
        Self { memory: ledger.header().id, steps: Vec::new(), left: Vec::new() }
    }

    /// How many units it changes.
    #[must_use]
    pub fn counts(&self, ledger: &Ledger) -> Counts {
        let mut counts = Counts { left: self.left.len(), ..Counts::default() };
        for step in &self.steps {
            match (&step.to, ledger.unit(step.slot)) {
                (None, _) => counts.withdrawn += 1,
                (Some(_), Some(_)) => counts.changed += 1,
                (Some(_), None) => counts.restored += 1,
            }
        }
        counts
    }

    /// Gives a unit other texts. It is by whoever does it then, `by`, where that is known;
    /// who approved the former text did not approve this one.
    ///
    /// # Errors
    /// A side is empty, or the memory takes only what is approved and this is not, or is read
    /// only, or the unit is gone.
    pub fn edit(
        ledger: &Ledger,
        slot: u32,
        [source, target]: [&str; 2],
        by: &str,
    ) -> Result<Self, MemoryError> {
        let mut plan = Self::empty(ledger);
        let Some(stored) = ledger.unit(slot) else { return Ok(plan) };
        let before = stored.unit.to_unit();
        let tags = UnitTags {
            source: moved(&before.tags.source, &before.source, source),
            target: moved(&before.tags.target, &before.target, target),
        };
        let (source, target) = (source.to_owned(), target.to_owned());
        let mut unit = Unit { source, target, tags, ..before.clone() };
        if unit == before {
            return Ok(plan);
        }
        if !by.is_empty() {
            by.clone_into(&mut unit.author);
        }
        if unit.approver != by {
            unit.approver = String::new();
        }
        may_enter(ledger, &unit)?;
        let past = Past::of(ledger, [stored.id]);
        plan.steps.push(step(&past, &stored, slot, Some(unit)));
        Ok(plan)
    }

    /// Withdraws units. Of a unit in conflict only the states chosen: the other one holds.
    #[must_use]
    pub fn delete(ledger: &Ledger, slots: &[u32]) -> Self {
        let mut plan = Self::empty(ledger);
        let mut chosen: Vec<(u32, Stored<'_>)> =
            slots.iter().filter_map(|&slot| Some((slot, ledger.unit(slot)?))).collect();
        chosen.sort_by_key(|(slot, stored)| (stored.id, *slot));
        let past = Past::of(ledger, chosen.iter().map(|(_, stored)| stored.id));
        for states in chosen.chunk_by(|a, b| a.1.id == b.1.id) {
            let Some((slot, stored)) = states.first() else { continue };
            let is_chosen = |slot: &u32| states.iter().any(|(chosen, _)| chosen == slot);
            let heads = past.heads(stored.id);
            let rest = heads.into_iter().filter(|head| !is_chosen(head));
            let rest = rest.filter_map(|slot| ledger.unit(slot)).next_back();
            plan.steps.push(step(&past, stored, *slot, rest.map(|rest| rest.unit.to_unit())));
        }
        plan.steps.sort_by_key(|step| step.slot);
        plan
    }

    /// Makes one unit of those that say the same: the groups of `duplicates` that lines of
    /// `chosen` slots belong to. The one that is kept takes over neighbours, codes and
    /// release where it knows none.
    #[must_use]
    pub fn merge(ledger: &Ledger, duplicates: &Listing, chosen: &HashSet<u32>) -> Self {
        let mut plan = Self::empty(ledger);
        let lines = &duplicates.lines;
        let past =
            Past::of(ledger, lines.iter().filter_map(|line| Some(ledger.unit(line.slot)?.id)));
        for group in lines.chunk_by(|a, b| a.group == b.group) {
            if group.iter().any(|line| chosen.contains(&line.slot)) {
                plan.merge_group(ledger, &past, group);
            }
        }
        plan
    }

    fn merge_group(&mut self, ledger: &Ledger, past: &Past<'_>, group: &[Line]) {
        let unit = |line: &Line| Some((line.slot, ledger.unit(line.slot)?));
        let Some((slot, kept)) = group.iter().find(|l| l.note == Note::Kept).and_then(unit) else {
            return;
        };
        let twins: Vec<(u32, Stored<'_>)> =
            group.iter().filter(|line| line.note == Note::Twin).filter_map(unit).collect();
        let before = kept.unit.to_unit();
        let mut after = before.clone();
        for (_, twin) in &twins {
            take_over(&mut after, &twin.unit.to_unit());
        }
        let own = twins.iter().any(|(_, twin)| twin.id == kept.id);
        if after != before || own {
            self.steps.push(step(past, &kept, slot, Some(after)));
        }
        let mut gone: HashSet<UnitId> = [kept.id].into();
        for (slot, twin) in &twins {
            if gone.insert(twin.id) {
                self.steps.push(step(past, twin, *slot, None));
            }
        }
    }
}

fn step(past: &Past<'_>, stored: &Stored<'_>, slot: u32, to: Option<Unit>) -> Step {
    let heads = past.heads(stored.id).into_iter().filter_map(|head| past.id(head)).collect();
    Step { unit: stored.id, slot, heads, to: to.map(Box::new) }
}

/// What a unit does not know, and a twin of it does.
fn take_over(unit: &mut Unit, twin: &Unit) {
    if unit.context.is_unknown() {
        unit.context = twin.context;
    }
    if unit.tags.is_empty() && unit.source == twin.source && unit.target == twin.target {
        unit.tags = twin.tags.clone();
    }
    if unit.release.is_empty() && unit.date.is_none() {
        unit.release.clone_from(&twin.release);
        unit.date = twin.date;
    }
}

/// Whether a memory takes an edited unit.
fn may_enter(ledger: &Ledger, unit: &Unit) -> Result<(), MemoryError> {
    let memory = || ledger.header().name.clone();
    for (text, side) in [(&unit.source, "source"), (&unit.target, "target")] {
        if text.trim().is_empty() {
            return Err(MemoryError::Empty { side });
        }
    }
    match ledger.header().rule {
        UpdateRule::ReadOnly => Err(MemoryError::ReadOnly { memory: memory() }),
        UpdateRule::Approved if unit.status < UnitStatus::Approved => {
            Err(MemoryError::NotApproved { memory: memory(), status: unit.status })
        }
        UpdateRule::Approved | UpdateRule::Confirmed => Ok(()),
    }
}

/// Inline codes where they stand in the text as it is now: those in what was replaced stand
/// behind it.
fn moved(tags: &[UnitTag], before: &str, after: &str) -> Vec<UnitTag> {
    if before == after || tags.is_empty() {
        return tags.to_vec();
    }
    let [old, new]: [Vec<char>; 2] = [before, after].map(|text| text.chars().collect());
    let most = old.len().min(new.len());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(most - head);
    let place = |at: usize| match old.len().saturating_sub(at) {
        _ if at <= head => at,
        from_end => new.len() - from_end.min(tail),
    };
    tags.iter().map(|tag| UnitTag { at: place(tag.at), ..tag.clone() }).collect()
}
