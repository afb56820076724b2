//! What has to be known of a review table that came back, beside its differences.

use crate::model::RowNumber;

/// Something about a table that has to be known. Lines count from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// All of it is of another release.
    #[error("the table is of another project; nothing was taken")]
    OtherProject,
    /// A row is of no row of this translation.
    #[error("line {}: the row is of another release, or is gone from this one", .0 + 1)]
    Unknown(usize),
    /// A row has no key, and nothing else tells which it is.
    #[error("line {}: the row has no key that can be read, and no number and source of a row", .0 + 1)]
    Nameless(usize),
    /// A row was found without its key.
    #[error("line {}: the key is gone; by its number and source it is row {number}", .line + 1)]
    FoundBySource {
        /// Where it stands.
        line: usize,
        /// Its number.
        number: RowNumber,
    },
    /// A row comes again, with another target.
    #[error("row {number} comes more than once, and not with one target: none of them is taken")]
    Doubled {
        /// Its number.
        number: RowNumber,
    },
    /// The source in the table is not the one that went out.
    #[error("row {number}: the source was edited in the table: \"{text}\"; the project's is kept")]
    SourceEdited {
        /// Its number.
        number: RowNumber,
        /// As the table has it.
        text: String,
    },
    /// The source in the project is not the one that went out.
    #[error("row {number}: the source is another one since the table went out")]
    SourceChanged {
        /// Its number.
        number: RowNumber,
    },
    /// The row has changed in the project and not in the table.
    #[error("row {number}: the project has another target since the table went out, which stays")]
    Older {
        /// Its number.
        number: RowNumber,
    },
    /// Changes that were tracked and that nobody has accepted.
    #[error("row {number}: tracked changes of {who} are read as accepted")]
    Tracked {
        /// Its number.
        number: RowNumber,
        /// Whose.
        who: String,
    },
    /// The removal of a row, which does not remove anything here.
    #[error("row {number} was removed in the table; it stays as it is")]
    Removed {
        /// Its number.
        number: RowNumber,
    },
    /// The target is computed.
    #[error("row {number}: the target is a formula; its last value was read: \"{text}\"")]
    Formula {
        /// Its number.
        number: RowNumber,
        /// The value.
        text: String,
    },
    /// Rejected, and nobody says why.
    #[error("row {number} is rejected without a reason in the comment: that is not taken")]
    NoReason {
        /// Its number.
        number: RowNumber,
    },
    /// A state that is none.
    #[error(
        "row {number}: \"{text}\" is no state that a table can give: write approved or rejected"
    )]
    State {
        /// Its number.
        number: RowNumber,
        /// As the table has it.
        text: String,
    },
    /// Rows that went out and did not come back.
    #[error("{missing} of {of} rows are missing{}", if *.end { ", all from one place on: the table was cut off" } else { "" })]
    Missing {
        /// How many.
        missing: usize,
        /// Of how many.
        of: usize,
        /// Whether it is the end that is missing.
        end: bool,
    },
}
