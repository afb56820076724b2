//! Going through the steps of undo and redo, and finding those of former days.

use std::cmp::Ordering;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{Project, ProjectId};
use crate::store;
use crate::store::project::Stamp;
use crate::texts::{said, t};
use crate::workbench::command::Command;
use crate::workbench::history::Steps;
use crate::workbench::opening::ProjectFile;
use crate::workbench::session::Session;

impl Desk {
    /// Takes steps back, or does them again, until so many are done. What does not fit any
    /// more ends it, and is told.
    pub fn go_to_step(&mut self, to: usize) {
        let Some(from) = self.many_steps(true) else { return };
        let told = self.messages.len();
        let mut done = from;
        loop {
            let command = match done.cmp(&to) {
                Ordering::Greater => Command::Undo,
                Ordering::Less => Command::Redo,
                Ordering::Equal => break,
            };
            self.run(command);
            let now = self.session.as_ref().map_or(to, Session::steps_done);
            if now == done {
                break;
            }
            done = now;
        }
        self.many_steps(false);
        if done == to {
            self.messages.truncate(told);
        }
        self.tell_of_step(from, done);
    }

    fn many_steps(&mut self, many: bool) -> Option<usize> {
        let session = self.session.as_mut()?;
        session.go_many_steps(many);
        Some(session.steps_done())
    }

    fn tell_of_step(&mut self, from: usize, to: usize) {
        let Some(session) = &self.session else { return };
        let count = from.abs_diff(to);
        let steps = session.steps();
        let last = to.checked_sub(1).and_then(|at| steps.get(at));
        let after = last.map_or(t!("steps-before-all"), |s| said("change", &s.name));
        if to < from {
            self.tell(Tone::Done, t!("steps-taken-back", count = count, after = after));
        } else if to > from {
            self.tell(Tone::Done, t!("steps-done-again", count = count, after = after));
        }
    }

    /// Looks for what was done to a release before this state of its file, as a job.
    pub(super) fn look_for_steps(&mut self, project: &Project, file: Option<&ProjectFile>) {
        let Some(stamp) = file.map(|file| file.stamp) else { return };
        let (files, home, id) = (Arc::clone(&self.files), self.home.clone(), project.id);
        self.jobs.start_in_background(t!("steps-looking-for-them"), move |_, _| {
            let kept: Option<Steps> = store::steps::kept(files.as_ref(), &home, id, stamp);
            Ok(kept.map_or(Outcome::Stored, |kept| Outcome::Steps(id, stamp, Box::new(kept))))
        });
    }

    pub(super) fn take_steps(&mut self, of: ProjectId, stamp: Stamp, steps: Steps) {
        let session = self.session.as_mut().filter(|session| session.project().id == of);
        let Some(session) = session else { return };
        // What has been saved since has other steps.
        if self.keeping.saved == Some(stamp) {
            session.put_steps_before(steps);
        }
    }
}
