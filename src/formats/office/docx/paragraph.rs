//! A paragraph as items (ECMA-376 part 1, 17.3.3, 17.16).
//!
//! Tabs and line breaks are characters of the text; a page break, a field, a picture, a
//! note's mark stand as a whole. Of a field that is a link, the text is read. What was
//! deleted under tracking stays in the file and is not read; what was inserted is. A drawing
//! that does not stand in the line but beside the text is an anchor as others are.

use std::collections::BTreeMap;
use std::ops::Range;

use super::look::{Property, look, properties};
use super::styles::Styles;
use crate::formats::office::edit::Chunk;
use crate::formats::office::inline::{Item, Look, Piece};
use crate::formats::xml::tree::Tree;

/// Fields whose result is text of the author, by their first word (17.16.5).
const TEXT_FIELDS: [&str; 3] = ["HYPERLINK", "FORMTEXT", "TOC"];

/// Fields within fields that are looked into; deeper ones stand as a whole.
const MAX_FIELDS: usize = 16;

/// What is met on the way, for telling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Met {
    /// Insertions under tracking.
    pub inserted: usize,
    /// Deletions under tracking.
    pub deleted: usize,
    /// Stretches of hidden text.
    pub hidden: usize,
    /// Base texts with readings over them.
    pub ruby: usize,
}

/// Reads paragraphs of one part.
pub(super) struct Reader<'a> {
    tree: &'a Tree<'a>,
    styles: &'a Styles,
    /// What text looks like in the paragraph's style.
    paragraph: Vec<Property>,
    is_hidden: bool,
    pub met: Met,
    /// The ids of the place of the last change, a bookmark that Word sets by itself.
    last_changes: Vec<String>,
    /// The run that was looked at last: whether it is hidden, and its look.
    last_run: Option<(usize, bool, Look)>,
}

/// The places of a field's separator and of its end, where they are there.
type Marks = (Option<usize>, Option<usize>);

/// What a paragraph or a link directly consists of.
#[derive(Debug, Clone, Copy)]
struct Atom {
    node: usize,
    /// The run it is in.
    run: Option<usize>,
    /// How many there are in that run.
    of: usize,
}

impl<'a> Reader<'a> {
    /// For a paragraph in a style.
    pub(super) fn new(tree: &'a Tree<'a>, styles: &'a Styles, style: Option<&str>) -> Self {
        Self {
            tree,
            styles,
            paragraph: styles.paragraph_properties(style),
            is_hidden: style.is_some_and(|style| styles.is_hidden(style)),
            met: Met::default(),
            last_changes: Vec::new(),
            last_run: None,
        }
    }

    /// The items inside of a node.
    pub(super) fn items(&mut self, node: usize) -> Vec<Item> {
        let atoms = self.atoms(node);
        let mut items = Vec::new();
        self.read(&atoms, 0, &mut items);
        items
    }

    fn atoms(&self, node: usize) -> Vec<Atom> {
        let mut atoms = Vec::new();
        for child in self.tree.children(node) {
            if self.tree.local(child) == "r" && !self.tree.name(child).starts_with("m:") {
                let inside = self.tree.children(child).filter(|&inner| self.is_content(inner));
                let inside: Vec<usize> = inside.collect();
                let (run, of) = (Some(child), inside.len());
                atoms.extend(inside.into_iter().map(|node| Atom { node, run, of }));
            } else if self.is_content(child) {
                atoms.push(Atom { node: child, run: None, of: 0 });
            }
        }
        atoms
    }

    fn is_content(&self, node: usize) -> bool {
        !matches!(self.tree.local(node), "" | "rPr" | "pPr")
    }

    fn read(&mut self, atoms: &[Atom], fields: usize, items: &mut Vec<Item>) {
        let ends = self.field_ends(atoms);
        let mut place = 0;
        while let Some(&atom) = atoms.get(place) {
            place = match self.field_mark(atom).as_deref() {
                Some("begin") => {
                    let marks = ends.get(&place).copied().unwrap_or_default();
                    self.field(atoms, place, marks, fields, items)
                }
                Some(_) => {
                    self.stay(&[atom], items);
                    place + 1
                }
                None => {
                    self.atom(atom, fields, items);
                    place + 1
                }
            };
        }
    }

    fn stay(&self, atoms: &[Atom], items: &mut Vec<Item>) {
        items.push(Item::Stay { raw: self.raw(atoms), passing: false });
    }

    /// `begin`, `separate` or `end`.
    fn field_mark(&self, atom: Atom) -> Option<String> {
        (self.tree.local(atom.node) == "fldChar")
            .then(|| self.tree.attribute(atom.node, "fldCharType").unwrap_or_default())
    }

    /// Takes a field in; gives the place behind it. Of one that does not end here, the
    /// beginning stays where it is.
    fn field(
        &mut self,
        atoms: &[Atom],
        start: usize,
        (separator, end): Marks,
        fields: usize,
        items: &mut Vec<Item>,
    ) -> usize {
        let stretch = |range: Range<usize>| atoms.get(range).unwrap_or_default();
        let Some(end) = end else {
            let behind = separator.map_or(start + 1, |separator| separator + 1);
            self.stay(stretch(start..behind), items);
            return behind;
        };
        let whole = stretch(start..end + 1);
        let head = separator.map(|separator| stretch(start..separator + 1));
        if let (Some(separator), Some(head)) = (separator, head)
            && fields < MAX_FIELDS
            && self.has_text(head)
        {
            let mut inner = Vec::new();
            self.read(stretch(separator + 1..end), fields + 1, &mut inner);
            if inner.iter().any(|item| matches!(item, Item::Text(_))) {
                let shown =
                    if self.instruction(head).starts_with("HYPERLINK") { "a" } else { "field" };
                let open = Item::Open {
                    shown: shown.to_owned(),
                    raw: self.raw(head),
                    edge: self.edge(head),
                };
                let tail = stretch(end..end + 1);
                items.push(open);
                items.append(&mut inner);
                items.push(Item::Close { raw: self.raw(tail), edge: self.edge_before(tail) });
                return end + 1;
            }
        }
        let unseen = separator.is_none();
        items.push(alone("field", self.raw(whole), unseen));
        end + 1
    }

    /// The places of the separators and ends of fields, by those of their beginnings.
    fn field_ends(&self, atoms: &[Atom]) -> BTreeMap<usize, Marks> {
        let mut found: BTreeMap<usize, Marks> = BTreeMap::new();
        let mut open: Vec<usize> = Vec::new();
        for (place, &atom) in atoms.iter().enumerate() {
            match self.field_mark(atom).as_deref() {
                Some("begin") => open.push(place),
                Some("separate") => {
                    if let Some(&begin) = open.last() {
                        found.entry(begin).or_default().0.get_or_insert(place);
                    }
                }
                Some("end") => {
                    if let Some(begin) = open.pop() {
                        found.entry(begin).or_default().1 = Some(place);
                    }
                }
                None if atom.run.is_none() && self.is_uneven(atom.node) => open.clear(),
                _ => {}
            }
        }
        found
    }

    /// Whether a field begins or ends inside of a node, but not both.
    fn is_uneven(&self, node: usize) -> bool {
        let marks = self.tree.inside(node).filter(|&inner| self.tree.local(inner) == "fldChar");
        let mut open = 0_i64;
        for mark in marks {
            match self.tree.attribute(mark, "fldCharType").as_deref() {
                Some("begin") => open += 1,
                Some("end") => open -= 1,
                _ => {}
            }
        }
        open != 0
    }

    fn instruction(&self, atoms: &[Atom]) -> String {
        let texts = atoms.iter().filter(|atom| self.tree.local(atom.node) == "instrText");
        let text: String = texts.map(|atom| self.tree.text(atom.node)).collect();
        text.trim().to_ascii_uppercase()
    }

    fn has_text(&self, atoms: &[Atom]) -> bool {
        is_text_field(&self.instruction(atoms))
    }

    /// Atoms as they are written by themselves: whole runs, or their parts in runs of the
    /// same format.
    fn raw(&self, atoms: &[Atom]) -> Vec<Chunk> {
        let mut raw = Vec::new();
        for group in atoms.chunk_by(|a, b| a.run.is_some() && a.run == b.run) {
            let Some(Atom { run: Some(run), .. }) = group.first() else {
                raw.extend(group.iter().map(|atom| Chunk::Old(self.tree.span(atom.node))));
                continue;
            };
            if is_whole(group) {
                raw.push(Chunk::Old(self.tree.span(*run)));
                continue;
            }
            raw.push(Chunk::New(format!("<{}>", self.tree.name(*run))));
            raw.extend(self.format(*run).map(|node| Chunk::Old(self.tree.span(node))));
            raw.extend(group.iter().map(|atom| Chunk::Old(self.tree.span(atom.node))));
            raw.push(Chunk::New(format!("</{}>", self.tree.name(*run))));
        }
        raw
    }

    /// The `w:rPr` of a run.
    fn format(&self, run: usize) -> Option<usize> {
        self.tree.head(run, "rPr")
    }

    /// The place behind atoms that end a run.
    fn edge(&self, atoms: &[Atom]) -> Option<usize> {
        let run = atoms.last()?.run?;
        let own = atoms.iter().rev().take_while(|atom| atom.run == Some(run)).count();
        (own == atoms.last()?.of).then(|| self.tree.span(run).end)
    }

    /// The place in front of atoms that begin a run.
    fn edge_before(&self, atoms: &[Atom]) -> Option<usize> {
        let run = atoms.first()?.run?;
        is_whole(atoms).then(|| self.tree.span(run).start)
    }

    fn atom(&mut self, atom: Atom, fields: usize, items: &mut Vec<Item>) {
        match atom.run {
            Some(run) => self.in_run(atom, run, items),
            None => self.beside_runs(atom, fields, items),
        }
    }

    /// What a run consists of.
    fn in_run(&mut self, atom: Atom, run: usize, items: &mut Vec<Item>) {
        let text = self.characters(atom.node);
        if text.as_ref().is_some_and(String::is_empty) {
            return;
        }
        if let Some(text) = text {
            let (is_hidden, look) = self.appearance(run);
            if is_hidden {
                self.met.hidden += 1;
                return self.alone("hidden text", atom, true, items);
            }
            let at = self.tree.span(atom.node);
            let whole = if atom.of == 1 { self.tree.span(run) } else { at.clone() };
            let fillable = self.tree.local(atom.node) == "t";
            items.push(Item::Text(Piece { text, at, whole, look, home: run, fillable }));
            return;
        }
        let number = |tree: &Tree<'_>| tree.attribute(atom.node, "id").unwrap_or_default();
        match self.tree.local(atom.node) {
            "br" => self.alone("page break", atom, true, items),
            "footnoteReference" => {
                self.alone(&format!("footnote {}", number(self.tree)), atom, false, items);
            }
            "endnoteReference" => {
                self.alone(&format!("endnote {}", number(self.tree)), atom, false, items);
            }
            "commentReference" => self.alone("comment", atom, true, items),
            "footnoteRef" | "endnoteRef" | "annotationRef" => {
                self.alone("number", atom, true, items);
            }
            "sym" => self.alone("symbol", atom, false, items),
            "object" => self.alone("object", atom, false, items),
            "drawing" | "pict" | "AlternateContent" => {
                let has = |local| self.tree.inside(atom.node).any(|n| self.tree.local(n) == local);
                let boxed = has("txbxContent");
                let shown = if boxed { "text box" } else { "image" };
                self.alone(shown, atom, boxed || has("anchor"), items);
            }
            "ruby" => {
                self.met.ruby += 1;
                self.alone("ruby", atom, false, items);
            }
            "pgNum" | "dayShort" | "dayLong" | "monthShort" | "monthLong" | "yearShort"
            | "yearLong" => self.alone("field", atom, false, items),
            "lastRenderedPageBreak" => items.push(Item::Stay { raw: Vec::new(), passing: true }),
            _ => self.stay(&[atom], items),
        }
    }

    fn alone(&self, shown: &str, atom: Atom, unseen: bool, items: &mut Vec<Item>) {
        items.push(alone(shown, self.raw(&[atom]), unseen));
    }

    /// Whether the text of a run is hidden, and what it looks like.
    fn appearance(&mut self, run: usize) -> (bool, Look) {
        if let Some((last, is_hidden, look)) = &self.last_run
            && *last == run
        {
            return (*is_hidden, look.clone());
        }
        let own = self.format(run).map(|format| properties(self.tree, format)).unwrap_or_default();
        let is_hidden = self.is_hidden(&own);
        let look = look(&own, &self.paragraph, self.styles);
        self.last_run = Some((run, is_hidden, look.clone()));
        (is_hidden, look)
    }

    fn is_hidden(&self, own: &[Property]) -> bool {
        let said = own.iter().find(|(name, _)| name == "vanish").map(|(_, value)| value == "1");
        let style = own.iter().find(|(name, _)| name == "rStyle").map(|(_, style)| style);
        said.unwrap_or_else(|| {
            self.is_hidden || style.is_some_and(|style| self.styles.is_hidden(style))
        })
    }

    /// The characters of an atom that is text.
    fn characters(&self, node: usize) -> Option<String> {
        let one = match self.tree.local(node) {
            "t" => return Some(self.text(node)),
            "tab" | "ptab" => "\t",
            "cr" => "\n",
            "br" if self.is_line_break(node) => "\n",
            "noBreakHyphen" => "\u{2011}",
            "softHyphen" => "\u{ad}",
            _ => return None,
        };
        Some(one.to_owned())
    }

    fn is_line_break(&self, node: usize) -> bool {
        !matches!(self.tree.attribute(node, "type").as_deref(), Some("page" | "column"))
    }

    /// The text of a `w:t`: line ends and tabs in it are spaces, and spaces at its ends count
    /// only where it says so.
    fn text(&self, node: usize) -> String {
        let text = self.tree.text(node).replace(['\n', '\t'], " ");
        match self.tree.attribute(node, "space").as_deref() {
            Some("preserve") => text,
            _ => text.trim_matches(' ').to_owned(),
        }
    }

    /// What stands beside runs.
    fn beside_runs(&mut self, atom: Atom, fields: usize, items: &mut Vec<Item>) {
        let node = atom.node;
        match self.tree.local(node) {
            "hyperlink" => self.pair("a", node, node, fields, items),
            "fldSimple" => {
                let instruction = self.tree.attribute(node, "instr").unwrap_or_default();
                if is_text_field(&instruction.trim().to_ascii_uppercase()) {
                    self.pair("field", node, node, fields, items);
                } else {
                    self.alone("field", atom, false, items);
                }
            }
            "sdt" => match self.tree.child(node, "sdtContent") {
                Some(content) => self.pair("control", node, content, fields, items),
                None => self.stay(&[atom], items),
            },
            "ins" | "moveTo" => {
                self.met.inserted += 1;
                self.through(node, fields, items);
            }
            "del" | "moveFrom" => {
                self.met.deleted += 1;
                self.stay(&[atom], items);
            }
            "smartTag" | "customXml" | "dir" | "bdo" => self.through(node, fields, items),
            "proofErr" => items.push(Item::Stay { raw: Vec::new(), passing: true }),
            "bookmarkStart" | "bookmarkEnd" if self.is_last_change(node) => {
                self.stay(&[atom], items);
            }
            "bookmarkStart" | "bookmarkEnd" => self.alone("bookmark", atom, true, items),
            "commentRangeStart" | "commentRangeEnd" => self.alone("comment", atom, true, items),
            "permStart" | "permEnd" => self.alone("permission", atom, true, items),
            "oMath" | "oMathPara" => self.alone("formula", atom, false, items),
            "AlternateContent" | "drawing" | "pict" | "subDoc" | "contentPart" => {
                self.alone("image", atom, false, items);
            }
            _ => self.stay(&[atom], items),
        }
    }

    fn is_last_change(&mut self, bookmark: usize) -> bool {
        let id = self.tree.attribute(bookmark, "id").unwrap_or_default();
        if self.tree.attribute(bookmark, "name").as_deref() == Some("_GoBack") {
            self.last_changes.push(id);
            return true;
        }
        self.tree.local(bookmark) == "bookmarkEnd" && self.last_changes.contains(&id)
    }

    /// Reads through an element that stands around runs.
    fn through(&mut self, node: usize, fields: usize, items: &mut Vec<Item>) {
        let atoms = self.atoms(node);
        self.read(&atoms, fields, items);
    }

    /// A link or a control with text inside; without, it stands as a whole.
    fn pair(
        &mut self,
        shown: &str,
        node: usize,
        content: usize,
        fields: usize,
        items: &mut Vec<Item>,
    ) {
        let mut inner = Vec::new();
        self.through(content, fields, &mut inner);
        let has_text = inner.iter().any(|item| matches!(item, Item::Text(_)));
        if !has_text {
            let raw = vec![Chunk::Old(self.tree.span(node))];
            let unseen = inner.iter().all(|item| matches!(item, Item::Stay { .. }));
            items.push(alone(shown, raw, unseen));
            return;
        }
        let (span, place) = (self.tree.span(node), self.tree.inner(content));
        let open = vec![Chunk::Old(span.start..place.start)];
        let edge = Some(place.start);
        items.push(Item::Open { shown: shown.to_owned(), raw: open, edge });
        items.append(&mut inner);
        let close = vec![Chunk::Old(place.end..span.end)];
        items.push(Item::Close { raw: close, edge: Some(place.end) });
    }
}

/// What stands as a whole. Fields and breaks may be left out of a translation, since their
/// text may be written there instead.
fn alone(shown: &str, raw: Vec<Chunk>, unseen: bool) -> Item {
    let keep = !matches!(shown, "field" | "symbol" | "page break");
    Item::Alone { shown: shown.to_owned(), raw, unseen, keep }
}

/// Whether atoms of one run are all it has.
fn is_whole(atoms: &[Atom]) -> bool {
    atoms.first().is_some_and(|atom| atom.of == atoms.len())
}

/// Whether an instruction in capitals is that of a field whose result is text.
fn is_text_field(instruction: &str) -> bool {
    let word = instruction.split_ascii_whitespace().next().unwrap_or_default();
    TEXT_FIELDS.contains(&word)
}
