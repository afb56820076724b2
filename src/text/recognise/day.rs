//! Dates beyond those in figures and month names: week days, relative days, Chinese and
//! Japanese numerals, a day of the month alone.
//!
//! | written | key, the release being of Tuesday 2024-06-25 | key without its date |
//! |---|---|---|
//! | `mardi 25 juin 2024` | `2024-06-25` | the same |
//! | `hier`, `вчера`, `昨天` | `2024-06-24` | `today-1` |
//! | `last Friday`, `vendredi dernier` | `2024-06-21` | `last-W-5` |
//! | `vendredi` | `-W-5` (ISO 8601: a day of any week) | the same |
//! | `le 14 juin dernier` | `2024-06-14` | `--06-14` |
//! | `14 июня с. г.` | `2024-06-14` | `--06-14` |
//! | `上周五` | `2024-06-21` (of the week before) | `last-W-5` |
//! | `25日` | `---25` | the same |
//!
//! A week day alone may be the one before or the one after: it is not resolved. Left
//! out: "the day before", which needs the text's own date; weeks, quarters, seasons.

use jiff::ToSpan;
use jiff::civil::Weekday;

use super::super::date::{self, Order};
use super::super::scan::{Scan, is_digit, is_space};
use super::super::script::is_unspaced;
use super::Reader;
use super::han;
use super::lexicon::What;
use crate::model::Date;

/// Where a date ends, and its key.
type Found = (usize, String);

impl Reader<'_> {
    /// The date at byte `start`.
    pub(super) fn date(&self, start: usize) -> Option<Found> {
        let scan = Scan::new(self.text, start);
        let first = scan.peek()?;
        let plain = date::at(self.text, start)
            .map(|found| (found.end, found.key(Order::of(self.lang))))
            .or_else(|| in_han(scan))
            .or_else(|| day_alone(scan, self.text));
        if let Some((end, key)) = plain {
            let (end, key) = self.later_day(end, key);
            return Some(self.told_year(end, key));
        }
        if is_digit(first) {
            return None;
        }
        self.lexicon.at(scan).find_map(|(what, after)| match what {
            What::Day(days) => self.relative(days, after),
            What::Weekday(day) => Some(self.weekday(day, after)),
            What::Last | What::Next => self.weekday_after(what, after),
            What::ThisYear | What::LastYear => self.year_before(what, after),
            _ => None,
        })
    }

    /// `hier`: days from today.
    fn relative(&self, days: i8, after: Scan) -> Option<Found> {
        // "The day" with an adjective: a day of its own, such as a world day of health.
        let arabic = after.before().is_some_and(|c| matches!(c, '\u{620}'..='\u{64A}'));
        let mut next = after;
        if arabic && next.eat_spaces(1) == 1 && next.eat_str("ال") {
            return None;
        }
        let resolved = self.today.and_then(|today| today.checked_add(i64::from(days).days()).ok());
        let key = match (resolved, days) {
            (Some(date), _) => date.to_string(),
            (None, 0) => "today".to_owned(),
            (None, _) => format!("today{days:+}"),
        };
        Some((after.at(), key))
    }

    /// `mardi`, `mardi 25 juin`, `mardi dernier`.
    fn weekday(&self, day: u8, after: Scan) -> Found {
        if let Some(found) = self.date_behind_weekday(after) {
            return found;
        }
        let mut next = after;
        next.eat_spaces(1);
        let side = self.lexicon.find(next, |what| match what {
            What::Last => Some(true),
            What::Next => Some(false),
            _ => None,
        });
        match side {
            Some((last, behind)) => (behind.at(), self.beside_today(day, last)),
            None => (after.at(), format!("-W-{day}")),
        }
    }

    /// The date a week day belongs to: `, le 25 juin`, ` den 25. Juni`.
    fn date_behind_weekday(&self, after: Scan) -> Option<Found> {
        /// Words between a week day and its date.
        const ARTICLES: &[&str] =
            &["le", "den", "dem", "der", "the", "el", "il", "dia", "día", "o", "da", "de", "d."];
        let mut scan = after;
        scan.eat_if(|c| matches!(c, ',' | '.' | '،' | '，'));
        scan.eat_spaces(2);
        let mut word = scan;
        if ARTICLES.contains(&word.eat_word()) && word.eat_spaces(1) == 1 {
            scan = word;
        }
        scan.peek().filter(|c| c.is_alphanumeric())?;
        let found = date::at(self.text, scan.at())?;
        let found = (found.end, found.key(Order::of(self.lang)));
        // "Friday 2024": a month alone is no day.
        (found.1.len() > "2024-06".len() || found.1.starts_with("--")).then_some(found)
    }

    /// `last Friday`, `прошлую пятницу`, `上周五`.
    fn weekday_after(&self, side: What, mut after: Scan) -> Option<Found> {
        after.eat_spaces(1);
        let weekday = |what| if let What::Weekday(day) = what { Some(day) } else { None };
        let (day, behind) = self.lexicon.find(after, weekday)?;
        let last = side == What::Last;
        let chinese = self.lang.base() == "zh";
        let key = if chinese { self.of_week(day, last) } else { self.beside_today(day, last) };
        Some((behind.at(), key))
    }

    /// The last such day before today, or the next one after it.
    fn beside_today(&self, day: u8, last: bool) -> String {
        let date = self
            .today
            .zip(weekday(day))
            .and_then(|(today, day)| today.nth_weekday(if last { -1 } else { 1 }, day).ok());
        let side = if last { "last" } else { "next" };
        date.map_or_else(|| format!("{side}-W-{day}"), |date| date.to_string())
    }

    /// That day in the week before or after today's, as Chinese counts.
    fn of_week(&self, day: u8, last: bool) -> String {
        let date = self.today.and_then(|today| {
            let monday = i64::from(today.weekday().to_monday_zero_offset());
            let week = if last { -7 } else { 7 };
            today.checked_add((week - monday + i64::from(day) - 1).days()).ok()
        });
        let side = if last { "last" } else { "next" };
        date.map_or_else(|| format!("{side}-W-{day}"), |date| date.to_string())
    }

    /// `今年6月25日`: the year before a day and month.
    fn year_before(&self, year: What, mut after: Scan) -> Option<Found> {
        after.eat_spaces(1);
        let found = date::at(self.text, after.at())?;
        let key = found.key(Order::of(self.lang));
        let day = key.strip_prefix("--")?;
        Some((found.end, self.in_year(year, day).unwrap_or(key)))
    }

    /// A day and month with the year that words behind it tell: `dernier`, `этого года`.
    fn told_year(&self, end: usize, key: String) -> Found {
        let Some(day) = key.strip_prefix("--") else { return (end, key) };
        let mut scan = Scan::new(self.text, end);
        scan.eat_if(|c| c == ',');
        if scan.eat_spaces(1) == 0 {
            return (end, key);
        }
        let told = self.lexicon.at(scan).find(|(what, _)| {
            matches!(what, What::Last | What::Next | What::ThisYear | What::LastYear)
        });
        match told {
            Some((what, after)) => (after.at(), self.in_year(what, day).unwrap_or(key)),
            None => (end, key),
        }
    }

    /// The key of a day (`06-14`) in the year that a word tells.
    fn in_year(&self, what: What, day: &str) -> Option<String> {
        let today = self.today?;
        let of = |year: i16| format!("{year:04}-{day}");
        let first = of(today.year()).get(..10)?.parse::<Date>().ok()?;
        let year = match what {
            What::Last if first >= today => today.year() - 1,
            What::Next if first <= today => today.year() + 1,
            What::LastYear => today.year() - 1,
            _ => today.year(),
        };
        Some(of(year))
    }

    /// `7月3日至4日`: a second day behind the first.
    fn later_day(&self, end: usize, key: String) -> Found {
        let mut scan = Scan::new(self.text, end);
        let joined =
            scan.eat_if(|c| matches!(c, '至' | '到' | '-' | '–' | '—' | '~' | '～' | '〜' | 'か'));
        let dayed = scan.before().is_some() && !key.contains('/') && key.matches('-').count() > 1;
        if !joined
            || !dayed
            || !self.text.get(..end).is_some_and(|t| t.ends_with(['日', '号', '號']))
        {
            return (end, key);
        }
        scan.eat_if(|c| c == 'ら');
        match date::small(&mut scan).filter(|day| (1..=31).contains(day)) {
            Some(day) if scan.eat_if(|c| matches!(c, '日' | '号' | '號')) => {
                (scan.at(), format!("{key}/{day:02}"))
            }
            _ => (end, key),
        }
    }

    /// Whether a figure of four digits is a year by the words beside it; where it ends.
    ///
    /// "In 2000 cases" is not: a round figure with a word behind it.
    pub(super) fn year(&self, start: usize, end: usize) -> Option<usize> {
        let figure = self.text.get(start..end)?;
        let digits = figure.chars().count() == 4 && figure.chars().all(is_digit);
        let first = Scan::new(self.text, start).peek().and_then(super::super::scan::digit)?;
        if !digits || !matches!(first, 1 | 2) {
            return None;
        }
        let mut after = Scan::new(self.text, end);
        let spaces = after.eat_spaces(1);
        if after.eat_if(|c| matches!(c, '年' | '년')) {
            let span =
                after.peek().is_some_and(|c| matches!(c, '间' | '間' | '来' | '前' | '后' | '後'));
            return (!span).then(|| after.at());
        }
        if self.lexicon.eat(after, What::YearAfter).is_some() {
            return Some(end);
        }
        let round =
            figure.ends_with("00") && spaces == 1 && after.peek().is_some_and(char::is_alphabetic);
        let near = matches!(figure.get(..2), Some("19" | "20"));
        (near && !round && self.cued(start, What::YearBefore)).then_some(end)
    }
}

/// A day of the week, 1 for Monday.
fn weekday(day: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok()
}

/// `二〇二四年六月二十五日`, `六月二十五日`, `二〇二四年`.
fn in_han(mut scan: Scan) -> Option<Found> {
    let first = han::eat(&mut scan)?;
    let mut year = None;
    let mut month = first;
    if scan.eat_if(|c| c == '年') {
        year = Some(u16::try_from(first).ok().filter(|year| (1000..3000).contains(year))?);
        let year_end = scan.at();
        let whole = || (year_end, format!("{first}"));
        let Some(second) = han::eat(&mut scan) else { return Some(whole()) };
        if scan.peek() != Some('月') {
            return Some(whole());
        }
        month = second;
    }
    if !scan.eat_if(|c| c == '月') || !(1..=12).contains(&month) {
        return None;
    }
    let month_end = scan.at();
    let day = han::eat(&mut scan).filter(|day| (1..=31).contains(day));
    let day = day.filter(|_| scan.eat_if(|c| matches!(c, '日' | '号' | '號')));
    let year = match year {
        Some(year) => format!("{year:04}"),
        // A month without a year or a day: 三月 is a span of months as often.
        None if day.is_none() => return None,
        None => "-".to_owned(),
    };
    Some(match day {
        Some(day) => (scan.at(), format!("{year}-{month:02}-{day:02}")),
        None => (month_end, format!("{year}-{month:02}")),
    })
}

/// `25日`: a day of the month that is running.
fn day_alone(mut scan: Scan, text: &str) -> Option<Found> {
    let start = scan.at();
    let before = Scan::new(text, start).before();
    if before.is_some_and(|c| is_digit(c) || matches!(c, '月' | '第' | '.' | ',')) {
        return None;
    }
    scan.peek().filter(|&c| is_digit(c))?;
    let day = date::small(&mut scan).filter(|day| (1..=31).contains(day))?;
    scan.eat_while(is_space);
    let named = scan.eat_if(|c| matches!(c, '日' | '号' | '일'));
    let span = scan.peek().is_some_and(|c| {
        matches!(
            c,
            '间' | '間' | '内' | '后' | '後' | '目' | '游' | '本' | '元' | '币' | '線' | '线'
        )
    });
    (named && !span && before.is_none_or(|c| is_unspaced(c) || !c.is_alphanumeric()))
        .then(|| (scan.at(), format!("---{day:02}")))
}
