//! Former states of the open release's file, read as a job and gone back to.

use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{Project, Watch};
use crate::store::project;
use crate::texts::t;
use crate::workbench::former::Former;
use crate::workbench::session::{Refused, Session};

impl Desk {
    /// Reads the backups of the open release's file.
    pub(super) fn look_at_former(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(path) = session.path() else {
            return self.tell(Tone::Notice, t!("former-this-release-is-not-saved-yet"));
        };
        let backups = project::backups(self.files.as_ref(), &self.home, path);
        if backups.is_empty() {
            return self.tell(Tone::Notice, t!("former-there-is-no-former-state-of"));
        }
        let (files, now) = (Arc::clone(&self.files), session.snapshot());
        self.jobs.start(t!("former-reading-former-states"), move |watch| {
            let mut states = Vec::with_capacity(backups.len());
            let all = backups.len();
            for (done, backup) in backups.into_iter().enumerate() {
                watch.report(done, all)?;
                states.push(Former::read(files.as_ref(), backup, &now));
            }
            Ok(Outcome::Former(states))
        });
    }

    pub(super) fn take_former(&mut self, states: Vec<Former>) {
        self.former = Some(states);
    }

    /// The former states that have been read since the last call, the latest first.
    pub fn former_states(&mut self) -> Option<Vec<Former>> {
        self.former.take()
    }

    /// Goes back to a former state of the open release.
    pub fn go_back_to(&mut self, former: &Project) {
        let Some(session) = &mut self.session else { return };
        match Session::go_back_to(session, former) {
            Ok(()) => self.tell(Tone::Done, t!("former-the-former-state-is-back-undo")),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }
}
