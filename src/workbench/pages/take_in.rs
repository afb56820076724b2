//! A file taken in to be translated: its blocks with roles and sentences, its codes, and the
//! file itself.

use super::give_back::sentences;
use super::marks::Cut;
use crate::formats::page::{Page, PageBlock};
use crate::formats::{FormatError, pages, plain};
use crate::model::{Block, Code, Document, Lang, Original, PageFormat, Problem, Project, RawBlock};
use crate::text::volume::Volume;
use crate::workbench::env::Env;
use crate::workbench::intake::{self, Reading};

/// Above this many bytes, people are told that the project is as large as the file.
pub const LARGE_BYTES: usize = 20 << 20;

/// A file taken in.
#[derive(Debug)]
pub struct Imported {
    /// The project, its rows open.
    pub project: Project,
    /// The encoding's name.
    pub encoding: String,
    /// Blocks.
    pub blocks: usize,
    /// Segments.
    pub segments: usize,
    /// Words of what is content.
    pub words: usize,
    /// What was passed over or guessed.
    pub problems: Vec<Problem>,
}

/// Makes a project of a file of this format. `label` is the encoding somebody names.
///
/// # Errors
/// It cannot be read.
pub fn import(
    (format, label): (PageFormat, Option<&str>),
    bytes: Vec<u8>,
    reading: &Reading,
    target: Lang,
    taught: &intake::Taught,
    env: &mut Env,
) -> Result<Imported, FormatError> {
    let page = pages::read(format, &bytes, label)?;
    if page.blocks.is_empty() {
        return Err(FormatError::Empty);
    }
    let (encoding, _) = pages::encoding(format, &bytes, label)?;
    let mut problems = page.problems.clone();
    let source = taught.with_roles(document(&page, reading, env));
    if bytes.len() > LARGE_BYTES {
        let size = bytes.len() >> 20;
        problems.push(Problem::whole(format!(
            "the file has {size} MB, and so will the project, which keeps it"
        )));
    }
    let blocks = source.blocks.len();
    let segments = source.segments().count();
    let content = source.segments().filter(|(block, _)| block.is_content());
    let words = content.map(|(_, segment)| Volume::of(&segment.text).words).sum();
    let mut project = intake::from_one(source, target, env);
    let encoding_named = label.unwrap_or_default().to_owned();
    project.original = Some(Original { format, encoding: encoding_named, bytes: bytes.into() });
    Ok(Imported { project, encoding, blocks, segments, words, problems })
}

/// The document of a page.
#[must_use]
pub fn document(page: &Page, reading: &Reading, env: &mut Env) -> Document {
    document_in(page, None, reading, env)
}

/// The document of a page whose main language somebody named; blocks in other languages, such
/// as its frame, are told all the same.
#[must_use]
pub fn document_in(page: &Page, main: Option<&Lang>, reading: &Reading, env: &mut Env) -> Document {
    let mut document = match main {
        Some(main) => intake::of_raw_in(raw(page), main, reading, env),
        None => intake::of_raw(raw(page), page.lang.as_ref(), reading, env),
    };
    let main = document.lang.clone();
    for (block, of_page) in document.blocks.iter_mut().zip(&page.blocks) {
        let named = of_page.lang.as_ref().filter(|own| !own.same_base(&main));
        if reading.lang.is_none() && block.lang.is_none() {
            block.lang = named.cloned();
        }
        tag(block, of_page);
    }
    document
}

/// Gives the blocks of a plain text what stands between them in the file, which a page's blocks
/// have not.
pub(super) fn keep_gaps(document: &mut Document, text: &str) {
    let plain::Blocks { blocks, tail } = plain::blocks(text);
    let is_same = |(raw, block): (&RawBlock, &Block)| {
        let parts = block.segments.iter().flat_map(|of| [of.as_read(), of.after.as_str()]);
        parts.collect::<String>() == raw.text
    };
    if blocks.len() != document.blocks.len() || !blocks.iter().zip(&document.blocks).all(is_same) {
        return;
    }
    for (block, raw) in document.blocks.iter_mut().zip(blocks) {
        block.before = raw.before;
    }
    document.tail = tail;
}

/// The text of a page, a paragraph a block, for those who take texts alone.
#[must_use]
pub fn plain_text(page: &Page) -> String {
    raw(page).to_text()
}

fn raw(page: &Page) -> plain::Blocks {
    let block = |(place, block): (usize, &PageBlock)| RawBlock {
        line: block.line,
        before: if place == 0 { "" } else { "\n\n" }.to_owned(),
        text: block.content.text.clone(),
        hint: block.hint,
    };
    let blocks = page.blocks.iter().enumerate().map(block).collect();
    plain::Blocks { blocks, tail: "\n".to_owned() }
}

/// Gives a block its codes.
fn tag(block: &mut Block, of_page: &PageBlock) {
    if of_page.codes.is_empty() {
        return;
    }
    let code = |code: &crate::formats::page::Code| Code {
        id: code.id.clone(),
        kind: code.kind,
        shown: code.shown.clone(),
    };
    block.codes = of_page.codes.iter().map(code).collect();
    let sentences = sentences(block);
    let cut = Cut { marked: &of_page.content, codes: &block.codes, sentences: &sentences };
    let tags = cut.distribute();
    for (segment, tags) in block.segments.iter_mut().zip(tags) {
        segment.tags = tags;
    }
}
