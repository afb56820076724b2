//! The file a release was read from, kept with it, so that the translation can be put into the
//! places of the source's text.
//!
//! Left out: files that a translation was read from. A target is written in the source's shape.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::TagKind;

/// An inline code of a block: what stands in the original where a segment has a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Its name within the block: `1` opens, `/1` closes, `2` stands alone.
    pub id: String,
    /// Open, Close or Alone.
    pub kind: TagKind,
    /// What is shown of it: `b`, `a`, `image`.
    pub shown: String,
}

/// The file a source document was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// What it is.
    pub format: PageFormat,
    /// The encoding somebody named (a label of the Encoding Standard); empty where the file is
    /// read as it says itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub encoding: String,
    /// Its content.
    pub bytes: Bytes,
}

/// A format whose files are written back with other texts in the places of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PageFormat {
    /// Plain text.
    Text,
    /// HTML and XHTML.
    Html,
    /// Markdown.
    Markdown,
    /// Office Open XML.
    Docx,
    /// `OpenDocument`.
    Odt,
}

impl PageFormat {
    /// Its name, as commands know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}

/// A file's content; written in base64 (RFC 4648, 4).
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(Arc<[u8]>);

impl Bytes {
    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl fmt::Debug for Bytes {
    /// How many there are: they may be a text that is not to be seen in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Self::from).map_err(serde::de::Error::custom)
    }
}
