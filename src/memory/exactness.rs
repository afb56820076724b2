//! The index finds what the exhaustive loop finds, and these tests would know.
//!
//! [`check`] compares the two on one query, match by match. It runs on random
//! memories, with additions and withdrawals behind
//! the index; and it must fail on an index with a planted fault.

use proptest::prelude::*;

use super::index::Fault;
use super::{Consulted, Direction, Exhaustive, Memory, Query, lookup_among};
use crate::model::{
    Context, MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitStatus, UnitTags,
};

/// Whether a lookup gives what the exhaustive one gives; the difference if not.
fn check(memory: &Memory, query: &Query) -> Result<(), String> {
    let (found, expected) = (memory.lookup(query), memory.lookup_exhaustive(query));
    if found == expected {
        return Ok(());
    }
    let list = |matches: &[super::Match]| -> Vec<String> {
        matches.iter().map(|m| format!("{} {}", m.score, m.source)).collect()
    };
    Err(format!("{query:?}\nfound {:#?}\nexpected {:#?}", list(&found), list(&expected)))
}

fn memory(units: Vec<(Unit, i64)>) -> Memory {
    named("test", units)
}

fn named(name: &str, units: Vec<(Unit, i64)>) -> Memory {
    let mut ids = SeededIds::new(name.len() as u64);
    let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let mut file = MemoryFile::new(name, fr, en, &mut ids);
    file.revisions = revisions(units, &mut ids);
    Memory::new(file)
}

fn revisions(units: Vec<(Unit, i64)>, ids: &mut SeededIds) -> Vec<Revision> {
    let time = |seconds| Timestamp::from_second(seconds).expect("in range");
    units.into_iter().map(|(unit, at)| Revision::first(unit, time(at), ids)).collect()
}

/// Sentences of few words, so that many are alike.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        12 => prop::sample::select(vec![
            "le", "la", "Le", "ministre", "Ministre", "a", "à", "reçu", "recu", "l’", "l'",
            "accord", "de", "paix", "et", "son", "délégué", "北京", "ООН",
        ]).prop_map(str::to_owned),
        2 => (1..4_u8).prop_map(|number| number.to_string()),
        1 => prop::sample::select(vec!["3 mai 2024", "le 4 juin", "14:30"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![".", "!", ";", ",", "–", "-", "«"]).prop_map(str::to_owned),
    ];
    let space = prop::sample::select(vec![" ", " ", " ", "\u{a0}", "  "]);
    prop::collection::vec((word, space), 0..14)
        .prop_map(|words| words.into_iter().map(|(word, space)| word + space).collect::<String>())
}

/// A sentence, or one with a word left out, said twice, or put in front.
fn variant(of: &str, how: u8) -> String {
    let mut words: Vec<&str> = of.split(' ').collect();
    let place = usize::from(how / 4) % words.len();
    match how % 4 {
        0 => {}
        1 => drop(words.remove(place)),
        2 => words.insert(place, words[words.len() / 2]),
        _ => words.swap(0, place),
    }
    words.join(" ")
}

fn unit() -> impl Strategy<Value = (Unit, i64)> {
    let status = prop::sample::select(vec![
        UnitStatus::Draft,
        UnitStatus::Translated,
        UnitStatus::Approved,
        UnitStatus::Published,
    ]);
    (sentence(), sentence(), status, context(), 0..3_i64, 0..4_u8).prop_map(
        |(source, target, status, context, at, tagged)| {
            let tags = if tagged == 0 { super::testing::tags() } else { UnitTags::default() };
            (Unit { context, tags, ..Unit::plain(&source, &target, status) }, at)
        },
    )
}

fn context() -> impl Strategy<Value = Context> {
    (0..3_u8).prop_map(|number| match number {
        0 => Context::default(),
        1 => Context::between(None, Some("Et après ?")),
        _ => Context::between(Some("Avant."), None),
    })
}

/// Units, some of them variants of others.
fn units(most: usize) -> impl Strategy<Value = Vec<(Unit, i64)>> {
    (prop::collection::vec(unit(), 1..most), prop::collection::vec(any::<(u8, u8)>(), 0..most))
        .prop_map(|(mut units, variants)| {
            for (which, how) in variants {
                let (mut unit, at) = units[usize::from(which) % units.len()].clone();
                unit.source = variant(&unit.source, how);
                units.push((unit, at));
            }
            units
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_lookup_finds_what_the_exhaustive_one_finds(
        first in units(40),
        later in units(10),
        withdrawn in prop::collection::vec(any::<u8>(), 0..6),
        asked in prop::collection::vec((any::<u8>(), any::<u8>(), context(), 0..=100_u8, 0..9_usize), 1..8),
    ) {
        let mut memory = memory(first);
        for direction in [Direction::Forward, Direction::Reverse] {
            memory.index_mut(direction);
        }
        let mut ids = SeededIds::new(2);
        memory.receive_all(revisions(later, &mut ids));
        for which in withdrawn {
            let units: Vec<_> = memory.units().map(|stored| stored.id).collect();
            let Some(&unit) = units.get(usize::from(which)) else { continue };
            memory.withdraw(unit, "", Timestamp::UNIX_EPOCH, &mut ids).expect("it is there");
        }
        let sources: Vec<_> = memory.units().map(|stored| stored.unit.to_unit()).collect();
        prop_assume!(!sources.is_empty());
        for (which, how, context, threshold, top) in asked {
            let unit = &sources[usize::from(which) % sources.len()];
            for (direction, text) in [(Direction::Forward, &unit.source), (Direction::Reverse, &unit.target)] {
                let text = variant(text, how);
                let threshold = if how % 2 == 0 { threshold } else { 50 + threshold / 2 };
                let query = Query { context, threshold, top, direction, ..Query::new(&text) };
                prop_assert_eq!(check(&memory, &query), Ok(()));
            }
        }
    }
}

proptest! {
    #[test]
    fn several_memories_with_penalties_give_what_the_loop_gives(
        first in units(16),
        second in units(16),
        penalties in [0..51_u8, 0..6_u8],
        asked in prop::collection::vec((any::<u8>(), any::<u8>(), context(), 0..102_u8, 0..7_usize), 1..8),
    ) {
        let sentences: Vec<String> =
            first.iter().chain(&second).map(|(unit, _)| unit.source.clone()).collect();
        // Some units are in both.
        let shared = first.iter().step_by(3).cloned();
        let second: Vec<_> = second.into_iter().chain(shared).collect();
        let memories = [named("first", first), named("second", second)];
        let consulted: Vec<Consulted> = memories.iter().zip(penalties).map(|(memory, points)| {
            Consulted::new(memory, Direction::Forward).penalised(points)
        }).collect();
        let loops: Vec<Exhaustive> = consulted.iter().copied().map(Exhaustive::new).collect();
        for (which, how, context, threshold, top) in asked {
            let text = variant(&sentences[usize::from(which) % sentences.len()], how);
            let query = Query { context, threshold, top, ..Query::new(&text) };
            let found = lookup_among(&consulted, &query);
            prop_assert_eq!(&found, &Exhaustive::lookup_among(&loops, &query));
            for one in &found {
                let place = usize::from(one.memory == memories[1].header().id);
                let taken_off = one.penalties.iter().map(|penalty| match penalty {
                    super::Penalty::Memory(points) => *points,
                    _ => 0,
                });
                prop_assert_eq!(taken_off.sum::<u8>(), penalties[place]);
            }
        }
    }
}

/// Statements that share formulae, and one of them asked for again.
fn sample() -> Memory {
    let subjects = ["accord", "dialogue", "transport", "commerce", "climat"];
    let verbs = ["souligne", "rappelle", "examine"];
    let mut units = Vec::new();
    for subject in subjects {
        for verb in verbs {
            let source = format!("Le ministre {verb} l’importance du {subject} pour 2024.");
            units.push((Unit::plain(&source, "…", UnitStatus::Published), 0));
        }
    }
    memory(units)
}

#[test]
fn a_planted_fault_is_found() {
    let text = "Le ministre examine l’importance du climat pour 2024.";
    let queries =
        [50, 70, 80, 90, 100].map(|threshold| Query { threshold, top: 30, ..Query::new(text) });
    let faults = [
        None,
        Some(Fault::LostPostings("climat")),
        Some(Fault::RaisedRanks),
        Some(Fault::ShortSignatures),
        Some(Fault::LostTail),
    ];
    for fault in faults {
        let mut memory = sample();
        memory.index_mut(Direction::Forward);
        let late = Unit::plain("Le ministre examine l’état du climat.", "…", UnitStatus::Draft);
        let mut ids = SeededIds::new(3);
        memory.add(late, Timestamp::UNIX_EPOCH, &mut ids).expect("it may enter");
        if let Some(fault) = fault {
            memory.index_mut(Direction::Forward).plant(fault);
        }
        let differs = queries.iter().any(|query| check(&memory, query).is_err());
        assert_eq!(differs, fault.is_some(), "{fault:?}");
    }
}
