//! What merged copies of a project have differently, kept in the project until somebody
//! chooses.
//!
//! A conflict names what it is about and holds every version with its author and time. None
//! of them is in force: what the copies had in common before stands in the project meanwhile,
//! as a draft (`workbench::merging`). So the file stays a valid project, and a row in conflict
//! is never an approved one.

use serde::{Deserialize, Serialize};

use super::{
    Bead, BeadId, BlockId, DocumentId, Origin, Segment, SegmentId, State, StoredUnit, Target,
    Timestamp, TranslationId,
};

/// One thing that copies have differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// What it is about.
    pub about: About,
    /// As it was before; it stands meanwhile.
    pub before: Content,
    /// As the copies have it, oldest first.
    pub versions: Vec<Version>,
}

/// What a conflict is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum About {
    /// The target of a row.
    Row(BeadId),
    /// Rows that were joined, split or moved in one copy and changed in another.
    Rows {
        /// The translation.
        of: TranslationId,
        /// The row they follow; `None` for the first.
        follows: Option<BeadId>,
    },
    /// A sentence of the source, as it was corrected.
    Sentence(SegmentId),
    /// The sentences of a block of the source, as they were cut.
    Cut(BlockId),
    /// What is known of a block: its role, its language.
    Block {
        /// The block.
        of: BlockId,
        /// Which field.
        field: String,
    },
    /// What is known of a document: its name, its language.
    Document {
        /// The document.
        of: DocumentId,
        /// Which field.
        field: String,
    },
    /// What is known of the release: its title, its date.
    Release(String),
    /// A translation that was removed in one copy and changed in another.
    Translation(TranslationId),
    /// An exception from the rules of segmentation.
    Exception(String),
    /// The duties of a person.
    Person(String),
}

/// What one copy has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// The thing itself.
    pub content: Content,
    /// Who made it so; empty when that is not kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

/// What a conflict is about, as a copy has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// It is not there.
    Gone,
    /// A text, a name, a date.
    Text(String),
    /// A row's target and where it came from.
    Target {
        /// The target.
        target: Target,
        /// Where it came from.
        #[serde(default, skip_serializing_if = "Origin::is_none")]
        origin: Origin,
        /// The unit it was stored as.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<StoredUnit>,
    },
    /// Whole rows, or, of a block of the source, its sentences.
    Rows {
        /// The rows.
        rows: Vec<Bead>,
        /// The sentences of a block.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sentences: Vec<Segment>,
    },
}

impl Content {
    /// A row's target.
    #[must_use]
    pub fn of_row(row: &Bead) -> Self {
        Self::Target { target: row.target.clone(), origin: row.origin, unit: row.unit }
    }

    /// The same without a decision on it: what stands while there is a conflict.
    #[must_use]
    pub fn undecided(&self) -> Self {
        let mut content = self.clone();
        match &mut content {
            Self::Gone | Self::Text(_) => {}
            Self::Target { target, .. } => undecide(target),
            Self::Rows { rows, .. } => rows.iter_mut().for_each(|row| undecide(&mut row.target)),
        }
        content
    }

    /// What people read of it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Gone => String::new(),
            Self::Text(text) => text.clone(),
            Self::Target { target: Target::LeftOut { reason, .. }, .. } => reason.clone(),
            Self::Target { target, .. } => target.to_text(),
            Self::Rows { rows, sentences } => {
                let texts = rows.iter().map(Bead::target_text);
                let sources = sentences.iter().map(|sentence| sentence.text.clone());
                let all: Vec<String> =
                    texts.chain(sources).filter(|text| !text.is_empty()).collect();
                all.join(" | ")
            }
        }
    }
}

fn undecide(target: &mut Target) {
    match target {
        Target::Open => {}
        Target::Text { state, .. } | Target::LeftOut { state, .. } => *state = State::Draft,
    }
}
