//! Filling a memory's file from another file: as a stream, a batch at a time.
//!
//! What the memory has already is not added twice. Each batch is on the disk before the
//! next one is read, so a cancelled or broken import has lost nothing and can be repeated.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::opening::{self, LangPair, Named, OpenedMemory};
use crate::formats::Format;
use crate::formats::table::Columns;
use crate::formats::tmx::TmxUnit;
use crate::memory::{Memory, MemoryError};
use crate::model::{MemoryFile, Problem, Reading, Revision, Unit, Watch};
use crate::store::memory::{Bookmark, append_after};
use crate::store::{Files, StoreError};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Units the file has, the unusable ones among them.
    pub read: usize,
    /// Units that were added or made better.
    pub kept: usize,
    /// What could not be used, and why.
    pub problems: Vec<Problem>,
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
    /// The columns of a table that somebody named.
    pub columns: Option<&'a Columns>,
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
        if opening::format(self.files, self.from)? == Format::Tmx {
            return self.tmx(watch, env);
        }
        let read = opening::open_table_or_memory(
            self.files,
            self.from,
            self.named.clone(),
            self.columns,
            env,
        )?;
        let header = read.memory.header();
        let pair = (header.source.clone(), header.target.clone());
        let mut filling = Filling::open(self.files, self.into, &pair, env)?;
        for stored in read.memory.units() {
            filling.add(stored.unit.to_unit(), stored.at, env)?;
        }
        let kept = filling.finish()?;
        Ok(Imported { read: read.read, kept, problems: read.problems })
    }

    fn tmx(&self, watch: &dyn Watch, env: &mut Env) -> Result<Imported, ImportError> {
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
        let Reading { value: (_, tally), problems } = read?;
        let kept = filling.map_or(Ok(0), Filling::finish)?;
        Ok(Imported { read: tally.read, kept, problems })
    }
}

/// A memory being filled.
struct Filling<'a> {
    files: &'a dyn Files,
    path: PathBuf,
    memory: Memory,
    mark: Bookmark,
    batch: Vec<Revision>,
    kept: usize,
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
        let (memory, mark) = if files.exists(path) {
            let opened = opening::open_memory(files, path, None, env)?;
            let OpenedMemory { memory, mark, path: own, .. } = opened;
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
            (memory, mark)
        } else {
            let name = opening::memory_name(path);
            let file = MemoryFile::new(&name, source.clone(), target.clone(), env.ids());
            (Memory::empty(file.header), Bookmark::default())
        };
        let (batch, path) = (Vec::new(), path.to_owned());
        Ok(Self { files, path, memory, mark, batch, kept: 0 })
    }

    fn add(
        &mut self,
        unit: Unit,
        at: crate::model::Timestamp,
        env: &mut Env,
    ) -> Result<(), ImportError> {
        let added = match self.memory.add(unit, at, env.ids()) {
            Ok(added) => added,
            // A side of white space alone is an untranslated unit.
            Err(MemoryError::Empty { .. }) => return Ok(()),
            Err(error) => return Err(ImportError::Refused(error.to_string())),
        };
        if let Some(revision) = added.revision() {
            self.batch.push(revision.clone());
            self.kept += 1;
        }
        if self.batch.len() >= Self::BATCH { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), ImportError> {
        let (header, batch) = (self.memory.header(), std::mem::take(&mut self.batch));
        let others = append_after(self.files, &self.path, header, &batch, &mut self.mark)?;
        self.memory.receive_all(others);
        Ok(())
    }

    fn finish(mut self) -> Result<usize, ImportError> {
        self.write()?;
        Ok(self.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::tmx::{Entry, Level, write};
    use crate::model::{SeededIds, Timestamp, UnitId, UnitStatus, Unwatched};
    use crate::store::testing::MemoryFiles;

    fn run(
        files: &MemoryFiles,
        from: &str,
        columns: Option<&str>,
    ) -> Result<Imported, ImportError> {
        let columns = columns.map(|order| Columns::ordered(order).expect(order));
        let (named, mut env) = ((None, None), Env::fixed(Timestamp::UNIX_EPOCH, 5, ""));
        let (from, into) = (Path::new(from), Path::new("/w/m.memory.ron"));
        let import = Import { files, from, into, named: &named, columns: columns.as_ref() };
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
        assert_eq!((imported.read, imported.kept), (units.len(), units.len()));
        assert_eq!(targets(&files).len(), units.len());
        let again = run(&files, "/w/a.tmx", None).expect("imported");
        assert_eq!((again.read, again.kept), (units.len(), 0));
    }

    #[test]
    fn a_table_is_imported_by_its_columns() {
        let files = MemoryFiles::new();
        files.put("/w/a.fr-en.csv", "1;un;one\n2;deux;two\n3;;three\n");
        let imported = run(&files, "/w/a.fr-en.csv", Some("source=2,target=3")).expect("imported");
        assert_eq!((imported.kept, imported.problems.len()), (2, 1));
        assert_eq!(targets(&files), ["one", "two"]);
        files.put("/w/b.fr-en.csv", "\u{feff}\"en\",\"fr\"\r\n\"three,\nor 3\",\"trois\"\r\n");
        run(&files, "/w/b.fr-en.csv", None).expect("imported");
        assert_eq!(targets(&files), ["one", "two", "three,\nor 3"]);
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
