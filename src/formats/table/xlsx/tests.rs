//! Workbooks as spreadsheet programs write them, and those that nobody should.

use std::io::Write;

use super::{Sheet, read};
use crate::formats::FormatError;
use crate::model::Reading;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A zip file of these parts.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// A workbook of sheets, each a name and its rows in XML; style 1 is a date.
fn book(sheets: &[(&str, &str)], shared: &str) -> Vec<u8> {
    let mut parts = vec![(
        "_rels/.rels".to_owned(),
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/>\
             </Relationships>"
        ),
    )];
    let (mut list, mut links) = (Vec::new(), Vec::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        list.push(format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"s{number}\"/>"));
        links.push(format!(
            "<Relationship Id=\"s{number}\" Type=\"{RELATIONS}/worksheet\" \
             Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let (list, links) = (list.concat(), links.concat());
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{list}</sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         {links}<Relationship Id=\"x1\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"x2\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>\
         <xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    );
    parts.push(("xl/workbook.xml".to_owned(), workbook));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), links));
    parts.push(("xl/styles.xml".to_owned(), styles));
    parts
        .push(("xl/sharedStrings.xml".to_owned(), format!("<sst xmlns=\"{MAIN}\">{shared}</sst>")));
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zip(&parts)
}

/// Rows as `line: cell|cell`.
fn shown(sheet: &Sheet) -> Vec<String> {
    let row = |row: &super::Row| format!("{}: {}", row.line, row.cells.join("|"));
    sheet.rows.iter().map(row).collect()
}

fn check(rows: &str, shared: &str, expected: &[&str], problems: &[&str]) {
    let Reading { value, problems: found } =
        read(&book(&[("Units", rows)], shared), None).unwrap_or_else(|e| panic!("{e}\n{rows}"));
    assert_eq!(shown(&value), expected, "{rows}");
    assert_eq!(found.len(), problems.len(), "{found:?}");
    for (problem, cause) in found.iter().zip(problems) {
        assert!(problem.cause.contains(cause), "{problem}");
    }
}

#[test]
fn texts_numbers_and_dates_are_read() {
    check(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
        "<si><t>Un &amp; deux</t></si><si><r><t xml:space=\"preserve\">One </t></r><r><rPr><b/></rPr>\
         <t>and</t></r><r><t xml:space=\"preserve\"> two</t></r></si>",
        &["0: Un & deux|One and two"],
        &[],
    );
    check(
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Un</t></is></c><c r=\"C2\"><v>12.5</v></c>\
         <c r=\"D2\" s=\"1\"><v>47919</v></c><c r=\"E2\" s=\"1\"><v>47919.375</v></c>\
         <c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"str\"><f>A1</f><v>One</v></c></row>\
         <row r=\"9\"><c r=\"B9\"><v>3</v></c></row>",
        "",
        &["1: Un||12.5|2031-03-12|2031-03-12T09:00:00|TRUE|One", "8: |3"],
        &[],
    );
    check(
        "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\"><v>1</v></c></row>",
        "",
        &["0: |1"],
        &["1 × an error"],
    );
    check("", "", &[], &[]);
}

#[test]
fn a_sheet_is_named_or_the_first() {
    let row = |text: &str| {
        format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>")
    };
    let (one, two) = (row("one"), row("two"));
    let bytes = book(&[("First", &one), ("Second", &two)], "");
    let first = read(&bytes, None).expect("a workbook");
    assert_eq!(shown(&first.value), ["0: one"]);
    assert_eq!(first.value.sheets, ["First", "Second"]);
    let [problem] = first.problems.as_slice() else { panic!("{:?}", first.problems) };
    assert!(problem.cause.contains("\"First\" was read; there are also \"Second\""), "{problem}");
    let second = read(&bytes, Some("second")).expect("a workbook");
    assert_eq!((shown(&second.value), second.problems.len()), (vec!["0: two".to_owned()], 0));
    let error = read(&bytes, Some("Third")).expect_err("no such sheet").to_string();
    assert!(error.contains("no sheet \"Third\", but \"First\", \"Second\""), "{error}");
}

#[test]
fn what_is_no_workbook_is_refused_in_plain_words() {
    let check = |bytes: &[u8], expected: &str| {
        let error = read(bytes, None).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(b"", "empty");
    check(b"source;target", "no zip file");
    check(&[super::COMPOUND, &[0; 600]].concat(), "encrypted, or of the old form");
    check(&zip(&[("word/document.xml", "<a/>")]), "holds no sheets");
    let whole = book(&[("Units", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")], "");
    for end in [whole.len() / 3, whole.len() / 2, whole.len() - 3] {
        check(&whole[..end], "no zip file");
    }
    check(&book(&[], ""), "no sheet with cells");
}

#[test]
fn a_broken_sheet_gives_what_stands_before() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c";
    let bytes = book(&[("Units", rows)], "");
    let reading = read(&bytes, None).expect("the first row");
    assert_eq!(shown(&reading.value)[0], "0: 1");
    assert!(!reading.problems.is_empty());
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let zeros = "0".repeat(1 << 20);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default())
        .expect("a part");
    for _ in 0..4 {
        zip.write_all(zeros.as_bytes()).expect("written");
    }
    let bytes = zip.finish().expect("a zip file").into_inner();
    assert!(bytes.len() < 1 << 16);
    let error = super::check_size(&bytes, 3 << 20).expect_err("too large");
    assert!(
        matches!(&error, FormatError::Input(cause) if cause.contains("more than 3 MB")),
        "{error}"
    );
    assert_eq!(super::check_size(&bytes, 4 << 20), Ok(()));
    // A cell at the far end of the sheet costs no more than itself.
    check(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
        "",
        &["0: 1"],
        &["1 × a cell beyond column 256"],
    );
}
