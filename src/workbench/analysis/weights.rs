//! What a word of each category weighs, beside a word without any match.
//!
//! The defaults are a middle course between the schemes that houses and agencies publish:
//! what is the same between the same neighbours is free, what has only to be read again is a
//! quarter, and the weight grows with what there is to change. A house sets its own, in the
//! settings (`analysis_weights`), in the analysis or on the command line.

use std::collections::BTreeMap;

use super::category::Category;
use crate::memory::Band;

/// Weights in per cent, in the order of [`Category::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights([u8; Category::ALL.len()]);

/// A weight that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightError {
    /// It is no `band=percent`.
    #[error("\"{0}\" is no weight; write it so: 95-99=40")]
    Form(String),
    /// There is no such category.
    #[error("\"{0}\" is no band; there are {known}", known = keys())]
    Category(String),
    /// It is no number of per cent.
    #[error("\"{0}\" is no weight in per cent, 0 to 100")]
    Percent(String),
}

/// The keys of all categories.
fn keys() -> String {
    Category::ALL.map(Category::key).join(", ")
}

impl Default for Weights {
    fn default() -> Self {
        Self(Category::ALL.map(by_default))
    }
}

/// The weight of a category that nobody has set, in per cent.
const fn by_default(category: Category) -> u8 {
    match category {
        Category::Match(Band::Context) => 0,
        Category::Match(Band::Exact) | Category::Repetition | Category::AcrossReleases => 25,
        Category::Match(band) | Category::Internal(band) => match band {
            Band::Context | Band::Exact | Band::From95 => 40,
            Band::From85 => 60,
            Band::From75 => 75,
            Band::From50 | Band::Below => 100,
        },
    }
}

impl Weights {
    /// The weight of a category, in per cent.
    #[must_use]
    pub fn percent(&self, category: Category) -> u8 {
        self.0.get(category.place()).copied().unwrap_or(100)
    }

    /// The same with another weight for a category, in per cent, at most 100.
    #[must_use]
    pub fn with(mut self, category: Category, percent: u8) -> Self {
        if let Some(weight) = self.0.get_mut(category.place()) {
            *weight = percent.min(100);
        }
        self
    }

    /// The weights that settings ask for, by the categories' keys; what is no key is passed
    /// over, so that older and newer versions read one another's.
    #[must_use]
    pub fn of_settings(set: &BTreeMap<String, u8>) -> Self {
        let known = set.iter().filter_map(|(key, weight)| Some((Category::of_key(key)?, *weight)));
        known.fold(Self::default(), |weights, (category, percent)| weights.with(category, percent))
    }

    /// The weights as settings keep them, by the categories' keys: those that are not what
    /// they are by default.
    #[must_use]
    pub fn to_settings(&self) -> BTreeMap<String, u8> {
        let set = Category::ALL.into_iter().map(|category| (category, self.percent(category)));
        set.filter(|(category, percent)| *percent != by_default(*category))
            .map(|(category, percent)| (category.key().to_owned(), percent))
            .collect()
    }

    /// A weight in per cent as somebody writes it, 0 to 100, with a sign behind it or without.
    #[must_use]
    pub fn percent_of(written: &str) -> Option<u8> {
        let digits = written.trim().trim_end_matches('%').trim_end();
        digits.parse().ok().filter(|percent| *percent <= 100)
    }

    /// The same with what somebody wrote: `100=10,95-99=30`.
    ///
    /// # Errors
    /// Something in it is no weight.
    pub fn changed_by(self, written: &str) -> Result<Self, WeightError> {
        let each = written.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        each.map(parse).try_fold(self, |weights, part| {
            let (category, percent) = part?;
            Ok(weights.with(category, percent))
        })
    }
}

fn parse(part: &str) -> Result<(Category, u8), WeightError> {
    let (key, percent) = part.split_once('=').ok_or_else(|| WeightError::Form(part.to_owned()))?;
    let category =
        Category::of_key(key).ok_or_else(|| WeightError::Category(key.trim().to_owned()))?;
    let number = Weights::percent_of(percent);
    Ok((category, number.ok_or_else(|| WeightError::Percent(percent.trim().to_owned()))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_written_by_band() {
        let weights = Weights::default().changed_by("100=10, 95–99 = 30%;repetition=0");
        let weights = weights.expect("weights");
        let percent = |key: &str| weights.percent(Category::of_key(key).expect("a category"));
        assert_eq!(["100", "95-99", "repetition", "none"].map(percent), [10, 30, 0, 100]);
        for (wrong, told) in [
            ("100", "is no weight; write it so"),
            ("99=10", "is no band"),
            ("100=101", "0 to 100"),
            ("100=much", "0 to 100"),
        ] {
            let error = Weights::default().changed_by(wrong).expect_err(wrong);
            assert!(error.to_string().contains(told), "{error}");
        }
    }

    #[test]
    fn settings_set_some_and_unknown_keys_are_passed_over() {
        let set = BTreeMap::from([("75-84".to_owned(), 66), ("102".to_owned(), 1)]);
        let weights = Weights::of_settings(&set);
        assert_eq!(weights, Weights::default().with(Category::Match(Band::From75), 66));
    }

    #[test]
    fn a_better_band_never_weighs_more() {
        let weights = Weights::default();
        let all = Band::ALL.map(|band| weights.percent(Category::Match(band)));
        assert!(all.is_sorted(), "{all:?}");
    }
}
