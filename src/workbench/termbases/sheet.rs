//! The concepts of a termbase as a table: which are shown, and in which order.

use std::cmp::Ordering;

use crate::model::{Concept, ConceptId, Lang, TermKind, TermStatus, Termbase};
use crate::terms::doubts::{Doubt, doubts};
use crate::text::fold;

/// What the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// As the concepts stand in the file.
    #[default]
    File,
    /// The terms of the first language.
    First,
    /// The terms of the second.
    Second,
    /// What the concept is.
    Kind,
    /// The house.
    Issuer,
    /// When it was changed last.
    Changed,
}

/// What is to be shown of a termbase.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Words that a concept has in any of its fields; all of them.
    pub text: String,
    /// Only of this kind.
    pub kind: Option<TermKind>,
    /// Only what is doubtful.
    pub doubtful: bool,
    /// The languages of the two columns.
    pub langs: [Option<Lang>; 2],
    /// What it is sorted by.
    pub by: Column,
    /// Whether the largest comes first.
    pub falling: bool,
}

impl Sheet {
    /// The places of the concepts that are shown, in order.
    #[must_use]
    pub fn places(&self, base: &Termbase) -> Vec<usize> {
        let words: Vec<String> = self.text.split_whitespace().map(folded).collect();
        let doubtful = self.doubtful.then(|| concerned(&doubts(base)));
        let fits = |concept: &Concept| {
            !concept.deleted
                && self.kind.is_none_or(|kind| concept.kind == kind)
                && doubtful.as_ref().is_none_or(|ids| ids.contains(&concept.id))
                && (words.is_empty() || has(concept, &words))
        };
        let all = base.concepts.iter().enumerate().filter(|(_, concept)| fits(concept));
        if self.by == Column::File {
            let mut places: Vec<usize> = all.map(|(place, _)| place).collect();
            if self.falling {
                places.reverse();
            }
            return places;
        }
        let mut keyed: Vec<(Key, usize)> =
            all.map(|(place, concept)| (self.key(concept), place)).collect();
        keyed.sort_by(|(a, _), (b, _)| order(a, b, self.falling));
        keyed.into_iter().map(|(_, place)| place).collect()
    }

    fn key(&self, concept: &Concept) -> Key {
        let first = |lang: &Option<Lang>| {
            let lang = lang.as_ref()?;
            let mut terms: Vec<_> = concept.terms_in(lang).collect();
            terms.sort_by_key(|term| term.status != TermStatus::Preferred);
            terms.first().map(|term| folded(&term.text))
        };
        match self.by {
            Column::File => None,
            Column::First => first(&self.langs[0]),
            Column::Second => first(&self.langs[1]),
            Column::Kind => Some(concept.kind.name().to_owned()),
            Column::Issuer => Some(folded(&concept.issuer)).filter(|issuer| !issuer.is_empty()),
            Column::Changed => concept.changed.map(|changed| changed.to_string()),
        }
    }
}

/// What a concept is sorted by; what has nothing comes last either way.
type Key = Option<String>;

fn order(a: &Key, b: &Key, falling: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if falling => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
    }
}

/// The concepts that doubts are about.
fn concerned(doubts: &[Doubt]) -> Vec<ConceptId> {
    doubts
        .iter()
        .flat_map(|doubt| match doubt {
            Doubt::TwoPreferred { concept, .. } | Doubt::NothingToUse { concept } => {
                vec![*concept]
            }
            Doubt::Contradiction { preferred, forbidden, .. } => vec![*preferred, *forbidden],
        })
        .collect()
}

/// Whether a concept has all words, each in any of its fields.
fn has(concept: &Concept, words: &[String]) -> bool {
    let terms = concept.terms.iter().flat_map(|term| [&term.text, &term.note, &term.issuer]);
    let fields = terms.chain([&concept.note, &concept.issuer, &concept.source]);
    let all: String = fields.fold(String::new(), |all, field| all + "\n" + &folded(field));
    words.iter().all(|word| all.contains(word.as_str()))
}

fn folded(text: &str) -> String {
    fold::accents(&fold::case(text)).into_owned()
}

/// The languages of a termbase, the most frequent first.
#[must_use]
pub fn languages(base: &Termbase) -> Vec<Lang> {
    let mut counts: Vec<(Lang, usize)> = Vec::new();
    for term in base.live().flat_map(|concept| &concept.terms) {
        match counts.iter_mut().find(|(lang, _)| *lang == term.lang) {
            Some((_, count)) => *count += 1,
            None => counts.push((term.lang.clone(), 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
    counts.into_iter().map(|(lang, _)| lang).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Term, TermbaseId};

    fn base() -> Termbase {
        let mut base = Termbase::new(TermbaseId::from_bits(1), String::new());
        let rows: [(&str, &str, TermKind, &str); 4] = [
            ("pont", "bridge", TermKind::Phrase, ""),
            ("Écluse", "lock", TermKind::Phrase, "Ministry of Roads"),
            ("bac", "", TermKind::Phrase, ""),
            ("Brévanne", "Brevanne", TermKind::Place, "Ministry of Bridges"),
        ];
        base.concepts = (1_u64..)
            .zip(rows)
            .map(|(id, (fr, en, kind, issuer))| {
                let term = |lang: &str, text: &str| {
                    Term::preferred(lang.parse().expect(lang), text.to_owned())
                };
                let mut terms = vec![term("fr", fr)];
                terms.extend((!en.is_empty()).then(|| term("en", en)));
                let mut concept = Concept::new(ConceptId::from_bits(id), kind, terms);
                issuer.clone_into(&mut concept.issuer);
                concept
            })
            .collect();
        base
    }

    fn check(sheet: Sheet, expected: &[usize]) {
        let langs = ["fr", "en"].map(|lang| Some(lang.parse().expect(lang)));
        let sheet = Sheet { langs, ..sheet };
        assert_eq!(sheet.places(&base()), expected, "{sheet:?}");
    }

    #[test]
    fn a_table_is_searched_and_sorted() {
        let plain = Sheet::default;
        check(plain(), &[0, 1, 2, 3]);
        check(Sheet { text: "ecluse".into(), ..plain() }, &[1]);
        check(Sheet { text: "ministry road".into(), ..plain() }, &[1]);
        check(Sheet { kind: Some(TermKind::Place), ..plain() }, &[3]);
        check(Sheet { by: Column::First, ..plain() }, &[2, 3, 1, 0]);
        check(Sheet { by: Column::Second, ..plain() }, &[3, 0, 1, 2]);
        check(Sheet { by: Column::Issuer, ..plain() }, &[3, 1, 0, 2]);
        let falling = Sheet { by: Column::Issuer, falling: true, ..plain() };
        check(falling, &[1, 3, 0, 2]);
        check(Sheet { doubtful: true, ..plain() }, &[]);
        assert_eq!(languages(&base()).len(), 2);
    }
}
