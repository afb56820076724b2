//! `diptych accuracy checks`: what the checks find in good translations, and in the same ones
//! with an error planted by script.
//!
//! Each two-sided bead of the gold is a row. A finding in a translation as it is counts against
//! the check unless a person says otherwise, so they are printed with `--errors`. A planted
//! error counts as found where any check tells something that was not told before.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde_json::json;

use super::alignment::documents;
use crate::align::accuracy::GoldDocument;
use crate::cli::args::ChecksAccuracy;
use crate::cli::check::{concepts, switches};
use crate::cli::output::{json_line, short, table};
use crate::cli::{Failure, Io};
use crate::model::Checks;
use crate::qa::plant::{Planted, Trial};
use crate::qa::{CHECKS, CheckId, Row, Sheet, Survey};
use crate::workbench::checks::term_pair;

/// Characters of a text shown with an error.
const SHOWN_CHARS: usize = 300;

/// What was reached.
#[derive(Debug, Default)]
struct Score {
    beads: usize,
    /// Findings, and the beads that have one.
    findings: BTreeMap<CheckId, (usize, usize)>,
    /// Beads that a number or a date is told of.
    values: usize,
    /// Planted, and found.
    planted: BTreeMap<Planted, (usize, usize)>,
}

/// Measures the checks.
///
/// # Errors
/// A gold file cannot be read, or a check is not there.
pub fn run(words: &ChecksAccuracy, io: &mut Io<'_>) -> Result<(), Failure> {
    let switches = switches(&words.only, &words.without, &Checks::default())?;
    let concepts = concepts(&words.terms, io)?;
    let mut score = Score::default();
    for path in &words.gold {
        for (_, document) in documents(path, io)? {
            let sheet = sheet(&document);
            let terms = term_pair(&sheet, &concepts, "");
            let survey = Survey::with_terms(&sheet, terms.as_ref());
            let findings = survey.findings(&switches);
            score.beads += sheet.rows.len();
            let mut rows: BTreeMap<CheckId, BTreeSet<usize>> = BTreeMap::new();
            let mut valued = BTreeSet::new();
            for finding in &findings {
                score.findings.entry(finding.check).or_default().0 += 1;
                rows.entry(finding.check).or_default().insert(finding.row);
                if matches!(finding.check, CheckId::Number | CheckId::Date) {
                    valued.insert(finding.row);
                }
                if words.errors {
                    let name = format!("{}.{}-{}", document.name, sheet.source, sheet.target);
                    let what = format!("{}: {}", finding.check.name(), finding.cause);
                    tell(&name, &what, sheet.rows.get(finding.row), io)?;
                }
            }
            score.values += valued.len();
            for (check, rows) in rows {
                score.findings.entry(check).or_default().1 += rows.len();
            }
            for kind in Planted::ALL {
                for trial in survey.trials(kind, &switches) {
                    let sum = score.planted.entry(kind).or_default();
                    sum.0 += 1;
                    sum.1 += usize::from(!trial.findings.is_empty());
                    if words.errors && trial.findings.is_empty() {
                        let name = format!("{}.{}-{}", document.name, sheet.source, sheet.target);
                        tell_missed(&name, kind, &trial, sheet.rows.get(trial.row), io)?;
                    }
                }
            }
        }
    }
    print(&score, words.json, io.out)
}

/// The two-sided beads of a document as rows.
fn sheet(document: &GoldDocument) -> Sheet {
    let joint =
        |lang: &crate::model::Lang| if matches!(lang.base(), "zh" | "ja") { "" } else { " " };
    let text = |texts: &[String], places: &[usize], joint: &str| {
        let texts: Vec<&str> =
            places.iter().filter_map(|place| texts.get(*place)).map(String::as_str).collect();
        texts.join(joint)
    };
    let links = document.links.iter().filter(|link| link.is_two_sided());
    let rows = links
        .map(|link| Row {
            source: text(&document.source, &link.source, joint(&document.source_lang)),
            target: Some(text(&document.target, &link.target, joint(&document.target_lang))),
            ..Row::default()
        })
        .collect();
    Sheet {
        source: document.source_lang.clone(),
        target: document.target_lang.clone(),
        date: None,
        rows,
    }
}

fn tell(name: &str, what: &str, row: Option<&Row>, io: &mut Io<'_>) -> Result<(), Failure> {
    let Some(row) = row else { return Ok(()) };
    let target = row.target.as_deref().unwrap_or_default();
    writeln!(
        io.err,
        "{name}: {what}\n    {}\n    {}",
        short(&row.source, SHOWN_CHARS),
        short(target, SHOWN_CHARS)
    )?;
    Ok(())
}

fn tell_missed(
    name: &str,
    kind: Planted,
    trial: &Trial,
    row: Option<&Row>,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let Some(row) = row else { return Ok(()) };
    let wrong = Row { target: Some(trial.target.clone()), ..row.clone() };
    tell(name, &format!("missed {}", kind.name()), Some(&wrong), io)
}

fn print(score: &Score, json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let share = |part: usize, of: usize| if of == 0 { 1.0 } else { part as f64 / of as f64 };
    let mut rows = table(&["Check", "Findings", "Beads", "Share of beads"]);
    let checks =
        CHECKS.iter().filter_map(|check| Some((check.name, *score.findings.get(&check.id)?)));
    let values = ("number or date", (score.values, score.values));
    for (name, (findings, beads)) in checks.chain([values]) {
        let part = share(beads, score.beads);
        if json {
            let object = json!({
                "check": name, "findings": findings, "beads_found": beads, "beads": score.beads,
                "share": part,
            });
            json_line(out, &object)?;
        } else {
            rows.add_row([
                name.to_owned(),
                findings.to_string(),
                format!("{beads} of {}", score.beads),
                format!("{part:.4}"),
            ]);
        }
    }
    let mut errors = table(&["Planted error", "Planted", "Found", "Recall"]);
    for (kind, (planted, found)) in &score.planted {
        let recall = share(*found, *planted);
        if json {
            let object = json!({
                "error": kind.name(), "planted": planted, "found": found, "recall": recall,
            });
            json_line(out, &object)?;
        } else {
            errors.add_row([
                kind.name().to_owned(),
                planted.to_string(),
                found.to_string(),
                format!("{recall:.3}"),
            ]);
        }
    }
    if !json {
        writeln!(out, "{rows}\n\n{errors}")?;
    }
    Ok(())
}
