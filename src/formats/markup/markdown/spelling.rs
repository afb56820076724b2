//! How new text is written in Markdown: a backslash before what would be markup.
//!
//! `CommonMark` 0.31, 2.4 (backslash escapes), 6.2 (what can open and close emphasis). A mark that
//! cannot be read as markup where it stands is left alone, so that a text stays readable.

use crate::formats::markup::block::{Found, Writing};
use crate::formats::markup::html::Html;
use crate::formats::markup::patch::Spelling;
use crate::formats::markup::source::Source;

/// The spelling of a text.
pub(super) struct Markdown<'a> {
    source: &'a Source<'a>,
    html: Html<'a>,
    /// Whether words in brackets may be a link, since links are defined.
    defines: bool,
}

impl<'a> Markdown<'a> {
    pub(super) fn of(source: &'a Source<'a>) -> Self {
        let html = Html { source, ascii: false, xml: false };
        Self { source, html, defines: source.text.contains("]:") }
    }
}

impl Spelling for Markdown<'_> {
    fn spell(&self, found: &Found, run: &str, before: &str, after: &str) -> String {
        match &found.writing {
            Writing::Markdown { table, prefix } => {
                let place = Place { before, after, table: *table, prefix };
                self.text(found, run, &place)
            }
            Writing::Front(quote) => front(run, *quote),
            // The title of a link, where a backslash protects.
            Writing::Value(Some(quote)) if is_title(self.source, found) => {
                let protect = |c: char| match c {
                    '\\' => "\\\\".to_owned(),
                    _ if c == *quote => format!("\\{c}"),
                    _ => c.to_string(),
                };
                run.chars().map(protect).collect()
            }
            _ => self.html.spell(found, run, before, after),
        }
    }

    fn whole(&self, found: &Found, text: &str) -> Option<String> {
        let plain = found.writing == Writing::Front(None);
        plain.then(|| {
            if is_plain(text) { text.to_owned() } else { format!("\"{}\"", front(text, Some('"'))) }
        })
    }
}

/// Where a run of text stands.
struct Place<'a> {
    before: &'a str,
    after: &'a str,
    table: bool,
    prefix: &'a str,
}

impl Markdown<'_> {
    fn text(&self, found: &Found, run: &str, place: &Place<'_>) -> String {
        let chars: Vec<char> = run.chars().collect();
        let all = format!("{run}{}", place.after);
        let mut byte = 0;
        let begins = if place.before.is_empty() { begins_block(run) } else { None };
        let mut out = String::new();
        for (at, &c) in chars.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| chars.get(at).copied());
            let before = before.or_else(|| place.before.chars().next_back());
            let after = chars.get(at + 1).copied().or_else(|| place.after.chars().next());
            let rest = all.get(byte..).unwrap_or_default();
            byte += c.len_utf8();
            if c == '\n' {
                out.push_str(&self.line_break(found, place));
                continue;
            }
            if begins == Some(at) || self.is_markup(c, before, after, rest, place.table) {
                out.push('\\');
            }
            out.push(c);
        }
        out
    }

    /// Whether a character would be read as markup here.
    fn is_markup(
        &self,
        c: char,
        before: Option<char>,
        after: Option<char>,
        rest: &str,
        table: bool,
    ) -> bool {
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '\\' => after.is_some_and(|c| c.is_ascii_punctuation() || c == '\n'),
            '`' => true,
            '*' => !(space(before) && space(after)),
            '_' => !(letter(before) && letter(after) || space(before) && space(after)),
            '~' => after == Some('~') || before == Some('~'),
            '[' => self.defines || rest.contains("](") || rest.contains("][") || after == Some('^'),
            ']' => matches!(after, Some('(' | '[')),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '&' => {
                let (name, _) =
                    rest.get(1..).and_then(|rest| rest.split_once(';')).unwrap_or_default();
                !name.is_empty() && name.chars().all(|c| c == '#' || c.is_ascii_alphanumeric())
            }
            '|' => table,
            _ => false,
        }
    }

    /// A line break as the block writes it, else as HTML in a table and as two spaces elsewhere.
    fn line_break(&self, found: &Found, place: &Place<'_>) -> String {
        let known = found.items.iter().find(|item| item.as_char() == Some('\n'));
        if let Some(known) = known {
            return self.source.get(known.raw.clone()).to_owned();
        }
        if place.table { "<br>".to_owned() } else { format!("  \n{}", place.prefix) }
    }
}

/// The mark that makes a text beginning so a heading, an item, a quotation or a rule.
fn begins_block(text: &str) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let behind = text.get(digits..)?;
    if (1..=9).contains(&digits) && behind.strip_prefix(['.', ')']).is_some_and(ends) {
        return Some(digits);
    }
    let heading = text.trim_start_matches('#');
    let hashes = (1..=6).contains(&(text.len() - heading.len())) && ends(heading);
    let item = text.strip_prefix(['-', '+', '*']).is_some_and(ends);
    let rules = ["---", "***", "___", "===", "~~~"];
    let rule = rules.iter().any(|rule| text.starts_with(rule));
    (hashes || item || rule || text.starts_with('>')).then_some(0)
}

/// Part of a value of front matter that stands in quotes; a plain one is written as a whole.
fn front(run: &str, quote: Option<char>) -> String {
    let run = run.replace('\n', " ");
    match quote {
        Some('\'') => run.replace('\'', "''"),
        _ => run.replace('\\', "\\\\").replace('"', "\\\""),
    }
}

/// Whether YAML reads a value without quotes as the text it is.
fn is_plain(text: &str) -> bool {
    let ends = text.starts_with(|c: char| !c.is_alphanumeric()) || text.ends_with(':');
    let word = matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off");
    let number = text.chars().all(|c| c.is_ascii_digit() || "+-.:_eE".contains(c));
    !(ends || word || number || text.contains(": ") || text.contains(" #") || text.contains('\n'))
}

/// Whether a value stands in a link and not in a tag.
fn is_title(source: &Source<'_>, found: &Found) -> bool {
    let end = found.span().end;
    let behind = source.get(end..source.text.len()).get(1..).unwrap_or_default();
    behind.trim_start().starts_with(')')
}
