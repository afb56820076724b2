//! What a least percentage allows: edits, lengths, differences.
//!
//! For two texts of `n` and `m` tokens, `longer` = max(n, m), at distance `d`:
//! ⌊100 · (longer − d) / longer⌋ ≥ percent ⇔ d ≤ ⌊(100 − percent) · longer / 100⌋.
//! The tokens that an alignment of `d` edits keeps number `longer − d` or more, so
//! two texts at or above the threshold have that many tokens in common, as
//! multisets. All in whole numbers: a percentage is never rounded up.

/// A least percentage, 0…100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold(usize);

impl Threshold {
    /// The threshold of a percentage; above 100 counts as 100.
    pub fn new(percent: u8) -> Self {
        Self(usize::from(percent.min(100)))
    }

    /// Whether the index's prefixes suffice for it (see [`Threshold::INDEXED`]).
    pub fn is_indexed(self) -> bool {
        self >= Self::INDEXED
    }

    /// The least threshold the prefixes in the index are made for.
    pub const INDEXED: Self = Self(50);

    /// Edits allowed where the longer text has `longer` tokens.
    pub const fn edits(self, longer: usize) -> usize {
        (100 - self.0) * longer / 100
    }

    /// Common tokens needed where the longer text has `longer` tokens.
    pub const fn common(self, longer: usize) -> usize {
        longer - self.edits(longer)
    }

    /// The greatest length of a text that has `common` tokens in common with
    /// another, not longer one.
    pub const fn longest(self, common: usize) -> usize {
        match (100 * common).checked_div(self.0) {
            Some(longest) => longest,
            None => usize::MAX,
        }
    }
}

/// ⌊100 · (longer − distance) / longer⌋; two texts without tokens are the same.
pub fn percent(distance: usize, longer: usize) -> u8 {
    let percent = (100 * longer.saturating_sub(distance)).checked_div(longer).unwrap_or(100);
    u8::try_from(percent).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_allowed_exactly_as_far_as_the_percentage_holds() {
        for least in 0..=100 {
            let threshold = Threshold::new(least);
            for longer in 0..130 {
                for distance in 0..=longer {
                    let holds = percent(distance, longer) >= least;
                    assert_eq!(distance <= threshold.edits(longer), holds, "{distance}/{longer}");
                }
                let longest = threshold.longest(longer);
                if longest < 10_000 {
                    assert!(threshold.common(longest) <= longer);
                    assert!(threshold.common(longest + 1) > longer);
                }
            }
        }
    }
}
