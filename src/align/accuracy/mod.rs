//! How right an alignment is: precision and recall against beads made by hand.
//!
//! Scores are those of vecalign's `score.py` (Thompson & Koehn 2019), so that
//! figures can be laid beside published ones. *Strict*: the very same bead.
//! *Lax*: a bead that shares a sentence on either side with a gold bead. Precision
//! counts all beads found, omissions and additions as single sentences; recall
//! counts the gold beads with two sides. Counts are added up over documents
//! before shares are made. F1 is the harmonic mean.
//!
//! Left out: sentence-level alignment error rate, scores weighted by length.

mod gold;
mod reliability;

pub use gold::{GoldDocument, Link, langs_of_set, read_beads, read_jsonl};
pub use reliability::{Judged, Reliability, judge};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Counts of right and wrong beads, of one document or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Beads found that are in the gold.
    pub found_strict: usize,
    /// Beads found that share a sentence on either side with a gold bead.
    pub found_lax: usize,
    /// Beads found.
    pub found: usize,
    /// Two-sided gold beads that were found.
    pub gold_strict: usize,
    /// Two-sided gold beads that a found bead shares sentences with.
    pub gold_lax: usize,
    /// Two-sided gold beads.
    pub gold: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.found_strict += other.found_strict;
        self.found_lax += other.found_lax;
        self.found += other.found;
        self.gold_strict += other.gold_strict;
        self.gold_lax += other.gold_lax;
        self.gold += other.gold;
    }
}

impl Counts {
    /// Share of the beads found that are right, 0…1; 0 when none was found.
    pub fn precision(&self) -> f64 {
        share(self.found_strict, self.found)
    }

    /// Share of the two-sided gold beads that were found, 0…1.
    pub fn recall(&self) -> f64 {
        share(self.gold_strict, self.gold)
    }

    /// Harmonic mean of precision and recall, 0…1.
    pub fn f1(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }

    /// As [`Self::f1`], by beads that share sentences.
    pub fn lax_f1(&self) -> f64 {
        harmonic(share(self.found_lax, self.found), share(self.gold_lax, self.gold))
    }

    /// Beads found that are not in the gold.
    pub const fn errors(&self) -> usize {
        self.found - self.found_strict
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn harmonic(left: f64, right: f64) -> f64 {
    if left + right > 0.0 { 2.0 * left * right / (left + right) } else { 0.0 }
}

/// Compares beads found with gold beads. Beads of one side alone may be given as
/// runs or as single sentences.
pub fn compare(gold: &[Link], found: &[Link]) -> Counts {
    let (gold, found) = (distinct(gold), distinct(found));
    let (found_strict, found_lax) = hits(&found, &gold);
    let two_sided = |links: &BTreeSet<Link>| -> BTreeSet<Link> {
        links.iter().filter(|link| link.is_two_sided()).cloned().collect()
    };
    let (gold, beads) = (two_sided(&gold), two_sided(&found));
    let (gold_strict, gold_lax) = hits(&gold, &beads);
    Counts { found_strict, found_lax, found: found.len(), gold_strict, gold_lax, gold: gold.len() }
}

/// The beads without repetition, one-sided ones split into single sentences.
fn distinct(links: &[Link]) -> BTreeSet<Link> {
    links.iter().flat_map(Link::singles).collect()
}

/// How many of the `tested` beads are among the `reference` ones, and how many
/// share a sentence on both sides with one of them.
fn hits(tested: &BTreeSet<Link>, reference: &BTreeSet<Link>) -> (usize, usize) {
    let mut rendered: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for link in reference {
        for source in &link.source {
            rendered.entry(*source).or_default().extend(&link.target);
        }
    }
    let touches = |link: &&Link| {
        let sources = link.source.iter().filter_map(|source| rendered.get(source));
        sources.flatten().any(|target| link.target.contains(target))
    };
    let strict = tested.intersection(reference).count();
    let lax = tested.difference(reference).filter(touches).count();
    (strict, strict + lax)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &str, found: &str, expected: (f64, f64, f64)) {
        let read = |text: &str| read_beads(text).value;
        let counts = compare(&read(gold), &read(found));
        let (precision, recall, lax) = expected;
        assert!((counts.precision() - precision).abs() < 1e-9, "{counts:?}");
        assert!((counts.recall() - recall).abs() < 1e-9, "{counts:?}");
        assert!((counts.lax_f1() - lax).abs() < 1e-9, "{counts:?}");
    }

    #[test]
    fn scores_follow_vecaligns_rules() {
        let gold = "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2]\n";
        check(gold, gold, (1.0, 1.0, 1.0));
        // The bead of two is cut: one piece still touches it, the other does too.
        check(
            gold,
            "[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[]\n[4]:[2]\n",
            (3.0 / 5.0, 2.0 / 3.0, 8.0 / 9.0),
        );
        // A run left out counts sentence by sentence.
        check("[0,1]:[]\n[2]:[0]", "[0]:[]\n[1]:[]\n[2]:[0]\n", (1.0, 1.0, 1.0));
        check(gold, "[0]:[]\n[]:[0]\n", (0.0, 0.0, 0.0));
        check("", "", (0.0, 0.0, 0.0));
    }
}
