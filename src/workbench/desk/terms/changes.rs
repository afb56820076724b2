//! What is done to termbases: each is a step of the desk, undone in its turn with what is done
//! to the open release.

use std::path::PathBuf;

use super::super::Desk;
use super::super::told::Tone;
use crate::model::{Concept, ConceptId, Term, TermChange, TermKind, TermbaseId};
use crate::texts::t;
use crate::workbench::command::Command;
use crate::workbench::correcting::Forbidden;
use crate::workbench::termbases::keeper::ReadBase;
use crate::workbench::termbases::plan;
use crate::workbench::termbases::{OpenTerms, TermPlan, TermStep};
use crate::workbench::wide::{Way, WideStep};

/// The names of what is done, as undo tells them.
const STORE: &str = "store a term";
const TAKE_IN: &str = "take terms in";
const DELETE: &str = "delete terms";

impl Desk {
    /// Stores a concept in a termbase: a new one, or a new state of one that is there.
    pub fn store_concept(&mut self, base: TermbaseId, mut concept: Concept) {
        let Some(open) = self.terms.bases.get(base) else { return };
        if let Some(why) = open.why_read_only() {
            let text = t!("termbases-cannot-be-changed", name = open.name(), why = why);
            return self.tell(Tone::Notice, text);
        }
        let before = open.base.concepts.iter().find(|there| there.id == concept.id).cloned();
        let name = open.name();
        if before.as_ref() == Some(&concept) {
            return;
        }
        let now = (self.new_env)(&self.settings.author).now();
        concept.changed = Some(now);
        let term = concept.terms.first().map(|term| term.text.clone()).unwrap_or_default();
        let changes = vec![plan::change(before.as_ref(), concept)];
        let done = t!("termbases-stored", term = term, name = name);
        self.do_terms(STORE, TermStep { base, changes }, done);
    }

    /// Stores new concepts in a termbase, as one step.
    pub(super) fn store_new(&mut self, base: TermbaseId, concepts: Vec<Concept>, done: String) {
        let now = (self.new_env)(&self.settings.author).now();
        let changes = concepts
            .into_iter()
            .map(|concept| plan::change(None, Concept { changed: Some(now), ..concept }));
        let changes = changes.collect();
        self.do_terms(STORE, TermStep { base, changes }, done);
    }

    /// A concept to begin a form with: the one of a termbase that has one of the names, with
    /// those of them that it lacks; else a new one.
    pub fn concept_with(&mut self, base: TermbaseId, terms: Vec<Term>) -> Concept {
        let mut env = (self.new_env)(&self.settings.author);
        let names: Vec<&Term> = terms.iter().collect();
        let there = self.terms.bases.get(base).and_then(|open| plan::named(&open.base, &names));
        let Some(there) = there else {
            return Concept::new(ConceptId::fresh(env.ids()), TermKind::Phrase, terms);
        };
        let mut concept = there.clone();
        for term in terms {
            let is_it = |other: &&mut Term| {
                other.lang.same_base(&term.lang)
                    && crate::text::fold::case(&other.text) == crate::text::fold::case(&term.text)
            };
            match concept.terms.iter_mut().find(is_it) {
                // What is forbidden now was a name before.
                Some(other) if term.status == crate::model::TermStatus::Forbidden => {
                    other.status = term.status;
                }
                Some(_) => {}
                None => concept.terms.push(term),
            }
        }
        concept
    }

    /// Carries out a plan that somebody has seen.
    pub fn carry_out_terms(&mut self) {
        let Some(TermPlan { doing, step, tally, .. }) = self.terms.table.take_plan() else {
            return;
        };
        let open = self.terms.bases.get(step.base);
        let name = open.map(OpenTerms::name).unwrap_or_default();
        let (name_of, done) = match doing {
            plan::Doing::Delete => {
                (DELETE, t!("termbases-deleted", count = tally.deleted, name = name))
            }
            plan::Doing::Import(from) | plan::Doing::Merge(from) => (
                TAKE_IN,
                t!(
                    "termbases-taken-in",
                    from = from,
                    name = name,
                    added = tally.added,
                    changed = tally.changed + tally.deleted
                ),
            ),
        };
        self.do_terms(name_of, step, done);
    }

    /// Forbids a wrong form in a termbase, as part of the step of a number.
    pub(in super::super) fn forbid_form(
        &mut self,
        number: u64,
        base: TermbaseId,
        form: &Forbidden,
    ) {
        let Some(open) = self.terms.bases.get(base) else { return };
        let mut env = (self.new_env)(&self.settings.author);
        let now = env.now();
        let Some(change) = plan::forbidding(&open.base, form, now, env.ids()) else { return };
        let done = t!("termbases-forbidden", term = form.wrong, name = open.name());
        let step = TermStep { base, changes: vec![change] };
        self.terms.steps.insert(number, vec![step.clone()]);
        self.order_terms(step, Some(done));
    }

    /// Does a step to a termbase, and notes it for undo.
    fn do_terms(&mut self, name: &'static str, step: TermStep, done: String) {
        if step.changes.is_empty() {
            return;
        }
        let number = self.wide.next_number();
        let wide = WideStep { number, name, units: Vec::new(), releases: Vec::new() };
        let can_note = self.session.as_ref().is_none_or(|session| !session.is_read_only());
        if can_note {
            self.note_wide(wide);
        } else {
            self.wide.push(wide);
        }
        self.terms.steps.insert(number, vec![step.clone()]);
        self.order_terms(step, Some(done));
    }

    fn order_terms(&mut self, step: TermStep, done: Option<String>) {
        let Some(open) = self.terms.bases.get(step.base) else { return };
        let base = std::sync::Arc::clone(&open.base);
        self.terms.changes += 1;
        let number = self.terms.changes;
        self.terms.to_tell.extend(done.map(|done| (number, done)));
        self.terms.keeper.change(number, base, step);
    }

    /// Does the part of a step over memories and releases that is a termbase's.
    pub(in super::super) fn go_terms(&mut self, number: u64, way: Way) {
        for step in self.terms.steps.get(&number).cloned().unwrap_or_default() {
            let step = match way {
                Way::Undo => step.inverse(),
                Way::Redo => step,
            };
            self.order_terms(step, None);
        }
    }

    /// Takes the last step back, or does it again, where it is one of termbases: for the table
    /// of terms, in which nothing else is undone.
    pub fn undo_terms(&mut self, way: Way) {
        let session = self.session.as_ref();
        let is_there = session.is_some_and(|session| match way {
            Way::Undo => session.undo_patch().is_some(),
            Way::Redo => session.redo_patch().is_some(),
        });
        let number = if is_there {
            session.and_then(|session| session.wide_step(way))
        } else {
            self.wide.next(way)
        };
        if number.is_some_and(|number| self.terms.steps.contains_key(&number)) {
            self.undo_or_redo(match way {
                Way::Undo => Command::Undo,
                Way::Redo => Command::Redo,
            });
        } else {
            self.tell(Tone::Notice, t!("termbases-nothing-to-undo"));
        }
    }

    pub(super) fn take_changed(
        &mut self,
        number: u64,
        read: ReadBase,
        left: &[TermChange],
        aside: Option<PathBuf>,
    ) {
        let id = self.shelve_terms(read);
        let name = self.terms.bases.get(id).map(OpenTerms::name).unwrap_or_default();
        if let Some(path) = aside {
            let text = t!("termbases-kept-aside", name = name, path = path.display());
            self.tell(Tone::Notice, text);
        }
        let done = self.terms.to_tell.remove(&number);
        if let Some(first) = left.first() {
            let concept = first.before.as_ref().or(first.after.as_ref());
            let term = concept.and_then(|concept| concept.terms.first());
            let term = term.map(|term| term.text.clone()).unwrap_or_default();
            let text = t!("termbases-left", count = left.len(), term = term, name = name);
            self.tell(Tone::Notice, text);
        } else if let Some(done) = done {
            self.tell(Tone::Done, done);
        }
    }
}
