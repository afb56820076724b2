//! The part of the grid that is searched.
//!
//! A node (i, j) stands between sentences: i source and j target sentences are
//! done. Small grids are searched whole; of a large one a strip, its rows of
//! different widths, which always holds both corners and a way between them.

use std::ops::Range;

/// A range that any other extends.
const NONE: Range<usize> = Range { start: usize::MAX, end: 0 };

/// A strip of nodes, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Corridor {
    /// The columns of row i, for i in `0..=source`.
    rows: Vec<Range<usize>>,
    /// Index of each row's first node.
    offsets: Vec<usize>,
    /// The rows of column j, for j in `0..=target`.
    columns: Vec<Range<usize>>,
    nodes: usize,
}

impl Corridor {
    /// All nodes of a grid of `source` × `target` sentences.
    pub(super) fn full(source: usize, target: usize) -> Self {
        Self::of(vec![0..target + 1; source + 1], target)
    }

    /// The nodes about a way: each of its nodes, `(row, column, reach)` in order
    /// from (0, 0) to (source, target), takes its neighbours as far as it reaches.
    pub(super) fn about(way: &[(usize, usize, usize)], source: usize, target: usize) -> Self {
        let mut rows = vec![NONE; source + 1];
        let nodes = [(0, 0, 1)].into_iter().chain(way.iter().copied()).chain([(source, target, 1)]);
        for (i, j, reach) in nodes {
            let (first, last) = (i.saturating_sub(reach), (i + reach).min(source));
            for row in rows.get_mut(first..=last).unwrap_or_default() {
                row.start = row.start.min(j.saturating_sub(reach));
                row.end = row.end.max((j + reach).min(target) + 1);
            }
        }
        Self::of(rows, target)
    }

    /// Rows made fit: neither end moves back from one row to the next, and each
    /// row touches the one above, so that a way leads through.
    fn of(mut rows: Vec<Range<usize>>, target: usize) -> Self {
        if let Some(first) = rows.first_mut() {
            first.start = 0;
        }
        let mut end = 1;
        for row in &mut rows {
            row.end = row.end.max(end).min(target + 1);
            end = row.end;
        }
        let mut start = target;
        if let Some(last) = rows.last_mut() {
            last.end = target + 1;
        }
        for row in rows.iter_mut().rev() {
            row.start = row.start.min(start);
            start = row.start;
        }
        let mut reached = 1;
        for row in &mut rows {
            row.start = row.start.min(reached - 1);
            reached = row.end;
        }
        let mut offsets = Vec::with_capacity(rows.len());
        let mut nodes = 0;
        for row in &rows {
            offsets.push(nodes);
            nodes += row.len();
        }
        let columns = columns(&rows, target);
        Self { rows, offsets, columns, nodes }
    }

    /// Number of nodes.
    pub(super) const fn len(&self) -> usize {
        self.nodes
    }

    /// Number of source sentences.
    pub(super) fn source(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// Number of target sentences.
    pub(super) fn target(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    /// The rows of a column.
    pub(super) fn column(&self, j: usize) -> Range<usize> {
        self.columns.get(j).cloned().unwrap_or(0..0)
    }

    /// The columns of a row.
    pub(super) fn row(&self, i: usize) -> Range<usize> {
        self.rows.get(i).cloned().unwrap_or(0..0)
    }

    /// The index of a node, where it is in the strip.
    pub(super) fn node(&self, i: usize, j: usize) -> Option<usize> {
        let row = self.rows.get(i)?;
        if !row.contains(&j) {
            return None;
        }
        self.offsets.get(i).map(|offset| offset + (j - row.start))
    }

    /// The index of the node `back.0` rows and `back.1` columns before (i, j).
    pub(super) fn before(&self, i: usize, j: usize, back: (usize, usize)) -> Option<usize> {
        self.node(i.checked_sub(back.0)?, j.checked_sub(back.1)?)
    }
}

/// The rows that hold each column.
fn columns(rows: &[Range<usize>], target: usize) -> Vec<Range<usize>> {
    let mut columns = vec![NONE; target + 1];
    for (i, row) in rows.iter().enumerate() {
        for column in columns.get_mut(row.clone()).unwrap_or_default() {
            column.start = column.start.min(i);
            column.end = i + 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every strip holds the corners and a way of single steps between them.
    fn check(corridor: &Corridor) {
        let (n, m) = (corridor.source(), corridor.target());
        assert!(corridor.node(0, 0).is_some() && corridor.node(n, m).is_some());
        let (mut i, mut j) = (0, 0);
        while (i, j) != (n, m) {
            if corridor.node(i + 1, j).is_some() && i < n {
                i += 1;
            } else {
                assert!(corridor.node(i, j + 1).is_some(), "stuck at {i}, {j} of {n}, {m}");
                j += 1;
            }
        }
        let counted: usize = (0..=n).map(|i| corridor.row(i).len()).sum();
        assert_eq!(counted, corridor.len());
    }

    #[test]
    fn a_way_leads_through_every_strip() {
        check(&Corridor::full(0, 0));
        check(&Corridor::full(0, 7));
        check(&Corridor::full(7, 0));
        check(&Corridor::full(3, 40));
        check(&Corridor::about(&[], 30, 30));
        check(&Corridor::about(&[(0, 0, 1), (0, 25, 1), (5, 25, 1), (30, 30, 1)], 30, 30));
        check(&Corridor::about(&[(0, 0, 3), (30, 0, 3), (30, 30, 3)], 30, 30));
        check(&Corridor::about(&[(12, 20, 1), (10, 2, 1)], 30, 30));
    }

    #[test]
    fn a_strip_follows_its_path_and_no_more() {
        let way: Vec<_> = (0..=1000).map(|i| (i, i, 5)).collect();
        let corridor = Corridor::about(&way, 1000, 1000);
        assert_eq!(corridor.row(500), 490..511);
        assert!(corridor.len() < 1001 * 22);
    }
}
