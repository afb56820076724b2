//! Replacing on a small release: what becomes of rows, what is left alone, what undo
//! gives back.

use std::path::PathBuf;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::formats::project_ron;
use crate::model::State;
use crate::store::Disk;
use crate::workbench::find::{Options, Query};
use crate::workbench::testing::release;

const TEXT: &str = "Nous avons signé un accord.\n\nUn Accord, deux ACCORDS.\n\nMerci.\n\nFin.\n";
const TARGETS: [&str; 4] = ["A treaty, a Treaty.", "TREATY of İzmir and Straße", "Thanks.", "End."];

fn session() -> Session {
    let mut session = release(TEXT, true);
    let first = session.row();
    for (row, text) in TARGETS.iter().enumerate() {
        session.select(first + row);
        session.type_target(text).expect("it can be typed");
    }
    session.select(first);
    session
}

fn library() -> Library {
    Library::new(Arc::new(Disk), PathBuf::new())
}

fn pattern(text: &str, options: Options) -> Pattern {
    let query = Query { text: text.to_owned(), options };
    query.compile().expect("it parses").expect("there is something")
}

fn targets(session: &Session) -> Vec<String> {
    session.beads().iter().map(Bead::target_text).collect()
}

#[test]
fn all_is_replaced_in_one_command_and_undone_in_one() {
    let (mut session, mut library) = (session(), library());
    let before = project_ron::write(session.project());
    let options = Options { keep_case: true, ..Options::default() };
    let plan =
        session.plan_replacing(&pattern("treaty", options), "accord", Side::Target, Scope::Release);
    assert_eq!(plan.chosen(), 3);
    assert_eq!(session.replace(&plan, &mut library), Ok(3));
    assert_eq!(targets(&session)[..2], ["A accord, a Accord.", "ACCORD of İzmir and Straße"]);
    assert_eq!(session.undo_name(), Some("replace"));
    session.undo(&mut library).expect("it is undone");
    assert_eq!(project_ron::write(session.project()), before);
    session.redo(&mut library).expect("it is done again");
    assert_eq!(targets(&session)[0], "A accord, a Accord.");
    let why = session.replace(&plan, &mut library).expect_err("the plan is old");
    assert!(why.0.contains("meanwhile"), "{why}");
}

#[test]
fn only_what_is_chosen_is_replaced_and_locked_rows_are_told() {
    let (mut session, mut library) = (session(), library());
    session.select(1);
    session.toggle_lock().expect("it can be locked");
    let treaty = pattern("treaty", Options::default());
    let mut plan = session.plan_replacing(&treaty, "pact", Side::Target, Scope::Release);
    assert_eq!((plan.items.len(), plan.chosen()), (3, 2));
    assert_eq!(plan.rows_skipped(Skipped::Locked), 1);
    plan.items[0].chosen = false;
    assert_eq!(session.replace(&plan, &mut library), Ok(1));
    assert_eq!(targets(&session)[..2], ["A treaty, a pact.", TARGETS[1]]);
}

#[test]
fn a_source_is_corrected_and_what_was_read_is_kept() {
    let (mut session, mut library) = (session(), library());
    let options = Options { regex: true, ..Options::default() };
    let pattern = pattern("(un|deux) (accords?)", options);
    let plan = session.plan_replacing(&pattern, "$1 grand $2", Side::Source, Scope::Release);
    assert_eq!(session.replace(&plan, &mut library), Ok(3));
    let sources: Vec<String> =
        (0..session.beads().len()).map(|row| session.source_text(row)).collect();
    let corrected = "Un grand Accord, deux grand ACCORDS.".to_owned();
    assert!(sources.contains(&corrected), "{sources:?}");
    let read: Vec<&str> = session.source().segments().map(|(_, s)| s.as_read()).collect();
    assert!(read.contains(&"Un Accord, deux ACCORDS."), "{read:?}");
}

#[test]
fn a_confirmed_row_is_a_draft_again_as_after_typing() {
    let (mut session, mut library) = (session(), library());
    session.confirm(&mut library).expect("it can be confirmed");
    assert_eq!(session.beads()[0].state(), Some(&State::Translated));
    let treaty = pattern("Treaty", Options::default());
    let plan = session.plan_replacing(&treaty, "Pact", Side::Target, Scope::Release);
    session.replace(&plan, &mut library).expect("it is replaced");
    let bead = &session.beads()[0];
    assert_eq!(bead.state(), Some(&State::Draft));
    assert_eq!(bead.history.len(), 1, "the confirmed text is kept");
}

#[test]
fn the_next_hit_comes_round_and_the_one_before_too() {
    let session = session();
    let treaty = pattern("treaty", Options::default());
    let all = session.find_all(&treaty, Side::Target, Scope::Release);
    let next =
        |from, forward| session.find_next(&treaty, Side::Target, Scope::Release, from, forward);
    assert_eq!(next(None, true).as_ref(), all.first());
    assert_eq!(next(all.first(), true).as_ref(), all.get(1));
    assert_eq!(next(all.get(1), true).as_ref(), all.get(2));
    assert_eq!(next(all.first(), false).as_ref(), all.last());
    assert_eq!(next(all.get(1), false).as_ref(), all.first());
}

proptest! {
    /// Whatever is replaced, undo gives back the bytes.
    #[test]
    fn undo_gives_back_the_bytes(
        query in "[a-zA-ZİßàéÉ .]{1,3}", new in "[a-zéß$1 ]{0,4}", regex: bool, accents: bool, keep: bool,
    ) {
        let (mut session, mut library) = (session(), library());
        let before = project_ron::write(session.project());
        let options =
            Options { regex, accents_off: accents, keep_case: keep, ..Options::default() };
        let Ok(Some(pattern)) = (Query { text: query, options }).compile() else { return Ok(()) };
        for side in [Side::Target, Side::Source] {
            let plan = session.plan_replacing(&pattern, &new, side, Scope::Release);
            for item in &plan.items {
                let hit = item.text.get(item.hit.range.clone());
                prop_assert!(hit.is_some_and(|hit| !hit.is_empty()), "{:?}", item);
            }
            if session.replace(&plan, &mut library).is_ok() {
                session.project().check().expect("both sides are whole");
                session.undo(&mut library).expect("it is undone");
            }
            prop_assert_eq!(&project_ron::write(session.project()), &before);
        }
    }
}
