//! Commands that are many of a kind, each by its own key and taken back.

use diptych::workbench::command::{Key as Named, Shortcut};
use egui::{Key, Modifiers, Theme};

use crate::desk::Window;

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
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
    (modifiers, Key::from_name(&name).unwrap_or_else(|| panic!("no key {name}")))
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
