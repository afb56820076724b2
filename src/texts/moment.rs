//! Days and times of day in words.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::{t, text_of};

/// A day in full: "Monday 23 November 2026".
#[must_use]
pub fn day_long(moment: &ZonedDateTime) -> String {
    let number = moment.weekday().to_monday_one_offset();
    let weekday = text_of(&format!("weekday-{number}")).unwrap_or_default();
    let (day, year) = (moment.day().to_string(), moment.year().to_string());
    let month = month(moment.month());
    t!("moment-day-long", weekday = weekday, day = day, month = month, year = year)
}

/// A day with its year: "23 November 2026".
#[must_use]
pub fn day(date: Date) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    t!("moment-day", day = day, month = month(date.month()), year = year)
}

/// A day and a time: "23 November, 14:05".
#[must_use]
pub fn day_and_clock(moment: &ZonedDateTime) -> String {
    let day = moment.day().to_string();
    t!("moment-day-and-clock", day = day, month = month(moment.month()), clock = clock(moment))
}

/// The time of day: "14:05".
#[must_use]
pub fn clock(moment: &ZonedDateTime) -> String {
    moment.strftime("%H:%M").to_string()
}

fn month(number: i8) -> &'static str {
    text_of(&format!("month-{number}")).unwrap_or_default()
}
