//! Lines of JSON, tables for people, and progress.

use std::io::{IsTerminal, Write};

use comfy_table::presets;
use comfy_table::{ContentArrangement, Table};
use serde_json::{Value, json};

use super::Failure;
use crate::model::{Cancelled, Problem, Watch};

/// Tells progress on a terminal, and only there.
pub struct Terminal {
    shows: bool,
    what: &'static str,
}

impl Terminal {
    /// Progress in numbers of these.
    pub fn of(what: &'static str) -> Self {
        Self { shows: std::io::stderr().is_terminal(), what }
    }
}

impl Watch for Terminal {
    fn report(&self, done: usize, total: usize) -> Result<(), Cancelled> {
        if self.shows && total > 0 {
            let end = if done == total { "\n" } else { "" };
            let _ = write!(std::io::stderr(), "\r{done} of {total} {}{end}", self.what);
        }
        Ok(())
    }
}

/// Prints one object on a line of its own.
pub fn json_line(out: &mut dyn Write, value: &Value) -> Result<(), Failure> {
    writeln!(out, "{value}")?;
    Ok(())
}

/// Problems as the contract has them: line from 0, cause.
pub fn problems(problems: &[Problem]) -> Value {
    let each = problems.iter().map(|problem| json!({"line": problem.line, "cause": problem.cause}));
    Value::Array(each.collect())
}

/// A table without borders, columns parted by spaces.
pub fn table(heads: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(heads.iter().copied());
    table
}

/// A text cut to `most` characters, for tables.
pub fn short(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if cut.len() < text.len() {
        cut.pop();
        cut.push('…');
    }
    cut
}
