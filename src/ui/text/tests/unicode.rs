//! Unicode's own tests of the bidirectional algorithm, read from where Debian's
//! package `unicode-data` puts them; passed over with a word where it is not.

use std::ops::Range;

use unicode_bidi::BidiInfo;

use super::super::caret::{Direction, Map};
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
/// those that have no place (UAX #9, X9). Where the direction was to be found by the
/// first strong letter (P2, P3), `unicode-bidi` found it: the field never guesses.
struct Case {
    text: String,
    direction: Direction,
    /// The level of each character; none for those that have no place.
    levels: Vec<Option<u8>>,
    order: Vec<usize>,
    guessed: bool,
}

/// Levels as both files write them: a number, or `x` for a character without a place.
fn levels(written: &str) -> Vec<Option<u8>> {
    written.split_whitespace().map(|level| level.parse().ok()).collect()
}

/// What came of the cases.
#[derive(Default)]
struct Count {
    same: usize,
    guessed: usize,
    with_breaks: usize,
    marks: Vec<String>,
    /// Characters whose way of reading was compared, and the cases where one differed.
    directed: usize,
    otherwise: Vec<String>,
}

/// What the layout keeps of a level is its parity: the way its characters are read and
/// drawn. A grapheme is one cell, read as its first character is.
fn check_directions(map: &Map, case: &Case, chars: &[Range<usize>], count: &mut Count) {
    for (range, level) in chars.iter().zip(&case.levels) {
        let cell = map.cell_at(range.start).map(|(row, cell)| (row.at + cell.start, cell.rtl));
        let (Some(level), Some((start, rtl))) = (level, cell) else { continue };
        if start != range.start || case.text[range.clone()].contains(LINE_BREAKS) {
            continue;
        }
        count.directed += 1;
        if rtl != (level % 2 == 1) {
            count.otherwise.push(format!("{:?} {:?} {range:?}", case.text, case.direction));
            return;
        }
    }
}

fn check(engine: &mut Engine, case: &Case, count: &mut Count) {
    count.guessed += usize::from(case.guessed);
    if case.text.contains(LINE_BREAKS) {
        count.with_breaks += 1;
    }
    let laid = lay_out(engine, &case.text, f32::INFINITY, case.direction);
    let chars: Vec<Range<usize>> =
        case.text.char_indices().map(|(at, c)| at..at + c.len_utf8()).collect();
    check_directions(&laid.map, case, &chars, count);
    let placed: Vec<Range<usize>> = case.order.iter().map(|&at| chars[at].clone()).collect();
    // A line break ends a row, so each row is compared with its own characters' order.
    for (row, cells) in laid.map.rows().iter().zip(laid.map.visual_order()) {
        let range = row.range();
        let placed: Vec<Range<usize>> =
            placed.iter().filter(|c| range.contains(&c.start)).cloned().collect();
        let expected = by_cell(&placed, &cells);
        let has_place = |cell: &Range<usize>| placed.iter().any(|c| cell.contains(&c.start));
        let shown: Vec<Range<usize>> = cells.into_iter().filter(has_place).collect();
        if shown != expected {
            let marked = case.text.chars().any(unicode_normalization::char::is_combining_mark);
            assert!(marked, "{:?} {:?}: {shown:?}, not {expected:?}", case.text, case.direction);
            count.marks.push(case.text.clone());
            return;
        }
    }
    count.same += 1;
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
            levels: levels(fields[3]),
            order: fields[4].split_whitespace().map(|at| at.parse().expect("place")).collect(),
            guessed: fields[1] == "2",
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
    let mut given_levels = Vec::new();
    file.lines().flat_map(move |line| {
        if let Some(written) = line.strip_prefix("@Levels:") {
            given_levels = levels(written);
        }
        if let Some(places) = line.strip_prefix("@Reorder:") {
            order = places.split_whitespace().map(|at| at.parse().expect("place")).collect();
        }
        let case = line.split_once(';').filter(|_| !line.starts_with(['#', '@']));
        let Some((classes, set)) = case else { return Vec::new() };
        let set: u8 = set.trim().parse().expect("a set of directions");
        let text: String = classes.split_whitespace().map(of_class).collect();
        let wanted = [(None, 1), (Some(LTR), 2), (Some(RTL), 4)];
        let wanted = wanted.into_iter().filter(|(_, bit)| set & bit != 0);
        let case = |(given, _): (Option<Direction>, u8)| Case {
            text: text.clone(),
            direction: given.unwrap_or_else(|| first_strong(&text)),
            levels: given_levels.clone(),
            order: order.clone(),
            guessed: given.is_none(),
        };
        wanted.map(case).collect()
    })
}

/// The direction of the first strong letter of the first paragraph (P2, P3).
fn first_strong(text: &str) -> Direction {
    let info = BidiInfo::new(text, None);
    let rtl = info.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    if rtl { RTL } else { LTR }
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
        "{} in the right order ({} of all by the first strong letter, {} with line breaks), \
         {} with combining marks otherwise: {:?}; {} characters compared by their way of reading, \
         {} cases otherwise: {:?}",
        count.same,
        count.guessed,
        count.with_breaks,
        count.marks.len(),
        count.marks,
        count.directed,
        count.otherwise.len(),
        count.otherwise.iter().take(20).collect::<Vec<_>>(),
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
        assert!(count.same > 700_000);
    }
}
