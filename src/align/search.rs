//! The search: how likely every way through the grid is, and the likeliest.
//!
//! A way is a sequence of beads and gaps from the first node to the last. Its
//! likelihood is the product of its beads' scores and of the transitions between
//! them ([`GapModel`]). The forward and backward sums over all ways (Baum et al.
//! 1970) give each bead its posterior, the share of the total likelihood held by
//! the ways that contain it: this is the confidence shown to the user, and what
//! the model is re-estimated from. The way returned is the likeliest one
//! (Viterbi 1967). Alone, the likeliest way would say nothing of how near the
//! second was; greedy search (Gale & Church's successors in many editors) is
//! refused because one early mistake moves all that follows.
//!
//! Scores are natural logarithms of likelihood ratios against the background, so
//! that a sentence in a gap scores nothing.

use super::backward::Backward;
use super::corridor::Corridor;
use super::gap::{GapCounts, GapModel, Step};
use super::progress::Progress;
use super::shape::{self, SHAPES};
use crate::model::Cancelled;

/// Scores of the beads that end at each node of a corridor.
#[derive(Debug)]
pub(super) struct BeadScores {
    /// By node, then by shape; `-∞` where the bead leaves the corridor.
    pub(super) by_node: Vec<[f32; SHAPES]>,
}

/// One step of the way found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    /// Source and target sentences before the step.
    pub(super) from: (usize, usize),
    /// Source and target sentences of the step.
    pub(super) size: (usize, usize),
    /// Share of the total likelihood held by ways with this very step, 0…1.
    pub(super) posterior: f64,
}

/// What the search found.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The likeliest way, gaps as single sentences.
    pub(super) path: Vec<Found>,
    /// Expected number of beads by shape.
    pub(super) shapes: [f64; SHAPES],
    /// Expected number of transitions.
    pub(super) gaps: GapCounts,
}

/// One logarithm a [`Step`].
pub(super) type Steps = [f64; 3];
pub(super) const NOWHERE: Steps = [f64::NEG_INFINITY; 3];
pub(super) const BEAD: usize = Step::Bead as usize;
pub(super) const OMISSION: usize = Step::Omission as usize;
pub(super) const ADDITION: usize = Step::Addition as usize;

/// A stretch of two documents to search, with its scores.
pub(super) struct Search<'a> {
    /// Where.
    pub(super) corridor: &'a Corridor,
    /// Scores of all beads, priors included.
    pub(super) scores: &'a BeadScores,
    /// The transitions.
    pub(super) gaps: &'a GapModel,
    /// Whether the stretch begins and ends at an accepted bead rather than at an
    /// end of the document.
    pub(super) inner: (bool, bool),
}

impl Search<'_> {
    /// Runs the search.
    pub(super) fn run(&self, progress: &Progress) -> Result<Outcome, Cancelled> {
        let (out, total) = self.forward(progress)?;
        let back = Backward::run(self, &out, total, progress)?;
        let path = self.trace(&out, &back, total);
        Ok(Outcome { path, shapes: back.shapes, gaps: back.gaps })
    }

    /// For each node and next step: the sum over all ways to the node, the
    /// transition to that step included; and the sum over all ways to the end.
    fn forward(&self, progress: &Progress) -> Result<(Vec<Steps>, f64), Cancelled> {
        let corridor = self.corridor;
        let transitions = self.gaps.transitions();
        let mut out = vec![NOWHERE; corridor.len()];
        let mut last = NOWHERE;
        for i in 0..=corridor.source() {
            progress.row()?;
            for j in corridor.row(i) {
                let Some(node) = corridor.node(i, j) else { continue };
                let leaving = if (i, j) == (0, 0) {
                    self.gaps.start(self.inner.0)
                } else {
                    last = self.arrive(&out, i, j, node);
                    std::array::from_fn(|to| {
                        log_sum(std::array::from_fn::<_, 3, _>(|from| {
                            last[from] + transitions[from][to]
                        }))
                    })
                };
                out[node] = leaving;
            }
        }
        let end = self.gaps.end(self.inner.1);
        let empty = (corridor.source(), corridor.target()) == (0, 0);
        Ok((out, if empty { 0.0 } else { log_sum_2(&last, &end) }))
    }

    /// The sums over all ways to a node, by the last step.
    pub(super) fn arrive(&self, out: &[Steps], i: usize, j: usize, node: usize) -> Steps {
        let from = |back: (usize, usize), step: usize| {
            let before = self.corridor.before(i, j, back);
            before.and_then(|node| out.get(node)).map_or(f64::NEG_INFINITY, |steps| steps[step])
        };
        let scores = self.scores.by_node.get(node).copied().unwrap_or([f32::NEG_INFINITY; SHAPES]);
        let mut beads = [f64::NEG_INFINITY; SHAPES];
        for (shape, a, b) in shape::all() {
            if scores[shape] > f32::NEG_INFINITY {
                beads[shape] = from((a, b), BEAD) + f64::from(scores[shape]);
            }
        }
        [log_sum(beads), from((1, 0), OMISSION), from((0, 1), ADDITION)]
    }

    /// The score of the bead of this shape that ends at a node.
    pub(super) fn score(&self, node: usize, shape: usize) -> f64 {
        let scores = self.scores.by_node.get(node).and_then(|scores| scores.get(shape));
        f64::from(scores.copied().unwrap_or(f32::NEG_INFINITY))
    }

    /// Follows the best choices from the first node to the last.
    fn trace(&self, out: &[Steps], back: &Backward, total: f64) -> Vec<Found> {
        let (n, m) = (self.corridor.source(), self.corridor.target());
        let transitions = self.gaps.transitions();
        let mut path = Vec::new();
        let (mut at, mut weights) = ((0, 0), self.gaps.start(self.inner.0));
        while at != (n, m) {
            let Some(node) = self.corridor.node(at.0, at.1) else { break };
            let step = best_step(&weights, &back.best_exit[node]);
            let size = match step {
                BEAD => shape::size(usize::from(back.shape[node])),
                OMISSION => (1, 0),
                _ => (0, 1),
            };
            let next = (at.0 + size.0, at.1 + size.1);
            let Some(end) = self.corridor.node(next.0, next.1) else { break };
            let score = match step {
                BEAD => self.score(end, usize::from(back.shape[node])),
                _ => 0.0,
            };
            let log = out[node][step] + score + back.inner[end][step] - total;
            path.push(Found { from: at, size, posterior: log.exp().clamp(0.0, 1.0) });
            (at, weights) = (next, transitions[step]);
        }
        path
    }
}

fn best_step(weights: &Steps, exits: &Steps) -> usize {
    let mut best = (f64::NEG_INFINITY, BEAD);
    for (step, (weight, exit)) in weights.iter().zip(exits).enumerate() {
        if weight + exit > best.0 {
            best = (weight + exit, step);
        }
    }
    best.1
}

pub(super) fn log_sum_2(left: &Steps, right: &Steps) -> f64 {
    log_sum(std::array::from_fn::<_, 3, _>(|k| left[k] + right[k]))
}

/// Logarithm of the sum of exponentials.
pub(super) fn log_sum<const N: usize>(terms: [f64; N]) -> f64 {
    let top = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        return top;
    }
    let sum: f64 = terms.iter().filter(|t| **t > top - 40.0).map(|t| (t - top).exp()).sum();
    top + sum.ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;

    /// Scores from nowhere in particular, the same every time.
    fn noise(corridor: &Corridor, seed: u64) -> BeadScores {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            f64::from(u32::try_from(state >> 33).unwrap_or(0)) / f64::from(u32::MAX >> 1) * 8.0
                - 5.0
        };
        let mut by_node = vec![[f32::NEG_INFINITY; SHAPES]; corridor.len()];
        for i in 0..=corridor.source() {
            for j in corridor.row(i) {
                for (shape, a, b) in shape::all() {
                    let inside = corridor.before(i, j, (a, b)).is_some();
                    if let (true, Some(node)) = (inside, corridor.node(i, j)) {
                        #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
                        let score = next() as f32;
                        by_node[node][shape] = score;
                    }
                }
            }
        }
        BeadScores { by_node }
    }

    /// All ways from a node on, each with its logarithm.
    fn ways(search: &Search, at: (usize, usize), from: Option<usize>) -> Vec<(Vec<Found>, f64)> {
        let corridor = search.corridor;
        if at == (corridor.source(), corridor.target()) {
            return vec![(Vec::new(), from.map_or(0.0, |f| search.gaps.end(search.inner.1)[f]))];
        }
        let weights = from.map_or_else(
            || search.gaps.start(search.inner.0),
            |from| search.gaps.transitions()[from],
        );
        let beads = shape::all().map(|(shape, a, b)| (BEAD, (a, b), Some(shape)));
        let gaps = [(OMISSION, (1, 0), None), (ADDITION, (0, 1), None)];
        let mut all = Vec::new();
        for (step, size, shape) in beads.chain(gaps) {
            let next = (at.0 + size.0, at.1 + size.1);
            let Some(end) = corridor.node(next.0, next.1) else { continue };
            let score = shape.map_or(0.0, |shape| search.score(end, shape)) + weights[step];
            if score == f64::NEG_INFINITY {
                continue;
            }
            for (mut rest, log) in ways(search, next, Some(step)) {
                rest.insert(0, Found { from: at, size, posterior: 0.0 });
                all.push((rest, log + score));
            }
        }
        all
    }

    #[test]
    fn the_search_agrees_with_all_ways_written_out() {
        let gaps = GapModel { open: 0.05, edge: 0.2, stay: 0.6, turn: 0.1 };
        let grids = [
            (4, 4, false),
            (3, 5, true),
            (6, 2, false),
            (0, 3, false),
            (2, 0, true),
            (0, 0, false),
        ];
        for (seed, (n, m, inner)) in grids.into_iter().enumerate() {
            let corridor = Corridor::full(n, m);
            let scores = noise(&corridor, 7 + seed as u64);
            let search =
                Search { corridor: &corridor, scores: &scores, gaps: &gaps, inner: (inner, inner) };
            let progress = Progress::new(&Unwatched, 1);
            let outcome = search.run(&progress).expect("nobody cancels");
            let all = ways(&search, (0, 0), None);
            let total = all.iter().map(|(_, log)| log.exp()).sum::<f64>().ln();
            let found = search.forward(&progress).expect("nobody cancels").1;
            assert!((found - total).abs() < 1e-9, "{n} × {m}");
            let best = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("a way");
            let steps = |path: &[Found]| path.iter().map(|f| (f.from, f.size)).collect::<Vec<_>>();
            assert_eq!(steps(&outcome.path), steps(&best.0), "{n} × {m}");
            for found in &outcome.path {
                let with = all.iter().filter(|(path, _)| {
                    path.iter().any(|f| (f.from, f.size) == (found.from, found.size))
                });
                let share = with.map(|(_, log)| (log - total).exp()).sum::<f64>();
                assert!((found.posterior - share).abs() < 1e-9, "{n} × {m}: {found:?} {share}");
            }
            let beads = all.iter().map(|(path, log)| {
                let beads = path.iter().filter(|f| f.size.0 > 0 && f.size.1 > 0).count();
                (log - total).exp() * beads as f64
            });
            assert!((outcome.shapes.iter().sum::<f64>() - beads.sum::<f64>()).abs() < 1e-9);
        }
    }
}
