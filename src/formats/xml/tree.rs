//! A well-formed XML text as a flat tree whose nodes know their places in the text.
//!
//! For writers that patch: they change the text at the places they know and leave the rest
//! byte for byte. Nodes stand in the order of the text, each with the number of the next
//! one behind its own subtree, so that no walk needs recursion.
//!
//! Strict, unlike [`super::reader`]: what is not well formed cannot be patched. The guards
//! that `quick-xml` leaves out are here: a file that ends inside an element, several roots,
//! text outside the root, too deep nesting. No entity is expanded but the five of XML and
//! the numeric ones.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};

use super::chars::is_allowed;
use crate::model::Problem;

/// Elements within elements; the deepest seen in real files is 65.
pub(crate) const MAX_DEPTH: usize = 256;

/// A text's nodes.
pub(crate) struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    /// What was mended, with its line.
    pub problems: Vec<Problem>,
}

/// A node: places are in bytes of the text.
struct Node {
    kind: Kind,
    /// From `<` to behind the last `>`; of a text, all of it.
    span: Range<usize>,
    /// What stands between the tags; empty at the end of an empty element.
    inner: Range<usize>,
    /// The number of the next node outside of this one.
    next: usize,
}

/// What a node is.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    /// An element, with the length of its name.
    Element(usize),
    Text,
    /// A comment, an instruction, a declaration.
    Aside,
}

/// Why a text is not well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The line, from 0.
    pub line: usize,
    /// The cause in plain words.
    pub cause: String,
}

impl<'a> Tree<'a> {
    /// # Errors
    /// A [`Fault`] at the first place that is not well formed.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Fault> {
        let mut builder = Builder {
            tree: Tree { text, nodes: Vec::new(), problems: Vec::new() },
            open: Vec::new(),
            has_root: false,
        };
        let mut reader = Reader::from_str(text);
        loop {
            let start = place(reader.buffer_position());
            let event = reader.read_event();
            let fault = |cause| Fault { line: line_at(text, start), cause };
            let event = event.map_err(|error| fault(super::reader::broken(&error)))?;
            if event == Event::Eof {
                builder.finish().map_err(fault)?;
                return Ok(builder.tree);
            }
            let span = start..place(reader.buffer_position());
            builder.take(&event, span).map_err(fault)?;
        }
    }

    /// How many nodes there are.
    pub(crate) const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The numbers of the nodes directly inside of one, in order.
    pub(crate) fn children(&self, node: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let end = self.next(node);
        let first = Some(node + 1).filter(|&first| first < end);
        std::iter::successors(first, move |&at| Some(self.next(at)).filter(|&next| next < end))
    }

    /// The first element of this name directly inside.
    pub(crate) fn child(&self, node: usize, local: &str) -> Option<usize> {
        self.children(node).find(|&child| self.local(child) == local)
    }

    /// The first element directly inside, where it has this name. For what a schema puts
    /// first: it costs the same however much follows.
    pub(crate) fn head(&self, node: usize, local: &str) -> Option<usize> {
        let first = self.children(node).find(|&child| self.is_element(child));
        first.filter(|&child| self.local(child) == local)
    }

    /// The numbers of all nodes inside of one.
    pub(crate) fn inside(&self, node: usize) -> Range<usize> {
        node + 1..self.next(node)
    }

    /// The number of the node behind a node's subtree.
    pub(crate) fn next(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(node + 1, |node| node.next)
    }

    /// The root element.
    pub(crate) fn root(&self) -> Option<usize> {
        (0..self.len()).find(|&node| self.is_element(node))
    }

    fn is_element(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| matches!(node.kind, Kind::Element(_)))
    }

    /// Whether a node is text.
    pub(crate) fn is_text(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.kind == Kind::Text)
    }

    /// An element's name as written; empty for what is no element.
    pub(crate) fn name(&self, node: usize) -> &'a str {
        match self.nodes.get(node) {
            Some(Node { kind: Kind::Element(len), span, .. }) => {
                self.source(span.start + 1..span.start + 1 + len)
            }
            _ => "",
        }
    }

    /// An element's name without its prefix.
    pub(crate) fn local(&self, node: usize) -> &'a str {
        let name = self.name(node);
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    /// The value of the attribute of this name without its prefix.
    pub(crate) fn attribute(&self, node: usize, local: &str) -> Option<String> {
        self.attributes(node)
            .find(|(name, _)| without_prefix(name) == local)
            .map(|(_, value)| value)
    }

    /// An element's attributes: names as written, and values.
    pub(crate) fn attributes(&self, node: usize) -> impl Iterator<Item = (&'a str, String)> {
        let len = self.name(node).len();
        let tag = self.start_tag(node);
        let tag = tag.strip_prefix('<').unwrap_or_default();
        let tag = tag.trim_end_matches('>').trim_end_matches('/');
        let mut given = Attributes::new(tag, len);
        // Looking for doubles takes the square of how many there are.
        given.with_checks(false);
        given.filter_map(Result::ok).map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.unwrap_or_else(|_| attribute.value.clone());
            let name: &'a str = attribute.key.0;
            (name, value.into_owned())
        })
    }

    /// Where a node stands.
    pub(crate) fn span(&self, node: usize) -> Range<usize> {
        self.nodes.get(node).map_or(0..0, |node| node.span.clone())
    }

    /// Where what is between a node's tags stands.
    pub(crate) fn inner(&self, node: usize) -> Range<usize> {
        self.nodes.get(node).map_or(0..0, |node| node.inner.clone())
    }

    /// Where an element's start tag stands.
    pub(crate) fn opening(&self, node: usize) -> Range<usize> {
        self.span(node).start..self.inner(node).start
    }

    /// Where an element's end tag stands; empty for an empty element.
    pub(crate) fn closing(&self, node: usize) -> Range<usize> {
        self.inner(node).end..self.span(node).end
    }

    /// An element's start tag.
    pub(crate) fn start_tag(&self, node: usize) -> &'a str {
        self.source(self.opening(node))
    }

    /// A stretch of the text.
    pub(crate) fn source(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The characters of a text node, or of all text inside an element.
    pub(crate) fn text(&self, node: usize) -> String {
        if self.is_text(node) {
            return decoded(self.source(self.span(node)));
        }
        let texts = self.inside(node).filter(|&inner| self.is_text(inner));
        texts.map(|inner| decoded(self.source(self.span(inner)))).collect()
    }
}

/// The insides of some elements, as ranges of node numbers: outermost only, in order.
pub(crate) struct Ranges(Vec<Range<usize>>);

impl Ranges {
    pub(crate) fn of(tree: &Tree<'_>, wanted: impl Fn(usize) -> bool) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for node in 0..tree.len() {
            let is_inside = ranges.last().is_some_and(|last| last.contains(&node));
            if !is_inside && wanted(node) {
                ranges.push(tree.inside(node));
            }
        }
        Self(ranges)
    }

    /// Whether a node is inside of one.
    pub(crate) fn hold(&self, node: usize) -> bool {
        let behind = self.0.partition_point(|range| range.start <= node);
        let last = behind.checked_sub(1).and_then(|last| self.0.get(last));
        last.is_some_and(|last| last.contains(&node))
    }
}

/// A name without its prefix.
fn without_prefix(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The line of a place, from 0.
fn line_at(text: &str, place: usize) -> usize {
    let before = text.as_bytes().get(..place).unwrap_or(text.as_bytes());
    memchr::memchr_iter(b'\n', before).count()
}

/// Puts nodes together as they come.
struct Builder<'a> {
    tree: Tree<'a>,
    open: Vec<usize>,
    has_root: bool,
}

impl Builder<'_> {
    fn take(&mut self, event: &Event<'_>, span: Range<usize>) -> Result<(), String> {
        match event {
            Event::Start(tag) => {
                self.open(span.clone(), tag.name().as_ref().len())?;
                self.open.push(self.tree.len() - 1);
            }
            Event::Empty(tag) => self.open(span, tag.name().as_ref().len())?,
            Event::End(_) => self.close(&span),
            Event::Text(text) => {
                self.check_characters(text, span.start);
                self.text(span, text.trim().is_empty())?;
            }
            Event::CData(text) => {
                self.check_characters(text, span.start);
                self.text(span, false)?;
            }
            Event::GeneralRef(reference) => {
                self.check_reference(reference, span.start);
                self.text(span, false)?;
            }
            _ => self.push(Kind::Aside, span),
        }
        Ok(())
    }

    fn open(&mut self, span: Range<usize>, name_len: usize) -> Result<(), String> {
        if self.open.len() >= MAX_DEPTH {
            return Err(format!("more than {MAX_DEPTH} elements stand within one another"));
        }
        if self.open.is_empty() {
            if self.has_root {
                return Err("there is another element behind the end of the document".to_owned());
            }
            self.has_root = true;
        }
        self.push(Kind::Element(name_len), span);
        Ok(())
    }

    fn push(&mut self, kind: Kind, span: Range<usize>) {
        let next = self.tree.len() + 1;
        let inner = span.end..span.end;
        self.tree.nodes.push(Node { kind, span, inner, next });
    }

    fn close(&mut self, span: &Range<usize>) {
        let next = self.tree.len();
        if let Some(node) = self.open.pop().and_then(|open| self.tree.nodes.get_mut(open)) {
            node.inner.end = span.start;
            node.span.end = span.end;
            node.next = next;
        }
    }

    /// Texts, references and CDATA that touch are one text.
    fn text(&mut self, span: Range<usize>, blank: bool) -> Result<(), String> {
        if self.open.is_empty() {
            return if blank {
                Ok(())
            } else {
                Err("there is text outside the document".to_owned())
            };
        }
        match self.tree.nodes.last_mut() {
            Some(last) if last.kind == Kind::Text && last.span.end == span.start => {
                last.span.end = span.end;
                last.inner = span.end..span.end;
            }
            _ => self.push(Kind::Text, span),
        }
        Ok(())
    }

    fn check_characters(&mut self, text: &str, place: usize) {
        if !text.chars().all(is_allowed) {
            self.problem(place, "characters that XML forbids were left out".to_owned());
        }
    }

    fn check_reference(&mut self, reference: &BytesRef<'_>, place: usize) {
        let name: &str = reference;
        if referred(name).is_none() {
            self.problem(
                place,
                format!("&{name}; is not defined in XML; it was kept as it stands"),
            );
        }
    }

    fn problem(&mut self, place: usize, cause: String) {
        self.tree.problems.push(Problem::at(line_at(self.tree.text, place), cause));
    }

    fn finish(&self) -> Result<(), String> {
        if let Some(&open) = self.open.last() {
            let name = self.tree.name(open);
            return Err(format!("the file ends inside <{name}>; the rest is missing"));
        }
        if self.has_root { Ok(()) } else { Err("there is no element".to_owned()) }
    }
}

/// What a reference without `&` and `;` stands for.
fn referred(name: &str) -> Option<char> {
    if name.starts_with('#') {
        let character = BytesRef::new(name).resolve_char_ref().ok().flatten();
        return character.filter(|&c| is_allowed(c));
    }
    resolve_predefined_entity(name)?.chars().next()
}

/// The characters of a raw text: references resolved, CDATA unwrapped, line ends unified,
/// what XML forbids left out.
fn decoded(raw: &str) -> String {
    const CDATA: &str = "<![CDATA[";
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '<']) {
        let (plain, marked) = rest.split_at(at);
        push_plain(&mut text, plain);
        if let Some((inner, after)) = marked.strip_prefix(CDATA).and_then(|m| m.split_once("]]>")) {
            push_plain(&mut text, inner);
            rest = after;
        } else if let Some((name, after)) = marked.strip_prefix('&').and_then(|m| m.split_once(';'))
        {
            match referred(name) {
                Some(c) => text.push(c),
                None => text.extend(["&", name, ";"]),
            }
            rest = after;
        } else {
            push_plain(&mut text, marked);
            rest = "";
        }
    }
    push_plain(&mut text, rest);
    text
}

fn push_plain(text: &mut String, plain: &str) {
    let mut previous = '\0';
    for c in plain.chars() {
        match c {
            '\n' if previous == '\r' => {}
            '\r' => text.push('\n'),
            c if is_allowed(c) => text.push(c),
            _ => {}
        }
        previous = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes as `name`, nested in brackets, and texts in quotes; or the fault.
    fn shown(xml: &str) -> String {
        match Tree::parse(xml) {
            Ok(tree) => shown_below(&tree, tree.root().expect("a root")),
            Err(fault) => format!("{}: {}", fault.line, fault.cause),
        }
    }

    fn shown_below(tree: &Tree<'_>, node: usize) -> String {
        if tree.is_text(node) {
            return format!("'{}'", tree.text(node));
        }
        let inner: Vec<String> = tree.children(node).map(|n| shown_below(tree, n)).collect();
        format!("{}({})", tree.name(node), inner.join(" "))
    }

    #[test]
    fn nodes_know_their_places() {
        let xml =
            "<?xml version='1.0'?>\n<a x='1'><w:b y=\"&lt;\"/>AT&amp;T<!-- c --><c>d</c></a>\n";
        let tree = Tree::parse(xml).expect("well formed");
        let root = tree.root().expect("a root");
        assert_eq!(shown_below(&tree, root), "a(w:b() 'AT&T' () c('d'))");
        let names: Vec<&str> = tree.children(root).map(|n| tree.source(tree.span(n))).collect();
        assert_eq!(names, ["<w:b y=\"&lt;\"/>", "AT&amp;T", "<!-- c -->", "<c>d</c>"]);
        let b = tree.child(root, "b").expect("b");
        assert_eq!(tree.attribute(b, "y").as_deref(), Some("<"));
        let c = tree.child(root, "c").expect("c");
        assert_eq!(tree.source(tree.inner(c)), "d");
        assert_eq!((tree.source(tree.opening(c)), tree.source(tree.closing(c))), ("<c>", "</c>"));
    }

    #[test]
    fn what_quick_xml_lets_through_is_refused() {
        for (xml, expected) in [
            ("<a>\n<b>", "1: the file ends inside <b>"),
            ("<a>\n</b></a>", "1: the XML is broken here"),
            ("<a/>\n<b/>", "1: there is another element"),
            ("<a/>t", "0: there is text outside"),
            ("", "0: there is no element"),
            ("<a", "0: the file ends in the middle"),
        ] {
            let found = shown(xml);
            assert!(found.starts_with(expected), "{xml}: {found}");
        }
        let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(Tree::parse(&deep(MAX_DEPTH)).is_ok());
        assert!(shown(&deep(MAX_DEPTH + 1)).contains("more than 256"));
        assert!(shown(&deep(60_000)).contains("more than 256"));
    }

    #[test]
    fn texts_are_decoded_and_mended() {
        for (xml, expected, problems) in [
            ("<a>1\r\n2\r3&#xe9;&quot;</a>", "1\n2\n3é\"", 0),
            ("<a>x<![CDATA[<b>&amp;]]>y</a>", "x<b>&amp;y", 0),
            ("<a>\u{1}x&#2;</a>", "x&#2;", 2),
            ("<!DOCTYPE a [<!ENTITY c 'ccc'>]><a>&c;</a>", "&c;", 1),
        ] {
            let tree = Tree::parse(xml).expect("well formed");
            assert_eq!(tree.text(tree.root().expect("a root")), expected, "{xml}");
            assert_eq!(tree.problems.len(), problems, "{xml}");
        }
    }
}
