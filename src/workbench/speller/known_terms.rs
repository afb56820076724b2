//! The words of the termbases in use: they are spelled right in any of their inflections,
//! whatever a dictionary says.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Concept, Lang};
use crate::terms::recogniser::may_stand;
use crate::text::stem::Stems;

/// The words of terms, by the language without its region.
#[derive(Default)]
pub(super) struct KnownTerms {
    langs: HashMap<String, OfLang>,
}

struct OfLang {
    stems: Stems,
    words: HashSet<String>,
    stemmed: HashSet<String>,
}

impl KnownTerms {
    /// The words of the terms that may stand in a text.
    pub(super) fn of(concepts: &[Concept]) -> Self {
        let mut all = Self::default();
        for term in concepts.iter().flat_map(|concept| &concept.terms) {
            if !may_stand(term.status) {
                continue;
            }
            let base = term.lang.base().to_owned();
            let of = all.langs.entry(base).or_insert_with(|| OfLang {
                stems: Stems::of(&term.lang),
                words: HashSet::new(),
                stemmed: HashSet::new(),
            });
            for word in term.text.unicode_words() {
                let folded = of.stems.folded(word).into_owned();
                of.stemmed.insert(of.stems.stem(&folded).into_owned());
                of.words.insert(folded);
            }
        }
        all
    }

    /// Whether a word is one of a term's, in any inflection.
    pub(super) fn has(&self, lang: &Lang, word: &str) -> bool {
        let Some(of) = self.langs.get(lang.base()) else { return false };
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        let folded = of.stems.folded(word);
        of.words.contains(folded.as_ref()) || of.stemmed.contains(of.stems.stem(&folded).as_ref())
    }

    /// The languages whose words are other ones here.
    pub(super) fn differing(&self, other: &Self) -> Vec<String> {
        let keys: HashSet<&String> = self.langs.keys().chain(other.langs.keys()).collect();
        let words = |of: &Self, lang: &String| of.langs.get(lang).map(|of| of.words.clone());
        let mut differing: Vec<String> = keys
            .into_iter()
            .filter(|lang| words(self, lang) != words(other, lang))
            .cloned()
            .collect();
        differing.sort();
        differing
    }
}
