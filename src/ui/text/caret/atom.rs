//! Stretches of a text that are one cell: inline tags.

use std::ops::Range;
use std::sync::Arc;

use super::cells::{Cell, Row};
use super::place::Direction;

/// Makes one cell of those that a stretch of text fills, in the first row that has
/// any; should one be broken over two rows, it has no places in the second.
pub(super) fn merge(rows: &mut [Row], atom: &Range<usize>, direction: Direction) {
    let mut taken = false;
    for row in rows {
        let at = row.at;
        let inside = move |cell: &Cell| atom.start <= at + cell.start && at + cell.end <= atom.end;
        let Some(part) = widest_part(row.cells(), inside) else { continue };
        let cells = &mut Arc::make_mut(&mut row.line).cells;
        let one = joined(cells.get(part.clone()).unwrap_or_default(), direction);
        let before = cells.iter().take(part.start).filter(|cell| !inside(cell)).count();
        cells.retain(|cell| !inside(cell));
        if !std::mem::replace(&mut taken, true) {
            cells.insert(before, one);
        }
    }
}

/// The widest of the parts that stand together. Before a tab the mark that closes a
/// tag, which has no width, can stand apart from it (UAX #9, L1).
fn widest_part(cells: &[Cell], inside: impl Fn(&Cell) -> bool) -> Option<Range<usize>> {
    let width = |part: &[Cell]| part.iter().map(|cell| cell.right - cell.left).sum::<f32>();
    let mut widest: Option<(Range<usize>, f32)> = None;
    let mut start = 0;
    for part in cells.chunk_by(|one, other| inside(one) == inside(other)) {
        let range = start..start + part.len();
        start = range.end;
        let is_wider = widest.as_ref().is_none_or(|(_, most)| width(part) > *most);
        if is_wider && part.first().is_some_and(&inside) {
            widest = Some((range, width(part)));
        }
    }
    widest.map(|(range, _)| range)
}

/// The cell that these make together.
fn joined(part: &[Cell], direction: Direction) -> Cell {
    let left = part.first().map_or(0.0, |cell| cell.left);
    // As a neutral in the text: the paragraph's way if anything of it goes that way.
    let along = part.iter().any(|cell| cell.rtl == direction.is_rtl());
    Cell {
        start: part.iter().map(|cell| cell.start).min().unwrap_or(0),
        end: part.iter().map(|cell| cell.end).max().unwrap_or(0),
        left,
        right: part.last().map_or(left, |cell| cell.right),
        rtl: along == direction.is_rtl(),
    }
}
