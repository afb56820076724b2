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
mod element;
mod entity;
mod frame;
mod language;
mod spelling;
mod token;
mod walk;

use std::ops::Range;

use super::block::Found;
use super::patch::{check_length, render};
use super::source::Source;
use crate::formats::FormatError;
use crate::formats::page::{Page, Rendering};
use crate::model::{Lang, Problem};
use charset::Charset;
use language::Names;
use spelling::Html;
use token::Tag;

/// How deep elements are followed.
const MOST_DEPTH: usize = 256;

/// A block, and of an attribute the element it stands in.
#[derive(Debug)]
struct Inner {
    found: Found,
    element: Option<String>,
}

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
    let mut lines = Lines::of(&source.text);
    let blocks = parsed.found.into_iter().map(|Inner { mut found, .. }| {
        found.lang = found.lang.filter(|own| lang.as_ref().is_none_or(|page| !own.same_base(page)));
        let line = lines.at(found.span().start);
        found.page_block(line)
    });
    let blocks = blocks.collect();
    let problems = charset.problems.into_iter().chain(parsed.problems).collect();
    Ok(Page { blocks, lang, problems })
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
    check_length(parsed.found.len(), rendering)?;
    let spelling = Html {
        source: &source,
        // Nobody could tell what else the bytes stand for.
        ascii: !declared && source.text.is_ascii(),
        xml: is_xml(&source.text),
    };
    let pairs = || parsed.found.iter().zip(&rendering.blocks);
    let plain = |range: Range<usize>| source.get(range).to_owned();
    let mut inner = parsed.names.edits(&source, rendering);
    inner.extend(pairs().filter(|(inner, _)| inner.element.is_some()).filter_map(
        |(inner, new)| {
            Some((inner.found.span(), render(&inner.found, new.as_ref()?, &plain, &spelling)))
        },
    ));
    inner.sort_by_key(|(range, _)| range.start);
    let raw = |range: Range<usize>| patched(&source, range, &inner);
    let texts = pairs().filter(|(inner, _)| inner.element.is_none());
    let mut edits: Vec<(Range<usize>, String)> = texts
        .filter_map(|(inner, new)| {
            Some((inner.found.span(), render(&inner.found, new.as_ref()?, &raw, &spelling)))
        })
        .collect();
    let of_text = edits.clone();
    let apart = |range: &Range<usize>| {
        let behind = of_text.partition_point(|(text, _)| text.end <= range.start);
        of_text.get(behind).is_none_or(|(text, _)| range.end <= text.start)
    };
    edits.extend(inner.iter().filter(|(range, _)| apart(range)).cloned());
    edits.sort_by_key(|(range, _)| range.start);
    Ok(source.splice(&edits))
}

/// A stretch of the page with what was put into its tags.
fn patched(source: &Source<'_>, range: Range<usize>, inner: &[(Range<usize>, String)]) -> String {
    let mut out = String::new();
    let mut done = range.start;
    let from = inner.partition_point(|(edit, _)| edit.start < range.start);
    let edits = inner.iter().skip(from).take_while(|(edit, _)| edit.end <= range.end);
    for (edit, new) in edits {
        out.push_str(source.get(done..edit.start));
        out.push_str(new);
        done = edit.end;
    }
    out.push_str(source.get(done..range.end));
    out
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

/// Counts the lines up to places that come in order.
struct Lines<'a> {
    text: &'a str,
    line: usize,
    at: usize,
}

impl<'a> Lines<'a> {
    const fn of(text: &'a str) -> Self {
        Self { text, line: 0, at: 0 }
    }

    fn at(&mut self, place: usize) -> usize {
        let between = self.text.get(self.at..place).unwrap_or_default();
        self.line += between.matches('\n').count();
        self.at = place.max(self.at);
        self.line
    }
}

impl Names {
    /// The language the page says it is in.
    const fn page(&self) -> Option<&Lang> {
        self.lang.as_ref()
    }
}

#[cfg(test)]
mod tests;
