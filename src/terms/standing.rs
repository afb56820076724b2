//! How each name of a concept stands for a house: the one it approves, those it admits, those it
//! forbids.
//!
//! A name that says a house holds for that house alone and comes before one for all: where the
//! house has a preferred name of its own, what all others prefer is only admitted there.

use crate::model::{Concept, Lang, Term, TermStatus};

/// How a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// The one to use.
    Approved,
    /// May be used.
    Admitted,
    /// Must not be used.
    Forbidden,
}

/// The names of a concept in a language for a house, the one to use first, each with its place
/// among the concept's. Names of other houses are left out, unless no house is said.
#[must_use]
pub fn standing<'a>(
    concept: &'a Concept,
    lang: &'a Lang,
    issuer: &str,
) -> Vec<(usize, Standing, &'a Term)> {
    let is_ours =
        |term: &Term| term.issuer.is_empty() || issuer.is_empty() || term.issuer == issuer;
    let terms: Vec<(usize, &Term)> = concept
        .terms_in(lang)
        .filter(|term| is_ours(term))
        .map(|term| {
            let place = concept.terms.iter().position(|other| std::ptr::eq(other, term));
            (place.unwrap_or_default(), term)
        })
        .collect();
    let own = |term: &Term| !issuer.is_empty() && term.issuer == issuer;
    let preferred = |term: &Term| term.status == TermStatus::Preferred;
    let first = |wanted: &dyn Fn(&Term) -> bool| terms.iter().find(|(_, term)| wanted(term));
    let approved = first(&|term| preferred(term) && own(term))
        .or_else(|| first(&preferred))
        .map(|(place, _)| *place);
    let stands = |(place, term): (usize, &'a Term)| {
        let standing = match term.status {
            TermStatus::Forbidden => Standing::Forbidden,
            _ if Some(place) == approved => Standing::Approved,
            TermStatus::Preferred | TermStatus::Admitted => Standing::Admitted,
        };
        (place, standing, term)
    };
    let mut all: Vec<_> = terms.into_iter().map(stands).collect();
    all.sort_by_key(|(_, standing, _)| *standing);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ConceptId, TermKind};

    /// A concept's French names: text, status, house.
    fn check(names: &[(&str, TermStatus, &str)], issuer: &str, expected: &[(&str, Standing)]) {
        let fr: Lang = "fr".parse().expect("fr");
        let term = |(text, status, issuer): &(&str, TermStatus, &str)| Term {
            status: *status,
            issuer: (*issuer).to_owned(),
            ..Term::preferred(fr.clone(), (*text).to_owned())
        };
        let terms = names.iter().map(term).collect();
        let concept = Concept::new(ConceptId::from_bits(1), TermKind::Place, terms);
        let found = standing(&concept, &fr, issuer);
        let found: Vec<_> = found.iter().map(|(_, at, term)| (term.text.as_str(), *at)).collect();
        assert_eq!(found, expected, "for {issuer:?}");
    }

    #[test]
    fn a_house_has_its_own_approved_name() {
        use Standing::{Admitted, Approved, Forbidden};
        use TermStatus as S;
        let names = [
            ("Morvanie", S::Preferred, ""),
            ("Morvan", S::Preferred, "Ministry of Bridges"),
            ("Marais", S::Forbidden, ""),
        ];
        check(&names, "Ministry of Roads", &[("Morvanie", Approved), ("Marais", Forbidden)]);
        check(
            &names,
            "Ministry of Bridges",
            &[("Morvan", Approved), ("Morvanie", Admitted), ("Marais", Forbidden)],
        );
        let two = [("pont", S::Admitted, ""), ("viaduc", S::Admitted, "")];
        check(&two, "", &[("pont", Admitted), ("viaduc", Admitted)]);
    }
}
