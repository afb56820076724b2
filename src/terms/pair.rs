//! The terms of a pair of languages: what the source names, and how the target may.

use std::sync::Arc;

use crate::model::{Concept, Date, Lang, Term};

use super::recogniser::{Recognised, Recogniser, TermRef};
use super::standing::{Standing, standing};

/// The terms of a pair of languages.
pub struct TermPair {
    concepts: Arc<[Concept]>,
    target_lang: Lang,
    issuer: String,
    source: Recogniser,
    target: Recogniser,
}

impl TermPair {
    /// The concepts of termbases that hold on a day for a house.
    #[must_use]
    pub fn of(
        concepts: impl Into<Arc<[Concept]>>,
        (source, target): (&Lang, &Lang),
        day: Option<Date>,
        issuer: &str,
    ) -> Self {
        let concepts: Arc<[Concept]> = concepts.into();
        let of = |lang| Recogniser::of(&concepts, lang, day, issuer);
        let (source, from) = (of(source), of(target));
        let issuer = issuer.to_owned();
        Self { target_lang: target.clone(), issuer, source, target: from, concepts }
    }

    /// The terms of a source text.
    #[must_use]
    pub fn in_source(&self, text: &str) -> Vec<Recognised> {
        self.source.find(text)
    }

    /// The terms of a target text.
    #[must_use]
    pub fn in_target(&self, text: &str) -> Vec<Recognised> {
        self.target.find(text)
    }

    /// All terms of a target text, those inside longer ones too.
    #[must_use]
    pub fn all_in_target(&self, text: &str) -> Vec<TermRef> {
        self.target.all(text)
    }

    /// A concept.
    #[must_use]
    pub fn concept(&self, at: TermRef) -> Option<&Concept> {
        self.concepts.get(at.concept)
    }

    /// A term.
    #[must_use]
    pub fn term(&self, at: TermRef) -> Option<&Term> {
        self.concept(at)?.terms.get(at.term)
    }

    /// How the names that a concept has in the target's language stand for the house.
    #[must_use]
    pub fn standing<'a>(&'a self, concept: &'a Concept) -> Vec<(usize, Standing, &'a Term)> {
        standing(concept, &self.target_lang, &self.issuer)
    }

    /// All concepts, in the order in which they were given.
    #[must_use]
    pub const fn concepts(&self) -> &Arc<[Concept]> {
        &self.concepts
    }

    /// The names that a concept has in the target's language, in the order of preference.
    pub fn renderings<'a>(&'a self, concept: &'a Concept) -> impl Iterator<Item = &'a Term> {
        concept.terms_in(&self.target_lang)
    }
}
