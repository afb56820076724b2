//! The parts of the window. Each paints what the desk holds and answers what
//! somebody did as [`Act`]s; none changes anything itself.

pub mod ask;
pub mod choose;
pub mod dock;
pub mod doubt;
pub mod head;
pub mod new_release;
pub mod palette;
pub mod release;
pub mod start;
pub mod status;
pub mod toolbar;

use std::path::PathBuf;

use crate::workbench::Command;

/// What somebody did in the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Chose a command.
    Run(Command),
    /// Went to a row.
    Enter(usize),
    /// Typed into the active row.
    Typed(String),
    /// Chose a file or folder to open.
    Open(PathBuf),
}
