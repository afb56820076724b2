//! Two languages beside each other in a document for reading: a table of two columns.
//!
//! ECMA-376, part 1, 17.4 (tables), transitional. Written anew and never read back as a
//! translation; left out: styles, heads and feet of pages.

use std::io::{Cursor, Write};
use std::ops::Range;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::formats::FormatError;
use crate::model::Lang;

/// A paragraph in one of the languages.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Its text.
    pub text: &'a str,
    /// What of it is bold, in bytes, in order and apart.
    pub bold: &'a [Range<usize>],
    /// The language it is in.
    pub lang: &'a Lang,
    /// Whether it is a headline.
    pub is_headline: bool,
}

/// Size of a headline and of text, in half points.
const HEADLINE_SIZE: &str = "28";
const TEXT_SIZE: &str = "21";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
</Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
</Relationships>";
/// Two columns of one width, a thin line between rows, A4 upright (in twentieths of a point).
const TABLE: &str = "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/></w:tblBorders>\
<w:tblLayout w:type=\"fixed\"/></w:tblPr>\
<w:tblGrid><w:gridCol w:w=\"4800\"/><w:gridCol w:w=\"4800\"/></w:tblGrid>";
const PAGE: &str = "<w:p/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";

/// The document of these rows.
///
/// # Errors
/// It cannot be packed.
pub fn two_columns(rows: &[[Cell<'_>; 2]]) -> Result<Vec<u8>, FormatError> {
    let mut body = TABLE.to_owned();
    for cells in rows {
        body.push_str("<w:tr>");
        for cell in cells {
            body.push_str("<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"pct\"/></w:tcPr>");
            paragraph(&mut body, cell);
            body.push_str("</w:tc>");
        }
        body.push_str("</w:tr>");
    }
    let document = [
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        &body,
        "</w:tbl>",
        PAGE,
        "</w:body></w:document>",
    ]
    .concat();
    pack(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
    ])
}

fn pack(parts: &[(&str, &str)]) -> Result<Vec<u8>, FormatError> {
    let failed = |error: String| FormatError::Input(format!("the file cannot be packed: {error}"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .map_err(|error| failed(error.to_string()))?;
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let bytes = [head, text].concat();
        zip.write_all(bytes.as_bytes()).map_err(|error| failed(error.to_string()))?;
    }
    let packed = zip.finish().map_err(|error| failed(error.to_string()))?;
    Ok(packed.into_inner())
}

fn paragraph(out: &mut String, cell: &Cell<'_>) {
    out.push_str("<w:p>");
    if cell.lang.is_right_to_left() {
        out.push_str("<w:pPr><w:bidi/></w:pPr>");
    }
    let mut at = 0;
    for bold in cell.bold {
        run(out, cell, cell.text.get(at..bold.start), false);
        run(out, cell, cell.text.get(bold.clone()), true);
        at = bold.end;
    }
    run(out, cell, cell.text.get(at..), false);
    out.push_str("</w:p>");
}

/// A run; its properties stand in the order of the schema.
fn run(out: &mut String, cell: &Cell<'_>, text: Option<&str>, bold: bool) {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return };
    let size = if cell.is_headline { HEADLINE_SIZE } else { TEXT_SIZE };
    let (lang, rtl) = (cell.lang, cell.lang.is_right_to_left());
    out.push_str("<w:r><w:rPr>");
    if bold || cell.is_headline {
        out.push_str("<w:b/><w:bCs/>");
    }
    out.extend(["<w:sz w:val=\"", size, "\"/><w:szCs w:val=\"", size, "\"/>"]);
    out.push_str(if rtl { "<w:rtl/>" } else { "" });
    let kind = if rtl { "bidi" } else { "val" };
    out.extend(["<w:lang w:", kind, "=\"", lang.as_str(), "\"/></w:rPr>"]);
    for (nth, line) in text.split('\n').enumerate() {
        out.push_str(if nth > 0 { "<w:br/>" } else { "" });
        out.push_str("<w:t xml:space=\"preserve\">");
        out.extend(line.chars().filter_map(escaped));
        out.push_str("</w:t>");
    }
    out.push_str("</w:r>");
}

/// A character as it stands in XML 1.0 (2.2); `None` for one that it cannot hold.
fn escaped(letter: char) -> Option<String> {
    match letter {
        '&' => Some("&amp;".to_owned()),
        '<' => Some("&lt;".to_owned()),
        '>' => Some("&gt;".to_owned()),
        '\t' => Some("\t".to_owned()),
        '\u{fffe}' | '\u{ffff}' => None,
        letter if letter < ' ' => None,
        letter => Some(letter.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::formats::office::testing;

    #[test]
    fn what_is_written_is_read_with_its_bold() {
        let (fr, ar) = ("fr".parse().expect("fr"), "ar".parse().expect("ar"));
        let cell = |text, bold, lang, is_headline| Cell { text, bold, lang, is_headline };
        let bold = std::slice::from_ref(&(3..6));
        let rows = [
            [cell("Titre", &[], &fr, true), cell("عنوان", &[], &ar, true)],
            [cell("Un a<b & c\u{1}.", bold, &fr, false), cell("", &[], &ar, false)],
        ];
        let bytes = two_columns(&rows).expect("packed");
        let page = read(&bytes).expect("a document");
        let shown: Vec<String> =
            page.blocks.iter().map(|block| testing::shown(&block.content)).collect();
        assert_eq!(shown, ["Titre", "عنوان", "Un {1}a<b{/1} & c."]);
        let document = testing::part(&bytes, "word/document.xml");
        assert!(document.contains("<w:bidi/>") && document.contains("<w:lang w:bidi=\"ar\"/>"));
    }
}
