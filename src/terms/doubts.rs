//! What is doubtful in a termbase: told, never mended unasked.

use std::collections::BTreeMap;
use std::fmt;

use crate::model::{Concept, ConceptId, Lang, TermStatus, Termbase};
use crate::text::fold;

/// Something that somebody has to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A concept has two preferred names in one language for one house.
    TwoPreferred {
        /// The concept.
        concept: ConceptId,
        /// The language.
        lang: Lang,
        /// The names.
        terms: [String; 2],
    },
    /// One name is preferred in a concept and forbidden in another.
    Contradiction {
        /// The concept that prefers it.
        preferred: ConceptId,
        /// The one that forbids it.
        forbidden: ConceptId,
        /// The language.
        lang: Lang,
        /// The name.
        term: String,
    },
    /// A concept has no name that may be used in any language.
    NothingToUse {
        /// The concept.
        concept: ConceptId,
    },
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TwoPreferred { concept, lang, terms: [one, two] } => {
                write!(
                    f,
                    "concept {concept} has two preferred names in {lang}: \"{one}\", \"{two}\""
                )
            }
            Self::Contradiction { preferred, forbidden, lang, term } => write!(
                f,
                "\"{term}\" ({lang}) is preferred in concept {preferred} and forbidden in {forbidden}"
            ),
            Self::NothingToUse { concept } => write!(f, "concept {concept} has no name to use"),
        }
    }
}

/// The doubts of a termbase in the order of its concepts.
#[must_use]
pub fn doubts(base: &Termbase) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = base.live().flat_map(of_concept).collect();
    doubts.extend(contradictions(base));
    doubts
}

fn of_concept(concept: &Concept) -> Vec<Doubt> {
    let preferred = || concept.terms.iter().filter(|term| term.status == TermStatus::Preferred);
    let mut seen: BTreeMap<(&Lang, &str), &str> = BTreeMap::new();
    let mut doubts = Vec::new();
    for term in preferred() {
        match seen.get(&(&term.lang, term.issuer.as_str())) {
            Some(known) => doubts.push(Doubt::TwoPreferred {
                concept: concept.id,
                lang: term.lang.clone(),
                terms: [(*known).to_owned(), term.text.clone()],
            }),
            None => {
                seen.insert((&term.lang, &term.issuer), &term.text);
            }
        }
    }
    if !concept.terms.iter().any(|term| term.status != TermStatus::Forbidden) {
        doubts.push(Doubt::NothingToUse { concept: concept.id });
    }
    doubts
}

fn contradictions(base: &Termbase) -> Vec<Doubt> {
    let mut preferred: BTreeMap<(Lang, String), ConceptId> = BTreeMap::new();
    let terms =
        || base.live().flat_map(|concept| concept.terms.iter().map(move |term| (concept, term)));
    for (concept, term) in terms().filter(|(_, term)| term.status == TermStatus::Preferred) {
        preferred
            .entry((term.lang.clone(), fold::case(&term.text).into_owned()))
            .or_insert(concept.id);
    }
    let forbidden = terms().filter(|(_, term)| term.status == TermStatus::Forbidden);
    forbidden
        .filter_map(|(concept, term)| {
            let key = (term.lang.clone(), fold::case(&term.text).into_owned());
            let preferred = *preferred.get(&key)?;
            Some(Doubt::Contradiction {
                preferred,
                forbidden: concept.id,
                lang: term.lang.clone(),
                term: term.text.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Term, TermKind, TermbaseId};

    fn term(lang: &str, text: &str, status: TermStatus) -> Term {
        Term { status, ..Term::preferred(lang.parse().expect(lang), text.to_owned()) }
    }

    #[test]
    fn doubts_are_told() {
        use TermStatus::{Forbidden, Preferred};
        let concept = |id, terms| Concept::new(ConceptId::from_bits(id), TermKind::Phrase, terms);
        let mut base = Termbase::new(TermbaseId::from_bits(1), String::new());
        base.concepts = vec![
            concept(
                1,
                vec![
                    term("en", "bridge", Preferred),
                    term("en", "span", Preferred),
                    term("fr", "pont", Preferred),
                ],
            ),
            concept(2, vec![term("en", "toll", Preferred), term("en", "Bridge", Forbidden)]),
            concept(3, vec![term("en", "tax", Forbidden)]),
        ];
        let told: Vec<String> = doubts(&base).iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3, "{told:#?}");
        base.concepts.truncate(1);
        base.concepts[0].terms[1].issuer = "Ministry of Roads".to_owned();
        assert!(doubts(&base).is_empty());
    }
}
