//! The order of characters on the screen: lines of a kind that ministries and the
//! United Nations publish, and wrapped lines against `unicode-bidi`.

use super::super::atom::Atom;
use super::super::caret::Direction;
use super::super::engine::Engine;
use super::{Chance, LTR, RTL, by_cell, lay_out, reference, with_tags};

/// A text as it stands in the file, and the same from left to right on the screen;
/// brackets are not turned here. Written with capitals for Arabic and Hebrew letters.
const LINES: [(Direction, &str, &str); 26] = [
    (RTL, "ABC", "CBA"),
    (RTL, "ABC DEF", "FED CBA"),
    (RTL, "ABC 2024 DEF", "FED 2024 CBA"),
    (RTL, "ABC (UN) DEF", "FED )UN( CBA"),
    (RTL, "ABC un ocha DEF", "FED un ocha CBA"),
    (RTL, "un ABC", "CBA un"),
    (RTL, "2024 (un) ABC", "CBA )un( 2024"),
    (RTL, "ABC 12.5% DEF", "FED %12.5 CBA"),
    (RTL, "ABC 1,250,000 DEF", "FED 1,250,000 CBA"),
    (RTL, "ABC 15/10/2025.", ".15/10/2025 CBA"),
    (RTL, "ABC 10-12 DEF", "FED 12-10 CBA"),
    (RTL, "ABC: un.org/ar/x", "un.org/ar/x :CBA"),
    (RTL, "ABC, un, DEF", "FED ,un ,CBA"),
    (RTL, "ABC un 24 DEF", "FED un 24 CBA"),
    (RTL, "ABC 24 un DEF", "FED un 24 CBA"),
    (RTL, "\"ABC\" un", "un \"CBA\""),
    (RTL, "ABC [1] DEF", "FED ]1[ CBA"),
    (RTL, "ABC un!", "!un CBA"),
    (RTL, "ABC un\u{200f}!", "!\u{200f}un CBA"),
    (RTL, "ABC un!\u{200e} DEF", "FED un!\u{200e} CBA"),
    (LTR, "the ABC DEF said", "the FED CBA said"),
    (LTR, "the ABC 24 said", "the 24 CBA said"),
    (LTR, "the ABC, 24 DEF.", "the FED 24 ,CBA."),
    (LTR, "ABC (UN)", "CBA (UN)"),
    (LTR, "12% ABC", "12% CBA"),
    (LTR, "x ABC! y", "x CBA! y"),
];

/// Latin capitals as letters of a script from right to left.
fn script(text: &str, first: char) -> String {
    let letter = |c: char| match c {
        'A'..='F' => {
            char::from_u32(u32::from(first) + u32::from(c) - u32::from('A')).expect("a letter")
        }
        'U' | 'N' => c.to_ascii_lowercase(),
        _ => c,
    };
    text.chars().map(letter).collect()
}

#[test]
fn lines_of_releases_stand_in_the_right_order() {
    let mut engine = Engine::new(false);
    // Hebrew behaves as Arabic but for hyphens and per cent signs beside figures.
    for (first, arabic) in [('ب', true), ('א', false)] {
        for (direction, logical, visual) in LINES {
            let differs = logical.contains("10-12") || logical.contains('%');
            if differs && !arabic {
                continue;
            }
            let text = script(logical, first);
            let laid = lay_out(&mut engine, &text, f32::INFINITY, direction);
            let order = laid.map.visual_order().concat();
            let shown: String = order.into_iter().map(|range| &text[range]).collect();
            assert_eq!(shown, script(visual, first), "{logical}");
        }
    }
}

/// Round a tag the text is ordered as round one neutral character, and the tag's own
/// label reads from left to right.
#[test]
fn a_tag_is_a_neutral_character_to_its_neighbours() {
    let mut engine = Engine::new(false);
    for (direction, logical, visual) in [
        (RTL, "ABC <1>DEF", "FED<1> CBA"),
        (RTL, "ABC un <1> 24 DEF", "FED un <1> 24 CBA"),
        (RTL, "ABC 2024<1> DEF", "FED <1>2024 CBA"),
        (RTL, "un <1>ocha", "un <1>ocha"),
        (RTL, "ABC<1>", "<1>CBA"),
        (LTR, "the ABC <1>DEF said", "the FED<1> CBA said"),
        (LTR, "the <1>ABC", "the <1>CBA"),
        (LTR, "<1>ABC", "<1>CBA"),
    ] {
        let text = script(logical, 'ب');
        let at = text.find("<1>").expect("a tag");
        let atoms = [Atom { range: at..at + 3, label: None }];
        let laid = with_tags(&mut engine, &text, f32::INFINITY, direction, &atoms);
        let order = laid.map.visual_order().concat();
        let shown: String = order.into_iter().map(|range| &text[range]).collect();
        assert_eq!(shown, script(visual, 'ب'), "{logical}");
    }
}

const WORDS: [&str; 30] = [
    "وقال",
    "الأمين",
    "العام",
    "للأمم",
    "المتحدة",
    "إنّ",
    "הודיע",
    "משרד",
    "החוץ",
    "UN",
    "Security",
    "Council",
    "(OCHA)",
    "2024",
    "1,250",
    "12%",
    "15/10/2025",
    "5-10",
    "«سلام»",
    "\"שלום\"",
    "–",
    "...",
    "the",
    "Réunion",
    "€",
    "+33",
    "؟",
    "٢٠٢٤",
    "tel:",
    "www.un.org",
];

fn check(engine: &mut Engine, text: &str, width: f32, direction: Direction) -> usize {
    let laid = lay_out(engine, text, width, direction);
    let rows = laid.map.rows().len();
    for (row, cells) in laid.map.rows().iter().zip(laid.map.visual_order()) {
        let expected = by_cell(&reference(text, row.range(), direction), &cells);
        let shown = |order: &[std::ops::Range<usize>]| -> String {
            order.iter().map(|range| &text[range.clone()]).collect()
        };
        assert_eq!(shown(&cells), shown(&expected), "{width} {direction:?} {text}");
    }
    rows
}

#[test]
fn wrapped_lines_agree_with_another_implementation() {
    let mut engine = Engine::new(false);
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let mut rows = 0;
    for _ in 0..150 {
        let count = 4 + chance.below(20);
        let words: Vec<&str> = (0..count).map(|_| *chance.pick(&WORDS)).collect();
        let text = words.join(if chance.below(4) == 0 { "  " } else { " " });
        for width in [90.0, 160.0, 240.0] {
            for direction in [LTR, RTL] {
                rows += check(&mut engine, &text, width, direction);
            }
        }
    }
    assert!(rows > 2_000, "{rows} lines");
}

#[test]
fn the_language_decides_and_not_the_first_letter() {
    let mut engine = Engine::new(false);
    for (text, direction) in [("ONU: سلام", RTL), ("سلام: ONU", LTR), ("2024", RTL), ("", RTL)]
    {
        let laid = lay_out(&mut engine, text, 300.0, direction);
        let start = laid.map.caret(laid.map.start()).x;
        let expected = if direction.is_rtl() { 300.0 } else { 0.0 };
        assert!((start - expected).abs() < 0.01, "{text:?} begins at {start}");
    }
}

#[test]
fn a_missing_glyph_is_told() {
    let mut engine = Engine::new(false);
    let mut missing = |text| lay_out(&mut engine, text, 300.0, LTR).missing;
    for text in [
        "Les 28 États ; « l’été », œuvre, 6,4 % – 2 000 €",
        "Стра\u{301}ны, ещё, Київ, Ўзбекістан, Ελλάδα, ế ệ ủ ị ớ",
        "وقال الأمين العام للأمم المتحدة: «إنّ ٢٠٢٤ عامٌ صعبٌ»؛ ٪ ، ؟ ـ پ چ ژ گ ٹ ڈ",
        "שָׁלוֹם, ״משרד החוץ״ – ₪ ־ 2024",
        "\u{200f}\u{200e}\u{61c}\u{200c}\u{200d}\u{a0}\u{202f}\u{ad}\t",
    ] {
        assert_eq!(missing(text), 0, "{text}");
    }
    assert_eq!(missing("外交部"), 3, "not bundled");
}
