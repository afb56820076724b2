//! Partial success as data: what a reader could not use, and where.

use std::fmt;

/// Something a reader skipped or mended, told by place and cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, from 0; `None` where lines mean nothing.
    pub line: Option<usize>,
    /// What is wrong, and what was done or can be done; lower case, no full stop.
    pub cause: String,
}

impl Problem {
    /// A problem at a line counted from 0.
    #[must_use]
    pub fn at(line: usize, cause: impl Into<String>) -> Self {
        Self { line: Some(line), cause: cause.into() }
    }

    /// A problem of the whole file.
    #[must_use]
    pub fn whole(cause: impl Into<String>) -> Self {
        Self { line: None, cause: cause.into() }
    }
}

impl fmt::Display for Problem {
    /// People count lines from 1.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {}: {}", line + 1, self.cause),
            None => f.write_str(&self.cause),
        }
    }
}

/// What was read, and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The usable part.
    pub value: T,
    /// What was skipped or mended, in the order of the file.
    pub problems: Vec<Problem>,
}

impl<T> Reading<T> {
    /// A reading without a problem.
    #[must_use]
    pub const fn clean(value: T) -> Self {
        Self { value, problems: Vec::new() }
    }
}
