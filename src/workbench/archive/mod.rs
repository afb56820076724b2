//! An archive at once: hundreds of statements in several languages, aligned in one go.
//!
//! | what | file |
//! |---|---|
//! | the texts of folders, with what they say of their release | [`gather`] |
//! | the table of pairs, and correcting it by hand | [`pairs`] |
//! | aligning all of it into a folder of projects | [`job`] |
//! | work shared among the cores | [`share`] |
//!
//! An archive is a folder of projects, one a release with all its languages; there is no
//! other file, so it can be taken up at any time and a release of it opened alone.

pub mod gather;
pub mod job;
pub mod pairs;
pub mod share;

pub use gather::{Entry, Gathered, Unreadable};
pub use pairs::{Sheet, Why};
