//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! The names are those of the HTML standard (`assets/html/entities.tsv`); numbers follow its
//! section 13.2.5.80. A reference without its semicolon is one where the standard has the name
//! without it, and in an attribute only where no letter, figure or `=` follows.

use std::collections::HashMap;
use std::sync::LazyLock;

use encoding_rs::WINDOWS_1252;

const TABLE: &str = include_str!("../../../../assets/html/entities.tsv");

/// The longest name, in bytes: `CounterClockwiseContourIntegral;`.
const LONGEST_NAME: usize = 32;

static NAMES: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    let characters = |hex: &str| {
        let code = |code: &str| u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        hex.split(' ').filter_map(code).collect()
    };
    lines.map(|(name, hex)| (name, characters(hex))).collect()
});

/// The reference at the start of `text`, which begins with `&`: what it stands for, and its
/// length in bytes. `None` where it is only an ampersand.
pub(super) fn reference(text: &str, in_attribute: bool) -> Option<(String, usize)> {
    let rest = text.strip_prefix('&')?;
    match rest.strip_prefix('#') {
        Some(number) => numeric(number).map(|(c, length)| (c.to_string(), length + 2)),
        None => named(rest, in_attribute).map(|(of, length)| (of, length + 1)),
    }
}

fn numeric(rest: &str) -> Option<(char, usize)> {
    let (digits, radix, before) = match rest.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (rest, 10, 0),
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let number = digits.get(..end).filter(|digits| !digits.is_empty())?;
    let semicolon = usize::from(digits.get(end..).is_some_and(|rest| rest.starts_with(';')));
    let code = u32::from_str_radix(number, radix).unwrap_or(u32::MAX);
    Some((character(code), before + end + semicolon))
}

/// The character of a number; those of windows-1252's upper half are meant as such.
fn character(code: u32) -> char {
    match code {
        0 => '\u{fffd}',
        0x80..=0x9f => {
            let byte = u8::try_from(code).unwrap_or(b'?');
            WINDOWS_1252.decode(&[byte]).0.chars().next().unwrap_or('\u{fffd}')
        }
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    }
}

fn named(rest: &str, in_attribute: bool) -> Option<(String, usize)> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let whole = end + usize::from(rest.get(end..).is_some_and(|rest| rest.starts_with(';')));
    let lengths = (1..=whole.min(LONGEST_NAME)).rev();
    let found = lengths.filter_map(|length| {
        let name = rest.get(..length)?;
        NAMES.get(name).map(|of| (of.clone(), length))
    });
    let (of, length) = found.into_iter().next()?;
    let open = rest.get(..length).is_some_and(|name| !name.ends_with(';'));
    let next = rest.get(length..).and_then(|rest| rest.chars().next());
    let goes_on = next.is_some_and(|c| c == '=' || c.is_ascii_alphanumeric());
    (!(in_attribute && open && goes_on)).then_some((of, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_what_they_stand_for() {
        let check = |text: &str, expected: Option<(&str, usize)>| {
            let expected = expected.map(|(of, length)| (of.to_owned(), length));
            assert_eq!(reference(text, false), expected, "{text}");
        };
        check("&eacute;t&eacute;", Some(("é", 8)));
        check("&nbsp;x", Some(("\u{a0}", 6)));
        check("&copy 2031", Some(("©", 5)));
        check("&notin;", Some(("∉", 7)));
        check("&notit;", Some(("¬", 4)));
        check("&#233;", Some(("é", 6)));
        check("&#xE9x", Some(("é", 5)));
        check("&#150;", Some(("–", 6)));
        check("&#0;", Some(("\u{fffd}", 4)));
        check("&#99999999999;", Some(("\u{fffd}", 14)));
        check("&NotEqualTilde;", Some(("≂̸", 15)));
        check("& ", None);
        check("&#;", None);
        check("&unknown;", None);
        check("&", None);
        assert_eq!(reference("&copy=1", true), None);
        assert_eq!(reference("&copy;=1", true), Some(("©".to_owned(), 6)));
        assert_eq!(reference("&copy 1", true), Some(("©".to_owned(), 5)));
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(NAMES.len(), 2231);
        assert!(NAMES.iter().all(|(name, of)| name.len() <= LONGEST_NAME && !of.is_empty()));
    }
}
