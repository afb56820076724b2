//! The review table as a Word document (ECMA-376, part 1, 17.4 tables, 17.13.5 revisions).
//!
//! The document records changes from the start (`trackRevisions`), so that what somebody does
//! in it comes back with a name and a time. It is read as it is with all changes accepted:
//! inserted text counts, deleted text does not. Bookmarks, content controls and styles of the
//! file are neither written nor needed.
//!
//! Left out: tables within cells, whose text counts as the cell's; formatting.

use std::fmt::Write as _;

use super::columns::{Cell, Given, arranged, heads};
use super::{Hand, ReturnedTable, ReviewTable, zip};
use crate::formats::FormatError;
use crate::formats::office::package::Package;
use crate::formats::xml::chars::{push_attribute, push_text};
use crate::formats::xml::tree::Tree;
use crate::model::{Lang, Reading};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Widths of the columns in twentieths of a point; a landscape A4 page has 15 400 between its
/// margins.
const WIDTHS: [u32; 6] = [700, 5000, 5000, 1200, 2500, 1000];

/// The size of letters in the column of keys, in half points: it need not be read.
const KEY_SIZE: u32 = 8;

/// Writes a table.
///
/// # Errors
/// Memory is full.
pub fn write(table: &ReviewTable) -> Result<Vec<u8>, FormatError> {
    let main = "wordprocessingml.document.main";
    zip::pack(&[
        (
            "[Content_Types].xml",
            zip::content_types(&[
                ("word/document.xml", main),
                ("word/settings.xml", "wordprocessingml.settings"),
            ]),
        ),
        ("_rels/.rels", zip::relationships(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", zip::relationships(&[("settings", "settings.xml")])),
        (
            "word/settings.xml",
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:settings \
                 xmlns:w=\"{MAIN}\"><w:trackRevisions/></w:settings>"
            ),
        ),
        ("word/document.xml", document(table)),
    ])
}

fn document(table: &ReviewTable) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"{MAIN}\"><w:body>"
    );
    paragraph(&mut out, &table.title, &Look { bold: true, ..Look::of(&table.source) });
    let english = Look { lang: "en", size: Some(KEY_SIZE * 2), ..Look::default() };
    paragraph(&mut out, &table.of.to_string(), &english);
    out.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:color=\"A0A0A0\"/>");
    }
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in WIDTHS {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    let head = Look { bold: true, lang: "en", ..Look::default() };
    let heads = heads(table);
    row(&mut out, true, &[0, 1, 2, 3, 4, 5].map(|column| (heads[column].as_str(), head)));
    let plain = Look { lang: "en", ..Look::default() };
    for entry in &table.rows {
        let key = entry.key.to_string();
        row(
            &mut out,
            false,
            &[
                (&entry.number, plain),
                (&entry.source, Look::of(&table.source)),
                (&entry.target, Look::of(&table.target)),
                (&entry.state, plain),
                (&entry.comment, plain),
                (&key, Look { size: Some(KEY_SIZE), ..plain }),
            ],
        );
    }
    out.push_str("</w:tbl><w:p/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" ");
    out.push_str(
        "w:orient=\"landscape\"/><w:pgMar w:top=\"720\" w:right=\"720\" w:bottom=\"720\" ",
    );
    out.push_str("w:left=\"720\" w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr>");
    out.push_str("</w:body></w:document>");
    out
}

/// How a text is set.
#[derive(Debug, Clone, Copy, Default)]
struct Look<'a> {
    lang: &'a str,
    right_to_left: bool,
    bold: bool,
    /// In half points.
    size: Option<u32>,
}

impl<'a> Look<'a> {
    fn of(lang: &'a Lang) -> Self {
        Self { lang: lang.as_str(), right_to_left: lang.is_right_to_left(), ..Self::default() }
    }
}

fn row(out: &mut String, head: bool, cells: &[(&str, Look<'_>); 6]) {
    let repeated = if head { "<w:tblHeader/>" } else { "" };
    let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>");
    for ((text, look), width) in cells.iter().zip(WIDTHS) {
        let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        paragraph(out, text, look);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

fn paragraph(out: &mut String, text: &str, look: &Look<'_>) {
    out.push_str("<w:p>");
    if look.right_to_left {
        out.push_str("<w:pPr><w:bidi/></w:pPr>");
    }
    let mut marks = String::new();
    if look.bold {
        marks.push_str("<w:b/>");
    }
    if let Some(size) = look.size {
        let _ = write!(marks, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    if look.right_to_left {
        marks.push_str("<w:rtl/>");
    }
    let mut lang = String::new();
    push_attribute(&mut lang, look.lang);
    let side = if look.right_to_left { "bidi" } else { "val" };
    let _ = write!(out, "<w:r><w:rPr>{marks}<w:lang w:{side}=\"{lang}\"/></w:rPr>");
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push_str("<w:br/>");
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                out.push_str("<w:tab/>");
            }
            out.push_str("<w:t xml:space=\"preserve\">");
            push_text(out, part);
            out.push_str("</w:t>");
        }
    }
    out.push_str("</w:r></w:p>");
}

/// Reads a table.
///
/// # Errors
/// It is no Word document, is damaged, or has no review table in it.
pub fn read(bytes: &[u8]) -> Result<Reading<ReturnedTable>, FormatError> {
    let mut package = Package::open(bytes, "a Word document (.docx)")?;
    let saved_by = saved_by(&mut package)?;
    let remarks = match package.part("word/comments.xml")? {
        Some(part) => remarks(&part.text),
        None => Vec::new(),
    };
    let Some(part) = package.part("word/document.xml")? else {
        return Err(not_it("it has no word/document.xml"));
    };
    let tree = Tree::parse(&part.text).map_err(|fault| FormatError::Broken {
        line: fault.line + 1,
        column: 1,
        cause: fault.cause,
        hint: "open it in a word processor and save it anew",
    })?;
    let reader = Reader { tree: &tree, remarks };
    let tables = (0..tree.len()).filter(|&node| tree.name(node) == "w:tbl");
    let mut found = Vec::new();
    let mut end = 0;
    for table in tables {
        if table < end {
            continue;
        }
        end = tree.next(table);
        found.extend(arranged(reader.rows(table)).unwrap_or_default());
    }
    let of = (0..tree.len())
        .filter(|&node| tree.name(node) == "w:p")
        .find_map(|node| reader.cell(node).text.parse().ok());
    if found.is_empty() && of.is_none() {
        return Err(not_it("it has no table with the heads that \"diptych review export\" writes"));
    }
    let problems = tree.problems.clone();
    Ok(Reading { value: ReturnedTable { of, saved_by, rows: found }, problems })
}

pub(super) fn not_it(hint: &str) -> FormatError {
    FormatError::Other { expected: "a review table", hint: hint.to_owned() }
}

/// Who saved a document or workbook last.
pub(super) fn saved_by(package: &mut Package<'_>) -> Result<String, FormatError> {
    let Some(part) = package.part("docProps/core.xml")? else { return Ok(String::new()) };
    let Ok(tree) = Tree::parse(&part.text) else { return Ok(String::new()) };
    let last = (0..tree.len()).find(|&node| tree.local(node) == "lastModifiedBy");
    Ok(last.map(|node| tree.text(node).trim().to_owned()).unwrap_or_default())
}

/// Remarks in the margin: the id, the author and the text of each.
fn remarks(part: &str) -> Vec<(String, (String, String))> {
    let Ok(tree) = Tree::parse(part) else { return Vec::new() };
    let all = (0..tree.len()).filter(|&node| tree.name(node) == "w:comment");
    let one = |node: usize| {
        let text: Vec<String> = tree
            .inside(node)
            .filter(|&inner| tree.name(inner) == "w:p")
            .map(|paragraph| tree.text(paragraph))
            .collect();
        let author = tree.attribute(node, "author").unwrap_or_default();
        Some((tree.attribute(node, "id")?, (author, text.join("\n"))))
    };
    all.filter_map(one).collect()
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
    remarks: Vec<(String, (String, String))>,
}

impl Reader<'_> {
    /// The rows of a table, also those that a content control holds; not those of tables
    /// within its cells.
    fn rows(&self, table: usize) -> Vec<Given> {
        let mut rows = Vec::new();
        let mut node = table + 1;
        while node < self.tree.next(table) {
            if self.tree.name(node) == "w:tr" {
                rows.push(self.row(node, rows.len()));
                node = self.tree.next(node);
            } else {
                node += 1;
            }
        }
        rows
    }

    fn row(&self, row: usize, line: usize) -> Given {
        let tree = self.tree;
        let marks = tree.child(row, "trPr");
        let removed = marks.is_some_and(|marks| tree.child(marks, "del").is_some());
        let mut cells = Vec::new();
        let mut node = row + 1;
        while node < tree.next(row) {
            if tree.name(node) == "w:tc" {
                cells.push(self.cell(node));
                // A cell that spans columns stands in the first of them.
                cells.resize_with(cells.len() + self.span(node) - 1, Cell::default);
                node = tree.next(node);
            } else {
                node += 1;
            }
        }
        Given { line, cells, removed }
    }

    fn span(&self, cell: usize) -> usize {
        let tree = self.tree;
        let marks = tree.child(cell, "tcPr").and_then(|marks| tree.child(marks, "gridSpan"));
        let given = marks.and_then(|node| tree.attribute(node, "val")?.parse().ok());
        given.filter(|count| (1..=100).contains(count)).unwrap_or(1)
    }

    /// The text of a cell or paragraph with all changes accepted.
    fn cell(&self, cell: usize) -> Cell {
        let tree = self.tree;
        let mut found = Cell::default();
        let mut text = String::new();
        let mut node = cell;
        while node < tree.next(cell) {
            match tree.name(node) {
                "w:p" if node != cell && !text.is_empty() && !text.ends_with('\n') => {
                    text.push('\n');
                }
                "w:del" | "w:moveFrom" => {
                    self.note(&mut found, node);
                    node = tree.next(node);
                    continue;
                }
                "w:ins" | "w:moveTo" => self.note(&mut found, node),
                "w:t" => text.push_str(&tree.text(node)),
                "w:tab" if !self.is_of_style(node) => text.push('\t'),
                "w:br" | "w:cr" => text.push('\n'),
                "w:noBreakHyphen" => text.push('\u{2011}'),
                "w:softHyphen" => text.push('\u{ad}'),
                "w:commentReference" => {
                    let id = tree.attribute(node, "id");
                    let remark = self.remarks.iter().find(|(other, _)| Some(other) == id.as_ref());
                    found.remarks.extend(remark.map(|(_, remark)| remark.clone()));
                }
                _ => {}
            }
            node += 1;
        }
        text.trim_end_matches('\n').clone_into(&mut found.text);
        found
    }

    /// Whether a `w:tab` is a place where tabs stop, not a tab.
    fn is_of_style(&self, node: usize) -> bool {
        self.tree.attribute(node, "pos").is_some()
    }

    fn note(&self, found: &mut Cell, node: usize) {
        let author = self.tree.attribute(node, "author").unwrap_or_default();
        let at = self.tree.attribute(node, "date").and_then(|at| at.parse().ok());
        found.tracked.push(Hand { author, at });
    }
}
