//! Text in a paragraph (`OpenDocument` 1.3 part 3, 6.1), and the language and direction of
//! what is translated.
//!
//! `OpenDocument` has languages and directions in styles only. So the default of paragraphs is
//! set, and those styles of rendered paragraphs and their spans that say otherwise; a
//! paragraph in the same style that is not rendered goes with them.

use std::collections::BTreeSet;

use super::story::spans;
use crate::formats::office::edit::{Chunk, Edit};
use crate::formats::office::inline::Look;
use crate::formats::office::plan::{Dialect, Place};
use crate::formats::xml::chars::push_text;
use crate::formats::xml::tree::Tree;
use crate::model::Lang;

/// Writes text into a paragraph.
pub(super) struct Writer<'a> {
    pub tree: &'a Tree<'a>,
    pub paragraph: usize,
}

impl Dialect for Writer<'_> {
    fn fill(&self, text: &str, place: Place) -> String {
        let mut out = String::new();
        let mut spaces = 0;
        let mut before = place.before;
        for c in text.chars() {
            if c == ' ' {
                spaces += 1;
                continue;
            }
            push_spaces(&mut out, spaces, before, Some(c));
            spaces = 0;
            match c {
                '\t' => out.push_str("<text:tab/>"),
                '\n' => out.push_str("<text:line-break/>"),
                c => {
                    push_text(&mut out, c.encode_utf8(&mut [0; 4]));
                }
            }
            before = Some(c);
        }
        push_spaces(&mut out, spaces, before, place.after);
        out
    }

    fn write(
        &self,
        text: &str,
        place: Place,
        home: Option<usize>,
        only: Option<&Look>,
    ) -> Vec<Chunk> {
        // No style is made anew for a look that none has.
        let home = home.filter(|_| only.is_none());
        let spans = home.map(|home| spans(self.tree, self.paragraph, home)).unwrap_or_default();
        let mut chunks: Vec<Chunk> =
            spans.iter().map(|&span| Chunk::Old(self.tree.opening(span))).collect();
        chunks.push(Chunk::New(self.fill(text, place)));
        chunks.extend(spans.iter().rev().map(|&span| Chunk::Old(self.tree.closing(span))));
        chunks
    }
}

/// Writes a row of spaces so that each counts: the first as such, unless it stands beside
/// another or at an end; the others as an element.
fn push_spaces(out: &mut String, count: usize, before: Option<char>, after: Option<char>) {
    let is_end = |c: Option<char>| c.is_none_or(|c| c == ' ');
    let marked = if is_end(before) || is_end(after) { count } else { count.saturating_sub(1) };
    if marked < count {
        out.push(' ');
    }
    match marked {
        0 => {}
        1 => out.push_str("<text:s/>"),
        _ => out.extend(["<text:s text:c=\"", &marked.to_string(), "\"/>"]),
    }
}

/// The names of styles that paragraphs are in, spans inside of them included.
pub(super) fn styles_of(tree: &Tree<'_>, paragraph: usize, names: &mut BTreeSet<String>) {
    let nodes = std::iter::once(paragraph)
        .chain(tree.inside(paragraph).filter(|&node| tree.name(node) == "text:span"));
    names.extend(nodes.filter_map(|node| tree.attribute(node, "style-name")));
}

/// Sets the language and direction of these styles where they say one, and of the default.
pub(super) fn localised(
    tree: &Tree<'_>,
    names: &BTreeSet<String>,
    lang: &Lang,
    right_to_left: bool,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for node in 0..tree.len() {
        let is_default = tree.name(node) == "style:default-style"
            && tree.attribute(node, "family").as_deref() == Some("paragraph");
        let is_named = tree.name(node) == "style:style"
            && tree.attribute(node, "name").is_some_and(|name| names.contains(&name));
        if !is_default && !is_named {
            continue;
        }
        if let Some(text) = tree.child(node, "text-properties") {
            edits.extend(language(tree, text, lang, is_default));
        }
        if let Some(paragraph) = tree.child(node, "paragraph-properties") {
            edits.extend(direction(tree, paragraph, right_to_left, is_default));
        }
    }
    edits
}

fn language(tree: &Tree<'_>, node: usize, lang: &Lang, is_default: bool) -> Option<Edit> {
    let said =
        tree.attribute(node, "language").filter(|own| !matches!(own.as_str(), "none" | "zxx"));
    if said.is_none() && !is_default {
        return None;
    }
    let suffix = match lang.base() {
        "zh" | "ja" | "ko" => Some("-asian"),
        _ if lang.is_right_to_left() => Some("-complex"),
        _ => None,
    };
    let region = lang.as_str().split('-').skip(1).find(|part| part.len() == 2);
    let region = region.unwrap_or("none");
    let mut tag = tree.start_tag(node).to_owned();
    tag = with_attribute(&tag, "fo:language", lang.base());
    tag = with_attribute(&tag, "fo:country", region);
    if let Some(suffix) = suffix {
        tag = with_attribute(&tag, &format!("style:language{suffix}"), lang.base());
        tag = with_attribute(&tag, &format!("style:country{suffix}"), region);
    }
    Some(Edit::new(tree.opening(node), tag))
}

fn direction(tree: &Tree<'_>, node: usize, right_to_left: bool, is_default: bool) -> Option<Edit> {
    let wanted = if right_to_left { "rl-tb" } else { "lr-tb" };
    let said = tree.attribute(node, "writing-mode");
    let is_needed = match said.as_deref() {
        Some("rl-tb" | "rl") => !right_to_left,
        Some("lr-tb" | "lr") => right_to_left,
        Some(_) | None => is_default && right_to_left,
    };
    let tag = || with_attribute(tree.start_tag(node), "style:writing-mode", wanted);
    is_needed.then(|| Edit::new(tree.opening(node), tag()))
}

/// A start tag with an attribute set.
fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    for quote in ['"', '\''] {
        let opening = format!("{name}={quote}");
        let found = tag.match_indices(&opening).find(|(at, _)| {
            let before = tag.get(..*at).and_then(|before| before.chars().next_back());
            before.is_some_and(char::is_whitespace)
        });
        if let Some((at, _)) = found {
            let (before, rest) = tag.split_at(at + opening.len());
            let after = rest.split_once(quote).map(|(_, after)| after).unwrap_or_default();
            return format!("{before}{value}{quote}{after}");
        }
    }
    let end = if tag.ends_with("/>") { "/>" } else { ">" };
    let before = tag.strip_suffix(end).unwrap_or(tag).trim_end();
    format!("{before} {name}=\"{value}\"{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_count_one_by_one() {
        let tree = Tree::parse("<a/>").expect("well formed");
        let writer = Writer { tree: &tree, paragraph: 0 };
        let check = |text: &str, before, after, expected: &str| {
            assert_eq!(writer.fill(text, Place { before, after }), expected, "{text:?}");
        };
        check("a b & c", None, None, "a b &amp; c");
        check("a  b   c", None, None, "a <text:s/>b <text:s text:c=\"2\"/>c");
        check(" a ", None, None, "<text:s/>a<text:s/>");
        check(" a ", Some('x'), Some('y'), " a ");
        check(" a ", Some(' '), Some(' '), "<text:s/>a<text:s/>");
        check("a\tb\n c", None, None, "a<text:tab/>b<text:line-break/> c");
        check(" ", Some('x'), None, "<text:s/>");
    }

    #[test]
    fn an_attribute_is_set_whatever_its_quotes() {
        for (tag, expected) in [
            ("<a x=\"1\"/>", "<a x=\"1\" b=\"2\"/>"),
            ("<a>", "<a b=\"2\">"),
            ("<a b=\"1\" c=\"b=\">", "<a b=\"2\" c=\"b=\">"),
            ("<a\nb='1'>", "<a\nb='2'>"),
            ("<a xb=\"1\">", "<a xb=\"1\" b=\"2\">"),
        ] {
            assert_eq!(with_attribute(tag, "b", "2"), expected);
        }
    }
}
