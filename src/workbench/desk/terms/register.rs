//! The names of the open release that no termbase has, looked for as a job.

use super::super::{Desk, Outcome};
use crate::memory::Direction;
use crate::model::{Concept, ConceptId, Term, TermbaseId};
use crate::texts::t;
use crate::workbench::checks::Checked;
use crate::workbench::library;
use crate::workbench::termbases::names::{NewName, new_names};

/// The names that were found.
#[derive(Debug, Clone, Default)]
pub struct NameList {
    /// The names, in the order of the release.
    pub names: Vec<NewName>,
}

/// What is looked for.
#[derive(Debug, Default)]
pub(super) struct Register {
    number: u64,
    job: Option<u64>,
    found: Option<NameList>,
}

impl Desk {
    /// Looks for the names of the open release that no termbase in use has.
    pub fn seek_names(&mut self) {
        self.stop_seeking_names();
        let Some(session) = &self.session else { return };
        let Some(translation) = session.translation() else { return };
        let checked = Checked::of(session.project(), translation);
        let (source, target) = (session.source_lang().clone(), translation.lang().clone());
        let memories = self.library.shelves().iter().filter_map(|shelf| {
            let way = library::direction(shelf.memory.header(), &source, &target)?;
            Some((shelf.memory.corpus(Direction::Forward), way))
        });
        let memories = memories.collect();
        let terms = self.terms.in_use.as_ref().map(|(_, terms)| std::sync::Arc::clone(terms));
        let number = self.terms.register.number;
        let job = self.jobs.start(t!("names-looking"), move |watch| {
            let names = new_names(&checked.sheet, terms.as_deref(), &memories, watch)?;
            Ok(Outcome::NewNames(number, names))
        });
        self.terms.register.job = Some(job);
    }

    /// Ends the search, and forgets what was found.
    pub fn stop_seeking_names(&mut self) {
        if let Some(job) = self.terms.register.job.take() {
            self.jobs.cancel(job);
        }
        self.terms.register.number += 1;
        self.terms.register.found = None;
    }

    /// The names, where they are found.
    #[must_use]
    pub const fn new_names(&self) -> Option<&NameList> {
        self.terms.register.found.as_ref()
    }

    pub(in super::super) fn take_new_names(&mut self, number: u64, names: Vec<NewName>) {
        if number == self.terms.register.number {
            self.terms.register.job = None;
            self.terms.register.found = Some(NameList { names });
        }
    }

    /// Notes that a name is in a termbase now.
    pub fn name_is_added(&mut self, place: usize) {
        if let Some(found) = &mut self.terms.register.found
            && place < found.names.len()
        {
            found.names.remove(place);
        }
    }

    /// Puts names with their likeliest renderings into a termbase, as one step.
    pub fn store_names(&mut self, base: TermbaseId, names: &[NewName]) {
        let concepts: Vec<Concept> =
            names.iter().filter_map(|name| self.concept_of_name(name)).collect();
        let count = concepts.len();
        self.store_new(base, concepts, t!("names-stored", count = count));
        if let Some(found) = &mut self.terms.register.found {
            found.names.retain(|name| !names.contains(name));
        }
    }

    /// The concept of a name, with the likeliest rendering.
    pub fn concept_of_name(&mut self, name: &NewName) -> Option<Concept> {
        let (source, target) = super::pair_of(self.session.as_ref())?;
        let mut env = (self.new_env)(&self.settings.author);
        let mut terms = vec![Term::preferred(source, name.source.clone())];
        let first = name.proposals.first();
        terms.extend(first.map(|first| Term::preferred(target, first.text.clone())));
        Some(Concept::new(ConceptId::fresh(env.ids()), name.kind, terms))
    }
}
