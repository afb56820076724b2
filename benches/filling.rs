//! A large memory in the window: `cargo bench --bench filling -- M.memory.ron QUERIES.tsv`.
//!
//! The whole program runs without a window or a renderer, in a home of its own in which
//! the memory is the working one. Told are: wall clock from the start to the first frame,
//! to the first match of the active row and until the memory is whole; the CPU and wall
//! time of each frame meanwhile, a letter typed in each; then, with the memory whole, the
//! wall clock from entering a row to its matches, and what confirming a row costs the
//! window's thread. Everything twice: the second time from the cache. The first sentences
//! of the queries (the first column) are the release's rows.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use diptych::model::Lang;
use diptych::store::{Disk, Home};
use diptych::ui::app::App;
use diptych::workbench::desk::Desk;
use diptych::workbench::{Command, Env, intake};
use egui::{Event, vec2};
use egui_kittest::Harness;

/// Rows of the release.
const ROWS: usize = 200;
/// A frame of a screen.
const FRAME: Duration = Duration::from_millis(16);

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let (Some(memory), Some(queries)) = (words.next(), words.next()) else {
        println!("usage: cargo bench --bench filling -- M.memory.ron QUERIES.tsv");
        return;
    };
    let home = std::env::temp_dir().join(format!("diptych-filling-{}", std::process::id()));
    let own = home.join("memories");
    std::fs::create_dir_all(&own).expect("a folder");
    std::fs::copy(memory, own.join("working.fr-en.memory.ron")).expect("copied");
    let queries = std::fs::read_to_string(queries).expect("queries");
    let rows: Vec<&str> =
        queries.lines().filter_map(|line| line.split('\t').next()).take(ROWS).collect();
    for name in ["cold", "cached"] {
        run(name, &home, &rows.join("\n"));
    }
    std::fs::remove_dir_all(&home).expect("gone");
}

fn run(name: &str, home: &Path, text: &str) {
    let start = Instant::now();
    let mut harness = harness(home.to_owned(), text);
    harness.step();
    println!("{name}: first frame after {:.0} ms", ms(start.elapsed()));
    let mut first = None;
    let (mut cpu, mut wall) = (Vec::new(), Vec::new());
    while !harness.state().desk().under_way().is_empty() || first.is_none() {
        harness.event(Event::Text("a".to_owned()));
        let frame = frame(&mut harness);
        cpu.push(frame.0);
        wall.push(frame.1);
        if first.is_none() && has_match(&harness) {
            first = Some(start.elapsed());
        }
        std::thread::sleep(FRAME.saturating_sub(frame.1));
    }
    println!("{name}: first match after {:.0} ms", ms(first.unwrap_or_default()));
    println!("{name}: whole after {:.0} ms", ms(start.elapsed()));
    tell(name, "frame while it fills, CPU", &mut cpu);
    tell(name, "frame while it fills, wall", &mut wall);
    rows(name, &mut harness);
}

/// Enters each row and waits for its matches; confirms it.
fn rows(name: &str, harness: &mut Harness<'static, App>) {
    let (mut ready, mut confirming, mut again) = (Vec::new(), Vec::new(), Vec::new());
    let mut known = 0;
    for row in 0..ROWS.min(harness.state().desk().session.as_ref().map_or(0, |s| s.beads().len())) {
        let desk = harness.state_mut().desk_mut();
        let start = Instant::now();
        desk.enter(row);
        known += usize::from(!desk.is_looking(row));
        ready.push(wait(harness, row, start));
        let desk = harness.state_mut().desk_mut();
        desk.type_target(&format!("a translation of row {row}"));
        let start = Instant::now();
        let _ = desk.run(Command::Confirm);
        confirming.push(start.elapsed());
        let next = desk.session.as_ref().map_or(0, diptych::workbench::Session::row);
        again.push(wait(harness, next, start));
    }
    println!("{name}: {known} of {ROWS} rows were looked up before they were entered");
    tell(name, "from entering a row to its matches, wall", &mut ready);
    tell(name, "confirming, on the window's thread, wall", &mut confirming);
    tell(name, "from confirming to the next row's matches, wall", &mut again);
}

/// Waits for a row's matches as frames would, but without painting.
fn wait(harness: &mut Harness<'static, App>, row: usize, start: Instant) -> Duration {
    let desk = harness.state_mut().desk_mut();
    while desk.is_looking(row) && start.elapsed() < Duration::from_secs(5) {
        desk.take_in();
        std::thread::yield_now();
    }
    start.elapsed()
}

fn has_match(harness: &Harness<'static, App>) -> bool {
    let session = harness.state().desk().session.as_ref();
    session.is_some_and(|session| {
        (0..ROWS).any(|row| session.offers_of(row).is_some_and(|offers| !offers.is_empty()))
    })
}

fn harness(home: PathBuf, text: &str) -> Harness<'static, App> {
    let mut desk = Desk::new(Arc::new(Disk), Home::at(home), || {}, Env::system);
    let lang: Option<Lang> = "fr".parse().ok();
    let reading = intake::Reading {
        name: "bench.fr.txt".to_owned(),
        lang,
        segmented: true,
        ..intake::Reading::default()
    };
    let source = intake::document(text, &reading, &mut Env::system(""));
    desk.translate(source, "en".parse().expect("a language"));
    Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(64)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, desk).without_system_dialogs())
}

/// A frame: CPU time of the window's thread, and wall clock.
fn frame(harness: &mut Harness<'static, App>) -> (Duration, Duration) {
    let (cpu, wall) = (cpu_time(), Instant::now());
    harness.step();
    (cpu_time().saturating_sub(cpu), wall.elapsed())
}

fn tell(name: &str, what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |percent: usize| {
        let last = times.len().saturating_sub(1);
        ms(times.get((times.len() * percent / 100).min(last)).copied().unwrap_or_default())
    };
    let count = times.len();
    println!(
        "{name}: {what}: p50 {:.2} ms, p95 {:.2}, p99 {:.2}, most {:.2} ({count})",
        at(50),
        at(95),
        at(99),
        at(100)
    );
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[cfg(unix)]
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

#[cfg(not(unix))]
fn cpu_time() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
