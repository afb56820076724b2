//! A termbase: concepts, each with its terms in several languages.
//!
//! A concept is one thing (ISO 704: terms are names of concepts): a person, an organisation,
//! an acronym's meaning. Its terms say how each language calls it, and which of them a house
//! wants. Left out: definitions in several languages, grammar, pictures.

use serde::{Deserialize, Serialize};

use super::{ConceptId, Date, Lang, TermbaseId, Timestamp};

/// What a concept is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum TermKind {
    /// A person.
    Person,
    /// An office or a rank.
    Title,
    /// An institution.
    Organisation,
    /// A country, a city.
    Place,
    /// What is called by its letters alone.
    Acronym,
    /// Any other word or phrase.
    #[default]
    Phrase,
}

impl TermKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Title, Self::Organisation, Self::Place, Self::Acronym, Self::Phrase];

    /// The kind in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Title => "title",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Acronym => "acronym",
            Self::Phrase => "phrase",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        match name.as_str() {
            "organization" | "org" => Some(Self::Organisation),
            _ => Self::ALL.into_iter().find(|kind| kind.name() == name),
        }
    }
}

/// Whether a term is to be used.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum TermStatus {
    /// The one to use.
    #[default]
    Preferred,
    /// May be used too.
    Admitted,
    /// Must not be used.
    Forbidden,
}

impl TermStatus {
    /// The status in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Forbidden => "forbidden",
        }
    }

    /// The status of this name, the picklists of TBX included.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        Some(match name.trim_end_matches("-admn-sts").trim_end_matches("term") {
            "preferred" | "standardized" | "legal" | "regulated" => Self::Preferred,
            "admitted" => Self::Admitted,
            "forbidden" | "deprecated" | "superseded" | "obsolete" => Self::Forbidden,
            _ => return None,
        })
    }
}

/// A name of a concept in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The language.
    pub lang: Lang,
    /// As it stands in a dictionary.
    pub text: String,
    /// Whether it is to be used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: TermStatus,
    /// The house that calls it so; empty for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A thing with its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// Given at birth.
    pub id: ConceptId,
    /// What it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: TermKind,
    /// Its names, those of a language in the order of preference.
    pub terms: Vec<Term>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The house whose concept it is; empty for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// The first day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Where it is from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// When it was changed last; of two states of one concept the later one stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// Taken out; it is kept so that merging does not bring it back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deleted: bool,
}

/// What a termbase says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermbaseHeader {
    /// Given at birth.
    pub id: TermbaseId,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// The content of a `*.terms.ron` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termbase {
    /// What it says of itself.
    pub header: TermbaseHeader,
    /// The concepts in the order of the file, deleted ones too.
    pub concepts: Vec<Concept>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Concept {
    /// A concept that says nothing yet.
    #[must_use]
    pub fn new(id: ConceptId, kind: TermKind, terms: Vec<Term>) -> Self {
        let (note, issuer, source) = (String::new(), String::new(), String::new());
        Self {
            id,
            kind,
            terms,
            note,
            issuer,
            from: None,
            until: None,
            source,
            changed: None,
            deleted: false,
        }
    }

    /// Whether it holds on a day, for a house; without a day or a house it does.
    #[must_use]
    pub fn holds(&self, day: Option<Date>, issuer: &str) -> bool {
        let in_time = day.is_none_or(|day| {
            self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
        });
        let of_house = self.issuer.is_empty() || issuer.is_empty() || self.issuer == issuer;
        !self.deleted && in_time && of_house
    }

    /// Whether it has a name to use in a language.
    #[must_use]
    pub fn has_preferred(&self, lang: &Lang) -> bool {
        let fits = |term: &Term| term.lang == *lang && term.status == TermStatus::Preferred;
        self.terms.iter().any(fits)
    }

    /// Its terms in a language, of any region where the region has none.
    pub fn terms_in<'a>(&'a self, lang: &'a Lang) -> impl Iterator<Item = &'a Term> {
        let exact = self.terms.iter().any(|term| term.lang == *lang);
        let fits = move |term: &&Term| {
            if exact { term.lang == *lang } else { term.lang.same_base(lang) }
        };
        self.terms.iter().filter(fits)
    }
}

impl Term {
    /// A term that is to be used.
    #[must_use]
    pub fn preferred(lang: Lang, text: String) -> Self {
        let (issuer, note) = (String::new(), String::new());
        Self { lang, text, status: TermStatus::Preferred, issuer, note }
    }
}

impl Termbase {
    /// A termbase without a concept.
    #[must_use]
    pub fn new(id: TermbaseId, name: String) -> Self {
        Self { header: TermbaseHeader { id, name }, concepts: Vec::new() }
    }

    /// The concepts that are not deleted.
    pub fn live(&self) -> impl Iterator<Item = &Concept> {
        self.concepts.iter().filter(|concept| !concept.deleted)
    }

    /// Takes in what another termbase has: its new concepts at the end, and of a concept that
    /// both have the state that was changed later. The same in either order but for the order
    /// of the concepts, and the same again when done twice.
    pub fn merge(&mut self, other: &Self) -> Merged {
        let mut merged = Merged::default();
        let places: std::collections::HashMap<ConceptId, usize> =
            self.concepts.iter().enumerate().map(|(at, concept)| (concept.id, at)).collect();
        for theirs in &other.concepts {
            match places.get(&theirs.id).and_then(|&at| self.concepts.get_mut(at)) {
                None => {
                    self.concepts.push(theirs.clone());
                    merged.added += 1;
                }
                Some(ours) if *ours == *theirs => {}
                Some(ours) => {
                    // At the same moment, or without one: the same of the two on either side.
                    let later = |concept: &Concept| {
                        (concept.changed, concept.deleted, format!("{concept:?}"))
                    };
                    if later(theirs) > later(ours) {
                        ours.clone_from(theirs);
                        merged.updated += 1;
                    }
                }
            }
        }
        merged
    }
}

/// What becomes of one concept; `None` is "not there".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermChange {
    /// The concept.
    pub concept: ConceptId,
    /// As it was.
    pub before: Option<Concept>,
    /// As it becomes.
    pub after: Option<Concept>,
}

impl TermChange {
    /// The change turned round.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let Self { concept, before, after } = self.clone();
        Self { concept, before: after, after: before }
    }
}

impl Termbase {
    /// Changes concepts, each only where it is as the change found it: the places of the
    /// changes that were left, since somebody else has changed the concept meanwhile.
    pub fn change(&mut self, changes: &[TermChange]) -> Vec<usize> {
        let places: std::collections::HashMap<ConceptId, usize> =
            self.concepts.iter().enumerate().map(|(at, concept)| (concept.id, at)).collect();
        let (mut left, mut gone) = (Vec::new(), std::collections::HashSet::new());
        for (number, change) in changes.iter().enumerate() {
            let there = places.get(&change.concept).and_then(|&at| self.concepts.get_mut(at));
            match (there, &change.before, &change.after) {
                (None, None, Some(after)) => self.concepts.push(after.clone()),
                (None, None, None) => {}
                (Some(there), before, Some(after)) if before.as_ref() == Some(&*there) => {
                    there.clone_from(after);
                }
                (Some(there), before, None) if before.as_ref() == Some(&*there) => {
                    gone.insert(change.concept);
                }
                (there, _, after) if there.as_deref() == after.as_ref() => {}
                _ => left.push(number),
            }
        }
        if !gone.is_empty() {
            self.concepts.retain(|concept| !gone.contains(&concept.id));
        }
        left
    }
}

/// What a merge did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Concepts that were not there.
    pub added: usize,
    /// Concepts of which the other state was the later one.
    pub updated: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concept(id: u64, text: &str, changed: Option<&str>) -> Concept {
        let term = Term::preferred("en".parse().expect("en"), text.to_owned());
        let changed = changed.map(|time| time.parse().expect(time));
        let id = ConceptId::from_bits(id);
        Concept { changed, ..Concept::new(id, TermKind::Phrase, vec![term]) }
    }

    fn base(concepts: &[Concept]) -> Termbase {
        let mut base = Termbase::new(TermbaseId::from_bits(1), String::new());
        base.concepts = concepts.to_vec();
        base
    }

    #[test]
    fn the_later_state_of_a_concept_stands_whichever_side_it_is_on() {
        let (old, new) = (
            concept(1, "bridge", Some("2026-03-12T09:00:00Z")),
            concept(1, "span", Some("2026-03-13T09:00:00Z")),
        );
        let other = concept(2, "toll", None);
        let mut ours = base(std::slice::from_ref(&old));
        let theirs = base(&[new.clone(), other.clone()]);
        assert_eq!(ours.merge(&theirs), Merged { added: 1, updated: 1 });
        assert_eq!(ours.concepts, [new.clone(), other.clone()]);
        assert_eq!(ours.merge(&theirs), Merged::default());
        let mut turned = theirs;
        turned.merge(&base(&[old]));
        assert_eq!(turned.concepts, [new, other]);
    }

    #[test]
    fn a_change_is_turned_round_and_leaves_what_somebody_else_changed() {
        let (old, new) = (concept(1, "bridge", None), concept(1, "span", None));
        let added = concept(2, "toll", None);
        let change = |before: Option<&Concept>, after: Option<&Concept>| TermChange {
            concept: before.or(after).expect("a concept").id,
            before: before.cloned(),
            after: after.cloned(),
        };
        let changes = [change(Some(&old), Some(&new)), change(None, Some(&added))];
        let mut base = base(std::slice::from_ref(&old));
        assert!(base.change(&changes).is_empty());
        assert_eq!(base.concepts, [new.clone(), added.clone()]);
        assert!(base.change(&changes).is_empty(), "what is done already is no conflict");
        let back: Vec<_> = changes.iter().map(TermChange::inverse).collect();
        assert!(base.change(&back).is_empty());
        assert_eq!(base.concepts, [old]);
        assert_eq!(base.change(&[change(Some(&new), None)]), [0]);
        assert_eq!(base.concepts.len(), 1);
    }

    #[test]
    fn a_concept_holds_for_its_time_and_house() {
        let day = |text: &str| Some(text.parse().expect(text));
        let mut title = concept(1, "Minister", None);
        title.from = day("2024-01-01");
        title.until = day("2025-06-30");
        title.issuer = "Ministry of Bridges".to_owned();
        assert!(title.holds(day("2025-06-30"), ""));
        assert!(!title.holds(day("2025-07-01"), ""));
        assert!(title.holds(None, "Ministry of Bridges"));
        assert!(!title.holds(None, "Ministry of Roads"));
    }

    #[test]
    fn status_and_kind_read_what_other_programs_write() {
        assert_eq!(TermStatus::of_name("preferredTerm-admn-sts"), Some(TermStatus::Preferred));
        assert_eq!(TermStatus::of_name("deprecatedTerm"), Some(TermStatus::Forbidden));
        assert_eq!(TermStatus::of_name("Forbidden"), Some(TermStatus::Forbidden));
        assert_eq!(TermKind::of_name("Organization"), Some(TermKind::Organisation));
    }
}
