//! Keeping what is not saved yet: every command goes to a journal within a second, so
//! that a crash costs no more than that.
//!
//! A session hands its patches over ([`Session::unkept`](super::Session::unkept)); a
//! thread of the keeper's own writes and flushes them, in order, so that no key waits
//! for the disk. A save clears the journal; what was done while it was being written
//! goes into the new one. The claim on the project (`store::journal::claim`) tells
//! journals of a crash from those of another window that is at work.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::history::Steps;
use super::jobs::Queue;
use crate::model::{Patch, Project, ProjectId};
use crate::store::journal::{self, Base};
use crate::store::project::Stamp;
use crate::store::{self, Claim, Files, Home, StoreError};

/// What is kept of the open release.
pub struct Keeper {
    files: Arc<dyn Files + Send + Sync>,
    home: Home,
    queue: Queue,
    of: Option<Kept>,
}

struct Kept {
    project: ProjectId,
    /// The state that the journal follows; `None` as long as the journal is not begun.
    base: Option<Base>,
    /// A release without a file is kept whole when its first change is.
    unsaved: Option<Box<Project>>,
    /// What was done since a save began.
    since_save: Option<Vec<Patch>>,
    claim: Option<Claim>,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let project = self.of.as_ref().map(|kept| kept.project);
        f.debug_struct("Keeper").field("of", &project).finish_non_exhaustive()
    }
}

impl Keeper {
    /// A keeper of nothing.
    #[must_use]
    pub fn new(files: Arc<dyn Files + Send + Sync>, home: Home) -> Self {
        Self { files, home, queue: Queue::new("journal"), of: None }
    }

    /// Another release is open. `note` says who works on it and since when; the answer is
    /// the note of another program that has it open too: then nothing is kept here, the
    /// other program does.
    pub fn begin(&mut self, project: &Project, path: Option<&Path>, note: &str) -> Option<String> {
        self.of = None;
        let claim = match journal::claim(self.files.as_ref(), &self.home, project.id, note) {
            Ok(Some(claim)) => Some(claim),
            Ok(None) => {
                return Some(journal::claim_note(self.files.as_ref(), &self.home, project.id));
            }
            // A home that takes no file keeps no journal: the first patch will tell.
            Err(_) => None,
        };
        self.of = Some(Kept {
            project: project.id,
            base: path.map(|path| Base::of(project, Some(path))),
            unsaved: path.is_none().then(|| Box::new(project.clone())),
            since_save: None,
            claim,
        });
        None
    }

    /// Work that a crash left is taken up: what is done now goes on behind it.
    pub fn resume(&mut self, base: Base) {
        if let Some(kept) = self.of.as_mut().filter(|kept| kept.project == base.project) {
            kept.base = Some(base);
            kept.unsaved = None;
        }
    }

    /// Keeps what has been done.
    pub fn keep(&mut self, patches: Vec<Patch>) {
        let Some(kept) = self.of.as_mut().filter(|_| !patches.is_empty()) else { return };
        if let Some(since) = &mut kept.since_save {
            since.extend(patches.iter().cloned());
        }
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        if let Some(project) = kept.unsaved.take() {
            let base = Base::of(&project, None);
            kept.base = Some(base.clone());
            self.queue.push(move || {
                journal::clear(files.as_ref(), &home, project.id)?;
                journal::keep_unsaved(files.as_ref(), &home, &project)?;
                journal::append(files.as_ref(), &home, &base, &patches)
            });
        } else if let Some(base) = kept.base.clone() {
            self.queue.push(move || journal::append(files.as_ref(), &home, &base, &patches));
        }
    }

    /// A save of this state to `path` begins; whatever is done from now on is not in it.
    /// The file may be written when something comes from the receiver, or its end hangs
    /// up: then the journal tells which changes the file will have.
    pub fn save_begins(&mut self, project: &Arc<Project>, path: &Path) -> Receiver<()> {
        let (marked, may_write) = mpsc::channel();
        let Some(kept) = &mut self.of else { return may_write };
        kept.since_save = Some(Vec::new());
        let Some(base) = kept.base.clone() else { return may_write };
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        let (project, path) = (Arc::clone(project), path.to_owned());
        self.queue.push(move || {
            let state = Base::of(&project, Some(&path));
            let result = journal::mark_save(files.as_ref(), &home, &base, &state);
            // Whoever saves may have been stopped.
            let _ = marked.send(());
            result
        });
        may_write
    }

    /// A save failed: the journal goes on.
    pub fn save_failed(&mut self) {
        if let Some(kept) = &mut self.of {
            kept.since_save = None;
        }
    }

    /// `project` is on disk at `path`: the journal begins anew from there.
    pub fn saved(&mut self, project: &Project, path: &Path) {
        let Some(kept) = self.of.as_mut().filter(|kept| kept.project == project.id) else {
            return;
        };
        let base = Base::of(project, Some(path));
        kept.base = Some(base.clone());
        kept.unsaved = None;
        let since = kept.since_save.take().unwrap_or_default();
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.queue.push(move || journal::begin_anew(files.as_ref(), &home, &base, &since));
    }

    /// Keeps what undo and redo can reach in this state of the file. It is no work that is
    /// lost where the disk refuses: that goes into the log.
    pub fn keep_steps(&mut self, project: ProjectId, stamp: Stamp, steps: Steps) {
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.queue.push(move || {
            let (done, undone) = steps;
            let kept = store::steps::keep(files.as_ref(), &home, project, stamp, &done, &undone);
            if let Err(problem) = kept {
                tracing::warn!(%problem, "the steps are not kept");
            }
            Ok(())
        });
    }

    /// The changes of the open release are given up, or all of them are saved.
    pub fn give_up(&mut self) {
        if let Some(kept) = self.of.take() {
            self.clear(kept.project);
            let claim = kept.claim;
            // The claim goes when the journal is gone.
            self.queue.push(move || {
                drop(claim);
                Ok(())
            });
        }
    }

    /// Removes the journal of a project that is not open.
    pub fn clear(&mut self, project: ProjectId) {
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.queue.push(move || journal::clear(files.as_ref(), &home, project));
    }

    /// What went wrong since the last call.
    pub fn problems(&mut self) -> Vec<StoreError> {
        self.queue.problems()
    }

    /// Waits until all is on disk.
    pub fn settle(&mut self) {
        self.queue.settle();
    }
}
