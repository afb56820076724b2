//! From the events of the parser to blocks.
//!
//! An event has its place, but what marks it up (`**`, the rest of a link, a backslash, the `> `
//! of a further line) has none: it is what lies between events. A backslash goes with the
//! character it protects, a further line's beginning with the line break, all else with a code.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{front, link};
use crate::formats::markup::apply::Inner;
use crate::formats::markup::block::{Found, Item, Writing};
use crate::formats::markup::html;
use crate::formats::page::Part;
use crate::model::{Role, TagKind};

/// What is read beside `CommonMark`.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);

/// The blocks of a text.
pub(super) fn walk(text: &str) -> Vec<Inner> {
    let mut walker = Walker { text, ..Walker::default() };
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        walker.event(event, range);
    }
    walker.flush();
    walker.blocks
}

#[derive(Default)]
struct Walker<'a> {
    text: &'a str,
    items: Vec<Item>,
    pairs: usize,
    /// Codes that are open: their number and where they end.
    open: Vec<(usize, &'static str)>,
    /// Elements of HTML that are open in the text.
    elements: Vec<(String, usize)>,
    /// The blocks that are open.
    around: Vec<Around>,
    /// An image whose end is awaited, and what stands for it.
    image: Option<(Range<usize>, Vec<Item>)>,
    /// The place of a block of HTML so far; `None` where it has gaps.
    html: Option<Range<usize>>,
    blocks: Vec<Inner>,
}

/// A block that others stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Hint(Role),
    Cell,
    Footnote,
    /// Code, or front matter.
    Opaque,
    Other,
}

impl<'a> Walker<'a> {
    fn part(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            _ if self.around.contains(&Around::Opaque) => {}
            Event::Text(text) => self.characters(&text, range),
            Event::SoftBreak => self.space(range),
            Event::HardBreak => self.item(Item::char('\n', range)),
            Event::Code(code) => self.alone(&code, range),
            Event::InlineMath(math) | Event::DisplayMath(math) => self.alone(&math, range),
            Event::FootnoteReference(name) => self.alone(&format!("footnote {name}"), range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Html(_) => self.html_lines(range),
            Event::TaskListMarker(_) => self.alone("checkbox", range),
            Event::Rule => self.flush(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let around = match tag {
            Tag::Emphasis => return self.open("i", range.start..range.start + 1),
            Tag::Strong => return self.open("b", range.start..range.start + 2),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                let tildes = self.part(range.clone()).chars().take_while(|c| *c == '~').count();
                return self.open("s", range.start..range.start + tildes.clamp(1, 2));
            }
            Tag::Link { title, .. } => return self.link(title, range),
            Tag::Image { title, .. } => {
                self.blocks.extend(link::title(self.text, range.clone(), title));
                self.image = Some((range, Vec::new()));
                return;
            }
            Tag::Heading { level: HeadingLevel::H1, .. } => Around::Hint(Role::Headline),
            Tag::Heading { .. } => Around::Hint(Role::Subhead),
            Tag::Item => Around::Hint(Role::ListItem),
            Tag::BlockQuote(_) => Around::Hint(Role::Quotation),
            Tag::TableCell => Around::Cell,
            Tag::FootnoteDefinition(_) => Around::Footnote,
            Tag::MetadataBlock(_) => {
                self.blocks.extend(front::found(self.text, range.clone()));
                Around::Opaque
            }
            Tag::CodeBlock(_) => Around::Opaque,
            _ => Around::Other,
        };
        self.flush();
        self.around.push(around);
        if matches!(tag, Tag::HtmlBlock) {
            self.html = Some(range.start..range.start);
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => self.close(range.end),
            TagEnd::Image => self.end_image(),
            _ => {
                self.flush();
                self.around.pop();
                if let Some(range) = self.html.take().filter(|_| tag == TagEnd::HtmlBlock) {
                    self.html_block(range);
                }
            }
        }
    }

    /// Puts an item behind the others; what lies between goes with one of them.
    fn item(&mut self, mut item: Item) {
        if let Some((_, alt)) = &mut self.image {
            alt.push(item);
            return;
        }
        if let Some(last) = self.items.last_mut() {
            let gap = last.raw.end..item.raw.start;
            if self.text.get(gap.clone()) == Some("\\") && item.as_char().is_some() {
                item.raw.start = gap.start;
                item.core.start = gap.start;
            } else if gap.start < gap.end {
                last.raw.end = gap.end;
            }
        } else if item.as_char().is_some_and(|c| c.is_ascii_punctuation()) {
            // The first character may be protected too.
            let before = item.raw.start.checked_sub(1).map(|at| at..item.raw.start);
            if before.clone().and_then(|before| self.text.get(before)) == Some("\\") {
                item.raw.start -= 1;
                item.core.start -= 1;
            }
        }
        self.items.push(item);
    }

    fn alone(&mut self, shown: &str, range: Range<usize>) {
        self.pairs += 1;
        self.item(Item::code(TagKind::Alone, self.pairs, shown, range));
    }

    fn open(&mut self, shown: &'static str, range: Range<usize>) {
        self.pairs += 1;
        self.open.push((self.pairs, shown));
        self.item(Item::code(TagKind::Open, self.pairs, shown, range));
    }

    /// Closes the code opened last; all up to `end` that is no text belongs to it.
    fn close(&mut self, end: usize) {
        let Some((pair, shown)) = self.open.pop() else { return };
        let start = self.items.last().map_or(end, |last| last.raw.end.min(end));
        self.item(Item::code(TagKind::Close, pair, shown, start..end));
    }

    fn link(&mut self, title: &str, range: Range<usize>) {
        if self.part(range.clone()).starts_with('[') {
            self.blocks.extend(link::title(self.text, range.clone(), title));
            return self.open("a", range.start..range.start + 1);
        }
        // `<https://…>`, or an address as it is.
        let bracket = usize::from(self.part(range.clone()).starts_with('<'));
        self.open("a", range.start..range.start + bracket);
    }

    fn end_image(&mut self) {
        let Some((range, alt)) = self.image.take() else { return };
        let whole = alt.iter().all(|item| item.as_char().is_some());
        let gapless = alt.windows(2).all(|two| matches!(two, [a, b] if a.raw.end == b.raw.start));
        let part = Part::Attribute("alt".to_owned());
        let found = Found::of(alt, Writing::Verbatim, part).filter(|_| whole && gapless);
        self.blocks.extend(found.map(|mut found| {
            found.hint = Some(Role::Body);
            found.writing = Writing::Markdown { table: false, prefix: String::new() };
            Inner { found, in_code: true }
        }));
        self.alone("image", range);
    }

    fn characters(&mut self, text: &str, range: Range<usize>) {
        let written = self.part(range.clone());
        if written != text {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => self.item(Item::char(c, range)),
                (None, _) => {}
                _ => self.alone(written, range),
            }
            return;
        }
        for (at, c) in written.char_indices() {
            let place = range.start + at..range.start + at + c.len_utf8();
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                self.space(place);
            } else {
                self.item(Item::char(c, place));
            }
        }
    }

    /// White space: one character, whatever is written.
    fn space(&mut self, range: Range<usize>) {
        match self.items.last_mut() {
            Some(last) if matches!(last.as_char(), Some(' ' | '\n')) && self.image.is_none() => {
                last.raw.end = range.end;
                last.core.end = range.end;
            }
            _ => self.item(Item::char(' ', range)),
        }
    }

    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        match html::inline(tag) {
            html::Inline::Break => self.item(Item::char('\n', range)),
            html::Inline::Alone(shown) => self.alone(&shown, range),
            html::Inline::Open(name) => {
                self.pairs += 1;
                self.item(Item::code(TagKind::Open, self.pairs, &name, range));
                self.elements.push((name, self.pairs));
            }
            html::Inline::Close(name) => {
                let place = self.elements.iter().rposition(|(known, _)| *known == name);
                let pair = place.map(|place| self.elements.remove(place).1);
                self.pairs += 1;
                let pair = pair.unwrap_or(self.pairs);
                self.item(Item::code(TagKind::Close, pair, &name, range));
            }
        }
    }

    fn html_lines(&mut self, range: Range<usize>) {
        self.html = match self.html.take() {
            Some(known) if known.start == known.end => Some(range),
            Some(known) if known.end == range.start => Some(known.start..range.end),
            _ => None,
        };
    }

    fn html_block(&mut self, range: Range<usize>) {
        let mut found = html::found(self.part(range.clone()));
        for Inner { found, .. } in &mut found {
            for item in &mut found.items {
                for place in [&mut item.raw, &mut item.core] {
                    *place = place.start + range.start..place.end + range.start;
                }
            }
        }
        self.blocks.extend(found);
    }

    fn flush(&mut self) {
        self.elements.clear();
        if self.items.is_empty() {
            return;
        }
        let items = std::mem::take(&mut self.items);
        let table = self.around.contains(&Around::Cell);
        let note = self.around.contains(&Around::Footnote);
        let part = if note { Part::Footnote } else { Part::Body };
        let start = items.first().map_or(0, |item| item.core.start);
        let prefix = self.prefix(start);
        let Some(mut found) = Found::of(items, Writing::Markdown { table, prefix }, part) else {
            return;
        };
        found.hint = self.around.iter().rev().find_map(|around| match around {
            Around::Hint(role) => Some(*role),
            _ => None,
        });
        self.blocks.push(Inner { found, in_code: false });
    }

    /// What a further line of the block that begins here begins with: `> `, and as many spaces
    /// as a list has before its text.
    fn prefix(&self, start: usize) -> String {
        let before = self.part(0..start);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let marks = line.chars().all(|c| c.is_ascii_digit() || " \t>-*+.)[]xX#^:".contains(c));
        if !marks || line.contains(['#', '^']) {
            return String::new();
        }
        line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
    }
}
