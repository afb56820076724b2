//! Saving, and keeping what is not saved yet: the journal, what a crash left, a file
//! that somebody else has changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;

use super::presence::{Claimed, Opening, Presence};
use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{Project, ProjectId};
use crate::store::backups::Keep;
use crate::store::presence::Seen;
use crate::store::project::Stamp;
use crate::store::{self, Files, Home, Settings, journal};
use crate::texts::{day_and_clock, t};
use crate::workbench::autosave::{Autosave, Work, settled};
use crate::workbench::env::Env;
use crate::workbench::history::Steps;
use crate::workbench::keeper::Keeper;
use crate::workbench::opening::ProjectFile;
use crate::workbench::recovery::Recovery;
use crate::workbench::session::Session;

/// What the desk knows of the file and the journal of the open release.
pub(super) struct Keeping {
    keeper: Keeper,
    /// The state of the file as it was read or saved last: it should still be that.
    pub(super) saved: Option<Stamp>,
    /// Unsaved work of the release that is to be opened: somebody has to decide.
    waiting: Option<Recovery>,
    /// The file that somebody else has changed.
    changed: Option<PathBuf>,
    told: Option<String>,
    autosave: Autosave,
    /// A save that was asked for while another was under way: one goes after the other,
    /// so that the journal always follows one state.
    next: Option<(ProjectId, PathBuf, Over)>,
    /// The file of the open release where another window has it open too: it is not
    /// written from here.
    pub(super) elsewhere: Option<PathBuf>,
    /// A release that somebody else has open: somebody has to decide.
    pub(super) claimed: Option<Claimed>,
    /// That we have the open release's file open.
    pub(super) presence: Presence,
    /// The file that is opened in somebody's place.
    pub(super) takes_over: Option<PathBuf>,
    /// Why the last save that nobody asked for failed, told once.
    refused: Option<String>,
    /// Whether somebody asked for the state that is in the file, or has not yet seen it
    /// replaced: then a backup keeps it.
    asked_for: bool,
}

impl Keeping {
    pub(super) fn new(files: Arc<dyn Files + Send + Sync>, home: Home) -> Self {
        let presence = Presence::new(Arc::clone(&files));
        let keeper = Keeper::new(files, home);
        Self {
            keeper,
            saved: None,
            waiting: None,
            changed: None,
            told: None,
            autosave: Autosave::default(),
            next: None,
            elsewhere: None,
            claimed: None,
            presence,
            takes_over: None,
            refused: None,
            asked_for: true,
        }
    }
}

/// The name of the job.
const SAVING: &str = "saving-saving";

/// Why a save is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// Somebody asked for it.
    Asked,
    /// It was time.
    Unasked,
}

/// Whether a file that is there is written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Only where it is what was read or saved last.
    IfAsSaved,
    /// Whatever it is; a backup keeps it.
    Always,
}

/// Why a release was not saved.
pub(super) enum NotSaved {
    /// Somebody else has changed the file.
    Changed,
    /// The disk refuses.
    Refused(String),
}

impl Desk {
    /// Saves the project to its file.
    pub fn save_to(&mut self, path: &Path, over: Over) {
        if self.is_elsewhere(path) {
            // The same name was chosen again.
            return self.tell(Tone::Wrong, t!("presence-choose-another-name"));
        }
        self.start_saving(path, over, Occasion::Asked);
    }

    /// Saves the release in its file where it is time for that, at `now` on the window's
    /// clock; how long until it will be.
    pub fn save_when_due(&mut self, now: Duration) -> Option<Duration> {
        // What is done while a save is under way waits for the next one.
        if self.is_saving() {
            return None;
        }
        let every = self.settings.autosave();
        let unsaved = self.is_unsaved();
        let session = self.session.as_ref()?;
        let path = session.path().filter(|path| !self.is_elsewhere(path))?.to_owned();
        let settled = settled(session.counts());
        let left = self.keeping.autosave.due_in(now, every, Work { unsaved, settled })?;
        if !left.is_zero() {
            return Some(left);
        }
        self.keeping.autosave.tried(now, settled);
        self.start_saving(&path, Over::IfAsSaved, Occasion::Unasked);
        None
    }

    /// Switches saving unasked off, or on with the usual minutes.
    pub(super) fn toggle_autosave(&mut self) {
        let usual = Settings::default().autosave_mins;
        let mins = if self.settings.autosave_mins == 0 { usual } else { 0 };
        self.settings.autosave_mins = mins;
        self.save_settings();
        let text = match mins {
            0 => t!("saving-saved-only-when-you-ask-what").to_owned(),
            mins => t!("saving-after-minutes", count = mins),
        };
        self.tell(Tone::Done, text);
    }

    /// Whether another window works on the release in this file.
    pub(super) fn is_elsewhere(&self, path: &Path) -> bool {
        self.keeping.elsewhere.as_deref() == Some(path)
    }

    /// Whether a save is under way.
    pub(super) fn is_saving(&self) -> bool {
        self.jobs.is_running(SAVING)
    }

    fn start_saving(&mut self, path: &Path, over: Over, occasion: Occasion) {
        self.keep();
        let Some(session) = &self.session else { return };
        if self.is_saving() {
            self.keeping.next = Some((session.project().id, path.to_owned(), over));
            return;
        }
        let (project, done) = (Arc::new(session.snapshot()), session.done());
        let steps = session.last_steps();
        let own = session.path() == Some(path) && over == Over::IfAsSaved;
        let expected = self.keeping.saved.filter(|_| own);
        let sparingly = occasion == Occasion::Unasked && !self.keeping.asked_for;
        let keep = if sparingly { Keep::Sparingly } else { Keep::Always };
        let (files, home, path) = (Arc::clone(&self.files), self.home.clone(), path.to_owned());
        let may_write = self.keeping.keeper.save_begins(&project, &path);
        self.jobs.start(t!(SAVING), move |_| {
            // What hangs up has nothing to mark.
            let _ = may_write.recv();
            let result = save(files.as_ref(), &home, &path, &project, expected, keep);
            Ok(Outcome::Saved { path, done, project, steps, result, occasion })
        });
    }

    pub(super) fn take_saved(
        &mut self,
        path: PathBuf,
        (done, steps): (isize, Steps),
        project: &Project,
        result: Result<(), NotSaved>,
        occasion: Occasion,
    ) {
        let asked = occasion == Occasion::Asked;
        match result {
            Ok(()) => {
                self.keep();
                self.keeping.keeper.saved(project, &path);
                let stamp = Stamp::of_saved(project);
                self.keeping.keeper.keep_steps(project.id, stamp, steps);
                self.keeping.asked_for = asked;
                self.keeping.refused = None;
                if asked {
                    self.remember(&path);
                }
                let Some(session) = &mut self.session else { return };
                if session.project().id == project.id {
                    let moved = session.path() != Some(&*path);
                    session.open_to_read(false);
                    session.mark_saved(done, &path);
                    let now = session.env.now();
                    self.saved_at = Some(now);
                    if moved {
                        self.keeping.elsewhere = None;
                        self.be_present(Some(&path), now);
                    }
                    self.keeping.saved = Some(stamp);
                }
            }
            Err(NotSaved::Changed) => {
                self.keeping.keeper.save_failed();
                if asked {
                    self.keeping.changed = Some(path);
                } else {
                    let name = path.display();
                    self.tell_not_saved(t!(
                        "saving-somebody-else-has-changed-your-work",
                        name = name
                    ));
                }
            }
            Err(NotSaved::Refused(why)) => {
                self.keeping.keeper.save_failed();
                let text = t!("saving-not-saved-your-work-is-kept", why = why);
                if asked {
                    self.tell(Tone::Wrong, text);
                } else {
                    self.tell_not_saved(text);
                }
            }
        }
    }

    /// Makes the save that was asked for while another was under way.
    pub(super) fn save_next(&mut self) {
        let Some((project, path, over)) = self.keeping.next.take() else { return };
        if self.session.as_ref().is_some_and(|session| session.project().id == project) {
            self.start_saving(&path, over, Occasion::Asked);
        }
    }

    /// A save that nobody asked for is tried again and again: why it fails is told once.
    fn tell_not_saved(&mut self, why: String) {
        if self.keeping.refused.as_ref() != Some(&why) {
            self.tell(Tone::Wrong, why.clone());
            self.keeping.refused = Some(why);
        }
    }

    /// The file that a save found changed by somebody else: asked for once.
    pub fn changed_file(&mut self) -> Option<PathBuf> {
        self.keeping.changed.take()
    }

    /// Whether something is done that the journal does not have.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        self.session.as_ref().is_some_and(Session::has_unkept)
    }

    /// Hands what has been done to the journal; to be called about once a second.
    pub fn keep(&mut self) {
        if let Some(session) = &mut self.session {
            let patches = session.unkept();
            self.keeping.keeper.keep(patches);
        }
        let problems = self.keeping.keeper.problems();
        for problem in problems.into_iter().map(|problem| problem.to_string()) {
            // A full disk refuses every second; once is enough.
            if self.keeping.told.as_ref() != Some(&problem) {
                let text = t!("saving-unsaved-work-cannot-be-kept-from", problem = problem);
                self.tell(Tone::Wrong, text);
                self.keeping.told = Some(problem);
            }
        }
    }

    /// Hands what has been done to the journal, and waits until it is on the disk.
    pub fn keep_now(&mut self) {
        self.keep();
        self.keeping.keeper.settle();
    }

    /// The window is closing, with everything saved or given up.
    pub fn close(&mut self) {
        self.keeping.keeper.give_up();
        self.keeping.keeper.settle();
        self.keeping.presence.end();
        self.keeping.presence.settle();
        self.library.settle_writing();
        self.settle_terms();
        self.keep_order_of_memories();
    }

    pub(super) fn begin_keeping(
        &mut self,
        project: &Project,
        file: Option<&ProjectFile>,
        env: &Env,
        opening: Opening,
    ) {
        self.keeping.keeper.give_up();
        self.keeping.keeper.settle();
        self.keeping.saved = file.map(|file| file.stamp);
        self.keeping.autosave = Autosave::default();
        self.keeping.asked_for = true;
        let path = file.map(|file| file.path.as_path());
        let note = claim_note(env);
        self.keeping.elsewhere = None;
        if opening == Opening::Read {
            self.keeping.presence.end();
            self.keeping.elsewhere = path.map(Path::to_owned);
            return;
        }
        self.be_present(path, env.now());
        if let Some(other) = self.keeping.keeper.begin(project, path, &note) {
            self.keeping.elsewhere = path.map(Path::to_owned);
            let by = if other.is_empty() { String::new() } else { format!(" ({other})") };
            let text = t!("saving-this-release-is-open-in-another", by = by);
            self.tell(Tone::Wrong, text);
        }
    }

    /// Reads what a crash left, as a job.
    pub(super) fn look_for_left_work(&mut self) {
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        if !files.exists(&home.journals()) {
            return;
        }
        self.jobs.start(t!("saving-looking-for-unsaved-work"), move |_| {
            Ok(Outcome::Left(left_work(files.as_ref(), &home)))
        });
    }

    /// Puts a release in front, or asks what is to become of unsaved work on it.
    /// `seen` is whoever else works on it.
    pub(super) fn put_opened(&mut self, project: Project, file: ProjectFile, seen: Option<Seen>) {
        if let Some(seen) = seen {
            self.keeping.claimed = Some(Claimed { project, file, seen });
            return;
        }
        self.left.retain(|left| left.project.id != project.id);
        if let Some(left) = journal::left_of(self.files.as_ref(), &self.home, project.id) {
            let recovery = Recovery::of(project.clone(), Some(file.clone()), left);
            if recovery.is_some() {
                self.keeping.waiting = recovery;
                return;
            }
            self.keeping.keeper.clear(project.id);
        }
        let env = (self.new_env)(&self.settings.author);
        self.put_project(project, Some(file), env);
    }

    /// Unsaved work somebody has to decide about.
    #[must_use]
    pub const fn recovery(&self) -> Option<&Recovery> {
        self.keeping.waiting.as_ref()
    }

    /// Asks about work that a crash left.
    pub fn ask_about(&mut self, project: ProjectId) {
        let at = self.left.iter().position(|left| left.project.id == project);
        self.keeping.waiting = at.map(|at| self.left.remove(at));
    }

    /// Takes unsaved work up: the release is open with it, and not saved.
    pub fn take_up(&mut self) {
        let Some(recovery) = self.keeping.waiting.take() else { return };
        let Recovery { project, file, base, patches, lost, .. } = recovery;
        let (id, count) = (project.id, patches.len());
        let env = (self.new_env)(&self.settings.author);
        self.put_project(project, file, env);
        if lost == 0 {
            self.keeping.keeper.resume(base);
        } else {
            self.keeping.keeper.clear(id);
        }
        let Some(session) = &mut self.session else { return };
        let carried_on = session.carry_on(patches);
        if lost == 0 {
            // The journal has these already.
            session.unkept();
        }
        self.tell_refusal(carried_on);
        self.tell(Tone::Done, t!("saving-changes-are-back", count = count));
    }

    /// Gives unsaved work up: the release is as it is in its file.
    pub fn give_up(&mut self) {
        let Some(recovery) = self.keeping.waiting.take() else { return };
        self.keeping.keeper.clear(recovery.project.id);
        if recovery.file.is_some() {
            let env = (self.new_env)(&self.settings.author);
            self.put_project(recovery.project, recovery.file, env);
        }
    }

    /// Decides later: nothing is opened, and the work is offered again.
    pub fn decide_later(&mut self) {
        self.left.extend(self.keeping.waiting.take());
    }
}

/// Who works here and since when, for whoever opens the same release.
fn claim_note(env: &Env) -> String {
    let since = env.now().to_zoned_datetime(TimeZone::system());
    let since = t!("saving-since", moment = day_and_clock(&since));
    if env.author.is_empty() { since } else { format!("{} {since}", env.author) }
}

fn save(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    project: &Project,
    expected: Option<Stamp>,
    keep: Keep,
) -> Result<(), NotSaved> {
    let refused = |error: store::StoreError| NotSaved::Refused(error.to_string());
    if let Some(expected) = expected.filter(|_| files.exists(path))
        && Stamp::of_file(files, path).map_err(refused)? != expected
    {
        return Err(NotSaved::Changed);
    }
    store::project::save_told(files, home, path, project, keep).map(|_| ()).map_err(refused)
}

/// What can be taken up of what crashes left. Journals whose changes are in the file
/// already go.
fn left_work(files: &dyn Files, home: &Home) -> Vec<Recovery> {
    let mut found = Vec::new();
    for left in journal::left(files, home) {
        let id = left.base.project;
        let found_there = match (&left.base.file, &left.unsaved) {
            (Some(path), _) => in_file(files, Path::new(path)),
            (None, Some(project)) => Some(((**project).clone(), None)),
            (None, None) => None,
        };
        let Some((project, file)) = found_there.filter(|(project, _)| project.id == id) else {
            continue;
        };
        match Recovery::of(project, file, left) {
            Some(recovery) => found.push(recovery),
            None => {
                let _ = journal::clear(files, home, id);
            }
        }
    }
    found
}

/// The project of a file, as it is now.
fn in_file(files: &dyn Files, path: &Path) -> Option<(Project, Option<ProjectFile>)> {
    let (reading, stamp) = store::project::open_stamped(files, path).ok()?;
    Some((reading.value, Some(ProjectFile { path: path.to_owned(), stamp })))
}
