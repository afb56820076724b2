//! Steps that reach beyond the open release: units of several memories, files of releases
//! that are not open. Each is one step to undo.
//!
//! In the open release such a step stands in its history by a number, so that undo takes it
//! back in its turn; where no release is open, or another, it is undone when nothing of that
//! one is left to undo. A file is changed only where the patch fits what is in it.

use std::path::{Path, PathBuf};

use super::history::UnitStep;
use crate::model::{Patch, Project, ProjectId};
use crate::store::{self, Files, Home, journal};
use crate::texts::t;

/// A step over memories and releases.
#[derive(Debug, Clone, PartialEq)]
pub struct WideStep {
    /// By which a history knows it.
    pub number: u64,
    /// What it was, in English, as patches are named.
    pub name: &'static str,
    /// What it did to memories.
    pub units: Vec<UnitStep>,
    /// What it did to releases.
    pub releases: Vec<ReleaseStep>,
}

/// What a step did to a release.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseStep {
    /// The release.
    pub project: ProjectId,
    /// Its file; `None` for one that was never saved.
    pub path: Option<PathBuf>,
    /// The change.
    pub patch: Patch,
}

impl ReleaseStep {
    /// The step turned round.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { patch: self.patch.inverse(), ..self.clone() }
    }
}

/// Which way a step is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is taken back.
    Undo,
    /// It is done again.
    Redo,
}

/// The steps done and undone.
#[derive(Debug, Clone, Default)]
pub struct Wide {
    done: Vec<WideStep>,
    undone: Vec<WideStep>,
    last: u64,
}

impl Wide {
    /// The number of the next step.
    pub const fn next_number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Notes a step that was done.
    pub fn push(&mut self, step: WideStep) {
        self.undone.clear();
        self.done.push(step);
    }

    /// The number of the step that would be gone next.
    #[must_use]
    pub fn next(&self, way: Way) -> Option<u64> {
        match way {
            Way::Undo => self.done.last(),
            Way::Redo => self.undone.last(),
        }
        .map(|step| step.number)
    }

    /// A step to be gone, noted as gone that way; `None` where it is not to be gone.
    pub fn go(&mut self, number: u64, way: Way) -> Option<WideStep> {
        let (from, to) = match way {
            Way::Undo => (&mut self.done, &mut self.undone),
            Way::Redo => (&mut self.undone, &mut self.done),
        };
        let place = from.iter().position(|step| step.number == number)?;
        let step = from.remove(place);
        to.push(step.clone());
        Some(step)
    }
}

/// Changes a release in its file by the patch that is made of it, with a backup of what it was;
/// the release as it is then, and the patch. One that is open elsewhere or has unsaved work is
/// left as it is.
///
/// # Errors
/// Why nothing was done, in a sentence.
pub fn change_file(
    files: &dyn Files,
    home: &Home,
    path: &Path,
    make: impl FnOnce(&Project) -> Result<Patch, String>,
) -> Result<(Project, Patch), String> {
    let told = |error: store::StoreError| error.to_string();
    let mut project = store::project::open(files, path).map_err(told)?.value;
    let claim = journal::claim(files, home, project.id, "").map_err(told)?;
    let _claim = claim.ok_or(t!("accept-it-is-open-in-another-window"))?;
    if journal::recover(files, home, project.id).ok().flatten().is_some() {
        return Err(t!("it-has-unsaved-work-open-it").to_owned());
    }
    let patch = make(&project)?;
    patch.apply(&mut project).map_err(|_| t!("wide-it-has-changed").to_owned())?;
    if !patch.is_empty() {
        store::project::save(files, home, path, &project).map_err(told)?;
    }
    Ok((project, patch))
}
