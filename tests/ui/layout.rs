//! The panel beside the rows, under them, over them and hidden; the fonts of the columns. By
//! keys and names, and kept for the next start.

use diptych::store::PanelPlace;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers =
    Modifiers { alt: true, shift: true, ctrl: false, command: false, mac_cmd: false };

fn rect(window: &Window, name: &str) -> egui::Rect {
    window.harness.get_by_label(name).rect()
}

/// The heading of the matches, wherever it is.
fn heading(window: &Window) -> Option<egui::Rect> {
    let found = window.harness.query_all_by_label_contains("for row").next();
    found.map(|node| node.rect())
}

#[test]
fn the_panel_is_moved_round_and_hidden_by_key_and_stays_so() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::later(FULL, theme);
        let row = |window: &Window| rect(window, "Row 2 target");
        let at = |window: &Window| heading(window).expect("the matches are shown");
        assert!(at(&window).left() >= row(&window).right(), "at the right");
        window.press(ALT_SHIFT, Key::Num5);
        assert!(at(&window).right() <= rect(&window, "Row 2 source").left(), "at the left");
        shoot(&mut window.harness, &format!("panel-left-{theme:?}"));
        window.press(ALT_SHIFT, Key::Num5);
        assert!(at(&window).top() >= row(&window).bottom(), "under the rows");
        shoot(&mut window.harness, &format!("panel-below-{theme:?}"));
        window.press(ALT_SHIFT, Key::Num5);
        window.settle();
        assert_eq!(window.harness.state().desk().settings.panel, PanelPlace::Floating);
        assert!(heading(&window).is_some());
        shoot(&mut window.harness, &format!("panel-floating-{theme:?}"));
        assert!(window.harness.state().desk().settings.panel_rect.is_some(), "its place is kept");
        // The field keeps the keyboard.
        window.harness.event(Event::Text("Hello".to_owned()));
        window.settle();
        let row = window.session().row();
        assert!(window.target(row).contains("Hello"));
        window.press(ALT, Key::Num5);
        assert!(heading(&window).is_none(), "hidden");
        assert!(window.shows("Show matches"), "and the way back is there for the mouse");
        shoot(&mut window.harness, &format!("panel-hidden-{theme:?}"));

        // The next start has it hidden too, and shows it where it was.
        let mut window = Window::start_in(window.close(), FULL, theme);
        window.paste("Merci.\n");
        window.press(Modifiers::COMMAND, Key::Enter);
        assert!(heading(&window).is_none());
        window.click("Show matches");
        assert!(heading(&window).is_some());
        assert_eq!(window.harness.state().desk().settings.panel, PanelPlace::Floating);
        window.press(ALT_SHIFT, Key::Num5);
        assert_eq!(window.harness.state().desk().settings.panel, PanelPlace::Right);
    }
}

#[test]
fn the_panel_is_moved_and_hidden_by_its_buttons_in_both_views() {
    let mut window = Window::sample(SMALL, Theme::Light);
    window.click("Move");
    shoot(&mut window.harness, "panel-left-align");
    assert_eq!(window.harness.state().desk().settings.panel, PanelPlace::Left);
    window.click("Hide");
    assert!(window.shows("Show doubtful links"));
    window.click("Show doubtful links");
    window.click("Move");
    window.click("Move");
    shoot(&mut window.harness, "panel-floating-align");
    window.press(ALT, Key::Num2);
    assert!(heading(&window).is_some(), "one place for both views");
}

#[test]
fn a_column_has_a_font_and_a_size_of_its_own() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::later(FULL, theme);
        let before = rect(&window, "Row 2 target").height();
        window.command("font target");
        window.type_into("Find a font", "hebrew");
        for _ in 0..4 {
            window.press(NONE, Key::PageUp);
        }
        window.settle();
        assert!(rect(&window, "Row 2 target").height() > before, "seen before it is chosen");
        shoot(&mut window.harness, &format!("fonts-{theme:?}"));
        window.press(NONE, Key::Escape);
        assert!((rect(&window, "Row 2 target").height() - before).abs() < 0.5, "Escape: as before");
        window.command("font target");
        window.type_into("Find a font", "hebrew");
        for _ in 0..4 {
            window.press(NONE, Key::PageUp);
        }
        window.press(NONE, Key::Enter);
        let font = &window.harness.state().desk().settings.target_font;
        assert_eq!((font.family.as_str(), font.percent), ("Noto Sans Hebrew", 140));
        assert_eq!(window.harness.state().desk().settings.zoom_percent, 100, "zoom is untouched");
        let large = rect(&window, "Row 2 target").height();
        assert!(large > before);
        shoot(&mut window.harness, &format!("fonts-chosen-{theme:?}"));

        let window = Window::start_in(window.close(), FULL, theme);
        let font = &window.harness.state().desk().settings.target_font;
        assert_eq!(font.percent, 140, "kept for the next start");
    }
}
