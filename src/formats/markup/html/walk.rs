//! From tokens to blocks.
//!
//! No tree is built: a stack of open elements tells where a text stands, and start and end tags
//! of blocks end it. That is what a tree would say for pages as they are written; where tags
//! are crossed, a code without its counterpart stays in the text.

use std::ops::Range;

use super::attribute;
use super::context::Context;
use super::element;
use super::entity;
use super::frame;
use super::token::{Kind, Tag, Token, ends, is_space};
use super::{MOST_DEPTH, Parsed};
use crate::formats::markup::apply::Inner;
use crate::formats::markup::block::{Found, Item, What, Writing};
use crate::formats::page::Part;
use crate::model::{Problem, TagKind};

struct Open<'a> {
    name: &'a str,
    pair: usize,
    context: Context,
}

/// The blocks of a page.
pub(super) fn walk(text: &str, tokens: &[Token], xml: bool) -> Parsed {
    let (is_frame, has_main) = frame::of(text, tokens);
    let mut walker = Walker {
        text,
        xml,
        has_main,
        has_headline: tokens.iter().any(|token| is_start(token, "h1")),
        ends: ends(tokens),
        open: Vec::new(),
        pairs: 0,
        blank: true,
        items: Vec::new(),
        begun: None,
        only_time: true,
        parsed: Parsed::default(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let framed = is_frame.get(at).copied().unwrap_or_default();
        at = walker.token(tokens, at, token, framed);
    }
    walker.flush();
    walker.parsed.found.sort_by_key(|inner| inner.found.span().start);
    walker.parsed
}

fn is_start(token: &Token, name: &str) -> bool {
    matches!(&token.kind, Kind::Start(tag) if tag.name == name)
}

struct Walker<'a> {
    text: &'a str,
    xml: bool,
    has_main: bool,
    has_headline: bool,
    /// Behind the end tag of each start tag.
    ends: Vec<usize>,
    open: Vec<Open<'a>>,
    pairs: usize,
    items: Vec<Item>,
    /// Whether white space counts for nothing here: at a block's beginning, behind other.
    blank: bool,
    /// Where the block's first character stands.
    begun: Option<Context>,
    /// Whether all of the block is a time.
    only_time: bool,
    parsed: Parsed,
}

impl<'a> Walker<'a> {
    fn context(&self) -> Context {
        self.open.last().map(|open| open.context.clone()).unwrap_or_default()
    }

    /// Takes a token in; gives the place of the next one.
    fn token(&mut self, tokens: &'a [Token], at: usize, token: &'a Token, framed: bool) -> usize {
        match &token.kind {
            Kind::Text => self.characters(token.range.clone()),
            Kind::Raw => {}
            Kind::Comment => self.code(TagKind::Alone, "comment", token.range.clone()),
            Kind::End(name) => self.end(name, token.range.clone()),
            Kind::Start(tag) => return self.start(tokens, at, tag, framed),
        }
        at + 1
    }

    fn start(&mut self, tokens: &'a [Token], at: usize, tag: &'a Tag, framed: bool) -> usize {
        let range = tokens.get(at).map_or(0..0, |token| token.range.clone());
        let names = self.open.iter().map(|open| open.name);
        if let Some(place) = element::implied_end(names, &tag.name) {
            self.flush();
            self.open.truncate(place);
        }
        let context = self.context().within(self.text, tag, framed);
        self.parsed.places(self.text, tag, &range);
        if !context.kept {
            self.parsed.found.extend(attribute::found(self.text, tag, &context, self.has_headline));
        }
        let block = element::is_block(&tag.name);
        let closed = element::is_void(&tag.name) || (self.xml && tag.self_closing);
        if element::is_opaque(&tag.name) || (context.kept && !block && !closed) {
            let behind = self.ends.get(at).copied().unwrap_or(at + 1);
            let end = tokens.get(behind - 1).map_or(range.end, |token| token.range.end);
            self.code(TagKind::Alone, &self.shown(tag, range.end..end), range.start..end);
            return behind;
        }
        match (tag.name.as_str(), block, closed) {
            ("br", ..) => self.line_break(range),
            (_, true, true) => self.flush(),
            (_, true, false) => {
                self.flush();
                self.push(tag, context, 0);
            }
            (name, false, true) => {
                let shown = if name == "img" { "image" } else { name };
                self.code(TagKind::Alone, shown, range);
            }
            (name, false, false) => {
                let pair = self.pairs + 1;
                self.code(TagKind::Open, name, range);
                self.push(tag, context, pair);
            }
        }
        at + 1
    }

    fn push(&mut self, tag: &'a Tag, context: Context, pair: usize) {
        if self.open.len() < MOST_DEPTH {
            self.open.push(Open { name: &tag.name, pair, context });
        } else if !self.parsed.is_too_deep {
            self.parsed.is_too_deep = true;
            let cause = format!(
                "elements are nested more than {MOST_DEPTH} deep; what is deeper is read as if it were not"
            );
            self.parsed.problems.push(Problem::whole(cause));
        }
    }

    /// What is shown of an element that is not opened: its text where it has one.
    fn shown(&self, tag: &Tag, content: Range<usize>) -> String {
        /// Characters that are shown.
        const MOST: usize = 24;
        if element::is_opaque(&tag.name) {
            return tag.name.clone();
        }
        let content = self.text.get(content).unwrap_or_default();
        let words = content.split('<').enumerate().map(|(place, part)| match place {
            0 => part,
            _ => part.split_once('>').map_or("", |(_, text)| text),
        });
        let words: String =
            words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() { tag.name.clone() } else { words.chars().take(MOST).collect() }
    }

    fn end(&mut self, name: &str, range: Range<usize>) {
        let block = element::is_block(name);
        if block {
            self.flush();
        }
        if name == "br" {
            return self.line_break(range);
        }
        let scope = |open: &Open<'_>| element::is_scope(open.name) && open.name != name;
        let table = matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "html" | "body");
        let reach = if table { None } else { self.open.iter().rposition(scope) };
        let found = self.open.iter().rposition(|open| open.name == name);
        let found = found.filter(|place| reach.is_none_or(|reach| *place > reach));
        match (found, block) {
            (Some(place), true) => self.open.truncate(place),
            (Some(place), false) => {
                let open = self.open.remove(place);
                self.closing(open.pair, name, range);
            }
            (None, true) => {}
            (None, false) => {
                self.pairs += 1;
                self.closing(self.pairs, name, range);
            }
        }
    }

    fn code(&mut self, kind: TagKind, shown: &str, range: Range<usize>) {
        self.pairs += 1;
        if self.open.last().is_none_or(|open| !open.context.kept) {
            self.blank &= kind != TagKind::Alone || !is_seen(shown);
            self.items.push(Item::code(kind, self.pairs, shown, range));
        }
    }

    fn closing(&mut self, pair: usize, name: &str, range: Range<usize>) {
        if !self.context().kept {
            self.items.push(Item::code(TagKind::Close, pair, name, range));
        }
    }

    /// A line break is a character of the text; two, or one behind a finished sentence, end it.
    fn line_break(&mut self, range: Range<usize>) {
        if self.context().kept {
            return;
        }
        let mut chars = self.items.iter().rev().filter_map(Item::as_char);
        let last = chars.find(|c| !c.is_whitespace() || *c == '\n');
        if last.is_none_or(|c| c == '\n' || ends_sentence(c, &mut chars)) {
            return self.flush();
        }
        self.blank = true;
        match self.items.last_mut() {
            // White space before it counts for nothing.
            Some(last) if last.as_char() == Some(' ') => {
                last.what = What::Char('\n');
                last.raw.end = range.end;
                last.core = last.raw.clone();
            }
            _ => self.items.push(Item::char('\n', range)),
        }
    }

    fn characters(&mut self, range: Range<usize>) {
        let context = self.context();
        if context.kept {
            return;
        }
        let text = self.text.get(range.clone()).unwrap_or_default();
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let (c, length) = match entity::reference(text.get(at..).unwrap_or_default(), false) {
                Some((of, length)) => (only(&of), length),
                None => (Some(c), c.len_utf8()),
            };
            let place = range.start + at..range.start + at + length;
            let literal = length == c.map_or(0, char::len_utf8);
            match c {
                Some(c) if is_space(c) && literal && !context.verbatim => self.space(place),
                Some(c) => self.character(c, place, &context),
                None => {
                    let shown = text.get(at..at + length).unwrap_or_default().to_owned();
                    self.code(TagKind::Alone, &shown, place);
                }
            }
            at += length;
        }
    }

    fn character(&mut self, c: char, place: Range<usize>, context: &Context) {
        if !c.is_whitespace() {
            self.begun.get_or_insert_with(|| context.clone());
            self.only_time &= context.in_time;
        }
        // In `pre`, an empty line parts blocks.
        if context.verbatim && c == '\n' && self.line_is_empty() {
            self.flush();
            return;
        }
        if c != '\r' || !context.verbatim {
            self.blank = false;
            self.items.push(Item::char(c, place));
        } else if let Some(last) = self.items.last_mut() {
            last.raw.end = place.end;
        }
    }

    fn line_is_empty(&self) -> bool {
        let mut chars = self.items.iter().rev().map_while(Item::as_char);
        chars.find(|c| !matches!(c, ' ' | '\t')).is_some_and(|c| c == '\n')
    }

    /// White space: one character, whatever is written, and none behind another one.
    fn space(&mut self, place: Range<usize>) {
        if !self.blank {
            self.blank = true;
            self.items.push(Item::char(' ', place));
        } else if let Some(last) = self.items.last_mut() {
            last.raw.end = place.end;
        }
    }

    /// Ends the block.
    fn flush(&mut self) {
        let items = std::mem::take(&mut self.items);
        self.blank = true;
        let context = self.begun.take().unwrap_or_default();
        let only_time = std::mem::replace(&mut self.only_time, true);
        let writing = if context.verbatim || context.part == Part::Title {
            Writing::Verbatim
        } else {
            Writing::Flowing
        };
        let Some(mut found) = Found::of(items, writing, context.part.clone()) else { return };
        found.hint = context.hint(self.has_main, self.has_headline, only_time, &found);
        found.lang.clone_from(&context.lang);
        self.parsed.found.push(Inner { found, in_code: false });
    }
}

/// Whether a code that stands alone is something to see, so that white space behind it counts.
fn is_seen(shown: &str) -> bool {
    !matches!(shown, "comment" | "script" | "style" | "template" | "wbr")
}

/// The one character of a reference; two of them cannot be told apart in the file.
fn only(of: &str) -> Option<char> {
    let mut chars = of.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether a sentence ends with this character, or before it where it closes something.
fn ends_sentence(last: char, before: &mut impl Iterator<Item = char>) -> bool {
    let closes =
        |c: char| matches!(c, '"' | '\'' | ')' | ']' | '»' | '”' | '’' | '“' | '」' | '』');
    let mut c = Some(last);
    while c.is_some_and(closes) {
        c = before.next();
    }
    c.is_some_and(|c| {
        matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '：' | '؟' | '۔' | '।')
    })
}
