//! The names of the months, of all languages in one table.
//!
//! A token has no language, so a date is read whatever the language; the names
//! in `assets/dates/months.txt` do not contradict one another.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;
use super::scan::Scan;

/// The table, a name a word; two words are joined by `_`.
const MONTHS: &str = include_str!("../../assets/dates/months.txt");

/// A name of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Month {
    /// 1 to 12.
    pub number: u8,
    /// Only with a capital first letter.
    pub capital: bool,
    /// Cut short: it needs a stop or a year.
    pub short: bool,
    /// An abbreviation too where it is no name without its capital (Spanish "may.").
    also_short: bool,
    /// Of a language that sets the month before the day.
    pub leads: bool,
}

static NAMES: LazyLock<HashMap<String, Month>> = LazyLock::new(read);

/// Reads the table. A full name goes before an abbreviation, a name that is free before
/// one that needs its capital.
fn read() -> HashMap<String, Month> {
    let mut names: HashMap<String, Month> = HashMap::new();
    for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (Some(lang), Some(number)) = (words.next(), words.next()) else { continue };
        let Ok(number) = number.parse() else { continue };
        for word in words {
            let name = word.trim_end_matches('.').replace('_', " ");
            let capital = name.chars().next().is_some_and(char::is_uppercase);
            let leads = matches!(lang, "en" | "he");
            let short = word.ends_with('.');
            let month = Month { number, capital, short, also_short: short && !capital, leads };
            let known = names.entry(fold::case(&name).into_owned()).or_insert(month);
            known.also_short |= month.also_short;
            known.leads |= leads;
            known.capital = match (known.short, short) {
                (true, false) => capital,
                (false, true) => known.capital,
                _ => known.capital && capital,
            };
            known.short &= short;
        }
    }
    names
}

/// The name of a month at the place of `scan`, which moves behind it (and behind the stop of
/// an abbreviation, told by the second value).
pub(crate) fn eat(scan: &mut Scan) -> Option<(Month, bool)> {
    let mut one = *scan;
    let first = one.eat_word();
    let mut two = one;
    if first.is_empty() {
        return None;
    }
    if first.starts_with(is_arabic) && two.eat_spaces(1) == 1 {
        two.eat_word();
        if let Some(month) = look_up(two.since(scan.at())) {
            *scan = two;
            return Some((month, false));
        }
    }
    let month = look_up(first)?;
    let stop = month.short && one.eat_if(|c| c == '.');
    *scan = one;
    Some((month, stop))
}

/// The longest name has ten letters; a longer word is not looked up.
fn look_up(name: &str) -> Option<Month> {
    if name.len() > 40 {
        return None;
    }
    let month = *NAMES.get(fold::case(name).as_ref())?;
    if !month.capital || name.starts_with(char::is_uppercase) {
        return Some(month);
    }
    month.also_short.then_some(Month { short: true, ..month })
}

/// Only Arabic has months of two words.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_two_months() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace().skip(1);
            let number = words.next().expect(line);
            for name in words {
                let known = seen.entry(fold::case(name).replace('.', "")).or_insert(number);
                assert_eq!(*known, number, "{name}");
            }
        }
    }

    #[test]
    fn a_month_is_read_by_name() {
        let cases = [
            ("juin 2024", Some(6)),
            ("JUNE", Some(6)),
            ("june", None),
            ("may be", Some(5)),
            ("sept. 2024", Some(9)),
            ("تشرين الثاني", Some(11)),
            ("сентября", Some(9)),
            ("Minsk", None),
        ];
        for (text, number) in cases {
            let found = eat(&mut Scan::new(text, 0)).map(|(month, _)| month.number);
            assert_eq!(found, number, "{text}");
        }
    }
}
