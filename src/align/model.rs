//! All that is learnt of a pair of documents, and how beads are scored by it.

use std::ops::Range;

use super::bag::Kind;
use super::chrome::{self, Chrome};
use super::corridor::Corridor;
use super::documents::Prepared;
use super::gap::GapModel;
use super::length::LengthModel;
use super::lexical::{Axis, Direction, KINDS, Rendered, Runs};
use super::progress::Progress;
use super::search::BeadScores;
use super::settings::Settings;
use super::shape::{self, SHAPES, ShapePriors};
use super::structure::StructureModel;
use super::table::Table;
use crate::model::Cancelled;

/// Fewest tokens that support is divided by: a sentence of one word is no measure.
const FEWEST_TOKENS: f64 = 3.0;

/// A stretch of both documents: sentence ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
}

/// A bead the model is learnt from, and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bead {
    pub(super) at: Stretch,
    pub(super) weight: f64,
}

impl Bead {
    /// The given and the rendered sentences of a direction.
    pub(super) fn ranges(&self, axis: Axis) -> (Range<usize>, Range<usize>) {
        let (ours, theirs) = (self.at.source.clone(), self.at.target.clone());
        if axis == Axis::Source { (ours, theirs) } else { (theirs, ours) }
    }
}

/// What is known of two documents.
pub(super) struct Model<'a> {
    pub(super) settings: &'a Settings,
    pub(super) source: &'a Prepared,
    pub(super) target: &'a Prepared,
    /// Links known beforehand, from source terms to target terms.
    pub(super) known: &'a Table,
    /// Target terms given source terms, and the other way round.
    pub(super) tables: [Table; 2],
    pub(super) lambda: [Rendered; 2],
    pub(super) length: LengthModel,
    pub(super) structure: StructureModel,
    pub(super) shapes: ShapePriors,
    /// The transitions.
    pub(super) gaps: GapModel,
    /// Scores of sentences as page chrome.
    pub(super) chrome: Chrome,
    /// What it is worth that a part of a sentence is rendered with the rest, in nats;
    /// nothing before the last search.
    pub(super) continued: f64,
}

impl<'a> Model<'a> {
    /// The model before the first search.
    pub(super) fn first(
        settings: &'a Settings,
        source: &'a Prepared,
        target: &'a Prepared,
        known: &'a Table,
    ) -> Self {
        let turned = known.transposed(target.bags.terms.len());
        let lambda = [
            coverage(target, &turned, settings.lambda_of_coverage),
            coverage(source, known, settings.lambda_of_coverage),
        ];
        Self {
            settings,
            source,
            target,
            known,
            tables: [known.clone(), turned],
            lambda,
            length: LengthModel::first(&source.lengths, &target.lengths),
            structure: StructureModel::new(source.layout.clone(), target.layout.clone()),
            shapes: ShapePriors::default(),
            gaps: settings.gaps,
            chrome: chrome::unknown(source, target),
            continued: 0.0,
        }
    }

    pub(super) fn direction(&self, axis: Axis) -> Direction<'_> {
        let (given, rendered, place) = match axis {
            Axis::Source => (self.source, self.target, 0),
            Axis::Target => (self.target, self.source, 1),
        };
        Direction {
            given: given.bags.as_terms(),
            rendered: rendered.bags.as_terms(),
            table: &self.tables[place],
            lambda: &self.lambda[place],
        }
    }

    /// Scores of all beads in a corridor over a stretch.
    pub(super) fn scores(
        &self,
        corridor: &Corridor,
        at: &Stretch,
        progress: &Progress,
    ) -> Result<BeadScores, Cancelled> {
        let offset = (at.source.start, at.target.start);
        let forward =
            self.direction(Axis::Source).runs(corridor, Axis::Source, offset, progress)?;
        let turned = (offset.1, offset.0);
        let backward =
            self.direction(Axis::Target).runs(corridor, Axis::Target, turned, progress)?;
        let runs = [forward, backward];
        let mut by_node = vec![[f32::NEG_INFINITY; SHAPES]; corridor.len()];
        for i in 1..=corridor.source() {
            progress.check()?;
            for j in corridor.row(i) {
                let Some(scores) = corridor.node(i, j).and_then(|n| by_node.get_mut(n)) else {
                    continue;
                };
                for (shape, a, b) in shape::all() {
                    let is_allowed = a.max(b) <= self.settings.largest_bead;
                    if is_allowed && corridor.before(i, j, (a, b)).is_some() {
                        let score = self.score(corridor, &runs, (i, j), shape, offset);
                        #[expect(clippy::cast_possible_truncation, reason = "a score of nats")]
                        let score = score as f32;
                        scores[shape] = score;
                    }
                }
            }
        }
        Ok(BeadScores { by_node })
    }

    /// The score of the bead of a shape that ends at a node.
    fn score(
        &self,
        corridor: &Corridor,
        runs: &[Runs; 2],
        end: (usize, usize),
        shape: usize,
        offset: (usize, usize),
    ) -> f64 {
        let size = shape::size(shape);
        let (lexical, unsupported) = words(corridor, runs, end, size);
        let end = (end.0 + offset.0, end.1 + offset.1);
        let start = (end.0 - size.0, end.1 - size.1);
        let s = self.settings;
        self.shapes.log[shape]
            + s.length * self.length.score(end, size)
            + s.lexical * lexical
            + s.structure * self.structure.score(start, size)
            + self.continued * self.parts(start, end)
            - s.member * unsupported
    }

    /// How many sentences of a bead go on with the one before, where one sentence of the
    /// other side renders them all: parts of a list against parts say nothing.
    fn parts(&self, start: (usize, usize), end: (usize, usize)) -> f64 {
        match (end.0 - start.0, end.1 - start.1) {
            (_, 1) => self.source.borders.continued(&(start.0 + 1..end.0)),
            (1, _) => self.target.borders.continued(&(start.1 + 1..end.1)),
            _ => 0.0,
        }
    }

    /// What the words of each bead say of its sentences one by one.
    pub(super) fn evidence(
        &self,
        beads: &[Stretch],
        progress: &Progress,
    ) -> Result<Vec<Evidence>, Cancelled> {
        let all = || beads.iter().flat_map(members);
        let turned = all().map(|at| (at.target, at.source));
        let straight = all().map(|at| (at.source, at.target));
        let forward = self.direction(Axis::Source).observe(straight, progress)?;
        let backward = self.direction(Axis::Target).observe(turned, progress)?;
        let mut observed = forward.iter().zip(&backward);
        let of = |bead: &Stretch| {
            let mut evidence = Evidence { weakest: f64::INFINITY, figures_missing: 0.0 };
            for (place, (forward, backward)) in
                observed.by_ref().take(members(bead).count()).enumerate()
            {
                let tokens = f64::midpoint(forward.tokens(), backward.tokens());
                let support = f64::midpoint(forward.support, backward.support);
                evidence.weakest = evidence.weakest.min(support / tokens.max(FEWEST_TOKENS));
                // The source's sentences come first; the whole target renders each.
                evidence.figures_missing += if place < bead.source.len() {
                    backward.missing(Kind::Figure, &self.lambda[1])
                } else {
                    forward.missing(Kind::Figure, &self.lambda[0])
                };
            }
            evidence
        };
        Ok(beads.iter().map(of).collect())
    }
}

/// What the words say of a bead with two sides; nothing where a side is empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Evidence {
    /// How much the words speak for its least supported sentence: the log-likelihood
    /// ratio a token in nats, mean of both directions.
    pub(super) weakest: f64,
    /// Figures of both sides that the other side should have and has not: the expected
    /// number less that of the model; below zero where it has more.
    pub(super) figures_missing: f64,
}

/// Each sentence of a bead with the whole other side.
fn members(at: &Stretch) -> impl Iterator<Item = Stretch> + use<> {
    let (source, target) = (at.source.clone(), at.target.clone());
    let is_single = source.is_empty() || target.is_empty();
    let (ours, theirs) = if is_single { (0..0, 0..0) } else { (source.clone(), target.clone()) };
    let ours = ours.map(move |i| Stretch { source: i..i + 1, target: target.clone() });
    ours.chain(theirs.map(move |j| Stretch { source: source.clone(), target: j..j + 1 }))
}

/// Lexical evidence of a bead, the mean of both directions, and the number of its
/// sentences that share a side with others and have no support of their own.
fn words(
    corridor: &Corridor,
    runs: &[Runs; 2],
    end: (usize, usize),
    size: (usize, usize),
) -> (f64, f64) {
    let (mut sum, mut unsupported) = (0.0, 0.0);
    let mut member = |back: (usize, usize), runs: &Runs, run: usize, is_alone: bool| {
        let node = corridor.before(end.0, end.1, back);
        let score = node.and_then(|node| runs.get(node)).map_or(-1.0, |scores| scores[run - 1]);
        sum += f64::from(score) / 2.0;
        if !is_alone && score <= 0.0 {
            unsupported += 1.0;
        }
    };
    for back in 0..size.1 {
        member((0, back), &runs[0], size.0, size.1 == 1);
    }
    for back in 0..size.0 {
        member((back, 0), &runs[1], size.1, size.0 == 1);
    }
    (sum, unsupported)
}

/// λ before the first search: a share of the tokens that have a link at all.
fn coverage(side: &Prepared, links: &Table, share: f64) -> Rendered {
    let mut seen = [(0.0, 1.0); KINDS];
    for term in side.bags.sentences.iter().flatten() {
        let kind = side.bags.kinds.get(*term as usize).copied().unwrap_or(0);
        seen[kind].1 += 1.0;
        if !links.row(*term).is_empty() {
            seen[kind].0 += 1.0;
        }
    }
    seen.map(|(linked, all)| (share * linked / all).clamp(0.01, 0.95))
}
