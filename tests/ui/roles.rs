//! What a block is, said by key: roles, rows that are not content, other encodings.

use diptych::model::Role;
use diptych::store::{Disk, Files};
use diptych::workbench::desk::Slot;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// A page of a house that is known by the form of its numbers. Line 5 is what to teach.
const PAGE: &str = "Allocution de Mme Vidal à l'issue de ses entretiens à Brévanne\n\
    0417-12-03-2026\n\
    Nous avons tenu aujourd'hui des entretiens longs et utiles avec nos partenaires.\n\
    Ils ont porté sur les transports, sur l'énergie et sur la formation des mariniers.\n\
    Lu par 132 abonnés du bulletin de la maison\n\
    Nous nous reverrons en automne, à Harrow, avec la commission mixte des voies navigables.\n";

fn role(window: &Window, row: usize) -> Role {
    window.session().rows().get(row).expect("a row").role
}

fn make(window: &mut Window, text: &str) {
    window.paste(text);
    window.press(CTRL, Key::Enter);
}

fn rules(window: &Window) -> usize {
    window.harness.state().desk().settings.role_rules.len()
}

#[test]
fn a_role_is_changed_by_key_undone_and_remembered_for_the_house() {
    let mut window = Window::start(FULL, Theme::Light);
    make(&mut window, PAGE);
    let row = 4;
    assert_ne!(role(&window, row), Role::Chrome);
    window.click("Row 5 source");
    let start = window.bytes();
    window.press(CTRL_SHIFT, Key::R);
    assert!(window.shows("Find a role"));
    window.type_into("Find a role", "not content");
    window.press(NONE, Key::Enter);
    assert_eq!(role(&window, row), Role::Chrome);
    assert_eq!((window.session().counts().not_content, rules(&window)), (1, 1));
    let changed = window.bytes();
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), rules(&window)), (start, 0), "undo forgets the lesson too");
    window.press(CTRL, Key::Y);
    assert_eq!((window.bytes(), rules(&window)), (changed, 1));

    // The next page of the house, with another figure; a page of another house.
    let next =
        |number: &str| PAGE.replace("0417-12-03-2026", number).replace("132 abonnés", "98 abonnés");
    for (number, expected) in [("0512-02-04-2026", true), ("RC/1412", false)] {
        let mut other = Window::start(FULL, Theme::Light);
        let taught = window.harness.state().desk().settings.role_rules.clone();
        other.harness.state_mut().desk_mut().settings.role_rules = taught;
        make(&mut other, &next(number));
        assert_eq!(role(&other, row) == Role::Chrome, expected, "{number}");
    }
}

#[test]
fn a_lesson_is_kept_in_the_settings_file() {
    let mut window = Window::start(FULL, Theme::Light);
    make(&mut window, PAGE);
    window.click("Row 5 role");
    assert!(window.shows("Find a role"), "the letter in the margin opens the list");
    shoot(&mut window.harness, "roles");
    window.type_into("Find a role", "list");
    window.press(NONE, Key::Enter);
    assert_eq!(role(&window, 4), Role::ListItem);
    let file = std::fs::read_to_string(window.path("home").join("settings.ron")).expect("settings");
    for part in ["lu par 0 abonnés", "list item", "0-0-0-0"] {
        assert!(file.contains(part), "{part} in {file}");
    }
}

#[test]
fn rows_that_are_not_content_come_back_with_one_switch() {
    let mut window = Window::sample(FULL, Theme::Light);
    let (bytes, counts) = (window.bytes(), window.session().counts());
    let exported =
        |window: &Window| window.harness.state().desk().target_text().expect("a translation").text;
    let text = exported(&window);
    assert!(counts.not_content > 0);
    window.press(CTRL_SHIFT, Key::I);
    let all = window.session().counts();
    assert_eq!((all.not_content, all.content()), (0, counts.rows));
    assert!(exported(&window).len() > text.len(), "they are exported");
    window.press(CTRL_SHIFT, Key::I);
    assert_eq!((window.session().counts(), exported(&window)), (counts, text));
    assert_eq!(window.bytes(), bytes, "the switch is no change of the release");
}

#[test]
fn a_file_is_read_again_in_another_encoding_until_it_is_worked_on() {
    const RUSSIAN: &str = "Министерство приветствует соглашение.\nОно вступит в силу летом.\n";
    let bytes = encoded_koi8(RUSSIAN);
    let mut window = Window::start(FULL, Theme::Light);
    let path = window.path("page.ru.txt");
    Disk.write_atomic(&path, &bytes).expect("a file");
    window.harness.state_mut().desk_mut().read_text(&path, Slot::Any);
    window.settle();
    assert!(window.shows("encoding guessed"), "the guess is shown");
    window.press(CTRL, Key::Enter);
    let read_as = |window: &mut Window, name: &str| {
        window.press(CTRL_SHIFT, Key::P);
        window.type_into("Find a command", "read again");
        window.press(NONE, Key::Enter);
        if window.shows("Find an encoding") {
            window.type_into("Find an encoding", name);
            window.press(NONE, Key::Enter);
        }
    };
    read_as(&mut window, "windows-1251");
    assert_ne!(window.session().source().to_text(), RUSSIAN, "the wrong encoding garbles it");
    read_as(&mut window, "koi8-r");
    assert_eq!(window.session().source().to_text(), RUSSIAN);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "The ministry welcomes the agreement.");
    let worked = window.bytes();
    read_as(&mut window, "windows-1251");
    assert!(window.shows("has been worked on"), "it is refused");
    assert_eq!(window.bytes(), worked);
}

#[test]
fn the_guessed_encoding_of_a_new_text_is_shown_and_changed_before_it_is_made() {
    const RUSSIAN: &str = "Министерство приветствует соглашение.\nОно вступит в силу летом.\n";
    let mut window = Window::start(FULL, Theme::Light);
    let path = window.path("page.ru.txt");
    Disk.write_atomic(&path, &encoded_koi8(RUSSIAN)).expect("a file");
    window.harness.state_mut().desk_mut().read_text(&path, Slot::Any);
    window.settle();
    assert!(window.shows("encoding guessed"));
    let choose = |window: &mut Window, name: &str| {
        window.click("Source encoding…");
        window.type_into("Find an encoding", name);
        window.press(NONE, Key::Enter);
        window.settle();
    };
    choose(&mut window, "windows-1251");
    assert!(window.shows("encoding: windows-1251"), "what was chosen is shown");
    choose(&mut window, "KOI8-R");
    assert!(window.shows("encoding: KOI8-R"));
    window.press(CTRL, Key::Enter);
    assert_eq!(window.session().source_text(0), "Министерство приветствует соглашение.");
}

/// Russian text in KOI8-R (RFC 1489): the letters in the order of their Latin likes.
fn encoded_koi8(text: &str) -> Vec<u8> {
    const SMALL: &str = "юабцдефгхийклмнопярстужвьызшэщчъ";
    let byte = |c: char| {
        let lower: char = c.to_lowercase().next().unwrap_or(c);
        let place = SMALL.chars().position(|letter| letter == lower);
        match place.and_then(|place| u8::try_from(place).ok()) {
            Some(place) if c == lower => 0xC0 + place,
            Some(place) => 0xE0 + place,
            None => u8::try_from(u32::from(c)).expect("ASCII"),
        }
    };
    text.chars().map(byte).collect()
}
