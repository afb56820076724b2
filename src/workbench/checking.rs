//! Drafts from matches whose figures or names are not those of the source: a match that
//! differs in a word besides is not repaired, so its draft may say 28 where the source
//! says 31.
//!
//! Values are compared as they are read in both languages, number words and dates among
//! them; a name counts only where it is known to be the match's and not the source's.
//! What a person has typed from the start is left to the checks of a whole release.

use super::session::Session;
use crate::memory::{Between, in_target};
use crate::model::{Bead, Date, Origin, State};
use crate::text::name::names;
use crate::text::recognise::values_at;
use crate::text::value::{Value, ValueKind};
use crate::texts::t;

/// Something in a draft that the source has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    /// As the draft has it; empty where it has nothing.
    pub had: String,
    /// As it would be, in the target's form where that is known; empty for nothing.
    pub wanted: String,
}

impl Unlike {
    /// In words: "28 instead of 31: check".
    #[must_use]
    pub fn sentence(&self) -> String {
        match (self.had.as_str(), self.wanted.as_str()) {
            ("", wanted) => t!("checking-is-missing", wanted = wanted),
            (had, "") => t!("checking-is-not-in-the-source", had = had),
            (had, wanted) => t!("checking-check", had = had, wanted = wanted),
        }
    }
}

/// A draft, and what it is a draft of.
#[derive(Debug, Clone, Copy)]
pub struct Drafted<'a> {
    /// The row's source.
    pub source: &'a str,
    /// The draft.
    pub target: &'a str,
    /// The languages.
    pub between: Between<'a>,
    /// The source of the match, where it is at hand.
    pub matched: Option<&'a str>,
    /// The release's own day.
    pub today: Option<Date>,
}

impl Drafted<'_> {
    /// What is to be checked, in the order of the draft.
    #[must_use]
    pub fn unlike(&self) -> Vec<Unlike> {
        let mut all = self.values();
        all.extend(self.names());
        all
    }

    fn values(&self) -> Vec<Unlike> {
        let mut wanted = values_at(self.source, self.between.source, self.today);
        let mut had = values_at(self.target, self.between.target, self.today);
        wanted.retain(is_compared);
        had.retain(is_compared);
        // Each value accounts for one.
        wanted.retain(|value| match had.iter().position(|other| other.key == value.key) {
            Some(at) => {
                had.remove(at);
                false
            }
            None => true,
        });
        let mut all = Vec::new();
        for value in had {
            let partner = wanted.iter().position(|other| other.kind == value.kind);
            let partner = partner.map(|at| wanted.remove(at));
            let had = written(&value, self.target);
            if partner.is_some() || has_digit(&had) {
                let wanted = partner.map(|value| self.rendered(&value)).unwrap_or_default();
                all.push(Unlike { had, wanted });
            }
        }
        let missing = wanted.iter().filter(|value| has_digit(&written(value, self.source)));
        let missing = missing.map(|value| self.rendered(value));
        all.extend(missing.map(|wanted| Unlike { had: String::new(), wanted }));
        all
    }

    fn rendered(&self, value: &Value) -> String {
        in_target(value, self.source, self.between).unwrap_or_else(|| written(value, self.source))
    }

    /// Names of the match that the source does not have and the draft still has.
    fn names(&self) -> Vec<Unlike> {
        let Some(matched) = self.matched else { return Vec::new() };
        let of = |text: &str| -> Vec<String> {
            let names = names(text, self.between.source);
            names.iter().map(|name| written(name, text)).collect()
        };
        let (ours, theirs) = (of(self.source), of(matched));
        let mut new = ours.into_iter().filter(|name| !theirs.contains(name));
        let old = theirs.iter().filter(|name| !self.source.contains(name.as_str()));
        let old = old.filter(|name| self.target.contains(name.as_str()));
        old.map(|had| Unlike { had: had.clone(), wanted: new.next().unwrap_or_default() }).collect()
    }
}

/// Whether a value is the same in every language.
const fn is_compared(value: &Value) -> bool {
    !matches!(value.kind, ValueKind::Name | ValueKind::Acronym | ValueKind::Url)
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

fn written(value: &Value, text: &str) -> String {
    text.get(value.start..value.end).unwrap_or_default().to_owned()
}

impl Session {
    /// Whether a row is a draft from a match: then it may have figures to be checked.
    #[must_use]
    pub fn is_drafted_from_match(&self, row: usize) -> bool {
        let drafted = |bead: &Bead| {
            matches!(bead.origin, Origin::Match { .. }) && bead.state() == Some(&State::Draft)
        };
        self.rows.is_content(row) && self.beads().get(row).is_some_and(drafted)
    }

    /// The source of the match that a row was drafted from, where it is at hand.
    #[must_use]
    pub fn matched_source(&self, row: usize) -> Option<&str> {
        let Origin::Match { memory, unit, .. } = self.beads().get(row)?.origin else { return None };
        let offers = self.offers_of(row)?.iter();
        let mut taken = offers.filter(|o| o.found.memory == memory && o.found.unit == unit);
        taken.next().map(|offer| offer.found.source.as_str())
    }

    /// The figures, dates and names of a draft from a match that are not the source's.
    #[must_use]
    pub fn to_check(&self, row: usize) -> Vec<Unlike> {
        let (Some(bead), Some(target)) = (self.beads().get(row), self.target_lang()) else {
            return Vec::new();
        };
        if !self.is_drafted_from_match(row) {
            return Vec::new();
        }
        let (source, text) = (self.source_text(row), bead.target_text());
        let drafted = Drafted {
            source: &source,
            target: &text,
            between: Between { source: self.source_lang(), target },
            matched: self.matched_source(row),
            today: self.project.release.date,
        };
        drafted.unlike()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    /// Source in French, match's source, draft in English, what is to be checked.
    const CASES: &[(&str, &str, &str, &[&str])] = &[
        (
            "Le ministre recevra 31 députés mardi.",
            "La ministre a reçu 28 députés lundi.",
            "The minister received 28 members of parliament on Monday.",
            // A day of the week has no form in the other language.
            &["28→31", "Monday→mardi"],
        ),
        (
            "Le ministre recevra 31 députés mardi.",
            "La ministre a reçu 28 députés lundi.",
            "The minister will receive 31 members of parliament.",
            &[],
        ),
        (
            "L'accord entre en vigueur le 3 mai 2031.",
            "La convention entrera en vigueur le 1er juin 2030.",
            "The convention will enter into force on 1 June 2030.",
            &["1 June 2030→May 3, 2031"],
        ),
        (
            "Le port accueille trois navires.",
            "Le port a reçu deux navires.",
            "The port received three ships.",
            &[],
        ),
        (
            "Les travaux de Brévanne coûtent 12 millions d'euros.",
            "Les travaux coûtent cher.",
            "The works are expensive.",
            &["→€12,000,000"],
        ),
        (
            "Le maire Luc Duval a ouvert le pont.",
            "Le maire Paul Lemaire ouvrira le pont.",
            "Mayor Paul Lemaire will open the bridge.",
            &["Paul Lemaire→Luc Duval"],
        ),
        (
            "Le maire Luc Duval a ouvert le pont.",
            "Le maire Paul Lemaire ouvrira le pont.",
            "Mayor Luc Duval opened the bridge.",
            &[],
        ),
    ];

    #[test]
    fn what_the_source_has_otherwise_is_told_until_it_is_right() {
        let (fr, en) = ("fr".parse::<Lang>().expect("fr"), "en".parse::<Lang>().expect("en"));
        for (source, matched, target, expected) in CASES {
            let between = Between { source: &fr, target: &en };
            let drafted = Drafted { source, target, between, matched: Some(matched), today: None };
            let told: Vec<String> = drafted
                .unlike()
                .into_iter()
                .map(|unlike| format!("{}→{}", unlike.had, unlike.wanted))
                .collect();
            assert_eq!(told, *expected, "{source} / {target}");
        }
    }
}
