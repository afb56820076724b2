//! A lexicon from the document itself: IBM model 1 on the beads found so far.
//!
//! Brown et al. (1993), model 1 with an empty word. Two changes for texts of a
//! few hundred sentences. The first estimate knows what spelling already tells
//! (names, numbers), so that these explain each other and leave the rest to the
//! rest. And an absolute discount is taken from every expected count before
//! shares are made: a pair seen in one bead alone is worth nothing, so that a
//! wrong bead cannot confirm itself.
//!
//! Left out: fertility, distortion, alignment by hidden Markov models; within a
//! sentence the order of words is worth little for sentence alignment.

use super::progress::Progress;
use super::table::Table;
use crate::model::Cancelled;

/// Rounds of estimation: more only sharpen what five have found.
const ROUNDS: usize = 5;
/// Largest number of word pairs to hold; of more, every second or third … example
/// is left out.
const MOST_PAIRS: usize = 1_000_000;
/// Weight of a pair that spelling links, against 1 for any other, at first.
const LINKED: f64 = 20.0;
/// Chance that a word renders none of the given ones.
const EMPTY_WORD: f64 = 0.2;
/// Probabilities below this are not worth keeping.
const LEAST: f64 = 1e-3;

/// Two sentences, or groups of sentences, held to render each other.
#[derive(Debug, Clone)]
pub(super) struct Example<'a> {
    /// Terms of the given side, repeated as they stand.
    pub(super) given: Vec<&'a [u32]>,
    /// Terms of the other side.
    pub(super) rendered: Vec<&'a [u32]>,
    /// How sure it is, 0…1.
    pub(super) weight: f64,
}

/// What training needs to know.
pub(super) struct Training<'a> {
    /// What is held to be aligned.
    pub(super) examples: &'a [Example<'a>],
    /// Links by spelling.
    pub(super) known: &'a Table,
    /// Share of each term of the rendered side in its document.
    pub(super) shares: &'a [f64],
    /// Number of terms of the given side.
    pub(super) given: usize,
    /// Taken from each expected count.
    pub(super) discount: f64,
}

/// Distinct pairs of terms, grouped by given term, and where they occur.
struct Pairs {
    /// Given and rendered term of each pair.
    keys: Vec<(u32, u32)>,
    /// Occurrences in the examples, example by example.
    uses: Vec<Use>,
    /// Where each example's uses end.
    ends: Vec<usize>,
}

struct Use {
    /// Place in `keys`.
    key: u32,
    /// Occurrences of the given term in its side.
    given: f32,
    /// Place of the rendered term in the example's list.
    rendered: u32,
}

/// Distinct terms of some sentences with their number of occurrences, sorted.
fn counted(sentences: &[&[u32]]) -> Vec<(u32, f32)> {
    let mut all: Vec<u32> = sentences.iter().flat_map(|s| s.iter().copied()).collect();
    all.sort_unstable();
    let mut counts: Vec<(u32, f32)> = Vec::new();
    for term in all {
        match counts.last_mut() {
            Some(last) if last.0 == term => last.1 += 1.0,
            _ => counts.push((term, 1.0)),
        }
    }
    counts
}

impl Training<'_> {
    /// The probability of each rendered term given a term, discounted.
    pub(super) fn run(&self, progress: &Progress) -> Result<Table, Cancelled> {
        let counted: Vec<_> = thinned(self.examples)
            .map(|e| (counted(&e.given), counted(&e.rendered), e.weight))
            .collect();
        let pairs = pairs(&counted, (self.given, self.shares.len()), progress)?;
        let mut probability = self.first(&pairs.keys);
        for round in 0..ROUNDS {
            progress.check()?;
            let counts = self.expect(&pairs, &counted, &probability);
            let discount = if round + 1 == ROUNDS { self.discount } else { 0.0 };
            share_out(&pairs.keys, &counts, discount, &mut probability);
        }
        let mut table = Table::new(self.given);
        for (&(given, rendered), probability) in pairs.keys.iter().zip(&probability) {
            if *probability > LEAST {
                #[expect(clippy::cast_possible_truncation, reason = "a probability")]
                table.witness(given, rendered, *probability as f32);
            }
        }
        Ok(table)
    }

    /// Equal chances, but for what spelling links.
    fn first(&self, keys: &[(u32, u32)]) -> Vec<f64> {
        let weight = |&(given, rendered): &(u32, u32)| {
            1.0 + LINKED * f64::from(self.known.get(given, rendered))
        };
        let counts: Vec<f64> = keys.iter().map(weight).collect();
        let mut probability = vec![0.0; keys.len()];
        share_out(keys, &counts, 0.0, &mut probability);
        probability
    }

    /// Expected number of times each pair renders each other.
    fn expect(&self, pairs: &Pairs, counted: &[Counted], probability: &[f64]) -> Vec<f64> {
        let mut counts = vec![0.0; pairs.keys.len()];
        let mut start = 0;
        let mut sums: Vec<f64> = Vec::new();
        for (end, (given, rendered, weight)) in pairs.ends.iter().zip(counted) {
            let uses = pairs.uses.get(start..*end).unwrap_or_default();
            start = *end;
            let words: f32 = given.iter().map(|g| g.1).sum();
            let chance = (1.0 - EMPTY_WORD) / f64::from(words.max(1.0));
            let share = |term: u32| self.shares.get(term as usize).copied().unwrap_or(1e-6);
            sums.clear();
            sums.extend(rendered.iter().map(|(term, _)| EMPTY_WORD * share(*term)));
            let each = |u: &Use| chance * f64::from(u.given) * probability[u.key as usize];
            for u in uses {
                sums[u.rendered as usize] += each(u);
            }
            // From here on what a unit of probability is worth to each rendered term.
            for (sum, (_, count)) in sums.iter_mut().zip(rendered) {
                *sum = weight * f64::from(*count) / sum.max(1e-300);
            }
            for u in uses {
                counts[u.key as usize] += each(u) * sums[u.rendered as usize];
            }
        }
        counts
    }
}

type Counted = (Vec<(u32, f32)>, Vec<(u32, f32)>, f64);

/// The examples, evenly thinned where they hold too many pairs.
fn thinned<'a>(examples: &'a [Example<'a>]) -> impl Iterator<Item = &'a Example<'a>> {
    let words = |sides: &[&[u32]]| sides.iter().map(|terms| terms.len()).sum::<usize>();
    let pairs: usize = examples.iter().map(|e| words(&e.given) * words(&e.rendered)).sum();
    examples.iter().step_by(pairs / MOST_PAIRS + 1)
}

/// The pairs of some examples over vocabularies of these sizes. Terms of the given side
/// are gone through one after the other, so that a list of the rendered terms last met
/// with each finds a pair's number at once.
fn pairs(
    counted: &[Counted],
    (given, rendered): (usize, usize),
    progress: &Progress,
) -> Result<Pairs, Cancelled> {
    // By given term: the examples it occurs in, its number there, and the first use there.
    let mut places: Vec<Vec<(u32, f32, usize)>> = vec![Vec::new(); given];
    let (mut ends, mut total) = (Vec::with_capacity(counted.len()), 0);
    for (example, (given, rendered, _)) in (0_u32..).zip(counted) {
        for &(term, count) in given {
            if let Some(places) = places.get_mut(term as usize) {
                places.push((example, count, total));
            }
            total += rendered.len();
        }
        ends.push(total);
    }
    progress.check()?;
    let unused = || Use { key: 0, given: 0.0, rendered: 0 };
    let mut uses: Vec<Use> = std::iter::repeat_with(unused).take(total).collect();
    let mut keys: Vec<(u32, u32)> = Vec::new();
    let mut numbers: Vec<u32> = vec![0; rendered];
    for (given, places) in (0_u32..).zip(&places) {
        let first = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        for &(example, count, start) in places {
            let terms = counted.get(example as usize).map_or(&[][..], |example| &example.1);
            let slots = uses.get_mut(start..).unwrap_or_default().iter_mut();
            for (slot, (place, &(term, _))) in slots.zip((0_u32..).zip(terms)) {
                let number = &mut numbers[term as usize];
                let is_new = *number < first || keys.get(*number as usize) != Some(&(given, term));
                if is_new {
                    *number = u32::try_from(keys.len()).unwrap_or(u32::MAX);
                    keys.push((given, term));
                }
                *slot = Use { key: *number, given: count, rendered: place };
            }
        }
    }
    progress.check()?;
    Ok(Pairs { keys, uses, ends })
}

/// Counts made into shares of each given term's sum, after the discount.
fn share_out(keys: &[(u32, u32)], counts: &[f64], discount: f64, probability: &mut [f64]) {
    let mut start = 0;
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        let end = start + group.len();
        let sum: f64 = counts.get(start..end).unwrap_or_default().iter().sum();
        for at in start..end {
            probability[at] = (counts[at] - discount).max(0.0) / sum.max(1e-300);
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;

    /// Trains on pairs of sentences written as term numbers.
    fn trained(beads: &[(&[u32], &[u32])], discount: f64) -> Table {
        let examples: Vec<_> = beads
            .iter()
            .map(|(g, r)| Example { given: vec![g], rendered: vec![r], weight: 1.0 })
            .collect();
        let known = Table::new(16);
        let shares = [0.1; 16];
        let training =
            Training { examples: &examples, known: &known, shares: &shares, given: 16, discount };
        training.run(&Progress::new(&Unwatched, 1)).expect("nobody cancels")
    }

    #[test]
    fn words_that_come_together_are_found() {
        let beads: [(&[u32], &[u32]); 4] =
            [(&[1, 2], &[11, 12]), (&[1, 3], &[11, 13]), (&[2, 3], &[12, 13]), (&[1], &[11])];
        let table = trained(&beads, 0.0);
        for (given, rendered) in [(1, 11), (2, 12), (3, 13)] {
            assert!(table.get(given, rendered) > 0.7, "{given} {}", table.get(given, rendered));
        }
        assert!(table.get(1, 12) < 0.1);
    }

    #[test]
    fn a_pair_seen_once_is_worth_nothing() {
        let table = trained(&[(&[1, 2], &[11, 12]), (&[1, 3], &[11, 13])], 1.0);
        assert!(table.get(2, 12) <= 0.0, "{}", table.get(2, 12));
        assert!(table.get(1, 11) > 0.2);
    }
}
