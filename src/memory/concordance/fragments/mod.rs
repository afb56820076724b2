//! Passages of a sentence that the memories know, when no unit is like the whole of it.
//!
//! The sentence is covered by the longest runs of words that stand in some unit, longest
//! first, none over another. Which units have all words of a run is known from the word
//! index; that they stand together is read in the units. What renders a passage is said
//! only where it is certain ([`rendering`]).
//!
//! Left out: single words; runs of nothing but common words; memories whose index is not
//! made yet.

pub mod rendering;

use std::ops::Range;

pub use rendering::Rendering;

use super::corpus::{Corpus, Side};
use super::hit::{Draft, Hit};
use super::index::WordIndex;
use super::pattern::{FOLDED, Mode, Pattern, Question};
use super::postings::Bits;
use super::words::words;
use crate::memory::vocabulary::wide;
use crate::model::{Cancelled, Watch};

/// A passage of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Fragment {
    /// Where it stands in the sentence, in bytes.
    pub range: Range<usize>,
    /// In how many units it was found.
    pub units: usize,
    /// Whether there are no more.
    pub is_all: bool,
    /// The best of them: the passage marked in its source, and what renders it in its
    /// target, where that is certain.
    pub example: Hit,
    /// What renders it, where that is certain.
    pub rendering: Option<Rendering>,
}

/// Words of a sentence that are looked at; what stands behind is left out.
const MOST_WORDS: usize = 80;
/// The shortest passage, in words.
const SHORTEST: usize = 2;
/// A word is common when one unit in so many has it …
const COMMON_ONE_IN: usize = 20;
/// … and no fewer than these: a small memory does not tell.
const COMMON_FROM: usize = 100;
/// Units read for one passage at most …
const MOST_READ: usize = 400;
/// … and units with it, after which no more are read.
pub(super) const MOST_UNITS: usize = 200;

/// The units that have a passage.
#[derive(Debug, Default)]
pub(super) struct Holders {
    /// The memory's number and the slot of each.
    pub units: Vec<(usize, u32)>,
    /// How many units have its words, in whatever order.
    pub candidates: usize,
    /// How many of these were read.
    pub read: usize,
}

/// The words of a sentence, in the memories.
struct Sentence<'a> {
    text: &'a str,
    /// Where each word stands in the text.
    places: Vec<Range<usize>>,
    /// Whether each is common.
    common: Vec<bool>,
    /// For each memory with an index the units that have each word.
    bits: Vec<(usize, Vec<Bits>)>,
}

/// The passages of a sentence that the memories know, as they stand in it.
///
/// # Errors
/// [`Cancelled`] when the watch says so, which it is asked at every run of words.
pub fn fragments(
    text: &str,
    corpora: &[Corpus],
    watch: &dyn Watch,
) -> Result<Vec<Fragment>, Cancelled> {
    let sentence = Sentence::new(text, corpora);
    let count = sentence.places.len();
    let mut found: Vec<(Range<usize>, Fragment)> = Vec::new();
    for len in (SHORTEST..=count).rev() {
        for start in 0..=count - len {
            let run = start..start + len;
            watch.report(count - len, count)?;
            let taken = found.iter().any(|(of, _)| of.start < run.end && run.start < of.end);
            if taken || !sentence.says_something(&run) {
                continue;
            }
            if let Some(fragment) = sentence.fragment(&run, corpora) {
                found.push((run, fragment));
            }
        }
    }
    found.sort_by_key(|(run, _)| run.start);
    Ok(found.into_iter().map(|(_, fragment)| fragment).collect())
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str, corpora: &[Corpus]) -> Self {
        let folded = FOLDED.fold(text);
        let (places, keys): (Vec<_>, Vec<_>) = words(&folded.text)
            .filter_map(|range| {
                let key = folded.text.get(range.clone())?;
                Some((folded.place(range)?, key))
            })
            .take(MOST_WORDS)
            .unzip();
        let indexed = corpora.iter().enumerate().filter_map(|(memory, corpus)| {
            corpus.index(Side::Source).map(|index| (memory, &**index))
        });
        let indexed: Vec<(usize, &WordIndex)> = indexed.collect();
        let slots: usize = indexed.iter().map(|(_, index)| wide(index.slots())).sum();
        let count = |key: &&str| -> usize {
            let counts = indexed.iter().filter_map(|(_, i)| Some(i.count(i.number(key)?)));
            counts.sum()
        };
        let is_common = |count: usize| count >= COMMON_FROM && count * COMMON_ONE_IN > slots;
        let common = keys.iter().map(|key| is_common(count(key))).collect();
        let bits = indexed.iter().map(|(memory, index)| {
            let of = |key: &&str| index.bits(index.number(key).as_slice());
            (*memory, keys.iter().map(of).collect())
        });
        Self { text, places, common, bits: bits.collect() }
    }

    /// Whether a run has a word that is not common.
    fn says_something(&self, run: &Range<usize>) -> bool {
        self.common.get(run.clone()).is_some_and(|common| common.contains(&false))
    }

    fn fragment(&self, run: &Range<usize>, corpora: &[Corpus]) -> Option<Fragment> {
        let places = self.places.get(run.clone())?;
        let range = places.first()?.start..places.last()?.end;
        let passage = phrase(self.text.get(range.clone())?)?;
        let holders = self.holders(run, &passage, corpora);
        let units = holders.units.len();
        let is_all = holders.read == holders.candidates;
        let rendering = rendering::certain(&passage, &holders, corpora);
        let example = best(&passage, rendering.as_ref(), &holders, corpora)?;
        Some(Fragment { range, units, is_all, example, rendering })
    }

    fn holders(&self, run: &Range<usize>, passage: &Pattern, corpora: &[Corpus]) -> Holders {
        let mut holders = Holders::default();
        for (memory, bits) in &self.bits {
            let Some(all) = bits.get(run.clone()).and_then(together) else { continue };
            holders.candidates += all.count();
            let Some(corpus) = corpora.get(*memory) else { continue };
            for slot in all.falling() {
                if holders.read >= MOST_READ || holders.units.len() >= MOST_UNITS {
                    break;
                }
                holders.read += 1;
                let Some(stored) = corpus.stored(slot) else { continue };
                if passage.find(corpus.text(Side::Source, &stored)).is_some() {
                    holders.units.push((*memory, slot));
                }
            }
        }
        holders
    }
}

/// The units that have all of some words.
fn together(bits: &[Bits]) -> Option<Bits> {
    let (first, others) = bits.split_first()?;
    let mut all = first.clone();
    for other in others {
        all.keep(other);
    }
    Some(all)
}

/// Whole words one after the other.
pub(super) fn phrase(text: &str) -> Option<Pattern> {
    let source = text.to_owned();
    let question =
        Question { source, mode: Mode::Phrase, whole_words: true, ..Question::default() };
    question.compile().ok()?.source
}

/// The best of the units that have a passage; of those with its rendering, where it has one.
fn best(
    passage: &Pattern,
    rendering: Option<&Rendering>,
    holders: &Holders,
    corpora: &[Corpus],
) -> Option<Hit> {
    let drafts = holders.units.iter().filter_map(|&(memory, slot)| {
        let corpus = corpora.get(memory)?;
        let stored = corpus.stored(slot)?;
        let in_source = passage.find(corpus.text(Side::Source, &stored))?.ranges;
        let in_target = match rendering {
            Some(rendering) => rendering.pattern.find(corpus.text(Side::Target, &stored))?.ranges,
            None => Vec::new(),
        };
        Some(Draft::new(&stored, [in_source, in_target], true, memory, slot))
    });
    drafts.max_by_key(|draft| draft.rank)?.hit(corpora)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{index, memory};
    use super::*;
    use crate::memory::Direction;
    use crate::model::Unwatched;

    /// Units with a planted passage and its rendering, among others.
    const UNITS: [(&str, &str); 14] = [
        ("Le groupe de contact siège à Vienne.", "The liaison panel sits in Vienna."),
        ("Nous saluons le groupe de contact réuni hier.", "We welcome yesterday's liaison panel."),
        ("Un groupe de contact naîtra.", "A liaison panel will be set up."),
        (
            "Selon ce groupe de contact, rien ne presse.",
            "There is no hurry, says the liaison panel.",
        ),
        ("Vienne accueille la foire.", "Vienna hosts the fair."),
        ("Nous saluons la foire.", "We welcome the fair."),
        ("Rien ne presse.", "There is no hurry."),
        ("Un jour viendra.", "A day will come."),
        ("La clause miroir est lue à voix haute.", "It is read aloud."),
        ("Sans clause miroir, pas de traité.", "No treaty is signed otherwise."),
        ("Chaque clause miroir compte.", "Every single one matters."),
        ("Le plan de relance avance hier.", "Recovery went ahead under way."),
        ("Ce plan de relance coûte cher.", "Recovery is dear under way."),
        ("Tout plan de relance finira.", "Recovery will end under way."),
    ];

    fn found(sentence: &str) -> Vec<(String, usize, Option<String>)> {
        let mut corpus = memory(&UNITS).0.corpus(Direction::Forward);
        index(&mut corpus);
        let found = fragments(sentence, &[corpus], &Unwatched).expect("not cancelled");
        let part = |range: &Range<usize>| sentence.get(range.clone()).unwrap_or("").to_owned();
        let rendered = |fragment: &Fragment| {
            let hit = &fragment.example;
            let range = hit.in_target.first()?;
            assert!(fragment.rendering.is_some(), "what is marked is certain");
            hit.target.get(range.clone()).map(str::to_owned)
        };
        found.iter().map(|f| (part(&f.range), f.units, rendered(f))).collect()
    }

    #[test]
    fn a_planted_rendering_is_found() {
        let found = found("Demain, votre groupe de contact parlera.");
        let expected = ("groupe de contact".to_owned(), 4, Some("liaison panel".to_owned()));
        assert_eq!(found, [expected]);
    }

    #[test]
    fn what_is_not_certain_is_not_marked() {
        // Nothing in the targets goes with the passage.
        assert_eq!(found("Une clause miroir manque."), [("clause miroir".to_owned(), 3, None)]);
        // Two things do: which of them it is cannot be known.
        let plan = ("plan de relance".to_owned(), 3, None);
        assert_eq!(found("Notre plan de relance plaît."), [plan]);
    }

    #[test]
    fn the_longest_passages_cover_a_sentence() {
        let found = found("Nous saluons le groupe de contact, mais rien ne presse.");
        let passages: Vec<&str> = found.iter().map(|(text, ..)| text.as_str()).collect();
        assert_eq!(passages, ["Nous saluons le groupe de contact", "rien ne presse"]);
    }
}
