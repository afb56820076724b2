//! The memories: those of earlier days, those that are opened and imported. Small ones
//! are read at once, others as a job: they are used as far as they go while they fill.

use std::path::Path;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::memory::{Direction, Memory};
use crate::model::{Lang, MemoryHeader, MemoryId, Reading, Revision};
use crate::store;
use crate::store::memory::Bookmark;
use crate::workbench::jobs::Ended;
use crate::workbench::large::Large;
use crate::workbench::library::Kind;
use crate::workbench::opening::{self, OpenedMemory};
use crate::workbench::sample;
use crate::workbench::session::Session;
use crate::workbench::twin::Twin;

/// Memories of fewer bytes are read at once when the window opens: a hundred units, well
/// under a millisecond. The working memory of a year is larger.
const SMALL_BYTES: u64 = 1 << 16;

/// What was added to the file of a memory.
pub(super) struct Arrived {
    memory: MemoryId,
    revisions: Vec<Revision>,
    /// How far the file had been read, and is now.
    marks: (Bookmark, Bookmark),
}

/// A memory on its way to the shelf.
pub(super) struct Shelving {
    twin: Twin,
    /// Whether somebody asked for it, and is told of it.
    asked: bool,
}

impl Shelving {
    /// A memory that was imported, on the job's thread.
    pub(super) fn imported(opened: OpenedMemory) -> Self {
        Self { twin: Twin::of_large(opened, Kind::Shared, true), asked: true }
    }
}

impl Desk {
    /// The working memories of earlier days, and the memories that were open.
    pub(super) fn shelve_own_memories(&mut self) {
        let own = self.home.working_memories(self.files.as_ref());
        let shared = self.settings.memories.clone();
        let all = own.into_iter().map(|p| (p, Kind::Working));
        let all = all.chain(shared.into_iter().map(|p| (p, Kind::Shared)));
        for (path, kind) in all.collect::<Vec<_>>() {
            let is_small = self.files.size(&path).is_ok_and(|bytes| bytes <= SMALL_BYTES);
            match store::memory::peek(self.files.as_ref(), &path).filter(|_| !is_small) {
                Some(header) => self.open_ours(&path, header, kind, false),
                None => self.shelve_at_once(&path, kind),
            }
        }
        for file in sample::memories() {
            self.library.put(Memory::new(file), None, Kind::Bundled, Vec::new());
        }
    }

    fn shelve_at_once(&mut self, path: &Path, kind: Kind) {
        let mut env = (self.new_env)(&self.settings.author);
        match opening::open_memory(self.files.as_ref(), path, None, &mut env) {
            Ok(opened) => self.library.put_opened(opened, kind),
            Err(error) => self.tell(Tone::Notice, error.to_string()),
        }
    }

    /// Opens a memory of ours as a job. Its place is on the shelf at once, so that what is
    /// confirmed meanwhile goes behind the end of its file and is found.
    pub(super) fn open_ours(&mut self, path: &Path, header: MemoryHeader, kind: Kind, asked: bool) {
        let direction = self.first_direction(&header);
        let name = format!("Opening {}", header.name);
        let mark = store::memory::end_of(self.files.as_ref(), path);
        self.library.put_empty(header, path, kind, mark);
        let (files, home, path) = (Arc::clone(&self.files), self.home.clone(), path.to_owned());
        self.jobs.start_in_background(&name, move |watch, part| {
            let (files, home) = (files.as_ref(), Some(&home));
            let large = Large { files, home, path: &path, direction };
            let shelving = |twin| Outcome::Memory(Box::new(Shelving { twin, asked }));
            let show = |opened| part(shelving(Twin::of_large(opened, kind, false)));
            match large.open(watch, &show)? {
                Ok(opened) => {
                    if let Err(error) = large.keep(&opened) {
                        tracing::warn!(%error, "no cache was left");
                    }
                    let (first, whole) = Twin::in_two(opened, kind);
                    part(shelving(first));
                    Ok(shelving(whole.prepared()))
                }
                Err(error) => Ok(Outcome::NoMemory(error.to_string())),
            }
        });
    }

    /// Reads what was added to the file of an open memory since it was read, by an import
    /// or by others, as a job; it is taken in some at a time, so that no frame waits.
    pub fn read_on(&mut self, memory: MemoryId) {
        let Some((path, mark)) = self.library.read_so_far(memory) else { return };
        let files = Arc::clone(&self.files);
        self.jobs.start("Reading what was added", move |_| {
            let mut next = mark.clone();
            Ok(match store::memory::news(files.as_ref(), &path, &mut next) {
                Ok(Reading { value: revisions, .. }) => {
                    let marks = (mark, next);
                    Outcome::News(Box::new(Arrived { memory, revisions, marks }))
                }
                Err(error) => Outcome::NoMemory(error.to_string()),
            })
        });
    }

    pub(super) fn take_arrived(&mut self, arrived: Arrived) {
        let Arrived { memory, revisions, marks } = arrived;
        self.library.receive_by_and_by(memory, revisions, marks);
    }

    /// The direction in which a memory is asked first: the open release's, else its own.
    fn first_direction(&self, header: &MemoryHeader) -> Direction {
        let session = self.session.as_ref();
        let source: Option<&Lang> = session.map(Session::source_lang);
        let is_reverse = source.is_some_and(|source| header.target.same_base(source));
        if is_reverse { Direction::Reverse } else { Direction::Forward }
    }

    /// Puts a memory on the shelf; what is whole and was asked for is told.
    pub(super) fn shelve(&mut self, shelving: Shelving, is_whole: bool) {
        let Shelving { twin, asked } = shelving;
        if is_whole && asked {
            self.tell_shelved(twin.opened());
        }
        self.library.put_twin(twin);
    }

    fn tell_shelved(&mut self, opened: &OpenedMemory) {
        let OpenedMemory { memory, path, problems, .. } = opened;
        let (name, units) = (memory.header().name.clone(), memory.len());
        let text = match problems.len() {
            0 => format!("Memory \"{name}\": {units} units"),
            count => format!(
                "Memory \"{name}\": {units} units; {count} could not be read, the first at {}",
                problems.first().map(ToString::to_string).unwrap_or_default()
            ),
        };
        let tone = if problems.is_empty() { Tone::Done } else { Tone::Notice };
        if let Some(path) = path.clone() {
            self.remember_memory(&path);
        }
        self.tell(tone, text);
    }
}

/// Whether what a job brought is all of it.
pub(super) const fn is_whole(ended: &Ended<Outcome>) -> bool {
    !matches!(ended, Ended::Part(_))
}
