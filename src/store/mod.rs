//! The only layer that touches files.
//!
//! | what | file |
//! |---|---|
//! | what is asked of a disk; the real one | [`files`], [`disk`] |
//! | why it refuses | [`error`] |
//! | projects, and former states of them | [`project`], [`backups`] |
//! | who has a project open | [`presence`] |
//! | changes not saved yet | [`journal`] |
//! | what undo can reach at the next opening | [`steps`] |
//! | memories that several programs add to | [`memory`] |
//! | termbases | [`terms`] |
//! | other people's texts | [`text`] |
//! | a person's folder and settings | [`home`], [`settings`] |
//! | spelling dictionaries, words of one's own | [`dictionary`] |
//! | what is in a folder | [`listing`] |
//! | the log | [`log`] |
//! | disks for tests | [`testing`] |
//!
//! What is on the disk stays whole: files are replaced, never written over, but
//! for the tails of memories and journals, which are mended when they are torn.
//! Everything takes a [`Files`], so that tests can fill the disk. Time comes from
//! the files themselves; nothing here asks the clock.
//!
//! Left out: watching for changes (`workbench` polls [`memory::news`]).

pub mod backups;
pub mod dictionary;
pub mod disk;
pub mod error;
pub mod files;
pub mod home;
pub mod journal;
pub mod listing;
pub mod log;
pub mod memory;
pub mod presence;
mod print;
pub mod project;
pub mod settings;
pub mod steps;
pub mod terms;
#[doc(hidden)]
pub mod testing;
pub mod text;

pub use backups::Backup;
pub use disk::Disk;
pub use error::{Action, Cause, StoreError};
pub use files::{Claim, Files, Held, LARGEST_BYTES, absolute};
pub use home::Home;
pub use listing::Listing;
pub use settings::{
    ColumnFont, Docked, PanelPlace, PreviewPlace, Propagation, Settings, ThemeChoice,
};

#[cfg(test)]
mod tests;
