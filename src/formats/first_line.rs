//! The first line of our own files: `(format: N,`.
//!
//! It is read before anything else, so that a file of a newer version is refused
//! by name instead of by whatever parser error its novelties would give.

use super::FormatError;

/// The number after `format:` on the first line of a RON file of ours, `None`
/// where the text does not begin like one.
pub(crate) fn number(text: &str) -> Option<u32> {
    let rest = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('(')?;
    let rest = rest.trim_start().strip_prefix("format")?.trim_start().strip_prefix(':')?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let digits = rest.get(..end)?;
    if digits.is_empty() {
        return None;
    }
    // A number too long for u32 is a newer format all the same.
    Some(digits.parse().unwrap_or(u32::MAX))
}

/// The name of the field after `format`, which tells the kinds of file apart.
pub(crate) fn second_field(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(',')?;
    let (name, _) = rest.split_once(':')?;
    Some(name.trim())
}

/// Checks that the text is of a format up to `known`.
pub(crate) fn check(text: &str, known: u32, expected: &'static str) -> Result<(), FormatError> {
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(FormatError::Empty);
    }
    match number(text) {
        Some(found) if found > known => Err(FormatError::Newer { found, known }),
        Some(_) => Ok(()),
        None => {
            let hint = format!("{expected} begins with \"(format: \" and a number");
            Err(FormatError::Other { expected, hint })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_stands_on_the_first_line() {
        let cases = [
            ("(format: 1,\n", Some(1)),
            ("(format:12)", Some(12)),
            ("\u{feff} ( format : 3 , x:1)", Some(3)),
            ("(format: 99999999999,", Some(u32::MAX)),
            ("(format: ,", None),
            ("(id: 1)", None),
            ("", None),
            ("format: 1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
