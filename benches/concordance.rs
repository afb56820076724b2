//! The concordance measured on a memory:
//! `cargo bench --bench concordance -- MEMORY.tsv [WORD…]`.
//!
//! `MEMORY.tsv` is source TAB target a line. Tells how long the word indexes take to be
//! made and what they take up, then for words of falling frequency, phrases of the
//! memory's own sentences, parts of words and expressions: the time to the first hits
//! that are shown, to the end, and how many there are; the same by reading every text.
//! Without a file it does so on a generated memory of 20,000 units.
#![expect(clippy::print_stdout, reason = "a report for people")]
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

mod generated;

use std::sync::Arc;
use std::time::Instant;

use diptych::memory::concordance::{Corpus, Limits, Mode, Question, Side, fragments, search};
use diptych::memory::{Direction, Memory};
use diptych::model::Unwatched;
use generated::{Sentences, memory_file};

/// Phrases and passages that are asked for.
const ASKED: usize = 40;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let rows = match arguments.first() {
        Some(path) => rows(path),
        None => generated_rows(),
    };
    let pairs = rows.iter().map(|(source, target)| (source.as_str(), target.as_str()));
    let memory = Memory::new(memory_file(pairs));
    let start = Instant::now();
    let scanned = memory.corpus(Direction::Forward);
    println!("{} units; taken in {:.2} ms", rows.len(), millis(start));
    let mut indexed = scanned.clone();
    for side in Side::BOTH {
        let start = Instant::now();
        let index = indexed.make_index(side, &Unwatched).expect("nobody cancels");
        let size = index.size();
        let a_unit = |bytes: usize| bytes as f64 / rows.len() as f64;
        println!(
            "{side:?} index made in {:.2} s: {} words; bytes a unit {:.1} = vocabulary {:.1} + lists {:.1}",
            millis(start) / 1e3,
            size.words,
            a_unit(size.vocabulary_bytes + size.list_bytes),
            a_unit(size.vocabulary_bytes),
            a_unit(size.list_bytes),
        );
        indexed.set_index(side, Arc::new(index));
    }
    let words = |text: &str| Question { source: text.to_owned(), ..Question::default() };
    let own = &arguments[1.min(arguments.len())..];
    let common = ["ministre", "règlement article", "loi canada transport", "de la", "a", "zzz"];
    for text in own.iter().map(String::as_str).chain(common) {
        one(&scanned, &indexed, &words(text));
    }
    for mode in [Mode::Words, Mode::Phrase] {
        several(&indexed, &rows, mode);
    }
    for text in [r"minist\w+ des \w+", r"\b\d{4}-\d{2}\b", "zz+y"] {
        one(&scanned, &indexed, &Question { mode: Mode::Regex, ..words(text) });
    }
    passages(&indexed, &rows);
}

/// First hits and all hits of one question, with the index and without.
fn one(scanned: &Corpus, indexed: &Corpus, question: &Question) {
    let (first, all, count) = ask(indexed, question);
    let (first_scanned, all_scanned, count_scanned) = ask(scanned, question);
    assert_eq!(count, count_scanned, "the index gives the same hits");
    println!(
        "{:?} \"{}\": first {first:.1} ms, end {all:.1} ms, {count} hits; read one by one: first \
         {first_scanned:.1} ms, end {all_scanned:.1} ms",
        question.mode, question.source,
    );
}

/// Three words of sentences of the memory, in any order or one after the other.
fn several(indexed: &Corpus, rows: &[(String, String)], mode: Mode) {
    let step = (rows.len() / ASKED).max(1);
    let (mut firsts, mut ends) = (Vec::new(), Vec::new());
    for (source, _) in rows.iter().step_by(step) {
        let words: Vec<&str> = source.split(' ').skip(2).take(3).collect();
        if words.len() < 3 {
            continue;
        }
        let question = Question { source: words.join(" "), mode, ..Question::default() };
        if question.compile().is_err() {
            continue;
        }
        let (first, end, _) = ask(indexed, &question);
        firsts.push(first);
        ends.push(end);
    }
    println!(
        "{mode:?}, three words of {} sentences: first {}; end {}",
        firsts.len(),
        spread(&mut firsts),
        spread(&mut ends),
    );
}

fn passages(indexed: &Corpus, rows: &[(String, String)]) {
    let step = (rows.len() / ASKED).max(1);
    let (mut times, mut certain, mut found) = (Vec::new(), 0, 0);
    // Halves of two sentences, so that none is known as a whole.
    for pair in rows.iter().step_by(step).collect::<Vec<_>>().windows(2) {
        let half =
            |text: &str| text.split(' ').take(12).map(str::to_owned).collect::<Vec<_>>().join(" ");
        let sentence = pair.iter().map(|row| half(&row.0)).collect::<Vec<_>>().join(" ");
        let start = Instant::now();
        let all = fragments(&sentence, std::slice::from_ref(indexed), &Unwatched);
        times.push(millis(start));
        let all = all.expect("nobody cancels");
        found += all.len();
        certain += all.iter().filter(|fragment| fragment.rendering.is_some()).count();
    }
    let count = times.len();
    println!(
        "passages of {count} sentences: {}; {found} passages, {certain} with a rendering",
        spread(&mut times)
    );
}

/// Milliseconds to the first hits shown and to the end, and the number of hits.
fn ask(corpus: &Corpus, question: &Question) -> (f64, f64, usize) {
    let start = Instant::now();
    let patterns = question.compile().expect("it parses");
    let mut first = None;
    let corpora = std::slice::from_ref(corpus);
    let mut show = |_| first = first.or_else(|| Some(millis(start)));
    let found = search(corpora, &patterns, Limits::default(), &Unwatched, &mut show);
    let count = found.expect("nobody cancels").count;
    let end = millis(start);
    (first.unwrap_or(end), end, count)
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}

fn spread(millis: &mut [f64]) -> String {
    millis.sort_by(f64::total_cmp);
    let at = |percent: usize| millis.get(millis.len() * percent / 100).copied().unwrap_or(0.0);
    format!("p50 {:.1} ms, p90 {:.1} ms, most {:.1} ms", at(50), at(90), at(99))
}

fn rows(path: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(path).expect(path);
    let row = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        (columns.next().unwrap_or_default(), columns.next().unwrap_or_default())
    };
    text.lines().map(row).collect()
}

fn generated_rows() -> Vec<(String, String)> {
    let mut sentences = Sentences::new(1);
    (0..20_000).map(|_| (sentences.next(), sentences.variant())).collect()
}
