//! A sheet that was read, with what is usual in it.

use super::cut::Usual;
use super::finding::{Finding, Found};
use super::names::Known;
use super::reading::{Pair, SideText};
use super::sheet::{Row, Sheet};
use super::switches::Switches;
use super::{CheckId, Run};
use crate::terms::TermPair;

/// A sheet that was read.
pub struct Survey<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// Both sides of each row; a target that is not there is empty.
    pub(super) texts: Vec<(SideText<'a>, SideText<'a>)>,
    /// How long translations are.
    pub(super) usual: Usual,
    /// Which names and acronyms are rendered how.
    pub(super) known: Known,
    /// The terms of the pair of languages, where there are termbases.
    pub(super) terms: Option<&'a TermPair>,
}

/// A sheet that is being read, row by row, by somebody who may give it up.
pub struct Reader<'a> {
    sheet: &'a Sheet,
    texts: Vec<(SideText<'a>, SideText<'a>)>,
}

impl<'a> Reader<'a> {
    /// A sheet of which nothing is read yet.
    #[must_use]
    pub const fn of(sheet: &'a Sheet) -> Self {
        Self { sheet, texts: Vec::new() }
    }

    /// Reads the next row; whether there was one.
    pub fn read_row(&mut self) -> bool {
        let next = self.sheet.rows.get(self.texts.len());
        self.texts.extend(next.map(|row| read(row, self.sheet)));
        next.is_some()
    }

    /// The survey of what was read, whose terms are to be checked too.
    #[must_use]
    pub fn survey(self, terms: Option<&'a TermPair>) -> Survey<'a> {
        let Self { sheet, texts } = self;
        let usual = Usual::of(&texts);
        let known = Known::of(&texts);
        Survey { sheet, texts, usual, known, terms }
    }
}

impl<'a> Survey<'a> {
    /// Reads a sheet.
    #[must_use]
    pub fn of(sheet: &'a Sheet) -> Self {
        Self::with_terms(sheet, None)
    }

    /// Reads a sheet whose terms are to be checked too.
    #[must_use]
    pub fn with_terms(sheet: &'a Sheet, terms: Option<&'a TermPair>) -> Self {
        let mut reader = Reader::of(sheet);
        while reader.read_row() {}
        reader.survey(terms)
    }

    /// The findings of all rows in order; those of a row in the order of the table.
    #[must_use]
    pub fn findings(&self, switches: &Switches) -> Vec<Finding> {
        let rows = 0..self.sheet.rows.len();
        let mut all: Vec<Finding> = rows.flat_map(|row| self.of_row(row, switches)).collect();
        all.extend(self.of_release(switches));
        all.sort_by_key(|finding| finding.row);
        all
    }

    /// The findings that look at several rows, check by check.
    #[must_use]
    pub fn of_release(&self, switches: &Switches) -> Vec<Finding> {
        let mut found = Found::new();
        for (check, severity) in switches.checks() {
            if let Run::Release(run) = check.run {
                run(self, found.begin(check, severity));
            }
        }
        found.all()
    }

    /// The findings of one row, without those that look at several.
    #[must_use]
    pub fn of_row(&self, row: usize, switches: &Switches) -> Vec<Finding> {
        let mut found = Found::new();
        if let Some(pair) = self.pair(row) {
            check_pair(&pair, switches, &mut found);
        }
        found.all()
    }

    /// The findings of a row as if its target were this one, as while somebody types.
    #[must_use]
    pub fn of_target(&self, row: usize, target: &str, switches: &Switches) -> Vec<Finding> {
        let (Some(of), Some((source, _))) = (self.sheet.rows.get(row), self.texts.get(row)) else {
            return Vec::new();
        };
        let of = Row { target: Some(target.to_owned()), ..of.clone() };
        let target = SideText::read(target, &self.sheet.target, self.sheet.date);
        let mut found = Found::new();
        let pair = Pair { row, of: &of, source, target: &target, survey: self };
        check_pair(&pair, switches, &mut found);
        found.all()
    }

    /// A row with both its texts.
    pub(super) fn pair(&self, row: usize) -> Option<Pair<'_>> {
        let (of, (source, target)) = (self.sheet.rows.get(row)?, self.texts.get(row)?);
        Some(Pair { row, of, source, target, survey: self })
    }

    /// All rows that have a translation.
    pub(super) fn translated(&self) -> impl Iterator<Item = Pair<'_>> {
        let rows = 0..self.sheet.rows.len();
        let pairs = rows.filter_map(|row| self.pair(row));
        pairs.filter(|pair| !pair.target.is_blank() && !pair.source.is_blank())
    }
}

fn check_pair(pair: &Pair<'_>, switches: &Switches, found: &mut Found) {
    for (check, severity) in switches.checks() {
        let wanted = match (pair.of.target.is_some(), pair.target.is_blank()) {
            (false, _) => check.id == CheckId::Open,
            (true, true) => check.id == CheckId::Empty,
            (true, false) => true,
        };
        let added = pair.source.is_blank();
        match check.run {
            Run::Target(run) if wanted => run(pair, found.begin(check, severity)),
            Run::Row(run) if wanted && !added => run(pair, found.begin(check, severity)),
            _ => {}
        }
    }
}

fn read<'a>(row: &'a Row, sheet: &'a Sheet) -> (SideText<'a>, SideText<'a>) {
    let target = row.target.as_deref().unwrap_or_default();
    let source = SideText::read(&row.source, &sheet.source, sheet.date);
    (source, SideText::read(target, &sheet.target, sheet.date))
}
