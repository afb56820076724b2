//! The release's number and its date: `0417-12-03-2026` is of 12 March 2026.
//!
//! The date in the number is held against the last one of the headline; houses number by the
//! day of the event or by that of publication, so a day's difference is told as information.

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, Text};
use super::survey::Survey;
use crate::model::{Date, Role};
use crate::release::facts::date_in_number;
use crate::text::value::ValueKind;

/// Tells a number whose date is not the headline's.
pub(super) fn check(survey: &Survey<'_>, found: &mut Found) {
    let rows = || (0..survey.sheet.rows.len()).filter_map(|row| survey.pair(row));
    let headlines = || rows().filter(|pair| pair.of.role == Role::Headline);
    let numbers: Vec<Pair<'_>> = rows().filter(|pair| pair.of.role == Role::Number).collect();
    for number in numbers {
        for side in [Side::Source, Side::Target] {
            let text = |pair: &Pair<'_>| {
                if side == Side::Source {
                    pair.source.text.to_owned()
                } else {
                    pair.target.text.to_owned()
                }
            };
            let Some(in_number) = date_in_number(text(&number).trim()) else { continue };
            let of = |pair: Pair<'_>| {
                last_date(if side == Side::Source { pair.source } else { pair.target })
            };
            let Some(in_headline) = headlines().filter_map(of).last() else { continue };
            if in_number != in_headline {
                let cause = Cause::NumberDate {
                    number: in_number.to_string(),
                    headline: in_headline.to_string(),
                };
                let whole = 0..number.side(side).1.len();
                found.tell(number.row, number.side(side), whole, cause);
            }
        }
    }
}

/// The last whole date of a text.
fn last_date(text: &Text<'_>) -> Option<Date> {
    let dates = text.values.iter().filter(|value| value.kind == ValueKind::Date);
    dates.rev().find_map(|value| value.key.parse().ok())
}
