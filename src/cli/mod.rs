//! The command line: the same engine without a window.
//!
//! | command | file |
//! |---|---|
//! | `sample` | [`sample`] |
//! | `segment` | [`segment`] |
//! | `inspect` | [`inspect`] |
//! | `align` | [`align`], of two folders [`archive`] |
//! | `pairs` | [`pairs`] |
//! | `match` | [`matching`] |
//! | `analyse` | [`analyse`] |
//! | `pretranslate` | [`pretranslate`] |
//! | `import` | [`import`] |
//! | `export` | [`export`] |
//! | `memory …` | [`memory`] |
//! | `project …` | [`project`] |
//! | `merge` | [`merge`] |
//! | `review …` | [`review`] |
//! | `terms …` | [`terms`] |
//! | `check` | [`check`], with `--facts` [`facts`] |
//! | `accuracy …` | [`accuracy`] |
//!
//! Results go to stdout, messages to stderr; `--json` prints one object a line.
//! Exit codes: 0 done, 1 something was found, refused or could not be read at all, 2 wrong
//! usage. Names, JSON keys and exit codes are a contract (`docs/cli.md`).

pub mod accuracy;
pub mod align;
pub mod analyse;
pub mod archive;
pub mod args;
pub mod check;
mod concordance;
pub mod export;
pub mod facts;
pub mod import;
pub mod inspect;
pub mod matching;
mod memories;
pub mod memory;
pub mod merge;
mod output;
pub mod pairs;
pub mod pretranslate;
pub mod project;
pub mod review;
mod review_report;
pub mod sample;
pub mod segment;
mod send;
mod taught;
pub mod terms;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;

pub use args::{Action, Arguments};

use crate::store::Files;
use crate::workbench::Env;

/// What a command works with.
pub struct Io<'a> {
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where messages go.
    pub err: &'a mut dyn Write,
    /// The disk.
    pub files: Arc<dyn Files + Send + Sync>,
    /// The time, ids and the person.
    pub env: Env,
}

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Refused, or nothing could be read: exit code 1.
    #[error("{0}")]
    Refused(String),
    /// Checks found something: exit code 1.
    #[error("{0}")]
    Found(String),
    /// The command's words do not fit together: exit code 2.
    #[error("{0}")]
    Usage(String),
    /// Nobody reads the output any more: no message.
    #[error("the output was closed")]
    Closed,
}

impl Failure {
    /// The exit code.
    #[must_use]
    pub const fn code(&self) -> u8 {
        match self {
            Self::Refused(_) | Self::Found(_) => 1,
            Self::Usage(_) => 2,
            Self::Closed => 0,
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Refused(format!("the output could not be written: {error}"))
        }
    }
}

impl From<crate::store::StoreError> for Failure {
    fn from(error: crate::store::StoreError) -> Self {
        let hint = if error.wants_languages() { "; use --source and --target" } else { "" };
        Self::Refused(format!("{error}{hint}"))
    }
}

/// What is left to do for the program after a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// Nothing.
    Done,
    /// Open the window, on this if there is something.
    Window(Option<PathBuf>),
}

/// Parses the words of the command line.
///
/// # Errors
/// What clap has to say: usage, help or the version.
pub fn parse(words: impl Iterator<Item = std::ffi::OsString>) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(words)
}

/// Carries out a command.
///
/// # Errors
/// [`Failure`], to be printed to stderr with its exit code.
pub fn run(arguments: Arguments, io: &mut Io<'_>) -> Result<After, Failure> {
    let Some(action) = arguments.action else {
        return match arguments.open {
            Some(path) if !io.files.exists(&path) => Err(Failure::Usage(format!(
                "\"{}\" is neither a command nor a file; diptych --help lists the commands",
                path.display()
            ))),
            open => Ok(After::Window(open)),
        };
    };
    match action {
        Action::Sample(words) => return sample::run(&words, io),
        Action::Segment(words) => segment::run(&words, io)?,
        Action::Inspect(words) => inspect::run(&words, io)?,
        Action::Align(words) if archive::is_meant(&words, io) => archive::run(&words, io)?,
        Action::Align(words) => align::run(&words, io)?,
        Action::Pairs(words) => pairs::run(&words, io)?,
        Action::Match(words) => matching::run(&words, io)?,
        Action::Analyse(words) => analyse::run(&words, io)?,
        Action::Pretranslate(words) => pretranslate::run(&words, io)?,
        Action::Import(words) => import::run(&words, io)?,
        Action::Export(words) => export::run(&words, io)?,
        Action::Memory(words) => memory::run(&words.action, io)?,
        Action::Project(words) => project::run(&words.action, io)?,
        Action::Merge(words) => merge::run(&words, io)?,
        Action::Review(words) => review::run(&words.action, io)?,
        Action::Terms(words) => terms::run(&words.action, io)?,
        Action::Check(words) => check::run(&words, io)?,
        Action::Accuracy(words) => accuracy::run(&words.action, io)?,
    }
    Ok(After::Done)
}

/// Whether there is a display to open a window on, as far as can be told beforehand.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let unix = cfg!(all(unix, not(target_os = "macos")));
    !unix || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(set)
}

/// Refuses to write over what is there.
///
/// # Errors
/// The file is there and `force` is not set.
fn check_free(files: &dyn Files, path: &Path, force: bool) -> Result<(), Failure> {
    if !force && files.exists(path) {
        let path = path.display();
        return Err(Failure::Refused(format!(
            "{path} is there already; choose another name, or add --force to write over it"
        )));
    }
    Ok(())
}

/// Tells the problems of a file, each with its line.
fn tell_problems(
    io: &mut Io<'_>,
    path: &Path,
    problems: &[crate::model::Problem],
) -> Result<(), Failure> {
    for problem in problems.iter().take(TOLD_PROBLEMS) {
        writeln!(io.err, "{}: {problem}", path.display())?;
    }
    if problems.len() > TOLD_PROBLEMS {
        let more = problems.len() - TOLD_PROBLEMS;
        writeln!(io.err, "{}: {more} more problems", path.display())?;
    }
    Ok(())
}

/// So many problems of one file are told one by one on stderr.
const TOLD_PROBLEMS: usize = 20;
