//! What the readers of pages give and what their writers take: blocks of text with the
//! inline codes beside them.
//!
//! A text stands without its codes, so that it is cut, looked up and counted as it is read.
//! A writer takes renderings of the blocks in the order in which the reader gave them and
//! puts them in the places of the originals; what is not rendered stays byte for byte. What
//! a code stands for is never part of a block: only the original has it.

use crate::model::{Lang, Problem, Role, TagKind};

/// A text with its inline codes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The text without codes.
    pub text: String,
    /// The places of codes, in order.
    pub tags: Vec<Mark>,
}

/// A place of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in Unicode scalar values from the text's start.
    pub at: usize,
    /// Its name within the block: `1` opens, `/1` closes, `2` stands alone.
    pub id: String,
}

/// What a code is: for showing it and for checking what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its name within the block, as in [`Mark::id`].
    pub id: String,
    /// Open, Close or Alone.
    pub kind: TagKind,
    /// What is shown of it: `b`, `i`, `a`, `footnote 1`, `field`, `image`.
    pub shown: String,
}

/// Where on a page a block stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Part {
    /// The text itself.
    #[default]
    Body,
    /// The head of each printed page.
    Header,
    /// The foot of each printed page.
    Footer,
    /// A note at the foot of a page.
    Footnote,
    /// A note at the end of the text.
    Endnote,
    /// A box beside the text.
    TextBox,
    /// A reader's remark in the margin.
    Comment,
    /// The title among the properties of the file, which is not in the text.
    Title,
    /// The value of an attribute of this name, such as `alt`.
    Attribute(String),
}

/// A block as a page format's reader found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBlock {
    /// The line, or the number of the paragraph where lines mean nothing, from 0.
    pub line: usize,
    /// The text and where its codes stand.
    pub content: Marked,
    /// What the codes are, in order.
    pub codes: Vec<Code>,
    /// What the format says of the block's role, where it says anything.
    pub hint: Option<Role>,
    /// The language the format names for this block, where it is not the page's.
    pub lang: Option<Lang>,
    /// Where it stands.
    pub part: Part,
}

/// What was read of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The blocks in the order of the file.
    pub blocks: Vec<PageBlock>,
    /// The language the format names for the page.
    pub lang: Option<Lang>,
    /// What was passed over or mended.
    pub problems: Vec<Problem>,
}

/// What to put in the place of the blocks' texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendering {
    /// For each block of the page, in order; `None` leaves it byte for byte.
    pub blocks: Vec<Option<Marked>>,
    /// The target's language, written where something is rendered.
    pub lang: Option<Lang>,
    /// Whether the target is written from right to left.
    pub right_to_left: bool,
}
