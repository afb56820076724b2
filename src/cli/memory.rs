//! `diptych memory`: looking at, filling and converting translation memories.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::args::{self, MemoryAction, Pair};
use super::output::{json_line, problems};
use super::{Failure, Io, align, check_free, concordance, send, tell_problems};
use crate::formats::table::Columns;
use crate::formats::tmx::Level;
use crate::memory::Memory;
use crate::model::{MemoryFile, Problem, Unit, UnitId, UnitStatus, Unwatched};
use crate::store::{self, StoreError};
use crate::workbench::export_memory::MemoryFormat;
use crate::workbench::import::{Import, ImportError, Imported};
use crate::workbench::library::{Languages, Library};
use crate::workbench::opening::{self, OpenedMemory};
use crate::workbench::tables::TableOptions;

/// Carries out a `memory` command.
///
/// # Errors
/// A file cannot be read or written, or the words do not fit.
pub fn run(action: &MemoryAction, io: &mut Io<'_>) -> Result<(), Failure> {
    match action {
        MemoryAction::Info { memory, json } => info(memory, *json, io),
        MemoryAction::Import { file, output, pair, table, json } => {
            let table = table_options(table)?;
            import(file, output, pair, &table, *json, io)
        }
        MemoryAction::Send(words) => send::run(words, io),
        MemoryAction::Search(words) => concordance::run(words, io),
        MemoryAction::Compact { memory, json } => compact(memory, *json, io),
        MemoryAction::Merge { base, ours, theirs, json } => merge([base, ours, theirs], *json, io),
        MemoryAction::Export { memory, output, level, force, json } => {
            check_free(io.files.as_ref(), output, *force)?;
            let level = if *level == 1 { Level::Text } else { Level::Tags };
            export(memory, output, level, *json, io)
        }
        MemoryAction::Add { memory, source_text, target_text, author, pair, json } => {
            let mut unit = Unit::plain(source_text, target_text, UnitStatus::Translated);
            author.clone_into(&mut unit.author);
            add(memory, &unit, pair, *json, io)
        }
    }
}

/// A failure of a command that takes a file's languages as they are.
fn unnamed(error: StoreError) -> Failure {
    if error.wants_languages() {
        let way = "\"memory import\" with --source and --target makes a memory of it";
        return Failure::Refused(format!("{error}; {way}"));
    }
    error.into()
}

fn info(path: &Path, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let opened = opening::open_memory(io.files.as_ref(), path, None, &mut io.env);
    let opened = opened.map_err(unnamed)?;
    let header = opened.memory.header();
    let bytes = io.files.size(path)?;
    if json {
        let object = json!({
            "units": opened.memory.len(),
            "source": header.source.as_str(),
            "target": header.target.as_str(),
            "bytes": bytes,
            "name": header.name,
            "conflicts": opened.memory.conflicts().count(),
            "problems": problems(&opened.problems),
        });
        return json_line(io.out, &object);
    }
    writeln!(io.out, "name       {}", header.name)?;
    writeln!(io.out, "languages  {} → {}", header.source, header.target)?;
    writeln!(io.out, "units      {}", opened.memory.len())?;
    writeln!(io.out, "bytes      {bytes}")?;
    writeln!(io.out, "conflicts  {}", opened.memory.conflicts().count())?;
    tell_problems(io, path, &opened.problems)
}

fn import(
    file: &Path,
    output: &Path,
    pair: &Pair,
    table: &TableOptions,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let named = (pair.source.clone(), pair.target.clone());
    let files = Arc::clone(&io.files);
    let import = Import { files: files.as_ref(), from: file, into: output, named: &named, table };
    let imported = import.run(&Unwatched, &mut io.env);
    let imported = imported.map_err(|error| match error {
        ImportError::Store(error) => error.into(),
        ImportError::Refused(why) => Failure::Refused(why),
    })?;
    if json {
        let Imported { read, added, updated, identical, .. } = imported;
        let object = json!({
            "read": read,
            "kept": imported.kept(),
            "skipped": read.saturating_sub(imported.kept()),
            "added": added,
            "updated": updated,
            "identical": identical,
            "unusable": imported.skipped,
            "problems": problems(&imported.problems),
        });
        return json_line(io.out, &object);
    }
    tell_problems(io, file, &imported.problems)?;
    writeln!(io.out, "{}", imported.sentence())?;
    Ok(())
}

/// How a table is to be read, by the words of the command line.
fn table_options(table: &args::Table) -> Result<TableOptions, Failure> {
    let columns = table.columns.as_deref().map(Columns::ordered).transpose();
    let columns = columns.map_err(|error| Failure::Usage(error.to_string()))?;
    let separator = table.separator.as_deref().map(|name| match name {
        "tab" | "\t" => Ok('\t'),
        name => match name.chars().collect::<Vec<_>>().as_slice() {
            [one] => Ok(*one),
            _ => Err(Failure::Usage(format!("\"{name}\" is no separator: one character, or tab"))),
        },
    });
    Ok(TableOptions {
        separator: separator.transpose()?,
        encoding: table.encoding.clone(),
        sheet: table.sheet.clone(),
        columns,
        head: None,
    })
}

fn compact(path: &Path, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let (mut read, mut kept) = (0, 0);
    store::memory::rewrite(io.files.as_ref(), path, &mut |file: &mut MemoryFile| {
        let header = file.header.clone();
        let revisions = std::mem::take(&mut file.revisions);
        read = revisions.len();
        *file = Memory::new(MemoryFile { header, revisions }).compacted();
        kept = file.revisions.len();
    })?;
    let outcome = Outcome { read, kept, problems: &[] };
    outcome.print(path, &format!("{read} revisions read, {kept} kept"), json, io)
}

/// Merges as Git's merge drivers do: into our copy, exit code 1 on conflicts.
fn merge(copies: [&Path; 3], json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let [base, ours, theirs] = copies;
    let merged = store::memory::merge(io.files.as_ref(), base, ours, theirs)?;
    let (before, after) = (Memory::new(merged.ours), Memory::new(merged.merged));
    let units = |memory: &Memory| -> Vec<UnitId> {
        memory.conflicts().filter_map(|heads| Some(heads.first()?.unit)).collect()
    };
    let known = units(&before);
    let new: Vec<UnitId> = units(&after).into_iter().filter(|id| !known.contains(id)).collect();
    if json {
        json_line(io.out, &json!({"added": merged.added, "conflicts": new.len()}))?;
    } else {
        writeln!(io.out, "{} revisions added, {} conflicts", merged.added, new.len())?;
    }
    if new.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = new.iter().take(5).map(ToString::to_string).collect();
    Err(Failure::Refused(format!(
        "{} units were changed on both sides; both states are kept until one is chosen: {}",
        new.len(),
        shown.join(", ")
    )))
}

fn export(
    path: &Path,
    output: &Path,
    level: Level,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let opened = opening::open_memory(io.files.as_ref(), path, None, &mut io.env);
    let opened = opened.map_err(unnamed)?;
    let OpenedMemory { memory, read, problems, .. } = &opened;
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let text = match ending.as_deref() {
        Some("tmx") => opening::to_tmx_of(memory, level),
        Some("csv") => MemoryFormat::Csv.write(memory),
        Some("tsv" | "txt") => MemoryFormat::Tsv.write(memory),
        _ => {
            let output = output.display();
            return Err(Failure::Usage(format!("{output}: write to a .tmx, .csv or .tsv file")));
        }
    };
    tell_problems(io, output, &text.problems)?;
    io.files.write_atomic(output, text.value.as_bytes())?;
    let units = memory.len();
    let outcome = Outcome { read: *read, kept: units, problems };
    let lost = match outcome.skipped() {
        0 => String::new(),
        lost => format!("; {lost} that were read could not be used or stand there twice"),
    };
    outcome.print(path, &format!("{units} units written{lost}"), json, io)
}

fn add(path: &Path, unit: &Unit, pair: &Pair, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    if unit.source.trim().is_empty() || unit.target.trim().is_empty() {
        return Err(Failure::Usage("a unit needs a source and a target text".to_owned()));
    }
    let languages = match (&pair.source, &pair.target) {
        (Some(source), Some(target)) => {
            Languages { source: source.clone(), target: target.clone() }
        }
        _ if io.files.exists(path) => {
            let opened = opening::open_memory(io.files.as_ref(), path, None, &mut io.env)?;
            let header = opened.memory.header();
            Languages { source: header.source.clone(), target: header.target.clone() }
        }
        _ => {
            return Err(Failure::Usage(format!(
                "{} is not there; to make it, say its languages with --source and --target",
                path.display()
            )));
        }
    };
    let mut shelves = Library::new(Arc::clone(&io.files), PathBuf::new());
    let id = align::open_or_make(path, &languages, &mut shelves, io)?;
    let step = shelves
        .store(id, unit, None, &mut io.env)
        .map_err(|refused| Failure::Refused(refused.to_string()))?;
    shelves.save_pending()?;
    if json {
        json_line(io.out, &json!({"unit": step.unit.to_string()}))
    } else {
        writeln!(io.out, "{}", step.unit)?;
        Ok(())
    }
}

/// What was read and kept of a file.
struct Outcome<'a> {
    read: usize,
    kept: usize,
    problems: &'a [Problem],
}

impl Outcome<'_> {
    const fn skipped(&self) -> usize {
        self.read.saturating_sub(self.kept)
    }

    /// Prints it: as JSON, else `sentence`.
    fn print(
        &self,
        path: &Path,
        sentence: &str,
        json: bool,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        if json {
            let object: Value = json!({
                "read": self.read,
                "kept": self.kept,
                "skipped": self.skipped(),
                "problems": problems(self.problems),
            });
            return json_line(io.out, &object);
        }
        tell_problems(io, path, self.problems)?;
        writeln!(io.out, "{sentence}")?;
        Ok(())
    }
}
