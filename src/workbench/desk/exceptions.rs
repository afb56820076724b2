//! Exceptions from the rules of segmentation at the desk: those of the open release and the
//! person's own, and by which rules texts are cut.

use std::path::Path;
use std::sync::Arc;

use super::Desk;
use super::told::Tone;
use crate::model::{Exception, Exceptions, Follower};
use crate::store;
use crate::text::segment::Cutting;
use crate::texts::t;
use crate::workbench::command::Command;
use crate::workbench::exceptions::{Owner, patch_name};
use crate::workbench::links::Side;
use crate::workbench::opening;
use crate::workbench::recut::Spot;
use crate::workbench::session::{Refused, Session};

/// A rule of the person's own that was taught in the open release, so that undo takes it back.
#[derive(Debug, Clone)]
pub(super) struct OwnLesson {
    /// The patch that carried it out.
    patch: String,
    /// The rules before.
    before: Exceptions,
    /// The rules with it.
    after: Exceptions,
}

impl Desk {
    /// All exceptions with their owners: the release's, then the person's own.
    #[must_use]
    pub fn exceptions(&self) -> Vec<(Owner, Exception)> {
        let release = self.session.as_ref().map(|session| &session.project().exceptions);
        let release = release.into_iter().flat_map(Exceptions::iter);
        let own = self.settings.exceptions.iter();
        let release = release.map(|rule| (Owner::Release, rule.clone()));
        release.chain(own.map(|rule| (Owner::Own, rule.clone()))).collect()
    }

    /// Every place of the open release that a rule would change.
    #[must_use]
    pub fn would_recut(&self, rule: &Exception, owner: Owner) -> Vec<Spot> {
        let session = self.session.as_ref();
        session.map_or_else(Vec::new, |s| s.would_recut(&self.settings.exceptions, rule, owner))
    }

    /// Keeps a rule and carries it out on the open release.
    pub fn teach_exception(&mut self, rule: &Exception, owner: Owner) {
        let before = self.settings.exceptions.clone();
        let mut after = before.clone();
        if owner == Owner::Own {
            after.add(rule.clone());
        }
        let told = match &mut self.session {
            None => None,
            Some(session) => match session.carry_out_exception(&before, rule, owner) {
                Ok(carried) => Some(carried),
                Err(Refused(why)) => return self.tell(Tone::Notice, why),
            },
        };
        if before != after {
            let patch = patch_name(rule, owner);
            self.own_lessons.retain(|lesson| lesson.patch != patch);
            self.own_lessons.push(OwnLesson { patch, before, after: after.clone() });
            self.set_own_exceptions(after);
        }
        let told = told.map_or_else(String::new, |carried| format!("; {}", carried.sentence()));
        self.tell(Tone::Done, format!("{rule}{told}"));
    }

    /// Joins the active row with the next; where an abbreviation had parted them, says how that
    /// is made a rule.
    pub(super) fn join(&mut self) {
        let lesson = self.session.as_ref().and_then(|session| {
            let last = *session.active_bead()?.source.last()?;
            session.lesson_to_join(Side::Source, last).ok()
        });
        let version = self.session.as_ref().map(Session::version);
        self.run_in_session(Command::Join);
        let joined = self.session.as_ref().map(Session::version) != version;
        let rule = lesson.map(|lesson| lesson.rule);
        // A word before a word is this place's own matter; an abbreviation comes again.
        if let Some(rule) = rule.filter(|rule| joined && rule.follower == Follower::Anything) {
            let key = self.keymap().text(Command::JoinAlways);
            let key = if key.is_empty() { Command::JoinAlways.name().to_owned() } else { key };
            self.tell(
                Tone::Notice,
                t!("exceptions-joins-always-behind", key = key, before = rule.before),
            );
        }
    }

    /// Takes a rule out; the texts stay as they are cut.
    pub fn remove_exception(&mut self, rule: &Exception, owner: Owner) {
        match owner {
            Owner::Own => {
                let mut all = self.settings.exceptions.clone();
                if all.remove(rule) {
                    self.change_own_rules(&patch_name_of_removal(rule), all);
                }
            }
            Owner::Release => {
                let removed = self.session.as_mut().map(|s| s.remove_exception(rule));
                if let Some(Err(Refused(why))) = removed {
                    return self.tell(Tone::Notice, why);
                }
            }
        }
        self.tell(Tone::Done, t!("exceptions-removed-texts-stay-as-they-are", rule = rule));
    }

    /// Puts another rule in the place of one; the texts stay as they are cut.
    pub fn replace_exception(&mut self, old: &Exception, new: &Exception, owner: Owner) {
        match owner {
            Owner::Own => {
                let mut all = self.settings.exceptions.clone();
                if all.replace(old, new.clone()) {
                    self.change_own_rules(&format!("edit rule: {old}"), all);
                }
            }
            Owner::Release => {
                let replaced = self.session.as_mut().map(|s| s.replace_exception(old, new));
                if let Some(Err(Refused(why))) = replaced {
                    return self.tell(Tone::Notice, why);
                }
            }
        }
        self.tell(Tone::Done, t!("exceptions-texts-stay-as-they-are-cut", new = new));
    }

    /// Puts back a rule that was taken out last; one of the release, or with a release open,
    /// as undo does.
    pub fn put_back_exception(&mut self, rule: &Exception, owner: Owner) {
        let removed = |name: &str| name == "remove rule" || name == patch_name_of_removal(rule);
        let is_last = self.session.as_ref().and_then(Session::undo_name).is_some_and(removed);
        if is_last {
            self.run(Command::Undo);
        } else if owner == Owner::Own {
            let mut all = self.settings.exceptions.clone();
            all.add(rule.clone());
            self.set_own_exceptions(all);
        }
    }

    /// Changes the person's own rules as a step of the open release, so that it is undone
    /// like any other; without a release there are no steps.
    fn change_own_rules(&mut self, name: &str, after: Exceptions) {
        let before = self.settings.exceptions.clone();
        if let Some(session) = &mut self.session
            && session.note_step(name).is_ok()
        {
            let patch = name.to_owned();
            self.own_lessons.retain(|lesson| lesson.patch != patch);
            self.own_lessons.push(OwnLesson { patch, before, after: after.clone() });
        }
        self.set_own_exceptions(after);
    }

    fn set_own_exceptions(&mut self, all: Exceptions) {
        self.settings.exceptions = all;
        self.save_settings();
    }

    /// What undo or redo of a rule of the person's own does to their list.
    pub(super) fn follow_own_rules(
        &mut self,
        command: Command,
        patch: impl Fn(&Session) -> Option<&crate::model::Patch>,
    ) {
        let name = self.session.as_ref().and_then(patch).map(|patch| patch.name.clone());
        let lesson = self.own_lessons.iter().find(|lesson| Some(&lesson.patch) == name.as_ref());
        let Some(OwnLesson { before, after, .. }) = lesson.cloned() else { return };
        let (from, to) = if command == Command::Undo { (after, before) } else { (before, after) };
        // Rules that were edited in between are the person's last word.
        if self.settings.exceptions == from {
            self.set_own_exceptions(to);
        }
    }

    /// By which rules texts are cut: the person's rule file and exceptions. A rule file that
    /// cannot be read is told, and ours are used.
    pub(super) fn cutting(&mut self) -> Cutting {
        let exceptions = self.settings.exceptions.clone();
        let Some(path) = self.settings.segmentation_rules.clone() else {
            return Cutting { exceptions, rules: None };
        };
        let rules = match &self.rules {
            Some((known, rules)) if *known == path => Some(Arc::clone(rules)),
            _ => self.read_rules(&path),
        };
        Cutting { exceptions, rules }
    }

    fn read_rules(&mut self, path: &Path) -> Option<Arc<crate::text::segment::srx::RuleSet>> {
        match opening::read_rules(self.files.as_ref(), path) {
            Ok(reading) => {
                if !reading.problems.is_empty() {
                    let text = t!(
                        "exceptions-rules-cannot-be-used-the-others",
                        file = path.display(),
                        count = reading.problems.len()
                    );
                    self.tell(Tone::Notice, text);
                }
                let rules = Arc::new(reading.value);
                self.rules = Some((path.to_owned(), Arc::clone(&rules)));
                Some(rules)
            }
            Err(error) => {
                let text = t!("exceptions-texts-are-cut-by-diptychs-own", error = error);
                self.tell(Tone::Wrong, text);
                None
            }
        }
    }

    /// Makes a rule file the one that new texts are cut by, if it can be read.
    pub fn use_rules(&mut self, path: &Path) {
        let path = store::absolute(path);
        self.rules = None;
        if self.read_rules(&path).is_none() {
            return;
        }
        self.tell(Tone::Done, t!("exceptions-new-texts-are-cut-by-the", path = path.display()));
        self.settings.segmentation_rules = Some(path);
        self.save_settings();
    }

    /// New texts are cut by Diptych's own rules again.
    pub fn use_our_rules(&mut self) {
        self.settings.segmentation_rules = None;
        self.rules = None;
        self.save_settings();
        self.tell(Tone::Done, t!("new-texts-are-cut-by-diptychs"));
    }
}

/// The name of the step that takes a rule of the person's own out.
fn patch_name_of_removal(rule: &Exception) -> String {
    format!("remove rule: {rule}")
}
