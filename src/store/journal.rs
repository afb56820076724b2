//! Changes that are not in the project file yet, to recover them after a crash.
//!
//! `journals/<project id>.journal.ron`: a first line that says which state of
//! which file the changes follow, then a patch a line:
//!
//! ```text
//! (format:1,project:"00000000000000a1",file:Some("/home/ada/a.project.ron"),print:"51a5ed54fdcfd538")
//! (name:"join rows",changes:[…])
//! ```
//!
//! Each line is flushed before [`append`] returns; a line that a crash tore is
//! passed over. Mode 600: it holds what the project holds.
//!
//! A save makes what was done before it needless. It is marked in the journal before the
//! file is written ([`mark_save`]): a line like the first one, with the state that the
//! save writes. When the file is on the disk the journal begins anew from there
//! ([`begin_anew`]). Should the program die between the two, the file is in the state of
//! a mark, and [`Recovered::for_file`] leaves out the patches that it has already.
//!
//! A project that was never saved is no use as a journal alone, so it is kept
//! beside it as it was born ([`keep_unsaved`]).
//!
//! The file is lines of RON, not one RON document: nothing stands behind the last
//! line that a crash could tear from it.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::{Claim, Held};
use super::listing::{PROJECT, is_named};
use super::print::print;
use super::{Files, Home, StoreError, absolute};
use crate::formats::{FormatError, project_ron, ron_text};
use crate::model::{Patch, Place, Problem, Project, ProjectId};

/// The state that changes follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    format: u32,
    /// The project.
    pub project: ProjectId,
    /// Its file; `None` before it has one.
    #[serde(default)]
    pub file: Option<String>,
    /// The print of its bytes.
    print: String,
    /// Where the work stood then; no patch holds it.
    #[serde(default)]
    place: Option<Place>,
}

/// The format that is written, and the highest that is read.
const FORMAT: u32 = 4;

/// How the names of journals end.
const ENDING: &str = ".journal.ron";

impl Base {
    /// The project as it was opened or saved last, and its file.
    #[must_use]
    pub fn of(project: &Project, file: Option<&Path>) -> Self {
        let file = file.map(absolute);
        let file = file.and_then(|path| path.to_str().map(ToOwned::to_owned));
        let place = Some(project.place);
        Self { format: FORMAT, project: project.id, file, print: print_of(project), place }
    }
}

/// The print of a project's bytes behind its first line: a newer format is the same project.
fn print_of(project: &Project) -> String {
    let text = project_ron::write(project);
    let (_, rest) = text.split_once('\n').unwrap_or_default();
    format!("{:016x}", print(format!("(format: 1,\n{rest}").as_bytes()))
}

/// What a journal holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovered {
    /// The state that the journal follows: its first line.
    pub base: Base,
    /// The state that the patches follow.
    pub state: Base,
    /// Saves that were begun, each behind so many patches.
    pub saves: Vec<(usize, Base)>,
    /// The project that the patches follow, where it has no file of its own.
    pub unsaved: Option<Box<Project>>,
    /// In the order they were made.
    pub patches: Vec<Patch>,
    /// Lines that could not be used. A patch behind one may not fit.
    pub problems: Vec<Problem>,
}

impl Recovered {
    /// Whether the patches follow this state of the project. If not, it was saved
    /// with them, or was changed by somebody else.
    #[must_use]
    pub fn follows(&self, project: &Project) -> bool {
        self.state.project == project.id && self.state.print == print_of(project)
    }

    /// Without the patches that a save has put into this state of the file.
    #[must_use]
    pub fn for_file(mut self, project: &Project) -> Self {
        let print = print_of(project);
        let saved = self.saves.iter().rposition(|(_, state)| state.print == print);
        if let Some((done, state)) = saved.map(|at| self.saves.swap_remove(at)) {
            self.patches.drain(..done.min(self.patches.len()));
            self.state = state;
            self.saves.clear();
        }
        self
    }

    /// Whether this state of the project has all the patches already: it was saved
    /// with them just before the program died.
    #[must_use]
    pub fn is_contained_in(&self, project: &Project) -> bool {
        let mut former = project.clone();
        let fit = |patch: &Patch| patch.inverse().apply(&mut former).is_ok();
        self.patches.iter().rev().all(fit) && self.follows_but_for_place(&mut former)
    }

    fn follows_but_for_place(&self, project: &mut Project) -> bool {
        let Some(place) = self.state.place else { return self.follows(project) };
        project.place = place;
        self.follows(project)
    }
}

/// Keeps a project that has no file yet, so that its journal can be recovered, and
/// gives the base of that journal.
///
/// # Errors
/// The disk refuses.
pub fn keep_unsaved(files: &dyn Files, home: &Home, project: &Project) -> Result<Base, StoreError> {
    files.create_private_dir_all(&home.journals())?;
    let text = project_ron::write(project);
    files.write_private(&unsaved_path(home, project.id), text.as_bytes())?;
    let base = Base::of(project, None);
    append(files, home, &base, &[])?;
    Ok(base)
}

/// Adds patches to the journal of a project, which is begun where there is none.
///
/// # Errors
/// The disk refuses; [`StoreError::JournalLeft`] when the journal follows another
/// state: recover or [`clear`] it first.
pub fn append(
    files: &dyn Files,
    home: &Home,
    base: &Base,
    patches: &[Patch],
) -> Result<(), StoreError> {
    let path = path(home, base.project);
    let [opening, text] = lines(base, patches).map_err(|error| StoreError::format(&path, error))?;
    if !files.exists(&path) {
        files.create_private_dir_all(&home.journals())?;
        return files.write_private(&path, (opening + &text).as_bytes());
    }
    files.hold(&path, &mut |held| add(held, &path, &opening, &text))
}

fn add(held: &mut dyn Held, path: &Path, opening: &str, text: &str) -> Result<(), StoreError> {
    let size = held.size();
    if held.read(0..opening.len() as u64)? != opening.as_bytes() {
        return Err(StoreError::JournalLeft { path: path.to_owned() });
    }
    // A torn line stays; the new one begins on a line of its own.
    let ended = held.read(size.saturating_sub(1)..size)? == b"\n";
    let joint = if ended { "" } else { "\n" };
    held.replace_from(size, format!("{joint}{text}").as_bytes())
}

/// Notes that a save of this state begins, behind everything in the journal that follows
/// `base`; where there is no journal, there is nothing to tell apart.
///
/// # Errors
/// As [`append`].
pub fn mark_save(
    files: &dyn Files,
    home: &Home,
    base: &Base,
    state: &Base,
) -> Result<(), StoreError> {
    let path = path(home, base.project);
    if !files.exists(&path) {
        return Ok(());
    }
    let line = |base: &Base| -> Result<String, StoreError> {
        let line = ron_text::write_line(base).map_err(|error| StoreError::format(&path, error))?;
        Ok(line + "\n")
    };
    let (opening, mark) = (line(base)?, line(state)?);
    files.hold(&path, &mut |held| add(held, &path, &opening, &mark))
}

/// Puts a journal with these patches in the place of the one that is there, whole or not
/// at all; without a patch there is none.
///
/// # Errors
/// The disk refuses.
pub fn begin_anew(
    files: &dyn Files,
    home: &Home,
    base: &Base,
    patches: &[Patch],
) -> Result<(), StoreError> {
    if patches.is_empty() {
        return clear(files, home, base.project);
    }
    let path = path(home, base.project);
    let text = lines(base, patches).map_err(|error| StoreError::format(&path, error))?;
    files.create_private_dir_all(&home.journals())?;
    files.write_private(&path, text.concat().as_bytes())?;
    files.remove(&unsaved_path(home, base.project))
}

/// The first line of a journal and the lines of its patches.
fn lines(base: &Base, patches: &[Patch]) -> Result<[String; 2], FormatError> {
    let mut text = String::new();
    for patch in patches {
        text.push_str(&ron_text::write_line(patch)?);
        text.push('\n');
    }
    Ok([ron_text::write_line(base)? + "\n", text])
}

/// Removes the journal of a project: its changes are saved or given up.
///
/// # Errors
/// The disk refuses.
pub fn clear(files: &dyn Files, home: &Home, project: ProjectId) -> Result<(), StoreError> {
    files.remove(&path(home, project))?;
    files.remove(&unsaved_path(home, project))
}

/// What the journal of a project holds; `None` where there is none.
///
/// # Errors
/// It cannot be read, or its first line cannot.
pub fn recover(
    files: &dyn Files,
    home: &Home,
    project: ProjectId,
) -> Result<Option<Recovered>, StoreError> {
    let path = path(home, project);
    if !files.exists(&path) {
        return Ok(None);
    }
    read(files, home, &path).map(Some)
}

/// All journals that are there: what crashes left. Those that cannot be read are
/// left out, and those of projects that another program has open.
pub fn left(files: &dyn Files, home: &Home) -> Vec<Recovered> {
    let paths = files.list(&home.journals()).unwrap_or_default();
    let journals = paths.iter().filter(|path| is_named(path, ENDING));
    let read = journals.filter_map(|path| read(files, home, path).ok());
    read.filter(|left| !files.is_claimed(&claim_path(home, left.base.project))).collect()
}

/// What a crash left of one project; `None` where there is nothing, it cannot be read,
/// or another program has the project open.
pub fn left_of(files: &dyn Files, home: &Home, project: ProjectId) -> Option<Recovered> {
    let left = recover(files, home, project).ok().flatten()?;
    (!files.is_claimed(&claim_path(home, project))).then_some(left)
}

/// Takes the sign that this program works on a project; `None` when another has it.
/// `note` tells the other who works there, and since when.
///
/// # Errors
/// The disk refuses.
pub fn claim(
    files: &dyn Files,
    home: &Home,
    project: ProjectId,
    note: &str,
) -> Result<Option<Claim>, StoreError> {
    files.create_private_dir_all(&home.journals())?;
    files.claim(&claim_path(home, project), note)
}

/// What whoever works on a project has noted; empty where it cannot be read.
pub fn claim_note(files: &dyn Files, home: &Home, project: ProjectId) -> String {
    let mut note = String::new();
    let reader = files.reader(&claim_path(home, project), 0);
    let read = reader.map(|reader| reader.take(NOTE_BYTES).read_to_string(&mut note));
    if matches!(read, Ok(Ok(_))) { note } else { String::new() }
}

/// The most that is read of a note, in bytes: a name and a time.
const NOTE_BYTES: u64 = 1_000;

fn claim_path(home: &Home, project: ProjectId) -> PathBuf {
    home.journals().join(format!("{project}.lock"))
}

fn read(files: &dyn Files, home: &Home, path: &Path) -> Result<Recovered, StoreError> {
    let bytes = files.read(path)?;
    let failed = |error| StoreError::format(path, error);
    let mut lines = bytes.split(|&byte| byte == b'\n').enumerate();
    let first = lines.next().map(|(_, line)| String::from_utf8_lossy(line)).unwrap_or_default();
    let base: Base = ron_text::read(&first).map_err(failed)?;
    if base.format > FORMAT {
        return Err(failed(FormatError::Newer { found: base.format, known: FORMAT }));
    }
    let (mut patches, mut saves, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (number, line) in lines {
        let text = String::from_utf8_lossy(line);
        if text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
            continue;
        }
        match ron_text::read(&text) {
            Ok(read) => patches.push(read),
            Err(error) => match ron_text::read(&text) {
                Ok(state) => saves.push((patches.len(), state)),
                Err(_) => problems.push(Problem::at(number, format!("not used: {error}"))),
            },
        }
    }
    let (unsaved, state) = (unsaved(files, home, &base)?, base.clone());
    Ok(Recovered { base, state, saves, unsaved, patches, problems })
}

/// Where it is kept.
#[must_use]
pub fn path(home: &Home, project: ProjectId) -> PathBuf {
    home.journals().join(format!("{project}{ENDING}"))
}

/// The project of a journal that follows no file.
fn unsaved(
    files: &dyn Files,
    home: &Home,
    base: &Base,
) -> Result<Option<Box<Project>>, StoreError> {
    let path = unsaved_path(home, base.project);
    if base.file.is_some() || !files.exists(&path) {
        return Ok(None);
    }
    super::project::open(files, &path).map(|reading| Some(Box::new(reading.value)))
}

fn unsaved_path(home: &Home, project: ProjectId) -> PathBuf {
    home.journals().join(format!("{project}{PROJECT}"))
}
