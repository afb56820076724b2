//! How long an alignment takes, and the most memory it holds at once:
//! `cargo bench --bench align`.
//!
//! Made-up documents of 60 to 6,500 sentences of 4 to 40 words, and 20,000 short lines.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

#[path = "generated/documents.rs"]
mod documents;

use diptych::align::{Sentence, Side, align};
use diptych::model::{Lang, Role, Unwatched};
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn sentences(texts: &[String]) -> Vec<Sentence<'_>> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(block, text)| Sentence { text, block, role: Role::Body }).collect()
}

fn measure(bencher: Bencher, lines: usize, words: std::ops::Range<u64>) {
    let (source, target) = documents::documents(lines, words);
    let (source, target) = (sentences(&source), sentences(&target));
    let lang = |tag: &str| -> Lang { tag.parse().expect("a tag") };
    let (cs, uk) = (lang("cs"), lang("uk"));
    bencher.bench_local(|| {
        let source = Side { lang: &cs, sentences: &source };
        let target = Side { lang: &uk, sentences: &target };
        align(&source, &target, &[], None, &Unwatched).expect("nobody cancels")
    });
}

#[divan::bench(args = [60, 1_000, 2_000, 6_500], sample_count = 3, sample_size = 1)]
fn sentences_of_a_book(bencher: Bencher, lines: usize) {
    measure(bencher, lines, 4..40);
}

#[divan::bench(args = [5_000, 20_000], sample_count = 2, sample_size = 1)]
fn short_lines(bencher: Bencher, lines: usize) {
    measure(bencher, lines, 2..8);
}
