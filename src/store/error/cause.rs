//! What was tried on a disk, and why it refused.

use std::fmt;
use std::io;

use crate::texts::t;

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Reading a file, or asking for its size or time.
    Read,
    /// Writing a file whole.
    Write,
    /// Adding to a file.
    Add,
    /// Listing a folder.
    List,
    /// Making a folder.
    MakeFolder,
    /// Removing a file or a folder.
    Remove,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => t!("action-read"),
            Self::Write => t!("action-write"),
            Self::Add => t!("action-add"),
            Self::List => t!("action-list"),
            Self::MakeFolder => t!("action-make-folder"),
            Self::Remove => t!("action-remove"),
        })
    }
}

/// Why the disk refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// No file of that name.
    Missing,
    /// The folder to write into is not there.
    MissingFolder,
    /// The folder is there, but takes no new files, as `/proc` does.
    NoNewFiles,
    /// A folder where a file is wanted.
    IsFolder,
    /// A file where a folder is wanted.
    NotFolder,
    /// The user may not.
    NoPermission,
    /// The file is marked read only, or the whole drive is.
    WriteProtected,
    /// No room on the drive, or the user's share of it is used up.
    Full,
    /// More than is read at once.
    TooLarge {
        /// The file's size where it is known.
        bytes: u64,
        /// The most that is read.
        limit: u64,
    },
    /// Another program holds it.
    Busy,
    /// A file is there already.
    Exists,
    /// The name cannot be one on this drive.
    BadName,
    /// Anything else, in the system's words.
    System(String),
}

impl Cause {
    /// What can be done.
    pub(super) fn hint(&self) -> &'static str {
        match self {
            Self::Missing => t!("hint-missing"),
            Self::MissingFolder => t!("hint-missing-folder"),
            Self::NoNewFiles => t!("hint-no-new-files"),
            Self::IsFolder => t!("hint-is-folder"),
            Self::NotFolder => t!("hint-not-folder"),
            Self::NoPermission => t!("hint-no-permission"),
            Self::WriteProtected => t!("hint-write-protected"),
            Self::Full => t!("hint-full"),
            Self::TooLarge { .. } => t!("hint-too-large"),
            Self::Busy => t!("hint-busy"),
            Self::Exists | Self::BadName => t!("hint-name"),
            Self::System(_) => t!("hint-system"),
        }
    }

    /// The cause of a system's error while doing `action`.
    pub(in crate::store) fn of(error: &io::Error, action: Action) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound if matches!(action, Action::Write | Action::MakeFolder) => {
                Self::MissingFolder
            }
            Kind::NotFound => Self::Missing,
            Kind::IsADirectory => Self::IsFolder,
            Kind::NotADirectory => Self::NotFolder,
            Kind::PermissionDenied => Self::NoPermission,
            Kind::ReadOnlyFilesystem => Self::WriteProtected,
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::WouldBlock | Kind::ResourceBusy | Kind::ExecutableFileBusy => Self::Busy,
            Kind::AlreadyExists => Self::Exists,
            Kind::InvalidFilename | Kind::InvalidInput => Self::BadName,
            _ => Self::System(error.to_string().to_lowercase()),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => t!("cause-missing"),
            Self::MissingFolder => t!("cause-missing-folder"),
            Self::NoNewFiles => t!("cause-no-new-files"),
            Self::IsFolder => t!("cause-is-folder"),
            Self::NotFolder => t!("cause-not-folder"),
            Self::NoPermission => t!("cause-no-permission"),
            Self::WriteProtected => t!("cause-write-protected"),
            Self::Full => t!("cause-full"),
            Self::TooLarge { bytes, limit } => {
                let (size, most) = (bytes.div_ceil(MIB), limit / MIB);
                return f.write_str(&t!(
                    "cause-too-large",
                    size = size.to_string(),
                    most = most.to_string()
                ));
            }
            Self::Busy => t!("cause-busy"),
            Self::Exists => t!("cause-exists"),
            Self::BadName => t!("cause-bad-name"),
            Self::System(words) => words,
        })
    }
}

/// Bytes of a mebibyte.
const MIB: u64 = 1024 * 1024;
