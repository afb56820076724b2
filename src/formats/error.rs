//! Why a text cannot be used at all.
//!
//! What can be used in part comes as a [`Reading`](crate::model::Reading) with
//! problems; this is for the rest. Paths are the business of `store`, which
//! wraps these errors in its own.

use crate::model::Lang;

/// A text that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// There is nothing in it.
    #[error("the file is empty; choose another one")]
    Empty,
    /// Written by a later version.
    #[error("needs a newer Diptych (format {found}; this one reads up to {known})")]
    Newer {
        /// The number on its first line.
        found: u32,
        /// The highest number this version reads.
        known: u32,
    },
    /// Another kind of file.
    #[error("this is not {expected}; {hint}")]
    Other {
        /// What was wanted, with its article: `a project file`.
        expected: &'static str,
        /// What to do.
        hint: String,
    },
    /// The right kind, but damaged.
    #[error("line {line}, column {column}: {cause}; {hint}")]
    Broken {
        /// The line, from 1.
        line: usize,
        /// The column in Unicode scalar values, from 1.
        column: usize,
        /// What was expected or found.
        cause: String,
        /// What to do.
        hint: &'static str,
    },
    /// No text.
    #[error("this is {what}, not a text; {hint}")]
    Binary {
        /// What it looks like, with its article: `a PDF document`.
        what: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// An encoding nobody knows.
    #[error("\"{label}\" is not the name of an encoding (such as utf-8, windows-1251, utf-16le)")]
    UnknownEncoding {
        /// As it was given.
        label: String,
    },
    /// The languages of a multilingual file do not make one pair.
    #[error("{cause}; say which source and target language to take: the file has {}", tags(there))]
    Languages {
        /// What is missing or ambiguous.
        cause: String,
        /// The languages that are there, most frequent first.
        there: Vec<Lang>,
    },
    /// A value that RON cannot write.
    #[error("cannot be written as RON: {0}")]
    Unwritable(String),
    /// What was to be put in place of a document's text is not made for it.
    #[error("the translation does not fit the original document: {0}")]
    Misfit(String),
    /// The file could not be read to its end.
    #[error("reading stopped: {0}")]
    Input(String),
}

fn tags(langs: &[Lang]) -> String {
    if langs.is_empty() {
        return "none".to_owned();
    }
    langs.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ")
}
