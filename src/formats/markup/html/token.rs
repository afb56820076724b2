//! From characters to tags and text, each with its place.
//!
//! Follows the tokenization section of the HTML standard (13.2.5) as far as it decides where a
//! token begins and ends: tags and their attributes, comments, bogus comments, CDATA sections,
//! the elements whose content is text alone (`script`, `style`, `title`, `textarea` …), and
//! script's escaped states. Places are bytes of the text.
//!
//! Left out: parse errors, which change no place, and the value of a token, which the reader
//! takes from its place.

use std::collections::HashMap;
use std::ops::Range;

/// Attributes of a tag that are read; no page has as many.
const MOST_ATTRIBUTES: usize = 256;

/// A piece of the text; pieces follow one another without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Characters and references.
    Text,
    /// The content of an element that is never marked up, such as `script`: no text for anybody.
    Raw,
    /// A start tag.
    Start(Tag),
    /// An end tag.
    End(String),
    /// A comment, a declaration, an instruction, or a tag that was cut off.
    Comment,
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    /// In order.
    pub(super) attributes: Vec<Attribute>,
    /// Whether it ends with `/>`.
    pub(super) self_closing: bool,
}

/// An attribute of a start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// In small letters.
    pub(super) name: String,
    /// Where its value stands, between the quotes; empty, at the name's end, without a value.
    pub(super) value: Range<usize>,
    /// `"`, `'`, or none.
    pub(super) quote: Option<char>,
    /// Whether there is a value.
    pub(super) has_value: bool,
}

/// The tokens of a text. With `xml`, `<x/>` closes what it opens, as in XHTML.
pub(super) fn tokens(text: &str, xml: bool) -> Vec<Token> {
    let mut cursor = Cursor { text, at: 0 };
    let mut tokens: Vec<Token> = Vec::new();
    while cursor.at < text.len() {
        let start = cursor.at;
        let kind = cursor.markup().unwrap_or_else(|| cursor.characters());
        let content = match &kind {
            Kind::Start(tag) if !(xml && tag.self_closing) => Content::of(&tag.name),
            _ => Content::Marked,
        };
        push(&mut tokens, kind, start..cursor.at);
        cursor.content(&content, &mut tokens);
    }
    tokens
}

fn push(tokens: &mut Vec<Token>, kind: Kind, range: Range<usize>) {
    match tokens.last_mut() {
        Some(last) if kind == Kind::Text && last.kind == Kind::Text => last.range.end = range.end,
        _ if range.is_empty() => {}
        _ => tokens.push(Token { kind, range }),
    }
}

/// What stands in an element.
enum Content {
    /// Text and elements.
    Marked,
    /// Text and references, up to this end tag.
    Text(String),
    /// Nothing that is read, up to this end tag.
    Raw(String),
    /// A script.
    Script,
    /// Everything that follows.
    Plain,
}

impl Content {
    fn of(name: &str) -> Self {
        match name {
            "title" | "textarea" => Self::Text(name.to_owned()),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => Self::Raw(name.to_owned()),
            "script" => Self::Script,
            "plaintext" => Self::Plain,
            _ => Self::Marked,
        }
    }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes behind the next of these, or to the end.
    fn behind(&mut self, needle: &str) {
        self.at =
            self.rest().find(needle).map_or(self.text.len(), |at| self.at + at + needle.len());
    }

    fn skip(&mut self, skips: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !skips(c)).unwrap_or(rest.len());
    }

    /// The markup that stands here, if it is some.
    fn markup(&mut self) -> Option<Kind> {
        let rest = self.rest();
        let next = rest.strip_prefix('<')?;
        if let Some(inside) = next.strip_prefix('/') {
            return match inside.chars().next() {
                Some(c) if c.is_ascii_alphabetic() => Some(self.end_tag()),
                None => None,
                Some(_) => Some(self.comment(">")),
            };
        }
        if next.starts_with("!--") {
            return Some(self.real_comment());
        }
        if next.starts_with("![CDATA[") {
            return Some(self.comment("]]>"));
        }
        if is_doctype_with_subset(next) {
            return Some(self.comment("]>"));
        }
        if next.starts_with(['!', '?']) {
            return Some(self.comment(">"));
        }
        next.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| self.start_tag())
    }

    fn characters(&mut self) -> Kind {
        let rest = self.rest();
        let from = usize::from(rest.starts_with('<'));
        let next = rest.get(from..).and_then(|rest| rest.find('<'));
        self.at += next.map_or(rest.len(), |at| at + from);
        Kind::Text
    }

    fn comment(&mut self, end: &str) -> Kind {
        self.behind(end);
        Kind::Comment
    }

    /// `<!-->`, `<!--->`, and up to `-->` or `--!>`.
    fn real_comment(&mut self) -> Kind {
        self.at += "<!--".len();
        let rest = self.rest();
        let abrupt = [">", "->"].into_iter().find(|end| rest.starts_with(end));
        let mut ends = rest.match_indices("--").filter_map(|(at, dashes)| {
            let at = at + dashes.len();
            let behind = rest.get(at..)?;
            let end = [">", "->", "!>"].into_iter().find(|end| behind.starts_with(end))?;
            Some(at + end.len())
        });
        self.at += abrupt.map(str::len).or_else(|| ends.next()).unwrap_or(rest.len());
        Kind::Comment
    }

    fn end_tag(&mut self) -> Kind {
        self.at += "</".len();
        let name = self.name();
        if self.attributes().is_none() { Kind::Comment } else { Kind::End(name) }
    }

    fn start_tag(&mut self) -> Kind {
        self.at += 1;
        let name = self.name();
        match self.attributes() {
            Some((attributes, self_closing)) => Kind::Start(Tag { name, attributes, self_closing }),
            None => Kind::Comment,
        }
    }

    /// The name of a tag.
    fn name(&mut self) -> String {
        let start = self.at;
        self.skip(|c| !is_space(c) && c != '/' && c != '>');
        self.text.get(start..self.at).unwrap_or_default().to_ascii_lowercase()
    }

    /// The attributes up to `>`, and whether `/` stands before it; `None` where the text ends.
    fn attributes(&mut self) -> Option<(Vec<Attribute>, bool)> {
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut slash = false;
        loop {
            self.skip(is_space);
            match self.peek()? {
                '>' => {
                    self.at += 1;
                    return Some((attributes, slash));
                }
                '/' => {
                    self.at += 1;
                    slash = self.peek() == Some('>');
                }
                _ => {
                    let attribute = self.attribute();
                    // Of two with one name the first counts.
                    if attributes.len() < MOST_ATTRIBUTES
                        && attributes.iter().all(|known| known.name != attribute.name)
                    {
                        attributes.push(attribute);
                    }
                }
            }
        }
    }

    fn attribute(&mut self) -> Attribute {
        let start = self.at;
        // An equals sign at its beginning belongs to a name.
        self.at += usize::from(self.peek() == Some('='));
        self.skip(|c| !is_space(c) && !matches!(c, '/' | '>' | '='));
        let name = self.text.get(start..self.at).unwrap_or_default().to_ascii_lowercase();
        let end = self.at;
        self.skip(is_space);
        if self.peek() != Some('=') {
            self.at = end;
            return Attribute { name, value: end..end, quote: None, has_value: false };
        }
        self.at += 1;
        self.skip(is_space);
        let (value, quote) = self.value();
        Attribute { name, value, quote, has_value: true }
    }

    fn value(&mut self) -> (Range<usize>, Option<char>) {
        let quote = self.peek().filter(|c| matches!(c, '"' | '\''));
        self.at += usize::from(quote.is_some());
        let start = self.at;
        self.skip(|c| quote.map_or(!is_space(c) && c != '>', |quote| c != quote));
        let end = self.at;
        self.at = (end + usize::from(quote.is_some())).min(self.text.len());
        (start..end, quote)
    }

    /// The content of an element that is not marked up.
    fn content(&mut self, content: &Content, tokens: &mut Vec<Token>) {
        let start = self.at;
        let (kind, end) = match content {
            Content::Marked => return,
            Content::Text(name) => (Kind::Text, self.end_of(name)),
            Content::Raw(name) => (Kind::Raw, self.end_of(name)),
            Content::Script => (Kind::Raw, self.end_of_script()),
            Content::Plain => (Kind::Text, self.text.len()),
        };
        self.at = end;
        if start < end {
            tokens.push(Token { kind, range: start..end });
        }
    }

    /// The place of the end tag of this name, or the end.
    fn end_of(&self, name: &str) -> usize {
        let ends = self.rest().match_indices("</");
        let mut ends = ends.map(|(at, _)| self.at + at);
        let is_end = |at: &usize| is_tag(self.text.get(at + 2..).unwrap_or_default(), name);
        ends.find(is_end).unwrap_or(self.text.len())
    }

    /// The same for a script: an end tag between `<!-- <script` and `</script> -->` is none.
    fn end_of_script(&self) -> usize {
        let end = self.end_of("script");
        let script = self.text.get(self.at..end).unwrap_or_default();
        let Some(open) = script.find("<!--") else { return end };
        let after = script.get(open..).unwrap_or_default();
        let starts =
            after.match_indices('<').map(|(at, _)| after.get(at + 1..).unwrap_or_default());
        if after.contains("-->") || !starts.into_iter().any(|rest| is_tag(rest, "script")) {
            return end;
        }
        let behind = Cursor { text: self.text, at: (end + "</script".len()).min(self.text.len()) };
        behind.end_of("script")
    }
}

/// Whether a tag of this name stands at the start of `rest`, whatever the case of its letters.
fn is_tag(rest: &str, name: &str) -> bool {
    let begins = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let next = rest.get(name.len()..).and_then(|rest| rest.chars().next());
    begins && next.is_none_or(|c| is_space(c) || c == '/' || c == '>')
}

/// A document type with declarations of its own, as XHTML may have.
fn is_doctype_with_subset(rest: &str) -> bool {
    rest.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype"))
        && rest.chars().find(|c| matches!(c, '[' | '>')) == Some('[')
}

/// For each start tag, the place behind the end tag that belongs to it, or behind it alone where
/// there is none.
pub(super) fn ends(tokens: &[Token]) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=tokens.len()).collect();
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Start(tag) if !tag.self_closing => open.entry(&tag.name).or_default().push(at),
            Kind::End(name) => {
                let start = open.get_mut(name.as_str()).and_then(Vec::pop);
                if let Some(end) = start.and_then(|start| ends.get_mut(start)) {
                    *end = at + 1;
                }
            }
            // A script without its end takes in all that follows, as it does in a browser.
            Kind::Raw if at + 1 == tokens.len() => {
                if let Some(end) = at.checked_sub(1).and_then(|start| ends.get_mut(start)) {
                    *end = tokens.len();
                }
            }
            _ => {}
        }
    }
    ends
}

/// White space of HTML.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{c}' | '\r' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        let one = |token: &Token| {
            let part = text.get(token.range.clone()).expect("a stretch");
            let kind = match &token.kind {
                Kind::Text => "text".to_owned(),
                Kind::Raw => "raw".to_owned(),
                Kind::Comment => "comment".to_owned(),
                Kind::End(name) => format!("/{name}"),
                Kind::Start(tag) => {
                    let values = tag.attributes.iter().map(|attribute| {
                        let value = text.get(attribute.value.clone()).expect("a stretch");
                        format!(" {}={value}", attribute.name)
                    });
                    format!("{}{}", tag.name, values.collect::<String>())
                }
            };
            format!("{kind}[{part}]")
        };
        tokens(text, false).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_token_has_its_place() {
        let check = |text: &str, expected: &str| assert_eq!(shown(text), expected, "{text}");
        check("a<b>c</b>", "text[a] b[<b>] text[c] /b[</b>]");
        check("1 < 2 &lt; 3", "text[1 < 2 &lt; 3]");
        check("<A HREF='x>y' b=c d>", "a href=x>y b=c d=[<A HREF='x>y' b=c d>]");
        check("<br/>x<br /", "br[<br/>] text[x] comment[<br /]");
        check("<!-- a > b -->c<!-->d", "comment[<!-- a > b -->] text[c] comment[<!-->] text[d]");
        check("<!DOCTYPE html>", "comment[<!DOCTYPE html>]");
        check(
            "<?php a ?>b</ >c</>d",
            "comment[<?php a ?>] text[b] comment[</ >] text[c] comment[</>] text[d]",
        );
        check("<title>a<b>&amp;</TITLE >", "title[<title>] text[a<b>&amp;] /title[</TITLE >]");
        check("<style>p>b{}</style>", "style[<style>] raw[p>b{}] /style[</style>]");
        check(
            "<script>'</scripts>'</script>",
            "script[<script>] raw['</scripts>'] /script[</script>]",
        );
        check(
            "<script><!-- <script> </script> --></script>",
            "script[<script>] raw[<!-- <script> </script> -->] /script[</script>]",
        );
        check("<script>a", "script[<script>] raw[a]");
        check("<a b=\"c", "comment[<a b=\"c]");
        check("<p\nclass = x>", "p class=x[<p\nclass = x>]");
        check("<a =b c==d>", "a =b= c==d[<a =b c==d>]");
    }

    proptest! {
        #[test]
        fn tokens_are_the_text(text in "([<>/!a-b=\"' &;-]|<!--|-->|<script>|</script>|<title>|</title>|é|<!\\[CDATA\\[|\\]\\]>){0,40}") {
            let joined: String = tokens(&text, false)
                .iter()
                .map(|token| text.get(token.range.clone()).expect("a stretch"))
                .collect();
            prop_assert_eq!(joined, text);
        }
    }
}
