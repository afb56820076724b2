//! `diptych accuracy roles` and `diptych accuracy languages`: what a page's blocks
//! are, and in which language, against what is known of the pages.
//!
//! Roles are found in the whole page as the program opens it: the file in `raw/`
//! beside the gold file where it is there, else the page put together of the gold
//! file's own blocks. Nothing of the gold file but its texts is used to find them.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::output::{json_line, short, table};
use crate::cli::{Failure, Io, tell_problems};
use crate::model::{Document, Lang, Role};
use crate::release::accuracy::{self, GoldPage, Tallies};
use crate::release::{self, roles::assign};
use crate::workbench::{intake, opening};

/// Measures roles.
///
/// # Errors
/// A gold file cannot be read.
pub(super) fn roles(
    gold: &[PathBuf],
    only: &[String],
    errors: bool,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let mut tallies = Tallies::default();
    for path in gold {
        let text = opening::read_text(io.files.as_ref(), path)?;
        let reading = accuracy::read(&text.text);
        tell_problems(io, path, &reading.problems)?;
        let wanted = |page: &&GoldPage| {
            only.is_empty() || only.iter().any(|name| page.name.starts_with(name.as_str()))
        };
        for page in reading.value.iter().filter(wanted) {
            let found = roles_of(page, path, io);
            let mistakes = tallies.count(page, |line| found.get(&line).copied());
            for mistake in mistakes.iter().filter(|_| errors) {
                let (block, found) = (&mistake.block, mistake.found.name());
                let (name, line) = (format!("{}.{}", page.name, page.lang), block.line + 1);
                let text = short(&block.text, 80);
                writeln!(io.err, "{name}:{line}: {}, found {found}: {text}", block.kind)?;
            }
        }
    }
    let mut rows = table(&["Kind", "Blocks", "Found", "Right", "Precision", "Recall"]);
    for (kind, tally) in &tallies.0 {
        let (precision, recall) = (tally.precision(), tally.recall());
        if json {
            let object = json!({
                "kind": kind, "gold": tally.gold, "found": tally.found, "right": tally.right,
                "precision": precision, "recall": recall,
            });
            json_line(io.out, &object)?;
        } else {
            let counts = [tally.gold, tally.found, tally.right].map(|count| count.to_string());
            let [gold, found, right] = counts;
            let figures = [precision, recall].map(|figure| format!("{figure:.3}"));
            let [precision, recall] = figures;
            rows.add_row([kind.clone(), gold, found, right, precision, recall]);
        }
    }
    if !json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// The role of the block at each line of a page.
fn roles_of(page: &GoldPage, gold: &Path, io: &mut Io<'_>) -> HashMap<usize, Role> {
    let name = format!("{}.{}.txt", page.name, page.lang);
    let path = gold.with_file_name("raw").join(name);
    if let Ok(text) = opening::read_text(io.files.as_ref(), &path) {
        let document = intake::document(&text.text, &intake::Reading::default(), &mut io.env);
        return document.blocks.iter().map(|block| (block.line, block.role)).collect();
    }
    let blocks = page.raw_blocks();
    let (main, langs) = release::main_language(&blocks, None);
    let roles = assign(&blocks, &langs, &main);
    blocks.iter().map(|block| block.line).zip(roles).collect()
}

/// Blocks of a language, and how many were taken for it.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    files: usize,
    files_right: usize,
    blocks: usize,
    right: usize,
}

/// Measures languages: of the paragraphs of each page, how many are held to be in the
/// language that the file's name tells. Pages have paragraphs in other languages too.
///
/// # Errors
/// A page cannot be read.
pub(super) fn languages(
    files: &[PathBuf],
    errors: bool,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    for path in files {
        let Some(lang) = named_language(path) else { continue };
        let text = opening::read_text(io.files.as_ref(), path)?;
        let document = intake::document(&text.text, &intake::Reading::default(), &mut io.env);
        let sum = told.entry(lang.to_string()).or_default();
        sum.files += 1;
        sum.files_right += usize::from(document.lang.same_base(&lang));
        for (line, text, own) in paragraphs(&document) {
            sum.blocks += 1;
            sum.right += usize::from(own.same_base(&lang));
            if errors && !own.same_base(&lang) {
                let text = short(&text, 80);
                writeln!(io.err, "{}:{}: {own}: {text}", path.display(), line + 1)?;
            }
        }
    }
    let mut rows = table(&["Language", "Pages", "Right", "Paragraphs", "Right", "Share"]);
    for (lang, sum) in &told {
        let share = sum.right as f64 / (sum.blocks as f64).max(1.0);
        if json {
            let object = json!({
                "lang": lang, "pages": sum.files, "pages_right": sum.files_right,
                "paragraphs": sum.blocks, "right": sum.right, "share": share,
            });
            json_line(io.out, &object)?;
        } else {
            let counts = [sum.files, sum.files_right, sum.blocks, sum.right];
            let [files, files_right, blocks, right] = counts.map(|count| count.to_string());
            rows.add_row([lang.clone(), files, files_right, blocks, right, format!("{share:.3}")]);
        }
    }
    if !json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// The blocks that are no page chrome: line, text, language.
fn paragraphs(document: &Document) -> Vec<(usize, String, Lang)> {
    let content = document.blocks.iter().filter(|block| block.role.is_content());
    content
        .map(|block| {
            let text: Vec<&str> = block.segments.iter().map(|s| s.text.as_str()).collect();
            (block.line, text.join(" "), document.lang_of(block).clone())
        })
        .collect()
}

/// `fr` of `bridge.fr.txt`.
fn named_language(path: &Path) -> Option<Lang> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    name.rsplit_once('.')?.1.parse().ok()
}
