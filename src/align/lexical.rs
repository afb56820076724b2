//! Lexical evidence: do these sentences speak of the same things?
//!
//! A token of one side is either written by the background of its own document,
//! with the share its term has there, or it renders a token of the other side
//! (with probability λ of its kind). The likelihood ratio of a sentence T given
//! sentences S is then
//!
//! ```text
//! Σ over tokens t of T   ln( (1 − λ) + λ · Σ over tokens s of S  p(t|s) / |S| / p(t) )
//! ```
//!
//! p(t) does what inverse document frequency does elsewhere: a number that stands
//! in every second sentence says next to nothing, a name that stands once says
//! much. (Taking equal numbers for certain is what users of hunalign complain of:
//! "Chapter 1" against "Libro 1" skews all that follows.) Both directions are
//! computed, T given S and S given T.

use std::ops::Range;

use super::bag::Kind;
use super::corridor::Corridor;
use super::progress::Progress;
use super::shape::LONGEST;
use super::table::Table;
use crate::model::Cancelled;

/// Kinds of tokens that differ in how surely they are rendered.
pub(super) const KINDS: usize = 5;

/// The tokens of one document as terms.
pub(super) struct Terms<'a> {
    /// Terms of each sentence, repeated as they stand.
    pub(super) sentences: &'a [Vec<u32>],
    /// Share of each term among the document's tokens.
    pub(super) shares: &'a [f64],
    /// Kind of each term, below [`KINDS`].
    pub(super) kinds: &'a [usize],
}

/// Chance that a token renders one of the other side, by kind.
pub(super) type Rendered = [f64; KINDS];

/// One direction of the evidence.
pub(super) struct Direction<'a> {
    /// The side that is given.
    pub(super) given: Terms<'a>,
    /// The side that renders it.
    pub(super) rendered: Terms<'a>,
    /// Probability of a rendered term given a term.
    pub(super) table: &'a Table,
    /// λ by kind.
    pub(super) lambda: &'a Rendered,
}

/// For each node (i, j) and each run of 1…[`LONGEST`] given sentences that ends
/// there: the log-likelihood ratio of the one rendered sentence that ends there.
pub(super) type Runs = Vec<[f32; LONGEST]>;

/// What the words of a bead say, in one direction.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Observed {
    /// Log-likelihood ratio of the rendered side.
    pub(super) support: f64,
    /// Expected number of tokens that render one of the given side, by kind.
    pub(super) rendered: [f64; KINDS],
    /// Number of tokens, by kind.
    pub(super) tokens: [f64; KINDS],
}

impl Observed {
    /// Number of tokens of the rendered side.
    pub(super) fn tokens(&self) -> f64 {
        self.tokens.iter().sum()
    }

    /// How many tokens of a kind fewer than `lambda` would have it render one of the
    /// given side.
    pub(super) fn missing(&self, kind: Kind, lambda: &Rendered) -> f64 {
        let kind = kind as usize;
        lambda[kind] * self.tokens[kind] - self.rendered[kind]
    }
}

/// Which coordinate of a node counts the given side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    /// The source is given, the target renders it.
    Source,
    /// The target is given.
    Target,
}

impl Direction<'_> {
    /// The evidence at all nodes of a corridor. `offset` are the sentences before
    /// the stretch that the corridor covers, given side first.
    pub(super) fn runs(
        &self,
        corridor: &Corridor,
        axis: Axis,
        offset: (usize, usize),
        progress: &Progress,
    ) -> Result<Runs, Cancelled> {
        let mut runs = vec![[0.0; LONGEST]; corridor.len()];
        let mut sum = Sum::new(self);
        let nothing = self.nothing();
        let last = match axis {
            Axis::Source => corridor.source(),
            Axis::Target => corridor.target(),
        };
        for end in 1..=last {
            progress.row()?;
            sum.clear();
            let across = match axis {
                Axis::Source => corridor.row(end),
                Axis::Target => corridor.column(end),
            };
            for run in 1..=LONGEST.min(end) {
                sum.add(offset.0 + end - run);
                for other in across.start.max(1)..across.end {
                    let node = match axis {
                        Axis::Source => corridor.node(end, other),
                        Axis::Target => corridor.node(other, end),
                    };
                    let sentence = offset.1 + other - 1;
                    let base = nothing.get(sentence).copied().unwrap_or(0.0);
                    if let Some(slot) = node.and_then(|node| runs.get_mut(node)) {
                        #[expect(clippy::cast_possible_truncation, reason = "a score of some nats")]
                        let score = (base + sum.log_gain(sentence)) as f32;
                        slot[run - 1] = score;
                    }
                }
            }
        }
        Ok(runs)
    }

    /// Goes through beads, given ranges first: how much the words of each support
    /// it (log-likelihood ratio of the rendered side), and, by kind of token, how
    /// many render one of the given side under the model, and how many there are.
    pub(super) fn observe(
        &self,
        beads: impl Iterator<Item = (Range<usize>, Range<usize>)>,
        progress: &Progress,
    ) -> Result<Vec<Observed>, Cancelled> {
        let mut sum = Sum::new(self);
        let mut all = Vec::new();
        for (given, rendered) in beads {
            progress.check()?;
            sum.clear();
            given.for_each(|sentence| sum.add(sentence));
            let mut observed = Observed::default();
            for term in self.rendered.sentences.get(rendered).unwrap_or_default().iter().flatten() {
                let kind = self.rendered.kinds.get(*term as usize).copied().unwrap_or(0);
                let gain = sum.gain.get(*term as usize).copied().unwrap_or(1.0);
                observed.support += gain.ln() + (1.0 - self.lambda_of(*term)).ln();
                observed.rendered[kind] += 1.0 - 1.0 / gain;
                observed.tokens[kind] += 1.0;
            }
            all.push(observed);
        }
        Ok(all)
    }

    /// The score of each rendered sentence that nothing supports: Σ ln(1 − λ).
    fn nothing(&self) -> Vec<f64> {
        let of = |term: &u32| (1.0 - self.lambda_of(*term)).ln();
        self.rendered.sentences.iter().map(|s| s.iter().map(of).sum()).collect()
    }

    fn lambda_of(&self, term: u32) -> f64 {
        let kind = self.rendered.kinds.get(term as usize).copied().unwrap_or(0);
        self.lambda.get(kind).copied().unwrap_or(0.0)
    }
}

/// The translation probabilities of some given sentences, added up densely.
struct Sum<'a, 'b> {
    direction: &'a Direction<'b>,
    /// Σ p(t|s) by rendered term.
    support: Vec<f64>,
    /// ((1 − λ) + λ · support / |S| / p(t)) / (1 − λ) by rendered term, at least 1.
    gain: Vec<f64>,
    touched: Vec<u32>,
    tokens: f64,
}

impl<'a, 'b> Sum<'a, 'b> {
    fn new(direction: &'a Direction<'b>) -> Self {
        let terms = direction.rendered.shares.len();
        let (support, gain) = (vec![0.0; terms], vec![1.0; terms]);
        Self { direction, support, gain, touched: Vec::new(), tokens: 0.0 }
    }

    fn clear(&mut self) {
        for term in self.touched.drain(..) {
            self.support[term as usize] = 0.0;
            self.gain[term as usize] = 1.0;
        }
        self.tokens = 0.0;
    }

    /// Adds a given sentence.
    fn add(&mut self, sentence: usize) {
        let Some(terms) = self.direction.given.sentences.get(sentence) else { return };
        for given in terms {
            for &(term, probability) in self.direction.table.row(*given) {
                let support = &mut self.support[term as usize];
                if *support <= 0.0 {
                    self.touched.push(term);
                }
                *support += f64::from(probability);
            }
        }
        self.tokens += terms.len() as f64;
        for &term in &self.touched {
            let lambda = self.direction.lambda_of(term);
            let share = self.direction.rendered.shares[term as usize].max(1e-9);
            let support = self.support[term as usize];
            self.gain[term as usize] =
                1.0 + lambda / (1.0 - lambda) * support / self.tokens.max(1.0) / share;
        }
    }

    /// How much the given sentences raise the likelihood of a sentence.
    fn log_gain(&self, sentence: usize) -> f64 {
        let terms = self.direction.rendered.sentences.get(sentence);
        let (mut log, mut product) = (0.0, 1.0_f64);
        for term in terms.into_iter().flatten() {
            product *= self.gain[*term as usize];
            if product > 1e200 {
                log += product.ln();
                product = 1.0;
            }
        }
        log + product.ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;

    /// Four given sentences of one term each, rendered word for word.
    fn check(look: impl Fn(&dyn Fn(usize, usize) -> f64)) {
        let given: Vec<Vec<u32>> = vec![vec![0], vec![1], vec![2], vec![1]];
        let rendered: Vec<Vec<u32>> = vec![vec![0], vec![1], vec![2], vec![1], vec![]];
        let shares = [0.2, 0.5, 0.2];
        let kinds = [0; 3];
        let mut table = Table::new(3);
        (0..3).for_each(|term| table.witness(term, term, 0.9));
        let terms = |sentences| Terms { sentences, shares: &shares, kinds: &kinds };
        let direction = Direction {
            given: terms(&given),
            rendered: terms(&rendered),
            table: &table,
            lambda: &[0.5; KINDS],
        };
        let (corridor, progress) = (Corridor::full(4, 5), Progress::new(&Unwatched, 1));
        let runs = direction.runs(&corridor, Axis::Source, (0, 0), &progress).expect("no cancel");
        look(&|i, j| f64::from(runs[corridor.node(i + 1, j + 1).expect("a node")][0]));
    }

    #[test]
    fn a_rendered_sentence_is_supported_and_another_is_not() {
        check(|score| {
            assert!(score(0, 0) > 0.5 && score(2, 2) > 0.5);
            assert!(score(0, 2) < -0.5);
            assert!(score(0, 4).abs() < 1e-6, "a sentence without a token says nothing");
        });
    }

    #[test]
    fn what_is_common_says_less_than_what_is_rare() {
        check(|score| assert!(score(0, 0) > score(1, 1) + 0.3));
    }
}
