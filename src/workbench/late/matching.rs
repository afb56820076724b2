//! Which sentence of a corrected source is which of the old one.
//!
//! Three passes, each over what the one before has left:
//!
//! 1. *The same*: the longest common subsequence of equal sentences (E. Myers' problem, solved by
//!    the table, since releases are short), then equal ones anywhere, which have moved.
//! 2. *Edited, joined, split*: between two sentences that are the same, the best pairing in order,
//!    by [`similarity`]. Two sentences are one of the other side only where both of them are more
//!    like it than either alone.
//! 3. *Moved and edited*: what is left, most alike first.
//!
//! What is left then is new, or gone. Numbers and dates are classes to the similarity, so a changed
//! figure never makes a sentence another one. Left out: three sentences made of one, or one of
//! three, at once; they come out as a split and a new one.

use std::collections::HashSet;
use std::ops::Range;

use crate::memory::similarity::similarity;

/// From here on a sentence in the same place is the old one, edited: half of its words stand.
const EDITED: f64 = 0.5;
/// From here on two sentences are one of the other side.
const REGROUPED: f64 = 0.75;
/// From here on a sentence elsewhere is the old one, edited.
const MOVED: f64 = 0.75;
/// So many pairs between two that are the same are compared, at some microseconds each; a text
/// that shares so little is another one.
const MOST_PAIRS: usize = 40_000;
/// Cells of the table of equal sentences, four bytes each: 5,000 sentences that all differ. Beyond
/// it equal ones are found all the same, as moved.
const MOST_CELLS: usize = 25_000_000;

/// A sentence of the old source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Old<'a> {
    /// As it is now.
    pub text: &'a str,
    /// As it stood in the file.
    pub read: &'a str,
}

impl Old<'_> {
    /// Whether a sentence of the new source is this one: white space apart, which a page that was
    /// pasted has otherwise.
    fn is(&self, new: &str) -> bool {
        same_words(self.text, new) || same_words(self.read, new)
    }
}

/// Whether two texts differ in white space at most.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one == other || one.split_whitespace().eq(other.split_whitespace())
}

/// What became of a run of sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// In the old source: one, or two that were joined; empty for new ones.
    pub old: Range<usize>,
    /// In the new source: one, or two that were split; empty for those that are gone.
    pub new: Range<usize>,
    /// Whether it reads as it did.
    pub same: bool,
    /// Whether it stands elsewhere.
    pub moved: bool,
}

/// Pairs two sources, in the order of the new one; what is gone comes last.
#[must_use]
pub fn pair(old: &[Old<'_>], new: &[&str]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = common(old, new).into_iter().map(|at| same(at, false)).collect();
    let anchors = pairs.clone();
    let mut left = Left::of(old.len(), new.len(), &pairs);
    let equal = left.take(|o, n| old.get(o).zip(new.get(n)).is_some_and(|(o, n)| o.is(n)));
    pairs.extend(equal.into_iter().map(|at| same(at, true)));
    for gap in gaps(&anchors, old.len(), new.len()) {
        let (olds, news) = left.in_gap(&gap);
        let found = in_order((old, &olds), (new, &news));
        left.remove(&found);
        pairs.extend(found);
    }
    pairs.extend(moved(old, new, &mut left));
    pairs.extend(left.new.iter().map(|&n| single(0..0, n..n + 1)));
    pairs.sort_by_key(|pair| pair.new.start);
    pairs.extend(left.old.iter().map(|&o| single(o..o + 1, 0..0)));
    pairs
}

const fn same((old, new): (usize, usize), moved: bool) -> Pair {
    Pair { old: old..old + 1, new: new..new + 1, same: true, moved }
}

const fn single(old: Range<usize>, new: Range<usize>) -> Pair {
    Pair { old, new, same: false, moved: false }
}

/// The longest common subsequence of equal sentences; what begins and ends both sources needs no
/// table.
fn common(old: &[Old<'_>], new: &[&str]) -> Vec<(usize, usize)> {
    let least = old.len().min(new.len());
    let head = old.iter().zip(new).take_while(|(o, n)| o.is(n)).count();
    let both = old.iter().rev().zip(new.iter().rev()).take(least - head);
    let tail = both.take_while(|(o, n)| o.is(n)).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let old = old.get(head..old_end).unwrap_or_default();
    let new = new.get(head..new_end).unwrap_or_default();
    let mut found: Vec<_> = (0..head).map(|at| (at, at)).collect();
    found.extend(common_within(old, new).into_iter().map(|(o, n)| (o + head, n + head)));
    found.extend((0..tail).map(|at| (old_end + at, new_end + at)));
    found
}

fn common_within(old: &[Old<'_>], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST_CELLS {
        return Vec::new();
    }
    let is = |o: usize, n: usize| old.get(o).zip(new.get(n)).is_some_and(|(o, n)| o.is(n));
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    let at = |longest: &[u32], o: usize, n: usize| longest.get(o * width + n).copied().unwrap_or(0);
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            let skipped = at(&longest, o + 1, n).max(at(&longest, o, n + 1));
            let here = if is(o, n) { at(&longest, o + 1, n + 1) + 1 } else { skipped };
            if let Some(cell) = longest.get_mut(o * width + n) {
                *cell = here.max(skipped);
            }
        }
    }
    let (mut o, mut n, mut found) = (0, 0, Vec::new());
    while o < old.len() && n < new.len() {
        if is(o, n) && at(&longest, o, n) == at(&longest, o + 1, n + 1) + 1 {
            found.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if at(&longest, o + 1, n) >= at(&longest, o, n + 1) {
            o += 1;
        } else {
            n += 1;
        }
    }
    found
}

/// The stretches between the sentences that are the same, on both sides.
fn gaps(anchors: &[Pair], olds: usize, news: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut gaps, mut o, mut n) = (Vec::new(), 0, 0);
    for anchor in anchors {
        gaps.push((o..anchor.old.start, n..anchor.new.start));
        (o, n) = (anchor.old.end, anchor.new.end);
    }
    gaps.push((o..olds, n..news));
    gaps
}

/// What is not paired yet, in order.
struct Left {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Left {
    fn of(olds: usize, news: usize, pairs: &[Pair]) -> Self {
        let mut left = Self { old: (0..olds).collect(), new: (0..news).collect() };
        left.remove(pairs);
        left
    }

    fn remove(&mut self, pairs: &[Pair]) {
        let old: HashSet<usize> = pairs.iter().flat_map(|pair| pair.old.clone()).collect();
        let new: HashSet<usize> = pairs.iter().flat_map(|pair| pair.new.clone()).collect();
        self.old.retain(|at| !old.contains(at));
        self.new.retain(|at| !new.contains(at));
    }

    /// Takes out pairs that fit, the first new one for each old one.
    fn take(&mut self, fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
        let mut taken = Vec::new();
        let new = &mut self.new;
        self.old.retain(|&o| {
            let found = new.iter().position(|&n| fits(o, n));
            if let Some(at) = found {
                taken.push((o, new.remove(at)));
            }
            found.is_none()
        });
        taken
    }

    fn in_gap(&self, (old, new): &(Range<usize>, Range<usize>)) -> (Vec<usize>, Vec<usize>) {
        let within = |all: &[usize], range: &Range<usize>| {
            all.iter().copied().filter(|at| range.contains(at)).collect()
        };
        (within(&self.old, old), within(&self.new, new))
    }
}

/// How many sentences of each side a step of the pairing takes.
const STEPS: [(usize, usize); 5] = [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2)];

/// The best pairing in order of what stands between two sentences that are the same.
fn in_order((old, olds): (&[Old<'_>], &[usize]), (new, news): (&[&str], &[usize])) -> Vec<Pair> {
    if olds.is_empty() || news.is_empty() || olds.len() * news.len() > MOST_PAIRS {
        return Vec::new();
    }
    let sides = Sides { old, olds, new, news };
    let width = news.len() + 1;
    let mut best = vec![(0.0_f64, (0_usize, 0_usize)); (olds.len() + 1) * width];
    for o in (0..=olds.len()).rev() {
        for n in (0..=news.len()).rev() {
            let mut here = (0.0, (0, 0));
            for (of_old, of_new) in STEPS {
                let Some(gain) = sides.gain(o..o + of_old, n..n + of_new) else { continue };
                let rest = best.get((o + of_old) * width + n + of_new).map_or(0.0, |cell| cell.0);
                if here.1 == (0, 0) || gain + rest > here.0 {
                    here = (gain + rest, (of_old, of_new));
                }
            }
            if let Some(cell) = best.get_mut(o * width + n) {
                *cell = here;
            }
        }
    }
    sides.follow(&best, width)
}

/// Both sides of a stretch.
struct Sides<'a> {
    old: &'a [Old<'a>],
    olds: &'a [usize],
    new: &'a [&'a str],
    news: &'a [usize],
}

impl Sides<'_> {
    /// What it is worth to take these together; `None` where they do not belong together.
    fn gain(&self, olds: Range<usize>, news: Range<usize>) -> Option<f64> {
        let (o, n) = (self.olds.get(olds)?, self.news.get(news)?);
        match (o, n) {
            ([_], []) | ([], [_]) => Some(0.0),
            ([o], [n]) => Some(self.alike(*o, *n)).filter(|alike| *alike >= EDITED),
            ([first, second], [n]) if first + 1 == *second => {
                let both = self.old(*first)?.to_owned() + " " + self.old(*second)?;
                let alone = self.alike(*first, *n).max(self.alike(*second, *n));
                regrouped(similarity(&both, self.new.get(*n)?), alone)
            }
            ([o], [first, second]) if first + 1 == *second => {
                let both = [*self.new.get(*first)?, *self.new.get(*second)?].join(" ");
                let alone = self.alike(*o, *first).max(self.alike(*o, *second));
                regrouped(similarity(self.old(*o)?, &both), alone)
            }
            _ => None,
        }
    }

    fn old(&self, at: usize) -> Option<&str> {
        self.old.get(at).map(|old| old.text)
    }

    fn alike(&self, old: usize, new: usize) -> f64 {
        self.old(old).zip(self.new.get(new)).map_or(0.0, |(old, new)| similarity(old, new))
    }

    /// The pairs along the best way.
    fn follow(&self, best: &[(f64, (usize, usize))], width: usize) -> Vec<Pair> {
        let (mut o, mut n, mut pairs) = (0, 0, Vec::new());
        while let Some((_, (of_old, of_new))) = best.get(o * width + n).copied() {
            if (of_old, of_new) == (0, 0) {
                break;
            }
            let (old, new) = (self.olds.get(o), self.news.get(n));
            if let (Some(&old), Some(&new)) = (old, new)
                && of_old > 0
                && of_new > 0
            {
                pairs.push(single(old..old + of_old, new..new + of_new));
            }
            (o, n) = (o + of_old, n + of_new);
        }
        pairs
    }
}

/// What three sentences are worth together: as much as one and a half pairs.
fn regrouped(together: f64, alone: f64) -> Option<f64> {
    (together >= REGROUPED && together > alone).then_some(1.5 * together)
}

/// Sentences that stand elsewhere and were edited, most alike first.
fn moved(old: &[Old<'_>], new: &[&str], left: &mut Left) -> Vec<Pair> {
    if left.old.len() * left.new.len() > MOST_PAIRS {
        return Vec::new();
    }
    let alike = |o: usize, n: usize| {
        let both = old.get(o).zip(new.get(n));
        both.map_or(0.0, |(old, new)| similarity(old.text, new))
    };
    let all = left.old.iter().flat_map(|&o| left.new.iter().map(move |&n| (o, n)));
    let mut all: Vec<(f64, usize, usize)> =
        all.map(|(o, n)| (alike(o, n), o, n)).filter(|(alike, ..)| *alike >= MOVED).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut pairs: Vec<Pair> = Vec::new();
    for (_, o, n) in all {
        if pairs.iter().all(|pair| pair.old.start != o && pair.new.start != n) {
            pairs.push(Pair { moved: true, ..single(o..o + 1, n..n + 1) });
        }
    }
    left.remove(&pairs);
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `old|old > new|new > what`, sentences parted by `|`; what became of each run, in the order
    /// of the new source: `1=1` the same, `1~1` edited, `1+2~1` joined, `1~1+2` split, `1@3` moved,
    /// `+2` new, `-1` gone.
    const CASES: &str = include_str!("../../../tests/data/late/sentences.txt");

    fn told(pair: &Pair) -> String {
        let list = |range: &Range<usize>| {
            range.clone().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join("+")
        };
        match (pair.old.is_empty(), pair.new.is_empty()) {
            (true, _) => format!("+{}", list(&pair.new)),
            (_, true) => format!("-{}", list(&pair.old)),
            _ => {
                let mark = match (pair.moved, pair.same) {
                    (true, true) => "@",
                    (true, false) => "@~",
                    (false, true) => "=",
                    (false, false) => "~",
                };
                format!("{}{mark}{}", list(&pair.old), list(&pair.new))
            }
        }
    }

    fn paired(old: &[&str], new: &[&str]) -> Vec<Pair> {
        let old: Vec<Old<'_>> = old.iter().map(|text| Old { text, read: text }).collect();
        pair(&old, new)
    }

    #[test]
    fn sentences_are_matched_as_their_file_says() {
        let mut count = 0;
        for block in CASES.split("\n\n") {
            let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with('#')).collect();
            let [old, new, expected] = lines.as_slice() else {
                assert!(lines.is_empty(), "a block has three lines:\n{block}");
                continue;
            };
            let (old, new): (Vec<_>, Vec<_>) = (old.split('|').collect(), new.split('|').collect());
            let found: Vec<String> = paired(&old, &new).iter().map(told).collect();
            assert_eq!(found.join(" "), *expected, "{block}");
            count += 1;
        }
        assert!(count >= 12, "{count} cases");
    }

    #[test]
    fn a_correction_of_ours_stands_where_the_file_reads_as_it_did() {
        let old = [Old { text: "Il y a 29 sièges.", read: "Il y a 28 sièges." }];
        assert!(pair(&old, &["Il y a 28 sièges."])[0].same);
        assert!(pair(&old, &["Il y a 29\u{a0}sièges."])[0].same);
        assert!(!pair(&old, &["Il y a 30 sièges."])[0].same);
    }

    proptest! {
        #[test]
        fn each_sentence_is_in_one_pair(
            old in proptest::collection::vec("[abc]{1,2} [abc12]( [abc]){0,3}", 0..9),
            new in proptest::collection::vec("[abc]{1,2} [abc12]( [abc]){0,3}", 0..9),
        ) {
            let texts = |all: &[String]| all.iter().map(String::as_str).map(str::to_owned).collect::<Vec<_>>();
            let (old, new) = (texts(&old), texts(&new));
            let (old, new): (Vec<&str>, Vec<&str>) =
                (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
            let pairs = paired(&old, &new);
            let news: Vec<usize> = pairs.iter().flat_map(|pair| pair.new.clone()).collect();
            prop_assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
            let mut olds: Vec<usize> = pairs.iter().flat_map(|pair| pair.old.clone()).collect();
            olds.sort_unstable();
            prop_assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
        }

        #[test]
        fn the_same_source_is_all_the_same(texts in proptest::collection::vec("[abc ]{1,6}", 0..9)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            prop_assert!(paired(&texts, &texts).iter().all(|pair| pair.same && !pair.moved));
        }
    }
}
