//! What was tried on a disk, and why it refused.

use std::fmt;
use std::io;

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
            Self::Read => "read the file",
            Self::Write => "write the file",
            Self::Add => "add to the file",
            Self::List => "list the folder",
            Self::MakeFolder => "make the folder",
            Self::Remove => "remove the file",
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
    pub(super) const fn hint(&self) -> &'static str {
        match self {
            Self::Missing => "check the name or choose another file",
            Self::MissingFolder => "make it or choose another folder",
            Self::NoNewFiles => "choose another folder",
            Self::IsFolder => "choose a file in it",
            Self::NotFolder => "choose a folder",
            Self::NoPermission => "choose another place or ask whoever owns it",
            Self::WriteProtected => "save it under another name or in another folder",
            Self::Full => "free some space or choose another folder",
            Self::TooLarge { .. } => "split it into smaller ones",
            Self::Busy => "close it there or try again in a moment",
            Self::Exists | Self::BadName => "choose another name",
            Self::System(_) => "try again or choose another place",
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
            Self::Missing => "there is no such file",
            Self::MissingFolder => "there is no such folder",
            Self::NoNewFiles => "nothing can be written into this folder",
            Self::IsFolder => "this is a folder",
            Self::NotFolder => "a part of the path is not a folder",
            Self::NoPermission => "no permission",
            Self::WriteProtected => "it is write-protected",
            Self::Full => "the disk is full",
            Self::TooLarge { bytes, limit } => {
                let (size, most) = (bytes.div_ceil(MIB), limit / MIB);
                return write!(f, "it is too large ({size} MiB; at most {most} MiB are read)");
            }
            Self::Busy => "another program is using it",
            Self::Exists => "there is a file of that name already",
            Self::BadName => "the name is not possible here",
            Self::System(words) => words,
        })
    }
}

/// Bytes of a mebibyte.
const MIB: u64 = 1024 * 1024;
