//! Keymaps, by keys and names alone: another program's keys obeyed and shown, a key bound
//! with its conflict told and kept across a restart, a list printed.

use diptych::model::{State, View};
use diptych::workbench::Command;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// Opens the dialog about keys.
fn keys(window: &mut Window) {
    window.press(Modifiers::SHIFT, Key::F1);
    assert!(window.shows("Find a command"), "the dialog is open");
}

/// Chooses the command in the dialog.
fn choose(window: &mut Window, name: &str) {
    window.type_into("Find a command", name);
}

/// The key that is shown for a command in the settings' map.
fn key_of(window: &Window, command: Command) -> String {
    window.harness.state().desk().keymap().text(command)
}

fn omegat(window: &mut Window) {
    keys(window);
    window.press(Modifiers::ALT, Key::Num3);
    window.press(NONE, Key::Escape);
}

#[test]
fn in_omegats_map_enter_confirms_and_what_is_shown_follows() {
    let mut window = Window::later(FULL, Theme::Light);
    omegat(&mut window);
    assert!(!window.shows("Find a command"), "the dialog is left");
    assert!(window.harness.query_by_label("Ctrl+Enter").is_none(), "the status bar says");
    assert!(window.harness.query_by_label("Enter").is_some(), "another key now");
    let row = window.session().row();
    let number = window.session().active_bead().expect("a row").number;
    window.type_into(&format!("Target of row {number}"), "A statement");
    window.press(NONE, Key::Enter);
    assert!(matches!(window.state(row), Some(State::Translated)), "{:?}", window.state(row));
    assert_ne!(window.session().row(), row, "it goes on");
    assert!(!window.target(row).contains('\n'), "Enter was not typed");
    window.press(CTRL, Key::P);
    assert_eq!(window.session().row(), row, "Ctrl+P goes back");
    window.press(CTRL, Key::Enter);
    assert!(window.shows("Row 1 source"), "Ctrl+Enter is no longer confirm");
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
}

#[test]
fn letters_are_typed_in_a_field_and_are_commands_where_nothing_is_typed() {
    let mut window = Window::sample(FULL, Theme::Light);
    omegat(&mut window);
    assert_eq!(window.view(), View::Align);
    let before = window.session().counts().accepted;
    window.press(NONE, Key::A);
    let accepted = window.session().counts().accepted;
    assert_eq!(accepted, before + 1, "A accepts, as in OmegaT's aligner");
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().counts().accepted, before);
    window.press(Modifiers::ALT, Key::Num2);
    assert_eq!(window.view(), View::Translate);
    window.press(NONE, Key::A);
    let accepted = window.session().counts().accepted;
    assert_eq!(accepted, before, "nothing is accepted while one types");
}

#[test]
fn a_key_is_bound_its_conflict_told_and_it_is_there_after_a_restart() {
    let mut window = Window::sample(FULL, Theme::Light);
    keys(&mut window);
    choose(&mut window, "show releases");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Press the new key for \"Show releases\""));
    window.press(CTRL, Key::G);
    assert!(window.shows("Ctrl+G is \"Go to row\" already"), "by the other command's name");
    shoot(&mut window.harness, "keys-conflict");
    window.press(NONE, Key::Escape);
    assert_eq!(key_of(&window, Command::ShowStart), "Ctrl+W", "left as it was");
    assert_eq!(key_of(&window, Command::GoToRow), "Ctrl+G");
    window.press(NONE, Key::Enter);
    window.press(CTRL, Key::G);
    window.press(NONE, Key::Enter);
    assert_eq!(key_of(&window, Command::ShowStart), "Ctrl+G");
    assert_eq!(key_of(&window, Command::GoToRow), "", "taken away");
    assert!(window.shows("Show releases: Ctrl+G, Ctrl+W, own"));
    window.press(NONE, Key::Escape);
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "show releases");
    let row = window.harness.get_by_label("Show releases");
    let shown = row.accesskit_node().data().keyboard_shortcut();
    assert_eq!(shown, Some("Ctrl+G"), "the palette shows the new key");
    shoot(&mut window.harness, "keys-palette");
    window.press(NONE, Key::Escape);

    let mut window = Window::start_in(window.abandon(), FULL, Theme::Light);
    assert_eq!(key_of(&window, Command::ShowStart), "Ctrl+G", "it is kept");
    window.press(NONE, Key::Escape);
    window.harness.state_mut().desk_mut().open_sample();
    window.settle();
    window.press(CTRL, Key::G);
    assert!(!window.shows("Row number"), "no row is asked for");
    assert!(window.shows("New from two texts"), "the releases are shown");
    keys(&mut window);
    choose(&mut window, "show releases");
    window.press(CTRL, Key::D);
    assert_eq!(key_of(&window, Command::ShowStart), "Ctrl+W", "back to the keymap");
    assert_eq!(key_of(&window, Command::GoToRow), "Ctrl+G", "which has its own again");
}

#[test]
fn commands_that_never_meet_share_a_key_and_fields_keep_theirs() {
    let mut window = Window::sample(SMALL, Theme::Dark);
    keys(&mut window);
    shoot(&mut window.harness, "keys-small-dark");
    choose(&mut window, "make draft again");
    window.press(NONE, Key::Enter);
    window.press(CTRL, Key::R);
    assert_eq!(key_of(&window, Command::Unconfirm), "Ctrl+R", "at once: nothing meets it");
    assert_eq!(key_of(&window, Command::Realign), "Ctrl+R");
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::Home);
    assert!(window.shows("text fields need it"), "Home is refused");
    window.press(CTRL, Key::Delete);
    assert_eq!(key_of(&window, Command::Unconfirm), "Ctrl+Shift+E", "the next one is shown");
}

#[test]
fn the_palette_keeps_its_last_key() {
    let mut window = Window::start(FULL, Theme::Light);
    keys(&mut window);
    choose(&mut window, "Ctrl+Shift+P");
    assert!(window.shows("Commands: Ctrl+Shift+P"), "found by its key");
    window.press(CTRL, Key::Delete);
    assert_eq!(key_of(&window, Command::Palette), "Ctrl+Shift+P");
    assert!(window.shows("it finds what has none"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn what_cannot_be_read_in_the_settings_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    std::fs::create_dir_all(&home).expect("a home");
    let text = "(keymap: \"OmegaT\", keys: {\"dance\": [\"F6\"], \"save\": [\"Ctrl+Hm\", \"F7\"]})";
    std::fs::write(home.join("settings.ron"), text).expect("settings");
    let window = Window::start_in(folder, FULL, Theme::Light);
    assert!(window.shows("\"dance\" is no command of this version"));
    assert!(window.shows("\"Ctrl+Hm\" is not a key"));
    assert_eq!(key_of(&window, Command::Save), "F7", "the rest holds");
    assert_eq!(key_of(&window, Command::Confirm), "Enter");
}

#[test]
fn the_list_of_keys_is_printed() {
    let mut window = Window::start(FULL, Theme::Light);
    for (name, head) in [("keys.html", "<!DOCTYPE html>"), ("keys.md", "# Keys of Diptych")] {
        keys(&mut window);
        window.press(CTRL, Key::P);
        assert!(window.shows("Print list of keys"));
        window.press(CTRL, Key::A);
        let path = window.path(name);
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        let text = std::fs::read_to_string(&path).expect("it is written");
        assert!(text.starts_with(head) && text.contains("Ctrl+Shift+P"), "{name}");
    }
}
