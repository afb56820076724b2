//! Opening files, whatever they are, and reading texts for a new release.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::memories::Asked;
use super::memories::Shelving;
use super::presence::others_at;
use super::told::{IncomingText, Slot};
use super::{Desk, Outcome};
use crate::store::{self, Files, Listing};
use crate::texts::t;
use crate::workbench::library::Kind;
use crate::workbench::opening::{self, Opened, ReadText};
use crate::workbench::session::Session;

/// The name of the job that reads a text for a new release.
pub(super) const READING: &str = "opening-reading";

impl Desk {
    /// Reads a project, a memory, a folder or a bilingual file, whatever it is.
    pub fn open(&mut self, path: &Path) {
        let (files, path) = (Arc::clone(&self.files), store::absolute(path));
        if files.is_dir(&path) {
            self.jobs.start(t!("opening-reading-the-folder"), move |_| {
                let listing = Listing::of(files.as_ref(), &path);
                Ok(Outcome::Listing(listing.map_err(|error| error.to_string())))
            });
            return;
        }
        if let Some(header) = store::memory::peek(files.as_ref(), &path) {
            self.open_ours(&path, header, Kind::Shared, Asked::ByName);
            return;
        }
        let (own, now) = self.own_presence();
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(t!("opening-opening"), move |_| {
            Ok(match opening::open(files.as_ref(), &path, &mut env) {
                Ok(Opened::Memory(memory)) => {
                    Outcome::Memory(Box::new(Shelving::imported(*memory)))
                }
                opened => {
                    let seen = others_at(files.as_ref(), &path, now, &own);
                    Outcome::Opened(Box::new(opened.map_err(|error| error.to_string())), seen)
                }
            })
        });
    }

    /// Whether this is the file of the release that is open.
    #[must_use]
    pub fn has_open(&self, path: &Path) -> bool {
        let open = self.session.as_ref().and_then(|session| session.path());
        open.is_some_and(|open| open == store::absolute(path))
    }

    /// Whether a text for a new release is being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.jobs.is_running(READING)
    }

    /// Reads a text for a new release.
    pub fn read_text(&mut self, path: &Path, slot: Slot) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        if let Some(name) = path.file_name() {
            self.origins.insert(name.to_string_lossy().into_owned(), path.clone());
        }
        let (taught, mut env) = (self.all_taught(), (self.new_env)(&self.settings.author));
        self.jobs.start(t!(READING), move |watch| {
            let place = (files.as_ref() as &dyn Files, path.as_path());
            let read = opening::read_arriving(place, None, &taught, watch, &mut env)?;
            let text = read.map_err(|error| error.to_string()).map(|(read, found)| {
                let ReadText { text, name, note, .. } = read;
                IncomingText { text, name, note, slot, found: found.map(Arc::new) }
            });
            Ok(Outcome::Text(Box::new(text)))
        });
    }

    /// The texts that have been read since the last call.
    pub fn incoming_texts(&mut self) -> Vec<IncomingText> {
        std::mem::take(&mut self.incoming)
    }

    /// Whether a file is something that does not take the open release's place.
    #[must_use]
    pub fn is_memory_or_text(&self, path: &Path) -> bool {
        let name = path.to_string_lossy();
        self.files.is_dir(path) || !name.ends_with(".project.ron")
    }

    /// Where files are usually written: beside the open one, or where the last was.
    #[must_use]
    pub fn usual_folder(&self) -> PathBuf {
        let open = self.session.as_ref().and_then(Session::path).and_then(Path::parent);
        let recent = || self.settings.recent.first().and_then(|path| path.parent());
        open.or_else(recent).map(Path::to_owned).unwrap_or_default()
    }
}
