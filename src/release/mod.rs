//! What is particular to press releases: what each block is, in which language,
//! and the facts of the release.
//!
//! | what | file |
//! |---|---|
//! | the main language and the foreign blocks | [`main_language`] |
//! | the role of each block | [`roles`] |
//! | number, title, date, issuer | [`facts`] |
//!
//! A release is read as three zones: the head up to the first paragraph of prose,
//! the text, and the foot after the last one. What a line is depends on its form
//! (`shape`), on phrases (`phrases`, data under `assets/release/`) and on its zone:
//! "About us" is a menu above the title and the heading of the boilerplate below
//! the text. No role is needed: a text without a headline, number or end mark is
//! read as well. Left out: layout (bold, size), which plain text has not.

mod body;
pub mod facts;
mod head;
mod language;
mod marks;
mod neighbours;
mod phrases;
pub mod roles;
mod shape;

pub use language::main_language;
