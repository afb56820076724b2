//! All values of a text: those in figures and those in words.
//!
//! [`value`](super::value) reads what stands in figures, as the aligner and the memories compare
//! it. This reads more, for people, checks and repair: numbers in words, money, ordinals,
//! Roman numerals, week days and relative days, times with zones, addresses, acronyms.
//!
//! | what | file |
//! |---|---|
//! | the words of each language, data | [`lexicon`] |
//! | numbers in words, in one word, in Han characters | [`numeral`], [`compound`], [`han`] |
//! | money, ordinals, Roman numerals | [`money`], [`ordinal`], [`roman`] |
//! | dates, times | [`day`], [`clock`] |
//! | addresses, telephone numbers, acronyms | [`address`] |
//! | two values that are the ends of one | [`range`] |
//!
//! A text is read once from left to right; at each word one look into a table tells
//! what may begin there. Left out: measures (km, °C), names ([`super::name`]).

mod address;
mod clock;
mod compound;
mod day;
mod han;
pub(super) mod lexicon;
mod money;
mod numeral;
mod ordinal;
pub mod range;
mod roman;
#[cfg(test)]
mod tests;

use super::scan::{Scan, is_digit};
use super::value::{Value, ValueKind, pass};
use super::{number, scale, script};
use crate::model::{Date, Lang};
use lexicon::{Lexicon, What};

pub use range::ranges;

/// A text of which so many letters in a hundred are capitals has no acronyms …
const SHOUTED_PERCENT: usize = 60;
/// … where a word of so many capitals shows that it is not made of them.
const SHOUTED_LETTERS: usize = 7;

/// All values of a text in order; none lies in another.
///
/// `today` is the day that relative dates are counted from, the release's own; without it
/// they keep a relative key (`today-1`, `last-W-5`).
#[must_use]
pub fn values_at(text: &str, lang: &Lang, today: Option<Date>) -> Vec<Value> {
    let mut reader = Reader {
        text,
        lang,
        lexicon: Lexicon::of(lang),
        today,
        shouts: shouts(text),
        before: (0, 0),
    };
    let mut found: Vec<Value> = Vec::new();
    let mut scan = Scan::new(text, 0);
    while scan.peek().is_some() {
        match reader.at(scan) {
            Step::Value(value) if value.end > scan.at() => {
                scan = Scan::new(text, value.end);
                reader.before = (value.end, value.end);
                found.push(value);
            }
            Step::To(place) if place > scan.at() => {
                scan = Scan::new(text, place);
                reader.before = (place, place);
            }
            _ => {
                let start = scan.at();
                let word = scan.peek().is_some_and(char::is_alphabetic);
                pass(&mut scan);
                if word {
                    reader.before = (start, scan.at());
                }
            }
        }
    }
    found
}

/// Whether a text is in capitals: most letters, and words longer than acronyms are.
fn shouts(text: &str) -> bool {
    let (mut upper, mut cased, mut word, mut longest) = (0, 0, 0, 0);
    for c in text.chars() {
        let capital = c.is_uppercase();
        upper += usize::from(capital);
        cased += usize::from(capital || c.is_lowercase());
        word = if capital { word + 1 } else { 0 };
        longest = longest.max(word);
    }
    longest >= SHOUTED_LETTERS && upper * 100 > cased * SHOUTED_PERCENT
}

/// What begins at a place.
enum Step {
    /// A value.
    Value(Value),
    /// Words that are none, up to here.
    To(usize),
    /// Nothing.
    None,
}

/// A text being read.
struct Reader<'a> {
    text: &'a str,
    lang: &'a Lang,
    lexicon: &'static Lexicon,
    today: Option<Date>,
    shouts: bool,
    /// The word before the place, empty behind a value.
    before: (usize, usize),
}

impl Reader<'_> {
    /// What begins at a place that is not inside a word.
    fn at(&self, scan: Scan) -> Step {
        let Some(first) = scan.peek() else { return Step::None };
        let start = scan.at();
        if is_digit(first) {
            return self.figures(start).map_or(Step::None, Step::Value);
        }
        if first.is_ascii_whitespace() || (first.is_ascii_punctuation() && !"+($".contains(first)) {
            return Step::None;
        }
        if first.is_alphabetic() || script::is_unspaced(first) || first == '〇' {
            return self.word(scan, first);
        }
        if matches!(first, '+' | '(') {
            let found =
                self.phone(start).map(|(end, key)| value(start, end, ValueKind::Phone, key));
            return found.map_or(Step::None, Step::Value);
        }
        self.money_before(start).map_or(Step::None, Step::Value)
    }

    /// The value that begins with a digit.
    fn figures(&self, start: usize) -> Option<Value> {
        if let Some((end, key)) = number::document_number(self.text, start) {
            return Some(value(start, end, ValueKind::DocumentNumber, key));
        }
        if let Some((end, key)) = self.phone(start) {
            return Some(value(start, end, ValueKind::Phone, key));
        }
        if let Some((end, key)) = self.date(start) {
            return Some(value(start, end, ValueKind::Date, key));
        }
        if let Some(time) = self.time(start) {
            return Some(timed(start, time));
        }
        let number = number::value(self.text, start, self.lang)?;
        if let Some(end) = self.year(number.start, number.end) {
            return Some(Value { kind: ValueKind::Date, end, ..number });
        }
        if let Some(end) = ordinal::after(self.text, number.end, self.before, self.lexicon) {
            return Some(Value { kind: ValueKind::Ordinal, end, ..number });
        }
        Some(self.with_currency(number))
    }

    /// What begins with a letter.
    fn word(&self, scan: Scan, first: char) -> Step {
        let start = scan.at();
        if first.is_ascii_alphabetic()
            && let Some((end, kind, key)) = self.address(start)
        {
            return Step::Value(value(start, end, kind, key));
        }
        if let Some((end, key)) = number::document_number(self.text, start) {
            return Step::Value(value(start, end, ValueKind::DocumentNumber, key));
        }
        let meaning = self.lexicon.at(scan).next();
        if let Some((What::Skip, after)) = meaning {
            return Step::To(after.at());
        }
        if let Some((end, key)) = self.date(start) {
            return Step::Value(value(start, end, ValueKind::Date, key));
        }
        if meaning.is_some()
            && let Some(found) = self.meant(start)
        {
            return Step::Value(found);
        }
        if script::is_unspaced(first) || first == '〇' {
            return self.han(scan);
        }
        if first.is_uppercase() {
            return self.capitals(start).map_or(Step::None, Step::Value);
        }
        Step::None
    }

    /// The value that begins with a word of the table: a time, money, a number in words.
    fn meant(&self, start: usize) -> Option<Value> {
        if let Some(time) = self.time(start) {
            return Some(timed(start, time));
        }
        if let Some(money) = self.money_before(start) {
            return Some(money);
        }
        let (end, number) = numeral::at(self.text, start, self.lang, self.lexicon)?;
        let mut key = number.to_string();
        let (behind, unit) = scale::after(self.text, end, self.lang);
        let end = match unit {
            scale::Unit::Percent => {
                key.push('%');
                behind
            }
            scale::Unit::Permille => {
                key.push('‰');
                behind
            }
            scale::Unit::None | scale::Unit::TenTo(_) => end,
        };
        // "cent" behind "pour" and its like belongs to a share.
        if Scan::new(self.text, end).peek().is_some_and(char::is_alphanumeric) {
            return None;
        }
        Some(self.with_currency(value(start, end, ValueKind::Number, key)))
    }

    /// A Roman numeral or an acronym.
    fn capitals(&self, start: usize) -> Option<Value> {
        if let Some((end, number, ordinal)) = roman::at(self.text, start, self.before, self.lexicon)
        {
            let kind = if ordinal { ValueKind::Ordinal } else { ValueKind::Number };
            return Some(value(start, end, kind, number.to_string()));
        }
        let (end, key) = self.acronym(start)?;
        Some(value(start, end, ValueKind::Acronym, key))
    }

    /// A number in Chinese or Japanese: `一千二百`, `第十四`, `第14`, `百分之十二`.
    fn han(&self, scan: Scan) -> Step {
        let start = scan.at();
        let mut after = scan;
        if after.eat_str("百分之") {
            let in_figures = number::value(self.text, start, self.lang);
            let in_han = || {
                let number = han::eat(&mut after)?;
                Some(value(start, after.at(), ValueKind::Number, format!("{number}%")))
            };
            return in_figures.or_else(in_han).map_or(Step::None, Step::Value);
        }
        if after.eat_if(|c| c == '第') {
            let found = han::eat(&mut after).map(|number| (after.at(), number.to_string()));
            let found = found.or_else(|| {
                let number = number::value(self.text, after.at(), self.lang)?;
                Some((number.end, number.key))
            });
            let ordinal = |(end, key)| value(start, end, ValueKind::Ordinal, key);
            return found.map_or(Step::None, |found| Step::Value(ordinal(found)));
        }
        if !after.peek().is_some_and(han::begins) {
            return Step::None;
        }
        let rough =
            scan.before().is_some_and(|c| matches!(c, '数' | '數' | '几' | '幾' | '好' | '上'));
        let Some(number) = han::eat(&mut after).filter(|_| !rough) else {
            // Digits that make no number: passed as a whole, so that no part of them is one.
            after.eat_while(|c| {
                han::begins(c) || matches!(c, '百' | '千' | '万' | '萬' | '亿' | '億')
            });
            return Step::To(after.at());
        };
        if after.peek() == Some('月') {
            // A month of any year, which is told by no key.
            return Step::To(after.at());
        }
        let written = after.since(start);
        if written == "一" {
            // An article more often than a number: 一个.
            return Step::None;
        }
        let lone = written.chars().count() == 1;
        let counted = || self.lexicon.eat(after, What::Counted).is_some();
        let money = || money::after(self.text, after.at(), self.lexicon).is_some();
        if lone && !counted() && !money() {
            return Step::None;
        }
        Step::Value(self.with_currency(value(
            start,
            after.at(),
            ValueKind::Number,
            number.to_string(),
        )))
    }

    /// An amount with its currency before it: `$5`, `EUR 2.5 million`.
    fn money_before(&self, start: usize) -> Option<Value> {
        let (figure, code) = money::before(self.text, start, self.lexicon)?;
        let number =
            number::value(self.text, figure, self.lang).filter(|n| !n.key.ends_with('%'))?;
        let unit = code.to_owned();
        Some(Value { start, end: number.end, kind: ValueKind::Money, key: number.key, unit })
    }

    /// A number with the currency behind it, where there is one.
    fn with_currency(&self, number: Value) -> Value {
        match money::after(self.text, number.end, self.lexicon) {
            Some((end, code)) if !number.key.ends_with(['%', '‰']) => {
                Value { end, kind: ValueKind::Money, unit: code.to_owned(), ..number }
            }
            _ => number,
        }
    }

    /// Whether the word before a place says this, with no more than a space, a stop or a
    /// colon between.
    fn cued(&self, start: usize, wanted: What) -> bool {
        let (from, to) = self.before;
        let gap = self.text.get(to..start).unwrap_or("-");
        let near = gap.len() <= 4
            && gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ':' | '：' | '('));
        if !near || from >= to {
            return false;
        }
        self.lexicon.is(self.text, from, to, wanted) || self.unspaced_word(to, wanted)
    }

    /// Whether a word of an unspaced script that ends at a place says this.
    fn unspaced_word(&self, end: usize, wanted: What) -> bool {
        /// Characters of the longest such word.
        const LONGEST: usize = 4;
        let Some(passed) = self.text.get(..end) else { return false };
        let starts = passed.char_indices().rev().take(LONGEST);
        let mut starts = starts.take_while(|&(_, c)| script::is_unspaced(c));
        starts.any(|(start, _)| self.lexicon.is(self.text, start, end, wanted))
    }
}

/// A value without a unit.
const fn value(start: usize, end: usize, kind: ValueKind, key: String) -> Value {
    Value { start, end, kind, key, unit: String::new() }
}

/// A time as a value.
fn timed(start: usize, time: clock::Time) -> Value {
    Value { start, end: time.end, kind: ValueKind::Time, key: time.key, unit: time.zone }
}
