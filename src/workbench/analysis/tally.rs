//! Segments, words and characters summed up.

use super::category::Category;
use super::weights::Weights;
use crate::text::volume::Volume;

/// How much of something there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Rows.
    pub segments: usize,
    /// Their words and characters.
    pub volume: Volume,
}

impl Amount {
    /// One row of this source text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { segments: 1, volume: Volume::of(text) }
    }

    /// The sums of two.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        let (a, b) = (self.volume, other.volume);
        let volume = Volume {
            words: a.words + b.words,
            characters: a.characters + b.characters,
            characters_without_spaces: a.characters_without_spaces + b.characters_without_spaces,
        };
        Self { segments: self.segments + other.segments, volume }
    }
}

/// The amounts of a release, or of a whole job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the order of [`Category::ALL`].
    amounts: [Amount; Category::ALL.len()],
    /// Rows that are not content.
    pub not_content: Amount,
    /// Rows left out on purpose.
    pub left_out: Amount,
}

impl Tally {
    /// Nothing but what is apart.
    #[must_use]
    pub fn apart(not_content: Amount, left_out: Amount) -> Self {
        Self { not_content, left_out, ..Self::default() }
    }

    /// Counts rows into a category.
    pub fn add(&mut self, category: Category, amount: Amount) {
        if let Some(sum) = self.amounts.get_mut(category.place()) {
            *sum = sum.plus(amount);
        }
    }

    /// What is in a category.
    #[must_use]
    pub fn of(&self, category: Category) -> Amount {
        self.amounts.get(category.place()).copied().unwrap_or_default()
    }

    /// All that is to be translated: the sum of the categories.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.amounts.iter().fold(Amount::default(), |sum, amount| sum.plus(*amount))
    }

    /// The sums of two.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        for (amount, other) in sum.amounts.iter_mut().zip(&other.amounts) {
            *amount = amount.plus(*other);
        }
        sum.not_content = sum.not_content.plus(other.not_content);
        sum.left_out = sum.left_out.plus(other.left_out);
        sum
    }

    /// The words by what they weigh, in hundredths of a word: whole numbers, so that the
    /// releases add up to the total.
    #[must_use]
    pub fn weighted_hundredths(&self, weights: &Weights) -> usize {
        let each = Category::ALL.into_iter().zip(&self.amounts);
        each.map(|(category, amount)| amount.volume.words * usize::from(weights.percent(category)))
            .sum()
    }
}
