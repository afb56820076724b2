//! Acronyms: UE and EU, OTAN and NATO, OTSC and CSTO, ONU and UNO have the same
//! letters in another order, because languages order their words differently.
//!
//! Left out: acronyms whose letters differ (ОДКБ and CSTO, OMS and WHO), which the
//! word table or a lexicon must know.

use super::bag::{Bags, Kind, Term};
use super::table::Table;

/// Strength of two acronyms with the same letters.
const STRENGTH: f32 = 0.5;

/// Adds links between acronyms, from source terms to target terms.
pub(super) fn link(source: &Bags, target: &Bags, table: &mut Table) {
    let of = |bags: &Bags| -> Vec<(u32, Vec<char>)> {
        let words = |(_, term): &(u32, &Term)| term.kind == Kind::Word;
        let numbered = (0_u32..).zip(&bags.terms).filter(words);
        numbered.filter_map(|(number, term)| Some((number, letters(&term.form)?))).collect()
    };
    let mut theirs = of(target);
    theirs.sort_by(|a, b| a.1.cmp(&b.1));
    for (ours, letters) in of(source) {
        let first = theirs.partition_point(|other| other.1 < letters);
        let same = theirs.iter().skip(first).take_while(|other| other.1 == letters);
        for (other, _) in same {
            table.strengthen(ours, *other, STRENGTH);
        }
    }
}

/// The letters of an acronym in alphabetical order; `None` for any other word.
fn letters(form: &str) -> Option<Vec<char>> {
    let mut letters: Vec<char> = form.chars().filter(|c| *c != '.').collect();
    let capital = letters.iter().all(|c| c.is_uppercase());
    letters.sort_unstable();
    (capital && (2..=6).contains(&letters.len())).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_meet_by_their_letters() {
        let bags =
            |text: &str, lang: &str| Bags::of([text].into_iter(), &lang.parse().expect(lang));
        let source = bags("L'OTSC, l'UE et l'OTAN", "fr");
        let target = bags("NATO, the CSTO, the E.U., and the WHO", "en");
        let mut table = Table::new(source.terms.len());
        link(&source, &target, &mut table);
        for (ours, theirs) in [("otsc", "csto"), ("otan", "nato"), ("ue", "e.u.")] {
            let pair = (source.find(Kind::Word, ours), target.find(Kind::Word, theirs));
            let (Some(ours), Some(theirs)) = pair else { panic!("{pair:?}") };
            assert!(table.get(ours, theirs) > 0.0);
        }
        assert_eq!(table.entries().count(), 3);
    }
}
