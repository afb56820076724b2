//! SRX 1.0 and 2.0, rules of segmentation as other tools exchange them (LISA
//! OSCAR, 2004 and 2008; ISO 24621).
//!
//! Reading gives the rules that can be used and tells of each other one its line and
//! what is wrong. The rules at work are `text::segment::srx`. Nothing is written.
//!
//! | in the file | here |
//! |---|---|
//! | any encoding, byte order mark, namespace prefix, DOCTYPE | taken; no DTD is fetched |
//! | `header` `cascade` | `RuleSet::cascade`; without it the first map alone holds |
//! | `header` `segmentsubflows`, `formathandle` | read, told in [`Srx::header`]; texts here have no codes |
//! | `languagerule`, `rule` without `break` | taken as `break="yes"`, as the standard says |
//! | `beforebreak`, `afterbreak` missing or empty | matches anything |
//! | `languagemap` | in order, its pattern without case |
//! | `maprule` (1.0) | the first one |
//! | elements and attributes of others (Okapi's options, samples) | passed over |
//!
//! Left out: writing, and Okapi's rules for ranges and for trimming.

mod read;

use crate::text::segment::srx::RuleSet;

pub use read::read;

/// What a file of rules holds.
#[derive(Debug, Clone)]
pub struct Srx {
    /// What its `version` says.
    pub version: String,
    /// Its header.
    pub header: Header,
    /// The rules that can be used.
    pub rules: RuleSet,
    /// How many `rule` elements there were.
    pub read: usize,
    /// How many of them cannot be used.
    pub skipped: usize,
}

/// What a header says beside `cascade`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Whether text inside codes is to be segmented.
    pub segments_subflows: bool,
    /// Kinds of codes (`start`, `end`, `isolated`) and whether each belongs to the segment
    /// before a break.
    pub format_handles: Vec<(String, bool)>,
}

#[cfg(test)]
mod tests;
