//! How fast terms are found: `cargo bench --bench terms`.
//!
//! Sentences of the bundled sample against termbases of made-up terms of one to three words,
//! many of which begin as words of the sentences do.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

use diptych::model::{Concept, ConceptId, Lang, Term, TermKind};
use diptych::terms::Recogniser;
use divan::Bencher;

fn main() {
    divan::main();
}

const SAMPLES: &[(&str, &str)] = &[
    ("de", include_str!("../assets/sample/statement.de.txt")),
    ("fr", include_str!("../assets/sample/statement.fr.txt")),
    ("ru", include_str!("../assets/sample/statement.ru.txt")),
    ("zh", include_str!("../assets/sample/statement.zh.txt")),
];

/// Concepts whose terms are of the words of a text, shuffled by steps.
fn concepts(text: &str, lang: &Lang, count: usize) -> Vec<Concept> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |place: usize| words.get(place % words.len()).copied().unwrap_or_default();
    (0..count)
        .map(|place| {
            let parts = (0..=place % 3)
                .map(|part| word(place * 7 + part * part * 31 + place / words.len()));
            let text = format!("{} {place}", parts.collect::<Vec<_>>().join(" "));
            let id = ConceptId::from_bits(place as u64);
            Concept::new(id, TermKind::Phrase, vec![Term::preferred(lang.clone(), text)])
        })
        .collect()
}

/// One sentence of some thirty words against 10,000 concepts.
#[divan::bench(args = ["de", "fr", "ru", "zh"])]
fn sentence(bencher: Bencher, tag: &str) {
    let (_, sample) = SAMPLES.iter().find(|(lang, _)| *lang == tag).expect("a sample's language");
    let lang: Lang = tag.parse().expect("a language");
    let recogniser = Recogniser::of(&concepts(sample, &lang, 10_000), &lang, None, "");
    let longest = sample.lines().filter(|line| line.chars().count() < 260);
    let sentence = longest.max_by_key(|line| line.len()).expect("a line");
    bencher.bench(|| recogniser.find(sentence));
}
