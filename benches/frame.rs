//! What a frame of the window costs, by the number of rows: `cargo bench --bench frame`.
//!
//! The whole program runs without a window or a renderer; each figure is CPU time of
//! the thread for one frame (layout, painting commands, accessibility tree,
//! tessellation), the median and the 95th percentile of 120 frames. The graphics card is
//! left out. What a frame costs should follow what is seen, not how many rows there are.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

mod clock;

use std::sync::Arc;

use diptych::model::{Lang, Timestamp, View};
use diptych::store::{Disk, Home};
use diptych::ui::app::App;
use diptych::workbench::desk::Desk;
use diptych::workbench::{Env, Session, intake};
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;

const FRAMES: usize = 120;
const SENTENCES: [&str; 4] = [
    "Nous avons évoqué la mise en œuvre du programme de coopération pour les années 2026 à 2028.",
    "La ministre a remercié son collègue de son accueil et l’a invité à se rendre à Sarnel.",
    "Les échanges entre les deux pays ont atteint 2,3 milliards de couronnes, soit 6,4 % de plus \
     qu’un an plus tôt, et la commission économique mixte se réunira avant la fin de l’année.",
    "Je vous remercie.",
];

fn main() {
    println!("  rows    frame            median ms   p95 ms");
    for rows in [500, 5_000, 50_000] {
        let mut harness = harness(rows);
        report(rows, "idle", &mut harness, |_, _| {});
        report(rows, "typing a letter", &mut harness, |harness, _| {
            harness.event(Event::Text("a".to_owned()));
        });
        report(rows, "scrolling 60", &mut harness, |harness, _| {
            let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
            let source = egui::MouseWheelSource::Unknown;
            let (delta, modifiers) = (vec2(0.0, -60.0), Modifiers::NONE);
            harness.event(Event::PointerMoved(egui::pos2(400.0, 400.0)));
            harness.event(Event::MouseWheel { unit, delta, phase, modifiers, source });
        });
        // Locking changes the release: all rows are gathered anew for the checks.
        harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
        harness.step();
        report(rows, "gathering checks", &mut harness, |_, _| {});
        report(rows, "next row", &mut harness, |harness, _| {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
        });
        report(rows, "resizing 2", &mut harness, |harness, frame| {
            harness.set_size(vec2(1440.0 - 2.0 * frame as f32, 900.0));
        });
    }
}

fn harness(rows: usize) -> Harness<'static, App> {
    let folder = std::env::temp_dir().join(format!("diptych-bench-{}", std::process::id()));
    let mut seed = 0;
    let new_env = move |author: &str| {
        seed += 1;
        Env::fixed(Timestamp::UNIX_EPOCH, seed, author)
    };
    let mut desk = Desk::new(Arc::new(Disk), Home::at(folder), || {}, new_env);
    let text: Vec<String> =
        (0..rows).map(|row| format!("{} {row}", SENTENCES[row % SENTENCES.len()])).collect();
    let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 7, "");
    let lang: Option<Lang> = "fr".parse().ok();
    let reading = intake::Reading {
        name: "bench.fr.txt".to_owned(),
        lang,
        segmented: true,
        ..intake::Reading::default()
    };
    let source = intake::document(&text.join("\n"), &reading, &mut env);
    desk.translate(source, "en".parse().expect("a language"));
    assert_eq!(desk.session.as_ref().map(Session::view), Some(View::Translate));
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(64)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, desk).without_system_dialogs());
    for _ in 0..60 {
        harness.step();
    }
    harness
}

fn report(
    rows: usize,
    name: &str,
    harness: &mut Harness<'static, App>,
    mut before: impl FnMut(&mut Harness<'static, App>, usize),
) {
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 0..FRAMES {
        before(harness, frame);
        times.push(clock::frame(harness));
    }
    times.sort_unstable();
    let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
    println!("{rows:>6}    {name:<16} {:>9.2} {:>8.2}", ms(FRAMES / 2), ms(FRAMES * 95 / 100));
}
