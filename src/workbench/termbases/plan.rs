//! What is to be done to a termbase, worked out before it is done: a concept stored, concepts
//! taken in from a file or another termbase, deleted, a wrong form forbidden.
//!
//! A plan is changes of concepts as they were then; what somebody else has changed meanwhile is
//! left when it is carried out, and told.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Concept, ConceptId, IdSource, Problem, Term, TermChange, TermKind, TermStatus, Termbase,
    TermbaseId, Timestamp,
};
use crate::terms::doubts;
use crate::text::fold;
use crate::workbench::correcting::Forbidden;

/// Changes of one termbase that are done and undone together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermStep {
    /// The termbase.
    pub base: TermbaseId,
    /// What becomes of its concepts.
    pub changes: Vec<TermChange>,
}

impl TermStep {
    /// The step turned round, its last change first.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(TermChange::inverse).collect();
        Self { base: self.base, changes }
    }
}

/// What a plan is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// Concepts of a file come in.
    Import(String),
    /// Those of another termbase.
    Merge(String),
    /// Concepts are deleted.
    Delete,
}

/// A step that waits for somebody's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermPlan {
    /// What it is.
    pub doing: Doing,
    /// What would be done.
    pub step: TermStep,
    /// Concepts that would be new, changed or deleted, and those that are there as they are.
    pub tally: Tally,
    /// What of a file is passed over.
    pub problems: Vec<Problem>,
    /// Concepts that would be doubtful and are not now.
    pub doubtful: usize,
}

/// How many concepts there are of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Not there yet.
    pub added: usize,
    /// There, and changed.
    pub changed: usize,
    /// There as they are, or later than what comes.
    pub same: usize,
    /// Deleted.
    pub deleted: usize,
}

impl TermPlan {
    /// The plan of concepts that come into a termbase.
    #[must_use]
    pub fn of_incoming(
        base: &Termbase,
        doing: Doing,
        incoming: Vec<Concept>,
        problems: Vec<Problem>,
        now: Timestamp,
    ) -> Self {
        let (changes, tally) = taken_in(base, incoming, now);
        let doubtful = new_doubts(base, &changes);
        let step = TermStep { base: base.header.id, changes };
        Self { doing, step, tally, problems, doubtful }
    }

    /// The plan of concepts that are deleted.
    #[must_use]
    pub fn of_deleted(base: &Termbase, ids: &[ConceptId], now: Timestamp) -> Self {
        let ids: HashSet<ConceptId> = ids.iter().copied().collect();
        let gone = base.live().filter(|concept| ids.contains(&concept.id));
        let changes: Vec<TermChange> = gone
            .map(|concept| {
                let after = Concept { deleted: true, changed: Some(now), ..concept.clone() };
                change(Some(concept), after)
            })
            .collect();
        let tally = Tally { deleted: changes.len(), ..Tally::default() };
        let step = TermStep { base: base.header.id, changes };
        Self { doing: Doing::Delete, step, tally, problems: Vec::new(), doubtful: 0 }
    }
}

/// The change of a concept to a new state.
#[must_use]
pub fn change(before: Option<&Concept>, after: Concept) -> TermChange {
    TermChange { concept: after.id, before: before.cloned(), after: Some(after) }
}

/// Concepts that come in: those that are not there by id or by content, and of a concept that is
/// there the state that was changed later.
fn taken_in(base: &Termbase, incoming: Vec<Concept>, now: Timestamp) -> (Vec<TermChange>, Tally) {
    let mut known: HashSet<String> = base.live().map(content).collect();
    let by_id: HashMap<ConceptId, &Concept> =
        base.concepts.iter().map(|concept| (concept.id, concept)).collect();
    let (mut changes, mut tally) = (Vec::new(), Tally::default());
    for mut concept in incoming {
        let is_known = !concept.deleted && known.contains(&content(&concept));
        match by_id.get(&concept.id) {
            _ if is_known => tally.same += 1,
            None if concept.deleted => {}
            None => {
                known.insert(content(&concept));
                concept.changed.get_or_insert(now);
                changes.push(change(None, concept));
                tally.added += 1;
            }
            // What a table says of a concept that went out of here is later than what is here.
            Some(there) if concept.changed.is_none() || concept.changed > there.changed => {
                concept.changed.get_or_insert(now);
                let gone = concept.deleted && !there.deleted;
                tally.deleted += usize::from(gone);
                tally.changed += usize::from(!gone);
                changes.push(change(Some(there), concept));
            }
            Some(_) => tally.same += 1,
        }
    }
    (changes, tally)
}

/// What makes two concepts the same whatever their ids: kind, terms, notes, times.
pub(crate) fn content(concept: &Concept) -> String {
    let bare = Concept { id: ConceptId::from_bits(0), changed: None, ..concept.clone() };
    format!("{bare:?}")
}

/// How many doubts changes would add.
fn new_doubts(base: &Termbase, changes: &[TermChange]) -> usize {
    let before = doubts(base);
    let mut after = base.clone();
    after.change(changes);
    doubts(&after).into_iter().filter(|doubt| !before.contains(doubt)).count()
}

/// The change that forbids a form: at the concept that has the right one, or has the wrong one
/// as a name to use; else at a new concept of the two.
#[must_use]
pub fn forbidding(
    base: &Termbase,
    form: &Forbidden,
    now: Timestamp,
    ids: &mut dyn IdSource,
) -> Option<TermChange> {
    let is = |term: &Term, text: &str| {
        term.lang.same_base(&form.lang) && fold::case(&term.text) == fold::case(text)
    };
    let having = |text: &str| {
        base.live().find(|concept| !text.is_empty() && concept.terms.iter().any(|t| is(t, text)))
    };
    let wrong = Term {
        status: TermStatus::Forbidden,
        ..Term::preferred(form.lang.clone(), form.wrong.clone())
    };
    let Some(there) = having(&form.right).or_else(|| having(&form.wrong)) else {
        let right = (!form.right.is_empty())
            .then(|| Term::preferred(form.lang.clone(), form.right.clone()));
        let terms = right.into_iter().chain([wrong]).collect();
        let mut concept = Concept::new(ConceptId::fresh(ids), TermKind::Phrase, terms);
        concept.changed = Some(now);
        return Some(change(None, concept));
    };
    let mut after = there.clone();
    match after.terms.iter_mut().find(|term| is(term, &form.wrong)) {
        Some(term) => term.status = TermStatus::Forbidden,
        None => after.terms.push(wrong),
    }
    if !form.right.is_empty() && !after.terms.iter().any(|term| is(term, &form.right)) {
        after.terms.push(Term::preferred(form.lang.clone(), form.right.clone()));
    }
    if after == *there {
        return None;
    }
    after.changed = Some(now);
    Some(change(Some(there), after))
}

/// A concept that has one of some names, to which a further name is added rather than that a
/// second concept is made.
#[must_use]
pub fn named<'a>(base: &'a Termbase, names: &[&Term]) -> Option<&'a Concept> {
    let is_one = |term: &Term| {
        names.iter().any(|name| {
            name.lang.same_base(&term.lang)
                && !name.text.is_empty()
                && fold::case(&name.text) == fold::case(&term.text)
        })
    };
    base.live().find(|concept| concept.terms.iter().any(is_one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeededIds;

    fn concept(id: u64, terms: &[(&str, &str, TermStatus)], changed: Option<&str>) -> Concept {
        let term = |(lang, text, status): &(&str, &str, TermStatus)| Term {
            status: *status,
            ..Term::preferred(lang.parse().expect(lang), (*text).to_owned())
        };
        let terms = terms.iter().map(term).collect();
        let changed = changed.map(|time| time.parse().expect(time));
        Concept { changed, ..Concept::new(ConceptId::from_bits(id), TermKind::Phrase, terms) }
    }

    fn base(concepts: &[Concept]) -> Termbase {
        let mut base = Termbase::new(TermbaseId::from_bits(1), String::new());
        base.concepts = concepts.to_vec();
        base
    }

    fn now() -> Timestamp {
        "2026-03-12T17:00:00Z".parse().expect("a time")
    }

    #[test]
    fn what_comes_in_is_new_later_or_there_already() {
        use TermStatus::Preferred;
        let early = Some("2026-01-01T09:00:00Z");
        let late = Some("2026-02-01T09:00:00Z");
        let base = base(&[
            concept(1, &[("en", "bridge", Preferred)], early),
            concept(2, &[("en", "toll", Preferred)], late),
        ]);
        let incoming = vec![
            concept(1, &[("en", "span", Preferred)], late),
            concept(2, &[("en", "fee", Preferred)], early),
            concept(8, &[("en", "toll", Preferred)], None),
            concept(9, &[("en", "ferry", Preferred), ("en", "boat", Preferred)], None),
        ];
        let plan =
            TermPlan::of_incoming(&base, Doing::Merge("b".into()), incoming, Vec::new(), now());
        assert_eq!(plan.tally, Tally { added: 1, changed: 1, same: 2, deleted: 0 });
        assert_eq!(plan.doubtful, 1, "two preferred names come in");
        let mut after = base.clone();
        assert!(after.change(&plan.step.changes).is_empty());
        assert_eq!(after.concepts.len(), 3);
        assert!(after.change(&plan.step.inverse().changes).is_empty());
        assert_eq!(after, base);
    }

    #[test]
    fn a_wrong_form_is_forbidden_where_the_right_one_is() {
        use TermStatus::{Admitted, Forbidden as Barred, Preferred};
        let form = |wrong: &str, right: &str| Forbidden {
            lang: "en".parse().expect("en"),
            wrong: wrong.to_owned(),
            right: right.to_owned(),
        };
        let base = base(&[
            concept(1, &[("fr", "pont", Preferred), ("en", "bridge", Preferred)], None),
            concept(2, &[("en", "toll", Preferred), ("en", "fee", Admitted)], None),
        ]);
        let check = |form: &Forbidden, expected: Option<&[(&str, TermStatus)]>| {
            let mut ids = SeededIds::new(7);
            let after = forbidding(&base, form, now(), &mut ids).and_then(|change| change.after);
            let terms = after.map(|after| after.terms);
            let found: Option<Vec<_>> = terms.as_ref().map(|terms| {
                let english = terms.iter().filter(|term| term.lang.as_str() == "en");
                english.map(|term| (term.text.as_str(), term.status)).collect()
            });
            assert_eq!(found.as_deref(), expected, "{form:?}");
        };
        check(&form("brigde", "Bridge"), Some(&[("bridge", Preferred), ("brigde", Barred)]));
        check(&form("fee", "toll"), Some(&[("toll", Preferred), ("fee", Barred)]));
        check(&form("farry", "ferry"), Some(&[("ferry", Preferred), ("farry", Barred)]));
        let forbidden = form("toll", "");
        check(&forbidden, Some(&[("toll", Barred), ("fee", Admitted)]));
    }
}
