//! A memory of made-up statutes and statements, the same on every machine.
//!
//! Sentences are strung together from a vocabulary whose words follow Zipf's law,
//! 24 words on average; a third of them repeat an earlier one with a word or a number
//! changed, as formulae do.

use diptych::model::{
    IdSource, Lang, MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitStatus,
};

/// Words to choose from.
const VOCABULARY: u64 = 20_000;
/// One unit in so many is a variant of an earlier one.
const VARIANTS: u64 = 3;

/// Sentences from a seed.
pub struct Sentences {
    random: SeededIds,
    made: Vec<String>,
}

impl Sentences {
    /// The sentences of a seed.
    pub fn new(seed: u64) -> Self {
        Self { random: SeededIds::new(seed), made: Vec::new() }
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.random.next_bits() % bound
    }

    /// A word: of rank r with a frequency of about 1/r.
    fn word(&mut self) -> String {
        let magnitude = self.below(VOCABULARY.ilog2().into());
        let rank = (1 << magnitude) + self.below(1 << magnitude);
        if rank > 1000 && self.below(10) == 0 { rank.to_string() } else { format!("mot{rank}") }
    }

    fn fresh(&mut self) -> String {
        let words = 4 + self.below(40);
        let words: Vec<_> = (0..words).map(|_| self.word()).collect();
        words.join(" ") + "."
    }

    /// An earlier sentence with one word changed.
    pub fn variant(&mut self) -> String {
        let which = self.below(self.made.len() as u64);
        let sentence = self.made[usize::try_from(which).expect("an index")].clone();
        let mut words: Vec<_> = sentence.split(' ').map(str::to_owned).collect();
        let place = usize::try_from(self.below(words.len() as u64)).expect("an index");
        words[place] = self.word();
        words.join(" ")
    }

    /// The next sentence.
    pub fn next(&mut self) -> String {
        let is_variant = !self.made.is_empty() && self.below(VARIANTS) == 0;
        let sentence = if is_variant { self.variant() } else { self.fresh() };
        self.made.push(sentence.clone());
        sentence
    }
}

/// The file of a memory of pairs.
pub fn memory_file<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> MemoryFile {
    let mut ids = SeededIds::new(1);
    let lang = |tag: &str| -> Lang { tag.parse().expect("a tag") };
    let mut file = MemoryFile::new("bench", lang("fr"), lang("en"), &mut ids);
    for (source, target) in pairs {
        let unit = Unit::plain(source, target, UnitStatus::Published);
        file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
    }
    file
}
