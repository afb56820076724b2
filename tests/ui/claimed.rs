//! A release that is open elsewhere: told by whom, opened to be read, taken over when nobody
//! is there. Two desks with homes of their own on one folder, by keys and names only.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use diptych::store::presence;
use diptych::workbench::desk::Desk;
use egui::{Event, Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window, desk_in};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// Somebody else's desk, with a home of its own, that has a release open.
fn colleague(folder: &Path, file: &Path) -> Desk {
    let mut desk = desk_in(&folder.join("colleague"));
    "Ines".clone_into(&mut desk.settings.author);
    desk.open(file);
    desk.settle();
    assert!(desk.session.is_some(), "{:?}", desk.claimed());
    desk
}

/// A saved release that nobody has open, and the window that saved it.
fn closed(theme: Theme) -> Window {
    let window = Window::saved(theme);
    Window::start_in(window.close(), FULL, theme)
}

fn open(window: &mut Window) {
    let path = window.path("accord.project.ron");
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
}

/// The time of the tests' clock, so much earlier.
fn before(ago: Duration) -> SystemTime {
    let now: diptych::model::Timestamp = "2026-03-12T17:22:00Z".parse().expect("a time");
    let seconds = u64::try_from(now.as_second()).expect("after 1970");
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds) - ago
}

fn set_time(file: &Path, to: SystemTime) {
    let file = File::options().write(true).open(file).expect("the sign");
    file.set_modified(to).expect("its time");
}

#[test]
fn who_has_it_open_is_told_and_it_is_opened_to_be_read() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = closed(theme);
        let file = window.path("accord.project.ron");
        let mut other = colleague(window.folder.path(), &file);
        open(&mut window);
        assert!(window.shows("Ines has it open on") && window.shows("since 12 March"));
        shoot(&mut window.harness, &format!("claimed-{theme:?}"));
        window.press(NONE, Key::Escape);
        assert!(window.harness.state().desk().session.is_none(), "nothing is opened");
        open(&mut window);
        window.press(NONE, Key::Enter);
        assert!(window.shows("Open to be read"));
        let read = window.bytes();
        window.click("Row 1 target");
        window.harness.event(Event::Text("We".to_owned()));
        window.settle();
        window.press(CTRL, Key::Insert);
        window.press(CTRL, Key::Enter);
        assert_eq!(window.bytes(), read, "nothing can be changed");
        // The other works on, and its file is not touched.
        assert!(presence::path(&file).exists());
        // A copy of one's own can be worked on.
        window.press(CTRL, Key::S);
        window.press(CTRL, Key::A);
        let copy = window.path("copy.project.ron").display().to_string();
        window.type_into("Path", &copy);
        window.press(NONE, Key::Enter);
        window.click("Row 1 target");
        window.type_into("Target of row 1", "We signed.");
        assert_eq!(window.target(0), "We signed.");
        other.close();
        assert!(!presence::path(&file).exists(), "closing takes the sign back");
    }
}

#[test]
fn the_same_name_is_not_saved_over_from_a_window_that_reads() {
    let mut window = closed(Theme::Light);
    let file = window.path("accord.project.ron");
    let mut other = colleague(window.folder.path(), &file);
    open(&mut window);
    window.press(NONE, Key::Enter);
    let before = fs::read(&file).expect("the file");
    window.press(CTRL, Key::S);
    window.press(CTRL, Key::A);
    window.type_into("Path", &file.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(window.shows("choose another name"));
    assert_eq!(fs::read(&file).expect("the file"), before);
    other.close();
}

#[test]
fn a_sign_that_nobody_refreshes_is_taken_over_by_key() {
    let mut window = closed(Theme::Light);
    window.harness.set_size(SMALL);
    let file = window.path("accord.project.ron");
    let sign = presence::path(&file);
    // As another machine has left it.
    let left = "(name:\"Tomas\",machine:\"elsewhere\",process:7,window:0,\
        since:\"2026-03-12T09:00:00Z\")\n";
    fs::write(&sign, left).expect("a sign");
    set_time(&sign, before(Duration::from_mins(1)));
    open(&mut window);
    assert!(window.shows("Tomas has it open on elsewhere"));
    window.click("Take over");
    assert!(window.harness.state().desk().session.is_none(), "not while they are at work");
    window.press(NONE, Key::Escape);
    set_time(&sign, before(Duration::from_mins(3)));
    open(&mut window);
    shoot(&mut window.harness, "claimed-silent");
    assert!(window.shows("more than two minutes"));
    window.click("Take over");
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We signed.");
    assert_eq!(window.target(0), "We signed.");
    let text = fs::read_to_string(&sign).expect("the sign");
    assert!(text.contains("Anna") && !text.contains("Tomas"), "{text}");
}
