//! How much text there is: words and characters, as the trade counts them.
//!
//! A **word** is what stands between white space and has a letter or a digit in it, as word
//! processors count: `l'homme` and `euro-atlantique` are one word, a dash that stands alone
//! is none. In scripts that are written without spaces (Han, kana, Thai, Lao, Khmer,
//! Burmese) each character that is no mark counts as one, which is how such texts are
//! invoiced (GMX-V 2.0, §3.6, counts them by characters too). Korean is written with
//! spaces and counted by words.
//!
//! A **character** is a Unicode scalar value. Left out: the factors by which GMX-V turns
//! characters of those scripts into words of English.

use super::scan::is_mark;
use super::script::is_unspaced;

/// Words and characters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Volume {
    /// Words; characters in scripts without spaces.
    pub words: usize,
    /// Characters, white space among them.
    pub characters: usize,
    /// Characters that are no white space.
    pub characters_without_spaces: usize,
}

impl Volume {
    /// How much text this is.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut volume = Self::default();
        let mut in_word = false;
        for c in text.chars() {
            volume.characters += 1;
            if c.is_whitespace() {
                in_word = false;
                continue;
            }
            volume.characters_without_spaces += 1;
            if is_unspaced(c) {
                volume.words += usize::from(c.is_alphanumeric() && !is_mark(c));
                in_word = false;
            } else if c.is_alphanumeric() && !in_word {
                volume.words += 1;
                in_word = true;
            }
        }
        volume
    }
}

/// A count with its thousands parted, in the language of the interface.
#[must_use]
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_counted_as_word_processors_do() {
        for (text, words) in [
            ("", 0),
            ("Le pont est ouvert.", 4),
            ("L'accord euro-atlantique est signé.", 4),
            ("« Le pont » – enfin !", 3),
            ("2\u{a0}000 personnes, 6,4 %", 4),
            ("14:49", 1),
            ("北京。", 2),
            ("2024年6月25日", 6),
            ("회의가 열렸다.", 2),
            ("ไทย", 3),
            ("e\u{301}te\u{301}", 1),
            ("\u{2014} \u{2026} !", 0),
        ] {
            assert_eq!(Volume::of(text).words, words, "{text}");
        }
    }

    #[test]
    fn characters_are_scalar_values_with_and_without_spaces() {
        let volume = Volume::of("Été\u{a0}: 3 km");
        assert_eq!((volume.characters, volume.characters_without_spaces), (10, 7));
    }

    #[test]
    fn thousands_are_parted() {
        for (count, shown) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), shown);
        }
    }

    proptest! {
        #[test]
        fn parts_at_white_space_add_up(left in "\\PC{0,12}", right in "\\PC{0,12}") {
            let (one, other) = (Volume::of(&left), Volume::of(&right));
            let both = Volume::of(&format!("{left} {right}"));
            prop_assert_eq!(both.words, one.words + other.words);
            prop_assert_eq!(both.characters, one.characters + other.characters + 1);
            let solid = one.characters_without_spaces + other.characters_without_spaces;
            prop_assert_eq!(both.characters_without_spaces, solid);
        }
    }
}
