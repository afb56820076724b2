//! A lexicon from outside the two documents: what the team's memory knows.
//!
//! Made from pairs of texts (units of a memory, former releases) by IBM model 1 in
//! both directions, of which the geometric mean counts: a pair of words must be
//! likely either way. It is further evidence beside spelling and the word table,
//! capped, because what holds in communiqués need not hold in this document: how
//! much its words are believed is learnt from the document (λ of known words).
//!
//! Left out: phrases; storing a lexicon (making one from a thousand units takes
//! well under a second).

use super::bag::Bags;
use super::ibm1::{Example, Training};
use super::progress::Progress;
use super::table::Table;
use crate::model::{Cancelled, Lang, Watch};

/// Discount in expected pairs: units are few, and right.
const DISCOUNT: f64 = 0.4;
/// Largest strength of a pair, whatever the units say.
const CAP: f32 = 0.5;
/// Pairs below this are chance.
const LEAST: f32 = 0.05;

/// Words of two languages that render each other.
#[derive(Debug)]
pub struct Lexicon {
    source_lang: Lang,
    target_lang: Lang,
    source: Bags,
    target: Bags,
    /// Strengths from source terms to target terms.
    table: Table,
}

impl Lexicon {
    /// The lexicon of pairs of texts that render each other. Of more than some eight
    /// thousand sentences, every second or third … is read: common words are all
    /// there by then, and it takes about a second.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn from_pairs<'a>(
        (source_lang, target_lang): (&Lang, &Lang),
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        watch: &dyn Watch,
    ) -> Result<Self, Cancelled> {
        let progress = Progress::new(watch, 1);
        let (ours, theirs): (Vec<&str>, Vec<&str>) = pairs.into_iter().unzip();
        let source = Bags::watched(ours.iter().copied(), source_lang, &progress)?;
        let target = Bags::watched(theirs.iter().copied(), target_lang, &progress)?;
        let forward = direction(&source, &target, &progress)?;
        let backward = direction(&target, &source, &progress)?;
        let mut table = Table::new(source.terms.len());
        for (given, term, probability) in forward.entries() {
            let strength = (probability * backward.get(term, given)).sqrt().min(CAP);
            if strength >= LEAST {
                table.witness(given, term, strength);
            }
        }
        let (source_lang, target_lang) = (source_lang.clone(), target_lang.clone());
        Ok(Self { source_lang, target_lang, source, target, table })
    }

    /// The number of word pairs.
    pub fn len(&self) -> usize {
        self.table.entries().count()
    }

    /// Whether nothing was learnt.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the lexicon's links to a table from source terms to target terms. A
    /// lexicon of the same languages the other way round serves as well; one of
    /// other languages says nothing.
    pub(super) fn link(
        &self,
        (source, source_lang): (&Bags, &Lang),
        (target, target_lang): (&Bags, &Lang),
        table: &mut Table,
    ) {
        let is = |a: &Lang, b: &Lang| a.same_base(b);
        let straight = is(&self.source_lang, source_lang) && is(&self.target_lang, target_lang);
        let turned = is(&self.source_lang, target_lang) && is(&self.target_lang, source_lang);
        if !straight && !turned {
            return;
        }
        for (ours, theirs, strength) in self.table.entries() {
            let terms =
                (self.source.terms.get(ours as usize), self.target.terms.get(theirs as usize));
            let (Some(ours), Some(theirs)) = terms else { continue };
            let (ours, theirs) = if straight { (ours, theirs) } else { (theirs, ours) };
            let found = (source.find(ours.kind, &ours.key), target.find(theirs.kind, &theirs.key));
            if let (Some(ours), Some(theirs)) = found {
                table.strengthen(ours, theirs, strength);
            }
        }
    }
}

/// Probabilities of the rendered side's terms given the other's.
fn direction(given: &Bags, rendered: &Bags, progress: &Progress) -> Result<Table, Cancelled> {
    let examples: Vec<Example> = given
        .sentences
        .iter()
        .zip(&rendered.sentences)
        .map(|(given, rendered)| Example {
            given: vec![given],
            rendered: vec![rendered],
            weight: 1.0,
        })
        .collect();
    let known = Table::new(given.terms.len());
    Training {
        examples: &examples,
        known: &known,
        shares: rendered.shares(),
        given: given.terms.len(),
        discount: DISCOUNT,
    }
    .run(progress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::bag::Kind;
    use crate::model::Unwatched;

    fn lang(tag: &str) -> Lang {
        tag.parse().expect(tag)
    }

    /// Units of an invented office.
    const UNITS: [(&str, &str); 5] = [
        ("Мост открыт.", "The bridge is open."),
        ("Мост закрыт.", "The bridge is shut."),
        ("Новый мост дорог.", "A new bridge is dear."),
        ("Рынок открыт.", "The market is open."),
        ("Рынок закрыт.", "The market is shut."),
    ];

    #[test]
    fn a_lexicon_knows_what_its_units_repeat() {
        let langs = (&lang("ru"), &lang("en"));
        let lexicon = Lexicon::from_pairs(langs, UNITS, &Unwatched).expect("nobody cancels");
        for turned in [false, true] {
            let ru = Bags::of(["Мост"].into_iter(), langs.0);
            let en = Bags::of(["bridge market"].into_iter(), langs.1);
            let word = |bags: &Bags, key: &str| bags.find(Kind::Word, key).expect("the word");
            let (ours, bridge, market) =
                (word(&ru, "мост"), word(&en, "bridge"), word(&en, "market"));
            let mut table = Table::new(4);
            let strength = |table: &Table, other: u32| {
                if turned { table.get(other, ours) } else { table.get(ours, other) }
            };
            if turned {
                lexicon.link((&en, langs.1), (&ru, langs.0), &mut table);
            } else {
                lexicon.link((&ru, langs.0), (&en, langs.1), &mut table);
            }
            assert!(strength(&table, bridge) > 0.3, "{table:?}");
            assert!(strength(&table, market) < 0.1, "{table:?}");
            assert!(table.entries().all(|entry| entry.2 <= CAP));
        }
    }

    #[test]
    fn a_lexicon_of_other_languages_or_of_nothing_is_silent() {
        let langs = (&lang("ru"), &lang("en"));
        let lexicon = Lexicon::from_pairs(langs, UNITS, &Unwatched).expect("nobody cancels");
        let bags = |text: &str, tag: &str| Bags::of([text].into_iter(), &lang(tag));
        let mut table = Table::new(4);
        lexicon.link(
            (&bags("мост", "ru"), &lang("ru")),
            (&bags("bridge", "de"), &lang("de")),
            &mut table,
        );
        assert_eq!(table.entries().count(), 0);
        let nothing = Lexicon::from_pairs(langs, [], &Unwatched).expect("nobody cancels");
        assert!(nothing.is_empty() && !lexicon.is_empty());
    }
}
