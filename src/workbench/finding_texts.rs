//! What a finding, a check and a fact are called in the language of the window: the sentence
//! of a cause, the name and the explanation of a check.
//!
//! The command line says the same in English by [`Cause`]'s `Display` and by the table of
//! checks.

use crate::model::{Date, Grade};
use crate::qa::{Cause, CheckId, FactLine, Gap, Kind, Severity, Verdict};
use crate::texts::{Spoken, day, t, text_of};

/// Characters of a quoted text that a sentence shows; a dock's line has about 50.
const QUOTED_CHARS: usize = 90;

/// What is the case, in a sentence.
#[must_use]
pub fn sentence(cause: &Cause) -> String {
    match cause {
        Cause::Open => t!("finding-open").to_owned(),
        Cause::Empty => t!("finding-empty").to_owned(),
        Cause::Identical => t!("finding-identical").to_owned(),
        Cause::Missing { kind, source } => {
            t!("finding-missing", kind = id_of(*kind), source = short(source))
        }
        Cause::Added { kind, target } => {
            t!("finding-added", kind = id_of(*kind), target = short(target))
        }
        Cause::Differs { kind, source, target } => t!(
            "finding-differs",
            kind = id_of(*kind),
            source = short(source),
            target = short(target)
        ),
        Cause::Doubled { tag } => t!("finding-doubled-tag", tag = tag),
        Cause::NumberDate { number, headline } => {
            t!("finding-number-date", number = of_day(number), headline = of_day(headline))
        }
        Cause::Unclosed { mark } => t!("finding-unclosed", mark = mark),
        Cause::Unopened { mark } => t!("finding-unopened", mark = mark),
        Cause::QuotationLost { quoted } => t!("finding-quotation-lost", quoted = short(quoted)),
        Cause::Marks { found, wanted } => {
            t!("finding-marks", found = pair(*found), wanted = pair(*wanted))
        }
        Cause::EndMark { source, target } => end_mark(*source, *target),
        Cause::Space { gap, mark } => space(*gap, *mark),
        Cause::DoubledWord { word } => t!("finding-doubled-word", word = word),
        Cause::LeftOver { words } => t!("finding-left-over", words = short(words)),
        Cause::Language { found, wanted } => {
            t!("finding-language", found = found.spoken(), wanted = wanted.spoken())
        }
        Cause::ForbiddenTerm { found, wanted: Some(wanted) } => {
            t!("finding-forbidden-term", found = found, wanted = wanted)
        }
        Cause::ForbiddenTerm { found, wanted: None } => {
            t!("finding-forbidden-term-alone", found = found)
        }
        Cause::MissingTerm { source, wanted } => {
            t!("finding-missing-term", source = source, wanted = wanted.join(" / "))
        }
        Cause::Negation { source } => t!("finding-negation", source = source),
        Cause::Short { percent } => t!("finding-short", percent = *percent),
        Cause::Sentences { source, target } => {
            t!("finding-sentences", source = *source, target = *target)
        }
        Cause::OtherTarget { row, target } => {
            t!("finding-other-target", row = row, target = short(target))
        }
        Cause::OtherSource { row, source } => {
            t!("finding-other-source", row = row, source = short(source))
        }
        Cause::Headline { length, most } => {
            t!("finding-headline", length = *length, most = *most)
        }
    }
}

fn end_mark(source: Option<char>, target: Option<char>) -> String {
    match (source, target) {
        (Some(source), Some(target)) => {
            t!("finding-end-mark", source = source, target = target)
        }
        (Some(source), None) => t!("finding-end-mark-missing", source = source),
        (None, Some(target)) => t!("finding-end-mark-added", target = target),
        (None, None) => t!("finding-ends-differ").to_owned(),
    }
}

fn space(gap: Gap, mark: Option<char>) -> String {
    let mark = mark.map(String::from).unwrap_or_default();
    match gap {
        Gap::MissingBefore => t!("finding-space-missing-before", mark = mark),
        Gap::MissingAfter => t!("finding-space-missing-after", mark = mark),
        Gap::Before => t!("finding-space-before", mark = mark),
        Gap::After => t!("finding-space-after", mark = mark),
        Gap::Several => t!("finding-space-several").to_owned(),
        Gap::AtEnd => t!("finding-space-at-end").to_owned(),
        Gap::Breaking => t!("finding-space-breaking", mark = mark),
    }
}

fn pair((open, close): (char, char)) -> String {
    format!("{open}…{close}")
}

/// A text as it is quoted in a sentence.
#[must_use]
pub fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(QUOTED_CHARS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// A kind as the messages tell kinds apart.
const fn id_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::DocumentNumber => "document",
        Kind::Address => "address",
        Kind::Name => "name",
        Kind::Acronym => "acronym",
        Kind::Tag => "tag",
    }
}

/// A day in words, where it is one.
fn of_day(value: &str) -> String {
    value.parse::<Date>().map_or_else(|_| value.to_owned(), day)
}

/// The name of a check.
#[must_use]
pub fn check_name(check: CheckId) -> &'static str {
    text_of(&format!("check-{}", check.name())).unwrap_or_else(|| check.name())
}

/// What a check finds, in a sentence.
#[must_use]
pub fn explanation(check: CheckId) -> &'static str {
    let usual = || check.check().map_or("", |line| line.explanation);
    text_of(&format!("check-{}.explains", check.name())).unwrap_or_else(usual)
}

/// How much a check counts, in a word.
#[must_use]
pub fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Off => t!("grade-off"),
        Grade::Info => t!("grade-info"),
        Grade::Warning => t!("grade-warning"),
        Grade::Error => t!("grade-error"),
    }
}

/// How bad a finding is, in a word.
#[must_use]
pub fn severity_name(severity: Severity) -> &'static str {
    grade_name(severity.grade())
}

/// What a fact is, in a word or two.
#[must_use]
pub fn kind_name(line: &FactLine) -> &'static str {
    match line.kind {
        None => t!("fact-quotation"),
        Some(Kind::Number) => t!("fact-number"),
        Some(Kind::Date) => t!("fact-date"),
        Some(Kind::Time) => t!("fact-time"),
        Some(Kind::DocumentNumber) => t!("fact-document"),
        Some(Kind::Address) => t!("fact-address"),
        Some(Kind::Name) => t!("fact-name"),
        Some(Kind::Acronym) => t!("fact-acronym"),
        Some(Kind::Tag) => t!("fact-tag"),
    }
}

/// The value of a fact: a date that was told relatively as the day it is; names, quotations
/// and dates without a year as they are written.
#[must_use]
pub fn value_name(line: &FactLine) -> String {
    let written = line.source.first().or(line.target.first()).map_or(&line.key, |fact| &fact.text);
    match line.kind {
        Some(Kind::Date) => line.key.parse().map_or_else(|_| short(written), day),
        None | Some(Kind::Name | Kind::Acronym) => short(written),
        Some(_) => short(&line.key),
    }
}

/// How a fact stands, in a word.
#[must_use]
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unpaired => t!("fact-unpaired"),
        Verdict::Doubtful => t!("fact-doubtful"),
        Verdict::Paired => t!("fact-paired"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_quoted_by_its_beginning() {
        assert_eq!(short("un accord"), "un accord");
        let long = "é".repeat(QUOTED_CHARS + 1);
        assert_eq!(short(&long).chars().count(), QUOTED_CHARS + 1);
        assert!(short(&long).ends_with('…'));
    }

    #[test]
    fn a_date_is_told_as_a_day_and_what_is_none_as_it_is() {
        assert_ne!(of_day("2026-03-12"), "2026-03-12");
        assert_eq!(of_day("--03-12"), "--03-12");
    }
}
