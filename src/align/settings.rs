//! The aligner's constants, each with its unit and reason.
//!
//! Chosen on development sets (`docs/measurements/alignment.md`), where the
//! figures hardly move when one of them is changed by a half. None depends on a
//! language: what differs between documents is learnt from them, starting here.

use super::gap::GapModel;
use super::ingredient::Ingredient;
use super::shape::LONGEST;

/// Constants of the model and the search. Scores are in nats (natural logarithms
/// of likelihood ratios).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Settings {
    /// Times the documents are searched; the model is learnt in between. More
    /// than four changed nothing.
    pub(super) passes: usize,
    /// Weight of the length evidence.
    pub(super) length: f64,
    /// Weight of the lexical evidence. Below one because the words of a sentence
    /// are no independent witnesses.
    pub(super) lexical: f64,
    /// Weight of the layout.
    pub(super) structure: f64,
    /// What a sentence of a larger bead pays that has no lexical support of its
    /// own, in nats: a line of page chrome is not to be swallowed by its neighbour.
    pub(super) member: f64,
    /// What it is worth, in the last search, that a sentence that goes on with the one
    /// before is rendered together with it, in nats: translators leave out paragraphs and
    /// sentences, not parts of them. Where half of a side's sentences are parts, nothing.
    ///
    /// Counted in beads made by hand: the odds of being joined are exp(2.4) times as high
    /// for a sentence that goes on (Mantel & Haenszel 1959, over five kinds of documents;
    /// 2.2 to 2.8 with any one kind left out). Three is the whole number above, and with
    /// it searches err least but for one document, whose list four would find; where two
    /// sentences were joined that go on by chance, four err more.
    pub(super) continued: f64,
    /// Gaps before anything is known of a document: one bead in fifty is followed
    /// by one, a run has 1.7 sentences, a side has page chrome at an end in a half
    /// of all cases.
    pub(super) gaps: GapModel,
    /// Transitions that `gaps` weighs as much as.
    pub(super) gap_pseudo_count: f64,
    /// Largest learnt probability that a gap opens: evidence that is weak
    /// everywhere must not end in a document of gaps.
    pub(super) gap_cap: f64,
    /// Sentences like all others that hold back what is learnt of page chrome.
    pub(super) chrome_pseudo_count: f64,
    /// Beads that the first shares of the shapes weigh as much as.
    pub(super) shape_pseudo_count: f64,
    /// Tokens that the first λ weighs as much as.
    pub(super) lambda_pseudo_count: f64,
    /// λ at first, as a share of the tokens that have any link: some links are
    /// chance.
    pub(super) lambda_of_coverage: f64,
    /// Discount of the lexicon learnt from the document, in expected pairs: what
    /// was seen in one bead alone is worth nothing.
    pub(super) discount: f64,
    /// Most sentences on a side of a bead.
    pub(super) largest_bead: usize,
    /// What of all that is known beforehand is not to be known; for measuring.
    pub(super) unknown: Vec<Ingredient>,
    /// Largest grid searched whole, in nodes: 630 sentences by 630.
    pub(super) full_grid: usize,
    /// Largest strip of a larger grid, in nodes. A node takes about 125 bytes.
    pub(super) most_nodes: usize,
    /// Rows and columns about the last way that are searched of a larger grid.
    pub(super) reach: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            passes: 4,
            length: 1.0,
            lexical: 0.6,
            structure: 1.0,
            member: 0.3,
            continued: 3.0,
            gaps: GapModel { open: 0.01, edge: 0.5, stay: 0.4, turn: 0.05 },
            gap_pseudo_count: 15.0,
            gap_cap: 0.15,
            chrome_pseudo_count: 5.0,
            shape_pseudo_count: 25.0,
            lambda_pseudo_count: 30.0,
            lambda_of_coverage: 0.3,
            discount: 1.0,
            largest_bead: LONGEST,
            unknown: Vec::new(),
            full_grid: 400_000,
            most_nodes: 1_500_000,
            reach: 25,
        }
    }
}
