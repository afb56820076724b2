//! What a row counts as.

use crate::memory::Band;

/// What a row counts as; one of these, never two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// The band of its best match.
    Match(Band),
    /// The source of an earlier row of the same release.
    Repetition,
    /// The source of a row of an earlier release of the job.
    AcrossReleases,
    /// The band of its likeness to an earlier row of the job, which is better than any match.
    Internal(Band),
}

impl Category {
    /// All categories, in the order of reports.
    pub const ALL: [Self; 13] = [
        Self::Repetition,
        Self::AcrossReleases,
        Self::Match(Band::Context),
        Self::Match(Band::Exact),
        Self::Match(Band::From95),
        Self::Match(Band::From85),
        Self::Match(Band::From75),
        Self::Match(Band::From50),
        Self::Internal(Band::From95),
        Self::Internal(Band::From85),
        Self::Internal(Band::From75),
        Self::Internal(Band::From50),
        Self::Match(Band::Below),
    ];

    /// Where it stands in [`Self::ALL`].
    pub(super) fn place(self) -> usize {
        let place = Self::ALL.iter().position(|other| *other == self);
        // Nothing else is internal: no band is better than what is the same text.
        place.unwrap_or(Self::ALL.len() - 1)
    }

    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Match(Band::Context) => "101 (context)",
            Self::Match(Band::Exact) => "100",
            Self::Match(Band::Below) => "No match",
            Self::Match(band) => band.name(),
            Self::Repetition => "Repetitions",
            Self::AcrossReleases => "Repetitions across releases",
            Self::Internal(Band::From95) => "95–99 internal",
            Self::Internal(Band::From85) => "85–94 internal",
            Self::Internal(Band::From75) => "75–84 internal",
            Self::Internal(_) => "50–74 internal",
        }
    }

    /// Its key in JSON, in settings and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Match(band) => band.key(),
            Self::Repetition => "repetition",
            Self::AcrossReleases => "repetition_across",
            Self::Internal(Band::From95) => "internal_95-99",
            Self::Internal(Band::From85) => "internal_85-94",
            Self::Internal(Band::From75) => "internal_75-84",
            Self::Internal(_) => "internal_50-74",
        }
    }

    /// The category of a key; a typographic dash is taken for a hyphen.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let key = key.trim().to_lowercase().replace('–', "-");
        Self::ALL.into_iter().find(|category| category.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_place_name_and_key() {
        for (place, category) in Category::ALL.into_iter().enumerate() {
            assert_eq!(category.place(), place);
            assert_eq!(Category::of_key(category.key()), Some(category));
            let names = Category::ALL.iter().filter(|other| other.name() == category.name());
            assert_eq!(names.count(), 1, "{}", category.name());
        }
        assert_eq!(Category::of_key("85–94"), Some(Category::Match(Band::From85)));
        assert_eq!(Category::of_key("84"), None);
    }
}
