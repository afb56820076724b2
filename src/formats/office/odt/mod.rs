//! Text documents of `OpenDocument` (ISO/IEC 26300): `.odt`, `.ott`.
//!
//! [`paragraph`] reads a paragraph, [`story`] the paragraphs of a part, [`styles`] tells what
//! a reader sees of spans, [`write`] writes text and sets languages and directions. The text
//! is in `content.xml`, heads and feet of pages in `styles.xml`, the title in `meta.xml`. A
//! document is only ever patched, as in [`super::docx`]; `mimetype` stays the first entry and
//! unpacked, since entries are copied in their order.
//!
//! Left out: flat files (`.fodt`), spreadsheets and presentations, embedded objects, titles
//! and descriptions of pictures.

mod paragraph;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeSet;

use super::edit::{Edit, edited};
use super::package::{Package, PartText};
use super::plan::plan;
use super::{Renderings, named, plain, problem_of, settle_languages};
use crate::formats::FormatError;
use crate::formats::page::{Page, PageBlock, Part, Rendering};
use crate::formats::xml::tree::Tree;
use crate::model::Lang;
use story::{Story, Told};
use styles::Styles;
use write::Writer;

/// What a file should have been.
const EXPECTED: &str = "an OpenDocument text (.odt)";

/// The parts with text, in the order in which they are read.
const PARTS: [&str; 3] = ["content.xml", "styles.xml", "meta.xml"];

/// Reads a document.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no such document or encrypted;
/// [`FormatError::Input`] when its file or its main text is damaged, with part and line.
pub fn read(bytes: &[u8]) -> Result<Page, FormatError> {
    let (_, source) = Source::open(bytes)?;
    let mut page = Page::default();
    let (mut paragraphs, mut hidden, mut tracked) = (0, 0, (0, 0));
    for (name, part) in &source.parts {
        let tree = match Tree::parse(&part.text) {
            Ok(tree) => tree,
            Err(fault) => {
                page.problems.push(problem_of(name, fault));
                continue;
            }
        };
        page.problems.extend(tree.problems.iter().map(|problem| named(name, problem)));
        let story = source.story(&tree, name);
        page.blocks.extend(story.blocks.iter().map(|told| page_block(told, paragraphs)));
        paragraphs += story.paragraphs;
        hidden += story.hidden;
        tracked = (tracked.0 + story.tracked.0, tracked.1 + story.tracked.1);
    }
    settle_languages(&mut page);
    page.problems.extend(super::tell_tracked(tracked.0, tracked.1));
    page.problems.extend(super::tell_hidden(hidden));
    Ok(page)
}

/// Puts renderings in the places of a document's blocks.
///
/// # Errors
/// Those of [`read`]; [`FormatError::Misfit`] when the renderings are not as many as the
/// blocks, or have codes that the original has not.
pub fn patch(bytes: &[u8], rendering: &Rendering) -> Result<Vec<u8>, FormatError> {
    let (package, source) = Source::open(bytes)?;
    let mut renderings = Renderings::new(rendering);
    let mut names = BTreeSet::new();
    let mut edits: Vec<(&str, &PartText, Vec<Edit>)> = Vec::new();
    for (name, part) in &source.parts {
        let Ok(tree) = Tree::parse(&part.text) else { continue };
        let story = source.story(&tree, name);
        let mut own = Vec::new();
        let mut is_touched = false;
        for told in &story.blocks {
            let Some(marked) = renderings.next()? else { continue };
            is_touched = true;
            let writer = Writer { tree: &tree, paragraph: told.node };
            let planned = match told.part {
                Part::Title => plan(&told.block, marked, &plain::Plain),
                _ => plan(&told.block, marked, &writer),
            };
            own.extend(planned.map_err(|cause| renderings.misfit(&cause))?);
            write::styles_of(&tree, told.node, &mut names);
        }
        if is_touched {
            edits.push((name, part, own));
        }
    }
    renderings.finish()?;
    if edits.is_empty() {
        return Ok(bytes.to_vec());
    }
    if let Some(lang) = &rendering.lang {
        source.localise(&mut edits, &names, lang, rendering.right_to_left);
    }
    let changed = edits
        .into_iter()
        .map(|(name, part, edits)| (name.to_owned(), part.encoded(&edited(&part.text, edits))));
    package.with(&changed.collect::<Vec<_>>())
}

/// The parts with text.
struct Source {
    parts: Vec<(&'static str, PartText)>,
    named: Styles,
}

impl Source {
    fn open(bytes: &[u8]) -> Result<(Package<'_>, Self), FormatError> {
        let mut package = Package::open(bytes, EXPECTED)?;
        let other = |hint: &str| FormatError::Other { expected: EXPECTED, hint: hint.to_owned() };
        let manifest = package.part("META-INF/manifest.xml").ok().flatten();
        if manifest.is_some_and(|manifest| manifest.text.contains("encryption-data")) {
            return Err(other("it is encrypted: save it without a password"));
        }
        let mut parts = Vec::new();
        for name in PARTS {
            parts.extend(package.part(name)?.map(|part| (name, part)));
        }
        let Some((name, main)) = parts.first().filter(|(name, _)| *name == "content.xml") else {
            return Err(other("it is a zip file, but holds no text of a word processor"));
        };
        let tree = Tree::parse(&main.text)
            .map_err(|fault| FormatError::Input(problem_of(name, fault).to_string()))?;
        if !(0..tree.len()).any(|node| tree.name(node) == "office:text") {
            return Err(other("it is of OpenDocument, but no text"));
        }
        let mut named = Styles::default();
        let styles = parts.iter().find(|(name, _)| *name == "styles.xml");
        if let Some(tree) = styles.and_then(|(_, part)| Tree::parse(&part.text).ok()) {
            named.add(&tree);
        }
        drop(tree);
        Ok((package, Self { parts, named }))
    }

    fn story(&self, tree: &Tree<'_>, name: &str) -> Story {
        if name == "meta.xml" {
            return Story::title(tree);
        }
        let mut styles = self.named.clone();
        styles.add(tree);
        Story::of(tree, &styles)
    }

    /// Adds the changes of language and direction.
    fn localise<'a>(
        &'a self,
        edits: &mut Vec<(&'a str, &'a PartText, Vec<Edit>)>,
        names: &BTreeSet<String>,
        lang: &Lang,
        right_to_left: bool,
    ) {
        for (name, part) in &self.parts {
            let Ok(tree) = Tree::parse(&part.text) else { continue };
            let own = write::localised(&tree, names, lang, right_to_left);
            if own.is_empty() {
                continue;
            }
            match edits.iter_mut().find(|(other, ..)| other == name) {
                Some((.., edits)) => edits.extend(own),
                None => edits.push((name, part, own)),
            }
        }
    }
}

fn page_block(told: &Told, before: usize) -> PageBlock {
    PageBlock {
        line: before + told.number,
        content: told.block.content.clone(),
        codes: told.block.codes.clone(),
        hint: told.hint,
        lang: told.lang.clone(),
        part: told.part.clone(),
    }
}
