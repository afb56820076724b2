//! The memories at hand: a private working one, the team's, the bundled ones.
//!
//! A memory of one language pair serves both directions. What is stored is found
//! at once; it is written to the file's tail before [`Library::save_pending`]
//! returns, and kept in a list to be written later where the disk refuses.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::env::Env;
use super::history::UnitStep;
use super::opening::OpenedMemory;
use super::session::Refused;
use crate::align::Lexicon;
use crate::memory::{Direction, Match, Memory, MemoryError, Query, lookup_among};
use crate::model::{
    Context, Lang, MemoryFile, MemoryHeader, MemoryId, Problem, Revision, StoredUnit, Unit, UnitId,
    Unwatched, UpdateRule,
};
use crate::store::memory::Bookmark;
use crate::store::{self, Files, StoreError};

/// What a memory on the shelf is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Private: takes what is confirmed here.
    Working,
    /// A file of the team's.
    Shared,
    /// Shipped with the program; read only.
    Bundled,
}

/// A source and a target language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// Of the sources.
    pub source: Lang,
    /// Of the targets.
    pub target: Lang,
}

/// A memory and where it stands.
#[derive(Debug)]
pub struct Shelf {
    /// The memory.
    pub memory: Memory,
    /// Its file; `None` for a bundled one.
    pub path: Option<PathBuf>,
    /// What it is for.
    pub kind: Kind,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
    /// Revisions not on disk yet.
    pending: Vec<Revision>,
    /// Revisions made here, for when the memory is read on or anew meanwhile.
    own: Vec<Revision>,
    /// How far the file has been read, so that adding does not read it again.
    mark: Bookmark,
}

/// All memories at hand, in the order they are asked.
pub struct Library {
    shelves: Vec<Shelf>,
    files: Arc<dyn Files + Send + Sync>,
    version: u64,
    /// Where working memories are made.
    working_folder: PathBuf,
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> =
            self.shelves.iter().map(|s| s.memory.header().name.as_str()).collect();
        f.debug_struct("Library").field("memories", &names).finish_non_exhaustive()
    }
}

impl Library {
    /// A library without a memory. Working memories are made in `working_folder`.
    pub fn new(files: Arc<dyn Files + Send + Sync>, working_folder: PathBuf) -> Self {
        Self { shelves: Vec::new(), files, version: 0, working_folder }
    }

    /// The memories, in the order they are asked.
    #[must_use]
    pub fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    /// Counts up with every change of any memory.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Puts a memory on the shelf. One that is there already is replaced.
    pub fn put(
        &mut self,
        memory: Memory,
        path: Option<PathBuf>,
        kind: Kind,
        problems: Vec<Problem>,
    ) {
        let (read, mark) = (0, Bookmark::default());
        let from_cache = false;
        self.put_opened(OpenedMemory { memory, path, read, problems, mark, from_cache }, kind);
    }

    /// Puts a memory on the shelf that was read from its file, as far as it was. It takes
    /// the place of an earlier reading; what was stored here meanwhile stays.
    pub fn put_opened(&mut self, opened: OpenedMemory, kind: Kind) {
        let OpenedMemory { mut memory, path, problems, mark, .. } = opened;
        let id = memory.header().id;
        self.version += 1;
        let old = self.shelves.iter_mut().find(|old| old.memory.header().id == id);
        if let Some(old) = old {
            memory.receive_all(old.own.iter().cloned());
            let (pending, own) = (std::mem::take(&mut old.pending), std::mem::take(&mut old.own));
            *old = Shelf { memory, path, kind, problems, pending, own, mark };
        } else {
            let (pending, own) = (Vec::new(), Vec::new());
            self.shelves.push(Shelf { memory, path, kind, problems, pending, own, mark });
        }
    }

    /// Takes a memory off the shelf; its file stays.
    pub fn remove(&mut self, id: MemoryId) {
        self.shelves.retain(|shelf| shelf.memory.header().id != id);
        self.version += 1;
    }

    /// The memory of this id.
    #[must_use]
    pub fn shelf(&self, id: MemoryId) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.memory.header().id == id)
    }

    /// The memories that serve this pair in either direction.
    pub fn of_pair<'a>(
        &'a self,
        source: &'a Lang,
        target: &'a Lang,
    ) -> impl Iterator<Item = (&'a Shelf, Direction)> {
        self.shelves.iter().filter_map(move |shelf| {
            direction(shelf.memory.header(), source, target).map(|way| (shelf, way))
        })
    }

    /// The memories that take units of this pair, the working one first.
    pub fn writable<'a>(&'a self, pair: &'a Languages) -> impl Iterator<Item = &'a Shelf> {
        let fits = |shelf: &&Shelf| {
            let header = shelf.memory.header();
            shelf.kind != Kind::Bundled
                && header.rule != UpdateRule::ReadOnly
                && direction(header, &pair.source, &pair.target) == Some(Direction::Forward)
        };
        self.shelves.iter().filter(fits)
    }

    /// Whether a memory takes units.
    ///
    /// # Errors
    /// It is not there, or it is read only.
    pub fn check_writable(&self, id: MemoryId) -> Result<(), Refused> {
        let shelf = self.shelf(id).ok_or("that memory is not open")?;
        let header = shelf.memory.header();
        if shelf.kind == Kind::Bundled || header.rule == UpdateRule::ReadOnly {
            return Err(format!("the memory \"{}\" is read only", header.name).into());
        }
        Ok(())
    }

    /// The matches of a text in all memories of a pair, best first.
    #[must_use]
    pub fn look_up(
        &self,
        text: &str,
        context: Context,
        from: u8,
        source: &Lang,
        target: &Lang,
    ) -> Vec<Match> {
        let memories: Vec<(&Memory, Direction)> =
            self.of_pair(source, target).map(|(shelf, way)| (&shelf.memory, way)).collect();
        let query = Query { context, threshold: from, top: TOP, ..Query::new(text) };
        lookup_among(&memories, &query)
    }

    /// A unit, where it is live.
    #[must_use]
    pub fn unit(&self, memory: MemoryId, unit: UnitId) -> Option<Unit> {
        self.shelf(memory)?.memory.unit(unit).first().map(|stored| stored.unit.to_unit())
    }

    /// Stores a unit in the working memory of the pair, which is made where there
    /// is none. `known` is the unit the row was stored as before.
    ///
    /// # Errors
    /// The unit is refused.
    pub fn store_working(
        &mut self,
        unit: &Unit,
        known: Option<StoredUnit>,
        pair: &Languages,
        env: &mut Env,
    ) -> Result<UnitStep, Refused> {
        let memory = self.working_id(pair, env);
        self.store(memory, unit, known, env)
    }

    /// Stores a unit in a memory. `known` is the unit the row was stored as before.
    ///
    /// # Errors
    /// The memory is not there, is read only, or refuses the unit.
    pub fn store(
        &mut self,
        memory: MemoryId,
        unit: &Unit,
        known: Option<StoredUnit>,
        env: &mut Env,
    ) -> Result<UnitStep, Refused> {
        self.check_writable(memory)?;
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == memory);
        let shelf = shelf.ok_or("that memory is not open")?;
        let known = known.filter(|stored| stored.memory == memory).map(|stored| stored.unit);
        let step = put_unit(shelf, unit, known, env).map_err(|error| Refused(error.to_string()))?;
        if step.before != step.after {
            self.version += 1;
        }
        Ok(step)
    }

    /// Sets a unit to a former or later state; `None` withdraws it. For undo.
    pub fn set(&mut self, memory: MemoryId, unit: UnitId, to: Option<&Unit>, env: &mut Env) {
        let now = env.now();
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == memory);
        let Some(shelf) = shelf else { return };
        if let Some(revision) = shelf.memory.set(unit, to.cloned(), now, env.ids()) {
            shelf.pending.push(revision.clone());
            shelf.own.push(revision);
            self.version += 1;
        }
    }

    /// Writes what is not on disk yet to the tails of the files.
    ///
    /// # Errors
    /// The first file that refuses; its units stay in the list and work goes on.
    pub fn save_pending(&mut self) -> Result<(), StoreError> {
        let mut first = Ok(());
        for shelf in &mut self.shelves {
            let Some(path) = shelf.path.as_deref().filter(|_| !shelf.pending.is_empty()) else {
                continue;
            };
            let files = self.files.as_ref();
            let (header, mark) = (shelf.memory.header(), &mut shelf.mark);
            match store::memory::append_after(files, path, header, &shelf.pending, mark) {
                Ok(others) => {
                    shelf.pending.clear();
                    if shelf.memory.receive_all(others) > 0 {
                        self.version += 1;
                    }
                }
                Err(error) => first = first.and(Err(error)),
            }
        }
        first
    }

    /// How many revisions wait to be written.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.shelves.iter().map(|shelf| shelf.pending.len()).sum()
    }

    /// The working memory of a pair, which is made where there is none. Its file is
    /// made when the first unit is written.
    pub fn working_id(&mut self, pair: &Languages, env: &mut Env) -> MemoryId {
        let found = self.shelves.iter().find(|shelf| {
            let way = direction(shelf.memory.header(), &pair.source, &pair.target);
            shelf.kind == Kind::Working && way == Some(Direction::Forward)
        });
        if let Some(shelf) = found {
            return shelf.memory.header().id;
        }
        let (source, target) = (pair.source.clone(), pair.target.clone());
        let name = format!("working.{source}-{target}.memory.ron");
        let file = MemoryFile::new("working memory", source, target, env.ids());
        let id = file.header.id;
        let path = self.working_folder.join(name);
        self.put(Memory::new(file), Some(path), Kind::Working, Vec::new());
        id
    }

    /// Puts a new memory on the shelf whose file is made when something is written.
    pub fn make(&mut self, path: &Path, pair: &Languages, env: &mut Env) -> MemoryId {
        let (source, target) = (pair.source.clone(), pair.target.clone());
        let name = super::opening::memory_name(path);
        let file = MemoryFile::new(&name, source, target, env.ids());
        let id = file.header.id;
        self.put(Memory::new(file), Some(path.to_owned()), Kind::Shared, Vec::new());
        id
    }
}

/// More than are shown, so that what a row has stored itself can be taken out.
const TOP: usize = 12;

/// How a memory serves a pair.
fn direction(header: &MemoryHeader, source: &Lang, target: &Lang) -> Option<Direction> {
    let same = |a: &Lang, b: &Lang| a.same_base(b);
    if same(&header.source, source) && same(&header.target, target) {
        Some(Direction::Forward)
    } else if same(&header.source, target) && same(&header.target, source) {
        Some(Direction::Reverse)
    } else {
        None
    }
}

fn put_unit(
    shelf: &mut Shelf,
    unit: &Unit,
    known: Option<UnitId>,
    env: &mut Env,
) -> Result<UnitStep, MemoryError> {
    let memory = &mut shelf.memory;
    let now = env.now();
    let known = known.filter(|id| !memory.unit(*id).is_empty());
    let content =
        |memory: &Memory, id: UnitId| memory.unit(id).first().map(|stored| stored.unit.to_unit());
    let added = match known {
        Some(id) => memory.propose_update(id, unit.clone(), now, env.ids())?,
        None => memory.propose(unit.clone(), now, env.ids())?,
    };
    let before = content(memory, added.unit());
    memory.receive_all(added.revision().cloned());
    let id = added.unit();
    shelf.pending.extend(added.revision().cloned());
    shelf.own.extend(added.revision().cloned());
    let after = content(&shelf.memory, id);
    Ok(UnitStep { memory: shelf.memory.header().id, unit: id, before, after })
}

/// What the memories of a pair teach about words; `None` when there is too little.
#[must_use]
pub fn lexicon(library: &Library, source: &Lang, target: &Lang) -> Option<Lexicon> {
    let mut pairs = Vec::new();
    for (shelf, way) in library.of_pair(source, target) {
        let units = shelf.memory.units().take(LESSONS).map(|stored| stored.unit);
        pairs.extend(units.map(|unit| match way {
            Direction::Forward => (unit.source, unit.target),
            Direction::Reverse => (unit.target, unit.source),
        }));
    }
    let lexicon = Lexicon::from_pairs((source, target), pairs, &Unwatched).ok()?;
    (!lexicon.is_empty()).then_some(lexicon)
}

/// What the memories teach about the words of each of these language pairs.
#[must_use]
pub fn lexicons(library: &Library, pairs: &[(Lang, Lang)]) -> Vec<(Lang, Lang, Lexicon)> {
    let of = |(source, target): &(Lang, Lang)| {
        Some((source.clone(), target.clone(), lexicon(library, source, target)?))
    };
    pairs.iter().filter_map(of).collect()
}

/// So many units of a memory are learnt from; more teach little and take time.
const LESSONS: usize = 20_000;
