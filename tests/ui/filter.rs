//! The filter bar in the real window, by keys and names alone.

use diptych::model::View;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

fn shown(window: &Window) -> Vec<usize> {
    let session = window.session();
    (0..session.beads().len()).filter(|&row| session.is_shown(row)).collect()
}

fn three_rows() -> Window {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Un accord.\n\nMerci.\n\nDeux accords.\n");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    window
}

#[test]
fn words_narrow_the_rows_and_escape_shows_all_again() {
    let mut window = three_rows();
    window.press(CTRL_SHIFT, Key::F);
    window.type_into("Filter rows", "ACCORD");
    assert_eq!(shown(&window), [0, 2]);
    assert!(window.shows("2 of 3 rows"));
    assert!(window.shows("Row 3 target") && !window.shows("Row 2 target"));
    window.press(CTRL, Key::ArrowDown);
    assert_eq!(window.session().row(), 2, "the next row is the next that is shown");
    window.press(NONE, Key::Escape);
    assert_eq!(shown(&window).len(), 3);
    assert!(window.shows("Row 2 target") && !window.shows("of 3 rows"));
}

#[test]
fn a_value_is_chosen_from_its_list_and_an_edited_row_stays() {
    let mut window = three_rows();
    window.press(CTRL_SHIFT, Key::F);
    window.click("State");
    window.click("open  (3)");
    window.press(NONE, Key::Escape);
    assert!(window.shows("3 of 3 rows"));
    window.click("Row 2 target");
    window.type_into("Target of row 2", "Thanks.");
    assert_eq!(shown(&window).len(), 3, "the edited row stays");
    window.press(NONE, Key::F5);
    assert_eq!(shown(&window), [0, 2]);
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(1), "", "undone");
    assert!(window.session().is_shown(window.session().row()), "the active row is in sight");
}

#[test]
fn an_expression_that_does_not_parse_says_why() {
    let mut window = three_rows();
    window.press(CTRL_SHIFT, Key::F);
    window.click("Regex");
    window.click("Filter rows");
    window.type_into("Filter rows", "(a");
    assert!(window.shows("unclosed group"));
    assert_eq!(shown(&window).len(), 3);
}

#[test]
fn the_alignment_view_filters_by_its_links() {
    let mut window = Window::sample(SMALL, Theme::Dark);
    window.press(CTRL_SHIFT, Key::F);
    window.click("Pattern");
    assert!(window.shows("1-1  ("));
    window.press(NONE, Key::Escape);
    let all = shown(&window).len();
    window.click("Filter rows");
    window.type_into("Filter rows", "conférence");
    let some = shown(&window);
    assert!(!some.is_empty() && some.len() < all);
    // A join keeps what it made in sight.
    window.click(&format!("Row {} source", window.session().beads()[some[0]].number));
    window.press(CTRL, Key::J);
    assert!(window.session().is_shown(window.session().row()));
}
