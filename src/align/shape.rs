//! The shapes a bead may have, and how likely each is.
//!
//! Gale & Church (1993) knew six shapes; press releases and older printed texts
//! need more: a list of five items against one sentence, two sentences recast as
//! three. What is larger than five sentences on a side comes out as neighbouring
//! beads. Omissions and additions are no shapes here: they come in runs and have
//! a model of their own ([`gap`](super::gap)).

/// Number of shapes.
pub(super) const SHAPES: usize = 13;

/// Largest number of sentences of one side in a bead.
pub(super) const LONGEST: usize = 5;

/// Source sentences, target sentences, and the share of beads expected to have
/// the shape before anything is known of a document. Source: orders of magnitude
/// as counted by Gale & Church (1993, table 5), spread over the larger shapes;
/// symmetric, so that neither language is preferred.
const TABLE: [(usize, usize, f64); SHAPES] = [
    (1, 1, 0.916),
    (1, 2, 0.030),
    (2, 1, 0.030),
    (2, 2, 0.008),
    (1, 3, 0.0035),
    (3, 1, 0.0035),
    (2, 3, 0.002),
    (3, 2, 0.002),
    (1, 4, 0.0015),
    (4, 1, 0.0015),
    (1, 5, 0.0007),
    (5, 1, 0.0007),
    (3, 3, 0.0006),
];

/// Sentences on either side of a shape.
pub(super) fn size(shape: usize) -> (usize, usize) {
    TABLE.get(shape).map_or((1, 1), |&(source, target, _)| (source, target))
}

/// All shapes in the order of their index: `(index, source, target)`.
pub(super) fn all() -> impl Iterator<Item = (usize, usize, usize)> {
    TABLE.iter().enumerate().map(|(shape, &(source, target, _))| (shape, source, target))
}

/// How likely each shape is, learnt from a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ShapePriors {
    /// Natural logarithm of the probability, by shape.
    pub(super) log: [f64; SHAPES],
}

impl Default for ShapePriors {
    fn default() -> Self {
        Self::learnt(&[0.0; SHAPES], 1.0)
    }
}

impl ShapePriors {
    /// The share of each shape among `counts` (expected numbers of beads), held
    /// back by `pseudo_count` beads distributed as the table says.
    pub(super) fn learnt(counts: &[f64; SHAPES], pseudo_count: f64) -> Self {
        let mut log = [0.0; SHAPES];
        let table: f64 = TABLE.iter().map(|&(_, _, share)| share).sum();
        let total = counts.iter().sum::<f64>() + pseudo_count;
        for ((log, count), (_, _, share)) in log.iter_mut().zip(counts).zip(TABLE) {
            *log = ((count + pseudo_count * share / table) / total).ln();
        }
        Self { log }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn priors_are_probabilities_and_follow_the_counts() {
        let sum = |priors: &ShapePriors| priors.log.iter().map(|l| l.exp()).sum::<f64>();
        let fresh = ShapePriors::default();
        assert!((sum(&fresh) - 1.0).abs() < 1e-9);
        let mut counts = [0.0; SHAPES];
        counts[1] = 100.0;
        let learnt = ShapePriors::learnt(&counts, 25.0);
        assert!((sum(&learnt) - 1.0).abs() < 1e-9);
        assert!(learnt.log[1] > learnt.log[0], "a text of 1-2 beads makes 1-2 the likeliest");
    }

    #[test]
    fn shapes_are_symmetric_and_none_is_larger_than_said() {
        for (shape, source, target) in all() {
            let mirrored = all().find(|&(_, s, t)| (t, s) == (source, target));
            let (other, _, _) = mirrored.expect("every shape has its mirror");
            let priors = ShapePriors::default();
            assert!((priors.log[shape] - priors.log[other]).abs() < 1e-12);
            assert!(source.max(target) <= LONGEST);
            assert_eq!(size(shape), (source, target));
        }
    }
}
