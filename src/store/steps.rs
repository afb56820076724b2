//! What undo and redo can reach, kept for the next opening: a file of its own beside the
//! journal, so that projects stay as small as they are.
//!
//! `journals/<project id>.steps.ron`: a first line that says which state of the project
//! the steps lead to, then a step a line, those done in order, then those undone:
//!
//! ```text
//! (format:1,project:"00000000000000a1",print:"51a5ed54fdcfd538",done:1)
//! (patch:(name:"join rows",changes:[…]),place:Some("…"),at:Some("…"))
//! ```
//!
//! Steps are worth nothing on another state: where the file's bytes are not those of the
//! first line, or one line cannot be read, there are none. Mode 600: they hold what the
//! project holds. The files of projects that were not saved for long go.

use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::listing::is_named;
use super::project::Stamp;
use super::{Files, Home, StoreError};
use crate::formats::{FormatError, ron_text};
use crate::model::ProjectId;

/// The most that is kept of a project, in bytes: 64 MB. Two hundred corrections have some
/// hundred KB; a replacement in 50,000 rows has 30 MB. What is older goes first.
const MOST_BYTES: usize = 64 << 20;

/// Of so many projects the steps are kept: a year of a busy desk's releases in work.
const MOST_PROJECTS: usize = 200;

/// The format that is written, and the highest that is read.
const FORMAT: u32 = 2;

const ENDING: &str = ".steps.ron";

#[derive(Serialize, Deserialize)]
struct Opening {
    format: u32,
    project: ProjectId,
    print: String,
    /// How many of the lines are done; the rest is undone, first the one to be done again.
    done: usize,
}

/// Keeps the steps that lead to a state of a project's file, and those undone in it.
///
/// # Errors
/// The disk refuses.
pub fn keep<T: Serialize>(
    files: &dyn Files,
    home: &Home,
    project: ProjectId,
    stamp: Stamp,
    done: &[T],
    undone: &[T],
) -> Result<(), StoreError> {
    let path = path(home, project);
    if done.is_empty() && undone.is_empty() {
        return files.remove(&path);
    }
    let text = text(project, stamp, done, undone);
    let text = text.map_err(|error| StoreError::format(&path, error))?;
    files.create_private_dir_all(&home.journals())?;
    files.write_private(&path, text.as_bytes())?;
    forget_old(files, home)
}

/// The steps that lead to this state of a project's file, and those undone in it; `None`
/// where there are none, or they lead elsewhere.
pub fn kept<T: DeserializeOwned>(
    files: &dyn Files,
    home: &Home,
    project: ProjectId,
    stamp: Stamp,
) -> Option<(Vec<T>, Vec<T>)> {
    let path = path(home, project);
    if !files.exists(&path) {
        return None;
    }
    let text = String::from_utf8(files.read(&path).ok()?).ok()?;
    let mut lines = text.lines();
    let opening: Opening = ron_text::read(lines.next()?).ok()?;
    let fits =
        opening.format <= FORMAT && opening.project == project && opening.print == stamp.written();
    if !fits {
        return None;
    }
    let mut done: Vec<T> = lines.map(ron_text::read).collect::<Result<_, _>>().ok()?;
    let undone = (opening.done <= done.len()).then(|| done.split_off(opening.done))?;
    Some((done, undone))
}

fn text<T: Serialize>(
    project: ProjectId,
    stamp: Stamp,
    done: &[T],
    undone: &[T],
) -> Result<String, FormatError> {
    let mut room = MOST_BYTES;
    // The steps next to the present state, outwards in both directions.
    let (mut back, mut on) = (Vec::new(), Vec::new());
    for step in done.iter().rev() {
        let Some(line) = fitting(step, &mut room)? else { break };
        back.push(line);
    }
    for step in undone {
        let Some(line) = fitting(step, &mut room)? else { break };
        on.push(line);
    }
    back.reverse();
    let opening = Opening { format: FORMAT, project, print: stamp.written(), done: back.len() };
    let mut text = ron_text::write_line(&opening)?;
    for line in back.into_iter().chain(on) {
        text.push('\n');
        text.push_str(&line);
    }
    text.push('\n');
    Ok(text)
}

/// A step as a line, where there is room for it.
fn fitting<T: Serialize>(step: &T, room: &mut usize) -> Result<Option<String>, FormatError> {
    let line = ron_text::write_line(step)?;
    let left = room.checked_sub(line.len());
    *room = left.unwrap_or(0);
    Ok(left.map(|_| line))
}

/// Removes the files that were written longest ago, where there are too many.
fn forget_old(files: &dyn Files, home: &Home) -> Result<(), StoreError> {
    let mut paths = files.list(&home.journals())?;
    paths.retain(|path| is_named(path, ENDING));
    if paths.len() <= MOST_PROJECTS {
        return Ok(());
    }
    paths.sort_by_key(|path| std::cmp::Reverse(files.modified(path).ok()));
    paths.iter().skip(MOST_PROJECTS).try_for_each(|path| files.remove(path))
}

/// Where it is kept.
#[must_use]
pub fn path(home: &Home, project: ProjectId) -> PathBuf {
    home.journals().join(format!("{project}{ENDING}"))
}
