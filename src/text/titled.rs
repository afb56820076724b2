//! Names in scripts without capitals, found by the titles beside them.
//!
//! Chinese: a surname and one or two characters before or behind a title (`外交部长王毅`,
//! `王毅部长`), and foreign names, which are written with few hundred characters
//! (`外长拉夫罗夫`, `谢尔盖·拉夫罗夫`). Arabic: one to three words behind a title and the
//! words of the office (`وزير الخارجية سامي الحداد`).
//!
//! Titles are data (`assets/values/words/`). Left out: names without a title, which
//! need a dictionary; double surnames; places.

use super::phonetic;
use super::recognise::lexicon::{Lexicon, What};
use super::scan::Scan;
use super::script::{self, Script};
use super::translit;
use super::value::{Value, ValueKind};
use crate::model::Lang;

const SURNAMES: &str = include_str!("../../assets/values/names/surnames.txt");

/// Characters that follow a name of two characters rather than end one of three.
const BEHIND_NAMES: &str = "在同与與和会會将將对對向于於出主表说說强強指宣应應从從是的为為就介回率今昨当當也并並致发發\
    参參称稱认認重抵访訪举舉分以及等到前赴签簽给給让讓有已曾正还還又先女夫阁閣一二两兩致电電";

/// Characters that stand before titles and end no name.
const BEFORE_TITLES: &str = "副前现現兼等的新国國总總部任长長及和与與女士党黨委会會常务務外";

/// Foreign names have at least so many characters.
const SHORTEST_FOREIGN: usize = 3;
/// … and each part of them at most so many.
const LONGEST_FOREIGN: usize = 8;

/// The names of a text in Chinese or Arabic in order; none in other languages.
pub(super) fn names(text: &str, lang: &Lang) -> Vec<Value> {
    let lexicon = Lexicon::of(lang);
    let find: fn(&str, Scan, &Lexicon) -> Option<(usize, usize)> = match lang.base() {
        "zh" => chinese,
        "ar" => arabic,
        _ => return Vec::new(),
    };
    let mut found: Vec<Value> = Vec::new();
    let mut scan = Scan::new(text, 0);
    let mut end = 0;
    while let Some(first) = scan.peek() {
        if let Some((from, to)) = find(text, scan, lexicon).filter(|&(from, _)| from >= end) {
            found.push(value(text, from, to));
            end = to;
            if to > scan.at() {
                scan = Scan::new(text, to);
                continue;
            }
        }
        if first.is_alphabetic() && !script::is_unspaced(first) {
            scan.eat_word();
        } else {
            scan.bump();
        }
    }
    found
}

fn value(text: &str, start: usize, end: usize) -> Value {
    let name = text.get(start..end).unwrap_or_default();
    let words = name.split([' ', '·', '・']).map(|word| match script::of_text(word) {
        Script::Han => word.to_owned(),
        _ => translit::skeleton(&phonetic::latin(word)),
    });
    let key = words.collect::<Vec<_>>().join(" ");
    Value { start, end, kind: ValueKind::Name, key, unit: String::new() }
}

/// A name beside the Chinese title, or around the middle dot, that begins at the place.
fn chinese(text: &str, scan: Scan, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let start = scan.at();
    if scan.before().is_none_or(|c| !phonetic::is_of_foreign_names(c))
        && let Some(dotted) = dotted(scan)
    {
        return Some((start, dotted));
    }
    let after = lexicon.eat(scan, What::Title)?;
    // "外交部长" is one title: what begins within it is none.
    before_title(text, start).or_else(|| behind_title(after))
}

/// The end of `谢尔盖·拉夫罗夫`: foreign characters joined by middle dots.
fn dotted(mut scan: Scan) -> Option<usize> {
    let mut parts = 0;
    loop {
        let mut length = 0;
        while length < LONGEST_FOREIGN && scan.eat_if(phonetic::is_of_foreign_names) {
            length += 1;
        }
        if length == 0 {
            return None;
        }
        parts += 1;
        let mut after = scan;
        let dot = after.eat_if(|c| matches!(c, '·' | '•' | '・'));
        if !dot || !after.peek().is_some_and(phonetic::is_of_foreign_names) {
            return (parts > 1).then(|| scan.at());
        }
        scan = after;
    }
}

/// Two or three characters before a title, the first a surname.
fn before_title(text: &str, title: usize) -> Option<(usize, usize)> {
    let before: Vec<(usize, char)> =
        text.get(..title)?.char_indices().rev().take(SHORTEST_FOREIGN).collect();
    let ends = before.first().is_some_and(|(_, c)| !BEFORE_TITLES.contains(*c));
    let of = |length: usize| {
        let run = before.get(..length)?;
        let &(start, first) = run.last()?;
        let han = run.iter().all(|(_, c)| script::of(*c) == Script::Han);
        (han && SURNAMES.contains(first)).then_some((start, title))
    };
    if ends { of(3).or_else(|| of(2)) } else { None }
}

/// A name behind a title: foreign, or a surname with one or two characters.
fn behind_title(scan: Scan) -> Option<(usize, usize)> {
    let start = scan.at();
    let mut foreign = scan;
    let mut length = 0;
    while length < LONGEST_FOREIGN && foreign.eat_if(phonetic::is_of_foreign_names) {
        length += 1;
    }
    if length >= SHORTEST_FOREIGN {
        let end = dotted(scan).unwrap_or(foreign.at());
        return Some((start, end));
    }
    let mut name = scan;
    let is_han = |c: char| script::of(c) == Script::Han;
    let given = |c: char| is_han(c) && !BEHIND_NAMES.contains(c);
    let first = name.eat_if(|c| is_han(c) && SURNAMES.contains(c));
    (first && name.eat_if(given)).then(|| {
        name.eat_if(given);
        (start, name.at())
    })
}

/// Words that no Arabic name goes on with.
const ARABIC_STOPS: &[&str] = &[
    "في",
    "من",
    "إلى",
    "على",
    "عن",
    "أن",
    "إن",
    "مع",
    "هذا",
    "هذه",
    "التي",
    "الذي",
    "اليوم",
    "أمس",
    "قد",
    "كان",
    "لقد",
    "خلال",
    "بعد",
    "قبل",
    "بين",
    "حول",
    "منذ",
    "لا",
    "ما",
    "أو",
    "ثم",
    "حيث",
];

/// Words that a name goes on behind.
const ARABIC_JOINTS: &[&str] = &["بن", "ابن", "عبد", "آل", "أبو", "بو"];

/// Words of an office between title and name: `الخارجية الروسي`.
const MOST_WORDS_OF_OFFICE: usize = 3;

/// The words behind the Arabic title that begins at the place.
fn arabic(_: &str, scan: Scan, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let mut scan = lexicon.eat(scan, What::Title)?;
    let is_word = |word: &str| !word.is_empty() && !ARABIC_STOPS.contains(&word);
    for _ in 0..=MOST_WORDS_OF_OFFICE {
        if scan.eat_spaces(1) == 0 {
            return None;
        }
        let start = scan.at();
        let first = scan.eat_word();
        if !is_word(first) || lexicon.eat(Scan::new(first, 0), What::Said).is_some() {
            return None;
        }
        if first.starts_with("ال") || lexicon.eat(Scan::new(first, 0), What::Title).is_some() {
            continue;
        }
        let mut end = scan.at();
        let mut last = first;
        for _ in 0..2 {
            let joined = ARABIC_JOINTS.contains(&last);
            if last != first && !joined {
                break;
            }
            let mut next = scan;
            let word = if next.eat_spaces(1) == 1 { next.eat_word() } else { "" };
            let said = lexicon.eat(Scan::new(word, 0), What::Said).is_some();
            if !is_word(word) || said || word.starts_with('و') && !joined {
                break;
            }
            (scan, end, last) = (next, next.at(), word);
        }
        return Some((start, end));
    }
    None
}
