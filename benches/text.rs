//! What text costs: `cargo bench --bench text`.
//!
//! Three tables: laying a segment out (nothing kept), a frame of fifty rows of two
//! texts all drawn (idle, and while a letter is typed into one), and the images of
//! glyphs kept. CPU time of the thread; medians. Tessellation and the graphics card
//! are left out.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a benchmark prints its figures and stops at what it cannot set up"
)]

use std::time::Duration;

use diptych::model::Lang;
use diptych::ui::fonts;
use diptych::ui::text::{self, BidiEdit, BidiLabel};
use diptych::ui::theme::{Contrast, tokens};
use egui::{Context, Event, Id, RawInput, Rect, Ui, pos2, vec2};

/// A hundred characters each.
const ARABIC: &str = "وأكد الأمين العام أن المؤتمر سيعقد في 15 تشرين الأول 2025 بمشاركة (ONU) و28 دولة من \
                      حوض النهر الكبير.";
const HEBREW: &str = "שר החוץ הודיע כי הוועידה תיפתח ב-15 באוקטובר 2025 בהשתתפות האו״ם (ONU) ו-28 \
                      מדינות מאגן הנהר הגדול.";
const FRENCH: &str = "Le secrétaire général a confirmé que la conférence s’ouvrira le 15 octobre 2025 \
                      avec 28 États du bassin.";
const RUSSIAN: &str = "Генеральный секретарь подтвердил, что конференция откроется 15 октября 2025 года \
                       с участием 28 стран.";
/// The width of a column, in points.
const WIDTH: f32 = 420.0;
const ROWS: usize = 50;
const ROUNDS: usize = 400;

fn main() {
    println!("a segment laid out        chars   µs median   p95");
    for (name, lang, text) in [
        ("Arabic", "ar", ARABIC),
        ("Hebrew", "he", HEBREW),
        ("French", "fr", FRENCH),
        ("Russian", "ru", RUSSIAN),
    ] {
        let (median, p95) = segment(&lang.parse().expect("a language"), text);
        println!("{name:<24} {:>6} {median:>11.1} {p95:>5.1}", text.chars().count());
    }
    println!();
    println!("fifty rows, all drawn     ms median   p95   glyph images KiB");
    for (name, lang, text) in [("Arabic", "ar", ARABIC), ("French", "fr", FRENCH)] {
        let lang = lang.parse().expect("a language");
        for typing in [false, true] {
            let (median, p95, bytes) = frame(&lang, text, typing);
            let what = if typing { "typing" } else { "idle" };
            println!("{:<24} {median:>10.2} {p95:>5.2} {bytes:>12}", format!("{name}, {what}"));
        }
    }
}

fn context() -> Context {
    let ctx = Context::default();
    diptych::ui::install(&ctx, Contrast::Normal, true);
    ctx
}

fn run(ctx: &Context, events: Vec<Event>, draw: impl FnMut(&mut Ui)) {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 6000.0)));
    let input = RawInput { screen_rect, events, ..RawInput::default() };
    let mut output = ctx.run_ui(input, draw);
    output.textures_delta.clear();
}

/// Microseconds for one segment, each time another text of the same length.
fn segment(lang: &Lang, text: &str) -> (f64, f64) {
    let ctx = context();
    let mut times = Vec::with_capacity(ROUNDS);
    run(&ctx, Vec::new(), |ui| {
        for round in 0..ROUNDS {
            let text = text.replace("2025", &format!("{}", 1000 + round));
            let label = BidiLabel::new(&text, lang, fonts::TEXT, tokens(ui).ink).width(WIDTH);
            let start = cpu_time();
            let laid = label.lay_out(ui.ctx());
            times.push(cpu_time().saturating_sub(start));
            assert!(laid.size().y > 0.0);
        }
    });
    let (median, p95) = percentiles(times);
    (median * 1e6, p95 * 1e6)
}

/// Milliseconds for a frame, and the textures' size.
fn frame(lang: &Lang, text: &str, typing: bool) -> (f64, f64, usize) {
    let ctx = context();
    let texts: Vec<String> = (0..2 * ROWS).map(|row| format!("{row} {text}")).collect();
    let mut edited = texts[3].clone();
    let id = Id::unique("field");
    text::focus(&ctx, id, 20);
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let events = if typing { vec![Event::Text("ب".to_owned())] } else { Vec::new() };
        if edited.len() > texts[3].len() + 60 {
            edited.clone_from(&texts[3]);
            text::focus(&ctx, id, 20);
        }
        let start = cpu_time();
        run(&ctx, events, |ui| rows(ui, &texts, &mut edited, id, lang));
        times.push(cpu_time().saturating_sub(start));
    }
    let (median, p95) = percentiles(times);
    (median * 1e3, p95 * 1e3, text::atlas_bytes(&ctx) / 1024)
}

fn rows(ui: &mut Ui, texts: &[String], edited: &mut String, id: Id, lang: &Lang) {
    for (at, text) in texts.iter().enumerate() {
        let place = pos2((at % 2) as f32 * 480.0 + 20.0, (at / 2) as f32 * 60.0);
        if at == 3 {
            let rect = Rect::from_min_size(place, vec2(WIDTH, 20.0));
            BidiEdit::new(id, "Target", edited, lang).show(ui, rect);
            continue;
        }
        // Measured and shown, as the list does.
        for show in [false, true] {
            let label = BidiLabel::new(text, lang, fonts::TEXT, tokens(ui).ink).width(WIDTH);
            let laid = label.lay_out(ui.ctx());
            if show {
                laid.show(ui, Id::unique("row").with(at), place);
            }
        }
    }
}

fn percentiles(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at = |place: usize| times[place].as_secs_f64();
    (at(times.len() / 2), at(times.len() * 95 / 100))
}

#[cfg(unix)]
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

#[cfg(not(unix))]
fn cpu_time() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
