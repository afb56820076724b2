//! Numbers as a language writes them: thousands parted, the mark of decimals.
//!
//! The marks are messages of the language's file (`number-thousands`, `number-decimal`, after
//! CLDR's symbols), and so is the least number whose thousands are parted.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::{Catalogue, current};

/// How a language writes numbers.
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    /// Between groups of three digits.
    pub thousands: &'static str,
    /// Before decimals.
    pub decimal: &'static str,
}

impl Default for Marks {
    fn default() -> Self {
        Self { thousands: ",", decimal: "." }
    }
}

impl Marks {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let usual = Self::default();
        Self {
            thousands: catalogue.text("number-thousands").unwrap_or(usual.thousands),
            decimal: catalogue.text("number-decimal").unwrap_or(usual.decimal),
        }
    }
}

/// A whole number with its thousands parted: "12,000".
#[must_use]
pub fn grouped(number: usize) -> String {
    parted(&number.to_string(), current().marks().thousands)
}

/// Hundredths with two decimals and their thousands parted: 123450 is "1,234.50".
#[must_use]
pub fn hundredths(number: usize) -> String {
    format!("{}{}{:02}", grouped(number / 100), current().marks().decimal, number % 100)
}

/// A number with a fixed count of decimals: "0.90".
#[must_use]
pub fn decimals(number: f64, places: usize) -> String {
    format!("{number:.places$}").replace('.', current().marks().decimal)
}

/// A value of a message in writing; `None` leaves it to Fluent.
pub(super) fn formatted<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) if value.fract() == 0.0 => {
            Some(parted(&format!("{value:.0}"), current().marks().thousands))
        }
        FluentValue::Number(number) => {
            Some(number.as_string().replace('.', current().marks().decimal))
        }
        _ => None,
    }
}

fn parted(digits: &str, mark: &str) -> String {
    let count = digits.len();
    let mut text = String::with_capacity(count + count / 3);
    for (place, digit) in digits.chars().enumerate() {
        let after = count - place;
        if place > 0 && after.is_multiple_of(3) && digit.is_ascii_digit() && text != "-" {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn thousands_are_parted() {
        let cases = [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("12345678", "12,345,678"),
            ("-100", "-100"),
            ("-1000", "-1,000"),
        ];
        for (digits, expected) in cases {
            assert_eq!(parted(digits, ","), expected);
        }
    }
}
