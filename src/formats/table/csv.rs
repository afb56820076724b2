//! Separated values (RFC 4180), as spreadsheets write them.
//!
//! Read: commas, semicolons (spreadsheets of countries whose decimals have a comma) or
//! tabs, told by which parts the first rows most evenly outside of quotes; cells in
//! quotes, with quotes doubled and line ends inside. Quotation marks that do not enclose a
//! cell are characters of it, and told ([`cell`]).
//!
//! Written: commas, every cell in quotes, CR LF, a byte order mark, without which
//! spreadsheets take UTF-8 for an old code page. A cell that a spreadsheet would take for
//! a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return; OWASP, "CSV
//! Injection") gets an apostrophe before it; [`read`] takes that away again from cells
//! that were so guarded.

use super::Row;
use crate::model::{Problem, Reading};
use cell::Shape;

mod cell;

/// Separators that are looked for, the more particular first.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// Rows that are looked at.
const LOOK_ROWS: usize = 50;

/// Reads rows; blank ones are left out. `separator` is found out where it is `None`.
#[must_use]
pub fn read(text: &str, separator: Option<char>) -> Reading<Vec<Row>> {
    let separator = separator.unwrap_or_else(|| sniff(text));
    rows(text, separator, usize::MAX)
}

/// Reads rows in which quotation marks are characters like others, as in `.tsv` files.
#[must_use]
pub fn read_unquoted(text: &str, separator: char) -> Reading<Vec<Row>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(line, text): (usize, &str)| {
        let cells = text.split(separator).map(str::to_owned).collect();
        Row { line, cells }
    };
    Reading::clean(lines.map(row).collect())
}

/// The separator of a text.
#[must_use]
pub fn sniff(text: &str) -> char {
    let evenness = |separator: char| {
        let rows = rows(text, separator, LOOK_ROWS).value;
        let widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
        let most = widths.iter().copied().max().unwrap_or(0);
        let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let usual = widths.iter().copied().filter(|&width| width > 1).map(alike).max();
        (usual.unwrap_or(0), most)
    };
    // Of equals the first: a comma inside sentences is no separator.
    let best = SEPARATORS.into_iter().rev().max_by_key(|&separator| evenness(separator).0);
    best.unwrap_or(',')
}

fn rows(text: &str, separator: char, most: usize) -> Reading<Vec<Row>> {
    let unified = (!text.contains('\n') && text.contains('\r')).then(|| text.replace('\r', "\n"));
    let text = unified.as_deref().unwrap_or(text);
    let shape = Shape { separator, usual_cells: usual_cells(text, separator) };
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    let (mut rest, mut line) = (text, 0);
    while !rest.is_empty() && value.len() < most {
        let (row, after) = row(rest, line, shape, &mut problems);
        let lines = rest.len() - after.len();
        line += rest.as_bytes().iter().take(lines).filter(|&&byte| byte == b'\n').count();
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            value.push(row);
        }
        rest = after;
    }
    Reading { value, problems }
}

/// How many cells most rows have, by the first lines; 0 where none has two.
fn usual_cells(text: &str, separator: char) -> usize {
    let shape = Shape { separator, usual_cells: 0 };
    let widths = text.lines().take(LOOK_ROWS).map(|line| shape.width(line));
    let widths: Vec<usize> = widths.filter(|&width| width > 1).collect();
    let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
    // Of equals the first, which is the head's.
    widths.iter().copied().rev().max_by_key(|&width| alike(width)).unwrap_or(0)
}

/// The first row of a text, and what stands behind it.
fn row<'a>(
    text: &'a str,
    line: usize,
    shape: Shape,
    problems: &mut Vec<Problem>,
) -> (Row, &'a str) {
    let (mut cells, mut rest) = (Vec::new(), text);
    let (mut all_enclosed, mut at) = (true, line);
    loop {
        let cell = shape.cell(rest, all_enclosed);
        problems.extend(cell.slip.map(|cause| Problem::at(at, cause)));
        all_enclosed &= cell.enclosed;
        at += cell.line_ends;
        cells.push(unguarded(cell.text));
        let Some(next) = cell.rest.strip_prefix(shape.separator) else {
            let behind = cell.rest.trim_start_matches('\r');
            let behind = behind.strip_prefix('\n').unwrap_or(behind);
            return (Row { line, cells }, behind);
        };
        rest = next;
    }
}

/// Whether a spreadsheet would take a cell for a formula.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell,
    }
}

/// Writes rows.
#[must_use]
pub fn write<'a, R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = &'a str>,
{
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            text.push_str(if column == 0 { "\"" } else { ",\"" });
            if is_formula(cell) {
                text.push('\'');
            }
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[(usize, &[&str])], problems: usize) {
        let reading = read(text, None);
        let found: Vec<(usize, Vec<&str>)> = reading
            .value
            .iter()
            .map(|row| (row.line, row.cells.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(line, row)| (*line, row.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(reading.problems.len(), problems, "{text}");
    }

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        check("fr,en\r\nun,one\r\n", &[(0, &["fr", "en"]), (1, &["un", "one"])], 0);
        check(
            "un;one\n\ndeux, trois;two, three",
            &[(0, &["un", "one"]), (2, &["deux, trois", "two, three"])],
            0,
        );
        check("un\tone; 1\ndeux\ttwo; 2\n", &[(0, &["un", "one; 1"]), (1, &["deux", "two; 2"])], 0);
        check(
            "\"a\nb\",\"say \"\"c\"\"\"\nd,e",
            &[(0, &["a\nb", "say \"c\""]), (2, &["d", "e"])],
            0,
        );
        check("a,5\" wide\nb,c", &[(0, &["a", "5\" wide"]), (1, &["b", "c"])], 0);
        check("a,\"open\nb,c", &[(0, &["a", "\"open"]), (1, &["b", "c"])], 1);
        check("a;\"b\" ;c\n", &[(0, &["a", "b", "c"])], 0);
        check("a,b\rc,d", &[(0, &["a", "b"]), (1, &["c", "d"])], 0);
        check("", &[], 0);
    }

    #[test]
    fn a_mark_that_is_not_closed_keeps_to_its_line() {
        // Another cell in quotes further on, in the same table or at its beginning.
        check(
            "fr;en;n\n\"un;one;1\ndeux;two;2\n\"trois\";three;3\n",
            &[
                (0, &["fr", "en", "n"]),
                (1, &["\"un", "one", "1"]),
                (2, &["deux", "two", "2"]),
                (3, &["trois", "three", "3"]),
            ],
            1,
        );
        check("\"a\",\"b\n\"c\",\"d\"\n", &[(0, &["a", "\"b"]), (1, &["c", "d"])], 1);
        check("\"a;\"b\";\"c\"\nd;e;f", &[(0, &["\"a", "b", "c"]), (1, &["d", "e", "f"])], 1);
        // An inch mark that looks like the closing one.
        check(
            "un;one\n\"deux;two\ntrois;three\nle 5\";5\"\n",
            &[
                (0, &["un", "one"]),
                (1, &["\"deux", "two"]),
                (2, &["trois", "three"]),
                (3, &["le 5\"", "5\""]),
            ],
            1,
        );
    }

    #[test]
    fn marks_around_a_part_of_a_cell_are_text() {
        check(
            "\"Restons ; voyons\", dit-il.;\"\"\"Let us stay; let us see,\"\" he said.\"\nun;one",
            &[
                (0, &["\"Restons ; voyons\", dit-il.", "\"Let us stay; let us see,\" he said."]),
                (1, &["un", "one"]),
            ],
            1,
        );
    }

    #[test]
    fn cells_over_several_lines_are_read() {
        check(
            "fr;en\n\"a\nb\";c\nd;e",
            &[(0, &["fr", "en"]), (1, &["a\nb", "c"]), (3, &["d", "e"])],
            0,
        );
        check("a;\"b\n\nc\"\nd;e", &[(0, &["a", "b\n\nc"]), (3, &["d", "e"])], 0);
        // The separator within sentences, and a list all of whose cells are enclosed.
        check("\"x, y\nz, x\ny\",c\nd,e", &[(0, &["x, y\nz, x\ny", "c"]), (3, &["d", "e"])], 0);
        check("\"x,y\nz,x\ny\",\"c\"\nd,e", &[(0, &["x,y\nz,x\ny", "c"]), (3, &["d", "e"])], 0);
    }

    #[test]
    fn a_formula_is_guarded_and_comes_back() {
        let written = write([["=1+1", "- one"], ["'tis", "a"]]);
        assert_eq!(written, "\u{feff}\"'=1+1\",\"'- one\"\r\n\"'tis\",\"a\"\r\n");
        let back = read(written.trim_start_matches('\u{feff}'), Some(','));
        assert_eq!(back.value[0].cells, ["=1+1", "- one"]);
        assert_eq!(back.value[1].cells, ["'tis", "a"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(
            prop::collection::vec("[a\"',;=\\-\t\n é]{0,8}", 2..4), 1..5)
        ) {
            // A guard of somebody else's cannot be told from ours.
            prop_assume!(rows.iter().flatten().all(|cell| !cell.starts_with('\'')));
            let written = write(rows.iter().map(|row| row.iter().map(String::as_str)));
            let back = read(written.trim_start_matches('\u{feff}'), Some(','));
            let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            let expected: Vec<_> = rows.iter().filter(filled).cloned().collect();
            let found: Vec<_> = back.value.into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(found, expected);
            prop_assert!(back.problems.is_empty());
        }
    }
}
