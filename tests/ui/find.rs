//! Find and replace in the real window, by keys and names alone.

use diptych::model::View;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

fn three_rows() -> Window {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Un accord.\n\nMerci.\n\nDeux accords.\n");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    for (row, text) in [(1, "A treaty."), (2, "Thanks."), (3, "A Treaty, a treaty.")] {
        window.click(&format!("Row {row} target"));
        window.type_into(&format!("Target of row {row}"), text);
    }
    window.click("Row 1 target");
    window
}

#[test]
fn keys_go_from_hit_to_hit() {
    let mut window = three_rows();
    window.press(CTRL, Key::F);
    window.type_into("Find", "treaty");
    assert!(window.shows("3 hits"));
    window.press(NONE, Key::F3);
    assert_eq!(window.session().row(), 0);
    window.press(NONE, Key::F3);
    assert_eq!(window.session().row(), 2);
    window.press(NONE, Key::F3);
    assert_eq!(window.session().row(), 2, "the second hit of the row");
    window.press(NONE, Key::F3);
    assert_eq!(window.session().row(), 0, "and from the top");
    window.press(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.session().row(), 2);
    window.press(NONE, Key::Escape);
    assert!(!window.shows("3 hits"));
}

#[test]
fn what_is_chosen_is_replaced_in_one_and_undone_in_one() {
    let mut window = three_rows();
    let before = window.bytes();
    window.press(CTRL, Key::F);
    window.type_into("Find", "treaty");
    window.click("Replace with");
    window.type_into("Replace with", "pact");
    window.click("Keep case");
    window.press(CTRL, Key::H);
    assert!(window.shows("3 of 3 hits chosen"));
    window.click("Hit 1 in row 1");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.target(0), "A treaty.");
    assert_eq!(window.target(2), "A Pact, a pact.");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn a_locked_row_is_told_and_left() {
    let mut window = three_rows();
    window.press(CTRL, Key::L);
    window.press(CTRL, Key::F);
    window.type_into("Find", "treaty");
    window.click("Replace with");
    window.type_into("Replace with", "pact");
    window.press(CTRL, Key::H);
    assert!(window.shows("1 row is locked"));
    window.press(CTRL, Key::Enter);
    assert_eq!(window.target(0), "A treaty.");
    assert_eq!(window.target(2), "A pact, a pact.");
}
