//! Undo and redo over everything.
//!
//! Each command leaves one [`Entry`]: the patch it made, and what it did to units
//! of memories. Undoing applies the patch turned round and sets the units back
//! (a stored unit is withdrawn by a further revision: a memory forgets nothing).
//! Typing is one entry a word: a stretch of typing in one bead goes on until a
//! word is begun after white space, another bead is entered or another command
//! is run.
//!
//! What was done before the release was opened may come later ([`History::put_before`]):
//! it goes under what has been done since, and counts of steps stay what they were.

use serde::{Deserialize, Serialize};

use crate::model::{BeadId, MemoryId, Patch, Timestamp, Unit, UnitId};

/// What one command did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The change of the project.
    pub patch: Patch,
    /// The changes of memories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitStep>,
    /// The row the command was run on, to which undo returns.
    pub place: Option<BeadId>,
    /// When it was done; of typing, when the last letter was.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// The number of the step over memories and releases that it is part of, as long as the
    /// program runs.
    #[serde(skip)]
    pub wide: Option<u64>,
}

/// A unit of a memory, before and after a command; `None` is "not in the memory".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitStep {
    /// The memory.
    pub memory: MemoryId,
    /// The unit.
    pub unit: UnitId,
    /// As it was.
    pub before: Option<Unit>,
    /// As it became.
    pub after: Option<Unit>,
}

/// The commands done and undone.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    /// The bead whose last entry further typing joins.
    typing: Option<BeadId>,
    /// How many entries were done before the release was opened.
    before: usize,
    /// The count of the last save; `None` when that state can no longer be reached.
    saved: Option<isize>,
}

/// Entries done, in order, and those undone, the one to be done again first.
pub type Steps = (Vec<Entry>, Vec<Entry>);

impl History {
    /// A history whose present state is the saved one.
    #[must_use]
    pub fn saved() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// Notes a command that was carried out.
    pub fn push(&mut self, entry: Entry) {
        self.forget_undone();
        self.typing = None;
        self.done.push(entry);
    }

    /// Notes typing in `bead`. It joins the entry before it where that was typing
    /// in the same bead and no new word begins.
    pub fn push_typing(&mut self, bead: BeadId, entry: Entry, begins_word: bool) {
        self.forget_undone();
        let goes_on = self.typing == Some(bead) && !begins_word;
        let may_join = goes_on && self.saved != Some(self.count());
        let joined = may_join && self.done.last_mut().is_some_and(|last| absorb(last, &entry));
        if !joined {
            self.done.push(entry);
        }
        self.typing = Some(bead);
    }

    /// Adds what the last command did to memories besides.
    pub fn add_units(&mut self, steps: Vec<UnitStep>) {
        if let Some(last) = self.done.last_mut() {
            last.units.extend(steps);
        }
    }

    /// Ends a stretch of typing.
    pub const fn end_typing(&mut self) {
        self.typing = None;
    }

    /// The entry to undo, moved to the undone ones.
    pub fn undo(&mut self) -> Option<Entry> {
        self.typing = None;
        let entry = self.done.pop()?;
        self.undone.push(entry.clone());
        Some(entry)
    }

    /// The entry to do again, moved to the done ones.
    pub fn redo(&mut self) -> Option<Entry> {
        self.typing = None;
        let entry = self.undone.pop()?;
        self.done.push(entry.clone());
        Some(entry)
    }

    /// What undo would take back, in words.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|entry| entry.patch.name.as_str())
    }

    /// What redo would do again, in words.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|entry| entry.patch.name.as_str())
    }

    /// The patch that undo would take back.
    #[must_use]
    pub fn undo_patch(&self) -> Option<&Patch> {
        self.done.last().map(|entry| &entry.patch)
    }

    /// What undo would take back.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Entry> {
        self.done.last()
    }

    /// What redo would do again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Entry> {
        self.undone.last()
    }

    /// The patch that redo would do again.
    #[must_use]
    pub fn redo_patch(&self) -> Option<&Patch> {
        self.undone.last().map(|entry| &entry.patch)
    }

    /// Puts what was done before the release was opened under what has been done since;
    /// what was undone then can be done again as long as nothing else was done.
    pub fn put_before(&mut self, (mut done, mut undone): Steps) {
        if self.done.is_empty() && self.undone.is_empty() {
            undone.reverse();
            self.undone = undone;
        }
        self.before += done.len();
        done.append(&mut self.done);
        self.done = done;
    }

    /// The last entries, at most so many done and so many undone, to be kept.
    #[must_use]
    pub fn last(&self, most: usize) -> Steps {
        let from = self.done.len().saturating_sub(most);
        let done = self.done.get(from..).unwrap_or_default().to_vec();
        (done, self.undone.iter().rev().take(most).cloned().collect())
    }

    /// All entries in the order they were done: the done ones, then the undone ones.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.done.iter().chain(self.undone.iter().rev())
    }

    /// Notes that the state of a [`Self::count`] is on disk.
    pub const fn mark_saved(&mut self, count: isize) {
        self.saved = Some(count);
    }

    /// How many entries are done.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.done.len()
    }

    /// How many more entries are done than when the release was opened: a name of the
    /// present state.
    #[must_use]
    pub const fn count(&self) -> isize {
        self.done.len().cast_signed() - self.before.cast_signed()
    }

    /// Whether nothing was done to the release since it was opened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let mut since = self.done.iter().skip(self.before).chain(&self.undone);
        self.count() >= 0 && since.all(|entry| entry.patch.is_empty())
    }

    /// Whether the present state differs from the saved one. A step that changed memories
    /// alone makes no difference.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        let Some(saved) = self.saved else { return true };
        let apart = (self.count() - saved).unsigned_abs();
        let way = if self.count() > saved { &self.done } else { &self.undone };
        way.iter().rev().take(apart).any(|entry| !entry.patch.is_empty())
    }

    fn forget_undone(&mut self) {
        self.undone.clear();
        if self.saved.is_some_and(|saved| saved > self.count()) {
            self.saved = None;
        }
    }
}

/// Makes one entry of two that each exchange the same single bead.
fn absorb(last: &mut Entry, next: &Entry) -> bool {
    let absorbed = last.units.is_empty() && next.units.is_empty() && last.patch.absorb(&next.patch);
    if absorbed {
        last.at = next.at;
    }
    absorbed
}
