//! `diptych check`: what may be wrong with the translations of a release, or of a folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::Check;
use super::output::{json_line, short, table};
use super::{Failure, Io, facts, tell_problems};
use crate::model::{Checks, Concept, Reading, RowNumber};
use crate::qa::{CHECKS, CheckId, Finding, Row, Side, Switches};
use crate::store::{self, Listing};
use crate::workbench::checks::Checked;
use crate::workbench::terms;

/// Characters of a place that are shown in the list.
const SHOWN_CHARS: usize = 48;

/// Checks a project, or all of a folder, and prints what is found.
///
/// # Errors
/// Something is found, a check is not there, or a project cannot be read.
pub fn run(words: &Check, io: &mut Io<'_>) -> Result<(), Failure> {
    if words.list {
        return list(words.json, io.out);
    }
    // A name that is no check's is told before anything is read.
    switches(&words.only, &words.without, &Checks::default())?;
    let paths = paths(words, io)?;
    let concepts = concepts(&words.terms, io)?;
    let (mut count, mut unread) = (0, 0);
    for path in &paths {
        if words.facts {
            facts::of_project(path, words.json, io)?;
            continue;
        }
        match of_project(path, &concepts, words, io) {
            Ok(found) => count += found,
            Err(failure @ Failure::Refused(_)) if paths.len() > 1 => {
                unread += 1;
                writeln!(io.err, "{failure}")?;
            }
            Err(failure) => return Err(failure),
        }
    }
    match (count, unread) {
        (0, 0) => Ok(()),
        (0, _) if unread == paths.len() => {
            Err(Failure::Refused("no release could be read".to_owned()))
        }
        (0, _) => Ok(()),
        (1, _) => Err(Failure::Found("1 finding".to_owned())),
        _ => Err(Failure::Found(format!("{count} findings"))),
    }
}

/// The projects that are meant.
fn paths(words: &Check, io: &Io<'_>) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = Vec::new();
    for path in &words.projects {
        if io.files.is_dir(path) {
            paths.extend(Listing::of(io.files.as_ref(), path)?.projects);
        } else {
            paths.push(path.clone());
        }
    }
    if paths.is_empty() {
        return Err(Failure::Refused("there is no release to check".to_owned()));
    }
    Ok(paths)
}

/// The concepts of termbases; what was mended in them is told.
pub(super) fn concepts(paths: &[PathBuf], io: &mut Io<'_>) -> Result<Vec<Concept>, Failure> {
    let Reading { value, problems } = terms::open_all(io.files.as_ref(), paths)?;
    for problem in problems {
        writeln!(io.err, "{problem}")?;
    }
    Ok(value)
}

/// The checks that are wanted: these alone, else as the people of the release agreed.
///
/// # Errors
/// There is no check of a name.
pub(super) fn switches(
    only: &[String],
    without: &[String],
    said: &Checks,
) -> Result<Switches, Failure> {
    let check = |name: &String| {
        CheckId::of_name(name).ok_or_else(|| {
            Failure::Usage(format!("there is no check \"{name}\"; diptych check --list shows them"))
        })
    };
    let only: Vec<CheckId> = only.iter().map(check).collect::<Result<_, _>>()?;
    let mut switches = if only.is_empty() { Switches::agreed(said) } else { Switches::only(&only) };
    for name in without {
        switches.set(check(name)?, false);
    }
    Ok(switches)
}

/// Checks the translations of one project; how much is found.
fn of_project(
    path: &Path,
    concepts: &[Concept],
    words: &Check,
    io: &mut Io<'_>,
) -> Result<usize, Failure> {
    let reading = store::project::open(io.files.as_ref(), path)?;
    tell_problems(io, path, &reading.problems)?;
    let project = reading.value;
    let switches = switches(&words.only, &words.without, &project.checks)?;
    let mut count = 0;
    for translation in &project.translations {
        let checked = Checked::of(&project, translation);
        let findings = checked.findings(concepts, &project.release.issuer, &switches);
        let findings = checked.without_dismissed(findings, &project.checks);
        count += findings.len();
        if words.json {
            for finding in &findings {
                let mut object = object(finding, &checked);
                object["file"] = json!(path.display().to_string());
                object["lang"] = json!(translation.lang().as_str());
                json_line(io.out, &object)?;
            }
        } else if !findings.is_empty() {
            writeln!(io.out, "{} ({})", path.display(), translation.lang())?;
            print(&findings, &checked, io.out)?;
        }
    }
    Ok(count)
}

/// The row of a finding.
fn row<'a>(finding: &Finding, checked: &'a Checked) -> Option<&'a Row> {
    checked.sheet.rows.get(finding.row)
}

/// The number of a row as shown.
fn number(finding: &Finding, checked: &Checked) -> String {
    let number = row(finding, checked).and_then(|row| row.number);
    number.unwrap_or(RowNumber::new(0)).to_string()
}

/// What stands at the place of a finding.
fn text(finding: &Finding, checked: &Checked) -> String {
    let Some(row) = row(finding, checked) else { return String::new() };
    let text = match finding.place.side {
        Side::Source => row.source.as_str(),
        Side::Target => row.target.as_deref().unwrap_or_default(),
    };
    let range = &finding.place.range;
    text.chars().skip(range.start).take(range.len()).collect()
}

fn object(finding: &Finding, checked: &Checked) -> Value {
    let range = &finding.place.range;
    let fix = finding.fix.as_ref();
    let fix =
        fix.map(|fix| json!({"start": fix.range.start, "end": fix.range.end, "text": fix.text}));
    json!({
        "check": finding.check.name(), "severity": finding.severity.name(),
        "row": number(finding, checked), "text": text(finding, checked),
        "message": finding.cause.to_string(), "side": finding.place.side.name(),
        "start": range.start, "end": range.end, "fix": fix,
    })
}

fn print(findings: &[Finding], checked: &Checked, out: &mut dyn Write) -> Result<(), Failure> {
    let mut rows = table(&["Row", "Severity", "Check", "Message", "Text"]);
    for finding in findings {
        rows.add_row([
            number(finding, checked),
            finding.severity.name().to_owned(),
            finding.check.name().to_owned(),
            finding.cause.to_string(),
            short(&text(finding, checked), SHOWN_CHARS),
        ]);
    }
    writeln!(out, "{rows}")?;
    Ok(())
}

/// The table of checks.
fn list(json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let mut rows = table(&["Check", "Severity", "On", "What it finds"]);
    for check in CHECKS {
        let (name, severity) = (check.name, check.severity.name());
        if json {
            let object = json!({
                "check": name, "severity": severity, "on": check.on,
                "explanation": check.explanation,
            });
            json_line(out, &object)?;
        } else {
            rows.add_row([name, severity, if check.on { "yes" } else { "no" }, check.explanation]);
        }
    }
    if !json {
        writeln!(out, "{rows}")?;
    }
    Ok(())
}
