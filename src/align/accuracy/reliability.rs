//! How well the confidence tells wrong beads from right ones.
//!
//! Four figures. The area under the curve (AUC): the chance that a right bead
//! has a higher confidence than a wrong one, 0.5 when it says nothing. The rates
//! of wrong beads below and above a confidence of one half. The share of the wrong
//! beads among the least confident tenth, which is what a person finds who looks at
//! that tenth alone. And the mean difference of confidence and truth over ten bins (expected calibration error).

use super::gold::Link;
use crate::align::Pair;
use std::collections::BTreeSet;

/// A bead's confidence, and whether it is in the gold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// 0…1.
    pub confidence: f64,
    /// Whether the very same bead is in the gold.
    pub right: bool,
}

/// How well confidences tell right from wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Chance that a right bead stands above a wrong one, 0…1; `None` when all are
    /// right or all wrong.
    pub auc: Option<f64>,
    /// Beads below one half, and the wrong ones of them.
    pub doubtful: (usize, usize),
    /// Beads from one half up, and the wrong ones of them.
    pub trusted: (usize, usize),
    /// Share of the wrong beads that the least confident tenth holds, 0…1; `None`
    /// when none is wrong.
    pub worst_tenth: Option<f64>,
    /// Expected calibration error, 0…1.
    pub calibration_error: f64,
}

/// Holds each bead found against the gold.
pub fn judge(gold: &[Link], found: &[Pair]) -> Vec<Judged> {
    let gold: BTreeSet<Link> = gold.iter().flat_map(Link::singles).collect();
    let judged = |pair: &Pair| Judged {
        confidence: f64::from(pair.confidence),
        right: Link::from(pair).singles().iter().all(|link| gold.contains(link)),
    };
    found.iter().map(judged).collect()
}

impl Reliability {
    /// The figures of some beads.
    pub fn of(beads: &[Judged]) -> Self {
        let count = |of: &dyn Fn(&Judged) -> bool| {
            let chosen = || beads.iter().filter(|bead| of(bead));
            (chosen().count(), chosen().filter(|bead| !bead.right).count())
        };
        Self {
            auc: auc(beads),
            doubtful: count(&|bead| bead.confidence < 0.5),
            trusted: count(&|bead| bead.confidence >= 0.5),
            worst_tenth: worst_tenth(beads),
            calibration_error: calibration_error(beads),
        }
    }
}

fn worst_tenth(beads: &[Judged]) -> Option<f64> {
    let mut sorted: Vec<&Judged> = beads.iter().collect();
    sorted.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let wrong = |beads: &[&Judged]| beads.iter().filter(|bead| !bead.right).count();
    let worst = sorted.get(..beads.len().div_ceil(10)).unwrap_or_default();
    let all = wrong(&sorted);
    (all > 0).then(|| wrong(worst) as f64 / all as f64)
}

/// The Mann-Whitney statistic; ties count half.
fn auc(beads: &[Judged]) -> Option<f64> {
    let mut sorted: Vec<&Judged> = beads.iter().collect();
    sorted.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let (mut wins, mut wrong_below) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.confidence.total_cmp(&b.confidence).is_eq()) {
        let right = tied.iter().filter(|bead| bead.right).count() as f64;
        let wrong = tied.len() as f64 - right;
        wins += right * (wrong_below + wrong / 2.0);
        wrong_below += wrong;
    }
    let right = beads.len() as f64 - wrong_below;
    (right > 0.0 && wrong_below > 0.0).then(|| wins / (right * wrong_below))
}

fn calibration_error(beads: &[Judged]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for bead in beads {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number from 0 to 9"
        )]
        let bin = (bead.confidence * 10.0).clamp(0.0, 9.0) as usize;
        bins[bin].0 += bead.confidence;
        bins[bin].1 += if bead.right { 1.0 } else { 0.0 };
        bins[bin].2 += 1.0;
    }
    let off: f64 = bins.iter().map(|(confidence, right, _)| (confidence - right).abs()).sum();
    let all: f64 = bins.iter().map(|bin| bin.2).sum();
    off / all.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beads(of: &[(f64, bool)]) -> Vec<Judged> {
        of.iter().map(|&(confidence, right)| Judged { confidence, right }).collect()
    }

    #[test]
    fn the_area_is_the_chance_that_right_stands_above_wrong() {
        let auc = |of: &[(f64, bool)]| Reliability::of(&beads(of)).auc;
        assert_eq!(auc(&[(0.9, true), (0.8, true), (0.2, false)]), Some(1.0));
        assert_eq!(auc(&[(0.1, true), (0.9, false)]), Some(0.0));
        assert_eq!(auc(&[(0.5, true), (0.5, false)]), Some(0.5));
        assert_eq!(auc(&[(0.5, true)]), None);
    }

    #[test]
    fn the_worst_tenth_holds_some_of_the_wrong_beads() {
        let mut made: Vec<(f64, bool)> =
            (0..19).map(|k| (f64::from(k) / 20.0 + 0.03, k > 0)).collect();
        made.push((0.99, false));
        assert_eq!(Reliability::of(&beads(&made)).worst_tenth, Some(0.5));
        assert_eq!(Reliability::of(&beads(&[(0.5, true)])).worst_tenth, None);
    }

    #[test]
    fn wrong_beads_are_counted_on_either_side_of_one_half() {
        let reliability =
            Reliability::of(&beads(&[(0.9, true), (0.95, false), (0.4, false), (0.1, true)]));
        assert_eq!((reliability.trusted, reliability.doubtful), ((2, 1), (2, 1)));
        assert!(reliability.calibration_error > 0.2);
        assert!(Reliability::of(&[]).calibration_error < 1e-9);
    }
}
