//! The backward half of the [search](super::search): sums over all ways from a
//! node to the end, the best of them, and what the model expects to see.

use super::gap::GapCounts;
use super::progress::Progress;
use super::search::{ADDITION, BEAD, NOWHERE, OMISSION, Search, Steps, log_sum, log_sum_2};
use super::shape::{self, SHAPES};
use crate::model::Cancelled;

/// Posteriors below this logarithm count as none (about 1e-13).
const NEGLIGIBLE: f64 = -30.0;

/// Sums and best choices from the nodes to the end.
pub(super) struct Backward {
    /// Sum over the ways after a node, by the step that led to it.
    pub(super) inner: Vec<Steps>,
    /// The best way after a node, by the step that leaves it.
    pub(super) best_exit: Vec<Steps>,
    /// The shape of the best bead that leaves a node.
    pub(super) shape: Vec<u8>,
    /// Expected number of beads by shape.
    pub(super) shapes: [f64; SHAPES],
    /// Expected number of transitions.
    pub(super) gaps: GapCounts,
    end: Steps,
    last: usize,
    transitions: [Steps; 3],
}

impl Backward {
    /// Goes through the corridor from its end. `out` and `total` are what the
    /// forward half found.
    pub(super) fn run(
        search: &Search,
        out: &[Steps],
        total: f64,
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let corridor = search.corridor;
        let nodes = corridor.len();
        let mut back = Self {
            inner: vec![NOWHERE; nodes],
            best_exit: vec![NOWHERE; nodes],
            shape: vec![0; nodes],
            shapes: [0.0; SHAPES],
            gaps: GapCounts::default(),
            end: search.gaps.end(search.inner.1),
            last: nodes.saturating_sub(1),
            transitions: search.gaps.transitions(),
        };
        for i in (0..=corridor.source()).rev() {
            progress.row()?;
            for j in corridor.row(i).rev() {
                let Some(node) = corridor.node(i, j) else { continue };
                if node == back.last {
                    back.inner[node] = back.end;
                    continue;
                }
                back.visit(search, out, total, (i, j), node);
            }
        }
        Ok(back)
    }

    /// The best way after a node reached by `step`.
    fn best(&self, node: usize, step: usize) -> f64 {
        if node == self.last {
            return self.end[step];
        }
        let exits = &self.best_exit[node];
        let ways = self.transitions[step].iter().zip(exits).map(|(t, exit)| t + exit);
        ways.fold(f64::NEG_INFINITY, f64::max)
    }

    fn visit(
        &mut self,
        search: &Search,
        out: &[Steps],
        total: f64,
        (i, j): (usize, usize),
        node: usize,
    ) {
        let mut sums = [f64::NEG_INFINITY; SHAPES];
        let mut best = (f64::NEG_INFINITY, 0);
        for (shape, a, b) in shape::all() {
            let Some(end) = search.corridor.node(i + a, j + b) else { continue };
            let score = search.score(end, shape);
            sums[shape] = score + self.inner[end][BEAD];
            let way = score + self.best(end, BEAD);
            if way > best.0 {
                best = (way, shape);
            }
        }
        let mut exit = [log_sum(sums), f64::NEG_INFINITY, f64::NEG_INFINITY];
        let mut best_exit = [best.0, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let singles = [(OMISSION, (i + 1, j)), (ADDITION, (i, j + 1))];
        for (step, (i, j)) in singles {
            if let Some(end) = search.corridor.node(i, j) {
                exit[step] = self.inner[end][step];
                best_exit[step] = self.best(end, step);
            }
        }
        self.inner[node] = std::array::from_fn(|from| log_sum_2(&exit, &self.transitions[from]));
        self.best_exit[node] = best_exit;
        self.shape[node] = u8::try_from(best.1).unwrap_or(0);
        if log_sum_2(&out[node], &exit) - total > NEGLIGIBLE {
            for (shape, sum) in sums.iter().enumerate() {
                self.shapes[shape] += likely(out[node][BEAD] + sum - total);
            }
            if (i, j) != (0, 0) {
                self.count(&search.arrive(out, i, j, node), &exit, total);
            }
        }
    }

    /// Adds the transitions expected at a node.
    fn count(&mut self, arrived: &Steps, exit: &Steps, total: f64) {
        let share = |from: usize, to: usize| {
            likely(arrived[from] + self.transitions[from][to] + exit[to] - total)
        };
        let opened = share(BEAD, OMISSION) + share(BEAD, ADDITION);
        let seen = GapCounts {
            beads: share(BEAD, BEAD) + opened,
            opened,
            stayed: share(OMISSION, OMISSION) + share(ADDITION, ADDITION),
            turned: share(OMISSION, ADDITION),
            closed: share(OMISSION, BEAD) + share(ADDITION, BEAD),
        };
        self.gaps.add(&seen);
    }
}

fn likely(log: f64) -> f64 {
    if log < NEGLIGIBLE { 0.0 } else { log.exp().min(1.0) }
}
