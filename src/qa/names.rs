//! Names: a person who is named in the source is named in the target, in its spelling.
//!
//! Organisations and places are translated, and in English and German every noun of a title has
//! a capital; so only what is surely a person is held to it: a name with a given name that
//! the table knows, and one that other rows of the release render. A single surname may become
//! "the minister", so it is told only where another name stands in its place.
//!
//! An acronym must be there where the rest of the release keeps it as it is.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::cause::{Cause, Kind};
use super::finding::{Found, Severity, Side};
use super::pairing::{Standing, pair};
use super::reading::{Pair, SideText};
use crate::text::same_name::same_name;
use crate::text::script::{self, Script};
use crate::text::token::{Token, TokenKind};
use crate::text::translit;
use crate::text::value::{Value, ValueKind};

const GIVEN: &str = include_str!("../../assets/qa/given-names.txt");

/// Given names by their sound.
static GIVEN_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = GIVEN.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(sound).collect()
});

/// A given name by its sound, without what languages and cases end it with: `Sergey`,
/// `Serge`, `Сергея`, `Сергеем`.
fn sound(name: &str) -> String {
    let skeleton = translit::skeleton(name);
    let cases = ["om", "em", "oi", "ei", "y", "i"];
    let cyrillic = script::of_text(name) == Script::Cyrillic;
    let case = cases.iter().find_map(|end| skeleton.strip_suffix(end)).filter(|_| cyrillic);
    let bare = case.unwrap_or(&skeleton).trim_end_matches(['a', 'e', 'i', 'o', 'u']);
    bare.to_owned()
}

/// A name without the acronyms before and behind it, in bytes: `FSF John Sullivan`.
pub(super) fn core(text: &SideText<'_>, name: &Value) -> std::ops::Range<usize> {
    let (mut start, mut end) = (name.start, name.end);
    while let Some((first, rest)) = text.at(&(start..end)).split_once(' ')
        && is_shouted(first)
    {
        start = end - rest.len();
    }
    while let Some((rest, last)) = text.at(&(start..end)).rsplit_once(' ')
        && is_shouted(last)
    {
        end = start + rest.len();
    }
    start..end
}

/// Whether a word is of capitals, and more than one.
fn is_shouted(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && !word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase)
}

/// Letters of the shortest word by which a name is known again.
const SHORTEST_WORD: usize = 3;
/// Words of the longest name of a person.
const MOST_WORDS: usize = 5;

/// What a release does with names and acronyms: in how many rows each is rendered.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: HashMap<String, usize>,
    acronyms: HashMap<String, usize>,
}

impl Known {
    /// Learns from the rows.
    pub(super) fn of(texts: &[(SideText<'_>, SideText<'_>)]) -> Self {
        let mut known = Self::default();
        for (source, target) in texts.iter().filter(|(_, target)| !target.is_blank()) {
            let mut seen = HashSet::new();
            for name in source.names.iter().filter(|name| is_shaped(source, name)) {
                if seen.insert(name.key.clone()) && is_there(source, name, target) {
                    *known.names.entry(name.key.clone()).or_default() += 1;
                }
            }
            for acronym in acronyms_of(source) {
                let kept = target.values.iter().any(|other| other.key == acronym.key);
                if kept && seen.insert(acronym.key.clone()) {
                    *known.acronyms.entry(acronym.key.clone()).or_default() += 1;
                }
            }
        }
        known
    }
}

/// Whether a name may be a person's: two words or more, none of them an acronym, outside of
/// addresses.
fn is_shaped(text: &SideText<'_>, name: &Value) -> bool {
    let written = text.at(&core(text, name));
    let words: Vec<&str> = words_of(written).collect();
    let free = text
        .values
        .iter()
        .all(|v| v.kind == ValueKind::Acronym || v.end <= name.start || v.start >= name.end);
    (2..=MOST_WORDS).contains(&words.len()) && !words.iter().any(|word| is_shouted(word)) && free
}

/// The words of a name.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let parts =
        name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '·' | '・' | '.'));
    parts.filter(|word| !word.is_empty())
}

/// Whether a name begins with a given name.
pub(super) fn is_person(text: &SideText<'_>, name: &Value) -> bool {
    let written = text.at(&core(text, name));
    let words: Vec<&str> = words_of(written).collect();
    let given = words.split_last().map_or(&[][..], |(_, given)| given);
    is_shaped(text, name) && given.iter().take(2).any(|word| GIVEN_NAMES.contains(&sound(word)))
}

/// Whether a name of one text is in another: as a name, or by its last word anywhere.
fn is_there(from: &SideText<'_>, name: &Value, to: &SideText<'_>) -> bool {
    let written = from.at(&core(from, name));
    let as_name = to
        .names
        .iter()
        .any(|other| same_name(written, from.lang, to.at(&core(to, other)), to.lang));
    as_name || has_surname(from, written, to)
}

/// Whether the last word of a name is in a text, in a script with or without spaces.
fn has_surname(from: &SideText<'_>, written: &str, to: &SideText<'_>) -> bool {
    let mut words: Vec<&str> =
        words_of(written).filter(|w| w.chars().count() >= SHORTEST_WORD).collect();
    let Some(surname) = words.pop() else { return true };
    // Far names come first in their own countries.
    let mut wanted = vec![surname];
    if words.len() == 1 && !is_given(words[0]) {
        wanted.push(words[0]);
    }
    wanted.iter().any(|word| {
        to.words().any(|other| has_sound(word, from, other, to)) || in_unspaced(word, from, to)
    })
}

fn is_given(word: &str) -> bool {
    GIVEN_NAMES.contains(&sound(word))
}

fn has_sound(word: &str, from: &SideText<'_>, other: &Token<'_>, to: &SideText<'_>) -> bool {
    // Texts in the other alphabet may keep the name in its own.
    word == other.text
        || same_name(word, from.lang, other.text, to.lang)
        || is_transcribed(word, other.text)
}

/// Whether two words of different scripts are so alike that one may transcribe the other: houses
/// transcribe by tables of their own (`Hertzog`, `Герцог`).
fn is_transcribed(word: &str, other: &str) -> bool {
    /// Of the sounds, so many in a hundred are the same: `Lavrov` and `Лаврин` are not.
    const LEAST_PERCENT: usize = 75;
    if script::of_text(word) == script::of_text(other) || !other.starts_with(char::is_uppercase) {
        return false;
    }
    let (a, b) = (translit::skeleton(word), translit::skeleton(other));
    let longest = a.chars().count().max(b.chars().count());
    (longest - strsim::levenshtein(&a, &b).min(longest)) * 100 >= longest * LEAST_PERCENT
}

/// Whether a name's sound is in a run of Han or Katakana.
fn in_unspaced(word: &str, from: &SideText<'_>, to: &SideText<'_>) -> bool {
    let runs = to.text.split(|c: char| !script::is_unspaced(c) && c != 'ー');
    let starts = runs.filter(|run| !run.is_empty());
    starts.into_iter().any(|run| {
        let places: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
        places.iter().enumerate().any(|(first, &start)| {
            let ends = places.iter().skip(first + 2).take(7);
            ends.into_iter().any(|&end| {
                run.get(start..end).is_some_and(|part| same_name(word, from.lang, part, to.lang))
            })
        })
    })
}

/// Names of the target that are none of the source's.
fn strangers<'a>(row: &'a Pair<'_>) -> Vec<&'a Value> {
    let shaped = row.target.names.iter().filter(|name| is_shaped(row.target, name));
    shaped.filter(|name| !is_there(row.target, name, row.source)).collect()
}

/// Tells persons who are not in the target, or are others there.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let (source, target) = (row.source, row.target);
    let known = |name: &Value| row.survey.known.names.contains_key(&name.key);
    let missing = source.names.iter().filter(|name| {
        is_shaped(source, name)
            && (is_person(source, name) || known(name))
            && !is_there(source, name, target)
    });
    let mut strangers = strangers(row);
    // Scripts without capitals show no names to compare with.
    let shows_names = target.text.chars().any(char::is_uppercase);
    for name in missing {
        let range = core(source, name);
        let written = source.at(&range).to_owned();
        let other = strangers
            .iter()
            .position(|other| is_person(target, other) || shares_word(row, name, other));
        if let Some(place) = other {
            let other = strangers.remove(place);
            let range = core(target, other);
            let cause = Cause::Differs {
                kind: Kind::Name,
                source: written,
                target: target.at(&range).to_owned(),
            };
            found.tell(row.row, row.side(Side::Target), range, cause);
        } else if is_person(source, name) && (shows_names || known(name)) {
            let cause = Cause::Missing { kind: Kind::Name, source: written };
            found.tell(row.row, row.side(Side::Source), range, cause).at_most(Severity::Warning);
        }
    }
}

/// Whether two names have a word in common.
fn shares_word(row: &Pair<'_>, name: &Value, other: &Value) -> bool {
    let (a, b) = (row.source.at(&core(row.source, name)), row.target.at(&core(row.target, other)));
    words_of(a).any(|x| words_of(b).any(|y| same_name(x, row.source.lang, y, row.target.lang)))
}

fn acronyms_of<'a>(text: &'a SideText<'_>) -> impl Iterator<Item = &'a Value> {
    text.values.iter().filter(|value| value.kind == ValueKind::Acronym)
}

/// Tells acronyms that the release keeps elsewhere.
pub(super) fn acronyms(row: &Pair<'_>, found: &mut Found) {
    /// Rows that keep an acronym before it is held to it.
    const FEWEST_ROWS: usize = 2;
    let paired = pair(row.source, row.target);
    for (value, standing) in row.source.values.iter().zip(&paired.source) {
        let is_kept =
            row.survey.known.acronyms.get(&value.key).is_some_and(|rows| *rows >= FEWEST_ROWS);
        let inside = || {
            row.target
                .tokens
                .iter()
                .any(|t| t.kind == TokenKind::Word && t.text.contains(&value.key))
        };
        if value.kind == ValueKind::Acronym && *standing == Standing::Lost && is_kept && !inside() {
            let range = value.start..value.end;
            let cause =
                Cause::Missing { kind: Kind::Acronym, source: row.source.at(&range).to_owned() };
            found.tell(row.row, row.side(Side::Source), range, cause);
        }
    }
}

/// The names of both sides, paired; acronyms are values.
pub(super) fn paired(row: &Pair<'_>) -> Vec<(Option<Value>, Option<Value>)> {
    let (source, target) = (row.source, row.target);
    let is_acronym = |text: &SideText<'_>, name: &Value| {
        !text.at(&core(text, name)).chars().any(char::is_lowercase)
            && text.text.chars().any(char::is_lowercase)
    };
    let names = |text: &SideText<'_>| -> Vec<Value> {
        text.names.iter().filter(|name| !is_acronym(text, name)).cloned().collect()
    };
    let mut rest = names(target);
    let mut pairs = Vec::new();
    for name in names(source) {
        let written = source.at(&core(source, &name));
        let place = rest.iter().position(|other| {
            same_name(written, source.lang, target.at(&core(target, other)), target.lang)
        });
        let other = place.map(|place| rest.remove(place));
        pairs.push((Some(name), other));
    }
    pairs.extend(rest.into_iter().map(|other| (None, Some(other))));
    pairs
}

/// Whether a name that stands on one side alone is surely missing on the other.
pub(super) fn is_sure(row: &Pair<'_>, name: Option<&Value>, other: Option<&Value>) -> bool {
    let sure = |from: &SideText<'_>, name: &Value, to: &SideText<'_>| {
        is_person(from, name) && !is_there(from, name, to)
    };
    name.is_some_and(|name| sure(row.source, name, row.target))
        || other.is_some_and(|name| sure(row.target, name, row.source))
}
