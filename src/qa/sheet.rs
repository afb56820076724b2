//! A release in one target language, as the checks see it.

use crate::model::{Date, Lang, Role, RowNumber, Tag};

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as shown.
    pub number: Option<RowNumber>,
    /// What its block is in the release.
    pub role: Role,
    /// The source; empty for an addition.
    pub source: String,
    /// The target; `None` where it is open, left out on purpose, or not there.
    pub target: Option<String>,
    /// Whether the row waits for a translation.
    pub open: bool,
    /// Tags of the source.
    pub source_tags: Vec<Tag>,
    /// Tags of the target.
    pub target_tags: Vec<Tag>,
}

/// The rows of a release that are content, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the sources.
    pub source: Lang,
    /// The language of the targets.
    pub target: Lang,
    /// The release's date, from which relative dates are counted.
    pub date: Option<Date>,
    /// The rows.
    pub rows: Vec<Row>,
}
