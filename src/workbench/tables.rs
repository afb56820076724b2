//! Tables as sources of units: separated values and workbooks, read alike.
//!
//! How a table is to be read is found out, told, and can be said otherwise
//! ([`TableOptions`]): separator and encoding of a text, the sheet of a workbook, which
//! column is what, whether the first row is a head.

use std::path::Path;

use super::opening::{self, Named, OrByName};
use crate::formats::detect::Format;
use crate::formats::table::columns::TableUnit;
use crate::formats::table::{Columns, Row, csv, xlsx};
use crate::formats::{FormatError, plain};
use crate::model::{Lang, Problem, Reading};
use crate::store::{self, Files, StoreError};
use crate::text::lang::Evidence;

/// How a table is to be read; what is `None` is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableOptions {
    /// What parts the cells of a text.
    pub separator: Option<char>,
    /// The encoding of a text, by its WHATWG label.
    pub encoding: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Which column is what.
    pub columns: Option<Columns>,
    /// Whether the first row is a head.
    pub head: Option<bool>,
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its rows, the head among them.
    pub rows: Vec<Row>,
    /// What was wrong or is to be known.
    pub problems: Vec<Problem>,
    /// What parts its cells; `None` for a workbook.
    pub separator: Option<char>,
    /// Its encoding; `None` for a workbook.
    pub encoding: Option<String>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
}

/// Whether a file of a format is read as a table.
#[must_use]
pub fn is_table(path: &Path, format: Format, options: &TableOptions) -> bool {
    match format {
        Format::Xlsx => true,
        Format::Tsv | Format::Plain => {
            ends_in(path, &["csv"]) || *options != TableOptions::default()
        }
        Format::Project
        | Format::Memory
        | Format::Tmx
        | Format::Terms
        | Format::Srx
        | Format::Docx
        | Format::Odt
        | Format::Html
        | Format::Markdown => false,
    }
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// It cannot be read, or is none.
    pub fn read(
        files: &dyn Files,
        path: &Path,
        options: &TableOptions,
    ) -> Result<Self, StoreError> {
        if opening::format(files, path)? == Format::Xlsx {
            return Self::workbook(files, path, options);
        }
        let Reading { value: decoded, mut problems } = match &options.encoding {
            Some(encoding) => store::text::read_as(files, path, encoding)?,
            None => store::text::read(files, path)?,
        };
        if decoded.text.trim().is_empty() {
            return Err(StoreError::format(path, FormatError::Empty));
        }
        let plain::Decoded { text, encoding, .. } = decoded;
        let unquoted = ends_in(path, &["tsv", "tab"]);
        let separator = match options.separator {
            Some(separator) => separator,
            None if unquoted => '\t',
            None => csv::sniff(&text),
        };
        let read = if unquoted {
            csv::read_unquoted(&text, separator)
        } else {
            csv::read(&text, Some(separator))
        };
        problems.extend(read.problems);
        Ok(Self {
            rows: read.value,
            problems,
            separator: Some(separator),
            encoding: Some(encoding),
            sheets: Vec::new(),
            sheet: None,
        })
    }

    fn workbook(
        files: &dyn Files,
        path: &Path,
        options: &TableOptions,
    ) -> Result<Self, StoreError> {
        let read = xlsx::read(&files.read(path)?, options.sheet.as_deref());
        let Reading { value, problems } = read.map_err(|error| StoreError::format(path, error))?;
        let xlsx::Sheet { name, sheets, rows } = value;
        let sheet = Some(name);
        Ok(Self { rows, problems, separator: None, encoding: None, sheets, sheet })
    }

    /// Which column is what: as somebody says, as a head row says, else the first two.
    #[must_use]
    pub fn columns(&self, options: &TableOptions, named: &Named) -> Columns {
        let first = self.rows.first();
        let head = first.and_then(|row| Columns::of_head(row, named.0.as_ref(), named.1.as_ref()));
        let is_head = options.head.unwrap_or(head.is_some());
        let found = options.columns.clone().or_else(|| head.filter(|_| is_head));
        let mut columns = found.unwrap_or_else(Columns::first_two);
        columns.head = is_head;
        columns
    }

    /// The languages somebody named, else those its head row names.
    #[must_use]
    pub fn languages(&self, options: &TableOptions, named: Named) -> Named {
        let columns = self.columns(options, &named);
        let head = self.rows.first().map(|row| columns.languages(row));
        let (source, target) = head.unwrap_or_default();
        (named.0.or(source), named.1.or(target))
    }

    /// The units of the table, with all problems in the order of the rows.
    #[must_use]
    pub fn units(self, columns: &Columns) -> Reading<Vec<TableUnit>> {
        let mut reading = columns.units(&self.rows);
        for TableUnit { unit, .. } in &mut reading.value {
            "table import".clone_into(&mut unit.origin);
        }
        reading.problems.extend(self.problems);
        reading.problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
        reading
    }

    /// The language of a column, from 0, where its texts leave no doubt.
    #[must_use]
    pub fn language(&self, column: usize) -> Option<Lang> {
        /// Rows that are looked at; more say no more.
        const ROWS: usize = 40;
        /// Letters below which a guess is worth nothing.
        const FEWEST_LETTERS: usize = 40;
        let rows = self.rows.iter().skip(1).take(ROWS);
        let text: Vec<&str> = rows.map(|row| row.cell(column)).collect();
        let text = text.join("\n");
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let evidence = Evidence::of(&text);
        evidence.certain().filter(|_| letters >= FEWEST_LETTERS).cloned()
    }

    /// How many columns the widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// The units of a table file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitsRead {
    /// Its languages.
    pub pair: opening::LangPair,
    /// The units, and what was wrong.
    pub units: Reading<Vec<TableUnit>>,
    /// How many rows have a source or a target.
    pub rows: usize,
}

/// The units of a table file and its languages: those somebody named, else those in the
/// file's name, else those of its head row. Columns that nobody said anything about and that
/// are not used are told.
///
/// # Errors
/// It cannot be read, or its languages are not known.
pub fn read_units(
    files: &dyn Files,
    path: &Path,
    named: Named,
    options: &TableOptions,
) -> Result<UnitsRead, StoreError> {
    let table = Table::read(files, path, options)?;
    let named = table.languages(options, named.or_by_name(path));
    let columns = table.columns(options, &named);
    let (Some(source), Some(target)) = named else {
        return Err(StoreError::languages(path));
    };
    let rows = columns.count(&table.rows);
    let unused = columns.unused(&table.rows);
    let mut units = table.units(&columns);
    if options.columns.is_none() && !unused.is_empty() {
        let cause = format!("columns not used: {}", unused.join(", "));
        units.problems.push(Problem::whole(cause));
    }
    Ok(UnitsRead { pair: (source, target), units, rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::table::Field;
    use crate::store::testing::MemoryFiles;

    fn check(name: &str, text: &[u8], options: &TableOptions, expected: &[&str]) -> Table {
        let files = MemoryFiles::new();
        let path = Path::new("/w").join(name);
        files.put(path.to_string_lossy().as_ref(), text);
        let named = (Some("fr".parse().expect("fr")), Some("en".parse().expect("en")));
        let table = Table::read(&files, &path, options).expect(name);
        let read = read_units(&files, &path, named, options).expect(name).units;
        let units: Vec<String> = read
            .value
            .iter()
            .map(|unit| format!("{}={}", unit.unit.source, unit.unit.target))
            .collect();
        assert_eq!(units, expected, "{name}");
        table
    }

    #[test]
    fn what_nobody_says_is_found_out() {
        let none = TableOptions::default();
        let table = check("a.csv", b"un;one\ndeux;two\n", &none, &["un=one", "deux=two"]);
        assert_eq!((table.separator, table.encoding.as_deref()), (Some(';'), Some("UTF-8")));
        check("a.csv", "English,French\none,un\n".as_bytes(), &none, &["un=one"]);
        check("a.tsv", b"\"un\" mot\ta \"word\"\n", &none, &["\"un\" mot=a \"word\""]);
        let wide: Vec<u8> = "été\tsummer\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check("a.csv", &[b"\xff\xfe", &*wide].concat(), &none, &["été=summer"]);
    }

    #[test]
    fn a_head_tells_the_languages_and_what_is_not_used_is_told() {
        let files = MemoryFiles::new();
        let (path, none) = (Path::new("/w/a.csv"), TableOptions::default());
        files.put(
            "/w/a.csv",
            "Français;English;Date;Note\nun;one;13/03/2031;a\ndeux;two;04/03/2031;\n",
        );
        let read = read_units(&files, path, (None, None), &none).expect("languages in the head");
        assert_eq!((read.pair.0.as_str(), read.pair.1.as_str()), ("fr", "en"));
        let dates = read.units.value.iter().map(|unit| unit.unit.date.map(|date| date.to_string()));
        let dates: Vec<String> = dates.flatten().collect();
        assert_eq!(dates, ["2031-03-13", "2031-03-04"]);
        assert_eq!(read.units.problems, [Problem::whole("columns not used: Note")]);
    }

    #[test]
    fn the_language_of_a_column_is_guessed_where_there_is_text_enough() {
        let text = "a;b\nLe ministre a ouvert le pont hier matin avec le maire.;The minister \
                    opened the bridge together with the mayor.\n";
        let none = TableOptions::default();
        let pair = [
            "a=b",
            "Le ministre a ouvert le pont hier matin avec le maire.=The minister opened the bridge together with the mayor.",
        ];
        let table = check("a.csv", text.as_bytes(), &none, &pair);
        let tag = |column| table.language(column).map(|lang: Lang| lang.to_string());
        assert_eq!((tag(0).as_deref(), tag(1).as_deref(), tag(2)), (Some("fr"), Some("en"), None));
        let short = check("a.csv", b"a;b\noui;yes\n", &none, &["a=b", "oui=yes"]);
        assert_eq!(short.language(0), None);
    }

    #[test]
    fn what_somebody_says_holds() {
        let mut columns = Columns::first_two();
        columns.set(Field::Target, Some(2));
        let second = TableOptions { columns: Some(columns), ..TableOptions::default() };
        check("a.csv", b"un;x;one\n", &second, &["un=one"]);
        let head = TableOptions { head: Some(true), ..TableOptions::default() };
        check("a.csv", b"Original;Version\nun;one\n", &head, &["un=one"]);
        let no_head = TableOptions { head: Some(false), ..TableOptions::default() };
        check("a.csv", b"fr;en\nun;one\n", &no_head, &["fr=en", "un=one"]);
        let comma = TableOptions { separator: Some(','), ..TableOptions::default() };
        check("a.csv", b"un;a,one;b\ndeux;a,two;b\n", &comma, &["un;a=one;b", "deux;a=two;b"]);
        let russian =
            TableOptions { encoding: Some("windows-1251".to_owned()), ..TableOptions::default() };
        check("a.csv", b"\xec\xe8\xf0;peace\n", &russian, &["мир=peace"]);
    }

    #[test]
    fn a_column_holds_one_field_and_a_field_stands_in_one_column() {
        let mut columns = Columns::first_two();
        columns.set(Field::Author, Some(1));
        assert_eq!((columns.of(Field::Target), columns.field(1)), (None, Some(Field::Author)));
        columns.set(Field::Author, Some(4));
        assert_eq!((columns.field(1), columns.of(Field::Author)), (None, Some(4)));
        columns.set(Field::Author, None);
        assert_eq!(columns.of(Field::Author), None);
    }
}
