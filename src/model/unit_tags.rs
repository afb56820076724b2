//! The inline codes of a unit's texts, beside the texts.
//!
//! A text stands without its codes, so that it is looked up, counted and shown as it is
//! read; each code has its place in the text and what stood there (`<b>`, a footnote).
//! This is a segment's `tags: [(character offset, id)]`, with what it takes to write the
//! codes again: the names are those of TMX 1.4b, 3.4.
//!
//! Left out: attributes of codes but `i`, `x`, `type` and `pos`; codes within the text of
//! a `sub`, which stay as characters.

use serde::{Deserialize, Serialize};

/// The codes of both texts; none as a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnitTags {
    /// Of the source, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<UnitTag>,
    /// Of the target, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<UnitTag>,
}

impl UnitTags {
    /// No codes.
    pub const NONE: &Self = &Self { source: Vec::new(), target: Vec::new() };

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.source.is_empty() && self.target.is_empty()
    }

    /// How many there are in both texts.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.source.len() + self.target.len()
    }
}

/// An inline code: formatting, a link, a note, a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTag {
    /// Where it stands, in Unicode scalar values from the text's start.
    pub at: usize,
    /// What it does.
    pub kind: TagKind,
    /// What an opening code and its closing one share (`i`).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pair: String,
    /// What a code of the source and its like in the target share (`x`).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What sort it is (`type`): `bold`, `link`, `fnote`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// The code itself, as the original has it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Parts of the code that are text, such as a footnote's (`sub`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subs: Vec<SubText>,
}

/// What an inline code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TagKind {
    /// Opens what a later one closes (`bpt`).
    Open,
    /// Closes (`ept`).
    Close,
    /// Stands alone (`ph`).
    Alone,
    /// Opens what is closed in another text (`it`, `pos="begin"`).
    OpenLone,
    /// Closes what was opened in another text (`it`, `pos="end"`).
    CloseLone,
    /// Not told (`ut`).
    Unknown,
    /// The start of a stretch that is marked out (`hi`).
    MarkStart,
    /// Its end.
    MarkEnd,
}

/// A stretch of a code that is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubText {
    /// Where it begins, in Unicode scalar values from the code's start.
    pub at: usize,
    /// How long it is, in the same.
    pub len: usize,
}
