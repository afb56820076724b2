//! The review table as a workbook (ECMA-376, part 1, 18).
//!
//! One sheet has the table, with its head kept in view and a filter; what it is of stands on a
//! second one, out of the way of sorting. Texts are inline strings, so that one that begins
//! with `=` is a text. Read by `table::xlsx`; formulas are told, their last value counts.

use std::fmt::Write as _;

use super::columns::{Cell, Given, arranged, heads};
use super::docx::{not_it, saved_by};
use super::{ReturnedTable, ReviewTable, zip};
use crate::formats::FormatError;
use crate::formats::office::package::Package;
use crate::formats::table;
use crate::formats::xml::chars::push_text;
use crate::model::{Problem, Reading};

/// Characters (UTF-16) that a cell may hold, by the limits that Excel documents.
const MAX_CELL: usize = 32_767;

/// Widths of the columns in characters.
const WIDTHS: [u32; 6] = [6, 60, 60, 12, 30, 6];

/// The names of the sheets.
const SHEETS: [&str; 2] = ["Review", "Diptych"];

/// The format of heads, by its number in [`STYLES`].
const HEAD: u8 = 1;

/// The format of texts.
const TEXT: u8 = 2;

/// The format of keys.
const KEY: u8 = 3;

/// Writes a table.
///
/// # Errors
/// A text is longer than a cell can be.
pub fn write(table: &ReviewTable) -> Result<Vec<u8>, FormatError> {
    let too_long = table.rows.iter().find(|row| {
        let texts = [&row.source, &row.target, &row.comment];
        texts.into_iter().any(|text| text.encode_utf16().count() > MAX_CELL)
    });
    if let Some(row) = too_long {
        let cause = format!("row {} has more than {MAX_CELL} characters", row.number);
        return Err(FormatError::Misfit(format!("{cause}; a cell cannot hold it: take .docx")));
    }
    let sheet = "spreadsheetml.worksheet";
    zip::pack(&[
        (
            "[Content_Types].xml",
            zip::content_types(&[
                ("xl/workbook.xml", "spreadsheetml.sheet.main"),
                ("xl/worksheets/sheet1.xml", sheet),
                ("xl/worksheets/sheet2.xml", sheet),
                ("xl/styles.xml", "spreadsheetml.styles"),
            ]),
        ),
        ("_rels/.rels", zip::relationships(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/_rels/workbook.xml.rels",
            zip::relationships(&[
                ("worksheet", "worksheets/sheet1.xml"),
                ("worksheet", "worksheets/sheet2.xml"),
                ("styles", "styles.xml"),
            ]),
        ),
        ("xl/workbook.xml", workbook()),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/worksheets/sheet1.xml", rows(table)),
        ("xl/worksheets/sheet2.xml", subject(table)),
    ])
}

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Formats of cells: as it comes, head, text that wraps, key in grey.
const STYLES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://",
    "schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"3\"><font><sz val=\"11\"",
    "/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>",
    "<font><sz val=\"6\"/><color rgb=\"FF808080\"/><name val=\"Calibri\"/></font></fonts><fills ",
    "count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=",
    "\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1",
    "\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=",
    "\"49\" fontId=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" applyAlignment=\"1\"><alignment ",
    "vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"2\"/></cellXfs>",
    "</styleSheet>",
);

fn workbook() -> String {
    let mut out = format!(
        "{XML}<workbook {MAIN} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/\
         relationships\"><sheets>"
    );
    for (number, name) in (1..).zip(SHEETS) {
        let _ = write!(out, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    out.push_str("</sheets></workbook>");
    out
}

fn rows(table: &ReviewTable) -> String {
    let mut out = format!(
        "{XML}<worksheet {MAIN}><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
         topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <cols>"
    );
    for (number, width) in (1..).zip(WIDTHS) {
        let _ = write!(
            out,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    out.push_str("</cols><sheetData>");
    let heads = heads(table);
    row(&mut out, 1, [0, 1, 2, 3, 4, 5].map(|column| (heads[column].as_str(), HEAD)));
    for (number, entry) in (2..).zip(&table.rows) {
        let key = entry.key.to_string();
        let cells = [
            (entry.number.as_str(), TEXT),
            (&entry.source, TEXT),
            (&entry.target, TEXT),
            (&entry.state, TEXT),
            (&entry.comment, TEXT),
            (&key, KEY),
        ];
        row(&mut out, number, cells);
    }
    let last = table.rows.len() + 1;
    let _ = write!(out, "</sheetData><autoFilter ref=\"A1:F{last}\"/></worksheet>");
    out
}

fn row(out: &mut String, number: usize, cells: [(&str, u8); 6]) {
    let _ = write!(out, "<row r=\"{number}\">");
    for ((text, style), column) in cells.into_iter().zip('A'..='F') {
        if !text.is_empty() {
            let _ = write!(out, "<c r=\"{column}{number}\" s=\"{style}\" t=\"inlineStr\"><is>");
            out.push_str("<t xml:space=\"preserve\">");
            push_text(out, &escaped(text));
            out.push_str("</t></is></c>");
        }
    }
    out.push_str("</row>");
}

/// `_x0041_` stands for a character in workbooks (22.9.2.19), so where a text has such a thing
/// its first sign is written so.
fn escaped(text: &str) -> String {
    let is_escape = |at: usize| {
        let rest = text.as_bytes().get(at..at + 7);
        rest.is_some_and(|rest| {
            rest.starts_with(b"_x")
                && rest.ends_with(b"_")
                && rest.get(2..6).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        })
    };
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '_' if is_escape(at) => out.push_str("_x005F_"),
            c => out.push(c),
        }
    }
    out
}

fn subject(table: &ReviewTable) -> String {
    let mut out = format!("{XML}<worksheet {MAIN}><sheetData>");
    for (number, text) in (1..).zip([table.of.to_string(), table.title.clone()]) {
        row(&mut out, number, [(&text, TEXT), ("", 0), ("", 0), ("", 0), ("", 0), ("", 0)]);
    }
    out.push_str("</sheetData></worksheet>");
    out
}

/// Reads a table: of the first sheet that has one.
///
/// # Errors
/// It is no workbook, is damaged, or has no review table in it.
pub fn read(bytes: &[u8]) -> Result<Reading<ReturnedTable>, FormatError> {
    let first = table::xlsx::read(bytes, None)?.value;
    let mut found = ReturnedTable::default();
    let mut problems = Vec::new();
    let mut has_table = false;
    for name in &first.sheets {
        let Reading { value: sheet, problems: told } = table::xlsx::read(bytes, Some(name))?;
        let mut texts = sheet.rows.iter().flat_map(|row| &row.cells);
        found.of = found.of.or_else(|| texts.find_map(|text| text.parse().ok()));
        let formulas = table::xlsx::formulas(bytes, name)?;
        let given = sheet.rows.into_iter().map(|row| {
            let cell = |(column, text): (usize, String)| Cell {
                formula: formulas.contains(&(row.line, column)),
                ..Cell::of(text)
            };
            let cells = row.cells.into_iter().enumerate().map(cell).collect();
            Given { line: row.line, cells, removed: false }
        });
        if let Some(rows) = arranged(given.collect())
            && !has_table
        {
            has_table = true;
            found.rows = rows;
            let on_sheet = |problem: Problem| Problem {
                line: problem.line,
                cause: format!("sheet \"{name}\": {}", problem.cause),
            };
            problems.extend(told.into_iter().map(on_sheet));
        }
    }
    if !has_table && found.of.is_none() {
        return Err(not_it("it has no table with the heads that \"diptych review export\" writes"));
    }
    found.saved_by = saved_by(&mut Package::open(bytes, "a workbook (.xlsx)")?)?;
    Ok(Reading { value: found, problems })
}
