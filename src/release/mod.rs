//! What is particular to press releases: what each block is, in which language,
//! and the facts of the release.
//!
//! | what | file |
//! |---|---|
//! | the main language and the foreign blocks | [`main_language`] |
//! | the role of each block | [`roles`] |
//! | number, title, date, issuer | [`facts`] |
//! | until when it is not to be known | [`embargo`] |
//! | whose page it is, and what was taught about it | [`house`] |
//! | two languages in turn in one text | [`interleaved`] |
//! | which files are one release | [`pairing`] |
//! | roles against pages named by hand | [`accuracy`] |
//!
//! A release is read as three zones: the head up to the first paragraph of prose,
//! the text, and the foot after the last one. What a line is depends on its form
//! (`shape`), on phrases (`phrases`, data under `assets/release/`) and on its zone:
//! "About us" is a menu above the title and the heading of the boilerplate below
//! the text. No role is needed: a text without a headline, number or end mark is
//! read as well. Left out: layout (bold, size), which plain text has not.

pub mod accuracy;
mod body;
pub mod embargo;
pub mod facts;
mod head;
pub mod house;
pub mod interleaved;
mod language;
mod lists;
mod marks;
mod neighbours;
pub mod pairing;
mod phrases;
pub mod roles;
mod shape;
mod turns;

pub use language::{foreign_languages, frame_languages, main_language};
