//! Where a figure, a name or a mark may be replaced without touching other words.
//!
//! - A number before a word must be of the same plural category as the old one
//!   (Unicode CLDR 46, `plurals.xml`, cardinal rules for whole numbers), or the word
//!   would need another ending: `21 год`, `25 лет`.
//! - Italian `il 25` but `l'8`, English `a 7 %` but `an 8 %`, Hungarian `a 7` but `az 5`:
//!   a figure that is spoken with a vowel at its head stays with such ones.
//! - Names are replaced in languages that do not inflect them.
//! - A closing mark is replaced by its counterpart in the target's script and spacing.

use std::ops::Range;

use super::Edit;
use super::form::{Change, figures};
use crate::model::Lang;

/// Whether the text around a value allows the new one.
pub fn allows(target: &str, place: &Range<usize>, change: &Change<'_>) -> bool {
    let before = target.get(..place.start).unwrap_or_default();
    let after = target.get(place.end..).unwrap_or_default();
    same_plural(after, change) && same_head(before, change)
}

/// The number that a key begins with; days for dates.
fn spoken_first(key: &str) -> &str {
    let bare = key.trim_start_matches('-');
    match key.split('-').collect::<Vec<_>>().as_slice() {
        // A date is spoken from its day on, in the languages that this is asked for.
        [_, _, day] | [_, _, _, day] => day.split('/').next().unwrap_or_default(),
        _ => bare,
    }
}

fn same_plural(after: &str, change: &Change<'_>) -> bool {
    let before_word = after.trim_start().starts_with(char::is_alphabetic);
    let digits = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_digit());
    // Dates, shares and the like ask nothing of the word behind them.
    let is_number = |key: &str| key.split('.').all(digits);
    if !before_word || !is_number(change.old) || !is_number(change.new) {
        return true;
    }
    match (plural_of(change.old, change.lang), plural_of(change.new, change.lang)) {
        (Some(old), Some(new)) => old == new,
        _ => false,
    }
}

/// The plural category of a number: decimals have one of their own, but for French and
/// Portuguese, where they go by what stands before the comma.
fn plural_of(key: &str, lang: &Lang) -> Option<u8> {
    const DECIMAL: u8 = u8::MAX;
    match key.split_once('.') {
        None => plural(key, lang),
        Some((whole, _)) if matches!(lang.base(), "fr" | "pt") => plural(whole, lang),
        Some(_) => plural("2", lang).map(|_| DECIMAL),
    }
}

/// The plural category of a whole number; `None` where the language's rules are not known.
fn plural(digits: &str, lang: &Lang) -> Option<u8> {
    let last = |count: usize| -> u64 {
        let start = digits.len().saturating_sub(count);
        digits.get(start..).and_then(|end| end.parse().ok()).unwrap_or(0)
    };
    let number: u64 = digits.parse().ok()?;
    let (ten, hundred) = (last(1), last(2));
    Some(match lang.base() {
        "zh" | "ja" | "ko" | "th" | "vi" | "id" => 0,
        "en" | "de" | "nl" | "sv" | "da" | "nb" | "no" | "fi" | "el" | "hu" | "tr" | "bg" => {
            u8::from(number != 1)
        }
        // A million and its multiples are followed by "de" and so are other words already.
        "es" | "it" => {
            u8::from(number != 1) + u8::from(number > 0 && number.is_multiple_of(1_000_000))
        }
        "fr" | "pt" => {
            u8::from(number > 1) + u8::from(number > 0 && number.is_multiple_of(1_000_000))
        }
        "ru" | "uk" | "be" | "sr" | "hr" | "bs" => match (ten, hundred) {
            (1, h) if h != 11 => 0,
            (2..=4, h) if !(12..=14).contains(&h) => 1,
            _ => 2,
        },
        "pl" => match (number, ten, hundred) {
            (1, ..) => 0,
            (_, 2..=4, h) if !(12..=14).contains(&h) => 1,
            _ => 2,
        },
        "cs" | "sk" => match number {
            1 => 0,
            2..=4 => 1,
            _ => 2,
        },
        "ar" => match (number, hundred) {
            (0..=2, _) => u8::try_from(number).unwrap_or(0),
            (_, 3..=10) => 3,
            (_, 11..=99) => 4,
            _ => 5,
        },
        _ => return None,
    })
}

fn same_head(before: &str, change: &Change<'_>) -> bool {
    let (old, new) = (spoken_first(change.old), spoken_first(change.new));
    let vowel = |key: &str| -> bool {
        let whole = key.split('.').next().unwrap_or_default().trim_start_matches('0');
        match change.lang.base() {
            // Eight, eleven, eighteen, eighty.
            "en" => {
                whole.starts_with('8')
                    || matches!(whole, "11" | "18")
                    || (whole.len() % 3 == 2
                        && (whole.starts_with("11") || whole.starts_with("18")))
            }
            // Otto, undici, ottanta, ottocento.
            "it" => whole.starts_with('8') || matches!(whole, "1" | "11"),
            // Egy, öt, and what begins with them.
            "hu" => whole.starts_with('5') || (whole.starts_with('1') && whole.len() % 3 == 1),
            _ => false,
        }
    };
    let asks = match change.lang.base() {
        "en" => {
            let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
        }
        "it" | "hu" => true,
        _ => false,
    };
    !asks || vowel(old) == vowel(new)
}

/// Whether names stand in one form, whatever their place in a sentence.
pub fn keeps_names(lang: &Lang) -> bool {
    matches!(
        lang.base(),
        "en" | "fr"
            | "es"
            | "it"
            | "pt"
            | "nl"
            | "sv"
            | "da"
            | "nb"
            | "no"
            | "zh"
            | "ja"
            | "vi"
            | "id"
    )
}

/// Where a name stands with no letter or figure beside it.
pub fn whole_words(text: &str, name: &str) -> Vec<Range<usize>> {
    if name.is_empty() {
        return Vec::new();
    }
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c));
    text.match_indices(name)
        .map(|(at, name)| at..at + name.len())
        .filter(|place| {
            let before = text.get(..place.start).and_then(|text| text.chars().next_back());
            let after = text.get(place.end..).unwrap_or_default();
            let possessive = after.starts_with("'s") || after.starts_with("’s");
            edge(before) && (edge(after.chars().next()) || possessive)
        })
        .collect()
}

/// Where a code (`A7`, `4.8.4`) stands by itself, not as a part of a longer one.
pub fn whole_codes(text: &str, code: &str) -> Vec<Range<usize>> {
    let mut places = whole_words(text, code);
    places.retain(|place| {
        let joined = |mut chars: std::slice::Iter<'_, char>| {
            chars.next().is_some_and(|c| matches!(c, '.' | '-' | '/' | '_'))
                && chars.next().is_some_and(|c| c.is_alphanumeric())
        };
        let before: Vec<char> =
            text.get(..place.start).unwrap_or_default().chars().rev().take(2).collect();
        let after: Vec<char> = text.get(place.end..).unwrap_or_default().chars().take(2).collect();
        !joined(before.iter()) && !joined(after.iter())
    });
    places
}

/// Characters between which there are no spaces: any of them may begin a word.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// Marks that close a sentence: what they mean, and how scripts write them.
const CLOSING: &[(char, &[&str])] = &[
    ('.', &[".", "。", "．", "۔", "।"]),
    ('!', &["!", "！"]),
    ('…', &["…", "..."]),
    (';', &[";", "；", "؛"]),
    (':', &[":", "："]),
];

/// Whether a mark may be put in another's place. A question mark may not: questions have
/// another order of words.
pub fn is_closing(mark: &str) -> bool {
    meaning(mark).is_some()
}

fn meaning(mark: &str) -> Option<char> {
    CLOSING.iter().find(|(_, forms)| forms.contains(&mark)).map(|(meaning, _)| *meaning)
}

/// The replacement of a target's closing mark, which must mean what the source's did.
pub fn closing_mark(target: &str, old: &str, new: &str, lang: &Lang) -> Option<Edit> {
    let bare = target.trim_end();
    let own = CLOSING.iter().flat_map(|(_, forms)| *forms).filter(|form| bare.ends_with(**form));
    let own = own.max_by_key(|form| form.len()).copied().unwrap_or_default();
    let inverted = lang.base() == "es" && [old, new].iter().any(|mark| meaning(mark) == Some('!'));
    if meaning(own) != meaning(old) || inverted || bare.ends_with(['?', '？', '؟']) {
        return None;
    }
    // A figure or an abbreviation may own the stop.
    let body = bare.strip_suffix(own)?;
    let last = body.chars().next_back()?;
    if !(last.is_alphanumeric()
        || matches!(last, '\u{a0}' | '\u{202f}' | ' ' | ')' | '"' | '”' | '»'))
    {
        return None;
    }
    let words = body.trim_end();
    if own == "." && figures(words).last().is_some_and(|place| place.end == words.len()) {
        return None;
    }
    let text = written(meaning(new), lang)?;
    Some(Edit { place: words.len()..bare.len(), text, key: None })
}

/// A mark as the language writes it, with the space before it.
fn written(meaning: Option<char>, lang: &Lang) -> Option<String> {
    let Some(mark) = meaning else { return Some(String::new()) };
    let east = matches!(lang.base(), "zh" | "ja");
    let text = match (mark, east, lang.base()) {
        ('.', true, _) => "。",
        ('!', true, _) => "！",
        (';', true, _) => "；",
        (':', true, _) => "：",
        (';', _, "ar" | "fa" | "ur") => "؛",
        ('.', _, "ur") => "۔",
        ('.', _, "hi") => "।",
        ('.', ..) => ".",
        ('!', ..) => "!",
        (';', ..) => ";",
        (':', ..) => ":",
        ('…', ..) => "…",
        _ => return None,
    };
    // French sets a space before high marks (Imprimerie nationale), narrow but before ":".
    let space = match (lang.base(), mark) {
        ("fr", ':') => "\u{a0}",
        ("fr", '!' | ';') => "\u{202f}",
        _ => "",
    };
    Some(format!("{space}{text}"))
}
