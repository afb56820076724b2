//! What keys do to a text and its selection; knows no window.
//!
//! A tag (an atom) is never changed in part: what reaches into one takes it whole,
//! and the caret never stands in it.

use super::super::atom::{Atom, whole};
use super::super::caret::{Affinity, Map, Place, Way};
use super::super::units;
use super::state::Selection;

/// How far a key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// To the place beside, on the screen.
    Side(Way),
    /// A word, on the screen's way.
    Word(Way),
    /// To the end of the row that is this way.
    RowEdge(Way),
    /// To the start of the row, or of the text.
    Start { of_text: bool },
    /// To the end of the row, or of the text.
    End { of_text: bool },
    /// So many rows down, or up.
    Rows(isize),
}

/// How much is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A character or grapheme.
    One,
    /// A word.
    Word,
    /// To the edge of the row.
    Row,
}

/// Moves the caret; with `extend` what is between is selected. `goal` is where up and
/// down aim.
pub(super) fn step(
    map: &Map,
    text: &str,
    selection: &mut Selection,
    goal: &mut Option<f32>,
    step: Step,
    extend: bool,
) {
    let from = selection.caret;
    let forward = |way: Way| matches!(way, Way::Left) == map.direction().is_rtl();
    let mut aim = None;
    let to = match step {
        Step::Side(way) if !extend && !selection.is_empty() => edge(map, *selection, way),
        Step::Side(way) => map.step(from, way),
        Step::Word(way) if forward(way) => {
            out_of_atoms(map, Place::before(units::next_word_end(text, from.index)), true)
        }
        Step::Word(_) => {
            let start = units::previous_word_start(text, from.index);
            out_of_atoms(map, Place::after(start), false)
        }
        Step::RowEdge(way) if forward(way) => map.row_end(from),
        Step::Start { of_text: true } => map.start(),
        Step::RowEdge(_) | Step::Start { .. } => map.row_start(from),
        Step::End { of_text: true } => map.end(),
        Step::End { .. } => map.row_end(from),
        Step::Rows(rows) => {
            let x = goal.unwrap_or_else(|| map.caret(from).x);
            aim = Some(x);
            let end = if rows < 0 { map.start() } else { map.end() };
            map.vertical(from, rows, x).unwrap_or(end)
        }
    };
    *goal = aim;
    selection.caret = to;
    if !extend {
        selection.anchor = to;
    }
}

/// The end of a selection that is this way on the screen.
fn edge(map: &Map, selection: Selection, way: Way) -> Place {
    let (one, other) = (map.caret(selection.anchor), map.caret(selection.caret));
    let anchor_is_left = if (one.top - other.top).abs() < f32::EPSILON {
        one.x < other.x
    } else {
        (one.top < other.top) != map.direction().is_rtl()
    };
    if anchor_is_left == (way == Way::Left) { selection.anchor } else { selection.caret }
}

/// A place that a motion came to, moved out of what is one piece.
fn out_of_atoms(map: &Map, place: Place, forward: bool) -> Place {
    let settled = map.settled(place);
    if settled.index == place.index || !forward {
        return settled;
    }
    match map.cell_at(place.index) {
        Some((row, cell)) => Place::before(row.at + cell.end),
        None => settled,
    }
}

/// Puts `new` in the place of what is selected, and the caret behind it.
pub(super) fn insert(text: &mut String, selection: &mut Selection, new: &str, atoms: &[Atom]) {
    let range = whole(selection.range(), atoms);
    if text.get(range.clone()).is_none() {
        return;
    }
    text.replace_range(range.clone(), new);
    let index = range.start + new.len();
    let affinity = if new.is_empty() { selection.caret.affinity } else { Affinity::Before };
    *selection = Selection::at(Place { index, affinity });
}

/// Deletes what is selected, or so much before the caret or after it.
pub(super) fn delete(
    map: &Map,
    text: &mut String,
    selection: &mut Selection,
    extent: Extent,
    forward: bool,
    atoms: &[Atom],
) {
    if selection.is_empty() {
        let at = selection.caret.index;
        let mut ranges = atoms.iter().map(|atom| &atom.range);
        let atom = ranges.find(|atom| if forward { atom.start == at } else { atom.end == at });
        let to = match (extent, forward) {
            (Extent::One, true) => atom.map_or_else(|| units::next_grapheme(text, at), |a| a.end),
            (Extent::One, false) => {
                atom.map_or_else(|| units::backspace_start(text, at), |a| a.start)
            }
            (Extent::Word, true) => units::next_word_end(text, at),
            (Extent::Word, false) => units::previous_word_start(text, at),
            (Extent::Row, true) => map.row_end(selection.caret).index,
            (Extent::Row, false) => map.row_start(selection.caret).index,
        };
        selection.anchor = Place { index: to, ..selection.anchor };
    }
    insert(text, selection, "", atoms);
    // The caret stays with the side that was not deleted.
    selection.caret.affinity = if forward { Affinity::After } else { Affinity::Before };
    selection.anchor = selection.caret;
}

/// A text with what is being composed in it, and where that begins.
pub(super) fn with_composed(text: &str, selection: Selection, composed: &str) -> (String, usize) {
    let range = selection.range();
    let (before, after) = (text.get(..range.start), text.get(range.end..));
    let at = before.map_or(0, str::len);
    ([before.unwrap_or(""), composed, after.unwrap_or("")].concat(), at)
}

/// Deletes characters round the caret, as input methods ask for it.
pub(super) fn delete_around(
    text: &mut String,
    selection: &mut Selection,
    (before, after): (usize, usize),
    atoms: &[Atom],
) {
    let range = selection.range();
    let head = text.get(..range.start).unwrap_or("");
    let start = head.char_indices().rev().take(before).last().map_or(range.start, |(at, _)| at);
    let tail = text.get(range.end..).unwrap_or("");
    let end = tail.char_indices().nth(after).map_or(text.len(), |(at, _)| range.end + at);
    let kept = text.get(range.clone()).unwrap_or("").to_owned();
    let mut all = Selection { anchor: Place::after(start), caret: Place::after(end) };
    insert(text, &mut all, &kept, atoms);
    let first = all.caret.index - kept.len();
    selection.anchor.index = first;
    selection.caret.index = all.caret.index;
}
