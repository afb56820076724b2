//! Undo and redo over everything.
//!
//! Each command leaves one [`Entry`]: the patch it made, and what it did to units
//! of memories. Undoing applies the patch turned round and sets the units back
//! (a stored unit is withdrawn by a further revision: a memory forgets nothing).
//! Typing is one entry a word: a stretch of typing in one bead goes on until a
//! word is begun after white space, another bead is entered or another command
//! is run.

use crate::model::{BeadId, MemoryId, Patch, Unit, UnitId};

/// What one command did.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The change of the project.
    pub patch: Patch,
    /// The changes of memories.
    pub units: Vec<UnitStep>,
    /// The row the command was run on, to which undo returns.
    pub place: Option<BeadId>,
    /// The number of the step over memories and releases that it is part of.
    pub wide: Option<u64>,
}

/// A unit of a memory, before and after a command; `None` is "not in the memory".
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// How many entries were done at the last save; `None` when that state can
    /// no longer be reached.
    saved: Option<usize>,
}

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
        let may_join = goes_on && self.saved != Some(self.done.len());
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

    /// Notes that the state after `count` entries is on disk.
    pub const fn mark_saved(&mut self, count: usize) {
        self.saved = Some(count);
    }

    /// How many entries are done.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing was done to the release.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.iter().all(|entry| entry.patch.is_empty())
    }

    /// Whether the present state differs from the saved one.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        let Some(saved) = self.saved else { return true };
        let undone = saved.saturating_sub(self.done.len());
        let since = self.done.iter().skip(saved);
        let mut between = since.chain(self.undone.iter().rev().take(undone));
        between.any(|entry| !entry.patch.is_empty())
    }

    fn forget_undone(&mut self) {
        self.undone.clear();
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
    }
}

/// Makes one entry of two that each exchange the same single bead.
fn absorb(last: &mut Entry, next: &Entry) -> bool {
    last.units.is_empty() && next.units.is_empty() && last.patch.absorb(&next.patch)
}
