//! Spelling while translating, by keys and names only, with a dictionary of a few words.

use std::path::Path;

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers =
    Modifiers { ctrl: false, command: false, shift: true, alt: true, mac_cmd: false };

const TEXT: &str = "Le pont ouvre.\n\nLes ponts de Brévanne ouvrent demain, dit Anna Lemaire.\n";
const AFF: &str = "SET ISO8859-1\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n";
const DIC: &[u8] = b"9\nthe\nbridge/S\nopen/S\ntomorrow\nin\nsay/S\nin\ncaf\xE9/S\nof\n";

fn put_dictionary(folder: &Path) {
    let dictionaries = folder.join("home").join("dictionaries");
    std::fs::create_dir_all(&dictionaries).expect("a folder");
    std::fs::write(dictionaries.join("en.aff"), AFF).expect("rules");
    std::fs::write(dictionaries.join("en.dic"), DIC).expect("words");
}

fn started(folder: tempfile::TempDir, theme: Theme) -> Window {
    let mut window = Window::start_in(folder, FULL, theme);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    window
}

fn made(theme: Theme) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    put_dictionary(folder.path());
    started(folder, theme)
}

fn translate(window: &mut Window, row: usize, text: &str) {
    window.click(&format!("Row {row} target"));
    window.type_into(&format!("Target of row {row}"), text);
}

/// What a screen reader hears of a row's target.
fn spoken(window: &Window, row: usize) -> String {
    let name = format!("Row {row} target");
    let cell = window.harness.get_by_label(&name);
    cell.accesskit_node().description().unwrap_or_default()
}

#[test]
fn unknown_words_are_told_and_gone_to_by_key() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = made(theme);
        translate(&mut window, 1, "The brigde opens, the café ofp.");
        translate(&mut window, 2, "Bridges of Brévanne opne tomorrow, says Anna Lemaire.");
        assert!(spoken(&window, 1).ends_with("spelling: brigde, ofp)"), "{}", spoken(&window, 1));
        assert!(spoken(&window, 2).ends_with("spelling: opne)"), "{}", spoken(&window, 2));
        shoot(&mut window.harness, &format!("spelling-{theme:?}"));

        let start = window.bytes();
        window.press(ALT, Key::F7);
        assert_eq!(window.session().row(), 0, "from the end round to the first row");
        window.press(NONE, Key::F7);
        assert!(window.shows("bridge"));
        window.settle();
        shoot(&mut window.harness, &format!("spelling-suggestions-{theme:?}"));
        window.press(NONE, Key::Enter);
        assert_eq!(window.target(0), "The bridge opens, the café ofp.");
        let after = window.bytes();
        window.press(CTRL, Key::Z);
        assert_eq!(window.bytes(), start, "undone to the byte");
        window.press(CTRL, Key::Y);
        assert_eq!(window.bytes(), after);
    }
}

#[test]
fn next_goes_from_word_to_word_and_says_when_none_is_left() {
    let mut window = made(Theme::Light);
    translate(&mut window, 1, "The brigde opens ofp.");
    translate(&mut window, 2, "Bridges opne.");
    let mut replace = |by: &str| {
        window.press(ALT, Key::F7);
        window.press(NONE, Key::F7);
        window.type_into("Find a suggestion", by);
        window.press(NONE, Key::Enter);
    };
    replace("bridge");
    replace("of");
    replace("open");
    assert_eq!(window.target(0), "The bridge opens of.");
    assert_eq!(window.target(1), "Bridges open.");
    window.press(ALT, Key::F7);
    assert!(window.shows("No word is left that is not known"));
}

#[test]
fn enter_adds_no_word_when_what_is_typed_fits_nothing() {
    let mut window = made(Theme::Light);
    translate(&mut window, 1, "The brigde opens.");
    window.press(ALT, Key::F7);
    window.press(NONE, Key::F7);
    assert!(window.shows("Add"), "the last line makes it one's own");
    window.type_into("Find a suggestion", "brigd");
    assert!(!window.shows("Add"));
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::Escape);
    assert!(spoken(&window, 1).ends_with("spelling: brigde)"), "{}", spoken(&window, 1));
    assert!(!window.path("home").join("words/en.txt").exists());
}

#[test]
fn a_word_of_ones_own_is_known_from_then_on() {
    let mut window = made(Theme::Light);
    translate(&mut window, 1, "The Vello opens the brigde.");
    window.press(ALT, Key::F7);
    window.press(ALT_SHIFT, Key::F7);
    assert!(window.shows("“Vello” is one of your words"));
    assert!(spoken(&window, 1).ends_with("spelling: brigde)"), "{}", spoken(&window, 1));
    let words = std::fs::read_to_string(window.path("home").join("words/en.txt")).expect("words");
    assert_eq!(words, "Vello\n");

    let mut window = started(window.abandon(), Theme::Light);
    translate(&mut window, 1, "The Vello opens the brigde.");
    assert!(spoken(&window, 1).ends_with("spelling: brigde)"), "{}", spoken(&window, 1));
}

#[test]
fn spelling_is_switched_off_and_on_in_the_palette() {
    let mut window = made(Theme::Light);
    translate(&mut window, 1, "The brigde.");
    window.command("spelling check");
    assert!(!spoken(&window, 1).contains("spelling"), "{}", spoken(&window, 1));
    let file = std::fs::read_to_string(window.path("home").join("settings.ron")).expect("settings");
    assert!(file.contains("check_spelling: false"), "{file}");
    window.command("spelling check");
    assert!(spoken(&window, 1).ends_with("spelling: brigde)"), "{}", spoken(&window, 1));
}

#[test]
fn a_missing_dictionary_is_told_and_taken_once_it_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::start_in(folder, SMALL, Theme::Light);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    translate(&mut window, 1, "The brigde.");
    assert!(window.shows("No dictionary (en)"));
    shoot(&mut window.harness, "spelling-missing");
    window.press(NONE, Key::F7);
    window.settle();
    assert!(window.shows("sudo apt-get install hunspell-en-us"));
    put_dictionary(window.folder.path());
    window.press(NONE, Key::F7);
    window.settle();
    assert!(!window.shows("No dictionary (en)"));
    assert!(window.shows("bridge"));
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "The bridge.");
}

#[test]
fn a_dictionary_is_chosen_from_those_found_or_from_a_file_and_given_up() {
    let mut window = made(Theme::Light);
    let folder = window.path("home").join("dictionaries");
    // Another that is found for the language, and one in a folder where nobody looks.
    let elsewhere = window.path("elsewhere");
    std::fs::create_dir_all(&elsewhere).expect("a folder");
    for (folder, name, word) in [(&folder, "en_GB", "colour"), (&elsewhere, "house", "ofp")] {
        std::fs::write(folder.join(name).with_extension("aff"), AFF).expect("rules");
        let words = format!("1\n{word}\n");
        std::fs::write(folder.join(name).with_extension("dic"), words).expect("words");
    }
    translate(&mut window, 1, "The colour ofp.");
    assert!(spoken(&window, 1).ends_with("spelling: colour, ofp)"), "{}", spoken(&window, 1));
    let start = window.bytes();

    window.command("spelling dictionary choose");
    shoot(&mut window.harness, "dictionaries-light");
    window.type_into("Find a dictionary", "GB");
    window.press(NONE, Key::Enter);
    // “the” is in none but the first; it stands in names of the institutions.
    assert!(spoken(&window, 1).ends_with("spelling: ofp)"), "{}", spoken(&window, 1));

    window.command("spelling dictionary choose");
    window.type_into("Find a dictionary", "another file");
    window.press(NONE, Key::Enter);
    window.press(CTRL, Key::A);
    window.type_into("Path", &elsewhere.join("house.aff").display().to_string());
    window.press(NONE, Key::Enter);
    assert!(spoken(&window, 1).ends_with("spelling: colour)"), "{}", spoken(&window, 1));
    assert_eq!(window.bytes(), start, "the release is as it was");

    // Kept for the next start, until it is given up.
    let mut window = started(window.abandon(), Theme::Light);
    translate(&mut window, 1, "The colour ofp.");
    assert!(spoken(&window, 1).ends_with("spelling: colour)"), "{}", spoken(&window, 1));
    window.command("spelling dictionary choose");
    window.type_into("Find a dictionary", "first");
    window.press(NONE, Key::Enter);
    assert!(spoken(&window, 1).ends_with("spelling: colour, ofp)"), "{}", spoken(&window, 1));
}
