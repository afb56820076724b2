//! Search and estimation in turn, over all stretches between accepted beads.

use std::ops::Range;

use super::anchors::{self, Gap};
use super::confidence;
use super::corridor::Corridor;
use super::documents::Prepared;
use super::edges::Edges;
use super::known;
use super::landmarks;
use super::learn::Findings;
use super::lexicon::Lexicon;
use super::model::{Bead, Model, Stretch};
use super::progress::Progress;
use super::search::{Found, Outcome, Search};
use super::settings::Settings;
use super::shape;
use super::{Pair, Side};
use crate::model::{Cancelled, Watch};

/// Rows and columns searched about the nodes of a small grid that ways led through.
const MARGIN: usize = 2;

/// Aligns two sides; see [`align`](super::align).
pub(super) fn run(
    (source, target): (&Side, &Side),
    accepted: &[Pair],
    lexicon: Option<&Lexicon>,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Vec<Pair>, Cancelled> {
    let (rows, columns) = (source.sentences.len(), target.sentences.len());
    let accepted = anchors::sane(accepted, rows, columns);
    let gaps = anchors::between(&accepted, rows, columns);
    let work = gaps.iter().map(|gap| 3 * gap.at.source.len() + gap.at.target.len() + 2);
    let progress = Progress::new(watch, settings.passes.max(1) * work.sum::<usize>());
    let mut ours = Prepared::of(source, &progress)?;
    let mut theirs = Prepared::of(target, &progress)?;
    let known = known::gather(
        (&mut ours.bags, source.lang),
        (&mut theirs.bags, target.lang),
        (lexicon, &settings.unknown),
        &progress,
    )?;
    let mut model = Model::first(settings, &ours, &theirs, &known);
    let mut outcomes = search_all(&model, &gaps, &[], &progress)?;
    for pass in 1..settings.passes {
        model.learn(&findings((rows, columns), &gaps, &outcomes, &accepted), &progress)?;
        // Learnt from, it would prove itself where little else speaks for any bead.
        model.continued = if pass + 1 == settings.passes { settings.continued } else { 0.0 };
        outcomes = search_all(&model, &gaps, &outcomes, &progress)?;
    }
    let mut pairs = pairs(&model, &gaps, &outcomes, &progress)?;
    pairs.extend(accepted);
    pairs.sort_by_key(|p| (p.source.start, p.target.start, p.source.end, p.target.end));
    Ok(pairs)
}

/// Searches every stretch, near the way of the pass before where there is one.
fn search_all(
    model: &Model,
    gaps: &[Gap],
    before: &[Outcome],
    progress: &Progress,
) -> Result<Vec<Outcome>, Cancelled> {
    let search = |(place, gap): (usize, &Gap)| {
        let corridor = corridor(model, &gap.at, before.get(place), progress)?;
        let scores = model.scores(&corridor, &gap.at, progress)?;
        let gaps = &model.gaps;
        let chrome = [
            model.chrome[0].get(gap.at.source.clone()).unwrap_or_default(),
            model.chrome[1].get(gap.at.target.clone()).unwrap_or_default(),
        ];
        let edges = Edges::of(gaps, chrome, gap.inner);
        let (corridor, scores, edges) = (&corridor, &scores, &edges);
        Search { corridor, scores, gaps, edges }.run(progress)
    };
    gaps.iter().enumerate().map(search).collect()
}

/// Where to search a stretch.
fn corridor(
    model: &Model,
    at: &Stretch,
    before: Option<&Outcome>,
    progress: &Progress,
) -> Result<Corridor, Cancelled> {
    let settings = model.settings;
    let (rows, columns) = (at.source.len(), at.target.len());
    let is_small = (rows + 1).saturating_mul(columns + 1) <= settings.full_grid;
    match before {
        None if is_small => Ok(Corridor::full(rows, columns)),
        None => {
            let bags = (&model.source.bags, &model.target.bags);
            landmarks::corridor(bags, model.known, at, settings, progress)
        }
        Some(outcome) if is_small => Ok(Corridor::about(&hopeful(outcome), rows, columns)),
        Some(outcome) => {
            let node = |found: &Found| (found.from.0, found.from.1, settings.reach);
            let way: Vec<_> = outcome.path.iter().map(node).collect();
            Ok(Corridor::about(&way, rows, columns))
        }
    }
}

/// The nodes of a small grid that any way worth the name led through.
fn hopeful(outcome: &Outcome) -> Vec<(usize, usize, usize)> {
    let rows = outcome.hopeful.iter().enumerate().filter(|(_, columns)| !columns.is_empty());
    let ends = |(row, columns): (usize, &Range<usize>)| {
        [(row, columns.start, MARGIN), (row, columns.end - 1, MARGIN)]
    };
    rows.flat_map(ends).collect()
}

/// A step of the way as a bead of the whole documents.
fn placed(found: &Found, at: &Stretch) -> Stretch {
    let (i, j) = (at.source.start + found.from.0, at.target.start + found.from.1);
    Stretch { source: i..i + found.size.0, target: j..j + found.size.1 }
}

/// What the searches found, with the accepted beads.
fn findings(
    sentences: (usize, usize),
    gaps: &[Gap],
    outcomes: &[Outcome],
    accepted: &[Pair],
) -> Findings {
    let outside = [vec![0.0; sentences.0], vec![0.0; sentences.1]];
    let mut findings = Findings { outside, ..Findings::default() };
    for pair in accepted.iter().filter(|pair| !pair.source.is_empty() && !pair.target.is_empty()) {
        let (source, target) = (pair.source.clone(), pair.target.clone());
        let same = shape::all().find(|&(_, a, b)| (a, b) == (source.len(), target.len()));
        if let Some((shape, _, _)) = same {
            findings.shapes[shape] += 1.0;
        }
        findings.beads.push(Bead { at: Stretch { source, target }, weight: 1.0 });
    }
    for (gap, outcome) in gaps.iter().zip(outcomes) {
        findings.beads.extend(beads(gap, outcome));
        let places = [gap.at.source.start, gap.at.target.start];
        let sides = findings.outside.iter_mut().zip(&outcome.outside).zip(places);
        for ((all, own), start) in sides {
            for (sum, share) in all.iter_mut().skip(start).zip(own) {
                *sum = *share;
            }
        }
        for (sum, expected) in findings.shapes.iter_mut().zip(outcome.shapes) {
            *sum += expected;
        }
        findings.gaps.add(&outcome.gaps);
    }
    findings
}

/// The beads with two sides of a search.
fn beads<'a>(gap: &'a Gap, outcome: &'a Outcome) -> impl Iterator<Item = Bead> + 'a {
    let two_sided = outcome.path.iter().filter(|found| found.size.0 > 0 && found.size.1 > 0);
    two_sided.map(|found| Bead { at: placed(found, &gap.at), weight: found.posterior })
}

/// The ways as beads with their confidences.
fn pairs(
    model: &Model,
    gaps: &[Gap],
    outcomes: &[Outcome],
    progress: &Progress,
) -> Result<Vec<Pair>, Cancelled> {
    let placed = gaps.iter().zip(outcomes).flat_map(|(gap, outcome)| {
        outcome.path.iter().map(|found| (placed(found, &gap.at), found.posterior))
    });
    let (beads, posteriors): (Vec<Stretch>, Vec<f64>) = placed.unzip();
    let evidence = model.evidence(&beads, progress)?;
    let borders = [&model.source.borders, &model.target.borders];
    let confidences = confidence::of_all(&beads, &posteriors, &evidence, borders);
    let pair = |(at, confidence): (Stretch, f64)| {
        #[expect(clippy::cast_possible_truncation, reason = "a probability")]
        let confidence = confidence as f32;
        Pair { source: at.source, target: at.target, confidence }
    };
    Ok(beads.into_iter().zip(confidences).map(pair).collect())
}
