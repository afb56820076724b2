//! What an embargo keeps, and what goes when it is over.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use super::*;
use crate::memory::Memory;
use crate::model::{Clock, MemoryFile, SeededIds, UpdateRule};
use crate::store::testing::MemoryFiles;
use crate::workbench::library::{Kind, Languages, Library};
use crate::workbench::testing::release;
use crate::workbench::{Env, sending};

/// A clock that is set by hand.
#[derive(Clone)]
struct Wall(Arc<AtomicI64>);

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("a moment")
    }
}

impl Wall {
    fn at(time: &str) -> Self {
        let wall = Self(Arc::default());
        wall.set(time);
        wall
    }

    fn set(&self, time: &str) {
        let time: Timestamp = format!("2026-03-12T{time}:00Z").parse().expect("a time");
        self.0.store(time.as_second(), Ordering::SeqCst);
    }
}

fn languages() -> Languages {
    Languages { source: "fr".parse().expect("fr"), target: "en".parse().expect("en") }
}

/// A library with a shared memory.
fn library(rule: UpdateRule) -> (Library, crate::model::MemoryId) {
    let files: Arc<MemoryFiles> = Arc::default();
    let mut library = Library::new(files, "working".into());
    let pair = languages();
    let mut file = MemoryFile::new("house", pair.source, pair.target, &mut SeededIds::new(90));
    file.header.rule = rule;
    let id = file.header.id;
    library.put(Memory::new(file), Some("house.memory.ron".into()), Kind::Shared, Vec::new());
    (library, id)
}

/// A release of two rows under embargo until 18:00, both confirmed at 17:00.
fn confirmed(wall: &Wall, library: &mut Library) -> Session {
    let mut session = release("Il pleut.\nIl neige.\n", true);
    session.env.clock = Box::new(wall.clone());
    let until = "2026-03-12T18:00:00Z".parse().expect("a time");
    session.set_embargo(Some(Said { until, zone: String::new() })).expect("set");
    for (row, target) in ["It rains.", "It snows."].into_iter().enumerate() {
        session.select(row);
        session.type_target(target).expect("typed");
        session.confirm(library).expect("confirmed");
    }
    session
}

fn targets(library: &Library, memory: crate::model::MemoryId) -> Vec<String> {
    let shelf = library.shelf(memory).expect("a memory");
    let mut all: Vec<String> =
        shelf.memory.units().map(|stored| stored.unit.target.to_owned()).collect();
    all.sort();
    all
}

#[test]
fn what_is_confirmed_is_held_and_goes_once_when_it_is_over() {
    let wall = Wall::at("17:00");
    let (mut library, shared) = library(UpdateRule::Confirmed);
    let mut session = confirmed(&wall, &mut library);
    assert_eq!(targets(&library, shared), [""; 0]);
    let found = library.look_up("Il pleut.", crate::model::Context::default(), 75, &languages());
    assert_eq!(found.len(), 1, "it matches in the working memory at once");
    assert_eq!(session.due(&library), None);
    assert!(session.add_to_memory(shared, None, &mut library).is_err(), "not by hand either");
    wall.set("18:00");
    let due = session.due(&library).expect("two units");
    assert_eq!((due.count(), due.others.len()), (2, 0));
    let ids: Vec<_> = due.own.iter().map(|(_, unit)| *unit).collect();
    library.send((due.own[0].0, shared), &ids, session.env_mut()).expect("sent");
    assert_eq!(targets(&library, shared), ["It rains.", "It snows."]);
    assert_eq!(session.due(&library), None, "once");
}

#[test]
fn another_member_sends_what_the_rows_have_and_none_sends_it_twice() {
    let wall = Wall::at("17:00");
    let (mut first, _) = library(UpdateRule::Confirmed);
    let session = confirmed(&wall, &mut first);
    // Somebody else opens the release: their working memory has none of it.
    let (mut theirs, shared) = library(UpdateRule::Confirmed);
    let mut env = Env::fixed(wall.now(), 500, "Boris");
    env.clock = Box::new(wall.clone());
    let mut other = Session::new(session.project().clone(), None, env);
    assert_eq!(other.due(&theirs), None);
    wall.set("18:01");
    let due = other.due(&theirs).expect("two units");
    assert_eq!((due.own.len(), due.others.len()), (0, 2));
    theirs.add_known(shared, &due.others, other.env_mut()).expect("sent");
    assert_eq!(targets(&theirs, shared), ["It rains.", "It snows."]);
    assert_eq!(other.due(&theirs), None, "once");
    let again = theirs.add_known(shared, &due.others, other.env_mut()).expect("nothing to do");
    assert_eq!(again, []);
    // What is taken out of the shared memory later is not put in again.
    theirs.set(shared, due.others[0].0, None, other.env_mut());
    assert_eq!(other.due(&theirs), None);
}

#[test]
fn a_crash_between_the_two_writings_costs_nothing() {
    let wall = Wall::at("17:00");
    let (mut library, shared) = library(UpdateRule::Confirmed);
    let mut session = confirmed(&wall, &mut library);
    wall.set("18:00");
    let due = session.due(&library).expect("two units");
    // The addition was written, the withdrawal was not.
    let units: Vec<_> = due
        .own
        .iter()
        .map(|(from, unit)| (*unit, library.unit(*from, *unit).expect("it is there")))
        .collect();
    library.add_known(shared, &units, session.env_mut()).expect("added");
    let due = session.due(&library).expect("still in the working memory");
    let ids: Vec<_> = due.own.iter().map(|(_, unit)| *unit).collect();
    library.send((due.own[0].0, shared), &ids, session.env_mut()).expect("sent");
    assert_eq!(targets(&library, shared), ["It rains.", "It snows."]);
    assert_eq!(session.due(&library), None);
}

#[test]
fn what_is_not_approved_waits_for_it() {
    let wall = Wall::at("17:00");
    let (mut library, _) = library(UpdateRule::Approved);
    let session = confirmed(&wall, &mut library);
    wall.set("18:00");
    assert_eq!(session.due(&library), None);
}

#[test]
fn lifting_early_needs_a_reason_which_is_kept() {
    let wall = Wall::at("17:00");
    let (mut library, _) = library(UpdateRule::Confirmed);
    let mut session = confirmed(&wall, &mut library);
    assert!(session.lift_embargo("  ").is_err());
    session.lift_embargo("The agency has published it").expect("lifted");
    let lifted = session.project().release.lifted.clone().expect("kept");
    assert_eq!(
        (lifted.by.as_str(), lifted.reason.as_str()),
        ("Anna", "The agency has published it")
    );
    assert!(session.due(&library).is_some());
    assert!(session.lift_embargo("again").is_err());
    session.undo(&mut library).expect("undone");
    assert_eq!(session.due(&library), None, "it holds again");
}

#[test]
fn exports_have_nothing_of_it() {
    let wall = Wall::at("17:00");
    let (mut library, _) = library(UpdateRule::Confirmed);
    let session = confirmed(&wall, &mut library);
    let working = library.shelves().iter().find(|shelf| shelf.kind == Kind::Working);
    let memory = working.expect("a working memory").memory.snapshot();
    let mut holdings = sending::Holdings::default();
    holdings.add(session.project(), wall.now());
    let (public, held) = holdings.without_embargoed(memory);
    assert_eq!((public.len(), held), (0, 2));
    assert_eq!(public.revisions().count(), 0, "no former state either");
}

#[test]
fn another_time_zone_and_a_clock_set_back_are_told() {
    let until = "2026-03-12T17:00:00Z".parse().expect("a time");
    let told = spoken(until, "America/New_York");
    assert!(told.contains("13:00") && told.contains("America/New_York"), "{told}");
    let wall = Wall::at("17:00");
    let (mut library, _) = library(UpdateRule::Confirmed);
    let session = confirmed(&wall, &mut library);
    assert_eq!(session.clock_is_behind(), None);
    wall.set("15:30");
    assert_eq!(session.clock_is_behind(), Some(90));
}
