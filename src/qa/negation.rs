//! A negation that is lost: the source says no, and nothing in the target does.
//!
//! The words are data. What says no by itself must have a counterpart; anything that denies
//! in another way is one ("without", "fail to", "unable", `лишь`), and where the source's
//! no is none ("not only", `тем не менее`) nothing is asked. So what is told is likely wrong,
//! and a negation that is lost beside another is not found.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, Text};
use super::words;
use crate::text::fold;

const TABLE: &str = include_str!("../../assets/qa/negation.txt");

/// What a language denies with.
#[derive(Debug, Default)]
struct Denial {
    no: Vec<&'static str>,
    also: Vec<&'static str>,
    never: Vec<&'static str>,
}

static LANGUAGES: LazyLock<HashMap<&str, Denial>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Denial> = HashMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let (Some(lang), Some(what)) = (parts.next(), parts.next()) else { continue };
        let denial = all.entry(lang).or_default();
        let words = match what {
            "no" => &mut denial.no,
            "also" => &mut denial.also,
            _ => &mut denial.never,
        };
        words.extend(parts);
    }
    all
});

/// Words that may stand between the two parts of a French negation.
const BETWEEN: usize = 4;

/// Tells a negation that has no counterpart.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let Some((range, said)) = denies(row.source) else { return };
    if !has_counterpart(row.target).unwrap_or(true) {
        let cause = Cause::Negation { source: said };
        found.tell(row.row, row.side(Side::Source), range, cause);
    }
}

/// Where a text says no by itself.
pub(super) fn denies(text: &Text<'_>) -> Option<(Range<usize>, String)> {
    let denial = LANGUAGES.get(text.lang.base())?;
    let lower = plain(text.text);
    let passed: Vec<Range<usize>> =
        denial.never.iter().flat_map(|phrase| places(&lower, phrase)).collect();
    let all = denial.no.iter().flat_map(|word| places(&lower, word));
    let mut said: Vec<Range<usize>> = all
        .filter(|range| !passed.iter().any(|p| p.start < range.end && range.start < p.end))
        .collect();
    said.sort_by_key(|range| range.start);
    // Two are easily one on the other side, or none: "not impossible".
    let [one] = said.as_slice() else { return None };
    // Folding keeps every place of the scripts that deny with these words.
    let range = if lower.len() == text.text.len() { one.clone() } else { 0..text.text.len() };
    let said = lower.get(one.clone()).unwrap_or_default().to_owned();
    Some((range, said))
}

/// Whether anything in a text denies; `None` where the language has no words for it here.
fn has_counterpart(text: &Text<'_>) -> Option<bool> {
    let denial = LANGUAGES.get(text.lang.base())?;
    let lower = plain(text.text);
    let all = denial.no.iter().chain(&denial.also).chain(&denial.never);
    Some(all.into_iter().any(|word| !places(&lower, word).is_empty()))
}

/// Small letters, one apostrophe.
fn plain(text: &str) -> String {
    fold::case(text).replace(['’', 'ʼ'], "'")
}

/// Where a form of the table stands: `not`, `n't`, `fail*`, `not_only`, `ne_pas`.
fn places(text: &str, form: &str) -> Vec<Range<usize>> {
    match form.split_once('_') {
        Some(("ne", second)) => in_two(text, second),
        _ if form == "n't" => text.match_indices(form).map(|(at, _)| at..at + form.len()).collect(),
        _ => words::places(text, form),
    }
}

/// `ne … pas`, `n'… pas`: both parts, with a few words between.
fn in_two(text: &str, second: &str) -> Vec<Range<usize>> {
    let second = second.replace('_', " ");
    let mut found = Vec::new();
    for first in ["ne", "n'"] {
        for start in words::places(text, first) {
            let behind = text.get(start.end..).unwrap_or_default();
            let near = words::places(behind, &second).into_iter().find(|place| {
                let between = behind.get(..place.start).unwrap_or_default();
                let one_clause = !between.contains(['.', ';', ':', '?']);
                between.split_whitespace().count() <= BETWEEN && one_clause
            });
            found.extend(near.map(|near| start.start..start.end + near.end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, lang: &str) -> Option<String> {
        let lang = lang.parse().expect(lang);
        denies(&Text::read(text, &lang, None)).map(|(_, said)| said)
    }

    fn counters(text: &str, lang: &str) -> bool {
        let lang = lang.parse().expect(lang);
        has_counterpart(&Text::read(text, &lang, None)).expect("a language of the table")
    }

    #[test]
    fn a_negation_is_told_by_its_words() {
        let cases = [
            ("The bridge is not open.", "en", Some("not")),
            ("It doesn’t open.", "en", Some("n't")),
            ("It is not only open.", "en", None),
            ("Le pont n'est pas ouvert.", "fr", Some("n'est pas")),
            ("Il ne sera jamais ouvert.", "fr", Some("ne sera jamais")),
            ("Le pont n'est ouvert que lundi.", "fr", None),
            ("Die Brücke ist nicht offen.", "de", Some("nicht")),
            ("Мост не открыт.", "ru", Some("не")),
            ("Мост не только открыт.", "ru", None),
            ("大桥没有开放。", "zh", Some("没有")),
            ("不断开放。", "zh", None),
        ];
        for (text, lang, expected) in cases {
            assert_eq!(said(text, lang).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_negation_may_be_rendered_in_other_words() {
        for (text, lang) in [
            ("The bridge stays closed without a date.", "en"),
            ("It failed to open.", "en"),
            ("Le pont est loin d'être ouvert.", "fr"),
            ("Мост невозможно открыть.", "ru"),
        ] {
            assert!(counters(text, lang), "{text}");
        }
        assert!(!counters("The bridge is open.", "en"));
        assert!(!counters("Мост открыт.", "ru"));
    }
}
