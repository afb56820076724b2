//! Sentences, tokens, values, languages, word differences.
//!
//! | what | file |
//! |---|---|
//! | tokens | [`token`] |
//! | foldings of case, accents, typography | [`fold`] |
//! | scripts | [`script`] |
//! | names across alphabets | [`translit`] |
//! | sentences | [`segment`] |
//! | languages | [`lang`] |
//! | word differences | [`diff`] |
//! | regular expressions that people type | [`expression`] |
//! | names in a text; whether two are one | [`name`], [`same_name`] |
//! | quotations; who says them | [`quotation`], [`attribution`] |
//! | numbers, dates, times, document numbers in figures | [`value`], [`number`], [`date`] |
//! | all values, in words too | [`recognise`] |
//! | words and characters counted | [`volume`] |
//! | words without their endings | [`stem`] |
//! | which words are checked for their spelling | [`spelling`] |
//! | changing case; characters that keyboards lack | [`mod@case`], [`characters`] |
//!
//! Functions take a text and give places in it, in bytes, always between two
//! characters. They never fail: any text has tokens and sentences. Tables that a
//! linguist may extend are plain files under `assets/`.

pub mod attribution;
pub mod case;
pub mod characters;
mod codes;
pub mod date;
pub mod diff;
pub mod expression;
pub mod fold;
pub mod folded;
pub mod lang;
mod months;
pub mod name;
pub mod number;
mod phonetic;
pub mod quotation;
pub mod recognise;
pub mod same_name;
mod scale;
mod scan;
pub mod script;
pub mod segment;
pub mod spelling;
pub mod stem;
mod time;
mod titled;
pub mod token;
pub mod translit;
pub mod value;
pub mod volume;

pub use value::{Value, ValueKind};
