//! What a screen reader says when nothing that has the focus changes.

use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::{FULL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// What the live region says now.
fn said(window: &Window) -> String {
    let regions = window.harness.query_all_by_role(Role::Status);
    let mut live = regions.filter(|node| node.accesskit_node().live() == Live::Polite);
    let said = live.next().expect("a live region").accesskit_node().label().unwrap_or_default();
    assert!(live.next().is_none(), "one voice");
    said
}

#[test]
fn confirming_and_saving_are_said() {
    let mut window = Window::saved(Theme::Light);
    // Saving unasked is said, too, and would be said last.
    window.harness.state_mut().desk_mut().settings.autosave_mins = 0;
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    assert_eq!(said(&window), "Row 1: Draft", "an empty row has become a draft");
    window.press(CTRL, Key::Enter);
    assert!(said(&window).contains("Row 1: Translated"), "{}", said(&window));
    window.press(CTRL, Key::S);
    assert!(said(&window).contains("Saved"), "{}", said(&window));
}

#[test]
fn a_row_of_the_alignment_is_read_out_when_one_comes_to_it() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.press(NONE, Key::ArrowDown);
    let row = window.session().row();
    let bead = window.session().active_bead().expect("a row");
    let said = said(&window);
    assert!(said.contains(&format!("Row {}: ", bead.number)), "{said}");
    assert!(said.contains(&window.session().source_text(row)), "{said}");
    assert!(said.contains(&window.target(row)), "{said}");
}

#[test]
fn what_was_refused_is_said() {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.press(CTRL, Key::L);
    window.press(CTRL, Key::J);
    assert!(said(&window).contains("the row is locked"), "{}", said(&window));
}

#[test]
fn a_cell_is_read_with_its_text_and_state() {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window.press(CTRL, Key::Enter);
    let read = |name: &str| {
        let cell = window.harness.get_by_label(name);
        cell.accesskit_node().description().unwrap_or_default()
    };
    assert_eq!(read("Row 1 source"), window.session().source_text(0));
    assert_eq!(read("Row 1 target"), "We have signed an agreement. (Translated)");
}
