//! A value in the form in which another one is written.
//!
//! Numbers keep the separators, the digits and the scale word of the old one; times the
//! marks between their figures. Where the old number is too short to show how thousands
//! are set apart, the language's custom is followed (Unicode CLDR 46, `numbers.json`).

use super::date;
use crate::model::Lang;
use crate::text::value::{ValueKind, values};

/// A value that takes another's place.
pub struct Change<'a> {
    /// The key of the one that is written.
    pub old: &'a str,
    /// The key of the one wanted.
    pub new: &'a str,
    /// The one wanted as the sentence has it, and the sentence's language.
    pub wanted: (&'a str, &'a Lang),
    /// The language of the text.
    pub lang: &'a Lang,
}

/// The new value as the old one is `written`; `None` where the form cannot be told.
pub fn written(kind: ValueKind, written: &str, change: &Change<'_>) -> Option<String> {
    match kind {
        ValueKind::Number => number(written, change),
        ValueKind::Time => time(written, change),
        ValueKind::Date => date::written(written, change),
        _ => None,
    }
}

/// Marks that may stand inside a number.
const fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '٬' | '٫' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn number(written: &str, change: &Change<'_>) -> Option<String> {
    let (before, figure, after) = figure(written)?;
    let zero = digit_zero(figure)?;
    let own = values(figure, change.lang);
    let [own] = own.as_slice() else { return None };
    // The key without sign and share; what the words behind the figure add to it.
    let (old, new) = (plain(change.old)?, plain(change.new)?);
    if sign_and_share(change.old) != sign_and_share(change.new) {
        return None;
    }
    let zeros = shift_between(plain(&own.key)?, old)?;
    let new = with_noughts(shifted(new, zeros)?, change)?;
    let custom = Separators::of(figure, change.lang);
    let text = custom.write(&new, figure)?;
    let text: String = text.chars().map(|c| in_digits_of(c, zero)).collect();
    Some(format!("{before}{text}{after}"))
}

/// A number with the noughts behind its decimals that the sentence writes: 4.0, 2.50.
fn with_noughts(number: String, change: &Change<'_>) -> Option<String> {
    let (text, lang) = change.wanted;
    let (_, figure, _) = figure(text)?;
    let own = values(figure, lang);
    let [own] = own.as_slice() else { return None };
    let whole = plain(&own.key)?.split('.').next()?;
    let digits = figure.chars().filter(|&c| to_digit(c).is_some()).count();
    let decimals = digits.saturating_sub(whole.len());
    let (new_whole, part) = number.split_once('.').unwrap_or((&number, ""));
    // Where the target counts in other units, its noughts are its own.
    if new_whole != whole || part.len() >= decimals {
        return Some(number);
    }
    Some(format!("{new_whole}.{part:0<decimals$}"))
}

/// The text around the figures of a number, which stand together.
fn figure(written: &str) -> Option<(&str, &str, &str)> {
    let start = written.find(|c: char| to_digit(c).is_some())?;
    let end = written.rfind(|c: char| to_digit(c).is_some())?;
    let end = end + written.get(end..)?.chars().next()?.len_utf8();
    let figure = written.get(start..end)?;
    let sound = figure.chars().all(|c| to_digit(c).is_some() || is_separator(c));
    sound.then_some((written.get(..start)?, figure, written.get(end..)?))
}

/// Key without sign and share, when it is a plain decimal number.
pub fn plain(key: &str) -> Option<&str> {
    let key = key.trim_start_matches(['-', '+']).trim_end_matches(['%', '‰']);
    let sound = !key.is_empty() && key.chars().all(|c| c.is_ascii_digit() || c == '.');
    (sound && key.matches('.').count() <= 1).then_some(key)
}

fn sign_and_share(key: &str) -> (bool, Option<char>) {
    (key.starts_with('-'), key.chars().next_back().filter(|c| !c.is_ascii_digit()))
}

/// By how many zeros `small` is to be lengthened to be `large`.
fn shift_between(small: &str, large: &str) -> Option<usize> {
    (0..=15).find(|&zeros| shifted(large, zeros).as_deref() == Some(small))
}

/// A decimal number divided by a power of ten.
fn shifted(number: &str, zeros: usize) -> Option<String> {
    if zeros == 0 {
        // 4.0 is not 4 to who counts versions.
        return Some(number.to_owned());
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let padded = format!("{whole:0>width$}", width = zeros + 1);
    let (head, tail) = padded.split_at_checked(padded.len() - zeros)?;
    let part = format!("{tail}{part}");
    let part = part.trim_end_matches('0');
    let head = head.trim_start_matches('0');
    let head = if head.is_empty() { "0" } else { head };
    Some(if part.is_empty() { head.to_owned() } else { format!("{head}.{part}") })
}

/// How a number is set.
struct Separators {
    thousand: Option<char>,
    decimal: char,
}

impl Separators {
    /// As a figure shows it, else as the language has it.
    fn of(figure: &str, lang: &Lang) -> Self {
        let (thousand, decimal) = custom(lang);
        let marks: Vec<(usize, char)> =
            figure.char_indices().filter(|(_, c)| is_separator(*c)).collect();
        let digits = figure.chars().filter(|&c| to_digit(c).is_some()).count();
        let behind = |at: usize, mark: char| {
            figure.get(at + mark.len_utf8()..).unwrap_or_default().chars().count()
        };
        match marks.as_slice() {
            [] if digits > 3 => Self { thousand: None, decimal },
            // Two figures or one behind a mark are decimals, whatever the custom.
            [(at, mark)] if behind(*at, *mark) != 3 => {
                Self { thousand: Some(thousand).filter(|other| other != mark), decimal: *mark }
            }
            [(at, mark)] if *mark == decimal && !(behind(*at, *mark) == 3 && *mark == thousand) => {
                Self { thousand: Some(thousand), decimal }
            }
            [(at, mark), ..]
                if marks.iter().all(|(_, other)| other == mark) && behind(*at, *mark) >= 3 =>
            {
                Self { thousand: Some(*mark), decimal }
            }
            [(_, mark), .., (_, last)] if mark != last => {
                Self { thousand: Some(*mark), decimal: *last }
            }
            _ => Self { thousand: Some(thousand), decimal },
        }
    }

    fn write(&self, number: &str, like: &str) -> Option<String> {
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let grouped_small = like.chars().any(|c| Some(c) == self.thousand);
        let groups = match self.thousand {
            // Four figures are set apart only where the old number's were.
            Some(mark) if whole.len() > 4 || (whole.len() == 4 && grouped_small) => Some(mark),
            // Without a hint, four figures could be a year.
            Some(_) if whole.len() == 4 && like.len() < 4 => return None,
            _ => None,
        };
        let mut text = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if let Some(mark) = groups
                && place > 0
                && (whole.len() - place).is_multiple_of(3)
            {
                text.push(mark);
            }
            text.push(digit);
        }
        if !part.is_empty() {
            text.push(self.decimal);
            text.push_str(part);
        }
        Some(text)
    }
}

/// The marks of a language: between thousands, before decimals.
pub fn custom(lang: &Lang) -> (char, char) {
    match lang.base() {
        "fr" => ('\u{202f}', ','),
        "ru" | "uk" | "be" | "bg" | "pl" | "cs" | "sk" | "hu" | "sv" | "fi" | "nb" | "no" => {
            ('\u{a0}', ',')
        }
        "de" | "es" | "it" | "pt" | "nl" | "da" | "el" | "tr" | "id" | "ro" | "hr" | "sr"
        | "sl" => ('.', ','),
        _ => (',', '.'),
    }
}

/// The value of a digit of any script that has ten in a row.
pub fn to_digit(c: char) -> Option<u32> {
    let zero = digit_zero_of(c)?;
    Some(u32::from(c) - u32::from(zero))
}

fn digit_zero_of(c: char) -> Option<char> {
    ['0', '٠', '۰', '०', '０'].into_iter().find(|&zero| {
        let (c, zero) = (u32::from(c), u32::from(zero));
        (zero..zero + 10).contains(&c)
    })
}

/// The zero of the script a figure is written in.
pub fn digit_zero(figure: &str) -> Option<char> {
    figure.chars().find_map(digit_zero_of)
}

/// An ASCII digit in the script of a zero; other characters as they are.
pub fn in_digits_of(c: char, zero: char) -> char {
    c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit)).unwrap_or(c)
}

/// Two figures, of hours and of minutes, or one of hours.
fn time(written: &str, change: &Change<'_>) -> Option<String> {
    let (old_hour, old_minute) = change.old.split_once(':')?;
    let (hour, minute) = change.new.split_once(':')?;
    let runs = figures(written);
    let value = |place: &std::ops::Range<usize>| {
        let digits = written.get(place.clone())?.chars().map(to_digit);
        digits.collect::<Option<Vec<_>>>().map(|all| all.into_iter().fold(0, |n, d| n * 10 + d))
    };
    let zero = digit_zero(written)?;
    let hours = |place: &std::ops::Range<usize>| {
        // 09:00 keeps its nought, 9 h 00 does without.
        let wide = written.get(place.clone())?.chars().count() == 2 && written.contains(':');
        let plain = hour.trim_start_matches('0');
        let plain = if plain.is_empty() { "0" } else { plain };
        let text = if wide { hour } else { plain };
        Some(text.chars().map(|c| in_digits_of(c, zero)).collect::<String>())
    };
    let minutes: String = minute.chars().map(|c| in_digits_of(c, zero)).collect();
    match runs.as_slice() {
        [one] if minute == "00" && old_minute == "00" && value(one) == old_hour.parse().ok() => {
            replaced(written, &[(one.clone(), hours(one)?)])
        }
        [one, two]
            if value(one) == old_hour.parse().ok() && value(two) == old_minute.parse().ok() =>
        {
            replaced(written, &[(one.clone(), hours(one)?), (two.clone(), minutes)])
        }
        _ => None,
    }
}

/// Where digits stand together, in bytes.
pub fn figures(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| to_digit(*c).is_some()) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

/// A text with parts replaced, which stand in order.
pub fn replaced(text: &str, parts: &[(std::ops::Range<usize>, String)]) -> Option<String> {
    let (mut out, mut at) = (String::new(), 0);
    for (place, new) in parts {
        out.push_str(text.get(at..place.start)?);
        out.push_str(new);
        at = place.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
