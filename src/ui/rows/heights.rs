//! The heights of many rows, with their sums.
//!
//! A Fenwick tree (P. M. Fenwick, "A New Data Structure for Cumulative Frequency
//! Tables", 1994) over the heights: where a row begins, which row is at a place and
//! a changed height each cost as many steps as the count of rows has bits. Sums are
//! `f64`, since 50,000 rows are 2.5 million points high and an `f32` there steps by
//! a quarter of a point.

/// Heights of rows in points.
#[derive(Debug, Clone, Default)]
pub struct Heights {
    rows: Vec<f32>,
    /// `tree[i]` is the sum of the rows its lowest set bit reaches back over; 1-based.
    tree: Vec<f64>,
}

impl Heights {
    /// From the heights of all rows, in linear time.
    pub fn new(heights: impl IntoIterator<Item = f32>) -> Self {
        let rows: Vec<f32> = heights.into_iter().collect();
        let mut tree = vec![0.0; rows.len() + 1];
        for (row, &height) in rows.iter().enumerate() {
            let place = row + 1;
            tree[place] += f64::from(height);
            let above = place + lowest_bit(place);
            if above < tree.len() {
                tree[above] += tree[place];
            }
        }
        Self { rows, tree }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The height of a row; nothing past the last one.
    pub fn height(&self, row: usize) -> f32 {
        self.rows.get(row).copied().unwrap_or(0.0)
    }

    /// Where a row begins, measured from the top of the first.
    pub fn top(&self, row: usize) -> f64 {
        let mut place = row.min(self.len());
        let mut sum = 0.0;
        while place > 0 {
            sum += self.tree[place];
            place -= lowest_bit(place);
        }
        sum
    }

    /// The height of all rows.
    pub fn total(&self) -> f64 {
        self.top(self.len())
    }

    /// The row at a distance from the top; the first or last row beyond the ends.
    pub fn row_at(&self, distance: f64) -> usize {
        let mut row = 0;
        let mut rest = distance;
        let mut reach = self.len().checked_ilog2().map_or(0, |bits| 1_usize << bits);
        while reach > 0 {
            let next = row + reach;
            if let Some(&sum) = self.tree.get(next)
                && sum <= rest
            {
                row = next;
                rest -= sum;
            }
            reach /= 2;
        }
        row.min(self.len().saturating_sub(1))
    }

    /// Corrects the height of a row.
    pub fn set(&mut self, row: usize, height: f32) {
        let Some(old) = self.rows.get_mut(row) else { return };
        let change = f64::from(height) - f64::from(*old);
        *old = height;
        let mut place = row + 1;
        while change != 0.0 && place < self.tree.len() {
            self.tree[place] += change;
            place += lowest_bit(place);
        }
    }
}

/// The lowest set bit of a place above 0.
fn lowest_bit(place: usize) -> usize {
    1 << place.trailing_zeros()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "sums of whole points are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The tree answers what adding up answers, after any corrections.
        #[test]
        fn sums_are_those_of_adding_up(
            mut heights in prop::collection::vec(1_u8..200, 0..200),
            changes in prop::collection::vec((0_usize..200, 1_u8..200), 0..40),
            places in prop::collection::vec(-50_i32..40_000, 10),
        ) {
            let mut tree = Heights::new(heights.iter().map(|&height| f32::from(height)));
            for (row, height) in changes {
                tree.set(row, f32::from(height));
                if let Some(old) = heights.get_mut(row) {
                    *old = height;
                }
            }
            let tops: Vec<f64> = std::iter::once(0.0).chain(heights.iter().scan(0.0, |sum, &h| {
                *sum += f64::from(h);
                Some(*sum)
            })).collect();
            for (row, &top) in tops.iter().enumerate() {
                prop_assert_eq!(tree.top(row), top);
            }
            prop_assert_eq!(Some(&tree.total()), tops.last());
            for place in places.into_iter().map(f64::from) {
                let slow = tops.iter().rposition(|&top| top <= place).unwrap_or(0);
                prop_assert_eq!(tree.row_at(place), slow.min(heights.len().saturating_sub(1)));
            }
        }
    }

    #[test]
    fn no_rows_are_no_trouble() {
        let mut none = Heights::new([]);
        none.set(3, 10.0);
        assert_eq!((none.total(), none.row_at(100.0), none.top(5)), (0.0, 0, 0.0));
    }
}
