//! The target as plain text, and memories as files of other programs.

use std::path::Path;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{MemoryId, Problem, Reading};
use crate::texts::t;
use crate::workbench::export::{self, Export, Untranslated};
use crate::workbench::export_memory::MemoryFormat;
use crate::workbench::gate::DRAFT;
use crate::workbench::sending::Holdings;

impl Desk {
    /// The target of the open release as plain text.
    #[must_use]
    pub fn target_text(&self) -> Option<Export> {
        let session = self.session.as_ref()?;
        let translation = session.translation()?;
        let project = session.project();
        let all = session.includes_not_content();
        Some(export::plain_text(project, translation, Untranslated::Source, all))
    }

    /// Writes the target as plain text.
    pub fn export_text_to(&mut self, path: &Path) {
        let Some(Export { mut text, untranslated, .. }) = self.target_text() else { return };
        if self.marks_draft() {
            text.insert_str(0, &format!("{DRAFT}\n\n"));
        }
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let open = open_rows_note(untranslated);
        self.jobs.start(t!("exporting-exporting"), move |_| {
            let written = files.write_atomic(&path, text.as_bytes());
            let result = written.map_err(|error| error.to_string());
            Ok(Outcome::Written {
                what: t!("exporting-exported-to", path = path.display(), open = open),
                result,
            })
        });
    }

    /// The memory that is exported unless another is chosen: the first of the open
    /// release's pair, else the first there is.
    #[must_use]
    pub fn memory_to_export(&self) -> Option<MemoryId> {
        let filled = self.memories_to_fill();
        let first = self.library.shelves().first().map(|shelf| shelf.memory.header().id);
        filled.first().map(|(id, ..)| *id).or(first)
    }

    /// Writes a memory in a format, as a job. What the format cannot hold is told.
    pub fn export_memory_to(&mut self, memory: MemoryId, format: MemoryFormat, path: &Path) {
        let open = self.library.shelves().iter().any(|shelf| shelf.path.as_deref() == Some(path));
        if open {
            let why = t!("exporting-this-is-the-file-of-an");
            return self.tell(Tone::Notice, why);
        }
        let Some(shelf) = self.library.shelf(memory) else { return };
        let (memory, files, path) =
            (shelf.memory.snapshot(), Arc::clone(&self.files), path.to_owned());
        let (mut holdings, at_hand) = (Holdings::default(), self.releases_at_hand());
        let now = self.now();
        if let Some(session) = &self.session {
            holdings.add(session.project(), now);
        }
        self.jobs.start(t!("exporting-exporting"), move |watch| {
            holdings.read(files.as_ref(), &at_hand, now, watch)?;
            let (memory, held) = holdings.without_embargoed(memory);
            let Reading { value: text, problems } = format.write(&memory);
            let written = files.write_atomic(&path, text.as_bytes());
            let what = t!(
                "exporting-units-to",
                count = memory.len(),
                path = path.display(),
                told = told(&problems)
            );
            let what = match held {
                0 => what,
                held => what + &t!("embargo-left-out", count = held),
            };
            Ok(Outcome::Written { what, result: written.map_err(|error| error.to_string()) })
        });
    }
}

/// What a format could not hold, in a few words.
fn told(problems: &[Problem]) -> String {
    match problems {
        [] => String::new(),
        [only] => format!("; {only}"),
        [first, ..] => t!("exporting-notes-the-first", count = problems.len(), first = first),
    }
}

pub(super) fn open_rows_note(open: usize) -> String {
    if open == 0 { String::new() } else { t!("exporting-open-rows", count = open) }
}
