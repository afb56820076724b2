//! The language and the direction that a page names: on `html`, and again on `body` or the main
//! text, and for those who index it in `meta`.

use std::ops::Range;

use super::frame::value;
use super::token::{Attribute, Tag};
use crate::formats::markup::source::Source;
use crate::formats::page::Rendering;
use crate::model::Lang;

/// Where a page names its language and direction.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The language.
    pub(super) lang: Option<Lang>,
    /// The attributes that name it: where each value stands, and its quote.
    langs: Vec<(Range<usize>, Option<char>)>,
    /// The attributes that name the direction.
    dirs: Vec<(Range<usize>, Option<char>)>,
    /// Behind the name of the tag `html`.
    root: Option<usize>,
    has_lang: bool,
    has_dir: bool,
}

impl Names {
    /// Takes in what a tag says.
    pub(super) fn take(&mut self, text: &str, tag: &Tag, range: &Range<usize>) {
        let root = tag.name == "html";
        if tag.name == "meta" {
            let is = value(text, tag, "http-equiv").unwrap_or_default();
            if is.eq_ignore_ascii_case("content-language") {
                let content = tag.attributes.iter().find(|attribute| attribute.name == "content");
                self.content(text, content);
            }
            return;
        }
        if !root && !matches!(tag.name.as_str(), "body" | "main" | "article") {
            return;
        }
        for attribute in tag.attributes.iter().filter(|attribute| attribute.has_value) {
            let place = (attribute.value.clone(), attribute.quote);
            match attribute.name.as_str() {
                "lang" | "xml:lang" => {
                    let named = text.get(attribute.value.clone()).unwrap_or_default();
                    let named: Option<Lang> = named.trim().parse().ok();
                    if self.lang.is_none() && (root || tag.name == "body") {
                        self.lang.clone_from(&named);
                    }
                    let same = named.zip(self.lang.as_ref());
                    if root || same.is_some_and(|(named, lang)| named.same_base(lang)) {
                        self.langs.push(place);
                        self.has_lang |= root && attribute.name == "lang";
                    }
                }
                "dir" => {
                    self.dirs.push(place);
                    self.has_dir |= root;
                }
                _ => {}
            }
        }
        if root && self.root.is_none() {
            self.root = Some(range.start + "<html".len());
        }
    }

    fn content(&mut self, text: &str, content: Option<&Attribute>) {
        let Some(content) = content.filter(|content| content.has_value) else { return };
        let named = text.get(content.value.clone()).unwrap_or_default();
        if self.lang.is_none() {
            self.lang = named.trim().parse().ok();
        }
        if !named.contains(',') {
            self.langs.push((content.value.clone(), content.quote));
        }
    }

    /// What names the target's language and direction instead.
    pub(super) fn edits(
        &self,
        source: &Source<'_>,
        rendering: &Rendering,
    ) -> Vec<(Range<usize>, String)> {
        let Some(lang) = &rendering.lang else { return Vec::new() };
        let direction = if rendering.right_to_left { "rtl" } else { "ltr" };
        let mut edits: Vec<(Range<usize>, String)> =
            self.langs.iter().map(|(place, _)| (place.clone(), lang.to_string())).collect();
        edits.extend(self.dirs.iter().map(|(place, _)| (place.clone(), direction.to_owned())));
        let mut added = String::new();
        if !self.has_lang {
            added = format!(" lang=\"{lang}\"");
        }
        if !self.has_dir && rendering.right_to_left {
            added.push_str(" dir=\"rtl\"");
        }
        edits.extend(self.root.filter(|_| !added.is_empty()).map(|at| (at..at, added)));
        edits.retain(|(range, new)| source.get(range.clone()) != new);
        edits
    }
}
