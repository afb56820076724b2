//! The confidence shown beside a bead.
//!
//! It is the bead's posterior: the share of the total likelihood held by those
//! ways through the documents that contain this very bead, so that a bead is
//! doubtful exactly where another way is nearly as good. What the search does
//! not see is mended. A bead is as good as its weakest sentence: one whose words
//! are supported far less than is usual in these documents was perhaps swallowed by
//! its neighbours, or is a line of page chrome that has nothing in common with the
//! other but its length; such a bead loses some of its odds. What is usual is
//! measured on the documents, since between languages that share no words nothing
//! is supported much. Within a text translators leave out paragraphs rather than
//! sentences: a sentence alone without a counterpart was perhaps rendered by its
//! neighbour's counterpart, and either bead loses some of its odds, the less the longer
//! the run. Where more than two sentences render each other there are more ways to cut
//! them than the search's shapes. Two more things lose some: a border that cuts a sentence on
//! one side alone ([`border`]), the less the commoner this is in these
//! documents; and figures that the other side should have and has not.
//!
//! All these are suspicions, and where nothing else is doubtful they are mostly unfounded:
//! beads gain, the more the surer the documents are as a whole, if their words support
//! them at all. And words are no independent witnesses, so that the log-odds are shrunk.
//! Between 0 (wrong) and 1; a bead below one half is more likely wrong.
//!
//! Left out, since it gained on no kind of document without losing on another: the mean
//! of several models' posteriors, the confidence of the neighbours, and a curve fitted to
//! all of these.

use super::border::{self, Borders};
use super::model::{Evidence, Stretch};

/// Log-odds that a bead loses whose weakest sentence nothing supports, in nats.
const LOSS: f64 = 1.2;
/// Log-odds that a sentence without a counterpart loses that stands alone between beads,
/// and that the beads beside it lose, in nats; of a run, divided by its length.
const ALONE: f64 = 2.1;
const BESIDE: f64 = 1.1;
/// Log-odds that a bead of more than two sentences loses, in nats.
const LARGE: f64 = 1.1;
/// Log-odds that a bead loses of which one side begins or ends within a sentence, in
/// nats; nothing where half of the beads are like that.
const WITHIN: f64 = 2.0;
const WITHIN_COMMON: f64 = 0.5;
/// Beads that hold back what is learnt of how common it is.
const WITHIN_PSEUDO_BEADS: f64 = 5.0;
/// Log-odds that a bead loses for a figure that is missing, in nats, and the bounds of
/// the number that counts.
const FIGURE: f64 = 0.5;
const FIGURES: (f64, f64) = (-1.0, 3.0);
/// Log-odds that all beads gain each time the doubt of the documents, the mean share of
/// likelihood against their beads, is less by a factor of e, in nats; from this doubt
/// on; and the least doubt that any have.
const SURENESS: f64 = 0.6;
const DOUBTFUL: f64 = 0.15;
const LEAST_DOUBT: f64 = 0.003;
/// Support a token, in nats above the least, from which on all of this is gained: two
/// texts that have nothing to do with each other may seem sure by their lengths.
const RELATED: f64 = 0.5;
/// Support, as a share of what is usual, from which on nothing is lost.
const ENOUGH: f64 = 0.5;
/// Least support a token that counts as usual, in nats.
const LEAST_USUAL: f64 = 0.05;
/// What log-odds are multiplied by: found on development sets, where posteriors of
/// .99 were right in 97 of 100 cases.
const SHRINKAGE: f64 = 0.7;

/// The confidences of all beads of a way, with their posteriors (0…1) and what their
/// words and the borders of both sides say.
pub(super) fn of_all(
    beads: &[Stretch],
    posteriors: &[f64],
    evidence: &[Evidence],
    borders: [&Borders; 2],
) -> Vec<f64> {
    let all = || beads.iter().zip(evidence).zip(posteriors);
    let two_sided = all().filter(|((bead, _), _)| is_two_sided(bead));
    let usual = usual(two_sided.map(|((_, evidence), posterior)| (evidence.weakest, *posterior)));
    let by_words = |(bead, evidence): (&Stretch, &Evidence)| {
        if is_two_sided(bead) { loss_by_words(evidence, usual) } else { 0.0 }
    };
    let gain = gain(posteriors, usual);
    let places = losses_by_place(beads).into_iter().zip(losses_by_border(beads, borders));
    all()
        .zip(places)
        .map(|((of, posterior), (place, border))| {
            self::of(*posterior, by_words(of) + place + border - gain)
        })
        .collect()
}

/// Log-odds that all beads gain where they are sure as a whole and this support is usual.
fn gain(posteriors: &[f64], usual: f64) -> f64 {
    let against: f64 = posteriors.iter().map(|posterior| 1.0 - posterior).sum();
    let doubt = against / posteriors.len().max(1) as f64 + LEAST_DOUBT;
    let related = ((usual - LEAST_USUAL) / RELATED).clamp(0.0, 1.0);
    SURENESS * related * (DOUBTFUL / doubt).ln().max(0.0)
}

/// Log-odds lost by each bead of which one side begins or ends within a sentence.
fn losses_by_border(beads: &[Stretch], [source, target]: [&Borders; 2]) -> Vec<f64> {
    let is_within: Vec<bool> =
        beads.iter().map(|bead| border::disagree(source, target, bead)).collect();
    let two_sided = || beads.iter().zip(&is_within).filter(|(bead, _)| is_two_sided(bead));
    let seen = two_sided().filter(|(_, is_within)| **is_within).count() as f64;
    let share = seen / (two_sided().count() as f64 + WITHIN_PSEUDO_BEADS);
    let loss = WITHIN * (1.0 - share / WITHIN_COMMON).max(0.0);
    is_within.into_iter().map(|is_within| if is_within { loss } else { 0.0 }).collect()
}

/// How much words usually support a sentence of these beads: the mean of
/// `(support per token in nats, posterior)`, weighted by posterior.
fn usual(beads: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (sum, weights) = beads.fold((0.0, 0.0), |(sum, weights), (support, posterior)| {
        (sum + posterior * support.max(0.0), weights + posterior)
    });
    (sum / f64::max(weights, 1e-9)).max(LEAST_USUAL)
}

/// Log-odds lost by a bead for what its words say, where this support is usual.
fn loss_by_words(evidence: &Evidence, usual: f64) -> f64 {
    let missing = evidence.figures_missing.clamp(FIGURES.0, FIGURES.1);
    loss_by_support(evidence.weakest, usual) + FIGURE * missing
}

/// Log-odds lost by a bead whose weakest sentence has this support a token in nats,
/// where `usual` is usual.
fn loss_by_support(weakest: f64, usual: f64) -> f64 {
    LOSS * (1.0 - (weakest / (ENOUGH * usual)).clamp(0.0, 1.0))
}

/// Log-odds lost by each bead of a way for its place and its size.
fn losses_by_place(beads: &[Stretch]) -> Vec<f64> {
    let runs = inner_runs(beads);
    let run = |place: Option<usize>| place.and_then(|at| runs.get(at)).copied().unwrap_or(0);
    let share = |loss: f64, run: usize| if run == 0 { 0.0 } else { loss / run as f64 };
    let loss = |(at, bead): (usize, &Stretch)| {
        if !is_two_sided(bead) {
            return share(ALONE, run(Some(at)));
        }
        let beside = run(at.checked_sub(1)).max(run(Some(at + 1)));
        let is_large = bead.source.len() + bead.target.len() > 2;
        share(BESIDE, beside) + if is_large { LARGE } else { 0.0 }
    };
    beads.iter().enumerate().map(loss).collect()
}

/// For each sentence without a counterpart that stands between two beads, how many such
/// stand together there; 0 elsewhere.
fn inner_runs(beads: &[Stretch]) -> Vec<usize> {
    let first = beads.iter().position(is_two_sided).unwrap_or(beads.len());
    let last = beads.iter().rposition(is_two_sided).unwrap_or(0);
    let (mut runs, mut start) = (Vec::with_capacity(beads.len()), 0);
    for group in beads.chunk_by(|a, b| is_two_sided(a) == is_two_sided(b)) {
        let is_inner = start > first && start < last && !group.first().is_some_and(is_two_sided);
        let run = if is_inner { group.len() } else { 0 };
        runs.extend(std::iter::repeat_n(run, group.len()));
        start += group.len();
    }
    runs
}

fn is_two_sided(bead: &Stretch) -> bool {
    !bead.source.is_empty() && !bead.target.is_empty()
}

/// The confidence of a bead with this posterior (0…1): its log-odds less what they lose,
/// in nats, shrunk.
fn of(posterior: f64, loss: f64) -> f64 {
    let against = (1.0 - posterior).max(0.0);
    let odds = (posterior * (-loss).exp() / against).powf(SHRINKAGE);
    if odds.is_finite() { (odds / (1.0 + odds)).clamp(0.0, 1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_nothing_supports_costs_some_odds() {
        let of_bead = |posterior: f64, weakest: f64, usual: f64| {
            of(posterior, loss_by_support(weakest, usual))
        };
        let (whole, none) = (of_bead(0.8, 2.0, 1.0), of_bead(0.8, -0.2, 1.0));
        assert!(whole > 0.6 && whole < 0.8, "{whole}");
        assert!(none < 0.6 && none < of_bead(0.8, 0.3, 1.0), "{none}");
        assert!(of_bead(0.999, -0.2, 1.0) > 0.9, "but no certainty is lost");
        assert!((of_bead(0.8, 0.2, 0.4) - whole).abs() < 1e-9, "what is usual decides");
        for sure in [0.0, 1.0] {
            assert!((of_bead(sure, 0.0, 1.0) - sure).abs() < 1e-9);
        }
        assert!((of(0.5, 0.0) - 0.5).abs() < 1e-9);
    }

    /// Beads of these sizes one after the other.
    fn way(sizes: &[(usize, usize)]) -> Vec<Stretch> {
        let mut at = (0, 0);
        let mut beads = Vec::new();
        for &(a, b) in sizes {
            beads.push(Stretch { source: at.0..at.0 + a, target: at.1..at.1 + b });
            at = (at.0 + a, at.1 + b);
        }
        beads
    }

    #[test]
    fn a_sentence_alone_between_beads_is_doubtful_and_so_are_they() {
        let one = losses_by_place(&way(&[(1, 0), (1, 1), (1, 1), (0, 1), (1, 1), (1, 0)]));
        assert!(one[0] < 0.1 && one[5] < 0.1, "pages begin and end with chrome: {one:?}");
        assert!(one[1] < 0.1 && one[2] > 0.1 && one[3] > one[2], "{one:?}");
        let run = losses_by_place(&way(&[(1, 1), (1, 0), (1, 0), (0, 1), (1, 1)]));
        assert!(run[1] < one[3] && run[0] < one[2], "a passage is left out: {run:?}");
        let nothing = losses_by_place(&way(&[(1, 0), (1, 0)]));
        assert!(nothing.iter().all(|loss| *loss < 0.1), "{nothing:?}");
        let large = losses_by_place(&way(&[(1, 1), (2, 1), (1, 1)]));
        assert!(large[1] > 0.1 && large[0] < 0.1, "{large:?}");
    }

    const NONE: Evidence = Evidence { weakest: 1.0, figures_missing: 0.0 };

    #[test]
    fn a_sentence_cut_on_one_side_is_doubtful_unless_most_are() {
        let confidences = |ours: &[&str], theirs: &[&str]| {
            let beads = way(&vec![(1, 1); ours.len()]);
            let borders = [ours, theirs].map(|side| Borders::of(side.iter().copied()));
            let posteriors = vec![0.9; beads.len()];
            of_all(&beads, &posteriors, &vec![NONE; beads.len()], [&borders[0], &borders[1]])
        };
        let ours = ["The quay is old.", "It is dry.", "The crane fell,", "and nobody saw."];
        let theirs = ["Le quai est vieux.", "Il est sec.", "La grue tomba.", "Personne ne vit."];
        let one = confidences(&ours, &theirs);
        assert!(one[2] < one[0] - 0.1 && one[3] < one[0] - 0.1, "{one:?}");
        assert!((one[1] - one[0]).abs() < 1e-9, "{one:?}");
        let list = ["one boat,"; 40];
        let all = confidences(&list, &["Un bateau"; 40]);
        assert!(all[7] > one[2] + 0.1, "{all:?}");
    }

    #[test]
    fn figures_missing_are_doubtful_and_sure_documents_forgive() {
        let beads = way(&[(1, 1); 8]);
        let borders = Borders::default();
        let of = |figures_missing: f64, others: f64| {
            let mut posteriors = vec![others; 8];
            posteriors[3] = 0.9;
            let mut evidence = vec![NONE; 8];
            evidence[3].figures_missing = figures_missing;
            of_all(&beads, &posteriors, &evidence, [&borders, &borders])[3]
        };
        assert!(of(1.5, 0.99) < of(0.0, 0.99) - 0.02);
        assert!(of(0.0, 0.3) < of(0.0, 0.99) - 0.02);
    }

    #[test]
    fn what_is_usual_is_a_mean_and_never_nothing() {
        assert!((usual([(1.0, 1.0), (3.0, 1.0), (90.0, 0.0)].into_iter()) - 2.0).abs() < 1e-9);
        assert!(usual(std::iter::empty()) > 0.0);
    }
}
