//! Files of other people, taken in and given back: `DIPTYCH_REAL_FILES` names a folder with
//! folders `html`, `markdown` and `plaintext`. What is counted stands in
//! `docs/measurements/formats.md`.
//!
//! ```text
//! DIPTYCH_REAL_FILES=files cargo test --test suite real_files -- --nocapture
//! ```

#![expect(clippy::print_stderr, reason = "what was measured and what was not is told")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diptych::formats::page::{Page, Rendering};
use diptych::formats::pages;
use diptych::model::{PageFormat, Timestamp};
use diptych::workbench::Env;
use diptych::workbench::intake::{Reading, Taught};
use diptych::workbench::pages::{GiveBack, import, same};

const FOLDERS: [(&str, PageFormat); 3] = [
    ("html", PageFormat::Html),
    ("markdown", PageFormat::Markdown),
    ("plaintext", PageFormat::Text),
];

/// Blocks of a file that are edited, one after the other; of a larger file some are left out.
const EDITS: usize = 100;

/// A file that takes longer than this is told.
const SLOW: Duration = Duration::from_secs(2);

/// The longest writing of one letter is a reference.
const LONGEST: usize = "&eacute;".len();

/// What was counted of a format.
#[derive(Debug, Default)]
struct Tally {
    files: usize,
    refused: usize,
    blocks: usize,
    codes: usize,
    identical: usize,
    identical_project: usize,
    edits: usize,
    one_change: usize,
    panics: usize,
}

#[test]
fn files_of_others_come_back_as_they_were() {
    let Some(folder) = std::env::var_os("DIPTYCH_REAL_FILES").map(PathBuf::from) else {
        eprintln!("DIPTYCH_REAL_FILES names no folder: nothing is measured");
        return;
    };
    for (name, format) in FOLDERS {
        let mut tally = Tally::default();
        for path in files(&folder.join(name)) {
            let start = Instant::now();
            let bytes = std::fs::read(&path).expect("readable");
            tally.files += 1;
            let work = AssertUnwindSafe(|| measure(&path, &bytes, format, &mut tally));
            if catch_unwind(work).is_err() {
                tally.panics += 1;
                eprintln!("panic: {}", path.display());
            }
            if start.elapsed() > SLOW {
                eprintln!("{:.1} s: {}", start.elapsed().as_secs_f32(), path.display());
            }
        }
        println!("{name}: {tally:?}");
        assert_eq!(tally.panics, 0, "{name}");
        assert_eq!(tally.identical, tally.files - tally.refused, "{name}");
        assert_eq!(tally.identical_project, tally.files - tally.refused, "{name}");
        assert_eq!(tally.one_change, tally.edits, "{name}");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|p| p.is_file()).collect();
    files.sort();
    files
}

fn measure(path: &Path, bytes: &[u8], format: PageFormat, tally: &mut Tally) {
    let page = match pages::read(format, bytes, None) {
        Ok(page) if !page.blocks.is_empty() => page,
        Ok(_) => {
            tally.refused += 1;
            return eprintln!("no text: {}", path.display());
        }
        Err(error) => {
            tally.refused += 1;
            return eprintln!("{error}: {}", path.display());
        }
    };
    tally.blocks += page.blocks.len();
    tally.codes += page.blocks.iter().map(|block| block.codes.len()).sum::<usize>();
    let blocks = page.blocks.iter().map(|block| Some(block.content.clone())).collect();
    let rendering = Rendering { blocks, ..Rendering::default() };
    let again = pages::patch(format, bytes, None, &rendering).expect("fits");
    tally.identical += usize::from(again == bytes);
    tally.identical_project += usize::from(through_project(bytes, format) == bytes);
    let step = page.blocks.len().div_ceil(EDITS);
    for place in (0..page.blocks.len()).step_by(step) {
        edit(path, bytes, (format, &page, &rendering), place, tally);
    }
}

/// The file as the export of its project, each text sent through the writer.
fn through_project(bytes: &[u8], format: PageFormat) -> Vec<u8> {
    let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 1, "");
    let reading = Reading::default();
    let target = "en".parse().expect("en");
    let taught = Taught::default();
    let made = import((format, None), bytes.to_vec(), &reading, target, &taught, &mut env);
    let project = made.expect("has texts").project;
    let translation = project.translations.first().expect("one");
    let how = GiveBack { empty: false, forced: true };
    same(&project, translation, how).expect("has its file").bytes
}

/// Changes the letter in the middle of a block: the page read again has that text and no other
/// change, and the bytes differ in one place.
fn edit(
    path: &Path,
    bytes: &[u8],
    (format, page, same): (PageFormat, &Page, &Rendering),
    place: usize,
    tally: &mut Tally,
) {
    let mut content = page.blocks[place].content.clone();
    let letters: Vec<(usize, char)> =
        content.text.char_indices().filter(|(_, c)| c.is_alphabetic()).collect();
    let Some((at, old)) = letters.get(letters.len() / 2).copied() else { return };
    let new = if old == 'x' { "y" } else { "x" };
    content.text.replace_range(at..at + old.len_utf8(), new);
    let mut rendering = same.clone();
    rendering.blocks[place] = Some(content.clone());
    let after = pages::patch(format, bytes, None, &rendering).expect("fits");
    let mut expected: Vec<&str> = page.blocks.iter().map(|b| b.content.text.as_str()).collect();
    expected[place] = &content.text;
    let again = pages::read(format, &after, None).expect("a page");
    let found: Vec<&str> = again.blocks.iter().map(|b| b.content.text.as_str()).collect();
    let front = after.iter().zip(bytes).take_while(|(a, b)| a == b).count();
    let back = after.iter().rev().zip(bytes.iter().rev()).take_while(|(a, b)| a == b).count();
    let changed = bytes.len().saturating_sub(front + back);
    tally.edits += 1;
    if found == expected && changed <= LONGEST {
        tally.one_change += 1;
    } else {
        eprintln!("text {place} ({changed} bytes): {}", path.display());
    }
}
