//! The paragraphs of one part, as blocks.
//!
//! What stands in the rows of a table that were deleted under tracking is left out. A drawing
//! that a file has twice, for programs that know it and for those that do not
//! (`mc:AlternateContent`, ECMA-376 part 3), is one text: the second is a mirror of the first
//! and gets the same rendering.

use std::collections::BTreeMap;

use super::paragraph::{Met, Reader};
use super::styles::{Styles, is_list};
use super::write::prefix;
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
    /// What was met.
    pub met: Met,
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
    is_first_heading: bool,
    /// The number of the block it says again.
    pub mirrors: Option<usize>,
}

impl Story {
    pub(super) fn of(tree: &Tree<'_>, kind: &Part, styles: &Styles) -> Self {
        let mut story = Self::default();
        if *kind == Part::Title {
            story.title(tree);
            return story;
        }
        let deleted = Ranges::of(tree, |node| is_deleted_row(tree, node));
        let boxes = Ranges::of(tree, |node| tree.local(node) == "txbxContent");
        let name = tree.root().map(|root| prefix(tree, root)).unwrap_or_default() + "p";
        for node in (0..tree.len()).filter(|&node| tree.name(node) == name) {
            let number = story.paragraphs;
            story.paragraphs += 1;
            if deleted.hold(node) {
                story.met.deleted += 1;
                continue;
            }
            let part = if boxes.hold(node) { Part::TextBox } else { kind.clone() };
            story.blocks.extend(paragraph(tree, node, styles, &mut story.met).map(|told| Told {
                number,
                part,
                ..told
            }));
        }
        story.find_mirrors(tree);
        story.find_headline();
        story
    }

    /// The title among the properties of a file.
    fn title(&mut self, tree: &Tree<'_>) {
        let title = tree.root().and_then(|root| tree.child(root, "title"));
        let Some(node) = title else { return };
        self.paragraphs = 1;
        let block = plain::block(tree, node);
        if !block.is_blank() {
            self.blocks.push(Told { part: Part::Title, ..Told::new(node, block) });
        }
    }

    /// The first heading of the first level is the headline where nothing is a title.
    fn find_headline(&mut self) {
        let body = || self.blocks.iter().filter(|told| told.part == Part::Body);
        if body().any(|told| told.hint == Some(Role::Headline)) {
            return;
        }
        let first = self.blocks.iter_mut().filter(|told| told.part == Part::Body);
        if let Some(first) = first.into_iter().find(|told| told.is_first_heading) {
            first.hint = Some(Role::Headline);
        }
    }

    fn find_mirrors(&mut self, tree: &Tree<'_>) {
        let mut behind = 0;
        for node in 0..tree.len() {
            if node < behind || tree.local(node) != "AlternateContent" {
                continue;
            }
            behind = tree.next(node);
            let of = |local: &str| -> Vec<usize> {
                let Some(child) = tree.child(node, local) else { return Vec::new() };
                let inside = tree.inside(child);
                let first = self.blocks.partition_point(|told| told.node < inside.start);
                let last = self.blocks.partition_point(|told| told.node < inside.end);
                (first..last).collect()
            };
            let (first, second) = (of("Choice"), of("Fallback"));
            let same = |(a, b): (&usize, &usize)| {
                let of = |place: &usize| self.blocks.get(*place).map(|told| &told.block);
                matches!((of(a), of(b)), (Some(a), Some(b)) if a.content == b.content && a.codes == b.codes)
            };
            if first.len() == second.len() && first.iter().zip(&second).all(same) {
                for (first, second) in first.into_iter().zip(second) {
                    if let Some(told) = self.blocks.get_mut(second) {
                        told.mirrors = Some(first);
                    }
                }
            }
        }
    }
}

impl Told {
    fn new(node: usize, block: Block) -> Self {
        Self {
            node,
            number: 0,
            block,
            part: Part::Body,
            hint: None,
            lang: None,
            is_first_heading: false,
            mirrors: None,
        }
    }
}

/// The block of a paragraph; `None` where it has no text.
fn paragraph(tree: &Tree<'_>, node: usize, styles: &Styles, met: &mut Met) -> Option<Told> {
    let format = tree.child(node, "pPr");
    let value = |local| format.and_then(|format| tree.attribute(tree.child(format, local)?, "val"));
    let style = value("pStyle");
    let mut reader = Reader::new(tree, styles, style.as_deref());
    let items = reader.items(node);
    met.add(&reader.met);
    let start = format.map_or(tree.inner(node).start, |format| tree.span(format).end);
    let block = Block::of(items, start..tree.inner(node).end);
    if block.is_blank() {
        return None;
    }
    let of_style = style.as_deref().and_then(|style| styles.role(style));
    let outline = value("outlineLvl").and_then(|level| level.parse::<u8>().ok());
    let hint = match (of_style, format.and_then(|format| is_list(tree, format))) {
        (Some(Role::ListItem), Some(false)) => None,
        (None, Some(true)) => Some(Role::ListItem),
        (None, _) if outline.is_some_and(|level| level < 9) => Some(Role::Subhead),
        (role, _) => role,
    };
    let is_first_heading = style.is_some_and(|style| styles.is_first_heading(&style));
    let lang = language(tree, &block, styles);
    Some(Told { hint, lang, is_first_heading, ..Told::new(node, block) })
}

/// The language that most of a block's characters are said to be in.
fn language(tree: &Tree<'_>, block: &Block, styles: &Styles) -> Option<Lang> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for piece in block.stretches.iter().flat_map(|stretch| &stretch.pieces) {
        let format = tree.head(piece.home, "rPr");
        let child = |local| format.and_then(|format| tree.child(format, local));
        let name = if child("rtl").is_some() {
            "bidi"
        } else if piece.text.chars().any(is_east_asian) {
            "eastAsia"
        } else {
            "val"
        };
        let said = child("lang").and_then(|lang| tree.attribute(lang, name));
        let default = || styles.lang.as_ref().filter(|_| name == "val").map(ToString::to_string);
        if let Some(lang) = said.or_else(default) {
            *counts.entry(lang).or_default() += piece.text.chars().count();
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count)?;
    most.0.parse().ok()
}

/// Chinese characters, kana and Hangul, for which a run has a language of its own.
const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Whether a node is a row of a table that was deleted under tracking.
fn is_deleted_row(tree: &Tree<'_>, node: usize) -> bool {
    let format = || tree.child(node, "trPr");
    tree.local(node) == "tr" && format().is_some_and(|format| tree.child(format, "del").is_some())
}
