//! The memories that lie beside a release: who opens a project from a folder finds the
//! folder's memories in use, without a dialog, as who opens the folder does.
//!
//! They are told, and not kept in the settings: they come with the release. Which of them is
//! not to be asked is said in the list of memories, and kept by the memory's id. Left out:
//! sub-folders, and memories of other languages than the release's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::memories::Asked;
use super::{Desk, Outcome};
use crate::model::{MemoryHeader, Translation};
use crate::store;
use crate::texts::t;
use crate::workbench::library::{Kind, direction};

/// Memories found in a folder.
pub(super) type Found = Vec<(PathBuf, MemoryHeader)>;

impl Desk {
    /// Looks for memories beside a project, and in the folder that is open where the project
    /// is one of its list, as a job.
    pub(super) fn look_beside(&mut self, project: &Path) {
        let Some(folder) = project.parent().map(Path::to_owned) else { return };
        let listing = self.listing.as_ref().filter(|of| of.projects.iter().any(|p| p == project));
        let listed = listing.map(|listing| listing.memories.clone()).unwrap_or_default();
        let files = Arc::clone(&self.files);
        self.jobs.start_in_background(t!("beside-looking"), move |_, _| {
            let mut paths = store::listing::memories_in(files.as_ref(), &folder);
            paths.extend(listed);
            let header = |path: &PathBuf| store::memory::peek(files.as_ref(), path);
            let found = paths.into_iter().filter_map(|path| Some((header(&path)?, path)));
            Ok(Outcome::Beside(found.map(|(header, path)| (path, header)).collect()))
        });
    }

    /// Opens those that serve the release and are not open yet.
    pub(super) fn take_beside(&mut self, found: Found) {
        for (path, header) in found {
            if self.library.shelf(header.id).is_none() && self.serves(&header) {
                self.open_ours(&path, header, Kind::Shared, Asked::Beside);
            }
        }
    }

    fn serves(&self, header: &MemoryHeader) -> bool {
        let Some(session) = &self.session else { return false };
        let source = session.source_lang();
        let mut targets = session.project().translations.iter().map(Translation::lang);
        targets.any(|target| direction(header, source, target).is_some())
    }
}
