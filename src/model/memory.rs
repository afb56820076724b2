//! A translation memory as it is stored: a header, then revisions.
//!
//! A memory is never rewritten to change a unit: a revision is added that names
//! the ones it replaces (its parents). The state of a unit is its head, the
//! revision that no other names as a parent; two heads are a conflict to show.
//! Merging two files is a union of their revisions.

use serde::{Deserialize, Serialize};

use super::{Date, IdSource, Lang, MemoryId, RevisionId, Timestamp, UnitId, UnitTags};

/// The head of a `*.memory.ron` file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoryHeader {
    /// Given at birth, the same in every copy of the file.
    pub id: MemoryId,
    /// What people call it, such as `foreign-ministry`.
    pub name: String,
    /// The language of the units' sources.
    pub source: Lang,
    /// The language of the units' targets.
    pub target: Lang,
    /// Raised by every compaction.
    #[serde(default)]
    pub generation: u32,
    /// What may enter.
    #[serde(default)]
    pub rule: UpdateRule,
}

/// Which units may enter a memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum UpdateRule {
    /// Whatever was confirmed.
    #[default]
    Confirmed,
    /// Only what was approved or published.
    Approved,
    /// Nothing: the file is read only.
    ReadOnly,
}

/// One line of a memory file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Given at birth.
    pub id: RevisionId,
    /// The unit it is a state of.
    pub unit: UnitId,
    /// The revisions it replaces; empty for the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<RevisionId>,
    /// When it was made.
    pub at: Timestamp,
    /// What it says.
    pub change: UnitChange,
}

/// What a revision says of its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "nearly all are units, and few are held at once")]
pub enum UnitChange {
    /// The unit is this.
    Put(Unit),
    /// The unit is withdrawn.
    Delete {
        /// Who withdrew it; empty when unknown.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        by: String,
    },
}

/// A translation unit: a source, its target, and where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The source text.
    pub source: String,
    /// The target text.
    pub target: String,
    /// How far it was when it was stored.
    pub status: UnitStatus,
    /// Who translated it; empty when unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// Who approved it; empty for nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approver: String,
    /// The number of its release.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub release: String,
    /// The date of its release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The house that issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Where it came from when not from this house's own work: `TMX import`, `via ru`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
    /// The neighbours at birth, for context matches.
    #[serde(default, skip_serializing_if = "Context::is_unknown")]
    pub context: Context,
    /// The inline codes of its texts.
    #[serde(default, skip_serializing_if = "UnitTags::is_empty")]
    pub tags: UnitTags,
}

impl Unit {
    /// A unit of two texts and a status, with nothing else known.
    #[must_use]
    pub fn plain(source: &str, target: &str, status: UnitStatus) -> Self {
        Self {
            source: source.to_owned(),
            target: target.to_owned(),
            status,
            author: String::new(),
            approver: String::new(),
            release: String::new(),
            date: None,
            issuer: String::new(),
            origin: String::new(),
            context: Context::default(),
            tags: UnitTags::default(),
        }
    }
}

/// How far a unit was when it was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum UnitStatus {
    /// A draft.
    Draft,
    /// Confirmed by a translator.
    Translated,
    /// Approved by a reviewer.
    Approved,
    /// Part of a published pair.
    Published,
}

impl UnitStatus {
    /// The status in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Translated => "Translated",
            Self::Approved => "Approved",
            Self::Published => "Published",
        }
    }
}

/// The sentences around a unit, as fingerprints of their source and target texts.
///
/// 0 is "not known". The fingerprint of an absent neighbour (the first or last
/// sentence of a release) is that of the empty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Context {
    /// The source sentence before.
    #[serde(default, skip_serializing_if = "Fingerprint::is_unknown")]
    pub before: Fingerprint,
    /// The source sentence after.
    #[serde(default, skip_serializing_if = "Fingerprint::is_unknown")]
    pub after: Fingerprint,
}

impl Context {
    /// The context between two source sentences, `None` for a document's end.
    #[must_use]
    pub fn between(before: Option<&str>, after: Option<&str>) -> Self {
        let print = |text: Option<&str>| Fingerprint::of(text.unwrap_or_default());
        Self { before: print(before), after: print(after) }
    }

    /// Whether nothing is known.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        self.before.is_unknown() && self.after.is_unknown()
    }

    /// Whether both neighbours are known and the same.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        !self.before.is_unknown() && !self.after.is_unknown() && self == other
    }
}

/// 64-bit FNV-1a of a text's UTF-8 bytes (Fowler, Noll, Vo), never 0; written as
/// 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(hash.max(1))
    }

    /// Whether it stands for no text.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        self.0 == 0
    }

    /// The fingerprint of these bits, as a table keeps it; 0 is "not known".
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The 64 bits.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fingerprint({:016x})", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        u64::from_str_radix(&text, 16).map(Self).map_err(serde::de::Error::custom)
    }
}

/// The content of a `*.memory.ron` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryFile {
    /// Whose memory it is.
    pub header: MemoryHeader,
    /// In the order they were added.
    pub revisions: Vec<Revision>,
}

impl MemoryFile {
    /// A memory without a unit.
    pub fn new(name: &str, source: Lang, target: Lang, ids: &mut dyn IdSource) -> Self {
        let header = MemoryHeader {
            id: MemoryId::fresh(ids),
            name: name.to_owned(),
            source,
            target,
            generation: 1,
            rule: UpdateRule::default(),
        };
        Self { header, revisions: Vec::new() }
    }
}

impl Revision {
    /// The first revision of a new unit.
    pub fn first(unit: Unit, at: Timestamp, ids: &mut dyn IdSource) -> Self {
        let (id, of) = (RevisionId::fresh(ids), UnitId::fresh(ids));
        Self { id, unit: of, parents: Vec::new(), at, change: UnitChange::Put(unit) }
    }
}
