//! Analysis, in the literature *leverage*: how much of a text its memories cover.
//!
//! Rows of releases are looked up as the panel looks them up ([`super::bulk`]), and counted:
//! segments, words and characters by [`Category`]. Each row that is content,
//! translated already or not, is counted once, so the categories add up to the whole, and the same input gives the same
//! figures, on however many cores:
//!
//! - the same source text as an earlier row of the job (a **repetition**, within its release
//!   or across releases), whatever the memories offer for it;
//! - else the band of its best match, with the panel's percentage, or
//! - where an earlier row of the job is more like it than any unit of the memories, the band
//!   of that likeness (an **internal fuzzy**).
//!
//! Rows that are not content, and rows left out on purpose, are counted apart.
//!
//! | what | file |
//! |---|---|
//! | bands, repetitions, internal fuzzies | [`category`] |
//! | segments, words, characters summed up | [`tally`] |
//! | what each category weighs | [`weights`] |
//! | the rows of a release, and where they come from | [`piece`], [`sources`] |
//! | counting them | [`count`] |
//! | one source, several confirmed targets | [`drift`] |
//! | as a table for people, CSV, HTML | [`report`], `html` |

pub mod category;
pub mod count;
pub mod drift;
mod html;
pub mod piece;
pub mod report;
pub mod sources;
pub mod tally;
pub mod weights;

pub use category::Category;
pub use count::{Analysed, Analysis, analyse};
pub use piece::Piece;
pub use tally::{Amount, Tally};
pub use weights::Weights;
