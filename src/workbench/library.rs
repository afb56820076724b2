//! The memories at hand: a private working one, the team's, the bundled ones.
//!
//! A memory of one language pair serves both directions. What is stored is found
//! at once; it is written to the file's tail before [`Library::save_pending`]
//! returns, or behind it ([`Library::write_behind`]), and kept in a list to be
//! written later where the disk refuses.

mod arriving;
mod moving;
mod saving;
mod using;

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::aligned::Aligned;
use super::bulk::Hand;
use super::env::Env;
use super::history::UnitStep;
use super::offers::Offer;
use super::opening::OpenedMemory;
use super::seeker::{Order, Renewed, Seeker};
use super::session::Refused;
use super::twin::Twin;
use super::writer::{Mark, Writer};
use crate::memory::{Added, Consulted, Direction, Match, Memory, MemoryError, Query, lookup_among};
use crate::model::{
    Context, Lang, MemoryFile, MemoryHeader, MemoryId, MemoryUses, Problem, Revision, StoredUnit,
    Unit, UnitId,
};
use crate::store::memory::Bookmark;
use crate::store::{Files, StoreError};
use crate::texts::t;

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
    /// Whether all of its file has been read.
    pub is_whole: bool,
    /// Counts up with every memory put on a shelf: slots of one edition stay what they are.
    pub edition: u64,
    /// Revisions not on disk yet.
    pending: Vec<Revision>,
    /// Revisions made here, for when the memory is read on or anew meanwhile.
    own: Vec<Revision>,
    /// How far the file has been read, so that adding does not read it again.
    mark: Mark,
}

impl Shelf {
    /// Whether it has units that are not on disk yet.
    #[must_use]
    pub const fn has_pending(&self) -> bool {
        !self.pending.is_empty()
    }
}

/// All memories at hand, in the order they are asked.
pub struct Library {
    shelves: Vec<Shelf>,
    /// How they are used, and in which order.
    uses: MemoryUses,
    files: Arc<dyn Files + Send + Sync>,
    version: u64,
    editions: u64,
    /// Where working memories are made.
    working_folder: PathBuf,
    /// Whoever looks up in copies of the memories.
    follower: Option<Sender<Order>>,
    /// Who writes units to the files; `None` to do it at once.
    writer: Option<Writer>,
    /// The rows of aligned releases that are offered beside the memories' units.
    aligned: Aligned,
    /// Revisions on disk that are still to be taken in.
    arrivals: VecDeque<(MemoryId, std::vec::IntoIter<Revision>)>,
    /// Revisions that are written when others are on disk.
    held_back: Vec<moving::HeldBack>,
    /// How many writes to a memory are under way.
    in_flight: HashMap<MemoryId, usize>,
    /// Why files refused, until that is asked for.
    refused: Vec<StoreError>,
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
        Self {
            shelves: Vec::new(),
            uses: MemoryUses::default(),
            files,
            version: 0,
            editions: 0,
            working_folder,
            follower: None,
            writer: None,
            aligned: Aligned::default(),
            arrivals: VecDeque::new(),
            held_back: Vec::new(),
            in_flight: HashMap::new(),
            refused: Vec::new(),
        }
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

    /// From now on a seeker looks up, in copies of the memories that it gets; it is told of
    /// every change. To be called before there is a memory.
    pub fn follow(&mut self, seeker: &Seeker) {
        self.follower = Some(seeker.orders());
    }

    /// Whether lookups are a seeker's.
    #[must_use]
    pub const fn is_followed(&self) -> bool {
        self.follower.is_some()
    }

    fn order(&self, order: impl FnOnce() -> Order) {
        if let Some(follower) = &self.follower {
            let _ = follower.send(order());
        }
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

    /// Puts a memory on the shelf that was read from its file. It takes the place of an
    /// earlier reading; what was stored here meanwhile stays.
    pub fn put_opened(&mut self, opened: OpenedMemory, kind: Kind) {
        self.put_twin(Twin::of(opened, kind, self.is_followed()));
    }

    /// The same, of a memory that may be read only in part, parted before.
    pub fn put_twin(&mut self, twin: Twin) {
        let Twin { opened, searched, kind, is_whole } = twin;
        let OpenedMemory { mut memory, path, problems, mark, .. } = opened;
        let id = memory.header().id;
        let place = self.shelves.iter().position(|old| old.memory.header().id == id);
        let (pending, own) = match place.and_then(|place| self.shelves.get_mut(place)) {
            Some(old) => (std::mem::take(&mut old.pending), std::mem::take(&mut old.own)),
            None => (Vec::new(), Vec::new()),
        };
        memory.receive_all(own.iter().cloned());
        if let Some(mut searched) = searched {
            searched.receive_all(own.iter().cloned());
            self.order(|| Order::Put(searched));
            self.version += 1;
        } else if !self.is_followed() {
            self.version += 1;
        }
        let mark = Mark::new(mark);
        self.editions += 1;
        let edition = self.editions;
        let shelf = Shelf { memory, path, kind, problems, is_whole, edition, pending, own, mark };
        if let Some(old) = place.and_then(|place| self.shelves.get_mut(place)) {
            let old = std::mem::replace(old, shelf);
            self.order(|| Order::LetGo(Box::new(old.memory)));
        } else {
            self.shelves.push(shelf);
            self.put_in_order();
        }
    }

    /// Puts the place of a memory on the shelf whose file is being read: what is stored in
    /// it goes behind the end of the file. One that is there already stays.
    pub fn put_empty(&mut self, header: MemoryHeader, path: &Path, kind: Kind, mark: Bookmark) {
        if self.shelf(header.id).is_some() {
            return;
        }
        let (read, problems, path) = (0, Vec::new(), Some(path.to_owned()));
        let memory = Memory::empty(header);
        let opened = OpenedMemory { memory, path, read, problems, mark, from_cache: false };
        self.put_twin(Twin { is_whole: false, ..Twin::of(opened, kind, self.is_followed()) });
    }

    /// Takes a memory off the shelf; its file stays.
    pub fn remove(&mut self, id: MemoryId) {
        self.shelves.retain(|shelf| shelf.memory.header().id != id);
        self.order(|| Order::Remove(id));
        self.version += 1;
    }

    /// Takes in an index that was made of a memory.
    pub fn renew(&mut self, renewed: Renewed) {
        self.order(|| Order::Renew(Box::new(renewed)));
        // Where there was none, there are matches now that there were not.
        self.version += 1;
    }

    /// The memory of this id.
    #[must_use]
    pub fn shelf(&self, id: MemoryId) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.memory.header().id == id)
    }

    /// The memories that are asked for this pair, in either direction, in their order.
    pub fn of_pair<'a>(
        &'a self,
        source: &'a Lang,
        target: &'a Lang,
    ) -> impl Iterator<Item = (&'a Shelf, Direction)> {
        let asked = self.shelves.iter().filter(|shelf| self.use_of(shelf).is_asked);
        asked.filter_map(move |shelf| {
            direction(shelf.memory.header(), source, target).map(|way| (shelf, way))
        })
    }

    /// The memories that take units of this pair, in their order.
    pub fn writable<'a>(&'a self, pair: &'a Languages) -> impl Iterator<Item = &'a Shelf> {
        let fits = |shelf: &&Shelf| {
            let way = direction(shelf.memory.header(), &pair.source, &pair.target);
            way == Some(Direction::Forward) && self.why_read_only(shelf).is_none()
        };
        self.shelves.iter().filter(fits)
    }

    /// Whether a memory takes units.
    ///
    /// # Errors
    /// It is not there, or it is read only.
    pub fn check_writable(&self, id: MemoryId) -> Result<(), Refused> {
        let shelf = self.shelf(id).ok_or(t!("that-memory-is-not-open"))?;
        let name = &shelf.memory.header().name;
        self.why_read_only(shelf).map_or(Ok(()), |why| {
            Err(t!("library-the-memory-is-read-only", name = name, why = why).into())
        })
    }

    /// The matches of a text in all memories of a pair, best first, looked up now.
    #[must_use]
    pub fn look_up(&self, text: &str, context: Context, from: u8, pair: &Languages) -> Vec<Match> {
        let query = Query { context, threshold: from, top: TOP, ..Query::new(text) };
        lookup_among(&self.consulted(pair), &query)
    }

    /// The memories that are asked for a pair, each with what its matches lose.
    fn consulted<'a>(&'a self, pair: &'a Languages) -> Vec<Consulted<'a>> {
        let of_pair = self.of_pair(&pair.source, &pair.target);
        let consulted = of_pair.map(|(shelf, way)| {
            Consulted::new(&shelf.memory, way).penalised(self.use_of(shelf).penalty)
        });
        consulted.collect()
    }

    /// What memories and aligned releases offer for a text, best first, looked up now.
    #[must_use]
    pub fn offers(&self, text: &str, context: Context, from: u8, pair: &Languages) -> Vec<Offer> {
        let mut offers = Offer::all(self.look_up(text, context, from, pair), text, pair);
        let query = Query { context, threshold: from, top: TOP, ..Query::new(text) };
        self.aligned.add_to(&mut offers, &query, pair, &|id| self.is_asked(id));
        offers
    }

    /// What the rows of a pair are looked up in.
    pub(super) fn hand<'a>(&'a self, pair: &'a Languages) -> Hand<'a> {
        let memories = self.consulted(pair);
        let all = self.shelves.iter().map(|shelf| shelf.memory.header().id).collect();
        Hand { pair, memories, aligned: &self.aligned, all }
    }

    /// The rows of aligned releases that are offered.
    #[must_use]
    pub const fn aligned(&self) -> &Aligned {
        &self.aligned
    }

    /// From now on these rows of aligned releases are offered.
    pub fn set_aligned(&mut self, aligned: Aligned) {
        self.aligned = aligned;
        self.version += 1;
        self.order(|| Order::Aligned(self.aligned.clone()));
    }

    /// A unit, where it is live.
    #[must_use]
    pub fn unit(&self, memory: MemoryId, unit: UnitId) -> Option<Unit> {
        self.shelf(memory)?.memory.unit(unit).first().map(|stored| stored.unit.to_unit())
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
        let shelf = shelf.ok_or(t!("that-memory-is-not-open"))?;
        let known = known.filter(|stored| stored.memory == memory).map(|stored| stored.unit);
        let (step, revision) =
            put_unit(shelf, unit, known, env).map_err(|error| Refused(error.to_string()))?;
        self.announce(memory, revision);
        Ok(step)
    }

    /// Sets a unit to a former or later state; `None` withdraws it. For undo. A memory that is
    /// read only by now stays as it is.
    pub fn set(&mut self, memory: MemoryId, unit: UnitId, to: Option<&Unit>, env: &mut Env) {
        if let Some(revision) = self.set_unwritten(memory, unit, to, env) {
            let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == memory);
            if let Some(shelf) = shelf {
                shelf.pending.push(revision);
            }
        }
    }

    /// The same, without having it written: the revision, where there is one.
    fn set_unwritten(
        &mut self,
        memory: MemoryId,
        unit: UnitId,
        to: Option<&Unit>,
        env: &mut Env,
    ) -> Option<Revision> {
        self.check_writable(memory).ok()?;
        let now = env.now();
        let shelf = self.shelves.iter_mut().find(|shelf| shelf.memory.header().id == memory)?;
        let revision = shelf.memory.set(unit, to.cloned(), now, env.ids())?;
        shelf.own.push(revision.clone());
        self.announce(memory, Some(revision.clone()));
        Some(revision)
    }

    /// Whoever looks up in copies gets what a memory has got.
    fn announce(&mut self, memory: MemoryId, revision: Option<Revision>) {
        if let Some(revision) = revision {
            self.version += 1;
            self.order(|| Order::Receive(memory, vec![revision]));
        }
    }

    /// The memory that confirmed rows of a pair go to: the one that somebody chose, else the
    /// working memory, which is made where there is none. Its file is made when the first
    /// unit is written.
    pub fn working_id(&mut self, pair: &Languages, env: &mut Env) -> MemoryId {
        if let Some(shelf) = self.chosen(pair).or_else(|| self.working(pair)) {
            return shelf.memory.header().id;
        }
        self.make_working(pair, env)
    }

    fn make_working(&mut self, pair: &Languages, env: &mut Env) -> MemoryId {
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
pub(super) const TOP: usize = 12;

/// How a memory serves a pair.
pub(in crate::workbench) fn direction(
    header: &MemoryHeader,
    source: &Lang,
    target: &Lang,
) -> Option<Direction> {
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
) -> Result<(UnitStep, Option<Revision>), MemoryError> {
    let memory = &shelf.memory;
    let now = env.now();
    let known = known.filter(|id| !memory.unit(*id).is_empty());
    let added = match known {
        Some(id) => memory.propose_update(id, unit.clone(), now, env.ids())?,
        None => memory.propose(unit.clone(), now, env.ids())?,
    };
    Ok(put_revision(shelf, &added))
}

/// Takes in what was proposed to a memory.
fn put_revision(shelf: &mut Shelf, added: &Added) -> (UnitStep, Option<Revision>) {
    let id = added.unit();
    let content = |memory: &Memory| memory.unit(id).first().map(|stored| stored.unit.to_unit());
    let before = content(&shelf.memory);
    shelf.memory.receive_all(added.revision().cloned());
    shelf.pending.extend(added.revision().cloned());
    shelf.own.extend(added.revision().cloned());
    let after = content(&shelf.memory);
    let step = UnitStep { memory: shelf.memory.header().id, unit: id, before, after };
    (step, added.revision().cloned())
}
