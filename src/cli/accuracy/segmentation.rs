//! `diptych accuracy segmentation`: segment boundaries against those made by hand.
//!
//! A file is a set: `{"lang", "items": [{"text", "sents": […]}]}`. A boundary is a
//! place between two characters that are no white space, counted without white
//! space, so that it does not matter to which side a space goes; the text's two ends
//! are none. Nothing is counted laxly.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

use crate::cli::args::SegmentationAccuracy;
use crate::cli::output::{json_line, table};
use crate::cli::{Failure, Io, segment};
use crate::formats::srx::Srx;
use crate::model::Lang;
use crate::store::Files;
use crate::text::segment::{Piece, segments};

/// Characters shown on each side of a wrong boundary.
const SHOWN_CHARS: usize = 60;

/// A gold file.
#[derive(Debug, Deserialize)]
struct Gold {
    lang: Lang,
    items: Vec<Item>,
}

/// A text and its sentences.
#[derive(Debug, Deserialize)]
struct Item {
    text: String,
    sents: Vec<String>,
}

/// Measures each file and prints what was reached. A file that cannot be used is told, and
/// the others are measured.
///
/// # Errors
/// The rules cannot be read, or one of the files.
pub fn run(words: &SegmentationAccuracy, io: &mut Io<'_>) -> Result<(), Failure> {
    let rules = words.srx.as_deref().map(|path| segment::read_rules(path, io)).transpose()?;
    let mut sets = Vec::new();
    let mut unread = 0;
    for path in &words.files {
        match read(path, io.files.as_ref()) {
            Ok(gold) => {
                let (figures, wrong) = measure(name(path), &gold, rules.as_ref());
                for line in wrong.iter().filter(|_| words.list) {
                    writeln!(io.err, "{}: {line}", figures.set)?;
                }
                sets.push(figures);
            }
            Err(failure) => {
                unread += 1;
                writeln!(io.err, "{failure}")?;
            }
        }
    }
    print(words.json, &sets, io.out)?;
    match unread {
        0 => Ok(()),
        1 => Err(Failure::Refused("one file was not measured".to_owned())),
        _ => Err(Failure::Refused(format!("{unread} files were not measured"))),
    }
}

fn name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads a gold file.
///
/// # Errors
/// It cannot be read, is of another form, or has sentences that do not make its text.
fn read(path: &Path, files: &dyn Files) -> Result<Gold, Failure> {
    let refused = |cause: String| {
        Failure::Refused(format!("{cause}; the file was passed over: {}", path.display()))
    };
    let bytes = files.read(path)?;
    let gold: Gold = serde_json::from_slice(&bytes).map_err(|error| {
        refused(format!(
            "this is no gold file ({{\"lang\",\"items\":[{{\"text\",\"sents\"}}]}}): {error}"
        ))
    })?;
    let unlike = gold.items.iter().position(|item| {
        let sentences = item.sents.iter().flat_map(|sentence| solid(sentence));
        !solid(&item.text).eq(sentences)
    });
    match unlike {
        Some(place) => Err(refused(format!("the sentences of item {place} do not make its text"))),
        None if gold.items.is_empty() => Err(refused("it has no texts".to_owned())),
        None => Ok(gold),
    }
}

/// The characters that are no white space.
fn solid(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// Right, found and wanted boundaries.
#[derive(Debug, Default)]
struct Counts {
    right: usize,
    found: usize,
    wanted: usize,
}

/// What was reached on a set, and each wrong place with what stands around it.
fn measure(set: String, gold: &Gold, rules: Option<&Srx>) -> (Figures, Vec<String>) {
    let rules = rules.map(|srx| srx.rules.rules(&gold.lang));
    let mut counts = Counts::default();
    let mut time = Duration::ZERO;
    let mut wrong = Vec::new();
    for item in &gold.items {
        let start = Instant::now();
        let pieces = match &rules {
            Some(rules) => rules.segments(&item.text),
            None => segments(&item.text, &gold.lang),
        };
        time += start.elapsed();
        let found = boundaries(pieces.iter().map(|piece| text_of(&item.text, piece)));
        let wanted = boundaries(item.sents.iter().map(String::as_str));
        counts.right += wanted.intersection(&found).count();
        counts.found += found.len();
        counts.wanted += wanted.len();
        for &place in wanted.symmetric_difference(&found) {
            let kind = if wanted.contains(&place) { "missed" } else { "extra" };
            wrong.push(format!("{kind}: {}", around(&item.text, place)));
        }
    }
    (counts.figures(set, time), wrong)
}

/// A piece's own text.
fn text_of<'a>(text: &'a str, piece: &Piece) -> &'a str {
    text.get(piece.range.clone()).unwrap_or_default()
}

/// Where segments part, in characters that are no white space.
fn boundaries<'a>(segments: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut places = BTreeSet::new();
    let mut place = 0;
    for segment in segments {
        place += solid(segment).count();
        places.insert(place);
    }
    places.remove(&0);
    places.remove(&place);
    places
}

/// What stands around a boundary, which is shown as `|`.
fn around(text: &str, place: usize) -> String {
    let solid = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let at = solid.skip(place).map(|(at, _)| at).next().unwrap_or(text.len());
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.char_indices().rev().nth(SHOWN_CHARS).map_or(0, |(at, _)| at);
    let before = before.get(start..).unwrap_or_default();
    let behind: String = behind.chars().take(SHOWN_CHARS).collect();
    format!("{before}|{behind}").replace('\n', "⏎")
}

impl Counts {
    fn figures(&self, set: String, time: Duration) -> Figures {
        let part = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (precision, recall) = (part(self.found), part(self.wanted));
        let both = self.found + self.wanted;
        let f1 = if both == 0 { 1.0 } else { 2.0 * self.right as f64 / both as f64 };
        let errors = both - 2 * self.right;
        let seconds = time.as_secs_f64();
        Figures { set, precision, recall, f1, errors, seconds }
    }
}

/// What was reached on a set.
#[derive(Debug, Clone, PartialEq)]
struct Figures {
    set: String,
    precision: f64,
    recall: f64,
    f1: f64,
    errors: usize,
    seconds: f64,
}

/// Prints the sets, as a table or an object a line.
fn print(json: bool, sets: &[Figures], out: &mut dyn Write) -> Result<(), Failure> {
    let mut rows = table(&["Set", "Precision", "Recall", "F1", "Lax F1", "Errors", "Seconds"]);
    for figures in sets {
        let Figures { set, precision, recall, f1, errors, seconds } = figures;
        if json {
            let object = json!({
                "set": set, "precision": precision, "recall": recall, "f1": f1, "lax_f1": f1,
                "errors": errors, "seconds": seconds,
            });
            json_line(out, &object)?;
        } else {
            let [precision, recall, f1] =
                [precision, recall, f1].map(|figure| format!("{figure:.4}"));
            let (errors, seconds) = (errors.to_string(), format!("{seconds:.3}"));
            rows.add_row([set.clone(), precision, recall, f1.clone(), f1, errors, seconds]);
        }
    }
    if !json {
        writeln!(out, "{rows}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sents: &[&str], text: &str, figures: (usize, usize, usize)) {
        let sents = sents.iter().map(|sentence| (*sentence).to_owned()).collect();
        let items = vec![Item { text: text.to_owned(), sents }];
        let gold = Gold { lang: "en".parse().expect("en"), items };
        let found = measure(String::new(), &gold, None).0;
        let pieces = segments(text, &gold.lang).len();
        let (wanted, right, errors) = figures;
        assert_eq!((gold.items[0].sents.len() - 1, found.errors), (wanted, errors), "{text}");
        let recall = if wanted == 0 { 1.0 } else { right as f64 / wanted as f64 };
        let precision = if pieces == 1 { 1.0 } else { right as f64 / (pieces - 1) as f64 };
        assert!((found.recall - recall).abs() < 1e-9, "{text} {found:?}");
        assert!((found.precision - precision).abs() < 1e-9, "{text} {found:?}");
    }

    #[test]
    fn boundaries_are_counted_without_white_space_and_ends() {
        check(&["One.", "Two."], "One.  Two.", (1, 1, 0));
        check(&["One."], "One.", (0, 0, 0));
        check(&["One. Two."], "One. Two.", (0, 0, 1));
        check(&["One", "and two."], "One and two.", (1, 0, 1));
        check(&["One.", "Two. And", "three."], "One. Two. And three.", (2, 1, 2));
    }

    #[test]
    fn a_wrong_place_is_shown_with_its_surroundings() {
        assert_eq!(around("One.\nTwo.", 4), "One.⏎|Two.");
    }
}
