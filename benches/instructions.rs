//! How many instructions a lookup takes, counted by valgrind: the same figure on a busy
//! machine and an idle one, so that a later change that slows it down is seen.
//!
//! It needs valgrind and the runner of `gungraun`, of the version that Cargo.lock names;
//! without them it stops and says so:
//!
//! ```text
//! sudo apt install valgrind
//! cargo install gungraun-runner --version 0.20.0
//! cargo bench --bench instructions
//! ```
//!
//! A second run tells the difference to the first. Figures: `docs/measurements/memory.md`.
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]
#![expect(missing_docs, unused_qualifications, reason = "in what the macros of gungraun write")]

mod generated;

use std::hint::black_box;
use std::process::{self, Command, Stdio};

use diptych::memory::{Direction, Memory, Query, similarity};
use diptych::model::{Revision, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};
use generated::{Sentences, memory_file};
use gungraun::{LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};

/// Lookups of a bench; half of the queries are like a unit.
const QUERIES: usize = 64;

/// A memory with its index, and queries.
fn prepared(units: usize) -> (Memory, Vec<String>) {
    let mut sentences = Sentences::new(1);
    let texts: Vec<_> = (0..units).map(|_| sentences.next()).collect();
    let query = |number: usize| {
        if number.is_multiple_of(2) { sentences.variant() } else { sentences.next() }
    };
    let queries = (0..QUERIES).map(query).collect();
    let memory = Memory::new(memory_file(texts.iter().map(|text| (text.as_str(), "…"))));
    memory.prepare(Direction::Forward, &Unwatched).expect("nobody cancels");
    (memory, queries)
}

fn lookups((memory, queries): &(Memory, Vec<String>), threshold: u8) -> usize {
    let found = |text: &String| memory.lookup(&Query { threshold, ..Query::new(text) }).len();
    queries.iter().map(found).sum()
}

#[library_benchmark(setup = prepared)]
#[bench::units_1_000(1_000)]
#[bench::units_10_000(10_000)]
fn lookups_at_70(prepared: (Memory, Vec<String>)) -> usize {
    let found = lookups(black_box(&prepared), 70);
    // Giving the memory back to the system is no part of a lookup.
    std::mem::forget(prepared);
    found
}

#[library_benchmark(setup = prepared)]
#[bench::units_1_000(1_000)]
#[bench::units_10_000(10_000)]
fn lookups_at_50(prepared: (Memory, Vec<String>)) -> usize {
    let found = lookups(black_box(&prepared), 50);
    std::mem::forget(prepared);
    found
}

#[library_benchmark(setup = prepared)]
#[bench::units_1_000(1_000)]
fn comparisons(prepared: (Memory, Vec<String>)) -> usize {
    let pairs = prepared.1.iter().zip(prepared.1.iter().skip(1));
    let sum = pairs.map(|(one, other)| usize::from(similarity::score(one, other))).sum();
    std::mem::forget(prepared);
    black_box(sum)
}

#[library_benchmark(setup = prepared)]
#[bench::units_10_000(10_000)]
fn units_received(prepared: (Memory, Vec<String>)) -> usize {
    let (mut memory, queries) = prepared;
    let mut ids = SeededIds::new(9);
    for text in &queries {
        let unit = Unit::plain(text, "…", UnitStatus::Draft);
        memory.receive(&Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
    }
    let units = memory.len();
    std::mem::forget(memory);
    black_box(units)
}

library_benchmark_group!(
    name = memory,
    benchmarks = [lookups_at_70, lookups_at_50, comparisons, units_received]
);

/// The settings of the runner, once what counts is known to be there.
#[expect(clippy::print_stderr, reason = "a bench tells what it needs on the terminal")]
fn settings() -> LibraryBenchmarkConfig {
    // `cargo test --all-targets` starts every bench to see whether it runs; this one is not timed.
    if !std::env::args().any(|argument| argument == "--bench") {
        eprintln!("instructions are counted by `cargo bench --bench instructions` only");
        process::exit(0);
    }
    let runner = option_env!("GUNGRAUN_RUNNER").unwrap_or("gungraun-runner");
    let install_runner = "cargo install gungraun-runner --version 0.20.0";
    for (program, install) in [(runner, install_runner), ("valgrind", "sudo apt install valgrind")]
    {
        if !starts(program) {
            eprintln!("{program} is not there; to install it: {install}");
            process::exit(1);
        }
    }
    LibraryBenchmarkConfig::default()
}

fn starts(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

main!(config = settings(), library_benchmark_groups = memory);
