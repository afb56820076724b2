//! Words that look or sound alike: names above all, and international words.
//!
//! Words are compared by their phonetic skeletons
//! ([`translit::skeleton`]), so that `Лукашенко`, `Loukachenko`, `Lukashenko` are
//! one. Alike are skeletons that share a long subsequence (Melamed 1999); the
//! shorter they are, the nearer they must be. Pairs are looked for by common
//! trigrams, the rare ones first, so that two vocabularies of twenty thousand
//! words take a second.

use std::collections::HashMap;

use super::bag::{Bags, Kind};
use super::progress::Progress;
use super::table::Table;
use crate::model::Cancelled;
use crate::text::translit;

/// Shortest skeleton that may resemble another without being equal, in letters.
const SHORTEST: usize = 4;
/// Trigrams in more words than this say nothing.
const COMMON_TRIGRAM: usize = 400;
/// Most words a word is compared with.
const MOST_CANDIDATES: usize = 60;
/// Words compared between two asks whether to go on.
const WORDS_A_CHECK: usize = 64;
/// Strength of equal words of at least four letters, and of shorter ones (`la`
/// is French and Spanish, `die` German and English).
const EQUAL: f32 = 0.8;
const EQUAL_SHORT: f32 = 0.3;
/// Strength of a resemblance just above its threshold.
const RESEMBLING: f32 = 0.25;

/// A word of the vocabulary and how it sounds.
struct Sounding {
    term: u32,
    letters: Vec<char>,
}

/// Links between words that resemble each other, from source terms to target terms.
pub(super) fn links(source: &Bags, target: &Bags, progress: &Progress) -> Result<Table, Cancelled> {
    let (ours, theirs) = (soundings(source), soundings(target));
    let index = Index::of(&theirs);
    let mut table = Table::new(source.terms.len());
    for (place, word) in ours.iter().enumerate() {
        if place % WORDS_A_CHECK == 0 {
            progress.check()?;
        }
        for candidate in index.candidates(word) {
            let Some(other) = theirs.get(candidate) else { continue };
            let strength = resemblance(&word.letters, &other.letters);
            if strength > 0.0 {
                table.witness(word.term, other.term, strength);
            }
        }
    }
    Ok(table)
}

fn soundings(bags: &Bags) -> Vec<Sounding> {
    let words = (0_u32..).zip(&bags.terms).filter(|(_, term)| term.kind == Kind::Word);
    let sounding = |(number, term): (u32, &super::bag::Term)| Sounding {
        term: number,
        letters: translit::skeleton(&term.form).chars().collect(),
    };
    words.map(sounding).filter(|s| !s.letters.is_empty()).collect()
}

/// How strongly two skeletons suggest that one word renders the other, 0…1.
fn resemblance(left: &[char], right: &[char]) -> f32 {
    let longest = left.len().max(right.len());
    if left == right {
        return if longest >= SHORTEST { EQUAL } else { EQUAL_SHORT };
    }
    let threshold = match longest {
        0..=4 => return 0.0,
        5 => 0.75,
        6..=7 => 0.7,
        _ => 0.65,
    };
    let needed = if left.first() == right.first() { threshold } else { f32::max(threshold, 0.85) };
    let share = |common: usize| 2.0 * common as f32 / (left.len() + right.len()) as f32;
    // No more letters are in common than the shorter has.
    if share(left.len().min(right.len())) < needed {
        return 0.0;
    }
    let ratio = share(common_subsequence(left, right));
    if ratio < needed {
        return 0.0;
    }
    RESEMBLING + (EQUAL - RESEMBLING) * (ratio - threshold) / (1.0 - threshold)
}

/// Length of the longest common subsequence, of the first 64 letters of the left: a row of the
/// usual table in the bits of a number (Hyyrö 2004), a bit not set for each step of the row.
fn common_subsequence(left: &[char], right: &[char]) -> usize {
    let mut row = u64::MAX;
    for b in right {
        let equal = (0_u32..64).zip(left).fold(0, |bits, (k, a)| bits | (u64::from(a == b) << k));
        let kept = row & equal;
        row = row.wrapping_add(kept) | (row & !equal);
    }
    row.count_zeros() as usize
}

/// Words by the trigrams of their skeletons.
struct Index {
    postings: HashMap<[char; 3], Vec<usize>>,
    whole: HashMap<Vec<char>, usize>,
}

impl Index {
    fn of(words: &[Sounding]) -> Self {
        let mut postings: HashMap<[char; 3], Vec<usize>> = HashMap::new();
        let mut whole = HashMap::new();
        for (place, word) in words.iter().enumerate() {
            for gram in trigrams(&word.letters) {
                let list = postings.entry(gram).or_default();
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
            whole.entry(word.letters.clone()).or_insert(place);
        }
        Self { postings, whole }
    }

    /// Words that share trigrams with a word, those that share most first.
    fn candidates(&self, word: &Sounding) -> Vec<usize> {
        let grams = trigrams(&word.letters);
        let lists = grams.iter().filter_map(|gram| self.postings.get(gram));
        let mut shared: Vec<usize> =
            lists.filter(|list| list.len() <= COMMON_TRIGRAM).flatten().copied().collect();
        shared.sort_unstable();
        let mut counted: Vec<(usize, usize)> = Vec::new();
        for place in shared {
            match counted.last_mut() {
                Some(last) if last.1 == place => last.0 += 1,
                _ => counted.push((1, place)),
            }
        }
        counted.sort_unstable_by_key(|&(count, place)| (std::cmp::Reverse(count), place));
        let near = counted.into_iter().take(MOST_CANDIDATES).map(|(_, place)| place);
        let mut places: Vec<usize> = near.chain(self.whole.get(&word.letters).copied()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Trigrams of a skeleton with its ends marked.
fn trigrams(letters: &[char]) -> Vec<[char; 3]> {
    let marked: Vec<char> =
        std::iter::once('^').chain(letters.iter().copied()).chain(std::iter::once('$')).collect();
    marked.windows(3).filter_map(|w| <[char; 3]>::try_from(w).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_common_keep_their_order() {
        let cases = [
            ("lksnk", "lksnk", 5),
            ("lksnk", "lkshnk", 5),
            ("abcbdab", "bdcaba", 4),
            ("abc", "cba", 1),
            ("abc", "", 0),
            ("", "abc", 0),
            ("ab", "xaybz", 2),
        ];
        for (left, right, expected) in cases {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let (left, right) = (letters(left), letters(right));
            assert_eq!(common_subsequence(&left, &right), expected, "{left:?} {right:?}");
            assert_eq!(common_subsequence(&right, &left), expected, "{left:?} {right:?}");
        }
        let long = vec!['a'; 200];
        assert_eq!(common_subsequence(&long, &long), 64);
    }

    #[test]
    fn names_and_international_words_are_alike_and_others_not() {
        let strength = |left: &str, right: &str| {
            let letters = |word: &str| translit::skeleton(word).chars().collect::<Vec<_>>();
            resemblance(&letters(left), &letters(right))
        };
        let alike = [
            ("Лукашенко", "Loukachenko"),
            ("Loukachenko", "Lukaschenko"),
            ("Szijjártó", "Szijjarto"),
            ("économique", "economic"),
            ("Norwegen", "Norvège"),
            ("республика", "republic"),
        ];
        for (left, right) in alike {
            assert!(strength(left, right) > 0.2, "{left} {right}");
        }
        for (left, right) in [("maison", "raison"), ("ville", "vitesse"), ("das", "dos")] {
            assert!(strength(left, right) < 0.2, "{left} {right}");
        }
        assert!(strength("Genf", "Genf") > strength("la", "la"), "short words say little");
    }
}
