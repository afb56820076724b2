//! A release of the sample translated from start to end by keys only, in figures:
//! `cargo bench --bench editor`.
//!
//! The whole program runs without a window or a renderer. The sample's statement is translated
//! with the starter memories, all its rows of content; what each becomes stands in
//! `rendered/statement.en.txt`, a line a row. Where the draft of a match is that line it is
//! confirmed, else all is selected and the line typed letter by letter, with completion on;
//! the release is saved at the end. Each figure is CPU time of the window's thread for the
//! frame that shows the key, tessellation included; what other threads look up meanwhile is
//! waited for between keys and not counted.
//!
//! `DIPTYCH_MEMORY=file cargo bench --bench editor` opens that memory (one of ours, TMX or a
//! table) too, for completion and drafts in a memory as large as one's own.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

mod clock;

use std::collections::BTreeMap;
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
    for completes in [true, false] {
        let home = folder.path().join(if completes { "with" } else { "without" });
        let mut typist = Typist::new(&home, completes);
        typist.translate(&rendered());
        typist.save(&home.join("statement.project.ron"));
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

/// What each row of content becomes.
fn rendered() -> Vec<String> {
    include_str!("rendered/statement.en.txt").lines().map(str::to_owned).collect()
}

/// Somebody who types, and how long each key took to show.
struct Typist {
    harness: Harness<'static, App>,
    times: BTreeMap<&'static str, Vec<Duration>>,
    keys: usize,
    /// Rows whose draft was right as it was.
    drafted: usize,
}

impl Typist {
    fn new(home: &std::path::Path, completes: bool) -> Self {
        let mut desk = desk_in(home);
        desk.settings.complete_words = completes;
        desk.settle();
        let source = sample::statement("fr", &mut Env::fixed(Timestamp::UNIX_EPOCH, 7, ""));
        desk.translate(source.expect("the sample"), "en".parse().expect("a language"));
        desk.settle();
        if let Some(memory) = std::env::var_os("DIPTYCH_MEMORY") {
            desk.open(std::path::Path::new(&memory));
            desk.settle();
            let units = desk.library.shelves().iter().map(|shelf| shelf.memory.len());
            println!("units in memories: {}", units.sum::<usize>());
        }
        let mut harness = Harness::builder()
            .with_size(vec2(1440.0, 900.0))
            .with_max_steps(64)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, desk).without_system_dialogs());
        for _ in 0..60 {
            harness.step();
        }
        Self { harness, times: BTreeMap::new(), keys: 0, drafted: 0 }
    }

    fn session(&self) -> &Session {
        self.harness.state().desk().session.as_ref().expect("a release")
    }

    /// Translates every row of content, from the first to the last.
    fn translate(&mut self, rendered: &[String]) {
        let session = self.session();
        let rows: Vec<usize> =
            (0..session.beads().len()).filter(|&row| session.rows().is_content(row)).collect();
        assert_eq!(rows.len(), rendered.len(), "a line for each row of content");
        for (row, text) in rows.into_iter().zip(rendered) {
            while self.session().row() != row && self.keys < MOST_KEYS {
                let below = self.session().row() < row;
                let key = if below { Key::ArrowDown } else { Key::ArrowUp };
                self.press("next row", Modifiers::COMMAND, key);
            }
            self.translate_row(text);
        }
        let counts = self.session().counts();
        assert_eq!(counts.translated, counts.content(), "every row is translated");
        println!("rows: {} of content, all translated", counts.content());
    }

    fn translate_row(&mut self, text: &str) {
        let draft = self.session().beads()[self.session().row()].target_text();
        if draft == text {
            self.drafted += 1;
        } else {
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

    /// Saves under a name that is typed.
    fn save(&mut self, path: &std::path::Path) {
        self.press("save", Modifiers::COMMAND, Key::S);
        self.press("select all", Modifiers::COMMAND, Key::A);
        self.harness.event(Event::Text(path.display().to_string()));
        self.show("a path");
        self.press("save", Modifiers::NONE, Key::Enter);
        assert!(path.exists(), "the release is saved");
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
        let on = if completes { "on" } else { "off" };
        println!("completion {on}: {} keys; {} drafts taken as they were", self.keys, self.drafted);
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
