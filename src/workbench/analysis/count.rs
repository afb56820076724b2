//! Counting the rows of a job.
//!
//! Look-ups go first, all of a pair of languages at once and on all cores; then the rows are
//! gone through in order, since what repeats and what is like an earlier row depends on it.
//! Earlier rows are kept in a memory of their own, so that internal fuzzies have the
//! percentage of any match.

use std::collections::HashMap;

use super::category::Category;
use super::drift::{Drift, drifts};
use super::piece::Piece;
use super::tally::{Amount, Tally};
use crate::memory::{Band, Memory, Query};
use crate::model::{
    Cancelled, MemoryHeader, MemoryId, Revision, RevisionId, Timestamp, Unit, UnitChange, UnitId,
    UnitStatus, UpdateRule, Watch,
};
use crate::workbench::bulk::{Bulk, Choice, Part};
use crate::workbench::library::Languages;

/// A release counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysed {
    /// What it is called.
    pub name: String,
    /// Its languages.
    pub pair: Languages,
    /// Its amounts.
    pub tally: Tally,
}

/// A job counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    /// The releases, in order.
    pub releases: Vec<Analysed>,
    /// Their sums.
    pub total: Tally,
    /// Sources whose confirmed translations differ.
    pub drifts: Vec<Drift>,
}

/// Counts the rows of releases against what they are looked up in.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn analyse(
    pieces: Vec<Piece>,
    memories: &dyn Bulk,
    watch: &dyn Watch,
) -> Result<Analysis, Cancelled> {
    let scores = scores(&pieces, memories, watch)?;
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut analysis = Analysis { drifts: drifts(&pieces), ..Analysis::default() };
    for (place, (piece, scores)) in pieces.into_iter().zip(scores).enumerate() {
        let so_far = earlier_of(&mut earlier, &piece.pair);
        let Piece { name, pair, rows, not_content, left_out, .. } = piece;
        let mut tally = Tally::apart(not_content, left_out);
        for (row, score) in rows.iter().zip(scores) {
            // Only to hear of a cancel: the look-ups were the work.
            watch.report(0, 0)?;
            tally.add(so_far.category(&row.text, place, score), Amount::of(&row.text));
        }
        analysis.total = analysis.total.plus(&tally);
        analysis.releases.push(Analysed { name, pair, tally });
    }
    Ok(analysis)
}

/// The best score of each row of each piece.
fn scores(
    pieces: &[Piece],
    memories: &dyn Bulk,
    watch: &dyn Watch,
) -> Result<Vec<Vec<Option<u8>>>, Cancelled> {
    let choice = Choice::all_from(Band::From50.least());
    let mut pairs: Vec<&Languages> = Vec::new();
    for piece in pieces {
        if !pairs.contains(&&piece.pair) {
            pairs.push(&piece.pair);
        }
    }
    let all = pieces.iter().map(|piece| piece.rows.len()).sum();
    let (mut done, mut scores) = (0, vec![Vec::new(); pieces.len()]);
    for pair in pairs {
        let of_pair = || pieces.iter().enumerate().filter(|(_, piece)| piece.pair == *pair);
        let rows: Vec<_> = of_pair().flat_map(|(_, piece)| piece.rows.iter().cloned()).collect();
        let count = rows.len();
        let part = Part { watch, before: done, count, all };
        let mut found = memories.best_of(rows, &choice, pair, &part)?.into_iter();
        for (place, piece) in of_pair() {
            let each = found.by_ref().take(piece.rows.len());
            let each = each.map(|best| best.map(|offer| offer.found.score)).collect();
            if let Some(scores) = scores.get_mut(place) {
                *scores = each;
            }
        }
        done += count;
    }
    Ok(scores)
}

/// The rows of one pair of languages that were counted so far.
struct Earlier {
    pair: Languages,
    /// By its source text the last release that had a row.
    seen: HashMap<String, usize>,
    /// Each source text once.
    texts: Memory,
}

fn earlier_of<'a>(all: &'a mut Vec<Earlier>, pair: &Languages) -> &'a mut Earlier {
    let place = all.iter().position(|earlier| earlier.pair == *pair).unwrap_or_else(|| {
        all.push(Earlier::new(pair.clone()));
        all.len() - 1
    });
    &mut all[place]
}

impl Earlier {
    fn new(pair: Languages) -> Self {
        let texts = Memory::empty(MemoryHeader {
            id: MemoryId::from_bits(1),
            name: String::new(),
            source: pair.source.clone(),
            target: pair.target.clone(),
            generation: 0,
            rule: UpdateRule::ReadOnly,
        });
        Self { pair, seen: HashMap::new(), texts }
    }

    /// What a row counts as, which is an earlier one from now on. `score` is that of its best
    /// match, `release` the place of its release in the job.
    fn category(&mut self, text: &str, release: usize, score: Option<u8>) -> Category {
        if let Some(seen) = self.seen.get_mut(text) {
            let before = std::mem::replace(seen, release);
            let same = before == release;
            return if same { Category::Repetition } else { Category::AcrossReleases };
        }
        let own = self.likeness(text, score);
        self.note(text, release);
        match own {
            Some(own) => Category::Internal(Band::of(Some(own))),
            None => Category::Match(Band::of(score)),
        }
    }

    /// The percentage of the most similar earlier row, where it is above that of the match.
    fn likeness(&self, text: &str, score: Option<u8>) -> Option<u8> {
        let least = score.map_or(Band::From50.least(), |score| score + 1);
        if least >= Band::Exact.least() {
            return None;
        }
        let query = Query { threshold: least, top: 1, ..Query::new(text) };
        self.texts.lookup(&query).first().map(|found| found.score)
    }

    fn note(&mut self, text: &str, release: usize) {
        let number = self.seen.len() as u64 + 1;
        self.seen.insert(text.to_owned(), release);
        let (id, unit) = (RevisionId::from_bits(number), UnitId::from_bits(number));
        // A unit has to have a target.
        let change = UnitChange::Put(Unit::plain(text, text, UnitStatus::Draft));
        let at = Timestamp::UNIX_EPOCH;
        self.texts.receive(&Revision { id, unit, parents: Vec::new(), at, change });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BeadId, Context};
    use crate::workbench::bulk::BulkRow;
    use crate::workbench::offers::Offer;
    use proptest::prelude::*;

    fn pair() -> Languages {
        Languages { source: "fr".parse().expect("fr"), target: "en".parse().expect("en") }
    }

    /// A memory without neighbours.
    struct Told(Memory);

    impl Bulk for Told {
        fn best_of(
            &self,
            rows: Vec<BulkRow>,
            choice: &Choice,
            pair: &Languages,
            _: &dyn Watch,
        ) -> Result<Vec<Option<Offer>>, Cancelled> {
            let best = |row: &BulkRow| {
                let query = Query { threshold: choice.from, ..Query::new(&row.text) };
                let found = self.0.lookup(&query).into_iter().next()?;
                Some(Offer::of(found, &row.text, pair))
            };
            Ok(rows.iter().map(best).collect())
        }
    }

    fn told(sources: &[&str]) -> Told {
        let mut earlier = Earlier::new(pair());
        for text in sources {
            earlier.note(text, 0);
        }
        Told(earlier.texts)
    }

    fn piece(name: &str, texts: &[&str]) -> Piece {
        let row = |text: &&str| BulkRow {
            bead: BeadId::from_bits(1),
            text: (*text).to_owned(),
            context: Context::default(),
            stored: None,
        };
        Piece {
            name: name.to_owned(),
            note: String::new(),
            pair: pair(),
            rows: texts.iter().map(row).collect(),
            not_content: Amount::of("Partager"),
            left_out: Amount::default(),
            confirmed: Vec::new(),
        }
    }

    fn count(pieces: Vec<Piece>, known: &[&str]) -> Analysis {
        analyse(pieces, &told(known), &crate::model::Unwatched).expect("not cancelled")
    }

    /// The categories that hold segments, with how many.
    fn shown(tally: &Tally) -> Vec<(&'static str, usize)> {
        let each = Category::ALL.into_iter().map(|c| (c.key(), tally.of(c).segments));
        each.filter(|(_, segments)| *segments > 0).collect()
    }

    const OPEN: &str = "La séance est ouverte à neuf heures.";
    const CLOSED: &str = "La séance est levée à neuf heures.";
    const BRIDGE: &str = "Le pont sur la rivière sera ouvert au printemps.";

    #[test]
    fn the_first_counts_in_its_band_and_what_follows_repeats() {
        let one = piece("one", &[OPEN, BRIDGE, OPEN, "Merci."]);
        let two = piece("two", &[BRIDGE, BRIDGE, OPEN]);
        let analysis = count(vec![one, two], &[OPEN]);
        let [one, two] = analysis.releases.as_slice() else { panic!("two releases") };
        assert_eq!(shown(&one.tally), [("repetition", 1), ("100", 1), ("none", 2)]);
        assert_eq!(shown(&two.tally), [("repetition", 1), ("repetition_across", 2)]);
        assert_eq!(analysis.total.not_content.segments, 2);
    }

    #[test]
    fn an_earlier_row_counts_where_it_is_better_than_the_memory() {
        let rows = [OPEN, CLOSED];
        let alone = count(vec![piece("one", &rows)], &[]);
        assert_eq!(shown(&alone.total), [("internal_85-94", 1), ("none", 1)], "{rows:?}");
        // The memory's match is as good: it is the memory's.
        let known = count(vec![piece("one", &rows)], &[OPEN]);
        assert_eq!(shown(&known.total), [("100", 1), ("85-94", 1)]);
    }

    #[test]
    fn the_same_text_in_another_pair_is_no_repetition() {
        let mut other = piece("two", &[OPEN]);
        other.pair.target = "ru".parse().expect("ru");
        let analysis = count(vec![piece("one", &[OPEN]), other], &[]);
        assert_eq!(shown(&analysis.total), [("none", 2)]);
    }

    proptest! {
        #[test]
        fn sums_are_the_totals_and_the_same_every_time(
            releases in prop::collection::vec(
                prop::collection::vec("[abc]( [abcdé]{1,4}){0,5}[.!]?", 0..12), 1..5),
            known in prop::collection::vec("[abc]( [abcdé]{1,4}){0,5}", 0..12),
        ) {
            let texts = |of: &Vec<String>| -> Vec<Piece> {
                let of: Vec<&str> = of.iter().map(String::as_str).collect();
                vec![piece("r", &of)]
            };
            let pieces: Vec<Piece> = releases.iter().flat_map(texts).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let analysis = count(pieces.clone(), &known);
            prop_assert_eq!(&analysis, &count(pieces.clone(), &known));
            let sum = analysis.releases.iter().fold(Tally::default(), |sum, one| sum.plus(&one.tally));
            prop_assert_eq!(sum, analysis.total);
            for (release, piece) in analysis.releases.iter().zip(&pieces) {
                let all = piece.rows.iter().map(|row| Amount::of(&row.text));
                let all = all.fold(Amount::default(), Amount::plus);
                prop_assert_eq!(release.tally.total(), all);
                let by_category = Category::ALL.map(|category| release.tally.of(category));
                let sum = by_category.into_iter().fold(Amount::default(), Amount::plus);
                prop_assert_eq!(sum, all);
            }
            let weights = super::super::Weights::default();
            let each = analysis.releases.iter().map(|of| of.tally.weighted_hundredths(&weights));
            prop_assert_eq!(each.sum::<usize>(), analysis.total.weighted_hundredths(&weights));
        }
    }
}
