//! Roman numerals, where their neighbours say that they are some.
//!
//! `XXe siècle`, `the XX century`, `siglo XXI`, `XXI век`, `Part II`, `Elizabeth II`. The
//! words around are data (`roman before`, `roman after`); French needs none where an
//! ending makes an ordinal of it (`IIIe`). Left out: lists numbered I, II, III, and the
//! Cyrillic letters some keyboards give for them.

use super::super::scan::{Scan, is_space};
use super::lexicon::{Lexicon, What};

/// Longest numeral in letters: MMMDCCCLXXXVIII.
const LONGEST: usize = 15;

/// The letters and their values, longest first.
const LETTERS: [(&str, u32); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// The value of a numeral in its one right form.
fn value(numeral: &str) -> Option<u32> {
    let (mut rest, mut sum) = (numeral, 0);
    for (letters, value) in LETTERS {
        while let Some(after) = rest.strip_prefix(letters) {
            (rest, sum) = (after, sum + value);
        }
    }
    (rest.is_empty() && sum > 0 && written(sum) == numeral).then_some(sum)
}

fn written(mut number: u32) -> String {
    let mut numeral = String::new();
    for (letters, value) in LETTERS {
        while number >= value {
            numeral.push_str(letters);
            number -= value;
        }
    }
    numeral
}

/// Whether a word is a small numeral (I to XXXIX), cues or none.
pub(super) fn is_small(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && value(word).is_some()
}

/// The numeral at byte `start`, its end, its value and whether it is an ordinal by its ending.
/// `before` is the place of the word before it.
pub(super) fn at(
    text: &str,
    start: usize,
    before: (usize, usize),
    lexicon: &Lexicon,
) -> Option<(usize, u32, bool)> {
    let mut scan = Scan::new(text, start);
    let is_letter = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M');
    let letters = scan.eat_while(is_letter);
    if letters == 0 || letters > LONGEST {
        return None;
    }
    let value = value(scan.since(start))?;
    let numeral_end = scan.at();
    let ordinal = lexicon.vigesimal && french_ending(&mut scan, value, letters);
    scan.eat_if(|c| matches!(c, 'º' | 'ª' | '°'));
    if scan.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = scan.at();
    scan.eat_if(|c| c == '.');
    let mut after = scan;
    after.eat_spaces(1);
    let followed = lexicon.eat(after, What::RomanAfter).is_some();
    let preceded = text.get(before.1..start).is_some_and(is_gap)
        && lexicon.is(text, before.0, before.1, What::RomanBefore);
    let certain = ordinal && (numeral_end - start > 1 || followed);
    (certain || followed || preceded).then_some((end, value, ordinal || followed))
}

/// Whether nothing but one space stands between two words.
fn is_gap(between: &str) -> bool {
    let mut spaces = between.chars();
    spaces.next().is_some_and(is_space) && spaces.next().is_none()
}

/// Passes the ending of a French ordinal: `Ier`, `IIe`, `XXème`.
fn french_ending(scan: &mut Scan, value: u32, letters: usize) -> bool {
    let endings: &[&str] = if value == 1 {
        &["ère", "er", "re"]
    } else {
        &["ième", "ème", "eme", "e", "nd", "nde"]
    };
    // One letter with an e is a word in capitals' company: "Le", "De", "Me".
    let small = letters > 1 || matches!(value, 1 | 5 | 10);
    let mut after = *scan;
    let eaten = small && endings.iter().any(|ending| after.eat_str(ending));
    if eaten && !after.peek().is_some_and(char::is_alphanumeric) {
        *scan = after;
        return true;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_form_has_a_value() {
        let cases = [("XX", Some(20)), ("XIV", Some(14)), ("MMXXIV", Some(2024)), ("IIII", None)];
        for (numeral, expected) in cases {
            assert_eq!(value(numeral), expected, "{numeral}");
        }
        assert_eq!(value(""), None);
    }
}
