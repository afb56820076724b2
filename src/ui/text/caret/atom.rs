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
        let Some(first) = row.cells().iter().position(inside) else { continue };
        let cells = &mut Arc::make_mut(&mut row.line).cells;
        let one =
            (!taken).then(|| joined(cells.get(first..).unwrap_or_default(), inside, direction));
        taken = true;
        cells.retain(|cell| !inside(cell));
        if let Some(one) = one {
            cells.insert(first, one);
        }
    }
}

/// The cell that those at the head of `cells` make together.
fn joined(cells: &[Cell], inside: impl Fn(&Cell) -> bool, direction: Direction) -> Cell {
    let count = cells.iter().take_while(|cell| inside(cell)).count();
    let part = cells.get(..count).unwrap_or_default();
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
