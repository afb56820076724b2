//! The words that a language writes values with, each with its meaning.
//!
//! A file a language under `assets/values/words/`: a meaning, its value, and forms.
//! The line `number 20 vingt` says that "vingt" is 20; two words of a form are joined by `_`. A form
//! with a capital is one only with it. `any.txt` holds what every language
//! writes. A language without a file has those alone.
//!
//! Left out: inflection by rule. Forms are written out, so that a linguist sees them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::scan::{Scan, is_space};
use super::super::{fold, script};
use super::compound;
use crate::model::Lang;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum What {
    /// A number below a thousand.
    Number(u16),
    /// A number that is an article or pronoun too (`un`, `one`): only beside other number words.
    Inside(u16),
    /// So many zeros, standing for itself without a number before it (`cent`, `mille`).
    Bare(u8),
    /// So many zeros behind a number below a hundred (`two hundred`).
    Times(u8),
    /// Joins parts of a number (`treinta y cinco`).
    Joint,
    /// Joins what follows a hundred or more (`two hundred and five`).
    JointOfHundreds,
    /// Days from today.
    Day(i8),
    /// Words that look like a value and are none (`la mañana`).
    Skip,
    /// A day of the week, 1 for Monday to 7 (ISO 8601).
    Weekday(u8),
    /// The one before today.
    Last,
    /// The one after today.
    Next,
    /// Of the year that is running.
    ThisYear,
    /// Of the year before.
    LastYear,
    /// Before noon.
    Am,
    /// After noon.
    Pm,
    /// Between two parts of a day, of which the second is meant (Chinese `中午`): noon.
    Noon,
    /// A time zone by its name in the table of time zones, or `local`.
    Zone(&'static str),
    /// Before a time of day.
    TimeBefore,
    /// Hours, behind their figure.
    Hour,
    /// Minutes, behind their figure.
    Minute,
    /// Before a year.
    YearBefore,
    /// Behind a year.
    YearAfter,
    /// Before a Roman numeral.
    RomanBefore,
    /// Behind a Roman numeral.
    RomanAfter,
    /// Money, by its code (ISO 4217).
    Currency(&'static str),
    /// Before a telephone number.
    PhoneBefore,
    /// Behind a figure, what makes it an ordinal.
    Ordinal,
    /// Before an ordinal written with a stop (German `der`).
    OrdinalBefore,
    /// From one value …
    From,
    /// … to another.
    To,
    /// … and another, behind "between".
    And,
    /// Says that somebody says something.
    Said,
    /// Before a name.
    Title,
    /// What is counted, behind one Chinese or Japanese figure.
    Counted,
}

/// A form and what it says.
#[derive(Debug)]
struct Entry {
    form: String,
    what: What,
}

/// The words of a language.
#[derive(Debug, Default)]
pub(in crate::text) struct Lexicon {
    entries: HashMap<String, Vec<Entry>>,
    /// Sixty and eighty go on to nineteen more (`soixante-dix-sept`).
    pub(super) vigesimal: bool,
}

const ANY: &str = include_str!("../../../assets/values/words/any.txt");

/// Each language's file.
pub(super) const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("../../../assets/values/words/ar.txt")),
    ("de", include_str!("../../../assets/values/words/de.txt")),
    ("el", include_str!("../../../assets/values/words/el.txt")),
    ("en", include_str!("../../../assets/values/words/en.txt")),
    ("es", include_str!("../../../assets/values/words/es.txt")),
    ("fr", include_str!("../../../assets/values/words/fr.txt")),
    ("he", include_str!("../../../assets/values/words/he.txt")),
    ("it", include_str!("../../../assets/values/words/it.txt")),
    ("ja", include_str!("../../../assets/values/words/ja.txt")),
    ("ko", include_str!("../../../assets/values/words/ko.txt")),
    ("nl", include_str!("../../../assets/values/words/nl.txt")),
    ("pl", include_str!("../../../assets/values/words/pl.txt")),
    ("pt", include_str!("../../../assets/values/words/pt.txt")),
    ("ru", include_str!("../../../assets/values/words/ru.txt")),
    ("uk", include_str!("../../../assets/values/words/uk.txt")),
    ("zh", include_str!("../../../assets/values/words/zh.txt")),
];

static ALL: LazyLock<HashMap<&str, Lexicon>> =
    LazyLock::new(|| FILES.iter().map(|&(lang, file)| (lang, Lexicon::read(lang, file))).collect());
static OTHERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read("", ""));

impl Lexicon {
    /// The words of a language.
    pub(in crate::text) fn of(lang: &Lang) -> &'static Self {
        ALL.get(lang.base()).unwrap_or(&OTHERS)
    }

    fn read(lang: &str, file: &'static str) -> Self {
        let mut lexicon = Self { vigesimal: lang == "fr", ..Self::default() };
        for line in [ANY, file].into_iter().flat_map(str::lines).filter(|l| !l.starts_with('#')) {
            let mut words = line.split_whitespace();
            let meaning = words.next().zip(words.next());
            let Some(what) = meaning.and_then(|(name, value)| what(name, value)) else { continue };
            words.for_each(|form| lexicon.add(&form.replace('_', " "), what));
        }
        for (form, number) in compound::numbers(lang) {
            lexicon.add(&form, What::Number(number));
        }
        // Longer forms first: "quatre-vingts" before "quatre".
        lexicon
            .entries
            .values_mut()
            .for_each(|forms| forms.sort_by_key(|entry| std::cmp::Reverse(entry.form.len())));
        lexicon
    }

    fn add(&mut self, form: &str, what: What) {
        let key = fold::case(head(&mut Scan::new(form, 0))).into_owned();
        self.entries.entry(key).or_default().push(Entry { form: form.to_owned(), what });
    }

    /// What the words at the place of `scan` say, longest first, each with the place behind it.
    pub(in crate::text) fn at<'a>(&self, scan: Scan<'a>) -> impl Iterator<Item = (What, Scan<'a>)> {
        let word = head(&mut scan.clone());
        // The longest first word of a form is shorter.
        let known =
            if word.len() > 48 { None } else { self.entries.get(fold::case(word).as_ref()) };
        let entries = known.map(Vec::as_slice).unwrap_or_default();
        entries.iter().filter_map(move |entry| Some((entry.what, eat(scan, entry)?)))
    }

    /// The first meaning that `picked` takes, with its value and the place behind it.
    pub(in crate::text) fn find<'a, T>(
        &self,
        scan: Scan<'a>,
        picked: impl Fn(What) -> Option<T>,
    ) -> Option<(T, Scan<'a>)> {
        self.at(scan).find_map(|(what, after)| Some((picked(what)?, after)))
    }

    /// The place behind a word that says exactly this.
    pub(in crate::text) fn eat<'a>(&self, scan: Scan<'a>, wanted: What) -> Option<Scan<'a>> {
        self.find(scan, |what| (what == wanted).then_some(())).map(|((), after)| after)
    }

    /// Whether the word from `start` to `end` says exactly this.
    pub(in crate::text) fn is(&self, text: &str, start: usize, end: usize, wanted: What) -> bool {
        self.at(Scan::new(text, start)).any(|(what, after)| what == wanted && after.at() == end)
    }
}

/// What a form is looked up by: its first word, one character of an unspaced script, a sign.
fn head<'a>(scan: &mut Scan<'a>) -> &'a str {
    let start = scan.at();
    if scan.peek().is_some_and(|c| c.is_alphabetic() && !script::is_unspaced(c)) {
        return scan.eat_word();
    }
    scan.bump();
    scan.since(start)
}

/// Passes a form: any space for a space, any apostrophe for one.
fn eat<'a>(mut scan: Scan<'a>, entry: &Entry) -> Option<Scan<'a>> {
    for wanted in entry.form.chars() {
        let fits = |c: char| match wanted {
            ' ' => is_space(c),
            '\'' => matches!(c, '\'' | '’'),
            '-' => matches!(c, '-' | '‑'),
            _ => c == wanted || (!wanted.is_uppercase() && c.to_lowercase().eq([wanted])),
        };
        if !scan.eat_if(fits) {
            return None;
        }
    }
    let last = entry.form.chars().next_back()?;
    let whole = script::is_unspaced(last) || !last.is_alphabetic();
    let goes_on = |c: char| c.is_alphabetic() && !script::is_unspaced(c);
    (whole || !scan.peek().is_some_and(goes_on)).then_some(scan)
}

/// A meaning by its name in the files.
fn what(name: &str, value: &'static str) -> Option<What> {
    Some(match name {
        "number" => What::Number(value.parse().ok()?),
        "inside" => What::Inside(value.parse().ok()?),
        "bare" => What::Bare(value.parse().ok()?),
        "times" => What::Times(value.parse().ok()?),
        "joint" if value == "100" => What::JointOfHundreds,
        "joint" => What::Joint,
        "day" => What::Day(value.parse().ok()?),
        "weekday" => What::Weekday(value.parse().ok()?),
        "zone" => What::Zone(value),
        "currency" => What::Currency(value),
        "half-day" if value == "am" => What::Am,
        "half-day" if value == "pm" => What::Pm,
        "half-day" => What::Noon,
        "date" if value == "last" => What::Last,
        "date" if value == "next" => What::Next,
        "date" if value == "this-year" => What::ThisYear,
        "date" if value == "last-year" => What::LastYear,
        "skip" => What::Skip,
        "time" if value == "before" => What::TimeBefore,
        "time" if value == "hour" => What::Hour,
        "time" if value == "minute" => What::Minute,
        "year" if value == "before" => What::YearBefore,
        "year" if value == "after" => What::YearAfter,
        "roman" if value == "before" => What::RomanBefore,
        "roman" if value == "after" => What::RomanAfter,
        "phone" => What::PhoneBefore,
        "ordinal" if value == "before" => What::OrdinalBefore,
        "ordinal" => What::Ordinal,
        "range" if value == "from" => What::From,
        "range" if value == "to" => What::To,
        "range" => What::And,
        "said" => What::Said,
        "title" => What::Title,
        "counted" => What::Counted,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_file_says_something() {
        for (lang, file) in FILES.iter().copied().chain([("any", ANY)]) {
            for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let words: Vec<&'static str> = line.split_whitespace().collect();
                let known = words.len() > 2 && what(words[0], words[1]).is_some();
                assert!(known, "{lang}: {line}");
            }
        }
    }

    #[test]
    fn the_longest_form_is_found_first() {
        let lexicon = Lexicon::of(&"fr".parse().expect("fr"));
        let found = lexicon.at(Scan::new("Quatre-vingts pages", 0)).next();
        assert_eq!(found.map(|(what, after)| (what, after.at())), Some((What::Number(80), 13)));
        assert!(lexicon.at(Scan::new("quatreau", 0)).next().is_none());
    }
}
