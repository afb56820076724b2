//! Pages and documents of other people as rows of a release: `DIPTYCH_REAL_FILES` names a folder
//! with folders `docx`, `odt`, `html` and `markdown`. What is counted stands in
//! `docs/measurements/formats.md`.
//!
//! Each row's source is copied into its target with its codes: no code lacks, and the file that
//! is written reads as the one that was read.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use diptych::formats::page::Page;
use diptych::formats::pages;
use diptych::model::{PageFormat, Timestamp, Unwatched};
use diptych::workbench::intake::{self, Taught};
use diptych::workbench::pages::{GiveBack, Preview, arriving, same};
use diptych::workbench::{Env, Session};

const FOLDERS: [(&str, PageFormat); 4] = [
    ("docx", PageFormat::Docx),
    ("odt", PageFormat::Odt),
    ("html", PageFormat::Html),
    ("markdown", PageFormat::Markdown),
];

/// Rows of a file that are copied; of a larger file some are left out.
const ROWS: usize = 60;

/// What was counted of a format.
#[derive(Debug, Default)]
struct Tally {
    files: usize,
    refused: usize,
    rows: usize,
    with_codes: usize,
    faults: usize,
    not_written: usize,
    same_texts: usize,
    panics: usize,
    slowest_preview: Duration,
}

#[test]
fn rows_of_others_keep_their_codes() {
    let Some(folder) = std::env::var_os("DIPTYCH_REAL_FILES").map(PathBuf::from) else {
        eprintln!("DIPTYCH_REAL_FILES names no folder: nothing is measured");
        return;
    };
    for (name, format) in FOLDERS {
        let mut tally = Tally::default();
        let entries = std::fs::read_dir(folder.join(name)).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| path.is_file()) {
            let bytes = std::fs::read(&path).expect("readable");
            tally.files += 1;
            let work = AssertUnwindSafe(|| measure(bytes, format, &mut tally));
            match catch_unwind(work) {
                Ok(true) => {}
                Ok(false) => eprintln!("look at {}", path.display()),
                Err(_) => {
                    tally.panics += 1;
                    eprintln!("panic: {}", path.display());
                }
            }
        }
        println!("{name}: {tally:?}");
        assert_eq!((tally.panics, tally.faults, tally.not_written), (0, 0, 0), "{name}");
    }
}

/// Works on one file; whether all went as it should.
fn measure(bytes: Vec<u8>, format: PageFormat, tally: &mut Tally) -> bool {
    let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 1, "");
    let read = arriving((format, None), bytes, "file", &Taught::default(), &Unwatched, &mut env);
    let Ok(read) = read else {
        tally.refused += 1;
        return true;
    };
    let target = if read.document.lang.as_str() == "en" { "fr" } else { "en" };
    let target = target.parse().expect("a language");
    let mut project = intake::from_one(read.document.clone(), target, &mut env);
    project.original = Some(read.original.clone());
    let mut session = Session::new(project, None, env);
    let before = tally.faults;
    copy_rows(&mut session, tally);
    let start = Instant::now();
    let preview = Preview::of(&session);
    tally.slowest_preview = tally.slowest_preview.max(start.elapsed());
    assert!(preview.paragraphs.len() <= read.page.blocks.len());
    let project = session.project();
    let Ok(written) = same(project, &project.translations[0], GiveBack::default()) else {
        tally.not_written += 1;
        return false;
    };
    let again = pages::read(format, &written.bytes, None);
    let texts = |page: &Page| -> Vec<String> {
        page.blocks.iter().map(|block| block.content.text.clone()).collect()
    };
    let is_same = again.is_ok_and(|again| texts(&again) == texts(&read.page));
    tally.same_texts += usize::from(is_same);
    is_same && tally.faults == before
}

fn copy_rows(session: &mut Session, tally: &mut Tally) {
    let translation = session.translation().expect("one").id;
    let count = session.beads().len();
    for row in (0..count).step_by(count.div_ceil(ROWS).max(1)) {
        let bead = session.beads()[row].id;
        session.show_row(translation, bead);
        if session.copy_source().is_err() {
            continue;
        }
        tally.rows += 1;
        let codes = session.codes(row);
        tally.with_codes += usize::from(!codes.is_empty());
        tally.faults += usize::from(session.code_fault(row).is_some());
        let coded = session.coded_source(row, &codes);
        assert_eq!(session.coded_target(row, &codes), coded);
        session.type_coded(&coded).expect("typed");
        assert_eq!(session.coded_target(row, &codes), coded);
    }
}
