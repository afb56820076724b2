//! How fast values, names and quotations are read: `cargo bench --bench values`.
//!
//! The texts are the bundled sample, repeated to half a megabyte. `in_figures` is what the
//! aligner calls for every sentence; `all` what people and checks see.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

use diptych::model::Lang;
use diptych::text::{name, quotation, recognise, value};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Bytes of a text.
const BYTES: usize = 500_000;

const SAMPLES: &[(&str, &str)] = &[
    ("en", include_str!("../assets/sample/statement.en.txt")),
    ("fr", include_str!("../assets/sample/statement.fr.txt")),
    ("de", include_str!("../assets/sample/statement.de.txt")),
    ("ru", include_str!("../assets/sample/statement.ru.txt")),
    ("zh", include_str!("../assets/sample/statement.zh.txt")),
];

/// A language's text, long enough.
fn prepared(tag: &str) -> (String, Lang) {
    let (_, sample) = SAMPLES.iter().find(|(lang, _)| *lang == tag).expect("a sample's language");
    (sample.repeat(BYTES / sample.len() + 1), tag.parse().expect("a language"))
}

#[divan::bench(args = ["en", "fr", "de", "ru", "zh"], sample_count = 10)]
fn in_figures(bencher: Bencher, tag: &str) {
    let (text, lang) = prepared(tag);
    bencher.counter(BytesCount::of_str(&text)).bench(|| value::values(&text, &lang));
}

#[divan::bench(args = ["en", "fr", "de", "ru", "zh"], sample_count = 10)]
fn all(bencher: Bencher, tag: &str) {
    let (text, lang) = prepared(tag);
    bencher.counter(BytesCount::of_str(&text)).bench(|| recognise::values_at(&text, &lang, None));
}

#[divan::bench(args = ["en", "fr", "de", "ru", "zh"], sample_count = 10)]
fn names(bencher: Bencher, tag: &str) {
    let (text, lang) = prepared(tag);
    bencher.counter(BytesCount::of_str(&text)).bench(|| name::names(&text, &lang));
}

#[divan::bench(args = ["en", "fr", "de", "ru", "zh"], sample_count = 10)]
fn quotations(bencher: Bencher, tag: &str) {
    let (text, lang) = prepared(tag);
    let paragraphs: Vec<&str> = text.lines().collect();
    bencher.counter(BytesCount::of_str(&text)).bench(|| quotation::quotations(&paragraphs, &lang));
}

/// A line of 5 MB without a space, and digits alone: linear, so as fast as any text.
#[divan::bench(args = ["1", "«", "a.", "1-"], sample_count = 5)]
fn repeated(bencher: Bencher, piece: &str) {
    let text = piece.repeat(5_000_000 / piece.len());
    let lang: Lang = "fr".parse().expect("a language");
    bencher.counter(BytesCount::of_str(&text)).bench(|| recognise::values_at(&text, &lang, None));
}
