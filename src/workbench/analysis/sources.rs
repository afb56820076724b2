//! Where the rows of a job come from: projects, texts, folders of them.
//!
//! A text is cut as it is cut when a release is made of it. What cannot be read, is empty or
//! is in languages that no memory serves is told with its cause, and the rest goes on.

use std::path::{Path, PathBuf};

use super::piece::Piece;
use crate::formats::detect::Format;
use crate::formats::pages;
use crate::model::{Cancelled, Lang, Project, Watch};
use crate::store::{self, Files, Listing};
use crate::texts::{Spoken, t};
use crate::workbench::archive::share;
use crate::workbench::env::Env;
use crate::workbench::intake::{self, Taught};
use crate::workbench::library::Languages;
use crate::workbench::opening;
use crate::workbench::session::Session;

/// What is wanted of the releases.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The language they are in; `None` takes what they say, or guesses it.
    pub source: Option<Lang>,
    /// The language they are translated into; `None` takes every one that is served.
    pub target: Option<Lang>,
    /// The pairs of the memories, each used in either direction; `None` takes every pair.
    pub served: Option<Vec<Languages>>,
}

/// A file that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub cause: String,
}

/// The files of the paths that somebody named: of a folder its projects, or its texts where it
/// has no project.
pub fn files_of(files: &dyn Files, named: &[PathBuf], left: &mut Vec<Left>) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in named {
        let of_path =
            if files.is_dir(path) { of_folder(files, path) } else { Ok(vec![path.clone()]) };
        match of_path {
            Ok(paths) if paths.is_empty() => {
                left.push(Left {
                    path: path.clone(),
                    cause: t!("sources-no-release-in-it").to_owned(),
                });
            }
            Ok(paths) => found.extend(paths),
            Err(cause) => left.push(Left { path: path.clone(), cause }),
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|path| seen.insert(path.clone()));
    found
}

fn of_folder(files: &dyn Files, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = Listing::of(files, folder).map_err(|error| error.to_string())?;
    if !listing.projects.is_empty() {
        return Ok(listing.projects);
    }
    let mut texts = files.list(folder).map_err(|error| error.to_string())?;
    let hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    texts.retain(|path| {
        let is_text =
            || opening::format(files, path).is_ok_and(|format| pages::of(format).is_some());
        !hidden(path) && !files.is_dir(path) && is_text()
    });
    texts.sort();
    Ok(texts)
}

/// Reads releases, on all cores; those that do not count, with their causes.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn read_all(
    files: &(dyn Files + Send + Sync),
    paths: &[PathBuf],
    taught: &Taught,
    wanted: &Wanted,
    (env, watch): (&(dyn Fn(usize) -> Env + Sync), &dyn Watch),
) -> Result<(Vec<Piece>, Vec<Left>), Cancelled> {
    let read = share::each(paths.len(), watch, &|place, _| {
        Ok(paths.get(place).map(|path| {
            let read = read(files, path, taught, wanted, env(place));
            read.map_err(|cause| Left { path: path.clone(), cause })
        }))
    })?;
    let (mut pieces, mut left) = (Vec::new(), Vec::new());
    for one in read.into_iter().flatten() {
        match one {
            Ok(of_file) => pieces.extend(of_file),
            Err(why) => left.push(why),
        }
    }
    Ok((pieces, left))
}

/// The pieces of one file.
fn read(
    files: &dyn Files,
    path: &Path,
    taught: &Taught,
    wanted: &Wanted,
    mut env: Env,
) -> Result<Vec<Piece>, String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| path.display().to_string());
    let (project, note) = match opening::format(files, path).map_err(|error| error.to_string())? {
        Format::Project => {
            let reading = store::project::open(files, path).map_err(|error| error.to_string())?;
            let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
            (reading.value, problems.join("; "))
        }
        format if pages::of(format).is_some() => of_text(files, path, taught, wanted, &mut env)?,
        _ => return Err(t!("sources-neither-project-nor-text").to_owned()),
    };
    let mut pieces = pieces_of(project, &name, wanted, env)?;
    if let Some(first) = pieces.first_mut() {
        first.note = note;
    }
    Ok(pieces)
}

fn of_text(
    files: &dyn Files,
    path: &Path,
    taught: &Taught,
    wanted: &Wanted,
    env: &mut Env,
) -> Result<(Project, String), String> {
    let text = opening::read_text(files, path).map_err(|error| error.to_string())?;
    let (lang, cutting) = (wanted.source.clone(), taught.cutting.clone());
    let reading = intake::Reading { name: text.name.clone(), lang, segmented: false, cutting };
    let document = taught.with_roles(intake::document_of(&text, &reading, env));
    let target = wanted.target_for(&document.lang)?;
    let mut notes = vec![text.note];
    if wanted.source.is_none() {
        let lang = &document.lang;
        notes.push(t!("sources-language-guessed", tag = lang, lang = lang.spoken()));
    }
    notes.retain(|note| !note.is_empty());
    Ok((intake::from_one(document, target, env), notes.join("; ")))
}

/// The translations of a project that are wanted.
///
/// # Errors
/// There is none, and why.
pub fn pieces_of(
    project: Project,
    name: &str,
    wanted: &Wanted,
    env: Env,
) -> Result<Vec<Piece>, String> {
    let source = project.source.lang.clone();
    if wanted.source.as_ref().is_some_and(|wanted| !wanted.same_base(&source)) {
        return Err(t!("sources-it-is-in", lang = source.spoken()));
    }
    let targets: Vec<_> =
        project.translations.iter().map(|of| (of.id, of.lang().clone())).collect();
    let fits: Vec<_> = targets.iter().filter(|(_, target)| wanted.takes(&source, target)).collect();
    if fits.is_empty() {
        let pairs: Vec<String> =
            targets.iter().map(|(_, target)| t!("to", source = source, target = target)).collect();
        return Err(match pairs.as_slice() {
            [] => t!("sources-it-has-no-translation").to_owned(),
            pairs => t!("sources-no-memory-serves", pairs = pairs.join(", ")),
        });
    }
    let several = fits.len() > 1;
    let mut session = Session::new(project, None, env);
    let mut pieces = Vec::with_capacity(fits.len());
    for (id, target) in fits {
        session.show_translation(*id);
        let name = if several { format!("{name} ({target})") } else { name.to_owned() };
        pieces.extend(Piece::of(&session, &name));
    }
    Ok(pieces)
}

impl Wanted {
    /// Whether a pair is wanted: some memory serves it, and it is into the language named.
    fn takes(&self, source: &Lang, target: &Lang) -> bool {
        let named = self.target.as_ref().is_none_or(|named| named.same_base(target));
        let served = self.served.is_none();
        named && (served || self.targets(source).any(|served| served.same_base(target)))
    }

    /// The languages that the memories serve from a source.
    fn targets<'a>(&'a self, source: &'a Lang) -> impl Iterator<Item = &'a Lang> {
        self.served.iter().flatten().filter_map(move |pair| {
            if pair.source.same_base(source) {
                Some(&pair.target)
            } else if pair.target.same_base(source) {
                Some(&pair.source)
            } else {
                None
            }
        })
    }

    /// The language a text is to be translated into.
    fn target_for(&self, source: &Lang) -> Result<Lang, String> {
        let mut served: Vec<&Lang> = Vec::new();
        for lang in self.targets(source) {
            if !served.iter().any(|known| known.same_base(lang)) {
                served.push(lang);
            }
        }
        if let Some(named) = &self.target {
            served.retain(|lang| lang.same_base(named));
        }
        match served.as_slice() {
            [one] => Ok((*one).clone()),
            [] => Err(t!("sources-no-memory-serves", pairs = source.spoken())),
            several => {
                let names: Vec<&str> = several.iter().map(|lang| lang.as_str()).collect();
                Err(t!("sources-into-which-language", langs = names.join(", ")))
            }
        }
    }
}
