//! Commands that are many of a kind, each by its own key and taken back.

use diptych::model::State;
use diptych::workbench::Command;
use diptych::workbench::command::{Key as Named, Shortcut};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers =
    Modifiers { alt: true, shift: true, ctrl: false, command: false, mac_cmd: false };
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// A key as it is pressed.
pub fn pressed(shortcut: Shortcut) -> (Modifiers, Key) {
    let Shortcut { ctrl, shift, alt, key } = shortcut;
    let modifiers = Modifiers { alt, ctrl, shift, mac_cmd: false, command: ctrl };
    let name = match key {
        Named::Letter(letter) => letter.to_string(),
        Named::Digit(digit) => digit.to_string(),
        Named::Function(number) => format!("F{number}"),
        other => format!("{other:?}"),
    };
    (modifiers, Key::from_name(&name).expect("a key"))
}

const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// Nine renderings of one sentence.
const RENDERINGS: [&str; 9] = [
    "We have signed an agreement.",
    "We signed an agreement.",
    "An agreement has been signed.",
    "An agreement was signed.",
    "We have concluded an agreement.",
    "We concluded an agreement.",
    "We have reached an agreement.",
    "We have signed an accord.",
    "We signed an accord.",
];

fn with_nine_matches() -> Window {
    let mut window = Window::saved(Theme::Light);
    let pairs = RENDERINGS.map(|target| ("Nous avons signé un accord.", target));
    window.memory(&pairs);
    window.click("Row 1 target");
    window.press(ALT, Key::Delete);
    window
}

#[test]
fn each_match_is_taken_and_put_in_by_its_digit() {
    let mut window = with_nine_matches();
    let before = window.bytes();
    let offers = window.session().offers_of(0).expect("matches");
    let targets: Vec<String> = offers.iter().map(|offer| offer.target().to_owned()).collect();
    assert_eq!(targets.len(), DIGITS.len());
    for (digit, target) in DIGITS.into_iter().zip(&targets) {
        for modifiers in [CTRL, CTRL_SHIFT] {
            window.press(modifiers, digit);
            assert_eq!(window.target(0), *target, "{modifiers:?} {digit:?}");
            window.press(CTRL, Key::Z);
            assert_eq!(window.bytes(), before, "{modifiers:?} {digit:?}");
        }
    }
    // At the caret: what stands there stays.
    window.type_into("Target of row 1", "Today: ");
    window.press(CTRL_SHIFT, Key::Num8);
    let eighth = targets.get(7).map(String::as_str).unwrap_or_default();
    assert_eq!(window.target(0), format!("Today: {eighth}"));
}

#[test]
fn spaces_and_marks_are_shown_and_hidden_by_key() {
    let mut window = Window::saved(Theme::Light);
    window.press(ALT, Key::Num6);
    assert!(diptych::ui::text::shows_marks(&window.harness.ctx));
    window.press(ALT, Key::Num6);
    assert!(!diptych::ui::text::shows_marks(&window.harness.ctx));
}

/// A release of two rows, the first of them translated.
fn begun() -> Window {
    let mut window = Window::saved(Theme::Light);
    window.click("Row 1 target");
    window.press(ALT, Key::Delete);
    window.type_into("Target of row 1", "We have signed an agreement.");
    window
}

#[test]
fn marks_and_spaces_are_put_in_by_key_and_taken_back() {
    let mut window = begun();
    for (modifiers, key, character) in [
        (CTRL_SHIFT, Key::Space, '\u{a0}'),
        (ALT_SHIFT, Key::L, '\u{200e}'),
        (ALT_SHIFT, Key::R, '\u{200f}'),
        (ALT_SHIFT, Key::A, '\u{61c}'),
    ] {
        window.press(CTRL, Key::End);
        let before = window.target(0);
        window.press(modifiers, key);
        assert_eq!(window.target(0), format!("{before}{character}"), "{key:?}");
    }
    for _ in 0..4 {
        window.press(CTRL, Key::Z);
    }
    assert!(window.target(0).is_ascii());
}

/// A command of the palette by its name in files.
fn run(window: &mut Window, id: &str) {
    let command = Command::of_id(id).expect("a command");
    window.command(command.name());
}

#[test]
fn the_state_of_a_row_is_changed_by_key_and_undone_to_the_byte() {
    let mut window = begun();
    window.press(CTRL, Key::Enter);
    window.click("Row 1 target");
    assert_eq!(window.state(0), Some(State::Translated));
    let confirmed = window.bytes();
    window.press(CTRL_SHIFT, Key::E);
    assert_eq!(window.state(0), Some(State::Draft));
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), confirmed);

    window.click("Row 2 target");
    window.press(ALT, Key::Delete);
    let open = window.bytes();
    run(&mut window, "leave-out");
    assert_ne!(window.bytes(), open);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), open);
}

#[test]
fn who_says_a_name_is_named_from_then_on() {
    let mut window = begun();
    window.command("your name");
    window.press(CTRL, Key::A);
    window.type_into("What you are called", "Irina Vasko");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().desk().settings.author, "Irina Vasko");
    window.press(CTRL, Key::Enter);
    let row = window.session().beads().iter().find(|bead| bead.unit.is_some());
    assert_eq!(row.map(|row| row.author.as_str()), Some("Irina Vasko"));
}

#[test]
fn the_target_is_exported_and_the_release_saved_elsewhere_by_key() {
    let mut window = begun();
    window.press(CTRL, Key::Enter);
    let (text, copy) = (window.path("accord.en.txt"), window.path("copy.project.ron"));
    for (modifiers, key, path) in [(CTRL, Key::E, &text), (Modifiers::SHIFT, Key::F12, &copy)] {
        window.press(modifiers, key);
        if window.shows("Ready to go out?") {
            // As a draft.
            window.press(CTRL, Key::Enter);
        }
        window.press(CTRL, Key::A);
        window.type_into("Path", &path.display().to_string());
        window.press(Modifiers::NONE, Key::Enter);
        assert!(path.exists(), "{}", path.display());
    }
    let text = std::fs::read_to_string(text).expect("the target");
    assert!(text.contains("We have signed an agreement."), "{text}");
    assert_eq!(window.session().path(), Some(copy.as_path()), "one goes on in the copy");
}

#[test]
fn the_reference_is_chosen_by_key() {
    let mut window = begun();
    let reference = window.path("accord.ru.txt");
    std::fs::write(&reference, "Мы подписали соглашение.\n\nОно вступит в силу завтра.\n")
        .expect("a text");
    window.press(ALT_SHIFT, Key::Num3);
    assert!(window.shows("A text in another language"));
    window.press(Modifiers::NONE, Key::Enter);
    window.press(CTRL, Key::A);
    window.type_into("Path", &reference.display().to_string());
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Мы подписали соглашение."));
}

#[test]
fn links_are_accepted_from_a_confidence_that_is_typed() {
    let mut window = Window::sample(FULL, Theme::Light);
    let before = window.bytes();
    let sure = |window: &Window| window.session().counts().accepted;
    let had = sure(&window);
    run(&mut window, "accept-from");
    window.type_into("Least confidence", "0.9");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(sure(&window) > had);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn a_filter_is_cleared_from_the_palette() {
    let mut window = begun();
    window.press(CTRL_SHIFT, Key::F);
    window.type_into("Filter rows", "demain");
    assert!(!window.session().is_shown(0) && window.session().is_shown(1));
    run(&mut window, "clear-filter");
    assert!(window.session().is_shown(0) && !window.shows("of 2 rows"));
}
