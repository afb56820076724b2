//! Numbers: digits with their separators, sign, share and scale.
//!
//! What a comma or a stop in a number is follows from its form first and from
//! the language after that:
//!
//! | form | read as |
//! |---|---|
//! | `2 000`, `2'000`, `2٬000`, `1,234,567`, `12,34,567` | groups |
//! | `1.234,56`, `1,234.56` | the last mark is the decimal one |
//! | `6,4`, `0,125`, `3.14159`, `٦٫٤` | decimals |
//! | `2,000`, `2.000` | a group; before a share or a scale (`2,125 milliards`), or after a lone 0, decimals where the language's mark is that one |
//! | `1.2.3`, `192.168.1.1` | no number: kept as written |

use super::scale;
use super::scan::{Scan, digit, is_digit, is_space};
use super::value::{Value, ValueKind, values};
use crate::model::Lang;

/// The numbers and document numbers of a text in order, those of dates and times left out.
#[must_use]
pub fn numbers(text: &str, lang: &Lang) -> Vec<Value> {
    let mut found = values(text, lang);
    found.retain(|value| matches!(value.kind, ValueKind::Number | ValueKind::DocumentNumber));
    found
}

/// The digits of a number and their separators, from `start` to the place returned.
///
/// A space or apostrophe belongs to it where one to three digits stand before and exactly
/// three after; a comma or stop where a digit follows.
pub(crate) fn figure_end(text: &str, start: usize) -> Option<usize> {
    let mut scan = Scan::new(text, start);
    let mut group = scan.eat_while(is_digit);
    if group == 0 {
        return None;
    }
    let mut grouped = group <= 3 && !starts_with_zero(text, start);
    loop {
        let mut after = scan;
        let Some(mark) = after.bump() else { break };
        group = after.eat_while(is_digit);
        let thousand = grouped && group == 3 && (is_space(mark) || is_apostrophe(mark));
        let point = is_point(mark) && if mark == '，' { group == 3 } else { group > 0 };
        if !thousand && !point {
            break;
        }
        grouped &= thousand;
        scan = after;
    }
    Some(scan.at())
}

/// A number that begins with 0 has no thousands.
fn starts_with_zero(text: &str, start: usize) -> bool {
    Scan::new(text, start).peek().and_then(digit) == Some(0)
}

/// An apostrophe between thousands.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '٬' | '˙')
}

/// A comma or stop within a number.
const fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '．' | '，')
}

/// The number at byte `start` with its sign, share and scale.
pub(crate) fn value(text: &str, start: usize, lang: &Lang) -> Option<Value> {
    if let Some(value) = share_before(text, start, lang) {
        return Some(value);
    }
    let digits_end = figure_end(text, start)?;
    let figure = text.get(start..digits_end)?;
    let (end, unit) = scale::after(text, digits_end, lang);
    let mut key = key(figure, lang, unit != scale::Unit::None);
    let mut start = start;
    match unit {
        scale::Unit::None => {}
        scale::Unit::Percent => key.push('%'),
        scale::Unit::Permille => key.push('‰'),
        scale::Unit::TenTo(zeros) => key = scale::multiplied(&key, zeros),
    }
    if let Some(sign) = minus(text, start) {
        start -= sign.len_utf8();
        key.insert(0, '-');
    }
    Some(Value { start, end, kind: ValueKind::Number, key, unit: String::new() })
}

/// Chinese sets "of a hundred" before the number: `百分之六`, `百分之6.4`.
fn share_before(text: &str, start: usize, lang: &Lang) -> Option<Value> {
    let mut scan = Scan::new(text, start);
    if !scan.eat_str("百分之") {
        return None;
    }
    let end = figure_end(text, scan.at())?;
    let key = format!("{}%", key(text.get(scan.at()..end)?, lang, true));
    Some(Value { start, end, kind: ValueKind::Number, key, unit: String::new() })
}

/// The minus before a number: a dash after nothing, a space or a bracket.
fn minus(text: &str, start: usize) -> Option<char> {
    let scan = Scan::new(text, start);
    let sign = scan.before().filter(|c| matches!(c, '-' | '−' | '–'))?;
    let before = Scan::new(text, start - sign.len_utf8()).before();
    let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '"'));
    (free && (sign != '–' || before.is_some())).then_some(sign)
}

/// The key of a figure: ASCII digits, `.` before decimals, no group marks, no idle zeros.
fn key(figure: &str, lang: &Lang, measured: bool) -> String {
    let marks: Vec<char> = figure.chars().filter(|&c| !is_digit(c)).map(plain_mark).collect();
    let groups: Vec<String> = figure.split(|c| !is_digit(c)).map(ascii_digits).collect();
    let decimals = match marks.as_slice() {
        [.., '٫'] => true,
        [mark] if matches!(mark, '.' | ',') => lone_mark_is_decimal(*mark, &groups, lang, measured),
        [first @ .., last] if matches!(last, '.' | ',') => {
            if first.contains(last) && !grouped(&groups) {
                return groups.join(".");
            }
            !first.contains(last)
        }
        _ => false,
    };
    let (whole, fraction) = match groups.split_last() {
        Some((last, whole)) if decimals => (whole.concat(), last.trim_end_matches('0')),
        _ => (groups.concat(), ""),
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// A full-width mark as its plain form.
const fn plain_mark(c: char) -> char {
    match c {
        '．' => '.',
        '，' => ',',
        _ => c,
    }
}

/// The digits of any script in ASCII.
fn ascii_digits(digits: &str) -> String {
    digits.chars().filter_map(digit).map(|value| char::from(b'0' + value)).collect()
}

/// Whether groups have the lengths of thousands (or, as in India, of hundreds of them).
fn grouped(groups: &[String]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return false };
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let even = |size: usize| middle.iter().all(|group| group.len() == size);
    leads && last.len() == 3 && (even(3) || (even(2) && first.len() <= 2))
}

/// The table's rows about one comma or stop.
fn lone_mark_is_decimal(mark: char, groups: &[String], lang: &Lang, measured: bool) -> bool {
    !grouped(groups) || (measured && mark == decimal_mark(lang))
}

/// The decimal mark of a language.
pub(crate) fn decimal_mark(lang: &Lang) -> char {
    let point = matches!(lang.base(), "en" | "zh" | "ja" | "ko" | "he" | "th" | "hi" | "ga" | "cy")
        || matches!(lang.as_str(), "de-CH" | "de-LI" | "es-MX" | "es-US");
    if point { '.' } else { ',' }
}

/// The number of a document at byte `start`, and where it ends: a serial with a date
/// (`0417-12-03-2026`), or capitals and digits joined by slashes (`SC/8215`, `A/RES/70/1`).
pub(crate) fn document_number(text: &str, start: usize) -> Option<(usize, String)> {
    let mut scan = Scan::new(text, start);
    let first = scan.peek()?;
    if first.is_ascii_digit() {
        serial_and_date(&mut scan)?;
    } else if first.is_ascii_uppercase() {
        symbol(&mut scan)?;
    } else {
        return None;
    }
    let goes_on = scan.peek().is_some_and(|c| c.is_alphanumeric() || c == '-');
    (!goes_on).then(|| (scan.at(), scan.since(start).to_owned()))
}

/// `0417-12-03-2026`: one to five digits, then day, month and year.
fn serial_and_date(scan: &mut Scan) -> Option<()> {
    let ascii = |scan: &mut Scan| scan.eat_while(|c| c.is_ascii_digit());
    let lengths = [1..=5, 2..=2, 2..=2, 4..=4];
    for (place, length) in lengths.into_iter().enumerate() {
        if place > 0 && !scan.eat_if(|c| c == '-') {
            return None;
        }
        if !length.contains(&ascii(scan)) {
            return None;
        }
    }
    Some(())
}

/// `SC/8215`: capitals, then parts after slashes of which the last has a digit.
fn symbol(scan: &mut Scan) -> Option<()> {
    let letters = scan.eat_while(|c| c.is_ascii_uppercase());
    let mut parts = 0;
    let mut last_has_digit = false;
    while letters <= 6 && parts < 8 {
        let mut after = *scan;
        if !after.eat_if(|c| c == '/') {
            break;
        }
        let start = after.at();
        if after.eat_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) == 0 {
            break;
        }
        last_has_digit = after.since(start).contains(|c: char| c.is_ascii_digit());
        parts += 1;
        *scan = after;
    }
    (parts > 0 && last_has_digit).then_some(())
}
