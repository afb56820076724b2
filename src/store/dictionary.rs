//! Spelling dictionaries on the disk, and the words a person added.
//!
//! A dictionary is two files of one name, `fr_FR.aff` and `fr_FR.dic`, in the form of
//! Hunspell (hunspell(5)). They are looked for in the home's `dictionaries` and in the
//! folders where systems and office programs put them: none comes with the program. Each is
//! read in the encoding that its `SET` names, Latin-1 where it names none.
//!
//! A person's words stand in the home's `words`, a plain file for each language, a word a
//! line; a word is added at the end and no line is changed.
//!
//! Left out: dictionaries inside extensions of office programs; compressed ones (`.hzip`).

use std::env;
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{Files, Home, StoreError};
use crate::formats::FormatError;
use crate::model::Lang;

/// The text of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryText {
    /// The `.dic` file.
    pub path: PathBuf,
    /// The rules of inflection.
    pub aff: String,
    /// The words.
    pub dic: String,
}

/// The folders of this system where dictionaries may be.
#[must_use]
pub fn system_folders() -> Vec<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let home = folder("HOME");
    let mut all: Vec<PathBuf> = Vec::new();
    if cfg!(target_os = "windows") {
        // What Hunspell's own program looks through, under either kind of data.
        let data = ["APPDATA", "LOCALAPPDATA", "PROGRAMDATA"].into_iter().filter_map(folder);
        all.extend(data.map(|data| data.join("hunspell")));
    } else if cfg!(target_os = "macos") {
        all.extend(home.map(|home| home.join("Library/Spelling")));
        all.extend(["/Library/Spelling", "/opt/homebrew/share/hunspell"].map(PathBuf::from));
    } else {
        let data = folder("XDG_DATA_HOME").filter(|path| path.is_absolute());
        let data = data.or_else(|| Some(home?.join(".local/share")));
        all.extend(data.map(|data| data.join("hunspell")));
    }
    if !cfg!(target_os = "windows") {
        let shared =
            ["/usr/local/share/hunspell", "/usr/share/hunspell", "/usr/share/myspell/dicts"];
        all.extend(shared.map(PathBuf::from));
    }
    all
}

/// The dictionary of a language: that of its region, else that of the language alone, else
/// the first of any region. A folder that comes before goes before, region or not, as
/// somebody put it there. `None` where there is none.
pub fn find(files: &dyn Files, folders: &[PathBuf], lang: &Lang) -> Option<PathBuf> {
    find_all(files, folders, lang).into_iter().next()
}

/// All dictionaries of a language, in the order in which [`find`] prefers them.
pub fn find_all(files: &dyn Files, folders: &[PathBuf], lang: &Lang) -> Vec<PathBuf> {
    let in_folder = |folder: &PathBuf| {
        let listed = files.list(folder).unwrap_or_default();
        let mut found: Vec<(usize, PathBuf)> =
            listed.into_iter().filter_map(|path| Some((rank(files, &path, lang)?, path))).collect();
        found.sort();
        found.into_iter().map(|(_, path)| path)
    };
    folders.iter().flat_map(in_folder).collect()
}

/// How well the name of a file fits a language, 0 best; `None` for what is no dictionary of
/// it.
fn rank(files: &dyn Files, path: &Path, lang: &Lang) -> Option<usize> {
    if path.extension()? != "dic" || !files.exists(&path.with_extension("aff")) {
        return None;
    }
    let name = path.file_stem()?.to_str()?.replace('_', "-");
    let base = name.split('-').next()?;
    if !base.eq_ignore_ascii_case(lang.base()) {
        return None;
    }
    let usual = usual_region(lang.base());
    let region = name.get(base.len() + 1..).unwrap_or_default();
    Some(match region {
        _ if name.eq_ignore_ascii_case(lang.as_str()) => 0,
        "" => 1,
        _ if region.eq_ignore_ascii_case(usual) => 2,
        _ => 3,
    })
}

/// The region whose spelling is taken where none is told: `fr_FR`, `de_DE`, but `en_US`,
/// which most systems have; `""` for the first in order.
fn usual_region(base: &str) -> &str {
    match base {
        "en" => "US",
        "pt" => "PT",
        "uk" => "UA",
        "cs" => "CZ",
        "el" => "GR",
        "da" => "DK",
        "sv" => "SE",
        other => other,
    }
}

/// Reads a dictionary by its `.dic` file.
///
/// # Errors
/// A file cannot be read; its encoding is none that is known.
pub fn read(files: &dyn Files, path: &Path) -> Result<DictionaryText, StoreError> {
    let rules = path.with_extension("aff");
    let aff = files.read(&rules)?;
    let dic = files.read(path)?;
    let encoding = encoding(&aff)
        .map_err(|label| StoreError::format(&rules, FormatError::UnknownEncoding { label }))?;
    let text = |bytes: &[u8]| encoding.decode(bytes).0.into_owned();
    let aff = text(&aff);
    Ok(DictionaryText { path: path.to_owned(), aff, dic: text(&dic) })
}

/// The encoding that the `SET` of the rules names: Latin-1 where there is none.
fn encoding(aff: &[u8]) -> Result<&'static Encoding, String> {
    if aff.starts_with(b"\xEF\xBB\xBF") {
        return Ok(UTF_8);
    }
    let line = aff.split(|&b| b == b'\n').find(|line| line.starts_with(b"SET "));
    let Some(line) = line else { return Ok(WINDOWS_1252) };
    let name = String::from_utf8_lossy(line.get(4..).unwrap_or_default()).trim().to_owned();
    // Hunspell's own names: "ISO8859-1", "microsoft-cp1251", "TIS620-2533".
    let label = name.to_ascii_lowercase();
    let label = label.strip_prefix("microsoft-").unwrap_or(&label);
    let label = match label.strip_prefix("iso8859-") {
        Some(part) => format!("iso-8859-{part}"),
        None => label.replace("tis620-2533", "tis-620"),
    };
    Encoding::for_label(label.as_bytes()).ok_or(name)
}

/// The words that a person added to a language; none where there is no file.
///
/// # Errors
/// The file cannot be read.
pub fn own_words(files: &dyn Files, home: &Home, lang: &Lang) -> Result<Vec<String>, StoreError> {
    let path = home.words(lang);
    if !files.exists(&path) {
        return Ok(Vec::new());
    }
    let bytes = files.read(&path)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    Ok(lines.filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Adds a word to a language's own, behind all that is there.
///
/// # Errors
/// The disk refuses.
pub fn add_own_word(
    files: &dyn Files,
    home: &Home,
    lang: &Lang,
    word: &str,
) -> Result<(), StoreError> {
    let path = home.words(lang);
    if let Some(folder) = path.parent() {
        files.create_private_dir_all(folder)?;
    }
    let mut bytes = if files.exists(&path) { files.read(&path)? } else { Vec::new() };
    if bytes.last().is_some_and(|&last| last != b'\n') {
        bytes.push(b'\n');
    }
    bytes.extend(word.as_bytes());
    bytes.push(b'\n');
    files.write_private(&path, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::MemoryFiles;

    fn lang(name: &str) -> Lang {
        name.parse().expect("a language")
    }

    fn disk(names: &[&str]) -> MemoryFiles {
        let files = MemoryFiles::new();
        for name in names {
            let path = PathBuf::from("/d").join(name);
            files.create_dir_all(Path::new("/d")).expect("a folder");
            files.write_atomic(&path, b"").expect("a file");
        }
        files
    }

    fn check(names: &[&str], of: &str, expected: Option<&str>) {
        let found = find(&disk(names), &[PathBuf::from("/none"), PathBuf::from("/d")], &lang(of));
        let expected = expected.map(|name| PathBuf::from("/d").join(name));
        assert_eq!(found, expected, "{names:?} for {of}");
    }

    #[test]
    fn the_region_goes_before_the_language_and_that_before_any_region() {
        let all = ["fr.aff", "fr.dic", "fr_BE.aff", "fr_BE.dic", "fr_FR.aff", "fr_FR.dic"];
        check(&all, "fr-BE", Some("fr_BE.dic"));
        check(&all, "fr-CA", Some("fr.dic"));
        check(&all, "fr", Some("fr.dic"));
        check(&["fr_BE.aff", "fr_BE.dic", "fr_FR.aff", "fr_FR.dic"], "fr", Some("fr_FR.dic"));
        check(&["en_AU.aff", "en_AU.dic", "en_US.aff", "en_US.dic"], "en", Some("en_US.dic"));
        check(&["fr-CH.aff", "fr-CH.dic"], "fr", Some("fr-CH.dic"));
        check(&["fr.dic"], "fr", None);
        check(&["fro.aff", "fro.dic", "hyph_fr.dic"], "fr", None);
    }

    #[test]
    fn the_encoding_is_what_the_rules_name() {
        for (set, name) in [
            ("", "windows-1252"),
            ("SET ISO8859-1\n", "windows-1252"),
            ("# rules\nSET ISO8859-2\r\n", "ISO-8859-2"),
            ("SET UTF-8\n", "UTF-8"),
            ("SET KOI8-R\n", "KOI8-R"),
            ("SET microsoft-cp1251\n", "windows-1251"),
        ] {
            assert_eq!(encoding(set.as_bytes()).map(Encoding::name), Ok(name), "{set:?}");
        }
        assert_eq!(encoding(b"SET WTF-9\n"), Err("WTF-9".to_owned()));
    }

    #[test]
    fn own_words_are_added_at_the_end_and_no_line_changes() {
        let files = MemoryFiles::new();
        let (home, fr) = (Home::at("/home".into()), lang("fr-FR"));
        assert_eq!(own_words(&files, &home, &fr).expect("none"), [] as [&str; 0]);
        add_own_word(&files, &home, &fr, "Brévanne").expect("added");
        let path = home.words(&fr);
        files.write_private(&path, "Brévanne\r\n\n sigle".as_bytes()).expect("by hand");
        add_own_word(&files, &home, &fr, "bimédia").expect("added");
        let bytes = files.read(&path).expect("words");
        assert_eq!(String::from_utf8_lossy(&bytes), "Brévanne\r\n\n sigle\nbimédia\n");
        let words = own_words(&files, &home, &fr).expect("words");
        assert_eq!(words, ["Brévanne", "sigle", "bimédia"]);
    }
}
