//! The layer as others use it, on a real disk and on failing ones.

mod bad_input;
mod disk;
mod home;
mod journal;
mod project;

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Disk, Files, StoreError};

/// A folder that goes when the test ends.
pub(super) struct Folder(TempDir);

impl Folder {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    /// A path in it.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A file in it.
    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        Disk.create_dir_all(path.parent().expect("a folder")).expect("made");
        Disk.write_atomic(&path, bytes.as_ref()).expect("written");
        path
    }

    /// The names in it, hidden ones too.
    pub(super) fn names(&self) -> Vec<String> {
        let paths = Disk.list(self.0.path()).expect("listed");
        let name =
            |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        paths.iter().map(name).collect()
    }
}

/// An error's message holds the words, its path last, and neither a capital at
/// its start nor a full stop at its end.
pub(super) fn check_message<T: std::fmt::Debug>(
    result: Result<T, StoreError>,
    words: &[&str],
    path: &std::path::Path,
) {
    let message = result.expect_err(words.first().unwrap_or(&"an error")).to_string();
    for word in words {
        assert!(message.contains(word), "{message}\nshould contain: {word}");
    }
    assert!(message.ends_with(&format!(": {}", path.display())), "{message}");
    assert!(message.chars().next().is_some_and(|c| !c.is_uppercase()), "{message}");
    assert!(message.contains(';'), "a way out: {message}");
}
