//! Two documents → beads: which sentences render which.
//!
//! The model is a sum of log-likelihood ratios against chance, one an ingredient,
//! and a search for the likeliest way through the grid of both documents:
//!
//! ```text
//! score(bead) = ln share of its shape
//!             + length:    ln p(target length | source length) / p(length)
//!             + lexical:   ln p(target words | source words) / p(words), both directions
//!             + layout:    block starts and roles that agree more than by chance
//!             + parts of sentences, which are rarely left out
//!             − members of a larger bead that nothing supports
//! ```
//!
//! | ingredient | file |
//! |---|---|
//! | length | `length` |
//! | words as terms; values; marks | `bag` |
//! | what is known beforehand: equal figures and marks, cognates and names across scripts, acronyms, a word table, a lexicon from a memory | `equal`, `cognate`, `acronym`, `seed`, `lexicon`, gathered in `known` |
//! | what the documents themselves teach | `ibm1` |
//! | lexical evidence | `lexical` over a `table` |
//! | blocks and roles | `structure` |
//! | sentences cut in two | `border` |
//! | shapes of beads, omissions and additions | `shape`, `gap` |
//! | all of it, learnt again after each search | `model`, `learn`, `pass`, with the constants of `settings` |
//! | where to search | `corridor`, `landmarks`, `anchors` |
//! | the search | `search`, `backward` |
//! | how sure a bead is | `confidence` |
//! | two alignments with a text in common, put together | [`compose()`] |
//! | how right an alignment is, and what each ingredient is worth | [`accuracy`], `ingredient` |
//!
//! Nothing but the word table knows a language; what differs between documents
//! (ratio of lengths, how freely they translate, how much is left out) is learnt
//! from them. Exchanging the sides exchanges the result. No neural models, no
//! random numbers: the same input gives the same beads.
//!
//! Left out: crossing beads (a sentence moved to another place comes out as an
//! omission and an addition), more than five sentences a side, links between
//! words.

pub mod accuracy;
mod acronym;
mod anchors;
mod backward;
mod bag;
mod border;
mod chrome;
mod cognate;
mod compose;
mod confidence;
mod corridor;
mod documents;
mod edges;
mod equal;
mod gap;
mod ibm1;
mod ingredient;
mod known;
mod landmarks;
mod learn;
mod length;
mod lexical;
mod lexicon;
mod model;
mod pass;
mod progress;
mod search;
mod seed;
mod settings;
mod shape;
mod structure;
mod table;

use std::ops::Range;

use crate::model::{Cancelled, Lang, Role, Watch};
use settings::Settings;

pub use compose::compose;
pub use ingredient::{Ingredient, UnknownIngredient};
pub use lexicon::Lexicon;

/// A sentence to align.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its text.
    pub text: &'a str,
    /// The number of its block: neighbours with the same number share a block.
    /// Where blocks are unknown, each sentence has its own.
    pub block: usize,
    /// The role of its block.
    pub role: Role,
}

/// One side.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// The sentences in order.
    pub sentences: &'a [Sentence<'a>],
}

/// A bead: sentences that render each other. One range is empty for an omission
/// or an addition, and then stands where the other side's sentence belongs.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Source sentences.
    pub source: Range<usize>,
    /// Target sentences.
    pub target: Range<usize>,
    /// The chance that this very bead is right, 0…1.
    pub confidence: f32,
}

/// Aligns two sides: beads in order that hold each sentence of both sides once.
///
/// `anchors` are accepted beads: they are given back as they are, and only what
/// lies between them is aligned. Of anchors that overlap or cross, the first in
/// the source's order stays. Omissions and additions are single sentences.
/// `lexicon` is further evidence, of either direction. Time grows with the product
/// of the sides up to some six hundred sentences each, with their sum beyond.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn align(
    source: &Side,
    target: &Side,
    anchors: &[Pair],
    lexicon: Option<&Lexicon>,
    watch: &dyn Watch,
) -> Result<Vec<Pair>, Cancelled> {
    pass::run((source, target), anchors, lexicon, &Settings::default(), watch)
}

/// [`align`] with some ingredients left out, to measure what they are worth.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn align_without(
    ingredients: &[Ingredient],
    source: &Side,
    target: &Side,
    watch: &dyn Watch,
) -> Result<Vec<Pair>, Cancelled> {
    pass::run((source, target), &[], None, &Settings::without(ingredients), watch)
}

#[cfg(test)]
mod tests;
