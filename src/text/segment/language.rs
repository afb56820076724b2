//! What a language knows of its sentences: abbreviations, words that begin
//! sentences, and whether a number with a stop is an ordinal.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::Lang;

/// The longest verb of saying of a language without spaces, in characters.
const LONGEST_VERB: usize = 4;

/// What stands after the stop of an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// The sentence goes on.
    Never,
    /// It goes on where a figure or a Roman numeral follows.
    BeforeNumber,
    /// It ends where a word that begins sentences follows.
    MayEnd,
    /// It ends where a capital letter follows.
    BeforeCapital,
}

/// The tables of a language.
pub(super) struct Language {
    abbreviations: HashMap<&'static str, Abbreviation>,
    starters: HashSet<&'static str>,
    saying: HashSet<&'static str>,
    /// `25. Juni` is the twenty-fifth of June.
    pub ordinals: bool,
    /// What an ordinal counts may have a capital: `25. Juni`, but `3. května`.
    pub capitals_after_ordinals: bool,
    /// `;` is the question mark.
    pub asks_with_semicolon: bool,
}

/// Abbreviations and starters of languages, as in `assets/segmentation/`.
macro_rules! tables {
    ($($lang:literal),*) => {
        &[$((
            $lang,
            include_str!(concat!("../../../assets/segmentation/", $lang, ".txt")),
            include_str!(concat!("../../../assets/segmentation/starters/", $lang, ".txt")),
        )),*]
    };
}

/// Language, abbreviations, starters.
const TABLES: &[(&str, &str, &str)] = tables![
    "ar", "cs", "de", "el", "en", "es", "fa", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru",
    "tr", "uk", "zh"
];

/// Titles and houses that texts of any language name as they are called at home.
const ANY: &str = include_str!("../../../assets/segmentation/any.txt");

/// Language, verbs of saying.
const SAYING: &[(&str, &str)] = &[
    ("en", include_str!("../../../assets/segmentation/saying/en.txt")),
    ("zh", include_str!("../../../assets/segmentation/saying/zh.txt")),
];

/// Languages that write a stop after an ordinal's figure.
const ORDINALS: &[&str] = &[
    "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "et", "lv", "pl",
    "is", "tr",
];

static LANGUAGES: LazyLock<HashMap<&'static str, Language>> = LazyLock::new(|| {
    TABLES.iter().map(|&(lang, a, s)| (lang, Language::read(lang, a, s))).collect()
});

/// What a language without a table of its own has: capital initials are all it knows.
static PLAIN: LazyLock<Language> = LazyLock::new(|| Language::read("", "", ""));
static PLAIN_WITH_ORDINALS: LazyLock<Language> = LazyLock::new(|| Language::read("hr", "", ""));

impl Language {
    /// The tables for a language.
    pub(super) fn of(lang: &Lang) -> &'static Self {
        // Close enough to share abbreviations: titles and references are mostly the same.
        let base = match lang.base() {
            "be" | "bg" => "ru",
            "gl" | "ca" => "es",
            "sk" => "cs",
            other => other,
        };
        let plain = || if ORDINALS.contains(&base) { &*PLAIN_WITH_ORDINALS } else { &*PLAIN };
        LANGUAGES.get(base).unwrap_or_else(plain)
    }

    fn read(lang: &str, abbreviations: &'static str, starters: &'static str) -> Self {
        let mut table = HashMap::new();
        for line in entries(ANY).chain(entries(abbreviations)) {
            let mut words = line.split_whitespace();
            let Some(word) = words.next() else { continue };
            let class = match words.next() {
                Some("number") => Abbreviation::BeforeNumber,
                Some("may-end") => Abbreviation::MayEnd,
                Some("capital") => Abbreviation::BeforeCapital,
                _ => Abbreviation::Never,
            };
            table.insert(word, class);
        }
        let saying = SAYING.iter().filter(|(of, _)| *of == lang);
        Self {
            abbreviations: table,
            starters: entries(starters).collect(),
            saying: saying.flat_map(|(_, verbs)| entries(verbs)).collect(),
            ordinals: ORDINALS.contains(&lang),
            capitals_after_ordinals: matches!(lang, "de" | "tr"),
            asks_with_semicolon: lang == "el",
        }
    }

    /// What the word before a stop is: as written, in small letters, or with one capital.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        let known = |word: &str| self.abbreviations.get(word).copied();
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if initial {
            return known(word);
        }
        known(word).or_else(|| {
            let lower = word.to_lowercase();
            let all_capitals = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
            known(&lower).or_else(|| if all_capitals { known(&capitalised(&lower)) } else { None })
        })
    }

    /// Whether a word in small letters is one of those that begin sentences.
    pub(super) fn is_common_word(&self, word: &str) -> Option<bool> {
        (!self.starters.is_empty()).then(|| self.starts_sentences(&capitalised(word)))
    }

    /// Whether a word is a verb of saying, in the form in which it follows a quotation.
    pub(super) fn is_saying(&self, word: &str) -> bool {
        self.saying.contains(word)
    }

    /// Whether a clause written without spaces ends with a verb of saying.
    pub(super) fn ends_with_saying(&self, clause: &str) -> bool {
        let mut tails = clause.char_indices().rev().take(LONGEST_VERB);
        tails.any(|(at, _)| clause.get(at..).is_some_and(|tail| self.is_saying(tail)))
    }

    /// Whether a word begins sentences.
    pub(super) fn starts_sentences(&self, word: &str) -> bool {
        self.starters.contains(word)
    }
}

fn entries(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn capitalised(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_well_formed() {
        for (lang, abbreviations, starters) in TABLES {
            for line in entries(abbreviations) {
                let class = line.split_once(' ').map_or("", |(_, class)| class);
                assert!(matches!(class, "" | "number" | "may-end" | "capital"), "{lang}: {line}");
                assert!(
                    !line.split(' ').next().unwrap_or_default().ends_with('.'),
                    "{lang}: {line}"
                );
            }
            for word in entries(starters) {
                assert!(word.starts_with(char::is_uppercase), "{lang}: {word}");
            }
        }
    }

    #[test]
    fn a_small_letter_stands_for_a_capital_too() {
        let english = Language::of(&"en-GB".parse().expect("en-GB"));
        assert_eq!(english.abbreviation("Mr"), Some(Abbreviation::Never));
        assert_eq!(english.abbreviation("MR"), Some(Abbreviation::Never));
        assert_eq!(english.abbreviation("Pp"), Some(Abbreviation::BeforeNumber));
        assert_eq!(english.abbreviation("inc"), None);
    }
}
