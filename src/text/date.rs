//! Dates as press releases write them, in the ten languages at once.
//!
//! Read: `25 juin 2024`, `1er mars`, `25. Juni 2024`, `25 de junio de 2024`,
//! `June 25th, 2024`, `25 июня 2024`, `25 حزيران/يونيو 2024`, `2024年6月25日`,
//! `令和6年6月25日`, `2024-06-25` (ISO 8601), `25.06.2024`, `25/06/2024`, and
//! without a year or a day; two days as one value (`3-4 juillet`).
//! Left out: week days, years of two digits but in `25.06.24`, other calendars.

use super::months::{self, Month};
use super::scan::{Scan, digit, is_digit, is_space};
use super::script::is_unspaced;
use super::value::{Value, ValueKind, values};
use crate::model::{Date, Lang};

/// Whether a date in digits begins with the day or, as in the United States, the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `25/06/2024`.
    DayFirst,
    /// `06/25/2024`.
    MonthFirst,
}

impl Order {
    /// The order of a language: the month first only where the region says so.
    #[must_use]
    pub fn of(lang: &Lang) -> Self {
        if matches!(lang.as_str(), "en-US" | "en-PH") { Self::MonthFirst } else { Self::DayFirst }
    }
}

/// A date found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it ends, in bytes.
    pub end: usize,
    year: Option<u16>,
    month: u8,
    day: Option<u8>,
    last_day: Option<u8>,
    /// Written in digits with the month at either place.
    open: bool,
}

impl Found {
    /// The key of [`super::value`]'s table.
    pub(crate) fn key(&self, order: Order) -> String {
        let (mut month, mut day) = (self.month, self.day);
        if let (true, Order::MonthFirst, Some(first)) = (self.open, order, day) {
            (month, day) = (first, Some(month));
        }
        let year = self.year.map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
        let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
        let last = self.last_day.map(|last| format!("/{last:02}")).unwrap_or_default();
        format!("{year}-{month:02}{day}{last}")
    }

    /// Whether the calendar has it.
    fn is_real(&self) -> bool {
        let year = i16::try_from(self.year.unwrap_or(2024)).unwrap_or(0);
        let month = i8::try_from(self.month).unwrap_or(0);
        [self.day.or(Some(1)), self.last_day]
            .into_iter()
            .flatten()
            .all(|day| Date::new(year, month, i8::try_from(day).unwrap_or(0)).is_ok())
            && self.last_day.is_none_or(|last| self.day.is_some_and(|day| day < last))
    }
}

/// The dates and times of a text in order.
#[must_use]
pub fn dates(text: &str, lang: &Lang) -> Vec<Value> {
    let mut found = values(text, lang);
    found.retain(|value| matches!(value.kind, ValueKind::Date | ValueKind::Time));
    found
}

/// The date at byte `start`, where no word or number goes on.
pub(crate) fn at(text: &str, start: usize) -> Option<Found> {
    let scan = Scan::new(text, start);
    let first = scan.peek()?;
    let found = if is_digit(first) {
        cjk(scan).or_else(|| in_digits(scan)).or_else(|| day_first(scan))
    } else if matches!(first, '令' | '平' | '昭') {
        cjk(scan)
    } else if first.is_alphabetic() && !is_unspaced(first) {
        month_first(scan)
    } else {
        None
    };
    found.filter(Found::is_real)
}

/// The months that stand without a day or a year (`en février`, `2月`), in order; their key is
/// `--02`. Those inside dates are told too.
#[must_use]
pub fn months(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut scan = Scan::new(text, 0);
    while let Some(first) = scan.peek() {
        let start = scan.at();
        let month =
            if is_digit(first) { month_in_figures(&mut scan) } else { month_by_name(&mut scan) };
        match month {
            Some(number) => {
                let (kind, key, unit) = (ValueKind::Date, format!("--{number:02}"), String::new());
                found.push(Value { start, end: scan.at(), kind, key, unit });
            }
            None if scan.at() == start => super::value::pass(&mut scan),
            None => {}
        }
    }
    found
}

/// `2月`, where it is no span (`2个月`, `2月間`).
fn month_in_figures(scan: &mut Scan) -> Option<u8> {
    let (number, _) = figures(scan, 4)?;
    let number = u8::try_from(number).ok().filter(|number| (1..=12).contains(number))?;
    scan.eat_spaces(1);
    let named = scan.eat_if(|c| matches!(c, '月' | '월'));
    let span = scan.peek().is_some_and(|c| matches!(c, '间' | '間'));
    (named && !span).then_some(number)
}

/// A name in full.
fn month_by_name(scan: &mut Scan) -> Option<u8> {
    let mut after = *scan;
    let (month, _) = months::eat(&mut after).filter(|(month, _)| !month.short)?;
    if after.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    *scan = after;
    Some(month.number)
}

/// One or more digits as a number, with how many there were.
pub(super) fn figures(scan: &mut Scan, most: usize) -> Option<(u16, usize)> {
    let (mut value, mut count) = (0_u16, 0);
    while let Some(next) = scan.peek().and_then(digit) {
        if count == most {
            return None;
        }
        value = value * 10 + u16::from(next);
        count += 1;
        scan.bump();
    }
    (count > 0).then_some((value, count))
}

/// A day or month of one or two digits.
pub(super) fn small(scan: &mut Scan) -> Option<u8> {
    figures(scan, 2).and_then(|(value, _)| u8::try_from(value).ok())
}

/// A year of four digits.
fn year(scan: &mut Scan) -> Option<u16> {
    let (value, count) = figures(scan, 4)?;
    (count == 4 && (1000..=2999).contains(&value)).then_some(value)
}

/// `2024年6月25日`, `6月25日`, `2024 年 6 月`, `2024년 6월 25일`, and Japanese eras.
fn cjk(mut scan: Scan) -> Option<Found> {
    let era = [("令和", 2018), ("平成", 1988), ("昭和", 1925)]
        .into_iter()
        .find_map(|(name, before)| scan.eat_str(name).then_some(before));
    let first = if scan.eat_str("元") { (1, 1) } else { figures(&mut scan, 4)? };
    let year = match era {
        Some(before) => Some(first.0 + before),
        None => (first.1 == 4).then_some(first.0),
    };
    let mut month = u8::try_from(first.0).ok();
    scan.eat_spaces(1);
    if scan.eat_if(|c| matches!(c, '年' | '년')) {
        year?;
        scan.eat_spaces(1);
        month = small(&mut scan);
        scan.eat_spaces(1);
    } else if era.is_some() {
        return None;
    }
    if !scan.eat_if(|c| matches!(c, '月' | '월')) {
        return None;
    }
    let year = if first.1 == 4 || era.is_some() { year } else { None };
    let mut found =
        Found { end: scan.at(), year, month: month?, day: None, last_day: None, open: false };
    scan.eat_spaces(1);
    found.day = small(&mut scan);
    if scan.eat_if(|c| matches!(c, '至' | '-' | '–' | '~' | '～' | '〜')) {
        found.last_day = small(&mut scan);
    }
    scan.eat_spaces(1);
    if scan.eat_if(|c| matches!(c, '日' | '号' | '號' | '일')) {
        found.end = scan.at();
    } else {
        (found.day, found.last_day) = (None, None);
    }
    (found.day.is_some() || found.year.is_some()).then_some(found)
}

/// `2024-06-25`, `25.06.2024`, `25/06/2024`, `25-06-2024`, `25.06.24`.
fn in_digits(mut scan: Scan) -> Option<Found> {
    let (first, first_count) = figures(&mut scan, 4)?;
    let mark = scan.peek().filter(|c| matches!(c, '-' | '.' | '/' | '‑'))?;
    scan.bump();
    let second = small(&mut scan)?;
    if !scan.eat_if(|c| c == mark) {
        return None;
    }
    let (last, last_count) = figures(&mut scan, 4)?;
    let goes_on = scan.peek().is_some_and(|c| matches!(c, '-' | '/' | '‑')) || {
        let mut after = scan;
        after.eat_if(|c| c == '.') && after.peek().is_some_and(is_digit)
    };
    if goes_on {
        return None;
    }
    let end = scan.at();
    let (year, month, day) = match (first_count, last_count) {
        (4, 1..=2) => (first, second, u8::try_from(last).ok()?),
        (1..=2, 4) => (last, second, u8::try_from(first).ok()?),
        (2, 2) if mark == '.' => (2000 + last, second, u8::try_from(first).ok()?),
        _ => return None,
    };
    let open = first_count <= 2 && mark == '/' && month <= 12 && day <= 12;
    // The month can stand first only where the second figure cannot be one.
    let (month, day) = if month > 12 && mark == '/' { (day, month) } else { (month, day) };
    let real = (1000..=2999).contains(&year);
    real.then_some(Found { end, year: Some(year), month, day: Some(day), last_day: None, open })
}

/// `25 juin 2024`, `25. Juni`, `25 de junio de 2024`, `3-4 juillet`, `25th of June`.
fn day_first(mut scan: Scan) -> Option<Found> {
    let day = small(&mut scan)?;
    ordinal(&mut scan);
    let last_day = later_day(&mut scan);
    if scan.eat_spaces(2) == 0 && !scan.eat_if(|c| c == '-') {
        // Arabic and Chinese copies drop the space; Latin and Cyrillic ones do not.
        scan.peek().filter(|&c| c > '\u{5FF}')?;
    }
    particle(&mut scan);
    let (month, stop) = months::eat(&mut scan)?;
    second_name(&mut scan, month);
    if scan.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = scan.at();
    let year = year_after(&mut scan);
    if month.short && !stop && year.is_none() {
        return None;
    }
    let end = if year.is_some() { scan.at() } else { end };
    Some(Found { end, year, month: month.number, day: Some(day), last_day, open: false })
}

/// `June 25, 2024`, `September 3-4`, and a month with its year in any language.
fn month_first(mut scan: Scan) -> Option<Found> {
    // Most words are followed by no figure: looked at before the table is.
    let mut ahead = scan;
    ahead.eat_word();
    let quick = ahead.rest().chars().take(14).any(is_digit);
    let (month, _) = if quick { months::eat(&mut scan)? } else { return None };
    second_name(&mut scan, month);
    let mut month_only = scan;
    if let Some(year) = year_after(&mut month_only) {
        let end = month_only.at();
        let year = Some(year);
        return Some(Found {
            end,
            year,
            month: month.number,
            day: None,
            last_day: None,
            open: false,
        });
    }
    if !month.leads || scan.eat_spaces(2) == 0 {
        return None;
    }
    let day = small(&mut scan)?;
    ordinal(&mut scan);
    let last_day = later_day(&mut scan);
    if scan.peek().is_some_and(|c| c.is_alphanumeric() || c == '%') {
        return None;
    }
    let end = scan.at();
    let year = year_after(&mut scan);
    let end = if year.is_some() { scan.at() } else { end };
    Some(Found { end, year, month: month.number, day: Some(day), last_day, open: false })
}

/// Passes what makes a day an ordinal: `1er`, `25th`, `25.`, `1º`, `25-го`.
fn ordinal(scan: &mut Scan) {
    let mut after = *scan;
    let letters = ["er", "st", "nd", "rd", "th", "-го", "-е", "-е", "º", "°", "ª", "."]
        .iter()
        .any(|ending| after.eat_str(ending));
    if letters && !after.peek().is_some_and(char::is_alphanumeric) {
        *scan = after;
    }
}

/// Words between two days that make one value of them.
const JOINTS: &[&str] = &[
    "-", "–", "—", "et", "and", "und", "y", "e", "и", "&", "au", "to", "bis", "al", "a", "по",
    "до", "و", "إلى",
];

/// The second of two days: `3-4 juillet`, `3 et 4 juillet`, `du 3 au 4 juillet`.
fn later_day(scan: &mut Scan) -> Option<u8> {
    let mut after = *scan;
    let spaced = after.eat_spaces(1) == 1;
    let joint = JOINTS.iter().find(|joint| {
        let mut tried = after;
        tried.eat_str(joint)
            && tried.peek().is_some_and(|c| is_space(c) || is_digit(c))
            && (spaced || !joint.chars().all(char::is_alphabetic))
    })?;
    after.eat_str(joint);
    after.eat_spaces(1);
    let day = small(&mut after)?;
    ordinal(&mut after);
    *scan = after;
    Some(day)
}

/// Passes "de", "of" and the like with the space after it.
fn particle(scan: &mut Scan) {
    let mut after = *scan;
    let word = after.eat_word();
    let known = ["de", "del", "of", "di"].iter().any(|known| known.eq_ignore_ascii_case(word));
    if (known || word == "من") && after.eat_spaces(1) == 1 {
        *scan = after;
    }
}

/// Passes the other name of the same month: `حزيران/يونيو`.
fn second_name(scan: &mut Scan, month: Month) {
    let mut after = *scan;
    let slash = after.eat_if(|c| c == '/');
    if slash && months::eat(&mut after).is_some_and(|(other, _)| other.number == month.number) {
        *scan = after;
    }
}

/// The year after a month: ` 2024`, `, 2024`, ` de 2024`, `-2024`.
fn year_after(scan: &mut Scan) -> Option<u16> {
    let mut after = *scan;
    let comma = after.eat_if(|c| matches!(c, ',' | '،' | '-' | '.'));
    let space = after.eat_spaces(2) > 0;
    if !comma && !space {
        return None;
    }
    particle(&mut after);
    let year = year(&mut after)?;
    let fraction = {
        let mut next = after;
        next.eat_if(|c| matches!(c, '.' | ',')) && next.peek().is_some_and(is_digit)
    };
    if fraction || after.peek().is_some_and(|c| c == '%') {
        return None;
    }
    *scan = after;
    Some(year)
}
