//! The caret's map on random texts: arrows, clicks, selections.

use std::collections::BTreeSet;

use super::super::atom::Atom;
use super::super::caret::{Map, Place, Way};
use super::super::engine::Engine;
use super::super::units;
use super::{Chance, LTR, RTL, lay_out, with_tags};

/// What random texts are made of: ligatures, marks, both directions, figures,
/// brackets, emoji, marks of direction, spaces that do not break, line breaks.
const PIECES: [&str; 64] = [
    "ا",
    "ل",
    "لا",
    "الله",
    "م",
    "سلام",
    "يّ",
    "هُ",
    "ً",
    "إلى",
    "قال",
    "٢٠٢٤",
    "٪",
    "؟",
    "،",
    "ـ",
    "ש",
    "שָׁ",
    "לום",
    "ִ",
    "״",
    "־",
    "₪",
    "a",
    "ab",
    "ONU",
    "fi",
    "é",
    "e\u{301}",
    "\u{301}",
    "я",
    "Стра\u{301}ны",
    "1",
    "12",
    "2024",
    "3,5",
    "1.000",
    "-",
    "–",
    "/",
    "%",
    "€",
    "+",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    "\"",
    ".",
    ":",
    " ",
    "  ",
    "\u{a0}",
    "\t",
    "\u{200f}",
    "\u{200e}",
    "\u{61c}",
    "\u{200d}",
    "😀",
    "👩🏽\u{200d}🔬",
    "🇲🇦",
    "\n",
];

fn text(chance: &mut Chance) -> String {
    let pieces = chance.below(24);
    (0..pieces).map(|_| *chance.pick(&PIECES)).collect()
}

/// Every place that walking one way from a place comes to.
fn walk(map: &Map, from: Place, way: Way, text: &str) -> Vec<Place> {
    let gaps: usize = map.rows().iter().map(|row| row.line.cells.len() + 1).sum();
    let mut places = vec![from];
    let mut place = from;
    loop {
        let next = map.step(place, way);
        if next == place {
            return places;
        }
        assert!(text.is_char_boundary(next.index), "{next:?} in {text:?}");
        assert_eq!(map.settled(next), next, "{text:?}");
        places.push(next);
        place = next;
        assert!(places.len() <= gaps, "arrows circle in {text:?}");
    }
}

/// What holds for every text, width and direction.
fn check(map: &Map, text: &str) {
    let (onward, back) =
        if map.direction().is_rtl() { (Way::Left, Way::Right) } else { (Way::Right, Way::Left) };
    cells_hold_the_text(map, text);
    let there = walk(map, map.start(), onward, text);
    let again = walk(map, there[there.len() - 1], back, text);
    assert_eq!(there.len(), again.len(), "{text:?}");
    for (going, coming) in there.iter().zip(again.iter().rev()) {
        assert_eq!(map.caret(*going), map.caret(*coming), "{going:?}, {coming:?} in {text:?}");
    }
    let reached: BTreeSet<usize> = there.iter().chain(&again).map(|place| place.index).collect();
    for row in map.rows() {
        for cell in &row.line.cells {
            for index in [row.at + cell.start, row.at + cell.end] {
                assert!(reached.contains(&index), "{index} is never reached in {text:?}");
            }
        }
    }
    for place in there.iter().chain(&again).chain([&map.start(), &map.end()]) {
        let caret = map.caret(*place);
        let clicked = map.hit(caret.x, f32::midpoint(caret.top, caret.bottom));
        assert_eq!(map.caret(clicked), caret, "a click at {place:?} in {text:?}");
        for rows in [-1, 1] {
            if let Some(other) = map.vertical(*place, rows, caret.x) {
                assert!((map.caret(other).top - caret.top).abs() > 1.0, "{place:?} in {text:?}");
            }
        }
        for edge in [map.row_start(*place), map.row_end(*place)] {
            let row = map.caret(edge).top;
            assert!((row - caret.top).abs() < 0.1, "{place:?} to {edge:?} in {text:?}");
        }
    }
}

/// Each byte is in one cell or in a line break; cells stand beside each other.
fn cells_hold_the_text(map: &Map, text: &str) {
    let mut covered = vec![false; text.len()];
    for row in map.rows() {
        for pair in row.line.cells.windows(2) {
            assert!(pair[0].right.to_bits() == pair[1].left.to_bits(), "a gap in {text:?}");
        }
        for cell in &row.line.cells {
            assert!(cell.left <= cell.right && cell.start < cell.end, "{cell:?} in {text:?}");
            for byte in &mut covered[row.at + cell.start..row.at + cell.end] {
                assert!(!std::mem::replace(byte, true), "{cell:?} twice in {text:?}");
            }
        }
    }
    for (at, c) in text.char_indices() {
        assert!(covered[at] != units::LINE_BREAKS.contains(&c), "{c:?} at {at} in {text:?}");
    }
}

fn walks(count: usize, seed: u64) {
    let mut engine = Engine::new(false);
    let mut chance = Chance(seed);
    for _ in 0..count {
        let text = text(&mut chance);
        for width in [60.0, 140.0, f32::INFINITY] {
            for direction in [LTR, RTL] {
                check(&lay_out(&mut engine, &text, width, direction).map, &text);
            }
        }
    }
}

/// Random texts with tags in them, one a placeholder with a label, one as it stands.
fn tagged_walks(count: usize, seed: u64) {
    let mut engine = Engine::new(false);
    let mut chance = Chance(seed);
    for _ in 0..count {
        let parts: Vec<String> = (0..3).map(|_| text(&mut chance)).collect();
        let text = parts.join(if chance.below(2) == 0 { "\u{fffc}" } else { "<b>" });
        let found = text
            .match_indices(['\u{fffc}', '<'])
            .map(|(at, tag)| Atom { range: at..at + 3, label: (tag != "<").then(|| "12".into()) });
        let atoms: Vec<Atom> = found.collect();
        // The narrowest is narrower than a tag.
        for width in [14.0, 60.0, 140.0, f32::INFINITY] {
            for direction in [LTR, RTL] {
                let laid = with_tags(&mut engine, &text, width, direction, &atoms);
                check(&laid.map, &text);
                let order = laid.map.visual_order().concat();
                for atom in &atoms {
                    assert!(order.contains(&atom.range), "{atom:?} is one piece in {text:?}");
                }
            }
        }
    }
}

#[test]
fn arrows_never_circle_round_tags() {
    tagged_walks(300, 0x1357_9bdf_0246_8ace);
}

#[test]
fn arrows_never_circle_and_reach_every_place() {
    walks(300, 0x9e37_79b9_7f4a_7c15);
}

/// `cargo test --release --lib text::tests::walk -- --ignored`
#[test]
#[ignore = "two minutes without optimisation; run after changes to the map or of parley"]
fn arrows_never_circle_in_twenty_thousand_texts() {
    walks(20_000, 0x2545_f491_4f6c_dd1d);
    tagged_walks(5_000, 0x0f1e_2d3c_4b5a_6978);
}

/// The texts on which parley's own word motion hung or its caret stood in a wrong line.
#[test]
fn texts_that_were_trouble_elsewhere() {
    let mut engine = Engine::new(false);
    for text in
        ["\nنعمONU a –نعم2231", "سلام\n", "\n", "\r\n\r\n", "( UN Security) قال", "x\u{2028}ש"]
    {
        for width in [20.0, 60.0, f32::INFINITY] {
            for direction in [LTR, RTL] {
                let laid = lay_out(&mut engine, text, width, direction);
                check(&laid.map, text);
                let end = laid.map.caret(laid.map.end());
                let last = laid.map.rows().last().expect("a row");
                assert!((end.top - last.top).abs() < 0.1, "the caret at the end of {text:?}");
            }
        }
    }
}

#[test]
fn selections_cover_what_they_say() {
    let mut engine = Engine::new(false);
    let laid = lay_out(&mut engine, "قال ONU 2024", f32::INFINITY, RTL);
    let patches = |range| laid.map.patches(range);
    // From the Arabic word into the middle of the Latin one: two parts.
    assert_eq!(patches(4..9).len(), 2);
    assert_eq!(patches(0..15).len(), 1, "all of it is one");
    assert_eq!(patches(3..3).len(), 0);
    let whole: f32 = patches(0..15).iter().map(|patch| patch.right - patch.left).sum();
    assert!((whole - laid.size.x).abs() < 0.1);
}
