//! Text as runs (ECMA-376 part 1, 17.3.2, 17.3.3), and the language and direction of what
//! is translated.
//!
//! A paragraph that is rendered gets the target's language in each of its runs, as word
//! processors do when a person sets it, and its direction. Left out: styles, tables and
//! sections keep the direction they have.

use super::look::property;
use super::styles::Styles;
use crate::formats::office::edit::{Chunk, Edit};
use crate::formats::office::inline::Look;
use crate::formats::office::plan::{Dialect, Place};
use crate::formats::xml::chars::{push_attribute, push_text};
use crate::formats::xml::tree::Tree;
use crate::model::Lang;

/// Writes text into a part.
pub(super) struct Writer<'a> {
    pub tree: &'a Tree<'a>,
    /// What comes before the names of the part's elements: `w:`.
    pub prefix: String,
    /// The target's language, and whether it is written from right to left.
    pub target: Option<(&'a Lang, bool)>,
    /// For telling what a reader sees of a run.
    pub styles: &'a Styles,
}

/// What may stand behind the language among the properties of a run, in the order of the
/// schema (17.3.2.28).
const AFTER_LANG: [&str; 4] = ["eastAsianLayout", "specVanish", "oMath", "rPrChange"];

/// What may stand behind the mark of right-to-left runs, before the language.
const AFTER_RTL: [&str; 3] = ["cs", "em", "lang"];

/// What may stand behind the direction among the properties of a paragraph (17.3.1.26).
const AFTER_BIDI: [&str; 17] = [
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

impl Dialect for Writer<'_> {
    fn fill(&self, text: &str, _: Place) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(|c| element(c).is_some()) {
            let (plain, marked) = rest.split_at(at);
            self.push_plain(&mut out, plain);
            let mut characters = marked.chars();
            if let Some(local) = characters.next().and_then(element) {
                out.extend(["<", &self.prefix, local, "/>"]);
            }
            rest = characters.as_str();
        }
        self.push_plain(&mut out, rest);
        out
    }

    fn write(
        &self,
        text: &str,
        place: Place,
        home: Option<usize>,
        only: Option<&Look>,
    ) -> Vec<Chunk> {
        let format = match (home, only) {
            (Some(run), None) => self.format(run, &|_| true),
            (Some(run), Some(look)) => self.format(run, &|node| self.is_in(node, look)),
            (None, _) => String::new(),
        };
        let (prefix, text) = (&self.prefix, self.fill(text, place));
        vec![Chunk::New(format!("<{prefix}r>{format}{text}</{prefix}r>"))]
    }
}

/// The element that stands for a character.
fn element(c: char) -> Option<&'static str> {
    match c {
        '\t' => Some("tab"),
        '\n' => Some("br"),
        '\u{2011}' => Some("noBreakHyphen"),
        '\u{ad}' => Some("softHyphen"),
        _ => None,
    }
}

impl Writer<'_> {
    fn push_plain(&self, out: &mut String, text: &str) {
        if text.is_empty() {
            return;
        }
        let spaces = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
        let preserve = if spaces { " xml:space=\"preserve\"" } else { "" };
        out.extend(["<", &self.prefix, "t", preserve, ">"]);
        push_text(out, text);
        out.extend(["</", &self.prefix, "t>"]);
    }

    /// Whether a property of a run belongs to a look.
    fn is_in(&self, node: usize, look: &Look) -> bool {
        let Some(property) = property(self.tree, node) else { return false };
        let own = super::look::look(&[property], &[], self.styles);
        own.iter().any(|own| look.binary_search(own).is_ok())
    }

    /// The `w:rPr` of a run, of those of its properties that are wanted, in the target's
    /// language.
    fn format(&self, run: usize, wanted: &dyn Fn(usize) -> bool) -> String {
        let format = self.tree.head(run, "rPr");
        let children: Vec<usize> = format
            .map(|format| self.tree.children(format).filter(|&child| wanted(child)).collect())
            .unwrap_or_default();
        let mut inner: Vec<(&str, String)> = children
            .into_iter()
            .map(|child| {
                (self.tree.local(child), self.tree.source(self.tree.span(child)).to_owned())
            })
            .collect();
        self.localise(&mut inner, format);
        let inner: String = inner.into_iter().map(|(_, source)| source).collect();
        if inner.is_empty() {
            return String::new();
        }
        format!("<{0}rPr>{inner}</{0}rPr>", self.prefix)
    }

    /// Sets language and direction among the properties of a run.
    fn localise(&self, inner: &mut Vec<(&str, String)>, format: Option<usize>) {
        let (Some((lang, right_to_left)), false) = (self.target, self.prefix.is_empty()) else {
            return;
        };
        inner.retain(|(local, _)| !matches!(*local, "lang" | "rtl"));
        let before = |inner: &[(&str, String)], names: &[&str]| {
            inner.iter().position(|(local, _)| names.contains(local)).unwrap_or(inner.len())
        };
        let place = before(inner, &AFTER_LANG);
        inner.insert(place, ("lang", self.lang(lang, right_to_left, format)));
        if right_to_left {
            let place = before(inner, &AFTER_RTL);
            inner.insert(place, ("rtl", format!("<{}rtl/>", self.prefix)));
        }
    }

    /// The element that names the language; those of other scripts are kept (17.3.2.20).
    fn lang(&self, lang: &Lang, right_to_left: bool, format: Option<usize>) -> String {
        let own = format.and_then(|format| self.tree.child(format, "lang"));
        self.lang_element(lang, right_to_left, own)
    }

    fn lang_element(&self, lang: &Lang, right_to_left: bool, own: Option<usize>) -> String {
        let mut named = vec!["val"];
        if right_to_left {
            named.push("bidi");
        }
        if matches!(lang.base(), "zh" | "ja" | "ko") {
            named.push("eastAsia");
        }
        let mut out = format!("<{}lang", self.prefix);
        let mut attribute = |name: &str, value: &str| {
            out.extend([" ", &self.prefix, name, "=\""]);
            push_attribute(&mut out, value);
            out.push('"');
        };
        for name in ["val", "eastAsia", "bidi"] {
            if named.contains(&name) {
                attribute(name, lang.as_str());
            } else if let Some(value) = own.and_then(|own| self.tree.attribute(own, name)) {
                attribute(name, &value);
            }
        }
        out.push_str("/>");
        out
    }

    /// Sets the language of the runs at these nodes, and the direction of their paragraph.
    pub(super) fn localised(&self, paragraph: usize, runs: &[usize]) -> Vec<Edit> {
        let Some((_, right_to_left)) = self.target else { return Vec::new() };
        if self.prefix.is_empty() {
            return Vec::new();
        }
        let mut edits: Vec<Edit> = self.direction(paragraph, right_to_left).into_iter().collect();
        for &run in runs {
            let at = match self.tree.head(run, "rPr") {
                Some(format) => self.tree.span(format),
                None => self.tree.inner(run).start..self.tree.inner(run).start,
            };
            edits.push(Edit::new(at, self.format(run, &|_| true)));
        }
        edits
    }

    fn direction(&self, paragraph: usize, right_to_left: bool) -> Option<Edit> {
        let bidi = format!("<{}bidi/>", self.prefix);
        let Some(format) = self.tree.child(paragraph, "pPr") else {
            let at = self.tree.inner(paragraph).start;
            let text = format!("<{0}pPr>{bidi}</{0}pPr>", self.prefix);
            return right_to_left.then(|| Edit::new(at..at, text));
        };
        match (self.tree.child(format, "bidi"), right_to_left) {
            (Some(own), true) => Some(Edit::new(self.tree.span(own), bidi)),
            (Some(own), false) => Some(Edit::new(self.tree.span(own), "")),
            (None, false) => None,
            (None, true) if self.tree.closing(format).is_empty() => {
                let text = format!("<{0}pPr>{bidi}</{0}pPr>", self.prefix);
                Some(Edit::new(self.tree.span(format), text))
            }
            (None, true) => {
                let later = |&child: &usize| AFTER_BIDI.contains(&self.tree.local(child));
                let at = self.tree.children(format).find(later);
                let at =
                    at.map_or(self.tree.inner(format).end, |child| self.tree.span(child).start);
                Some(Edit::new(at..at, bidi))
            }
        }
    }

    /// Sets the language of text that names none, in the part of the styles.
    pub(super) fn default_language(&self) -> Option<Edit> {
        let (lang, right_to_left) = self.target.filter(|_| !self.prefix.is_empty())?;
        let root = self.tree.root()?;
        let defaults = self.tree.child(root, "docDefaults")?;
        let own = self.tree.inside(defaults).find(|&node| self.tree.local(node) == "lang")?;
        Some(Edit::new(self.tree.span(own), self.lang_element(lang, right_to_left, Some(own))))
    }
}

/// What comes before the name of an element: `w:`.
pub(super) fn prefix(tree: &Tree<'_>, node: usize) -> String {
    let (name, local) = (tree.name(node), tree.local(node));
    name.strip_suffix(local).unwrap_or_default().to_owned()
}
