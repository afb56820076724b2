//! What is written alike everywhere: figures by value, marks, shared characters.
//!
//! An equal number is evidence, not proof: how much it says is settled by how rare
//! it is (see [`lexical`](super::lexical)), and the order of the two documents
//! outvotes a number that stands in many sentences.

use super::bag::{Bags, Kind};
use super::table::Table;

/// Strength of an equal figure: translators rarely change a number, now and then
/// they write it in words.
const FIGURE: f32 = 0.9;
/// Strength of a date with a year and the same day without one.
const DAY: f32 = 0.6;
/// Strength of an equal mark or ending.
const MARK: f32 = 0.5;
/// Strength of an equal character: Japanese and Chinese share many.
const CHARACTER: f32 = 0.5;

/// Adds links between equal terms, from source terms to target terms.
pub(super) fn link(source: &Bags, target: &Bags, table: &mut Table) {
    for (number, term) in (0_u32..).zip(&source.terms) {
        let strength = match term.kind {
            Kind::Figure => FIGURE,
            Kind::Mark => MARK,
            Kind::Character => CHARACTER,
            // Equal words are the nearest of those that look alike.
            Kind::Word => continue,
        };
        if let Some(equal) = target.find(term.kind, &term.key) {
            table.strengthen(number, equal, strength);
        }
        if term.kind == Kind::Figure
            && let Some(day) = without_year(&term.key)
            && let Some(equal) = target.find(Kind::Figure, &day)
        {
            table.strengthen(number, equal, DAY);
        }
    }
    for (number, term) in (0_u32..).zip(&target.terms) {
        if term.kind == Kind::Figure
            && let Some(day) = without_year(&term.key)
            && let Some(equal) = source.find(Kind::Figure, &day)
        {
            table.strengthen(equal, number, DAY);
        }
    }
}

/// `--06-25` of `2024-06-25`.
fn without_year(key: &str) -> Option<String> {
    let (year, day) = key.split_once('-')?;
    let is_date = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && day.contains('-');
    is_date.then(|| format!("--{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_meet_by_value_across_languages() {
        let bags =
            |text: &str, lang: &str| Bags::of([text].into_iter(), &lang.parse().expect(lang));
        let source = bags("Le 25 juin 2024, 17 500 personnes, 6,4 %", "fr");
        let target = bags("6.4% of 17,500 people on 25 June", "en");
        let mut table = Table::new(source.terms.len());
        link(&source, &target, &mut table);
        let linked: Vec<&str> = table
            .entries()
            .filter_map(|(ours, _, _)| source.terms.get(ours as usize))
            .filter(|term| term.kind == Kind::Figure)
            .map(|term| term.key.as_str())
            .collect();
        assert_eq!(linked, ["2024-06-25", "17500", "6.4%"]);
    }
}
