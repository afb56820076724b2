//! A text as the memory compares it: tokens, each with its class.
//!
//! | token | class |
//! |---|---|
//! | any number (`2 000`, `6,4 %`, `14:49`, `0417-12-03-2026`) | number |
//! | any date (`25 juin 2024`, `25.06.2024`) | date |
//! | any mark that closes a sentence or a clause (`.` `?` `!` `…` `;` `:` and theirs of other scripts) | closing mark |
//! | any other | itself, without regard to case, accents, apostrophes, dashes, spaces, quotation marks |
//!
//! Names count as words. A character of Chinese or Japanese is a token.

use std::borrow::Cow;

use crate::text::fold;
use crate::text::token::{Token, TokenKind, tokens};

/// The class of every number. No token begins with this character and goes on.
const NUMBER: &str = "\u{1}number";
/// The class of every date.
const DATE: &str = "\u{1}date";
/// The class of every closing mark.
const MARK: &str = "\u{1}mark";

/// A text and its tokens.
#[derive(Debug, Clone)]
pub struct Tokenised<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
}

/// What the class of a token hides of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Number,
    Date,
    Mark,
    /// A word, or a mark or symbol that stands for itself.
    Other,
}

impl<'a> Tokenised<'a> {
    /// Takes a text apart.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, tokens: tokens(text) }
    }

    /// The text as it was.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// How many tokens it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has no token.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The classes of its tokens, in order.
    pub fn classes(&self) -> impl Iterator<Item = Cow<'a, str>> {
        self.tokens.iter().map(class)
    }

    pub(super) fn tokens(&self) -> &[Token<'a>] {
        &self.tokens
    }

    /// Its numbers, or its dates, as compared: without spaces, apostrophes, case, accents.
    pub(super) fn values(&self, kind: Kind) -> impl Iterator<Item = String> {
        self.tokens.iter().filter(move |token| kind_of(token) == kind).map(value)
    }
}

/// Whether a token is a number, a date, a closing mark, or itself.
pub(super) fn kind_of(token: &Token) -> Kind {
    match token.kind {
        TokenKind::Number => Kind::Number,
        TokenKind::Date => Kind::Date,
        TokenKind::Punct if token.text.chars().all(is_closing) => Kind::Mark,
        TokenKind::Word | TokenKind::Punct | TokenKind::Symbol => Kind::Other,
    }
}

/// The class of a token.
pub(super) fn class<'a>(token: &Token<'a>) -> Cow<'a, str> {
    match kind_of(token) {
        Kind::Number => Cow::Borrowed(NUMBER),
        Kind::Date => Cow::Borrowed(DATE),
        Kind::Mark => Cow::Borrowed(MARK),
        Kind::Other => folded(token.text, &[fold::typography, fold::case, fold::accents]),
    }
}

/// A number or date as compared.
pub(super) fn value(token: &Token) -> String {
    let plain = folded(token.text, &[fold::typography, fold::case, fold::accents]);
    plain.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect()
}

/// A text after several foldings.
pub(super) fn folded<'a>(text: &'a str, folds: &[fn(&str) -> Cow<'_, str>]) -> Cow<'a, str> {
    let mut folded = Cow::Borrowed(text);
    for fold in folds {
        if let Cow::Owned(changed) = fold(&folded) {
            folded = Cow::Owned(changed);
        }
    }
    folded
}

/// Marks that close a sentence or a clause.
const fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | '?' | '!' | ';' | ':' | '…' | '‼' | '⁇' | '⁈' | '⁉' // Latin, Cyrillic, Greek
            | '。' | '．' | '｡' | '？' | '！' | '；' | '：' // Chinese, Japanese
            | '؟' | '؛' | '۔' // Arabic
            | '।' | '॥' | '։' | '՝' // Devanagari, Armenian
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let classes: Vec<_> = Tokenised::new(text)
            .classes()
            .map(|class| match class.as_ref() {
                NUMBER => "N".into(),
                DATE => "D".into(),
                MARK => "M".into(),
                _ => class,
            })
            .collect();
        assert_eq!(classes.join(" "), expected, "{text}");
    }

    #[test]
    fn tokens_fall_into_classes() {
        let cases = [
            ("", ""),
            ("Le 25 juin 2024, à 14:49.", "le D , a N M"),
            ("L’Été — «\u{a0}déjà\u{202f}» ?", "l' ete - \" deja \" M"),
            ("2 000 personnes ; 6,4 %", "N personnes M N"),
            ("北京。", "北 京 M"),
            ("Qui… Quoi!", "qui M quoi M"),
        ];
        for (text, expected) in cases {
            check(text, expected);
        }
    }
}
