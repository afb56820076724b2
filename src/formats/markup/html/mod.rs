//! HTML and XHTML, patched: the page stays as it is but for the texts that are put in.
//!
//! After the HTML standard (html.spec.whatwg.org): tokens ([`token`]), references ([`entity`]),
//! what elements are ([`element`]), the encoding ([`charset`]). Which parts are the page's frame
//! is told by its structure ([`frame`]). Blocks are what stands between the tags of blocks and
//! between line breaks that end a sentence ([`walk`]), and the attributes that people read
//! ([`attribute`]). The target's language and direction go to the tags that name the page's
//! ([`language`]).
//!
//! Left out: a tree, so that elements that a browser moves (text in a table outside its cells)
//! are read where they stand; styles, so that what is hidden by one is read; scripts; frames;
//! ruby, whose readings are read within the text.

mod attribute;
mod charset;
mod context;
mod element;
mod entity;
mod frame;
mod language;
mod spelling;
pub(crate) mod table;
mod token;
mod walk;

use std::ops::Range;

use super::apply::{Inner, apply, page};
use super::source::Source;
use crate::formats::FormatError;
use crate::formats::page::{Page, Rendering};
use crate::model::{Lang, Problem};
use charset::Charset;
use language::Names;
pub(super) use spelling::Html;
use token::{Kind, Tag};

/// How deep elements are followed.
const MOST_DEPTH: usize = 256;

/// What was found in a page.
#[derive(Debug, Default)]
struct Parsed {
    found: Vec<Inner>,
    names: Names,
    problems: Vec<Problem>,
    is_too_deep: bool,
}

impl Parsed {
    fn places(&mut self, text: &str, tag: &Tag, range: &Range<usize>) {
        self.names.take(text, tag, range);
    }
}

/// The encoding of a page and whether it is a guess.
///
/// # Errors
/// There is nothing, it is no text, or the encoding named is unknown.
pub fn encoding(bytes: &[u8], label: Option<&str>) -> Result<(&'static str, bool), FormatError> {
    let charset = charset::of(bytes, label)?.value;
    Ok((charset.encoding.name(), charset.guessed))
}

/// Reads a page. `label` is the encoding somebody names (a label of the Encoding Standard).
///
/// # Errors
/// There is nothing, it is no text, or the encoding named is unknown.
pub fn read(bytes: &[u8], label: Option<&str>) -> Result<Page, FormatError> {
    let charset = charset::of(bytes, label)?;
    let source = Source::of(bytes, charset.value.encoding);
    let parsed = parse(&source);
    let lang = parsed.names.page().cloned();
    let problems = charset.problems.into_iter().chain(parsed.problems).collect();
    Ok(page(&source, parsed.found, lang, problems))
}

/// The page with these texts in the places of its own.
///
/// # Errors
/// The page cannot be read, or the rendering is of another one.
pub fn patch(
    bytes: &[u8],
    label: Option<&str>,
    rendering: &Rendering,
) -> Result<Vec<u8>, FormatError> {
    let Charset { encoding, declared, .. } = charset::of(bytes, label)?.value;
    let source = Source::of(bytes, encoding);
    let parsed = parse(&source);
    let spelling = Html {
        source: &source,
        // Nobody could tell what else the bytes stand for.
        ascii: !declared && source.text.is_ascii(),
        xml: is_xml(&source.text),
    };
    let names = parsed.names.edits(&source, rendering);
    apply(&source, &parsed.found, rendering, names, &spelling)
}

/// The blocks of a piece of HTML within another format.
pub(super) fn found(text: &str) -> Vec<Inner> {
    walk::walk(text, &token::tokens(text, false), false).found
}

/// What a tag in a line of text is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// A line break.
    Break,
    /// A start tag of this name.
    Open(String),
    /// An end tag.
    Close(String),
    /// Anything else, and what is shown of it.
    Alone(String),
}

/// What a tag in a line of text is.
pub(super) fn inline(tag: &str) -> Inline {
    match token::tokens(tag, false).into_iter().next().map(|token| token.kind) {
        Some(Kind::Start(tag)) if tag.name == "br" => Inline::Break,
        Some(Kind::Start(tag)) if tag.self_closing || element::is_void(&tag.name) => {
            Inline::Alone(if tag.name == "img" { "image".to_owned() } else { tag.name })
        }
        Some(Kind::Start(tag)) => Inline::Open(tag.name),
        Some(Kind::End(name)) => Inline::Close(name),
        _ => Inline::Alone("comment".to_owned()),
    }
}

fn parse(source: &Source<'_>) -> Parsed {
    let xml = is_xml(&source.text);
    let tokens = token::tokens(&source.text, xml);
    walk::walk(&source.text, &tokens, xml)
}

/// Whether a page is written as XML, so that `<p/>` is an empty paragraph.
fn is_xml(text: &str) -> bool {
    text.trim_start().starts_with("<?xml")
}

impl Names {
    /// The language the page says it is in.
    const fn page(&self) -> Option<&Lang> {
        self.lang.as_ref()
    }
}

#[cfg(test)]
mod tests;
