//! The inline codes of a row as chips in its two texts, and in words what is wrong with them.

use crate::texts::t;
use crate::ui::diff_text::Mark;
use crate::ui::text::Span;
use crate::ui::theme::Tokens;
use crate::workbench::Session;
use crate::workbench::codes::{RowCodes, character};

/// The chips of a text in which codes stand as characters.
#[must_use]
pub fn chips(coded: &str, codes: &RowCodes, tokens: &Tokens) -> Vec<Span> {
    if codes.is_empty() {
        return Vec::new();
    }
    let chip = |(at, letter): (usize, char)| {
        let code = codes.get(character::place(letter)?)?;
        let range = at..at + letter.len_utf8();
        Some(Span::chip(range, &code.label(), Mark::Tag.look(tokens)))
    };
    coded.char_indices().filter_map(chip).collect()
}

/// The same text with the labels of its chips, to be read aloud.
#[must_use]
pub fn spoken(coded: &str, codes: &RowCodes) -> String {
    let mut text = String::with_capacity(coded.len());
    for letter in coded.chars() {
        match character::place(letter).and_then(|place| codes.get(place)) {
            Some(code) => text.extend(["[", &code.label(), "]"]),
            None => text.push(letter),
        }
    }
    text
}

/// What is wrong with the codes of a row's target, in words; empty for nothing.
#[must_use]
pub fn told(session: &Session, row: usize) -> String {
    let Some(fault) = session.code_fault(row) else { return String::new() };
    let codes = session.codes(row);
    let mut told = Vec::new();
    if !fault.missing.is_empty() {
        told.push(t!("codes-missing", codes = codes.labels(&fault.missing)));
    }
    if !fault.doubled.is_empty() {
        told.push(t!("codes-doubled", codes = codes.labels(&fault.doubled)));
    }
    if !fault.crossed.is_empty() {
        told.push(t!("codes-crossed", codes = codes.labels(&fault.crossed)));
    }
    told.join(", ")
}
