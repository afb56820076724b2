//! The termbases that are open, in the order in which they came.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Concept, Problem, TermUses, Termbase, TermbaseId};
use crate::terms::Doubt;
use crate::texts::t;

/// Whose a termbase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It comes with the program.
    Bundled,
    /// It is one's own, in the home.
    Own,
    /// It lies somewhere for everybody.
    Shared,
}

/// A termbase that is open.
#[derive(Debug, Clone)]
pub struct OpenTerms {
    /// Its file; `None` for one that comes with the program.
    pub path: Option<PathBuf>,
    /// Whose it is.
    pub kind: Kind,
    /// What is in it.
    pub base: Arc<Termbase>,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
    /// What is doubtful in it.
    pub doubts: Arc<[Doubt]>,
    /// Concepts that are not deleted.
    pub count: usize,
    /// Counts the states it has had here.
    pub edition: u64,
}

impl OpenTerms {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> TermbaseId {
        self.base.header.id
    }

    /// Its name; its file's where it has none.
    #[must_use]
    pub fn name(&self) -> String {
        let name = &self.base.header.name;
        if !name.is_empty() {
            return name.clone();
        }
        let file = self.path.as_ref().and_then(|path| path.file_name());
        let file = file.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        file.strip_suffix(crate::store::terms::TERMS).unwrap_or(&file).to_owned()
    }

    /// Why nothing can be changed in it; `None` where it can.
    #[must_use]
    pub fn why_read_only(&self) -> Option<&'static str> {
        (self.kind == Kind::Bundled).then_some(t!("termbases-comes-with-the-program"))
    }

    /// A concept of it.
    #[must_use]
    pub fn concept(&self, id: crate::model::ConceptId) -> Option<&Concept> {
        self.base.live().find(|concept| concept.id == id)
    }
}

/// The termbases that are open.
#[derive(Debug, Default)]
pub struct Termbases {
    all: Vec<OpenTerms>,
    editions: u64,
}

impl Termbases {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[OpenTerms] {
        &self.all
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: TermbaseId) -> Option<&OpenTerms> {
        self.all.iter().find(|open| open.id() == id)
    }

    /// Puts a termbase there, or another state of one that is there. The bundled one gives way
    /// to a copy of it that somebody has opened.
    pub fn put(&mut self, mut open: OpenTerms) {
        self.editions += 1;
        open.edition = self.editions;
        // Another window may have made one's own a moment before.
        let is_ghost = |other: &OpenTerms| {
            other.path.is_some() && other.path == open.path && other.id() != open.id()
        };
        self.all.retain(|other| !is_ghost(other));
        match self.all.iter_mut().find(|other| other.id() == open.id()) {
            Some(there) => *there = open,
            None => self.all.push(open),
        }
    }

    /// Takes one off; whether it was there.
    pub fn take(&mut self, id: TermbaseId) -> bool {
        let before = self.all.len();
        self.all.retain(|open| open.id() != id);
        self.editions += 1;
        before != self.all.len()
    }

    /// A number that is another one whenever something changed.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.editions
    }

    /// Those that are looked through.
    pub fn used<'a>(&'a self, uses: &'a TermUses) -> impl Iterator<Item = &'a OpenTerms> {
        self.all.iter().filter(|open| uses.uses(open.id()))
    }

    /// Those that can be written to.
    pub fn writable(&self) -> impl Iterator<Item = &OpenTerms> {
        self.all.iter().filter(|open| open.why_read_only().is_none())
    }

    /// The one that takes new terms: the chosen one, else the first shared one that can be
    /// written to, else one's own.
    #[must_use]
    pub fn taker(&self, uses: &TermUses) -> Option<&OpenTerms> {
        let chosen = uses.takes_new.and_then(|id| self.writable().find(|open| open.id() == id));
        chosen
            .or_else(|| self.writable().find(|open| open.kind == Kind::Shared))
            .or_else(|| self.writable().next())
    }
}
