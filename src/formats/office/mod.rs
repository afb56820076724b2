//! Documents of word processors: zip files of XML parts.
//!
//! [`package`] reads and writes the zip file, with limits. Each format turns a paragraph into
//! a row of [`inline`] items; from there on both go the same way: a block is made of it, and
//! [`plan`] turns a rendering of the block into changes of the part's text, which
//! [`edit`] makes. What is not rendered stays byte for byte.

#[cfg(test)]
mod bad_files;
pub mod docx;
mod edit;
mod inline;
pub mod odt;
pub(super) mod package;
mod plain;
mod plan;
#[cfg(test)]
mod testing;

use std::collections::BTreeMap;

use super::FormatError;
use super::page::{Marked, Page, Part, Rendering};
use super::xml::tree::Fault;
use crate::model::{Lang, Problem};

/// The renderings of a document's blocks, one after the other.
struct Renderings<'a> {
    rest: std::slice::Iter<'a, Option<Marked>>,
    given: usize,
    taken: usize,
}

impl<'a> Renderings<'a> {
    fn new(rendering: &'a Rendering) -> Self {
        let given = rendering.blocks.len();
        Self { rest: rendering.blocks.iter(), given, taken: 0 }
    }

    /// That of the next block.
    fn next(&mut self) -> Result<Option<&'a Marked>, FormatError> {
        self.taken += 1;
        match self.rest.next() {
            Some(marked) => Ok(marked.as_ref()),
            None => Err(FormatError::Misfit(format!(
                "the document has more blocks than the {} that are rendered",
                self.given
            ))),
        }
    }

    /// Why the one that was taken last does not fit.
    fn misfit(&self, cause: &str) -> FormatError {
        FormatError::Misfit(format!("block {}: {cause}", self.taken))
    }

    /// After the last block none must be left.
    fn finish(&self) -> Result<(), FormatError> {
        match self.rest.len() {
            0 => Ok(()),
            _ => Err(FormatError::Misfit(format!(
                "the document has {} blocks, but {} are rendered",
                self.taken, self.given
            ))),
        }
    }
}

/// Why a part cannot be read, with its name.
fn problem_of(part: &str, fault: Fault) -> Problem {
    named(part, &Problem::at(fault.line, fault.cause))
}

/// A problem of a part, with the part's name.
fn named(part: &str, problem: &Problem) -> Problem {
    Problem { line: problem.line, cause: format!("{} ({part})", problem.cause) }
}

/// The language of a page is the one that most of its text is said to be in; blocks keep
/// theirs where it is another.
fn settle_languages(page: &mut Page) {
    let mut counts: BTreeMap<&str, (usize, &Lang)> = BTreeMap::new();
    for block in page.blocks.iter().filter(|block| block.part == Part::Body) {
        if let Some(lang) = &block.lang {
            counts.entry(lang.as_str()).or_insert((0, lang)).0 += block.content.text.len();
        }
    }
    let most = counts.into_values().max_by_key(|(count, _)| *count);
    if let Some((_, lang)) = most {
        page.lang = Some(lang.clone());
    }
    let main = page.lang.clone();
    for block in &mut page.blocks {
        block.lang = block.lang.take().filter(|lang| Some(lang) != main.as_ref());
    }
}

/// What is told of tracked changes.
fn tell_tracked(inserted: usize, deleted: usize) -> Option<Problem> {
    let cause = format!(
        "the document has tracked changes: {inserted} × an insertion, which was read, {deleted} × a \
         deletion, which was not and stays in the file; accept or reject them first where that \
         is not what is meant"
    );
    (inserted + deleted > 0).then(|| Problem::whole(cause))
}

/// What is told of hidden text.
fn tell_hidden(count: usize) -> Option<Problem> {
    let cause = format!("{count} × hidden text, which was not read and stays in the file");
    (count > 0).then(|| Problem::whole(cause))
}
