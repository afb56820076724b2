//! The terms of a row: where its source has them, how they are rendered, whether they are.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Concept, ConceptId, Date, Lang, Term, TermKind, Termbase, TermbaseId};
use crate::terms::{Standing, TermPair, TermRef};

/// The terms of a pair of languages that hold for a release, and whose they are.
pub struct TermsInUse {
    /// The terms.
    pub pair: TermPair,
    /// The termbases, each with how many concepts there are up to its end.
    bases: Vec<(usize, TermbaseId, String)>,
}

impl TermsInUse {
    /// The terms of termbases for a pair of languages, a day and a house.
    #[must_use]
    pub fn of(
        bases: &[Arc<Termbase>],
        langs: (&Lang, &Lang),
        day: Option<Date>,
        issuer: &str,
    ) -> Self {
        let mut concepts: Vec<Concept> = Vec::new();
        let mut ends = Vec::new();
        for base in bases {
            concepts.extend(base.live().cloned());
            ends.push((concepts.len(), base.header.id, base.header.name.clone()));
        }
        Self { pair: TermPair::of(concepts, langs, day, issuer), bases: ends }
    }

    fn base_of(&self, concept: usize) -> Option<&(usize, TermbaseId, String)> {
        self.bases.iter().find(|(end, ..)| concept < *end)
    }

    /// The terms of a row.
    #[must_use]
    pub fn row(&self, source: &str, target: &str) -> RowTerms {
        let there = self.pair.all_in_target(target);
        let mut row = RowTerms { of: source.to_owned(), ..RowTerms::default() };
        let mut seen: Vec<usize> = Vec::new();
        for found in self.pair.in_source(source) {
            let mut is_told = false;
            for at in &found.terms {
                if seen.contains(&at.concept) {
                    is_told = true;
                    continue;
                }
                let text = source.get(found.range.clone()).unwrap_or_default();
                let lines = self.lines(*at, text, &there);
                is_told |= !lines.is_empty();
                for line in lines {
                    // Two termbases may say the same.
                    if !row.lines.iter().any(|other| other.says_as(&line)) {
                        row.lines.push(line);
                    }
                }
                seen.push(at.concept);
            }
            if is_told {
                row.spans.push(found.range);
            }
        }
        row
    }

    /// What is said of a term: the name to use with those that are admitted, then each that is
    /// forbidden.
    fn lines(&self, at: TermRef, text: &str, there: &[TermRef]) -> Vec<TermLine> {
        let (Some(concept), Some((_, base, name))) =
            (self.pair.concept(at), self.base_of(at.concept))
        else {
            return Vec::new();
        };
        let all = self.pair.standing(concept);
        let is_there = |term: usize| there.contains(&TermRef { concept: at.concept, term });
        let line = |standing: Standing, term: &Term, is_used: bool, also: Vec<String>| TermLine {
            source: text.to_owned(),
            text: term.text.clone(),
            also,
            standing,
            is_used,
            kind: concept.kind,
            issuer: or(&term.issuer, &concept.issuer),
            note: or(&term.note, &concept.note),
            time: (concept.from, concept.until),
            concept: concept.id,
            base: *base,
            base_name: name.clone(),
        };
        let usable: Vec<_> = all.iter().filter(|(_, how, _)| *how != Standing::Forbidden).collect();
        let mut lines = Vec::new();
        if let Some(((_, standing, term), others)) = usable.split_first() {
            let is_used = usable.iter().any(|(place, ..)| is_there(*place));
            let also = others.iter().map(|(_, _, term)| term.text.clone()).collect();
            lines.push(line(*standing, term, is_used, also));
        }
        let forbidden = all.iter().filter(|(_, how, _)| *how == Standing::Forbidden);
        lines
            .extend(forbidden.map(|(place, standing, term)| {
                line(*standing, term, is_there(*place), Vec::new())
            }));
        lines
    }
}

impl std::fmt::Debug for TermsInUse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TermsInUse").field("bases", &self.bases).finish_non_exhaustive()
    }
}

fn or(one: &str, other: &str) -> String {
    if one.is_empty() { other.to_owned() } else { one.to_owned() }
}

/// The terms of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowTerms {
    /// The source that they are of.
    pub of: String,
    /// Where terms stand in the source, in bytes and in order.
    pub spans: Vec<Range<usize>>,
    /// What is said of them, in the order of the source.
    pub lines: Vec<TermLine>,
}

impl RowTerms {
    /// What may be put into the target: the texts in the order of the lines, those that it
    /// does not have yet first.
    #[must_use]
    pub fn usable(&self) -> Vec<&str> {
        let wanted = |used: bool| {
            let fits = move |line: &&TermLine| {
                line.standing != Standing::Forbidden && line.is_used == used
            };
            self.lines.iter().filter(fits).flat_map(TermLine::texts)
        };
        let mut all: Vec<&str> = Vec::new();
        for text in wanted(false).chain(wanted(true)) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all
    }
}

/// What is said of a term of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermLine {
    /// The term as it stands in the source.
    pub source: String,
    /// How it is rendered, or how it must not be.
    pub text: String,
    /// What may stand there too.
    pub also: Vec<String>,
    /// How that stands.
    pub standing: Standing,
    /// Whether the target has it.
    pub is_used: bool,
    /// What the concept is.
    pub kind: TermKind,
    /// The house that calls it so; empty for all.
    pub issuer: String,
    /// A remark.
    pub note: String,
    /// From when and until when it holds.
    pub time: (Option<Date>, Option<Date>),
    /// The concept.
    pub concept: ConceptId,
    /// Its termbase.
    pub base: TermbaseId,
    /// The termbase's name.
    pub base_name: String,
}

impl TermLine {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.also.iter().map(String::as_str))
    }

    /// Whether another line says the same, whatever termbase it is from.
    fn says_as(&self, other: &Self) -> bool {
        (&self.source, &self.text, self.standing) == (&other.source, &other.text, other.standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{TermStatus, TermbaseId};

    fn base(id: u64, concepts: &[&[(&str, &str, TermStatus)]]) -> Arc<Termbase> {
        let mut base = Termbase::new(TermbaseId::from_bits(id), format!("base {id}"));
        base.concepts = (1_u64..)
            .zip(concepts)
            .map(|(number, terms)| {
                let term = |(lang, text, status): &(&str, &str, TermStatus)| Term {
                    status: *status,
                    ..Term::preferred(lang.parse().expect(lang), (*text).to_owned())
                };
                let id = ConceptId::from_bits(id * 100 + number);
                Concept::new(id, TermKind::Phrase, terms.iter().map(term).collect())
            })
            .collect();
        Arc::new(base)
    }

    #[test]
    fn each_term_is_told_once_with_what_may_and_must_not_stand_for_it() {
        use TermStatus::{Admitted, Forbidden, Preferred};
        let bases = [
            base(
                1,
                &[
                    &[
                        ("fr", "étape", Preferred),
                        ("en", "stage", Preferred),
                        ("en", "step", Forbidden),
                    ],
                    &[("fr", "pont", Preferred)],
                ],
            ),
            base(
                2,
                &[
                    &[("fr", "étape", Preferred), ("en", "stage", Preferred)],
                    &[
                        ("fr", "péage", Preferred),
                        ("en", "toll", Preferred),
                        ("en", "toll fee", Admitted),
                    ],
                ],
            ),
        ];
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let terms = TermsInUse::of(&bases, (&fr, &en), None, "");
        let source = "Première étape : le pont, le péage, les étapes.";
        let row = terms.row(source, "The first stage");
        let told: Vec<String> = row
            .lines
            .iter()
            .map(|line| {
                let also = line.also.join(",");
                format!(
                    "{}>{}/{also} {:?} {} {}",
                    line.source, line.text, line.standing, line.is_used, line.base_name
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "étape>stage/ Approved true base 1",
                "étape>step/ Forbidden false base 1",
                "péage>toll/toll fee Approved false base 2",
            ]
        );
        let marked: Vec<&str> = row.spans.iter().filter_map(|r| source.get(r.clone())).collect();
        assert_eq!(marked, ["étape", "péage", "étapes"], "what has no rendering is not marked");
        assert_eq!(row.usable(), ["toll", "toll fee", "stage"]);
    }
}
