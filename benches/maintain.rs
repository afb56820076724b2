//! A memory's table of units measured: `cargo bench --bench maintain -- [MEMORY.tsv]`.
//!
//! `MEMORY.tsv` is source TAB target a line; without it a memory of 100,000 units is
//! generated. Reports how long each list takes (wall clock, one thread, the best of three),
//! how long it takes to plan, to carry out and to take back the deletion of a tenth of the
//! units, and what a frame of the window costs with the table open (CPU time of the thread,
//! median and 95th percentile of 120 frames, without the graphics card).
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

mod generated;

use std::sync::Arc;
use std::time::{Duration, Instant};

use diptych::memory::Memory;
use diptych::memory::concordance::Mode;
use diptych::memory::maintain::{
    Column, Ledger, Listing, Order, Plan, Wanted, conflicting, deeds, doubtful, duplicates, list,
};
use diptych::model::{
    Cancelled, IdSource, MemoryFile, RevisionId, SeededIds, Timestamp, UnitChange, UnitStatus,
    Unwatched,
};
use diptych::store::{self, Disk, Home};
use diptych::ui::app::App;
use diptych::workbench::Env;
use diptych::workbench::desk::Desk;
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use generated::{Sentences, memory_file};

/// Units of the generated memory.
const UNITS: usize = 100_000;
const FRAMES: usize = 120;

fn main() {
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let rows = path.map_or_else(generated_rows, |path| rows(&path));
    let mut file =
        memory_file(rows.iter().map(|(source, target)| (source.as_str(), target.as_str())));
    put_people_in(&mut file);
    let mut memory = Memory::new(file.clone());
    println!("{} units", memory.len());
    lists(&memory.ledger());
    changes(&mut memory);
    drop(memory);
    frames(&file);
}

/// Authors, statuses and dates, so that there is something to sort by.
fn put_people_in(file: &mut MemoryFile) {
    let mut random = SeededIds::new(3);
    for revision in &mut file.revisions {
        let UnitChange::Put(unit) = &mut revision.change else { continue };
        let bits = random.next_bits();
        unit.author = format!("translator {}", bits % 40);
        unit.release = format!("{:04}", bits / 64 % 4000);
        unit.status = [UnitStatus::Translated, UnitStatus::Approved, UnitStatus::Published]
            [usize::try_from(bits / 7 % 3).expect("an index")];
        unit.date = format!("20{:02}-{:02}-11", 10 + bits % 20, 1 + bits / 32 % 12).parse().ok();
    }
}

fn lists(ledger: &Ledger) {
    let by = |by, falling| Order { by, falling };
    let sieve = |wanted: Wanted| wanted.compile().expect("it compiles");
    let text = |text: &str, mode| Wanted { text: text.to_owned(), mode, ..Wanted::default() };
    for (name, wanted, order) in [
        ("all units", Wanted::default(), Order::default()),
        ("a word", text("minister", Mode::Words), Order::default()),
        ("an expression", text(r"\b\w+tion of\b", Mode::Regex), Order::default()),
        (
            "one author",
            Wanted { author: "translator 7".into(), ..Wanted::default() },
            Order::default(),
        ),
        ("by source", Wanted::default(), by(Column::Source, false)),
        ("by date, falling", Wanted::default(), by(Column::Date, true)),
    ] {
        let sieve = sieve(wanted);
        timed(name, || {
            let mut shown = None;
            let start = Instant::now();
            let all = list(ledger, &sieve, order, &Unwatched, &mut |_| {
                shown = shown.or_else(|| Some(start.elapsed()));
            });
            let first = shown.map(|first| format!(", first shown after {:.1} ms", millis(first)));
            format!(
                "{} units{}",
                all.expect("nobody cancels").lines.len(),
                first.unwrap_or_default()
            )
        });
    }
    let told = |listing: Result<Listing, Cancelled>| {
        let listing = listing.expect("nobody cancels");
        format!("{} units, {} groups", listing.lines.len(), listing.groups)
    };
    timed("duplicates", || told(duplicates(ledger, &Unwatched)));
    timed("conflicting targets", || told(conflicting(ledger, &Unwatched)));
    timed("suspicious", || told(doubtful(ledger, &Unwatched)));
    timed("imports and people", || format!("{} entries", deeds(ledger).len()));
}

fn changes(memory: &mut Memory) {
    let mut ids = SeededIds::new(9);
    let ledger = memory.ledger();
    let chosen: Vec<u32> = ledger.units().map(|(slot, _)| slot).step_by(10).collect();
    let before = memory.len();
    let mut plan = timed_once("planning to delete a tenth", || Plan::delete(&ledger, &chosen));
    for what in ["deleting it", "putting it back"] {
        let now = memory.ledger();
        let made = timed_once(what, || plan.make(&now, &[], "", Timestamp::UNIX_EPOCH, &mut ids));
        let own: Vec<RevisionId> = made.revisions.iter().map(|revision| revision.id).collect();
        timed_once("  taking it in", || memory.receive_all(made.revisions));
        let now = memory.ledger();
        plan = timed_once("  planning to take it back", || Plan::take_back(&now, &own));
    }
    assert_eq!(memory.len(), before, "all of it is there again");
}

fn frames(file: &MemoryFile) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.fr-en.memory.ron");
    store::memory::save(&Disk, &path, file).expect("written");
    let mut seed = 0;
    let new_env = move |author: &str| {
        seed += 1;
        Env::fixed(Timestamp::UNIX_EPOCH, seed, author)
    };
    let home = Home::at(folder.path().join("home"));
    let mut desk = Desk::new(Arc::new(Disk), home, || {}, new_env);
    desk.open(&path);
    desk.settle();
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(64)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, desk).without_system_dialogs());
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::M);
    harness.step();
    for _ in 0..harness.state().desk().library.shelves().len() {
        harness.key_press(Key::ArrowDown);
        harness.step();
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::U);
    harness.step();
    harness.state_mut().desk_mut().settle();
    let units = harness.state().desk().units().map_or(0, |table| table.listing.lines.len());
    println!("frames with {units} rows, ms: median, 95th percentile");
    report("idle", &mut harness, |_| {});
    report("next row", &mut harness, |harness| harness.key_press(Key::ArrowDown));
    report("next page", &mut harness, |harness| harness.key_press(Key::PageDown));
    report("scrolling 90", &mut harness, |harness| {
        let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
        let source = egui::MouseWheelSource::Unknown;
        let (delta, modifiers) = (vec2(0.0, -90.0), Modifiers::NONE);
        harness.event(Event::PointerMoved(egui::pos2(400.0, 400.0)));
        harness.event(Event::MouseWheel { unit, delta, phase, modifiers, source });
    });
    report("to the end", &mut harness, |harness| harness.key_press(Key::End));
}

fn report(
    name: &str,
    harness: &mut Harness<'static, App>,
    before: impl Fn(&mut Harness<'static, App>),
) {
    let mut times = Vec::with_capacity(FRAMES);
    for _ in 0..FRAMES {
        before(harness);
        let start = Instant::now();
        harness.step();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!(
        "  {name:<16} {:>8.2} {:>8.2}",
        millis(times[FRAMES / 2]),
        millis(times[FRAMES * 95 / 100])
    );
}

/// The best of three.
fn timed(name: &str, work: impl Fn() -> String) {
    let mut best = Duration::MAX;
    let mut told = String::new();
    for _ in 0..3 {
        let start = Instant::now();
        told = work();
        best = best.min(start.elapsed());
    }
    println!("{name:<28} {:>9.1} ms  {told}", millis(best));
}

fn timed_once<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{name:<28} {:>9.1} ms", millis(start.elapsed()));
    done
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
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
    (0..UNITS).map(|_| (sentences.next(), sentences.variant())).collect()
}
