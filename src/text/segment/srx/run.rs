//! Rules at work on a text.
//!
//! The places where a breaking rule matches are found first, by searching the text
//! for one of its two patterns; at each of them, the rules are asked in their order.

use super::Rule;
use super::pattern::{Pattern, next_char};
use crate::text::segment::{Piece, cut_at};

/// Matches longer than this are not searched from their second character on, in bytes, so
/// that a long match costs no more than its length.
const LONGEST_OVERLAP: usize = 64;

/// The segments of a text.
pub(super) fn segments(text: &str, rules: &[&Rule]) -> Vec<Piece> {
    let places = candidates(text, rules);
    cut_at(text, places.into_iter().filter(|&place| breaks_at(text, place, rules)))
}

/// What the first rule that matches at a place says.
fn breaks_at(text: &str, place: usize, rules: &[&Rule]) -> bool {
    let matches = |rule: &&&Rule| {
        let after = rule.after.as_ref();
        let before = rule.before.as_ref();
        // The shorter pattern first.
        after.is_none_or(|pattern| pattern.begins_at(text, place))
            && before.is_none_or(|pattern| pattern.ends_at(text, place))
    };
    rules.iter().find(matches).is_some_and(|rule| rule.breaks)
}

/// The places where a breaking rule may match, in order.
fn candidates(text: &str, rules: &[&Rule]) -> Vec<usize> {
    let mut places = Vec::new();
    for rule in rules.iter().filter(|rule| rule.breaks) {
        match (&rule.before, &rule.after) {
            (Some(before), after) => {
                let follows =
                    |place| after.as_ref().is_none_or(|after| after.begins_at(text, place));
                each_match(text, before, |(_, end)| {
                    if follows(end) {
                        places.push(end);
                    }
                });
            }
            (None, Some(after)) => each_match(text, after, |(start, _)| places.push(start)),
            (None, None) => {}
        }
    }
    places.sort_unstable();
    places.dedup();
    places.retain(|&place| place > 0 && place < text.len());
    places
}

/// Every match of a pattern, overlapping ones too as far as they are short.
fn each_match(text: &str, pattern: &Pattern, mut take: impl FnMut((usize, usize))) {
    let mut from = 0;
    while from <= text.len() {
        let Some((start, end)) = pattern.find_from(text, from) else { return };
        take((start, end));
        let overlapping = next_char(text, start);
        from = if end - start > LONGEST_OVERLAP { end } else { overlapping };
    }
}
