//! What memories teach about words, for alignment: their pairs are taken out of the
//! library at once, and learnt from where there is time.

use super::library::Library;
use crate::align::Lexicon;
use crate::memory::Direction;
use crate::model::{Cancelled, Lang, Unwatched, Watch};

/// So many units of a memory are learnt from; more teach little and take time.
const MOST: usize = 20_000;

/// The pairs of texts of the memories of two languages.
#[derive(Debug, Clone)]
pub struct Lessons {
    source: Lang,
    target: Lang,
    pairs: Vec<(String, String)>,
}

impl Lessons {
    /// What the memories of a library have for two languages.
    #[must_use]
    pub fn of(library: &Library, source: &Lang, target: &Lang) -> Self {
        let mut pairs = Vec::new();
        for (shelf, way) in library.of_pair(source, target) {
            let units = shelf.memory.units().take(MOST).map(|stored| stored.unit);
            pairs.extend(units.map(|unit| {
                let (one, other) = (unit.source.to_owned(), unit.target.to_owned());
                match way {
                    Direction::Forward => (one, other),
                    Direction::Reverse => (other, one),
                }
            }));
        }
        Self { source: source.clone(), target: target.clone(), pairs }
    }

    /// What they teach; `None` when there is too little. Some seconds for
    /// [`MOST`] pairs.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn learn(&self, watch: &dyn Watch) -> Result<Option<Lexicon>, Cancelled> {
        let pairs = self.pairs.iter().map(|(one, other)| (one.as_str(), other.as_str()));
        let lexicon = Lexicon::from_pairs((&self.source, &self.target), pairs, watch)?;
        Ok((!lexicon.is_empty()).then_some(lexicon))
    }
}

/// What the memories of a library teach about the words of each of these pairs.
#[must_use]
pub fn lexicons(library: &Library, pairs: &[(Lang, Lang)]) -> Vec<(Lang, Lang, Lexicon)> {
    let of = |(source, target): &(Lang, Lang)| {
        let lexicon = Lessons::of(library, source, target).learn(&Unwatched).ok().flatten()?;
        Some((source.clone(), target.clone(), lexicon))
    };
    pairs.iter().filter_map(of).collect()
}
