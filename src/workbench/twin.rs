//! A memory twice: one that the shelf keeps and adds to, one that is searched on another
//! thread and has the index. They share their texts; both are sent every change.

use super::library::Kind;
use super::opening::OpenedMemory;
use crate::memory::Memory;

/// A memory that was opened, once to be kept on the shelf and once to be searched: they
/// share their texts.
#[derive(Debug)]
pub struct Twin {
    pub(super) opened: OpenedMemory,
    /// `None` where whoever searches has it already, or nobody does.
    pub(super) searched: Option<Box<Memory>>,
    pub(super) kind: Kind,
    pub(super) is_whole: bool,
}

impl Twin {
    /// A memory that is whole; parted where it is searched elsewhere (some 20 ms for a
    /// million units).
    #[must_use]
    pub fn of(mut opened: OpenedMemory, kind: Kind, parted: bool) -> Self {
        let searched = parted.then(|| {
            let kept = opened.memory.snapshot();
            Box::new(std::mem::replace(&mut opened.memory, kept))
        });
        Self { opened, searched, kind, is_whole: true }
    }

    /// The same for a large memory, on another thread than the window's: what finds out
    /// whether a unit is there is made ahead. `is_whole` tells whether its file is read.
    #[must_use]
    pub fn of_large(opened: OpenedMemory, kind: Kind, is_whole: bool) -> Self {
        Self { is_whole, ..Self::of(opened, kind, true).prepared() }
    }

    /// Parts a large memory that is whole: the twin to be used at once, and the copy that is
    /// to take the shelf's place for it when [`Self::prepared`] is done.
    #[must_use]
    pub fn in_two(opened: OpenedMemory, kind: Kind) -> (Self, Self) {
        let OpenedMemory { read, mark, from_cache, .. } = opened;
        let mark_again = mark.clone();
        let (path, problems) = (opened.path.clone(), opened.problems.clone());
        let first =
            Self { is_whole: false, ..Self::of(OpenedMemory { mark, ..opened }, kind, true) };
        let memory = first.opened.memory.snapshot();
        let opened = OpenedMemory { memory, path, read, problems, mark: mark_again, from_cache };
        (first, Self { opened, searched: None, kind, is_whole: true })
    }

    /// Makes what finds out whether a unit is there, ahead: 0.3 s for a million units.
    #[must_use]
    pub fn prepared(self) -> Self {
        self.opened.memory.prepare_additions();
        self
    }

    /// The memory as it was opened.
    #[must_use]
    pub const fn opened(&self) -> &OpenedMemory {
        &self.opened
    }
}
