//! Filling a memory's file from another file: as a stream, a batch at a time.
//!
//! What the memory has already is not added twice. Each batch is on the disk before the
//! next one is read, so a cancelled or broken import has lost nothing and can be repeated.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::opening::{self, LangPair, Named, OpenedMemory};
use super::tables::{self, TableOptions, UnitsRead};
use crate::formats::Format;
use crate::formats::tmx::TmxUnit;
use crate::memory::{Added, Memory, MemoryError};
use crate::model::{MemoryFile, Problem, Reading, Revision, Timestamp, Unit, Watch};
use crate::store::memory::{Bookmark, append_after};
use crate::store::{Files, StoreError};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Units the file has, the unusable ones among them.
    pub read: usize,
    /// Units that are new in the memory.
    pub added: usize,
    /// Units the memory had, of which it knows more now.
    pub updated: usize,
    /// Units the memory had so.
    pub identical: usize,
    /// Units that could not be used.
    pub skipped: usize,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// What could not be used, and why.
    pub problems: Vec<Problem>,
}

impl Imported {
    /// Units that were added or made better.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.added + self.updated
    }

    /// What was done, in one line.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { read, added, updated, identical, skipped, .. } = self;
        let stopped = if self.stopped { "stopped; " } else { "" };
        format!(
            "{stopped}{read} read: {added} added, {updated} updated, {identical} identical, \
             {skipped} skipped"
        )
    }

    /// All that there is to tell, for the clipboard: the line, then each problem.
    #[must_use]
    pub fn report(&self, from: &Path, into: &str) -> String {
        let mut report = format!("{} → {into}\n{}\n", from.display(), self.sentence());
        for problem in &self.problems {
            report.push_str(&problem.to_string());
            report.push('\n');
        }
        report
    }
}

/// Why nothing, or no more, was imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A file refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The memory is of other languages, or refuses units.
    #[error("{0}")]
    Refused(String),
}

/// An import.
#[derive(Clone, Copy)]
pub struct Import<'a> {
    /// The disk.
    pub files: &'a dyn Files,
    /// The file that is read.
    pub from: &'a Path,
    /// The memory that is filled, made where there is none.
    pub into: &'a Path,
    /// The languages somebody named.
    pub named: &'a Named,
    /// How a table is to be read.
    pub table: &'a TableOptions,
}

impl std::fmt::Debug for Import<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Import").field("from", &self.from).field("into", &self.into).finish()
    }
}

impl Import<'_> {
    /// Imports. The watch hears of bytes read; stopped, what was read so far is kept.
    ///
    /// # Errors
    /// A file cannot be read or written, or the memory does not take the units.
    pub fn run(&self, watch: &dyn Watch, env: &mut Env) -> Result<Imported, ImportError> {
        self.run_keeping(watch, env).map(|(imported, _)| imported)
    }

    /// The same, and the memory as it is then; none where no unit came.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_keeping(&self, watch: &dyn Watch, env: &mut Env) -> Result<Kept, ImportError> {
        let format = opening::format(self.files, self.from)?;
        if format == Format::Tmx {
            return self.tmx(watch, env);
        }
        if tables::is_table(self.from, format, self.table) {
            return self.table(watch, env);
        }
        let named = Some(self.named.clone());
        let read = opening::open_memory(self.files, self.from, named, env)?;
        let header = read.memory.header();
        let pair = (header.source.clone(), header.target.clone());
        let units = read.memory.units().map(|stored| (stored.unit.to_unit(), stored.at));
        let (mut imported, filled) = self.fill(&pair, units, read.memory.len(), watch, env)?;
        imported.skipped += read.read.saturating_sub(read.memory.len());
        (imported.read, imported.problems) = (read.read, read.problems);
        Ok((imported, Some(filled)))
    }

    fn table(&self, watch: &dyn Watch, env: &mut Env) -> Result<Kept, ImportError> {
        let named = self.named.clone();
        let read = tables::read_units(self.files, self.from, named, self.table)?;
        let UnitsRead { pair, units: Reading { value: units, problems }, rows } = read;
        let (count, now) = (units.len(), env.now());
        let units = units.into_iter().map(|unit| (unit.unit, now));
        let (mut imported, filled) = self.fill(&pair, units, count, watch, env)?;
        imported.skipped += rows.saturating_sub(count);
        imported.read = rows;
        imported.problems = problems;
        Ok((imported, Some(filled)))
    }

    /// Fills the memory with units that are at hand.
    fn fill(
        &self,
        pair: &LangPair,
        units: impl Iterator<Item = (Unit, Timestamp)>,
        count: usize,
        watch: &dyn Watch,
        env: &mut Env,
    ) -> Result<(Imported, OpenedMemory), ImportError> {
        let mut filling = Filling::open(self.files, self.into, pair, env)?;
        for (done, (unit, at)) in units.enumerate() {
            if watch.report(done, count).is_err() {
                filling.told.stopped = true;
                break;
            }
            filling.add(unit, at, env)?;
        }
        filling.finish()
    }

    fn tmx(&self, watch: &dyn Watch, env: &mut Env) -> Result<Kept, ImportError> {
        let (mut filling, mut refused): (Option<Filling<'_>>, _) = (None, None);
        let mut take = |pair: &LangPair, units: Vec<TmxUnit>| -> Result<(), ImportError> {
            let filling = match &mut filling {
                Some(filling) => filling,
                none => none.insert(Filling::open(self.files, self.into, pair, env)?),
            };
            for TmxUnit { at, unit, .. } in units {
                filling.add(unit, at.unwrap_or_else(|| env.now()), env)?;
            }
            Ok(())
        };
        let read =
            opening::read_tmx(self.files, self.from, self.named, watch, &mut |pair, units| {
                take(pair, units).map_err(|error| match error {
                    ImportError::Store(error) => error,
                    error @ ImportError::Refused(_) => {
                        refused = Some(error);
                        // Ends the reading; what is told is the error kept above.
                        StoreError::languages(self.from)
                    }
                })
            });
        if let Some(refused) = refused {
            return Err(refused);
        }
        let stopped = watch.report(1, 1).is_err();
        let read = match read {
            Err(error) if !stopped => return Err(error.into()),
            read => read.ok(),
        };
        let filled = filling.map(Filling::finish).transpose()?;
        let (mut imported, filled) =
            filled.map_or_else(Kept::default, |(imported, filled)| (imported, Some(filled)));
        imported.stopped = stopped;
        // Nothing is told by a reading that was stopped before its first unit.
        if let Some(Reading { value: (_, tally), problems }) = read {
            imported.read = tally.read;
            imported.skipped += tally.skipped;
            imported.problems = problems;
        }
        Ok((imported, filled))
    }
}

/// What an import did, and the memory it filled.
type Kept = (Imported, Option<OpenedMemory>);

/// A memory being filled.
struct Filling<'a> {
    files: &'a dyn Files,
    path: PathBuf,
    memory: Memory,
    mark: Bookmark,
    /// What could not be read of it.
    problems: Vec<Problem>,
    batch: Vec<Revision>,
    told: Imported,
}

impl<'a> Filling<'a> {
    /// Revisions that are written at a time: some MB.
    const BATCH: usize = 16_384;

    fn open(
        files: &'a dyn Files,
        path: &Path,
        pair: &LangPair,
        env: &mut Env,
    ) -> Result<Self, ImportError> {
        let (source, target) = pair;
        let (memory, mark, problems) = if files.exists(path) {
            let opened = opening::open_memory(files, path, None, env)?;
            let OpenedMemory { memory, mark, path: own, problems, .. } = opened;
            let header = memory.header();
            if own.is_none() {
                let path = path.display();
                return Err(ImportError::Refused(format!(
                    "this is not a memory of Diptych: {path}"
                )));
            }
            if !header.source.same_base(source) || !header.target.same_base(target) {
                return Err(ImportError::Refused(format!(
                    "the memory holds {} to {}, not {source} to {target}; name another memory: {}",
                    header.source,
                    header.target,
                    path.display()
                )));
            }
            (memory, mark, problems)
        } else {
            let name = opening::memory_name(path);
            let file = MemoryFile::new(&name, source.clone(), target.clone(), env.ids());
            (Memory::empty(file.header), Bookmark::default(), Vec::new())
        };
        let (batch, path) = (Vec::new(), path.to_owned());
        let told = Imported::default();
        Ok(Self { files, path, memory, mark, problems, batch, told })
    }

    fn add(&mut self, unit: Unit, at: Timestamp, env: &mut Env) -> Result<(), ImportError> {
        let added = match self.memory.add(unit, at, env.ids()) {
            Ok(added) => added,
            // A side of white space alone is an untranslated unit.
            Err(MemoryError::Empty { .. }) => {
                self.told.skipped += 1;
                return Ok(());
            }
            Err(error) => return Err(ImportError::Refused(error.to_string())),
        };
        match &added {
            Added::New(_) => self.told.added += 1,
            Added::Changed(_) => self.told.updated += 1,
            Added::Same(_) => self.told.identical += 1,
        }
        self.batch.extend(added.revision().cloned());
        if self.batch.len() >= Self::BATCH { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), ImportError> {
        let (header, batch) = (self.memory.header(), std::mem::take(&mut self.batch));
        let others = append_after(self.files, &self.path, header, &batch, &mut self.mark)?;
        self.memory.receive_all(others);
        Ok(())
    }

    fn finish(mut self) -> Result<(Imported, OpenedMemory), ImportError> {
        self.write()?;
        let Self { memory, mark, path, told, .. } = self;
        let (read, path) = (memory.len(), Some(path));
        let problems = self.problems;
        Ok((told, OpenedMemory { memory, path, read, problems, mark, from_cache: false }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::table::Columns;
    use crate::formats::tmx::{Entry, Level, write};
    use crate::model::{SeededIds, UnitId, UnitStatus, Unwatched};
    use crate::store::testing::MemoryFiles;

    fn run(
        files: &MemoryFiles,
        from: &str,
        columns: Option<&str>,
    ) -> Result<Imported, ImportError> {
        let columns = columns.map(|order| Columns::ordered(order).expect(order));
        let table = TableOptions { columns, ..TableOptions::default() };
        let (named, mut env) = ((None, None), Env::fixed(Timestamp::UNIX_EPOCH, 5, ""));
        let (from, into) = (Path::new(from), Path::new("/w/m.memory.ron"));
        let import = Import { files, from, into, named: &named, table: &table };
        import.run(&Unwatched, &mut env)
    }

    fn targets(files: &MemoryFiles) -> Vec<String> {
        let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 6, "");
        let path = Path::new("/w/m.memory.ron");
        let opened = opening::open_memory(files, path, None, &mut env).expect("a memory");
        opened.memory.units().map(|stored| stored.unit.target.to_owned()).collect()
    }

    #[test]
    fn a_large_tmx_is_imported_in_batches_and_nothing_twice() {
        let files = MemoryFiles::new();
        let units: Vec<Unit> = (0..2 * Filling::BATCH + 7)
            .map(|n| Unit::plain(&format!("mot {n}"), &format!("word {n}"), UnitStatus::Draft))
            .collect();
        let mut ids = SeededIds::new(3);
        let entries = units.iter().map(|unit| Entry {
            id: UnitId::fresh(&mut ids),
            at: Timestamp::UNIX_EPOCH,
            unit: unit.into(),
        });
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        files.put("/w/a.tmx", write(&fr, &en, Level::default(), entries).value);
        let imported = run(&files, "/w/a.tmx", None).expect("imported");
        assert_eq!((imported.read, imported.added), (units.len(), units.len()));
        assert_eq!(targets(&files).len(), units.len());
        let again = run(&files, "/w/a.tmx", None).expect("imported");
        assert_eq!((again.kept(), again.identical), (0, units.len()));
    }

    #[test]
    fn a_table_is_imported_by_its_columns() {
        let files = MemoryFiles::new();
        files.put("/w/a.fr-en.csv", "1;un;one\n2;deux;two\n3;;three\n");
        let imported = run(&files, "/w/a.fr-en.csv", Some("source=2,target=3")).expect("imported");
        assert_eq!((imported.read, imported.added, imported.skipped), (3, 2, 1));
        let [problem] = imported.problems.as_slice() else { panic!("{imported:?}") };
        assert_eq!(problem.line, Some(2));
        assert_eq!(targets(&files), ["one", "two"]);
        files.put("/w/b.fr-en.csv", "\u{feff}\"en\",\"fr\"\r\n\"three,\nor 3\",\"trois\"\r\n");
        run(&files, "/w/b.fr-en.csv", None).expect("imported");
        assert_eq!(targets(&files), ["one", "two", "three,\nor 3"]);
    }

    #[test]
    fn a_tmx_with_an_entity_bomb_that_ends_in_the_middle_gives_what_is_sound() {
        let files = MemoryFiles::new();
        let unit = |source: &str, target: &str| {
            format!(
                "<tu><tuv xml:lang=\"fr\"><seg>{source}</seg></tuv>\
                 <tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>\n"
            )
        };
        let head = "<!DOCTYPE tmx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>\n\
                    <tmx version=\"1.4\"><header srclang=\"fr\"/><body>\n";
        let whole = [head, &unit("&b;", "Laughter"), &unit("Deux", "Two")].concat();
        let cut = whole.find("Two").expect("the text");
        files.put("/w/a.tmx", whole.get(..cut).expect("a boundary"));
        let imported = run(&files, "/w/a.tmx", None).expect("imported");
        assert_eq!((imported.read, imported.added, imported.skipped), (2, 1, 1));
        let told: Vec<String> = imported.problems.iter().map(ToString::to_string).collect();
        let tells = |line: &str, cause: &str| {
            told.iter().any(|problem| problem.starts_with(line) && problem.contains(cause))
        };
        assert!(tells("line 3", "&b; is not defined"), "{told:#?}");
        assert!(tells("line 4", "the file ends inside"), "{told:#?}");
        assert_eq!(targets(&files), ["Laughter"]);
    }

    #[test]
    fn a_tmx_of_five_languages_is_refused_until_somebody_says_which() {
        let files = MemoryFiles::new();
        let variant = |lang: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{lang}</seg></tuv>");
        let unit: String = ["fr", "en", "ru", "de", "es"].map(variant).concat();
        let text = format!(
            "<tmx version=\"1.4\"><header srclang=\"fr\"/><body><tu>{unit}</tu></body></tmx>"
        );
        files.put("/w/a.tmx", text);
        let refused = run(&files, "/w/a.tmx", None).expect_err("which two?").to_string();
        assert!(refused.contains("the file has de, en, es, fr, ru"), "{refused}");
        assert!(!files.exists(Path::new("/w/m.memory.ron")), "nothing was made");
    }

    #[test]
    fn a_memory_of_other_languages_is_refused_and_untouched() {
        let files = MemoryFiles::new();
        files.put("/w/a.fr-en.csv", "un;one\n");
        run(&files, "/w/a.fr-en.csv", None).expect("imported");
        let before = files.read(Path::new("/w/m.memory.ron")).expect("there");
        files.put("/w/b.de-en.csv", "eins;one\n");
        let refused = run(&files, "/w/b.de-en.csv", None);
        assert!(matches!(refused, Err(ImportError::Refused(_))), "{refused:?}");
        assert_eq!(files.read(Path::new("/w/m.memory.ron")).expect("there"), before);
    }
}
