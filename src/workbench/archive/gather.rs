//! The texts of folders and lists, each with what it says of its release.
//!
//! Of a folder, the files in it and in its sub-folders, one level deep (an archive is kept
//! by language or by year), but for hidden ones and those that are Diptych's own or
//! bilingual. A file that cannot be read is told with the cause and the rest goes on.
//! The language is what the text surely is, else what the file's name says, else the
//! likeliest.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::share;
use crate::model::{Cancelled, Document, Lang, Release, Watch};
use crate::release::facts;
use crate::release::pairing::Candidate;
use crate::store::Files;
use crate::text::lang::Evidence;
use crate::workbench::Env;
use crate::workbench::intake::{self, Looks, Taught};
use crate::workbench::opening::{self, ReadText};

/// Endings of what is no single text: files of ours, bilingual and binary ones.
const NOT_TEXTS: [&str; 10] =
    [".ron", ".tmx", ".tsv", ".csv", ".xliff", ".xlf", ".json", ".jsonl", ".png", ".zip"];

/// A folder or a file that somebody named, and the language its texts are in where that
/// was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Where it is.
    pub path: PathBuf,
    /// The language of all its texts; `None` to find it out.
    pub lang: Option<Lang>,
}

/// A text of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its file.
    pub path: PathBuf,
    /// The place of its root among those named.
    pub root: usize,
    /// Its name, its language and what it says of the release.
    pub file: Candidate,
    /// The language somebody named for it.
    pub named: Option<Lang>,
    /// A print of its text: two files with the same are one text.
    print: u64,
    /// What its blocks are, before anything that was taught: they are looked at once.
    looks: Looks,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub cause: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// The texts, in the order of their roots, by path.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl Entry {
    /// Whether another file has the very same text.
    #[must_use]
    pub const fn same_text(&self, other: &Self) -> bool {
        self.print == other.print
    }
}

/// Reads the texts of the roots, with the roles that were taught.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn gather(
    files: &(dyn Files + Send + Sync),
    roots: &[Root],
    taught: &Taught,
    watch: &dyn Watch,
) -> Result<Gathered, Cancelled> {
    let mut gathered = Gathered::default();
    let mut paths: Vec<(PathBuf, usize)> = Vec::new();
    for (root, Root { path, .. }) in roots.iter().enumerate() {
        let found = if files.is_dir(path) {
            texts_of(files, path, &mut gathered.unreadable)
        } else {
            vec![path.clone()]
        };
        let fresh: Vec<_> =
            found.into_iter().filter(|path| paths.iter().all(|(known, _)| known != path)).collect();
        paths.extend(fresh.into_iter().map(|path| (path, root)));
    }
    let read = share::each(paths.len(), watch, &|place, _| {
        let Some((path, root)) = paths.get(place) else { return Ok(None) };
        let named = roots.get(*root).and_then(|root| root.lang.clone());
        Ok(Some(entry(files, path, *root, named, taught)))
    })?;
    for result in read.into_iter().flatten() {
        match result {
            Ok(entry) => gathered.entries.push(entry),
            Err(unreadable) => gathered.unreadable.push(unreadable),
        }
    }
    Ok(gathered)
}

/// The files of a folder that may be texts.
fn texts_of(files: &dyn Files, folder: &Path, wrong: &mut Vec<Unreadable>) -> Vec<PathBuf> {
    let mut list = |folder: &Path| {
        files.list(folder).unwrap_or_else(|error| {
            wrong.push(Unreadable { path: folder.to_owned(), cause: error.to_string() });
            Vec::new()
        })
    };
    let (folders, mut texts): (Vec<_>, Vec<_>) =
        list(folder).into_iter().filter(|p| !is_hidden(p)).partition(|path| files.is_dir(path));
    for folder in folders {
        texts.extend(list(&folder).into_iter().filter(|p| !is_hidden(p) && !files.is_dir(p)));
    }
    texts.retain(|path| {
        let name = path.to_string_lossy().to_lowercase();
        !NOT_TEXTS.iter().any(|ending| name.ends_with(ending))
    });
    texts
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn entry(
    files: &dyn Files,
    path: &Path,
    root: usize,
    named: Option<Lang>,
    taught: &Taught,
) -> Result<Entry, Unreadable> {
    let mut env = Env::system("");
    let text = text_of(files, path)?;
    let document = document(&text, named.as_ref(), taught, &mut env);
    let (print, looks) = (print(&text), Looks::of(&document));
    let document = taught.with_roles(document);
    let release: Release = facts::of(&document);
    let file = Candidate { name: document.name, lang: document.lang, release };
    Ok(Entry { path: path.to_owned(), root, file, named, print, looks })
}

/// Reads a text of the archive again as a document, as was taught. Of a text that is the same
/// as it was, languages are not asked for again.
///
/// # Errors
/// It cannot be read, or there is nothing in it.
pub fn read(
    files: &dyn Files,
    entry: &Entry,
    taught: &Taught,
    env: &mut Env,
) -> Result<Document, Unreadable> {
    let text = text_of(files, &entry.path)?;
    let again = (print(&text) == entry.print).then_some(&entry.looks);
    let again = again.and_then(|looks| {
        intake::document_again(&text.text, &text.name, looks, &taught.cutting, env)
    });
    let document = again.unwrap_or_else(|| document(&text, Some(&entry.file.lang), taught, env));
    Ok(taught.with_roles(document))
}

fn text_of(files: &dyn Files, path: &Path) -> Result<ReadText, Unreadable> {
    let unreadable = |cause: String| Unreadable { path: path.to_owned(), cause };
    opening::read_text(files, path).map_err(|error| unreadable(error.to_string()))
}

/// The document of a text, its main language the one that was named, else what the text
/// surely is, else what the file's name says.
fn document(text: &ReadText, named: Option<&Lang>, taught: &Taught, env: &mut Env) -> Document {
    let evident = || Evidence::of(&text.text).certain().cloned();
    let lang = named.cloned().or_else(evident).or_else(|| lang_in(&text.name));
    intake::document_in(&text.text, &text.name, lang.as_ref(), &taught.cutting, env)
}

fn print(text: &ReadText) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.text.trim().hash(&mut hasher);
    hasher.finish()
}

/// The language that stands in a file's name: `bridge.fr.txt`, `bridge_EN.txt`.
fn lang_in(name: &str) -> Option<Lang> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let parts = stem.split(['.', '_', '-', ' ', '(', ')']);
    parts.rev().filter(|part| part.len() == 2).find_map(|part| {
        let lang: Lang = part.to_lowercase().parse().ok()?;
        (lang.english_name() != lang.as_str()).then_some(lang)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_stands_in_a_name() {
        for (name, expected) in [
            ("bridge.fr.txt", Some("fr")),
            ("bridge_EN.txt", Some("en")),
            ("2026-03-12 (ru).txt", Some("ru")),
            ("bridge.txt", None),
            ("12-03.txt", None),
        ] {
            let found = lang_in(name);
            assert_eq!(found.as_ref().map(Lang::as_str), expected, "{name}");
        }
    }
}
