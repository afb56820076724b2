//! Writing a memory, whole or a line at a time.

use std::collections::BTreeMap;

use super::{CLOSING, FORMAT, KeptLine};
use crate::formats::ron_text;
use crate::model::{MemoryFile, MemoryHeader, Revision, RevisionId};

/// The lines before the first revision.
#[must_use]
pub fn opening(header: &MemoryHeader) -> String {
    format!("(format: {FORMAT},\nheader: {},\nrevisions: [\n", ron_text::line(header))
}

/// The line of a revision, with its line end.
#[must_use]
pub fn revision_line(revision: &Revision) -> String {
    let mut line = ron_text::line(revision);
    line.push_str(",\n");
    line
}

/// The text of a memory file.
#[must_use]
pub fn write(file: &MemoryFile) -> String {
    write_with(file, &[])
}

/// The text of a memory file in which lines of newer writers stay as they were.
/// Lines that are no RON at all stay as comments, so that the whole is valid.
#[must_use]
pub fn write_with(file: &MemoryFile, kept: &[KeptLine]) -> String {
    let raw: BTreeMap<RevisionId, &str> =
        kept.iter().filter_map(|line| Some((line.revision?, line.text.as_str()))).collect();
    let mut text = opening(&file.header);
    for revision in &file.revisions {
        match raw.get(&revision.id) {
            Some(line) => ron_text::push_line(&mut text, line),
            None => text.push_str(&revision_line(revision)),
        }
    }
    for line in kept.iter().filter(|line| line.revision.is_none()) {
        ron_text::push_kept(&mut text, &line.text, line.newer);
    }
    text.push_str(CLOSING);
    text
}
