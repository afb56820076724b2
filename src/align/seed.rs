//! Words known beforehand: a small dictionary in ten languages.
//!
//! Two releases of twenty sentences are too little to learn a lexicon from, and
//! between Russian and Chinese nothing looks alike. `assets/align/words.tsv` holds
//! some four hundred concepts that press releases are made of: function words,
//! titles, institutions, countries, days, and what page chrome says. A word it
//! knows is evidence, never a rule; its weight is a word's like any other.
//!
//! Left out: phrases of several words, inflection beyond the first six letters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::bag::{self, Bags};
use super::table::Table;
use crate::model::Lang;
use crate::text::script;

/// The table as a linguist edits it.
const WORDS: &str = include_str!("../../assets/align/words.tsv");
/// Strength of a pair of the table.
const STRENGTH: f32 = 0.5;

/// The table, read once.
static SEED: LazyLock<Seed> = LazyLock::new(|| Seed::read(WORDS));

/// The words of each language, by concept.
struct Seed {
    /// Forms by language, then by concept.
    forms: BTreeMap<String, Vec<Vec<String>>>,
    /// Words of more than one character in scripts without spaces, by language.
    compounds: BTreeMap<String, BTreeSet<String>>,
}

impl Seed {
    fn read(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let languages: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
        let (mut forms, mut compounds) = (BTreeMap::new(), BTreeMap::new());
        for line in lines {
            for (language, cell) in languages.iter().zip(line.split('\t')) {
                let words: Vec<String> = cell.split_whitespace().map(str::to_owned).collect();
                let long = words.iter().filter(|word| is_compound(word)).cloned();
                let known: &mut BTreeSet<String> =
                    compounds.entry((*language).to_owned()).or_default();
                known.extend(long);
                let list: &mut Vec<Vec<String>> = forms.entry((*language).to_owned()).or_default();
                list.push(words);
            }
        }
        Self { forms, compounds }
    }
}

fn is_compound(word: &str) -> bool {
    word.chars().all(script::is_unspaced) && word.chars().count() > 1
}

/// The words of several characters that the table knows in a language.
pub(super) fn compounds(lang: &Lang) -> Option<&'static BTreeSet<String>> {
    SEED.compounds.get(lang.base())
}

/// Adds links between terms whose words the table holds to be one concept.
pub(super) fn link(source: &Bags, target: &Bags, langs: (&Lang, &Lang), table: &mut Table) {
    for (ours, theirs) in forms(langs.0).iter().zip(forms(langs.1)) {
        let (ours, theirs) = (terms(ours, source), terms(theirs, target));
        for given in &ours {
            for rendered in &theirs {
                table.strengthen(*given, *rendered, STRENGTH);
            }
        }
    }
}

/// The words of a language, by concept.
fn forms(lang: &Lang) -> &'static [Vec<String>] {
    SEED.forms.get(lang.base()).map_or(&[], Vec::as_slice)
}

/// The terms of a document for which the table has a word of another language.
pub(super) fn known(bags: &Bags, lang: &Lang, other: &Lang) -> BTreeSet<u32> {
    let pairs = forms(lang).iter().zip(forms(other));
    pairs.filter(|(_, other)| !other.is_empty()).flat_map(|(ours, _)| terms(ours, bags)).collect()
}

/// The terms of some words that a document has.
fn terms(words: &[String], bags: &Bags) -> BTreeSet<u32> {
    let of = |word: &String| {
        let (key, kind) = bag::word(word);
        bags.find(kind, &key)
    };
    words.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::bag::Kind;

    #[test]
    fn every_line_of_the_table_has_ten_cells() {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            assert_eq!(line.split('\t').count(), 10, "{line}");
            assert!(line.split('\t').filter(|cell| !cell.is_empty()).count() >= 2, "{line}");
        }
        assert!(SEED.forms.values().all(|concepts| concepts.len() > 300));
    }

    #[test]
    fn words_of_one_concept_are_linked() {
        let (ru, zh) = ("ru".parse().expect("ru"), "zh".parse().expect("zh"));
        let source = Bags::of(["Президент подписал соглашение."].into_iter(), &ru);
        let target = Bags::of(["總統簽署協議。"].into_iter(), &zh);
        let mut table = Table::new(source.terms.len());
        link(&source, &target, (&ru, &zh), &mut table);
        for (ours, theirs) in [("презид", "總統"), ("подпис", "簽署"), ("соглаш", "協議")]
        {
            let pair = (source.find(Kind::Word, ours), target.find(Kind::Character, theirs));
            let (Some(ours), Some(theirs)) = pair else { panic!("{pair:?}") };
            assert!(table.get(ours, theirs) > 0.0);
        }
    }
}
