//! Terms: what the source names by a term is named in the target by one that may be used, and
//! none that is forbidden is.
//!
//! A concept is rendered where any of its preferred or admitted names stands in the target, in
//! any inflection, once for all of the row. A forbidden name is told where the source has
//! the concept, or where the concept has no name in the source's language. Its fix is the
//! preferred name, where the forbidden one stands in its dictionary form.

use super::cause::Cause;
use super::finding::{Found, Severity, Side};
use super::reading::Pair;
use crate::model::{Concept, Term, TermStatus};
use crate::terms::recogniser::may_stand;
use crate::terms::{Recognised, TermPair, TermRef};

/// Tells terms that are missing or forbidden.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let Some(terms) = row.survey.terms else { return };
    let named = terms.in_source(row.source.text);
    let told = forbidden(row, terms, &named, found);
    required(row, terms, &named, &told, found);
}

/// Tells forbidden names; the concepts they are told of.
fn forbidden(
    row: &Pair<'_>,
    terms: &TermPair,
    named: &[Recognised],
    found: &mut Found,
) -> Vec<usize> {
    let is_named =
        |concept: usize| named.iter().any(|term| term.terms.iter().any(|at| at.concept == concept));
    let mut told = Vec::new();
    for there in terms.in_target(row.target.text) {
        let status = |at: &TermRef| terms.term(*at).map(|term| term.status);
        if there.terms.iter().any(|at| status(at).is_some_and(may_stand)) {
            continue;
        }
        let asked = |at: &&TermRef| {
            let concept = terms.concept(**at);
            is_named(at.concept) || concept.is_some_and(|concept| !has_names(concept, row))
        };
        let Some(at) = there.terms.iter().find(asked) else { continue };
        let Some(term) = terms.term(*at) else { continue };
        let wanted = preferred(terms, *at);
        told.push(at.concept);
        let text = row.target.at(&there.range).to_owned();
        let is_plain = text == term.text;
        let cause = Cause::ForbiddenTerm { found: text, wanted: wanted.clone() };
        let finding = found.tell(row.row, row.side(Side::Target), there.range.clone(), cause);
        if let Some(wanted) = wanted.filter(|_| is_plain) {
            finding.mended(row.target.text, there.range, &wanted);
        }
    }
    told
}

/// Whether a concept has a name in the source's language.
fn has_names(concept: &Concept, row: &Pair<'_>) -> bool {
    concept.terms_in(row.source.lang).next().is_some()
}

/// The name to use for a concept.
fn preferred(terms: &TermPair, at: TermRef) -> Option<String> {
    let concept = terms.concept(at)?;
    let by = |status| terms.renderings(concept).find(|term| term.status == status);
    by(TermStatus::Preferred).or_else(|| by(TermStatus::Admitted)).map(|term| term.text.clone())
}

/// Tells concepts of the source that have no name in the target.
fn required(
    row: &Pair<'_>,
    terms: &TermPair,
    named: &[Recognised],
    told: &[usize],
    found: &mut Found,
) {
    let there = terms.all_in_target(row.target.text);
    let mut seen: Vec<usize> = told.to_vec();
    for term in named {
        if term.terms.iter().any(|at| seen.contains(&at.concept)) {
            continue;
        }
        seen.extend(term.terms.iter().map(|at| at.concept));
        let allowed = |at: &TermRef| -> Vec<&Term> {
            let concept = terms.concept(*at);
            concept
                .map(|c| terms.renderings(c).filter(|term| may_stand(term.status)).collect())
                .unwrap_or_default()
        };
        let wanted: Vec<String> =
            term.terms.iter().flat_map(allowed).map(|term| term.text.clone()).collect();
        let is_there = term.terms.iter().any(|at| {
            there.iter().any(|other| {
                other.concept == at.concept
                    && terms.term(*other).is_some_and(|term| may_stand(term.status))
            })
        });
        if is_there || wanted.is_empty() {
            continue;
        }
        let source = row.source.at(&term.range).to_owned();
        let cause = Cause::MissingTerm { source, wanted };
        found
            .tell(row.row, row.side(Side::Source), term.range.clone(), cause)
            .at_most(Severity::Warning);
    }
}
