//! What page chrome looks like: the background of sentences outside the text.
//!
//! A sentence before the first bead or after the last is not any sentence of the
//! document. Page chrome is short and ends without a stop. Two such lines, one a
//! side, agree in all but their words, and held against all sentences of the document
//! this agreement looks like evidence. Held against the sentences about them it is
//! none. So the lengths and endings of the sentences outside are learnt from the
//! document, both sides together, and a sentence outside scores
//!
//! ```text
//! ln p(length, ending | outside) / p(length, ending)
//! ```
//!
//! Held back by the document's own distribution, worth some sentences, so that a
//! document without chrome learns nothing from this. What is left out within a text
//! looks like the rest of it and has no such score: where words say little, wrong
//! omissions would confirm each other.

use std::collections::BTreeMap;

use super::bag::Ending;
use super::documents::Prepared;
use super::length::LengthModel;

/// Score of each sentence outside, in nats, source and target.
pub(super) type Chrome = [Vec<f64>; 2];

/// Nothing is known yet of the chrome.
pub(super) fn unknown(source: &Prepared, target: &Prepared) -> Chrome {
    [source, target].map(|side| vec![0.0; side.lengths.len()])
}

/// Learnt from how surely each sentence stands outside (0…1, by side), held back by
/// `pseudo_count` sentences like all others.
pub(super) fn learnt(
    sides: [&Prepared; 2],
    length: &LengthModel,
    weights: [&[f64]; 2],
    pseudo_count: f64,
) -> Chrome {
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

/// How often sentences end in each way, outside and at all.
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

    /// Share of an ending outside over its share at all.
    fn likelier(&self, ending: Ending) -> f64 {
        let (seen, of_all) = self.counts.get(&ending).copied().unwrap_or((0.0, 1.0));
        let (outside, all) = (self.all.0.max(1e-9), self.all.1.max(1.0));
        (seen / outside) / (of_all / all).max(1e-9)
    }
}
