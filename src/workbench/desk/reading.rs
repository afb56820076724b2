//! How the texts of a release are read: what was taught about a house's pages, two
//! languages in one text, another encoding.

use std::path::PathBuf;
use std::sync::Arc;

use super::opening::READING;
use super::told::{IncomingText, Slot, Tone};
use super::{Desk, Outcome};
use crate::model::{Bead, Document, Lang, Link, Origin, Patch, Role, RoleRule};
use crate::release::house;
use crate::store::Files;
use crate::texts::{Spoken, t};
use crate::workbench::codes::aligned::match_codes;
use crate::workbench::command::Command;
use crate::workbench::intake::{self, Taught};
use crate::workbench::links::Side;
use crate::workbench::opening::{self, ReadText};
use crate::workbench::roles::{CHANGE_ROLE, RoleStep};
use crate::workbench::session::{Refused, Session};

impl Desk {
    /// Gives the active row's block another role, and keeps that for the house's next pages.
    pub fn change_role(&mut self, role: Role) {
        let Some(session) = &mut self.session else { return };
        let houses = house::keys(session.source());
        match session.change_role(role) {
            Ok(steps) => {
                let house = self.learn(&houses, &steps, true);
                let kept = house.map_or_else(String::new, |house| {
                    t!("reading-the-same-line-is-it-on", house = house)
                });
                self.tell(Tone::Done, t!("reading-role", role = role.spoken(), kept = kept));
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// Undoes or redoes; what was taught with the change goes or comes back with it.
    pub(super) fn follow_lessons(
        &mut self,
        command: Command,
        patch: impl Fn(&Session) -> Option<&Patch>,
    ) {
        let lesson = self.session.as_ref().and_then(|session| {
            let patch = patch(session).filter(|patch| patch.name == CHANGE_ROLE)?;
            Some((house::keys(session.source()), session.role_steps(patch)))
        });
        self.follow_own_rules(command, patch);
        self.run_in_session(command);
        if let Some((mut houses, steps)) = lesson {
            let session = self.session.as_ref();
            houses.extend(session.map(|s| house::keys(s.source())).unwrap_or_default());
            self.learn(&houses, &steps, command == Command::Redo);
        }
    }

    /// Keeps or forgets what was said of lines; the house it was kept for.
    fn learn(&mut self, houses: &[String], steps: &[RoleStep], keeps: bool) -> Option<String> {
        let house = houses.first()?.clone();
        let rules = &mut self.settings.role_rules;
        for step in steps {
            let line = house::line_key(&step.text);
            rules.retain(|rule| rule.line != line || !houses.contains(&rule.house));
            if keeps {
                rules.push(RoleRule { house: house.clone(), line, role: step.after });
            }
        }
        self.save_settings();
        Some(house)
    }

    /// What was taught about texts that come in.
    pub(super) fn all_taught(&mut self) -> Taught {
        Taught { roles: self.settings.role_rules.clone(), cutting: self.cutting() }
    }

    /// A document with the roles that were taught about its house's pages.
    pub(super) fn taught(&self, mut document: Document) -> Document {
        house::apply(&mut document, &self.settings.role_rules);
        document
    }

    /// Aligns a text whose paragraphs are in two languages in turn, where one of them is the
    /// target language; whether it is such a text.
    pub(super) fn make_parted(&mut self, text: &str, name: &str, target: Option<&Lang>) -> bool {
        let mut env = (self.new_env)(&self.settings.author);
        let cutting = self.cutting();
        let Some((first, second)) = intake::parted(text, name, &cutting, &mut env) else {
            return false;
        };
        let wanted = |document: &Document| target.is_none_or(|t| t.same_base(&document.lang));
        let (source, target) = if wanted(&second) {
            (first, second)
        } else if wanted(&first) {
            (second, first)
        } else {
            return false;
        };
        let (one, two) = (source.lang.spoken(), target.lang.spoken());
        let told = t!("reading-and-paragraphs-alternate-in-this-text", one = one, two = two);
        self.tell(Tone::Notice, told);
        let (source, target) = (self.taught(source), self.taught(target));
        self.align(source, target);
        true
    }

    /// Reads a text for a new release again, by its file's name, in this encoding (a WHATWG
    /// label).
    pub fn read_text_in(&mut self, name: &str, slot: Slot, encoding: &str) {
        let Some(path) = self.origins.get(name).cloned() else {
            return self
                .tell(Tone::Notice, t!("reading-where-came-from-is-not-known", name = name));
        };
        let (files, encoding) = (Arc::clone(&self.files), encoding.to_owned());
        let (taught, mut env) = (self.all_taught(), (self.new_env)(&self.settings.author));
        self.jobs.start(t!(READING), move |watch| {
            let (place, label) = ((files.as_ref() as &dyn Files, path.as_path()), Some(&*encoding));
            let read = opening::read_arriving(place, label, &taught, watch, &mut env)?;
            let text = read.map_err(|error| error.to_string()).map(|(read, found)| {
                let ReadText { text, name, note, .. } = read;
                let notes = [t!("reading-encoding", encoding = encoding), note];
                let notes: Vec<String> = notes.into_iter().filter(|n| !n.is_empty()).collect();
                let found = found.map(Arc::new);
                IncomingText { text, name, note: notes.join("; "), slot, found }
            });
            Ok(Outcome::Text(Box::new(text)))
        });
    }

    /// The files of the open release that can be read again, each with its name.
    #[must_use]
    pub fn files_to_read_again(&self) -> Vec<(Side, String)> {
        let Some(session) = &self.session else { return Vec::new() };
        let source = Some((Side::Source, session.source()));
        let target = session.translation().map(|t| (Side::Target, &t.document));
        let all = source.into_iter().chain(target);
        all.filter(|(_, document)| self.origin(&document.name).is_some())
            .map(|(side, document)| (side, document.name.clone()))
            .collect()
    }

    /// Where a text came from: it was read in this window, or stands beside the project.
    fn origin(&self, name: &str) -> Option<PathBuf> {
        if name.is_empty() {
            return None;
        }
        let beside = || {
            let folder = self.session.as_ref()?.path()?.parent()?;
            Some(folder.join(name)).filter(|path| self.files.exists(path))
        };
        self.origins.get(name).cloned().or_else(beside)
    }

    /// Why the open release's text cannot be read again.
    pub(super) fn why_not_read_again(&self) -> Option<String> {
        let session = self.session.as_ref()?;
        if is_worked_on(session) {
            let why = t!("reading-this-text-has-been-worked-on");
            return Some(why.to_owned());
        }
        self.files_to_read_again()
            .is_empty()
            .then(|| t!("reading-the-file-of-this-text-is").to_owned())
    }

    /// Reads a file of the open release again in another encoding (a WHATWG label).
    pub fn read_again(&mut self, side: Side, encoding: &str) {
        if let Some(why) = self.why_not_read_again() {
            return self.tell(Tone::Notice, why);
        }
        let Some(session) = &self.session else { return };
        let source = session.source().clone();
        let target = session.translation().map(intake::target_document);
        let own = match side {
            Side::Source => Some(&source),
            Side::Target => target.as_ref(),
        };
        let name = own.map(|document| document.name.clone()).unwrap_or_default();
        let Some(path) = self.origin(&name) else { return };
        let (files, encoding) = (Arc::clone(&self.files), encoding.to_owned());
        let taught = self.all_taught();
        let Some(session) = &self.session else { return };
        let kept = session.project().original.clone();
        let target_lang = session.target_lang().cloned().unwrap_or_else(Lang::undetermined);
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(t!("reading-reading-again"), move |watch| {
            let (place, label) = ((files.as_ref() as &dyn Files, path.as_path()), Some(&*encoding));
            let read = opening::read_arriving(place, label, &taught, watch, &mut env)?;
            let (text, found) = match read {
                Ok(read) => read,
                Err(error) => return Ok(Outcome::Opened(Box::new(Err(error.to_string())), None)),
            };
            let (anew, original) = match found {
                Some(found) => (found.document, Some(found.original)),
                None => (taught.document(&text.text, &name, None, &mut env), None),
            };
            let (source, target, original) = match side {
                Side::Source => (anew, target, original),
                Side::Target => (source, Some(anew), kept),
            };
            let aligned = target.filter(|target| !target.blocks.is_empty());
            let mut project = match aligned {
                Some(target) => intake::from_two(source, target, None, watch, &mut env)?,
                None => intake::from_one(source, target_lang, &mut env),
            };
            match_codes(&mut project);
            project.original = original;
            Ok(Outcome::Aligned(Box::new(project)))
        });
    }
}

/// Whether somebody did something in a release, now or before it was saved.
fn is_worked_on(session: &Session) -> bool {
    let touched = |bead: &Bead| {
        let written = !bead.target.is_open() && bead.origin != Origin::Aligned;
        let linked = bead.origin == Origin::Aligned && bead.link == Link::Accepted;
        written || linked || bead.unit.is_some() || !bead.comments.is_empty()
    };
    !session.is_untouched() || session.beads().iter().any(touched)
}
