//! What an exception from the rules of segmentation does to a release that is cut already.
//!
//! [`find`] lists every place that would be cut otherwise; [`carry_out`] makes of them the
//! changes of one patch. Nobody's work is dropped: where two sentences become one, so do their
//! rows, and both translations stay, one after the other; where one becomes two, its translation
//! is split with it where it has exactly two sentences, and else stays whole with the first
//! piece. Such rows are marked as "source changed" and listed. Rows of an alignment keep the
//! pieces of a sentence together: they are that row's source or target still. A locked row is
//! left as it is, and told.
//!
//! Units that rows were stored as stay in their memories as they are (each is a true pair still);
//! a row that changed is no longer tied to its unit.
//!
//! Source texts are cut in the source document, target texts in the rows, and only where they
//! came from a file: what a translator typed is the translator's.

use crate::texts::t;

mod places;
mod rows;
#[cfg(test)]
mod tests;

pub(in crate::workbench) use rows::{born_of, joined_rows, split_target};

use crate::model::{
    BeadId, BlockId, Change, Exception, Exceptions, IdSource, Project, RowNumber, Wish,
};
use crate::workbench::links::Side;

/// A place that an exception changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The side of the text.
    pub side: Side,
    /// Whether a segment will end there, or no longer end there.
    pub wish: Wish,
    /// The numbers of the rows of the shown translation that it changes, in order.
    pub rows: Vec<RowNumber>,
    /// The first of these rows.
    pub bead: Option<BeadId>,
    /// What stands before the place, the end of it.
    pub before: String,
    /// What stands behind it, the beginning of it.
    pub behind: String,
    /// Whether white space stands between the two.
    pub joint: bool,
    /// What becomes of the translations that stand there, in any language.
    pub kept: Kept,
    /// Which translation, for a place of the target.
    pub(super) translation: usize,
    /// The block it stands in.
    pub(super) block: BlockId,
    /// Characters other than white space before the place in that block.
    pub(super) solid: usize,
}

/// What becomes of the translations at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There is none.
    None,
    /// They are joined.
    Joined,
    /// It is split like the source.
    Split,
    /// It stays with the first piece.
    WithFirst,
    /// It stays as it is: the row holds both pieces.
    Whole,
    /// A row is locked: nothing is changed there.
    Locked,
}

impl Kept {
    /// In words; empty where there is nothing to tell.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Joined => t!("recut-translations-joined-to-be-looked-at"),
            Self::Split => t!("recut-translation-split-to-be-looked-at"),
            Self::WithFirst => t!("recut-translation-stays-with-the-first-piece"),
            Self::Whole => t!("recut-translation-stays-as-it-is"),
            Self::Locked => t!("recut-locked-stays-as-it-is"),
        }
    }
}

/// Every place of the source and of the targets that came from a file which `new` would change,
/// in the order of the source, then of each target. `exceptions` are all that hold, `new` among
/// them; `shown` is the place of the translation whose rows are told.
#[must_use]
pub fn find(
    project: &Project,
    shown: usize,
    exceptions: &Exceptions,
    new: &Exception,
) -> Vec<Spot> {
    let mut spots = places::of_source(project, exceptions, new);
    for translation in 0..project.translations.len() {
        spots.extend(places::of_target(project, translation, exceptions, new));
    }
    for spot in &mut spots {
        rows::tell(project, shown, spot);
    }
    spots
}

/// The changes that carry these places out, one after the other. Places at locked rows are
/// passed over.
#[must_use]
pub fn carry_out(project: &Project, spots: &[Spot], ids: &mut dyn IdSource) -> Vec<Change> {
    let mut work = project.clone();
    let mut all = Vec::new();
    for spot in spots.iter().filter(|spot| spot.kept != Kept::Locked) {
        let Some(changes) = rows::changes(&work, spot, ids) else { continue };
        // Each is made for the project as the ones before leave it, and so fits.
        let fits = crate::model::Patch::of_changes("", changes.clone()).apply(&mut work);
        if fits.is_ok() {
            all.extend(changes);
        }
    }
    all
}
