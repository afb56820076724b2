//! The titles of links and images: what stands in quotes behind the address.

use std::ops::Range;

use crate::formats::markup::apply::Inner;
use crate::formats::markup::block::{Found, Item, Writing};
use crate::formats::page::Part;
use crate::model::Role;

/// The title of the link that stands here, where it is written with it.
pub(super) fn title(text: &str, range: Range<usize>, title: &str) -> Option<Inner> {
    let link = text.get(range.clone())?;
    let inside = link.strip_suffix(')')?.trim_end();
    let quote = inside.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let end = inside.len() - 1;
    let open = inside.get(..end)?.rmatch_indices(quote).map(|(at, _)| at);
    let start = open.into_iter().find(|at| {
        let before = inside.get(..*at).and_then(|before| before.chars().next_back());
        before.is_some_and(char::is_whitespace)
    })? + 1;
    let items = items(inside.get(start..end)?, range.start + start);
    let read: String = items.iter().filter_map(Item::as_char).collect();
    if read != title {
        return None;
    }
    let writing = Writing::Value(Some(quote));
    let mut found = Found::of(items, writing, Part::Attribute("title".to_owned()))?;
    found.hint = Some(Role::Body);
    Some(Inner { found, in_code: true })
}

/// The characters of a title; a backslash protects the mark behind it.
fn items(text: &str, start: usize) -> Vec<Item> {
    let mut items = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let protected = chars.next_if(|(_, next)| c == '\\' && next.is_ascii_punctuation());
        let (end, c) = match protected {
            Some((next, protected)) => (next + protected.len_utf8(), protected),
            None => (at + c.len_utf8(), c),
        };
        items.push(Item::char(c, start + at..start + end));
    }
    items
}
