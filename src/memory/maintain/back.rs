//! Taking back what revisions did: a step, an import, what a person has done.

use std::collections::HashSet;

use super::ledger::Ledger;
use super::past::Past;
use super::plan::{Plan, Step};
use crate::model::{RevisionId, UnitId};

impl Plan {
    /// Takes back what revisions did: each unit is as it was before them. Units that somebody
    /// changed since are left, but for changes that left the content as the revisions had it.
    #[must_use]
    pub fn take_back(ledger: &Ledger, revisions: &[RevisionId]) -> Self {
        let mut plan = Self::empty(ledger);
        let theirs: HashSet<RevisionId> = revisions.iter().copied().collect();
        let mut touched: Vec<(u32, UnitId)> = Vec::new();
        for slot in 0..ledger.slots() {
            if let Some(record) = ledger.record(slot).filter(|r| theirs.contains(&r.id)) {
                touched.push((slot, record.unit));
            }
        }
        let past = Past::of(ledger, touched.iter().map(|(_, unit)| *unit));
        let mut seen = HashSet::new();
        for (slot, unit) in touched.into_iter().rev() {
            if seen.insert(unit) {
                plan.take_back_unit(ledger, &past, &theirs, (slot, unit));
            }
        }
        plan.steps.sort_by_key(|step| step.slot);
        plan.left.sort_unstable();
        plan
    }

    /// `last` is the last of the revisions on that unit.
    fn take_back_unit(
        &mut self,
        ledger: &Ledger,
        past: &Past<'_>,
        theirs: &HashSet<RevisionId>,
        (last, unit): (u32, UnitId),
    ) {
        let is_theirs = |slot: u32| past.id(slot).is_some_and(|id| theirs.contains(&id));
        let content = |slot: u32| ledger.record(slot).and_then(|record| record.put);
        let heads = past.heads(unit);
        let head = heads.last().copied().unwrap_or(last);
        let holds = |head: &u32| is_theirs(*head) || content(*head) == content(last);
        if !heads.iter().all(holds) {
            // What was withdrawn since needs nothing; what was edited stays.
            if heads.iter().any(|&head| content(head).is_some()) {
                self.left.push(head);
            }
            return;
        }
        // The state before the first of them, one after the other.
        let (mut at, mut steps) = (last, past.slots(unit).len());
        let former = loop {
            let Some(&parent) = past.parents(at).last() else { break None };
            if !is_theirs(parent) || steps == 0 {
                break content(parent);
            }
            (at, steps) = (parent, steps - 1);
        };
        let now = content(head);
        if former == now && heads.len() == 1 {
            return;
        }
        let heads = heads.iter().filter_map(|&head| past.id(head)).collect();
        let to = former.map(|unit| Box::new(unit.to_unit()));
        self.steps.push(Step { unit, slot: head, heads, to });
    }
}
