//! The revisions that a plan becomes, checked against what the file has by then.

use std::collections::HashSet;

use super::ledger::Ledger;
use super::past::Past;
use super::plan::Plan;
use crate::model::{IdSource, Revision, RevisionId, Timestamp, UnitChange, UnitId};

/// What a plan becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// The revisions to be written.
    pub revisions: Vec<Revision>,
    /// Units that were changed meanwhile: they stay as they are.
    pub left: Vec<UnitId>,
}

impl Plan {
    /// The revisions that carry it out. `now` is the memory as it is now, `others` what
    /// stands in its file besides; units that are no longer as the plan found them are left.
    /// `by` is who does it, and may be empty.
    pub fn make(
        &self,
        now: &Ledger,
        others: &[Revision],
        by: &str,
        at: Timestamp,
        ids: &mut dyn IdSource,
    ) -> Made {
        let past = Past::of(now, self.steps.iter().map(|step| step.unit));
        let is_known = |revision: &Revision| {
            past.slots(revision.unit).iter().any(|&slot| past.id(slot) == Some(revision.id))
        };
        let news: HashSet<UnitId> =
            others.iter().filter(|other| !is_known(other)).map(|other| other.unit).collect();
        let mut made = Made::default();
        for step in &self.steps {
            let heads: Vec<RevisionId> =
                past.heads(step.unit).into_iter().filter_map(|head| past.id(head)).collect();
            if news.contains(&step.unit) || heads != step.heads {
                made.left.push(step.unit);
                continue;
            }
            let delete = || UnitChange::Delete { by: by.to_owned() };
            let change = step.to.as_deref().map_or_else(delete, |u| UnitChange::Put(u.clone()));
            let id = RevisionId::fresh(ids);
            made.revisions.push(Revision { id, unit: step.unit, parents: heads, at, change });
        }
        made
    }
}
