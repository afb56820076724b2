//! Roles that a block's own form tells, wherever it stands.

use super::phrases;
use super::shape::{Ending, Shape};
use crate::model::Role;
use crate::text::ValueKind;

/// More words than stand beside the date of a dateline.
const MOST_DATELINE_WORDS: usize = 6;

/// Letters that a speaker's name and title do not have before the colon.
const LONGEST_SPEAKER: usize = 80;

/// The role a block's own form tells: a time, a number, a date, a greeting, a question, a
/// speaker's turn, the end.
pub(super) fn role(shape: &Shape) -> Option<Role> {
    if phrases::END_MARKS.are(&shape.folded) || is_row_of_stars(shape.text) {
        Some(Role::EndMark)
    } else if shape.sole(ValueKind::Time) {
        Some(Role::Time)
    } else if is_number(shape) {
        Some(Role::Number)
    } else if is_date(shape) {
        Some(Role::Date)
    } else if is_salutation(shape) {
        Some(Role::Salutation)
    } else {
        turn(shape)
    }
}

/// Asterisks, hashes or dashes alone: an end or a break between sections.
fn is_row_of_stars(text: &str) -> bool {
    let marks = text.chars().filter(|c| !c.is_whitespace());
    let only =
        marks.clone().all(|c| matches!(c, '*' | '#' | '-' | '–' | '—' | '_' | '=' | '~' | '∗'));
    only && marks.count() >= 3
}

/// A document's number alone, or behind "No."
fn is_number(shape: &Shape) -> bool {
    if shape.sole(ValueKind::DocumentNumber) {
        return true;
    }
    let labelled = phrases::NUMBER_LABELS.after(&shape.folded);
    let figure = |rest: &str| {
        rest.trim_start_matches(['.', 'º', '°', ' ']).starts_with(|c: char| c.is_ascii_digit())
    };
    shape.letters <= 40 && shape.ending != Ending::Stop && labelled.is_some_and(figure)
}

/// A date with a time or a week day beside it at most.
fn is_date(shape: &Shape) -> bool {
    let known =
        |word: &str| phrases::DATE_WORDS.contains(word.to_lowercase().as_str()) || word.len() <= 2;
    shape.has(ValueKind::Date)
        && shape.values.iter().all(|value| matches!(value.kind, ValueKind::Date | ValueKind::Time))
        && shape.beside().into_iter().all(known)
}

/// A place and a date: `Brévanne, 25 juin 2024`, `25 June – Harrow, Ministry of Works`.
pub(super) fn is_dateline(shape: &Shape) -> bool {
    let beside = shape.beside();
    let cut = shape.text.contains([',', '-', '–', '—', '|', '(', '/']);
    shape.has(ValueKind::Date)
        && shape.ending != Ending::Stop
        && shape.letters < 90
        && cut
        && beside.len() <= MOST_DATELINE_WORDS
        && beside.iter().all(|word| !word.starts_with(char::is_lowercase) || word.len() <= 3)
}

/// A person and what the person is: `Anna Berg, director of the agency`.
pub(super) fn is_byline(shape: &Shape) -> bool {
    let Some((name, _)) = shape.text.split_once([',', '，']) else { return false };
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    shape.is_line() && (2..=3).contains(&words.len()) && words.iter().all(capital)
}

/// "Ladies and gentlemen," alone.
fn is_salutation(shape: &Shape) -> bool {
    let alone = shape.letters < 120 && shape.text.matches(['.', '!', '?', '。']).count() <= 1;
    alone && phrases::SALUTATIONS.fit(&shape.folded) && !is_sentence(shape)
}

/// A greeting has a comma or an exclamation mark at its end, or nothing.
fn is_sentence(shape: &Shape) -> bool {
    let last = shape.text.chars().next_back();
    shape.ending == Ending::Stop && !matches!(last, Some('!' | '！')) && shape.letters > 40
}

/// A question or the start of a speaker's turn: `Question: …`, `Anna Berg: …`, `Frage`.
fn turn(shape: &Shape) -> Option<Role> {
    if phrases::QUESTIONS.are(&shape.folded) && shape.letters > 1 {
        return Some(Role::Question);
    }
    let (speaker, rest) = split_turn(shape.text)?;
    let folded = phrases::folded(speaker);
    if phrases::QUESTIONS.are(&folded) || (!rest.is_empty() && asks(&folded)) {
        return Some(Role::Question);
    }
    (phrases::ANSWERS.are(&folded) || (is_name(speaker) && !rest.is_empty()))
        .then_some(Role::Speaker)
}

/// An agency's reporter: `总台央视记者`, `Reporter of …`.
fn asks(folded: &str) -> bool {
    folded.ends_with("记者") || folded.ends_with("記者")
}

/// What stands before and after the mark of a turn: a colon, or the Spanish `.-`.
fn split_turn(text: &str) -> Option<(&str, &str)> {
    let colon = text.find([':', '：']);
    let dash = text.find(".-").or_else(|| text.find(".—"));
    let at = match (colon, dash) {
        (Some(colon), Some(dash)) => colon.min(dash),
        (colon, dash) => colon.or(dash)?,
    };
    let (speaker, rest) = text.split_at_checked(at)?;
    let rest = rest.trim_start_matches([':', '：', '.', '-', '—', ' ', '\u{A0}', '\u{202F}']);
    let speaker = speaker.trim();
    (!speaker.is_empty() && speaker.chars().count() <= LONGEST_SPEAKER).then_some((speaker, rest))
}

/// Whether a text before a colon is a name with its title: most words have capitals, the last
/// one too, two at least.
fn is_name(speaker: &str) -> bool {
    if speaker.contains(['.', ',', ';', '?', '!', '"', '«', '“', '/']) && !speaker.ends_with(')')
    {
        return false;
    }
    let named = speaker.split_once('(').map_or(speaker, |(name, _)| name);
    let words: Vec<&str> = named.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let capitals = words.iter().filter(capital).count();
    let ends = words.last().is_some_and(|word| word.starts_with(char::is_uppercase));
    let house = speaker.split_once('(').map_or("", |(_, house)| house);
    let bracketed = words.len() == 1 && house.starts_with(char::is_uppercase) && house.len() < 40;
    (2..=9).contains(&words.len()) && capitals >= 2 && ends && capitals * 3 >= words.len() * 2
        || bracketed && capitals == 1
}
