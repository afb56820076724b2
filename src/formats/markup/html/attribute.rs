//! Texts in attributes: what is read to people or shown where the mouse rests, and what the head
//! says of the page to those who share it.
//!
//! Left out: `meta` keywords, which are no text, and everything in scripts and `data-`
//! attributes.

use std::ops::Range;

use super::context::Context;
use super::entity;
use super::frame::value;
use super::token::{Attribute, Tag};
use crate::formats::markup::apply::Inner;
use crate::formats::markup::block::{Found, Item, Writing};
use crate::formats::page::Part;
use crate::model::Role;

/// The texts in a tag's attributes.
pub(super) fn found(text: &str, tag: &Tag, context: &Context, has_headline: bool) -> Vec<Inner> {
    let texts = tag.attributes.iter().filter(|attribute| attribute.has_value);
    let texts = texts.filter_map(|attribute| {
        let (name, hint) = told(text, tag, attribute, context, has_headline)?;
        let writing = Writing::Value(attribute.quote);
        let items = items(text, attribute.value.clone());
        let mut found = Found::of(items, writing, Part::Attribute(name))?;
        found.hint = hint;
        found.lang.clone_from(&context.lang);
        Some(Inner { found, in_code: true })
    });
    texts.collect()
}

/// What an attribute is, and its role; `None` where it is no text.
fn told(
    text: &str,
    tag: &Tag,
    attribute: &Attribute,
    context: &Context,
    has_headline: bool,
) -> Option<(String, Option<Role>)> {
    let own = attribute.name.as_str();
    if tag.name == "meta" {
        let is = value(text, tag, "name").or_else(|| value(text, tag, "property"))?;
        let is = is.trim().to_ascii_lowercase();
        let hint = match is.as_str() {
            "og:title" | "twitter:title" | "dc.title" | "dcterms.title" => {
                has_headline.then_some(Role::Subhead)
            }
            "description"
            | "og:description"
            | "twitter:description"
            | "dc.description"
            | "dcterms.description"
            | "abstract"
            | "og:image:alt"
            | "twitter:image:alt" => Some(Role::Body),
            "og:site_name" | "application-name" => Some(Role::Chrome),
            _ => return None,
        };
        return (own == "content").then_some((is, hint));
    }
    let type_of = || value(text, tag, "type").unwrap_or_default().to_ascii_lowercase();
    let framed = match own {
        "alt" | "title" | "summary" if !context.in_head => context.frame,
        "abbr" if tag.name == "th" => context.frame,
        "aria-label" | "aria-description" | "placeholder" => true,
        "label" if matches!(tag.name.as_str(), "option" | "optgroup" | "track") => true,
        "value"
            if tag.name == "input"
                && matches!(type_of().as_str(), "submit" | "button" | "reset") =>
        {
            true
        }
        _ => return None,
    };
    Some((own.to_owned(), Some(if framed { Role::Chrome } else { Role::Body })))
}

/// The characters of a value.
fn items(text: &str, range: Range<usize>) -> Vec<Item> {
    let value = text.get(range.clone()).unwrap_or_default();
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(c) = value.get(at..).and_then(|rest| rest.chars().next()) {
        let (of, length) = entity::reference(value.get(at..).unwrap_or_default(), true)
            .unwrap_or_else(|| (c.to_string(), c.len_utf8()));
        let mut place = range.start + at..range.start + at + length;
        for c in of.chars() {
            items.push(Item::char(c, place.clone()));
            place = place.end..place.end;
        }
        at += length;
    }
    items
}
