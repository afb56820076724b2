//! The list of steps and the list of messages, by keys and names only; what undo reaches
//! when a release is opened again.

use std::fs;

use diptych::model::State;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// A saved release of two rows, both translated and confirmed.
fn translated(theme: Theme) -> Window {
    let mut window = Window::saved(theme);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window.press(CTRL, Key::Enter);
    window.type_into("Target of row 2", "It enters into force tomorrow.");
    window.press(CTRL, Key::Enter);
    window
}

fn open_again(window: Window) -> Window {
    let path = window.path("accord.project.ron");
    let folder = window.close();
    let mut window = Window::start_in(folder, FULL, Theme::Light);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    window
}

#[test]
fn any_step_can_be_gone_to_and_back() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = translated(theme);
        let end = window.bytes();
        window.press(CTRL_SHIFT, Key::Y);
        assert!(window.shows("confirm, row 2, here"), "the mark is where the work stands");
        window.press(NONE, Key::ArrowUp);
        window.press(NONE, Key::ArrowUp);
        window.press(NONE, Key::ArrowUp);
        window.press(NONE, Key::Enter);
        assert_eq!(window.target(0), "We have signed an agreement.");
        assert_eq!(window.target(1), "");
        assert!(window.shows("3 steps are taken back"), "told once");
        window.press(CTRL_SHIFT, Key::Y);
        shoot(&mut window.harness, &format!("steps-{theme:?}"));
        assert!(window.shows("confirm, row 2, undone"), "what was taken back stays listed");
        window.press(NONE, Key::Home);
        window.press(NONE, Key::Enter);
        assert_eq!(window.target(0), "");
        window.press(CTRL_SHIFT, Key::Y);
        window.press(NONE, Key::End);
        window.press(NONE, Key::Enter);
        assert_eq!(window.bytes(), end, "redone to the byte");
        window.press(CTRL_SHIFT, Key::Y);
        window.press(NONE, Key::Home);
        window.press(NONE, Key::Escape);
        assert_eq!(window.bytes(), end, "Escape goes nowhere");
    }
}

#[test]
fn a_line_that_is_clicked_is_gone_to() {
    let mut window = translated(Theme::Light);
    window.command("all steps");
    window.click("Before all these steps");
    assert_eq!((window.target(0), window.target(1)), (String::new(), String::new()));
}

#[test]
fn steps_outlast_saving_and_opening_again() {
    let mut window = translated(Theme::Light);
    window.press(CTRL, Key::S);
    let size = file_bytes(&window);
    let mut window = open_again(window);
    let saved = window.bytes();
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(1), "", "what was typed at once");
    window.press(CTRL, Key::Y);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), saved);
    window.press(CTRL, Key::Z);
    // A state in the middle is saved: both directions are kept.
    window.press(CTRL, Key::S);
    let mut window = open_again(window);
    window.press(CTRL, Key::Y);
    assert_eq!(window.state(1), Some(State::Translated), "what was undone is done again");
    window.press(CTRL, Key::S);
    assert_eq!(file_bytes(&window), size, "the project's file holds none of it");
}

#[test]
fn steps_outlast_going_to_another_release_and_back() {
    let mut window = translated(Theme::Light);
    // However many frames a busy machine needs: only what is asked for is saved.
    window.command("Switch saving unasked");
    window.press(CTRL, Key::S);
    window.command("open the sample");
    assert!(window.session().beads().len() > 10);
    let path = window.path("accord.project.ron");
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    assert_eq!(window.state(1), Some(State::Translated));
    window.press(CTRL, Key::Z);
    assert_eq!(window.state(1), Some(State::Draft));
    window.press(CTRL, Key::Y);
    assert!(!window.session().is_dirty(), "the state that is saved");
}

#[test]
fn steps_are_for_this_user_alone_and_for_this_file_alone() {
    let mut window = translated(Theme::Light);
    window.press(CTRL, Key::S);
    let journals = window.path("home").join("journals");
    let kept = fs::read_dir(&journals).expect("the folder").flatten().map(|entry| entry.path());
    let kept: Vec<_> = kept.filter(|path| path.to_string_lossy().ends_with(".steps.ron")).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&kept[0]).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let path = window.path("accord.project.ron");
    let folder = window.close();
    // Somebody else has changed the file.
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replace("an agreement", "an accord")).expect("their version");
    let mut window = Window::start_in(folder, FULL, Theme::Light);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    assert_eq!(window.target(0), "We have signed an accord.");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "We have signed an accord.", "steps of another state are none");
    window.press(CTRL_SHIFT, Key::Y);
    assert!(!window.shows("confirm"));
}

fn file_bytes(window: &Window) -> usize {
    fs::read(window.path("accord.project.ron")).expect("the file").len()
}

#[test]
fn messages_are_kept_when_they_are_closed() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = Window::saved(theme);
        let nowhere = window.path("gone.project.ron");
        window.harness.state_mut().desk_mut().open(&nowhere);
        window.settle();
        window.press(NONE, Key::Escape);
        window.press(CTRL, Key::Z);
        window.press(NONE, Key::F12);
        window.settle();
        shoot(&mut window.harness, &format!("log-{theme:?}"));
        assert!(window.shows("gone.project.ron"), "what went wrong is there with its file");
        assert!(window.shows("12 March, "), "and its time");
        assert!(window.shows("nothing to undo"));
        window.click("Only what went wrong");
        assert!(window.shows("gone.project.ron"));
        window.press(NONE, Key::Enter);
        assert!(window.shows("All messages are on the clipboard"));
        let text = window.harness.state().desk().log_text();
        assert!(text.lines().any(|line| line.contains("\twrong\t") && line.contains("gone")));
    }
}

#[test]
fn the_caret_stays_where_it_was_under_a_dialog() {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We signed.");
    for _ in 0..7 {
        window.press(NONE, Key::ArrowLeft);
    }
    for (modifiers, key) in [
        (Modifiers::ALT | Modifiers::SHIFT, Key::C),
        (CTRL, Key::G),
        (CTRL_SHIFT, Key::R),
        (CTRL_SHIFT, Key::P),
        (CTRL_SHIFT, Key::Y),
        (NONE, Key::F12),
        (NONE, Key::F1),
        (CTRL, Key::M),
    ] {
        window.press(modifiers, key);
        window.press(NONE, Key::Escape);
    }
    window.harness.event(Event::Text("have ".to_owned()));
    window.settle();
    assert_eq!(window.target(0), "We have signed.");
    // What is chosen goes in there too.
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::C);
    window.harness.get_by_label("Find a character").type_text("ellipsis");
    window.settle();
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "We have …signed.");
    window.harness.event(Event::Text("!".to_owned()));
    window.settle();
    assert_eq!(window.target(0), "We have …!signed.");
}

#[test]
fn the_lists_have_room_in_the_least_window() {
    let mut window = translated(Theme::Light);
    window.harness.set_size(SMALL);
    window.settle();
    window.press(CTRL_SHIFT, Key::Y);
    shoot(&mut window.harness, "steps-small");
    window.press(NONE, Key::Escape);
    window.press(NONE, Key::F12);
    shoot(&mut window.harness, "log-small");
}
