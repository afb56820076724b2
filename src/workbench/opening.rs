//! Opening what is on disk, whatever it is: projects, memories, bilingual files.
//!
//! A file's kind goes by its content, then by its name (`formats::detect`).

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::env::Env;
use super::intake::Taught;
use super::pages::{Arriving, NotRead};
use super::tables::{self, TableOptions, UnitsRead};
use crate::formats::detect::{self, Format};
use crate::formats::memory_ron::{Sink, Taken};
use crate::formats::page::Page;
use crate::formats::table::columns::TableUnit;
use crate::formats::table::csv;
use crate::formats::{FormatError, pages, srx, tmx, tsv};
use crate::memory::{Memory, Received, Stored};
use crate::model::{
    Cancelled, Lang, MemoryFile, MemoryHeader, PageFormat, Problem, Project, Reading, Revision,
    Unit, UnitStatus, Unwatched, Watch,
};
use crate::store::memory::Bookmark;
use crate::store::project::Stamp;
use crate::store::{self, Files, StoreError};
use crate::text::segment::srx::RuleSet;
use crate::texts::t;

/// Something opened.
#[derive(Debug)]
pub enum Opened {
    /// A project.
    Project {
        /// The project.
        project: Box<Project>,
        /// Its file.
        file: ProjectFile,
        /// What could not be read of it.
        problems: Vec<Problem>,
    },
    /// A memory.
    Memory(Box<OpenedMemory>),
    /// A text, which the caller has to make a release of.
    Text {
        /// Its file.
        path: PathBuf,
    },
    /// A termbase, which the caller has to open.
    Terms {
        /// Its file.
        path: PathBuf,
    },
    /// A file of segmentation rules.
    Rules {
        /// Its file.
        path: PathBuf,
    },
}

/// The file of a project, and what it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its state.
    pub stamp: Stamp,
}

/// A memory opened.
#[derive(Debug)]
pub struct OpenedMemory {
    /// The memory.
    pub memory: Memory,
    /// Its file, where units can be added; `None` for what was converted.
    pub path: Option<PathBuf>,
    /// How many units the file has, the unreadable ones among them.
    pub read: usize,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
    /// How far its file has been read.
    pub mark: Bookmark,
    /// Whether it was taken from its cache.
    pub from_cache: bool,
}

/// A text read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadText {
    /// The text.
    pub text: String,
    /// The file's name without its folder.
    pub name: String,
    /// What there is to know: a guessed encoding, what was wrong; empty for nothing.
    pub note: String,
    /// The page, where the file is no plain text: `text` is then that of its blocks.
    pub page: Option<Page>,
}

/// The source and target languages somebody named for a file.
pub type Named = (Option<Lang>, Option<Lang>);

/// Reads a text of whatever encoding.
///
/// # Errors
/// It cannot be read, or it is no text.
pub fn read_text(files: &dyn Files, path: &Path) -> Result<ReadText, StoreError> {
    read_text_as(files, path, None)
}

/// Reads a text of the encoding that somebody names (a WHATWG label), or of whatever encoding.
///
/// # Errors
/// It cannot be read, it is no text, or the encoding is unknown.
pub fn read_text_as(
    files: &dyn Files,
    path: &Path,
    encoding: Option<&str>,
) -> Result<ReadText, StoreError> {
    let read_as = format(files, path)?;
    refuse_ours(read_as, path)?;
    if let Some(read_as) = pages::of(read_as).filter(|_| read_as != Format::Plain) {
        return read_page(files, path, read_as, encoding);
    }
    let Reading { value, problems } = match encoding {
        Some(encoding) => store::text::read_as(files, path, encoding)?,
        None => store::text::read(files, path)?,
    };
    if value.text.trim().is_empty() {
        return Err(StoreError::format(path, FormatError::Empty));
    }
    let mut notes = Vec::new();
    if value.guessed {
        notes.push(t!("opening-encoding-guessed", encoding = value.encoding));
    }
    notes.extend(problems.iter().map(ToString::to_string));
    Ok(ReadText { text: value.text, name: file_name(path), note: notes.join("; "), page: None })
}

/// A text that was read, and what was found in its file where that is a page.
pub type ReadArriving = (ReadText, Option<Arriving>);

/// Reads a file that a new release is made of, with what is found in it; a file that is no page
/// gives its text alone.
///
/// # Errors
/// The outer one: it was stopped. The inner one: it cannot be read, it is no text, or the
/// encoding is unknown.
pub fn read_arriving(
    (files, path): (&dyn Files, &Path),
    encoding: Option<&str>,
    taught: &Taught,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Result<ReadArriving, StoreError>, Cancelled> {
    let prepared = || {
        let found = format(files, path)?;
        refuse_ours(found, path)?;
        let Some(format) = pages::of(found) else {
            return Ok((Some(read_text_as(files, path, encoding)?), None));
        };
        let plain = format == PageFormat::Text;
        let text = plain.then(|| read_text_as(files, path, encoding)).transpose()?;
        Ok((text, Some((format, files.read(path)?))))
    };
    let (text, page) = match prepared() {
        Ok(prepared) => prepared,
        Err(error) => return Ok(Err(error)),
    };
    let (arriving, name) = (page, file_name(path));
    let arriving = arriving.map(|(format, bytes)| {
        super::pages::arriving((format, encoding), bytes, &name, taught, watch, env)
    });
    let arriving = match arriving.transpose() {
        Ok(arriving) => arriving,
        Err(NotRead::Stopped(stopped)) => return Err(stopped),
        Err(NotRead::Format(error)) => return Ok(Err(StoreError::format(path, error))),
    };
    let text = text.unwrap_or_else(|| of_page(arriving.as_ref().map(|of| &of.page), path));
    Ok(Ok((text, arriving)))
}

/// The text of a page that was read.
fn of_page(page: Option<&Page>, path: &Path) -> ReadText {
    let text = page.map(super::pages::plain_text).unwrap_or_default();
    ReadText { text, name: file_name(path), note: String::new(), page: None }
}

/// Reads a file whose text stands among markup.
fn read_page(
    files: &dyn Files,
    path: &Path,
    format: PageFormat,
    encoding: Option<&str>,
) -> Result<ReadText, StoreError> {
    let failed = |error| StoreError::format(path, error);
    let bytes = files.read(path)?;
    let page = pages::read(format, &bytes, encoding).map_err(failed)?;
    if page.blocks.is_empty() {
        return Err(failed(FormatError::Empty));
    }
    let note = page.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    let text = super::pages::plain_text(&page);
    Ok(ReadText { text, name: file_name(path), note, page: Some(page) })
}

/// A file of ours is RON, which nobody wants to translate.
fn refuse_ours(format: Format, path: &Path) -> Result<(), StoreError> {
    let (what, hint) = match format {
        Format::Project => ("a project of Diptych", "name the text that it was made of"),
        Format::Memory => ("a translation memory", "name a text"),
        Format::Terms => ("a termbase", "name a text"),
        _ => return Ok(()),
    };
    Err(StoreError::format(path, FormatError::Binary { what, hint }))
}

/// Opens a project, a memory, a bilingual file or a text.
///
/// # Errors
/// It cannot be read.
pub fn open(files: &dyn Files, path: &Path, env: &mut Env) -> Result<Opened, StoreError> {
    match format(files, path)? {
        Format::Project => {
            let (reading, stamp) = store::project::open_stamped(files, path)?;
            let Reading { value, problems } = reading;
            let file = ProjectFile { path: path.to_owned(), stamp };
            Ok(Opened::Project { project: Box::new(value), file, problems })
        }
        Format::Memory | Format::Tmx | Format::Tsv | Format::Xlsx => {
            open_memory(files, path, None, env).map(|memory| Opened::Memory(Box::new(memory)))
        }
        Format::Srx => Ok(Opened::Rules { path: path.to_owned() }),
        Format::Terms => Ok(Opened::Terms { path: path.to_owned() }),
        Format::Plain | Format::Html | Format::Markdown | Format::Docx | Format::Odt => {
            Ok(Opened::Text { path: path.to_owned() })
        }
    }
}

/// Opens a memory of ours, or reads a TMX file or a table as one. `named` are the
/// languages of a file that does not tell them.
///
/// # Errors
/// It cannot be read, or its languages are not known.
pub fn open_memory(
    files: &dyn Files,
    path: &Path,
    named: Option<Named>,
    env: &mut Env,
) -> Result<OpenedMemory, StoreError> {
    let named = named.unwrap_or_default();
    match format(files, path)? {
        Format::Memory => {
            let mut laying = Laying(None);
            let (reading, mark) = store::memory::open_to(files, path, &mut laying)?;
            let Reading { value, problems } = reading;
            let memory = laying.0.unwrap_or_else(|| Memory::empty(value.header));
            let (read, path) = (memory.len() + problems.len(), Some(path.to_owned()));
            Ok(OpenedMemory { memory, path, read, problems, mark, from_cache: false })
        }
        Format::Tmx => {
            let mut memory = None;
            let read = read_tmx(files, path, &named, &Unwatched, &mut |pair, units| {
                let (source, target) = pair.clone();
                let memory = memory.get_or_insert_with(|| {
                    let name = memory_name(path);
                    Memory::empty(MemoryFile::new(&name, source, target, env.ids()).header)
                });
                for unit in units {
                    memory.receive(&of_tmx(unit, env));
                }
                Ok(())
            })?;
            let Reading { value: (pair, tally), problems } = read;
            let memory = memory.unwrap_or_else(|| {
                let (source, target) = pair;
                Memory::empty(MemoryFile::new(&memory_name(path), source, target, env.ids()).header)
            });
            let (read, mark) = (tally.read, Bookmark::default());
            Ok(OpenedMemory { memory, path: None, read, problems, mark, from_cache: false })
        }
        format if tables::is_table(path, format, &TableOptions::default()) => {
            let options = TableOptions::default();
            Ok(from_units(path, tables::read_units(files, path, named, &options)?, env))
        }
        Format::Html | Format::Markdown => {
            Err(StoreError::other(path, "a translation memory", "a text"))
        }
        Format::Tsv | Format::Plain | Format::Xlsx => {
            let text = read_text(files, path)?;
            let pairs = tsv::read(&text.text);
            let (Some(source), Some(target)) = named.or_by_name(path) else {
                return Err(StoreError::languages(path));
            };
            Ok(from_pairs(path, pairs, source, target, env))
        }
        Format::Project => Err(StoreError::other(path, "a translation memory", "a project")),
        Format::Terms => Err(StoreError::other(path, "a translation memory", "a termbase")),
        Format::Srx => {
            Err(StoreError::other(path, "a translation memory", "a file of segmentation rules"))
        }
        Format::Docx | Format::Odt => {
            Err(StoreError::other(path, "a translation memory", "a document"))
        }
    }
}

/// The format of a file, by its first bytes and its name.
///
/// # Errors
/// It cannot be read.
pub fn format(files: &dyn Files, path: &Path) -> Result<Format, StoreError> {
    /// A TMX may open with a comment and a DOCTYPE.
    const LOOK_BYTES: u64 = 1 << 16;
    Ok(detect::detect(&file_name(path), &files.start(path, LOOK_BYTES)?))
}

/// Reads a file of segmentation rules; what cannot be used of it is told.
///
/// # Errors
/// It cannot be read, or has no usable rule.
pub fn read_rules(files: &dyn Files, path: &Path) -> Result<Reading<RuleSet>, StoreError> {
    let bytes = files.read(path)?;
    let reading = srx::read(bytes.as_slice()).map_err(|error| StoreError::format(path, error))?;
    Ok(Reading { value: reading.value.rules, problems: reading.problems })
}

/// Lays the revisions of a file down as they are read.
struct Laying(Option<Memory>);

impl Sink for Laying {
    fn begin(&mut self, header: &MemoryHeader) {
        self.0 = Some(Memory::empty(header.clone()));
    }

    fn take(&mut self, revision: Revision) -> Taken {
        match self.0.as_mut().map(|memory| memory.receive(&revision)) {
            Some(Received::New) => Taken::New,
            Some(Received::Differs) => Taken::Differs,
            Some(Received::Again) | None => Taken::Again,
        }
    }

    fn report(&mut self, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}

/// Languages that may be written in a file's name: `starter.fr-en.tsv`.
pub(super) trait OrByName {
    /// These languages, or those in the name where there are none.
    fn or_by_name(self, path: &Path) -> Named;
}

impl OrByName for Named {
    fn or_by_name(self, path: &Path) -> Named {
        let name = file_name(path);
        let pair = name.rsplit('.').find_map(|part| {
            let (source, target) = part.split_once('-')?;
            Some((source.parse().ok()?, target.parse().ok()?))
        });
        match (self, pair) {
            ((None, None), Some((source, target))) => (Some(source), Some(target)),
            (named, _) => named,
        }
    }
}

/// The languages in a file's name.
#[must_use]
pub fn named_by(path: &Path) -> Named {
    Named::default().or_by_name(path)
}

/// The units of a memory as TMX with all they hold; problems tell what TMX cannot hold.
#[must_use]
pub fn to_tmx(memory: &Memory) -> Reading<String> {
    to_tmx_of(memory, tmx::Level::default())
}

/// The units of a memory as TMX of a level; problems tell what is not in it.
#[must_use]
pub fn to_tmx_of(memory: &Memory, level: tmx::Level) -> Reading<String> {
    let header = memory.header();
    let entries: Vec<tmx::Entry<'_>> = memory.units().map(entry).collect();
    tmx::write(&header.source, &header.target, level, entries)
}

/// The units of a memory as CSV, with a head row.
#[must_use]
pub fn to_csv(memory: &Memory) -> String {
    let header = memory.header();
    let head = [&header.source, &header.target].map(|lang| lang.as_str().to_owned());
    let names = ["author", "status", "release", "date", "issuer", "changed"];
    let head = head.into_iter().chain(names.map(str::to_owned)).collect::<Vec<_>>();
    let rows = memory.units().map(|Stored { at, unit, .. }| {
        let date = unit.date.map(|date| date.to_string()).unwrap_or_default();
        let plain = [unit.source, unit.target, unit.author, unit.status.name(), unit.release];
        let plain = plain.map(str::to_owned).into_iter();
        plain.chain([date, unit.issuer.to_owned(), at.to_string()]).collect()
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    csv::write(rows.iter().map(|row| row.iter().map(String::as_str)))
}

const fn entry(stored: Stored<'_>) -> tmx::Entry<'_> {
    tmx::Entry { id: stored.id, at: stored.at, unit: stored.unit }
}

/// Source and target.
pub type LangPair = (Lang, Lang);

/// What takes units of a TMX file as they come, some at a time.
pub type TakeUnits<'a> = dyn FnMut(&LangPair, Vec<tmx::TmxUnit>) -> Result<(), StoreError> + 'a;

/// Reads a TMX file of any size, handing its units on. The watch hears of bytes; what it
/// stops ends as if the file ended there.
///
/// # Errors
/// It cannot be read, its languages are not known, or `take` refuses.
pub fn read_tmx(
    files: &dyn Files,
    path: &Path,
    named: &Named,
    watch: &dyn Watch,
    take: &mut TakeUnits<'_>,
) -> Result<Reading<(LangPair, tmx::Tally)>, StoreError> {
    /// Units that are handed on at a time.
    const BATCH: usize = 4096;
    let format_error = |error| StoreError::format(path, error);
    let total = files.size(path)?;
    let wanted = tmx::Wanted { source: named.0.as_ref(), target: named.1.as_ref() };
    let input = |passed| {
        let inner = files.reader(path, 0)?;
        Ok::<_, StoreError>(Counted { inner, done: passed, total: 2 * total, watch })
    };
    let pair = tmx::survey(input(0)?, wanted).map_err(format_error)?;
    let (mut batch, mut refused) = (Vec::new(), None);
    let mut sink = |unit| {
        batch.push(unit);
        if batch.len() == BATCH
            && let Err(error) = take(&pair, std::mem::take(&mut batch))
        {
            refused = Some(error);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    let read = tmx::read_to(input(total)?, (&pair.0, &pair.1), &mut sink).map_err(format_error)?;
    if let Some(error) = refused {
        return Err(error);
    }
    take(&pair, batch)?;
    Ok(Reading { value: (pair, read.value), problems: read.problems })
}

/// The pairs of languages of a TMX file. The watch hears of bytes.
///
/// # Errors
/// It cannot be read, is no TMX, or was stopped.
pub fn tmx_pairs(
    files: &dyn Files,
    path: &Path,
    watch: &dyn Watch,
) -> Result<Vec<tmx::PairCount>, StoreError> {
    let inner = files.reader(path, 0)?;
    let input = Counted { inner, done: 0, total: files.size(path)?, watch };
    tmx::pairs(input).map_err(|error| StoreError::format(path, error))
}

/// An input that tells how much of it was read.
struct Counted<'a> {
    inner: Box<dyn Read + Send>,
    done: u64,
    total: u64,
    watch: &'a dyn Watch,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        let watched = self.watch.report(count(self.done), count(self.total));
        watched.map_err(|_| io::Error::other("stopped"))?;
        let read = self.inner.read(buffer)?;
        self.done += read as u64;
        Ok(read)
    }
}

/// The revision of a unit of a TMX file; one that we wrote keeps its id.
pub fn of_tmx(unit: tmx::TmxUnit, env: &mut Env) -> Revision {
    let tmx::TmxUnit { id, at, unit, .. } = unit;
    let at = at.unwrap_or_else(|| env.now());
    let mut revision = Revision::first(unit, at, env.ids());
    if let Some(id) = id.and_then(|id| id.parse().ok()) {
        revision.unit = id;
    }
    revision
}

fn from_units(
    path: &Path,
    UnitsRead { pair: (source, target), units, rows: read }: UnitsRead,
    env: &mut Env,
) -> OpenedMemory {
    let now = env.now();
    let mut memory =
        Memory::empty(MemoryFile::new(&memory_name(path), source, target, env.ids()).header);
    for TableUnit { unit, .. } in units.value {
        memory.receive(&Revision::first(unit, now, env.ids()));
    }
    let (problems, mark) = (units.problems, Bookmark::default());
    OpenedMemory { memory, path: None, read, problems, mark, from_cache: false }
}

fn from_pairs(
    path: &Path,
    pairs: Reading<Vec<tsv::Pair>>,
    source: Lang,
    target: Lang,
    env: &mut Env,
) -> OpenedMemory {
    let now = env.now();
    let mut file = MemoryFile::new(&memory_name(path), source, target, env.ids());
    for pair in pairs.value {
        let mut unit = Unit::plain(&pair.source, &pair.target, UnitStatus::Translated);
        "TSV import".clone_into(&mut unit.origin);
        file.revisions.push(Revision::first(unit, now, env.ids()));
    }
    let read = file.revisions.len() + pairs.problems.len();
    let memory = Memory::new(file);
    let (problems, mark) = (pairs.problems, Bookmark::default());
    OpenedMemory { memory, path: None, read, problems, mark, from_cache: false }
}

/// The name of a memory from its file's: `foreign-ministry` of
/// `foreign-ministry.fr-en.memory.ron`.
#[must_use]
pub fn memory_name(path: &Path) -> String {
    let name = file_name(path);
    name.split('.').next().unwrap_or_default().to_owned()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
