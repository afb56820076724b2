//! `diptych review report`: what was changed after somebody had confirmed it.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::output::{json_line, short};
use super::{Failure, Io, check_free, export, tell_problems};
use crate::model::Lang;
use crate::store;
use crate::workbench::review::page;
use crate::workbench::review::report::{self, Report};

/// `diptych review report`.
#[derive(Debug, clap::Args)]
pub struct ReportWords {
    /// The project.
    pub project: PathBuf,
    /// The translation's language, where there are several.
    #[arg(long, value_name = "LANG")]
    pub target: Option<Lang>,
    /// Write a page to print too.
    #[arg(long, value_name = "OUT.html")]
    pub html: Option<PathBuf>,
    /// Write a line for each change too.
    #[arg(long, value_name = "OUT.csv")]
    pub csv: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// Carries the command out.
///
/// # Errors
/// The project cannot be read, lacks the translation, or a file cannot be written.
pub fn run(words: &ReportWords, io: &mut Io<'_>) -> Result<(), Failure> {
    for out in [&words.html, &words.csv].into_iter().flatten() {
        check_free(io.files.as_ref(), out, words.force)?;
    }
    let reading = store::project::open(io.files.as_ref(), &words.project)?;
    tell_problems(io, &words.project, &reading.problems)?;
    let translation = export::translation(&reading.value, words.target.as_ref())?;
    let report = Report::of(&reading.value, translation);
    if let Some(path) = &words.html {
        io.files.write_atomic(path, page::page(&report).as_bytes())?;
    }
    if let Some(path) = &words.csv {
        io.files.write_atomic(path, report::to_csv(&report).as_bytes())?;
    }
    if words.json { print_json(&report, io.out) } else { print(&report, io.out) }
}

/// A change a line, then the sums.
fn print_json(report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    for change in &report.changes {
        let line = json!({
            "row": change.number,
            "kind": change.kind.name(),
            "author": change.author,
            "at": change.at.map(|at| at.to_string()),
            "means": change.means,
            "of": change.of,
            "before": change.before,
            "after": change.after,
            "words": change.words,
        });
        json_line(out, &line)?;
    }
    let kinds: serde_json::Map<_, _> = report
        .by_kind()
        .into_iter()
        .map(|(kind, count)| {
            (kind.name().to_owned(), json!({"changes": count.changes, "words": count.words}))
        })
        .collect();
    let people: serde_json::Map<_, _> = report
        .by_author()
        .into_iter()
        .map(|(name, count)| (name, json!({"changes": count.changes, "words": count.words})))
        .collect();
    let total = report.total();
    let per_thousand = report.per_thousand_tenths(total.words) as f64 / 10.0;
    let line = json!({
        "rows": report.rows,
        "words": report.words,
        "approved": report.decided.0,
        "rejected": report.decided.1,
        "changes": total.changes,
        "changed_words": total.words,
        "per_1000_words": per_thousand,
        "kinds": kinds,
        "people": people,
    });
    json_line(out, &line)
}

/// So many characters of a text are printed.
const SHOWN: usize = 160;

fn print(report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    for change in &report.changes {
        let who = if change.author.is_empty() { "somebody" } else { &change.author };
        writeln!(out, "row {}: {} ({who})", change.number, change.kind.name())?;
        writeln!(out, "  - {}", short(&change.before, SHOWN))?;
        writeln!(out, "  + {}", short(&change.after, SHOWN))?;
    }
    let total = report.total();
    let tenths = report.per_thousand_tenths(total.words);
    writeln!(
        out,
        "{} rows, {} words; {} changes, {} words changed, {}.{} per 1,000",
        report.rows,
        report.words,
        total.changes,
        total.words,
        tenths / 10,
        tenths % 10
    )?;
    for (kind, count) in report.by_kind().into_iter().filter(|(_, count)| count.changes > 0) {
        writeln!(out, "  {:<12} {:>4} {:>6} words", kind.name(), count.changes, count.words)?;
    }
    for (name, count) in report.by_author() {
        let name = if name.is_empty() { "somebody" } else { &name };
        writeln!(out, "  by {name}: {} changes, {} words", count.changes, count.words)?;
    }
    Ok(())
}
