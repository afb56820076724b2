//! A date in the form in which another one is written.
//!
//! Each figure and each name of a month of the old date is told by its value: the year,
//! the month, the first or the last day. Where that is not certain (`05.05.2024`: day or
//! month?) both may be meant, and the result is read again by who asked. Months take the
//! same place among the forms of their language (`июня` → `июля`, `Jun.` → `Jul.`).

use std::ops::Range;

use super::form::{Change, digit_zero, figures, in_digits_of, replaced, to_digit};
use crate::text::fold;
use crate::text::value::values;

/// Names of months by language, the same forms in the same order.
const MONTHS: &str = include_str!("../../../assets/dates/months.txt");

/// The figures of a date's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Figures {
    year: Option<u32>,
    month: u32,
    day: Option<u32>,
    last: Option<u32>,
}

impl Figures {
    /// `2024-06-25`, `--06-25`, `2024-06`, `2024-07-03/04`.
    fn of(key: &str) -> Option<Self> {
        let (key, last) = match key.split_once('/') {
            Some((key, last)) => (key, Some(last.parse().ok()?)),
            None => (key, None),
        };
        let (year, rest) = match key.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => key.split_once('-').map(|(year, rest)| (Some(year), rest))?,
        };
        let (month, day) = match rest.split_once('-') {
            Some((month, day)) => (month, Some(day.parse().ok()?)),
            None => (rest, None),
        };
        let year = match year {
            Some(year) => Some(year.parse().ok()?),
            None => None,
        };
        Some(Self { year, month: month.parse().ok()?, day, last })
    }

    /// Whether both say the same of a date.
    const fn is_like(&self, other: &Self) -> bool {
        self.year.is_some() == other.year.is_some()
            && self.day.is_some() == other.day.is_some()
            && self.last.is_some() == other.last.is_some()
    }
}

/// The new date as the old one is `written`.
pub fn written(written: &str, change: &Change<'_>) -> Option<String> {
    let (old, new) = (Figures::of(change.old)?, Figures::of(change.new)?);
    if !old.is_like(&new) || written.chars().any(|c| matches!(c, '令' | '平' | '昭')) {
        return None;
    }
    let zero = digit_zero(written)?;
    let names = month_names(written, old.month, new.month, change.lang.base());
    // A month that is written in words leaves the figures to day and year.
    let in_words = names.as_ref().is_some_and(|names| !names.is_empty());
    let candidates = choices(written, &old, &new, in_words);
    let key = |text: &str| match values(text, change.lang).as_slice() {
        [only] if only.start == 0 && only.end == text.len() => Some(only.key.clone()),
        _ => None,
    };
    let mut found: Vec<String> = Vec::new();
    for choice in candidates {
        let mut parts = names.clone()?;
        for (place, number) in choice {
            let old = written.get(place.clone())?;
            let width = old.chars().count();
            let padded = width == 2
                && (old.chars().next().and_then(to_digit) == Some(0)
                    || !in_words && is_dotted(written));
            let text = if padded { format!("{number:02}") } else { number.to_string() };
            parts.push((place, text.chars().map(|c| in_digits_of(c, zero)).collect()));
        }
        parts.sort_by_key(|(place, _)| place.start);
        let text = replaced(written, &parts)?;
        let text = ordinal(&text, &old, &new, change.lang.base())?;
        if key(&text).as_deref() == Some(change.new) && !found.contains(&text) {
            found.push(text);
        }
    }
    // Two ways to read it that both come out right are one too many.
    match found.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// `25.06.2024` and the like, where figures have two places.
fn is_dotted(written: &str) -> bool {
    !written.chars().any(char::is_alphabetic)
}

/// Figures of a date, and what each becomes.
type Way = Vec<(Range<usize>, u32)>;

/// The ways to take the figures for year, month and days: with each, what it becomes.
fn choices(written: &str, old: &Figures, new: &Figures, in_words: bool) -> Vec<Way> {
    let mut ways: Vec<(Way, Vec<usize>)> = vec![(Vec::new(), Vec::new())];
    let fields = [
        (old.year, new.year),
        (Some(old.month).filter(|_| !in_words), Some(new.month)),
        (old.day, new.day),
        (old.last, new.last),
    ];
    let wanted = fields.iter().filter(|(old, _)| old.is_some()).count();
    for place in figures(written) {
        let digits = written.get(place.clone()).unwrap_or_default().chars().filter_map(to_digit);
        let value = digits.fold(0, |value, digit| value * 10 + digit);
        let mut next = Vec::new();
        for (way, used) in ways {
            for (number, (old, new)) in fields.iter().enumerate() {
                let short_year =
                    number == 0 && old.is_some_and(|year| year % 100 == value && value < 100);
                if !used.contains(&number)
                    && (*old == Some(value) || short_year)
                    && let Some(new) = new
                {
                    let (mut way, mut used) = (way.clone(), used.clone());
                    way.push((place.clone(), if short_year { new % 100 } else { *new }));
                    used.push(number);
                    next.push((way, used));
                }
            }
        }
        ways = next;
    }
    ways.into_iter().filter(|(_, used)| used.len() == wanted).map(|(way, _)| way).collect()
}

/// The replacements of the names of the month; `None` where a name has no counterpart.
fn month_names(
    written: &str,
    old: u32,
    new: u32,
    lang: &str,
) -> Option<Vec<(Range<usize>, String)>> {
    let mut parts = Vec::new();
    let forms = |month: u32| -> Vec<String> {
        let line = MONTHS.lines().find_map(|line| {
            let mut words = line.split_whitespace();
            let is = words.next() == Some(lang) && words.next()?.parse() == Ok(month);
            is.then(|| words.map(|word| word.replace('_', " ")).collect())
        });
        line.unwrap_or_default()
    };
    let (old_forms, new_forms) = (forms(old), forms(new));
    for (place, word) in words(written) {
        let stop = written.get(place.end..).is_some_and(|rest| rest.starts_with('.'));
        let is = |form: &String| {
            let bare = form.trim_end_matches('.');
            fold::case(bare) == fold::case(word)
        };
        let Some(number) = old_forms.iter().position(is) else { continue };
        // A full name for a full one, an abbreviation for an abbreviation.
        let short = old_forms.get(number)?.ends_with('.');
        let like = |form: &&String| form.ends_with('.') == short;
        let nth = old_forms.iter().take(number).filter(like).count();
        let form = new_forms.iter().filter(like).nth(nth)?;
        if short && !stop {
            return None;
        }
        parts.push((place, in_case_of(form.trim_end_matches('.'), word)));
    }
    if parts.is_empty()
        && written.chars().any(|c| c.is_alphabetic() && !is_date_sign(c))
        && old != new
    {
        return None;
    }
    Some(parts)
}

/// Year, month and day in Chinese, Japanese and Korean.
const fn is_date_sign(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '號' | '년' | '월' | '일')
}

/// Where letters stand together.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => runs.push(at..end),
        }
    }
    runs.into_iter().filter_map(|place| Some((place.clone(), text.get(place)?))).collect()
}

/// A word with capitals where another has them.
fn in_case_of(word: &str, like: &str) -> String {
    let capitals = like.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 && capitals == like.chars().count() {
        return word.to_uppercase();
    }
    let mut chars = word.chars();
    match (like.chars().next().is_some_and(char::is_uppercase), chars.next()) {
        (true, Some(first)) => first.to_uppercase().chain(chars).collect(),
        (false, Some(first)) => first.to_lowercase().chain(chars).collect(),
        (_, None) => String::new(),
    }
}

/// What follows a day: `1er`, `25th`. `None` where that is not known for the new day.
fn ordinal(text: &str, old: &Figures, new: &Figures, lang: &str) -> Option<String> {
    let days = [(old.day, new.day), (old.last, new.last)];
    let changed = days.iter().any(|(old, new)| old != new);
    if !changed {
        return Some(text.to_owned());
    }
    match lang {
        "fr" if days.iter().any(|(old, new)| *old == Some(1) || *new == Some(1)) => {
            first_french(&without_endings(text, "er")?)
        }
        "en" => english(text),
        _ if text.contains(['º', '°', 'ª']) => None,
        _ => Some(text.to_owned()),
    }
}

/// The text without an ending behind its figures.
fn without_endings(text: &str, ending: &str) -> Option<String> {
    let mut parts = Vec::new();
    for place in figures(text) {
        let behind = text.get(place.end..)?;
        if behind.starts_with(ending) {
            parts.push((place.end..place.end + ending.len(), String::new()));
        }
    }
    replaced(text, &parts)
}

/// `1 mars` as `1er mars`.
fn first_french(text: &str) -> Option<String> {
    let parts: Vec<_> = figures(text)
        .into_iter()
        .filter(|place| text.get(place.clone()) == Some("1"))
        .map(|place| (place.end..place.end, "er".to_owned()))
        .collect();
    replaced(text, &parts)
}

/// `25th` as the figure asks.
fn english(text: &str) -> Option<String> {
    let mut parts = Vec::new();
    for place in figures(text) {
        let behind = text.get(place.end..)?;
        let has = ["st", "nd", "rd", "th"].iter().any(|ending| behind.starts_with(ending));
        let day: u32 = text.get(place.clone())?.parse().ok()?;
        if has {
            let ending = match (day % 10, day % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            parts.push((place.end..place.end + 2, ending.to_owned()));
        }
    }
    replaced(text, &parts)
}
