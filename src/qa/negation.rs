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
use super::reading::{Pair, SideText};
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

/// How a text denies.
#[derive(Debug, Default, PartialEq, Eq)]
struct Denials {
    /// Where it says no by itself, in order, in the text of [`plain`].
    no: Vec<Range<usize>>,
    /// How often it denies in another way.
    also: usize,
}

impl Denials {
    /// Reads a text; `None` where its language has no words in the table.
    fn of(text: &SideText<'_>) -> Option<Self> {
        let denial = LANGUAGES.get(text.lang.base())?;
        let lower = plain(text.text);
        let all = |forms: &[&str]| -> Vec<Range<usize>> {
            let mut all: Vec<_> = forms.iter().flat_map(|form| places(&lower, form)).collect();
            all.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
            all.dedup_by(|next, last| next.start < last.end);
            all
        };
        let meets = |range: &Range<usize>, others: &[Range<usize>]| {
            others.iter().any(|other| other.start < range.end && range.start < other.end)
        };
        let never = all(&denial.never);
        let mut no = all(&denial.no);
        no.retain(|range| !meets(range, &never));
        let also = all(&denial.also);
        let also = also.iter().filter(|range| !meets(range, &no) && !meets(range, &never)).count();
        Some(Self { no, also })
    }
}

/// Tells a negation that has no counterpart.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let (Some(source), Some(target)) = (Denials::of(row.source), Denials::of(row.target)) else {
        return;
    };
    let [one] = source.no.as_slice() else { return };
    // What the source denies in other ways accounts for as much on the other side.
    if target.no.is_empty() && target.also <= source.also {
        let lower = plain(row.source.text);
        let source = lower.get(one.clone()).unwrap_or_default().to_owned();
        // Small letters are as long as capitals in the languages of the table, but not in all.
        let range = if lower.len() == row.source.text.len() {
            one.clone()
        } else {
            0..row.source.text.len()
        };
        found.tell(row.row, row.side(Side::Source), range, Cause::Negation { source });
    }
}

/// Whether a text says no by itself, and once.
pub(super) fn denies(text: &SideText<'_>) -> bool {
    Denials::of(text).is_some_and(|denials| denials.no.len() == 1)
}

/// Small letters, one apostrophe.
fn plain(text: &str) -> String {
    let typed = fold::case(text);
    typed.replace(['’', 'ʼ'], "'")
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

    fn of(text: &str, lang: &str) -> (Vec<String>, usize) {
        let lang = lang.parse().expect(lang);
        let denials =
            Denials::of(&SideText::read(text, &lang, None)).expect("a language of the table");
        let lower = plain(text);
        (
            denials
                .no
                .into_iter()
                .map(|range| lower.get(range).expect("a place in it").to_owned())
                .collect(),
            denials.also,
        )
    }

    #[test]
    fn a_text_denies_by_its_words() {
        let cases: [(&str, &str, &[&str], usize); 16] = [
            ("The bridge is not open.", "en", &["not"], 0),
            ("It doesn’t open.", "en", &["n't"], 0),
            ("It is not only open.", "en", &[], 0),
            ("The bridge stays closed without a date.", "en", &[], 1),
            ("It failed to open.", "en", &[], 1),
            ("The bridge is open.", "en", &[], 0),
            ("Le pont n'est pas ouvert.", "fr", &["n'est pas"], 0),
            ("Il ne sera jamais ouvert.", "fr", &["ne sera jamais"], 0),
            ("Le pont n'est ouvert que lundi.", "fr", &[], 1),
            ("Le pont est loin d'être ouvert.", "fr", &[], 1),
            ("Die Brücke ist nicht offen.", "de", &["nicht"], 0),
            ("Мост не открыт.", "ru", &["не"], 0),
            ("Мост не только открыт.", "ru", &[], 0),
            ("Мост невозможно открыть.", "ru", &[], 1),
            ("大桥没有开放。", "zh", &["没有"], 0),
            ("不断开放。", "zh", &[], 0),
        ];
        for (text, lang, no, also) in cases {
            assert_eq!(
                of(text, lang),
                (no.iter().map(|word| (*word).to_owned()).collect(), also),
                "{text}"
            );
        }
    }
}
