//! What the elements round a text say of it: its language, its role, whether it is translated.

use super::element;
use super::frame::{self, value};
use super::token::Tag;
use crate::formats::markup::block::Found;
use crate::formats::page::Part;
use crate::model::{Lang, Role};

/// What holds where a text stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// Not to be translated.
    pub(super) kept: bool,
    /// In the page's frame.
    pub(super) frame: bool,
    /// In the main text.
    in_main: bool,
    /// In the page's head.
    pub(super) in_head: bool,
    /// White space stands as it is.
    pub(super) verbatim: bool,
    /// In an element for times.
    pub(super) in_time: bool,
    /// The language that is named.
    pub(super) lang: Option<Lang>,
    /// What the elements say of the role.
    hint: Option<Role>,
    /// Where.
    pub(super) part: Part,
}

impl Context {
    /// What holds inside an element.
    pub(super) fn within(&self, text: &str, tag: &Tag, framed: bool) -> Self {
        let mut context = self.clone();
        match value(text, tag, "translate").map(str::to_ascii_lowercase).as_deref() {
            Some("no") => context.kept = true,
            Some("yes" | "") => context.kept = false,
            _ => {}
        }
        let classes = value(text, tag, "class").unwrap_or_default();
        context.kept |= classes.split_whitespace().any(|class| class == "notranslate");
        let lang = value(text, tag, "lang").or_else(|| value(text, tag, "xml:lang"));
        if let Some(lang) = lang.and_then(|lang| lang.trim().parse().ok()) {
            context.lang = Some(lang);
        }
        context.frame |= framed;
        context.in_main |= frame::is_main(text, tag);
        context.in_head = tag.name == "head" || (context.in_head && tag.name != "body");
        context.verbatim |= element::keeps_space(&tag.name);
        context.in_time |= tag.name == "time";
        match tag.name.as_str() {
            "h1" => context.hint = Some(Role::Headline),
            "h2" | "h3" | "h4" | "h5" | "h6" => context.hint = Some(Role::Subhead),
            "li" | "dd" => context.hint = Some(Role::ListItem),
            "blockquote" => context.hint = Some(Role::Quotation),
            "address" => context.hint = Some(Role::Contact),
            "title" => context.part = Part::Title,
            _ => {}
        }
        context
    }

    /// What the page says of a block's role. `only_time` says that all of it is a time.
    pub(super) fn hint(
        &self,
        has_main: bool,
        has_headline: bool,
        only_time: bool,
        found: &Found,
    ) -> Option<Role> {
        let outside = has_main && !self.in_main && !self.in_head;
        if self.hint == Some(Role::Headline) {
            return self.hint;
        }
        if self.part == Part::Title {
            return has_headline.then_some(Role::Subhead);
        }
        if self.frame || outside {
            return Some(Role::Chrome);
        }
        if only_time {
            let text = found.content().text;
            let clock = text.contains(':') && !text.contains(char::is_alphabetic);
            return Some(if clock { Role::Time } else { Role::Date });
        }
        self.hint
    }
}
