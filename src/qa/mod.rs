//! Checks: what may be wrong with a translation, each finding with its place and its facts.
//!
//! A [`Sheet`] is a release in one target language as rows. [`Survey::of`] reads it once and
//! learns what is usual in it; [`Survey::findings`] goes through the table of checks below.
//! A finding holds data ([`Cause`]), so that a window can tell it in any language; its
//! `Display` is the English sentence.
//!
//! | what | file |
//! |---|---|
//! | rows and what is learnt of them | [`sheet`], `survey` |
//! | findings, causes | [`finding`], [`cause`] |
//! | which checks are on | [`switches`] |
//! | facts of both sides paired by value | [`facts`] |
//! | the texts of a row, read once; their values paired | `reading`, `pairing`, `words` |
//! | numbers, dates, times, document numbers, addresses by value | `values` |
//! | names, acronyms | `names` |
//! | open, empty, identical rows, tags, headlines | `state` |
//! | quotations and brackets | `quotes` |
//! | how a sentence ends | `ends` |
//! | spaces by language | `spaces` |
//! | doubled words | `doubled` |
//! | words left in the source's language | `leftover` |
//! | a negation that is lost | `negation` |
//! | a sentence that is cut | `cut` |
//! | the same source rendered twice, and the reverse | `consistency` |
//! | required and forbidden terms | `terms` |
//! | the release's own number and date | `numbering` |
//! | errors planted by script, to measure recall | [`plant`] |
//!
//! Every rule prefers silence to a doubtful finding: a check that cries wolf is switched
//! off, and then finds nothing. Left out: grammar, style, spelling ([`crate::text::spelling`]).

pub mod cause;
mod consistency;
mod cut;
mod doubled;
mod ends;
pub mod facts;
pub mod finding;
mod leftover;
mod names;
mod negation;
mod numbering;
mod pairing;
pub mod plant;
mod quotes;
mod reading;
pub mod sheet;
mod spaces;
mod state;
mod survey;
pub mod switches;
mod terms;
#[cfg(test)]
mod tests;
mod values;
mod words;

pub use cause::{Cause, Gap, Kind};
pub use facts::{Fact, FactLine, Gathered, Verdict};
pub use finding::{Finding, Fix, Place, Severity, Side};
pub use sheet::{Row, Sheet};
pub use survey::{Reader, Survey};
pub use switches::Switches;

use finding::Found;
use reading::Pair;

/// A check by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CheckId {
    /// A row without a translation.
    Open,
    /// A translation of white space alone.
    Empty,
    /// The target is the source.
    Identical,
    /// Tags missing, added or doubled.
    Tags,
    /// Numbers by value.
    Number,
    /// Dates by value.
    Date,
    /// Times of day.
    Time,
    /// Numbers of documents.
    DocumentNumber,
    /// The release's number against its date.
    Numbering,
    /// Addresses of the web and of mail, telephone numbers.
    Address,
    /// Names.
    Name,
    /// Acronyms.
    Acronym,
    /// Quotations: one that is lost, one that is not closed.
    Quotation,
    /// Quotation marks of another language.
    QuotationMarks,
    /// Brackets that do not close.
    Brackets,
    /// How the sentence ends.
    EndMark,
    /// Spaces by the language's rules.
    Spaces,
    /// Ordinary spaces where a line must not break.
    BreakingSpaces,
    /// A word twice.
    DoubledWord,
    /// Words of the source left in the target.
    LeftOver,
    /// A target in another language.
    Language,
    /// Terms of the termbases: missing or forbidden.
    Term,
    /// A negation that has no counterpart.
    Negation,
    /// A target too short, or sentences fewer than the source's.
    Cut,
    /// One source with several targets.
    SameSource,
    /// One target for several sources.
    SameTarget,
    /// A headline that has become too long.
    Headline,
}

/// How a check is carried out.
enum Run {
    /// On a row with a source and a target.
    Row(fn(&Pair<'_>, &mut Found)),
    /// On a row, whose target alone is looked at.
    Target(fn(&Pair<'_>, &mut Found)),
    /// On the whole release.
    Release(fn(&Survey<'_>, &mut Found)),
}

/// A line of the table.
pub struct Check {
    /// Which one.
    pub id: CheckId,
    /// Its name on the command line and in JSON.
    pub name: &'static str,
    /// How bad what it finds is, at worst.
    pub severity: Severity,
    /// Whether it is on unless somebody switches it.
    pub on: bool,
    /// What it finds, in a sentence.
    pub explanation: &'static str,
    run: Run,
}

/// A line of the table.
const fn check(
    id: CheckId,
    name: &'static str,
    severity: Severity,
    run: Run,
    explanation: &'static str,
) -> Check {
    Check { id, name, severity, on: true, explanation, run }
}

/// A line that is off at first.
const fn off(check: Check) -> Check {
    Check { on: false, ..check }
}

use CheckId as Id;
use Run::{Release, Row as OfRow, Target as OfTarget};
use Severity::{Error, Info, Warning};

/// All checks, in the order in which the findings of a row are told.
#[rustfmt::skip]
pub const CHECKS: &[Check] = &[
    off(check(Id::Open, "open", Info, OfRow(state::open),
        "the row has no translation yet")),
    check(Id::Empty, "empty", Error, OfTarget(state::empty),
        "the translation has no text"),
    check(Id::Identical, "identical", Warning, OfRow(state::identical),
        "the target is the source word for word, though it has words to translate"),
    check(Id::Language, "language", Warning, OfRow(leftover::language),
        "the target is in another language"),
    check(Id::Number, "number", Error, OfRow(values::numbers),
        "a number is missing, added or another one; numbers compare by value (2 000 = 2,000 = 2.000 = two thousand)"),
    check(Id::Date, "date", Error, OfRow(values::dates),
        "a date is missing, added or another one; relative dates are resolved by the release's date"),
    check(Id::Time, "time", Error, OfRow(values::times),
        "a time of day is missing, added or another one"),
    check(Id::DocumentNumber, "document-number", Error, OfRow(values::document_numbers),
        "the number of a document is missing, added or another one"),
    check(Id::Numbering, "numbering", Warning, Release(numbering::check),
        "the date in the release's number is not the headline's"),
    check(Id::Address, "address", Error, OfRow(values::addresses),
        "an address of the web or of mail, or a telephone number, is missing or another one"),
    check(Id::Name, "name", Error, OfRow(names::check),
        "a name is missing or another one; spellings and alphabets may differ"),
    check(Id::Acronym, "acronym", Warning, OfRow(names::acronyms),
        "an acronym that is kept or rendered elsewhere in the release is missing"),
    check(Id::Term, "term", Error, OfRow(terms::check),
        "a term of the termbases is not used, or a forbidden one is; any inflection counts"),
    check(Id::Negation, "negation", Warning, OfRow(negation::check),
        "the source denies something, and nothing in the target does"),
    check(Id::Cut, "cut", Warning, OfRow(cut::check),
        "the target is far shorter than this release's translations are, or has fewer sentences"),
    check(Id::Quotation, "quotation", Error, OfRow(quotes::quotations),
        "a quotation is not closed, or is none any more"),
    check(Id::QuotationMarks, "quotation-marks", Info, OfTarget(quotes::marks),
        "the quotation marks are another language's"),
    check(Id::Brackets, "brackets", Warning, OfTarget(quotes::brackets),
        "a bracket is not closed, or was not opened"),
    check(Id::EndMark, "end-mark", Warning, OfRow(ends::check),
        "the target does not end as the source does"),
    check(Id::Spaces, "spaces", Info, OfTarget(spaces::check),
        "a space is missing or too much by the language's rules"),
    off(check(Id::BreakingSpaces, "breaking-spaces", Info, OfTarget(spaces::breaking),
        "an ordinary space stands where the line must not break (French « » : ; ? !)")),
    check(Id::DoubledWord, "doubled-word", Warning, OfTarget(doubled::check),
        "a word stands twice"),
    check(Id::LeftOver, "left-over", Warning, OfRow(leftover::words),
        "words of the source's language are left in the target"),
    check(Id::Tags, "tags", Error, OfRow(state::tags),
        "a tag is missing, added or doubled"),
    check(Id::Headline, "headline", Info, OfRow(state::headline),
        "the headline has become longer than headlines are"),
    check(Id::SameSource, "same-source", Info, Release(consistency::same_source),
        "a source sentence is translated in several ways"),
    check(Id::SameTarget, "same-target", Info, Release(consistency::same_target),
        "different source sentences have one translation"),
];

impl CheckId {
    /// The line of the table.
    #[must_use]
    pub fn check(self) -> Option<&'static Check> {
        CHECKS.iter().find(|check| check.id == self)
    }

    /// Its name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.check().map_or("", |check| check.name)
    }

    /// The check of this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        CHECKS.iter().find(|check| check.name == name).map(|check| check.id)
    }
}
