//! A corrected source at the desk: its file is read and what it changes is worked out as jobs;
//! what is taken is one step of the open release.

use std::path::Path;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::ProjectId;
use crate::texts::t;
use crate::workbench::intake::Taught;
use crate::workbench::late::{CorrectedText, LateChange};
use crate::workbench::session::{Refused, Session};

/// What was read, and what would change.
#[derive(Debug, Default)]
pub(super) struct Late {
    number: u64,
    job: Option<u64>,
    read: Option<CorrectedText>,
    found: Option<(ProjectId, Box<LateChange>)>,
}

impl Desk {
    /// Reads the file of a corrected source.
    pub fn read_corrected(&mut self, path: &Path) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let keeps_file = self.session.as_ref().is_some_and(|s| s.project().original.is_some());
        self.jobs.start(t!("late-reading"), move |_| {
            let read = CorrectedText::read(files.as_ref(), &path, keeps_file);
            Ok(Outcome::LateRead(Box::new(read.map_err(|error| error.to_string()))))
        });
    }

    pub(super) fn take_corrected_text(&mut self, read: Result<CorrectedText, String>) {
        match read {
            Ok(text) => self.late.read = Some(text),
            Err(why) => self.tell(Tone::Wrong, why),
        }
    }

    /// The corrected source that was read, handed over once.
    pub fn corrected_text(&mut self) -> Option<CorrectedText> {
        self.late.read.take()
    }

    /// Works out what a corrected source does to the open release, instead of what was asked
    /// before.
    pub fn plan_late(&mut self, text: CorrectedText) {
        self.stop_late();
        let number = self.late.number;
        let Some(session) = &self.session else { return };
        let project = session.project().clone();
        let shown = session.translation().map(|of| of.id);
        let shown = project.translations.iter().position(|of| Some(of.id) == shown).unwrap_or(0);
        let mut cutting = self.cutting();
        cutting.exceptions = cutting.exceptions.with(&project.exceptions);
        let taught = Taught { roles: self.settings.role_rules.clone(), cutting };
        let mut env = (self.new_env)(&self.settings.author);
        let job = self.jobs.start(t!("late-looking"), move |_| {
            let corrected = text.cut(&project.source.lang, &taught, &mut env);
            let found = LateChange::of(&project, shown, corrected, env.ids());
            Ok(Outcome::LateFound(number, Box::new(found)))
        });
        self.late.job = Some(job);
    }

    /// Gives up what was being worked out.
    pub fn stop_late(&mut self) {
        if let Some(job) = self.late.job.take() {
            self.jobs.cancel(job);
        }
        self.late.number += 1;
        self.late.found = None;
    }

    /// Whether it is being worked out what a corrected source does.
    #[must_use]
    pub const fn is_planning_late(&self) -> bool {
        self.late.job.is_some()
    }

    pub(super) fn take_late_found(&mut self, number: u64, found: Box<LateChange>) {
        let project = self.session.as_ref().map(|session| session.project().id);
        if number == self.late.number {
            self.late.job = None;
            self.late.found = project.map(|project| (project, found));
        }
    }

    /// What a corrected source would do to the open release, handed over once.
    pub fn late_found(&mut self) -> Option<Box<LateChange>> {
        let open = self.session.as_ref().map(|session| session.project().id);
        self.late.found.take().filter(|(project, _)| Some(*project) == open).map(|(_, found)| found)
    }

    /// Puts a corrected source in the place of the old one.
    pub fn take_late(&mut self, change: LateChange) {
        let Some(session) = &mut self.session else { return };
        let ((new, gone), reopened) = (change.come_and_gone(), change.reopened());
        let version = change.version;
        match session.take_late_change(change) {
            Ok(()) => {
                let undo = self.keymap().text(crate::workbench::Command::Undo);
                let text = t!(
                    "late-taken",
                    version = version,
                    reopened = reopened,
                    new = new,
                    gone = gone,
                    undo = undo
                );
                self.tell(Tone::Done, text);
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// Goes to the next row whose source has changed.
    pub(super) fn next_changed(&mut self) {
        let Some(session) = &self.session else { return };
        match session.next_changed(session.row() + 1) {
            Some(row) => self.enter(row),
            None => self.tell(Tone::Done, t!("late-no-row-changed")),
        }
    }

    /// The text of the open release's source, to be corrected.
    #[must_use]
    pub fn source_to_correct(&self) -> Option<String> {
        self.session.as_ref().map(Session::source).map(crate::model::Document::to_text)
    }
}
