//! What is drawn: graphemes in rows.

use std::ops::Range;
use std::sync::Arc;

use super::place::{Place, Way};

/// One grapheme as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Its bytes, from the start of its paragraph.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// Its left edge, in points.
    pub left: f32,
    /// Its right edge, in points.
    pub right: f32,
    /// Whether it is written from right to left.
    pub rtl: bool,
}

impl Cell {
    pub(super) const fn left_place(&self) -> Place {
        if self.rtl { Place::before(self.end) } else { Place::after(self.start) }
    }

    pub(super) const fn right_place(&self) -> Place {
        if self.rtl { Place::after(self.start) } else { Place::before(self.end) }
    }
}

/// One row of a paragraph: its bytes from the paragraph's start, and its cells from
/// left to right, each beginning where the one before it ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where a caret stands when there are none, in points.
    pub edge: f32,
}

/// A row of the whole text.
#[derive(Debug, Clone)]
pub struct Row {
    /// What stands in it.
    pub line: Arc<Line>,
    /// Where its paragraph begins in the text.
    pub at: usize,
    /// Its upper edge, in points.
    pub top: f32,
    /// Its lower edge, in points.
    pub bottom: f32,
    /// Whether the text goes on in the next row without a line break.
    pub wraps: bool,
}

impl Row {
    /// Its bytes, without a line break.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.at + self.line.range.start..self.at + self.line.range.end
    }

    pub(super) fn cells(&self) -> &[Cell] {
        &self.line.cells
    }

    pub(super) fn moved(&self, place: Place) -> Place {
        Place { index: place.index + self.at, ..place }
    }

    /// Where a gap is, in points from the left.
    pub(super) fn x(&self, gap: usize) -> f32 {
        match (self.cells().get(gap), self.cells().last()) {
            (Some(cell), _) => cell.left,
            (None, Some(last)) => last.right,
            (None, None) => self.line.edge,
        }
    }

    /// The place one comes to by crossing a cell.
    pub(super) fn crossed(&self, cell: usize, way: Way) -> Option<Place> {
        let cell = self.cells().get(cell)?;
        let place = if way == Way::Left { cell.left_place() } else { cell.right_place() };
        Some(self.moved(place))
    }
}
