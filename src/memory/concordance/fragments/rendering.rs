//! What renders a passage, where that is certain.
//!
//! Words of the targets that stand in nearly all units with the passage and in hardly
//! any without it (association by Dice's coefficient; F. Smadja, K. `McKeown`,
//! V. Hatzivassiloglou, "Translating collocations for bilingual lexicons", Computational
//! Linguistics 22, 1996). A proposal shown as certain that is wrong costs more than none,
//! so nothing is said where
//! - fewer than [`LEAST_UNITS`] different sources have the passage;
//! - the same word always stands beside the passage: the rendering might be of both;
//! - another word of the sources goes with the passage as closely;
//! - two renderings that share no word fit.
//!
//! Counts without a passage come of the word index of the targets, which tells the units
//! that have all words of a rendering in any order: too many rather than too few.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::corpus::{Corpus, Side};
use super::super::pattern::{FOLDED, Pattern};
use super::super::words::words;
use super::{Holders, phrase, together};

/// What renders a passage.
#[derive(Debug, Clone)]
pub struct Rendering {
    /// Its words, as one of the units has them.
    pub text: String,
    /// In how many of the units with the passage that were read it stands.
    pub units: usize,
    pub(super) pattern: Pattern,
}

impl PartialEq for Rendering {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.units) == (&other.text, other.units)
    }
}

/// So many different sources have to have the passage.
const LEAST_UNITS: usize = 3;
/// The longest rendering, in words.
const LONGEST: usize = 8;
/// So large a share of the units with the passage has to have the rendering.
const SHARE: f64 = 0.9;
/// The least association of a certain rendering.
const CERTAIN: f64 = 0.8;
/// A rival that is associated as much as this makes it uncertain.
const RIVAL: f64 = 0.6;
/// A word that stands beside the passage in so large a share of its units belongs to it.
const BESIDE: f64 = 0.7;

/// A unit with the passage, word by word.
struct Holder<'a> {
    /// The words of the source.
    source: Vec<String>,
    /// Where the passage stands among them.
    passage: Range<usize>,
    target: &'a str,
    /// The words of the target, and where they stand.
    words: Vec<(String, Range<usize>)>,
}

/// What renders a passage, if that is certain.
pub(super) fn certain(
    passage: &Pattern,
    holders: &Holders,
    corpora: &[Corpus],
) -> Option<Rendering> {
    let units: Vec<Holder> =
        holders.units.iter().filter_map(|&place| holder(passage, place, corpora)).collect();
    let sources: BTreeSet<&[String]> = units.iter().map(|unit| unit.source.as_slice()).collect();
    if sources.len() < LEAST_UNITS || stands_beside(&units) {
        return None;
    }
    let association = Association::new(holders, units.len(), corpora);
    if association.has_company(&units) {
        return None;
    }
    let fitting: Vec<(f64, usize, Vec<&str>)> = runs(&units)
        .into_iter()
        .filter(|(_, count)| share(*count, units.len()) >= SHARE)
        .map(|(run, count)| (association.of(Side::Target, &run, count), count, run))
        .collect();
    let better = |a: &&(f64, usize, Vec<&str>), b: &&(f64, usize, Vec<&str>)| {
        a.0.total_cmp(&b.0).then(a.2.len().cmp(&b.2.len()))
    };
    let (best, count, run) = fitting.iter().max_by(better)?;
    let is_rival = |(other, _, words): &(f64, usize, Vec<&str>)| {
        *other >= RIVAL && !words.iter().any(|word| run.contains(word))
    };
    if *best < CERTAIN || fitting.iter().any(is_rival) {
        return None;
    }
    let text = units.iter().find_map(|unit| unit.written(run))?.to_owned();
    let pattern = phrase(&text)?;
    Some(Rendering { text, units: *count, pattern })
}

fn holder<'a>(
    passage: &Pattern,
    (memory, slot): (usize, u32),
    corpora: &'a [Corpus],
) -> Option<Holder<'a>> {
    let corpus = corpora.get(memory)?;
    let stored = corpus.stored(slot)?;
    let source = corpus.text(Side::Source, &stored);
    let found = passage.find(source)?.ranges.into_iter().next()?;
    let all = written_words(source);
    let from = all.iter().position(|(_, at)| at.end > found.start)?;
    let to = all.iter().rposition(|(_, at)| at.start < found.end)? + 1;
    let target = corpus.text(Side::Target, &stored);
    Some(Holder {
        source: all.into_iter().map(|(word, _)| word).collect(),
        passage: from..to,
        target,
        words: written_words(target),
    })
}

/// The words of a text, folded, and where they stand in it.
fn written_words(text: &str) -> Vec<(String, Range<usize>)> {
    let folded = FOLDED.fold(text);
    let word = |range: Range<usize>| {
        Some((folded.text.get(range.clone())?.to_owned(), folded.place(range)?))
    };
    words(&folded.text).filter_map(word).collect()
}

impl Holder<'_> {
    /// A run of words as the target has it.
    fn written(&self, run: &[&str]) -> Option<&str> {
        let fits = |window: &&[(String, Range<usize>)]| {
            window.iter().zip(run).all(|((word, _), other)| word == other)
        };
        let window = self.words.windows(run.len().max(1)).find(fits)?;
        self.target.get(window.first()?.1.start..window.last()?.1.end)
    }
}

/// Runs of words of the targets, with the number of units that have them.
fn runs<'a>(units: &'a [Holder<'_>]) -> BTreeMap<Vec<&'a str>, usize> {
    let mut counts = BTreeMap::new();
    for unit in units {
        let words: Vec<&str> = unit.words.iter().map(|(word, _)| word.as_str()).collect();
        let of_len = |len| words.windows(len).map(<[_]>::to_vec);
        let own: BTreeSet<Vec<&str>> = (1..=LONGEST).flat_map(of_len).collect();
        for run in own {
            *counts.entry(run).or_insert(0) += 1;
        }
    }
    counts
}

/// Whether the same word nearly always stands before the passage, or behind it.
fn stands_beside(units: &[Holder<'_>]) -> bool {
    let before = |unit: &Holder| unit.source.get(unit.passage.start.checked_sub(1)?).cloned();
    let behind = |unit: &Holder| unit.source.get(unit.passage.end).cloned();
    let most = |words: Vec<String>| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in words {
            *counts.entry(word).or_insert(0) += 1;
        }
        counts.into_values().max().unwrap_or(0)
    };
    let sides = [
        most(units.iter().filter_map(before).collect()),
        most(units.iter().filter_map(behind).collect()),
    ];
    sides.into_iter().any(|count| share(count, units.len()) >= BESIDE)
}

/// How closely words go with a passage.
struct Association<'a> {
    corpora: &'a [Corpus],
    /// How many units have the passage, by those that were read.
    holders: f64,
    /// How many of them were looked at.
    seen: usize,
}

impl<'a> Association<'a> {
    fn new(holders: &Holders, seen: usize, corpora: &'a [Corpus]) -> Self {
        let holders = holders.candidates as f64 * share(holders.units.len(), holders.read);
        Self { corpora, holders, seen }
    }

    /// Dice's coefficient of the passage and words that `count` of its units have.
    fn of(&self, side: Side, words: &[&str], count: usize) -> f64 {
        let both = self.holders * share(count, self.seen);
        let all: usize = self.corpora.iter().map(|corpus| having(corpus, side, words)).sum();
        2.0 * both / (self.holders + (all as f64).max(both))
    }

    /// Whether a word of the sources outside of the passage goes with it as closely as
    /// what renders it.
    fn has_company(&self, units: &[Holder<'_>]) -> bool {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for unit in units {
            let places = (0..).zip(&unit.source);
            let outside = places.filter(|(place, _)| !unit.passage.contains(place));
            let own: BTreeSet<&str> = outside.map(|(_, word)| word.as_str()).collect();
            for word in own {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
        counts
            .into_iter()
            .filter(|(_, count)| share(*count, units.len()) >= BESIDE)
            .any(|(word, count)| self.of(Side::Source, &[word], count) >= RIVAL)
    }
}

/// In how many units of a memory all of some words stand. Without an index it cannot be
/// known, and is all.
fn having(corpus: &Corpus, side: Side, words: &[&str]) -> usize {
    let Some(index) = corpus.index(side) else { return corpus.slots() as usize };
    let numbers: Option<Vec<usize>> = words.iter().map(|word| index.number(word)).collect();
    match numbers.as_deref() {
        None | Some([]) => 0,
        Some([only]) => index.count(*only),
        Some(several) => {
            let bits: Vec<_> = several.iter().map(|&word| index.bits(&[word])).collect();
            together(&bits).map_or(0, |all| all.count())
        }
    }
}

fn share(count: usize, of: usize) -> f64 {
    count as f64 / of.max(1) as f64
}
