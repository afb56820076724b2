//! What unaligned sentences look like: the background of omissions and additions.
//!
//! A sentence in a gap is not any sentence of the document. Page chrome is short
//! and ends without a stop, what was left out of a statement may be its longest
//! paragraphs. Two short lines of chrome, one a side, agree in all but their words,
//! and held against all sentences of the document this agreement looks like
//! evidence. Held against the sentences in gaps it is none. So the lengths and
//! endings of the sentences in gaps are learnt from the document, both sides
//! together, and a sentence in a gap scores
//!
//! ```text
//! ln p(length, ending | gap) / p(length, ending)
//! ```
//!
//! Held back by the document's own distribution, worth some sentences, so that a
//! document without gaps learns nothing from this.

use std::collections::BTreeMap;

use super::bag::Ending;
use super::documents::Prepared;
use super::length::LengthModel;

/// Score of each sentence in a gap, in nats, source and target.
pub(super) type Unaligned = [Vec<f64>; 2];

/// Nothing is known yet of the gaps.
pub(super) fn unknown(source: &Prepared, target: &Prepared) -> Unaligned {
    [source, target].map(|side| vec![0.0; side.lengths.len()])
}

/// Learnt from how surely each sentence stands in a gap (0…1, by side), held back
/// by `pseudo_count` sentences like all others.
pub(super) fn learnt(
    sides: [&Prepared; 2],
    length: &LengthModel,
    weights: [&[f64]; 2],
    pseudo_count: f64,
) -> Unaligned {
    let total: f64 = weights.iter().flat_map(|side| side.iter()).sum();
    let held = |ratio: f64| ((total * ratio + pseudo_count) / (total + pseudo_count)).ln();
    let lengths = length.likelier_among(weights);
    let endings = Endings::of(sides, weights);
    let score = |side: usize| {
        let ratios = lengths[side].iter().zip(&sides[side].bags.endings);
        let sum = |(ratio, ending): (&f64, &Ending)| held(*ratio) + held(endings.likelier(*ending));
        ratios.map(sum).collect()
    };
    [score(0), score(1)]
}

/// How often sentences end in each way, in gaps and at all.
struct Endings {
    counts: BTreeMap<Ending, (f64, f64)>,
    all: (f64, f64),
}

impl Endings {
    fn of(sides: [&Prepared; 2], weights: [&[f64]; 2]) -> Self {
        let mut counts: BTreeMap<_, (f64, f64)> = BTreeMap::new();
        let mut all = (0.0, 0.0);
        for (side, weights) in sides.iter().zip(weights) {
            for (ending, weight) in side.bags.endings.iter().zip(weights) {
                let count = counts.entry(*ending).or_default();
                (count.0, count.1) = (count.0 + weight, count.1 + 1.0);
                (all.0, all.1) = (all.0 + weight, all.1 + 1.0);
            }
        }
        Self { counts, all }
    }

    /// Share of an ending in gaps over its share at all.
    fn likelier(&self, ending: Ending) -> f64 {
        let (seen, of_all) = self.counts.get(&ending).copied().unwrap_or((0.0, 1.0));
        let (gaps, all) = (self.all.0.max(1e-9), self.all.1.max(1.0));
        (seen / gaps) / (of_all / all).max(1e-9)
    }
}
