//! Sending to a shared memory and correcting everywhere, by keys and names, with undo.

use std::path::{Path, PathBuf};

use diptych::formats::{memory_ron, project_ron};
use diptych::model::{
    Lang, MemoryFile, MemoryId, ReleaseStatus, Revision, SeededIds, Timestamp, Unit, UnitStatus,
};
use diptych::store::{Disk, project};
use diptych::workbench::Command;
use diptych::workbench::desk::{NewTexts, Over};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

/// A shared memory of these languages, open in the window.
fn share(
    window: &mut Window,
    name: &str,
    languages: (&str, &str),
    units: &[(&str, &str)],
) -> PathBuf {
    let mut ids = SeededIds::new(name.bytes().map(|byte| u64::from(byte) + 1000).sum());
    let mut file = MemoryFile::new(name, lang(languages.0), lang(languages.1), &mut ids);
    let revision = |(source, target): &(&str, &str)| {
        let unit = Unit::plain(source, target, UnitStatus::Published);
        Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids)
    };
    file.revisions = units.iter().map(revision).collect();
    let path = window.path(&format!("{name}.memory.ron"));
    std::fs::write(&path, memory_ron::write(&file)).expect("written");
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    path
}

/// A release whose rows are confirmed, saved in a folder `releases`.
fn release(window: &mut Window, name: &str, text: &str, targets: &[&str]) -> PathBuf {
    let source = (text.to_owned(), String::new(), Some(lang("fr")));
    let texts = NewTexts { source, target: None, target_lang: Some(lang("en")) };
    window.harness.state_mut().desk_mut().make(texts);
    window.settle();
    for (row, target) in targets.iter().enumerate() {
        let desk = window.harness.state_mut().desk_mut();
        desk.enter(row);
        desk.type_target(target);
        desk.run(Command::Confirm);
    }
    let folder = window.path("releases");
    std::fs::create_dir_all(&folder).expect("made");
    let path = folder.join(format!("{name}.project.ron"));
    window.harness.state_mut().desk_mut().save_to(&path, Over::Always);
    window.settle();
    path
}

/// What the memory in a file says now, each unit's target.
fn targets(path: &Path) -> Vec<String> {
    let opened = diptych::store::memory::open(&Disk, path).expect("it opens");
    let memory = diptych::memory::Memory::new(opened.value);
    let mut all: Vec<_> = memory.units().map(|unit| unit.unit.target.to_owned()).collect();
    all.sort();
    all
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it is there")
}

fn shoot_both(name: &str, go: impl Fn(&mut Window)) {
    for (theme, theme_name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, size_name) in [(FULL, "full"), (SMALL, "small")] {
            let mut window = Window::start(size, theme);
            go(&mut window);
            shoot(&mut window.harness, &format!("{name}-{theme_name}-{size_name}"));
        }
    }
}

fn working(window: &Window) -> PathBuf {
    window.path("home/memories/working.fr-en.memory.ron")
}

/// Two rows confirmed, a shared memory that has another target for one of them.
fn to_send(window: &mut Window) -> PathBuf {
    let shared = share(window, "house", ("fr", "en"), &[("Il neige.", "Snow falls.")]);
    release(window, "a", "Il pleut.\n\nIl neige.\n", &["It rains.", "It snows."]);
    window.command("send to shared");
    shared
}

#[test]
fn units_are_told_sent_and_taken_back() {
    let mut window = Window::start(FULL, Theme::Light);
    let shared = to_send(&mut window);
    let before = window.bytes();
    assert!(window.shows("1 unit can go: 1 new."));
    assert!(window.shows("1 unit waits: 1 with another target there."));
    window.press(ALT, Key::Num1);
    assert!(window.shows("Send 2 units"));
    window.press(ALT, Key::Num1);
    window.press(NONE, Key::Enter);
    assert!(window.shows("1 unit sent to “house”"));
    assert_eq!(targets(&shared), ["It rains.", "Snow falls."]);
    assert_eq!(targets(&working(&window)), ["It snows."]);
    assert_eq!(window.bytes(), before, "no row is changed");
    window.press(CTRL, Key::Z);
    assert_eq!(targets(&shared), ["Snow falls."]);
    assert_eq!(targets(&working(&window)), ["It rains.", "It snows."]);
    assert_eq!(window.bytes(), before);
    window.press(CTRL, Key::Y);
    assert_eq!(targets(&shared), ["It rains.", "Snow falls."]);
    // The row that was sent is followed when it is confirmed anew.
    let desk = window.harness.state_mut().desk_mut();
    desk.enter(0);
    desk.type_target("It is raining.");
    desk.run(Command::Confirm);
    window.settle();
    assert_eq!(targets(&shared), ["It is raining.", "Snow falls."]);
    assert_eq!(targets(&working(&window)), ["It snows."]);
}

#[test]
fn what_a_release_keeps_private_waits() {
    let mut window = Window::start(FULL, Theme::Light);
    share(&mut window, "house", ("fr", "en"), &[]);
    release(&mut window, "a", "Il pleut.\n", &["It rains."]);
    window.command("keep what is confirmed");
    window.command("send to shared");
    assert!(window.shows("Nothing can go now."));
    assert!(window.shows("1 unit waits: 1 kept private by the release."));
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::Escape);
    assert_eq!(targets(&working(&window)), ["It rains."]);
}

#[test]
fn sending_looks_as_it_should() {
    shoot_both("send", |window| drop(to_send(window)));
}

/// Types what is wrong and what is right, in the place of what stands there, and looks.
fn look_for(window: &mut Window, wrong: &str, right: &str) {
    for (name, text) in [("Wrong form", wrong), ("Right form", right)] {
        window.harness.get_by_label(name).focus();
        window.settle();
        window.press(CTRL, Key::A);
        window.type_into(name, text);
    }
    window.press(NONE, Key::Enter);
}

/// Three releases with a wrong name, one of them published, and two memories.
fn to_correct(window: &mut Window) -> [PathBuf; 5] {
    let there =
        share(window, "house", ("fr", "en"), &[("M. Valdor arrive.", "Mr Valdhor arrives.")]);
    let back = share(window, "back", ("en", "de"), &[("VALDHOR IS HERE", "Valdor ist da")]);
    let closed = release(window, "b", "M. Valdor part.\n", &["Mr Valdhor leaves."]);
    let out = release(window, "c", "M. Valdor dort.\n", &["Mr Valdhor sleeps."]);
    let mut published = project::open(&Disk, &out).expect("it opens").value;
    published.release.status = ReleaseStatus::Published;
    std::fs::write(&out, project_ron::write(&published)).expect("written");
    let open = release(
        window,
        "a",
        "M. Valdor parle.\n\nIl part.\n",
        &["Mr Valdhor speaks.", "He leaves."],
    );
    let folder = window.path("releases");
    window.harness.state_mut().desk_mut().open(&folder);
    window.settle();
    window.command("correct everywhere");
    look_for(window, "Valdhor", "Valdor");
    [there, back, closed, out, open]
}

#[test]
fn a_wrong_name_is_corrected_everywhere_and_taken_back_to_the_byte() {
    let mut window = Window::start(FULL, Theme::Light);
    let [there, back, closed, out, _] = to_correct(&mut window);
    let before = (window.bytes(), read(&closed), read(&out));
    assert!(window.shows("Chosen: 5 units in 3 memories, 2 rows in 2 releases"));
    assert!(window.shows("Published, never altered: 1 row in 1 release"));
    window.press(CTRL, Key::Enter);
    assert!(window.shows("“Valdhor” is “Valdor” now in 5 units and 2 rows"));
    assert_eq!(targets(&there), ["Mr Valdor arrives."]);
    assert!(read(&back).contains("VALDOR IS HERE"), "the other direction, in capitals");
    assert_eq!(window.target(0), "Mr Valdor speaks.");
    assert!(read(&closed).contains("Mr Valdor leaves."));
    assert_eq!(read(&out), before.2, "what is published is not altered");
    assert!(targets(&working(&window)).iter().all(|target| !target.contains("Valdhor")));
    let desk = window.harness.state_mut().desk_mut();
    let forbidden = desk.forbidden();
    assert_eq!(forbidden.first().map(|one| one.wrong.as_str()), Some("Valdhor"));
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), read(&closed), read(&out)), before);
    assert_eq!(targets(&there), ["Mr Valdhor arrives."]);
    assert!(targets(&working(&window)).iter().any(|target| target.contains("Valdhor")));
    window.press(CTRL, Key::Y);
    assert_eq!(window.target(0), "Mr Valdor speaks.");
    assert!(read(&closed).contains("Mr Valdor leaves."));
}

#[test]
fn a_text_that_is_left_stays_and_a_locked_row_is_told() {
    let mut window = Window::start(FULL, Theme::Light);
    let [there, ..] = to_correct(&mut window);
    window.press(NONE, Key::Escape);
    let desk = window.harness.state_mut().desk_mut();
    desk.enter(0);
    desk.run(Command::ToggleLock);
    window.command("correct everywhere");
    look_for(&mut window, "Valdhor", "Valdor");
    assert!(window.shows("Locked, left as they are: 1 row"));
    window.click("Choose none");
    assert!(window.shows("Correct 0 texts"));
    window.click("1, unit of house");
    window.press(CTRL, Key::Enter);
    assert_eq!(targets(&there), ["Mr Valdor arrives."]);
    assert_eq!(window.target(0), "Mr Valdhor speaks.");
}

#[test]
fn correcting_looks_as_it_should() {
    shoot_both("correct", |window| drop(to_correct(window)));
}

#[test]
fn the_order_of_memories_is_taken_back_and_a_memory_is_made() {
    let mut window = Window::start(FULL, Theme::Light);
    share(&mut window, "house", ("fr", "en"), &[]);
    share(&mut window, "other", ("fr", "en"), &[]);
    let order = |window: &Window| -> Vec<MemoryId> {
        let shelves = window.harness.state().desk().library.shelves().iter();
        shelves.map(|shelf| shelf.memory.header().id).collect()
    };
    let before = order(&window);
    window.press(CTRL, Key::M);
    window.press(ALT, Key::ArrowDown);
    assert_ne!(order(&window), before);
    window.press(CTRL, Key::Z);
    assert_eq!(order(&window), before);
    window.press(CTRL, Key::N);
    let path = window.path("made.memory.ron");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(path.exists() && order(&window).len() == before.len() + 1);
    assert!(window.shows("Memories"), "the dialog comes back");
    shoot(&mut window.harness, "memories-made");
}
