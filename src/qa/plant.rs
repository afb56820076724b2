//! Errors planted by script: what a translator or a hurried correction gets wrong, made on
//! purpose, so that the checks' recall can be measured on good translations.
//!
//! One error a row, in the target alone, and only where the target is right before: a figure
//! that the source has, a negation that both sides have. Nothing here looks at what the checks
//! would find; the kinds are those the checks claim. Left out: errors of several at once.

use super::finding::Finding;
use super::names;
use super::negation;
use super::pairing::{Standing, pair};
use super::reading::{Pair, SideText};
use super::survey::Survey;
use super::switches::Switches;
use crate::model::TermStatus;
use crate::terms::TermRef;
use crate::text::quotation::Ending;
use crate::text::script::{self, Script};
use crate::text::segment;
use crate::text::value::ValueKind;

/// A kind of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Planted {
    /// A digit of a number is another one.
    Figure,
    /// The day, or the year, of a date is another one.
    Date,
    /// A person has another surname.
    Name,
    /// A negation is left out.
    Negation,
    /// The last sentence is left out, or the second half of the only one; the end mark stays.
    Cut,
    /// A quotation mark is left out.
    QuotationMark,
    /// A forbidden term for one that may be used; wants termbases.
    ForbiddenTerm,
}

impl Planted {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Figure,
        Self::Date,
        Self::Name,
        Self::Negation,
        Self::Cut,
        Self::QuotationMark,
        Self::ForbiddenTerm,
    ];

    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
            Self::Cut => "sentence cut",
            Self::QuotationMark => "quotation mark",
            Self::ForbiddenTerm => "forbidden term",
        }
    }
}

/// A planted error, and what the checks say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The row, by its place in the sheet.
    pub row: usize,
    /// The target with the error.
    pub target: String,
    /// What is found that was not before.
    pub findings: Vec<Finding>,
}

impl Survey<'_> {
    /// Plants an error of a kind in each row that can have one.
    #[must_use]
    pub fn trials(&self, kind: Planted, switches: &Switches) -> Vec<Trial> {
        let rows = self.translated().filter_map(|pair| Some((pair.row, plant(&pair, kind)?)));
        rows.map(|(row, target)| {
            let before = self.of_row(row, switches);
            let mut findings = self.of_target(row, &target, switches);
            findings.retain(|finding| !before.iter().any(|known| known.cause == finding.cause));
            Trial { row, target, findings }
        })
        .collect()
    }
}

/// The target with an error, where it can have one of this kind.
fn plant(pair: &Pair<'_>, kind: Planted) -> Option<String> {
    match kind {
        Planted::Figure => value(pair, |kind| {
            matches!(kind, ValueKind::Number | ValueKind::Ordinal | ValueKind::Money)
        }),
        Planted::Date => value(pair, |kind| kind == ValueKind::Date),
        Planted::Name => name(pair),
        Planted::Negation => negated(pair),
        Planted::Cut => cut(pair),
        Planted::QuotationMark => mark(pair.target),
        Planted::ForbiddenTerm => forbidden(pair),
    }
}

/// Another value where the target has the source's, in figures: of several, one by the row.
fn value(row: &Pair<'_>, wanted: impl Fn(ValueKind) -> bool) -> Option<String> {
    let paired = pair(row.source, row.target);
    let right = row.target.values.iter().zip(&paired.target).filter(|(value, standing)| {
        let written = row.target.at(&(value.start..value.end));
        let figures = written.chars().any(|c| c.is_ascii_digit());
        wanted(value.kind) && matches!(standing, Standing::Equal(_)) && figures
    });
    let right: Vec<_> = right.map(|(value, _)| value).collect();
    let value = right.get(row.row % right.len().max(1))?;
    let written = row.target.at(&(value.start..value.end));
    let other = if value.kind == ValueKind::Date {
        another_day(written, row.row)?
    } else {
        another_digit(written, row.row)?
    };
    Some(replaced(row.target.text, value.start..value.end, &other))
}

/// A text with another thing at a place in bytes.
fn replaced(text: &str, range: std::ops::Range<usize>, by: &str) -> String {
    let (before, behind) = (text.get(..range.start), text.get(range.end..));
    format!("{}{by}{}", before.unwrap_or_default(), behind.unwrap_or_default())
}

/// A number with one digit changed: the last, or the first of long ones in every other row.
fn another_digit(written: &str, row: usize) -> Option<String> {
    let digits: Vec<usize> =
        written.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let first = row.is_multiple_of(2) && digits.len() > 2;
    let &at = if first { digits.first()? } else { digits.last()? };
    let old: usize = written.get(at..=at)?.parse().ok()?;
    // Never to nought at the head of a number.
    let new = if old == 9 { 1 } else { old + 1 };
    Some(replaced(written, at..at + 1, &new.to_string()))
}

/// Every month has so many days.
const DAYS: usize = 28;

/// A date with another day, or another year where it has no day.
fn another_day(written: &str, row: usize) -> Option<String> {
    let mut runs: Vec<(usize, &str)> = Vec::new();
    let mut rest = written;
    let mut at = 0;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let run: String = rest.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
        runs.push((at + start, written.get(at + start..at + start + run.len())?));
        at += start + run.len();
        rest = written.get(at..)?;
    }
    let day = runs.iter().rev().find(|(_, run)| run.len() <= 2);
    let &(at, run) = day.or(runs.first())?;
    let old: usize = run.parse().ok()?;
    let new = if run.len() <= 2 { (old + row % 7) % DAYS + 1 } else { old + 1 };
    let new = if new == old { new % DAYS + 1 } else { new };
    Some(replaced(written, at..at + run.len(), &new.to_string()))
}

/// Surnames by script that are nobody's in particular.
const SURNAMES: &[(Script, &[&str])] = &[
    (Script::Latin, &["Hartwell", "Morandini", "Lindqvist", "Castellane", "Brückmann"]),
    (Script::Cyrillic, &["Ковальчук", "Дорошин", "Мельниченко", "Гаврилин"]),
];

/// Another surname for a person whom both sides name.
fn name(row: &Pair<'_>) -> Option<String> {
    let right = names::paired(row).into_iter().filter_map(|(name, other)| name.zip(other));
    let (_, other) = right.into_iter().find(|(_, other)| names::is_person(row.target, other))?;
    let core = names::core(row.target, &other);
    let written = row.target.at(&core);
    let at = written.rfind(|c: char| c.is_whitespace() || c == '-')? + 1;
    let (_, surnames) = SURNAMES.iter().find(|(script, _)| *script == script::of_text(written))?;
    let surname = surnames.get(row.row % surnames.len())?;
    Some(replaced(row.target.text, core.start + at..core.end, surname))
}

/// What is left out to make a yes of a no, and by what it is replaced.
const DENIALS: &[(&str, &[(&str, &str)])] = &[
    (
        "en",
        &[
            ("cannot ", "can "),
            ("can't ", "can "),
            (" not ", " "),
            ("n't ", " "),
            ("never ", ""),
            (" no ", " a "),
        ],
    ),
    ("fr", &[(" pas ", " "), (" jamais ", " ")]),
    ("de", &[(" nicht ", " "), (" nicht.", "."), (" kein", " ein"), (" nie ", " ")]),
    ("es", &[(" no ", " "), ("No ", ""), (" nunca ", " ")]),
    ("ru", &[(" не ", " "), ("Не ", ""), (" никогда ", " ")]),
    ("zh", &[("没有", "有"), ("不会", "会"), ("不能", "能"), ("不是", "是")]),
];

/// The target without its negation, where both sides say no once.
fn negated(row: &Pair<'_>) -> Option<String> {
    if !negation::denies(row.source) || !negation::denies(row.target) {
        return None;
    }
    let (_, denials) = DENIALS.iter().find(|(lang, _)| *lang == row.target.lang.base())?;
    let mut text = row.target.text.replace('’', "'");
    let (old, new) = denials.iter().find(|(old, _)| text.contains(old))?;
    text = text.replacen(old, new, 1);
    if row.target.lang.base() == "fr" {
        text = text.replacen(" ne ", " ", 1).replacen(" n'", " ", 1);
    }
    Some(text)
}

/// The target without its last sentence, or without the second half of its only one.
fn cut(row: &Pair<'_>) -> Option<String> {
    /// Letters of a source that is long enough to be told to be cut.
    const SHORTEST: f64 = 60.0;
    if row.source.length < SHORTEST {
        return None;
    }
    let text = row.target.text;
    let pieces = segment::segments(text, row.target.lang);
    if let [.., last_but_one, _] = pieces.as_slice() {
        return text.get(..last_but_one.range.end).map(str::to_owned);
    }
    let half = text.chars().count() / 2;
    let spaced = !text.chars().any(script::is_unspaced);
    let cut: String = text.chars().take(half).collect();
    let cut = if spaced { cut.rsplit_once(' ').map_or("", |(head, _)| head) } else { cut.as_str() };
    let mark: String =
        text.chars().rev().take_while(|c| c.is_ascii_punctuation() || *c == '。').collect();
    Some(format!("{cut}{}", mark.chars().rev().collect::<String>()))
}

/// The target without one of its quotation marks: the opening one in every other row.
fn mark(text: &SideText<'_>) -> Option<String> {
    let closed = text.quotations.iter().find(|q| q.ending == Ending::Closed && q.level == 0)?;
    let quoted = text.at(&closed.range);
    let (open, close) = (quoted.chars().next()?, quoted.chars().next_back()?);
    // Single marks are apostrophes as often: not claimed.
    if matches!(open, '\'' | '‘' | '’' | '‚' | '‹') {
        return None;
    }
    let first = closed.range.start.is_multiple_of(2);
    let range = if first {
        closed.range.start..closed.range.start + open.len_utf8()
    } else {
        closed.range.end - close.len_utf8()..closed.range.end
    };
    Some(replaced(text.text, range, ""))
}

/// The target with a forbidden name of a concept that both sides name.
fn forbidden(row: &Pair<'_>) -> Option<String> {
    let terms = row.survey.terms?;
    let named: Vec<TermRef> =
        terms.in_source(row.source.text).into_iter().flat_map(|term| term.terms).collect();
    terms.in_target(row.target.text).into_iter().find_map(|there| {
        let is_named = |at: &&TermRef| named.iter().any(|other| other.concept == at.concept);
        let at = there.terms.iter().find(is_named)?;
        terms.term(*at).filter(|term| term.status != TermStatus::Forbidden)?;
        let mut names = terms.renderings(terms.concept(*at)?);
        let wrong = names.find(|term| term.status == TermStatus::Forbidden)?;
        Some(replaced(row.target.text, there.range, &wrong.text))
    })
}
