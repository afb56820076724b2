//! The concordance and the precedent by keys: what is selected is looked for in the
//! memories, hits are walked through, put in, taken back, written to a table, and followed
//! to the release they come from.

use diptych::model::{Context, MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitStatus, View};
use diptych::store::{self, Disk};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// An earlier release, sentence by sentence.
pub const RELEASE: [(&str, &str); 5] = [
    ("La ministre a ouvert la séance.", "The Minister opened the meeting."),
    (
        "Les deux pays ont signé un accord de pêche.",
        "The two countries signed a fisheries agreement.",
    ),
    (
        "L’accord de pêche entre en vigueur demain.",
        "The fisheries agreement enters into force tomorrow.",
    ),
    (
        "Une commission mixte en suivra l’application.",
        "A joint committee will monitor its application.",
    ),
    ("Le texte est public.", "The text is public."),
];

/// A window on a release to be translated, with a memory of the earlier one.
pub fn translating(window: &mut Window) {
    let mut ids = SeededIds::new(40);
    let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let mut file = MemoryFile::new("statements", fr, en, &mut ids);
    for (place, (source, target)) in RELEASE.iter().enumerate() {
        let near = |at: Option<usize>| at.and_then(|at| RELEASE.get(at)).map(|row| row.0);
        let mut unit = Unit::plain(source, target, UnitStatus::Published);
        "0417".clone_into(&mut unit.release);
        "Ines".clone_into(&mut unit.author);
        "Tomas".clone_into(&mut unit.approver);
        unit.date = Some("2026-02-03".parse().expect("a date"));
        unit.context = Context::between(near(place.checked_sub(1)), near(Some(place + 1)));
        file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
    }
    let path = window.path("statements.fr-en.memory.ron");
    store::memory::save(&Disk, &path, &file).expect("written");
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    assert_eq!(window.view(), View::Translate);
}

pub fn saved(theme: Theme) -> Window {
    let mut window = Window::saved(theme);
    translating(&mut window);
    window.click("Row 1 target");
    window
}

/// Looks for a text in a box, instead of what stands there.
fn look(window: &mut Window, field: &str, text: &str) {
    window.click(field);
    window.press(CTRL, Key::A);
    window.type_into(field, text);
}

/// How many hits the concordance has.
fn hits(window: &Window) -> usize {
    window.harness.state().desk().searched().findings.count
}

/// Selects the last word typed and asks for it.
fn ask_for(window: &mut Window, word: &str) {
    window.type_into("Row 1 target", word);
    window.press(CTRL_SHIFT, Key::ArrowLeft);
    window.press(CTRL, Key::K);
}

#[test]
fn what_is_selected_is_looked_for_and_put_in() {
    let mut window = saved(Theme::Light);
    ask_for(&mut window, "fisheries");
    assert!(window.shows("Concordance") && window.shows("2 hits"));
    assert!(window.shows("Hit 1: L’accord"), "the best hit is first");
    shoot(&mut window.harness, "concordance-light");
    // Both boxes filled: both must hold.
    look(&mut window, "Find in source", "demain");
    assert_eq!(hits(&window), 1);
    window.press(NONE, Key::Enter);
    assert!(!window.shows("Find in source"));
    assert_eq!(window.target(0), "fisheries", "what is marked took the place of the selection");
}

#[test]
fn the_marked_hit_is_put_in_and_taken_back() {
    let mut window = saved(Theme::Light);
    window.press(CTRL, Key::K);
    window.type_into("Find in source", "accord peche");
    assert_eq!(hits(&window), 2, "accents make no difference");
    let before = window.bytes();
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::ArrowUp);
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), RELEASE[1].1, "the second hit, the one stored before");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "");
    assert_eq!(window.bytes(), before);
}

#[test]
fn the_modes_change_what_is_found() {
    let mut window = saved(Theme::Dark);
    window.press(CTRL, Key::K);
    window.type_into("Find in source", "peche signe");
    assert_eq!(hits(&window), 1);
    window.click("Phrase");
    assert_eq!(hits(&window), 0);
    assert!(window.shows("No hit"));
    window.click("Regex");
    assert_eq!(hits(&window), 0);
    look(&mut window, "Find in source", "(p");
    assert!(window.shows("not a regular expression: unclosed group"));
    window.type_into("Find in source", "[eê]che)");
    assert_eq!(hits(&window), 2);
    window.click("Words");
    look(&mut window, "Find in source", "pech");
    assert_eq!(hits(&window), 2, "a part of a word is enough");
    window.click("Whole words");
    assert_eq!(hits(&window), 0);
    shoot(&mut window.harness, "concordance-none-dark");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Find in source"));
    window.type_into("Row 1 target", "x");
    assert_eq!(window.target(0), "x", "the cell has the focus again");
}

#[test]
fn hits_are_written_to_a_table() {
    let mut window = saved(Theme::Light);
    window.press(CTRL, Key::K);
    window.type_into("Find in source", "peche");
    window.click("Export hits…");
    window.press(CTRL, Key::A);
    let path = window.path("hits.csv");
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    let table = std::fs::read_to_string(&path).expect("written");
    assert_eq!(table.lines().count(), 3, "a head and two hits");
    assert!(table.contains("\"0417\",\"2026-02-03\",\"Ines\",\"Tomas\",\"Published\""), "{table}");
}

#[test]
fn a_key_shows_the_release_a_hit_comes_from() {
    let mut window = saved(Theme::Dark);
    window.press(CTRL, Key::K);
    window.type_into("Find in source", "peche vigueur");
    window.press(CTRL, Key::Enter);
    assert!(window.shows("Earlier release") && window.shows("approved by Tomas"));
    for (source, target) in RELEASE {
        assert!(window.shows(source) && window.shows(target), "{source}");
    }
    shoot(&mut window.harness, "precedent-dark");
    window.press(NONE, Key::Escape);
    assert!(window.shows("1 hit"), "back to the hits");
}

#[test]
fn a_key_shows_the_release_of_the_match_and_opens_it() {
    let mut window = Window::start(FULL, Theme::Light);
    let all: Vec<&str> = RELEASE.iter().map(|row| row.0).collect();
    window.paste(&all.join("\n\n"));
    window.press(CTRL, Key::Enter);
    let session = window.harness.state_mut().desk_mut().session.as_mut().expect("a release");
    assert_eq!(session.view(), View::Translate);
    translating(&mut window);
    window.click("Row 3 target");
    window.press(CTRL_SHIFT, Key::K);
    assert!(window.shows("Earlier release") && window.shows("0417"));
    assert!(window.shows(RELEASE[3].1), "the next sentence");
    shoot(&mut window.harness, "precedent-light");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Earlier release"));
}

#[test]
fn a_small_window_has_room_for_it() {
    let mut window = Window::start(SMALL, Theme::Dark);
    window.paste("Nous avons signé un accord.\n");
    window.press(CTRL, Key::Enter);
    translating(&mut window);
    window.press(CTRL, Key::K);
    window.type_into("Find in source", "la");
    assert!(hits(&window) > 1);
    shoot(&mut window.harness, "concordance-small-dark");
}
