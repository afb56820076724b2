//! From blocks found to a page, and from a rendering to the file's bytes.

use std::ops::Range;

use super::block::Found;
use super::patch::{Spelling, check_length, render};
use super::source::Source;
use crate::formats::FormatError;
use crate::formats::page::{Page, Rendering};
use crate::model::{Lang, Problem};

/// A block, and whether it stands within a tag: an attribute, the title of a link.
#[derive(Debug)]
pub(super) struct Inner {
    /// The block.
    pub(super) found: Found,
    /// Whether another block may have it in one of its codes.
    pub(super) in_code: bool,
}

/// A stretch of the text, and what takes its place.
pub(super) type Edit = (Range<usize>, String);

/// The page of blocks that are in the order of the file.
pub(super) fn page(
    source: &Source<'_>,
    blocks: Vec<Inner>,
    lang: Option<Lang>,
    problems: Vec<Problem>,
) -> Page {
    let mut lines = Lines::of(&source.text);
    let blocks = blocks.into_iter().map(|Inner { mut found, .. }| {
        found.lang = found.lang.filter(|own| lang.as_ref().is_none_or(|page| !own.same_base(page)));
        let line = lines.at(found.span().start);
        found.page_block(line)
    });
    Page { blocks: blocks.collect(), lang, problems }
}

/// The file with a rendering of its blocks, and with other edits beside them.
///
/// # Errors
/// The rendering is of another page.
pub(super) fn apply(
    source: &Source<'_>,
    blocks: &[Inner],
    rendering: &Rendering,
    others: Vec<Edit>,
    spelling: &dyn Spelling,
) -> Result<Vec<u8>, FormatError> {
    check_length(blocks.len(), rendering)?;
    let edit = |inner: &Inner, raw: &dyn Fn(Range<usize>) -> String, place: usize| {
        let new = rendering.blocks.get(place)?.as_ref()?;
        Some((inner.found.span(), render(&inner.found, new, raw, spelling)))
    };
    let plain = |range: Range<usize>| source.get(range).to_owned();
    let places = || blocks.iter().enumerate();
    let in_codes = places().filter(|(_, inner)| inner.in_code);
    let mut inner = others;
    inner.extend(in_codes.filter_map(|(place, block)| edit(block, &plain, place)));
    inner.sort_by_key(|(range, _)| range.start);
    let raw = |range: Range<usize>| patched(source, range, &inner);
    let texts = places().filter(|(_, inner)| !inner.in_code);
    let mut edits: Vec<Edit> =
        texts.filter_map(|(place, block)| edit(block, &raw, place)).collect();
    let of_text: Vec<Range<usize>> = edits.iter().map(|(range, _)| range.clone()).collect();
    let apart = |range: &Range<usize>| {
        let behind = of_text.partition_point(|text| text.end <= range.start);
        of_text.get(behind).is_none_or(|text| range.end <= text.start)
    };
    edits.extend(inner.iter().filter(|(range, _)| apart(range)).cloned());
    edits.sort_by_key(|(range, _)| range.start);
    Ok(source.splice(&edits))
}

/// A stretch of the file with what was put into its codes.
fn patched(source: &Source<'_>, range: Range<usize>, inner: &[Edit]) -> String {
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
