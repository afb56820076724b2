//! An archive at once: hundreds of statements in several languages, aligned in one go.
//!
//! | what | file |
//! |---|---|
//! | the texts of folders, with what they say of their release | [`gather`] |
//! | the table of pairs, and correcting it by hand | [`pairs`], [`corrections`] |
//! | aligning all of it into a folder of projects | [`job`] |
//! | work shared among the cores | [`share`] |
//! | accepting links in all releases | [`accept`] |
//! | adding the rows of all releases to a memory | [`harvest`] |
//! | a random sample to be judged, the rate of errors | [`sample`] |
//! | the links of all releases, and the queue of the doubtful ones | [`survey`], [`queue`] |
//!
//! An archive is a folder of projects, one a release with all its languages; there is no
//! other file, so it can be taken up at any time and a release of it opened alone.

pub mod accept;
pub mod corrections;
pub mod gather;
pub mod harvest;
pub mod job;
pub mod pairs;
pub mod queue;
pub mod sample;
pub mod share;
pub mod survey;

pub use gather::{Entry, Gathered, Unreadable};
pub use pairs::{Sheet, Why};
