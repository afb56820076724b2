//! Which elements are the page's frame: menus, share links, banners, what stands beside the
//! text.
//!
//! By structure first: `nav`, `aside`, and the page's own `header` and `footer` (HTML standard,
//! 4.3); roles of ARIA 1.2 (5.3.4, landmarks); all that stands outside `main` where there is one.
//! Then by the names that pages give their parts in `class` and `id`. An element that holds the
//! title or the main text is no frame, whatever it is called; one that is only called so is none
//! where a long paragraph stands in it.

use super::element;
use super::token::{Kind, Tag, Token};

/// Characters of a text that make it a paragraph of prose.
const PARAGRAPH_CHARACTERS: usize = 200;

/// What parts of a page's frame are called, as the last word of a class or an id: short of
/// words that the text's own parts are called by too (`header`, `content`, `links`).
const NAMES: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "menubar",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "cookie",
    "cookies",
    "consent",
    "share",
    "sharing",
    "social",
    "socials",
    "pagination",
    "pager",
    "paginator",
    "toolbar",
    "login",
    "newsletter",
    "skiplink",
    "skip",
    "searchbox",
    "searchform",
    "langswitcher",
    "languages",
    "advert",
    "advertisement",
    "ads",
];

/// Words before such a name that say it is somewhere else: `has-sidebar`.
const ELSEWHERE: &[&str] = &["has", "with", "no", "without", "after", "before", "not"];

/// Whether each token begins an element of the frame, and whether the page has a `main`.
pub(super) fn of(text: &str, tokens: &[Token]) -> (Vec<bool>, bool) {
    let inside = inside(text, tokens);
    let mut has_main = false;
    let is_frame = tokens.iter().zip(&inside).map(|(token, inside)| match &token.kind {
        Kind::Start(tag) => {
            has_main |= is_main(text, tag);
            is_frame(text, tag, *inside)
        }
        _ => false,
    });
    (is_frame.collect(), has_main)
}

/// Whether this element is the one that holds the page's text.
pub(super) fn is_main(text: &str, tag: &Tag) -> bool {
    tag.name == "main" || value(text, tag, "role").is_some_and(|role| role.trim() == "main")
}

/// The value of an attribute, as it is written.
pub(super) fn value<'a>(text: &'a str, tag: &Tag, name: &str) -> Option<&'a str> {
    let attribute = tag.attributes.iter().find(|attribute| attribute.name == name)?;
    text.get(attribute.value.clone())
}

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Inside {
    /// The title, or the main text.
    text: bool,
    /// A long paragraph.
    prose: bool,
    /// It stands in the main text or an article itself.
    of_text: bool,
}

fn inside(text: &str, tokens: &[Token]) -> Vec<Inside> {
    let mut all = vec![Inside::default(); tokens.len()];
    let mut open: Vec<(&str, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Start(tag) => {
                let names = open.iter().map(|(name, _)| *name);
                if let Some(place) = element::implied_end(names, &tag.name) {
                    open.truncate(place);
                }
                let holds = matches!(tag.name.as_str(), "h1" | "article") || is_main(text, tag);
                let of_text = open.iter().any(|(name, _)| matches!(*name, "main" | "article"));
                for (_, ancestor) in open.iter().filter(|_| holds) {
                    if let Some(known) = all.get_mut(*ancestor) {
                        known.text = true;
                    }
                }
                if let Some(own) = all.get_mut(at) {
                    own.of_text = of_text;
                }
                if !element::is_void(&tag.name) && open.len() < super::MOST_DEPTH {
                    open.push((&tag.name, at));
                }
            }
            Kind::End(name) => {
                if let Some(place) = open.iter().rposition(|(known, _)| known == name) {
                    open.truncate(place);
                }
            }
            Kind::Text => {
                let part = text.get(token.range.clone()).unwrap_or_default();
                if part.split_whitespace().map(str::len).sum::<usize>() >= PARAGRAPH_CHARACTERS {
                    for (_, ancestor) in &open {
                        if let Some(known) = all.get_mut(*ancestor) {
                            known.prose = true;
                        }
                    }
                }
            }
            Kind::Raw | Kind::Comment => {}
        }
    }
    all
}

fn is_frame(text: &str, tag: &Tag, inside: Inside) -> bool {
    if inside.text || matches!(tag.name.as_str(), "html" | "body" | "h1" | "main" | "article") {
        return false;
    }
    let structure = match tag.name.as_str() {
        "nav" | "aside" | "select" | "button" | "dialog" | "textarea" => true,
        "header" | "footer" => !inside.of_text,
        _ => false,
    };
    let role = value(text, tag, "role").unwrap_or_default();
    let landmark = matches!(
        role.trim(),
        "navigation"
            | "banner"
            | "contentinfo"
            | "search"
            | "complementary"
            | "menu"
            | "menubar"
            | "dialog"
            | "alertdialog"
            | "toolbar"
    );
    let hidden = tag.attributes.iter().any(|attribute| attribute.name == "hidden");
    let named = ["class", "id"].iter().filter_map(|name| value(text, tag, name));
    structure || landmark || hidden || (!inside.prose && named.into_iter().any(is_named_frame))
}

fn is_named_frame(names: &str) -> bool {
    names.split_whitespace().any(|name| {
        let words = words(name);
        let last = words.last().is_some_and(|last| NAMES.contains(&last.as_str()));
        last && !words.iter().any(|word| ELSEWHERE.contains(&word.as_str()))
    })
}

/// The words of a name: `pageFooter`, `main-menu`, `share_2`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        let begins = c.is_uppercase() && small;
        if (begins || !c.is_alphabetic()) && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        small = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphabetic()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn a_frame_is_known_by_what_it_is_or_is_called() {
        let check = |page: &str, expected: bool| {
            let tokens = tokens(page, false);
            let (is_frame, _) = of(page, &tokens);
            assert_eq!(is_frame.contains(&true), expected, "{page}");
        };
        check("<nav>Home</nav>", true);
        check("<header>Ministry</header>", true);
        check("<header><h1>Statement</h1></header>", false);
        check("<article><header>12 March</header></article>", false);
        check("<div role=search>x</div>", true);
        check("<div class='page-footer grey'>x</div>", true);
        check("<div id=mainMenu>x</div>", true);
        check("<div class='has-sidebar'>x</div>", false);
        check("<body class=sidebar>x</body>", false);
        check("<div class=share><h1>x</h1></div>", false);
        check(&format!("<div class=sidebar><p>{}</p></div>", "word ".repeat(60)), false);
        check("<div class=content>x</div>", false);
    }
}
