//! Theme, contrast and size: changed by command, kept for the next start.

use diptych::ui::theme::{self, Contrast};
use egui::{Event, Key, Modifiers, PointerButton, Rect, Theme, Vec2, vec2};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;
/// What a window of 1024 × 700 has at 200 %, in points.
const DOUBLED: Vec2 = vec2(512.0, 350.0);

fn rect(window: &Window, name: &str) -> Rect {
    window.harness.get_by_label(name).rect()
}

fn is_inside(window: &Window, name: &str) {
    let (rect, all) = (rect(window, name), window.harness.ctx.content_rect());
    assert!(all.expand(0.5).contains_rect(rect), "{name} at {rect:?} in {all:?}");
}

#[test]
fn nothing_hangs_out_of_a_window_at_200_per_cent() {
    let mut window = Window::sample(DOUBLED, Theme::Light);
    for name in ["Align", "Translate", "Commands", "Accept", "More commands"] {
        is_inside(&window, name);
    }
    assert!(rect(&window, "Translate").right() <= rect(&window, "Commands").left());
    assert!(!window.shows("Realign the rest"), "no room: it is in the palette");
    shoot(&mut window.harness, "align-doubled");
    window.click("More commands");
    is_inside(&window, "Find a command");
    is_inside(&window, "Next doubtful link");
    shoot(&mut window.harness, "palette-doubled");
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::N);
    is_inside(&window, "Close");
    shoot(&mut window.harness, "new-doubled");
}

#[test]
fn matches_that_have_no_room_beside_the_rows_open_under_them() {
    let mut window = Window::later(DOUBLED, Theme::Light);
    assert!(!window.shows("Matches for row"));
    window.click("Show matches");
    assert!(window.shows("Hide matches"));
    assert!(window.shows("Matches"));
    is_inside(&window, "Hide matches");
    is_inside(&window, "Target of row 2");
    shoot(&mut window.harness, "translate-doubled");
    window.press(Modifiers::ALT, Key::Num1);
    window.click("Hide doubtful links");
    window.press(Modifiers::ALT, Key::Num2);
    assert!(window.shows("Show matches"), "one switch for both views");
}

#[test]
fn the_list_of_commands_is_as_high_as_its_entries() {
    let mut window = Window::sample(FULL, Theme::Light);
    for words in ["no such command", "save"] {
        window.press(CTRL | Modifiers::SHIFT, Key::P);
        window.type_into("Find a command", words);
        window.press(CTRL | Modifiers::SHIFT, Key::P);
    }
    // The word that stood there was marked, and what was typed has taken its place.
    let last = rect(&window, "Save as");
    assert!(last.height() > 35.0);
    shoot(&mut window.harness, "palette-save");
    // The last row is whole: its foot can be clicked.
    let foot = last.center_bottom() - vec2(0.0, 2.0);
    for pressed in [true, false] {
        window.harness.event(Event::PointerMoved(foot));
        let (button, modifiers) = (PointerButton::Primary, NONE);
        window.harness.event(Event::PointerButton { pos: foot, button, pressed, modifiers });
        window.harness.step();
    }
    window.settle();
    assert!(window.shows("Path"), "where to save is asked");
}

#[test]
fn high_contrast_is_switched_on_and_kept() {
    let mut window = Window::sample(SMALL, Theme::Light);
    window.command("high contrast");
    let high = theme::of(window.harness.ctx.theme(), Contrast::High);
    assert_eq!(theme::tokens(&window.harness.ctx).ink, high.ink);
    window.press(Modifiers::ALT, Key::Num2);
    shoot(&mut window.harness, "translate-high-contrast");
    let folder = window.abandon();
    let window = Window::start_in(folder, SMALL, Theme::Light);
    assert_eq!(theme::tokens(&window.harness.ctx).sheet, high.sheet, "the next start has it");
}

#[test]
fn size_stays_between_80_and_250_per_cent_and_is_kept() {
    let mut window = Window::start(SMALL, Theme::Dark);
    for _ in 0..20 {
        window.press(CTRL, Key::Minus);
    }
    assert_eq!(percent(&window), 80);
    for _ in 0..20 {
        window.press(CTRL, Key::Plus);
    }
    assert_eq!(percent(&window), 250);
    window.press(CTRL, Key::Num0);
    window.press(CTRL, Key::Plus);
    assert_eq!(percent(&window), 110);
    let window = Window::start_in(window.abandon(), SMALL, Theme::Dark);
    assert_eq!(percent(&window), 110);
}

#[expect(clippy::cast_possible_truncation, reason = "80 to 250")]
fn percent(window: &Window) -> i32 {
    (window.harness.ctx.zoom_factor() * 100.0).round() as i32
}
