//! Texts laid out without a window, compared with Unicode's own tests, with another
//! implementation of its algorithm, and walked through with the arrow keys.

mod order;
mod unicode;
mod walk;

use std::ops::Range;
use std::sync::Arc;

use unicode_bidi::{BidiInfo, Level};

use super::atom::Atom;
use super::caret::Direction;
use super::engine::{Engine, Text};
use super::laid::Laid;
use crate::ui::fonts;

pub(super) const LTR: Direction = Direction::LeftToRight;
pub(super) const RTL: Direction = Direction::RightToLeft;

/// A text laid out with the bundled faces alone.
pub(super) fn lay_out(
    engine: &mut Engine,
    text: &str,
    width: f32,
    direction: Direction,
) -> Arc<Laid> {
    with_tags(engine, text, width, direction, &[])
}

/// The same with tags in it.
pub(super) fn with_tags(
    engine: &mut Engine,
    text: &str,
    width: f32,
    direction: Direction,
    atoms: &[Atom],
) -> Arc<Laid> {
    let lang = if direction.is_rtl() { "ar" } else { "fr" };
    engine.lay_out(&Text { text, role: fonts::TEXT, width, direction, lang, atoms })
}

/// The order that `unicode-bidi` gives the characters of one line of a paragraph.
pub(super) fn reference(
    paragraph: &str,
    line: Range<usize>,
    direction: Direction,
) -> Vec<Range<usize>> {
    let level = if direction.is_rtl() { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(paragraph, Some(level));
    let mut order = Vec::new();
    for whole in &info.paragraphs {
        let from = line.start.max(whole.range.start);
        let to = line.end.min(whole.range.end);
        if from >= to {
            continue;
        }
        let (levels, runs) = info.visual_runs(whole, from..to);
        for run in runs {
            let part = &paragraph[run.clone()];
            let chars =
                part.char_indices().map(|(at, c)| run.start + at..run.start + at + c.len_utf8());
            if levels[run.start].is_rtl() {
                order.extend(chars.rev());
            } else {
                order.extend(chars);
            }
        }
    }
    order
}

/// An order of characters as an order of the cells that hold them.
pub(super) fn by_cell(order: &[Range<usize>], cells: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut by_cell: Vec<Range<usize>> = Vec::new();
    for place in order {
        let cell = cells.iter().find(|cell| cell.start <= place.start && place.end <= cell.end);
        let cell = cell.expect("every character is in a cell");
        if by_cell.last() != Some(cell) {
            by_cell.push(cell.clone());
        }
    }
    by_cell
}

/// Chance that comes again: xorshift (Marsaglia 2003).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).expect("small")).expect("small")
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
