//! `diptych align` with folders: files are paired, all pairs are aligned, each release
//! becomes a project.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::Align;
use super::output::{Terminal, json_line, table};
use super::taught::Taught;
use super::{Failure, Io, tell_problems};
use crate::align::Lexicon;
use crate::model::{Lang, Unwatched};
use crate::store;
use crate::workbench::archive::gather::{self, Root};
use crate::workbench::archive::job::{self, Made, Means};
use crate::workbench::archive::{Sheet, pairs::Plan};
use crate::workbench::library::{Kind, Library};
use crate::workbench::{Env, lessons, opening};

/// Whether the words name folders.
#[must_use]
pub fn is_meant(words: &Align, io: &Io<'_>) -> bool {
    let is_folder = |path: &PathBuf| io.files.is_dir(path);
    is_folder(&words.source_file) || words.target_file.as_ref().is_some_and(is_folder)
}

/// Pairs the files of one folder or of two, aligns all pairs, and says of each pair why it
/// is one and how sure it is, of each file that is left why, of each failure the cause.
///
/// # Errors
/// There is no pair, none could be aligned, or a folder cannot be read.
pub fn run(words: &Align, io: &mut Io<'_>) -> Result<(), Failure> {
    check(words, io)?;
    let taught = Taught::find(io)?;
    let gathered = gather::gather(io.files.as_ref(), &roots(words), taught.all(), &Unwatched)
        .map_err(|error| Failure::Refused(error.to_string()))?;
    let sheet = Sheet::of(gathered, words.pair.source.as_ref());
    let plans = sheet.plans();
    let lexicons = lexicons(words, &sheet, &plans, io)?;
    let made = align(words, &sheet, &plans, &lexicons, &taught, io)?;
    tell(words.json, &sheet, &made, io)?;
    let done = made.iter().flat_map(|made| &made.pairs).filter(|pair| pair.result.is_ok()).count();
    let tally = sheet.tally();
    let failed = made.iter().flat_map(|made| &made.pairs).count() - done;
    writeln!(
        io.err,
        "{done} pairs aligned, {failed} failed, {} to choose, {} files without a partner, {} \
         unreadable",
        tally.to_choose,
        tally.alone,
        sheet.unreadable().len()
    )?;
    if done == 0 {
        return Err(Failure::Refused("no pair was aligned".to_owned()));
    }
    if let Some(memory) = &words.add_to {
        add(&made, memory, io)?;
    }
    Ok(())
}

/// What does not go together with folders.
fn check(words: &Align, io: &Io<'_>) -> Result<(), Failure> {
    let usage = |why: &str| Err(Failure::Usage(why.to_owned()));
    let named = [Some(&words.source_file), words.target_file.as_ref()];
    if let Some(file) = named.into_iter().flatten().find(|path| !io.files.is_dir(path)) {
        let path = file.display();
        return Err(Failure::Usage(format!(
            "\"{path}\" is no folder; name two folders or two files"
        )));
    }
    if words.segmented || words.encoding.is_some() || words.target_encoding.is_some() {
        return usage("--segmented and the encodings are for two files; encodings are found");
    }
    match &words.output {
        None if words.add_to.is_some() => usage("--add-to needs -o FOLDER beside it"),
        Some(output) if io.files.exists(output) && !io.files.is_dir(output) => {
            let path = output.display();
            Err(Failure::Refused(format!("{path} is a file; name a folder for the projects")))
        }
        _ => Ok(()),
    }
}

fn roots(words: &Align) -> Vec<Root> {
    let (source, target) = (words.pair.source.clone(), words.pair.target.clone());
    match &words.target_file {
        Some(second) => vec![
            Root { path: words.source_file.clone(), lang: source },
            Root { path: second.clone(), lang: target },
        ],
        None => vec![Root { path: words.source_file.clone(), lang: None }],
    }
}

/// What the memories named teach about the language pairs of the archive.
fn lexicons(
    words: &Align,
    sheet: &Sheet,
    plans: &[Plan],
    io: &mut Io<'_>,
) -> Result<Vec<(Lang, Lang, Lexicon)>, Failure> {
    let mut shelves = Library::new(std::sync::Arc::clone(&io.files), PathBuf::new());
    for path in &words.memory {
        let opened = opening::open_memory(io.files.as_ref(), path, None, &mut io.env)?;
        tell_problems(io, path, &opened.problems)?;
        shelves.put_opened(opened, Kind::Shared);
    }
    Ok(lessons::lexicons(&shelves, &sheet.language_pairs(plans)))
}

fn align(
    words: &Align,
    sheet: &Sheet,
    plans: &[Plan],
    lexicons: &[(Lang, Lang, Lexicon)],
    taught: &Taught,
    io: &mut Io<'_>,
) -> Result<Vec<Made>, Failure> {
    let home = &store::Home::find()?;
    let output = words.output.as_deref();
    if let Some(output) = output.filter(|_| !plans.is_empty()) {
        io.files.create_dir_all(output)?;
    }
    let files = io.files.as_ref();
    let means = Means { files, home, output, over: words.force, taught: taught.all(), lexicons };
    let author = io.env.author.clone();
    let watch = Terminal::of("releases");
    job::align(&means, sheet, plans, &|_| Env::system(&author), &watch, &|_| {})
        .map_err(|error| Failure::Refused(error.to_string()))
}

/// The table, or a line of JSON each.
fn tell(as_json: bool, sheet: &Sheet, made: &[Made], io: &mut Io<'_>) -> Result<(), Failure> {
    let mut rows = table(&["Source", "Target", "Why", "Rows", "Doubtful", "Confidence"]);
    let shown = |path: &Path| path.display().to_string();
    for row in sheet.rows() {
        let (source, reason) = (shown(&sheet.path(row.source)), row.why.to_string());
        let Some(target) = row.target.map(|target| sheet.path(target)) else {
            if as_json {
                json_line(io.out, &json!({"unpaired": source, "reason": reason}))?;
            }
            rows.add_row([source.as_str(), "", &reason]);
            continue;
        };
        let of = made.iter().find(|made| made.source == sheet.path(row.source));
        let outcome = of.and_then(|made| made.pairs.iter().find(|pair| pair.target == target));
        let pair = json!({"source": source, "target": shown(&target), "reason": reason});
        let target = shown(&target);
        let (line, cells) = match outcome.map(|outcome| &outcome.result) {
            None => {
                let names = row.rivals.iter().map(|&rival| shown(&sheet.path(rival)));
                let rivals: Vec<String> = names.collect();
                let why = format!("{reason}, but {} fits as well", rivals.join(", "));
                let line = json!({"to_choose": pair, "rivals": rivals});
                (line, vec![source, target, why])
            }
            Some(Err(cause)) => {
                let line = json!({"failed": pair, "cause": cause});
                (line, vec![source, target, format!("failed: {cause}")])
            }
            Some(Ok(quality)) => {
                let project = of.and_then(|made| made.project.as_deref()).map(shown);
                let kept = of.is_some_and(|made| made.kept);
                let confidence = (quality.confidence * 1000.0).round() / 1000.0;
                let line = json!({
                    "source": source, "target": target, "reason": reason, "rows": quality.rows,
                    "doubtful": quality.doubtful, "confidence": confidence,
                    "project": project, "kept": kept,
                });
                let why = if kept { format!("{reason} (was there, kept)") } else { reason };
                let figures = [quality.rows.to_string(), quality.doubtful.to_string()];
                let [count, doubtful] = figures;
                (line, vec![source, target, why, count, doubtful, format!("{confidence:.2}")])
            }
        };
        if as_json {
            json_line(io.out, &line)?;
        }
        rows.add_row(cells);
    }
    for unreadable in sheet.unreadable() {
        if as_json {
            let line = json!({"unreadable": shown(&unreadable.path), "cause": unreadable.cause});
            json_line(io.out, &line)?;
        }
        rows.add_row([shown(&unreadable.path), String::new(), unreadable.cause.clone()]);
    }
    if !as_json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// Adds the confident rows of all projects to a memory.
fn add(made: &[Made], memory: &Path, io: &mut Io<'_>) -> Result<(), Failure> {
    for path in made.iter().filter_map(|made| made.project.as_ref()) {
        let project = store::project::open(io.files.as_ref(), path)?.value;
        if project.translations.len() > 1 {
            let path = path.display();
            writeln!(io.err, "{path}: several languages, only the first enters one memory")?;
        }
        writeln!(io.err, "{}", path.display())?;
        super::align::add(&project, memory, io)?;
    }
    Ok(())
}
