//! The two texts of a row, read once for all checks.

use std::ops::Range;

use super::finding::Side;
use super::sheet::Row;
use super::survey::Survey;
use crate::model::{Date, Lang};
use crate::text::date;
use crate::text::name::names;
use crate::text::quotation::{Quotation, quotations};
use crate::text::recognise::values_at;
use crate::text::segment;
use crate::text::token::{Token, TokenKind, tokens};
use crate::text::value::Value;

/// One side of a row.
#[derive(Debug)]
pub(super) struct SideText<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Its language.
    pub(super) lang: &'a Lang,
    /// Its values in order.
    pub(super) values: Vec<Value>,
    /// Its names in order; they may stand in values.
    pub(super) names: Vec<Value>,
    /// Its tokens in order.
    pub(super) tokens: Vec<Token<'a>>,
    /// Its quotations in order.
    pub(super) quotations: Vec<Quotation>,
    /// How many sentences it has.
    pub(super) sentences: usize,
    /// Letters and digits, each as long as its script writes.
    pub(super) length: f64,
}

impl<'a> SideText<'a> {
    /// Reads a text; relative dates are counted from `today`.
    pub(super) fn read(text: &'a str, lang: &'a Lang, today: Option<Date>) -> Self {
        Self {
            text,
            lang,
            values: values(text, lang, today),
            names: names(text, lang),
            tokens: tokens(text),
            quotations: quotations(&[text], lang),
            sentences: segment::segments(text, lang).len(),
            length: super::cut::length(text),
        }
    }

    /// What stands at a place in bytes.
    pub(super) fn at(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Its words, addresses among them.
    pub(super) fn words(&self) -> impl Iterator<Item = &Token<'a>> {
        self.tokens.iter().filter(|token| token.kind == TokenKind::Word)
    }

    /// Whether a space stands before such a mark somewhere where the language has none: then
    /// that is how it is written, or something was taken out there.
    pub(super) fn is_blank_before(&self, mark: char) -> bool {
        let french = self.lang.base() == "fr" && matches!(mark, ':' | ';' | '?' | '!');
        !french && self.text.contains(&format!(" {mark}"))
    }

    /// Whether nothing but white space is there.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The values of a text, with the months that stand alone.
fn values(text: &str, lang: &Lang, today: Option<Date>) -> Vec<Value> {
    let months = date::months(text);
    let mut values = values_at(text, lang, today);
    // `8` of `8月` is no number.
    values.retain(|value| {
        let in_month = |month: &Value| month.start == value.start && month.end > value.end;
        !months.iter().any(in_month)
    });
    let free = |month: &&Value| values.iter().all(|v| v.end <= month.start || v.start >= month.end);
    let alone: Vec<Value> = months.iter().filter(free).cloned().collect();
    values.extend(alone);
    values.sort_by_key(|value| value.start);
    values
}

/// A row whose both sides have been read.
pub(super) struct Pair<'a> {
    /// The place of the row in the sheet.
    pub(super) row: usize,
    /// The row.
    pub(super) of: &'a Row,
    /// The source.
    pub(super) source: &'a SideText<'a>,
    /// The target.
    pub(super) target: &'a SideText<'a>,
    /// What was learnt of the release.
    pub(super) survey: &'a Survey<'a>,
}

impl<'a> Pair<'a> {
    /// A side as it was read.
    pub(super) const fn text(&self, side: Side) -> &'a SideText<'a> {
        match side {
            Side::Source => self.source,
            Side::Target => self.target,
        }
    }

    /// A side with its text, for findings in it.
    pub(super) const fn side(&self, side: Side) -> (Side, &'a str) {
        (side, self.text(side).text)
    }

    /// The target as a whole.
    pub(super) const fn whole(&self) -> Range<usize> {
        0..self.target.text.len()
    }
}
