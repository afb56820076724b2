//! A finding: which check, where, what, and the fix where there is a safe one.

use std::ops::Range;

use super::cause::Cause;
use super::{Check, CheckId};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Likely wrong.
    Warning,
    /// Wrong as far as can be told.
    Error,
}

impl Severity {
    /// The severity in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A side of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The source.
    Source,
    /// The target.
    Target,
}

impl Side {
    /// The side in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

/// A place in a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which text.
    pub side: Side,
    /// Where in it, in Unicode scalar values.
    pub range: Range<usize>,
}

/// A change of the target that mends what was found and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced, in Unicode scalar values of the target.
    pub range: Range<usize>,
    /// By what.
    pub text: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: CheckId,
    /// How bad it is: at most what the table says.
    pub severity: Severity,
    /// The row, by its place in the sheet.
    pub row: usize,
    /// Where.
    pub place: Place,
    /// What is the case.
    pub cause: Cause,
    /// What mends it, where that is safe.
    pub fix: Option<Fix>,
}

/// Findings as the checks make them.
pub(super) struct Found {
    check: CheckId,
    severity: Severity,
    findings: Vec<Finding>,
}

impl Found {
    /// No findings yet.
    pub(super) const fn new() -> Self {
        Self { check: CheckId::Open, severity: Severity::Info, findings: Vec::new() }
    }

    /// What is found next is this check's, and at worst so bad.
    pub(super) const fn begin(&mut self, check: &Check, severity: Severity) -> &mut Self {
        self.check = check.id;
        self.severity = severity;
        self
    }

    /// Something is wrong at `range` (bytes) of `text`.
    pub(super) fn tell(
        &mut self,
        row: usize,
        (side, text): (Side, &str),
        range: Range<usize>,
        cause: Cause,
    ) -> &mut Finding {
        let place = Place { side, range: scalars(text, range) };
        let (check, severity) = (self.check, self.severity);
        let fresh = Finding { check, severity, row, place, cause, fix: None };
        let at = self.findings.len();
        self.findings.push(fresh);
        &mut self.findings[at]
    }

    /// All of them, in the order in which they were told.
    pub(super) fn all(self) -> Vec<Finding> {
        self.findings
    }
}

impl Finding {
    /// Adds a fix: `text` instead of `range` (bytes) of `target`.
    pub(super) fn mended(&mut self, target: &str, range: Range<usize>, text: &str) {
        self.fix = Some(Fix { range: scalars(target, range), text: text.to_owned() });
    }

    /// No worse than this.
    pub(super) fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.severity = self.severity.min(severity);
        self
    }
}

/// A place in bytes as one in Unicode scalar values.
pub(super) fn scalars(text: &str, range: Range<usize>) -> Range<usize> {
    let count = |end: usize| text.char_indices().take_while(|(at, _)| *at < end).count();
    count(range.start)..count(range.end)
}
