//! A wrong term or title corrected everywhere: in every memory at hand, whichever way it is
//! translated, and in rows of the folder's releases.
//!
//! First it is looked for ([`search`]): what is found is every text with the wrong form or an
//! inflection of it. A person says which forms become what, and which texts are left; then it is
//! done ([`apply`]) as one step: units get new revisions, releases a patch each. A source text of
//! a release is its issuer's and is never looked at; what is published, locked or read only is
//! told and left.
//!
//! | what | file |
//! |---|---|
//! | the wrong form and its inflections | [`wrong`] |
//! | where it stands | [`search`] |
//! | what becomes of a text; what becomes of a release | [`apply`] |

pub mod apply;
pub mod search;
pub mod wrong;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use crate::memory::concordance::Side;
use crate::model::{
    BeadId, Lang, MemoryId, ProjectId, RowNumber, TermbaseId, TranslationId, UnitId,
};
use crate::texts::t;

pub use wrong::Form;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The wrong form.
    pub text: String,
    /// The language it is wrong in.
    pub lang: Lang,
    /// Whole words only, with their inflections; else the letters wherever they stand.
    pub whole_words: bool,
}

/// A form that is wrong, for a termbase to forbid: what it is said instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    /// The language.
    pub lang: Lang,
    /// The wrong form.
    pub wrong: String,
    /// The right one.
    pub right: String,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A side of a unit.
    Unit {
        /// Its memory.
        memory: MemoryId,
        /// The memory's name.
        name: String,
        /// The unit.
        unit: UnitId,
        /// Which of its texts, as the memory has it.
        side: Side,
        /// The number of its release; may be empty.
        release: String,
    },
    /// The target of a row.
    Row {
        /// The release.
        project: ProjectId,
        /// Its file; `None` for the open one that was never saved.
        path: Option<PathBuf>,
        /// The release's title or file.
        name: String,
        /// The translation.
        translation: TranslationId,
        /// The row.
        bead: BeadId,
        /// Its number.
        number: RowNumber,
        /// Whether it was taken from or stored as a unit that is found too.
        used: bool,
    },
}

/// Why a text is left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barred {
    /// Its memory is read only.
    ReadOnly,
    /// Its release is published.
    Published,
    /// Its row is locked.
    Locked,
}

impl Barred {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ReadOnly => t!("correcting-read-only"),
            Self::Published => t!("correcting-published"),
            Self::Locked => t!("locked"),
        }
    }
}

/// A text with the wrong form in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where it stands.
    pub place: Place,
    /// The text.
    pub text: String,
    /// Where forms stand in it, in bytes and in order, each with its place among the forms.
    pub hits: Vec<(Range<usize>, usize)>,
    /// Why it is left as it is, if so.
    pub barred: Option<Barred>,
}

/// All that is found, and what a person chooses of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What was looked for.
    pub wrong: Wrong,
    /// The right form.
    pub right: String,
    /// Whether capitals stay as they were.
    pub keep_case: bool,
    /// The forms found, the wrong one itself first.
    pub forms: Vec<Form>,
    /// The texts: units memory by memory, then rows release by release.
    pub spots: Vec<Spot>,
    /// Texts that are left, by their places among the spots.
    pub left: BTreeSet<usize>,
    /// The termbase in which the wrong form is forbidden, if in any.
    pub forbid_in: Option<TermbaseId>,
    /// Releases that could not be read, and why.
    pub unread: Vec<(PathBuf, String)>,
}

/// How many texts, of how many memories or releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Units.
    pub units: usize,
    /// Memories they are of.
    pub memories: usize,
    /// Rows.
    pub rows: usize,
    /// Releases they are of.
    pub releases: usize,
}

impl Correction {
    /// What a text would become; `None` where it stays as it is.
    #[must_use]
    pub fn after(&self, spot: &Spot) -> Option<String> {
        self.edited(spot).map(|edited| edited.text)
    }

    /// What a text would become, and what is exchanged in it; `None` where it stays as it is.
    #[must_use]
    pub fn edited(&self, spot: &Spot) -> Option<apply::Edited> {
        let edited = apply::corrected(spot, &self.forms, self.keep_case);
        (edited.text != spot.text).then_some(edited)
    }

    /// Whether a text is to be corrected.
    #[must_use]
    pub fn is_chosen(&self, place: usize) -> bool {
        let spot = self.spots.get(place).filter(|spot| spot.barred.is_none());
        !self.left.contains(&place) && spot.is_some_and(|spot| self.after(spot).is_some())
    }

    /// Chooses or leaves a text.
    pub fn choose(&mut self, place: usize, chosen: bool) {
        if chosen {
            self.left.remove(&place);
        } else {
            self.left.insert(place);
        }
    }

    /// The texts to be corrected.
    pub fn chosen(&self) -> impl Iterator<Item = &Spot> {
        let chosen = self.spots.iter().enumerate().filter(|(place, _)| self.is_chosen(*place));
        chosen.map(|(_, spot)| spot)
    }

    /// How much is to be corrected.
    #[must_use]
    pub fn extent(&self) -> Extent {
        extent_of(self.chosen())
    }

    /// How much is left for a reason.
    #[must_use]
    pub fn barred(&self, why: Barred) -> Extent {
        extent_of(self.spots.iter().filter(|spot| spot.barred == Some(why)))
    }

    /// The form that is to be forbidden.
    #[must_use]
    pub fn forbidden(&self) -> Forbidden {
        let Wrong { text, lang, .. } = self.wrong.clone();
        Forbidden { lang, wrong: text, right: self.right.clone() }
    }
}

fn extent_of<'a>(spots: impl Iterator<Item = &'a Spot>) -> Extent {
    let (mut memories, mut releases) = (BTreeSet::new(), BTreeSet::new());
    let mut extent = Extent::default();
    for spot in spots {
        match &spot.place {
            Place::Unit { memory, .. } => {
                extent.units += 1;
                memories.insert(*memory);
            }
            Place::Row { project, .. } => {
                extent.rows += 1;
                releases.insert(*project);
            }
        }
    }
    Extent { memories: memories.len(), releases: releases.len(), ..extent }
}

#[cfg(test)]
mod tests;
