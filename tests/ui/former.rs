//! Saving without being asked, and the way back to former states.

use std::fs;

use egui::{Key, Modifiers, Theme};

use crate::desk::{SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

fn on_disk(window: &Window) -> String {
    fs::read_to_string(window.path("accord.project.ron")).expect("the file")
}

/// Lets so many seconds go by on the window's clock.
fn wait(window: &mut Window, seconds: usize) {
    // A frame of the harness takes a quarter of a second.
    window.harness.run_steps(4 * seconds);
    window.settle();
}

#[test]
fn what_is_typed_is_saved_after_three_minutes() {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    wait(&mut window, 60);
    assert!(window.shows("Not saved"));
    assert!(!on_disk(&window).contains("We have signed"));
    wait(&mut window, 125);
    assert!(on_disk(&window).contains("We have signed an agreement."));
    assert!(!window.shows("Not saved"));
}

#[test]
fn a_confirmed_row_is_saved_at_once() {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window.press(CTRL, Key::Enter);
    wait(&mut window, 12);
    assert_eq!(on_disk(&window), {
        let session = window.session();
        diptych::formats::project_ron::write(&session.snapshot())
    });
}

#[test]
fn nothing_is_saved_unasked_when_that_is_switched_off() {
    let mut window = Window::saved(Theme::Light);
    window.command("saving unasked");
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window.press(CTRL, Key::Enter);
    wait(&mut window, 200);
    assert!(!on_disk(&window).contains("We have signed"));
    window.command("saving unasked");
    wait(&mut window, 12);
    assert!(on_disk(&window).contains("We have signed"));
}

#[test]
fn a_file_that_somebody_else_changed_is_told_and_left_alone() {
    let mut window = Window::saved(Theme::Light);
    let theirs = on_disk(&window) + "\n";
    fs::write(window.path("accord.project.ron"), &theirs).expect("their version");
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    wait(&mut window, 185);
    assert_eq!(on_disk(&window), theirs);
    assert!(window.shows("somebody else has changed"), "it is told");
    assert!(!window.shows("Replace their version"), "nobody is interrupted");
    window.press(CTRL, Key::S);
    assert!(window.shows("Replace their version"));
}

#[test]
fn a_former_state_is_looked_at_and_gone_back_to() {
    let mut window = Window::saved(Theme::Light);
    window.command("former states");
    assert!(window.shows("no former state of this release yet"));
    let open = window.session().project().translations.clone();
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window.press(CTRL, Key::S);
    let before = window.bytes();
    window.command("former states");
    assert!(window.shows("Former states of this release"));
    assert!(window.shows("1 row differs"));
    shoot(&mut window.harness, "former-light");
    window.press(NONE, Key::Escape);
    assert_eq!(window.bytes(), before, "looking changes nothing");
    window.command("former states");
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().translations, open);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn a_backup_that_cannot_be_read_is_told_and_not_gone_back_to() {
    let mut window = Window::start(SMALL, Theme::Dark);
    window.folder = {
        let other = Window::saved(Theme::Dark);
        other.abandon()
    };
    let path = window.path("accord.project.ron");
    let mut window = Window::start_in(window.folder, SMALL, Theme::Dark);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    window.click("Row 2 target");
    window.type_into("Target of row 2", "It enters into force tomorrow.");
    window.press(CTRL, Key::S);
    let backups = window.path("home").join("backups");
    let folder = fs::read_dir(backups).expect("there").next().expect("one").expect("read").path();
    let backup = fs::read_dir(folder).expect("there").next().expect("one").expect("read").path();
    fs::write(backup, "no project at all").expect("spoilt");
    let before = window.bytes();
    window.command("former states");
    assert!(window.shows("cannot be read"));
    shoot(&mut window.harness, "former-broken-dark");
    window.press(NONE, Key::Enter);
    assert_eq!(window.bytes(), before);
}
