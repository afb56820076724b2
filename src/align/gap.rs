//! Omissions and additions: affine gaps.
//!
//! Page chrome, a contact block, a paragraph left out: sentences without a
//! counterpart come in runs, so that opening a run is dear and staying in it is
//! cheap (Smith & Waterman's affine gaps, as a hidden Markov model of three
//! states). A run of source sentences may turn into one of target sentences but
//! not the other way round: both orders would say the same and share the
//! likelihood between them.
//!
//! The two ends of a document are another matter ([`edges`](super::edges)): pages
//! begin and end with chrome, on either side as much of it as its makers liked. A
//! run there is likely, its length is nearly anything, and what one side has tells nothing of the other.
//!
//! A sentence in a gap is written by the background model, which is the zero of
//! all scores here, so that a gap costs its transitions and nothing else.

/// How the chance of a run at an end of the document fades with each sentence, beyond
/// the scale-free 1 / (k (k + 1)): two documents given to be aligned do not consist of
/// chrome, even where little speaks for any bead.
const EDGE_FADE: f64 = 0.85;

/// The state after a step of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A bead with both sides.
    Bead = 0,
    /// A source sentence left out.
    Omission = 1,
    /// A target sentence added.
    Addition = 2,
}

/// How often gaps open and close: probabilities, learnt from a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct GapModel {
    /// After a bead: a run of omissions begins (a run of additions: the same).
    pub(super) open: f64,
    /// A side has a run at an end of the document.
    pub(super) edge: f64,
    /// In a run: it goes on.
    pub(super) stay: f64,
    /// In a run of omissions: a run of additions follows at once.
    pub(super) turn: f64,
}

/// Expected numbers of transitions, from which the model is learnt.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct GapCounts {
    /// Beads, and runs opened after a bead (both kinds).
    pub(super) beads: f64,
    /// Runs opened after a bead.
    pub(super) opened: f64,
    /// Sentences that continued a run.
    pub(super) stayed: f64,
    /// Runs of omissions that turned into additions.
    pub(super) turned: f64,
    /// Runs that ended in a bead.
    pub(super) closed: f64,
}

impl GapCounts {
    pub(super) fn add(&mut self, other: &Self) {
        self.beads += other.beads;
        self.opened += other.opened;
        self.stayed += other.stayed;
        self.turned += other.turned;
        self.closed += other.closed;
    }
}

impl GapModel {
    /// The model after `counts`, held back by `prior` weighing as much as
    /// `pseudo_count` observed transitions. The edges are not learnt: a document
    /// has only two.
    pub(super) fn learnt(counts: &GapCounts, prior: &Self, pseudo_count: f64, cap: f64) -> Self {
        let share =
            |seen: f64, of: f64, prior: f64| (seen + pseudo_count * prior) / (of + pseudo_count);
        let left = counts.stayed + counts.turned + counts.closed;
        let open = share(counts.opened / 2.0, counts.beads + counts.opened, prior.open).min(cap);
        Self {
            open,
            edge: prior.edge,
            stay: share(counts.stayed, left, prior.stay),
            turn: share(counts.turned, left, prior.turn),
        }
    }

    /// Natural logarithms of the transitions, `[from][to]` by [`Step`];
    /// `-∞` where there is none.
    pub(super) fn transitions(&self) -> [[f64; 3]; 3] {
        let bead = (1.0 - 2.0 * self.open).max(1e-9).ln();
        let leave = (1.0 - self.stay - self.turn).max(1e-9).ln();
        let close = (1.0 - self.stay).max(1e-9).ln();
        [
            [bead, self.open.ln(), self.open.ln()],
            [leave, self.stay.ln(), self.turn.ln()],
            [close, f64::NEG_INFINITY, self.stay.ln()],
        ]
    }

    /// Logarithm of the chance that `run` sentences of one side stand before its first
    /// bead, or after its last.
    pub(super) fn edge_run(&self, run: usize) -> f64 {
        if run == 0 {
            return (1.0 - self.edge).ln();
        }
        let run = run as f64;
        // The sum over all runs of fade^k / (k (k + 1)).
        let all = 1.0 + (1.0 - EDGE_FADE) * (1.0 - EDGE_FADE).ln() / EDGE_FADE;
        (self.edge / (run * (run + 1.0)) / all).ln() + run * EDGE_FADE.ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIOR: GapModel = GapModel { open: 0.01, edge: 0.25, stay: 0.4, turn: 0.05 };

    #[test]
    fn transitions_are_probabilities_and_runs_are_cheap() {
        for row in PRIOR.transitions() {
            assert!((row.iter().map(|log| log.exp()).sum::<f64>() - 1.0).abs() < 1e-9);
        }
        let [bead, omission, _] = PRIOR.transitions();
        let (open, stay) = (bead[1], omission[1]);
        assert!(open + 3.0 * stay > 2.0 * open, "four in a run against two alone");
        assert!(PRIOR.edge_run(3) > open + 2.0 * stay, "the document's edge is cheaper");
        let all: f64 = (0..100_000).map(|run| PRIOR.edge_run(run).exp()).sum();
        assert!((all - 1.0).abs() < 1e-4, "{all}");
    }

    #[test]
    fn gaps_are_learnt_within_bounds() {
        let counts =
            GapCounts { beads: 50.0, opened: 50.0, stayed: 90.0, turned: 0.0, closed: 10.0 };
        let learnt = GapModel::learnt(&counts, &PRIOR, 15.0, 0.15);
        assert!(learnt.open > PRIOR.open && learnt.open <= 0.15);
        assert!(learnt.stay > 0.7 && learnt.turn < PRIOR.turn);
        assert_eq!(GapModel::learnt(&GapCounts::default(), &PRIOR, 15.0, 0.15), PRIOR);
    }
}
