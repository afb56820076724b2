//! A page as a row of tags and texts, for who looks for a table in it and not for its text.

use super::charset;
use super::entity::reference;
use super::token::{Kind, tokens};
use crate::formats::FormatError;
use crate::model::Reading;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text, with its references resolved.
    Text(String),
    /// A start tag, in small letters.
    Start(String),
    /// An end tag, in small letters.
    End(String),
}

/// The pieces of a page; scripts, styles and comments are left out.
///
/// # Errors
/// It is empty, or no text.
pub(crate) fn pieces(bytes: &[u8]) -> Result<Reading<Vec<Piece>>, FormatError> {
    let Reading { value: charset, problems } = charset::of(bytes, None)?;
    let (text, _, _) = charset.encoding.decode(bytes);
    let piece = |token: super::token::Token| match token.kind {
        Kind::Text => Some(Piece::Text(resolved(text.get(token.range).unwrap_or_default()))),
        Kind::Start(tag) => Some(Piece::Start(tag.name)),
        Kind::End(name) => Some(Piece::End(name)),
        Kind::Raw | Kind::Comment => None,
    };
    let value = tokens(&text, false).into_iter().filter_map(piece).collect();
    Ok(Reading { value, problems })
}

fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let (of, length) = reference(from, false).unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&of);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
