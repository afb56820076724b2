//! Sentences by rules.
//!
//! A sentence ends at a stop, or at a blank line. Where a stop is followed by a
//! space, what stands around it decides ([`rules`]): the abbreviation or initial
//! before it, the letter after it, and, where those two leave it open, whether the
//! next word is one that begins sentences. Chinese and Japanese stops need no
//! space. Abbreviations and those words are data, a file a language, under
//! `assets/segmentation/` ([`language`]).
//!
//! The pieces partition the text: each sentence with the white space after it, and
//! nothing is lost. Every character is looked at a bounded number of times.
//!
//! Rule files of others take the place of these rules ([`srx`]); what a person
//! corrected holds before either ([`exceptions`]). Left out: breaks inside a line
//! where no stop is written.

mod cutting;
pub mod exceptions;
mod follower;
mod language;
mod line;
mod rules;
pub mod srx;
mod stops;
mod unspaced;
mod word;

use std::ops::Range;

pub use cutting::Cutting;
use language::Language;
use line::Line;

use crate::model::Lang;
use crate::text::script;

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The sentence in bytes of the text, with the white space before the first one.
    pub range: Range<usize>,
    /// The white space after it, in bytes; empty where the next follows at once.
    pub after: Range<usize>,
}

/// The sentences of a text in order; they and the white space after them are the whole text.
///
/// A text of white space alone is one piece; an empty text has none.
#[must_use]
pub fn segments(text: &str, lang: &Lang) -> Vec<Piece> {
    let line = Line::new(text);
    let language = Language::of(lang);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut place = line.skip_space(0);
    while place < line.len() {
        let Some(end) = rules::end_at(&line, start, place, language) else {
            place += 1;
            continue;
        };
        let next = line.skip_space(end);
        pieces.push(piece(&line, start, end, next));
        (start, place) = (next, next);
    }
    if start < line.len() {
        let end = line.trim_space(start, line.len());
        pieces.push(piece(&line, start, end, line.len()));
    }
    pieces
}

/// The pieces of a text that is cut at places (in bytes, in order): each without the white
/// space at its end. A piece of white space alone is none, unless the text is nothing else.
fn cut_at(text: &str, places: impl IntoIterator<Item = usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for place in places.into_iter().chain([text.len()]) {
        let piece = text.get(start..place).unwrap_or_default();
        let end = start + piece.trim_end().len();
        let rest = text.get(end..).unwrap_or_default();
        let next = text.len() - rest.trim_start().len();
        if end > start || (next == text.len() && start < next) {
            pieces.push(Piece { range: start..end, after: end..next });
            start = next;
        }
    }
    pieces
}

/// Whether a word with a capital is one that begins sentences rather than a name.
pub(super) fn begins_sentences(word: &str, lang: &Lang) -> bool {
    Language::of(lang).starts_sentences(word)
}

/// Whether a word in small letters is one of the commonest of a language; `None` where the
/// language has no list of them.
pub(crate) fn is_common_word(word: &str, lang: &Lang) -> Option<bool> {
    Language::of(lang).is_common_word(word)
}

/// A piece from places counted in characters.
fn piece(line: &Line, start: usize, end: usize, next: usize) -> Piece {
    let [start, end, next] = [start, end, next].map(|place| line.byte(place));
    Piece { range: start..end, after: end..next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The cases of a language: a text a line, `|` where a sentence ends.
    const CASES: &[(&str, &str)] = &[
        ("ar", include_str!("../../../tests/data/segmentation/ar.txt")),
        ("cs", include_str!("../../../tests/data/segmentation/cs.txt")),
        ("de", include_str!("../../../tests/data/segmentation/de.txt")),
        ("el", include_str!("../../../tests/data/segmentation/el.txt")),
        ("en", include_str!("../../../tests/data/segmentation/en.txt")),
        ("es", include_str!("../../../tests/data/segmentation/es.txt")),
        ("fa", include_str!("../../../tests/data/segmentation/fa.txt")),
        ("fr", include_str!("../../../tests/data/segmentation/fr.txt")),
        ("he", include_str!("../../../tests/data/segmentation/he.txt")),
        ("it", include_str!("../../../tests/data/segmentation/it.txt")),
        ("ja", include_str!("../../../tests/data/segmentation/ja.txt")),
        ("ko", include_str!("../../../tests/data/segmentation/ko.txt")),
        ("nl", include_str!("../../../tests/data/segmentation/nl.txt")),
        ("pl", include_str!("../../../tests/data/segmentation/pl.txt")),
        ("pt", include_str!("../../../tests/data/segmentation/pt.txt")),
        ("ru", include_str!("../../../tests/data/segmentation/ru.txt")),
        ("tr", include_str!("../../../tests/data/segmentation/tr.txt")),
        ("uk", include_str!("../../../tests/data/segmentation/uk.txt")),
        ("zh", include_str!("../../../tests/data/segmentation/zh.txt")),
    ];

    /// The text with `|` behind each sentence but the last.
    fn cut(text: &str, lang: &str) -> String {
        let pieces = segments(text, &lang.parse().expect(lang));
        let part =
            |range: &Range<usize>| text.get(range.clone()).expect("a place between characters");
        let parts: Vec<_> = pieces.iter().map(|p| (part(&p.range), part(&p.after))).collect();
        let mut cut = String::new();
        for (place, (sentence, after)) in parts.iter().enumerate() {
            let mark = if place + 1 < parts.len() { "|" } else { "" };
            cut.extend([sentence, mark, after]);
        }
        cut
    }

    #[test]
    fn sentences_of_each_language_end_where_their_files_say() {
        let mut wrong = Vec::new();
        for (lang, cases) in CASES {
            for line in cases.lines().filter(|line| !line.starts_with('#')) {
                let found = cut(&line.replace('|', ""), lang);
                if found != line {
                    wrong.push(format!("{lang}: {line}\n    {found}"));
                }
            }
        }
        assert!(wrong.is_empty(), "expected, found:\n{}", wrong.join("\n"));
    }

    #[test]
    fn a_blank_line_ends_a_sentence_and_a_line_end_does_not() {
        assert_eq!(cut("A heading\n\nand so\non", "en"), "A heading|\n\nand so\non");
        assert_eq!(cut("A heading\r\n \r\nEnd.", "en"), "A heading|\r\n \r\nEnd.");
        assert_eq!(cut("One.\nTwo.\n", "en"), "One.|\nTwo.\n");
        assert_eq!(cut(" \n lead", "en"), " \n lead");
    }

    #[test]
    fn the_time_is_linear_whatever_is_repeated() {
        for unit in ["a. ", "a.a", "\" . ", "\n", " ", "「。", ". \" b", "A/A/", "…(", "年"] {
            let text = unit.repeat(200_000 / unit.len());
            let before = std::time::Instant::now();
            let pieces = segments(&text, &"en".parse().expect("en"));
            assert!(!pieces.is_empty());
            assert!(before.elapsed().as_secs() < 2, "{unit:?}: {:?}", before.elapsed());
        }
    }

    #[test]
    fn input_of_any_size_and_kind_is_cut() {
        let count = |text: &str| segments(text, &"fr".parse().expect("fr")).len();
        assert_eq!(count(&"un mot sans point ".repeat(300_000)), 1, "5 MB without a stop");
        assert_eq!(count(&"Un. ".repeat(1_000_000)), 1_000_000);
        assert_eq!(
            count(&["Un", &"\n".repeat(1_000_000), "deux"].concat()),
            2,
            "a million blank lines"
        );
        assert_eq!(count("Un\r\n\r\ndeux\n\ntrois\r\rquatre\u{2029}cinq\rsix"), 5, "mixed ends");
        assert_eq!(count("\u{301}. \u{301}Un\0. \u{202E}Deux.\u{202C} Trois."), 4);
        assert_eq!(count("\u{FEFF}Un. \u{200F}Deux."), 2);
        assert_eq!(count("\0\0"), 1);
        assert_eq!(count(" \n\n "), 1);
        assert_eq!(count(""), 0);
    }

    proptest! {
        #[test]
        fn sentences_rejoin_to_the_text(
            text in "\\PC{0,80}|[a-zA-Z .!?\"»«()\n\r0-9]{0,80}|[。！？「」“”あ中A .\n…]{0,60}\
                |[\u{0}\u{301}\u{202E}\u{2069}\u{85}\u{2029}\r\na.!? ]{0,60}",
            lang in "en|fr|de|ru|ja|zh|ar|cs|el|tr|he|xx",
        ) {
            let mut end = 0;
            for piece in segments(&text, &lang.parse().expect("a tag")) {
                prop_assert_eq!(piece.range.start, end);
                prop_assert_eq!(piece.after.start, piece.range.end);
                prop_assert!(!piece.range.is_empty() || piece.after.end == text.len());
                prop_assert!(text.get(piece.range.clone()).is_some());
                let after = text.get(piece.after.clone()).expect("between characters");
                prop_assert!(after.chars().all(char::is_whitespace));
                end = piece.after.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
