//! What a list shows, where it is asked to go, and what it drew.

use std::ops::Range;

use egui::{Rect, Ui};

/// What the list shows.
pub trait RowSource {
    /// How many rows there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A guess at the height of a row, without laying text out. Called for every row
    /// when the width or the rows change, so it must be cheap.
    fn estimate(&self, row: usize, width: f32) -> f32;

    /// The height of a row `width` points wide. Called for rows in view, each frame.
    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> f32;

    /// Draws a row. Controls in it take ids from what they show, not from `row`.
    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect);
}

/// Where a row is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the top of the view.
    Top,
    /// In its middle.
    Middle,
    /// Where it is if that is in view, else just inside the nearer edge.
    Nearest,
}

/// One row as it was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The row.
    pub row: usize,
    /// Where it is on the screen; rows at the edges reach out of the view.
    pub rect: Rect,
}

/// What one frame showed.
#[derive(Debug, Clone)]
pub struct RowsShown {
    /// The rows in view from top to bottom, without an active row out of view.
    pub rows: Vec<Placed>,
    /// The view.
    pub view: Rect,
}

impl RowsShown {
    /// The rows in view.
    pub fn range(&self) -> Range<usize> {
        match (self.rows.first(), self.rows.last()) {
            (Some(first), Some(last)) => first.row..last.row + 1,
            _ => 0..0,
        }
    }

    /// Where a row is, if it is in view.
    pub fn rect(&self, row: usize) -> Option<Rect> {
        self.rows.iter().find(|placed| placed.row == row).map(|placed| placed.rect)
    }
}
