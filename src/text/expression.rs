//! Regular expressions that people type: compiled within bounds, refused in plain words.
//!
//! The `regex` crate searches in time linear in the text, so no expression hangs; what is
//! bounded here is the compiled program.

use regex::{Regex, RegexBuilder};

/// The largest expression that is compiled, in bytes of its program: what takes longer
/// than a key press to compile is refused.
pub const MOST_BYTES: usize = 1 << 20;

/// Compiles an expression.
///
/// # Errors
/// It does not parse, or it is too large: why, in a sentence.
pub fn compile(expression: &str, match_case: bool) -> Result<Regex, String> {
    RegexBuilder::new(expression)
        .case_insensitive(!match_case)
        .size_limit(MOST_BYTES)
        .build()
        .map_err(|error| reason(&error))
}

/// Why an expression does not parse, in one line without the drawing.
#[must_use]
pub fn reason(error: &regex::Error) -> String {
    match error {
        regex::Error::Syntax(drawing) => {
            let last = drawing.lines().rev().find_map(|line| line.strip_prefix("error: "));
            format!("not a regular expression: {}", last.unwrap_or("it does not parse"))
        }
        regex::Error::CompiledTooBig(_) => "the regular expression is too large".to_owned(),
        other => other.to_string(),
    }
}
