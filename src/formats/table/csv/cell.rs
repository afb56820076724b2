//! One cell of separated values, and whether its quotation marks enclose it (RFC 4180).
//!
//! A quotation mark that opens a cell encloses it when the closing one stands before a
//! separator or a line end. Where it does not, the mark is a character of the text: people
//! type quotations into tables, and forget to close them. A cell over several lines is one
//! unless those lines are rows of their own, so that a mark that was forgotten does not
//! swallow the rows behind it.

/// Bytes of a cell in quotes: more is a mark that was not closed.
const LONGEST_BYTES: usize = 1 << 20;

/// The mark is not closed, or only rows further on.
const NOT_CLOSED: &str = "a quotation mark is not closed; it was taken as a part of the text";

/// The marks enclose the beginning of the cell only.
const NOT_AROUND: &str =
    "quotation marks are around a part of the cell only; they were taken as a part of the text";

/// A cell, and what of the text it takes up.
pub(super) struct Cell<'a> {
    /// Its text.
    pub text: String,
    /// What stands behind it: a separator, a line end or nothing.
    pub rest: &'a str,
    /// Line ends in it.
    pub line_ends: usize,
    /// Whether it is enclosed in quotation marks.
    pub enclosed: bool,
    /// What was mended.
    pub slip: Option<&'static str>,
}

/// How a table's rows look.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// What parts cells.
    pub separator: char,
    /// Cells of most rows; 0 where that is not known.
    pub usual_cells: usize,
}

/// A quotation that begins with a cell.
struct Quotation<'a> {
    text: String,
    /// What stands behind the closing mark.
    rest: &'a str,
    line_ends: usize,
    /// Whether the closing mark directly follows a separator, as an opening one does.
    after_separator: bool,
}

impl Shape {
    /// The cell that a text begins with. `all_enclosed`: the cells before it in its row are.
    pub(super) fn cell(self, text: &str, all_enclosed: bool) -> Cell<'_> {
        if !text.starts_with('"') {
            return self.bare(text, text, None);
        }
        let Some(quotation) = self.quotation(text) else {
            return self.bare(text, text, Some(NOT_CLOSED));
        };
        let behind = quotation.rest.trim_start_matches(' ');
        if self.ends_cell(behind) {
            if self.is_swallowing(text, &quotation, all_enclosed) {
                return self.bare(text, text, Some(NOT_CLOSED));
            }
            let Quotation { text, line_ends, .. } = quotation;
            return Cell { text, rest: behind, line_ends, enclosed: true, slip: None };
        }
        if quotation.line_ends > 0 || quotation.after_separator {
            return self.bare(text, text, Some(NOT_CLOSED));
        }
        self.bare(text, quotation.rest, Some(NOT_AROUND))
    }

    /// The cells of a line that stands alone.
    pub(super) fn width(self, line: &str) -> usize {
        let (mut cells, mut rest) = (1, line);
        let alone = Self { usual_cells: 0, ..self };
        while let Some(next) = alone.cell(rest, true).rest.strip_prefix(self.separator) {
            cells += 1;
            rest = next;
        }
        cells
    }

    /// The cell up to the first separator or line end in `from`, marks and all.
    fn bare<'a>(self, text: &'a str, from: &'a str, slip: Option<&'static str>) -> Cell<'a> {
        let ends = |c: char| c == self.separator || c == '\n';
        let end = text.len() - from.len() + from.find(ends).unwrap_or(from.len());
        let (cell, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let cell = if rest.starts_with('\n') { cell.trim_end_matches('\r') } else { cell };
        Cell { text: cell.to_owned(), rest, line_ends: 0, enclosed: false, slip }
    }

    /// The quotation that a text begins with, if it is closed.
    fn quotation(self, text: &str) -> Option<Quotation<'_>> {
        let mut found = String::new();
        let (mut line_ends, mut before) = (0, '"');
        let mut chars = text.char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' if chars.next_if(|(_, next)| *next == '"').is_some() => found.push('"'),
                '"' => {
                    let rest = text.get(at + 1..)?;
                    let after_separator = before == self.separator;
                    return Some(Quotation { text: found, rest, line_ends, after_separator });
                }
                _ => {
                    line_ends += usize::from(c == '\n');
                    found.push(c);
                }
            }
            if found.len() > LONGEST_BYTES {
                return None;
            }
            before = c;
        }
        None
    }

    fn ends_cell(self, text: &str) -> bool {
        text.is_empty() || text.starts_with([self.separator, '\n']) || text.starts_with("\r\n")
    }

    /// Whether a quotation over several lines has taken in rows: each of the lines behind
    /// its first is a row by itself. Where all cells of its row are enclosed it has not.
    fn is_swallowing(self, text: &str, quotation: &Quotation<'_>, all_enclosed: bool) -> bool {
        let next_enclosed = match quotation.rest.strip_prefix(self.separator) {
            Some(next) => next.starts_with('"'),
            None => true,
        };
        if quotation.line_ends == 0 || self.usual_cells < 2 || (all_enclosed && next_enclosed) {
            return false;
        }
        let mut behind: Vec<&str> = text.lines().skip(1).take(quotation.line_ends).collect();
        let last = behind.pop().unwrap_or_default();
        behind.retain(|line| !line.trim().is_empty());
        if behind.is_empty() {
            return self.is_row(last);
        }
        behind.into_iter().all(|line| self.is_row(line))
    }

    /// Whether a line is a row by itself: as many cells as most rows, every mark with its
    /// partner, and none of the separators one of a sentence, with a blank behind it.
    fn is_row(self, line: &str) -> bool {
        let is_paired = line.matches('"').count().is_multiple_of(2);
        let in_sentence = line.contains(&[self.separator, ' '].iter().collect::<String>());
        is_paired && !in_sentence && self.width(line) == self.usual_cells
    }
}
