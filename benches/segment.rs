//! How fast texts are cut into sentences: `cargo bench --bench segment`.
//!
//! Texts are made of the cases of `tests/data/segmentation`, repeated to a megabyte,
//! and of what should not make the time other than linear. The rule set is a file of
//! exceptions and breaks as other tools have them.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

use diptych::formats::srx;
use diptych::model::Lang;
use diptych::text::segment::segments;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Bytes of a text.
const BYTES: usize = 1_000_000;

/// The cases of a language as running text.
fn prose(lang: &str) -> String {
    let cases = match lang {
        "fr" => include_str!("../tests/data/segmentation/fr.txt"),
        "ru" => include_str!("../tests/data/segmentation/ru.txt"),
        "en" => include_str!("../tests/data/segmentation/en.txt"),
        "de" => include_str!("../tests/data/segmentation/de.txt"),
        "ar" => include_str!("../tests/data/segmentation/ar.txt"),
        _ => include_str!("../tests/data/segmentation/zh.txt"),
    };
    let lines = cases.lines().filter(|line| !line.starts_with('#'));
    let text: String = lines.flat_map(|line| [line, " "]).filter(|part| *part != "|").collect();
    repeated(&text.replace('|', ""), BYTES)
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn cut(bencher: Bencher, text: &str, lang: &str) {
    let lang: Lang = lang.parse().expect("a language tag");
    let count = BytesCount::of_str(text);
    bencher.counter(count).bench_local(|| segments(divan::black_box(text), &lang));
}

#[divan::bench(args = ["fr", "ru", "en", "de", "ar", "zh"])]
fn sentences(bencher: Bencher, lang: &str) {
    cut(bencher, &prose(lang), lang);
}

#[divan::bench(args = [1, 5])]
fn without_a_stop(bencher: Bencher, megabytes: usize) {
    cut(bencher, &repeated("un mot sans point ", megabytes * BYTES), "fr");
}

#[divan::bench(args = [1, 5])]
fn line_of_prose(bencher: Bencher, megabytes: usize) {
    cut(bencher, &repeated(&prose("fr"), megabytes * BYTES), "fr");
}

/// What could make looking back quadratic.
#[divan::bench(args = ["a. ", "? a", "\" . ", "\n", "…(", "「。"])]
fn repetition(bencher: Bencher, unit: &str) {
    cut(bencher, &repeated(unit, BYTES), "en");
}

/// Rules with exceptions, look-around and possessive quantifiers.
const RULES: &str = r#"<srx version="2.0"><header cascade="yes"/><body><languagerules>
<languagerule languagerulename="fr">
<rule break="no"><beforebreak>\b(M|MM|Dr|Mme|art|etc)\.</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="no"><beforebreak>(?&lt;=\b[Nn])o\.</beforebreak><afterbreak>\s+(?=\d)</afterbreak></rule>
<rule break="no"><beforebreak>\b\p{Lu}++\.</beforebreak><afterbreak>\h</afterbreak></rule>
</languagerule><languagerule languagerulename="all">
<rule><beforebreak>[.?!…]+[\p{Pe}\p{Pf}"]*</beforebreak><afterbreak>\s+[\p{Lu}\p{Ps}\p{Pi}]</afterbreak></rule>
</languagerule></languagerules><maprules>
<languagemap languagepattern="FR.*" languagerulename="fr"/>
<languagemap languagepattern=".*" languagerulename="all"/>
</maprules></body></srx>"#;

fn by_rules(bencher: Bencher, text: &str) {
    let set = srx::read(RULES.as_bytes()).expect("rules").value.rules;
    let rules = set.rules(&"fr".parse().expect("fr"));
    let count = BytesCount::of_str(text);
    bencher.counter(count).bench_local(|| rules.segments(divan::black_box(text)));
}

#[divan::bench]
fn srx_sentences(bencher: Bencher) {
    by_rules(bencher, &prose("fr"));
}

#[divan::bench(sample_count = 10, args = ["un mot ", "a. ", "A. B", ".", "\n"])]
fn srx_repetition(bencher: Bencher, unit: &str) {
    by_rules(bencher, &repeated(unit, BYTES));
}
