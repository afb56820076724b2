//! Shortcuts as people write them: `Ctrl+Shift+N`, read and written; and which keys no
//! command may have.
//!
//! Left out: sequences of keys, and keys that only some keyboards have.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::model::View;
use crate::texts::t;
use crate::workbench::command::{Key, Scope, Shortcut};

/// What is held down, as it is written before the key, in the order of writing.
const HELD: [&str; 3] = ["Ctrl+", "Alt+", "Shift+"];

/// The names of keys that are neither letters, digits nor function keys.
const NAMES: &[(Key, &str)] = &[
    (Key::Enter, "Enter"),
    (Key::Insert, "Insert"),
    (Key::Delete, "Delete"),
    (Key::Space, "Space"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PageUp"),
    (Key::PageDown, "PageDown"),
    (Key::Plus, "+"),
    (Key::Minus, "-"),
    (Key::Comma, ","),
    (Key::Period, "."),
];

/// The highest function key that keyboards and egui have in common.
const LAST_FUNCTION: u8 = 12;

/// A text that is no shortcut.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", t!("keymap-not-a-key", text = .0))]
pub struct NoShortcut(pub String);

impl Display for Shortcut {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for (held, name) in [self.ctrl, self.alt, self.shift].into_iter().zip(HELD) {
            if held {
                f.write_str(name)?;
            }
        }
        match self.key {
            Key::Letter(letter) => write!(f, "{letter}"),
            Key::Digit(digit) => write!(f, "{digit}"),
            Key::Function(number) => write!(f, "F{number}"),
            named => {
                let name = NAMES.iter().find(|(key, _)| *key == named).map(|(_, name)| *name);
                f.write_str(name.unwrap_or_default())
            }
        }
    }
}

impl FromStr for Shortcut {
    type Err = NoShortcut;

    fn from_str(text: &str) -> Result<Self, NoShortcut> {
        let mut rest = text.trim();
        let mut held = [false; HELD.len()];
        while let Some((place, tail)) = held_in(rest) {
            if let Some(held) = held.get_mut(place) {
                *held = true;
            }
            rest = tail;
        }
        let key = key_of(rest).ok_or_else(|| NoShortcut(text.to_owned()))?;
        let [ctrl, alt, shift] = held;
        // Plus needs Shift on most keyboards, so Shift says nothing beside it.
        Ok(Self { ctrl, alt, shift: shift && key != Key::Plus, key })
    }
}

impl Shortcut {
    /// Whether a field would type a character for it.
    #[must_use]
    pub const fn types(&self) -> bool {
        !self.ctrl
            && !self.alt
            && matches!(
                self.key,
                Key::Letter(_)
                    | Key::Digit(_)
                    | Key::Space
                    | Key::Plus
                    | Key::Minus
                    | Key::Comma
                    | Key::Period
            )
    }

    /// Whether a control that has the focus may want it: neither Ctrl nor Alt is held, and
    /// it is no function key.
    #[must_use]
    pub const fn is_bare(&self) -> bool {
        !self.ctrl && !self.alt && !matches!(self.key, Key::Function(_))
    }

    /// Why a command of this scope cannot have the key.
    #[must_use]
    pub fn refusal(&self, scope: Scope) -> Option<&'static str> {
        if self.ctrl && self.alt {
            return Some(t!("shortcut-ctrl-alt-is-altgr-which-types"));
        }
        if self.is_text_field_s() {
            return Some(t!("shortcut-text-fields-need-it"));
        }
        if self.types() && !matches!(scope, Scope::View(View::Align)) {
            return Some(t!("shortcut-it-types-a-character-hold-ctrl"));
        }
        let moves = !matches!(self.key, Key::Enter) || self.shift;
        if self.is_bare() && !self.types() && moves {
            return Some(t!("shortcut-text-fields-need-it"));
        }
        None
    }

    /// Copying, cutting, pasting, selecting all.
    const fn is_text_field_s(&self) -> bool {
        let letter = matches!(self.key, Key::Letter('A' | 'C' | 'V' | 'X'));
        // The window system pastes with Shift held as well, and tells no key.
        self.ctrl && (letter && !self.shift || matches!(self.key, Key::Letter('V')))
    }
}

/// What is held down first in a text, by its place in [`HELD`], and the text after it.
fn held_in(text: &str) -> Option<(usize, &str)> {
    HELD.iter().enumerate().find_map(|(place, name)| {
        let (head, tail) = text.split_at_checked(name.len())?;
        (head.eq_ignore_ascii_case(name) && !tail.is_empty()).then_some((place, tail))
    })
}

fn key_of(name: &str) -> Option<Key> {
    if let Some((key, _)) = NAMES.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)) {
        return Some(*key);
    }
    let mut letters = name.chars();
    match (letters.next()?, letters.next()) {
        (letter, None) if letter.is_ascii_alphabetic() => {
            Some(Key::Letter(letter.to_ascii_uppercase()))
        }
        (digit, None) => digit.to_digit(10).and_then(|d| u8::try_from(d).ok()).map(Key::Digit),
        ('F' | 'f', Some(_)) => {
            let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
            (1..=LAST_FUNCTION).contains(&number).then_some(Key::Function(number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_written_as_people_write_them() {
        for text in [
            "Ctrl+Shift+N",
            "Shift+F4",
            "F12",
            "Alt+1",
            "Ctrl++",
            "Ctrl+-",
            "Alt+Shift+Up",
            "M",
            "Ctrl+PageDown",
            "Enter",
            "Ctrl+,",
        ] {
            let shortcut: Shortcut = text.parse().expect(text);
            assert_eq!(shortcut.to_string(), text);
        }
        let check = |text: &str, expected: &str| {
            assert_eq!(text.parse::<Shortcut>().map(|s| s.to_string()).as_deref(), Ok(expected));
        };
        check("shift+ctrl+n", "Ctrl+Shift+N");
        check(" ctrl+enter ", "Ctrl+Enter");
        check("Ctrl+Shift++", "Ctrl++");
    }

    #[test]
    fn what_is_no_key_is_told() {
        for text in ["", "Ctrl+", "Ctrl", "F0", "F13", "FF1", "Ctrl+é", "Hyper+N", "Ctrl+NN"] {
            assert_eq!(text.parse::<Shortcut>(), Err(NoShortcut(text.to_owned())));
        }
    }

    #[test]
    fn keys_that_fields_need_are_refused() {
        let refused = |text: &str, scope| text.parse::<Shortcut>().expect(text).refusal(scope);
        let translate = Scope::View(View::Translate);
        for text in ["Ctrl+C", "Ctrl+Shift+V", "Ctrl+Alt+N", "Up", "Shift+Enter", "A", "Home"] {
            assert!(refused(text, translate).is_some(), "{text}");
        }
        for text in ["Ctrl+Shift+C", "Enter", "F4", "Shift+F4", "Alt+A", "Ctrl+Up"] {
            assert_eq!(refused(text, translate), None, "{text}");
        }
        assert_eq!(refused("A", Scope::View(View::Align)), None, "nothing is typed there");
    }
}
