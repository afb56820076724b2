//! `diptych review …`: translations as tables for people without Diptych.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::output::{json_line, short};
use super::{Failure, Io, check_free, export, merge, review_report, tell_problems};
use crate::formats::review::{self, TableFormat};
use crate::model::{Lang, Project};
use crate::store::{self, Home, StoreError};
use crate::workbench::Env;
use crate::workbench::archive::harvest;
use crate::workbench::review::duties::{self, Act};
use crate::workbench::review::returned::{self, Difference, Kind, Outcome};
use crate::workbench::review::{table, taking};

/// `diptych review`.
#[derive(Debug, Args)]
pub struct Review {
    /// What to do.
    #[command(subcommand)]
    pub action: ReviewAction,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum ReviewAction {
    /// Write a translation as a table to be edited in Word, Excel or a browser.
    Export(Export),
    /// List what was changed in such a table, and take it.
    Import(Import),
    /// Tell what was changed after somebody had confirmed it: by whom, how much.
    Report(review_report::ReportWords),
    /// List what merged copies have differently.
    Conflicts {
        /// The project.
        project: PathBuf,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
}

/// `diptych review export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The project.
    pub project: PathBuf,
    /// The table: .docx, .html or .xlsx.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The translation's language, where there are several.
    #[arg(long, value_name = "LANG")]
    pub target: Option<Lang>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `diptych review import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The project.
    pub project: PathBuf,
    /// The table that came back.
    pub table: PathBuf,
    /// Save the project with what was changed; without this and -o nothing is.
    #[arg(long)]
    pub apply: bool,
    /// Save it as this project instead.
    #[arg(short, long, value_name = "P.project.ron")]
    pub output: Option<PathBuf>,
    /// Take only these rows, by number; may be given again.
    #[arg(long, value_name = "ROW")]
    pub row: Vec<String>,
    /// Who edited the table, where it does not say so itself.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Take changes of quotation marks, apostrophes, dashes and spaces alone too.
    #[arg(long)]
    pub typography: bool,
    /// Empty the targets that are empty in the table.
    #[arg(long)]
    pub clear: bool,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// Carries a `review` command out.
///
/// # Errors
/// A file cannot be read or written.
pub fn run(action: &ReviewAction, io: &mut Io<'_>) -> Result<(), Failure> {
    match action {
        ReviewAction::Export(words) => export_table(words, io),
        ReviewAction::Import(words) => import(words, io),
        ReviewAction::Report(words) => review_report::run(words, io),
        ReviewAction::Conflicts { project, json } => {
            let project = store::project::open(io.files.as_ref(), project)?.value;
            let conflicts = &project.review.conflicts;
            for conflict in conflicts {
                merge::print(&project, conflict, *json, io)?;
            }
            match conflicts.len() {
                0 => Ok(()),
                count => Err(Failure::Found(format!("{count} conflicts"))),
            }
        }
    }
}

fn export_table(words: &Export, io: &mut Io<'_>) -> Result<(), Failure> {
    check_free(io.files.as_ref(), &words.output, words.force)?;
    let name = words.output.to_string_lossy().into_owned();
    let Some(format) = TableFormat::of_name(&name) else {
        return Err(Failure::Usage(format!(
            "{name}: choose a name ending in .docx, .html or .xlsx"
        )));
    };
    let reading = store::project::open(io.files.as_ref(), &words.project)?;
    tell_problems(io, &words.project, &reading.problems)?;
    let project = reading.value;
    let translation = export::translation(&project, words.target.as_ref())?;
    let table = table::of(&project, translation);
    let failed = |error| StoreError::format(&words.output, error);
    let bytes = review::write(&table, format).map_err(failed)?;
    io.files.write_atomic(&words.output, &bytes)?;
    let rows = table.rows.len();
    if words.json {
        return json_line(io.out, &json!({"rows": rows}));
    }
    writeln!(io.out, "{name}: {rows} rows")?;
    Ok(())
}

fn import(words: &Import, io: &mut Io<'_>) -> Result<(), Failure> {
    if let Some(output) = &words.output {
        check_free(io.files.as_ref(), output, words.force)?;
    }
    let home = Home::find()?;
    let author = io.env.author.clone();
    let taken = harvest::take(io.files.as_ref(), &home, &words.project, Env::system(&author));
    let taken = taken.map_err(Failure::Refused)?;
    let bytes = io.files.read(&words.table)?;
    let reading = review::read(&bytes).map_err(|error| StoreError::format(&words.table, error))?;
    tell_problems(io, &words.table, &reading.problems)?;
    let mut project = taken.session.snapshot();
    let by = words.by.clone().unwrap_or_default();
    let outcome = returned::compare(&project, &reading.value, &by);
    for notice in &outcome.notices {
        writeln!(io.err, "{}: {notice}", words.table.display())?;
    }
    let wanted = |difference: &Difference| is_wanted(difference, words);
    for difference in &outcome.differences {
        print(difference, wanted(difference), words.json, io.out)?;
    }
    let patch = taking::patch(&project, &outcome, wanted, &mut io.env);
    let saves = words.apply || words.output.is_some();
    if saves {
        check_duties(&project, &outcome, wanted, &author)?;
    }
    let count = outcome.differences.iter().filter(|difference| wanted(difference)).count();
    if saves && !patch.is_empty() {
        patch.apply(&mut project).map_err(|error| Failure::Refused(error.to_string()))?;
        if let Some(output) = &words.output {
            store::project::save(io.files.as_ref(), &home, output, &project)?;
        } else {
            let saved = (words.project.as_path(), taken.stamp, &project);
            harvest::put_back(io.files.as_ref(), &home, saved).map_err(Failure::Refused)?;
        }
    } else if let Some(output) = &words.output {
        store::project::save(io.files.as_ref(), &home, output, &project)?;
    }
    sum(&outcome, if saves { count } else { 0 }, words.json, io)
}

/// What a table brings in is done by whoever takes it, so that person's duty must allow it.
fn check_duties(
    project: &Project,
    outcome: &Outcome,
    wanted: impl Fn(&Difference) -> bool,
    author: &str,
) -> Result<(), Failure> {
    let taken = outcome.differences.iter().filter(|difference| wanted(difference));
    for difference in taken {
        let act = match difference.kind {
            Kind::Approved => Act::Approve,
            Kind::Rejected => Act::Reject,
            Kind::Comment => Act::Comment,
            _ => Act::Write,
        };
        duties::may(&project.review, author, act)
            .map_err(|forbidden| Failure::Refused(forbidden.sentence()))?;
    }
    Ok(())
}

fn is_wanted(difference: &Difference, words: &Import) -> bool {
    let of_row = words.row.is_empty() || words.row.contains(&difference.number.to_string());
    let kind = match difference.kind {
        Kind::Typography => words.typography,
        Kind::Cleared => words.clear,
        Kind::Conflict => true,
        kind => kind.is_plain(),
    };
    of_row && kind
}

fn print(
    difference: &Difference,
    wanted: bool,
    json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Difference { number, line, kind, before, after, author, at, .. } = difference;
    if json {
        let at = at.map(|at| at.to_string());
        let line = json!({
            "row": number.to_string(),
            "line": line,
            "kind": kind.name(),
            "before": before,
            "after": after,
            "author": author,
            "at": at,
            "taken": wanted,
        });
        return json_line(out, &line);
    }
    let left = if wanted { "" } else { ", left" };
    let who = if author.is_empty() { "somebody" } else { author };
    writeln!(out, "row {number}: {} ({who}){left}", kind.name())?;
    for (mark, text) in [("-", before), ("+", after)] {
        if !text.is_empty() {
            writeln!(out, "  {mark} {}", short(text, SHOWN))?;
        }
    }
    Ok(())
}

/// So many characters of a text are printed.
const SHOWN: usize = 160;

fn sum(outcome: &Outcome, taken: usize, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let (differences, same, notices) =
        (outcome.differences.len(), outcome.same, outcome.notices.len());
    if json {
        let line = json!({
            "differences": differences, "taken": taken, "same": same, "notices": notices,
        });
        json_line(io.out, &line)?;
    } else {
        writeln!(io.out, "{differences} differences, {taken} taken, {same} rows the same")?;
    }
    let nothing = outcome.translation.is_none();
    if nothing {
        return Err(Failure::Refused("the table is not of this project".to_owned()));
    }
    Ok(())
}
