//! A value of a source written in another language, where no target shows how.
//!
//! Each language has a model: a date written out (`assets/dates/written.txt`), a number with
//! all its marks, a time. The value is put into the model as repair puts one into a match
//! ([`form`]), so both write alike. What is the same everywhere (numbers of documents,
//! addresses, acronyms) is taken as it stands.
//!
//! Left out: numbers in words and their scale words (two and a half million becomes figures),
//! runs of days, names.

use super::Between;
use super::form::{self, Change, custom, plain, to_digit};
use crate::model::Lang;
use crate::text::value::{Value, ValueKind};

const DATES: &str = include_str!("../../../assets/dates/written.txt");

/// The keys of a line of [`DATES`].
const DATE_KEYS: [&str; 3] = ["2024-06-25", "--06-25", "2024-06"];

/// A value that stands in `source`, as the target's language writes it. `None` where that
/// cannot be told.
#[must_use]
pub fn in_target(value: &Value, source: &str, between: Between<'_>) -> Option<String> {
    let text = source.get(value.start..value.end)?;
    if !text.chars().any(|c| to_digit(c).is_some()) {
        return as_it_stands(value, text);
    }
    let written = |kind, model: &str, old: &str| {
        let wanted = (text, between.source);
        let change = Change { old, new: &value.key, wanted, lang: between.target };
        form::written(kind, model, &change)
    };
    match value.kind {
        ValueKind::Number => match number_model(&value.key, text, between.target) {
            Some((model, old)) => written(ValueKind::Number, &model, old),
            None => Some(text.to_owned()),
        },
        ValueKind::Money => {
            let (model, old) = number_model(&value.key, text, between.target)?;
            let amount = written(ValueKind::Number, &model, old)?;
            Some(money(&amount, &value.unit, between.target))
        }
        ValueKind::Date => {
            let models = date_models(between.target)?;
            models.into_iter().zip(DATE_KEYS).find_map(|(m, old)| written(ValueKind::Date, m, old))
        }
        ValueKind::Time => written(ValueKind::Time, time_model(between.target), "14:49"),
        _ => as_it_stands(value, text),
    }
}

fn as_it_stands(value: &Value, text: &str) -> Option<String> {
    let same = matches!(
        value.kind,
        ValueKind::DocumentNumber
            | ValueKind::Email
            | ValueKind::Url
            | ValueKind::Phone
            | ValueKind::Acronym
    );
    same.then(|| text.to_owned())
}

/// A number as the language sets it, with its key; `None` for what is no plain number.
fn number_model(key: &str, text: &str, lang: &Lang) -> Option<(String, &'static str)> {
    let digits = plain(key)?;
    let whole = digits.split('.').next()?;
    let (thousand, decimal) = custom(lang);
    // Four figures in a row may be a year, and some languages never part them.
    let in_a_row = text.contains(whole) || matches!(lang.base(), "es" | "pl" | "pt");
    let (figure, old) = match whole.len() {
        4 if in_a_row => ("1234".to_owned(), "1234"),
        _ => (format!("1{thousand}234{thousand}567{decimal}5"), "1234567.5"),
    };
    let share = key.chars().next_back().filter(|c| matches!(c, '%' | '‰'));
    Some(match (share, old) {
        (None, old) => (figure, old),
        (Some('%'), "1234") => (with_share(&figure, '%', lang), "1234%"),
        (Some('%'), _) => (with_share(&figure, '%', lang), "1234567.5%"),
        (Some(_), "1234") => (with_share(&figure, '‰', lang), "1234‰"),
        (Some(_), _) => (with_share(&figure, '‰', lang), "1234567.5‰"),
    })
}

/// A figure with its sign of a share (Unicode CLDR 46, `percentFormats`).
fn with_share(figure: &str, sign: char, lang: &Lang) -> String {
    match lang.base() {
        "tr" => format!("{sign}{figure}"),
        "fr" => format!("{figure}\u{202f}{sign}"),
        "de" | "es" | "ru" | "be" | "cs" | "sk" | "sv" | "nb" | "no" | "da" | "fi" | "ro"
        | "sl" => format!("{figure}\u{a0}{sign}"),
        _ => format!("{figure}{sign}"),
    }
}

/// An amount with its currency, before or behind as the language has it (Unicode CLDR 46,
/// `currencyFormats`).
fn money(amount: &str, currency: &str, lang: &Lang) -> String {
    let sign = match currency {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        code => code,
    };
    let space = if sign == currency { "\u{a0}" } else { "" };
    match lang.base() {
        "en" | "zh" | "ja" | "ko" | "he" | "hi" | "tr" => format!("{sign}{space}{amount}"),
        _ => format!("{amount}\u{a0}{sign}"),
    }
}

/// The written forms of the language's dates.
fn date_models(lang: &Lang) -> Option<Vec<&'static str>> {
    let line = |tag: &str| {
        let mut lines = DATES.lines().filter(|line| !line.starts_with('#'));
        lines.find_map(|line| line.split_once(" | ").filter(|(of, _)| *of == tag))
    };
    let (_, models) = line(lang.as_str()).or_else(|| line(lang.base()))?;
    Some(models.split(" | ").collect())
}

/// Eleven minutes to three in the afternoon (Unicode CLDR 46, `Hm`).
fn time_model(lang: &Lang) -> &'static str {
    if matches!(lang.base(), "fi" | "da" | "id") { "14.49" } else { "14:49" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::recognise::values_at;

    const CASES: &str = include_str!("../../../tests/data/repair/anew.txt");

    fn check(line: &str) -> Result<(), String> {
        let mut parts = line.split(" | ");
        let mut part = || parts.next().ok_or_else(|| line.to_owned());
        let (langs, text, expected) = (part()?, part()?, part()?);
        let (from, to) = langs.split_once('>').ok_or_else(|| line.to_owned())?;
        let (source, target): (Lang, Lang) = (from.parse().expect(from), to.parse().expect(to));
        let values = values_at(text, &source, None);
        let [value] = values.as_slice() else { return Err(format!("{line}: {values:?}")) };
        let between = Between { source: &source, target: &target };
        let found = in_target(value, text, between).unwrap_or_default();
        // Cases are written with common spaces.
        let found: String =
            found.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        if found == expected { Ok(()) } else { Err(format!("{line}: {found}")) }
    }

    #[test]
    fn values_are_written_as_their_file_says() {
        let lines = CASES.lines().filter(|line| !line.starts_with('#'));
        let wrong: Vec<_> = lines.filter_map(|line| check(line).err()).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Every model is read back as what it is a model of.
    #[test]
    fn every_date_of_the_list_reads_as_itself() {
        let mut wrong = Vec::new();
        for line in DATES.lines().filter(|line| !line.starts_with('#')) {
            let (tag, models) = line.split_once(" | ").expect(line);
            let lang: Lang = tag.parse().expect(line);
            for (model, key) in models.split(" | ").zip(DATE_KEYS) {
                let read = crate::text::value::values(model, &lang);
                let whole = |v: &Value| v.key == key && v.start == 0 && v.end == model.len();
                if !read.first().is_some_and(whole) {
                    wrong.push(format!("{tag} {model}: {read:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
