//! Undo and redo of steps over memories and releases.

use std::path::PathBuf;
use std::sync::Arc;

use super::told::Tone;
use super::{AllReport, Desk, Outcome};
use crate::model::Patch;
use crate::texts::{said, t};
use crate::workbench::command::Command;
use crate::workbench::history::UnitStep;
use crate::workbench::session::{Refused, Session};
use crate::workbench::wide::{ReleaseStep, Way, WideStep, change_file};

/// A file that was left as it was, and why.
pub(super) type Failed = Vec<(PathBuf, String)>;

impl Desk {
    /// Undoes or redoes: what was done in the open release, and the step over memories and
    /// releases that it was part of; where nothing is left in it, the last such step.
    pub(super) fn undo_or_redo(&mut self, command: Command) {
        let (way, patch): (Way, fn(&Session) -> Option<&Patch>) = match command {
            Command::Redo => (Way::Redo, Session::redo_patch),
            _ => (Way::Undo, Session::undo_patch),
        };
        let session = self.session.as_ref();
        let is_there = session.and_then(patch).is_some();
        let number = if is_there {
            session.and_then(|session| session.wide_step(way))
        } else {
            self.wide.next(way)
        };
        let is_alone = number.is_some() && !is_there;
        if !is_alone {
            self.follow_lessons(command, patch);
        }
        let Some(step) = number.and_then(|number| self.wide.go(number, way)) else { return };
        if is_alone {
            let change = said("change", step.name);
            self.tell(
                Tone::Done,
                match way {
                    Way::Undo => t!("session-undone", change = change),
                    Way::Redo => t!("session-done-again", change = change),
                },
            );
        }
        self.go_wide(&step, way, is_there);
    }

    /// Does a step's part in memories and files; that in the open release is done already
    /// where `with_session` says so.
    fn go_wide(&mut self, step: &WideStep, way: Way, with_session: bool) {
        let mut env = (self.new_env)(&self.settings.author);
        let to = |unit: &UnitStep| match way {
            Way::Undo => unit.before.clone(),
            Way::Redo => unit.after.clone(),
        };
        let states: Vec<_> =
            step.units.iter().map(|unit| (unit.memory, unit.unit, to(unit))).collect();
        let states = states.iter().map(|(memory, unit, to)| (*memory, *unit, to.as_ref()));
        self.library.set_all(states, &mut env);
        self.save_units();
        self.go_terms(step.number, way);
        let open = self.session.as_ref().map(|session| session.project().id);
        let turned = step.releases.iter().map(|release| match way {
            Way::Undo => release.inverse(),
            Way::Redo => release.clone(),
        });
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            turned.partition(|release| Some(release.project) == open);
        if !with_session {
            self.change_open(here);
        }
        self.change_files(elsewhere);
    }

    /// Changes the open release by what was done to it while it was in its file.
    fn change_open(&mut self, steps: Vec<ReleaseStep>) {
        let Some(session) = &mut self.session else { return };
        for step in steps {
            if let Err(Refused(why)) = session.carry_out_step(step.patch, None) {
                self.messages.push(super::Message { tone: Tone::Notice, text: why });
                return;
            }
        }
    }

    /// Changes releases in their files, as a job.
    fn change_files(&mut self, steps: Vec<ReleaseStep>) {
        if steps.is_empty() {
            return;
        }
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.jobs.start(t!("wide-changing-releases"), move |_| {
            let mut failed = Failed::new();
            for step in steps {
                let Some(path) = step.path else { continue };
                let patch = step.patch;
                if let Err(why) = change_file(files.as_ref(), &home, &path, |_| Ok(patch)) {
                    failed.push((path, why));
                }
            }
            Ok(Outcome::FilesChanged(failed))
        });
    }

    pub(super) fn take_files_changed(&mut self, failed: Failed) {
        if !failed.is_empty() {
            let lines = vec![t!("wide-not-all-could-be-changed").to_owned()];
            self.report(AllReport { lines, failed });
        }
        self.list_anew_quietly();
    }

    /// Notes a step that was done, in the open release's history too: with its patch where it
    /// is one of those changed.
    pub(super) fn note_wide(&mut self, step: WideStep) {
        let number = step.number;
        if let Some(session) = &mut self.session {
            let own = session.project().id;
            let is_own = |release: &&ReleaseStep| release.project == own;
            let patch = step.releases.iter().find(is_own).map(|release| release.patch.clone());
            let patch = patch.unwrap_or_else(|| nothing(step.name));
            if let Err(Refused(why)) = session.carry_out_step(patch, Some(number)) {
                return self.tell(Tone::Wrong, why);
            }
        }
        self.wide.push(step);
    }

    /// The list of releases shows what was changed in their files.
    pub(super) fn list_anew_quietly(&mut self) {
        if let Some(listing) = &self.listing {
            let projects = listing.projects.clone();
            self.summarise(projects);
        }
    }
}

fn nothing(name: &str) -> Patch {
    Patch::of_changes(name, Vec::new())
}
