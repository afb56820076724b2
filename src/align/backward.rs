//! The backward half of the [search](super::search): sums over all ways from a
//! node to the end, the best of them, and what the model expects to see.

use std::ops::Range;

use super::gap::GapCounts;
use super::progress::Progress;
use super::search::{
    ADDITION, BEAD, Found, NOWHERE, OMISSION, Search, Steps, log_add, log_sum, log_sum_2,
};
use super::shape::{self, SHAPES};
use crate::model::Cancelled;

/// Posteriors below this logarithm count as none (about 1e-13).
const NEGLIGIBLE: f64 = -30.0;

/// Nodes whose ways hold less than this logarithm of a share of the likelihood are not
/// searched again: the model would have to change its mind by as many nats.
const HOPELESS: f64 = -40.0;

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
    /// How surely each sentence is unaligned, 0…1, source and target.
    pub(super) unaligned: [Vec<f64>; 2],
    /// The same of its place before the first bead or after the last.
    pub(super) outside: [Vec<f64>; 2],
    /// The columns of each row that may lie on the way, from the first to the last such.
    pub(super) hopeful: Vec<Range<usize>>,
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
        let (nodes, n, m) = (corridor.len(), corridor.source(), corridor.target());
        let mut back = Self {
            inner: vec![NOWHERE; nodes],
            best_exit: vec![NOWHERE; nodes],
            shape: vec![0; nodes],
            shapes: [0.0; SHAPES],
            gaps: GapCounts::default(),
            unaligned: [vec![0.0; n], vec![0.0; m]],
            outside: [vec![0.0; n], vec![0.0; m]],
            hopeful: vec![0..0; n + 1],
            transitions: search.gaps.transitions(),
        };
        let mut ends = Ends::new(n, m);
        for i in (0..=corridor.source()).rev() {
            progress.row()?;
            for j in corridor.row(i).rev() {
                let Some(node) = corridor.node(i, j) else { continue };
                let exit = back.leave(search, out, total, (i, j), node);
                back.count(search, out, total, (i, j), node, &exit, &mut ends);
            }
        }
        ends.without_beads = likely(search.without_beads() - total);
        ends.add_to(&mut back.outside);
        for (sums, outside) in back.unaligned.iter_mut().zip(&back.outside) {
            for (sum, outside) in sums.iter_mut().zip(outside) {
                *sum += outside;
            }
        }
        Ok(back)
    }

    /// The best way after a node reached by `step`.
    fn best(&self, search: &Search, (i, j): (usize, usize), node: usize, step: usize) -> f64 {
        let exits = &self.best_exit[node];
        let ways = self.transitions[step].iter().zip(exits).map(|(t, exit)| t + exit);
        ways.fold(stop(search, (i, j), step), f64::max)
    }

    /// Pushes the sentences between two nodes as unaligned ones, source first.
    pub(super) fn push_singles(
        &self,
        path: &mut Vec<Found>,
        from: (usize, usize),
        to: (usize, usize),
    ) {
        let sure = |side: usize, place: usize| {
            self.unaligned[side].get(place).copied().unwrap_or(0.0).clamp(0.0, 1.0)
        };
        path.extend((from.0..to.0).map(|i| Found {
            from: (i, from.1),
            size: (1, 0),
            posterior: sure(0, i),
        }));
        path.extend((from.1..to.1).map(|j| Found {
            from: (to.0, j),
            size: (0, 1),
            posterior: sure(1, j),
        }));
    }

    /// Sums and bests of the steps that leave a node.
    fn leave(
        &mut self,
        search: &Search,
        out: &[Steps],
        total: f64,
        (i, j): (usize, usize),
        node: usize,
    ) -> Steps {
        let mut sums = [f64::NEG_INFINITY; SHAPES];
        let mut best = (f64::NEG_INFINITY, 0);
        for (shape, a, b) in shape::all() {
            let Some(end) = search.corridor.node(i + a, j + b) else { continue };
            let score = search.score(end, shape);
            sums[shape] = score + self.inner[end][BEAD];
            let way = score + self.best(search, (i + a, j + b), end, BEAD);
            if way > best.0 {
                best = (way, shape);
            }
        }
        let mut exit = [log_sum(sums), f64::NEG_INFINITY, f64::NEG_INFINITY];
        let mut best_exit = [best.0, f64::NEG_INFINITY, f64::NEG_INFINITY];
        for (step, to) in [(OMISSION, (i + 1, j)), (ADDITION, (i, j + 1))] {
            if let Some(end) = search.corridor.node(to.0, to.1) {
                exit[step] = self.inner[end][step];
                best_exit[step] = self.best(search, to, end, step);
            }
        }
        self.inner[node] = std::array::from_fn(|from| {
            log_add(log_sum_2(&exit, &self.transitions[from]), stop(search, (i, j), from))
        });
        self.best_exit[node] = best_exit;
        self.shape[node] = u8::try_from(best.1).unwrap_or(0);
        let before = out[node][BEAD] - total;
        if before + exit[BEAD] > NEGLIGIBLE {
            for (shape, sum) in sums.iter().enumerate() {
                self.shapes[shape] += likely(before + sum);
            }
        }
        exit
    }

    /// Adds what is expected at a node: transitions, sentences in gaps, ends.
    #[expect(clippy::too_many_arguments, reason = "the state of one node")]
    fn count(
        &mut self,
        search: &Search,
        out: &[Steps],
        total: f64,
        (i, j): (usize, usize),
        node: usize,
        exit: &Steps,
        ends: &mut Ends,
    ) {
        // What arrives by a bead is no more than what leaves to one without its cost.
        let arrived = out[node][BEAD] - self.transitions[BEAD][BEAD];
        let end = search.edges.end(i, j);
        let passing = (0..3).map(|step| out[node][step] + exit[step]).fold(arrived + end, f64::max);
        if passing - total > HOPELESS {
            let hopeful = &mut self.hopeful[i];
            let end = if hopeful.start == hopeful.end { j + 1 } else { hopeful.end };
            *hopeful = j..end;
        }
        if passing - total < NEGLIGIBLE {
            return;
        }
        for (step, side, place) in [(OMISSION, 0, i), (ADDITION, 1, j)] {
            if let Some(sum) = self.unaligned[side].get_mut(place) {
                *sum += likely(out[node][step] + exit[step] - total);
            }
        }
        ends.begin((i, j), likely(search.edges.start(i, j) + exit[BEAD] - total));
        let arrived = search.arrive(out, i, j, node);
        ends.end((i, j), likely(arrived[BEAD] + end - total));
        if (i, j) == (0, 0) {
            return;
        }
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

/// Stopping at a node reached by `step`.
fn stop(search: &Search, (i, j): (usize, usize), step: usize) -> f64 {
    let last = (i, j) == (search.corridor.source(), search.corridor.target());
    match step {
        _ if last && !search.edges.is_end() => 0.0,
        BEAD => search.edges.end(i, j),
        _ => f64::NEG_INFINITY,
    }
}

/// How likely the documents begin and end at each sentence.
struct Ends {
    starts: [Vec<f64>; 2],
    stops: [Vec<f64>; 2],
    without_beads: f64,
}

impl Ends {
    fn new(n: usize, m: usize) -> Self {
        let none = || [vec![0.0; n + 1], vec![0.0; m + 1]];
        Self { starts: none(), stops: none(), without_beads: 0.0 }
    }

    fn begin(&mut self, (i, j): (usize, usize), share: f64) {
        self.starts[0][i] += share;
        self.starts[1][j] += share;
    }

    fn end(&mut self, (i, j): (usize, usize), share: f64) {
        self.stops[0][i] += share;
        self.stops[1][j] += share;
    }

    /// Sentences before the start and behind the end are outside.
    fn add_to(&self, outside: &mut [Vec<f64>; 2]) {
        for ((sums, starts), ends) in outside.iter_mut().zip(&self.starts).zip(&self.stops) {
            let mut before = self.without_beads;
            for (place, sum) in sums.iter_mut().enumerate().rev() {
                before += starts.get(place + 1).copied().unwrap_or(0.0);
                *sum += before;
            }
            let mut behind = 0.0;
            for (place, sum) in sums.iter_mut().enumerate() {
                behind += ends.get(place).copied().unwrap_or(0.0);
                *sum += behind;
            }
        }
    }
}

fn likely(log: f64) -> f64 {
    if log < NEGLIGIBLE { 0.0 } else { log.exp().min(1.0) }
}
