//! What a team agrees and says about a release: who has which duty, who handed it over, who
//! signed it, and where merged copies are in conflict.
//!
//! Names are an agreement of the team, not a lock: whoever has the file can change it. What
//! each duty may do is a table of the workbench (`workbench::review::duties`).

use serde::{Deserialize, Serialize};

use super::{Conflict, Timestamp, TranslationId};

/// What is kept of the review of a release.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Review {
    /// Who works on the release and as what, by name. Nobody named: everybody may do all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// How it went from hand to hand, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_overs: Vec<HandOver>,
    /// Who signed which text, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_offs: Vec<SignOff>,
    /// What copies that were merged have differently, until somebody chooses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

impl Review {
    /// Whether nothing is said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.people.is_empty()
            && self.hand_overs.is_empty()
            && self.sign_offs.is_empty()
            && self.conflicts.is_empty()
    }
}

/// Somebody who works on the release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// As in the settings of that person.
    pub name: String,
    /// As what; one person may have several duties.
    pub duties: Vec<Duty>,
}

/// As what somebody works on a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Duty {
    /// Writes the targets.
    Translator,
    /// Corrects, approves and rejects them.
    Reviewer,
    /// Signs the release.
    Approver,
}

impl Duty {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 3] = [Self::Translator, Self::Reviewer, Self::Approver];

    /// The duty in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Translator => "translator",
            Self::Reviewer => "reviewer",
            Self::Approver => "approver",
        }
    }
}

/// A release that is passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Who passes it on.
    pub from: String,
    /// To whom; empty when to whoever comes next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// When.
    pub at: Timestamp,
    /// What the next person is to know.
    pub note: String,
}

/// A translation that somebody answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// The translation.
    pub translation: TranslationId,
    /// Who signed.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The SHA-256 of the text that was signed (`workbench::review::signing` says of what),
    /// as 64 hexadecimal digits.
    pub hash: String,
}
