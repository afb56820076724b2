//! All places of a text: which gap a place is, and which place a gap.

use std::ops::Range;

use super::atom::merge;
use super::cells::{Cell, Row};
use super::place::{Affinity, Caret, Direction, Place, Way};

/// A gap of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) gap: usize,
}

/// All places of a text.
#[derive(Debug, Clone, Default)]
pub struct Map {
    pub(super) rows: Vec<Row>,
    pub(super) direction: Direction,
    pub(super) len: usize,
}

impl Map {
    /// The map of `rows`, from the first to the last; there is at least one.
    ///
    /// `atoms` are stretches of the text that are one cell whatever stands in them.
    #[must_use]
    pub fn new(
        mut rows: Vec<Row>,
        direction: Direction,
        len: usize,
        atoms: &[Range<usize>],
    ) -> Self {
        for atom in atoms.iter().filter(|atom| atom.start < atom.end) {
            merge(&mut rows, atom, direction);
        }
        Self { rows, direction, len }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The bytes of the text.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no text.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Which way its paragraphs are written.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// Where a caret is drawn.
    #[must_use]
    pub fn caret(&self, place: Place) -> Caret {
        let spot = self.spot(place);
        self.rows.get(spot.row).map_or(Caret { x: 0.0, top: 0.0, bottom: 0.0 }, |row| Caret {
            x: row.x(spot.gap),
            top: row.top,
            bottom: row.bottom,
        })
    }

    /// The place nearest to a point.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Place {
        let row = self.rows.iter().position(|row| y < row.bottom);
        self.in_row(row.unwrap_or(self.rows.len().saturating_sub(1)), x)
    }

    /// The nearest place that is between two cells, for an index that may not be.
    #[must_use]
    pub fn settled(&self, place: Place) -> Place {
        let index = place.index.min(self.len);
        let Some(row) = self.rows.get(self.row_of(Place { index, ..place })) else {
            return Place::default();
        };
        let range = row.range();
        if index > range.end {
            return Place { index: range.end, affinity: Affinity::After };
        }
        let inside = index - row.at;
        let around = row.cells().iter().find(|cell| cell.start < inside && inside < cell.end);
        around.map_or(Place { index, ..place }, |cell| row.moved(Place::after(cell.start)))
    }

    /// The cell that holds the character at `index`, and its row.
    #[must_use]
    pub fn cell_at(&self, index: usize) -> Option<(&Row, &Cell)> {
        let row = self.rows.get(self.row_of(Place::after(index)))?;
        let inside = index.checked_sub(row.at)?;
        let cell = row.cells().iter().find(|cell| (cell.start..cell.end).contains(&inside))?;
        Some((row, cell))
    }

    /// The characters' first bytes in the order they are drawn, row by row; the
    /// characters of one cell stand in the order of the text.
    #[must_use]
    pub fn visual_order(&self) -> Vec<Vec<Range<usize>>> {
        let order = |row: &Row| {
            let cells = row.cells().iter();
            cells.map(|cell| row.at + cell.start..row.at + cell.end).collect()
        };
        self.rows.iter().map(order).collect()
    }

    pub(super) fn row_of(&self, place: Place) -> usize {
        let after = self.rows.partition_point(|row| row.range().start <= place.index);
        let row = after.saturating_sub(1);
        let begins = self.rows.get(row).is_some_and(|found| found.range().start == place.index);
        if place.affinity == Affinity::Before && begins && !self.begins_hard(row) {
            row - 1
        } else {
            row
        }
    }

    pub(super) fn spot(&self, place: Place) -> Spot {
        let place = self.settled(place);
        let row_at = self.row_of(place);
        let Some(row) = self.rows.get(row_at) else { return Spot { row: 0, gap: 0 } };
        let inside = place.index.saturating_sub(row.at);
        let mut cells = row.cells().iter();
        let gap = match place.affinity {
            Affinity::Before => match cells.position(|cell| cell.end == inside) {
                Some(at) => at + usize::from(!row.cells().get(at).is_some_and(|cell| cell.rtl)),
                None => self.start_gap(row),
            },
            Affinity::After => match cells.position(|cell| cell.start == inside) {
                Some(at) => at + usize::from(row.cells().get(at).is_some_and(|cell| cell.rtl)),
                None => self.end_gap(row),
            },
        };
        Spot { row: row_at, gap }
    }

    pub(super) fn start_gap(&self, row: &Row) -> usize {
        if self.direction.is_rtl() { row.cells().len() } else { 0 }
    }

    pub(super) fn end_gap(&self, row: &Row) -> usize {
        if self.direction.is_rtl() { 0 } else { row.cells().len() }
    }

    /// The place of a gap at either end of a row, held by the cell beside it.
    pub(super) fn place_at(&self, spot: Spot) -> Place {
        let Some(row) = self.rows.get(spot.row) else { return Place::default() };
        let place = if spot.gap == 0 {
            row.crossed(0, Way::Left)
        } else {
            row.crossed(spot.gap - 1, Way::Right)
        };
        place.unwrap_or_else(|| Place::after(row.range().start))
    }

    pub(super) fn begins_hard(&self, row: usize) -> bool {
        row.checked_sub(1).and_then(|above| self.rows.get(above)).is_none_or(|above| !above.wraps)
    }

    pub(super) fn in_row(&self, row_at: usize, x: f32) -> Place {
        let Some(row) = self.rows.get(row_at) else { return Place::default() };
        let (Some(first), Some(last)) = (row.cells().first(), row.cells().last()) else {
            return self.start_of(row_at);
        };
        let (before, after) = if self.direction.is_rtl() {
            (x > last.right, x < first.left)
        } else {
            (x < first.left, x > last.right)
        };
        if before && self.begins_hard(row_at) {
            return self.start_of(row_at);
        }
        if after && !row.wraps {
            return self.end_of(row_at);
        }
        let cell = row.cells().iter().find(|cell| x < cell.right).unwrap_or(last);
        let middle = f32::midpoint(cell.left, cell.right);
        row.moved(if x < middle { cell.left_place() } else { cell.right_place() })
    }
}
