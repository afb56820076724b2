//! How new text is written in HTML.
//!
//! A character that the block writes as a reference is written so again (`&eacute;`); so are the
//! no-break space and other characters one cannot see, and what would be markup.

use crate::formats::markup::block::{Found, Writing};
use crate::formats::markup::patch::Spelling;
use crate::formats::markup::source::Source;

/// The spelling of a page.
pub(in crate::formats::markup) struct Html<'a> {
    /// The page.
    pub(in crate::formats::markup) source: &'a Source<'a>,
    /// Whether other characters than those of ASCII are written as references.
    pub(in crate::formats::markup) ascii: bool,
    /// Whether it is XHTML.
    pub(in crate::formats::markup) xml: bool,
}

impl Spelling for Html<'_> {
    fn spell(&self, found: &Found, run: &str, _before: &str, _after: &str) -> String {
        let written = run.chars().map(|c| self.special(found, c).unwrap_or_else(|| c.to_string()));
        written.collect()
    }
}

impl Html<'_> {
    /// How a character is written that does not stand for itself.
    fn special(&self, found: &Found, c: char) -> Option<String> {
        if let Some(known) = self.known(found, c) {
            return Some(known);
        }
        let quote = match &found.writing {
            Writing::Value(quote) => quote.unwrap_or(' '),
            _ => '<',
        };
        let value = matches!(found.writing, Writing::Value(_));
        let unquoted = found.writing == Writing::Value(None);
        match c {
            '&' => Some("&amp;".to_owned()),
            '<' => Some("&lt;".to_owned()),
            '>' if !value || unquoted => Some("&gt;".to_owned()),
            '"' | '\'' if c == quote || unquoted => Some(numeric(c)),
            '\n' if found.writing == Writing::Flowing => {
                Some(if self.xml { "<br />" } else { "<br>" }.to_owned())
            }
            '\u{a0}' if self.xml => Some(numeric(c)),
            '\u{a0}' => Some("&nbsp;".to_owned()),
            '\u{ad}' if !self.xml => Some("&shy;".to_owned()),
            '=' | '`' if unquoted => Some(numeric(c)),
            _ if unquoted && c.is_whitespace() => Some(numeric(c)),
            // Marks of direction and spaces that one cannot tell apart.
            '\u{2000}'..='\u{200f}' | '\u{202a}'..='\u{202f}' | '\u{2060}'..='\u{2069}' => {
                Some(numeric(c))
            }
            _ if self.ascii && !c.is_ascii() => Some(numeric(c)),
            _ => None,
        }
    }

    /// How the block writes this character itself, where that is a reference or a tag.
    fn known(&self, found: &Found, c: char) -> Option<String> {
        let own = found.items.iter().filter(|item| item.as_char() == Some(c));
        let mut written = own.map(|item| self.source.get(item.core.clone()));
        let found =
            written.find(|raw| raw.starts_with('&') && raw.ends_with(';') || is_break(raw))?;
        Some(found.trim_start().to_owned())
    }
}

fn is_break(raw: &str) -> bool {
    raw.trim_start().get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br"))
}

/// A reference by number.
fn numeric(c: char) -> String {
    match c {
        '"' => "&quot;".to_owned(),
        _ => format!("&#{};", u32::from(c)),
    }
}
