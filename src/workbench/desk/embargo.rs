//! The embargo of the open release at the desk: set and lifted, what it held sent once it is over,
//! what is kept of the release listed and purged, a clock that was set back told.

use std::sync::Arc;

use super::Desk;
use super::told::Tone;
use crate::model::{Embargo, ProjectId, Release, ReleaseStatus, Timestamp};
use crate::texts::t;
use crate::workbench::embargo::due::Due;
use crate::workbench::embargo::{spoken, traces};
use crate::workbench::library::Library;
use crate::workbench::session::{Refused, Session};
use crate::workbench::wide::WideStep;

/// What is known of the open release's embargo, so that it is not worked out each frame.
#[derive(Debug, Default)]
pub(super) struct Watched {
    due: Option<(Stamp, Option<Due>)>,
    /// The latest moment that was seen, and whether it was told that the clock went back.
    latest: Option<Timestamp>,
    told: Option<ProjectId>,
}

/// What follows from the embargo depends on this.
type Stamp = (ProjectId, u64, u64, bool);

/// The name of the step, as patches are named.
const SEND_HELD: &str = "send what was held";

/// So far back a clock may go without anybody having set it: a machine keeps its time.
const SET_BACK_SECS: i64 = 60;

impl Desk {
    /// What an embargo has held and can go now; `None` where nothing can.
    pub fn due(&mut self) -> Option<&Due> {
        let session = self.session.as_ref()?;
        let over = matches!(session.embargo(), Embargo::Over(_));
        let stamp = (session.project().id, session.version(), self.library.version(), over);
        if self.embargo.due.as_ref().is_none_or(|(of, _)| *of != stamp) {
            self.embargo.due = Some((stamp, session.due(&self.library)));
        }
        self.embargo.due.as_ref().and_then(|(_, due)| due.as_ref())
    }

    /// Sends what an embargo has held to the shared memory, as one step.
    pub(super) fn send_due(&mut self) {
        let Some(due) = self.due().cloned() else {
            return self.tell(Tone::Notice, t!("embargo-nothing-due"));
        };
        let Some(session) = &mut self.session else { return };
        match send(&due, session, &mut self.library) {
            Ok(step) => {
                self.save_units();
                let count = due.count();
                let number = self.wide.next_number();
                self.note_wide(WideStep {
                    number,
                    name: SEND_HELD,
                    units: step,
                    releases: Vec::new(),
                });
                self.tell(Tone::Done, t!("embargo-sent", count = count, name = due.name));
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// Sets the embargo as somebody types it; empty takes it off. Whether that could be read.
    pub fn set_embargo(&mut self, text: &str) -> bool {
        let Some(session) = &mut self.session else { return false };
        let said = if text.trim().is_empty() { None } else { session.read_embargo(text) };
        if said.is_none() && !text.trim().is_empty() {
            return false;
        }
        let moment = said.as_ref().map(|said| spoken(said.until, &said.zone));
        match (session.set_embargo(said), moment) {
            (Ok(()), Some(moment)) => self.tell(Tone::Done, t!("embargo-set", moment = moment)),
            (Ok(()), None) => self.tell(Tone::Done, t!("embargo-taken-off")),
            (Err(Refused(why)), _) => self.tell(Tone::Notice, why),
        }
        true
    }

    /// Lifts the embargo early.
    pub fn lift_embargo(&mut self, reason: &str) {
        match self.session.as_mut().map(|session| session.lift_embargo(reason)) {
            Some(Ok(())) => self.tell(Tone::Done, t!("embargo-lifted-now")),
            Some(Err(Refused(why))) => self.tell(Tone::Notice, why),
            None => {}
        }
    }

    /// What is kept of the open release on this machine beside its file.
    #[must_use]
    pub fn traces(&self) -> Vec<traces::Trace> {
        let Some(session) = &self.session else { return Vec::new() };
        traces::of(self.files.as_ref(), &self.home, session.project().id, session.path())
    }

    /// Removes what is kept of the open release on this machine beside its file; work that is not
    /// saved stays in its journal.
    pub fn purge_traces(&mut self) {
        let Some(session) = &self.session else { return };
        let files = Arc::clone(&self.files);
        let (project, dirty) = (session.project().id, session.is_dirty());
        match traces::purge(files.as_ref(), &self.home, project, session.path(), dirty) {
            Ok(count) => self.tell(Tone::Done, t!("embargo-purged", count = count)),
            Err(error) => self.tell(Tone::Wrong, error.to_string()),
        }
    }

    /// Sets how far the release is, who works on it, and when it is due; whether the time could
    /// be read.
    pub fn set_release_data(&mut self, status: ReleaseStatus, assignee: &str, due: &str) -> bool {
        let Some(session) = &mut self.session else { return false };
        let said = session.read_embargo(due);
        if said.is_none() && !due.trim().is_empty() {
            return false;
        }
        let (assignee, due) = (assignee.trim().to_owned(), said.map(|said| said.until));
        let changed = session.change_release("change what the release is", |release| Release {
            due,
            status,
            assignee,
            ..release.clone()
        });
        if changed.is_ok() {
            self.tell(Tone::Done, t!("release-data-changed"));
        }
        true
    }

    /// Tells once for a release that the clock was set back, or is behind what was written.
    pub fn watch_clock(&mut self) {
        let Some(session) = &self.session else { return };
        let (now, project) = (session.now(), session.project().id);
        let latest = self.embargo.latest.replace(now);
        let back = latest.map(|latest| latest.as_second() - now.as_second());
        let set_back = back.filter(|back| *back > SET_BACK_SECS).map(|back| back / 60);
        let behind = set_back.or_else(|| {
            let opened = self.embargo.told != Some(project);
            session.clock_is_behind().filter(|_| opened)
        });
        self.embargo.told = Some(project);
        if let Some(minutes) = behind {
            self.tell(Tone::Wrong, t!("embargo-clock-behind", minutes = minutes));
        }
    }
}

/// Sends what is due; the steps of its units.
fn send(
    due: &Due,
    session: &mut Session,
    library: &mut Library,
) -> Result<Vec<crate::workbench::history::UnitStep>, Refused> {
    let mut steps = Vec::new();
    let mut own = due.own.clone();
    own.sort_by_key(|(memory, _)| *memory);
    for run in own.chunk_by(|one, other| one.0 == other.0) {
        let Some((from, _)) = run.first() else { continue };
        let units: Vec<_> = run.iter().map(|(_, unit)| *unit).collect();
        steps.extend(library.send((*from, due.to), &units, session.env_mut())?);
    }
    steps.extend(library.add_known(due.to, &due.others, session.env_mut())?);
    Ok(steps)
}
