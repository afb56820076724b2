//! The styles of a document (`OpenDocument` 1.3 part 3, 16): what text looks like in them, its
//! language, and what they say of a paragraph's role.
//!
//! Automatic styles belong to a part and stand before those with names. Left out: conditional
//! styles, styles of lists and tables.

use std::collections::BTreeMap;

use crate::formats::office::inline::Look;
use crate::formats::xml::tree::Tree;
use crate::model::{Lang, Role};

/// Styles that a style may go back on; a row that is longer goes in a circle.
const MAX_CHAIN: usize = 32;

/// Properties of text that a reader sees, and their short names. Doubles for other scripts,
/// languages and revision marks are not among them.
const SEEN: [(&str, &str); 12] = [
    ("fo:font-weight", "b"),
    ("fo:font-style", "i"),
    ("style:text-underline-style", "u"),
    ("style:text-line-through-style", "strike"),
    ("style:text-position", "raised"),
    ("fo:color", "colour"),
    ("fo:background-color", "highlight"),
    ("fo:font-size", "size"),
    ("style:font-name", "font"),
    ("fo:font-family", "font"),
    ("fo:font-variant", "smallCaps"),
    ("fo:text-transform", "caps"),
];

/// Properties of text that count beside those that are seen.
const TOLD: [&str; 3] = ["fo:language", "fo:country", "text:display"];

/// Values that say that there is nothing.
const NOTHING: [&str; 5] = ["normal", "none", "auto", "transparent", "0% 100%"];

/// Styles by family and name.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    by_name: BTreeMap<(String, String), Style>,
    defaults: Vec<(String, String)>,
}

#[derive(Debug, Clone, Default)]
struct Style {
    shown: String,
    parent: Option<String>,
    is_automatic: bool,
    properties: Vec<(String, String)>,
    outline: Option<u32>,
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn add(&mut self, tree: &Tree<'_>) {
        let Some(root) = tree.root() else { return };
        for group in tree.children(root) {
            let is_automatic = match tree.local(group) {
                "styles" => false,
                "automatic-styles" => true,
                _ => continue,
            };
            for node in tree.children(group) {
                match tree.local(node) {
                    "style" => self.style(tree, node, is_automatic),
                    "default-style" if family(tree, node) == "paragraph" => {
                        self.defaults = properties(tree, node);
                    }
                    _ => {}
                }
            }
        }
    }

    fn style(&mut self, tree: &Tree<'_>, node: usize, is_automatic: bool) {
        let Some(name) = tree.attribute(node, "name") else { return };
        let style = Style {
            shown: tree.attribute(node, "display-name").unwrap_or_else(|| name.clone()),
            parent: tree.attribute(node, "parent-style-name"),
            is_automatic,
            properties: properties(tree, node),
            outline: tree.attribute(node, "default-outline-level").and_then(|n| n.parse().ok()),
        };
        self.by_name.insert((family(tree, node), name), style);
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, family: &'a str, name: &str) -> impl Iterator<Item = &'a Style> {
        let get = move |name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let next = move |style: &&'a Style| get(style.parent.as_deref()?);
        std::iter::successors(get(name), next).take(MAX_CHAIN)
    }

    /// What text in a paragraph of a style is like, the default last.
    pub(super) fn paragraph(&self, name: &str) -> Vec<(String, String)> {
        let own = self.chain("paragraph", name).flat_map(|style| &style.properties);
        own.chain(&self.defaults).cloned().collect()
    }

    /// What spans of these styles, the outermost first, make of the look of text.
    pub(super) fn look(&self, spans: &[String], paragraph: &[(String, String)]) -> Look {
        let mut look = Look::new();
        for name in spans.iter().rev() {
            for style in self.chain("text", name) {
                let changes = style.properties.iter().filter_map(|own| seen(own, paragraph));
                if !style.is_automatic {
                    if changes.count() > 0 {
                        look.push((format!("style {}", style.shown), style.shown.clone()));
                    }
                    break;
                }
                for (name, property) in changes {
                    if !look.iter().any(|(key, _)| key.split(' ').next() == Some(name)) {
                        look.push(property);
                    }
                }
            }
        }
        look.sort();
        look.dedup();
        look
    }

    /// Whether text in these spans is hidden.
    pub(super) fn is_hidden(&self, spans: &[String], paragraph: &[(String, String)]) -> bool {
        let of_spans = spans.iter().rev().flat_map(|name| self.chain("text", name));
        let properties = of_spans.flat_map(|style| &style.properties).chain(paragraph);
        let said = properties.into_iter().find(|(name, _)| name == "text:display");
        said.is_some_and(|(_, value)| value == "none")
    }

    /// The language of text in these spans.
    pub(super) fn language(
        &self,
        spans: &[String],
        paragraph: &[(String, String)],
    ) -> Option<Lang> {
        let of_spans = spans.iter().rev().flat_map(|name| self.chain("text", name));
        let properties: Vec<&(String, String)> =
            of_spans.flat_map(|style| &style.properties).chain(paragraph).collect();
        let value = |wanted: &str| {
            properties.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
        };
        let language = value("fo:language").filter(|value| !matches!(*value, "none" | "zxx"))?;
        let country = value("fo:country").filter(|value| *value != "none");
        match country {
            Some(country) => format!("{language}-{country}").parse().ok(),
            None => language.parse().ok(),
        }
    }

    /// What a style says of the role of its paragraphs, by the names of built-in styles.
    pub(super) fn role(&self, name: &str) -> Option<Role> {
        for style in self.chain("paragraph", name) {
            match style.shown.to_ascii_lowercase().as_str() {
                "title" => return Some(Role::Headline),
                "subtitle" => return Some(Role::Subhead),
                "quotations" => return Some(Role::Quotation),
                _ if style.outline.is_some() => return Some(Role::Subhead),
                _ => {}
            }
        }
        None
    }
}

fn family(tree: &Tree<'_>, node: usize) -> String {
    tree.attribute(node, "family").unwrap_or_default()
}

/// The properties of text of a style that count here, of each name one.
fn properties(tree: &Tree<'_>, style: usize) -> Vec<(String, String)> {
    let mut properties: Vec<(String, String)> = Vec::new();
    let text = tree.child(style, "text-properties");
    for (name, value) in text.into_iter().flat_map(|node| tree.attributes(node)) {
        let counts = TOLD.contains(&name) || SEEN.iter().any(|(seen, _)| *seen == name);
        if counts && !properties.iter().any(|(own, _)| own == name) {
            properties.push((name.to_owned(), value));
        }
    }
    properties
}

/// A property that a reader sees beside the paragraph: its name, what tells it from others
/// and what is shown of it.
fn seen<'a>(
    (name, value): &'a (String, String),
    paragraph: &[(String, String)],
) -> Option<(&'a str, (String, String))> {
    let (_, short) = SEEN.iter().find(|(own, _)| own == name)?;
    let before = paragraph.iter().find(|(own, _)| own == name).map(|(_, value)| value);
    let is_nothing = NOTHING.contains(&value.as_str());
    if before == Some(value) || (before.is_none() && is_nothing) {
        return None;
    }
    let shown = match (name.as_str(), value.as_str()) {
        _ if is_nothing => format!("not {short}"),
        ("style:text-position", value) if value.starts_with("super") => "sup".to_owned(),
        ("style:text-position", value) if value.starts_with("sub") => "sub".to_owned(),
        _ => (*short).to_owned(),
    };
    Some((name, (format!("{name} {value}"), shown)))
}
