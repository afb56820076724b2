//! Markdown, patched: `CommonMark` 0.31 with tables, footnotes, strikethrough and front matter, as
//! `pulldown-cmark` reads it, with the place of each piece.
//!
//! Blocks are paragraphs, headings, items, cells and notes ([`walk`]); the titles and the
//! descriptions in the front matter ([`front`]); the titles of links and what stands for an image
//! ([`link`]); texts in blocks of HTML, read as HTML. What is written anew is escaped where it
//! would be markup ([`spelling`]).
//!
//! Left out: code, mathematics, definitions of links and their titles, blocks of HTML inside
//! quotations and lists.

mod front;
mod link;
mod spelling;
mod walk;

use encoding_rs::{Encoding, UTF_8};

use super::apply::{Inner, apply, page};
use super::source::Source;
use crate::formats::page::{Page, Rendering};
use crate::formats::{FormatError, plain};
use crate::model::Problem;
use spelling::Markdown;

/// Reads a text. `label` is the encoding somebody names (a label of the Encoding Standard).
///
/// # Errors
/// There is nothing, it is no text, or the encoding named is unknown.
pub fn read(bytes: &[u8], label: Option<&str>) -> Result<Page, FormatError> {
    let (source, problems) = source(bytes, label)?;
    Ok(page(&source, blocks(&source), None, problems))
}

/// The text with these blocks in the places of its own.
///
/// # Errors
/// The text cannot be read, or the rendering is of another one.
pub fn patch(
    bytes: &[u8],
    label: Option<&str>,
    rendering: &Rendering,
) -> Result<Vec<u8>, FormatError> {
    let (source, _) = source(bytes, label)?;
    let spelling = Markdown::of(&source);
    apply(&source, &blocks(&source), rendering, Vec::new(), &spelling)
}

fn source<'a>(
    bytes: &'a [u8],
    label: Option<&str>,
) -> Result<(Source<'a>, Vec<Problem>), FormatError> {
    let reading = match label {
        Some(label) => plain::decode_as(bytes, label)?,
        None => plain::decode(bytes)?,
    };
    let encoding = Encoding::for_label(reading.value.encoding.as_bytes()).unwrap_or(UTF_8);
    Ok((Source::of(bytes, encoding), reading.problems))
}

fn blocks(source: &Source<'_>) -> Vec<Inner> {
    let mut blocks = walk::walk(&source.text);
    blocks.sort_by_key(|inner| inner.found.span().start);
    blocks
}

#[cfg(test)]
mod tests;
