//! One project, one person at a time: who else has the file open, and saying that we do.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;

use super::Desk;
use super::told::Tone;
use crate::model::Project;
use crate::store::Files;
use crate::store::presence::{self, Person, REFRESH, Seen, State};
use crate::texts::t;
use crate::workbench::opening::ProjectFile;

/// A release that somebody else has open: what becomes of opening it is to be decided.
#[derive(Debug, Clone)]
pub struct Claimed {
    pub(super) project: Project,
    pub(super) file: ProjectFile,
    /// Who, and whether they are still there.
    pub seen: Seen,
}

impl Claimed {
    /// The release's headline.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.project.release.title
    }
}

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// To work on it.
    Work,
    /// To be read.
    Read,
}

/// That we have a project open, said again and again on a thread of its own. Dropping it
/// takes it back.
pub(super) struct Presence {
    project: PathBuf,
    own: Person,
    lost: Arc<AtomicBool>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Presence {
    /// Says that `own` has the project open; `None` where that cannot be said.
    fn begin(
        files: Arc<dyn Files + Send + Sync>,
        project: &Path,
        own: Person,
        over: bool,
    ) -> Option<Self> {
        let signed = presence::sign(files.as_ref(), project, &own, over);
        if let Err(problem) = &signed {
            tracing::debug!(%problem, "nobody is told that the project is open");
        }
        signed.ok().filter(|signed| *signed)?;
        let (stop, stopped) = channel::<()>();
        let lost = Arc::new(AtomicBool::new(false));
        let (project, path) = (project.to_owned(), project.to_owned());
        let (tell, signed) = (Arc::clone(&lost), own.clone());
        let run = move || {
            while stopped.recv_timeout(REFRESH) == Err(RecvTimeoutError::Timeout) {
                if matches!(presence::refresh(files.as_ref(), &path, &own), Ok(false)) {
                    tell.store(true, Ordering::Release);
                    return;
                }
            }
            if let Err(problem) = presence::leave(files.as_ref(), &path, &own) {
                tracing::debug!(%problem, "the sign beside the project stays");
            }
        };
        let thread = std::thread::Builder::new().name("presence".to_owned()).spawn(run).ok();
        Some(Self { project, own: signed, lost, stop: Some(stop), thread })
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    /// Whoever else has the file that was just opened open, with what to decide.
    #[must_use]
    pub const fn claimed(&self) -> Option<&Claimed> {
        self.keeping.claimed.as_ref()
    }

    /// Opens it to be read: nothing in it can be changed.
    pub fn open_to_read(&mut self) {
        let Some(Claimed { project, file, .. }) = self.keeping.claimed.take() else { return };
        let env = (self.new_env)(&self.settings.author);
        self.put_project_so(project, Some(file), env, Opening::Read);
    }

    /// Opens it to work on it, in the place of somebody who is no longer there.
    pub fn take_over(&mut self) {
        let Some(claimed) = self.keeping.claimed.take() else { return };
        self.keeping.takes_over = Some(claimed.file.path.clone());
        self.put_opened(claimed.project, claimed.file);
    }

    /// Does not open it.
    pub fn leave_claimed(&mut self) {
        self.keeping.claimed = None;
    }

    /// Whoever works on a file that is to be opened, unless it is ours. What ended on this
    /// machine is nobody's.
    pub(super) fn seen_at(&mut self, file: &ProjectFile) -> Option<Seen> {
        if self.keeping.takes_over.as_ref() == Some(&file.path) {
            return None;
        }
        let now = self.now();
        let known = self.keeping.presence.as_ref().map(|presence| presence.own.clone());
        let own = known.unwrap_or_else(|| Person::here("", now));
        let seen = presence::look(self.files.as_ref(), &file.path, now, &own)?;
        (seen.state != State::Ended).then_some(seen)
    }

    /// Says from now on that this file is open here, and no longer that another is.
    pub(super) fn be_present(&mut self, path: Option<&Path>, now: crate::model::Timestamp) {
        let over = self.keeping.takes_over.take();
        self.keeping.presence = None;
        let Some(path) = path else { return };
        let own = Person::here(&self.settings.author, now);
        let files = Arc::clone(&self.files);
        let ended = presence::look(self.files.as_ref(), path, now, &own)
            .is_some_and(|seen| seen.state == State::Ended);
        let over = ended || over.as_deref() == Some(path);
        self.keeping.presence = Presence::begin(files, path, own, over);
    }

    /// Sees whether somebody has taken the open release over: then it can only be read here.
    pub fn watch_presence(&mut self) {
        let Some(presence) = &self.keeping.presence else { return };
        if !presence.lost.load(Ordering::Acquire) {
            return;
        }
        self.keeping.elsewhere = Some(presence.project.clone());
        self.keeping.presence = None;
        if let Some(session) = &mut self.session {
            session.open_to_read(true);
        }
        self.tell(Tone::Wrong, t!("presence-taken-over"));
    }
}
