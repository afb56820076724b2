//! Which termbases are at hand: those beside a release come with it, those that somebody named
//! stay for other days, one's own is made when it is first needed.

use std::path::Path;
use std::sync::Arc;

use super::super::Desk;
use super::super::told::Tone;
use crate::model::{TermUses, Termbase, TermbaseId};
use crate::store::{self, terms::TERMS};
use crate::terms::Doubt;
use crate::texts::{Spoken, t};
use crate::workbench::termbases::keeper::ReadBase;
use crate::workbench::termbases::{Kind, OpenTerms};

/// The file of one's own terms, in the home's folder for termbases.
const OWN: &str = "own.terms.ron";

impl Desk {
    /// Opens a termbase that somebody named; it is open on other days too.
    pub fn open_termbase(&mut self, path: &Path) {
        let path = store::absolute(path);
        self.terms.chosen.insert(path.clone());
        self.terms.keeper.open(path);
    }

    /// Looks for termbases beside a project, and in the folder that is open where the project
    /// is one of its list.
    pub(in super::super) fn look_for_terms_beside(&mut self, project: &Path) {
        let Some(folder) = project.parent().map(Path::to_owned) else { return };
        self.terms.keeper.open_in(folder);
        let listing = self.listing.as_ref().filter(|of| of.projects.iter().any(|p| p == project));
        let listed = listing.map(|listing| listing.termbases.clone()).unwrap_or_default();
        for path in listed {
            let is_open = |open: &OpenTerms| open.path.as_ref() == Some(&path);
            if !self.terms.bases.all().iter().any(is_open) {
                self.terms.keeper.open(path);
            }
        }
    }

    /// Makes a termbase in a file, which is open from now on.
    pub fn make_termbase(&mut self, path: &Path) {
        let path = store::absolute(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let name = name.strip_suffix(TERMS).unwrap_or(&name).to_owned();
        let mut env = (self.new_env)(&self.settings.author);
        let base = Termbase::new(TermbaseId::fresh(env.ids()), name);
        self.terms.chosen.insert(path.clone());
        self.terms.keeper.make(path, base);
    }

    /// One's own termbase, which is made where there is none.
    pub fn own_termbase(&mut self) -> TermbaseId {
        if let Some(open) = self.terms.bases.all().iter().find(|open| open.kind == Kind::Own) {
            return open.id();
        }
        let mut env = (self.new_env)(&self.settings.author);
        let base = Termbase::new(TermbaseId::fresh(env.ids()), t!("termbases-own").to_owned());
        let (id, path) = (base.header.id, self.home.termbases().join(OWN));
        self.terms.keeper.make(path.clone(), base.clone());
        // It is there at once for whoever stores a term in it.
        let (problems, doubts) = (Vec::new(), Arc::default());
        self.shelve_terms(ReadBase { path, base: Arc::new(base), problems, doubts });
        id
    }

    /// The termbase that takes new terms; one's own is made where there is no other.
    pub fn termbase_to_fill(&mut self) -> TermbaseId {
        let taker = self.terms.bases.taker(&self.settings.term_uses).map(OpenTerms::id);
        taker.unwrap_or_else(|| self.own_termbase())
    }

    /// The one that takes new terms, if there is one yet.
    #[must_use]
    pub fn takes_new_terms(&self) -> Option<TermbaseId> {
        self.terms.bases.taker(&self.settings.term_uses).map(OpenTerms::id)
    }

    /// Takes a termbase off the desk; its file stays.
    pub fn close_termbase(&mut self, id: TermbaseId) {
        let Some(open) = self.terms.bases.get(id).filter(|open| open.kind == Kind::Shared) else {
            return;
        };
        let (name, path) = (open.name(), open.path.clone());
        self.terms.keeper.close(id);
        self.terms.bases.take(id);
        if let Some(path) = path {
            self.terms.chosen.remove(&path);
            self.settings.termbases.retain(|known| *known != path);
            self.save_settings();
        }
        self.tell(Tone::Done, t!("termbases-closed", name = name));
    }

    /// Uses termbases so from now on.
    pub fn use_termbases(&mut self, uses: TermUses) {
        self.settings.term_uses = uses;
        self.save_settings();
    }

    pub(super) fn put_termbase(&mut self, read: ReadBase) {
        let path = read.path.clone();
        let is_known = self.terms.bases.get(read.base.header.id).is_some();
        let is_chosen = self.terms.chosen.contains(&path);
        let is_quiet = self.terms.quiet.remove(&path);
        let id = self.shelve_terms(read);
        let Some(open) = self.terms.bases.get(id).cloned() else { return };
        if is_chosen && !self.settings.termbases.contains(&path) {
            self.settings.termbases.push(path);
            self.save_settings();
        }
        self.tell_damage(&open);
        if open.kind == Kind::Own || is_quiet {
            return;
        }
        if open.problems.is_empty() && !is_known {
            let (name, count) = (open.name(), open.count);
            let text = if is_chosen {
                t!("termbases-opened", name = name, count = count)
            } else {
                t!("termbases-beside", name = name, count = count)
            };
            self.tell(Tone::Done, text);
        }
        self.tell_doubts(&open);
    }

    pub(super) fn put_bundled(&mut self, read: ReadBase) {
        // A copy of it that somebody has opened takes its place.
        if self.terms.bases.get(read.base.header.id).is_none() {
            let open = open(read, Kind::Bundled);
            self.terms.bases.put(OpenTerms { path: None, ..open });
        }
    }

    /// Somebody else has changed a termbase.
    pub(super) fn renew_termbase(&mut self, read: ReadBase) {
        let before = self.terms.bases.get(read.base.header.id).map(|open| Arc::clone(&open.doubts));
        let id = self.shelve_terms(read);
        let Some(open) = self.terms.bases.get(id).cloned() else { return };
        self.tell_damage(&open);
        if before.is_none_or(|before| before.len() < open.doubts.len()) {
            self.tell_doubts(&open);
        }
    }

    /// Puts a termbase on the shelf.
    pub(super) fn shelve_terms(&mut self, read: ReadBase) -> TermbaseId {
        let id = read.base.header.id;
        let is_own = read.path.parent() == Some(self.home.termbases().as_path());
        let kind = if is_own { Kind::Own } else { Kind::Shared };
        self.terms.bases.put(open(read, kind));
        id
    }

    fn tell_damage(&mut self, open: &OpenTerms) {
        if let Some(first) = open.problems.first() {
            let (count, first) = (open.problems.len(), first.to_string());
            let text = t!(
                "termbases-not-all",
                name = open.name(),
                concepts = open.count,
                count = count,
                first = first
            );
            self.tell(Tone::Wrong, text);
        }
    }

    fn tell_doubts(&mut self, open: &OpenTerms) {
        if let Some(first) = open.doubts.first() {
            let first = doubt_told(first, open);
            let count = open.doubts.len();
            let text = t!("termbases-doubts", name = open.name(), count = count, first = first);
            self.tell(Tone::Notice, text);
        }
    }
}

fn open(read: ReadBase, kind: Kind) -> OpenTerms {
    let ReadBase { path, base, problems, doubts } = read;
    let count = base.live().count();
    OpenTerms { path: Some(path), kind, base, problems, doubts, count, edition: 0 }
}

/// What is doubtful, in a sentence.
pub(super) fn doubt_told(doubt: &Doubt, open: &OpenTerms) -> String {
    match doubt {
        Doubt::TwoPreferred { lang, terms: [one, two], .. } => {
            t!("termbases-two-preferred", lang = lang.spoken(), one = one, two = two)
        }
        Doubt::Contradiction { lang, term, .. } => {
            t!("termbases-contradiction", lang = lang.spoken(), term = term)
        }
        Doubt::NothingToUse { concept } => {
            let first = open.concept(*concept).and_then(|concept| concept.terms.first());
            let term = first.map(|term| term.text.clone()).unwrap_or_default();
            t!("termbases-nothing-to-use", term = term)
        }
    }
}
