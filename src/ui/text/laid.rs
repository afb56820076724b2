//! A whole text laid out: its paragraphs under each other, and the map of its places.

use std::ops::Range;
use std::sync::Arc;

use egui::{Vec2, vec2};

use super::atom::Atom;
use super::caret::{Direction, Map, Row};
use super::layout::{LaidLine, Paragraph};
use crate::ui::fonts::TypeRole;

/// Ascent and descent of Noto Sans, in parts of the size (its `hhea` table).
const ASCENT: f32 = 1.069;
const DESCENT: f32 = 0.293;

/// Where the baseline of a line is, from its upper edge: the face stands in the middle
/// of the line, as in egui.
#[must_use]
pub(super) fn baseline(role: TypeRole) -> f32 {
    let height = (ASCENT + DESCENT) * role.size;
    (role.line - height) / 2.0 + ASCENT * role.size
}

/// A text laid out.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    paragraphs: Vec<Arc<Paragraph>>,
    /// Of each row: its paragraph and its line there.
    lines: Vec<(usize, usize)>,
    pub(super) text: Box<str>,
    pub(super) map: Map,
    pub(super) role: TypeRole,
    /// Width of the widest line and height of all, in points.
    pub(super) size: Vec2,
    /// How many characters no face has.
    pub(super) missing: usize,
}

impl Laid {
    /// Puts paragraphs under each other; each comes with its bytes in the text.
    pub(super) fn new(
        paragraphs: Vec<(Range<usize>, Arc<Paragraph>)>,
        role: TypeRole,
        direction: Direction,
        text: &str,
        atoms: &[Atom],
    ) -> Self {
        let mut rows = Vec::new();
        let mut lines = Vec::new();
        let (mut top, mut width, mut missing) = (0.0, 0.0_f32, 0);
        for (number, (range, paragraph)) in paragraphs.iter().enumerate() {
            width = width.max(paragraph.width);
            missing += paragraph.missing;
            for (place, LaidLine { line, .. }) in paragraph.lines.iter().enumerate() {
                let wraps = place + 1 < paragraph.lines.len();
                let bottom = top + role.line;
                rows.push(Row { line: Arc::clone(line), at: range.start, top, bottom, wraps });
                lines.push((number, place));
                top = bottom;
            }
        }
        let atoms: Vec<Range<usize>> = atoms.iter().map(|atom| atom.range.clone()).collect();
        let map = Map::new(rows, direction, text.len(), &atoms);
        let paragraphs = paragraphs.into_iter().map(|(_, paragraph)| paragraph).collect();
        let size = vec2(width, top);
        Self { paragraphs, lines, text: text.into(), map, role, size, missing }
    }

    /// The rows with their glyphs.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Row, &LaidLine)> {
        let laid = self.lines.iter().filter_map(|&(paragraph, line)| {
            self.paragraphs.get(paragraph).and_then(|paragraph| paragraph.lines.get(line))
        });
        self.map.rows().iter().zip(laid)
    }
}
