//! What the keys take at once: characters, graphemes, words, paragraphs.
//!
//! Graphemes and words are those of UAX #29 (`unicode-segmentation`). Delete takes a
//! grapheme; Backspace takes what was typed last, so a mark goes before the letter
//! that bears it, but emoji and flags, which nobody types in pieces, go whole.
//! A word motion ends at the end of a word going on and at its start going back, as
//! in the text fields of the desktops.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// What ends a line: the mandatory breaks of UAX #14 (BK, CR, LF, NL).
pub(super) const LINE_BREAKS: [char; 7] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The paragraphs of a text, without what ends them; at least one.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut breaks = text.match_indices(LINE_BREAKS).peekable();
    while let Some((at, ending)) = breaks.next() {
        found.push(start..at);
        start = at + ending.len();
        if ending == "\r" {
            start += breaks.next_if(|next| *next == (start, "\n")).map_or(0, |_| 1);
        }
    }
    found.push(start..text.len());
    found
}

/// The nearest boundary of a character that is not after `index`.
pub(super) fn floor(text: &str, index: usize) -> usize {
    text.floor_char_boundary(index)
}

/// The end of the grapheme that begins at or holds `index`.
pub(super) fn next_grapheme(text: &str, index: usize) -> usize {
    let mut cursor = GraphemeCursor::new(floor(text, index), text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The start of the grapheme that ends at or holds `index`.
pub(super) fn previous_grapheme(text: &str, index: usize) -> usize {
    let mut cursor = GraphemeCursor::new(floor(text, index), text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Where Backspace at `index` begins to take.
pub(super) fn backspace_start(text: &str, index: usize) -> usize {
    let start = previous_grapheme(text, index);
    let Some(grapheme) = text.get(start..floor(text, index)) else { return start };
    if grapheme.chars().any(makes_whole) || grapheme == "\r\n" {
        return start;
    }
    grapheme.char_indices().next_back().map_or(start, |(at, _)| start + at)
}

/// Whether a character binds a grapheme that is taken whole: variation selectors,
/// keycaps, tags, skin tones, flags. (A joiner alone does not: Persian types it.)
const fn makes_whole(c: char) -> bool {
    matches!(c,
        '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f1e6}'..='\u{1f1ff}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f300}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

/// The end of the next word, or of the text.
pub(super) fn next_word_end(text: &str, index: usize) -> usize {
    let after = |(at, word): (usize, &str)| (at + word.len() > index).then_some(at + word.len());
    text.unicode_word_indices().find_map(after).unwrap_or(text.len())
}

/// The start of the word before, or of the text.
pub(super) fn previous_word_start(text: &str, index: usize) -> usize {
    let before = text.get(..floor(text, index)).unwrap_or(text);
    before.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
}

/// The word, or the run of spaces or marks, that `index` is in or before.
pub(super) fn word_around(text: &str, index: usize) -> Range<usize> {
    let mut last = 0..0;
    for (at, word) in text.split_word_bound_indices() {
        last = at..at + word.len();
        if index < last.end {
            return last;
        }
    }
    last
}

/// The paragraph that `index` is in, without what ends it.
pub(super) fn paragraph_around(text: &str, index: usize) -> Range<usize> {
    let all = paragraphs(text);
    let holds = |paragraph: &&Range<usize>| index <= paragraph.end;
    all.iter().find(holds).or(all.last()).cloned().unwrap_or(0..text.len())
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that cuts a character has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_paragraphs_and_what_ends_them() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[""]),
            ("a", &["a"]),
            ("a\n", &["a", ""]),
            ("a\r\n\r\nb", &["a", "", "b"]),
            ("\n\r", &["", "", ""]),
            ("سلام\u{2029}שלום\u{85}x", &["سلام", "שלום", "x"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = paragraphs(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn backspace_takes_what_was_typed_last() {
        for (text, rest) in [
            ("", ""),
            ("ab", "a"),
            ("يّ", "ي"),
            ("שָ", "ש"),
            ("е\u{301}", "е"),
            ("لا", "ل"),
            ("की", "क"),
            ("नि", "न"),
            ("می\u{200c}", "می"),
            ("a\r\n", "a"),
            ("x🇲🇦", "x"),
            ("👩🏽\u{200d}🔬", ""),
            ("1\u{fe0f}\u{20e3}", ""),
        ] {
            assert_eq!(&text[..backspace_start(text, text.len())], rest, "{text:?}");
        }
    }

    #[test]
    fn delete_takes_a_grapheme() {
        for (text, taken) in [
            ("يّوم", "يّ"),
            ("שָׁלוֹם", "שָׁ"),
            ("لا", "ل"),
            ("\r\nb", "\r\n"),
            ("🇲🇦x", "🇲🇦"),
            ("क्षि", "क्षि"),
        ] {
            assert_eq!(&text[..next_grapheme(text, 0)], taken, "{text:?}");
        }
    }

    #[test]
    fn words_are_found_on_and_back() {
        let text = "قال (ONU): 2,5 مليون";
        let mut at = 0;
        let mut ends = Vec::new();
        while at < text.len() {
            at = next_word_end(text, at);
            ends.push(&text[..at]);
        }
        assert_eq!(ends, ["قال", "قال (ONU", "قال (ONU): 2,5", text]);
        let mut starts = Vec::new();
        while at > 0 {
            at = previous_word_start(text, at);
            starts.push(&text[at..]);
        }
        assert_eq!(starts, ["مليون", "2,5 مليون", "ONU): 2,5 مليون", text]);
        assert_eq!(&text[word_around(text, 8)], "ONU");
        assert_eq!(&text[word_around(text, 6)], " ");
        assert_eq!(word_around("", 0), 0..0);
    }

    #[test]
    fn an_index_inside_a_character_is_moved_out() {
        let text = "éش";
        for index in 0..=text.len() + 2 {
            for found in [
                next_grapheme(text, index),
                previous_grapheme(text, index),
                backspace_start(text, index),
                next_word_end(text, index),
                previous_word_start(text, index),
            ] {
                assert!(text.is_char_boundary(found), "{index}: {found}");
            }
        }
    }
}
