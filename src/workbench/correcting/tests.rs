//! What is found of a wrong form, and what becomes of it.

use super::apply::corrected;
use super::wrong::{guess, key};
use super::*;

fn wrong(text: &str, whole_words: bool) -> Wrong {
    Wrong { text: text.to_owned(), lang: "fr".parse().expect("fr"), whole_words }
}

fn spot(text: &str, hits: Vec<(Range<usize>, usize)>) -> Spot {
    let place = Place::Unit {
        memory: MemoryId::from_bits(1),
        name: String::new(),
        unit: UnitId::from_bits(1),
        side: Side::Target,
        release: String::new(),
    };
    Spot { place, text: text.to_owned(), hits, barred: None }
}

/// Cases: the wrong form, whether whole words are looked for, a text, what is found in it.
const FOUND: [(&str, bool, &str, &[&str]); 9] = [
    ("Otan", true, "L'Otan et l'OTAN, pas Otangolais.", &["Otan", "OTAN"]),
    (
        "ministre",
        true,
        "Des ministres, un ministère, une ministre.",
        &["ministres", "ministère", "ministre"],
    ),
    ("Mali", true, "Au Mali, à Malte.", &["Mali"]),
    ("Bélarusse", true, "Le Bélarus et la Bélarusse.", &["Bélarus", "Bélarusse"]),
    ("Беларуссия", true, "В Беларуссии и Беларуссию.", &["Беларуссии", "Беларуссию"]),
    ("premier ministre", true, "Les premiers ministres.", &["premiers ministres"]),
    ("ONU", true, "ONU, ONUDI", &["ONU"]),
    ("tan", false, "L'Otan", &["tan"]),
    ("A+B (fin)", true, "A+B (fin) ici", &["A+B (fin)"]),
];

#[test]
fn a_form_is_found_with_its_inflections() {
    for (form, whole_words, text, expected) in FOUND {
        let finder = wrong(form, whole_words).finder().expect("something to look for");
        let found: Vec<_> =
            finder.find(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, expected, "{form} in {text}");
    }
    assert!(wrong("  ", true).finder().is_none());
}

#[test]
fn an_inflection_is_guessed_where_it_can_be_seen() {
    for (wrong, right, found, expected) in [
        ("ministre", "secrétaire", "ministres", "secrétaires"),
        ("Ministre", "Secrétaire", "ministre", "Secrétaire"),
        ("Беларусь", "Белоруссия", "беларуси", ""),
    ] {
        assert_eq!(guess(wrong, right, found), expected);
    }
}

/// Cases: the wrong form, the right one, whether capitals stay, a text, what it becomes.
const CORRECTED: [(&str, &str, bool, &str, &str); 6] = [
    ("Otan", "NATO", true, "L'Otan.", "L'NATO."),
    ("szijjarto", "Szijjártó", true, "SZIJJARTO et Szijjarto", "SZIJJÁRTÓ et Szijjártó"),
    ("OTAN", "Alliance", true, "L'OTAN", "L'Alliance"),
    ("secrétaire", "secrétaire d'État", true, "Le secrétaire d'État", "Le secrétaire d'État"),
    ("secrétaire", "secrétaire d'État", true, "Secrétaire!", "Secrétaire d'État!"),
    ("chef", "cheffe", false, "Chef", "cheffe"),
];

#[test]
fn a_text_is_corrected_with_its_capitals() {
    for (form, right, keep_case, text, expected) in CORRECTED {
        let finder = wrong(form, true).finder().expect("something to look for");
        let spot = spot(text, finder.find(text).into_iter().map(|range| (range, 0)).collect());
        let form = Form { found: form.to_owned(), right: right.to_owned(), count: 1, chosen: true };
        assert_eq!(corrected(&spot, &[form], keep_case).text, expected, "{text}");
    }
}

#[test]
fn a_form_that_is_not_chosen_stays_and_tags_move() {
    let text = "un mot, des mots";
    let spot = spot(text, vec![(3..6, 0), (12..16, 1)]);
    let form = |right: &str, chosen| Form {
        found: "mot".to_owned(),
        right: right.to_owned(),
        count: 1,
        chosen,
    };
    let forms = [form("terme", true), form("termes", false)];
    let edited = corrected(&spot, &forms, true);
    assert_eq!(edited.text, "un terme, des mots");
    for (before, after) in [(0, 0), (3, 3), (5, 5), (6, 8), (8, 10), (16, 18)] {
        assert_eq!(edited.moved(before), after, "{before}");
    }
    assert_eq!(key("Des  Mots"), "des mots");
}
