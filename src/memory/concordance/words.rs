//! The words of a folded text: runs of letters, digits and the marks on them; of scripts
//! without spaces each character is a word.
//!
//! Unlike the tokens that matches are made of, numbers and dates stand here as written:
//! `2024` is found in `25 juin 2024`.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::script::is_unspaced;

/// What separates words, as a class of a regular expression: all that [`is_word`] is not.
pub const SEPARATOR: &str = r"[^\p{Alphabetic}\p{N}\p{M}]";

/// Whether a character is of a word.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark(c) }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// Whether a word goes on from one character to the next.
pub fn goes_on(before: char, after: char) -> bool {
    is_word(before)
        && is_word(after)
        && (is_mark(after) || !(is_unspaced(before) || is_unspaced(after)))
}

/// Where the words of a text stand, in bytes.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, mut last) = rest.find(|&(_, c)| is_word(c))?;
        let mut end = start + last.len_utf8();
        while let Some((at, next)) = rest.next_if(|&(_, next)| goes_on(last, next)) {
            (end, last) = (at + next.len_utf8(), next);
        }
        Some(start..end)
    })
}

/// Whether a stretch begins and ends where words do.
pub fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let ends = |at: usize| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at..).and_then(|tail| tail.chars().next());
        !before.zip(after).is_some_and(|(before, after)| goes_on(before, after))
    };
    ends(range.start) && ends(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        for (text, expected) in [
            ("le 25 juin 2024, a l'onu.", "le 25 juin 2024 a l onu"),
            ("e\u{301}te\u{301} — 6,4 %", "e\u{301}te\u{301} 6 4"),
            ("外交部 abc中", "外 交 部 abc 中"),
            ("かか\u{3099}", "か か\u{3099}"),
            ("…", ""),
        ] {
            let found: Vec<&str> = words(text).filter_map(|range| text.get(range)).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
