//! A word that stands twice: "the the".
//!
//! Some words may: `nous nous voyons`, `that that`, `die die`. Those are data below. Names
//! (`Bora Bora`), figures, words of scripts without spaces and what the source doubles too
//! are passed.

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, SideText};
use crate::text::fold;
use crate::text::script;
use crate::text::token::{Token, TokenKind};

/// Words that may follow themselves.
const MAY: &[(&str, &[&str])] = &[
    ("de", &["der", "die", "das", "den", "dem", "sie", "es", "ihr", "wer"]),
    ("en", &["that", "had", "very", "bye", "is", "in", "on"]),
    ("es", &["muy", "casi"]),
    ("fr", &["nous", "vous", "bien", "en", "y", "très", "se"]),
    ("it", &["quasi", "piano", "via", "poco", "mano", "vi", "ci"]),
    ("nl", &["die", "dat", "had", "ze", "zijn", "was"]),
    ("pt", &["quase", "se"]),
    ("ru", &["что", "еле", "чуть", "вот", "только", "давно"]),
    ("pl", &["co", "to"]),
    ("tr", &["zaman", "yavaş", "tek", "ayrı", "teker"]),
    ("ar", &["شيئا", "جنبا"]),
];

/// Doubled words of a text, the second of each.
fn doubled<'a>(text: &'a SideText<'_>) -> impl Iterator<Item = &'a Token<'a>> {
    text.tokens.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let words = first.kind == TokenKind::Word && second.kind == TokenKind::Word;
        let spelt = second.text.chars().all(char::is_alphabetic);
        let unspaced = second.text.chars().any(script::is_unspaced);
        let name = first.text.starts_with(char::is_uppercase)
            && second.text.starts_with(char::is_uppercase);
        let same = || fold::case(first.text) == fold::case(second.text);
        (words && spelt && !unspaced && !name && same()).then_some(second)
    })
}

/// Tells doubled words.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    if doubled(row.source).next().is_some() {
        return;
    }
    let may = MAY
        .iter()
        .find(|(lang, _)| *lang == row.target.lang.base())
        .map_or(&[][..], |(_, may)| may);
    for word in doubled(row.target) {
        let lower = fold::case(word.text);
        if may.contains(&lower.as_ref()) {
            continue;
        }
        let cause = Cause::DoubledWord { word: word.text.to_owned() };
        let end = word.start + word.text.len();
        let before = row.target.text.get(..word.start).unwrap_or_default();
        let start = before.trim_end().len();
        found.tell(row.row, row.side(Side::Target), word.start..end, cause).mended(
            row.target.text,
            start..end,
            "",
        );
    }
}
