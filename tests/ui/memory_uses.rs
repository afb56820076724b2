//! How memories are used is said in the window: order, penalty, asked or not, read only, and
//! which one takes what is confirmed. The figure on show, the order and the working agree.

use std::path::{Path, PathBuf};

use diptych::formats::memory_ron;
use diptych::model::{MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitStatus};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

const SENTENCE: &str = "La mission rentre demain.";

/// Writes a memory of one unit whose target is `target`.
fn write(folder: &Path, name: &str, target: &str) -> PathBuf {
    let lang = |tag: &str| tag.parse().expect(tag);
    let mut ids = SeededIds::new(name.bytes().map(u64::from).sum());
    let mut file = MemoryFile::new(name, lang("fr"), lang("en"), &mut ids);
    let unit = Unit::plain(SENTENCE, target, UnitStatus::Published);
    file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
    let path = folder.join(format!("{name}.fr-en.memory.ron"));
    std::fs::write(&path, memory_ron::write(&file)).expect("written");
    path
}

/// A window on a release whose first sentence two memories have, with other targets.
fn window(size: egui::Vec2, theme: Theme) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    let house = write(folder.path(), "house", "The mission returns tomorrow.");
    let press = write(folder.path(), "press", "The mission will be back tomorrow.");
    let mut window = Window::start_in(folder, size, theme);
    for path in [house, press] {
        window.harness.state_mut().desk_mut().open(&path);
        window.settle();
    }
    window.paste(&format!("{SENTENCE}\n\nMerci de votre attention.\n"));
    window.press(CTRL, Key::Enter);
    window
}

/// Opens the dialog with a memory chosen.
fn choose(window: &mut Window, name: &str) {
    window.press(CTRL, Key::M);
    let shelves = window.harness.state().desk().library.shelves();
    let place = shelves.iter().position(|shelf| shelf.memory.header().name == name).expect(name);
    for _ in 0..place {
        window.press(NONE, Key::ArrowDown);
    }
}

fn leave(window: &mut Window) {
    window.press(NONE, Key::Escape);
}

/// Scores and memories of what is offered for the first row.
fn offered(window: &Window) -> Vec<(u8, String)> {
    let offers = window.session().offers_of(0).unwrap_or_default();
    offers.iter().map(|offer| (offer.found.score, offer.found.memory_name.clone())).collect()
}

fn both(first: (u8, &str), second: (u8, &str)) -> Vec<(u8, String)> {
    [first, second].map(|(score, name)| (score, name.to_owned())).to_vec()
}

#[test]
fn of_equal_matches_the_upper_memory_comes_first() {
    let mut window = window(FULL, Theme::Light);
    assert_eq!(offered(&window), both((100, "house"), (100, "press")));
    choose(&mut window, "press");
    window.press(ALT, Key::ArrowUp);
    leave(&mut window);
    assert_eq!(offered(&window), both((100, "press"), (100, "house")));
    assert!(window.shows("Match 1, 100 %, The mission will be back tomorrow., from press"));
    // The order is kept for the next time, and undone by the button.
    let mut again = Window::start_in(window.abandon(), FULL, Theme::Light);
    choose(&mut again, "press");
    again.click("Move down");
    leave(&mut again);
    again.paste(&format!("{SENTENCE}\n"));
    again.press(CTRL, Key::Enter);
    assert_eq!(offered(&again), both((100, "house"), (100, "press")));
}

#[test]
fn a_penalty_lowers_the_figure_on_show_and_is_a_cost_of_its_own() {
    let mut window = window(FULL, Theme::Dark);
    choose(&mut window, "house");
    window.type_into("Per cent off", "7");
    shoot(&mut window.harness, "memories-dark");
    leave(&mut window);
    assert_eq!(offered(&window), both((100, "press"), (93, "house")));
    assert!(window.shows("Match 2, 93 %, The mission returns tomorrow., from house"));
    window.press(CTRL, Key::F1);
    window.press(NONE, Key::ArrowDown);
    assert!(window.shows("Why 93 %: match 2"));
    assert!(window.shows("words and marks are the same: 100 %"));
    assert!(window.shows("\u{2212}7: the penalty of this memory"));
    leave(&mut window);
    let mut again = Window::start_in(window.abandon(), FULL, Theme::Light);
    choose(&mut again, "house");
    assert!(again.shows("house: fr to en, 1 unit, \u{2212}7 %"), "it is kept");
    for wrong in ["9", "x"] {
        // 79, then 79x: neither is a penalty, and what was stays.
        again.type_into("Per cent off", wrong);
        assert!(again.shows("type a number from 0 to 50"));
    }
    leave(&mut again);
    again.press(CTRL, Key::M);
    assert!(again.shows("house: fr to en, 1 unit, \u{2212}7 %"));
}

#[test]
fn a_memory_that_is_not_asked_offers_nothing() {
    let mut window = window(FULL, Theme::Light);
    choose(&mut window, "house");
    window.press(ALT, Key::Num1);
    leave(&mut window);
    assert_eq!(offered(&window), [(100, "press".to_owned())]);
    choose(&mut window, "house");
    window.click("Asked");
    leave(&mut window);
    assert_eq!(offered(&window).len(), 2);
}

#[test]
fn a_memory_that_is_read_only_never_changes() {
    let mut window = window(FULL, Theme::Light);
    let path = window.path("house.fr-en.memory.ron");
    // What is confirmed goes to it, until it is read only.
    choose(&mut window, "house");
    window.press(ALT, Key::Num3);
    assert!(window.shows("house: fr to en, 1 unit, takes confirmed rows"));
    leave(&mut window);
    let confirm = |window: &mut Window, row: usize, text: &str| {
        window.click(&format!("Row {} target", row + 1));
        window.press(CTRL, Key::A);
        window.type_into(&format!("Row {} target", row + 1), text);
        window.press(CTRL, Key::Enter);
    };
    confirm(&mut window, 1, "Thank you for your attention.");
    let text = std::fs::read_to_string(&path).expect("there");
    assert!(text.contains("Thank you for your attention."), "{text}");
    choose(&mut window, "house");
    window.press(ALT, Key::Num2);
    assert!(window.shows("house: fr to en, 2 units, read only"));
    assert!(window.shows("do not go here: you have set it so"));
    leave(&mut window);
    let before = std::fs::read(&path).expect("there");
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Y);
    confirm(&mut window, 1, "Thanks for listening.");
    window.command("Add accepted rows to memory");
    assert!(!window.shows("house: 2 units, shared file"), "it is not offered");
    assert!(window.shows("working memory: "), "another one is");
    leave(&mut window);
    assert_eq!(std::fs::read(&path).expect("there"), before, "not a byte");
    let working = window.path("home/memories/working.fr-en.memory.ron");
    let text = std::fs::read_to_string(working).expect("what was confirmed is somewhere");
    assert!(text.contains("Thanks for listening."), "{text}");
    assert_eq!(std::fs::read(&path).expect("there"), before);
}

#[test]
fn a_memory_is_closed_and_its_file_stays() {
    let mut window = window(SMALL, Theme::Light);
    choose(&mut window, "house");
    shoot(&mut window.harness, "memories-small-light");
    window.press(CTRL, Key::Delete);
    assert!(window.shows("Memory \"house\" is closed; its file stays"));
    leave(&mut window);
    assert_eq!(offered(&window), [(100, "press".to_owned())]);
    assert!(window.path("house.fr-en.memory.ron").exists());
    let again = Window::start_in(window.abandon(), FULL, Theme::Light);
    let shelves = again.harness.state().desk().library.shelves();
    assert!(shelves.iter().all(|shelf| shelf.memory.header().name != "house"));
}

#[test]
fn memories_stand_in_the_same_order_at_the_next_start() {
    let names = |window: &Window| -> Vec<String> {
        let shelves = window.harness.state().desk().library.shelves();
        shelves.iter().map(|shelf| shelf.memory.header().name.clone()).collect()
    };
    let mut first = window(FULL, Theme::Light);
    let before = names(&first);
    first.harness.state_mut().desk_mut().close();
    let second = Window::start_in(first.abandon(), FULL, Theme::Light);
    assert_eq!(names(&second), before);
}
