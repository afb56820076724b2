//! TMX 1.1–1.4b, the exchange format of translation memories (LISA OSCAR,
//! 2005; ETSI GS LIS 002).
//!
//! Reading streams: bytes are decoded, cut into elements and gathered to units as
//! they come, and only the units are kept. A unit that cannot be used is a problem
//! with its line, never the end of the file. Writing gives TMX 1.4b, level 1 or 2.
//!
//! | in the file | here |
//! |---|---|
//! | `seg` of the chosen source and target language | `Unit::source`, `Unit::target` |
//! | `changeid`, else `creationid` (`tuv`, else `tu`) | `Unit::author` |
//! | `changedate`, else `creationdate` | [`TmxUnit::at`] |
//! | `prop` of type `x-diptych-…` | status, approver, release, date, issuer, origin, context |
//! | `prop` of types `prev` and `next` (`OmegaT`) | context |
//! | several `tuv` of the target language | a unit each |
//! | `bpt`, `ept`, `ph`, `it`, `ut`, `hi`, and `sub` in them | [`Unit::tags`] |
//! | `lang` for `xml:lang`, as TMX 1.1 writes it | taken |
//! | DOCTYPE | passed over; no DTD is fetched, no entity expanded |
//!
//! Left out: other properties, notes, usage counts, user-defined encodings (`ude`), and
//! what [`crate::model::unit_tags`] leaves out of inline codes.

mod codes;
mod pair;
mod read;
mod unit;
mod write;

use crate::model::{Lang, Timestamp, Unit, UnitId, UnitRef};

pub use read::{Tally, pairs, read, read_to, survey};
pub use write::write;

/// A unit as a TMX holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TmxUnit {
    /// The line of its `tu` in the file, from 0.
    pub line: usize,
    /// Its `tuid`; that of a memory of ours is the unit's id.
    pub id: Option<String>,
    /// When it was changed last, where that is said.
    pub at: Option<Timestamp>,
    /// The unit. Its origin is `TMX import` unless Diptych wrote the file.
    pub unit: Unit,
}

/// What a TMX holds of one language pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tmx {
    /// The source language, as the file writes it.
    pub source: Lang,
    /// The target language, as the file writes it.
    pub target: Lang,
    /// In the order of the file.
    pub units: Vec<TmxUnit>,
    /// How many `tu` elements there were.
    pub read: usize,
    /// How many of them gave no unit.
    pub skipped: usize,
}

/// The languages to take from a TMX; what is `None` is decided by the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The source language.
    pub source: Option<&'a Lang>,
    /// The target language.
    pub target: Option<&'a Lang>,
}

/// How many units a file has of a pair of languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairCount {
    /// The source language, as the file writes it.
    pub source: Lang,
    /// The target language, as the file writes it.
    pub target: Lang,
    /// How many.
    pub units: usize,
}

/// How much of a unit is written: the levels of TMX 1.4b, 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Level 1: the texts alone.
    Text,
    /// Level 2: the texts with their inline codes.
    #[default]
    Tags,
}

/// A unit to write.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Its id in the memory.
    pub id: UnitId,
    /// When it was changed last.
    pub at: Timestamp,
    /// The unit.
    pub unit: UnitRef<'a>,
}

/// The types of our properties.
mod props {
    pub(super) const STATUS: &str = "x-diptych-status";
    pub(super) const APPROVER: &str = "x-diptych-approver";
    pub(super) const RELEASE: &str = "x-diptych-release";
    pub(super) const DATE: &str = "x-diptych-date";
    pub(super) const ISSUER: &str = "x-diptych-issuer";
    pub(super) const ORIGIN: &str = "x-diptych-origin";
    pub(super) const BEFORE: &str = "x-diptych-before";
    pub(super) const AFTER: &str = "x-diptych-after";
}

#[cfg(test)]
mod tests;
