//! What follows a number and belongs to its value: per cent, thousand, million.
//!
//! The short scale for English and Brazilian Portuguese (a billion is 10⁹), the
//! long one elsewhere (10¹²). Left out: units of measure and currencies.

use std::sync::LazyLock;

use super::scan::Scan;
use super::{fold, script};
use crate::model::Lang;

/// A unit of a number's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Nothing.
    None,
    /// Of a hundred.
    Percent,
    /// Of a thousand.
    Permille,
    /// So many zeros.
    TenTo(u8),
}

/// The table: a language or `*`, zeros or `%`, a word in small letters.
const TABLE: &str = include_str!("../../assets/values/scales.txt");

/// A word of the table.
struct Word {
    lang: &'static str,
    text: String,
    unit: Unit,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let mut words: Vec<Word> = TABLE.lines().filter_map(read).collect();
    // Longer ones first: "mil millones" before "mil".
    words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
    words
});

fn read(line: &'static str) -> Option<Word> {
    let (lang, rest) = line.split_once(' ').filter(|(lang, _)| *lang != "#")?;
    let (unit, text) = rest.split_once(' ')?;
    let unit = if unit == "%" { Unit::Percent } else { Unit::TenTo(unit.parse().ok()?) };
    let text = fold::case(text).into_owned();
    Some(Word { lang, text, unit })
}

/// The unit after a number that ends at byte `end`, and where it ends itself.
pub(crate) fn after(text: &str, end: usize, lang: &Lang) -> (usize, Unit) {
    let mut scan = Scan::new(text, end);
    scan.eat_spaces(1);
    let sign = match scan.peek() {
        Some('%' | '％' | '٪') => Unit::Percent,
        Some('‰') => Unit::Permille,
        _ => Unit::None,
    };
    if sign != Unit::None {
        scan.bump();
        return (scan.at(), sign);
    }
    scan.eat_if(|c| c == '-' && lang.base() == "en");
    if !scan.peek().is_some_and(char::is_alphabetic) {
        return (end, Unit::None);
    }
    let words: String = scan.rest().chars().take(LONGEST).collect();
    let words = fold::case(&words);
    let fits = |word: &&Word| {
        let spoken = word.lang == "*" || word.lang == lang.base();
        let rest = words.strip_prefix(word.text.as_str()).filter(|_| spoken);
        rest.is_some_and(|rest| {
            word.text.contains(script::is_cjk) || !rest.starts_with(char::is_alphanumeric)
        })
    };
    match WORDS.iter().find(fits) {
        Some(word) => {
            scan.skip(word.text.chars().count());
            (scan.at(), word.unit)
        }
        None => (end, Unit::None),
    }
}

/// More characters than any word here has.
const LONGEST: usize = 24;

/// A number's key with `zeros` more of them: `2.5` with six is `2500000`.
pub(crate) fn multiplied(key: &str, zeros: u8) -> String {
    let zeros = usize::from(zeros);
    let (whole, fraction) = key.split_once('.').unwrap_or((key, ""));
    let moved: String = fraction.chars().take(zeros).collect();
    let left: String = fraction.chars().skip(zeros).collect();
    let padding = "0".repeat(zeros - moved.chars().count());
    let digits = format!("{whole}{moved}{padding}");
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    if left.is_empty() { digits.to_owned() } else { format!("{digits}.{left}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(WORDS.len(), lines);
        assert!(WORDS.iter().all(|word| word.text.chars().count() <= LONGEST));
    }

    #[test]
    fn zeros_move_the_decimal_mark() {
        let cases = [("2.5", 6, "2500000"), ("0.125", 2, "12.5"), ("7", 3, "7000"), ("0", 3, "0")];
        for (key, zeros, moved) in cases {
            assert_eq!(multiplied(key, zeros), moved);
        }
    }
}
