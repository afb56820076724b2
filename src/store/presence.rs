//! Who has a project open: a file beside it, for everybody who reaches the folder.
//!
//! `.accord.project.ron.open` is one line of RON: person, machine, process, since when. It
//! is written again every [`REFRESH`] while the project is open and goes when it is closed.
//! One that was not written for [`STALE`], or whose process on this machine has ended, is
//! what a crash left. When it was written is told by the folder's own clock, the file's
//! time. Where the folder takes no file there is none, and nobody is told.
//!
//! It asks others to wait; it does not keep them from writing. What keeps work whole is
//! that a changed file is not written over (`store::project::Stamp`). The lock in the home
//! (`store::journal::claim`) tells journals apart and is another matter.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Cause, Files, StoreError};
use crate::formats::ron_text;
use crate::model::Timestamp;

/// How often the file is written again.
pub const REFRESH: Duration = Duration::from_secs(30);

/// From when on nobody is there any more: four refreshings were missed.
pub const STALE: SignedDuration = SignedDuration::from_mins(2);

/// The most that is read, in bytes: a name, a machine, numbers.
const MOST_BYTES: u64 = 2_000;

/// Somebody who has a project open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who; may be empty.
    #[serde(default)]
    pub name: String,
    /// The machine's name; empty where it has none.
    #[serde(default)]
    pub machine: String,
    /// The process.
    #[serde(default)]
    pub process: u32,
    /// Tells two windows of one process apart.
    #[serde(default)]
    window: u64,
    /// Since when.
    pub since: Timestamp,
}

/// Somebody else, found beside a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who.
    pub by: Person,
    /// When the file was written last.
    pub last: Timestamp,
    /// Whether nobody is there any more.
    pub state: State,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// At work.
    Present,
    /// Nothing was heard for [`STALE`].
    Silent,
    /// The process on this machine has ended.
    Ended,
}

impl Person {
    /// Whoever works here, from `since` on.
    #[must_use]
    pub fn here(name: &str, since: Timestamp) -> Self {
        static WINDOWS: AtomicU64 = AtomicU64::new(0);
        Self {
            name: name.to_owned(),
            machine: machine(),
            process: std::process::id(),
            window: WINDOWS.fetch_add(1, Ordering::Relaxed),
            since,
        }
    }

    fn is(&self, other: &Self) -> bool {
        let of = |person: &Self| (person.machine.clone(), person.process, person.window);
        of(self) == of(other)
    }
}

/// Whoever else has a project open, or left it open in a crash. `now` is this machine's.
pub fn look(files: &dyn Files, project: &Path, now: Timestamp, own: &Person) -> Option<Seen> {
    let by = read(files, project).filter(|by| !by.is(own))?;
    let last = files.modified(&path(project)).ok()?;
    let state = if has_ended(&by) {
        State::Ended
    } else if now.duration_since(last) > STALE {
        State::Silent
    } else {
        State::Present
    };
    Some(Seen { by, last, state })
}

/// Says that `own` has the project open, unless somebody else says so at this moment; who
/// was there goes where `over` says so. Whether it was said.
///
/// # Errors
/// The disk refuses.
pub fn sign(
    files: &dyn Files,
    project: &Path,
    own: &Person,
    over: bool,
) -> Result<bool, StoreError> {
    let path = path(project);
    let text = ron_text::write_line(own).map_err(|error| StoreError::format(&path, error))? + "\n";
    if over {
        return files.write_atomic(&path, text.as_bytes()).map(|()| true);
    }
    match files.write_new(&path, text.as_bytes()) {
        Err(StoreError::File { cause: Cause::Exists, .. }) => Ok(false),
        written => written.map(|()| true),
    }
}

/// Says it again; `false` when somebody else has taken the place.
///
/// # Errors
/// The disk refuses.
pub fn refresh(files: &dyn Files, project: &Path, own: &Person) -> Result<bool, StoreError> {
    let is_ours = read(files, project).is_none_or(|by| by.is(own));
    if is_ours { sign(files, project, own, true) } else { Ok(false) }
}

/// The project is closed.
///
/// # Errors
/// The disk refuses.
pub fn leave(files: &dyn Files, project: &Path, own: &Person) -> Result<(), StoreError> {
    let is_ours = read(files, project).is_some_and(|by| by.is(own));
    if is_ours { files.remove(&path(project)) } else { Ok(()) }
}

/// The file beside a project.
#[must_use]
pub fn path(project: &Path) -> PathBuf {
    let name = project.file_name().map(|name| name.to_string_lossy().into_owned());
    project.with_file_name(format!(".{}.open", name.unwrap_or_default()))
}

fn read(files: &dyn Files, project: &Path) -> Option<Person> {
    let path = path(project);
    if !files.exists(&path) {
        return None;
    }
    let text = String::from_utf8(files.start(&path, MOST_BYTES).ok()?).ok()?;
    ron_text::read(&text).ok()
}

/// Whether a process of this machine has ended; `false` where that cannot be told.
#[cfg(unix)]
fn has_ended(by: &Person) -> bool {
    let pid = i32::try_from(by.process).ok().and_then(rustix::process::Pid::from_raw);
    let here = !by.machine.is_empty() && by.machine == machine();
    let gone = |pid| rustix::process::test_kill_process(pid) == Err(rustix::io::Errno::SRCH);
    here && pid.is_some_and(gone)
}

/// Whether a process of this machine has ended: time will tell.
#[cfg(not(unix))]
const fn has_ended(_: &Person) -> bool {
    false
}

#[cfg(unix)]
fn machine() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}
