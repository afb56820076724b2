//! The sample's later statement as a page and as a document: the text of the sample itself,
//! with a little of what offices put round it.

use std::io::{Cursor, Write};

use diptych::workbench::sample::LATER;

/// What is set in bold: once a number in a sentence, once a whole date.
const BOLD: [&str; 3] = ["212", "17 octobre 2003", "globalement respecté"];

/// The paragraphs of the statement, in order.
fn paragraphs() -> Vec<&'static str> {
    LATER.split('\n').filter(|line| !line.trim().is_empty()).collect()
}

/// Whether a paragraph belongs to the page round the statement.
fn is_frame(nth: usize, count: usize) -> bool {
    nth == 0 || nth + 2 >= count
}

/// A page of a ministry: the statement in `main`, its frame round it.
pub fn html() -> String {
    let all = paragraphs();
    let mut page = "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
                    <title>Déclaration</title>\n<script>var a = \"<p>\";</script>\n</head>\n<body>\n"
        .to_owned();
    for (nth, text) in all.iter().enumerate() {
        let mut text = (*text).to_owned();
        for bold in BOLD {
            text = text.replace(bold, &format!("<b>{bold}</b>"));
        }
        match nth {
            0 => page.extend(["<nav><a href=\"/\">", &text, "</a></nav>\n<main>\n"]),
            2 => page.extend(["<h1>", &text, "</h1>\n"]),
            _ if is_frame(nth, all.len()) => page.extend(["<footer>", &text, "</footer>\n"]),
            _ => page.extend(["<p>", &text, "</p>\n"]),
        }
        if nth + 3 == all.len() {
            page.push_str("</main>\n");
        }
    }
    page + "</body>\n</html>\n"
}

/// A document of a text processor: the headline in its style, bold runs, revision marks in the
/// middle of words as such programs leave them.
pub fn docx() -> Vec<u8> {
    const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
        </Types>";
    const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
        </Relationships>";
    let all = paragraphs();
    let mut body = String::new();
    for (nth, text) in all.iter().enumerate() {
        let style = if nth == 2 { "<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" } else { "" };
        body.extend(["<w:p>", style, &runs(text), "</w:p>"]);
    }
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document.as_str()),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        zip.write_all([head, text].concat().as_bytes()).expect("written");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// The runs of a paragraph: bold where it is to be.
fn runs(text: &str) -> String {
    let mut rest = text;
    let mut runs = String::new();
    let run = |look: &str, text: &str| {
        let look = if look.is_empty() { String::new() } else { format!("<w:rPr>{look}</w:rPr>") };
        format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    while let Some((at, bold)) = BOLD.iter().filter_map(|b| Some((rest.find(b)?, *b))).min() {
        let (before, behind) = (rest.get(..at).unwrap_or(""), rest.get(at + bold.len()..));
        if !before.is_empty() {
            runs.push_str(&run("", before));
        }
        runs.push_str(&run("<w:b/>", bold));
        rest = behind.unwrap_or("");
    }
    if !rest.is_empty() {
        runs.push_str(&run("", rest));
    }
    runs
}
