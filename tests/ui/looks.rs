//! Theme, contrast and size: changed by command, kept for the next start.

use diptych::ui::theme::{self, Contrast};
use egui::{Key, Modifiers, Theme};

use crate::desk::{SMALL, Window};
use crate::shots::shoot;

const CTRL: Modifiers = Modifiers::COMMAND;

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
