//! Which column of a table is what.
//!
//! A head row tells it by names (`source`, `fr`, `French`, `français`, `author`); somebody may say it
//! (`source=2,target=3`, columns from 1); else the first two columns are source and target.

use super::Row;
use super::dates::Order;
use crate::model::{Lang, Problem, Reading, Unit, UnitStatus};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The source text.
    Source,
    /// The target text.
    Target,
    /// Who translated it.
    Author,
    /// The number of its release.
    Release,
    /// The date of its release.
    Date,
    /// The house that issued it.
    Issuer,
    /// How far it is.
    Status,
}

/// Names of fields, in orders and head rows.
const NAMES: &[(&str, Field)] = &[
    ("source", Field::Source),
    ("target", Field::Target),
    ("translation", Field::Target),
    ("author", Field::Author),
    ("translator", Field::Author),
    ("release", Field::Release),
    ("date", Field::Date),
    ("issuer", Field::Issuer),
    ("status", Field::Status),
];

/// Which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Columns from 0, each field once.
    fields: Vec<(Field, usize)>,
    /// Whether the first row is a head.
    pub head: bool,
}

/// A unit of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableUnit {
    /// The line of its row, from 0.
    pub line: usize,
    /// The unit.
    pub unit: Unit,
}

/// Why columns cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ColumnsError {
    /// Not in the form `source=1,target=2`.
    #[error(
        "\"{0}\" does not name a column: write source=1,target=2 (also author, release, date, issuer, status)"
    )]
    Unreadable(String),
    /// A side is missing.
    #[error("say which column is the {0}: source=1,target=2")]
    Missing(&'static str),
}

impl Field {
    /// All of them, the two sides first.
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Target,
        Self::Author,
        Self::Release,
        Self::Date,
        Self::Issuer,
        Self::Status,
    ];

    /// The field in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
            Self::Author => "author",
            Self::Release => "release",
            Self::Date => "date",
            Self::Issuer => "issuer",
            Self::Status => "status",
        }
    }
}

impl Columns {
    /// Says which column a field stands in, from 0; `None` for none. A column holds one field.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        self.fields.retain(|(known, at)| *known != field && Some(*at) != column);
        self.fields.extend(column.map(|column| (field, column)));
    }

    /// The field of a column, from 0.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<Field> {
        self.fields.iter().find(|(_, at)| *at == column).map(|(field, _)| *field)
    }

    /// Source and target in the first two columns.
    #[must_use]
    pub fn first_two() -> Self {
        Self { fields: vec![(Field::Source, 0), (Field::Target, 1)], head: false }
    }

    /// Columns as somebody orders them: `2,3` or `source=2,target=3,author=5`, from 1.
    ///
    /// # Errors
    /// The order is not in this form, or lacks a side.
    pub fn ordered(order: &str) -> Result<Self, ColumnsError> {
        let mut fields = Vec::new();
        let plain = [Field::Source, Field::Target];
        for (place, part) in order.split(',').map(str::trim).enumerate() {
            let unreadable = || ColumnsError::Unreadable(part.to_owned());
            let (field, number) = match part.split_once('=') {
                Some((name, number)) => (named(name.trim()).ok_or_else(unreadable)?, number),
                None => (*plain.get(place).ok_or_else(unreadable)?, part),
            };
            let number: usize = number.trim().parse().map_err(|_| unreadable())?;
            fields.push((field, number.checked_sub(1).ok_or_else(unreadable)?));
        }
        let columns = Self { fields, head: false };
        for (field, name) in [(Field::Source, "source"), (Field::Target, "target")] {
            columns.of(field).ok_or(ColumnsError::Missing(name))?;
        }
        Ok(columns)
    }

    /// Columns as a head row names them; `None` where it is no head. Languages are named
    /// by tag, in English or in themselves.
    #[must_use]
    pub fn of_head(row: &Row, source: Option<&Lang>, target: Option<&Lang>) -> Option<Self> {
        let mut fields: Vec<(Field, usize)> = Vec::new();
        let mut add = |field, column| {
            if fields.iter().all(|(known, _)| *known != field) {
                fields.push((field, column));
            }
        };
        let mut langs = Vec::new();
        for column in 0..row.cells.len() {
            let name = row.cell(column).to_lowercase();
            let named_lang = language(&name);
            let is = |lang: Option<&Lang>| {
                lang.zip(named_lang.as_ref()).is_some_and(|(lang, named)| named.same_base(lang))
            };
            if is(source) {
                add(Field::Source, column);
            } else if is(target) {
                add(Field::Target, column);
            } else if let Some(field) = named(&name) {
                add(field, column);
            } else if Lang::of_name(&name).is_some()
                || matches!(name.len(), 2 | 5) && named_lang.is_some()
            {
                langs.push(column);
            }
        }
        // Nobody said which languages: the first two that are named.
        if let (None, None, [first, second]) = (source, target, langs.as_slice()) {
            add(Field::Source, *first);
            add(Field::Target, *second);
        }
        let columns = Self { fields, head: true };
        columns.of(Field::Source)?;
        columns.of(Field::Target)?;
        Some(columns)
    }

    /// The column of a field, from 0.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, column)| *column)
    }

    /// The languages of the two sides, where a head row names them.
    #[must_use]
    pub fn languages(&self, head: &Row) -> (Option<Lang>, Option<Lang>) {
        let of = |field| self.of(field).and_then(|column| language(head.cell(column)));
        if self.head { (of(Field::Source), of(Field::Target)) } else { (None, None) }
    }

    /// The columns that hold something and are not used: by their names in the head row,
    /// else by number from 1.
    #[must_use]
    pub fn unused(&self, rows: &[Row]) -> Vec<String> {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let body = rows.get(usize::from(self.head)..).unwrap_or_default();
        let is_filled = |column: &usize| body.iter().any(|row| !row.cell(*column).is_empty());
        let unused = (0..width).filter(|column| self.field(*column).is_none()).filter(is_filled);
        let name = |column: usize| match rows.first().map(|row| row.cell(column)) {
            Some(name) if self.head && !name.is_empty() => name.to_owned(),
            _ => (column + 1).to_string(),
        };
        unused.map(name).collect()
    }

    /// How many rows have a source or a target.
    #[must_use]
    pub fn count(&self, rows: &[Row]) -> usize {
        let is_filled = |row: &&Row| {
            let cell = |field| self.of(field).map_or("", |column| row.cell(column));
            !cell(Field::Source).is_empty() || !cell(Field::Target).is_empty()
        };
        rows.iter().skip(usize::from(self.head)).filter(is_filled).count()
    }

    /// The units of rows. Rows without a side are problems, those with neither are nothing.
    #[must_use]
    pub fn units(&self, rows: &[Row]) -> Reading<Vec<TableUnit>> {
        let (mut value, mut problems) = (Vec::new(), Vec::new());
        let body = rows.get(usize::from(self.head)..).unwrap_or_default();
        let dates = self.of(Field::Date);
        let order = Order::of(body.iter().filter_map(|row| Some(row.cell(dates?))));
        if let Some((text, date)) = order.undecided.and_then(|text| Some((text, order.date(text)?)))
        {
            let cause = format!("dates were read day first, such as \"{text}\" as {date}");
            problems.push(Problem::whole(cause));
        }
        for row in body {
            let cell = |field| self.of(field).map_or("", |column| row.cell(column));
            let (source, target) = (cell(Field::Source), cell(Field::Target));
            match (source.is_empty(), target.is_empty()) {
                (true, true) => {}
                (true, false) => {
                    problems
                        .push(Problem::at(row.line, "the source is empty; the row was skipped"));
                }
                (false, true) => {
                    problems
                        .push(Problem::at(row.line, "the target is empty; the row was skipped"));
                }
                (false, false) => {
                    let mut unit = Unit::plain(source, target, status(cell(Field::Status)));
                    cell(Field::Author).clone_into(&mut unit.author);
                    cell(Field::Release).clone_into(&mut unit.release);
                    cell(Field::Issuer).clone_into(&mut unit.issuer);
                    let date = cell(Field::Date);
                    unit.date = order.date(date);
                    if unit.date.is_none() && !date.is_empty() {
                        let cause = format!(
                            "\"{date}\" is not a date in figures, such as 2031-03-12; the row was taken without it"
                        );
                        problems.push(Problem::at(row.line, cause));
                    }
                    value.push(TableUnit { line: row.line, unit });
                }
            }
        }
        Reading { value, problems }
    }
}

/// The language of a head: a tag, or a name in English or in the language itself.
fn language(name: &str) -> Option<Lang> {
    Lang::of_name(name).or_else(|| name.parse().ok())
}

fn named(name: &str) -> Option<Field> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

fn status(name: &str) -> UnitStatus {
    let known = [UnitStatus::Draft, UnitStatus::Approved, UnitStatus::Published];
    let found = known.into_iter().find(|status| status.name().eq_ignore_ascii_case(name));
    found.unwrap_or(UnitStatus::Translated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        Row { line: 0, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    #[test]
    fn a_head_row_tells_the_columns() {
        let (fr, en): (Lang, Lang) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let check =
            |cells: &[&str], pair: Option<(&Lang, &Lang)>, expected: Option<(usize, usize)>| {
                let (source, target) = (pair.map(|p| p.0), pair.map(|p| p.1));
                let found = Columns::of_head(&row(cells), source, target);
                let found = found.and_then(|c| Some((c.of(Field::Source)?, c.of(Field::Target)?)));
                assert_eq!(found, expected, "{cells:?}");
            };
        check(&["id", "Source", "Target"], None, Some((1, 2)));
        check(&["en", "fr-CA"], Some((&fr, &en)), Some((1, 0)));
        check(&["Status", "French", "English"], Some((&fr, &en)), Some((1, 2)));
        check(&["fr", "en"], None, Some((0, 1)));
        check(&["Français", "English", "Date"], Some((&fr, &en)), Some((0, 1)));
        check(&["English", "Date", "FRANÇAIS"], Some((&fr, &en)), Some((2, 0)));
        check(&["Note", "Русский", "中文"], None, Some((1, 2)));
        check(&["un", "one"], Some((&fr, &en)), None);
        check(&["Bonjour.", "Hello."], None, None);
    }

    #[test]
    fn columns_that_are_not_used_are_named() {
        let check = |rows: &[&[&str]], expected: &[&str]| {
            let rows: Vec<Row> = rows.iter().map(|cells| row(cells)).collect();
            let head = rows.first().and_then(|row| Columns::of_head(row, None, None));
            let columns = head.unwrap_or_else(Columns::first_two);
            assert_eq!(columns.unused(&rows), expected, "{rows:?}");
        };
        check(&[&["fr", "en", "Date", "Note", "Empty"], &["un", "one", "", "a"]], &["Note"]);
        check(&[&["un.", "one.", "", "a"], &["deux.", "two."]], &["4"]);
        check(&[&["Deutsch", "", "English"], &["eins", "1", "one"]], &["2"]);
        check(&[&["fr", "en"], &["un", "one"]], &[]);
    }

    #[test]
    fn columns_can_be_ordered() {
        let order = Columns::ordered("target=1, source=3,author=2").expect("an order");
        let fields = [Field::Source, Field::Target, Field::Author].map(|field| order.of(field));
        assert_eq!(fields, [Some(2), Some(0), Some(1)]);
        assert_eq!(Columns::ordered("2,3").map(|c| c.of(Field::Target)), Ok(Some(2)));
        for order in ["0,1", "source=1", "a=1", "1,2,3", ""] {
            assert!(Columns::ordered(order).is_err(), "{order}");
        }
    }

    #[test]
    fn rows_become_units_and_one_sided_ones_problems() {
        let rows = [
            row(&["source", "target", "date", "status"]),
            row(&["un", "one", "2031-03-12", "Approved"]),
            row(&["", "two"]),
            row(&["trois"]),
            row(&["", "", "x"]),
        ];
        let columns = Columns::of_head(&rows[0], None, None).expect("a head");
        let reading = columns.units(&rows);
        let [only] = reading.value.as_slice() else { panic!("{reading:?}") };
        assert_eq!((only.unit.source.as_str(), only.unit.status), ("un", UnitStatus::Approved));
        assert_eq!(only.unit.date, "2031-03-12".parse().ok());
        assert_eq!(reading.problems.len(), 2);
    }
}
