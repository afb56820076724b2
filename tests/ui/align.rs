//! The alignment editor in the real window: sentences mended, ends dragged, units that
//! follow.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// The sample, with row 8 active: it is in the middle of the text, a sentence a side.
fn at_row_8() -> Window {
    let mut window = Window::sample(FULL, Theme::Light);
    window.click("Row 8 source");
    window
}

/// What a command did is undone to the byte and done again.
#[track_caller]
fn assert_undone(window: &mut Window, start: &str) {
    let changed = window.bytes();
    assert_ne!(changed, start, "something changed");
    window.session().project().check().expect("the rows partition both sides");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), start, "undone");
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), changed, "done again");
}

#[test]
fn loose_sides_are_linked_again_by_key() {
    let mut window = at_row_8();
    let before = (window.target(window.session().row()), window.session().beads().len());
    window.press(CTRL, Key::U);
    let start = window.bytes();
    window.press(CTRL, Key::K);
    let row = window.session().row();
    assert_eq!((window.target(row), window.session().beads().len()), before);
    assert_undone(&mut window, &start);
}

#[test]
fn an_added_row_is_deleted_and_comes_back() {
    let mut window = at_row_8();
    window.press(CTRL, Key::U);
    window.press(CTRL, Key::ArrowDown);
    let start = window.bytes();
    let rows = window.session().beads().len();
    window.press(CTRL, Key::Delete);
    assert_eq!(window.session().beads().len(), rows - 1);
    assert_undone(&mut window, &start);
}

#[test]
fn a_sentence_is_corrected_on_either_side() {
    for (side, field) in [("source", "Source sentence"), ("target", "Target sentence")] {
        let mut window = at_row_8();
        let start = window.bytes();
        let read = window.session().source().to_text();
        window.press(NONE, Key::F2);
        assert!(window.shows("Sentences of row 8"), "{side}");
        window.harness.get_by_label_contains(field).focus();
        window.press(CTRL, Key::End);
        window.harness.get_by_label_contains(field).type_text(" Fin.");
        window.settle();
        window.press(CTRL, Key::Enter);
        assert!(!window.shows("Sentences of row 8"), "{side}");
        let row = window.session().row();
        let text = match side {
            "source" => window.session().source_text(row),
            _ => window.target(row),
        };
        assert!(text.ends_with(" Fin."), "{side}: {text}");
        assert_eq!(window.session().source().to_text(), read, "the file's text is kept");
        assert_undone(&mut window, &start);
    }
}

#[test]
fn a_sentence_is_split_at_the_caret() {
    let mut window = at_row_8();
    let start = window.bytes();
    let before = window.session().source_text(window.session().row());
    window.press(NONE, Key::F2);
    window.press(NONE, Key::Home);
    for _ in 0..2 {
        window.press(CTRL, Key::ArrowRight);
    }
    window.press(CTRL, Key::T);
    let row = window.session().row();
    assert_eq!(window.session().beads()[row].source.len(), 2);
    assert_eq!(window.session().source_text(row), before, "no character is lost");
    assert_undone(&mut window, &start);
}

#[test]
fn links_above_a_confidence_that_is_asked_for_are_accepted() {
    let mut window = at_row_8();
    let start = window.bytes();
    let all = window.session().guessed_from(0.0).len();
    window.press(CTRL_SHIFT, Key::P);
    window.harness.event(Event::Text("above a confidence".to_owned()));
    window.settle();
    window.press(NONE, Key::Enter);
    assert!(window.shows("Accept all links above a confidence"));
    window.harness.event(Event::Text("0".to_owned()));
    window.settle();
    assert!(window.shows(&format!("{all} links would be accepted")));
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().guessed_from(0.0).len(), 0);
    assert_undone(&mut window, &start);
}

/// Source and target of the live units of all memories.
fn units(window: &Window) -> Vec<(String, String)> {
    let shelves = window.harness.state().desk().library.shelves();
    let units = shelves.iter().flat_map(|shelf| shelf.memory.units());
    units.map(|stored| (stored.unit.source.to_owned(), stored.unit.target.to_owned())).collect()
}

#[test]
fn the_unit_of_a_row_that_is_mended_later_follows_and_undo_sets_it_back() {
    let mut window = at_row_8();
    window.press(CTRL_SHIFT, Key::Enter);
    window.press(CTRL_SHIFT, Key::M);
    window.press(NONE, Key::Enter);
    window.click("Row 8 source");
    let row = window.session().row();
    let (source, wrong) = (window.session().source_text(row), window.target(row));
    let holds = |window: &Window, target: &str| {
        units(window).iter().any(|unit| (unit.0.as_str(), unit.1.as_str()) == (&source, target))
    };
    assert!(holds(&window, &wrong), "row 8 is in the memory");
    window.press(NONE, Key::F2);
    window.harness.get_by_label_contains("Target sentence").focus();
    window.press(CTRL, Key::End);
    window.harness.get_by_label_contains("Target sentence").type_text(" Mended.");
    window.settle();
    window.press(CTRL, Key::Enter);
    let mended = window.target(window.session().row());
    assert!(holds(&window, &mended) && !holds(&window, &wrong), "the unit follows");
    window.press(CTRL, Key::U);
    assert!(!holds(&window, &mended), "a row that came apart has no unit");
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert!(holds(&window, &wrong) && !holds(&window, &mended), "undone");
    window.press(ALT, Key::ArrowDown);
    assert!(!holds(&window, &wrong), "a moved sentence takes its unit along");
}

fn drag(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    for event in [Event::PointerMoved(from), button(from, true)] {
        window.harness.event_modifiers(event, modifiers);
        window.harness.step();
    }
    for part in [0.3, 0.7, 1.0] {
        window.harness.event_modifiers(Event::PointerMoved(from.lerp(to, part)), modifiers);
        window.harness.step();
    }
    window.harness.event_modifiers(button(to, false), modifiers);
    window.settle();
}

/// Where the active link's handle on the target side is, and the middle of another
/// row's target cell.
fn places(window: &Window, from: &str, to: &str) -> (Pos2, Pos2) {
    let rect = |name: &str| window.harness.get_by_label(name).rect();
    let (own, other) = (rect(from), rect(to));
    // The hinge is 150 points wide, its middle parts the cells, the bracket stands 9
    // points inside its edge.
    (Pos2::new(own.left() + 75.0 - 9.0, own.center().y), other.center())
}

#[test]
fn a_link_s_end_is_dragged_to_another_sentence() {
    for (modifiers, extends) in [(NONE, false), (Modifiers::SHIFT, true)] {
        let mut window = at_row_8();
        let start = window.bytes();
        let row = window.session().row();
        let (own, next) = (window.target(row), window.target(row + 1));
        let (from, to) = places(&window, "Row 8 target", "Row 9 target");
        drag(&mut window, from, to, modifiers);
        let linked = window.target(window.session().row());
        let expected = if extends { format!("{own} {next}") } else { next };
        assert_eq!(linked, expected);
        assert_undone(&mut window, &start);
    }
}

#[test]
fn a_drag_that_ends_nowhere_or_is_left_changes_nothing() {
    let mut window = at_row_8();
    let start = window.bytes();
    let (from, to) = places(&window, "Row 8 target", "Row 9 source");
    drag(&mut window, from, to, NONE);
    assert_eq!(window.bytes(), start);
}

#[test]
fn the_editor_s_dialogs_can_be_painted() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = Window::sample(FULL, theme);
        window.click("Row 8 source");
        window.press(NONE, Key::F2);
        shoot(&mut window.harness, &format!("sentences-{name}"));
        window.press(NONE, Key::Escape);
        window.press(CTRL_SHIFT, Key::Enter);
        window.press(CTRL_SHIFT, Key::M);
        window.click("Guessed too, from");
        shoot(&mut window.harness, &format!("harvest-{name}"));
    }
}
