//! Values: what stands in a text and is the same in every language.
//!
//! A value has a key. Two keys are equal exactly where the values are:
//!
//! | value | written | key |
//! |---|---|---|
//! | number | `2 000`, `2,000`, `2.000`, `٢٠٠٠` | `2000` |
//! | share | `6,4 %`, `6.4 percent` | `6.4%` |
//! | with its scale | `2,5 millions`, `250万` | `2500000` |
//! | date | `25 juin 2024`, `25.06.2024`, `2024年6月25日` | `2024-06-25` |
//! | day and month | `25 June` | `--06-25` |
//! | month | `juin 2024` | `2024-06` |
//! | days | `3-4 juillet 2024` | `2024-07-03/04` |
//! | time | `14:49`, `18h00` | `14:49`, `18:00` |
//! | document number | `0417-12-03-2026`, `SC/8215` | as written |
//!
//! These are the values in figures, which the aligner and the memories compare. Those in
//! words, money, ordinals, relative dates, addresses are read by [`super::recognise`].

use super::scan::{Scan, is_digit};
use super::{date, number, time};
use crate::model::Lang;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueKind {
    /// A number, a share, a number with its scale.
    Number,
    /// A date, a month with its year, a run of days.
    Date,
    /// A time of day.
    Time,
    /// The number of a document.
    DocumentNumber,
    /// A name: capitalised words.
    Name,
    /// A number with its place in a row: `20th`, `XXe`. Its key is the number's.
    Ordinal,
    /// An amount of money. Its key is the number's, its unit the currency (ISO 4217).
    Money,
    /// Two values that are the ends of one, with a `/` between their keys.
    Range,
    /// A mail address.
    Email,
    /// A web address.
    Url,
    /// A telephone number.
    Phone,
    /// An acronym.
    Acronym,
}

impl ValueKind {
    /// The kind as the command line names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Time => "time",
            Self::DocumentNumber => "document_number",
            Self::Name => "name",
            Self::Ordinal => "ordinal",
            Self::Money => "money",
            Self::Range => "range",
            Self::Email => "email",
            Self::Url => "url",
            Self::Phone => "phone",
            Self::Acronym => "acronym",
        }
    }
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// What it is.
    pub kind: ValueKind,
    /// Equal where the values are, whatever the language.
    pub key: String,
    /// The currency of money (ISO 4217), the zone of a time; empty where there is none.
    pub unit: String,
}

impl std::fmt::Display for Value {
    /// The key, and the unit behind a space.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.key)?;
        if self.unit.is_empty() { Ok(()) } else { write!(f, " {}", self.unit) }
    }
}

/// The numbers, dates, times and document numbers of a text in order; none lies in another.
///
/// The language decides what a lone comma or stop in a number is, which scale words follow
/// it, and whether `06/07/2024` begins with the day.
#[must_use]
pub fn values(text: &str, lang: &Lang) -> Vec<Value> {
    let mut found = Vec::new();
    if !text.contains(is_digit) {
        return found;
    }
    let mut scan = Scan::new(text, 0);
    while let Some(c) = scan.peek() {
        let value = if is_digit(c) || c.is_alphabetic() { at(text, scan.at(), lang) } else { None };
        match value {
            Some(value) if value.end > scan.at() => {
                scan = Scan::new(text, value.end);
                found.push(value);
            }
            _ => pass(&mut scan),
        }
    }
    found
}

/// The value that begins at byte `start`, which is not inside a word.
fn at(text: &str, start: usize, lang: &Lang) -> Option<Value> {
    let (kind, end, key) = if let Some((end, key)) = number::document_number(text, start) {
        (ValueKind::DocumentNumber, end, key)
    } else if let Some(found) = date::at(text, start) {
        (ValueKind::Date, found.end, found.key(date::Order::of(lang)))
    } else if let Some((end, key)) = time::at(text, start) {
        (ValueKind::Time, end, key)
    } else {
        return number::value(text, start, lang);
    };
    Some(Value { start, end, kind, key, unit: String::new() })
}

/// Passes a character, or a whole word with the digits in it (`G7`, `COVID19`).
///
/// A character of Chinese or Japanese is passed alone: figures stand between them.
pub(super) fn pass(scan: &mut Scan) {
    let Some(first) = scan.bump() else { return };
    if first.is_alphabetic() && !super::script::is_unspaced(first) {
        scan.eat_while(|c| {
            (c.is_alphanumeric() || super::scan::is_mark(c)) && !super::script::is_unspaced(c)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The cases of a language, a text and its keys a line.
    const CASES: &[(&str, &str)] = &[
        ("ar", include_str!("../../tests/data/values/figures/ar.txt")),
        ("de", include_str!("../../tests/data/values/figures/de.txt")),
        ("en", include_str!("../../tests/data/values/figures/en.txt")),
        ("es", include_str!("../../tests/data/values/figures/es.txt")),
        ("fr", include_str!("../../tests/data/values/figures/fr.txt")),
        ("it", include_str!("../../tests/data/values/figures/it.txt")),
        ("ja", include_str!("../../tests/data/values/figures/ja.txt")),
        ("pt", include_str!("../../tests/data/values/figures/pt.txt")),
        ("ru", include_str!("../../tests/data/values/figures/ru.txt")),
        ("zh", include_str!("../../tests/data/values/figures/zh.txt")),
    ];

    fn keys(text: &str, lang: &str) -> String {
        let lang: Lang = lang.parse().expect(lang);
        let found: Vec<_> = values(text, &lang).into_iter().map(|value| value.key).collect();
        if found.is_empty() { "none".to_owned() } else { found.join(" ") }
    }

    #[test]
    fn values_of_ten_languages_have_the_keys_of_their_files() {
        let mut wrong = Vec::new();
        for (lang, cases) in CASES {
            for line in cases.lines().filter(|line| !line.starts_with('#')) {
                let (text, expected) = line.split_once(" -> ").expect(line);
                let found = keys(text, lang);
                if found != expected {
                    wrong.push(format!("{lang}: {text}\n   {expected}\n   {found}"));
                }
            }
        }
        assert!(wrong.is_empty(), "expected, found:\n{}", wrong.join("\n"));
    }

    #[test]
    fn the_region_decides_what_a_date_in_digits_begins_with() {
        assert_eq!(keys("06/07/2024", "en-US"), "2024-06-07");
        assert_eq!(keys("06/07/2024", "en-GB"), "2024-07-06");
    }

    #[test]
    fn a_billion_is_what_the_language_makes_of_it() {
        assert_eq!(keys("3 billion", "en"), "3000000000");
        assert_eq!(keys("3 Billionen", "de"), "3000000000000");
    }

    proptest! {
        #[test]
        fn values_follow_one_another(text in "\\PC{0,60}|[0-9 .,'/%:年月日-]{0,30}") {
            let mut end = 0;
            for value in values(&text, &"fr".parse().expect("fr")) {
                prop_assert!(value.start < value.end);
                // A minus may stand before the number.
                prop_assert!(value.start >= end);
                prop_assert!(text.get(value.start..value.end).is_some());
                end = value.end;
            }
        }
    }
}
