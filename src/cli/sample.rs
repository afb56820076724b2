//! `diptych sample`: the main job on the bundled sample.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::Sample;
use super::output::{short, table};
use super::{After, Failure, Io, align, check_free};
use crate::memory::Memory;
use crate::model::{Project, Unwatched};
use crate::store::{self, Home};
use crate::workbench::library::{Kind, Library};
use crate::workbench::{Session, intake, sample};

/// The names of the files that are written.
const STATEMENT: &str = "statement.project.ron";
const LATER: &str = "later.project.ron";
const MEMORY: &str = "sample.fr-en.memory.ron";

/// The texts and the memory that the sample's figures come from, each with its content.
fn ingredients() -> Vec<(String, &'static str)> {
    let texts = sample::STATEMENT.into_iter().filter(|(lang, _)| ["fr", "en"].contains(lang));
    let mut files: Vec<_> =
        texts.map(|(lang, text)| (format!("statement.{lang}.txt"), text)).collect();
    files.push(("later.fr.txt".to_owned(), sample::LATER));
    files.push(("starter.fr-en.memory.ron".to_owned(), sample::STARTER_FR_EN));
    files
}

/// Aligns the statement, looks the later one up, saves both and a memory, with the texts and
/// the starter memory that they were made of.
///
/// # Errors
/// The files cannot be written.
pub fn run(words: &Sample, io: &mut Io<'_>) -> Result<After, Failure> {
    let home = Home::find()?;
    let folder = words.output.clone().unwrap_or_else(|| home.folder().join("sample"));
    if words.output.is_some() {
        for name in names() {
            check_free(io.files.as_ref(), &folder.join(name), words.force)?;
        }
    }
    io.files.create_dir_all(&folder)?;
    let statement = aligned(words.json, io)?;
    let mut library = Library::new(std::sync::Arc::clone(&io.files), home.memories());
    for file in sample::memories() {
        library.put(Memory::new(file), None, Kind::Bundled, Vec::new());
    }
    let statement = stored(words.json, statement, &folder, &mut library, io)?;
    let later = looked_up(words.json, &library, io)?;
    for (name, project) in [(STATEMENT, &statement), (LATER, &later)] {
        store::project::save(io.files.as_ref(), &home, &folder.join(name), project)?;
    }
    library.save_pending()?;
    for (name, content) in ingredients() {
        io.files.write_atomic(&folder.join(name), content.as_bytes())?;
    }
    told(words.json, &folder, io)?;
    if words.no_window {
        return Ok(After::Done);
    }
    if !super::has_display() {
        writeln!(io.err, "there is no display, so no window opens; all else is done")?;
        return Ok(After::Done);
    }
    Ok(After::Window(Some(folder.join(STATEMENT))))
}

/// The names of all files that are written.
fn names() -> Vec<String> {
    let made = [STATEMENT, LATER, MEMORY].map(str::to_owned);
    made.into_iter().chain(ingredients().into_iter().map(|(name, _)| name)).collect()
}

/// Aligns the French and the English statement and prints the beads.
fn aligned(json: bool, io: &mut Io<'_>) -> Result<Project, Failure> {
    let (source, target) = sample::pair(&mut io.env);
    let project = intake::from_two(source, target, None, &Unwatched, &mut io.env)
        .map_err(|error| Failure::Refused(error.to_string()))?;
    if !json {
        writeln!(io.out, "The statement and its English version, sentence by sentence\n")?;
    }
    align::print(json, &project, io.out)?;
    Ok(project)
}

/// Accepts the sure links and stores their rows in a memory of the sample's own.
fn stored(
    json: bool,
    project: Project,
    folder: &Path,
    library: &mut Library,
    io: &mut Io<'_>,
) -> Result<Project, Failure> {
    let env = crate::workbench::Env::system(&io.env.author);
    let mut session = Session::new(project, None, env);
    let refused = |refused: crate::workbench::Refused| Failure::Refused(refused.to_string());
    let accepted = session.accept_sure().unwrap_or(0);
    let pair = session.pair().map_err(refused)?;
    let path = folder.join(MEMORY);
    let memory = align::open_or_make(&path, &pair, library, io)?;
    let harvest = session.add_to_memory(memory, None, library).map_err(refused)?;
    let out: &mut dyn Write = if json { io.err } else { io.out };
    writeln!(out, "{accepted} links accepted; memory: {}", harvest.sentence())?;
    Ok(session.snapshot())
}

/// Makes a project of the later statement and prints its best matches.
fn looked_up(json: bool, library: &Library, io: &mut Io<'_>) -> Result<Project, Failure> {
    let later = sample::later(&mut io.env);
    let english = "en".parse().map_err(|_| Failure::Refused("no English".to_owned()))?;
    let project = intake::from_one(later, english, &mut io.env);
    let env = crate::workbench::Env::system(&io.env.author);
    let mut session = Session::new(project, None, env);
    let mut rows = table(&["Row", "%", "Later statement", "Best match", "Memory"]);
    for row in 0..session.beads().len() {
        if !session.rows().is_content(row) {
            continue;
        }
        let number = session.beads().get(row).map(|bead| bead.number.to_string());
        let source = short(&session.source_text(row), 60);
        let best = session.matches(row, library).first();
        let score = best.map(|found| found.found.score.to_string()).unwrap_or_default();
        let target = best.map(|found| short(found.target(), 60)).unwrap_or_default();
        let memory = best.map(|found| found.found.memory_name.clone()).unwrap_or_default();
        rows.add_row([number.unwrap_or_default(), score, source, target, memory]);
    }
    if !json {
        writeln!(io.out, "\nA later statement of the same house, looked up\n\n{rows}")?;
    }
    Ok(session.snapshot())
}

fn told(json: bool, folder: &Path, io: &mut Io<'_>) -> Result<(), Failure> {
    let files: Vec<PathBuf> = names().into_iter().map(|name| folder.join(name)).collect();
    let out: &mut dyn Write = if json { io.err } else { io.out };
    writeln!(out, "\nThe files:")?;
    for file in files {
        writeln!(out, "  {}", file.display())?;
    }
    Ok(())
}
