//! The confidence shown beside a bead.
//!
//! It is the bead's posterior: the share of the total likelihood held by those
//! ways through the documents that contain this very bead, so that a bead is
//! doubtful exactly where another way is nearly as good. On development texts the
//! posterior alone was right within two points in a hundred but for one kind of
//! bead: two short lines of page chrome that have nothing in common but their
//! length. A bead whose words do not speak for it therefore loses some of its
//! odds. Between 0 (wrong) and 1; a bead below one half is more likely wrong.

/// Log-odds that a bead loses whose words say nothing, in nats.
const LOSS: f64 = 1.2;
/// Lexical support from which on nothing is lost, in nats; the loss is whole at
/// `NONE` and below.
const ENOUGH: f64 = 9.0;
const NONE: f64 = 3.0;

/// The confidence of a bead with this posterior (0…1) and lexical support (the
/// log-likelihood ratio of its words, mean of both directions).
pub(super) fn of_bead(posterior: f64, support: f64) -> f64 {
    let loss = LOSS * ((ENOUGH - support) / (ENOUGH - NONE)).clamp(0.0, 1.0);
    let kept = posterior * (-loss).exp();
    let against = (1.0 - posterior).max(0.0);
    if kept + against > 0.0 { (kept / (kept + against)).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing_cost_some_odds() {
        assert!((of_bead(0.8, 20.0) - 0.8).abs() < 1e-9);
        assert!(of_bead(0.6, 0.0) < 0.5);
        assert!(of_bead(0.99, 0.0) > 0.9, "but no certainty is lost");
        assert!(of_bead(0.8, 6.0) < 0.8 && of_bead(0.8, 6.0) > of_bead(0.8, 0.0));
        for sure in [0.0, 1.0] {
            assert!((of_bead(sure, 0.0) - sure).abs() < 1e-9);
        }
    }
}
