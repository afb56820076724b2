//! Repair: the numbers, dates, names and the closing mark of a sentence put into the
//! target of a match that differs in nothing else.
//!
//! ```text
//! sentence   Fait à Sarnel, le 26 juin 2024.
//! match      Fait à Sarnel, le 25 juin 2024.   Done in Sarnel on June 25, 2024.
//! repaired                                     Done in Sarnel on June 26, 2024.
//! ```
//!
//! Three steps, each of which may end it:
//!
//! 1. *What differs.* The two sources are cut at their values and known names. What is
//!    between must be the same words; values must be of one kind, one by one.
//! 2. *Where it stands.* Each value that differs must stand in the target as often as
//!    in the match's source, and be replaced by one and the same everywhere; the target
//!    must have no value that its source lacks. A number in words, two values that look
//!    the same, one too many: nothing is repaired.
//! 3. *How it is written.* The new value takes the form of the old one ([`form`]): order,
//!    separators, names of months. Where grammar may depend on the figure it stays
//!    ([`grammar`]). The values of the result are read again, and must be the ones wanted.
//!
//! All or nothing: a target in which one of two numbers is repaired would be trusted for
//! both. The score stays what it was; the window shows the badge R.
//!
//! Left out: numbers in words, Roman numerals, week days, question marks (a question has
//! another order of words), names in languages that inflect them.

mod anew;
mod date;
mod form;
mod grammar;

pub use anew::in_target;

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::{Kind, Tokenised, class, kind_of};
use crate::model::Lang;
use crate::text::value::{Value, ValueKind, values};

/// A name and its form in the other language, from a termbase or from aligned units:
/// one that stands without an article and asks for no agreement, such as a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownName<'a> {
    /// In the language of the sources.
    pub source: &'a str,
    /// In the language of the targets.
    pub target: &'a str,
}

/// The languages of a lookup.
#[derive(Debug, Clone, Copy)]
pub struct Between<'a> {
    /// Of the sentence and of the match's source.
    pub source: &'a Lang,
    /// Of the target.
    pub target: &'a Lang,
}

/// A target that was repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The target.
    pub target: String,
    /// What was changed in it, in bytes of [`Self::target`], in order.
    pub changed: Vec<Range<usize>>,
}

/// The target of a match with what differs put right; `None` where nothing differs, or
/// more does than can be told for certain.
#[must_use]
pub fn repair(
    sentence: &str,
    source: &str,
    target: &str,
    between: Between<'_>,
    names: &[KnownName<'_>],
) -> Option<Repaired> {
    let (wanted, had) = (Cut::new(sentence, between, names), Cut::new(source, between, names));
    let (body, marks) = wanted.same_words(&had)?;
    if !accounts_for(&had.parts, target, between.target) {
        return None;
    }
    let mut edits = Vec::new();
    for (old, new) in differences(&wanted.parts[..body], &had.parts[..body])? {
        edits.extend(edits_of(&old, &new, target, between)?);
    }
    if let Some((old, new)) = marks {
        edits.push(grammar::closing_mark(target, old, new, between.target)?);
    }
    edits.sort_by_key(|edit: &Edit| edit.place.start);
    let overlap = edits.windows(2).any(|pair| pair[0].place.end > pair[1].place.start);
    if edits.is_empty() || overlap {
        return None;
    }
    let repaired = apply(target, &edits)?;
    let read_again = expected_values(target, &edits, between.target);
    (values_of(&repaired.target, between.target) == read_again).then_some(repaired)
}

/// A replacement in a target.
#[derive(Debug, Clone)]
struct Edit {
    place: Range<usize>,
    text: String,
    /// The keys of the value replaced and of the new one; none for marks and names.
    key: Option<String>,
}

/// What stands between words and can be repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part<'a> {
    /// As written in the source.
    text: &'a str,
    what: What<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What<'a> {
    Value(ValueKind, String),
    /// A known name, as the target language has it.
    Name(&'a str),
    /// Letters and figures that name something, the same in every language: `A7`, `4.8.4`.
    Code(&'a str),
}

/// A source cut at its values and names.
struct Cut<'a> {
    parts: Vec<Part<'a>>,
    /// The words before each part and behind the last.
    words: Vec<Vec<String>>,
}

impl<'a> Cut<'a> {
    fn new(text: &'a str, between: Between<'_>, names: &[KnownName<'a>]) -> Self {
        let mut places: Vec<(Range<usize>, What<'a>)> = values(text, between.source)
            .into_iter()
            .map(|Value { start, end, kind, key, .. }| (start..end, What::Value(kind, key)))
            .collect();
        for name in names {
            for place in grammar::whole_words(text, name.source) {
                let free = places.iter().all(|(p, _)| p.end <= place.start || p.start >= place.end);
                if free {
                    places.push((place, What::Name(name.target)));
                }
            }
        }
        for token in Tokenised::new(text).tokens() {
            let place = token.start..token.start + token.text.len();
            let free = places.iter().all(|(p, _)| p.end <= place.start || p.start >= place.end);
            if free && token.text.chars().any(|c| form::to_digit(c).is_some()) {
                places.push((place, What::Code(token.text)));
            }
        }
        places.sort_by_key(|(place, _)| place.start);
        let (mut parts, mut words, mut at) = (Vec::new(), Vec::new(), 0);
        for (place, what) in places {
            words.push(words_of(text.get(at..place.start).unwrap_or_default()));
            at = place.end;
            parts.push(Part { text: text.get(place).unwrap_or_default(), what });
        }
        words.push(words_of(text.get(at..).unwrap_or_default()));
        Self { parts, words }
    }

    /// Whether all words are the same, but for the closing mark: how many parts there
    /// are, and the two marks where they differ (empty for none).
    fn same_words<'s>(&'s self, other: &'s Self) -> Option<(usize, Option<(&'s str, &'s str)>)> {
        let ((own_last, own), (other_last, others)) =
            (self.words.split_last()?, other.words.split_last()?);
        if own != others || self.parts.len() != other.parts.len() {
            return None;
        }
        if own_last == other_last {
            return Some((self.parts.len(), None));
        }
        let (own_mark, own_rest) = split_mark(own_last);
        let (other_mark, other_rest) = split_mark(other_last);
        (own_rest == other_rest).then_some((self.parts.len(), Some((other_mark, own_mark))))
    }
}

/// The words and marks of a text, without regard to case and typography; numbers that are
/// no values as they are written.
fn words_of(text: &str) -> Vec<String> {
    let text = Tokenised::new(text);
    let word = |token| match kind_of(token) {
        Kind::Other => class(token).into_owned(),
        Kind::Number | Kind::Date | Kind::Mark => token.text.to_owned(),
    };
    text.tokens().iter().map(word).collect()
}

/// The closing mark of words, empty for none, and the rest.
fn split_mark(words: &[String]) -> (&str, &[String]) {
    match words.split_last() {
        Some((last, rest)) if grammar::is_closing(last) => (last, rest),
        _ => ("", words),
    }
}

/// What is to be replaced by what: each once, and always by the same.
fn differences<'a>(wanted: &[Part<'a>], had: &[Part<'a>]) -> Option<Vec<(Old<'a>, Part<'a>)>> {
    let mut replaced: BTreeMap<(String, bool), (Old<'a>, &Part<'a>)> = BTreeMap::new();
    for (new, old) in wanted.iter().zip(had) {
        let (key, is_name) = match (&old.what, &new.what) {
            (What::Value(kind, key), What::Value(other, _)) if kind == other => {
                (key.clone(), false)
            }
            (What::Name(name), What::Name(_)) => ((*name).to_owned(), true),
            (What::Code(code), What::Code(_)) => ((*code).to_owned(), true),
            _ => return None,
        };
        let entry = replaced.entry((key, is_name));
        let (known, meant) = entry.or_insert_with(|| (Old { part: old.clone(), count: 0 }, new));
        known.count += 1;
        // One value that becomes two: which is which cannot be told.
        if meant.what != new.what {
            return None;
        }
    }
    let changed = replaced.into_values().filter(|(old, new)| old.part.what != new.what);
    Some(changed.map(|(old, new)| (old, new.clone())).collect())
}

/// A part of the match's source, and how often it comes there.
#[derive(Debug, Clone)]
struct Old<'a> {
    part: Part<'a>,
    count: usize,
}

/// The replacements of a part in the target.
fn edits_of(
    old: &Old<'_>,
    new: &Part<'_>,
    target: &str,
    between: Between<'_>,
) -> Option<Vec<Edit>> {
    let lang = between.target;
    let edits: Vec<Edit> = match (&old.part.what, &new.what) {
        (What::Value(kind, old_key), What::Value(_, new_key)) => {
            let there = values(target, lang);
            let same = there.iter().filter(|value| value.key == *old_key && value.kind == *kind);
            let edit = |value: &Value| {
                let place = value.start..value.end;
                let written = target.get(place.clone())?;
                let wanted = (new.text, between.source);
                let change = form::Change { old: old_key, new: new_key, wanted, lang };
                // Versions and document numbers are written alike everywhere.
                let as_written = *kind == ValueKind::DocumentNumber
                    || (*kind == ValueKind::Number && form::plain(old_key).is_none());
                let text = if as_written {
                    (written == old.part.text).then(|| new.text.to_owned())
                } else {
                    form::written(*kind, written, &change)
                }?;
                grammar::allows(target, &place, &change).then(|| Edit {
                    place,
                    text,
                    key: Some(new_key.clone()),
                })
            };
            same.map(edit).collect::<Option<_>>()?
        }
        (What::Name(had), What::Name(wanted)) if grammar::keeps_names(lang) => {
            let places = grammar::whole_words(target, had);
            let edit = |place| Edit { place, text: (*wanted).to_owned(), key: None };
            places.into_iter().map(edit).collect()
        }
        (What::Code(had), What::Code(wanted)) => {
            let edit = |place| Edit { place, text: (*wanted).to_owned(), key: None };
            grammar::whole_codes(target, had).into_iter().map(edit).collect()
        }
        _ => return None,
    };
    (edits.len() == old.count).then_some(edits)
}

/// Whether all values of a target are those of its source: one more is a fact that the
/// source does not state, and may hang on what is to be replaced.
fn accounts_for(source: &[Part<'_>], target: &str, lang: &Lang) -> bool {
    let mut known: Vec<&str> = source
        .iter()
        .filter_map(|part| match &part.what {
            What::Value(_, key) => Some(key.as_str()),
            What::Name(_) | What::Code(_) => None,
        })
        .collect();
    values(target, lang).iter().all(|value| {
        let place = known.iter().position(|key| *key == value.key);
        place.map(|place| known.swap_remove(place)).is_some()
    })
}

fn apply(target: &str, edits: &[Edit]) -> Option<Repaired> {
    let (mut text, mut changed, mut at) = (String::with_capacity(target.len()), Vec::new(), 0);
    for edit in edits {
        text.push_str(target.get(at..edit.place.start)?);
        let start = text.len();
        text.push_str(&edit.text);
        changed.push(start..text.len());
        at = edit.place.end;
    }
    text.push_str(target.get(at..)?);
    Some(Repaired { target: text, changed })
}

fn values_of(text: &str, lang: &Lang) -> Vec<String> {
    values(text, lang).into_iter().map(|value| value.key).collect()
}

/// The keys that the repaired target has to have.
fn expected_values(target: &str, edits: &[Edit], lang: &Lang) -> Vec<String> {
    let new = |value: &Value| {
        let edit = edits.iter().find(|edit| edit.place == (value.start..value.end));
        edit.and_then(|edit| edit.key.clone())
    };
    values(target, lang).into_iter().map(|value| new(&value).unwrap_or(value.key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of lines: languages, sentence, source, target, and the repaired target or
    /// `-` where nothing is to be repaired; names as `name = Name` lines before.
    const CASES: &str = include_str!("../../../tests/data/repair/cases.txt");

    fn check(block: &str) -> Result<(), String> {
        let mut names = Vec::new();
        let mut lines = Vec::new();
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((source, target)) => names.push(KnownName { source, target }),
                None => lines.push(line),
            }
        }
        let [languages, sentence, source, target, expected] = lines.as_slice() else {
            return Err(format!("a block has five lines:\n{block}"));
        };
        let (from, to) = languages.split_once('>').ok_or_else(|| (*languages).to_owned())?;
        let (from, to): (Lang, Lang) = (from.parse().expect(from), to.parse().expect(to));
        let between = Between { source: &from, target: &to };
        let found = repair(sentence, source, target, between, &names);
        let shown = found.as_ref().map_or("-", |repaired| repaired.target.as_str());
        if shown == *expected { Ok(()) } else { Err(format!("{block}\nfound: {shown}")) }
    }

    #[test]
    fn targets_are_repaired_as_their_file_says() {
        let blocks = CASES.split("\n\n").filter(|block| block.lines().any(|l| !l.starts_with('#')));
        let wrong: Vec<_> =
            blocks.filter_map(|block| check(block.trim_matches('\n')).err()).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
        assert!(CASES.split("\n\n").count() > 40);
    }

    #[test]
    fn what_was_changed_is_told() {
        let (fr, en): (Lang, Lang) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let between = Between { source: &fr, target: &en };
        let found = repair("Il y a 31 sièges.", "Il y a 30 sièges.", "30 seats.", between, &[]);
        let changed = std::iter::once(0..2).collect();
        let expected = Repaired { target: "31 seats.".to_owned(), changed };
        assert_eq!(found, Some(expected));
        let same = repair("Il y a 30 sièges.", "Il y a 30 sièges.", "30 seats.", between, &[]);
        assert_eq!(same, None, "nothing differs");
    }
}
