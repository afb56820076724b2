//! What is drawn behind a stretch of text.

use std::ops::Range;

use super::map::Map;

/// A part of what is drawn behind a stretch of text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patch {
    /// Its left edge.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
    /// The upper edge of its row.
    pub top: f32,
    /// The lower edge of its row.
    pub bottom: f32,
}

impl Map {
    /// What is drawn behind a stretch of text, row by row, from left to right; a cell
    /// that is only partly in it is drawn whole.
    #[must_use]
    pub fn patches(&self, range: Range<usize>) -> Vec<Patch> {
        let mut patches = Vec::new();
        for row in &self.rows {
            let mut open: Option<Patch> = None;
            for cell in row.cells() {
                let touched = !range.is_empty()
                    && row.at + cell.start < range.end
                    && range.start < row.at + cell.end;
                if !touched {
                    patches.extend(open.take());
                } else if let Some(patch) = &mut open {
                    patch.right = cell.right;
                } else {
                    open = Some(Patch {
                        left: cell.left,
                        right: cell.right,
                        top: row.top,
                        bottom: row.bottom,
                    });
                }
            }
            patches.extend(open);
        }
        patches
    }
}
