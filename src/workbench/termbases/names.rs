//! Names of a release that no termbase has, each with how it was rendered so far or would be.
//!
//! The forms of one name (cases, a surname alone) are one entry ([`same_name`]). What is
//! proposed comes, in this order: of the release's own rows; of units of the memories that have
//! the name; of the name itself, written in the target's letters. A rendering is taken for the
//! name's where it is the same name in the other language, or where most texts with the one
//! have the other. Left out: names without capitals but for those that [`names`] finds, what a
//! name is beyond a guess.

use std::collections::BTreeMap;

use memchr::memmem::Finder;

use super::lines::TermsInUse;
use crate::memory::Between;
use crate::memory::Direction;
use crate::memory::concordance::Corpus;
use crate::model::{Cancelled, Lang, TermKind, Watch};
use crate::qa::Sheet;
use crate::text::name::names;
use crate::text::same_name::same_name;
use crate::workbench::values;

/// Units with a name that are looked at for its rendering: more say the same.
const MOST_UNITS: usize = 40;
/// Units read between two questions whether to go on.
const UNITS_BETWEEN: u32 = 256;
/// Texts that have both a name and a rendering, of those that have the name, in per cent: a
/// name that is translated (`Nations Unies`) is not the same name by its sound.
const SHARED_PERCENT: usize = 75;
/// Texts that must have both at least; one says nothing.
const LEAST_SHARED: usize = 2;

/// A name that no termbase has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewName {
    /// As it is written in full, in the form that comes most often.
    pub source: String,
    /// What it seems to be.
    pub kind: TermKind,
    /// The rows it stands in, by their numbers as they are shown.
    pub rows: Vec<String>,
    /// What it may be in the target's language, the likeliest first.
    pub proposals: Vec<Proposal>,
}

/// A rendering of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The rendering.
    pub text: String,
    /// Where it is from.
    pub from: From,
}

/// Where a rendering is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    /// So many rows of the release.
    Rows(usize),
    /// So many units of the memories.
    Units(usize),
    /// The name itself, in the target's letters.
    Letters,
}

/// A name as it is gathered.
#[derive(Default)]
struct Gathered {
    /// How often each form stands there.
    forms: BTreeMap<String, usize>,
    rows: Vec<String>,
    /// The targets of its rows, and of units that have it.
    targets: [Vec<String>; 2],
}

/// The memories that serve the pair of languages, each with its direction.
pub type Searched = Vec<(Corpus, Direction)>;

/// The names of a release that no termbase in use has.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn new_names(
    sheet: &Sheet,
    terms: Option<&TermsInUse>,
    memories: &Searched,
    watch: &dyn Watch,
) -> Result<Vec<NewName>, Cancelled> {
    let mut all = gathered(sheet, terms);
    look_in(memories, &mut all, watch)?;
    let between = Between { source: &sheet.source, target: &sheet.target };
    let others: Vec<String> = all.iter().map(Gathered::full).collect();
    let named = all.iter().enumerate().map(|(place, name)| {
        let rest: Vec<&str> = others
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != place)
            .map(|(_, other)| other.as_str())
            .collect();
        name.told(between, &rest)
    });
    Ok(named.collect())
}

fn gathered(sheet: &Sheet, terms: Option<&TermsInUse>) -> Vec<Gathered> {
    let mut all: Vec<Gathered> = Vec::new();
    for row in &sheet.rows {
        let known = terms.map(|terms| terms.pair.in_source(&row.source)).unwrap_or_default();
        let number = row.number.as_ref().map(ToString::to_string).unwrap_or_default();
        for name in names(&row.source, &sheet.source) {
            let is_known =
                known.iter().any(|term| term.range.start < name.end && name.start < term.range.end);
            let Some(text) = row.source.get(name.start..name.end).filter(|_| !is_known) else {
                continue;
            };
            let text = text.trim_end_matches(['.', ',']).to_owned();
            let is_it = |other: &Gathered| other.is_named(&text, &sheet.source);
            let at = all.iter().position(is_it).unwrap_or(all.len());
            if at == all.len() {
                all.push(Gathered::default());
            }
            let Some(place) = all.get_mut(at) else { continue };
            *place.forms.entry(text).or_default() += 1;
            if place.rows.last() != Some(&number) {
                place.rows.push(number.clone());
                place.targets[0].extend(row.target.clone().filter(|text| !text.is_empty()));
            }
        }
    }
    all
}

/// Gathers the other side of units that have a name.
fn look_in(memories: &Searched, all: &mut [Gathered], watch: &dyn Watch) -> Result<(), Cancelled> {
    let forms: Vec<Vec<String>> =
        all.iter().map(|name| name.forms.keys().cloned().collect()).collect();
    let finders: Vec<Vec<Finder<'_>>> = forms
        .iter()
        .map(|forms| forms.iter().map(|form| Finder::new(form.as_bytes())).collect())
        .collect();
    let total: u32 = memories.iter().map(|(corpus, _)| corpus.slots()).sum();
    let mut done = 0_u32;
    for (corpus, direction) in memories {
        // The newest first: it is what is said now.
        for slot in (0..corpus.slots()).rev() {
            if done.is_multiple_of(UNITS_BETWEEN) {
                watch.report(done as usize, total as usize)?;
            }
            done += 1;
            let Some(stored) = corpus.unit_at(slot) else { continue };
            let (source, target) = match direction {
                Direction::Forward => (stored.unit.source, stored.unit.target),
                Direction::Reverse => (stored.unit.target, stored.unit.source),
            };
            for (name, finders) in all.iter_mut().zip(&finders) {
                let [_, targets] = &mut name.targets;
                let has = |finder: &Finder<'_>| finder.find(source.as_bytes()).is_some();
                if targets.len() < MOST_UNITS && finders.iter().any(has) {
                    targets.push(target.to_owned());
                }
            }
        }
    }
    Ok(())
}

impl Gathered {
    fn is_named(&self, text: &str, lang: &Lang) -> bool {
        self.forms.contains_key(text)
            || self.forms.keys().any(|form| same_name(form, lang, text, lang))
    }

    /// The form with the most words, of those the most frequent, then the shortest.
    fn full(&self) -> String {
        let words = |form: &str| form.split_whitespace().count();
        let best = self.forms.iter().max_by(|(a, count), (b, other)| {
            (words(a), *count).cmp(&(words(b), *other)).then_with(|| b.len().cmp(&a.len()))
        });
        best.map(|(form, _)| form.clone()).unwrap_or_default()
    }

    fn told(&self, between: Between<'_>, others: &[&str]) -> NewName {
        let source = self.full();
        let mut proposals: Vec<Proposal> = Vec::new();
        let makes: [fn(usize) -> From; 2] = [From::Rows, From::Units];
        for (texts, make) in self.targets.iter().zip(makes) {
            for (text, count) in rendered_in(&source, texts, between, others) {
                if !proposals.iter().any(|known| known.text == text) {
                    proposals.push(Proposal { text, from: make(count) });
                }
            }
        }
        if let Some(text) = values::name_in(&source, between.target)
            && !proposals.iter().any(|known| known.text == text)
        {
            proposals.push(Proposal { text, from: From::Letters });
        }
        NewName { kind: kind_of(&source), source, rows: self.rows.clone(), proposals }
    }
}

/// What renders a name in texts that translate texts with it, the most frequent first.
fn rendered_in(
    source: &str,
    texts: &[String],
    between: Between<'_>,
    others: &[&str],
) -> Vec<(String, usize)> {
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let mut seen: Vec<&str> = Vec::new();
        for name in names(text, between.target) {
            let Some(found) =
                text.get(name.start..name.end).map(|n| n.trim_end_matches(['.', ',']))
            else {
                continue;
            };
            if seen.contains(&found) {
                continue;
            }
            seen.push(found);
            if same_name(source, between.source, found, between.target) {
                *same.entry(found.to_owned()).or_default() += 1;
            } else if !others.iter().any(|o| same_name(o, between.source, found, between.target)) {
                *shared.entry(found.to_owned()).or_default() += 1;
            }
        }
    }
    if same.is_empty() {
        let enough =
            |count: usize| count >= LEAST_SHARED && count * 100 >= texts.len() * SHARED_PERCENT;
        shared.retain(|_, count| enough(*count));
        same = shared;
    }
    let mut all: Vec<(String, usize)> = same.into_iter().collect();
    // The form in full before the surname alone, then the more frequent.
    let words = |text: &str| text.split_whitespace().count();
    let wanted = words(source);
    all.sort_by_key(|(text, count)| (words(text).abs_diff(wanted), std::cmp::Reverse(*count)));
    all
}

/// What a name seems to be: a guess, to be corrected.
fn kind_of(name: &str) -> TermKind {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_shouted = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
            && word.chars().any(char::is_uppercase)
    };
    let has_small = words.iter().any(|word| word.starts_with(char::is_lowercase));
    match words.as_slice() {
        [one] if is_shouted(one) => TermKind::Acronym,
        [_] => TermKind::Place,
        _ if has_small || words.len() > 3 => TermKind::Organisation,
        _ => TermKind::Person,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Memory;
    use crate::model::{
        MemoryFile, Revision, RowNumber, SeededIds, Timestamp, Unit, UnitStatus, Unwatched,
    };
    use crate::qa::Row;

    fn row(number: u32, source: &str, target: &str) -> Row {
        let target = (!target.is_empty()).then(|| target.to_owned());
        Row {
            number: Some(RowNumber::new(number)),
            role: crate::model::Role::Body,
            open: target.is_none(),
            source: source.to_owned(),
            target,
            source_tags: Vec::new(),
            target_tags: Vec::new(),
        }
    }

    fn corpus(langs: (&str, &str), units: &[(&str, &str)]) -> Corpus {
        let mut ids = SeededIds::new(3);
        let lang = |tag: &str| tag.parse().expect(tag);
        let mut file = MemoryFile::new("m", lang(langs.0), lang(langs.1), &mut ids);
        for (source, target) in units {
            let unit = Unit::plain(source, target, UnitStatus::Published);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
        }
        Memory::new(file).corpus(Direction::Forward)
    }

    #[test]
    fn names_are_gathered_in_all_their_forms_with_what_they_became() {
        let sheet = Sheet {
            source: "ru".parse().expect("ru"),
            target: "en".parse().expect("en"),
            date: None,
            rows: vec![
                row(
                    1,
                    "Вчера Артём Волгин был в Дубравске.",
                    "Yesterday Artem Volgin was in Dubravsk.",
                ),
                row(2, "О встрече с Артёмом Волгиным сообщил МГБ.", ""),
                row(3, "Для Олега Рощина это начало.", ""),
            ],
        };
        let memory =
            corpus(("en", "ru"), &[("Oleg Roshchin left.", "Для Олега Рощина это конец.")]);
        let memories = vec![(memory, Direction::Reverse)];
        let found = new_names(&sheet, None, &memories, &Unwatched).expect("not cancelled");
        let told: Vec<String> = found
            .iter()
            .map(|name| {
                let proposals: Vec<String> =
                    name.proposals.iter().map(|p| format!("{} {:?}", p.text, p.from)).collect();
                format!("{} [{}] {}", name.source, name.rows.join(","), proposals.join("; "))
            })
            .collect();
        assert!(told[0].starts_with("Артём Волгин [1,2] Artem Volgin Rows(1)"), "{told:#?}");
        let oleg = told.iter().find(|line| line.starts_with("Олега Рощина")).expect("he is there");
        assert!(oleg.contains("Oleg Roshchin Units(1)"), "{told:#?}");
        let place = told.iter().find(|line| line.starts_with("Дубравск")).expect("it is there");
        assert!(place.contains("Dubravsk Rows(1)"), "{told:#?}");
        let acronym = found.iter().find(|name| name.source == "МГБ").expect("it is there");
        assert_eq!(acronym.kind, TermKind::Acronym);
    }

    #[test]
    fn a_name_that_is_translated_is_told_by_the_texts_that_have_both() {
        let sheet = Sheet {
            source: "fr".parse().expect("fr"),
            target: "en".parse().expect("en"),
            date: None,
            rows: vec![row(1, "Ici la Conférence du Bassin de l'Orle.", "")],
        };
        let units = [
            ("La Conférence du Bassin de l'Orle siège.", "The Orle Basin Conference sits."),
            ("La Conférence du Bassin de l'Orle vote.", "The Orle Basin Conference votes."),
        ];
        let memories = vec![(corpus(("fr", "en"), &units), Direction::Forward)];
        let found = new_names(&sheet, None, &memories, &Unwatched).expect("not cancelled");
        let first = found.first().and_then(|name| name.proposals.first());
        let first = first.map(|proposal| (proposal.text.as_str(), proposal.from));
        assert_eq!(first, Some(("Orle Basin Conference", From::Units(2))), "{found:#?}");
    }
}
