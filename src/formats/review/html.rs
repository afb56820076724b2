//! The review table as a page, and back from whatever program edited it.
//!
//! Written with one row a line. Read by its tags alone, so that pages that word processors
//! save are read too; white space counts as in HTML: one space where there is some, a line
//! break where there is `<br>` or another paragraph. What is struck out with `<del>` does not
//! count, and is told like a tracked change; `<ins>` counts.

use std::fmt::Write as _;

use super::columns::{Cell, Given, arranged, heads};
use super::docx::not_it;
use super::{Hand, ReturnedTable, ReviewTable};
use crate::formats::FormatError;
use crate::formats::markup::html::table::{Piece, pieces};
use crate::formats::xml::chars::{push_attribute, push_text};
use crate::model::Reading;

/// What the table looks like; it prints in grey on white.
const STYLE: &str = "body{font-family:sans-serif;margin:1.5em}table{border-collapse:collapse}\
    td,th{border:1px solid #a0a0a0;padding:.3em .5em;vertical-align:top;text-align:start}\
    td:nth-child(2),td:nth-child(3){width:35%}td:last-child,.of{color:#707070;font-size:50%}";

/// Writes a table.
#[must_use]
pub fn write(table: &ReviewTable) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    out.push_str("<meta charset=\"utf-8\">\n<title>");
    push_text(&mut out, &table.title);
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<p>");
    push_text(&mut out, &table.title);
    out.push_str("</p>\n<p class=\"of\">");
    push_text(&mut out, &table.of.to_string());
    out.push_str("</p>\n<table>\n<thead><tr>");
    for head in heads(table) {
        out.push_str("<th>");
        push_text(&mut out, &head);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let langs = [&table.source, &table.target].map(|lang| {
        let mut attributes = String::from(" lang=\"");
        push_attribute(&mut attributes, lang.as_str());
        attributes.push_str(if lang.is_right_to_left() { "\" dir=\"rtl\"" } else { "\"" });
        attributes
    });
    for entry in &table.rows {
        let key = entry.key.to_string();
        out.push_str("<tr>");
        for (text, attributes) in [
            (&entry.number, ""),
            (&entry.source, langs[0].as_str()),
            (&entry.target, langs[1].as_str()),
            (&entry.state, ""),
            (&entry.comment, ""),
            (&key, ""),
        ] {
            let _ = write!(out, "<td{attributes}>");
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    out.push_str("<br>");
                }
                push_text(&mut out, line);
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</body>\n</html>\n");
    out
}

/// A text for the content of an element.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text);
    out
}

/// Reads a table.
///
/// # Errors
/// It is no page, or has no review table in it.
pub fn read(bytes: &[u8]) -> Result<Reading<ReturnedTable>, FormatError> {
    let Reading { value: pieces, problems } = pieces(bytes)?;
    let mut rows: Vec<Given> = Vec::new();
    let mut text = String::new();
    let mut cell: Option<Cell> = None;
    let mut deleted = 0_usize;
    let mut of = None;
    for piece in pieces {
        match piece {
            Piece::Text(more) if deleted == 0 => add(&mut text, &more),
            Piece::Text(_) => {}
            Piece::Start(name) => match name.as_str() {
                "tr" | "td" | "th" => {
                    close(&mut rows, &mut cell, &mut text, &mut of);
                    if name == "tr" || rows.is_empty() {
                        let line = rows.len();
                        rows.push(Given { line, ..Given::default() });
                    }
                    cell = (name != "tr").then(Cell::default);
                    text.clear();
                }
                "br" if deleted == 0 => text.push('\n'),
                "p" | "div" | "li" if !text.trim().is_empty() && deleted == 0 => text.push('\n'),
                "del" | "s" | "strike" => {
                    deleted += 1;
                    note(&mut cell);
                }
                "ins" => note(&mut cell),
                _ => {}
            },
            Piece::End(name) => match name.as_str() {
                "td" | "th" | "tr" | "table" => close(&mut rows, &mut cell, &mut text, &mut of),
                "del" | "s" | "strike" => deleted = deleted.saturating_sub(1),
                "p" | "div" if cell.is_none() => {
                    of = of.or_else(|| text.parse().ok());
                    text.clear();
                }
                _ => {}
            },
        }
    }
    close(&mut rows, &mut cell, &mut text, &mut of);
    let rows = arranged(rows);
    if rows.is_none() && of.is_none() {
        return Err(not_it("it has no table with the heads that \"diptych review export\" writes"));
    }
    let rows = rows.unwrap_or_default();
    Ok(Reading { value: ReturnedTable { of, saved_by: String::new(), rows }, problems })
}

fn close(
    rows: &mut [Given],
    cell: &mut Option<Cell>,
    text: &mut String,
    of: &mut Option<super::Subject>,
) {
    let text = std::mem::take(text);
    match (cell.take(), rows.last_mut()) {
        (Some(cell), Some(row)) => {
            let lines: Vec<&str> = text.split('\n').map(|line| line.trim_matches(' ')).collect();
            let text = lines.join("\n").trim_matches('\n').to_owned();
            row.cells.push(Cell { text, ..cell });
        }
        _ => *of = of.take().or_else(|| text.parse().ok()),
    }
}

/// Notes that somebody changed a cell; a page does not say who.
fn note(cell: &mut Option<Cell>) {
    if let Some(cell) = cell {
        cell.tracked.push(Hand::default());
    }
}

/// Adds text with white space as HTML has it.
fn add(text: &mut String, more: &str) {
    for c in more.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                if !text.ends_with([' ', '\n']) && !text.is_empty() {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
}
