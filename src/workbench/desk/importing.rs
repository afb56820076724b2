//! Importing a file into a memory from the window: the file is looked at, its columns and
//! languages are chosen, then it is read as a job that tells what it did.
//!
//! What a job brings back comes through a slot of its own and not as the job's result: an
//! import that was stopped has written whole batches, and that must be told and shown too.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::{Desk, Outcome, Tone};
use crate::formats::detect::Format;
use crate::formats::table::Field;
use crate::formats::tmx;
use crate::model::{Lang, MemoryId, Problem, Watch};
use crate::store::{Files, StoreError};
use crate::texts::t;
use crate::workbench::env::Env;
use crate::workbench::import::{Import, Imported};
use crate::workbench::library::{Kind, Languages};
use crate::workbench::opening::{self, Named, OpenedMemory};
use crate::workbench::tables::{Table, TableOptions};

/// What a file that is to be imported holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// A table.
    Table {
        /// Its rows and how they were read.
        table: Box<Table>,
        /// How it was asked to be read.
        options: TableOptions,
        /// The languages in the file's name, else those of its texts.
        named: Named,
    },
    /// A TMX.
    Tmx {
        /// Its pairs of languages.
        pairs: Vec<tmx::PairCount>,
    },
    /// A memory of ours.
    Memory {
        /// Its languages.
        pair: (Lang, Lang),
        /// How many units it has.
        units: usize,
        /// What could not be read of it.
        problems: Vec<Problem>,
    },
}

/// An import as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportWish {
    /// The file.
    pub from: PathBuf,
    /// The memory.
    pub into: Fill,
    /// The languages to take.
    pub pair: Languages,
    /// How a table is to be read.
    pub table: TableOptions,
}

/// Which memory is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// A new one of this name, kept beside the working one.
    New(String),
    /// One that is at hand.
    Known(MemoryId),
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// The file.
    pub from: PathBuf,
    /// The memory's name.
    pub into: String,
    /// The figures and problems, or why nothing was read.
    pub result: Result<Imported, String>,
}

/// What the jobs brought back and the window has not taken yet.
#[derive(Debug, Default, Clone)]
pub(super) struct Imports {
    looked: Arc<Mutex<Option<Result<Looked, String>>>>,
    ended: Arc<Mutex<Option<Ended>>>,
    report: Option<ImportReport>,
}

/// How an import ended: its report, and the memory as it is now.
#[derive(Debug)]
struct Ended {
    report: ImportReport,
    memory: Option<OpenedMemory>,
    kind: Kind,
}

/// The job's name, by which its progress is shown.
#[must_use]
pub fn importing() -> &'static str {
    t!("importing-importing")
}

impl Desk {
    /// Looks at a file that is to be imported.
    pub fn look_at(&mut self, path: &Path, options: &TableOptions) {
        let (files, path, options) = (Arc::clone(&self.files), path.to_owned(), options.clone());
        let slot = Arc::clone(&self.imports.looked);
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(t!("importing-looking-at-the-file"), move |watch| {
            let looked = look(files.as_ref(), &path, &options, watch, &mut env);
            put(&slot, looked.map_err(|error| error.to_string()));
            Ok(Outcome::Stored)
        });
    }

    /// What the file that was looked at last holds, once.
    pub fn looked_at(&mut self) -> Option<Result<Looked, String>> {
        take(&self.imports.looked)
    }

    /// The memories that take units of a pair: id, name, units, whether it is the working one.
    #[must_use]
    pub fn memories_of(&self, pair: &Languages) -> Vec<(MemoryId, String, usize, bool)> {
        let on_disk = self.library.writable(pair).filter(|shelf| shelf.path.is_some());
        on_disk
            .map(|shelf| {
                let header = shelf.memory.header();
                let working = shelf.kind == Kind::Working;
                (header.id, header.name.clone(), shelf.memory.len(), working)
            })
            .collect()
    }

    /// Imports a file as a job.
    pub fn import(&mut self, wish: ImportWish) {
        self.save_units();
        let (into, name, kind) = match &wish.into {
            Fill::New(name) => (self.new_memory_path(name, &wish.pair), name.clone(), Kind::Shared),
            Fill::Known(id) => {
                let Some(shelf) = self.library.shelf(*id) else { return };
                let Some(path) = shelf.path.clone() else { return };
                (path, shelf.memory.header().name.clone(), shelf.kind)
            }
        };
        let (files, slot) = (Arc::clone(&self.files), Arc::clone(&self.imports.ended));
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(importing(), move |watch| {
            let ImportWish { from, pair, table, .. } = wish;
            let named = (Some(pair.source), Some(pair.target));
            let (files, table) = (files.as_ref(), &table);
            let import = Import { files, from: &from, into: &into, named: &named, table };
            let (result, memory) = match import.run_keeping(watch, &mut env) {
                Ok((imported, memory)) => (Ok(imported), memory),
                Err(error) => (Err(error.to_string()), None),
            };
            let report = ImportReport { from, into: name, result };
            put(&slot, Ended { report, memory, kind });
            Ok(Outcome::Stored)
        });
    }

    /// A file for a new memory that is not there yet.
    fn new_memory_path(&self, name: &str, pair: &Languages) -> PathBuf {
        let plain: String = name
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .take(LONGEST_NAME)
            .collect();
        let stem = format!("{plain}.{}-{}", pair.source, pair.target);
        let folder = self.home.memories();
        let numbered = |n: usize| match n {
            0 => folder.join(format!("{stem}.memory.ron")),
            n => folder.join(format!("{stem}-{}.memory.ron", n + 1)),
        };
        let free = (0..MOST_NAMES).map(numbered).find(|path| !self.files.exists(path));
        free.unwrap_or_else(|| numbered(MOST_NAMES))
    }

    /// Puts the memory that an import filled on the shelf.
    pub(super) fn take_import(&mut self) {
        let Some(Ended { report, memory, kind }) = take(&self.imports.ended) else { return };
        if let Some(memory) = memory {
            if let Some(path) = memory.path.clone().filter(|_| kind == Kind::Shared) {
                self.remember_memory(&path);
            }
            self.library.put_opened(memory, kind);
        }
        match &report.result {
            Ok(imported) => {
                let tone = if imported.kept() > 0 { Tone::Done } else { Tone::Notice };
                self.tell(tone, t!("memory", name = report.into, sum = imported.sentence()));
            }
            Err(why) => self.tell(Tone::Wrong, why.clone()),
        }
        self.imports.report = Some(report);
    }

    /// What the last import did, once.
    pub fn import_report(&mut self) -> Option<ImportReport> {
        self.imports.report.take()
    }
}

/// Characters of a memory's file name that come from its name.
const LONGEST_NAME: usize = 60;

/// So many memories of one name are kept apart by a number.
const MOST_NAMES: usize = 1000;

fn look(
    files: &dyn Files,
    path: &Path,
    options: &TableOptions,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Looked, StoreError> {
    match opening::format(files, path)? {
        Format::Tmx => Ok(Looked::Tmx { pairs: opening::tmx_pairs(files, path, watch)? }),
        Format::Memory => {
            let opened = opening::open_memory(files, path, None, env)?;
            let header = opened.memory.header();
            let pair = (header.source.clone(), header.target.clone());
            Ok(Looked::Memory { pair, units: opened.memory.len(), problems: opened.problems })
        }
        Format::Project => Err(StoreError::other(path, "a translation memory", "a project")),
        Format::Terms => Err(StoreError::other(path, "a translation memory", "a termbase")),
        Format::Srx => Err(StoreError::other(path, "a translation memory", "segmentation rules")),
        Format::Docx | Format::Odt | Format::Html | Format::Markdown => {
            Err(StoreError::other(path, "a translation memory", "a text"))
        }
        Format::Tsv | Format::Plain | Format::Xlsx => {
            let table = Box::new(Table::read(files, path, options)?);
            let (source, target) = table.languages(options, opening::named_by(path));
            let columns = table.columns(options, &(source.clone(), target.clone()));
            let guess = |field| columns.of(field).and_then(|column| table.language(column));
            let named =
                (source.or_else(|| guess(Field::Source)), target.or_else(|| guess(Field::Target)));
            Ok(Looked::Table { table, options: options.clone(), named })
        }
    }
}

fn put<T>(slot: &Mutex<Option<T>>, value: T) {
    let mut place = slot.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *place = Some(value);
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
}
