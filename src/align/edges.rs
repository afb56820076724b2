//! The ends of two documents: sentences before the first bead and after the last.
//!
//! A way through the grid may begin at any node, all before it unaligned, and end
//! after any bead, all behind it unaligned. What this costs is the product of both
//! sides' runs ([`GapModel::edge_run`]) and of how much these sentences look like page chrome.
//! Where a stretch begins or ends at an accepted bead there is no such end, and gaps
//! there are like any others.

use super::gap::GapModel;

/// Logarithms of what beginning or ending at a node costs.
#[derive(Debug)]
pub(super) struct Edges {
    /// By number of sentences before the node, source and target.
    start: Option<[Vec<f64>; 2]>,
    /// The same of the end.
    end: Option<[Vec<f64>; 2]>,
}

impl Edges {
    /// The ends of a stretch with these scores of sentences as chrome; `inner` where
    /// it begins and ends at an accepted bead.
    pub(super) fn of(gaps: &GapModel, chrome: [&[f64]; 2], inner: (bool, bool)) -> Self {
        let heads = chrome.map(|scores| {
            let sums = running(scores.iter());
            sums.into_iter().enumerate().map(|(run, sum)| gaps.edge_run(run) + sum).collect()
        });
        let tails = chrome.map(|scores| {
            let sums = running(scores.iter().rev());
            let tail = sums.into_iter().enumerate().map(|(run, sum)| gaps.edge_run(run) + sum);
            let mut tail: Vec<f64> = tail.collect();
            tail.reverse();
            tail
        });
        Self { start: (!inner.0).then_some(heads), end: (!inner.1).then_some(tails) }
    }

    /// Whether the stretch begins the documents.
    pub(super) const fn is_start(&self) -> bool {
        self.start.is_some()
    }

    /// Whether the stretch ends the documents.
    pub(super) const fn is_end(&self) -> bool {
        self.end.is_some()
    }

    /// Beginning at a node; `-∞` where only the first node can be begun at.
    pub(super) fn start(&self, i: usize, j: usize) -> f64 {
        sum(self.start.as_ref(), i, j)
    }

    /// Ending at a node, after a bead.
    pub(super) fn end(&self, i: usize, j: usize) -> f64 {
        sum(self.end.as_ref(), i, j)
    }
}

fn sum(sides: Option<&[Vec<f64>; 2]>, i: usize, j: usize) -> f64 {
    let at = |side: &Vec<f64>, k: usize| side.get(k).copied();
    sides
        .and_then(|[source, target]| Some(at(source, i)? + at(target, j)?))
        .unwrap_or(f64::NEG_INFINITY)
}

/// Sums of the first k scores, k from 0.
fn running<'a>(scores: impl Iterator<Item = &'a f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let sums = scores.map(|score| {
        sum += score;
        sum
    });
    std::iter::once(0.0).chain(sums).collect()
}
