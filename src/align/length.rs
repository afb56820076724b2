//! Length: a translation is about as long as what it translates.
//!
//! After Gale & Church (1993), with four changes. Lengths count characters
//! without white space. The ratio of the two languages and the variance are
//! re-estimated on each document (Chinese against English has a third of the
//! characters). The tails are Student's: a free translation is not impossible.
//! And the bead is held against a background, the lengths sentences have in this
//! document anyway, so that two headlines of forty characters say less than two
//! sentences of three hundred.
//!
//! Lengths are scaled to a common unit first (source times √c, target by √c,
//! where c is the ratio), and both directions are averaged, so that exchanging
//! the sides changes nothing.

/// Degrees of freedom of Student's t: heavy tails, finite variance.
const FREEDOM: f64 = 4.0;
/// ln of the density of Student's t with four degrees of freedom at its middle (3/8).
const MIDDLE: f64 = -0.980_829_253_011_726_2;
/// ln k! for k from 0 to 4, the splits of the largest bead.
const LOG_FACTORIALS: [f64; super::shape::LONGEST] =
    [0.0, 0.0, std::f64::consts::LN_2, 1.791_759_469_228_055, 3.178_053_830_347_945_8];
/// Characters added to every length in the variance: articles, numbers and names
/// make short lines vary more than their length says.
const FLOOR: f64 = 6.0;
/// Least variance of a length, in characters squared.
const LEAST_SPREAD: f64 = 0.1;
/// Variance per character before anything is known (Gale & Church: 6.8 with a
/// normal tail; Student's middle is narrower).
const VARIANCE: f64 = 3.0;
/// Beads that the first variance weighs as much as.
const PSEUDO_BEADS: f64 = 10.0;
/// Bins of the background per unit of ln length, and their number (e^10 characters).
const BINS_PER_UNIT: f64 = 8.0;
const BINS: usize = 80;
/// Smoothing of the background, in units of ln length.
const SMOOTHING: f64 = 0.3;

/// Characters without white space, at least one.
pub(super) fn of(text: &str) -> f64 {
    text.chars().filter(|c| !c.is_whitespace()).count().max(1) as f64
}

/// The density of sentence lengths in one document.
#[derive(Debug, Clone)]
struct Background {
    log_density: Vec<f64>,
}

impl Background {
    /// Smoothed shares of the lengths (in common units, weighted), over ln length.
    fn of(lengths: impl Iterator<Item = (f64, f64)>) -> Self {
        let mut counts = vec![0.0_f64; BINS];
        for (length, weight) in lengths {
            if let Some(count) = counts.get_mut(bin(length)) {
                *count += weight;
            }
        }
        let total = counts.iter().sum::<f64>() + 1.0;
        let kernel = |distance: f64| (-0.5 * (distance / SMOOTHING).powi(2)).exp();
        let norm = SMOOTHING * std::f64::consts::TAU.sqrt();
        let log_density = (0..BINS).map(|at| {
            let near = counts
                .iter()
                .enumerate()
                .map(|(other, count)| count * kernel((other as f64 - at as f64) / BINS_PER_UNIT));
            // One sentence spread over the whole range keeps every density above zero.
            let everywhere = BINS_PER_UNIT / BINS as f64;
            ((near.sum::<f64>() / norm + everywhere) / total).ln()
        });
        Self { log_density: log_density.collect() }
    }

    /// ln density per character at a length.
    fn log(&self, length: f64) -> f64 {
        let density = self.log_density.get(bin(length)).copied().unwrap_or(-10.0);
        density - length.max(1.0).ln()
    }
}

fn bin(length: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small number not below zero"
    )]
    let bin = (length.max(1.0).ln() * BINS_PER_UNIT) as usize;
    bin.min(BINS - 1)
}

/// Lengths of two documents and what they say of each other.
#[derive(Debug, Clone)]
pub(super) struct LengthModel {
    source: Scaled,
    target: Scaled,
    /// Variance per character, in common units.
    variance: f64,
}

/// Lengths of one side in common units.
#[derive(Debug, Clone)]
struct Scaled {
    /// Sums of the first k lengths, k from 0.
    sums: Vec<f64>,
    /// Sums of the first k background logarithms.
    background: Vec<f64>,
    /// Variance of the lengths.
    spread: f64,
}

impl Scaled {
    fn of(lengths: &[f64], factor: f64) -> Self {
        let background = Background::of(lengths.iter().map(|length| (length * factor, 1.0)));
        let running = |term: &dyn Fn(f64) -> f64| {
            let mut sums = vec![0.0];
            let mut sum = 0.0;
            for length in lengths {
                sum += term(length * factor);
                sums.push(sum);
            }
            sums
        };
        let count = lengths.len().max(1) as f64;
        let mean = lengths.iter().sum::<f64>() / count;
        let spread = lengths.iter().map(|length| (length - mean).powi(2)).sum::<f64>() / count;
        Self {
            sums: running(&|length| length),
            background: running(&|length| background.log(length)),
            spread: spread * factor * factor,
        }
    }

    fn total(&self, end: usize, count: usize) -> f64 {
        difference(&self.sums, end, count)
    }

    fn log_background(&self, end: usize, count: usize) -> f64 {
        difference(&self.background, end, count)
    }
}

fn difference(sums: &[f64], end: usize, count: usize) -> f64 {
    let at = |k: usize| sums.get(k).copied().unwrap_or(0.0);
    at(end) - at(end.saturating_sub(count))
}

impl LengthModel {
    /// The model of two documents (lengths as [`of`] gives them), with a ratio
    /// and a variance.
    pub(super) fn new(source: &[f64], target: &[f64], ratio: f64, variance: f64) -> Self {
        let root = ratio.clamp(0.02, 50.0).sqrt();
        Self { source: Scaled::of(source, root), target: Scaled::of(target, 1.0 / root), variance }
    }

    /// The model before anything is known: the ratio of the whole documents.
    pub(super) fn first(source: &[f64], target: &[f64]) -> Self {
        let (all_source, all_target) = (source.iter().sum::<f64>(), target.iter().sum::<f64>());
        let ratio =
            if all_source > 0.0 && all_target > 0.0 { all_target / all_source } else { 1.0 };
        Self::new(source, target, ratio, VARIANCE)
    }

    /// Log-likelihood ratio of the bead whose `shape` (source, target) sentences
    /// end before source `i` and target `j`.
    pub(super) fn score(&self, (i, j): (usize, usize), (a, b): (usize, usize)) -> f64 {
        let (source, target) = (self.source.total(i, a), self.target.total(j, b));
        let forward = self.inverse_square(target, source, self.target.spread);
        let backward = self.inverse_square(source, target, self.source.spread);
        // Mean of both directions: the densities of the lengths, and of their splits at
        // random points, (k − 1)! / L^(k − 1). One logarithm for all.
        let splits = power(source, a - 1) * power(target, b - 1);
        let log = MIDDLE - 0.25 * (forward * backward * splits * splits).ln();
        let background = self.target.log_background(j, b) + self.source.log_background(i, a);
        log + f64::midpoint(LOG_FACTORIALS[a - 1], LOG_FACTORIALS[b - 1]) - background / 2.0
    }

    /// For each sentence of both sides, how much likelier its length is among the
    /// `weights` (a weight a sentence) than among all: the ratio of the densities.
    pub(super) fn likelier_among(&self, weights: [&[f64]; 2]) -> [Vec<f64>; 2] {
        let lengths = |side: &Scaled| {
            let sums = side.sums.windows(2);
            sums.map(|pair| pair[1] - pair[0]).collect::<Vec<f64>>()
        };
        let (ours, theirs) = (lengths(&self.source), lengths(&self.target));
        let all = ours.iter().chain(&theirs).map(|length| (*length, 1.0));
        let chosen = ours.iter().zip(weights[0]).chain(theirs.iter().zip(weights[1]));
        let among = Background::of(chosen.map(|(length, weight)| (*length, *weight)));
        let all = Background::of(all);
        let ratio = |length: &f64| (among.log(*length) - all.log(*length)).exp();
        [ours.iter().map(ratio).collect(), theirs.iter().map(ratio).collect()]
    }

    /// One over the square of the density of a length given the length it renders, over
    /// that of Student's middle, in common units. What a length varies by when another
    /// is given is no more than it varies by anyway.
    fn inverse_square(&self, length: f64, given: f64, spread: f64) -> f64 {
        let anyway = spread + (SMOOTHING * given).powi(2);
        let scale = (self.variance * (given + FLOOR)).min(anyway.max(LEAST_SPREAD));
        let square = (length - given).powi(2) / scale;
        // (scale^-½ · (1 + square / ν)^-(ν + 1)/2)^-2, ν being 4.
        scale * (1.0 + square / FREEDOM).powi(5)
    }

    /// The model re-estimated on beads: `(source length, target length, weight)`,
    /// lengths in characters.
    pub(super) fn learnt(&self, source: &[f64], target: &[f64], beads: &[(f64, f64, f64)]) -> Self {
        let sum = |of: &dyn Fn(&(f64, f64, f64)) -> f64| beads.iter().map(of).sum::<f64>();
        let (all_source, all_target) = (sum(&|b| b.0 * b.2), sum(&|b| b.1 * b.2));
        if all_source <= 0.0 || all_target <= 0.0 {
            return self.clone();
        }
        let ratio = all_target / all_source;
        let root = ratio.clamp(0.02, 50.0).sqrt();
        let mut variance = self.variance;
        for _ in 0..5 {
            let (mut squares, mut weights) = (VARIANCE * PSEUDO_BEADS, PSEUDO_BEADS);
            for &(source, target, weight) in beads {
                let (source, target) = (source * root, target / root);
                let square = (target - source).powi(2) / (f64::midpoint(source, target) + FLOOR);
                let tail = (FREEDOM + 1.0) / (FREEDOM + square / variance);
                squares += weight * tail * square;
                weights += weight;
            }
            variance = squares / weights;
        }
        Self::new(source, target, ratio, variance)
    }
}

/// A length, at least one, to a small power.
fn power(length: f64, exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |product, _| product * length.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(of: &[u32]) -> Vec<f64> {
        of.iter().map(|&l| f64::from(l)).collect()
    }

    #[test]
    fn a_likely_length_scores_above_an_unlikely_one() {
        let source = lengths(&[40, 120, 200, 90, 35]);
        let target = lengths(&[50, 150, 240, 110, 40]);
        let model = LengthModel::first(&source, &target);
        assert!(model.score((2, 2), (1, 1)) > model.score((2, 1), (1, 1)) + 2.0);
        assert!(model.score((3, 3), (1, 1)) > model.score((3, 4), (1, 1)));
        assert!(model.score((3, 3), (1, 1)) > 0.0, "more likely than chance");
    }

    #[test]
    fn a_long_agreement_says_more_than_a_short_one() {
        let source = lengths(&[30, 31, 28, 33, 30, 300, 29]);
        let target = lengths(&[33, 30, 31, 35, 32, 310, 30]);
        let model = LengthModel::first(&source, &target);
        assert!(model.score((6, 6), (1, 1)) > model.score((1, 1), (1, 1)) + 1.0);
    }

    #[test]
    fn a_split_sentence_is_found_by_its_sum() {
        let source = lengths(&[200, 60, 90]);
        let target = lengths(&[110, 95, 62, 88]);
        let model = LengthModel::first(&source, &target);
        assert!(model.score((1, 2), (1, 2)) > model.score((1, 1), (1, 1)));
    }

    #[test]
    fn exchanging_the_sides_changes_nothing() {
        let source = lengths(&[12, 80, 45, 160]);
        let target = lengths(&[4, 30, 17, 20, 33]);
        let there = LengthModel::first(&source, &target);
        let back = LengthModel::first(&target, &source);
        for (ends, shape) in [((1, 1), (1, 1)), ((3, 4), (2, 3)), ((4, 5), (1, 2))] {
            let mirrored = back.score((ends.1, ends.0), (shape.1, shape.0));
            assert!((there.score(ends, shape) - mirrored).abs() < 1e-9);
        }
    }

    #[test]
    fn lines_of_one_length_are_no_reason_against_a_bead() {
        let lines = lengths(&[1; 50]);
        let model = LengthModel::first(&lines, &lines);
        assert!(model.score((7, 7), (1, 1)) > -0.5);
    }

    #[test]
    fn ratio_and_variance_are_learnt() {
        let source: Vec<f64> = (0..30).map(|k| f64::from(60 + 4 * k)).collect();
        let rendered = source.iter().map(|length| length * 0.3);
        let chrome = (0..30).map(|k| f64::from(10 + 9 * k));
        let target: Vec<f64> = rendered.chain(chrome).collect();
        let beads: Vec<_> = source.iter().map(|length| (*length, length * 0.3, 1.0)).collect();
        let first = LengthModel::first(&source, &target);
        let learnt = first.learnt(&source, &target, &beads);
        assert!(learnt.score((1, 1), (1, 1)) > first.score((1, 1), (1, 1)) + 1.0);
        assert!(learnt.variance < first.variance);
        let same = first.learnt(&source, &target, &[]).score((1, 1), (1, 1));
        assert!((same - first.score((1, 1), (1, 1))).abs() < 1e-9, "nothing from nothing");
    }
}
