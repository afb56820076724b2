//! The review table: a translation as a table that people edit without Diptych, and what they
//! send back (`docs/formats/review.md`).
//!
//! | what | file |
//! |---|---|
//! | the table as it goes out, the columns of one that comes back | [`columns`] |
//! | Word documents | [`docx`] |
//! | pages | [`html`] |
//! | workbooks | [`xlsx`] |
//!
//! A row is known by the key in its last cell, which says too what its two texts were when
//! they went out. So rows may be sorted, left out and put into other tables. What the table is
//! of stands above it or beside it, and nothing needs it but the message that rows are
//! missing.
//!
//! Left out: the old forms of Word and Excel, ODT and ODS, inline codes.

pub mod columns;
pub mod docx;
pub mod html;
#[cfg(test)]
mod tests;
pub mod xlsx;
mod zip;

use std::fmt;
use std::str::FromStr;

use super::FormatError;
use crate::model::{BeadId, Fingerprint, Lang, ProjectId, Reading, Timestamp, TranslationId};
use crate::text::fold;

/// A translation as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewTable {
    /// What it is of.
    pub of: Subject,
    /// The source's language.
    pub source: Lang,
    /// The target's language.
    pub target: Lang,
    /// The title of the release.
    pub title: String,
    /// Its rows in order.
    pub rows: Vec<Entry>,
}

/// What a table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The project.
    pub project: ProjectId,
    /// The translation.
    pub translation: TranslationId,
    /// How many rows it had when it went out.
    pub rows: usize,
}

/// A row of a table that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its key.
    pub key: Key,
    /// Its number as shown.
    pub number: String,
    /// The source's text.
    pub source: String,
    /// The target's text.
    pub target: String,
    /// How far the target is, in a word.
    pub state: String,
    /// What was said of it.
    pub comment: String,
}

/// What a row is known by: its id, and what its texts were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The row.
    pub bead: BeadId,
    /// A print of the source's text.
    pub source: u32,
    /// A print of the target's text.
    pub target: u32,
    /// The first letter of the state.
    pub state: char,
}

/// A table that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnedTable {
    /// What it says it is of.
    pub of: Option<Subject>,
    /// Who saved the file last, as the file says.
    pub saved_by: String,
    /// Its rows in the order of the file.
    pub rows: Vec<Returned>,
}

/// A row of a table that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// Where it stands in the file, from 0.
    pub line: usize,
    /// Its key, where there is one that can be read.
    pub key: Option<Key>,
    /// Its number.
    pub number: String,
    /// The source's text.
    pub source: String,
    /// The target's text.
    pub target: String,
    /// The state.
    pub state: String,
    /// The comment.
    pub comment: String,
    /// Remarks in the margin.
    pub remarks: Vec<(String, String)>,
    /// Who changed the target with tracked changes that nobody has accepted yet, and when;
    /// the target is as it is with them.
    pub tracked: Vec<Hand>,
    /// Whether the target is the value of a formula.
    pub formula: bool,
    /// Whether the row was removed, which is tracked and not accepted yet.
    pub removed: bool,
}

/// Somebody's change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hand {
    /// Who.
    pub author: String,
    /// When.
    pub at: Option<Timestamp>,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// A Word document.
    Docx,
    /// A page.
    Html,
    /// A workbook.
    Xlsx,
}

impl TableFormat {
    /// By the ending of a file's name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let ends = |ending: &str| name.ends_with(ending);
        match () {
            () if ends(".docx") => Some(Self::Docx),
            () if ends(".html") || ends(".htm") => Some(Self::Html),
            () if ends(".xlsx") => Some(Self::Xlsx),
            () => None,
        }
    }
}

/// Writes a table.
///
/// # Errors
/// A text is longer than the format can hold.
pub fn write(table: &ReviewTable, format: TableFormat) -> Result<Vec<u8>, FormatError> {
    match format {
        TableFormat::Docx => docx::write(table),
        TableFormat::Html => Ok(html::write(table).into_bytes()),
        TableFormat::Xlsx => xlsx::write(table),
    }
}

/// Reads a table, by what is in it.
///
/// # Errors
/// It is none of the three, is damaged, or has no table of a review in it.
pub fn read(bytes: &[u8]) -> Result<Reading<ReturnedTable>, FormatError> {
    if !bytes.starts_with(b"PK") {
        return html::read(bytes);
    }
    if zip::has(bytes, "word/document.xml") { docx::read(bytes) } else { xlsx::read(bytes) }
}

/// A print of a text as people see it: white space and typography make no difference, since
/// word processors change both unasked.
#[must_use]
pub fn print(text: &str) -> u32 {
    let bits = Fingerprint::of(&plain(text)).bits();
    u32::try_from(bits >> 32).unwrap_or_default() ^ u32::try_from(bits & 0xffff_ffff).unwrap_or(0)
}

/// A text with one kind of space, dash, apostrophe and quotation mark, and no space twice.
#[must_use]
pub fn plain(text: &str) -> String {
    fold::typography(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Key {
    /// The key of a row with these texts in this state.
    #[must_use]
    pub fn of(bead: BeadId, (source, target): (&str, &str), state: &str) -> Self {
        Self { bead, source: print(source), target: print(target), state: letter(state) }
    }
}

/// The letter that a state is known by.
#[must_use]
pub fn letter(state: &str) -> char {
    state.trim().chars().next().map_or('o', |letter| letter.to_ascii_lowercase())
}

/// `r00000000000000f1-1a2b3c4d-5e6f7a8b-t`: a letter first, so that no spreadsheet takes it for
/// a number.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "r{}-{:08x}-{:08x}-{}", self.bead, self.source, self.target, self.state)
    }
}

/// Spaces and line breaks inside do not matter, nor does another kind of hyphen.
impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text: String = plain(text).split(' ').collect::<String>().to_lowercase();
        let mut parts = text.strip_prefix('r').ok_or(())?.split('-');
        let mut next = || parts.next().ok_or(());
        let bead = next()?.parse().map_err(|_| ())?;
        let number = |text: &str| u32::from_str_radix(text, 16).map_err(|_| ());
        let (source, target) = (number(next()?)?, number(next()?)?);
        let state = next()?;
        let state = state.parse().map_err(|_| ())?;
        if parts.next().is_some() { Err(()) } else { Ok(Self { bead, source, target, state }) }
    }
}

/// As it stands above a table.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { project, translation, rows } = self;
        write!(f, "Diptych review 1: project {project}, translation {translation}, {rows} rows")
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = plain(text);
        let (_, rest) = text.split_once("Diptych review 1: project ").ok_or(())?;
        let (project, rest) = rest.split_once(", translation ").ok_or(())?;
        let (translation, rest) = rest.split_once(", ").ok_or(())?;
        let rows = rest.split(' ').next().ok_or(())?;
        Ok(Self {
            project: project.parse().map_err(|_| ())?,
            translation: translation.parse().map_err(|_| ())?,
            rows: rows.parse().map_err(|_| ())?,
        })
    }
}
