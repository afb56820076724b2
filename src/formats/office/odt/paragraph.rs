//! A paragraph as items (`OpenDocument` 1.3 part 3, 6).
//!
//! White space is read as 6.1.2 has it: a row of it is one space, at the start of a paragraph
//! it is none, and `text:s` stands for spaces that count. Tabs and line breaks are characters
//! of the text; notes, fields and drawings stand as a whole.

use std::collections::BTreeMap;

use super::styles::Styles;
use crate::formats::office::edit::Chunk;
use crate::formats::office::inline::{Item, Look, Piece};
use crate::formats::xml::tree::Tree;
use crate::model::Lang;

/// Spaces that one `text:s` may stand for; more are cut.
const MAX_SPACES: usize = 1000;

/// Reads a paragraph.
pub(super) struct Reader<'a> {
    tree: &'a Tree<'a>,
    styles: &'a Styles,
    /// What text in the paragraph's style is like.
    paragraph: Vec<(String, String)>,
    /// Stretches of hidden text that were met.
    pub hidden: usize,
    /// Whether white space that comes next is none.
    after_space: bool,
    /// The styles of the spans that are open.
    spans: Vec<String>,
    /// How many characters are said to be in which language.
    languages: BTreeMap<String, usize>,
    /// How text in the spans that are open appears, where it was asked for.
    last: Option<Appearance>,
}

/// How text appears.
#[derive(Debug, Clone)]
struct Appearance {
    is_hidden: bool,
    look: Look,
    lang: Option<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        tree: &'a Tree<'a>,
        styles: &'a Styles,
        paragraph: Vec<(String, String)>,
    ) -> Self {
        Self {
            tree,
            styles,
            paragraph,
            hidden: 0,
            after_space: true,
            spans: Vec::new(),
            languages: BTreeMap::new(),
            last: None,
        }
    }

    /// The language that most characters are said to be in.
    pub(super) fn language(&self) -> Option<Lang> {
        self.languages.iter().max_by_key(|(_, count)| **count)?.0.parse().ok()
    }

    /// The items inside of a node; `whole` is the place that goes when its text goes, where
    /// it has nothing else.
    pub(super) fn items(&mut self, node: usize) -> Vec<Item> {
        let mut items = Vec::new();
        self.read(node, None, &mut items);
        items
    }

    fn read(&mut self, node: usize, span: Option<usize>, items: &mut Vec<Item>) {
        let mut children = self.tree.children(node);
        let is_only = children.next().is_some() && children.next().is_none();
        let children: Vec<usize> = self.tree.children(node).collect();
        for child in children {
            let whole = if is_only { span } else { None };
            if self.tree.is_text(child) {
                let text = self.collapsed(child);
                self.text(text, child, whole, true, items);
            } else if !self.tree.name(child).is_empty() {
                self.element(child, whole, items);
            }
        }
    }

    /// The characters of a text node, white space as it counts.
    fn collapsed(&mut self, node: usize) -> String {
        let mut text = String::new();
        for c in self.tree.text(node).chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            match (is_space, self.after_space) {
                (true, true) => {}
                (true, false) => text.push(' '),
                (false, _) => text.push(c),
            }
            self.after_space = is_space;
        }
        text
    }

    fn text(
        &mut self,
        text: String,
        node: usize,
        whole: Option<usize>,
        fillable: bool,
        items: &mut Vec<Item>,
    ) {
        if text.is_empty() {
            return;
        }
        let Appearance { is_hidden, look, lang } = self.appearance();
        if is_hidden {
            self.hidden += 1;
            return self.alone("hidden text", node, true, items);
        }
        if let Some(lang) = lang {
            *self.languages.entry(lang).or_default() += text.chars().count();
        }
        let at = self.tree.span(node);
        let whole = whole.map_or_else(|| at.clone(), |span| self.tree.span(span));
        items.push(Item::Text(Piece { text, at, whole, look, home: node, fillable }));
    }

    /// How text in the spans that are open appears.
    fn appearance(&mut self) -> Appearance {
        if let Some(last) = &self.last {
            return last.clone();
        }
        let (spans, paragraph) = (&self.spans, &self.paragraph);
        let appearance = Appearance {
            is_hidden: self.styles.is_hidden(spans, paragraph),
            look: self.styles.look(spans, paragraph),
            lang: self.styles.language(spans, paragraph).map(|lang| lang.to_string()),
        };
        self.last = Some(appearance.clone());
        appearance
    }

    fn element(&mut self, node: usize, whole: Option<usize>, items: &mut Vec<Item>) {
        let tree = self.tree;
        let name = tree.name(node);
        match name {
            "text:span" => {
                self.spans.push(tree.attribute(node, "style-name").unwrap_or_default());
                self.last = None;
                self.read(node, whole.or(Some(node)), items);
                self.spans.pop();
                self.last = None;
            }
            "text:meta" => self.read(node, None, items),
            "text:a" => self.pair("a", node, node, items),
            "text:ruby" => match tree.child(node, "ruby-base") {
                Some(base) => self.pair("ruby", node, base, items),
                None => self.stay(node, items),
            },
            "text:s" => {
                let count = tree.attribute(node, "c").and_then(|count| count.parse().ok());
                let spaces = " ".repeat(count.unwrap_or(1).min(MAX_SPACES));
                self.character(&spaces, node, whole, items);
            }
            "text:tab" => self.character("\t", node, whole, items),
            "text:line-break" => self.character("\n", node, whole, items),
            "text:soft-page-break" => items.push(Item::Stay { raw: Vec::new(), passing: true }),
            "text:note" => {
                let class = tree.attribute(node, "note-class").unwrap_or_default();
                let citation = tree.child(node, "note-citation").map(|node| tree.text(node));
                let shown = format!("{class} {}", citation.unwrap_or_default().trim());
                self.alone(shown.trim(), node, false, items);
            }
            "office:annotation" | "office:annotation-end" => {
                self.alone("comment", node, true, items);
            }
            _ if is_anchor(name) => self.alone("bookmark", node, true, items),
            _ if is_kept(name) => self.stay(node, items),
            _ if name.starts_with("draw:") => {
                let boxed = tree.inside(node).any(|n| is_paragraph(tree, n));
                let in_line = tree.attribute(node, "anchor-type").is_some_and(|at| at == "as-char");
                self.alone(if boxed { "text box" } else { "image" }, node, !in_line, items);
            }
            _ => self.alone("field", node, false, items),
        }
    }

    fn character(&mut self, text: &str, node: usize, whole: Option<usize>, items: &mut Vec<Item>) {
        self.after_space = false;
        self.text(text.to_owned(), node, whole, false, items);
    }

    fn alone(&self, shown: &str, node: usize, unseen: bool, items: &mut Vec<Item>) {
        let raw = vec![Chunk::Old(self.tree.span(node))];
        let keep = shown != "field";
        items.push(Item::Alone { shown: shown.to_owned(), raw, unseen, keep });
    }

    fn stay(&self, node: usize, items: &mut Vec<Item>) {
        let raw = vec![Chunk::Old(self.tree.span(node))];
        items.push(Item::Stay { raw, passing: false });
    }

    /// A link with text inside; without, it stands as a whole.
    fn pair(&mut self, shown: &str, node: usize, content: usize, items: &mut Vec<Item>) {
        let mut inner = Vec::new();
        self.read(content, None, &mut inner);
        if !inner.iter().any(|item| matches!(item, Item::Text(_))) {
            return self.alone(shown, node, inner.is_empty(), items);
        }
        let (span, place) = (self.tree.span(node), self.tree.inner(content));
        // Within a span, what stands between the tags is not all there is around it.
        let edge = |at| self.spans.is_empty().then_some(at);
        let open = vec![Chunk::Old(span.start..place.start)];
        items.push(Item::Open { shown: shown.to_owned(), raw: open, edge: edge(place.start) });
        items.append(&mut inner);
        let close = vec![Chunk::Old(place.end..span.end)];
        items.push(Item::Close { raw: close, edge: edge(place.end) });
    }
}

/// Whether a node is a paragraph or a heading.
pub(super) fn is_paragraph(tree: &Tree<'_>, node: usize) -> bool {
    matches!(tree.name(node), "text:p" | "text:h")
}

/// Places that something elsewhere points to.
fn is_anchor(name: &str) -> bool {
    const ANCHORS: [&str; 5] = [
        "text:bookmark",
        "text:reference-mark",
        "text:toc-mark",
        "text:user-index-mark",
        "text:alphabetical-index-mark",
    ];
    let ends = |rest: &str| matches!(rest, "" | "-start" | "-end");
    ANCHORS.iter().any(|anchor| name.strip_prefix(anchor).is_some_and(ends))
}

/// What is no text and stays: marks of tracking, scripts, computed numbers.
fn is_kept(name: &str) -> bool {
    name.starts_with("text:change")
        || name.starts_with("office:")
        || matches!(name, "text:number" | "text:script" | "text:ruby-text")
}
