//! Values of two texts paired: each with the one it equals, or is like.
//!
//! The likest are paired first, so that `25` does not take the `25 June` that belongs to
//! another. What is left may still be there in another form: its figures inside a word or a
//! code (`PostgreSQL 9.6`, `HTML5`), a word that counts without being a number ("both",
//! `两`), or once where the other side has it twice. Only what is nowhere is lost.

use super::reading::SideText;
use super::words;
use crate::text::value::{Value, ValueKind};

/// How a value of one side stands to the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The value at this place of the other side equals it.
    Equal(usize),
    /// The value at this place is like it: another precision, a part of it.
    Alike(usize),
    /// It is there in another form.
    Echo,
    /// It is nowhere.
    Lost,
}

/// The values of two texts, paired.
#[derive(Debug)]
pub(super) struct Paired {
    /// How each value of the source stands.
    pub(super) source: Vec<Standing>,
    /// How each value of the target stands.
    pub(super) target: Vec<Standing>,
}

/// Degrees of likeness, from equality on.
const DEGREES: std::ops::RangeInclusive<u8> = 0..=3;

/// Pairs the values of two texts.
pub(super) fn pair(source: &SideText<'_>, target: &SideText<'_>) -> Paired {
    let mut paired = Paired {
        source: vec![Standing::Lost; source.values.len()],
        target: vec![Standing::Lost; target.values.len()],
    };
    for degree in DEGREES {
        for (s, a) in source.values.iter().enumerate() {
            if paired.source.get(s) != Some(&Standing::Lost) {
                continue;
            }
            let free = target.values.iter().enumerate().find(|(t, b)| {
                paired.target.get(*t) == Some(&Standing::Lost) && likeness(a, b) == Some(degree)
            });
            let Some((t, _)) = free else { continue };
            let tie =
                |place| if degree == 0 { Standing::Equal(place) } else { Standing::Alike(place) };
            paired.source[s] = tie(t);
            paired.target[t] = tie(s);
        }
    }
    let source_echoes = echoes((source, &paired.source), (target, &paired.target));
    let target_echoes = echoes((target, &paired.target), (source, &paired.source));
    for (standings, echoes) in
        [(&mut paired.source, source_echoes), (&mut paired.target, target_echoes)]
    {
        for place in echoes {
            standings[place] = Standing::Echo;
        }
    }
    paired
}

/// The lost values of a side that are on the other one in another form.
fn echoes(
    (side, standings): (&SideText<'_>, &[Standing]),
    (other, taken): (&SideText<'_>, &[Standing]),
) -> Vec<usize> {
    let lost = side
        .values
        .iter()
        .enumerate()
        .filter(|(at, _)| standings.get(*at) == Some(&Standing::Lost));
    let free = free_figures(other, taken);
    lost.filter(|(_, value)| {
        let again = || {
            other.values.iter().zip(taken).any(|(b, standing)| {
                *standing != Standing::Lost && likeness(value, b).is_some_and(|degree| degree <= 1)
            })
        };
        let inside = || {
            let wanted = figures(side.at(&(value.start..value.end)));
            !wanted.is_empty() && free.windows(wanted.len()).any(|run| run == wanted)
        };
        again() || inside() || words::counts(value, other)
    })
    .map(|(at, _)| at)
    .collect()
}

/// The runs of figures of a text outside of its paired values.
fn free_figures(text: &SideText<'_>, standings: &[Standing]) -> Vec<String> {
    let mut bare = text.text.to_owned();
    for (value, standing) in text.values.iter().zip(standings) {
        // Lost values stay: `9.6` may be a part of `9.6.24`.
        if *standing != Standing::Lost {
            let blank = " ".repeat(value.end - value.start);
            bare.replace_range(value.start..value.end, &blank);
        }
    }
    figures(&bare)
}

/// The runs of figures of a text, as ASCII.
pub(super) fn figures(text: &str) -> Vec<String> {
    let mut runs = vec![String::new()];
    for c in text.chars() {
        match words::digit(c) {
            Some(digit) => {
                if let Some(last) = runs.last_mut() {
                    last.push(digit);
                }
            }
            None if runs.last().is_some_and(|last| !last.is_empty()) => runs.push(String::new()),
            None => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// How like two values are: 0 for equal, `None` for not at all.
pub(super) fn likeness(a: &Value, b: &Value) -> Option<u8> {
    use ValueKind::{
        Acronym, Date, DocumentNumber, Email, Money, Number, Ordinal, Phone, Time, Url,
    };
    match (a.kind, b.kind) {
        (Number | Ordinal | Money, Number | Ordinal | Money) => amounts(a, b),
        (Date, Date) => dates(&a.key, &b.key),
        (Date, Number | Ordinal) => date_and_number(&a.key, &b.key),
        (Number | Ordinal, Date) => date_and_number(&b.key, &a.key),
        (Time, Time) => times(a, b),
        (Time, Number) => (a.key == format!("{:0>2}:00", b.key)).then_some(2),
        (Number, Time) => (b.key == format!("{:0>2}:00", a.key)).then_some(2),
        (Phone, Phone) => phones(&a.key, &b.key),
        (Url, Url) | (Email, Email) => addresses(&a.key, &b.key),
        (DocumentNumber, DocumentNumber) => (folded(&a.key) == folded(&b.key)).then_some(0),
        (Acronym, Acronym) => (a.key == b.key).then_some(0),
        (a_kind, b_kind) if a_kind == b_kind => (a.key == b.key).then_some(0),
        (DocumentNumber | Phone, _) | (_, DocumentNumber | Phone) => {
            let (a, b) = (figures(&a.key), figures(&b.key));
            (!a.is_empty() && a == b).then_some(2)
        }
        _ => None,
    }
}

/// A number without its sign of a share.
fn plain(key: &str) -> &str {
    key.trim_end_matches(['%', '‰'])
}

/// Numbers, ordinals, money.
fn amounts(a: &Value, b: &Value) -> Option<u8> {
    if a.key == b.key {
        let both = !a.unit.is_empty() && !b.unit.is_empty();
        let dollars = |unit: &str| unit.ends_with('D');
        return match a.unit == b.unit {
            true => Some(0),
            // Which dollars, is rarely told twice.
            false if both && dollars(&a.unit) && dollars(&b.unit) => Some(1),
            false => (!both).then_some(1),
        };
    }
    let (x, y) = (plain(&a.key), plain(&b.key));
    // "6.4 percentage points", "a loss of 5" for "-5".
    let same = x == y || x.trim_start_matches('-') == y.trim_start_matches('-');
    if same {
        return Some(2);
    }
    // The nineties: `90` for `1990`.
    let decade = |short: &str, long: &str| {
        short.len() == 2 && long.len() == 4 && long.ends_with(short) && short.ends_with('0')
    };
    (decade(x, y) || decade(y, x)).then_some(3)
}

/// Two dates: equal, or one less precise than the other.
fn dates(a: &str, b: &str) -> Option<u8> {
    if a == b {
        return Some(0);
    }
    let relative = |key: &str| key.contains("today") || key.contains('W');
    if relative(a) || relative(b) {
        return (week_day(a) == week_day(b) || relative(a) != relative(b)).then_some(3);
    }
    let (first, second) = (Fields::of(a)?, Fields::of(b)?);
    let fits = |x: Option<u16>, y: Option<u16>| x.is_none() || y.is_none() || x == y;
    let fields = [(first.year, second.year), (first.month, second.month), (first.day, second.day)];
    let shared = fields.iter().any(|(x, y)| x.is_some() && x == y);
    if shared && fields.iter().all(|&(x, y)| fits(x, y)) && fits(first.last, second.last) {
        return Some(1);
    }
    // The order of day and month is the writer's.
    let swapped =
        first.year == second.year && first.month == second.day && first.day == second.month;
    (swapped && first.day.is_some()).then_some(3)
}

/// The day of the week of a date, 1 for Monday.
fn week_day(key: &str) -> Option<i8> {
    if let Some((_, day)) = key.rsplit_once("W-") {
        return day.parse().ok();
    }
    let date: crate::model::Date = key.parse().ok()?;
    Some(date.weekday().to_monday_one_offset())
}

/// The parts of a date's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fields {
    year: Option<u16>,
    month: Option<u16>,
    day: Option<u16>,
    last: Option<u16>,
}

impl Fields {
    /// `2024-06-25`, `2024-06`, `2024`, `--06-25`, `---25`, `2024-07-03/04`.
    fn of(key: &str) -> Option<Self> {
        let (key, last) = key.split_once('/').map_or((key, None), |(key, last)| (key, Some(last)));
        let mut parts = if let Some(day) = key.strip_prefix("---") {
            vec![None, None, Some(day)]
        } else if let Some(rest) = key.strip_prefix("--") {
            std::iter::once(None).chain(rest.split('-').map(Some)).collect()
        } else {
            key.split('-').map(Some).collect()
        };
        parts.resize(3, None);
        let number = |part: Option<&str>| match part {
            Some(part) => part.parse().ok().map(Some),
            None => Some(None),
        };
        let [year, month, day] = parts.as_slice() else { return None };
        Some(Self {
            year: number(*year)?,
            month: number(*month)?,
            day: number(*day)?,
            last: last.and_then(|last| last.parse().ok()),
        })
    }
}

/// A date and a number that is its year or its day.
fn date_and_number(date: &str, number: &str) -> Option<u8> {
    if date == number {
        return Some(0);
    }
    let fields = Fields::of(date)?;
    let number: u16 = plain(number).parse().ok()?;
    let part = [fields.year, fields.day, fields.last].contains(&Some(number));
    // The nineties again.
    let decade =
        fields.year.is_some_and(|year| number < 100 && year % 100 == number && year % 10 == 0);
    (part || decade).then_some(3)
}

/// Times of day; another zone is another figure.
fn times(a: &Value, b: &Value) -> Option<u8> {
    if a.key == b.key {
        return Some(u8::from(a.unit != b.unit));
    }
    let parts = |key: &str| -> Option<(u16, String)> {
        let (hour, rest) = key.split_once(':')?;
        Some((hour.parse().ok()?, rest.to_owned()))
    };
    let ((hour, rest), (other, others)) = (parts(&a.key)?, parts(&b.key)?);
    let zones = a.unit != b.unit && !a.unit.is_empty() && !b.unit.is_empty();
    // Half a day apart: one of them did not say which half.
    let half = hour.abs_diff(other) == 12;
    (rest == others && (zones || half)).then_some(3)
}

/// Digits of the shortest subscriber's number.
const SHORTEST: usize = 6;

/// Telephone numbers with and without the code of the country.
fn phones(a: &str, b: &str) -> Option<u8> {
    let digits = |key: &str| key.chars().filter_map(words::digit).collect::<String>();
    let (a, b) = (digits(a), digits(b));
    if a == b {
        return Some(0);
    }
    let national = |long: &str, short: &str| {
        let short = short.trim_start_matches('0');
        short.len() >= SHORTEST && long.ends_with(short)
    };
    (national(&a, &b) || national(&b, &a)).then_some(1)
}

/// Addresses that differ in nothing but the language they lead to are alike.
fn addresses(a: &str, b: &str) -> Option<u8> {
    if a == b {
        return Some(0);
    }
    let (a, b) = (words::address_parts(a), words::address_parts(b));
    (a == b).then_some(1)
}

/// A document's number with one kind of dash.
fn folded(key: &str) -> String {
    crate::text::fold::typography(key).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_alike_where_one_says_less() {
        let cases = [
            ("2024-06-25", "2024-06-25", Some(0)),
            ("2024-06-25", "--06-25", Some(1)),
            ("2024-06-25", "---25", Some(1)),
            ("2024-06-25", "2024-06", Some(1)),
            ("2024-06-25", "--07-25", None),
            ("2024-06-25", "2024-06-26", None),
            ("2024-07-06", "2024-06-07", Some(3)),
            ("2024-07-03/04", "--07-03/04", Some(1)),
            ("2024-07-03/04", "--07-03/05", None),
            ("-W-2", "2024-06-25", Some(3)),
            ("today-1", "2024-06-24", Some(3)),
            ("-W-2", "-W-3", None),
        ];
        for (a, b, expected) in cases {
            assert_eq!(dates(a, b), expected, "{a} {b}");
            assert_eq!(dates(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn the_figures_of_a_text_are_read_in_any_script() {
        assert_eq!(figures("v9.6, ٢٠ and 3rd"), ["9", "6", "20", "3"]);
    }
}
