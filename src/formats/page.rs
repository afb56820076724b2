//! What every page format's reader finds and its writer takes: texts with inline codes.
//!
//! A page format (HTML, Markdown, DOCX, ODT) keeps its original and is *patched*: `read` gives
//! the blocks of text that are in a file, `patch` takes the same file and a [`Rendering`] with a
//! text for each block, in the same order, and puts those texts in the places of the old ones.
//! All else stays byte for byte. Formatting inside a block is told by codes, which stand beside
//! the text as [`Mark`]s; what a code is written with stays in the original.
//!
//! Left out: how a page is laid out, and everything that is no text.

use crate::model::{Lang, Problem, Role, TagKind};

/// A text with its inline codes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The text, without its codes.
    pub text: String,
    /// The codes, in the order in which they stand.
    pub tags: Vec<Mark>,
}

/// The place of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// In Unicode scalar values from the text's start.
    pub at: usize,
    /// Its name within the block: `1` opens, `/1` closes, `2` stands alone.
    pub id: String,
}

/// What a code is: for showing it, and for checking what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its name within the block, as in [`Mark::id`].
    pub id: String,
    /// Whether it opens, closes or stands alone.
    pub kind: TagKind,
    /// What it is, in a word: `b`, `i`, `a`, `footnote 1`, `field`, `image`.
    pub shown: String,
}

/// Where in a page a block stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Part {
    /// The text itself.
    #[default]
    Body,
    /// The document's title, as its properties or head tell it.
    Title,
    /// What stands at the head of every printed page.
    Header,
    /// What stands at the foot of every printed page.
    Footer,
    /// A footnote or an endnote.
    Footnote,
    /// A remark of a reader.
    Comment,
    /// A text box, beside the text.
    TextBox,
    /// The value of an attribute or of a field of the head: `alt`, `title`, `description`.
    Attribute(String),
}

/// A block as a page format's reader found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBlock {
    /// Its first line in the file, or its paragraph where there are no lines; from 0.
    pub line: usize,
    /// Its text and codes.
    pub content: Marked,
    /// What its codes are, each once, in the order in which they stand.
    pub codes: Vec<Code>,
    /// What the format says of its role, where it says anything.
    pub hint: Option<Role>,
    /// The language the format says it is in, where that is not the page's.
    pub lang: Option<Lang>,
    /// Where it stands.
    pub part: Part,
}

/// A page as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Its blocks, in the order of the file.
    pub blocks: Vec<PageBlock>,
    /// The language the page says it is in.
    pub lang: Option<Lang>,
    /// What could not be read, or was read otherwise than it stands.
    pub problems: Vec<Problem>,
}

/// What is put in the places of a page's texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendering {
    /// A text for each block of the page, in order; `None` leaves it byte for byte.
    pub blocks: Vec<Option<Marked>>,
    /// The language of the target, once something is translated.
    pub lang: Option<Lang>,
    /// Whether the target is written from right to left.
    pub right_to_left: bool,
}
