//! Why something could not be read from or written to a disk.
//!
//! Every message says what was tried, why it failed, what to do, and the path
//! last: `cannot read the file: there is no such file; check the name or choose
//! another file: /home/ada/a.txt`.

mod cause;

use std::io;
use std::path::{Path, PathBuf};

pub use cause::{Action, Cause};

use crate::formats::FormatError;
use crate::texts::{said, t};

/// A failure of this layer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The disk refused.
    #[error("{}", t!(
        "store-file",
        action = .action,
        cause = .cause,
        hint = .cause.hint(),
        path = .path.display()
    ))]
    File {
        /// What was tried.
        action: Action,
        /// Why it failed.
        cause: Cause,
        /// Where.
        path: PathBuf,
    },
    /// The content is not usable.
    #[error("{source}: {}", path.display())]
    Format {
        /// Where.
        path: PathBuf,
        /// Why.
        source: FormatError,
    },
    /// A file of another kind stands there.
    #[error("{}", t!(
        "store-other",
        found = said("kind", .found),
        expected = said("kind", .expected),
        path = .path.display()
    ))]
    Other {
        /// Where.
        path: PathBuf,
        /// What was wanted, with its article.
        expected: String,
        /// What is there, with its article.
        found: String,
    },
    /// A bilingual file does not tell its languages.
    #[error("{}", t!("store-languages", path = .path.display()))]
    Languages {
        /// Where.
        path: PathBuf,
    },
    /// Another memory than the one to be added to stands at its path.
    #[error("{}", t!(
        "store-other-memory",
        wanted = .wanted,
        there = .there,
        path = .path.display()
    ))]
    OtherMemory {
        /// Where.
        path: PathBuf,
        /// The name of the memory to be added to.
        wanted: String,
        /// The name of the memory that is there.
        there: String,
    },
    /// The memory's own rule lets nothing in.
    #[error("{}", t!("store-read-only", name = .name, path = .path.display()))]
    ReadOnlyMemory {
        /// Where.
        path: PathBuf,
        /// Its name.
        name: String,
    },
    /// A journal of an earlier session stands where a new one was to begin.
    #[error("{}", t!("store-journal-left", path = .path.display()))]
    JournalLeft {
        /// The journal.
        path: PathBuf,
    },
    /// The system does not say where a user's data go.
    #[error("{}", t!("store-no-home"))]
    NoHome,
}

impl StoreError {
    /// A failure of the disk.
    pub(in crate::store) fn file(action: Action, cause: Cause, path: &Path) -> Self {
        Self::File { action, cause, path: path.to_owned() }
    }

    /// The system's error while doing `action` at `path`.
    pub(in crate::store) fn io(action: Action, error: &io::Error, path: &Path) -> Self {
        Self::file(action, Cause::of(error, action), path)
    }

    /// A content that is not usable, and its file.
    #[must_use]
    pub fn format(path: &Path, source: FormatError) -> Self {
        Self::Format { path: path.to_owned(), source }
    }

    /// A file of another kind than was wanted: "a translation memory", "a project".
    #[must_use]
    pub fn other(path: &Path, expected: &str, found: &str) -> Self {
        let (expected, found) = (expected.to_owned(), found.to_owned());
        Self::Other { path: path.to_owned(), expected, found }
    }

    /// A bilingual file that does not tell its languages.
    #[must_use]
    pub fn languages(path: &Path) -> Self {
        Self::Languages { path: path.to_owned() }
    }

    /// Whether naming a source and a target language may help.
    #[must_use]
    pub const fn wants_languages(&self) -> bool {
        matches!(
            self,
            Self::Languages { .. } | Self::Format { source: FormatError::Languages { .. }, .. }
        )
    }

    /// Whether the file is of a newer version, so that it must not be written over.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        matches!(self, Self::Format { source: FormatError::Newer { .. }, .. })
    }

    /// Why the disk refused, where it did.
    #[must_use]
    pub const fn cause(&self) -> Option<&Cause> {
        match self {
            Self::File { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use io::ErrorKind as Kind;

    #[test]
    fn the_systems_errors_are_told_with_a_way_out() {
        let check = |kind: Kind, action, expected: &str| {
            let error = StoreError::io(action, &io::Error::from(kind), Path::new("/w/a.txt"));
            assert_eq!(error.to_string(), format!("cannot {action}: {expected}: /w/a.txt"));
        };
        let (read, write, add) = (Action::Read, Action::Write, Action::Add);
        let missing = "there is no such file; check the name or choose another file";
        check(Kind::NotFound, read, missing);
        check(Kind::NotFound, add, missing);
        let folder = "there is no such folder; make it or choose another folder";
        check(Kind::NotFound, write, folder);
        check(Kind::NotFound, Action::MakeFolder, folder);
        check(Kind::IsADirectory, read, "this is a folder; choose a file in it");
        let full = "the disk is full; free some space or choose another folder";
        check(Kind::StorageFull, add, full);
        check(Kind::QuotaExceeded, write, full);
        let no = "no permission; choose another place or ask whoever owns it";
        check(Kind::PermissionDenied, write, no);
        check(Kind::PermissionDenied, Action::Remove, no);
        let protected = "it is write-protected; save it under another name or in another folder";
        check(Kind::ReadOnlyFilesystem, write, protected);
        let busy = "another program is using it; close it there or try again in a moment";
        check(Kind::ResourceBusy, add, busy);
        check(Kind::InvalidFilename, write, "the name is not possible here; choose another name");
        let other = "broken pipe; try again or choose another place";
        check(Kind::BrokenPipe, write, other);
    }

    #[test]
    fn contents_are_told_with_their_path() {
        let path = Path::new("/w/a");
        let check = |error: StoreError, expected: &str| assert_eq!(error.to_string(), expected);
        check(
            StoreError::format(path, FormatError::Empty),
            "the file is empty; choose another one: /w/a",
        );
        check(
            StoreError::other(path, "a translation memory", "a project"),
            "this is a project, not a translation memory; choose another file: /w/a",
        );
        check(
            StoreError::languages(path),
            "the file does not tell its languages; name them, or put them into its name \
             (such as texts.fr-en.tsv): /w/a",
        );
    }
}
