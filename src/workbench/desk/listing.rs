//! The releases of a folder, or the recent ones, as a list.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Desk, Outcome};
use crate::model::Watch;
use crate::store;
use crate::texts::t;
use crate::workbench::aligned::AlignedRows;
use crate::workbench::summary::Summary;

impl Desk {
    /// The releases of the folder that was opened, or the recent ones.
    #[must_use]
    pub fn releases(&self) -> &[Summary] {
        &self.releases
    }

    /// Reads the lines of the recent releases, as a job.
    pub fn list_recent(&mut self) {
        let recent: Vec<PathBuf> = self.settings.recent.clone();
        self.summarise(recent);
    }

    /// Reads the list anew: the folder that is open, or the recent releases.
    pub fn list_anew(&mut self) {
        match self.listing.as_ref().map(|listing| listing.folder.clone()) {
            Some(folder) => self.open(&folder),
            None => self.list_recent(),
        }
    }

    /// When the releases were listed.
    #[must_use]
    pub const fn listed_at(&self) -> Option<&jiff::ZonedDateTime> {
        self.listed_at.as_ref()
    }

    pub(super) fn summarise(&mut self, paths: Vec<PathBuf>) {
        let files = Arc::clone(&self.files);
        self.jobs.start(t!("listing-reading-the-list"), move |watch| {
            let mut lines = Vec::with_capacity(paths.len());
            let mut rows = Vec::new();
            for (done, path) in paths.iter().enumerate() {
                watch.report(done, paths.len())?;
                if let Ok(reading) = store::project::open(files.as_ref(), path) {
                    lines.push(Summary::of(path, &reading.value));
                    rows.extend(AlignedRows::of(&reading.value, Some(path)));
                }
            }
            Ok(Outcome::Summaries(lines, rows))
        });
    }
}
