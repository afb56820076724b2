//! `*.project.ron`: one release with all its target languages.
//!
//! The file is one RON document: the fields of [`Project`] behind `format: N`.
//! Its line breaks are ours, not the `ron` crate's: a block, a sentence, a row,
//! a comment and a former target have a line each, so that line-wise tools
//! (`diff`, Git) show and merge what changed. Writing is deterministic: what was
//! read and not changed is written with the same bytes.
//!
//! ```text
//! (format: 2,
//! id: "00000000000000a1",
//! release: (number:"7-12-03-2031",status:InTranslation),
//! place: (view:Translate),
//! source: (id:"00000000000000b1",lang:"fr",received:"2031-03-12T09:00:00Z",blocks:[
//!   (id:"00000000000000c1",role:Body,line:0,segments:[
//!     (id:"00000000000000d1",number:"1",text:"Bonjour."),
//!   ]),
//! ],tail:"\n"),
//! earlier: [],
//! translations: [
//!   (id:"00000000000000e1",document:(…),beads:[
//!     (id:"00000000000000f1",number:"1",source:["00000000000000d1"]),
//!   ]),
//! ])
//! ```
//!
//! Every new field or variant of the model raises [`FORMAT`], since a version
//! that does not know a field would lose it on saving; the number written is the lowest that
//! holds what there is. Left out: reading a
//! damaged file in part; a project is whole or is fetched from its backups.

mod read;
mod write;

pub use read::{check_format, read};
pub use write::write;

/// The format this version writes, and the highest it reads.
///
/// 2: the roles `Embargo` and `LeadIn`; a segment keeps what stood in the file beside a
/// correction (`original`). 3: the project's exceptions from the rules of segmentation;
/// what a translation was derived through (`via`), and the place's `reference`. 4: rows that are
/// excepted from propagation (`apart`). 5: the file the source was read from (`original`), what
/// the tags of a block stand for (`codes`), and releases that keep what is confirmed private
/// (`keeps_private`). 6: what people said of the checks (`checks`); what a row rendered before its
/// source changed (`rendered`), rows whose sentences are gone (`gone`), the time zone of an embargo
/// (`embargo_zone`), its lifting (`lifted`), when a release is due (`due`), the status
/// `Approved`; duties, hand-overs, sign-offs and conflicts of merged copies (`review`), and by which
/// means a former target had come (`origin`).
pub const FORMAT: u32 = 6;

/// The format of a project that has none of what format 6 added.
const WITHOUT_CHECKS: u32 = 5;

/// The format of a project that keeps no original, no codes and nothing private.
const WITHOUT_ORIGINAL: u32 = 4;

/// The format of a project that has no row excepted from propagation.
const WITHOUT_APART: u32 = 3;

/// The format of a project that has no exceptions from the rules of segmentation, no pair
/// that was derived, and no reference either.
const WITHOUT_EXCEPTIONS: u32 = 2;

#[cfg(test)]
mod tests;
