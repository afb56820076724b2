//! Sending between two memory files, on disks that fail at each operation; rows that follow.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus, Unwatched, UpdateRule};
use crate::store::Files;
use crate::store::testing::{FailingFiles, Fault};
use crate::workbench::env::Env;
use crate::workbench::library::{Kind, Languages, Library};
use crate::workbench::opening;
use crate::workbench::testing::release;

const WORKING: &str = "/m/working.fr-en.memory.ron";
const SHARED: &str = "/m/house.fr-en.memory.ron";
const TEXTS: [(&str, &str); 3] = [("oui", "yes"), ("non", "no"), ("merci", "thank you")];

fn now() -> Timestamp {
    "2026-03-12T17:22:00Z".parse().expect("a time")
}

fn env() -> Env {
    Env::fixed(now(), 9, "Anna")
}

fn unit((source, target): (&str, &str), status: UnitStatus) -> Unit {
    Unit::plain(source, target, status)
}

fn memory(name: &str, rule: UpdateRule, seed: u64) -> Memory {
    let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let mut file = MemoryFile::new(name, fr, en, &mut SeededIds::new(seed));
    file.header.rule = rule;
    Memory::new(file)
}

/// Both memories as their files have them.
fn opened(files: &Arc<FailingFiles>) -> (Library, MemoryId, MemoryId) {
    let disk: Arc<dyn Files + Send + Sync> = Arc::<FailingFiles>::clone(files);
    let mut library = Library::new(disk, PathBuf::from("/m"));
    let mut put = |path: &str, kind| {
        let opened = opening::open_memory(files.as_ref(), Path::new(path), None, &mut env());
        let opened = opened.expect("it opens");
        let id = opened.memory.header().id;
        library.put_opened(opened, kind);
        id
    };
    let (from, to) = (put(WORKING, Kind::Working), put(SHARED, Kind::Shared));
    (library, from, to)
}

/// A disk with a working memory of three units and a shared one of another.
fn disk() -> Arc<FailingFiles> {
    let files = Arc::new(FailingFiles::in_memory());
    let mut ids = SeededIds::new(3);
    let mut working = memory("working memory", UpdateRule::Confirmed, 1);
    for texts in TEXTS {
        working.add(unit(texts, UnitStatus::Translated), now(), &mut ids).expect("added");
    }
    let mut shared = memory("house", UpdateRule::Confirmed, 2);
    shared.add(unit(("bonjour", "hello"), UnitStatus::Approved), now(), &mut ids).expect("added");
    for (path, memory) in [(WORKING, &working), (SHARED, &shared)] {
        let MemoryFile { header, revisions } = memory.to_file();
        let added = store::memory::append(files.as_ref(), Path::new(path), &header, &revisions);
        added.expect("saved");
    }
    files
}

fn send(library: &mut Library, from: MemoryId, to: MemoryId) -> usize {
    let memory = |id| library.shelf(id).map(|shelf| &shelf.memory).expect("a shelf");
    let plan = SendPlan::of(memory(from), memory(to), &Holdings::default(), &Unwatched);
    let leaving = plan.expect("nobody cancels").leaving(false);
    library.send((from, to), &leaving, &mut env()).expect("sent");
    leaving.len()
}

fn sources(library: &Library, id: MemoryId) -> Vec<String> {
    let shelf = library.shelf(id).expect("a shelf");
    let mut all: Vec<_> =
        shelf.memory.units().map(|stored| stored.unit.source.to_owned()).collect();
    all.sort();
    all
}

/// Sends on a disk that fails from an operation on, dies, and sends again.
fn dies_at(operation: usize, behind: bool) -> bool {
    let files = disk();
    let (mut library, from, to) = opened(&files);
    if behind {
        library.write_behind(Arc::new(|| {}));
    }
    files.fail_at(operation, Fault::Broken);
    send(&mut library, from, to);
    let refused = library.save_pending().err();
    library.settle_writing();
    let failed = refused.is_some() || !library.written().is_empty();
    drop(library);
    files.heal();

    let (mut library, from, to) = opened(&files);
    let (there, here) = (sources(&library, to), sources(&library, from));
    for (source, _) in TEXTS {
        let is_somewhere = [&there, &here].iter().any(|all| all.iter().any(|one| one == source));
        assert!(is_somewhere, "operation {operation}: {source} is lost");
    }
    send(&mut library, from, to);
    library.save_pending().expect("it is written");
    let (library, from, to) = opened(&files);
    assert_eq!(sources(&library, from), Vec::<String>::new(), "operation {operation}");
    assert_eq!(sources(&library, to), ["bonjour", "merci", "non", "oui"]);
    let revisions = library.shelf(to).map(|shelf| shelf.memory.revision_count());
    assert_eq!(revisions, Some(1 + TEXTS.len()), "operation {operation}: added twice");
    failed
}

#[test]
fn whatever_operation_fails_nothing_is_lost_or_added_twice() {
    for behind in [false, true] {
        let failures = (0..40).filter(|&operation| dies_at(operation, behind)).count();
        assert!((2..40).contains(&failures), "both writes failed once, and all went once");
    }
}

#[test]
fn undo_brings_back_before_it_takes_away() {
    for operation in 0..40 {
        let files = disk();
        let (mut library, from, to) = opened(&files);
        let ids = sent(&mut library, from, to);
        library.save_pending().expect("written");
        files.fail_at(operation, Fault::FullDisk);
        let states: Vec<_> =
            ids.iter().map(|step| (step.memory, step.unit, step.before.as_ref())).collect();
        library.set_all(states.into_iter(), &mut env());
        let _ = library.save_pending();
        drop(library);
        files.heal();
        let (library, from, to) = opened(&files);
        let all = [sources(&library, from), sources(&library, to)].concat();
        assert!(TEXTS.iter().all(|(source, _)| all.iter().any(|one| one == source)), "{operation}");
    }
}

fn sent(
    library: &mut Library,
    from: MemoryId,
    to: MemoryId,
) -> Vec<crate::workbench::history::UnitStep> {
    let ids: Vec<UnitId> = {
        let shelf = library.shelf(from).expect("a shelf");
        shelf.memory.units().map(|stored| stored.id).collect()
    };
    library.send((from, to), &ids, &mut env()).expect("sent")
}

#[test]
fn what_goes_and_what_waits_is_told_unit_by_unit() {
    use UnitStatus::{Approved, Translated};
    let until: Timestamp = "2026-03-12T18:00:00Z".parse().expect("a time");
    let mut ids = SeededIds::new(3);
    let mut working = memory("working memory", UpdateRule::Confirmed, 1);
    let mut shared = memory("house", UpdateRule::Approved, 2);
    shared.add(unit(("oui", "yes"), Approved), now(), &mut ids).expect("added");
    shared.add(unit(("non", "nay"), Approved), now(), &mut ids).expect("added");
    let held = Unit { release: "7".to_owned(), ..unit(("demain", "tomorrow"), Approved) };
    for unit in [
        unit(("merci", "thank you"), Approved),
        unit(("oui", "yes"), Approved),
        unit(("non", "no"), Approved),
        unit(("hier", "yesterday"), Translated),
        held,
    ] {
        working.add(unit, now(), &mut ids).expect("added");
    }
    let mut holdings = Holdings::default();
    let mut session = release("Demain.", false);
    session.project.release.number = "7".to_owned();
    session.project.release.embargo = Some(until);
    holdings.add(session.project(), now());
    let plan = SendPlan::of(&working, &shared, &holdings, &Unwatched).expect("nobody cancels");
    let told: Vec<_> = plan
        .candidates
        .iter()
        .map(|one| (one.unit.source.as_str(), one.verdict, one.there.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("merci", Verdict::New, None),
            ("oui", Verdict::Same, None),
            ("non", Verdict::Conflict, Some("nay")),
            ("hier", Verdict::NotApproved, None),
            ("demain", Verdict::Held(Held::Until(until)), None),
        ]
    );
    assert_eq!((plan.leaving(false).len(), plan.leaving(true).len()), (2, 3));
    // An embargo that is over holds nothing.
    let mut later = Holdings::default();
    later.add(session.project(), until);
    let plan = SendPlan::of(&working, &shared, &later, &Unwatched).expect("nobody cancels");
    assert_eq!(plan.leaving(false).len(), 3);
}

/// A row is confirmed, sent, changed and confirmed anew under a rule; what the shared and the
/// working memory have then.
fn follows(rule: UpdateRule, status: UnitStatus) -> (Vec<String>, Vec<String>) {
    let mut session = release("Oui.", false);
    let files = Arc::new(FailingFiles::in_memory());
    let mut library = Library::new(files, PathBuf::from("/m"));
    let shared = memory("house", rule, 2);
    let to = shared.header().id;
    library.put(shared, Some(PathBuf::from(SHARED)), Kind::Shared, Vec::new());
    session.type_target("Yes.").expect("typed");
    session.confirm(&mut library).expect("confirmed");
    let pair: Languages = session.pair().expect("a pair");
    let from = library.private_id(&pair, &mut env());
    assert_eq!(sources(&library, from), ["Oui."]);
    let id = library.shelf(from).and_then(|s| s.memory.units().next().map(|unit| unit.id));
    let approved = library.unit(from, id.expect("a unit")).map(|unit| Unit { status, ..unit });
    library.set(from, id.expect("a unit"), approved.as_ref(), &mut env());
    sent(&mut library, from, to);
    assert_eq!(sources(&library, to), ["Oui."]);
    session.type_target("Indeed.").expect("typed");
    session.confirm(&mut library).expect("confirmed");
    let targets = |id| -> Vec<String> {
        let shelf = library.shelf(id).expect("a shelf");
        shelf.memory.units().map(|stored| stored.unit.target.to_owned()).collect()
    };
    (targets(to), targets(from))
}

#[test]
fn a_row_that_changes_after_it_was_sent_is_followed_by_the_rule() {
    let none = Vec::<String>::new();
    let revised = follows(UpdateRule::Confirmed, UnitStatus::Translated);
    assert_eq!(revised, (vec!["Indeed.".to_owned()], none.clone()));
    let withdrawn = follows(UpdateRule::Approved, UnitStatus::Approved);
    assert_eq!(withdrawn, (none, vec!["Indeed.".to_owned()]));
}
