//! The paragraphs of one part, as blocks.
//!
//! What was deleted under tracking stands apart from the text (5.5) and is left out, so what
//! is read is the accepted view.

use std::ops::Range;

use super::paragraph::{Reader, is_paragraph};
use super::styles::Styles;
use crate::formats::office::inline::Block;
use crate::formats::office::plain;
use crate::formats::page::Part;
use crate::formats::xml::tree::{Ranges, Tree};
use crate::model::{Lang, Role};

/// A part's text.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// Its blocks, those without text left out.
    pub blocks: Vec<Told>,
    /// How many paragraphs it has, those without text too.
    pub paragraphs: usize,
    /// Stretches of hidden text.
    pub hidden: usize,
    /// Insertions and deletions under tracking.
    pub tracked: (usize, usize),
}

/// A paragraph with text.
#[derive(Debug)]
pub(super) struct Told {
    /// Its node.
    pub node: usize,
    /// Its number in the part, from 0.
    pub number: usize,
    pub block: Block,
    pub part: Part,
    pub hint: Option<Role>,
    /// The language most of its text is said to be in.
    pub lang: Option<Lang>,
}

/// Elements that say where their paragraphs stand; the innermost counts.
const PLACES: [(&str, Part); 12] = [
    ("style:header", Part::Header),
    ("style:header-left", Part::Header),
    ("style:header-first", Part::Header),
    ("style:footer", Part::Footer),
    ("style:footer-left", Part::Footer),
    ("style:footer-first", Part::Footer),
    ("text:note", Part::Footnote),
    ("office:annotation", Part::Comment),
    ("draw:text-box", Part::TextBox),
    ("draw:custom-shape", Part::TextBox),
    ("draw:rect", Part::TextBox),
    ("draw:ellipse", Part::TextBox),
];

impl Story {
    pub(super) fn of(tree: &Tree<'_>, styles: &Styles) -> Self {
        let mut story = Self::default();
        let lists = Ranges::of(tree, |node| tree.name(node) == "text:list-item");
        let mut places: Vec<(Range<usize>, Part)> = Vec::new();
        let mut node = 0;
        while node < tree.len() {
            if tree.name(node) == "text:tracked-changes" {
                story.count_changes(tree, node);
                node = tree.next(node);
                continue;
            }
            places.retain(|(range, _)| range.contains(&node));
            if let Some(part) = place(tree, node) {
                places.push((tree.inside(node), part));
            }
            if is_paragraph(tree, node) {
                let part = places.last().map(|(_, part)| part.clone()).unwrap_or_default();
                story.paragraph(tree, node, part, lists.hold(node), styles);
            }
            node += 1;
        }
        story.find_headline(tree);
        story
    }

    /// The title among the properties of a file.
    pub(super) fn title(tree: &Tree<'_>) -> Self {
        let node = (0..tree.len()).find(|&node| tree.name(node) == "dc:title");
        let Some(node) = node else { return Self::default() };
        let block = plain::block(tree, node);
        let mut story = Self { paragraphs: 1, ..Self::default() };
        if !block.is_blank() {
            let part = Part::Title;
            story.blocks.push(Told { node, number: 0, block, part, hint: None, lang: None });
        }
        story
    }

    fn count_changes(&mut self, tree: &Tree<'_>, node: usize) {
        for inner in tree.inside(node) {
            match tree.name(inner) {
                "text:insertion" => self.tracked.0 += 1,
                "text:deletion" => self.tracked.1 += 1,
                _ => {}
            }
        }
    }

    fn paragraph(
        &mut self,
        tree: &Tree<'_>,
        node: usize,
        part: Part,
        in_list: bool,
        styles: &Styles,
    ) {
        let number = self.paragraphs;
        self.paragraphs += 1;
        let style = tree.attribute(node, "style-name").unwrap_or_default();
        let mut reader = Reader::new(tree, styles, styles.paragraph(&style));
        let block = Block::of(reader.items(node), tree.inner(node));
        self.hidden += reader.hidden;
        if block.is_blank() {
            return;
        }
        let role = styles.role(&style);
        let hint = match tree.local(node) {
            "h" => role.or(Some(Role::Subhead)),
            _ if in_list => role.or(Some(Role::ListItem)),
            _ => role,
        };
        let lang = reader.language();
        self.blocks.push(Told { node, number, block, part, hint, lang });
    }

    /// The first heading of the first level is the headline where nothing is a title.
    fn find_headline(&mut self, tree: &Tree<'_>) {
        let is_body = |told: &&Told| told.part == Part::Body;
        if self.blocks.iter().filter(is_body).any(|told| told.hint == Some(Role::Headline)) {
            return;
        }
        let is_first = |told: &&mut Told| {
            let level = tree.attribute(told.node, "outline-level");
            told.part == Part::Body && tree.local(told.node) == "h" && level.as_deref() == Some("1")
        };
        if let Some(first) = self.blocks.iter_mut().find(is_first) {
            first.hint = Some(Role::Headline);
        }
    }
}

/// Where paragraphs inside of an element stand.
fn place(tree: &Tree<'_>, node: usize) -> Option<Part> {
    let name = tree.name(node);
    let (_, part) = PLACES.iter().find(|(own, _)| *own == name)?;
    let is_endnote = || tree.attribute(node, "note-class").as_deref() == Some("endnote");
    Some(if *part == Part::Footnote && is_endnote() { Part::Endnote } else { part.clone() })
}

/// The spans around a node in a paragraph, or in the link it stands in; the outermost first.
pub(super) fn spans(tree: &Tree<'_>, paragraph: usize, node: usize) -> Vec<usize> {
    let mut spans = Vec::new();
    let mut at = paragraph;
    while let Some(child) = tree.children(at).find(|&child| node < tree.next(child)) {
        if child == node {
            break;
        }
        match tree.name(child) {
            "text:span" => spans.push(child),
            "text:a" | "text:ruby" => spans.clear(),
            _ => {}
        }
        at = child;
    }
    spans
}
