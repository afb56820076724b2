//! Patches: what a command did, before and after, by id.
//!
//! A patch is a list of [`Change`]s. Each replaces a run of neighbours (beads,
//! segments, blocks) that follows a named predecessor by another run, and holds
//! both runs whole: turning it round undoes it to the byte, and the journal and
//! the history store it as it is. Applying checks that what it means to replace
//! is there, so a patch meant for another state is refused instead of harming.

use serde::{Deserialize, Serialize};

use super::{
    Bead, BeadId, Block, BlockId, Checks, Document, DocumentId, Exceptions, Original, Project,
    Release, Review, Segment, SegmentId, Translation, TranslationId,
};

/// What one command did to a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Patch {
    /// What it was, in words for the undo menu: "join rows".
    pub name: String,
    /// In the order they are applied.
    pub changes: Vec<Change>,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Rows of a translation.
    Beads {
        /// The translation.
        of: TranslationId,
        /// The rows.
        splice: Splice<Bead, BeadId>,
    },
    /// Sentences of a block of the source document.
    Segments {
        /// The block.
        of: BlockId,
        /// The sentences.
        splice: Splice<Segment, SegmentId>,
    },
    /// Blocks of the source document or of a translation's target document.
    Blocks {
        /// The document.
        of: DocumentId,
        /// The blocks.
        splice: Splice<Block, BlockId>,
    },
    /// Translations of the project.
    Translations {
        /// The translations.
        splice: Splice<Translation, TranslationId>,
    },
    /// What is known of the release.
    Release {
        /// As it was.
        before: Box<Release>,
        /// As it becomes.
        after: Box<Release>,
    },
    /// The exceptions from the rules of segmentation.
    Exceptions {
        /// As they were.
        before: Exceptions,
        /// As they become.
        after: Exceptions,
    },
    /// What people said of the checks.
    Checks {
        /// As it was.
        before: Box<Checks>,
        /// As it becomes.
        after: Box<Checks>,
    },
    /// The source document as a whole: another version of it.
    Source {
        /// As it was.
        before: Box<Document>,
        /// As it becomes.
        after: Box<Document>,
    },
    /// Earlier versions of the source.
    Earlier {
        /// The versions.
        splice: Splice<Document, DocumentId>,
    },
    /// The file the source was read from.
    Original {
        /// As it was.
        before: Option<Original>,
        /// As it becomes.
        after: Option<Original>,
    },
    /// Rows of a translation whose sentences are gone.
    Gone {
        /// The translation.
        of: TranslationId,
        /// The rows.
        splice: Splice<Bead, BeadId>,
    },
    /// What is kept of the review.
    Review {
        /// As it was.
        before: Box<Review>,
        /// As it becomes.
        after: Box<Review>,
    },
}

/// A run of neighbours replaced by another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Splice<T, Id> {
    /// The one the run follows; `None` for the first.
    pub follows: Option<Id>,
    /// The run that is there.
    pub before: Vec<T>,
    /// The run that takes its place.
    pub after: Vec<T>,
}

/// A thing with an id of its own.
pub trait Identified {
    /// The id's type.
    type Id: Copy + PartialEq + std::fmt::Debug;
    /// The id.
    fn id(&self) -> Self::Id;
}

macro_rules! identified {
    ($($noun:ty => $id:ty),+ $(,)?) => {$(
        impl Identified for $noun {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
        }
    )+};
}

identified! {
    Bead => BeadId,
    Segment => SegmentId,
    Block => BlockId,
    Document => DocumentId,
    Translation => TranslationId,
}

/// A patch that does not fit the project.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the change \"{name}\" does not fit: {cause}")]
pub struct PatchError {
    /// The patch's name.
    pub name: String,
    /// What was not found as expected.
    pub cause: String,
}

impl Patch {
    /// A patch of these changes, under the name the undo menu shows.
    #[must_use]
    pub fn of_changes(name: &str, changes: Vec<Change>) -> Self {
        Self { name: name.to_owned(), changes }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The patch that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { name: self.name.clone(), changes }
    }

    /// Takes over a patch that follows this one, where both exchange the same single bead:
    /// then this patch goes from its own state before to the other's state after. Whether
    /// it did.
    pub fn absorb(&mut self, next: &Self) -> bool {
        let ([Change::Beads { of, splice }], [Change::Beads { of: next_of, splice: next_splice }]) =
            (self.changes.as_mut_slice(), next.changes.as_slice())
        else {
            return false;
        };
        let fits = of == next_of
            && splice.follows == next_splice.follows
            && splice.after.len() == 1
            && splice.after == next_splice.before;
        if fits {
            splice.after.clone_from(&next_splice.after);
        }
        fits
    }

    /// Applies the patch, all or nothing.
    ///
    /// # Errors
    /// Something it replaces is not there as it was; the project is unchanged.
    pub fn apply(&self, project: &mut Project) -> Result<(), PatchError> {
        for (done, change) in self.changes.iter().enumerate() {
            if let Err(cause) = change.apply(project) {
                for change in self.changes.iter().take(done).rev() {
                    // What has just been applied can be taken back.
                    let _ = change.inverse().apply(project);
                }
                return Err(PatchError { name: self.name.clone(), cause });
            }
        }
        Ok(())
    }

    /// The last bead that the patch puts in, where the eye should go.
    #[must_use]
    pub fn touched_bead(&self) -> Option<(TranslationId, BeadId)> {
        self.changes.iter().rev().find_map(|change| match change {
            Change::Beads { of, splice } => splice.after.first().map(|bead| (*of, bead.id)),
            _ => None,
        })
    }
}

impl Change {
    /// One bead exchanged for itself in another state.
    #[must_use]
    pub fn bead(translation: &Translation, row: usize, after: Bead) -> Option<Self> {
        let before = translation.beads.get(row)?.clone();
        let follows = row.checked_sub(1).and_then(|r| translation.beads.get(r)).map(|b| b.id);
        let splice = Splice { follows, before: vec![before], after: vec![after] };
        Some(Self::Beads { of: translation.id, splice })
    }

    /// A run of rows exchanged for another.
    #[must_use]
    pub fn beads(
        translation: &Translation,
        rows: std::ops::Range<usize>,
        after: Vec<Bead>,
    ) -> Option<Self> {
        let before = translation.beads.get(rows.clone())?.to_vec();
        let follows =
            rows.start.checked_sub(1).and_then(|r| translation.beads.get(r)).map(|b| b.id);
        Some(Self::Beads { of: translation.id, splice: Splice { follows, before, after } })
    }

    /// A sentence of the source document exchanged for others.
    #[must_use]
    pub fn segment(block: &Block, at: usize, after: Vec<Segment>) -> Option<Self> {
        let before = vec![block.segments.get(at)?.clone()];
        let follows = at.checked_sub(1).and_then(|a| block.segments.get(a)).map(|s| s.id);
        Some(Self::Segments { of: block.id, splice: Splice { follows, before, after } })
    }

    fn inverse(&self) -> Self {
        match self {
            Self::Beads { of, splice } => Self::Beads { of: *of, splice: splice.inverse() },
            Self::Segments { of, splice } => Self::Segments { of: *of, splice: splice.inverse() },
            Self::Blocks { of, splice } => Self::Blocks { of: *of, splice: splice.inverse() },
            Self::Translations { splice } => Self::Translations { splice: splice.inverse() },
            Self::Release { before, after } => {
                Self::Release { before: after.clone(), after: before.clone() }
            }
            Self::Exceptions { before, after } => {
                Self::Exceptions { before: after.clone(), after: before.clone() }
            }
            Self::Checks { before, after } => {
                Self::Checks { before: after.clone(), after: before.clone() }
            }
            Self::Source { before, after } => {
                Self::Source { before: after.clone(), after: before.clone() }
            }
            Self::Earlier { splice } => Self::Earlier { splice: splice.inverse() },
            Self::Original { before, after } => {
                Self::Original { before: after.clone(), after: before.clone() }
            }
            Self::Gone { of, splice } => Self::Gone { of: *of, splice: splice.inverse() },
            Self::Review { before, after } => {
                Self::Review { before: after.clone(), after: before.clone() }
            }
        }
    }

    fn apply(&self, project: &mut Project) -> Result<(), String> {
        match self {
            Self::Beads { of, splice } => {
                let translation = project.translations.iter_mut().find(|t| t.id == *of);
                splice.apply(&mut translation.ok_or("no such translation")?.beads)
            }
            Self::Segments { of, splice } => {
                let block = project.source.blocks.iter_mut().find(|block| block.id == *of);
                splice.apply(&mut block.ok_or("no such block")?.segments)
            }
            Self::Blocks { of, splice } if project.source.id == *of => {
                splice.apply(&mut project.source.blocks)
            }
            Self::Blocks { of, splice } => {
                let mut documents = project.translations.iter_mut().map(|t| &mut t.document);
                let document = documents.find(|document| document.id == *of);
                splice.apply(&mut document.ok_or("no such document")?.blocks)
            }
            Self::Translations { splice } => splice.apply(&mut project.translations),
            Self::Release { before, after } if project.release == **before => {
                project.release = (**after).clone();
                Ok(())
            }
            Self::Release { .. } => Err("the release's data changed meanwhile".to_owned()),
            Self::Exceptions { before, after } if project.exceptions == *before => {
                project.exceptions.clone_from(after);
                Ok(())
            }
            Self::Exceptions { .. } => {
                Err("the exceptions from segmentation changed meanwhile".to_owned())
            }
            Self::Checks { before, after } if project.checks == **before => {
                project.checks.clone_from(after);
                Ok(())
            }
            Self::Checks { .. } => Err("what is said of the checks changed meanwhile".to_owned()),
            Self::Source { before, after } if project.source == **before => {
                project.source.clone_from(after);
                Ok(())
            }
            Self::Source { .. } => Err("the source changed meanwhile".to_owned()),
            Self::Earlier { splice } => splice.apply(&mut project.earlier),
            Self::Original { before, after } if project.original == *before => {
                project.original.clone_from(after);
                Ok(())
            }
            Self::Original { .. } => Err("the original changed meanwhile".to_owned()),
            Self::Gone { of, splice } => {
                let translation = project.translations.iter_mut().find(|t| t.id == *of);
                splice.apply(&mut translation.ok_or("no such translation")?.gone)
            }
            Self::Review { before, after } if project.review == **before => {
                project.review.clone_from(after);
                Ok(())
            }
            Self::Review { .. } => Err("what is kept of the review changed meanwhile".to_owned()),
        }
    }
}

impl<T, Id> Splice<T, Id>
where
    T: Identified<Id = Id> + Clone + PartialEq,
    Id: Copy + PartialEq + std::fmt::Debug,
{
    fn inverse(&self) -> Self {
        let (before, after) = (self.after.clone(), self.before.clone());
        Self { follows: self.follows, before, after }
    }

    fn apply(&self, items: &mut Vec<T>) -> Result<(), String> {
        let start = match self.follows {
            None => 0,
            Some(id) => {
                let found = items.iter().position(|item| item.id() == id);
                found.ok_or_else(|| format!("{id:?} is gone"))? + 1
            }
        };
        let end = start + self.before.len();
        if items.get(start..end) != Some(self.before.as_slice()) {
            return Err(format!("what follows {:?} is not what it was", self.follows));
        }
        items.splice(start..end, self.after.iter().cloned());
        Ok(())
    }
}
