//! The index gives the hits that reading every text gives, and this test would know.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Corpus, Findings, Limits, Mode, Question, Side, search};
use crate::memory::{Direction, Memory};
use crate::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched};

pub fn memory(units: &[(&str, &str)]) -> (Memory, SeededIds) {
    let mut ids = SeededIds::new(5);
    let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let mut memory = Memory::new(MemoryFile::new("test", fr, en, &mut ids));
    for (source, target) in units {
        add(&mut memory, source, target, UnitStatus::Translated, 0, &mut ids);
    }
    (memory, ids)
}

fn add(
    memory: &mut Memory,
    source: &str,
    target: &str,
    status: UnitStatus,
    minute: i64,
    ids: &mut SeededIds,
) {
    let at = Timestamp::from_second(60 * minute).expect("in range");
    // Two units of the same texts are one; an empty one is refused.
    let _ = memory.add(Unit::plain(source, target, status), at, ids);
}

/// Gives both sides their indexes.
pub fn index(corpus: &mut Corpus) {
    for side in Side::BOTH {
        let index = corpus.make_index(side, &Unwatched).expect("not cancelled");
        corpus.set_index(side, Arc::new(index));
    }
}

fn ask(corpora: &[Corpus], question: &Question) -> Findings {
    let patterns = question.compile().expect("it parses");
    search(corpora, &patterns, Limits::default(), &Unwatched, &mut |_| {}).expect("not cancelled")
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "le",
        "la",
        "Le",
        "ministre",
        "Ministère",
        "a",
        "à",
        "reçu",
        "recu",
        "l’",
        "d'",
        "accord",
        "désaccord",
        "de",
        "paix",
        "Straße",
        "strasse",
        "北京",
        "外交部",
        "ООН",
        "оон",
        "2024",
        "6,4",
        "كتـــاب",
        "e\u{301}te\u{301}",
        "ﾊﾟ",
        "a\u{1AB0}b",
        "—",
        "%",
        "œuvre",
        "…",
        "ab-cd",
    ]);
    let space = prop::sample::select(vec![" ", " ", " ", "\u{a0}", "  ", "", "."]);
    prop::collection::vec((word, space), 1..9)
        .prop_map(|words| words.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

/// A stretch of a sentence, cut anywhere between two characters.
fn cut(text: &str, from: usize, len: usize) -> String {
    let from = from % text.chars().count().max(1);
    text.chars().skip(from).take(1 + len).collect()
}

fn mode() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![Mode::Words, Mode::Words, Mode::Phrase, Mode::Regex])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn the_index_gives_the_hits_of_a_scan(
        units in prop::collection::vec((sentence(), sentence(), 0..4_i64), 1..40),
        later in prop::collection::vec((sentence(), sentence()), 0..6),
        withdrawn in prop::collection::vec(any::<u8>(), 0..5),
        asked in prop::collection::vec(
            (any::<(u8, bool)>(), (0..60_usize, 0..14_usize), (0..60_usize, 0..9_usize), mode(), any::<(bool, bool, bool, bool)>()),
            1..12,
        ),
    ) {
        let (mut memory, mut ids) = memory(&[]);
        for (source, target, minute) in &units {
            let status = if minute % 2 == 0 { UnitStatus::Draft } else { UnitStatus::Approved };
            add(&mut memory, source, target, status, *minute, &mut ids);
        }
        let indexes = [Direction::Forward, Direction::Reverse].map(|way| {
            let mut corpus = memory.corpus(way);
            index(&mut corpus);
            Side::BOTH.map(|side| corpus.index(side).cloned().expect("just made"))
        });
        for (source, target) in &later {
            add(&mut memory, source, target, UnitStatus::Translated, 9, &mut ids);
        }
        for which in withdrawn {
            let units: Vec<_> = memory.units().map(|stored| stored.id).collect();
            let Some(&unit) = units.get(usize::from(which)) else { continue };
            memory.withdraw(unit, "", Timestamp::UNIX_EPOCH, &mut ids).expect("it is there");
        }
        for (way, indexes) in Direction::BOTH.into_iter().zip(indexes) {
            let scanned = memory.corpus(way);
            let mut indexed = scanned.clone();
            for (side, index) in Side::BOTH.into_iter().zip(indexes) {
                indexed.set_index(side, index);
            }
            for ((which, both), from_source, from_target, mode, (whole_words, match_case, match_accents, only_target)) in &asked {
                let (source, target, _) = &units[usize::from(*which) % units.len()];
                let (source, target) = if way == Direction::Forward { (source, target) } else { (target, source) };
                let spell = |text: String| if *mode == Mode::Regex { regex::escape(&text) } else { text };
                let question = Question {
                    source: if *only_target && !both { String::new() } else { spell(cut(source, from_source.0, from_source.1)) },
                    target: if *only_target || *both { spell(cut(target, from_target.0, from_target.1)) } else { String::new() },
                    mode: *mode,
                    whole_words: *whole_words,
                    match_case: *match_case,
                    match_accents: *match_accents,
                };
                prop_assume!(question.compile().is_ok());
                let expected = ask(std::slice::from_ref(&scanned), &question);
                prop_assert_eq!(ask(std::slice::from_ref(&indexed), &question), expected, "{:?}", question);
            }
        }
    }
}

#[test]
fn an_index_that_lost_a_word_is_noticed() {
    let (mut memory, mut ids) = memory(&[("un accord", "an agreement"), ("la paix", "peace")]);
    add(&mut memory, "des mots", "words", UnitStatus::Draft, 0, &mut ids);
    let (whole, _) = self::memory(&[("un mot", "a word"), ("la paix", "peace")]);
    let mut other = whole.corpus(Direction::Forward);
    index(&mut other);
    let mut corpus = memory.corpus(Direction::Forward);
    let question = Question { source: "accord".to_owned(), ..Question::default() };
    let expected = ask(std::slice::from_ref(&corpus), &question);
    corpus.set_index(Side::Source, Arc::clone(other.index(Side::Source).expect("made")));
    assert_ne!(ask(std::slice::from_ref(&corpus), &question), expected);
}

#[test]
fn phrases_come_first_then_status_length_and_time() {
    let (mut memory, mut ids) = memory(&[]);
    for (source, status, minute) in [
        ("La paix, et un long accord que nul n'a lu jusqu'au bout.", UnitStatus::Approved, 9),
        ("Accord de paix.", UnitStatus::Draft, 9),
        ("Paix, accord : ancien.", UnitStatus::Translated, 1),
        ("Paix, accord : nouveau.", UnitStatus::Translated, 5),
        ("Un accord paix.", UnitStatus::Draft, 0),
    ] {
        add(&mut memory, source, "…", status, minute, &mut ids);
    }
    let question = Question { source: "accord paix".to_owned(), ..Question::default() };
    let found = ask(&[memory.corpus(Direction::Forward)], &question);
    let order: Vec<&str> = found.hits.iter().map(|hit| hit.source.as_str()).collect();
    assert_eq!(
        order,
        [
            "Un accord paix.",
            "La paix, et un long accord que nul n'a lu jusqu'au bout.",
            "Paix, accord : nouveau.",
            "Paix, accord : ancien.",
            "Accord de paix.",
        ]
    );
    assert!(found.is_all);
}

#[test]
fn counting_ends_at_its_limit_and_hits_are_shown_before() {
    let texts: Vec<String> = (0..300).map(|number| format!("le mot {number}")).collect();
    let units: Vec<(&str, &str)> = texts.iter().map(|text| (text.as_str(), "…")).collect();
    let (memory, _) = memory(&units);
    let patterns = Question { source: "m".to_owned(), ..Question::default() };
    let patterns = patterns.compile().expect("a letter");
    let limits = Limits { shown: 10, counted: 200 };
    let mut shown = Vec::new();
    let corpora = [memory.corpus(Direction::Forward)];
    let mut show = |found: Findings| shown.push(found.count);
    let found = search(&corpora, &patterns, limits, &Unwatched, &mut show).expect("not cancelled");
    assert_eq!((found.count, found.hits.len(), found.is_all), (200, 10, false));
    assert_eq!(shown, [32, 64, 128]);
}
