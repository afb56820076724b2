//! Ranges: two values that are the ends of one (`2021–2024`, `du 28 juin au 2 juillet 2024`).
//!
//! The ends stay values of their own; the range is told beside them, in the form of ISO
//! 8601 (`2021/2024`). A first date without its year has that of the second.
//! Left out: open ranges ("from 2021 on").

use super::super::scan::{Scan, is_space};
use super::super::value::{Value, ValueKind};
use super::lexicon::{Lexicon, What};
use crate::model::Lang;

/// The ranges of a text in order, given its values. Days of one month are one value
/// already (`3-4 juillet`) and are told too.
#[must_use]
pub fn ranges(text: &str, values: &[Value], lang: &Lang) -> Vec<Value> {
    let lexicon = Lexicon::of(lang);
    let mut found = Vec::new();
    let mut taken = 0;
    for (place, first) in values.iter().enumerate() {
        if first.start < taken {
            continue;
        }
        let second = values.get(place + 1);
        let joined = second.filter(|second| joins(text, first, second, lexicon));
        let whole = match joined {
            Some(second) => range(first, second),
            None if first.kind == ValueKind::Date && first.key.contains('/') => {
                Some(Value { kind: ValueKind::Range, key: days(&first.key), ..first.clone() })
            }
            None => None,
        };
        if let Some(whole) = whole {
            taken = whole.end;
            found.push(whole);
        }
    }
    found
}

/// Whether what stands between two values makes a range of them.
fn joins(text: &str, first: &Value, second: &Value, lexicon: &Lexicon) -> bool {
    use ValueKind::{Date, Money, Number, Ordinal, Time};
    let alike = first.kind == second.kind
        || matches!((first.kind, second.kind), (Number, Money | Date) | (Money | Date, Number));
    let kinds = matches!(first.kind, Number | Date | Time | Money | Ordinal);
    let between = text.get(first.end..second.start).unwrap_or_default();
    if !alike || !kinds || between.is_empty() && !second.key.starts_with('-') {
        return false;
    }
    let bare = between.trim_matches(is_space);
    let minus = between.is_empty() && text.get(second.start..).is_some_and(|t| t.starts_with('-'));
    if matches!(bare, "-" | "–" | "—" | "‑" | "~" | "～" | "〜" | "−") || minus {
        return first.kind != Number || second.kind != Number || rises(text, first, second);
    }
    // A word makes a range of dates and times; "and", and numbers, want "from" before.
    let mut scan = Scan::new(text, first.end);
    scan.eat_spaces(1);
    let to = lexicon.eat(scan, What::To);
    let Some(mut after) = to.or_else(|| lexicon.eat(scan, What::And)) else { return false };
    after.eat_spaces(1);
    if after.at() != second.start {
        // An article: "bis zum 4. Juli".
        let word = after.eat_word();
        if word.chars().count() > LONGEST_ARTICLE || after.eat_spaces(1) == 0 {
            return false;
        }
    }
    let sure = to.is_some() && matches!(first.kind, Date | Time);
    after.at() == second.start && (sure || is_from(text, first.start, lexicon))
}

/// Letters of the longest article between the ends of a range.
const LONGEST_ARTICLE: usize = 3;

/// Whether two numbers with a dash between are the ends of a range rather than parts of a code:
/// plain ones, the second greater and hardly longer, and no more dashes around.
fn rises(text: &str, first: &Value, second: &Value) -> bool {
    let plain = |key: &str| key.trim_start_matches('-').trim_end_matches(['%', '‰']).to_owned();
    let (from, to) = (plain(&first.key), plain(&second.key));
    let numbers = from.parse::<f64>().ok().zip(to.parse::<f64>().ok());
    let code = |c: char| matches!(c, '-' | '/' | '.' | '‑') || c.is_alphanumeric();
    let before = Scan::new(text, first.start).before().is_some_and(code);
    let after = Scan::new(text, second.end).peek().is_some_and(|c| matches!(c, '-' | '/' | '‑'));
    numbers.is_some_and(|(from, to)| from < to) && to.len() <= from.len() + 1 && !before && !after
}

/// Whether the word before a place is "from".
fn is_from(text: &str, start: usize, lexicon: &Lexicon) -> bool {
    let Some(before) = text.get(..start).map(str::trim_end) else { return false };
    let word_start = before
        .char_indices()
        .rev()
        .take(12)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map_or(before.len(), |(at, _)| at);
    lexicon.is(text, word_start, before.len(), What::From)
        || before.ends_with('从')
        || before.ends_with('由')
}

/// Two values as one.
fn range(first: &Value, second: &Value) -> Option<Value> {
    let dash = second.kind != ValueKind::Date && second.key.starts_with('-');
    let (from, to) = (first.key.as_str(), second.key.get(usize::from(dash)..)?);
    let key = match from.strip_prefix("--") {
        Some(day) if !to.starts_with("--") && to.len() == 10 => {
            let (year, later) = to.split_once('-')?;
            // December to January: the first is of the year before.
            let year: i32 = year.parse().ok()?;
            let year = if day > later { year - 1 } else { year };
            format!("{year:04}-{day}/{to}")
        }
        _ => format!("{from}/{to}"),
    };
    let unit = if second.unit.is_empty() { &first.unit } else { &second.unit };
    let (start, end, unit) = (first.start, second.end, unit.clone());
    Some(Value { start, end, kind: ValueKind::Range, key, unit })
}

/// `2024-07-03/04` with both days whole.
fn days(key: &str) -> String {
    let Some((first, last)) = key.split_once('/') else { return key.to_owned() };
    let month = first.get(..first.len().saturating_sub(2)).unwrap_or_default();
    format!("{first}/{month}{last}")
}
