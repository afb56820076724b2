//! Text documents of Office Open XML (ECMA-376, ISO/IEC 29500): `.docx`, `.docm`, `.dotx`.
//!
//! [`parts`] finds the parts with text, [`paragraph`] reads a paragraph, [`styles`] and
//! [`look`] tell what a reader sees of it, [`write`] writes text, languages and directions.
//! A document is only ever patched: what is not rendered stays byte for byte, parts that are
//! not touched are copied as they are packed.
//!
//! Left out: text in charts, diagrams and embedded files; the glossary; alternative texts of
//! pictures; readings over East Asian text (told).

mod look;
mod paragraph;
mod parts;
pub mod reading;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod write;

use super::edit::{Edit, edited};
use super::package::{Package, PartText};
use super::plan::plan;
use super::{Renderings, named, plain, problem_of, settle_languages};
use crate::formats::FormatError;
use crate::formats::page::{Page, PageBlock, Part, Rendering};
use crate::formats::xml::tree::Tree;
use crate::model::{Lang, Problem};
use paragraph::Met;
use parts::Parts;
use story::{Story, Told};
use styles::Styles;
use write::{Writer, prefix};

/// What a file should have been.
const EXPECTED: &str = "a Word document (.docx)";

/// Reads a document.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no such document or encrypted;
/// [`FormatError::Input`] when its file or its main text is damaged, with part and line.
pub fn read(bytes: &[u8]) -> Result<Page, FormatError> {
    let (_, source) = Source::open(bytes)?;
    let mut page = Page { lang: source.styles.lang.clone(), ..Page::default() };
    let (mut met, mut paragraphs) = (Met::default(), 0);
    for text in &source.texts {
        let tree = match Tree::parse(&text.part.text) {
            Ok(tree) => tree,
            Err(fault) => {
                page.problems.push(problem_of(&text.name, fault));
                continue;
            }
        };
        page.problems.extend(tree.problems.iter().map(|problem| named(&text.name, problem)));
        let story = source.story(&tree, text);
        for told in story.blocks.iter().filter(|told| told.mirrors.is_none()) {
            page.blocks.push(page_block(told, paragraphs));
        }
        paragraphs += story.paragraphs;
        met.add(&story.met);
    }
    settle_languages(&mut page);
    met.tell(&mut page.problems);
    Ok(page)
}

/// Puts renderings in the places of a document's blocks.
///
/// # Errors
/// Those of [`read`]; [`FormatError::Misfit`] when the renderings are not as many as the
/// blocks, or have codes that the original has not.
pub fn patch(bytes: &[u8], rendering: &Rendering) -> Result<Vec<u8>, FormatError> {
    let (package, source) = Source::open(bytes)?;
    let target = rendering.lang.as_ref().map(|lang| (lang, rendering.right_to_left));
    let mut renderings = Renderings::new(rendering);
    let mut changed: Vec<(String, Vec<u8>)> = Vec::new();
    for text in &source.texts {
        let Ok(tree) = Tree::parse(&text.part.text) else { continue };
        let story = source.story(&tree, text);
        let prefix = tree.root().map(|root| prefix(&tree, root)).unwrap_or_default();
        let writer = Writer { tree: &tree, prefix, target, styles: &source.styles };
        let mut taken = Vec::new();
        let mut edits = Vec::new();
        for told in &story.blocks {
            let marked = match told.mirrors {
                Some(other) => taken.get(other).copied().flatten(),
                None => renderings.next()?,
            };
            taken.push(marked);
            if let Some(marked) = marked {
                let misfit = |cause: String| renderings.misfit(&cause);
                if told.part == Part::Title {
                    edits.extend(plan(&told.block, marked, &plain::Plain).map_err(misfit)?);
                } else {
                    edits.extend(plan(&told.block, marked, &writer).map_err(misfit)?);
                    edits.extend(writer.localised(told.node, &told.block.homes()));
                }
            }
        }
        if taken.iter().any(Option::is_some) {
            let bytes = text.part.encoded(&edited(&text.part.text, edits));
            changed.push((text.name.clone(), bytes));
        }
    }
    renderings.finish()?;
    if changed.is_empty() {
        return Ok(bytes.to_vec());
    }
    changed.extend(source.default_language(target));
    package.with(&changed)
}

impl Met {
    fn add(&mut self, other: &Self) {
        self.inserted += other.inserted;
        self.deleted += other.deleted;
        self.hidden += other.hidden;
        self.ruby += other.ruby;
    }

    fn tell(&self, problems: &mut Vec<Problem>) {
        problems.extend(super::tell_tracked(self.inserted, self.deleted));
        problems.extend(super::tell_hidden(self.hidden));
        if self.ruby > 0 {
            problems.push(Problem::whole(format!(
                "{} × text with a reading over it, which was not read and stays in the file",
                self.ruby
            )));
        }
    }
}

/// The texts of a document.
struct Source {
    texts: Vec<Text>,
    styles: Styles,
    style_part: Option<(String, PartText)>,
}

/// A part with text.
struct Text {
    name: String,
    kind: Part,
    part: PartText,
}

impl Source {
    fn open(bytes: &[u8]) -> Result<(Package<'_>, Self), FormatError> {
        let mut package = Package::open(bytes, EXPECTED)?;
        let parts = Parts::of(&mut package)?;
        let mut texts = Vec::new();
        for (name, kind) in parts.texts {
            if let Some(part) = package.part(&name)? {
                texts.push(Text { name, kind, part });
            }
        }
        let style_part = match parts.styles {
            Some(name) => package.part(&name)?.map(|part| (name, part)),
            None => None,
        };
        let tree = style_part.as_ref().and_then(|(_, part)| Tree::parse(&part.text).ok());
        let styles = tree.map(|tree| Styles::of(&tree)).unwrap_or_default();
        let source = Self { texts, styles, style_part };
        source.check_main()?;
        Ok((package, source))
    }

    /// Without a main text there is nothing to do.
    fn check_main(&self) -> Result<(), FormatError> {
        let Some(main) = self.texts.first() else { return Err(FormatError::Empty) };
        let tree = Tree::parse(&main.part.text)
            .map_err(|fault| FormatError::Input(problem_of(&main.name, fault).to_string()))?;
        match tree.root().map(|root| tree.local(root)) {
            Some("document") => Ok(()),
            _ => Err(FormatError::Other {
                expected: EXPECTED,
                hint: format!("{} is no text of a word processor", main.name),
            }),
        }
    }

    fn story(&self, tree: &Tree<'_>, text: &Text) -> Story {
        Story::of(tree, &text.kind, &self.styles)
    }

    /// The part of the styles in the target's language.
    fn default_language(&self, target: Option<(&Lang, bool)>) -> Option<(String, Vec<u8>)> {
        let (name, part) = self.style_part.as_ref()?;
        let tree = Tree::parse(&part.text).ok()?;
        let prefix = prefix(&tree, tree.root()?);
        let writer = Writer { tree: &tree, prefix, target, styles: &self.styles };
        let edit: Edit = writer.default_language()?;
        Some((name.clone(), part.encoded(&edited(&part.text, vec![edit]))))
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
