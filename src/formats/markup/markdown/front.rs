//! What front matter says of a text: its title and descriptions.
//!
//! YAML between `---` and TOML between `+++`, as static site generators have them. A value is
//! read where it stands on one line, plain or in quotes. Left out: lists, block scalars, and
//! all other keys.

use std::ops::Range;

use crate::formats::markup::apply::Inner;
use crate::formats::markup::block::{Found, Item, Writing};
use crate::formats::page::Part;
use crate::model::Role;

/// The keys whose values are texts.
const KEYS: &[&str] = &["title", "subtitle", "headline", "description", "summary", "excerpt"];

/// The texts in the front matter that stands here.
pub(super) fn found(text: &str, range: Range<usize>) -> Vec<Inner> {
    let matter = text.get(range.clone()).unwrap_or_default();
    let sign = if matter.starts_with('+') { '=' } else { ':' };
    let mut start = range.start;
    let mut found = Vec::new();
    for line in matter.split_inclusive('\n') {
        found.extend(of_line(line, start, sign));
        start += line.len();
    }
    found
}

fn of_line(line: &str, start: usize, sign: char) -> Option<Inner> {
    let (key, rest) = line.split_once(sign)?;
    let name = key.trim_end();
    if !KEYS.contains(&name) || !rest.starts_with([' ', '\t', '"', '\'']) {
        return None;
    }
    let value = rest.trim();
    let at = start + key.len() + sign.len_utf8() + (rest.len() - rest.trim_start().len());
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (inner, skipped) = match quote {
        Some(quote) => (value.strip_prefix(quote)?.strip_suffix(quote)?, 1),
        None => (value, 0),
    };
    // What is no plain text is left alone.
    let odd = match quote {
        Some(_) => false,
        None => {
            sign == '=' || inner.contains(" #") || inner.starts_with(|c| "|>[{&*!%@`".contains(c))
        }
    };
    if odd {
        return None;
    }
    let items = items(inner, at + skipped, quote)?;
    let part = if name == "title" { Part::Title } else { Part::Attribute(name.to_owned()) };
    let mut found = Found::of(items, Writing::Front(quote), part)?;
    let title = matches!(name, "title" | "headline");
    found.hint = Some(if title { Role::Headline } else { Role::Body });
    Some(Inner { found, in_code: false })
}

/// The characters of a value: in `"` a backslash protects, in `'` another one does. `None` where
/// something else is written so.
fn items(value: &str, start: usize, quote: Option<char>) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    let mut chars = value.char_indices();
    while let Some((at, mut c)) = chars.next() {
        let protects = quote.is_some_and(|quote| c == if quote == '"' { '\\' } else { quote });
        let mut end = at + c.len_utf8();
        if protects || Some(c) == quote {
            let (_, next) = chars.next().filter(|_| protects)?;
            if !(Some(next) == quote || next == c) {
                return None;
            }
            c = next;
            end += next.len_utf8();
        }
        items.push(Item::char(c, start + at..start + end));
    }
    Some(items)
}
