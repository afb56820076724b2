//! Tables: rows of cells, from which two columns or more become units.
//!
//! | what | file |
//! |---|---|
//! | comma-, semicolon- and tab-separated text (RFC 4180), read and written | [`csv`] |
//! | sheets of workbooks, read | [`xlsx`] |
//! | which column is what | [`columns`] |
//! | terms | [`terms`] |
//! | the dates of a column | `dates` |
//!
//! Left out: several tables in one file, cells that span others.

pub mod columns;
pub mod csv;
mod dates;
pub mod terms;
pub mod xlsx;

pub use columns::{Columns, Field};

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on, from 0.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a cell without white space at its ends; empty where there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}
