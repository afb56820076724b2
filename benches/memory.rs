//! A memory measured as a whole:
//! `cargo bench --bench memory -- MEMORY.tsv QUERIES.tsv [COMPARED]`.
//!
//! `MEMORY.tsv` is source TAB target a line; of `QUERIES.tsv` the first column is
//! looked up. Reports what the index takes up, how long a lookup takes, and on
//! `COMPARED` of the queries (100) whether the exhaustive loop finds the same. Without
//! files it does so on a generated memory of 20,000 units.
//!
//! The memory is also written to a file in a temporary folder, opened cold and from its
//! cache (CPU time of all threads), and added to, a unit at a time (CPU time of the thread;
//! the flush to the disk is waiting, not work).
//!
//! A query's time is the shortest of five passes over all queries, so that what else
//! the machine does is left out; the first pass is told beside it.
#![expect(clippy::print_stdout, reason = "a report for people")]
#![expect(clippy::expect_used, reason = "a bench that cannot start says why")]

mod generated;

use std::path::Path;
use std::time::{Duration, Instant};

use diptych::memory::{Consulted, Direction, Exhaustive, Memory, Query};
use diptych::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};
use diptych::store::{self, Disk, Home};
use diptych::workbench::large::Large;
use diptych::workbench::opening::OpenedMemory;
use generated::{Sentences, memory_file};

/// Sources or queries, each with its translation.
type Rows = Vec<(String, String)>;

/// Passes over the queries.
const PASSES: usize = 5;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let (units, queries) = match arguments.as_slice() {
        [memory, queries, ..] => (rows(memory), rows(queries)),
        _ => generated_rows(),
    };
    let compared = arguments.get(2).map_or(100, |count| count.parse().expect("a count"));
    let pairs = units.iter().map(|(source, target)| (source.as_str(), target.as_str()));
    let file = memory_file(pairs);
    on_disk(&file, &queries);
    let memory = timed("memory made of revisions", || Memory::new(file));
    for direction in [Direction::Forward, Direction::Reverse] {
        timed("index made", || memory.prepare(direction, &Unwatched)).expect("nobody cancels");
        let size = memory.index_size(direction).expect("just made");
        let a_unit = |bytes: usize| bytes as f64 / size.units as f64;
        println!(
            "{direction:?}: {} units, {} groups; bytes a unit: {:.1} = vocabulary {:.1} + groups \
             {:.1} + postings {:.1} + members {:.1}",
            size.units,
            size.groups,
            a_unit(size.bytes()),
            a_unit(size.vocabulary_bytes),
            a_unit(size.group_bytes),
            a_unit(size.posting_bytes),
            a_unit(size.member_bytes),
        );
    }
    let texts: Vec<&str> = queries.iter().map(|(text, _)| text.as_str()).collect();
    for threshold in [50, 70, 85] {
        measure(&memory, &texts, threshold);
    }
    compare(&memory, &texts, compared);
}

/// Writes the memory to a file, opens it twice, and adds to it.
fn on_disk(file: &MemoryFile, queries: &Rows) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.fr-en.memory.ron");
    let home = Home::at(folder.path().join("home"));
    store::memory::save(&Disk, &path, file).expect("written");
    let large =
        Large { files: &Disk, home: Some(&home), path: &path, direction: Direction::Forward };
    let open = |what: &str| {
        let (start, wall) = (process_time(), Instant::now());
        let parts = std::sync::Mutex::new(Vec::new());
        let show = |part: OpenedMemory| {
            if let Ok(mut parts) = parts.lock() {
                parts.push((part.memory.len(), wall.elapsed().as_secs_f64()));
            }
        };
        let opened = large.open(&Unwatched, &show).expect("not cancelled").expect("readable");
        let found = queries.first().map(|(text, _)| opened.memory.lookup(&Query::new(text)));
        let (cpu, wall) = (process_time().saturating_sub(start), wall.elapsed().as_secs_f64());
        println!(
            "{what} to the first match: {:.2} s of CPU, {wall:.2} s; usable before: {:?}; {} found",
            cpu.as_secs_f64(),
            parts.into_inner().unwrap_or_default(),
            found.map_or(0, |found| found.len()),
        );
        opened
    };
    let mut opened = open("opened cold");
    let size = opened.memory.size();
    let a_unit = |bytes: usize| bytes as f64 / opened.memory.len().max(1) as f64;
    println!(
        "resident, bytes a unit: texts {:.0}; besides {:.0} = records {:.0} + tables {:.0} + index {:.0}",
        a_unit(size.text_bytes),
        a_unit(size.record_bytes + size.table_bytes + size.index_bytes),
        a_unit(size.record_bytes),
        a_unit(size.table_bytes),
        a_unit(size.index_bytes),
    );
    timed("cache written", || large.keep(&opened)).expect("written");
    drop(open("opened from the cache"));
    add(&path, &mut opened);
}

/// Adds units one at a time.
fn add(path: &Path, opened: &mut OpenedMemory) {
    let mut ids = SeededIds::new(11);
    timed("table of pairs made", || opened.memory.prepare_additions());
    let mut times: Vec<f64> = (0..200)
        .map(|number| {
            let text = format!("Phrase {number} que nul n'a dite.");
            let unit = Unit::plain(&text, "A sentence nobody said.", UnitStatus::Translated);
            let start = thread_time();
            let added = opened.memory.add(unit, Timestamp::UNIX_EPOCH, &mut ids).expect("added");
            let revisions: Vec<_> = added.revision().cloned().into_iter().collect();
            let header = opened.memory.header();
            store::memory::append_after(&Disk, path, header, &revisions, &mut opened.mark)
                .expect("on the disk");
            thread_time().saturating_sub(start).as_secs_f64() * 1e6
        })
        .collect();
    println!("a unit added, without the flush: {}", percentiles(&mut times));
}

/// CPU time of all threads.
fn process_time() -> Duration {
    clock(rustix::time::ClockId::ProcessCPUTime)
}

/// CPU time of this thread.
fn thread_time() -> Duration {
    clock(rustix::time::ClockId::ThreadCPUTime)
}

fn clock(id: rustix::time::ClockId) -> Duration {
    let time = rustix::time::clock_gettime(id);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn rows(path: &str) -> Rows {
    let text = std::fs::read_to_string(path).expect(path);
    let row = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        (columns.next().unwrap_or_default(), columns.next().unwrap_or_default())
    };
    text.lines().map(row).collect()
}

fn generated_rows() -> (Rows, Rows) {
    let mut sentences = Sentences::new(1);
    let mut rows = |count: usize| -> Rows {
        (0..count).map(|_| (sentences.next(), "…".to_owned())).collect()
    };
    (rows(20_000), rows(500))
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:.2} s", start.elapsed().as_secs_f64());
    done
}

fn measure(memory: &Memory, texts: &[&str], threshold: u8) {
    let mut first = Vec::new();
    let mut shortest = vec![f64::MAX; texts.len()];
    let (mut matches, mut answered) = (0, 0);
    for pass in 0..PASSES {
        for (text, shortest) in texts.iter().zip(&mut shortest) {
            let query = Query { threshold, ..Query::new(text) };
            let start = Instant::now();
            let found = memory.lookup(&query);
            let micros = start.elapsed().as_secs_f64() * 1e6;
            *shortest = shortest.min(micros);
            if pass == 0 {
                first.push(micros);
                matches += found.len();
                answered += usize::from(!found.is_empty());
            }
        }
    }
    println!(
        "at {threshold} %: {}; first pass {}; {matches} matches for {answered} of {} queries",
        percentiles(&mut shortest),
        percentiles(&mut first),
        texts.len(),
    );
}

fn percentiles(micros: &mut [f64]) -> String {
    micros.sort_by(f64::total_cmp);
    let at = |percent: usize| micros.get(micros.len() * percent / 100).copied().unwrap_or(0.0);
    format!("p50 {:.1} µs, p90 {:.1} µs, p99 {:.1} µs", at(50), at(90), at(99))
}

fn compare(memory: &Memory, texts: &[&str], compared: usize) {
    let step = (texts.len() / compared.max(1)).max(1);
    let exhaustive = Exhaustive::new(Consulted::new(memory, Direction::Forward));
    let (mut same, mut all, mut matches, mut seconds) = (0, 0, 0, 0.0);
    for text in texts.iter().step_by(step).take(compared) {
        for threshold in [50, 70] {
            let query = Query { threshold, ..Query::new(text) };
            let start = Instant::now();
            let expected = exhaustive.lookup(&query);
            seconds += start.elapsed().as_secs_f64();
            same += usize::from(memory.lookup(&query) == expected);
            matches += expected.len();
            all += 1;
        }
    }
    println!(
        "exhaustive: {same} of {all} lookups the same ({matches} matches), {:.1} ms a lookup",
        1000.0 * seconds / f64::from(all.max(1)),
    );
}
