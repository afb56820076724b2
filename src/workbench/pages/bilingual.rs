//! Both languages of a release beside each other, for reading: a page and a document of two
//! columns.
//!
//! HTML standard, 3.2.6 (`lang`, `dir`) and 4.9 (tables). Nothing is fetched, texts are escaped.

use super::preview::{Paragraph, Preview};
use crate::formats::FormatError;
use crate::formats::office::docx::reading::{Cell, two_columns};
use crate::model::{Lang, Role};

/// How the page looks.
const STYLE: &str = "body{font:1rem/1.5 serif;margin:2rem auto;max-width:70rem;padding:0 1rem}\
table{border-collapse:collapse;width:100%;table-layout:fixed}\
td{vertical-align:top;padding:.5rem 1rem;border-bottom:1px solid #ccc}\
td.headline{font-size:1.4rem;font-weight:bold;line-height:1.25}td.subhead{font-weight:bold}\
@media print{body{margin:0;max-width:none;font-size:10pt}tr{break-inside:avoid}}";

/// The languages of both sides.
pub type Langs<'a> = (&'a Lang, &'a Lang);

/// The page.
#[must_use]
pub fn page(preview: &Preview, (source, target): Langs<'_>) -> String {
    let mut body = String::new();
    for shown in &preview.paragraphs {
        let class = match shown.role {
            Role::Headline => " class=\"headline\"",
            Role::Subhead => " class=\"subhead\"",
            _ => "",
        };
        body.push_str("<tr>");
        for (paragraph, lang) in [(&shown.source, source), (&shown.target, target)] {
            let lang = if paragraph.is_open() { source } else { lang };
            let direction = if lang.is_right_to_left() { "rtl" } else { "ltr" };
            let text = marked(paragraph);
            let lang = lang.as_str();
            let start = ["<td lang=\"", lang, "\" dir=\"", direction, "\"", class, ">"];
            body.extend(start);
            body.extend([text.as_str(), "</td>"]);
        }
        body.push_str("</tr>\n");
    }
    let headline = preview.paragraphs.iter().find(|shown| shown.role == Role::Headline);
    let title = headline.map_or("", |shown| shown.target.text.as_str());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{target}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<table>\n{body}</table>\n\
         </body>\n</html>\n",
        escaped(title)
    )
}

/// The document.
///
/// # Errors
/// It cannot be packed.
pub fn document(preview: &Preview, (source, target): Langs<'_>) -> Result<Vec<u8>, FormatError> {
    let rows = preview.paragraphs.iter().map(|shown| {
        let is_headline = shown.role == Role::Headline;
        let of = if shown.target.is_open() { source } else { target };
        [
            Cell { text: &shown.source.text, bold: &shown.source.bold, lang: source, is_headline },
            Cell { text: &shown.target.text, bold: &shown.target.bold, lang: of, is_headline },
        ]
    });
    two_columns(&rows.collect::<Vec<_>>())
}

/// A text with its bold stretches.
fn marked(paragraph: &Paragraph) -> String {
    let text = |range| escaped(paragraph.text.get(range).unwrap_or_default());
    let (mut marked, mut at) = (String::new(), 0);
    for bold in &paragraph.bold {
        marked.extend([text(at..bold.start), "<b>".to_owned()]);
        marked.extend([text(bold.clone()), "</b>".to_owned()]);
        at = bold.end;
    }
    marked + &text(at..paragraph.text.len())
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\n', "<br>")
}
