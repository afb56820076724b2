//! Two made-up documents that render each other, the same on every machine.
//!
//! Words follow Zipf's law and have one rendering each, which a tenth of the time is
//! another word; one in twenty is a number below 10,000, which stays. One sentence in twelve is
//! rendered by two, one in fifty is left out. No word looks like its rendering.

use diptych::model::{IdSource, SeededIds};

/// Words to choose from.
const VOCABULARY: u64 = 16_384;

/// The lines of a source and its target: `lines` source lines of some words each.
pub fn documents(lines: usize, words: std::ops::Range<u64>) -> (Vec<String>, Vec<String>) {
    let mut writer = Writer { random: SeededIds::new(7) };
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for _ in 0..lines {
        let count = words.start + writer.below(words.end - words.start);
        let ranks: Vec<u64> = (0..count).map(|_| writer.rank()).collect();
        source.push(writer.line(&ranks, "aeiou", false));
        if writer.below(50) == 0 {
            continue;
        }
        let cut = if writer.below(12) == 0 { ranks.len() / 2 } else { 0 };
        let (first, rest) = ranks.split_at(cut);
        for part in [first, rest].into_iter().filter(|part| !part.is_empty()) {
            target.push(writer.line(part, "уыэюя", true));
        }
    }
    (source, target)
}

/// Writes sentences.
struct Writer {
    random: SeededIds,
}

impl Writer {
    fn below(&mut self, bound: u64) -> u64 {
        self.random.next_bits() % bound
    }

    /// A rank, with a frequency of about 1 / rank, or a number beyond all ranks.
    fn rank(&mut self) -> u64 {
        if self.below(20) == 0 {
            return VOCABULARY + self.below(10_000);
        }
        let magnitude = self.below(u64::from(VOCABULARY.ilog2()));
        (1 << magnitude) + self.below(1 << magnitude)
    }

    fn line(&mut self, ranks: &[u64], vowels: &str, is_rendered: bool) -> String {
        let mut words = Vec::with_capacity(ranks.len());
        for rank in ranks {
            let rank = if is_rendered && self.below(10) == 0 { self.rank() } else { *rank };
            let number = rank.checked_sub(VOCABULARY).map(|number| number.to_string());
            words.push(number.unwrap_or_else(|| word(rank, vowels)));
        }
        words.join(" ") + "."
    }
}

/// A word of a rank: syllables of a consonant and a vowel, by its digits.
fn word(rank: u64, vowels: &str) -> String {
    let consonants: Vec<char> = if vowels.is_ascii() {
        "bdfglmnprstv".chars().collect()
    } else {
        "бджзклмнпрст".chars().collect()
    };
    let vowels: Vec<char> = vowels.chars().collect();
    let mut rest = rank.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    let mut word = String::new();
    // The common words are short.
    for _ in 0..2 + rank.ilog2() / 4 {
        let mut pick = |of: &[char]| {
            let count = of.len() as u64;
            let place = usize::try_from(rest % count).expect("an index");
            rest /= count;
            of[place]
        };
        word.push(pick(&consonants));
        word.push(pick(&vowels));
    }
    word
}
