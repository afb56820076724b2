//! Looking through a memory and changing it: what is found, what is planned, and that all of
//! it can be taken back.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::memory::concordance::{Mode, Side};
use crate::memory::{Memory, MemoryError};
use crate::model::{
    Context, Lang, MemoryFile, Revision, RevisionId, SeededIds, Timestamp, Unit, UnitId,
    UnitStatus, UnitTag, UnitTags, Unwatched, UpdateRule,
};

use UnitStatus::{Approved, Published, Translated};

const HOUR: i64 = 3600;

fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(1_900_000_000 + hours * HOUR).expect("in range")
}

fn empty(rule: UpdateRule) -> (Memory, SeededIds) {
    let mut ids = SeededIds::new(5);
    let (fr, en): (Lang, Lang) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let mut file = MemoryFile::new("test", fr, en, &mut ids);
    file.header.rule = rule;
    (Memory::new(file), ids)
}

/// Puts units in as they are, also those that say the same.
fn put(memory: &mut Memory, ids: &mut SeededIds, units: impl IntoIterator<Item = (Unit, i64)>) {
    for (unit, hours) in units {
        memory.receive(&Revision::first(unit, at(hours), ids));
    }
}

fn by(author: &str, unit: Unit) -> Unit {
    Unit { author: author.to_owned(), ..unit }
}

fn plain(source: &str, target: &str) -> Unit {
    Unit::plain(source, target, Translated)
}

fn targets(memory: &Memory) -> Vec<String> {
    memory.units().map(|stored| stored.unit.target.to_owned()).collect()
}

fn shown(ledger: &Ledger, listing: &Listing) -> Vec<String> {
    let lines = listing.lines.iter();
    lines.filter_map(|line| Some(ledger.unit(line.slot)?.unit.target.to_owned())).collect()
}

/// Carries a plan out; the revisions it became.
fn carry_out(memory: &mut Memory, plan: &Plan, ids: &mut SeededIds) -> Vec<RevisionId> {
    let made = plan.make(&memory.ledger(), &[], "Grace", at(900), ids);
    assert_eq!(made.left, []);
    let own = made.revisions.iter().map(|revision| revision.id).collect();
    memory.receive_all(made.revisions);
    own
}

fn sample() -> (Memory, SeededIds) {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    let dated = |unit: Unit, release: &str, date: &str| Unit {
        release: release.to_owned(),
        date: date.parse().ok(),
        ..unit
    };
    let tags = crate::memory::testing::tags();
    let imported = Unit { origin: "TMX import".to_owned(), ..plain("Été sec", "Dry summer") };
    put(
        &mut memory,
        &mut ids,
        [
            (by("Ada", dated(plain("Un accord", "An agreement"), "12-2031", "2031-03-12")), 0),
            (
                by("Ada", dated(plain("Accord de pêche", "Fishing deal"), "13-2031", "2031-04-01")),
                1,
            ),
            (by("Grace", Unit { status: Published, ..plain("La séance", "the meeting") }), 2),
            (Unit { tags, ..imported }, 3),
            (by("Ida", plain("Sarnel", "Sarnel")), 4),
        ],
    );
    (memory, ids)
}

#[test]
fn units_are_found_by_words_and_by_what_is_known_of_them() {
    let (memory, _) = sample();
    let ledger = memory.ledger();
    let wanted = |change: fn(&mut Wanted)| {
        let mut wanted = Wanted::default();
        change(&mut wanted);
        wanted
    };
    let cases: [(Wanted, &[usize]); 18] = [
        (wanted(|_| ()), &[0, 1, 2, 3, 4]),
        (wanted(|w| w.text = "ACCORD".into()), &[0, 1]),
        (wanted(|w| w.text = "ete".into()), &[3]),
        (wanted(|w| w.text = "sarnel".into()), &[4]),
        (wanted(|w| (w.text, w.side) = ("deal".into(), Some(Side::Source))), &[]),
        (wanted(|w| (w.text, w.side) = ("deal".into(), Some(Side::Target))), &[1]),
        (wanted(|w| (w.text, w.mode) = ("^(the|dry)\\b".into(), Mode::Regex)), &[2, 3]),
        (wanted(|w| w.author = "ada".into()), &[0, 1]),
        (wanted(|w| w.release = "13".into()), &[1]),
        (wanted(|w| w.origin = "tmx".into()), &[3]),
        (wanted(|w| w.status = Some(Published)), &[2]),
        (wanted(|w| w.from = "2031-03-13".into()), &[1]),
        (wanted(|w| w.from = "2031".into()), &[0, 1]),
        (wanted(|w| w.until = "2031-03".into()), &[0]),
        (wanted(|w| w.until = "2030".into()), &[]),
        (wanted(|w| w.older = Some(at(2))), &[0, 1]),
        (wanted(|w| w.identical = true), &[4]),
        (wanted(|w| w.coded = true), &[3]),
    ];
    let all: Vec<String> = targets(&memory);
    for (wanted, expected) in cases {
        let sieve = wanted.compile().expect("it compiles");
        let found = list(&ledger, &sieve, Order::default(), &Unwatched, &mut |_| ());
        let expected: Vec<String> = expected.iter().map(|&place| all[place].clone()).collect();
        assert_eq!(shown(&ledger, &found.expect("not stopped")), expected, "{wanted:?}");
    }
    for date in ["12.3.2031", "2031-13", "spring", "2031-02-30"] {
        let wanted = Wanted { from: date.to_owned(), ..Wanted::default() };
        assert!(matches!(wanted.compile(), Err(SieveError::Date(_))), "{date}");
    }
}

#[test]
fn units_are_sorted_by_any_column() {
    let (memory, _) = sample();
    let ledger = memory.ledger();
    let sieve = Wanted::default().compile().expect("it compiles");
    let all = targets(&memory);
    for (by, expected) in [
        (Column::Written, [0, 1, 2, 3, 4]),
        (Column::Source, [1, 2, 4, 0, 3]),
        (Column::Target, [0, 3, 1, 4, 2]),
        (Column::Author, [3, 0, 1, 2, 4]),
        (Column::Date, [2, 3, 4, 0, 1]),
        (Column::Release, [2, 3, 4, 0, 1]),
        (Column::Status, [0, 1, 3, 4, 2]),
        (Column::Stored, [0, 1, 2, 3, 4]),
    ] {
        for falling in [false, true] {
            let order = Order { by, falling };
            let found = list(&ledger, &sieve, order, &Unwatched, &mut |_| ()).expect("not stopped");
            let mut expected: Vec<&String> = expected.iter().map(|&place| &all[place]).collect();
            if falling {
                expected.reverse();
            }
            assert_eq!(shown(&ledger, &found).iter().collect::<Vec<_>>(), expected, "{order:?}");
        }
    }
}

#[test]
fn of_duplicates_the_better_and_newer_one_is_kept() {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    let between = Context::between(Some("a"), Some("b"));
    let unit = |target: &str, status| Unit { status, ..plain("L’accord", target) };
    put(
        &mut memory,
        &mut ids,
        [
            (Unit { context: between, ..unit("The deal", Translated) }, 0),
            (unit("The deal", Approved), 1),
            (unit("The  deal ", Approved), 2),
            (unit("The Deal", Published), 3),
            (Unit::plain("L'accord", "The deal", Published), 0),
            (plain("Autre", "Other"), 0),
        ],
    );
    let ledger = memory.ledger();
    let found = duplicates(&ledger, &Unwatched).expect("not stopped");
    assert_eq!(found.groups, 1);
    let notes: Vec<(u32, Note)> = found.lines.iter().map(|line| (line.slot, line.note)).collect();
    assert_eq!(notes[0], (2, Note::Kept), "approved and published are worth the same");
    assert_eq!(notes.len(), 4);
    let plan = Plan::merge(&ledger, &found, &[0].into());
    let counts = plan.counts(&ledger);
    assert_eq!((counts.withdrawn, counts.changed), (3, 1));
    let own = carry_out(&mut memory, &plan, &mut ids);
    assert_eq!(targets(&memory), ["The  deal ", "The Deal", "Other"]);
    assert_eq!(memory.units().next().map(|kept| kept.unit.context), Some(between));
    let undo = Plan::take_back(&memory.ledger(), &own);
    let counts = undo.counts(&memory.ledger());
    assert_eq!((counts.restored, counts.changed, counts.left), (3, 1, 0));
    carry_out(&mut memory, &undo, &mut ids);
    assert_eq!(duplicates(&memory.ledger(), &Unwatched).expect("not stopped").lines.len(), 4);
}

#[test]
fn a_source_with_several_targets_is_shown_the_newest_first() {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    let dated = |unit: Unit, date: &str| Unit { date: date.parse().ok(), ..unit };
    put(
        &mut memory,
        &mut ids,
        [
            (dated(plain("Oui", "Yes"), "2031-01-01"), 0),
            (plain("Non", "No"), 0),
            (dated(plain("Oui", "Indeed"), "2031-05-01"), 1),
            (plain("Non", "No"), 1),
            (dated(plain("Oui ", "Yes"), "2031-03-01"), 2),
        ],
    );
    let ledger = memory.ledger();
    let found = conflicting(&ledger, &Unwatched).expect("not stopped");
    assert_eq!(
        (found.groups, shown(&ledger, &found)),
        (1, vec!["Indeed".to_owned(), "Yes".into(), "Yes".into()])
    );
}

#[test]
fn an_edit_is_a_revision_of_whoever_made_it() {
    let (mut memory, mut ids) = empty(UpdateRule::Approved);
    let tag = |at| UnitTag { at, ..crate::memory::testing::tags().target[0].clone() };
    let tags = UnitTags { source: Vec::new(), target: vec![tag(2), tag(4), tag(8)] };
    let unit =
        Unit { status: Approved, approver: "Ida".to_owned(), tags, ..plain("Oui", "Yes, Sir.") };
    put(&mut memory, &mut ids, [(by("Ada", unit.clone()), 0), (plain("Non", "No"), 1)]);
    let edit = |memory: &Memory, slot, texts| Plan::edit(&memory.ledger(), slot, texts, "Grace");
    assert_eq!(edit(&memory, 0, ["Oui", "Yes, Sir."]).map(|plan| plan.steps.len()), Ok(0));
    let refused = edit(&memory, 0, ["Oui", " "]);
    assert_eq!(refused, Err(MemoryError::Empty { side: "target" }));
    assert!(matches!(edit(&memory, 1, ["Non", "Never"]), Err(MemoryError::NotApproved { .. })));
    let plan = edit(&memory, 0, ["Oui", "Yes, Madam."]).expect("planned");
    let own = carry_out(&mut memory, &plan, &mut ids);
    let edited = memory.units().next().expect("there").unit.to_unit();
    assert_eq!((edited.target.as_str(), edited.author.as_str()), ("Yes, Madam.", "Grace"));
    assert_eq!((edited.status, edited.approver.as_str()), (Approved, ""));
    let places: Vec<usize> = edited.tags.target.iter().map(|tag| tag.at).collect();
    assert_eq!(places, [2, 4, 10]);
    let undo = Plan::take_back(&memory.ledger(), &own);
    carry_out(&mut memory, &undo, &mut ids);
    assert_eq!(memory.units().next().map(|stored| stored.unit.to_unit()), Some(by("Ada", unit)));
}

#[test]
fn of_a_unit_in_conflict_the_state_that_is_not_deleted_holds() {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    put(&mut memory, &mut ids, [(plain("Oui", "Yes"), 0)]);
    let unit = memory.units().next().expect("there").id;
    let apart = ["Indeed", "Yes, Sir"].map(|target| {
        let added = memory.propose_update(unit, plain("Oui", target), at(1), &mut ids);
        added.expect("proposed").revision().cloned().expect("a revision")
    });
    memory.receive_all(apart);
    assert_eq!(memory.conflicts().count(), 1);
    let ledger = memory.ledger();
    let found = conflicting(&ledger, &Unwatched).expect("not stopped");
    assert_eq!(found.lines.len(), 2, "both states are shown");
    let plan = Plan::delete(&ledger, &[1]);
    carry_out(&mut memory, &plan, &mut ids);
    assert_eq!((targets(&memory), memory.conflicts().count()), (vec!["Yes, Sir".to_owned()], 0));
}

#[test]
fn an_import_is_told_apart_and_taken_back() {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    let imported =
        |text: &str| Unit { origin: "TMX import".to_owned(), ..by("Ida", plain(text, text)) };
    put(&mut memory, &mut ids, [(by("Ada", plain("Oui", "Yes")), 100)]);
    put(&mut memory, &mut ids, ["a", "b", "c", "d"].map(|text| (imported(text), 3)));
    // What is merged from another file is older than what stood before it.
    put(&mut memory, &mut ids, [(by("Eve", plain("Vieux", "Old")), 5)]);
    put(&mut memory, &mut ids, [(by("Grace", plain("Non", "No")), 101)]);
    let unit = |memory: &Memory, target: &str| {
        memory
            .units()
            .find(|stored| stored.unit.target == target)
            .map(|stored| stored.id)
            .expect(target)
    };
    // One imported unit is edited by Ada, one withdrawn by Grace.
    let b = unit(&memory, "b");
    memory.update(b, by("Ada", plain("b", "B")), at(102), &mut ids).expect("edited");
    memory.withdraw(unit(&memory, "c"), "Grace", at(103), &mut ids).expect("withdrawn");
    let ledger = memory.ledger();
    let told: Vec<(Doer, usize, usize, usize)> = deeds(&ledger)
        .into_iter()
        .map(|deed| (deed.doer, deed.added, deed.changed, deed.withdrawn))
        .collect();
    let import = |origin: &str| Doer::Import(origin.to_owned());
    let person = |name: &str| Doer::Person(name.to_owned());
    assert_eq!(
        told,
        [
            (import(""), 1, 0, 0),
            (import("TMX import"), 4, 0, 0),
            (person("Ada"), 1, 1, 0),
            (person("Grace"), 1, 0, 1),
        ]
    );
    let deed = deeds(&ledger).into_iter().find(|deed| deed.doer == import("TMX import"));
    let plan = Plan::take_back(&ledger, &deed.expect("told").revisions(&ledger));
    let counts = plan.counts(&ledger);
    assert_eq!((counts.withdrawn, counts.left), (2, 1), "what Ada edited is left");
    carry_out(&mut memory, &plan, &mut ids);
    assert_eq!(targets(&memory), ["Yes", "B", "Old", "No"]);
    // What Ada has done: her edit is undone, her own unit goes.
    let ledger = memory.ledger();
    let deed = deeds(&ledger).into_iter().find(|deed| deed.doer == person("Ada")).expect("told");
    let plan = Plan::take_back(&ledger, &deed.revisions(&ledger));
    carry_out(&mut memory, &plan, &mut ids);
    assert_eq!(targets(&memory), ["b", "Old", "No"]);
}

#[test]
fn what_somebody_changed_meanwhile_is_left() {
    let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
    put(&mut memory, &mut ids, ["a", "b", "c"].map(|text| (plain(text, text), 0)));
    let ledger = memory.ledger();
    let plan = Plan::delete(&ledger, &[0, 1, 2]);
    let units: Vec<UnitId> = memory.units().map(|stored| stored.id).collect();
    // One is changed in this program, one by another program, whose revision is in the file.
    memory.update(units[0], plain("a", "A"), at(1), &mut ids).expect("edited");
    let other = memory.propose_update(units[1], plain("b", "B"), at(1), &mut ids);
    let other = other.expect("proposed").revision().cloned().expect("a revision");
    let known = memory.revisions().next().expect("there");
    let made = plan.make(&memory.ledger(), &[known, other], "", at(2), &mut ids);
    assert_eq!(made.left, units[..2]);
    assert_eq!(made.revisions.iter().map(|r| r.unit).collect::<Vec<_>>(), units[2..]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is done, in whatever order, taking it back gives every unit its content again.
    #[test]
    fn whatever_is_done_can_be_taken_back(
        texts in proptest::collection::vec((0_u8..6, 0_u8..4), 1..30),
        steps in proptest::collection::vec((0_u8..3, 0_usize..30), 1..8),
    ) {
        let (mut memory, mut ids) = empty(UpdateRule::Confirmed);
        let units = texts.iter().map(|(source, target)| (plain(&format!("s {source}"), &format!("t {target}")), 0));
        put(&mut memory, &mut ids, units);
        let contents = |memory: &Memory| {
            let mut all: Vec<(UnitId, Unit)> =
                memory.units().map(|stored| (stored.id, stored.unit.to_unit())).collect();
            all.sort_by_key(|(id, _)| *id);
            all
        };
        let before = contents(&memory);
        let mut done: Vec<Vec<RevisionId>> = Vec::new();
        let mut states = vec![before.clone()];
        for (kind, place) in steps {
            let ledger = memory.ledger();
            let live: Vec<u32> = ledger.units().map(|(slot, _)| slot).collect();
            let Some(&slot) = live.get(place % live.len().max(1)) else { continue };
            let plan = match kind {
                0 => Plan::delete(&ledger, &live[..live.len().min(place)]),
                1 => Plan::edit(&ledger, slot, ["s 1", "t 9"], "Grace").expect("planned"),
                _ => {
                    let found = duplicates(&ledger, &Unwatched).expect("not stopped");
                    let all: HashSet<u32> = found.lines.iter().map(|line| line.slot).collect();
                    Plan::merge(&ledger, &found, &all)
                }
            };
            done.push(carry_out(&mut memory, &plan, &mut ids));
            states.push(contents(&memory));
        }
        // All at once.
        let all: Vec<RevisionId> = done.concat();
        let plan = Plan::take_back(&memory.ledger(), &all);
        prop_assert_eq!(&plan.left, &Vec::<u32>::new());
        let mut copy = Memory::new(memory.to_file());
        carry_out(&mut copy, &plan, &mut ids);
        prop_assert_eq!(contents(&copy), before);
        // One after the other, the last first.
        while let (Some(step), Some(_)) = (done.pop(), states.pop()) {
            let plan = Plan::take_back(&memory.ledger(), &step);
            carry_out(&mut memory, &plan, &mut ids);
            prop_assert_eq!(Some(&contents(&memory)), states.last());
        }
    }
}
