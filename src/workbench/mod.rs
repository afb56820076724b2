//! The work on a release, without a window: sessions, commands, undo, jobs, and
//! the pipelines that the command line shares.
//!
//! | what | file |
//! |---|---|
//! | everything a user can do, by name and key | [`command`] |
//! | a release at work | [`session`], [`translating`], [`aligning`] |
//! | undo and redo | [`history`] |
//! | corrections of an alignment, and of the units made of it | [`links`], [`mending`] |
//! | another role, rows that are not content | [`roles`] |
//! | rows as the grid sees them, and their counts | [`rows`], [`counts`] |
//! | the memories at hand, and which rows enter them | [`library`], [`harvest`] |
//! | large memories opened as a job, files imported as a stream | [`large`], [`import`] |
//! | which rows are shown; find and replace | [`filter`], [`find`] |
//! | slow work | [`jobs`] |
//! | what a crash must not cost | [`keeper`], [`recovery`] |
//! | texts in, text out | [`intake`], [`export`] |
//! | the bundled sample | [`sample`] |
//!
//! A command compiles to a patch ([`crate::model::Patch`]); nothing else changes a
//! project. This layer knows nothing of egui.

pub mod aligning;
pub mod command;
pub mod counts;
pub mod desk;
pub mod env;
pub mod export;
pub mod filter;
pub mod find;
pub mod harvest;
pub mod history;
pub mod import;
pub mod intake;
pub mod jobs;
pub mod keeper;
pub mod large;
pub mod library;
pub mod links;
pub mod mending;
pub mod opening;
pub mod recovery;
pub mod roles;
pub mod rows;
pub mod sample;
pub mod session;
pub mod summary;
pub mod translating;
pub mod why;

pub use command::{COMMANDS, Command};
pub use counts::Counts;
pub use env::Env;
pub use harvest::Harvest;
pub use jobs::{Ended, Jobs};
pub use library::Library;
pub use session::{Habits, Refused, Session};
