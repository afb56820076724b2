//! Nobody may lose a sentence: what a crash leaves, a file changed by somebody else.

use std::fs;

use diptych::store::{Disk, Files};
use diptych::workbench::Command;
use diptych::workbench::desk::{Ask, Ran};
use egui::{Event, Key, Modifiers, Theme};

use crate::desk::{FULL, Window, desk_in};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// A window on a saved release of two rows, the first one translated after the save.
fn with_unsaved_work() -> Window {
    let mut window = Window::saved(Theme::Light);
    // However many frames a busy machine needs: what is not saved stays unsaved.
    window.command("Switch saving unasked");
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We have signed an agreement.");
    window
}

/// Dies without closing, and starts again in the same home.
fn die(window: Window) -> Window {
    let folder = window.abandon();
    Window::start_in(folder, FULL, Theme::Light)
}

#[test]
fn what_was_typed_before_a_crash_is_offered_and_taken_up() {
    let before = with_unsaved_work();
    let path = before.path("accord.project.ron");
    let work = before.session().project().translations.clone();
    let on_disk = fs::read(&path).expect("the file");
    let mut window = die(before);
    assert!(window.shows("Look at unsaved work"));
    window.click("Look at unsaved work");
    assert!(window.shows("Take up unsaved work?") && window.shows("1 row differs"));
    shoot(&mut window.harness, "recovery-light");
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "We have signed an agreement.");
    assert_eq!(window.session().project().translations, work);
    assert_eq!(fs::read(&path).expect("the file"), on_disk, "nothing is written by itself");
    // What is typed now goes on in the same journal.
    window.press(CTRL, Key::Enter);
    let work = window.session().project().translations.clone();
    let mut window = die(window);
    window.click("Look at unsaved work");
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().translations, work);
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "We have signed an agreement.", "undo reaches behind the crash");
}

#[test]
fn typing_is_undone_by_the_word_also_behind_a_crash() {
    let mut window = with_unsaved_work();
    for letter in " Now it".chars() {
        window.type_into("Target of row 1", &letter.to_string());
    }
    let mut window = die(window);
    window.click("Look at unsaved work");
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "We have signed an agreement. Now it");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "We have signed an agreement. Now ");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "We have signed an agreement. ");
}

#[test]
fn a_release_that_was_never_saved_comes_back() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Nous avons signé un accord.\n");
    window.press(CTRL, Key::Enter);
    // The first row has the focus.
    window.harness.event(Event::Text("We have signed".to_owned()));
    window.settle();
    assert_eq!(window.target(0), "We have signed");
    let work = window.session().project().translations.clone();
    let mut window = die(window);
    window.click("Look at unsaved work");
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().translations, work);
}

#[test]
fn unsaved_work_can_be_given_up_or_decided_later() {
    let mut window = die(with_unsaved_work());
    window.click("Look at unsaved work");
    window.press(NONE, Key::Escape);
    assert!(window.shows("Look at unsaved work"), "it is offered again");
    window.click("Look at unsaved work");
    window.click("Give it up");
    assert_eq!(window.target(0), "");
    let window = die(window);
    assert!(!window.shows("Look at unsaved work"), "it is gone");
}

#[test]
fn saved_work_leaves_nothing_behind() {
    let mut window = with_unsaved_work();
    window.press(CTRL, Key::S);
    let window = die(window);
    assert!(!window.shows("Look at unsaved work"));
}

#[test]
fn another_window_on_the_same_release_leaves_its_journal_alone() {
    let window = with_unsaved_work();
    let work = window.session().project().translations.clone();
    let mut other = desk_in(window.folder.path());
    other.open(&window.path("accord.project.ron"));
    other.settle();
    assert!(other.recovery().is_none(), "the first window is at work, nothing crashed");
    let claimed = other.claimed().expect("somebody is at work");
    assert_eq!(claimed.seen.by.name, "Anna");
    other.open_to_read();
    assert_eq!(
        other.run(Command::Save),
        Ran::Ask(Ask::SaveAs),
        "what is done there goes into a file of its own"
    );
    other.close();
    drop(other);
    let mut window = die(window);
    window.click("Look at unsaved work");
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().translations, work);
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let mut window = with_unsaved_work();
    let path = window.path("accord.project.ron");
    let theirs = fs::read_to_string(&path).expect("the file") + "\n";
    Disk.write_atomic(&path, theirs.as_bytes()).expect("their version");
    window.press(CTRL, Key::S);
    assert!(window.shows("Somebody else has changed the file"));
    assert_eq!(fs::read_to_string(&path).expect("the file"), theirs);
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::S);
    window.click("Replace their version");
    assert!(fs::read_to_string(&path).expect("the file").contains("We have signed"));
    let kept = window.path("home").join("backups");
    let backup =
        walk(&kept).into_iter().any(|file| fs::read_to_string(file).ok() == Some(theirs.clone()));
    assert!(backup, "a backup keeps their version");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
