//! The translation as a page of its own: headline, date, paragraphs, lists; nothing of the
//! original's look, nothing fetched, texts escaped.
//!
//! HTML standard, sections 3.2.6 (`lang`, `dir`) and 4.3 to 4.5. Left out: inline codes, page
//! chrome, foreign lines.

use super::give_back::{rendered, sentences};
use super::marks::Cut;
use crate::formats::page::Marked;
use crate::model::{Block, Project, Role, Translation};
use crate::workbench::export::Export;

/// How the page looks.
const STYLE: &str = "body{font:1rem/1.5 serif;margin:2rem auto;max-width:42rem;padding:0 1rem}\
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem}.meta{color:#555}\
blockquote{margin-inline:1.5rem}";

/// The page of a translation; an open row stands in its source's words, or is `empty`.
#[must_use]
pub fn html(project: &Project, translation: &Translation, empty: bool) -> Export {
    let all = rendered(project, translation, empty);
    let lang = translation.lang();
    let mut body = String::new();
    let mut title = None;
    let mut in_list = false;
    for (block, new) in project.source.blocks.iter().zip(&all.blocks) {
        let sentences = sentences(block);
        let marked = Marked { text: text_of(block), tags: Vec::new() };
        let cut = Cut { marked: &marked, codes: &[], sentences: &sentences };
        let text = cut.join(&new.pieces, lang).text;
        if !block.is_content() || text.trim().is_empty() {
            continue;
        }
        if (block.role == Role::ListItem) != in_list {
            body.push_str(if in_list { "</ul>\n" } else { "<ul>\n" });
            in_list = !in_list;
        }
        if block.role == Role::Headline && title.is_none() {
            title = Some(text.clone());
        }
        body.push_str(&element(block.role, &text));
    }
    if in_list {
        body.push_str("</ul>\n");
    }
    let title = title.unwrap_or_else(|| project.release.title.clone());
    let direction = if lang.is_right_to_left() { "rtl" } else { "ltr" };
    let text = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(&title)
    );
    Export { text, written: all.written, untranslated: all.untranslated }
}

fn text_of(block: &Block) -> String {
    let parts = block.segments.iter().flat_map(|segment| [segment.as_read(), &segment.after]);
    parts.collect()
}

fn element(role: Role, text: &str) -> String {
    let text = escaped(text).replace('\n', "<br>");
    match role {
        Role::Headline => format!("<h1>{text}</h1>\n"),
        Role::Subhead => format!("<h2>{text}</h2>\n"),
        Role::ListItem => format!("<li>{text}</li>\n"),
        Role::Quotation => format!("<blockquote><p>{text}</p></blockquote>\n"),
        Role::Contact => format!("<address>{text}</address>\n"),
        Role::Time | Role::Date | Role::Number | Role::Dateline | Role::Embargo => {
            format!("<p class=\"meta\">{text}</p>\n")
        }
        _ => format!("<p>{text}</p>\n"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
