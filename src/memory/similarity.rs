//! The match percentage: the one place that says how alike two texts are.
//!
//! Panel, pre-translation and analysis show the same figure, and every colleague
//! sees the same, for it depends on the two texts alone:
//!
//! - *similarity* = 1 − edit distance / length of the longer text, counted in
//!   tokens by their classes ([`super::tokens`]): insertions, deletions and
//!   substitutions of one token, each at the cost of 1 (V. Levenshtein, 1965).
//! - *score* = ⌊100 · similarity⌋ − the [`Penalty`] points of what the classes and
//!   foldings hid, each kind once. It is never rounded up: 99.6 is 99.
//! - 100 is the same text, character by character. **101** is given by a lookup
//!   when the neighbours on both sides are the same too ([`CONTEXT_SCORE`]).
//!
//! Penalties only lower a score, so an index that finds every text by similarity
//! finds every text by score. [`reference_distance`] (`strsim`) is what the index's
//! own bit-parallel distance is held to.

use super::penalty::{Penalty, penalties};
use super::threshold::percent;
use super::tokens::Tokenised;

/// The score of the same text between the same neighbours.
pub const CONTEXT_SCORE: u8 = 101;

/// How alike two texts are, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Tokens to insert, delete or substitute.
    pub distance: usize,
    /// Tokens of the longer text.
    pub longer: usize,
    /// What the classes and foldings hid, each kind once.
    pub penalties: Vec<Penalty>,
}

impl Figure {
    /// The figure of two texts at a known distance.
    #[must_use]
    pub fn at(distance: usize, one: &Tokenised, other: &Tokenised) -> Self {
        let longer = one.len().max(other.len());
        Self { distance, longer, penalties: penalties(distance, one, other) }
    }

    /// 0…1, without the penalties; two texts without a token are alike.
    #[must_use]
    pub fn similarity(&self) -> f64 {
        if self.longer == 0 {
            return 1.0;
        }
        1.0 - self.distance as f64 / self.longer as f64
    }

    /// 0…100.
    #[must_use]
    pub fn score(&self) -> u8 {
        let points: u8 = self.penalties.iter().map(|penalty| penalty.points()).sum();
        percent(self.distance, self.longer).saturating_sub(points)
    }
}

/// How alike two texts are.
#[must_use]
pub fn compare(one: &str, other: &str) -> Figure {
    let (one, other) = (Tokenised::new(one), Tokenised::new(other));
    Figure::at(reference_distance(&one, &other), &one, &other)
}

/// 0…1: see the head of this file.
#[must_use]
pub fn similarity(one: &str, other: &str) -> f64 {
    compare(one, other).similarity()
}

/// 0…100: see the head of this file.
#[must_use]
pub fn score(one: &str, other: &str) -> u8 {
    compare(one, other).score()
}

/// The edit distance of two texts' classes, by the plain dynamic programme of `strsim`.
#[must_use]
pub fn reference_distance(one: &Tokenised, other: &Tokenised) -> usize {
    let (one, other): (Vec<_>, Vec<_>) = (one.classes().collect(), other.classes().collect());
    strsim::generic_levenshtein(&one, &other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_score_is_what_the_definition_says() {
        // Ten tokens and a closing mark in the first text.
        let text = "Le ministre a reçu hier à Genève son homologue danois.";
        let cases = [
            (text, 100),
            ("Le ministre a reçu hier à Genève son homologue danois !", 99),
            ("Le ministre a reçu hier à Geneve son homologue danois.", 99),
            ("Le Ministre a reçu hier à Genève son homologue danois.", 99),
            ("Le ministre a reçu hier  à Genève son homologue danois.", 99),
            ("LE MINISTRE A RECU HIER A GENEVE SON HOMOLOGUE DANOIS!", 97),
            ("Le ministre a reçu hier à Genève son homologue norvégien.", 90),
            ("Le ministre a reçu hier à Genève son homologue.", 90),
            ("Le ministre a vu hier à Genève son homologue norvégien.", 81),
            ("", 0),
        ];
        for (other, expected) in cases {
            assert_eq!(score(text, other), expected, "{other}");
        }
    }

    #[test]
    fn values_are_a_class_and_cost_their_penalty() {
        let cases = [
            ("2024", "2025", 96),
            ("le 3 mai 2024", "le 4 juin 2025", 96),
            ("Article 5 du 3 mai", "Article 6 du 4 mai", 92),
            ("2 000 F", "2\u{a0}000 F", 99),
            ("de 5 à 6", "de 6 à 5", 96),
            ("Il y en a 3", "Il y en a 3 et 4", 71),
            ("Il y en a 4", "Il y en a 3 et 4", 71),
            ("Il y en a 5", "Il y en a 3 et 4", 67),
            ("", "", 100),
            ("  ", "", 99),
        ];
        for (one, other, expected) in cases {
            assert_eq!(score(one, other), expected, "{one} / {other}");
        }
    }

    #[test]
    fn a_percentage_is_never_rounded_up() {
        let long = "mot ".repeat(250);
        assert_eq!(score(&long, &format!("{long}mot")), 99);
        assert!((similarity(&long, &format!("{long}mot")) - 250.0 / 251.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn the_score_is_symmetric_and_full_only_for_the_same_text(
            one in "([LlDd]['’] ?)?([Ee]té |[ÉE]tat |[23] |\\. |un ){0,6}",
            other in "([LlDd]['’] ?)?([Ee]té |[ÉE]tat |[23] |\\. |un ){0,6}",
        ) {
            prop_assert_eq!(score(&one, &other), score(&other, &one));
            prop_assert_eq!(score(&one, &other) == 100, one == other);
            let whole = similarity(&one, &other) * 100.0;
            prop_assert!(f64::from(score(&one, &other)) <= whole + 1e-9);
        }
    }
}
