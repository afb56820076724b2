//! A sparse table of translation probabilities, from terms to terms.

/// For each given term, the terms it may be rendered by and how likely each is.
///
/// Rows are sorted by term. Values are probabilities in the sense of IBM model 1
/// or strengths that stand in for them, 0…1; a row need not sum to one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    rows: Vec<Vec<(u32, f32)>>,
}

impl Table {
    /// An empty table with room for `given` terms.
    pub(super) fn new(given: usize) -> Self {
        Self { rows: vec![Vec::new(); given] }
    }

    /// The renderings of a term.
    pub(super) fn row(&self, given: u32) -> &[(u32, f32)] {
        self.rows.get(given as usize).map_or(&[], Vec::as_slice)
    }

    /// How likely `term` renders `given`, 0 when unknown.
    pub(super) fn get(&self, given: u32, term: u32) -> f32 {
        let row = self.row(given);
        row.binary_search_by_key(&term, |entry| entry.0).map_or(0.0, |at| row[at].1)
    }

    /// Adds evidence as a second witness would: 1 − (1 − p)(1 − q).
    pub(super) fn witness(&mut self, given: u32, term: u32, probability: f32) {
        let Some(row) = self.rows.get_mut(given as usize) else { return };
        match row.binary_search_by_key(&term, |entry| entry.0) {
            Ok(at) => row[at].1 = 1.0 - (1.0 - row[at].1) * (1.0 - probability),
            Err(at) => row.insert(at, (term, probability)),
        }
    }

    /// Adds evidence that says no more than what is there already: the stronger stays.
    pub(super) fn strengthen(&mut self, given: u32, term: u32, probability: f32) {
        let Some(row) = self.rows.get_mut(given as usize) else { return };
        match row.binary_search_by_key(&term, |entry| entry.0) {
            Ok(at) => row[at].1 = row[at].1.max(probability),
            Err(at) => row.insert(at, (term, probability)),
        }
    }

    /// All evidence of another table added to this one.
    pub(super) fn witness_all(&mut self, other: &Self) {
        for (given, row) in (0_u32..).zip(&other.rows) {
            for &(term, probability) in row {
                self.witness(given, term, probability);
            }
        }
    }

    /// All entries: `(given, term, probability)`, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = (u32, u32, f32)> {
        (0_u32..)
            .zip(&self.rows)
            .flat_map(|(given, row)| row.iter().map(move |e| (given, e.0, e.1)))
    }

    /// The table read the other way round, with room for `given` terms.
    pub(super) fn transposed(&self, given: usize) -> Self {
        let mut turned = Self::new(given);
        for (from, to, probability) in self.entries() {
            if let Some(row) = turned.rows.get_mut(to as usize) {
                row.push((from, probability));
            }
        }
        turned
    }

    /// Rows whose sum is above one scaled to one: a word that resembles five
    /// others renders each of them a fifth of the time.
    pub(super) fn shared_out(mut self) -> Self {
        for row in &mut self.rows {
            let sum: f32 = row.iter().map(|entry| entry.1).sum();
            if sum > 1.0 {
                for entry in row {
                    entry.1 /= sum;
                }
            }
        }
        self
    }
}
