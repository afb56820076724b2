//! A block's new text in the place of its old one.
//!
//! Characters and codes are compared from both ends: what is the same keeps the writing it has
//! in the file, references and line breaks too. Only what lies between is written anew, codes
//! as they stand in the file.

use std::ops::Range;

use super::block::{Found, Item, What};
use crate::formats::FormatError;
use crate::formats::page::{Marked, Rendering};

/// How characters are written in a format.
pub(super) trait Spelling {
    /// A run of new text. `before` and `after` are what stands beside it in the file's writing.
    fn spell(&self, found: &Found, run: &str, before: &str, after: &str) -> String;

    /// The writing of a whole text, where it cannot be mended in parts.
    fn whole(&self, _found: &Found, _text: &str) -> Option<String> {
        None
    }
}

/// A character or the name of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit<'a> {
    Char(char),
    Code(&'a str),
}

/// The writing of a block with this text. `raw` gives the file's writing of a stretch.
pub(super) fn render(
    found: &Found,
    new: &Marked,
    raw: &dyn Fn(Range<usize>) -> String,
    spelling: &dyn Spelling,
) -> String {
    let old: Vec<Unit<'_>> = found.items.iter().zip(&found.names).map(unit).collect();
    let text = &new.text;
    let new = units(new);
    let alike = |(a, b): &(&Unit<'_>, &Unit<'_>)| a == b;
    let front = old.iter().zip(&new).take_while(alike).count();
    let room = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(room).take_while(alike).count();
    let span = found.span();
    if front == old.len() && front == new.len() {
        return raw(span);
    }
    if let Some(whole) = spelling.whole(found, text) {
        return whole;
    }
    let head_end = match front.checked_sub(1).and_then(|last| found.items.get(last)) {
        Some(last) => last.raw.end.min(span.end),
        None => span.start,
    };
    let tail_start = match found.items.get(old.len() - back) {
        Some(first) if back > 0 => first.core.start,
        _ => span.end,
    };
    let (head, tail) = (raw(span.start..head_end), raw(tail_start..span.end));
    let middle = new.get(front..new.len() - back).unwrap_or_default();
    head + &written(found, middle, raw, spelling, &tail, (span.start, head_end)) + &tail
}

fn written(
    found: &Found,
    units: &[Unit<'_>],
    raw: &dyn Fn(Range<usize>) -> String,
    spelling: &dyn Spelling,
    tail: &str,
    (start, head_end): (usize, usize),
) -> String {
    let mut out = String::new();
    let head = raw(start..head_end);
    let mut rest = units;
    while let Some(first) = rest.first() {
        if let Unit::Code(name) = first {
            if let Some(item) = code(found, name) {
                out.push_str(&raw(item.core.clone()));
            }
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let chars = rest.iter().map_while(|unit| match unit {
            Unit::Char(c) => Some(*c),
            Unit::Code(_) => None,
        });
        let run: String = chars.collect();
        rest = rest.get(run.chars().count()..).unwrap_or_default();
        let next = match rest.first() {
            Some(Unit::Code(name)) => {
                code(found, name).map_or(String::new(), |item| raw(item.core.clone()))
            }
            _ => tail.to_owned(),
        };
        let before = if out.is_empty() { head.clone() } else { out.clone() };
        out.push_str(&spelling.spell(found, &run, &before, &next));
    }
    out
}

fn code<'a>(found: &'a Found, name: &str) -> Option<&'a Item> {
    let place = found.names.iter().position(|known| known == name)?;
    found.items.get(place)
}

fn unit<'a>((item, name): (&Item, &'a String)) -> Unit<'a> {
    match item.what {
        What::Char(c) => Unit::Char(c),
        What::Code { .. } => Unit::Code(name),
    }
}

fn units(marked: &Marked) -> Vec<Unit<'_>> {
    let mut tags = marked.tags.iter().collect::<Vec<_>>();
    tags.sort_by_key(|tag| tag.at);
    let mut tags = tags.into_iter().peekable();
    let mut units = Vec::new();
    for (at, c) in marked.text.chars().enumerate() {
        while let Some(tag) = tags.next_if(|tag| tag.at <= at) {
            units.push(Unit::Code(tag.id.as_str()));
        }
        units.push(Unit::Char(c));
    }
    units.extend(tags.map(|tag| Unit::Code(tag.id.as_str())));
    units
}

/// Checks that a rendering is one of this page.
///
/// # Errors
/// It has a text too few or too many.
pub(super) fn check_length(found: usize, rendering: &Rendering) -> Result<(), FormatError> {
    let given = rendering.blocks.len();
    if given == found {
        return Ok(());
    }
    Err(FormatError::Other {
        expected: "the file the texts were read from",
        hint: format!("it has {found} blocks, and {given} are to be put in"),
    })
}
