//! RON as we write it: one line, readable, the same from every compiler.
//!
//! The `ron` crate escapes with `char::escape_debug`: apostrophes, combining
//! marks and whatever the compiler's Unicode tables do not know yet come out as
//! escapes, so that `l'ONU` is `l\'ONU` and a new compiler writes other bytes.
//! [`line`] takes back all escapes but those of characters one cannot see:
//! controls, invisible marks of direction and joining, and every white space but
//! the plain space. What it gives is valid RON, and has no line break.
//!
//! Left out: values with `char` fields (an apostrophe would end them); the model
//! has none.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::FormatError;

/// A value of the model as one line of RON.
///
/// # Panics
/// Never for the types it is used with: `ron` refuses only nesting beyond 128
/// levels, and the model's deepest value has less than 20.
#[expect(clippy::expect_used, reason = "losing data in silence would be worse; see Panics")]
pub(crate) fn line<T: Serialize>(value: &T) -> String {
    tidy(&ron::to_string(value).expect("the model's types are writable as RON"))
}

/// Any value as RON, indented for people: settings, recent files.
///
/// # Errors
/// The value nests deeper than RON can write.
pub fn write<T: Serialize>(value: &T) -> Result<String, FormatError> {
    let layout = ron::ser::PrettyConfig::new().new_line("\n").escape_strings(true);
    let text = ron::ser::to_string_pretty(value, layout);
    let mut text = tidy(&text.map_err(|error| FormatError::Unwritable(error.to_string()))?);
    text.push('\n');
    Ok(text)
}

/// A value as one line of RON, for files of lines such as the journal.
///
/// # Errors
/// The value nests deeper than RON can write.
pub fn write_line<T: Serialize>(value: &T) -> Result<String, FormatError> {
    let text = ron::to_string(value);
    Ok(tidy(&text.map_err(|error| FormatError::Unwritable(error.to_string()))?))
}

/// Reads a value that [`write`] or [`write_line`] wrote. Fields it does not know
/// are passed over.
///
/// # Errors
/// The text is no such value; the place and what was expected there.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    ron::from_str(text).map_err(|error| broken(&error, "mend that line or delete the file"))
}

/// An error of the `ron` crate in our words.
pub(crate) fn broken(error: &ron::error::SpannedError, hint: &'static str) -> FormatError {
    let (line, column) = (error.span.start.line, error.span.start.col);
    FormatError::Broken { line, column, cause: cause(&error.code), hint }
}

/// The cause alone, lower case.
pub(crate) fn cause(error: &ron::Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "it cannot be read".to_owned(),
    }
}

/// Takes back the escapes of characters that one can see.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        rest = match escape.chars().next() {
            Some('\'') => {
                out.push('\'');
                escape.strip_prefix('\'').unwrap_or_default()
            }
            Some('u') => unescape(escape, &mut out),
            Some(letter) => {
                out.extend(['\\', letter]);
                escape.strip_prefix(letter).unwrap_or_default()
            }
            None => escape,
        };
    }
    out.push_str(rest);
    out
}

/// Writes the character of `u{…}`, or the escape again where it must stay.
fn unescape<'a>(escape: &'a str, out: &mut String) -> &'a str {
    let digits = escape.strip_prefix("u{").and_then(|tail| tail.split_once('}'));
    let found = digits.and_then(|(digits, tail)| {
        let code = u32::from_str_radix(digits, 16).ok()?;
        Some((char::from_u32(code)?, digits, tail))
    });
    match found {
        Some((c, _, tail)) if !stays_escaped(c) => {
            out.push(c);
            tail
        }
        Some((_, digits, tail)) => {
            out.extend(["\\u{", digits, "}"]);
            tail
        }
        None => {
            out.push('\\');
            escape
        }
    }
}

/// Characters that one cannot see, a closed list so that no new version of
/// Unicode changes what we write.
const fn stays_escaped(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{1680}' | '\u{180e}'
        | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
        | '\u{3000}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Adds a line of a list, with the comma that a kept one may lack when it was the last.
pub(super) fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    if !line.ends_with(',') {
        text.push(',');
    }
    text.push('\n');
}

/// Adds a line that could not be used as it is: one of a newer writer's stands as it was, any
/// other as a comment, so that the whole is valid RON.
pub(super) fn push_kept(text: &mut String, line: &str, is_newer: bool) {
    if !is_newer {
        text.push_str("// unreadable: ");
    }
    push_line(text, line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_can_see_is_written_as_it_is() {
        let check = |text: &str, ron: &str| {
            assert_eq!(line(&text), ron);
            assert_eq!(read::<String>(ron).as_deref(), Ok(text));
        };
        check("l'ONU « a dit »", "\"l'ONU « a dit »\"");
        check("Стра\u{301}ны", "\"Стра\u{301}ны\"");
        check("a\nb\tc\r", r#""a\nb\tc\r""#);
        check("\"\\u{301}\" \\", r#""\"\\u{301}\" \\""#);
        check("28\u{a0}%", r#""28\u{a0}%""#);
        check("\u{202e}\u{200f}\u{2028}\u{0}", r#""\u{202e}\u{200f}\u{2028}\0""#);
        check("", "\"\"");
    }

    #[test]
    fn a_broken_value_is_told_with_its_place() {
        let error = read::<Vec<u8>>("[1,\n 2 3]").expect_err("a comma is missing");
        assert!(matches!(error, FormatError::Broken { line: 2, column: 4.., .. }), "{error}");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text in proptest::prelude::any::<String>()) {
            let written = line(&text);
            proptest::prop_assert!(!written.contains(['\n', '\r']));
            proptest::prop_assert_eq!(read::<String>(&written), Ok(text));
        }
    }
}
