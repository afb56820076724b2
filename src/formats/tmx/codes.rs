//! The inline codes of a `seg`: taken out of its text on reading, put in again on writing.
//!
//! ```text
//! Un <bpt i="1" type="bold">&lt;b></bpt>mot<ept i="1">&lt;/b></ept>.
//! "Un mot."   3 Open 1 "<b>"   6 Close 1 "</b>"
//! ```
//!
//! A code of type `lb` is a line break in the text as well, behind the code.
//!
//! TMX wants an `ept` for each `bpt` of a text; one that has none is written as `it`.

use crate::formats::xml::chars::{push_attribute, push_text};
use crate::formats::xml::reader::Element;
use crate::model::{SubText, TagKind, UnitTag};

/// A text being read, its codes kept apart.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub text: String,
    /// Places in bytes.
    tags: Vec<UnitTag>,
    code: Option<UnitTag>,
    /// Bytes of finished codes.
    coded: usize,
    /// Elements that are open inside the code, and the characters where they began.
    inside: Vec<(bool, usize)>,
    /// How many codes stood within codes.
    pub nested: usize,
}

impl Segment {
    /// An inline element opens.
    pub(super) fn open(&mut self, element: &Element) {
        let is_sub = element.name == "sub";
        if let Some(code) = &self.code {
            self.nested += usize::from(!is_sub);
            self.inside.push((is_sub, code.code.chars().count()));
            return;
        }
        let Some(tag) = tag(element, self.text.len()) else { return };
        if tag.kind == TagKind::MarkStart { self.tags.push(tag) } else { self.code = Some(tag) }
    }

    /// An inline element closes.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(code) = &mut self.code {
            match self.inside.pop() {
                Some((false, _)) => {}
                Some((true, at)) => {
                    code.subs.push(SubText { at, len: code.code.chars().count() - at });
                }
                None => self.finish_code(),
            }
        } else if name == "hi" {
            self.tags.push(empty(TagKind::MarkEnd, self.text.len()));
        }
    }

    fn finish_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        if is_line_break(&code) {
            self.text.push('\n');
        }
        self.coded += code.code.len();
        self.tags.push(code);
    }

    /// Text comes: of a code, or the segment's own.
    pub(super) fn push(&mut self, text: &str) {
        self.code.as_mut().map_or(&mut self.text, |code| &mut code.code).push_str(text);
    }

    /// Bytes so far, codes among them.
    pub(super) fn len(&self) -> usize {
        let open = self.code.as_ref().map_or(0, |code| code.code.len());
        let closed: usize = self.coded + size_of_val(self.tags.as_slice());
        self.text.len() + open + closed
    }

    /// The codes of what is left of the text when `before` bytes go at its start, with their
    /// places in characters.
    pub(super) fn into_tags(self, before: usize, left: &str) -> Vec<UnitTag> {
        let place = |tag: UnitTag| {
            let at = tag.at.saturating_sub(before).min(left.len());
            UnitTag { at: left.get(..at).map_or(0, |text| text.chars().count()), ..tag }
        };
        self.tags.into_iter().map(place).collect()
    }
}

fn empty(kind: TagKind, at: usize) -> UnitTag {
    let none = String::new;
    UnitTag { at, kind, pair: none(), id: none(), sort: none(), code: none(), subs: Vec::new() }
}

/// The code of an element; `None` for one that is none.
fn tag(element: &Element, at: usize) -> Option<UnitTag> {
    let kind = match element.name.as_str() {
        "bpt" => TagKind::Open,
        "ept" => TagKind::Close,
        "ph" => TagKind::Alone,
        "it" if element.attribute(&["pos"]) == Some("end") => TagKind::CloseLone,
        "it" => TagKind::OpenLone,
        "ut" => TagKind::Unknown,
        "hi" => TagKind::MarkStart,
        _ => return None,
    };
    let text = |name: &str| element.attribute(&[name]).unwrap_or_default().to_owned();
    Some(UnitTag { pair: text("i"), id: text("x"), sort: text("type"), ..empty(kind, at) })
}

fn is_line_break(tag: &UnitTag) -> bool {
    matches!(tag.sort.as_str(), "lb" | "x-lb")
}

/// Writes a text with its codes; tells how many characters XML cannot hold.
pub(super) fn write(out: &mut String, text: &str, tags: &[UnitTag]) -> usize {
    let mut lost = 0;
    let pairs = Pairs::of(tags);
    let mut rest = text.chars().peekable();
    let (mut at, mut run) = (0, String::new());
    for (number, tag) in tags.iter().enumerate() {
        while at < tag.at
            && let Some(c) = rest.next()
        {
            run.push(c);
            at += 1;
        }
        lost += push_text(out, &run);
        run.clear();
        lost += code(out, tag, &pairs, number);
        // The line break of the text is what this code stands for.
        if is_line_break(tag) && rest.next_if_eq(&'\n').is_some() {
            at += 1;
        }
    }
    run.extend(rest);
    lost += push_text(out, &run);
    for _ in 0..pairs.open_marks {
        out.push_str("</hi>");
    }
    lost
}

/// Which codes have their other half.
struct Pairs {
    /// By place in the list: the pair's name, where it has both.
    names: Vec<Option<String>>,
    /// Whether a mark's end has a start before it.
    ends: Vec<bool>,
    /// Marks that are never closed.
    open_marks: usize,
}

impl Pairs {
    fn of(tags: &[UnitTag]) -> Self {
        let mut names = vec![None; tags.len()];
        let (mut ends, mut open_marks) = (vec![false; tags.len()], 0);
        let mut open: Vec<usize> = Vec::new();
        for (number, tag) in tags.iter().enumerate() {
            match tag.kind {
                TagKind::Open => open.push(number),
                TagKind::Close => {
                    let same = |&at: &usize| tags.get(at).is_some_and(|t| t.pair == tag.pair);
                    let Some(place) = open.iter().rposition(same) else { continue };
                    let start = open.remove(place);
                    // TMX tells pairs by a name; where the file gave none, by their place.
                    let unnamed = || format!("{}", 1000 + start);
                    let name = if tag.pair.is_empty() { unnamed() } else { tag.pair.clone() };
                    for half in [start, number] {
                        if let Some(slot) = names.get_mut(half) {
                            *slot = Some(name.clone());
                        }
                    }
                }
                TagKind::MarkStart => open_marks += 1,
                TagKind::MarkEnd if open_marks > 0 => {
                    open_marks -= 1;
                    if let Some(end) = ends.get_mut(number) {
                        *end = true;
                    }
                }
                _ => {}
            }
        }
        Self { names, ends, open_marks }
    }
}

fn code(out: &mut String, tag: &UnitTag, pairs: &Pairs, number: usize) -> usize {
    let pair = pairs.names.get(number).cloned().flatten();
    let (name, pos) = match (tag.kind, &pair) {
        (TagKind::MarkEnd, _) => {
            if pairs.ends.get(number) == Some(&true) {
                out.push_str("</hi>");
            }
            return 0;
        }
        (TagKind::MarkStart, _) => ("hi", ""),
        (TagKind::Open, Some(_)) => ("bpt", ""),
        (TagKind::Close, Some(_)) => ("ept", ""),
        (TagKind::Open | TagKind::OpenLone, _) => ("it", "begin"),
        (TagKind::Close | TagKind::CloseLone, _) => ("it", "end"),
        (TagKind::Alone, _) => ("ph", ""),
        (TagKind::Unknown, _) => ("ut", ""),
    };
    let mut lost = 0;
    out.push('<');
    out.push_str(name);
    // An `ept` has nothing but its `i`.
    let others = |text: &'_ str| if name == "ept" { String::new() } else { text.to_owned() };
    let attributes = [
        ("pos", pos.to_owned()),
        ("i", pair.unwrap_or_default()),
        ("x", others(&tag.id)),
        ("type", others(&tag.sort)),
    ];
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        lost += push_attribute(out, value);
        out.push('"');
    }
    out.push('>');
    if name != "hi" {
        lost += content(out, tag);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
    lost
}

/// The code itself, its texts in `sub`.
fn content(out: &mut String, tag: &UnitTag) -> usize {
    let mut lost = 0;
    let mut subs: Vec<SubText> = tag.subs.clone();
    subs.sort_by_key(|sub| (sub.at, std::cmp::Reverse(sub.len)));
    let (mut run, mut ends) = (String::new(), Vec::new());
    let mut subs = subs.into_iter().peekable();
    let length = tag.code.chars().count();
    let mut chars = tag.code.chars();
    for at in 0..=length {
        while ends.last() == Some(&at) {
            lost += push_text(out, &std::mem::take(&mut run));
            out.push_str("</sub>");
            ends.pop();
        }
        while let Some(sub) = subs.next_if(|sub| sub.at == at) {
            lost += push_text(out, &std::mem::take(&mut run));
            let end = (sub.at + sub.len).min(ends.last().copied().unwrap_or(length));
            out.push_str(if end == at { "<sub/>" } else { "<sub>" });
            if end > at {
                ends.push(end);
            }
        }
        run.extend(chars.next());
    }
    lost + push_text(out, &run)
}
