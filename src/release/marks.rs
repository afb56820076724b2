//! Roles that a block's own form tells, wherever it stands.

use super::phrases;
use super::shape::{Ending, Shape};
use super::turns;
use crate::model::Role;
use crate::text::ValueKind;

/// More words than stand beside the date of a dateline.
const MOST_DATELINE_WORDS: usize = 6;

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
    } else if is_embargo(shape) {
        Some(Role::Embargo)
    } else if is_salutation(shape) {
        Some(Role::Salutation)
    } else {
        turns::role(shape)
    }
}

/// "Embargo: 12 March, 21h00", "Check against delivery": the phrase alone, or with a time or
/// after a colon; an embargo may be what a release is about.
fn is_embargo(shape: &Shape) -> bool {
    let moment = shape.has(ValueKind::Date) || shape.has(ValueKind::Time);
    let stated = moment || shape.text.contains([':', '：']);
    let bare = shape.folded.trim_start_matches(['(', '*', ' ']).trim_end_matches([')', '*', ' ']);
    let alone = phrases::EMBARGO.are(bare);
    shape.letters < 160 && (alone || (stated && phrases::EMBARGO.fit(bare)))
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

/// A date with a time, a week day or the kind of text ("28.08.2025 - Artikel") beside it at
/// most.
fn is_date(shape: &Shape) -> bool {
    let known =
        |word: &str| phrases::DATE_WORDS.contains(word.to_lowercase().as_str()) || word.len() <= 2;
    let kind = |words: &[&str]| phrases::LABELS.are(&words.join(" ").to_lowercase());
    shape.has(ValueKind::Date)
        && shape.values.iter().all(|value| matches!(value.kind, ValueKind::Date | ValueKind::Time))
        && (shape.beside().into_iter().all(known) || kind(&shape.beside()))
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
