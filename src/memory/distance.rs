//! The edit distance of two token sequences, bit-parallel, up to a bound.
//!
//! G. Myers, "A fast bit-vector algorithm for approximate string matching based
//! on dynamic programming", JACM 46(3), 1999, in the form H. Hyyrö gave it for
//! the distance of two whole sequences ("A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances", 2003). A column of the dynamic
//! programme is kept as two bit vectors of its vertical differences (+1, −1), so
//! that 64 cells cost some fifteen instructions. Sequences longer than 64 tokens
//! take several words, joined by the horizontal difference at their border.
//!
//! A *pattern* is prepared once and compared with many *texts*. Its tokens are
//! given as symbols: small numbers from 1, each standing for one distinct token
//! of the pattern; 0 is any token that the pattern does not have.
//!
//! The table of where each symbol stands grows with the square of a pattern's length;
//! a pattern of more than some ten thousand tokens is gone through 64 rows at a time
//! instead, with the table of those rows alone.
//!
//! Left out: Ukkonen's band, which would save work only beyond some 200 tokens;
//! transpositions, which are two edits.

use super::vocabulary::wide;

/// Bits of a word.
const WORD: usize = 64;

/// Words of the largest table of places: 8 MB.
const LARGEST_TABLE: usize = 1 << 20;

/// A sequence of symbols prepared for comparison.
#[derive(Debug, Default)]
pub struct Pattern {
    len: usize,
    words: usize,
    /// For each symbol, `words` words with a bit where the pattern has it.
    places: Vec<u64>,
    /// Vertical differences of +1 and −1, one word each.
    column: Vec<(u64, u64)>,
    /// The symbols of a pattern that is gone through in strips, else none.
    symbols: Vec<u32>,
    /// How the row above a strip changes at each token of the text.
    steps: Vec<Step>,
}

/// Whether the distance rises or falls from one column to the next.
#[derive(Debug, Clone, Copy)]
struct Step {
    rises: bool,
    falls: bool,
}

impl Step {
    /// Row 0 of the whole matrix rises by one a column.
    const TOP: Self = Self { rises: true, falls: false };
}

impl Pattern {
    /// Prepares `symbols`, each in `1..=distinct`.
    pub fn prepare(&mut self, symbols: &[u32], distinct: usize) {
        self.len = symbols.len();
        self.words = symbols.len().div_ceil(WORD);
        self.places.clear();
        self.symbols.clear();
        if (distinct + 1) * self.words > LARGEST_TABLE {
            self.symbols.extend_from_slice(symbols);
            self.places.resize(distinct + 1, 0);
            return;
        }
        self.places.resize((distinct + 1) * self.words, 0);
        for (place, &symbol) in symbols.iter().enumerate() {
            let word = wide(symbol) * self.words + place / WORD;
            if let Some(word) = self.places.get_mut(word) {
                *word |= 1 << (place % WORD);
            }
        }
    }

    /// The edit distance to `text`, or `None` when it is above `bound`.
    pub fn distance(&mut self, text: &[u32], bound: usize) -> Option<usize> {
        let distance = match self.words {
            0 => Some(text.len()),
            1 => self.distance_in_one_word(text, bound),
            _ if !self.symbols.is_empty() => Some(self.distance_in_strips(text)),
            _ => self.distance_in_words(text, bound),
        };
        distance.filter(|&distance| distance <= bound)
    }

    fn distance_in_one_word(&self, text: &[u32], bound: usize) -> Option<usize> {
        let last = 1_u64 << (self.len - 1);
        let (mut plus, mut minus) = (!0_u64, 0_u64);
        let mut distance = self.len;
        // The last row can fall by one a column.
        let mut reach = bound + text.len();
        for &symbol in text {
            let equal = self.places.get(wide(symbol)).copied().unwrap_or(0);
            let diagonal = ((equal & plus).wrapping_add(plus) ^ plus) | equal | minus;
            let up = minus | !(diagonal | plus);
            let down = diagonal & plus;
            distance += usize::from(up & last != 0);
            distance -= usize::from(down & last != 0);
            reach -= 1;
            if distance > reach {
                return None;
            }
            let up = (up << 1) | 1;
            plus = (down << 1) | !(diagonal | up);
            minus = up & diagonal;
        }
        Some(distance)
    }

    fn distance_in_words(&mut self, text: &[u32], bound: usize) -> Option<usize> {
        self.column.clear();
        self.column.resize(self.words, (!0, 0));
        let last = 1_u64 << ((self.len - 1) % WORD);
        let mut distance = self.len;
        let mut reach = bound + text.len();
        for &symbol in text {
            let at = wide(symbol) * self.words;
            let places = self.places.get(at..at + self.words)?;
            let step = next_column(&mut self.column, places, last);
            distance = distance + usize::from(step.rises) - usize::from(step.falls);
            reach -= 1;
            if distance > reach {
                return None;
            }
        }
        Some(distance)
    }

    /// The distance, 64 rows of the matrix at a time. `places` has those of a strip.
    fn distance_in_strips(&mut self, text: &[u32]) -> usize {
        self.steps.clear();
        self.steps.resize(text.len(), Step::TOP);
        for strip in self.symbols.chunks(WORD) {
            for (row, &symbol) in strip.iter().enumerate() {
                self.places[wide(symbol)] |= 1 << row;
            }
            let last = 1_u64 << (strip.len() - 1);
            let mut column = (!0, 0);
            for (step, &symbol) in self.steps.iter_mut().zip(text) {
                *step = next_word(&mut column, self.places[wide(symbol)], *step, last);
            }
            for &symbol in strip {
                self.places[wide(symbol)] = 0;
            }
        }
        let rises = self.steps.iter().filter(|step| step.rises).count();
        let falls = self.steps.iter().filter(|step| step.falls).count();
        self.len + rises - falls
    }
}

/// Moves a column of several words one text token on, and tells how its last row
/// changes; `last` is the bit of that row in the last word.
fn next_column(column: &mut [(u64, u64)], places: &[u64], last: u64) -> Step {
    let end = column.len() - 1;
    let mut step = Step::TOP;
    for (word, (differences, &places)) in column.iter_mut().zip(places).enumerate() {
        let border = if word == end { last } else { 1 << (WORD - 1) };
        step = next_word(differences, places, step, border);
    }
    step
}

/// Moves one word of a column one text token on. `step` is how the row above it
/// changes; the answer is how the row of the bit `border` does.
const fn next_word((plus, minus): &mut (u64, u64), places: u64, step: Step, border: u64) -> Step {
    let vertical = places | *minus;
    let equal = places | step.falls as u64;
    let diagonal = ((equal & *plus).wrapping_add(*plus) ^ *plus) | equal;
    let up = *minus | !(diagonal | *plus);
    let down = *plus & diagonal;
    let below = Step { rises: up & border != 0, falls: down & border != 0 };
    let (up, down) = ((up << 1) | step.rises as u64, (down << 1) | step.falls as u64);
    *plus = down | !(vertical | up);
    *minus = up & vertical;
    below
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Compares with the reference at every bound around the true distance.
    fn check(pattern: &[u32], text: &[u32]) {
        let distinct = wide(pattern.iter().copied().max().unwrap_or(0));
        let known: Vec<u32> =
            text.iter().map(|s| if pattern.contains(s) { *s } else { 0 }).collect();
        let expected = strsim::generic_levenshtein(&pattern.to_vec(), &text.to_vec());
        let mut prepared = Pattern::default();
        prepared.prepare(pattern, distinct);
        let mut long =
            Pattern { len: pattern.len(), symbols: pattern.to_vec(), ..Pattern::default() };
        long.places.resize(distinct + 1, 0);
        assert_eq!(long.distance_in_strips(&known), expected, "in strips");
        for bound in [0, expected.saturating_sub(1), expected, expected + 3, usize::MAX / 2] {
            let within = (expected <= bound).then_some(expected);
            assert_eq!(prepared.distance(&known, bound), within, "bound {bound}");
        }
    }

    #[test]
    fn small_cases_agree_with_the_reference() {
        let cases: [(&[u32], &[u32]); 6] = [
            (&[], &[]),
            (&[], &[1, 2]),
            (&[1, 2], &[]),
            (&[1, 2, 3], &[1, 9, 3]),
            (&[1, 2, 3, 4], &[2, 3, 4, 1]),
            (&[1, 1, 1], &[1]),
        ];
        for (pattern, text) in cases {
            check(pattern, text);
        }
    }

    proptest! {
        #[test]
        fn any_two_sequences_agree_with_the_reference(
            pattern in prop::collection::vec(1..9_u32, 0..200),
            text in prop::collection::vec(1..12_u32, 0..200),
        ) {
            check(&pattern, &text);
        }

        #[test]
        fn near_sequences_agree_at_the_borders_of_words(
            pattern in prop::collection::vec(1..30_u32, 60..140),
            edits in prop::collection::vec((0..140_usize, 0..40_u32), 0..20),
        ) {
            let mut text = pattern.clone();
            for (at, symbol) in edits {
                let at = at.min(text.len() - 1);
                if symbol == 0 { text.remove(at); } else { text[at] = symbol; }
            }
            check(&pattern, &text);
        }
    }
}
