//! Characters that keyboards lack, by name.
//!
//! The list is `assets/characters.txt`. It has what statements are printed with: spaces,
//! quotation marks, dashes, signs; no letters but those that a keyboard for the language
//! may lack. Everything else is found in the system's own table of characters.

use std::sync::LazyLock;

const LIST: &str = include_str!("../../assets/characters.txt");

/// A character to be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Character {
    /// The character.
    pub character: char,
    /// What it is called.
    pub name: &'static str,
    /// Other words to find it by; empty for none.
    pub words: &'static str,
}

static ALL: LazyLock<Vec<Character>> = LazyLock::new(|| LIST.lines().filter_map(read).collect());

/// All characters, in the order of the list.
#[must_use]
pub fn characters() -> &'static [Character] {
    &ALL
}

fn read(line: &'static str) -> Option<Character> {
    let line = line.trim();
    if line.starts_with('#') {
        return None;
    }
    let (code, rest) = line.split_once(' ')?;
    let character = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    let (name, words) = rest.split_once(';').unwrap_or((rest, ""));
    Some(Character { character, name: name.trim(), words: words.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_character_and_none_stands_twice() {
        let lines = LIST.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(characters().len(), lines);
        for (at, one) in characters().iter().enumerate() {
            let again = characters()[at + 1..].iter();
            assert!(again.clone().all(|other| other.character != one.character), "{}", one.name);
            assert!(again.clone().all(|other| other.name != one.name), "{}", one.name);
        }
    }
}
