//! The confidence shown beside a bead.
//!
//! It is the bead's posterior: the share of the total likelihood held by those
//! ways through the documents that contain this very bead, so that a bead is
//! doubtful exactly where another way is nearly as good. Two things the search does
//! not see are mended. A bead is as good as its weakest sentence: one whose words
//! are supported far less than is usual in these documents was perhaps swallowed by
//! its neighbours, or is a line of page chrome that has nothing in common with the
//! other but its length; such a bead loses some of its odds. What is usual is
//! measured on the documents, since between languages that share no words nothing
//! is supported much. And words are no independent witnesses, so that the log-odds
//! are shrunk. Between 0 (wrong) and 1; a bead below one half is more likely wrong.

/// Log-odds that a bead loses whose weakest sentence nothing supports, in nats.
const LOSS: f64 = 1.2;
/// Support, as a share of what is usual, from which on nothing is lost.
const ENOUGH: f64 = 0.5;
/// Least support a token that counts as usual, in nats.
const LEAST_USUAL: f64 = 0.05;
/// What log-odds are multiplied by: found on development sets, where posteriors of
/// .99 were right in 97 of 100 cases.
const SHRINKAGE: f64 = 0.7;

/// How much words usually support a sentence of these beads: the mean of
/// `(support per token in nats, posterior)`, weighted by posterior.
pub(super) fn usual(beads: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (sum, weights) = beads.fold((0.0, 0.0), |(sum, weights), (support, posterior)| {
        (sum + posterior * support.max(0.0), weights + posterior)
    });
    (sum / f64::max(weights, 1e-9)).max(LEAST_USUAL)
}

/// The confidence of a bead with this posterior (0…1), whose weakest sentence has
/// this support a token in nats, where `usual` is usual.
pub(super) fn of_bead(posterior: f64, weakest: f64, usual: f64) -> f64 {
    let share = (weakest / (ENOUGH * usual)).clamp(0.0, 1.0);
    shrunk(posterior, LOSS * (1.0 - share))
}

/// The confidence that a sentence has no counterpart.
pub(super) fn of_single(posterior: f64) -> f64 {
    shrunk(posterior, 0.0)
}

/// A probability with log-odds less a loss, shrunk.
fn shrunk(posterior: f64, loss: f64) -> f64 {
    let against = (1.0 - posterior).max(0.0);
    let odds = (posterior * (-loss).exp() / against).powf(SHRINKAGE);
    if odds.is_finite() { (odds / (1.0 + odds)).clamp(0.0, 1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_nothing_supports_costs_some_odds() {
        let (whole, none) = (of_bead(0.8, 2.0, 1.0), of_bead(0.8, -0.2, 1.0));
        assert!(whole > 0.6 && whole < 0.8, "{whole}");
        assert!(none < 0.6 && none < of_bead(0.8, 0.3, 1.0), "{none}");
        assert!(of_bead(0.999, -0.2, 1.0) > 0.9, "but no certainty is lost");
        assert!((of_bead(0.8, 0.2, 0.4) - whole).abs() < 1e-9, "what is usual decides");
        for sure in [0.0, 1.0] {
            assert!((of_bead(sure, 0.0, 1.0) - sure).abs() < 1e-9);
        }
        assert!((of_single(0.5) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn what_is_usual_is_a_mean_and_never_nothing() {
        assert!((usual([(1.0, 1.0), (3.0, 1.0), (90.0, 0.0)].into_iter()) - 2.0).abs() < 1e-9);
        assert!(usual(std::iter::empty()) > 0.0);
    }
}
