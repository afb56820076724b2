//! The folder of a person's own data.
//!
//! | what | where |
//! |---|---|
//! | settings | `settings.ron` |
//! | private working memories | `memories/` |
//! | termbases of one's own | `terms/` |
//! | backups of projects | `backups/` |
//! | journals of unsaved changes, steps of undo | `journals/` |
//! | spelling dictionaries; words of one's own, by language | `dictionaries/`, `words/` |
//! | caches of memories' indexes, made again when they go | `cache/` |
//! | the log | `diptych.log`, `diptych.log.1` |
//!
//! It is `DIPTYCH_HOME`, else `diptych` in the platform's folder for data: the
//! XDG Base Directory Specification's `XDG_DATA_HOME` (`~/.local/share`), macOS's
//! `~/Library/Application Support`, Windows's `%APPDATA%`. What is made there is
//! for this user alone: it can hold embargoed text.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::listing::{MEMORY, is_named};
use super::{Files, Settings, StoreError};
use crate::formats::ron_text;
use crate::model::Lang;

/// The folder of a person's own data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    folder: PathBuf,
}

impl Home {
    /// The home that the environment names. It need not be there yet.
    ///
    /// # Errors
    /// [`StoreError::NoHome`] when it names none.
    pub fn find() -> Result<Self, StoreError> {
        Self::find_in(&|name| env::var_os(name))
    }

    fn find_in(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Self, StoreError> {
        let folder = |name: &str| variable(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let own = folder("DIPTYCH_HOME").map(|given| std::path::absolute(&given).unwrap_or(given));
        let found = own.or_else(|| Some(platform_data(&folder)?.join("diptych")));
        found.map(Self::at).ok_or(StoreError::NoHome)
    }

    /// The home in this folder.
    #[must_use]
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of private working memories.
    #[must_use]
    pub fn memories(&self) -> PathBuf {
        self.folder.join("memories")
    }

    /// The private working memories that are there, sorted.
    pub fn working_memories(&self, files: &dyn Files) -> Vec<PathBuf> {
        let mut paths = files.list(&self.memories()).unwrap_or_default();
        paths.retain(|path| is_named(path, MEMORY) && !files.is_dir(path));
        paths
    }

    /// The folder of termbases of one's own.
    #[must_use]
    pub fn termbases(&self) -> PathBuf {
        self.folder.join("terms")
    }

    /// The folder of backups.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// The folder of journals.
    #[must_use]
    pub fn journals(&self) -> PathBuf {
        self.folder.join("journals")
    }

    /// The folder of caches.
    #[must_use]
    pub fn caches(&self) -> PathBuf {
        self.folder.join("cache")
    }

    /// The folder of languages of one's own for the window.
    #[must_use]
    pub fn texts(&self) -> PathBuf {
        self.folder.join("texts")
    }

    /// The languages of one's own: the tag that a file `tag.ftl` is named by, and its texts.
    /// What cannot be read is passed over.
    pub fn own_texts(&self, files: &dyn Files) -> Vec<(String, String)> {
        let paths = files.list(&self.texts()).unwrap_or_default();
        let paths = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "ftl"));
        let read = paths.filter_map(|path| {
            let text = String::from_utf8(files.read(path).ok()?).ok()?;
            Some((path.file_stem()?.to_str()?.to_owned(), text))
        });
        read.collect()
    }

    /// The folder of spelling dictionaries.
    #[must_use]
    pub fn dictionaries(&self) -> PathBuf {
        self.folder.join("dictionaries")
    }

    /// The file of the words that a person added to a language, whatever its region.
    #[must_use]
    pub fn words(&self, lang: &Lang) -> PathBuf {
        self.folder.join("words").join(format!("{}.txt", lang.base()))
    }

    /// The log.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.folder.join("diptych.log")
    }

    /// Whether settings were ever saved here: the program has been used before.
    pub fn has_settings(&self, files: &dyn Files) -> bool {
        files.exists(&self.settings_path())
    }

    /// The settings, and what was wrong with their file. A file that cannot be
    /// used is set aside under another name, so the next saving does not lose it.
    pub fn settings(&self, files: &dyn Files) -> (Settings, Option<String>) {
        let path = self.settings_path();
        if !files.exists(&path) {
            return (Settings::default(), None);
        }
        match read_settings(files, &path) {
            Ok(settings) => (settings, None),
            Err(error @ StoreError::Format { .. }) => {
                let aside = self.folder.join("settings.broken.ron");
                let kept = match files.rename(&path, &aside) {
                    Ok(()) => format!("it was kept as {}", aside.display()),
                    Err(error) => error.to_string(),
                };
                let problem = format!("the settings start afresh, since {error}; {kept}");
                (Settings::default(), Some(problem))
            }
            Err(error) => {
                (Settings::default(), Some(format!("the settings are the usual ones: {error}")))
            }
        }
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn save_settings(&self, files: &dyn Files, settings: &Settings) -> Result<(), StoreError> {
        let path = self.settings_path();
        let text = ron_text::write(settings).map_err(|error| StoreError::format(&path, error))?;
        let text = text.replacen("(\n", "(format: 1,\n", 1);
        files.create_private_dir_all(&self.folder)?;
        files.write_private(&path, text.as_bytes())
    }

    fn settings_path(&self) -> PathBuf {
        self.folder.join("settings.ron")
    }
}

fn read_settings(files: &dyn Files, path: &Path) -> Result<Settings, StoreError> {
    let bytes = files.read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    ron_text::read(text.trim_start_matches('\u{feff}'))
        .map_err(|error| StoreError::format(path, error))
}

/// The platform's folder for a user's data.
#[cfg(target_os = "windows")]
fn platform_data(folder: &dyn Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    folder("APPDATA")
}

/// The platform's folder for a user's data.
#[cfg(target_os = "macos")]
fn platform_data(folder: &dyn Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    Some(folder("HOME")?.join("Library/Application Support"))
}

/// The platform's folder for a user's data. The specification says that relative
/// paths are to be ignored.
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn platform_data(folder: &dyn Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let given = folder("XDG_DATA_HOME").filter(|path| path.is_absolute());
    given.or_else(|| Some(folder("HOME")?.join(".local/share")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let value = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
        };
        let found = Home::find_in(&value);
        assert_eq!(found.ok(), expected.map(|path| Home::at(path.into())), "{variables:?}");
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_home_is_where_the_specification_says() {
        check(&[("DIPTYCH_HOME", "/d"), ("XDG_DATA_HOME", "/x"), ("HOME", "/h")], Some("/d"));
        check(&[("DIPTYCH_HOME", ""), ("XDG_DATA_HOME", "/x")], Some("/x/diptych"));
        let ours = Some("/h/.local/share/diptych");
        check(&[("XDG_DATA_HOME", "relative"), ("HOME", "/h")], ours);
        check(&[("XDG_DATA_HOME", ""), ("HOME", "/h")], ours);
        check(&[("HOME", "/h")], ours);
        check(&[("HOME", "")], None);
        let message = Home::find_in(&|_| None).expect_err("no home").to_string();
        assert!(message.contains("set DIPTYCH_HOME"), "{message}");
    }

    #[test]
    fn a_relative_home_becomes_absolute() {
        let here = std::path::absolute("here").expect("a folder");
        check(&[("DIPTYCH_HOME", "here")], here.to_str());
    }
}
