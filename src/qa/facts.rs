//! All facts of a release, source and target paired by value, each listed once.
//!
//! A fact is a number, a date, a time, an address, a document's number, a name, an acronym or
//! a quotation. Those that have no counterpart come first, then the doubtful ones (paired with
//! one less precise, or found in another form), then those that are equal. Facts of rows
//! without a target are unpaired. Left out: what two facts have to do with one another.

use std::collections::BTreeMap;

use super::cause::Kind;
use super::finding::{Place, Side, scalars};
use super::names;
use super::pairing::{Standing, pair};
use super::quotes;
use super::reading::{Pair, SideText};
use super::survey::Survey;
use super::values;
use crate::text::value::Value;

/// How a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// On one side alone.
    Unpaired,
    /// On both, but not surely the same.
    Doubtful,
    /// On both.
    Paired,
}

impl Verdict {
    /// The verdict in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unpaired => "unpaired",
            Self::Doubtful => "doubtful",
            Self::Paired => "paired",
        }
    }
}

/// A fact where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The row, by its place in the sheet.
    pub row: usize,
    /// The side and the place in it.
    pub place: Place,
    /// As written.
    pub text: String,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// What it is; `None` is a quotation.
    pub kind: Option<Kind>,
    /// The value, equal in every language; a quotation's is its text.
    pub key: String,
    /// How it stands: the worst of its rows.
    pub verdict: Verdict,
    /// Where the source has it.
    pub source: Vec<Fact>,
    /// Where the target has it.
    pub target: Vec<Fact>,
}

/// What facts are listed by.
type Lines = BTreeMap<(Option<Kind>, String), FactLine>;

impl Survey<'_> {
    /// The facts of the release, those without a counterpart first.
    #[must_use]
    pub fn facts(&self) -> Vec<FactLine> {
        let mut gathered = Gathered::default();
        (0..self.sheet.rows.len()).for_each(|row| gathered.add(self, row));
        gathered.lines()
    }
}

/// Facts as they are gathered, row by row.
#[derive(Debug, Clone, Default)]
pub struct Gathered(Lines);

impl Gathered {
    /// Adds the facts of a row.
    pub fn add(&mut self, survey: &Survey<'_>, row: usize) {
        if let Some(pair) = survey.pair(row) {
            add_values(&pair, &mut self.0);
            add_names(&pair, &mut self.0);
            add_quotations(&pair, &mut self.0);
        }
    }

    /// What was gathered, those without a counterpart first, then by row.
    #[must_use]
    pub fn lines(self) -> Vec<FactLine> {
        let mut lines: Vec<FactLine> = self.0.into_values().collect();
        lines.sort_by_key(|line| (line.verdict, line.first_row()));
        lines
    }
}

impl FactLine {
    /// The first row it stands in, by its place in the sheet.
    #[must_use]
    pub fn first_row(&self) -> usize {
        self.source.first().or(self.target.first()).map_or(0, |fact| fact.row)
    }

    /// Its kind as the command line names it.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        self.kind.map_or("quotation", Kind::name)
    }
}

fn fact(pair: &Pair<'_>, side: Side, range: std::ops::Range<usize>) -> Fact {
    let text = pair.side(side).1;
    let written = text.get(range.clone()).unwrap_or_default().to_owned();
    Fact { row: pair.row, place: Place { side, range: scalars(text, range) }, text: written }
}

fn line<'a>(
    lines: &'a mut Lines,
    kind: Option<Kind>,
    key: &str,
    verdict: Verdict,
) -> &'a mut FactLine {
    let fresh =
        || FactLine { kind, key: key.to_owned(), verdict, source: Vec::new(), target: Vec::new() };
    let line = lines.entry((kind, key.to_owned())).or_insert_with(fresh);
    line.verdict = line.verdict.min(verdict);
    line
}

fn add_values(pair_: &Pair<'_>, lines: &mut Lines) {
    let (source, target) = (pair_.source, pair_.target);
    let paired = pair(source, target);
    let place = |value: &Value| value.start..value.end;
    for (value, standing) in source.values.iter().zip(&paired.source) {
        let Some(kind) = values::kind(value) else { continue };
        let verdict = verdict(*standing);
        let line = line(lines, Some(kind), &value.to_string(), verdict);
        line.source.push(fact(pair_, Side::Source, place(value)));
        if let Standing::Equal(at) | Standing::Alike(at) = standing
            && let Some(other) = target.values.get(*at)
        {
            line.target.push(fact(pair_, Side::Target, place(other)));
        }
    }
    for (value, standing) in target.values.iter().zip(&paired.target) {
        let tied = matches!(standing, Standing::Equal(_) | Standing::Alike(_));
        let Some(kind) = values::kind(value).filter(|_| !tied) else { continue };
        let line = line(lines, Some(kind), &value.to_string(), verdict(*standing));
        line.target.push(fact(pair_, Side::Target, place(value)));
    }
}

const fn verdict(standing: Standing) -> Verdict {
    match standing {
        Standing::Equal(_) => Verdict::Paired,
        Standing::Alike(_) | Standing::Echo => Verdict::Doubtful,
        Standing::Lost => Verdict::Unpaired,
    }
}

fn add_names(pair: &Pair<'_>, lines: &mut Lines) {
    for (name, other) in names::paired(pair) {
        let verdict = match (&name, &other) {
            (Some(_), Some(_)) => Verdict::Paired,
            // Translated, or told of otherwise.
            _ if !names::is_sure(pair, name.as_ref(), other.as_ref()) => Verdict::Doubtful,
            _ => Verdict::Unpaired,
        };
        let key =
            name.as_ref().or(other.as_ref()).map(|value| value.key.clone()).unwrap_or_default();
        let line = line(lines, Some(Kind::Name), &key, verdict);
        if let Some(name) = name {
            line.source.push(fact(pair, Side::Source, name.start..name.end));
        }
        if let Some(other) = other {
            line.target.push(fact(pair, Side::Target, other.start..other.end));
        }
    }
}

fn add_quotations(pair: &Pair<'_>, lines: &mut Lines) {
    let outer = |text: &SideText<'_>| quotes::outer(text);
    let (source, target) = (outer(pair.source), outer(pair.target));
    let same = source.len() == target.len();
    for place in 0..source.len().max(target.len()) {
        let (from, to) = (source.get(place), target.get(place));
        let verdict = match (from, to) {
            (Some(_), Some(_)) if same => Verdict::Paired,
            (Some(_), Some(_)) => Verdict::Doubtful,
            _ => Verdict::Unpaired,
        };
        let of = |side: Side, inner: &std::ops::Range<usize>| fact(pair, side, inner.clone());
        let key =
            from.map(|r| pair.source.at(r)).or(to.map(|r| pair.target.at(r))).unwrap_or_default();
        let line = line(lines, None, key, verdict);
        line.source.extend(from.map(|range| of(Side::Source, range)));
        line.target.extend(to.map(|range| of(Side::Target, range)));
    }
}
