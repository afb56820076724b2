//! The release's number and its date: `0417-12-03-2026` is of 12 March 2026.
//!
//! The date in the number is held against the last one of the headline. Left out: releases
//! whose headline has no date.

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, SideText};
use super::survey::Survey;
use crate::model::{Date, Role};
use crate::release::facts::date_in_number;
use crate::text::value::ValueKind;

/// Tells a number whose date is not the headline's, on either side.
pub(super) fn check(survey: &Survey<'_>, found: &mut Found) {
    for side in [Side::Source, Side::Target] {
        let headline =
            of_role(survey, Role::Headline).filter_map(|row| last_date(row.text(side))).last();
        let Some(headline) = headline else { continue };
        for row in of_role(survey, Role::Number) {
            let number = row.text(side);
            if let Some(day) = date_in_number(number.text.trim()).filter(|day| *day != headline) {
                let (number, headline) = (day.to_string(), headline.to_string());
                let cause = Cause::NumberDate { number, headline };
                let whole = 0..row.text(side).text.len();
                found.tell(row.row, row.side(side), whole, cause);
            }
        }
    }
}

/// The rows of a role.
fn of_role<'a>(survey: &'a Survey<'_>, role: Role) -> impl Iterator<Item = Pair<'a>> {
    let rows = (0..survey.sheet.rows.len()).filter_map(|row| survey.pair(row));
    rows.filter(move |pair| pair.of.role == role)
}

/// The last whole date of a text.
fn last_date(text: &SideText<'_>) -> Option<Date> {
    let dates = text.values.iter().filter(|value| value.kind == ValueKind::Date);
    dates.rev().find_map(|value| value.key.parse().ok())
}
