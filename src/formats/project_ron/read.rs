//! Reading a project.

use super::FORMAT;
use crate::formats::{FormatError, first_line, ron_text};
use crate::model::{Problem, Project, Reading};

/// What to do with a damaged project.
const HINT: &str = "open one of its backups, or mend that line in a text editor";

/// Reads a project file. Rows that do not follow the source are reported, and
/// the project is given as it is.
///
/// # Errors
/// [`FormatError::Newer`] by the number on the first line; [`FormatError::Other`]
/// when it is not a project; [`FormatError::Broken`] with line, column and what
/// was expected there.
pub fn read(text: &str) -> Result<Reading<Project>, FormatError> {
    let text = text.trim_start_matches('\u{feff}');
    check_format(text)?;
    if first_line::second_field(text) == Some("header") {
        let hint = "it is a translation memory: open it as one".to_owned();
        return Err(FormatError::Other { expected: "a project file", hint });
    }
    let project: Project = ron::from_str(text)
        .map_err(|error| conflict_marker(text).unwrap_or_else(|| ron_text::broken(&error, HINT)))?;
    let problems = project.check().err().map(|misfit| Problem::whole(misfit.to_string()));
    Ok(Reading { value: project, problems: problems.into_iter().collect() })
}

/// Looks at the first line alone.
///
/// # Errors
/// [`FormatError::Newer`], [`FormatError::Other`] or [`FormatError::Empty`].
pub fn check_format(text: &str) -> Result<(), FormatError> {
    first_line::check(text, FORMAT, "a project file")
}

/// The place of what Git leaves in a file that it could not merge.
fn conflict_marker(text: &str) -> Option<FormatError> {
    let line = text.lines().position(|line| line.starts_with("<<<<<<< "))?;
    Some(FormatError::Broken {
        line: line + 1,
        column: 1,
        cause: "two versions of the project were not merged (a conflict marker of Git)".to_owned(),
        hint: "take one of the two versions, or open a backup",
    })
}
