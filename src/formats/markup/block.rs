//! A block as it stands in a file: characters and codes, each with its place.
//!
//! White space is one item however it is written, a character reference is the character it
//! stands for, a tag is a code. Codes at a block's edges that mean the same for any text there
//! (an image before it, emphasis round all of it) are no part of the block: they stay where
//! they are.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::formats::page::{Code, Mark, Marked, PageBlock, Part};
use crate::model::{Lang, Role, TagKind};

/// A character or a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What it is.
    pub(super) what: What,
    /// Where it stands, with white space that counts for nothing behind it.
    pub(super) raw: Range<usize>,
    /// Where it stands, without.
    pub(super) core: Range<usize>,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A character of the text.
    Char(char),
    /// A code.
    Code {
        /// Open, Close or Alone.
        kind: TagKind,
        /// What an opening code and its closing one share.
        pair: usize,
        /// What is shown of it.
        shown: String,
    },
}

impl Item {
    /// A character that stands here.
    pub(super) const fn char(c: char, at: Range<usize>) -> Self {
        let (start, end) = (at.start, at.end);
        Self { what: What::Char(c), raw: at, core: start..end }
    }

    /// A code that stands here.
    pub(super) fn code(kind: TagKind, pair: usize, shown: &str, at: Range<usize>) -> Self {
        let (start, end) = (at.start, at.end);
        let what = What::Code { kind, pair, shown: shown.to_owned() };
        Self { what, raw: at, core: start..end }
    }

    /// The character, where it is one.
    pub(super) const fn as_char(&self) -> Option<char> {
        match self.what {
            What::Char(c) => Some(c),
            What::Code { .. } => None,
        }
    }

    fn pair_of(&self, wanted: TagKind) -> Option<usize> {
        match &self.what {
            What::Code { kind, pair, .. } if *kind == wanted => Some(*pair),
            _ => None,
        }
    }
}

/// How the text of a block is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writing {
    /// White space counts as one space, a line break is a tag.
    Flowing,
    /// White space stands as it is: `pre`, `title`.
    Verbatim,
    /// A value between these quotes, `None` for one without any: an attribute, a link's title.
    Value(Option<char>),
    /// Markdown.
    Markdown {
        /// In a cell of a table, which a `|` would end.
        table: bool,
        /// What each further line begins with, such as `> `.
        prefix: String,
    },
    /// A value of front matter between these quotes.
    Front(Option<char>),
}

/// A block found in a file.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its characters and codes.
    pub(super) items: Vec<Item>,
    /// The names of the items' codes; empty for characters.
    pub(super) names: Vec<String>,
    /// How it is written.
    pub(super) writing: Writing,
    /// What the format says of its role.
    pub(super) hint: Option<Role>,
    /// Its language, where it is not the page's.
    pub(super) lang: Option<Lang>,
    /// Where it stands.
    pub(super) part: Part,
}

impl Found {
    /// The block of these items; `None` where there is no text in them.
    pub(super) fn of(items: Vec<Item>, writing: Writing, part: Part) -> Option<Self> {
        let items = trimmed(items);
        let has_text = items.iter().any(|item| item.as_char().is_some_and(|c| !c.is_whitespace()));
        if !has_text {
            return None;
        }
        let names = names(&items);
        Some(Self { items, names, writing, hint: None, lang: None, part })
    }

    /// Where it stands.
    pub(super) fn span(&self) -> Range<usize> {
        let start = self.items.first().map_or(0, |item| item.core.start);
        start..self.items.last().map_or(start, |item| item.core.end)
    }

    /// Its text with the places of its codes.
    pub(super) fn content(&self) -> Marked {
        let mut marked = Marked::default();
        let mut at = 0;
        for (item, name) in self.items.iter().zip(&self.names) {
            if let Some(c) = item.as_char() {
                marked.text.push(c);
                at += 1;
            } else {
                marked.tags.push(Mark { at, id: name.clone() });
            }
        }
        marked
    }

    /// The block as the contract has it.
    pub(super) fn page_block(&self, line: usize) -> PageBlock {
        let code = |(item, id): (&Item, &String)| match &item.what {
            What::Char(_) => None,
            What::Code { kind, shown, .. } => {
                Some(Code { id: id.clone(), kind: *kind, shown: shown.clone() })
            }
        };
        let codes = self.items.iter().zip(&self.names).filter_map(code).collect();
        let (hint, lang, part) = (self.hint, self.lang.clone(), self.part.clone());
        PageBlock { line, content: self.content(), codes, hint, lang, part }
    }
}

/// The items between the edges' white space and codes that hold for any text.
fn trimmed(mut items: Vec<Item>) -> Vec<Item> {
    loop {
        let before = items.len();
        items.drain(..idle(items.iter()));
        items.truncate(items.len() - idle(items.iter().rev()));
        if wraps(&items) {
            items.pop();
            items.remove(0);
        }
        if items.len() == before {
            return items;
        }
    }
}

/// How many items of an edge are white space, codes that stand alone, pairs with nothing in
/// them, or codes whose counterpart is in another block.
fn idle<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for item in items.clone() {
        if let What::Code { pair, .. } = &item.what {
            *counts.entry(*pair).or_default() += 1;
        }
    }
    let (mut idle, mut open) = (0, HashSet::new());
    for (at, item) in items.enumerate() {
        match &item.what {
            What::Char(c) if c.is_whitespace() => {}
            What::Char(_) => break,
            What::Code { pair, .. } => {
                let lone = counts.get(pair) == Some(&1);
                if !lone && !open.remove(pair) {
                    open.insert(*pair);
                }
            }
        }
        if open.is_empty() {
            idle = at + 1;
        }
    }
    idle
}

/// Whether the first item opens what the last one closes.
fn wraps(items: &[Item]) -> bool {
    let [first, .., last] = items else { return false };
    let opened = first.pair_of(TagKind::Open);
    opened.is_some() && opened == last.pair_of(TagKind::Close)
}

/// Names of codes: `1` and `/1` for a pair, `2` for one alone, in their order.
fn names(items: &[Item]) -> Vec<String> {
    let mut pairs: HashMap<usize, usize> = HashMap::new();
    let mut number = |pair: usize| {
        let next = pairs.len() + 1;
        *pairs.entry(pair).or_insert(next)
    };
    let name = |item: &Item| match &item.what {
        What::Char(_) => String::new(),
        What::Code { kind: TagKind::Close, pair, .. } => format!("/{}", number(*pair)),
        What::Code { pair, .. } => number(*pair).to_string(),
    };
    items.iter().map(name).collect()
}
