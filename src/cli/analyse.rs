//! `diptych analyse`: how much of texts and releases the memories cover.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::args::Analyse;
use super::output::{Terminal, json_line, table};
use super::taught::Taught;
use super::{Failure, Io, check_free, memories};
use crate::model::Watch;
use crate::store::Home;
use crate::workbench::analysis::drift::Drift;
use crate::workbench::analysis::report::{self, Sheet};
use crate::workbench::analysis::sources::{self, Left, Wanted};
use crate::workbench::analysis::{Amount, Analysis, Category, Piece, Tally, Weights, analyse};
use crate::workbench::env::Env;
use crate::workbench::library::{Languages, Library};

/// Counts releases against memories and prints the figures of each and of all.
///
/// # Errors
/// A memory cannot be read, no release can be counted, or a file cannot be written.
pub fn run(words: &Analyse, io: &mut Io<'_>) -> Result<(), Failure> {
    let weights = weights(words, io)?;
    for out in [&words.csv, &words.html].into_iter().flatten() {
        check_free(io.files.as_ref(), out, words.force)?;
    }
    let library = memories::library(&words.memory, words.pair.source.as_ref(), &words.pair, io)?;
    let (pieces, left) = pieces(words, &library, io)?;
    for Left { path, cause } in &left {
        writeln!(io.err, "{}: {cause}", path.display())?;
    }
    if pieces.is_empty() {
        return Err(Failure::Refused("no release could be counted".to_owned()));
    }
    for piece in pieces.iter().filter(|piece| !piece.note.is_empty()) {
        writeln!(io.err, "{}: {}", piece.name, piece.note)?;
    }
    let analysis = analyse(pieces, &library, &Terminal::of("rows"))
        .map_err(|error| Failure::Refused(error.to_string()))?;
    if words.json {
        print_json(&analysis, &weights, left.len(), io.out)?;
    } else {
        print(&analysis, &weights, io.out)?;
    }
    let texts = [
        (&words.csv, report::to_csv as fn(&Analysis, &Weights) -> String),
        (&words.html, report::page),
    ];
    for (out, text) in texts {
        if let Some(out) = out {
            io.files.write_atomic(out, text(&analysis, &weights).as_bytes())?;
        }
    }
    if !left.is_empty() {
        writeln!(io.err, "{} releases counted, {} left", analysis.releases.len(), left.len())?;
    }
    Ok(())
}

/// The settings' weights, and those of the command line over them.
fn weights(words: &Analyse, io: &Io<'_>) -> Result<Weights, Failure> {
    let set = Home::find().ok().map(|home| home.settings(io.files.as_ref()).0.analysis_weights);
    let weights = Weights::of_settings(&set.unwrap_or_default());
    weights
        .changed_by(words.weights.as_deref().unwrap_or_default())
        .map_err(|error| Failure::Usage(error.to_string()))
}

fn pieces(
    words: &Analyse,
    library: &Library,
    io: &mut Io<'_>,
) -> Result<(Vec<Piece>, Vec<Left>), Failure> {
    let taught = Taught::find(io)?;
    let headers = library.shelves().iter().map(|shelf| shelf.memory.header());
    let served = headers
        .map(|header| Languages { source: header.source.clone(), target: header.target.clone() })
        .collect();
    let (source, target) = (words.pair.source.clone(), words.pair.target.clone());
    let wanted = Wanted { source, target, served: Some(served) };
    let mut left = Vec::new();
    let paths = sources::files_of(io.files.as_ref(), &words.paths, &mut left);
    let now = io.env.now();
    let env = |place: usize| Env::fixed(now, place as u64 + 1, "");
    let watch: &dyn Watch = &Terminal::of("files");
    let read = sources::read_all(io.files.as_ref(), &paths, taught.all(), &wanted, (&env, watch));
    let (pieces, unread) = read.map_err(|error| Failure::Refused(error.to_string()))?;
    left.extend(unread);
    Ok((pieces, left))
}

fn print(analysis: &Analysis, weights: &Weights, out: &mut dyn Write) -> Result<(), Failure> {
    print_sheet(&report::by_category(&analysis.total, weights), out)?;
    if analysis.releases.len() > 1 {
        writeln!(out, "\nWords by release\n")?;
        print_sheet(&report::by_release(analysis, weights), out)?;
    }
    for Drift { source, targets } in &analysis.drifts {
        writeln!(out, "\nSeveral translations of: {source}")?;
        for (target, places) in targets {
            let places: Vec<String> =
                places.iter().map(|place| format!("{} {}", place.release, place.row)).collect();
            writeln!(out, "    {target} ({})", places.join(", "))?;
        }
    }
    Ok(())
}

fn print_sheet(sheet: &Sheet, out: &mut dyn Write) -> Result<(), Failure> {
    let heads: Vec<&str> = sheet.heads.iter().map(String::as_str).collect();
    let mut rows = table(&heads);
    for column in rows.column_iter_mut().skip(1) {
        column.set_cell_alignment(comfy_table::CellAlignment::Right);
    }
    for line in &sheet.lines {
        rows.add_row(line.cells.clone());
    }
    writeln!(out, "{rows}")?;
    Ok(())
}

/// A line for each release, and one for all of them.
fn print_json(
    analysis: &Analysis,
    weights: &Weights,
    left: usize,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for release in &analysis.releases {
        let mut object = object(&release.name, &release.tally, weights);
        object.insert("source".to_owned(), json!(release.pair.source.to_string()));
        object.insert("target".to_owned(), json!(release.pair.target.to_string()));
        json_line(out, &Value::Object(object))?;
    }
    let mut total = object("total", &analysis.total, weights);
    total.insert("releases".to_owned(), json!(analysis.releases.len()));
    total.insert("left".to_owned(), json!(left));
    total.insert("drift".to_owned(), analysis.drifts.iter().map(drift).collect());
    json_line(out, &Value::Object(total))
}

fn object(name: &str, tally: &Tally, weights: &Weights) -> Map<String, Value> {
    let bands: Map<String, Value> = Category::ALL
        .into_iter()
        .map(|category| (category.key().to_owned(), amount(tally.of(category))))
        .collect();
    let hundredths = tally.weighted_hundredths(weights) as f64;
    let mut object = Map::new();
    object.insert("name".to_owned(), json!(name));
    object.insert("bands".to_owned(), Value::Object(bands));
    object.insert("total".to_owned(), amount(tally.total()));
    object.insert("weighted_words".to_owned(), json!(hundredths / 100.0));
    object.insert("not_content".to_owned(), amount(tally.not_content));
    object.insert("left_out".to_owned(), amount(tally.left_out));
    object
}

/// An amount as JSON has it.
pub(super) fn amount(Amount { segments, volume }: Amount) -> Value {
    json!({
        "segments": segments,
        "words": volume.words,
        "characters": volume.characters,
        "characters_without_spaces": volume.characters_without_spaces,
    })
}

fn drift(Drift { source, targets }: &Drift) -> Value {
    let targets = targets.iter().map(|(target, places)| {
        let rows = places.iter().map(|p| json!({"name": p.release, "row": p.row.to_string()}));
        json!({"target": target, "rows": rows.collect::<Vec<_>>()})
    });
    json!({"source": source, "targets": targets.collect::<Vec<_>>()})
}
