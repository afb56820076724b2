//! Where the caret can stand, and where it goes.
//!
//! A text is rows of **cells**, one a grapheme, from left to right as they are drawn.
//! Between cells, and at both ends of a row, are **gaps**; a caret is drawn in a gap.
//! Where writing of two directions meets, one gap belongs to two places in the text
//! and one place in the text to two gaps. So a [`Place`] says, beside its index,
//! which of the two characters it holds on to ([`Affinity`]).
//!
//! Arrow keys go through the gaps in their order on the screen: by construction they
//! never circle and reach every gap. The caret holds on to the cell it has just
//! crossed. Where a line wraps, the end of the upper row and the start of the lower
//! are one place; arrows stop at it once, in the lower row.
//!
//! The map knows nothing of fonts or windows: it is given cells and answers places.
//! Left out: vertical writing.

use std::ops::Range;
use std::sync::Arc;

/// Which way a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// As Latin and Cyrillic are.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew are.
    RightToLeft,
}

impl Direction {
    /// The direction of a language.
    #[must_use]
    pub fn of(lang: &crate::model::Lang) -> Self {
        if lang.is_right_to_left() { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Whether it is from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::RightToLeft)
    }
}

/// Which character a caret between two holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Affinity {
    /// The one before it in the text.
    Before,
    /// The one after it in the text.
    #[default]
    After,
}

/// A place for the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Bytes from the start of the text, always between two graphemes.
    pub index: usize,
    /// The character it is drawn beside.
    pub affinity: Affinity,
}

impl Place {
    /// Drawn beside the character before it.
    #[must_use]
    pub const fn before(index: usize) -> Self {
        Self { index, affinity: Affinity::Before }
    }

    /// Drawn beside the character after it.
    #[must_use]
    pub const fn after(index: usize) -> Self {
        Self { index, affinity: Affinity::After }
    }
}

/// Where an arrow key points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the left of the screen.
    Left,
    /// To its right.
    Right,
}

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
    const fn left_place(&self) -> Place {
        if self.rtl { Place::before(self.end) } else { Place::after(self.start) }
    }

    const fn right_place(&self) -> Place {
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

    fn cells(&self) -> &[Cell] {
        &self.line.cells
    }

    fn moved(&self, place: Place) -> Place {
        Place { index: place.index + self.at, ..place }
    }

    /// Where a gap is, in points from the left.
    fn x(&self, gap: usize) -> f32 {
        match (self.cells().get(gap), self.cells().last()) {
            (Some(cell), _) => cell.left,
            (None, Some(last)) => last.right,
            (None, None) => self.line.edge,
        }
    }

    /// The place one comes to by crossing a cell.
    fn crossed(&self, cell: usize, way: Way) -> Option<Place> {
        let cell = self.cells().get(cell)?;
        let place = if way == Way::Left { cell.left_place() } else { cell.right_place() };
        Some(self.moved(place))
    }
}

/// Where a caret is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caret {
    /// Points from the left.
    pub x: f32,
    /// The upper edge of its row.
    pub top: f32,
    /// The lower edge of its row.
    pub bottom: f32,
}

/// A gap of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    row: usize,
    gap: usize,
}

/// All places of a text.
#[derive(Debug, Clone, Default)]
pub struct Map {
    rows: Vec<Row>,
    direction: Direction,
    len: usize,
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
            for row in &mut rows {
                merge(row, atom, direction);
            }
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

    /// The place beside `place` on the screen; `place` itself at the ends of the text.
    #[must_use]
    pub fn step(&self, place: Place, way: Way) -> Place {
        let mut spot = self.spot(place);
        loop {
            let Some(row) = self.rows.get(spot.row) else { return place };
            let (cell, gap) = match way {
                Way::Left if spot.gap > 0 => (spot.gap - 1, spot.gap - 1),
                Way::Right if spot.gap < row.cells().len() => (spot.gap, spot.gap + 1),
                _ => match self.next_row(spot.row, way) {
                    None => return place,
                    Some(next) => {
                        spot = Spot { row: next, gap: self.entry(next, way) };
                        if self.is_passed_over(spot) {
                            continue;
                        }
                        return self.place_at(spot);
                    }
                },
            };
            spot.gap = gap;
            if !self.is_passed_over(spot) {
                return row.crossed(cell, way).unwrap_or(place);
            }
            // The same place at the start of the next row.
            if self.is_onward(way) {
                let next = spot.row + 1;
                return self.place_at(Spot { row: next, gap: self.entry(next, way) });
            }
        }
    }

    /// The place in the row above or below that is nearest to `x` points; none in the
    /// first and last row. `rows` is negative upwards.
    #[must_use]
    pub fn vertical(&self, place: Place, rows: isize, x: f32) -> Option<Place> {
        let from = self.spot(place).row;
        let last = self.rows.len().saturating_sub(1);
        let to = from.saturating_add_signed(rows).min(last);
        (to != from).then(|| self.in_row(to, x))
    }

    /// The start of the row that a caret is in.
    #[must_use]
    pub fn row_start(&self, place: Place) -> Place {
        self.start_of(self.spot(place).row)
    }

    /// The end of the row that a caret is in.
    #[must_use]
    pub fn row_end(&self, place: Place) -> Place {
        self.end_of(self.spot(place).row)
    }

    /// The start of the text.
    #[must_use]
    pub fn start(&self) -> Place {
        self.start_of(0)
    }

    /// The end of the text.
    #[must_use]
    pub fn end(&self) -> Place {
        self.end_of(self.rows.len().saturating_sub(1))
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

    fn row_of(&self, place: Place) -> usize {
        let after = self.rows.partition_point(|row| row.range().start <= place.index);
        let row = after.saturating_sub(1);
        let begins = self.rows.get(row).is_some_and(|found| found.range().start == place.index);
        if place.affinity == Affinity::Before && begins && !self.begins_hard(row) {
            row - 1
        } else {
            row
        }
    }

    fn spot(&self, place: Place) -> Spot {
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

    const fn is_onward(&self, way: Way) -> bool {
        matches!(way, Way::Left) == self.direction.is_rtl()
    }

    fn next_row(&self, row: usize, way: Way) -> Option<usize> {
        let next = if self.is_onward(way) { row.checked_add(1) } else { row.checked_sub(1) };
        next.filter(|&next| next < self.rows.len())
    }

    /// The first gap of a row for somebody who comes from the row beside it.
    fn entry(&self, row: usize, way: Way) -> usize {
        match way {
            Way::Right => 0,
            Way::Left => self.rows.get(row).map_or(0, |row| row.cells().len()),
        }
    }

    fn start_gap(&self, row: &Row) -> usize {
        if self.direction.is_rtl() { row.cells().len() } else { 0 }
    }

    fn end_gap(&self, row: &Row) -> usize {
        if self.direction.is_rtl() { 0 } else { row.cells().len() }
    }

    /// The place of a gap at either end of a row, held by the cell beside it.
    fn place_at(&self, spot: Spot) -> Place {
        let Some(row) = self.rows.get(spot.row) else { return Place::default() };
        let place = if spot.gap == 0 {
            row.crossed(0, Way::Left)
        } else {
            row.crossed(spot.gap - 1, Way::Right)
        };
        place.unwrap_or_else(|| Place::after(row.range().start))
    }

    /// Whether a gap is the end of a wrapped row and the next row begins with the same
    /// place.
    fn is_passed_over(&self, spot: Spot) -> bool {
        let Some(row) = self.rows.get(spot.row).filter(|row| row.wraps) else { return false };
        let Some(next) = self.rows.get(spot.row + 1) else { return false };
        if spot.gap != self.end_gap(row) {
            return false;
        }
        let begins = Spot { row: spot.row + 1, gap: self.start_gap(next) };
        let end = row.range().end;
        self.place_at(spot).index == end && self.place_at(begins).index == end
    }

    fn begins_hard(&self, row: usize) -> bool {
        row.checked_sub(1).and_then(|above| self.rows.get(above)).is_none_or(|above| !above.wraps)
    }

    /// At a line break the paragraph itself holds the caret, at its own edge.
    fn start_of(&self, row: usize) -> Place {
        let index = self.rows.get(row).map_or(0, |row| row.range().start);
        if self.begins_hard(row) { Place::before(index) } else { Place::after(index) }
    }

    fn end_of(&self, row: usize) -> Place {
        match self.rows.get(row) {
            Some(row) if row.wraps => Place::before(row.range().end),
            Some(row) => Place::after(row.range().end),
            None => Place::default(),
        }
    }

    fn in_row(&self, row_at: usize, x: f32) -> Place {
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

/// Makes one cell of those that a stretch of text fills, if they stand together.
fn merge(row: &mut Row, atom: &Range<usize>, direction: Direction) {
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
