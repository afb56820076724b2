//! The cases under `tests/data/qa`: what is found, and what is found of what is planted.

use std::collections::BTreeMap;

use super::plant::Planted;
use super::{CHECKS, Finding, Row, Sheet, Side, Survey, Switches};
use crate::model::{Concept, ConceptId, Role, Term, TermKind, TermStatus};
use crate::terms::TermPair;

const CASES: &str = include_str!("../../tests/data/qa/cases.txt");
const GOOD: &str = include_str!("../../tests/data/qa/good.txt");

/// A sheet of a pair of languages (`fr-en`) without rows.
fn sheet(pair: &str) -> Sheet {
    let (source, target) = pair.split_once('-').expect(pair);
    let (source, target) = (source.parse().expect(source), target.parse().expect(target));
    Sheet { source, target, date: None, rows: Vec::new() }
}

fn row(source: &str, target: &str) -> Row {
    let text =
        |text: &str| text.strip_suffix('\\').map_or(text.to_owned(), |text| format!("{text} "));
    Row { source: text(source), target: Some(text(target)), ..Row::default() }
}

/// `number[32]`.
fn shown(finding: &Finding, sheet: &Sheet) -> String {
    let row = &sheet.rows[finding.row];
    let text = match finding.place.side {
        Side::Source => &row.source,
        Side::Target => row.target.as_ref().expect("a target"),
    };
    let range = &finding.place.range;
    let text: String = text.chars().skip(range.start).take(range.len()).collect();
    format!("{}[{text}]", finding.check.name())
}

#[test]
fn what_is_found_is_as_the_file_of_cases_says() {
    let (mut wrong, mut date, mut role) = (Vec::new(), None, Role::Body);
    for line in CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(name) = line.strip_prefix("@ role ") {
            role = Role::of_name(name).expect(name);
            continue;
        }
        if let Some(day) = line.strip_prefix("@ ") {
            date = Some(day.parse().expect(day));
            continue;
        }
        let [pair, source, target, expected] =
            line.split(" | ").collect::<Vec<_>>().try_into().expect(line);
        let rows = vec![Row { role, ..row(source, target) }];
        let sheet = Sheet { date, rows, ..sheet(pair) };
        let findings = Survey::of(&sheet).findings(&Switches::default());
        let found: Vec<String> = findings.iter().map(|finding| shown(finding, &sheet)).collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join(" ") };
        if found != expected {
            wrong.push(format!("{source} | {target}\n   {expected}\n   {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong; texts, expected, found:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The good translations, a sheet a pair of languages.
fn good() -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in GOOD.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match (line.strip_prefix("@ "), line.split_once(" | ")) {
            (Some(pair), _) => sheets.push(sheet(pair)),
            (None, Some((source, target))) => {
                sheets.last_mut().expect("a pair of languages").rows.push(row(source, target));
            }
            _ => unreachable!("{line}"),
        }
    }
    sheets
}

/// The terms of the good translations: a bridge and its toll.
fn terms(sheet: &Sheet) -> TermPair {
    let term = |lang: &str, text: &str, status| {
        let plain = Term::preferred(lang.parse().expect(lang), text.to_owned());
        Term { status, ..plain }
    };
    let concept = |id, names: [&str; 5], forbidden: &str| {
        let langs = ["en", "fr", "de", "ru", "es"].into_iter().zip(names);
        let mut terms: Vec<Term> =
            langs.map(|(lang, name)| term(lang, name, TermStatus::Preferred)).collect();
        terms.push(term("en", forbidden, TermStatus::Forbidden));
        Concept::new(ConceptId::from_bits(id), TermKind::Phrase, terms)
    };
    let concepts = vec![
        concept(1, ["bridge", "pont", "Brücke", "мост", "puente"], "viaduct"),
        concept(2, ["toll", "péage", "Maut", "плата за проезд", "peaje"], "bridge tax"),
    ];
    TermPair::of(concepts, (&sheet.source, &sheet.target), None, "")
}

#[test]
fn nothing_is_found_in_good_translations() {
    for sheet in good() {
        let terms = terms(&sheet);
        let findings = Survey::with_terms(&sheet, Some(&terms)).findings(&Switches::default());
        let found: Vec<String> =
            findings.iter().map(|f| format!("{}: {}", shown(f, &sheet), f.cause)).collect();
        assert!(found.is_empty(), "{} to {}: {found:#?}", sheet.source, sheet.target);
    }
}

#[test]
fn what_is_planted_is_found() {
    /// Of each kind, at least so many in a hundred.
    const FLOOR_PERCENT: usize = 95;
    /// Fewer would hold nothing.
    const FEWEST: usize = 8;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for sheet in good() {
        let terms = terms(&sheet);
        let survey = Survey::with_terms(&sheet, Some(&terms));
        for kind in Planted::ALL {
            for trial in survey.trials(kind, &Switches::default()) {
                let count = counts.entry(kind.name()).or_default();
                count.0 += 1;
                count.1 += usize::from(!trial.findings.is_empty());
                if trial.findings.is_empty() {
                    missed.push(format!("{}: {}", kind.name(), trial.target));
                }
            }
        }
    }
    assert_eq!(counts.len(), Planted::ALL.len(), "{counts:?}");
    for (kind, (planted, found)) in counts {
        assert!(planted >= FEWEST, "{kind}: {planted} planted");
        assert!(
            found * 100 >= planted * FLOOR_PERCENT,
            "{kind}: {found} of {planted}\n{missed:#?}"
        );
    }
}

#[test]
fn every_check_has_a_name_of_its_own_and_is_listed_once() {
    for (place, check) in CHECKS.iter().enumerate() {
        let before = &CHECKS[..place];
        assert!(!before.iter().any(|other| other.name == check.name || other.id == check.id));
        assert_eq!(super::CheckId::of_name(check.name), Some(check.id));
        assert!(!check.explanation.is_empty());
    }
}

#[test]
fn facts_are_listed_once_with_what_has_no_counterpart_first() {
    let mut sheet = sheet("fr-en");
    sheet.rows = vec![
        row("Les 28 programmes et 31 secteurs.", "The 28 programmes and 32 sectors."),
        row(
            "Les 28 programmes restent, dit Anna Vidal.",
            "The 28 programmes remain, says Anna Vidal.",
        ),
    ];
    let lines = Survey::of(&sheet).facts();
    let shown: Vec<_> = lines
        .iter()
        .map(|line| (line.verdict.name(), line.key.as_str(), line.source.len(), line.target.len()))
        .collect();
    assert_eq!(shown.first(), Some(&("unpaired", "31", 1, 0)));
    assert!(shown.contains(&("unpaired", "32", 0, 1)), "{shown:?}");
    assert!(shown.contains(&("paired", "28", 2, 2)), "{shown:?}");
    assert_eq!(shown.iter().filter(|line| line.0 == "paired").count(), 2, "{shown:?}");
}

#[test]
fn terms_are_required_and_forbidden_in_any_inflection() {
    let check = |source: &str, target: &str, expected: &[&str]| {
        let mut sheet = sheet("ru-en");
        sheet.rows = vec![row(source, target)];
        let terms = terms(&sheet);
        let findings = Survey::with_terms(&sheet, Some(&terms)).findings(&Switches::default());
        let found: Vec<String> = findings.iter().map(|finding| shown(finding, &sheet)).collect();
        assert_eq!(found, expected, "{source} | {target}");
    };
    check("Они стоят на мостах.", "They stand on bridges.", &[]);
    check("Они стоят на мостах.", "They stand on viaducts.", &["term[viaducts]"]);
    check("Они стоят на мостах.", "They stand on roads.", &["term[мостах]"]);
    check("Они стоят на дороге.", "They stand on a viaduct.", &[]);
}
