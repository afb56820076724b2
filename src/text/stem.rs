//! Words without their endings, so that a term is found in any case and number.
//!
//! Two forms are one where the Snowball algorithm of the language makes the same stem of
//! them (M. F. Porter 2001, <https://snowballstem.org>), or where they part in nothing but
//! endings of cases: Snowball takes names of persons apart (`Лаврин`, `Лаврина`). Languages
//! without an algorithm have the forms themselves, Arabic words lose what is written in front
//! of them. Left out: vowels that change in the stem (`man`, `men`), prefixes, compounds.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold;
use crate::model::Lang;

/// Letters that begin both forms of a word whose endings are taken off by hand.
const SHORTEST_STEM: usize = 3;

/// What is written in front of an Arabic word: and, with, for, as, so, with the article.
const ARABIC_PREFIXES: [&str; 10] =
    ["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ب"];

/// Endings of cases and numbers, by language, in small letters.
const ENDINGS: &[(&str, &[&str])] = &[
    (
        "ru",
        &[
            "а", "я", "у", "ю", "е", "и", "ы", "о", "ой", "ей", "ом", "ем", "ём", "ам", "ям", "ах",
            "ях", "ов", "ев", "ами", "ями", "ого", "его", "ому", "ему", "ый", "ий", "ая", "яя",
            "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ую", "юю", "ыми", "ими", "ь", "ью",
            "й", "ия", "ии", "ию", "ием", "ией",
        ],
    ),
    (
        "uk",
        &[
            "а", "я", "у", "ю", "е", "и", "і", "ї", "о", "ою", "ею", "ом", "ем", "ам", "ям", "ах",
            "ях", "ів", "їв", "ами", "ями", "ого", "ому", "ий", "ій", "ая", "ої", "ових", "их",
            "им", "ими", "ь", "ові", "еві", "єю",
        ],
    ),
    (
        "pl",
        &[
            "a", "e", "i", "o", "u", "y", "ą", "ę", "ów", "om", "em", "ach", "ami", "ego", "emu",
            "ej", "ie", "owi", "ich", "ych", "ym", "im", "iem",
        ],
    ),
    (
        "cs",
        &[
            "a", "e", "i", "o", "u", "y", "á", "é", "í", "ů", "em", "ech", "ům", "ami", "ého",
            "ému", "ou", "ovi", "ých", "ým", "ě",
        ],
    ),
    ("de", &["s", "es", "n", "en", "e", "er", "ern", "em"]),
    ("en", &["s", "'s", "’s"]),
    ("es", &["s", "es", "a", "o", "as", "os"]),
    (
        "fr",
        &[
            "s", "x", "e", "es", "er", "ers", "ère", "ères", "if", "ifs", "ive", "ives", "eux",
            "euse", "euses", "el", "els", "elle", "elles", "en", "ens", "enne", "ennes", "al",
            "aux", "ale", "ales",
        ],
    ),
    ("it", &["a", "e", "i", "o"]),
    ("pt", &["s", "es", "a", "o", "as", "os"]),
    ("nl", &["s", "n", "en", "e"]),
];

/// What knows the endings of one language.
pub struct Stems {
    stemmer: Option<Stemmer>,
    endings: &'static [&'static str],
    arabic: bool,
}

impl Stems {
    /// Those of a language.
    #[must_use]
    pub fn of(lang: &Lang) -> Self {
        let base = lang.base();
        let endings =
            ENDINGS.iter().find(|(lang, _)| *lang == base).map_or(&[][..], |(_, all)| *all);
        Self { stemmer: algorithm(base).map(Stemmer::create), endings, arabic: base == "ar" }
    }

    /// A word in small letters, without what is written in front of it.
    #[must_use]
    pub fn folded<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let lower = fold::case(word);
        let prefix = |word: &str| {
            let found = ARABIC_PREFIXES.iter().find(|prefix| word.starts_with(**prefix));
            found.map_or(0, |prefix| prefix.len())
        };
        let cut = if self.arabic { prefix(&lower) } else { 0 };
        match lower.get(cut..).filter(|rest| cut > 0 && rest.chars().count() >= SHORTEST_STEM) {
            Some(rest) => Cow::Owned(rest.to_owned()),
            None => lower,
        }
    }

    /// The stem of a folded word.
    #[must_use]
    pub fn stem<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(folded),
            None => Cow::Borrowed(folded),
        }
    }

    /// Whether two folded words are forms of one.
    #[must_use]
    pub fn is_same(&self, a: &str, b: &str) -> bool {
        a == b || self.stem(a) == self.stem(b) || self.differ_in_endings(a, b)
    }

    /// Whether two folded words differ in endings of cases and numbers alone.
    #[must_use]
    pub fn differ_in_endings(&self, a: &str, b: &str) -> bool {
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
        let (letters, bytes) =
            shared.fold((0, 0), |(letters, bytes), (c, _)| (letters + 1, bytes + c.len_utf8()));
        if letters < SHORTEST_STEM {
            return false;
        }
        // An ending may begin with letters that both words have: `ой` and `ого`.
        let starts = a.char_indices().map(|(at, _)| at).filter(|at| *at <= bytes).rev().take(2);
        let mut starts = starts
            .chain([bytes])
            .filter(|at| a.get(..*at).is_some_and(|stem| stem.chars().count() >= SHORTEST_STEM));
        let is_ending = |rest: Option<&str>| {
            rest.is_some_and(|rest| rest.is_empty() || self.endings.contains(&rest))
        };
        starts.any(|at| is_ending(a.get(at..)) && is_ending(b.get(at..)))
    }
}

/// The algorithm of a language.
fn algorithm(base: &str) -> Option<Algorithm> {
    Some(match base {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_one() {
        let cases = [
            ("ru", "республика", "республики", true),
            ("ru", "республика", "республикой", true),
            ("ru", "лаврин", "лаврина", true),
            ("ru", "лаврин", "лаврину", true),
            ("ru", "министр", "министров", true),
            ("ru", "министр", "министерство", false),
            ("de", "minister", "ministers", true),
            ("de", "minister", "ministerium", false),
            ("de", "rat", "rates", true),
            ("de", "vereinten", "vereinte", true),
            ("en", "nation", "nations", true),
            ("en", "union", "unit", false),
            ("fr", "ministre", "ministres", true),
            ("fr", "étranger", "étrangères", true),
            ("es", "nación", "naciones", true),
            ("ka", "წერილი", "წერილი", true),
        ];
        for (lang, a, b, same) in cases {
            let stems = Stems::of(&lang.parse().expect(lang));
            assert_eq!(stems.is_same(a, b), same, "{lang}: {a} {b}");
            assert_eq!(stems.is_same(b, a), same, "{lang}: {b} {a}");
        }
    }

    #[test]
    fn an_arabic_word_is_known_behind_its_article() {
        let stems = Stems::of(&"ar".parse().expect("ar"));
        assert!(stems.is_same(&stems.folded("والجسر"), &stems.folded("جسر")));
    }
}
