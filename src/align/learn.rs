//! The model re-estimated on what a search found.
//!
//! Hard beads, softly weighted: the likeliest way's beads count as much as their
//! posteriors, shapes and gaps by their expected numbers over all ways. Each
//! estimate is held back by what was believed at first, worth a stated number of
//! observations, so that ten beads cannot teach that all beads are 2-1.

use super::chrome;
use super::gap::{GapCounts, GapModel};
use super::ibm1::{Example, Training};
use super::lexical::{Axis, KINDS};
use super::model::{Bead, Model};
use super::progress::Progress;
use super::shape::{SHAPES, ShapePriors};
use crate::model::Cancelled;

/// λ stays between these.
const LAMBDA: (f64, f64) = (0.01, 0.95);

/// What a search found, over all stretches.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Beads with two sides, accepted ones included.
    pub(super) beads: Vec<Bead>,
    /// How surely each sentence stands before the first bead or after the last, 0…1,
    /// source and target.
    pub(super) outside: [Vec<f64>; 2],
    /// Expected number of beads by shape.
    pub(super) shapes: [f64; SHAPES],
    /// Expected number of transitions.
    pub(super) gaps: GapCounts,
}

impl Model<'_> {
    /// Learns from what was found.
    pub(super) fn learn(&mut self, found: &Findings, progress: &Progress) -> Result<(), Cancelled> {
        let s = self.settings;
        self.shapes = ShapePriors::learnt(&found.shapes, s.shape_pseudo_count);
        self.gaps = GapModel::learnt(&found.gaps, &s.gaps, s.gap_pseudo_count, s.gap_cap);
        let (ours, theirs) = (&self.source.lengths, &self.target.lengths);
        let sum = |lengths: &[f64], range: std::ops::Range<usize>| {
            lengths.get(range).unwrap_or_default().iter().sum::<f64>()
        };
        let lengths: Vec<_> = found
            .beads
            .iter()
            .map(|b| (sum(ours, b.at.source.clone()), sum(theirs, b.at.target.clone()), b.weight))
            .collect();
        self.length = self.length.learnt(ours, theirs, &lengths);
        let [ours, theirs] = &found.outside;
        self.chrome = chrome::learnt(
            [self.source, self.target],
            &self.length,
            [ours, theirs],
            s.chrome_pseudo_count,
        );
        let starts = found.beads.iter().map(|b| ((b.at.source.start, b.at.target.start), b.weight));
        let lasts = found.beads.iter().map(|b| {
            let (source, target) = (&b.at.source, &b.at.target);
            ((source.end.saturating_sub(1), target.end.saturating_sub(1)), b.weight)
        });
        self.structure =
            self.structure.learnt(&starts.collect::<Vec<_>>(), &lasts.collect::<Vec<_>>());
        self.learn_lexicon(&found.beads, progress)?;
        self.learn_lambda(&found.beads, progress)
    }

    /// The tables: what was known beforehand, and what the beads teach.
    fn learn_lexicon(&mut self, beads: &[Bead], progress: &Progress) -> Result<(), Cancelled> {
        let turned = self.known.transposed(self.target.bags.terms.len());
        let sides = [
            (Axis::Source, self.known, self.source, self.target),
            (Axis::Target, &turned, self.target, self.source),
        ];
        for (table, (axis, known, given, rendered)) in self.tables.iter_mut().zip(sides) {
            let example = |bead: &Bead| {
                let (ours, theirs) = bead.ranges(axis);
                let (given, rendered) = (given.bags.slices(ours), rendered.bags.slices(theirs));
                Example { given, rendered, weight: bead.weight }
            };
            let examples: Vec<_> = beads.iter().map(example).collect();
            let training = Training {
                examples: &examples,
                known,
                shares: rendered.bags.shares(),
                given: given.bags.terms.len(),
                discount: self.settings.discount,
            };
            let learnt = training.run(progress)?;
            table.clone_from(known);
            table.witness_all(&learnt);
        }
        Ok(())
    }

    /// λ by kind: the expected share of tokens that render one of the other side.
    fn learn_lambda(&mut self, beads: &[Bead], progress: &Progress) -> Result<(), Cancelled> {
        let held = self.settings.lambda_pseudo_count;
        for (place, axis) in [Axis::Source, Axis::Target].into_iter().enumerate() {
            let ranges = beads.iter().map(|bead| bead.ranges(axis));
            let observed = self.direction(axis).observe(ranges, progress)?;
            let mut seen = [(0.0, 0.0); KINDS];
            for (bead, observed) in beads.iter().zip(&observed) {
                for (kind, seen) in seen.iter_mut().enumerate() {
                    seen.0 += bead.weight * observed.rendered[kind];
                    seen.1 += bead.weight * observed.tokens[kind];
                }
            }
            for (lambda, (rendered, all)) in self.lambda[place].iter_mut().zip(seen) {
                let learnt = (rendered + held * *lambda) / (all + held);
                *lambda = learnt.clamp(LAMBDA.0, LAMBDA.1);
            }
        }
        Ok(())
    }
}
