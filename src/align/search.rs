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

use std::ops::Range;

use super::backward::Backward;
use super::corridor::Corridor;
use super::edges::Edges;
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
    /// Share of the total likelihood held by ways with this very bead, or in which
    /// this sentence is unaligned, 0…1.
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
    /// How surely each sentence stands before the first bead or after the last, 0…1,
    /// source and target.
    pub(super) outside: [Vec<f64>; 2],
    /// The columns of each row that may lie on the way, from the first to the last such;
    /// empty where the way jumps a row.
    pub(super) hopeful: Vec<Range<usize>>,
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
    /// The ends of the documents, where the stretch reaches them.
    pub(super) edges: &'a Edges,
}

impl Search<'_> {
    /// Runs the search.
    pub(super) fn run(&self, progress: &Progress) -> Result<Outcome, Cancelled> {
        let (out, total) = self.forward(progress)?;
        let back = Backward::run(self, &out, total, progress)?;
        let path = self.trace(&out, &back, total);
        let Backward { shapes, gaps, outside, hopeful, .. } = back;
        Ok(Outcome { path, shapes, gaps, outside, hopeful })
    }

    /// For each node and next step: the sum over all ways to the node, the
    /// transition to that step included; and the sum over all ways to the end.
    fn forward(&self, progress: &Progress) -> Result<(Vec<Steps>, f64), Cancelled> {
        let corridor = self.corridor;
        let transitions = self.gaps.transitions();
        let mut out = vec![NOWHERE; corridor.len()];
        let mut last = [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let mut total = self.without_beads();
        for i in 0..=corridor.source() {
            progress.row()?;
            for j in corridor.row(i) {
                let Some(node) = corridor.node(i, j) else { continue };
                last = self.arrive(&out, i, j, node);
                total = log_add(total, last[BEAD] + self.edges.end(i, j));
                let mut leaving: Steps = std::array::from_fn(|to| {
                    log_sum(std::array::from_fn::<_, 3, _>(|from| {
                        last[from] + transitions[from][to]
                    }))
                });
                leaving[BEAD] = log_add(leaving[BEAD], self.edges.start(i, j));
                out[node] = leaving;
            }
        }
        Ok((out, if self.edges.is_end() { total } else { log_add(total, log_sum(last)) }))
    }

    /// The way on which all sentences stand before the first bead.
    pub(super) fn without_beads(&self) -> f64 {
        let (n, m) = (self.corridor.source(), self.corridor.target());
        let end = if self.edges.is_end() { self.edges.end(n, m) } else { 0.0 };
        self.edges.start(n, m) + end
    }

    /// The sums over all ways to a node, by the last step.
    pub(super) fn arrive(&self, out: &[Steps], i: usize, j: usize, node: usize) -> Steps {
        if (i, j) == (0, 0) {
            // An accepted bead leads here, or nothing does.
            let accepted = if self.edges.is_start() { f64::NEG_INFINITY } else { 0.0 };
            return [accepted, f64::NEG_INFINITY, f64::NEG_INFINITY];
        }
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
        let mut at = self.best_start(back);
        back.push_singles(&mut path, (0, 0), at);
        // What is begun at a later node begins with a bead.
        let mut weights = if self.edges.is_start() {
            [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY]
        } else {
            transitions[BEAD]
        };
        let mut step = if self.edges.is_start() { OMISSION } else { BEAD };
        while at != (n, m) {
            let Some(node) = self.corridor.node(at.0, at.1) else { break };
            let next = best_step(&weights, &back.best_exit[node]);
            if step == BEAD && self.edges.end(at.0, at.1) >= next.0 {
                back.push_singles(&mut path, at, (n, m));
                break;
            }
            step = next.1;
            let from = at;
            at = match step {
                BEAD => {
                    let shape = usize::from(back.shape[node]);
                    let size = shape::size(shape);
                    let to = (at.0 + size.0, at.1 + size.1);
                    let Some(end) = self.corridor.node(to.0, to.1) else { break };
                    let log = out[node][BEAD] + self.score(end, shape) + back.inner[end][BEAD];
                    let posterior = (log - total).exp().clamp(0.0, 1.0);
                    path.push(Found { from, size, posterior });
                    to
                }
                OMISSION => (at.0 + 1, at.1),
                _ => (at.0, at.1 + 1),
            };
            if step != BEAD {
                back.push_singles(&mut path, from, at);
            }
            weights = transitions[step];
        }
        path
    }

    /// The node at which the likeliest way begins.
    fn best_start(&self, back: &Backward) -> (usize, usize) {
        let (n, m) = (self.corridor.source(), self.corridor.target());
        if !self.edges.is_start() {
            return (0, 0);
        }
        let mut best = (self.without_beads(), (n, m));
        for i in 0..=n {
            for j in self.corridor.row(i) {
                let exits = self.corridor.node(i, j).and_then(|node| back.best_exit.get(node));
                let way = self.edges.start(i, j) + exits.map_or(f64::NEG_INFINITY, |e| e[BEAD]);
                if way > best.0 {
                    best = (way, (i, j));
                }
            }
        }
        best.1
    }
}

fn best_step(weights: &Steps, exits: &Steps) -> (f64, usize) {
    let mut best = (f64::NEG_INFINITY, BEAD);
    for (step, (weight, exit)) in weights.iter().zip(exits).enumerate() {
        if weight + exit > best.0 {
            best = (weight + exit, step);
        }
    }
    best
}

/// Logarithm of the sum of two exponentials.
pub(super) fn log_add(left: f64, right: f64) -> f64 {
    let (top, low) = if left > right { (left, right) } else { (right, left) };
    if low < top - 40.0 || top == f64::NEG_INFINITY { top } else { top + (low - top).exp().ln_1p() }
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

    type Way = (Vec<((usize, usize), (usize, usize))>, f64);

    /// Single sentences between two nodes, source first.
    fn singles(from: (usize, usize), to: (usize, usize)) -> Way {
        let ours = (from.0..to.0).map(|i| ((i, from.1), (1, 0)));
        let theirs = (from.1..to.1).map(|j| ((to.0, j), (0, 1)));
        (ours.chain(theirs).collect(), 0.0)
    }

    /// All ways from a node on, each with its logarithm; `from` is the last step.
    fn ways(search: &Search, at: (usize, usize), from: usize, weights: Steps) -> Vec<Way> {
        let end = (search.corridor.source(), search.corridor.target());
        let mut all = Vec::new();
        if search.edges.is_end() && from == BEAD {
            let (path, _) = singles(at, end);
            all.push((path, search.edges.end(at.0, at.1)));
        } else if at == end && !search.edges.is_end() {
            all.push((Vec::new(), 0.0));
        }
        let beads = shape::all().map(|(shape, a, b)| (BEAD, (a, b), Some(shape)));
        let gaps = [(OMISSION, (1, 0), None), (ADDITION, (0, 1), None)];
        for (step, size, shape) in beads.chain(gaps) {
            let next = (at.0 + size.0, at.1 + size.1);
            let Some(node) = search.corridor.node(next.0, next.1) else { continue };
            let score = shape.map_or(0.0, |shape| search.score(node, shape)) + weights[step];
            if score == f64::NEG_INFINITY {
                continue;
            }
            for (mut rest, log) in ways(search, next, step, search.gaps.transitions()[step]) {
                rest.insert(0, (at, size));
                all.push((rest, log + score));
            }
        }
        all
    }

    /// All ways of a stretch.
    fn all_ways(search: &Search) -> Vec<Way> {
        let (n, m) = (search.corridor.source(), search.corridor.target());
        if !search.edges.is_start() {
            return ways(search, (0, 0), BEAD, search.gaps.transitions()[BEAD]);
        }
        let mut all = vec![(singles((0, 0), (n, m)).0, search.without_beads())];
        for (i, j) in (0..=n).flat_map(|i| (0..=m).map(move |j| (i, j))) {
            let first = [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY];
            // Not as after a bead: ending at once is the way without beads.
            let begun = ways(search, (i, j), OMISSION, first).into_iter();
            all.extend(begun.filter(|(path, _)| !path.is_empty()).map(|(path, log)| {
                let head = singles((0, 0), (i, j)).0;
                (head.into_iter().chain(path).collect(), log + search.edges.start(i, j))
            }));
        }
        all
    }

    /// Whether a way holds a bead, or leaves the same sentence unaligned.
    fn holds(way: &Way, found: &Found) -> bool {
        way.0.iter().any(|&(from, size)| {
            size == found.size
                && match size {
                    (1, 0) => from.0 == found.from.0,
                    (0, 1) => from.1 == found.from.1,
                    _ => from == found.from,
                }
        })
    }

    fn check(n: usize, m: usize, inner: (bool, bool), seed: u64) {
        let gaps = GapModel { open: 0.05, edge: 0.2, stay: 0.6, turn: 0.1 };
        let looks = [0.3, -0.8, 1.1, 0.2, -0.4, 0.6];
        let chrome: [&[f64]; 2] = [&looks[..n], &looks[6 - m..]];
        let corridor = Corridor::full(n, m);
        let scores = noise(&corridor, 7 + seed);
        let edges = Edges::of(&gaps, chrome, inner);
        let search = Search { corridor: &corridor, scores: &scores, gaps: &gaps, edges: &edges };
        let progress = Progress::new(&Unwatched, 1);
        let outcome = search.run(&progress).expect("nobody cancels");
        let all = all_ways(&search);
        let total = all.iter().map(|(_, log)| log.exp()).sum::<f64>().ln();
        let found = search.forward(&progress).expect("nobody cancels").1;
        assert!((found - total).abs() < 1e-9, "{n} × {m} {inner:?}: {found} {total}");
        let best = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("a way");
        let steps: Vec<_> = outcome.path.iter().map(|f| (f.from, f.size)).collect();
        assert_eq!(steps, best.0, "{n} × {m} {inner:?}");
        for found in &outcome.path {
            let with = all.iter().filter(|way| holds(way, found));
            let share = with.map(|(_, log)| (log - total).exp()).sum::<f64>();
            assert!((found.posterior - share).abs() < 1e-9, "{n} × {m}: {found:?} {share}");
        }
        let beads = all.iter().map(|(path, log)| {
            let beads = path.iter().filter(|(_, size)| size.0 > 0 && size.1 > 0).count();
            (log - total).exp() * beads as f64
        });
        assert!((outcome.shapes.iter().sum::<f64>() - beads.sum::<f64>()).abs() < 1e-9);
    }

    #[test]
    fn the_search_agrees_with_all_ways_written_out() {
        let grids = [(4, 4), (3, 5), (6, 2), (0, 3), (2, 0), (0, 0)];
        for (seed, (n, m)) in grids.into_iter().enumerate() {
            for inner in [(false, false), (true, true), (true, false), (false, true)] {
                check(n, m, inner, seed as u64);
            }
        }
    }
}
