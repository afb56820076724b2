//! Accepted beads, which never move, and the stretches between them.

use super::Pair;
use super::model::Stretch;

/// A stretch to align, and whether it begins and ends at an accepted bead rather
/// than at an end of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) at: Stretch,
    pub(super) inner: (bool, bool),
}

/// The anchors in order, without those that cannot stand beside an earlier one:
/// empty, outside the documents, overlapping, or crossing.
pub(super) fn sane(anchors: &[Pair], source: usize, target: usize) -> Vec<Pair> {
    let mut sorted: Vec<&Pair> = anchors.iter().collect();
    sorted.sort_by_key(|a| (a.source.start, a.target.start, a.source.end, a.target.end));
    let mut kept: Vec<Pair> = Vec::new();
    let mut end = (0, 0);
    for anchor in sorted {
        let forward = anchor.source.start <= anchor.source.end
            && anchor.target.start <= anchor.target.end
            && !(anchor.source.is_empty() && anchor.target.is_empty());
        let inside = anchor.source.end <= source && anchor.target.end <= target;
        if forward && inside && anchor.source.start >= end.0 && anchor.target.start >= end.1 {
            end = (anchor.source.end, anchor.target.end);
            kept.push(anchor.clone());
        }
    }
    kept
}

/// What lies before, between, and after the anchors; empty stretches left out.
pub(super) fn between(anchors: &[Pair], source: usize, target: usize) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut from = (0, 0);
    let ends = anchors.iter().map(|a| (a.source.start, a.target.start)).chain([(source, target)]);
    let starts = anchors.iter().map(|a| (a.source.end, a.target.end)).chain([(source, target)]);
    for (place, (to, next)) in ends.zip(starts).enumerate() {
        let at = Stretch { source: from.0..to.0, target: from.1..to.1 };
        if !at.source.is_empty() || !at.target.is_empty() {
            gaps.push(Gap { at, inner: (place > 0, place < anchors.len()) });
        }
        from = next;
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::Range;

    fn pair(source: Range<usize>, target: Range<usize>) -> Pair {
        Pair { source, target, confidence: 1.0 }
    }

    #[test]
    fn anchors_that_cannot_stand_are_left_out() {
        let given = [
            pair(4..5, 3..4),
            pair(1..2, 1..2),
            pair(1..3, 0..1),
            pair(5..6, 2..3),
            pair(6..6, 6..6),
            pair(9..11, 8..9),
            pair(7..8, 6..6),
        ];
        let kept = sane(&given, 10, 10);
        let expected = [pair(1..3, 0..1), pair(4..5, 3..4), pair(7..8, 6..6)];
        assert_eq!(kept, expected);
    }

    #[test]
    fn stretches_and_anchors_cover_both_sides() {
        let anchors = [pair(0..1, 0..1), pair(3..5, 2..3), pair(5..5, 3..4)];
        let gaps = between(&anchors, 7, 4);
        let found: Vec<_> = gaps.iter().map(|g| (g.at.clone(), g.inner)).collect();
        let stretch = |source, target| Stretch { source, target };
        assert_eq!(
            found,
            [(stretch(1..3, 1..2), (true, true)), (stretch(5..7, 4..4), (true, false))]
        );
        assert!(between(&[], 0, 0).is_empty());
        assert_eq!(between(&[], 3, 0).len(), 1);
    }
}
