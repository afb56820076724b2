//! How long a lookup takes, in a generated memory: `cargo bench --bench lookup`.
//!
//! Real memories are measured by `benches/memory.rs`.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

mod generated;

use diptych::memory::{Consulted, Direction, Exhaustive, Memory, Query, similarity};
use diptych::model::{Revision, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};
use divan::Bencher;
use generated::{Sentences, memory_file};

fn main() {
    divan::main();
}

/// Units of the memories.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// A memory with its index, and queries half of which are like a unit.
fn prepared(units: usize) -> (Memory, Vec<String>) {
    let mut sentences = Sentences::new(1);
    let texts: Vec<_> = (0..units).map(|_| sentences.next()).collect();
    let queries =
        (0..64).map(|number| if number % 2 == 0 { sentences.variant() } else { sentences.next() });
    let queries = queries.collect();
    let memory = Memory::new(memory_file(texts.iter().map(|text| (text.as_str(), "…"))));
    memory.prepare(Direction::Forward, &Unwatched).expect("nobody cancels");
    (memory, queries)
}

fn lookups(bencher: Bencher, units: usize, threshold: u8) {
    let (memory, queries) = prepared(units);
    let mut queries = queries.iter().cycle();
    bencher
        .with_inputs(|| Query { threshold, ..Query::new(queries.next().expect("endless")) })
        .bench_local_refs(|query| memory.lookup(query));
}

#[divan::bench(args = SIZES)]
fn lookup_at_70(bencher: Bencher, units: usize) {
    lookups(bencher, units, 70);
}

#[divan::bench(args = SIZES)]
fn lookup_at_50(bencher: Bencher, units: usize) {
    lookups(bencher, units, 50);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 20)]
fn exhaustive_lookup(bencher: Bencher, units: usize) {
    let (memory, queries) = prepared(units);
    let exhaustive = Exhaustive::new(Consulted::new(&memory, Direction::Forward));
    let mut queries = queries.iter().cycle();
    bencher
        .with_inputs(|| Query::new(queries.next().expect("endless")))
        .bench_local_refs(|query| exhaustive.lookup(query));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn build_an_index(bencher: Bencher, units: usize) {
    let mut sentences = Sentences::new(1);
    let texts: Vec<_> = (0..units).map(|_| sentences.next()).collect();
    bencher
        .with_inputs(|| Memory::new(memory_file(texts.iter().map(|text| (text.as_str(), "…")))))
        .bench_local_refs(|memory| memory.prepare(Direction::Forward, &Unwatched));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn receive_a_unit(bencher: Bencher, units: usize) {
    let (mut memory, queries) = prepared(units);
    let mut ids = SeededIds::new(9);
    let mut queries = queries.iter().cycle();
    bencher
        .with_inputs(|| {
            let text = queries.next().expect("endless");
            let unit = Unit::plain(text, "…", UnitStatus::Draft);
            Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids)
        })
        .bench_local_values(|revision| memory.receive(&revision));
}

#[divan::bench]
fn compare_two_texts(bencher: Bencher) {
    let (_, queries) = prepared(1_000);
    let mut pairs = queries.iter().zip(queries.iter().skip(1)).cycle();
    bencher
        .with_inputs(|| pairs.next().expect("endless"))
        .bench_local_refs(|(one, other)| similarity::score(one, other));
}
