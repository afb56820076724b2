//! Inline codes of a match are chips in its card; what differs and what is repaired stays
//! marked beside them, and taking the match loses no text.

use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const TMX: &str = "<tmx version=\"1.4\"><header srclang=\"fr\"/><body><tu>\
    <tuv xml:lang=\"fr\"><seg>Fait à <bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>Sarnel<ept i=\"1\">&lt;/b&gt;</ept>, \
    le 25 juin 2024<ph x=\"2\">[note]</ph>.</seg></tuv>\
    <tuv xml:lang=\"en\"><seg>Done in <bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>Sarnel<ept i=\"1\">&lt;/b&gt;</ept> \
    on June 25, 2024<ph x=\"2\">[note]</ph>.</seg></tuv></tu></body></tmx>";

/// A window whose second row is like a unit with codes, with another date.
fn window(size: egui::Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    let path = window.path("dates.fr-en.tmx");
    std::fs::write(&path, TMX).expect("written");
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    window.paste("Merci de votre attention.\n\nFait à Sarnel, le 26 juin 2024.\n");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.click("Row 2 target");
    window
}

#[test]
fn codes_are_chips_and_a_match_with_them_is_taken_whole() {
    let mut window = window(FULL, Theme::Light);
    shoot(&mut window.harness, "match-tags-light");
    let text = "Done in Sarnel on June 26, 2024.";
    assert!(window.shows(&format!("repaired, {text}")), "the text is read without its codes");
    assert!(window.shows("3 inline codes"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.target(1), "");
    window.press(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.target(1), text);
    window.press(Modifiers::COMMAND, Key::F1);
    assert!(window.shows("\u{2212}1: tags"));
    shoot(&mut window.harness, "why-tags-light");
}

#[test]
fn chips_stand_in_a_small_dark_window_too() {
    let mut window = window(SMALL, Theme::Dark);
    shoot(&mut window.harness, "match-tags-small-dark");
    assert!(window.shows("3 inline codes"));
}
