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

#[test]
fn tab_leads_from_what_is_sought_to_what_takes_its_place_and_enter_replaces() {
    let mut window = three_rows();
    window.press(CTRL, Key::F);
    window.type_into("Find", "thanks");
    window.press(NONE, Key::Tab);
    window.paste("Many thanks");
    window.press(CTRL, Key::H);
    assert!(window.shows("1 of 1 hit chosen"));
    window.press(NONE, Key::Enter);
    assert!(!window.shows("1 of 1 hit chosen"), "the preview is left");
    assert_eq!(window.target(1), "Many thanks.");
}

#[test]
fn an_expression_that_is_searched_as_words_is_told() {
    let mut window = three_rows();
    window.press(CTRL, Key::F);
    window.type_into("Find", "treat[a-z]+");
    assert!(window.shows("switch Regex on"));
    window.click("Regex");
    assert!(window.shows("3 hits"));
}

#[test]
fn plain_words_that_are_not_found_are_no_expression() {
    let mut window = three_rows();
    window.press(CTRL, Key::F);
    window.type_into("Find", "a contract?");
    assert!(window.shows("No hit"));
    assert!(!window.shows("switch Regex on"));
}
