//! Two alignments with one text in common, put together: fr–ru and ru–en give fr–en.
//!
//! Beads that share sentences of the pivot are merged, as far as that reaches, so the
//! result is the finest alignment of which both are refinements on the pivot's side. A
//! sentence whose pivot is left out on the other side stands alone; a pivot sentence that
//! neither side renders goes. A composed bead is right if what it is made of is: its
//! confidence is the least of the one alignment's beads times the least of the other's.
//!
//! Left out: looking at the two outer texts. What the pivot has lost stays lost, and the
//! aligner, given both texts, may do better or worse.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use super::Pair;

/// Composes `first`, from a source to the pivot, with `second`, from the pivot to a target.
/// Both partition the pivot in order; the result partitions the source and the target.
#[must_use]
pub fn compose(first: &[Pair], second: &[Pair]) -> Vec<Pair> {
    let mut first = Way { beads: first.iter().peekable(), pivot: |bead| &bead.target };
    let mut second = Way { beads: second.iter().peekable(), pivot: |bead| &bead.source };
    let mut made = Vec::new();
    let (mut source, mut target) = (0, 0);
    while let Some(part) = next(&mut first, &mut second, (source, target)) {
        (source, target) = (part.source.end, part.target.end);
        if !(part.source.is_empty() && part.target.is_empty()) {
            made.push(part);
        }
    }
    made
}

/// One alignment, bead by bead, and which side of it is the pivot.
struct Way<'a> {
    beads: Peekable<Iter<'a, Pair>>,
    pivot: fn(&Pair) -> &Range<usize>,
}

impl<'a> Way<'a> {
    /// The next bead, where it has no pivot sentence.
    fn next_loose(&mut self) -> Option<&'a Pair> {
        let pivot = self.pivot;
        self.beads.next_if(|bead| pivot(bead).is_empty())
    }

    /// Takes beads until the pivot is covered up to `end`; how far it is then.
    fn reach(&mut self, end: usize, mut reached: usize, take: &mut dyn FnMut(&Pair)) -> usize {
        while reached < end {
            let Some(bead) = self.beads.next() else { return reached };
            take(bead);
            reached = reached.max((self.pivot)(bead).end);
        }
        reached
    }
}

/// The next composed bead; empty on both sides where only the pivot has something.
fn next(first: &mut Way<'_>, second: &mut Way<'_>, at: (usize, usize)) -> Option<Pair> {
    let (source, target) = at;
    if let Some(bead) = first.next_loose() {
        let (source, confidence) = (source..bead.source.end, bead.confidence);
        return Some(Pair { source, target: target..target, confidence });
    }
    if let Some(bead) = second.next_loose() {
        let (target, confidence) = (target..bead.target.end, bead.confidence);
        return Some(Pair { source: source..source, target, confidence });
    }
    let start = (first.pivot)(first.beads.peek()?).start;
    let mut part = Pair { source: source..source, target: target..target, confidence: 1.0 };
    let (mut one, mut two) = (1.0_f32, 1.0_f32);
    let (mut reached, mut other) = (start, start);
    let mut end = start + 1;
    while reached < end || other < end {
        let before = (reached, other);
        reached = first.reach(end, reached, &mut |bead| {
            part.source.end = bead.source.end;
            one = one.min(bead.confidence);
        });
        end = end.max(reached);
        other = second.reach(end, other, &mut |bead| {
            part.target.end = bead.target.end;
            two = two.min(bead.confidence);
        });
        end = end.max(other);
        if (reached, other) == before {
            break;
        }
    }
    part.confidence = one * two;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pair(source: Range<usize>, target: Range<usize>, confidence: f32) -> Pair {
        Pair { source, target, confidence }
    }

    /// Beads of these shapes, one behind the other.
    fn chain(shapes: &[(usize, usize, f32)]) -> Vec<Pair> {
        let (mut source, mut target) = (0, 0);
        let bead = |&(sources, targets, confidence): &(usize, usize, f32)| {
            let made = pair(source..source + sources, target..target + targets, confidence);
            (source, target) = (made.source.end, made.target.end);
            made
        };
        shapes.iter().map(bead).collect()
    }

    #[test]
    fn beads_that_share_the_pivot_are_merged() {
        let first = chain(&[(1, 1, 0.9), (1, 2, 0.8), (1, 0, 0.6), (1, 1, 1.0)]);
        let second = chain(&[(2, 1, 0.5), (1, 1, 0.9), (0, 1, 0.7), (1, 1, 1.0)]);
        let composed = compose(&first, &second);
        let shapes: Vec<_> =
            composed.iter().map(|b| (b.source.clone(), b.target.clone())).collect();
        assert_eq!(shapes, [(0..2, 0..2), (2..3, 2..2), (3..3, 2..3), (3..4, 3..4)]);
        let figures: Vec<f32> = composed.iter().map(|bead| bead.confidence).collect();
        assert_eq!(figures, [0.8 * 0.5, 0.6, 0.7, 1.0]);
    }

    #[test]
    fn what_the_pivot_lost_stands_alone_and_what_only_it_has_goes() {
        let first = chain(&[(1, 1, 1.0), (0, 1, 0.9), (1, 1, 1.0)]);
        let second = chain(&[(1, 0, 0.8), (1, 0, 0.9), (1, 1, 1.0)]);
        assert_eq!(compose(&first, &second), [pair(0..1, 0..0, 0.8), pair(1..2, 0..1, 1.0)]);
    }

    /// The sides' sentences of a bead, neither of them none.
    fn shape() -> impl Strategy<Value = (usize, usize, f32)> {
        let sides = (0..4_usize, 0..4_usize).prop_filter("a bead", |(a, b)| a + b > 0);
        (sides, 0.0..=1.0_f32).prop_map(|((sources, targets), p)| (sources, targets, p))
    }

    /// Two alignments over one pivot: the second is cut or filled up to the pivot's length.
    fn two() -> impl Strategy<Value = (Vec<Pair>, Vec<Pair>)> {
        let shapes = || proptest::collection::vec(shape(), 0..12);
        (shapes(), shapes()).prop_map(|(first, mut second)| {
            let length = first.iter().map(|(_, pivots, _)| pivots).sum::<usize>();
            let mut left = length;
            for (pivots, targets, _) in &mut second {
                *pivots = (*pivots).min(left);
                left -= *pivots;
                *targets = (*targets).max(usize::from(*pivots == 0));
            }
            second.extend((left > 0).then_some((left, 1, 0.5)));
            (chain(&first), chain(&second))
        })
    }

    fn ends(beads: &[Pair]) -> (usize, usize) {
        beads.last().map_or((0, 0), |bead| (bead.source.end, bead.target.end))
    }

    fn is_partition(beads: &[Pair]) -> bool {
        let mut at = (0, 0);
        beads.iter().all(|bead| {
            let follows = (bead.source.start, bead.target.start) == at;
            at = (bead.source.end, bead.target.end);
            follows && !(bead.source.is_empty() && bead.target.is_empty())
        })
    }

    proptest! {
        #[test]
        fn both_sides_stay_partitioned((first, second) in two()) {
            let composed = compose(&first, &second);
            prop_assert!(is_partition(&composed));
            prop_assert_eq!(ends(&composed), (ends(&first).0, ends(&second).1));
            prop_assert!(composed.iter().all(|bead| (0.0..=1.0).contains(&bead.confidence)));
        }

        #[test]
        fn a_text_aligned_with_itself_changes_nothing(shapes in proptest::collection::vec(shape(), 0..12)) {
            let beads = chain(&shapes);
            let identity = |length| chain(&vec![(1, 1, 1.0); length]);
            let (sources, targets) = ends(&beads);
            prop_assert_eq!(&compose(&identity(sources), &beads), &beads);
            // Additions stand where they stood, at the same place of the pivot.
            prop_assert_eq!(&compose(&beads, &identity(targets)), &beads);
        }
    }
}
