//! Three people and one release, through sessions.

use crate::model::{About, Duty, Origin, Person, Project, State, Target, Timestamp, UnitStatus};
use crate::store::testing::MemoryFiles;
use crate::workbench::review::duties::Act;
use crate::workbench::review::report::{Kind, Report};
use crate::workbench::review::settling::Choice;
use crate::workbench::review::{page, report};
use crate::workbench::testing::release;
use crate::workbench::{Env, Library, Session, merging};

const TEXT: &str = "Le pont est ouvert.\nElle part à 18 heures.\n";

fn library() -> Library {
    Library::new(std::sync::Arc::new(MemoryFiles::new()), "/memories".into())
}

/// The release in the hands of somebody, at some minute.
fn hands(project: &Project, author: &str, minute: i64) -> Session {
    let now = Timestamp::from_second(1_931_000_000 + 60 * minute).expect("a moment");
    let seed = u64::try_from(minute).expect("a minute");
    Session::new(project.clone(), None, Env::fixed(now, seed, author))
}

fn project() -> Project {
    let mut session = release(TEXT, true);
    let person = |name: &str, duty| Person { name: name.to_owned(), duties: vec![duty] };
    let people = vec![
        person("Anna", Duty::Translator),
        person("Bea", Duty::Reviewer),
        person("Cyr", Duty::Approver),
    ];
    session.agree(people).expect("nobody is named yet");
    session.project().clone()
}

fn write(session: &mut Session, library: &mut Library, row: usize, text: &str) {
    session.select(row);
    session.type_target(text).expect("typed");
    session
        .confirm_so(
            crate::workbench::confirming::Confirming {
                store: true,
                then: crate::workbench::confirming::Then::Any,
            },
            library,
        )
        .expect("confirmed");
}

fn translated(library: &mut Library) -> Project {
    let mut anna = hands(&project(), "Anna", 1);
    write(&mut anna, library, 0, "The bridge is open.");
    write(&mut anna, library, 1, "She leaves at 18.00.");
    anna.hand_over("Bea", " Mind the time. ").expect("handed over");
    anna.project().clone()
}

#[test]
fn a_release_goes_through_three_hands() {
    let mut library = library();
    let project = translated(&mut library);
    assert_eq!(project.release.assignee, "Bea");
    let note = project.review.hand_overs.last().expect("a note");
    assert_eq!((note.from.as_str(), note.note.as_str()), ("Anna", "Mind the time."));

    let mut anna = hands(&project, "Anna", 2);
    let refused = anna.approve(&mut library).expect_err("not hers").to_string();
    assert!(refused.contains("Bea, Cyr"), "{refused}");

    let mut bea = hands(&project, "Bea", 3);
    bea.select(0);
    bea.approve(&mut library).expect("approved");
    let bead = bea.active_bead().expect("a row");
    assert_eq!((bead.state(), bead.author.as_str()), (Some(&State::Approved), "Bea"));
    let former = bead.history.last().expect("what was there");
    assert_eq!((former.author.as_str(), former.origin), ("Anna", Origin::Typed));
    let stored = bead.unit.expect("a unit");
    let unit = library.unit(stored.memory, stored.unit).expect("there");
    assert_eq!(
        (unit.status, unit.author.as_str(), unit.approver.as_str()),
        (UnitStatus::Approved, "Anna", "Bea")
    );
    assert!(bea.comment(" ").is_err());
    bea.comment("well put").expect("said");
    let said = &bea.active_bead().expect("a row").comments[0];
    assert_eq!((said.author.as_str(), said.text.as_str()), ("Bea", "well put"));
    assert_eq!(bea.approve(&mut library).expect_err("twice").to_string(), "it is so already");

    bea.select(1);
    assert!(bea.reject("  ", &mut library).expect_err("no reason").to_string().contains("reason"));
    bea.reject("write 6 pm", &mut library).expect("rejected");
    let rejected = bea.active_bead().expect("a row").clone();
    assert_eq!(rejected.unit, None, "its unit is withdrawn");
    let reason = "write 6 pm".to_owned();
    assert_eq!(rejected.state(), Some(&State::Rejected { reason }));
    let project = bea.project().clone();
    bea.undo(&mut library).expect("undone");
    assert!(bea.active_bead().expect("a row").unit.is_some(), "and comes back");

    let mut cyr = hands(&project, "Cyr", 4);
    assert_eq!(cyr.sign().expect_err("not yet").to_string(), "row 2 is not approved");
    assert!(cyr.type_target("X").expect_err("not his").to_string().contains("Anna, Bea"));

    let mut anna = hands(&project, "Anna", 5);
    write(&mut anna, &mut library, 1, "She leaves at 6 p.m.");
    let fixed = anna.beads()[1].clone();
    let kept: Vec<Option<&State>> = fixed
        .history
        .iter()
        .map(|of| match &of.target {
            Target::Text { state, .. } => Some(state),
            _ => None,
        })
        .collect();
    let reason = "write 6 pm".to_owned();
    assert_eq!(kept, [Some(&State::Translated), Some(&State::Rejected { reason })]);

    let mut bea = hands(anna.project(), "Bea", 6);
    bea.select(1);
    bea.approve(&mut library).expect("approved");
    let mut cyr = hands(bea.project(), "Cyr", 7);
    assert_eq!(cyr.signed(), None);
    let hash = cyr.sign().expect("signed");
    assert_eq!(hash.len(), 64);
    let signed = cyr.signed().expect("signed");
    assert_eq!((signed.name.as_str(), signed.changed_since), ("Cyr", false));

    let mut later = hands(cyr.project(), "Bea", 8);
    write(&mut later, &mut library, 0, "The bridge opens.");
    assert!(later.signed().expect("signed").changed_since);
    later.undo(&mut library).expect("undone");
    later.undo(&mut library).expect("undone");
    assert!(!later.signed().expect("signed").changed_since, "the same text is signed again");
}

#[test]
fn the_hash_is_of_the_text_that_goes_out() {
    let mut library = library();
    let project = translated(&mut library);
    // printf 'en\nThe bridge is open.\nShe leaves at 18.00.\n' | sha256sum
    let expected = "d05caacca2f0a2f8810523a03dc80e52ecaca9ba43102da341ac15f538ee4b40";
    assert_eq!(
        crate::workbench::review::signing::hash(&project, &project.translations[0]),
        expected
    );
}

#[test]
fn an_approval_that_is_withdrawn_withdraws_the_unit() {
    let mut library = library();
    let mut bea = hands(&translated(&mut library), "Bea", 3);
    bea.select(0);
    assert!(bea.withdraw_approval(&mut library).is_err(), "it is not approved");
    bea.approve(&mut library).expect("approved");
    let stored = bea.active_bead().and_then(|bead| bead.unit).expect("a unit");
    bea.withdraw_approval(&mut library).expect("withdrawn");
    assert_eq!(library.unit(stored.memory, stored.unit), None);
    assert_eq!(bea.active_bead().and_then(|bead| bead.state()), Some(&State::Translated));
}

#[test]
fn a_conflict_is_settled_by_choosing_or_by_writing() {
    let mut library = library();
    let base = translated(&mut library);
    let mut anna = hands(&base, "Anna", 4);
    write(&mut anna, &mut library, 0, "The bridge is now open.");
    let mut bea = hands(&base, "Bea", 5);
    write(&mut bea, &mut library, 0, "This bridge is open.");
    let merged = merging::merge(Some(&base), anna.project(), bea.project()).expect("a merge");
    let about = merged.found[0].about.clone();
    let row = merged.project.translations[0].beads[0].id;
    assert_eq!(about, About::Row(row));
    let texts = |session: &Session| -> Vec<String> {
        session.beads()[0].history.iter().map(|of| of.target.to_text()).collect()
    };

    let mut reviewer = hands(&merged.project, "Bea", 6);
    reviewer.select(0);
    assert!(reviewer.approve(&mut library).is_err(), "nothing in conflict is approved");
    reviewer.settle(&about, Choice::Version(1)).expect("settled");
    assert_eq!(reviewer.beads()[0].target_text(), "This bridge is open.");
    assert_eq!((reviewer.conflicts().len(), reviewer.beads()[0].author.as_str()), (0, "Bea"));
    assert!(texts(&reviewer).contains(&"The bridge is now open.".to_owned()));
    assert!(reviewer.settle(&about, Choice::AsItStands).is_err(), "there is none any more");
    reviewer.undo(&mut library).expect("undone");
    assert!(*reviewer.project() == merged.project);

    let mut writer = hands(&merged.project, "Anna", 7);
    write(&mut writer, &mut library, 0, "A third bridge.");
    assert_eq!(writer.conflicts(), []);
    for text in ["The bridge is now open.", "This bridge is open.", "The bridge is open."] {
        assert!(texts(&writer).contains(&text.to_owned()), "{text}: {:?}", texts(&writer));
    }
    let mut approver = hands(&merged.project, "Cyr", 8);
    assert!(approver.settle(&about, Choice::AsItStands).is_err(), "not his");
}

#[test]
fn the_report_tells_what_was_changed_by_whom_and_how_much() {
    let mut library = library();
    let mut bea = hands(&translated(&mut library), "Bea", 3);
    write(&mut bea, &mut library, 0, "The bridge is now open.");
    write(&mut bea, &mut library, 1, "She leaves at 19.00.");
    let report = Report::of(bea.project(), &bea.project().translations[0]);
    let told: Vec<(&str, Kind, &str, &str, usize)> = report
        .changes
        .iter()
        .map(|of| (of.number.as_str(), of.kind, of.author.as_str(), of.of.as_str(), of.words))
        .collect();
    let expected = [("1", Kind::Wording, "Bea", "Anna", 1), ("2", Kind::Values, "Bea", "Anna", 2)];
    assert_eq!(told, expected);
    // 3 of 9 words.
    assert_eq!((report.words, report.per_thousand_tenths(report.total().words)), (9, 3333));
    let page = page::page(&report);
    assert!(page.contains("The bridge is<ins> now</ins> open."), "{page}");
    let csv = report::to_csv(&report);
    assert_eq!(csv.lines().count(), 3);
    assert!(csv.contains("\"values\",\"Bea\""), "{csv}");
}

#[test]
fn changes_are_of_the_kind_that_a_linguist_would_say() {
    let lang = "en".parse().expect("en");
    for (before, after, expected) in [
        ("It is 5 km.", "It is 6 km.", Kind::Values),
        ("A small step.", "A little step.", Kind::Wording),
        ("He said no.", "No, he said.", Kind::Order),
        ("The minister.", "The Minister.", Kind::Case),
        ("Yes, no.", "Yes; no.", Kind::Punctuation),
        ("“Yes” – no", "\"Yes\" - no", Kind::Typography),
        ("Yes.", "", Kind::Removed),
    ] {
        assert_eq!(Kind::of(before, after, &lang), expected, "{before} {after}");
    }
    assert_eq!(Act::Sign.duties(), [Duty::Approver]);
}
