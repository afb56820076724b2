//! The words of a correction in the typography of the text that it corrects.
//!
//! Word processors change quotation marks, apostrophes, dashes and spaces unasked. Where two
//! texts differ in nothing else, the corrected one's are not meant; so what is the same but
//! for typography stays as it was, and only what is otherwise comes from the correction.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::fold;

/// `corrected` with everything that is only typographically unlike `text` as it is there;
/// white space at the ends goes.
#[must_use]
pub fn kept(text: &str, corrected: &str) -> String {
    let corrected = corrected.trim();
    let (old, new) = (pieces(text), pieces(corrected));
    let folded = |pieces: &[&str]| -> Vec<String> { pieces.iter().map(|p| plain(p)).collect() };
    let mut out = String::with_capacity(corrected.len());
    for op in capture_diff_slices(Algorithm::Myers, &folded(&old), &folded(&new)) {
        let (tag, from, to) = op.as_tag_tuple();
        match tag {
            // Spaces that hold signs to their words are set by rule.
            DiffTag::Delete if old.get(from.clone()).is_some_and(is_no_break) => {
                out.extend(old.get(from).into_iter().flatten().copied());
            }
            DiffTag::Equal => out.extend(old.get(from).into_iter().flatten().copied()),
            _ => out.extend(new.get(to).into_iter().flatten().copied()),
        }
    }
    out
}

fn is_no_break(pieces: &[&str]) -> bool {
    let mut all = pieces.iter().flat_map(|piece| piece.chars());
    all.all(|c| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2060}'))
}

fn plain(piece: &str) -> String {
    match fold::typography(piece) {
        space if !space.is_empty() && space.trim().is_empty() => " ".to_owned(),
        other => other.into_owned(),
    }
}

/// Words, stretches of white space, and all other characters one by one.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same: fn(char) -> bool = match first {
            c if c.is_alphanumeric() => char::is_alphanumeric,
            c if c.is_whitespace() => char::is_whitespace,
            _ => |_| false,
        };
        let end = rest.char_indices().skip(1).find(|(_, c)| !same(*c));
        let end = end.map_or(rest.len(), |(at, _)| at);
        let end = if same(first) { end } else { first.len_utf8() };
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_of_a_correction_come_in() {
        for (text, corrected, expected) in [
            ("L'État dit\u{a0}: oui.", "L’État dit : oui.", "L'État dit\u{a0}: oui."),
            ("L'État dit\u{a0}: oui.", "L’État dit : non.", "L'État dit\u{a0}: non."),
            (
                "«\u{202f}Oui\u{202f}», dit-il.",
                "\"Oui\", dit-elle.",
                "«\u{202f}Oui\u{202f}», dit-elle.",
            ),
            ("A – B", "A - B and \u{201c}C\u{201d}", "A – B and \u{201c}C\u{201d}"),
            ("One  two", "One two three", "One  two three"),
            ("", " New ", "New"),
            ("Wait…", "Wait... now", "Wait... now"),
        ] {
            assert_eq!(kept(text, corrected), expected, "{corrected}");
        }
    }
}
