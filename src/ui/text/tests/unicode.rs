//! Unicode's own tests of the bidirectional algorithm, read from where Debian's
//! package `unicode-data` puts them; passed over with a word where it is not.

use std::ops::Range;

use super::super::caret::Direction;
use super::super::engine::Engine;
use super::super::units::LINE_BREAKS;
use super::{LTR, RTL, by_cell, lay_out};
use crate::store::{Disk, Files as _};

const FOLDER: &str = "/usr/share/unicode";

fn read(name: &str) -> Option<String> {
    let path = std::path::Path::new(FOLDER).join(name);
    let text = Disk.read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    if text.is_none() {
        eprintln!("{name} is not installed (apt-get install unicode-data): not tested");
    }
    text
}

/// One case: a text, its direction, and its characters' order on the screen without
/// those that have no place (UAX #9, X9).
struct Case {
    text: String,
    direction: Direction,
    order: Vec<usize>,
}

/// What came of the cases.
#[derive(Default)]
struct Count {
    same: usize,
    with_breaks: usize,
    marks: Vec<String>,
}

fn check(engine: &mut Engine, case: &Case, count: &mut Count) {
    if case.text.contains(LINE_BREAKS) {
        count.with_breaks += 1;
        return;
    }
    let laid = lay_out(engine, &case.text, f32::INFINITY, case.direction);
    let chars: Vec<Range<usize>> =
        case.text.char_indices().map(|(at, c)| at..at + c.len_utf8()).collect();
    let placed: Vec<Range<usize>> = case.order.iter().map(|&at| chars[at].clone()).collect();
    let cells = laid.map.visual_order().concat();
    let expected = by_cell(&placed, &cells);
    let shown: Vec<Range<usize>> =
        cells.into_iter().filter(|cell| placed.iter().any(|c| cell.contains(&c.start))).collect();
    if shown == expected {
        count.same += 1;
    } else {
        let marked = case.text.chars().any(unicode_normalization::char::is_combining_mark);
        assert!(marked, "{:?} {:?}: {shown:?}, not {expected:?}", case.text, case.direction);
        count.marks.push(case.text.clone());
    }
}

/// The cases of `BidiCharacterTest.txt`: code points; direction; level of the
/// paragraph; levels; order.
fn character_cases(file: &str) -> impl Iterator<Item = Case> {
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let fields: Vec<&str> = line.split(';').collect();
        let hex = |code| char::from_u32(u32::from_str_radix(code, 16).expect("hex")).expect("char");
        Case {
            text: fields[0].split(' ').map(hex).collect(),
            direction: if fields[2] == "1" { RTL } else { LTR },
            order: fields[4].split_whitespace().map(|at| at.parse().expect("place")).collect(),
        }
    })
}

/// A character of each class of `BidiTest.txt`.
fn of_class(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'د',
        "EN" => '1',
        "AN" => '٢',
        "ES" => '+',
        "ET" => '#',
        "CS" => ',',
        "ON" => '!',
        "NSM" => '\u{300}',
        "BN" => '\u{ad}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "LRE" => '\u{202a}',
        "RLE" => '\u{202b}',
        "PDF" => '\u{202c}',
        "LRO" => '\u{202d}',
        "RLO" => '\u{202e}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("no class {other}"),
    }
}

/// The cases of `BidiTest.txt`: `@Reorder` and then lines of classes and directions.
fn class_cases(file: &str) -> impl Iterator<Item = Case> {
    let mut order = Vec::new();
    file.lines().flat_map(move |line| {
        if let Some(places) = line.strip_prefix("@Reorder:") {
            order = places.split_whitespace().map(|at| at.parse().expect("place")).collect();
        }
        let case = line.split_once(';').filter(|_| !line.starts_with(['#', '@']));
        let Some((classes, set)) = case else { return Vec::new() };
        let set: u8 = set.trim().parse().expect("a set of directions");
        let text: String = classes.split_whitespace().map(of_class).collect();
        let given = |(direction, bit)| (set & bit != 0).then_some(direction);
        let directions = [(LTR, 2), (RTL, 4)].into_iter().filter_map(given);
        directions
            .map(|direction| Case { text: text.clone(), direction, order: order.clone() })
            .collect()
    })
}

fn run(cases: impl Iterator<Item = Case>, every: usize) -> Count {
    let mut engine = Engine::new(false);
    let mut count = Count::default();
    for (at, case) in cases.enumerate().filter(|(at, _)| at % every == 0) {
        check(&mut engine, &case, &mut count);
        if at % 1_000 == 0 {
            engine = Engine::new(false);
        }
    }
    eprintln!(
        "{} in the right order, {} with combining marks otherwise, {} with line breaks left out: {:?}",
        count.same,
        count.marks.len(),
        count.with_breaks,
        count.marks,
    );
    count
}

#[test]
fn a_part_of_unicode_s_tests_is_in_the_right_order() {
    if let Some(file) = read("BidiCharacterTest.txt") {
        let count = run(character_cases(&file), 47);
        assert!(count.same > 1_000 && count.marks.len() * 100 < count.same);
    }
    if let Some(file) = read("BidiTest.txt") {
        let count = run(class_cases(&file), 499);
        assert!(count.same > 500);
    }
}

/// `cargo test --release --lib text::tests::unicode -- --ignored --nocapture`
#[test]
#[ignore = "half a million layouts; run after changes to the layout or of parley"]
fn all_of_unicode_s_tests_are_in_the_right_order() {
    if let Some(file) = read("BidiCharacterTest.txt") {
        let count = run(character_cases(&file), 1);
        assert!(count.same > 80_000);
    }
    if let Some(file) = read("BidiTest.txt") {
        let count = run(class_cases(&file), 1);
        assert!(count.same > 300_000);
    }
}
