//! What people said of the checks of a release: which are on, findings that are no fault,
//! facts that were compared, exports that were made all the same.
//!
//! Plain data that goes with the project, so that a team has one agreement. Checks and kinds
//! of facts are named as the command line names them (`qa`); what is not known any more is
//! kept and does nothing. A decision holds for the texts it was made on: it bears their
//! fingerprint, and texts that changed since have another one.

use serde::{Deserialize, Serialize};

use super::{BeadId, Fingerprint, Timestamp, TranslationId};

/// All that was said of the checks of a release.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Checks {
    /// Checks that are not as they are usually.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub switched: Vec<Switched>,
    /// Findings that are no fault, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissed>,
    /// Facts that were compared, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<Ticked>,
    /// Exports of a release that was not ready, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overridden: Vec<Overridden>,
}

impl Checks {
    /// Whether nothing was said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.switched.is_empty()
            && self.dismissed.is_empty()
            && self.ticked.is_empty()
            && self.overridden.is_empty()
    }
}

/// How much a check counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// It is off.
    Off,
    /// What it finds is worth a look.
    Info,
    /// What it finds is likely wrong.
    Warning,
    /// What it finds is wrong as far as can be told.
    Error,
}

/// A check that is not as it is usually.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switched {
    /// The check's name.
    pub check: String,
    /// How much it counts, at most.
    pub grade: Grade,
}

/// A finding that somebody said is no fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissed {
    /// The row.
    pub row: BeadId,
    /// The check's name.
    pub check: String,
    /// The finding, in English.
    pub finding: String,
    /// The row's texts then: [`texts_of_row`].
    pub texts: Fingerprint,
    /// Who said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// A fact that somebody compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// In which translation.
    pub of: TranslationId,
    /// What kind of fact it is.
    pub kind: String,
    /// Its value.
    pub value: String,
    /// The texts of all rows it stands in, then: [`texts_of_row`] one after the other.
    pub texts: Fingerprint,
    /// Who compared it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// An export of a release that was not ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overridden {
    /// Of which translation.
    pub of: TranslationId,
    /// Why, in the person's words.
    pub reason: String,
    /// What was lacking, in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lacked: String,
    /// Who exported it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// What stands between texts of which one fingerprint is made: no text has it.
const BETWEEN: char = '\0';

/// The texts of a row as one, to be fingerprinted alone or with those of other rows.
#[must_use]
pub fn texts_of_row(source: &str, target: &str) -> String {
    format!("{source}{BETWEEN}{target}{BETWEEN}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_also_where_their_border_moves() {
        let print = |source, target| Fingerprint::of(&texts_of_row(source, target));
        assert_eq!(print("a", "b"), print("a", "b"));
        assert_ne!(print("a", "b"), print("ab", ""));
        assert_ne!(print("a", ""), print("", "a"));
    }
}
