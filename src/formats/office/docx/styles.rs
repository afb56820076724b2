//! The styles of a document (ECMA-376 part 1, 17.7): what they say of a paragraph's role,
//! and what text looks like in them.
//!
//! Left out: table styles, styles of numbering, latent styles.

use std::collections::BTreeMap;

use super::look::{Property, is_on, properties};
use crate::formats::xml::tree::Tree;
use crate::model::{Lang, Role};

/// Styles that a style may go back on; a row that is longer goes in a circle.
const MAX_CHAIN: usize = 32;

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    defaults: Vec<Property>,
    default_paragraph: Option<String>,
    /// The language of text that names none.
    pub lang: Option<Lang>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    is_list: bool,
    properties: Vec<Property>,
}

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn of(tree: &Tree<'_>) -> Self {
        let mut styles = Self::default();
        let Some(root) = tree.root() else { return styles };
        for node in tree.children(root) {
            match tree.local(node) {
                "docDefaults" => styles.defaults(tree, node),
                "style" => styles.style(tree, node),
                _ => {}
            }
        }
        styles
    }

    fn defaults(&mut self, tree: &Tree<'_>, node: usize) {
        let Some(run) = tree.inside(node).find(|&inner| tree.local(inner) == "rPr") else { return };
        self.defaults = properties(tree, run);
        let lang = tree.child(run, "lang").and_then(|lang| tree.attribute(lang, "val"));
        self.lang = lang.and_then(|lang| lang.parse().ok());
    }

    fn style(&mut self, tree: &Tree<'_>, node: usize) {
        let Some(id) = tree.attribute(node, "styleId") else { return };
        let value = |local| tree.child(node, local).and_then(|child| tree.attribute(child, "val"));
        let paragraph = tree.child(node, "pPr");
        let outline = paragraph.and_then(|paragraph| tree.child(paragraph, "outlineLvl"));
        let outline = outline.and_then(|outline| tree.attribute(outline, "val")?.parse().ok());
        let is_list = paragraph.is_some_and(|paragraph| is_list(tree, paragraph) == Some(true));
        let is_default = tree.attribute(node, "default").is_some_and(|value| is_on(&value));
        if is_default && tree.attribute(node, "type").as_deref() == Some("paragraph") {
            self.default_paragraph = Some(id.clone());
        }
        let properties = tree.child(node, "rPr").map(|run| properties(tree, run));
        let style = Style {
            name: value("name").unwrap_or_default(),
            based_on: value("basedOn"),
            outline,
            is_list,
            properties: properties.unwrap_or_default(),
        };
        self.by_id.insert(id, style);
    }

    /// A style and those it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(self.by_id.get(id), next).take(MAX_CHAIN)
    }

    /// The name of a style, else its id.
    pub(super) fn name(&self, id: &str) -> String {
        self.by_id.get(id).map_or_else(|| id.to_owned(), |style| style.name.clone())
    }

    /// What a style of runs says of how they look.
    pub(super) fn run_properties(&self, id: &str) -> Vec<Property> {
        merged(self.chain(id).flat_map(|style| &style.properties))
    }

    /// What text looks like in a paragraph of a style, of the default one where none is named.
    pub(super) fn paragraph_properties(&self, id: Option<&str>) -> Vec<Property> {
        let id = id.or(self.default_paragraph.as_deref()).unwrap_or_default();
        merged(self.chain(id).flat_map(|style| &style.properties).chain(&self.defaults))
    }

    /// Whether text in a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        let properties = self.chain(id).flat_map(|style| &style.properties);
        properties
            .into_iter()
            .find(|(name, _)| name == "vanish")
            .is_some_and(|(_, value)| value == "1")
    }

    /// What a style says of the role of its paragraphs. The names are those of the built-in
    /// styles, which are the same in files of every language.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        for style in self.chain(id) {
            let name = style.name.to_ascii_lowercase();
            match name.as_str() {
                "title" => return Some(Role::Headline),
                "subtitle" => return Some(Role::Subhead),
                "quote" | "intense quote" | "block text" => return Some(Role::Quotation),
                _ if name.starts_with("heading ") => return Some(Role::Subhead),
                _ if name.starts_with("list bullet") || name.starts_with("list number") => {
                    return Some(Role::ListItem);
                }
                _ => {}
            }
            // Level 9 is that of text (17.3.1.20).
            if style.outline.is_some_and(|level| level < 9) {
                return Some(Role::Subhead);
            }
            if style.is_list {
                return Some(Role::ListItem);
            }
        }
        None
    }

    /// Whether a style is that of headings of the first level.
    pub(super) fn is_first_heading(&self, id: &str) -> bool {
        let first = |style: &Style| {
            style.name.eq_ignore_ascii_case("heading 1") || style.outline == Some(0)
        };
        self.chain(id).any(first)
    }
}

/// Whether the properties of a paragraph make it an item of a list; number 0 takes it out
/// of one (17.9.18).
pub(super) fn is_list(tree: &Tree<'_>, paragraph_properties: usize) -> Option<bool> {
    let numbering = tree.child(paragraph_properties, "numPr")?;
    let number = tree.child(numbering, "numId").and_then(|number| tree.attribute(number, "val"));
    Some(number.is_none_or(|number| number != "0"))
}

/// Of properties of the same name, the first.
fn merged<'a>(properties: impl Iterator<Item = &'a Property>) -> Vec<Property> {
    let mut merged: Vec<Property> = Vec::new();
    for property in properties {
        if !merged.iter().any(|(name, _)| *name == property.0) {
            merged.push(property.clone());
        }
    }
    merged
}
