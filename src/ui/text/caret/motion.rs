//! Where the arrow keys and their kin lead.

use super::map::{Map, Spot};
use super::place::{Place, Way};

impl Map {
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

    /// At a line break the paragraph itself holds the caret, at its own edge.
    pub(super) fn start_of(&self, row: usize) -> Place {
        let index = self.rows.get(row).map_or(0, |row| row.range().start);
        if self.begins_hard(row) { Place::before(index) } else { Place::after(index) }
    }

    pub(super) fn end_of(&self, row: usize) -> Place {
        match self.rows.get(row) {
            Some(row) if row.wraps => Place::before(row.range().end),
            Some(row) => Place::after(row.range().end),
            None => Place::default(),
        }
    }
}
