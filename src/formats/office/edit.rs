//! Changes to a text, each at its place; what is not named stays as it is.

use std::cmp::Reverse;
use std::ops::Range;

/// A stretch of what is put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Chunk {
    /// New.
    New(String),
    /// Of the original, with the changes inside of it.
    Old(Range<usize>),
}

/// A change: what stands at a place, in bytes, gives way to chunks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The place; empty where something is put in.
    pub at: Range<usize>,
    /// What stands there then.
    pub by: Vec<Chunk>,
}

impl Edit {
    pub(crate) fn new(at: Range<usize>, text: impl Into<String>) -> Self {
        Self { at, by: vec![Chunk::New(text.into())] }
    }
}

/// The text with the changes made. A change inside of another one counts only where the
/// outer one takes over what it stands in.
pub(crate) fn edited(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.at.start, !edit.at.is_empty(), Reverse(edit.at.end)));
    let mut out = String::with_capacity(source.len());
    push(&mut out, source, &edits, &(0..source.len()), true);
    out
}

/// Adds a range of the source; `edits` are those behind the one that asks, so this ends.
fn push(out: &mut String, source: &str, edits: &[Edit], range: &Range<usize>, whole: bool) {
    let mut at = range.start;
    let first = edits.partition_point(|edit| edit.at.start < range.start);
    let candidates = edits.iter().enumerate().skip(first);
    for (number, edit) in candidates.take_while(|(_, edit)| edit.at.start <= range.end) {
        if edit.at.start < at || !(whole || belongs(&edit.at, range)) {
            continue;
        }
        out.push_str(source.get(at..edit.at.start).unwrap_or_default());
        let inner = edits.get(number + 1..).unwrap_or_default();
        for chunk in &edit.by {
            match chunk {
                Chunk::New(text) => out.push_str(text),
                Chunk::Old(old) => push(out, source, inner, old, false),
            }
        }
        at = edit.at.end;
    }
    out.push_str(source.get(at..range.end).unwrap_or_default());
}

/// Whether a change lies in a range. What is put in at the edge of two ranges belongs to
/// neither, but to an empty range there.
fn belongs(edit: &Range<usize>, range: &Range<usize>) -> bool {
    if edit.is_empty() {
        return edit == range || (range.start < edit.start && edit.end < range.end);
    }
    range.start <= edit.start && edit.end <= range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edits: Vec<Edit>, expected: &str) {
        assert_eq!(edited("0123456789", edits), expected);
    }

    #[test]
    fn changes_are_made_where_they_stand() {
        check(vec![], "0123456789");
        check(vec![Edit::new(8..9, "x"), Edit::new(2..4, ""), Edit::new(2..2, "a")], "01a4567x9");
        check(vec![Edit::new(0..0, "a"), Edit::new(10..10, "b")], "a0123456789b");
    }

    #[test]
    fn a_change_inside_of_another_counts_where_its_place_is_taken_over() {
        let outer = |by| Edit { at: 1..9, by };
        let inner = || Edit::new(3..4, "x");
        check(vec![inner(), outer(vec![Chunk::Old(2..5), Chunk::Old(1..2)])], "02x419");
        check(vec![inner(), outer(vec![Chunk::Old(5..7)])], "0569");
        // An insertion is made once, at an empty range of its own.
        let ranges = vec![Chunk::Old(3..3), Chunk::Old(1..3), Chunk::Old(3..5)];
        check(vec![Edit::new(3..3, "x"), outer(ranges)], "0x12349");
        check(vec![inner(), outer(vec![Chunk::Old(1..9)])], "012x456789");
    }
}
