//! A file opened in the program the system has for it, or its folder.

use std::path::{Path, PathBuf};

/// What opens files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Opener {
    /// The system.
    #[default]
    System,
    /// Nobody: what would be opened is noted, for tests.
    Noted(Vec<PathBuf>),
}

impl Opener {
    /// Opens a file or a folder.
    ///
    /// # Errors
    /// The system has no program for it, or cannot start it.
    pub fn open(&mut self, path: &Path) -> std::io::Result<()> {
        match self {
            Self::System => open::that_detached(path),
            Self::Noted(paths) => {
                paths.push(path.to_owned());
                Ok(())
            }
        }
    }
}
