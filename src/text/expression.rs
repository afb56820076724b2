//! Regular expressions that people type: compiled within bounds, refused in plain words.
//!
//! The `regex` crate searches in time linear in the text, so no expression hangs; what is
//! bounded here is the compiled program.

use regex::{Regex, RegexBuilder};
use thiserror::Error;

/// Why an expression cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExpressionError {
    /// It does not parse; what is wrong, in English, where it is known.
    #[error("not a regular expression: {}", .0.as_deref().unwrap_or("it does not parse"))]
    NotOne(Option<String>),
    /// Its program would be larger than [`MOST_BYTES`].
    #[error("the regular expression is too large")]
    TooLarge,
    /// Something else is wrong with it, in English.
    #[error("{0}")]
    Other(String),
}

/// The largest expression that is compiled, in bytes of its program: what takes longer
/// than a key press to compile is refused.
pub const MOST_BYTES: usize = 1 << 20;

/// Compiles an expression.
///
/// # Errors
/// It does not parse, or it is too large.
pub fn compile(expression: &str, match_case: bool) -> Result<Regex, ExpressionError> {
    RegexBuilder::new(expression)
        .case_insensitive(!match_case)
        .size_limit(MOST_BYTES)
        .build()
        .map_err(|error| reason(&error))
}

/// Why an expression was refused, in one line without the drawing.
#[must_use]
pub fn reason(error: &regex::Error) -> ExpressionError {
    match error {
        regex::Error::Syntax(drawing) => {
            let last = drawing.lines().rev().find_map(|line| line.strip_prefix("error: "));
            ExpressionError::NotOne(last.map(str::to_owned))
        }
        regex::Error::CompiledTooBig(_) => ExpressionError::TooLarge,
        other => ExpressionError::Other(other.to_string()),
    }
}
