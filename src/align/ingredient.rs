//! What the aligner can be measured without: the ablation table's rows.
//!
//! Each ingredient switched off leaves the rest as it is, so that what it is worth is
//! what is lost. Several may be switched off together: all that is known beforehand is
//! cognates, word table, figures and acronyms.
//!
//! Left out: the search itself, and the strip it is kept to, which no accuracy depends on.

use std::str::FromStr;

use super::settings::Settings;

/// A part of the model that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ingredient {
    /// Length evidence.
    Length,
    /// Words that look or sound alike.
    Cognates,
    /// The word table.
    WordTable,
    /// Figures by value, marks, shared characters.
    Figures,
    /// Acronyms with the same letters.
    Acronyms,
    /// A chance of being rendered for known words of their own.
    KnownWords,
    /// Words learnt from the two documents.
    LearntWords,
    /// Beads with more than two sentences on a side.
    LargeBeads,
    /// Learning how often and how long sentences are left out.
    LearntGaps,
    /// Learning how likely each shape is.
    LearntShapes,
    /// Learning what page chrome looks like.
    LearntChrome,
    /// Support asked of every sentence in a larger bead.
    Members,
    /// Parts of a sentence that are rarely left out.
    Parts,
    /// Blocks, roles, endings.
    Layout,
    /// Every search but the first.
    Passes,
}

/// All ingredients with the names they are asked for by.
const NAMES: [(&str, Ingredient); 15] = [
    ("length", Ingredient::Length),
    ("cognates", Ingredient::Cognates),
    ("word-table", Ingredient::WordTable),
    ("figures", Ingredient::Figures),
    ("acronyms", Ingredient::Acronyms),
    ("known-words", Ingredient::KnownWords),
    ("learnt-words", Ingredient::LearntWords),
    ("large-beads", Ingredient::LargeBeads),
    ("learnt-gaps", Ingredient::LearntGaps),
    ("learnt-shapes", Ingredient::LearntShapes),
    ("learnt-chrome", Ingredient::LearntChrome),
    ("members", Ingredient::Members),
    ("parts", Ingredient::Parts),
    ("layout", Ingredient::Layout),
    ("passes", Ingredient::Passes),
];

/// More observations than any document has: nothing is learnt against them.
const UNMOVED: f64 = 1e9;
/// Most sentences a side of a bead that is not large.
const SMALL: usize = 2;

/// A name that is no ingredient's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no ingredient is called \"{name}\"; there are {all}")]
pub struct UnknownIngredient {
    /// The name given.
    name: String,
    /// The names there are.
    all: String,
}

impl FromStr for Ingredient {
    type Err = UnknownIngredient;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = NAMES.iter().find(|entry| entry.0 == name);
        found.map(|entry| entry.1).ok_or_else(|| UnknownIngredient {
            name: name.to_owned(),
            all: NAMES.map(|entry| entry.0).join(", "),
        })
    }
}

impl Settings {
    /// The settings with some ingredients left out.
    pub(super) fn without(ingredients: &[Ingredient]) -> Self {
        let mut settings = Self::default();
        for ingredient in ingredients {
            settings.leave_out(*ingredient);
        }
        settings
    }

    fn leave_out(&mut self, ingredient: Ingredient) {
        match ingredient {
            Ingredient::Length => self.length = 0.0,
            Ingredient::LearntWords => self.discount = UNMOVED,
            Ingredient::LargeBeads => self.largest_bead = SMALL,
            Ingredient::LearntGaps => self.gap_pseudo_count = UNMOVED,
            Ingredient::LearntShapes => self.shape_pseudo_count = UNMOVED,
            Ingredient::LearntChrome => self.chrome_pseudo_count = UNMOVED,
            Ingredient::Members => self.member = 0.0,
            Ingredient::Parts => self.continued = 0.0,
            Ingredient::Layout => self.structure = 0.0,
            Ingredient::Passes => self.passes = 1,
            Ingredient::Cognates
            | Ingredient::WordTable
            | Ingredient::Figures
            | Ingredient::Acronyms
            | Ingredient::KnownWords => self.unknown.push(ingredient),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ingredient_has_a_name_and_changes_the_settings() {
        for (name, ingredient) in NAMES {
            assert_eq!(name.parse(), Ok(ingredient));
            assert_ne!(Settings::without(&[ingredient]), Settings::default(), "{name}");
        }
        let unknown = "lengths".parse::<Ingredient>().expect_err("no such name");
        assert!(unknown.to_string().contains("learnt-words"), "{unknown}");
    }
}
