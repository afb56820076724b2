//! Stretches of a text that are one cell: inline tags.

use std::ops::Range;
use std::sync::Arc;

use super::cells::{Cell, Row};
use super::place::Direction;

/// Makes one cell of those that a stretch of text fills, if they stand together.
pub(super) fn merge(row: &mut Row, atom: &Range<usize>, direction: Direction) {
    let at = row.at;
    let inside = |cell: &Cell| atom.start <= at + cell.start && at + cell.end <= atom.end;
    let Some(first) = row.cells().iter().position(inside) else { return };
    let count = row.cells().iter().filter(|cell| inside(cell)).count();
    let Some(part) = row.cells().get(first..first + count) else { return };
    if count < 2 || !part.iter().all(inside) {
        return;
    }
    let along = part.iter().any(|cell| cell.rtl == direction.is_rtl());
    let one = Cell {
        start: part.iter().map(|cell| cell.start).min().unwrap_or(0),
        end: part.iter().map(|cell| cell.end).max().unwrap_or(0),
        left: part.first().map_or(0.0, |cell| cell.left),
        right: part.last().map_or(0.0, |cell| cell.right),
        rtl: along == direction.is_rtl(),
    };
    Arc::make_mut(&mut row.line).cells.splice(first..first + count, [one]);
}
