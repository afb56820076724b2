//! Drift: one source text whose confirmed translations differ within a job.

use std::collections::HashMap;

use super::piece::Piece;
use crate::model::{Lang, RowNumber};

/// A source text with several confirmed translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The source.
    pub source: String,
    /// Its translations in the order they come up, at least two, with the rows that have them.
    pub targets: Vec<(String, Vec<Place>)>,
}

/// Where a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The release, as the report calls it.
    pub release: String,
    /// The row's number as shown.
    pub row: RowNumber,
}

/// The drifts among the pieces, in the order their sources come up.
#[must_use]
pub fn drifts(pieces: &[Piece]) -> Vec<Drift> {
    let mut places: HashMap<(&Lang, &Lang, &str), usize> = HashMap::new();
    let mut found: Vec<Drift> = Vec::new();
    for piece in pieces {
        for confirmed in &piece.confirmed {
            let key = (&piece.pair.source, &piece.pair.target, confirmed.source.as_str());
            let next = found.len();
            let at = *places.entry(key).or_insert(next);
            if at == next {
                found.push(Drift { source: confirmed.source.clone(), targets: Vec::new() });
            }
            let place = Place { release: piece.name.clone(), row: confirmed.row };
            if let Some(drift) = found.get_mut(at) {
                drift.add(&confirmed.target, place);
            }
        }
    }
    found.retain(|drift| drift.targets.len() > 1);
    found
}

impl Drift {
    fn add(&mut self, target: &str, place: Place) {
        match self.targets.iter_mut().find(|(known, _)| known == target) {
            Some((_, places)) => places.push(place),
            None => self.targets.push((target.to_owned(), vec![place])),
        }
    }
}
