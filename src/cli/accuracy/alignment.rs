//! `diptych accuracy alignment`: beads against those made by hand.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::align::accuracy::{self as gold, GoldDocument, Link};
use crate::align::accuracy::{Counts, Judged, Reliability, compare, judge};
use crate::align::{self, Ingredient, Sentence, Side};
use crate::cli::output::{json_line, table};
use crate::cli::{Failure, Io, tell_problems};
use crate::model::{Lang, RawBlock, Role, Unwatched};
use crate::release;
use crate::workbench::opening;

/// Carries out `accuracy alignment`, the aligner `without` some of its ingredients.
///
/// # Errors
/// A gold file cannot be read.
pub fn run(
    gold: &[PathBuf],
    without: &[Ingredient],
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let mut sets: BTreeMap<String, Score> = BTreeMap::new();
    for path in gold {
        for (set, document) in documents(path, io)? {
            let score = sets.entry(set).or_default();
            let start = Instant::now();
            let found = aligned(&document, without)?;
            score.time += start.elapsed();
            score.beads.extend(judge(&document.links, &found));
            let found: Vec<Link> = found.iter().map(Link::from).collect();
            score.counts += compare(&document.links, &found);
        }
    }
    let peak = peak_memory(io);
    print(json, &sets, peak, io.out)
}

/// What was reached on a set.
#[derive(Debug, Default)]
struct Score {
    counts: Counts,
    beads: Vec<Judged>,
    time: Duration,
}

fn print(
    json: bool,
    sets: &BTreeMap<String, Score>,
    peak: Option<u64>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if json {
        for (set, score) in sets {
            json_line(out, &object(set, score, peak))?;
        }
        return Ok(());
    }
    let mut rows = table(&[
        "Set",
        "Precision",
        "Recall",
        "F1",
        "Lax F1",
        "Errors",
        "AUC",
        "Worst tenth",
        "Doubtful",
        "Seconds",
    ]);
    for (set, score) in sets {
        rows.add_row(cells(set, score));
    }
    writeln!(out, "{rows}")?;
    if let Some(peak) = peak {
        writeln!(out, "peak memory: {:.0} MB", peak as f64 / 1e6)?;
    }
    Ok(())
}

/// A set as one object: scores, and how well the confidence tells right from wrong.
fn object(
    set: &str,
    Score { counts, beads, time }: &Score,
    peak: Option<u64>,
) -> serde_json::Value {
    let reliability = Reliability::of(beads);
    let (doubtful, doubtful_wrong) = reliability.doubtful;
    json!({
        "set": set, "precision": counts.precision(), "recall": counts.recall(),
        "f1": counts.f1(), "lax_f1": counts.lax_f1(), "errors": counts.errors(),
        "auc": reliability.auc, "worst_tenth": reliability.worst_tenth,
        "doubtful": doubtful, "doubtful_wrong": doubtful_wrong,
        "calibration_error": reliability.calibration_error,
        "seconds": time.as_secs_f64(), "peak_memory": peak,
    })
}

/// A set as a row of the table.
fn cells(set: &str, Score { counts, beads, time }: &Score) -> Vec<String> {
    let reliability = Reliability::of(beads);
    let figure = |figure: f64| format!("{figure:.3}");
    let perhaps = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), figure);
    let (doubtful, wrong) = reliability.doubtful;
    vec![
        set.to_owned(),
        figure(counts.precision()),
        figure(counts.recall()),
        figure(counts.f1()),
        figure(counts.lax_f1()),
        counts.errors().to_string(),
        perhaps(reliability.auc),
        perhaps(reliability.worst_tenth),
        format!("{wrong} of {doubtful} wrong"),
        figure(time.as_secs_f64()),
    ]
}

/// The most memory the program has taken up so far, in bytes, where the system tells.
fn peak_memory(io: &Io<'_>) -> Option<u64> {
    let status = opening::read_text(io.files.as_ref(), Path::new("/proc/self/status")).ok()?;
    let line = status.text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// The document pairs of a gold file, each with the name of its set.
pub(super) fn documents(
    path: &Path,
    io: &mut Io<'_>,
) -> Result<Vec<(String, GoldDocument)>, Failure> {
    let text = opening::read_text(io.files.as_ref(), path)?;
    if path.extension().is_some_and(|ending| ending == "jsonl") {
        let reading = gold::read_jsonl(&text.text);
        tell_problems(io, path, &reading.problems)?;
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let set = |d: &GoldDocument| format!("{stem}_{}-{}", d.source_lang, d.target_lang);
        return Ok(reading.value.into_iter().map(|document| (set(&document), document)).collect());
    }
    let reading = gold::read_beads(&text.text);
    tell_problems(io, path, &reading.problems)?;
    let folder = path.parent().and_then(Path::file_name);
    let set = folder.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Some((source_lang, target_lang)) = gold::langs_of_set(&set) else {
        return Err(Failure::Refused(format!(
            "the folder of a .gold file names its languages, as in name_fr-en: {}",
            path.display()
        )));
    };
    let side = |lang: &Lang| -> Result<Vec<String>, Failure> {
        let path = path.with_extension(lang.as_str());
        let text = opening::read_text(io.files.as_ref(), &path)?;
        Ok(text.text.lines().map(str::to_owned).collect())
    };
    let document = GoldDocument {
        name: path.display().to_string(),
        source: side(&source_lang)?,
        target: side(&target_lang)?,
        source_lang,
        target_lang,
        source_blocks: Vec::new(),
        target_blocks: Vec::new(),
        links: reading.value,
    };
    Ok(vec![(set, document)])
}

/// Aligns a gold document as the program would: roles from its lines, where they are
/// known, else none.
fn aligned(document: &GoldDocument, without: &[Ingredient]) -> Result<Vec<align::Pair>, Failure> {
    let source = sentences(&document.source, &document.source_blocks, &document.source_lang);
    let target = sentences(&document.target, &document.target_blocks, &document.target_lang);
    let source = Side { lang: &document.source_lang, sentences: &source };
    let target = Side { lang: &document.target_lang, sentences: &target };
    align::align_without(without, &source, &target, &Unwatched)
        .map_err(|cancelled| Failure::Refused(cancelled.to_string()))
}

fn sentences<'a>(texts: &'a [String], blocks: &[usize], lang: &Lang) -> Vec<Sentence<'a>> {
    let roles = roles(texts, blocks, lang);
    let block = |at: usize| blocks.get(at).copied().unwrap_or(at);
    texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let role = roles.get(at).copied().unwrap_or_default();
            Sentence { text, block: block(at), role }
        })
        .collect()
}

/// The roles of the blocks that sentences stand in; body where blocks are not known.
fn roles(texts: &[String], blocks: &[usize], lang: &Lang) -> Vec<Role> {
    if blocks.len() != texts.len() {
        return vec![Role::Body; texts.len()];
    }
    let mut raw: Vec<RawBlock> = Vec::new();
    let mut places = Vec::with_capacity(texts.len());
    for (text, &line) in texts.iter().zip(blocks) {
        match raw.last_mut() {
            Some(last) if last.line == line => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            _ => {
                let (before, text) = ("\n".to_owned(), text.clone());
                raw.push(RawBlock { line, before, text, hint: None });
            }
        }
        places.push(raw.len() - 1);
    }
    let (main, langs) = release::main_language(&raw, None);
    let main = if main.same_base(lang) { main } else { lang.clone() };
    let roles = release::roles::assign(&raw, &langs, &main);
    places.into_iter().map(|place| roles.get(place).copied().unwrap_or_default()).collect()
}
