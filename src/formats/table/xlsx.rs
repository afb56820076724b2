//! Sheets of Office Open XML workbooks (ECMA-376, part 1, 18): `.xlsx`, `.xlsm`.
//!
//! The `calamine` crate reads the parts; here they are made rows of texts. Shared strings
//! are joined over their runs, numbers are written as they are, dates and times in the form
//! of ISO 8601, formulas are their last values. A row's line is its number in the sheet.
//!
//! A workbook is a zip file, which may grow a thousandfold when it is unpacked, and one
//! cell at the far end of a sheet may ask for a table of 17 thousand million cells. So every
//! part is unpacked once and counted before any is used ([`MAX_UNPACKED_BYTES`]), and cells
//! are taken one by one ([`MAX_COLUMNS`], [`MAX_CELLS`]).
//!
//! Left out: `.xls`, `.xlsb` and ODS; formats of numbers; merged cells (the text stands in
//! the first); what is hidden is read like the rest.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};

use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};

use super::Row;
use crate::formats::FormatError;
use crate::model::{Problem, Reading};

/// Bytes of all parts of a workbook, unpacked: a sheet of a million rows has about 200 MB.
pub const MAX_UNPACKED_BYTES: u64 = 1 << 30;

/// Parts of a workbook; those of real ones are some dozens.
const MAX_PARTS: usize = 10_000;

/// Columns that are read; no table of units has more than a few.
const MAX_COLUMNS: usize = 256;

/// Cells that are read, empty ones between others among them: 2.4 GB of memory at worst.
const MAX_CELLS: usize = 100_000_000;

/// What `.xls` files and encrypted workbooks begin with (compound files, MS-CFB 2.2).
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The names of all sheets of the workbook, in order.
    pub sheets: Vec<String>,
    /// Its rows; blank ones are left out.
    pub rows: Vec<Row>,
}

/// Reads a sheet, the first one where none is named.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no workbook, is encrypted, has
/// no such sheet or none at all; [`FormatError::Input`] when it is too large or damaged.
pub fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Reading<Sheet>, FormatError> {
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        let hint = "it is encrypted, or of the old form (.xls): open it in a spreadsheet \
                    program and save it as .xlsx without a password";
        return Err(other(hint));
    }
    check_size(bytes, MAX_UNPACKED_BYTES)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| of_book(&error))?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let name = match wanted {
        Some(wanted) => sheets.iter().find(|name| name.eq_ignore_ascii_case(wanted)),
        None => sheets.first(),
    };
    let Some(name) = name.cloned() else { return Err(no_sheet(wanted, &sheets)) };
    let (rows, mut problems) = rows(&mut book, &name)?;
    if wanted.is_none() && sheets.len() > 1 {
        let others = sheets.iter().filter(|other| **other != name);
        let others: Vec<String> = others.map(|name| format!("\"{name}\"")).collect();
        let cause = format!("the sheet \"{name}\" was read; there are also {}", others.join(", "));
        problems.push(Problem::whole(cause));
    }
    Ok(Reading { value: Sheet { name, sheets, rows }, problems })
}

fn other(hint: &str) -> FormatError {
    FormatError::Other { expected: "a workbook that can be read", hint: hint.to_owned() }
}

fn no_sheet(wanted: Option<&str>, sheets: &[String]) -> FormatError {
    let there: Vec<String> = sheets.iter().map(|name| format!("\"{name}\"")).collect();
    let hint = match (wanted, there.as_slice()) {
        (_, []) => "it has no sheet with cells".to_owned(),
        (wanted, _) => {
            let wanted = wanted.unwrap_or_default();
            format!("it has no sheet \"{wanted}\", but {}", there.join(", "))
        }
    };
    other(&hint)
}

/// Why a workbook was not opened.
fn of_book(error: &XlsxError) -> FormatError {
    match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            other("it is a zip file, but holds no sheets")
        }
        XlsxError::Password => other("it is encrypted: save it without a password"),
        error => FormatError::Input(format!("the workbook is damaged: {error}")),
    }
}

/// Unpacks every part and counts, since what a zip file says of its sizes need not be so.
fn check_size(bytes: &[u8], most: u64) -> Result<(), FormatError> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes));
    let mut archive = archive
        .map_err(|_| other("it is no zip file, as workbooks are, or the end of it is missing"))?;
    let too_large =
        || FormatError::Input(format!("unpacked, the workbook has more than {} MB", most >> 20));
    if archive.len() > MAX_PARTS {
        return Err(too_large());
    }
    let mut left = most;
    for number in 0..archive.len() {
        let damaged = |error: &dyn std::fmt::Display| {
            FormatError::Input(format!("the workbook is damaged: {error}"))
        };
        let part = archive.by_index(number).map_err(|error| damaged(&error))?;
        let name = part.name().map(|name| name.to_string()).unwrap_or_default();
        let read = io::copy(&mut part.take(left + 1), &mut io::sink());
        let read = read.map_err(|error| damaged(&format_args!("{name}: {error}")))?;
        left = left.checked_sub(read).ok_or_else(too_large)?;
    }
    Ok(())
}

/// The places of the formulas of a sheet: line and column, from 0.
///
/// # Errors
/// As [`read`].
pub fn formulas(bytes: &[u8], sheet: &str) -> Result<BTreeSet<(usize, usize)>, FormatError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| of_book(&error))?;
    let damaged = |error: &XlsxError| {
        FormatError::Input(format!("the sheet \"{sheet}\" is damaged: {error}"))
    };
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| damaged(&error))?;
    let mut places = BTreeSet::new();
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    // A sheet that is damaged further on is told by who reads its rows.
    while let Ok(Some(cell)) = cells.next_formula() {
        if !cell.get_value().is_empty() {
            let (row, column) = cell.get_position();
            places.insert((index(row), index(column)));
        }
    }
    Ok(places)
}

/// The rows of a sheet, and what was not taken.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<(Vec<Row>, Vec<Problem>), FormatError> {
    let damaged =
        |error: &XlsxError| FormatError::Input(format!("the sheet \"{name}\" is damaged: {error}"));
    let mut gathered = Gathered::default();
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                if !gathered.take(&cell) {
                    break;
                }
            }
            Ok(None) => break,
            Err(error) if gathered.rows.is_empty() => return Err(damaged(&error)),
            Err(error) => {
                let cause = format!("the sheet is damaged here and was read no further: {error}");
                gathered.problem(cause);
                break;
            }
        }
    }
    Ok(gathered.finish())
}

/// Rows as their cells come.
#[derive(Debug, Default)]
struct Gathered {
    rows: Vec<Row>,
    cells: usize,
    beyond: usize,
    errors: Option<(usize, usize)>,
    problems: Vec<Problem>,
}

impl Gathered {
    /// Takes a cell in; whether more are wanted.
    fn take(&mut self, cell: &Cell<DataRef<'_>>) -> bool {
        let (row, column) = cell.get_position();
        let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (line, column) = (index(row), index(column));
        if matches!(cell.get_value(), DataRef::Error(_)) {
            let (first, count) = self.errors.unwrap_or((line, 0));
            self.errors = Some((first, count + 1));
        }
        let text = text(cell.get_value());
        let is_first = self.rows.last().is_none_or(|row| row.line != line);
        // White space alone makes no row, but beside a text it is what somebody wrote.
        if text.is_empty() || (is_first && text.trim().is_empty()) {
            return true;
        }
        if column >= MAX_COLUMNS {
            self.beyond += 1;
            return true;
        }
        if is_first {
            self.rows.push(Row { line, cells: Vec::new() });
        }
        let Some(row) = self.rows.last_mut() else { return false };
        let new = (column + 1).saturating_sub(row.cells.len());
        self.cells += new;
        if self.cells > MAX_CELLS {
            self.problem("the sheet has too many cells; from here on it was not read".to_owned());
            return false;
        }
        row.cells.resize_with(row.cells.len() + new, String::new);
        if let Some(place) = row.cells.get_mut(column) {
            *place = text;
        }
        true
    }

    fn problem(&mut self, cause: String) {
        let line = self.rows.last().map_or(0, |row| row.line);
        self.problems.push(Problem::at(line, cause));
    }

    fn finish(mut self) -> (Vec<Row>, Vec<Problem>) {
        if let Some((line, count)) = self.errors {
            let cause =
                format!("{count} × an error (such as #N/A) in a cell, which counts as empty");
            self.problems.push(Problem::at(line, cause));
        }
        if self.beyond > 0 {
            let cause =
                format!("{} × a cell beyond column {MAX_COLUMNS}; they were not read", self.beyond);
            self.problems.push(Problem::whole(cause));
        }
        (self.rows, self.problems)
    }
}

/// What a cell says.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day, a time, or both in the form of ISO 8601.
fn moment_text(moment: &ExcelDateTime) -> String {
    /// Days from the epoch of spreadsheets to the end of the year 9999.
    const DAYS: f64 = 2_958_466.0;
    let days = moment.as_f64();
    if !(0.0..DAYS).contains(&days) || moment.is_duration() {
        return days.to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (days < 1.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00:00") => date,
        (false, _) => format!("{date}T{time}"),
    }
}

#[cfg(test)]
mod tests;
