//! A release of the sample translated from start to end by keys only, in figures:
//! `cargo bench --bench editor`.
//!
//! The whole program runs without a window or a renderer. The sample's statement, whose
//! English version is known, is translated with the starter memories: where the draft of a
//! match is the sentence it is confirmed, else all is selected and the sentence typed letter
//! by letter, with completion on. Each figure is CPU time of the window's thread for the
//! frame that shows the key, tessellation included; what other threads look up meanwhile is
//! waited for between keys and not counted.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

mod clock;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use diptych::model::Timestamp;
use diptych::store::{Disk, Home};
use diptych::ui::app::App;
use diptych::workbench::desk::Desk;
use diptych::workbench::{Env, Session, sample};
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;

/// More keys than the sample has letters: something goes round in circles.
const MOST_KEYS: usize = 100_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = translations(folder.path());
    for completes in [true, false] {
        let home = folder.path().join(if completes { "with" } else { "without" });
        let mut typist = Typist::new(&home, completes);
        typist.translate(&wanted);
        typist.report(completes);
    }
}

fn desk_in(home: &std::path::Path) -> Desk {
    let mut seed = 0;
    let new_env = move |author: &str| {
        seed += 1;
        Env::fixed(Timestamp::UNIX_EPOCH, seed, author)
    };
    Desk::new(Arc::new(Disk), Home::at(home.to_owned()), || {}, new_env)
}

/// The English of each French sentence, as the aligner pairs them.
fn translations(folder: &std::path::Path) -> HashMap<String, String> {
    let mut desk = desk_in(&folder.join("aligned"));
    desk.open_sample();
    desk.settle();
    let session = desk.session.as_ref().expect("the sample");
    let mut wanted = HashMap::new();
    for (row, bead) in session.beads().iter().enumerate() {
        let mut target = bead.target_text();
        if !bead.source.is_empty() {
            wanted.insert(session.source_text(row), target.clone());
        }
        // The sentences of a row that has several are translated in the first.
        for id in &bead.source {
            let place = session.rows().place(*id);
            let found =
                place.and_then(|(block, at)| session.source().blocks.get(block)?.segments.get(at));
            if let Some(segment) = found {
                wanted.entry(segment.text.clone()).or_insert_with(|| std::mem::take(&mut target));
            }
        }
    }
    wanted
}

/// Somebody who types, and how long each key took to show.
struct Typist {
    harness: Harness<'static, App>,
    times: BTreeMap<&'static str, Vec<Duration>>,
    keys: usize,
}

impl Typist {
    fn new(home: &std::path::Path, completes: bool) -> Self {
        let mut desk = desk_in(home);
        desk.settings.complete_words = completes;
        desk.settle();
        let source = sample::statement("fr", &mut Env::fixed(Timestamp::UNIX_EPOCH, 7, ""));
        desk.translate(source.expect("the sample"), "en".parse().expect("a language"));
        desk.settle();
        let mut harness = Harness::builder()
            .with_size(vec2(1440.0, 900.0))
            .with_max_steps(64)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, desk).without_system_dialogs());
        for _ in 0..60 {
            harness.step();
        }
        Self { harness, times: BTreeMap::new(), keys: 0 }
    }

    fn session(&self) -> &Session {
        self.harness.state().desk().session.as_ref().expect("a release")
    }

    fn translate(&mut self, wanted: &HashMap<String, String>) {
        while let Some(row) = self.session().next_open(0).filter(|_| self.keys < MOST_KEYS) {
            if self.session().row() != row {
                self.press("next row", Modifiers::COMMAND, Key::ArrowDown);
                continue;
            }
            self.translate_row(wanted);
        }
        // Drafts of rows that were gone over.
        let counts = self.session().counts();
        println!("rows: {} of content, {} translated", counts.content(), counts.translated);
    }

    fn translate_row(&mut self, wanted: &HashMap<String, String>) {
        let row = self.session().row();
        let source = self.session().source_text(row);
        let text = wanted.get(&source).filter(|text| !text.is_empty()).unwrap_or(&source).clone();
        let draft = self.session().beads()[row].target_text();
        if draft != text {
            if !draft.is_empty() {
                self.press("select all", Modifiers::COMMAND, Key::A);
            }
            for letter in text.chars() {
                self.harness.event(Event::Text(letter.to_string()));
                self.show("a letter");
            }
        }
        self.press("confirm", Modifiers::COMMAND, Key::Enter);
    }

    fn press(&mut self, name: &'static str, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.show(name);
    }

    /// The frame that shows what was pressed; then what other threads know is waited for.
    fn show(&mut self, name: &'static str) {
        self.keys += 1;
        let time = clock::frame(&mut self.harness);
        self.times.entry(name).or_default().push(time);
        if name != "a letter" {
            self.harness.state_mut().desk_mut().settle();
            for _ in 0..4 {
                self.harness.step();
            }
        }
    }

    fn report(&mut self, completes: bool) {
        println!("completion {}: {} keys", if completes { "on" } else { "off" }, self.keys);
        println!("key           count   median ms   p95 ms   worst ms");
        let mut all: Vec<Duration> = self.times.values().flatten().copied().collect();
        let groups = self.times.iter_mut().map(|(name, times)| (*name, times));
        for (name, times) in groups.chain([("all", &mut all)]) {
            times.sort_unstable();
            let ms = |at: usize| times[at.min(times.len() - 1)].as_secs_f64() * 1000.0;
            let count = times.len();
            let (median, p95, worst) = (ms(count / 2), ms(count * 95 / 100), ms(count));
            println!("{name:<12} {count:>6} {median:>11.2} {p95:>8.2} {worst:>10.2}");
        }
    }
}
