//! A release that is open elsewhere: told by whom, opened to be read, taken over when nobody
//! is there. Two desks with homes of their own on one folder, by keys and names only.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use diptych::model::View;
use diptych::store::presence;
use diptych::workbench::Command;
use diptych::workbench::command::{COMMANDS, Scope};
use diptych::workbench::desk::Desk;
use egui::{Event, Key, Modifiers, Theme};

use crate::by_key::pressed;
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

/// Commands that lead out of the release, by key; all others are tried.
const LEADS_AWAY: [Command; 2] = [Command::Quit, Command::ShowStart];

#[test]
fn no_key_changes_a_release_that_is_read_or_a_memory() {
    let mut window = Window::saved(Theme::Light);
    for (row, text) in [(1, "We have signed an agreement."), (2, "It enters into force tomorrow.")]
    {
        window.click(&format!("Row {row} target"));
        window.press(Modifiers::ALT, Key::Delete);
        window.type_into(&format!("Target of row {row}"), text);
        // Accepted, and in no memory yet.
        window.press(Modifiers::ALT | Modifiers::SHIFT, Key::Enter);
    }
    window.press(CTRL, Key::S);
    let mut window = Window::start_in(window.close(), FULL, Theme::Light);
    let mut other = colleague(window.folder.path(), &window.path("accord.project.ron"));
    open(&mut window);
    window.press(NONE, Key::Enter);
    assert!(window.shows("Open to be read"));
    // Which row one looks at is no change.
    let texts = |window: &Window| {
        let bytes = window.bytes();
        let at = bytes.find("source:").unwrap_or_default();
        bytes.get(at..).unwrap_or_default().to_owned()
    };
    let read = texts(&window);
    let memories = memories_in(&window);
    for info in COMMANDS.iter().filter(|info| !LEADS_AWAY.contains(&info.command)) {
        for key in info.keys {
            let is_of_align = info.scope == Scope::View(View::Align);
            window.click(if is_of_align { "Align" } else { "Translate" });
            let (modifiers, key) = pressed(*key);
            window.press(modifiers, key);
            if info.command == Command::AddToMemory {
                assert!(window.shows("this release is open to be read only"));
                assert!(
                    !window.shows("Add accepted rows to a memory"),
                    "nothing is asked that cannot be done"
                );
            }
            for _ in 0..3 {
                window.press(NONE, Key::Escape);
            }
            assert_eq!(texts(&window), read, "{}", info.command.id());
            assert_eq!(memories_in(&window), memories, "{}", info.command.id());
        }
    }
    other.close();
}

/// The bytes of all memories of the home, by their names.
fn memories_in(window: &Window) -> Vec<(String, Vec<u8>)> {
    let folder = window.path("home").join("memories");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap_or_default())
        })
        .collect();
    all.sort();
    all
}
