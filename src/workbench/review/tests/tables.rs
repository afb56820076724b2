//! What came back beside what the project has.

use crate::formats::review::{Hand, Returned, ReturnedTable, TableFormat, read, write};
use crate::model::{
    Bead, BeadId, Comment, CommentId, Origin, Project, ProjectId, State, Target, Timestamp,
};
use crate::workbench::review::notice::Notice;
use crate::workbench::review::returned::{Kind, Outcome, compare};
use crate::workbench::review::{table, taking};
use crate::workbench::testing::release;
use crate::workbench::translating::set_state;
use crate::workbench::{Env, Session};

const TEXT: &str =
    "Le pont est ouvert.\nElle dit\u{a0}: «\u{a0}oui\u{a0}».\nElle part.\nUne fin.\n";

fn moment(minute: i64) -> Timestamp {
    Timestamp::from_second(1_931_000_000 + 60 * minute).expect("a moment")
}

fn env() -> Env {
    Env::fixed(moment(100), 9, "Ada")
}

/// Three rows translated, one of them approved; the last one open.
fn project() -> Project {
    let mut session: Session = release(TEXT, true);
    let mut env = env();
    let beads = &mut session.project.translations[0].beads;
    let targets = ["The bridge is open.", "She says: “yes”.", "She leaves."];
    for (bead, text) in beads.iter_mut().zip(targets) {
        bead.target = Target::draft(text, bead.number, env.ids());
        set_state(&mut bead.target, &State::Translated);
        (bead.author, bead.changed) = ("Ada".to_owned(), Some(moment(1)));
        bead.origin = Origin::Typed;
    }
    set_state(&mut beads[2].target, &State::Approved);
    session.project
}

/// The project's table, as somebody edited it.
fn returned(project: &Project, edit: impl Fn(&mut Vec<Returned>)) -> ReturnedTable {
    let out = table::of(project, &project.translations[0]);
    let bytes = write(&out, TableFormat::Docx).expect("written");
    let mut back = read(&bytes).expect("a table").value;
    edit(&mut back.rows);
    back
}

fn told(outcome: &Outcome) -> Vec<(String, Kind, &str)> {
    let each = outcome.differences.iter();
    each.map(|one| (one.number.to_string(), one.kind, one.after.as_str())).collect()
}

fn notices(outcome: &Outcome) -> Vec<String> {
    outcome.notices.iter().map(ToString::to_string).collect()
}

fn taken(project: &Project, outcome: &Outcome) -> Project {
    let mut after = project.clone();
    let patch = taking::patch(project, outcome, |_| true, &mut env());
    patch.apply(&mut after).expect("it fits");
    after.check().expect("whole");
    let mut back = after.clone();
    patch.inverse().apply(&mut back).expect("it can be undone");
    assert!(back == *project, "undone as one");
    after
}

fn row(project: &Project, row: usize) -> &Bead {
    &project.translations[0].beads[row]
}

#[test]
fn an_untouched_table_changes_nothing_in_any_format_and_order() {
    let project = project();
    let out = table::of(&project, &project.translations[0]);
    for format in [TableFormat::Docx, TableFormat::Html, TableFormat::Xlsx] {
        let mut back = read(&write(&out, format).expect("written")).expect("a table").value;
        back.rows.reverse();
        let outcome = compare(&project, &back, "");
        assert_eq!((outcome.differences.len(), outcome.same), (0, 4), "{format:?}");
        assert_eq!(outcome.notices, []);
        assert!(taking::patch(&project, &outcome, |_| true, &mut env()).is_empty());
    }
}

#[test]
fn a_correction_is_taken_under_its_authors_name_and_can_be_undone() {
    let project = project();
    let back = returned(&project, |rows| {
        rows[0].target = "The bridge is now open.".to_owned();
        rows[0].comment = "better so".to_owned();
        rows[1].target = "She says: \"no\".".to_owned();
        rows[1].tracked = vec![Hand { author: "Chef".to_owned(), at: Some(moment(50)) }];
        rows[2].target = "She goes.".to_owned();
        rows[3].target = "An end.".to_owned();
        rows.swap(0, 3);
    });
    let outcome = compare(&project, &back, "Cabinet");
    let expected = [
        ("1", Kind::Target, "The bridge is now open."),
        ("1", Kind::Comment, "better so"),
        ("2", Kind::Target, "She says: “no”."),
        ("3", Kind::Target, "She goes."),
        ("4", Kind::Target, "An end."),
    ];
    let expected = expected.map(|(number, kind, text)| (number.to_owned(), kind, text));
    assert_eq!(told(&outcome), expected);
    assert_eq!(notices(&outcome), ["row 2: tracked changes of Chef are read as accepted"]);
    let after = taken(&project, &outcome);
    assert_eq!(row(&after, 0).author, "Cabinet");
    assert_eq!(
        (row(&after, 1).author.as_str(), row(&after, 1).changed),
        ("Chef", Some(moment(50)))
    );
    assert_eq!(row(&after, 2).state(), Some(&State::Translated), "not approved any more");
    assert_eq!(
        row(&after, 2).history.last().map(|former| former.target.to_text()).as_deref(),
        Some("She leaves.")
    );
    assert_eq!(
        (row(&after, 3).state(), row(&after, 3).origin),
        (Some(&State::Draft), Origin::Imported)
    );
    assert_eq!(row(&after, 0).comments[0].author, "Cabinet");
    // The same table again changes nothing more.
    let again = compare(&after, &back, "Cabinet");
    let expected = ("2".to_owned(), Kind::Typography, "She says: \"no\".");
    assert_eq!(told(&again), [expected]);
}

#[test]
fn typography_and_spaces_that_a_program_changed_are_told_apart() {
    let project = project();
    let back = returned(&project, |rows| {
        rows[1].target = " She says : \"yes\". ".replace(" :", ":");
        rows[0].source = rows[0].source.replace(' ', "\u{a0}");
    });
    let outcome = compare(&project, &back, "");
    assert_eq!(told(&outcome), [("2".to_owned(), Kind::Typography, "She says: \"yes\".")]);
    assert_eq!(outcome.notices, []);
}

#[test]
fn rows_that_are_doubled_missing_foreign_or_nameless_are_told() {
    let project = project();
    let back = returned(&project, |rows| {
        let mut again = rows[0].clone();
        again.target = "Another bridge.".to_owned();
        let mut foreign = rows[1].clone();
        foreign.key = foreign
            .key
            .map(|key| crate::formats::review::Key { bead: BeadId::from_bits(7), ..key });
        let mut nameless = rows[1].clone();
        (nameless.key, nameless.number) = (None, "99".to_owned());
        rows[2].key = None;
        rows[2].target = "She goes.".to_owned();
        rows.truncate(3);
        rows.extend([again, foreign, nameless]);
    });
    let outcome = compare(&project, &back, "");
    assert_eq!(told(&outcome), [("3".to_owned(), Kind::Target, "She goes.")]);
    let told = notices(&outcome);
    for expected in [
        "by its number and source it is row 3",
        "is of another release, or is gone",
        "no key that can be read",
        "row 1 comes more than once",
        "1 of 4 rows are missing, all from one place on",
    ] {
        assert!(told.iter().any(|told| told.contains(expected)), "{expected}: {told:?}");
    }
    // The same row twice, alike: once is enough.
    let back = returned(&project, |rows| {
        let again = rows[0].clone();
        rows.push(again);
    });
    let outcome = compare(&project, &back, "");
    assert_eq!((outcome.same, outcome.notices.len()), (4, 0));
}

#[test]
fn a_table_of_another_project_takes_nothing() {
    let project = project();
    let mut other = project.clone();
    other.id = ProjectId::from_bits(3);
    let back = returned(&project, |rows| rows[0].target = "X.".to_owned());
    let outcome = compare(&other, &back, "");
    assert_eq!(
        (outcome.notices.as_slice(), outcome.translation),
        ([Notice::OtherProject].as_slice(), None)
    );
    assert!(taking::patch(&other, &outcome, |_| true, &mut env()).is_empty());
}

#[test]
fn a_table_of_an_older_version_overwrites_nothing() {
    let project = project();
    let back = returned(&project, |rows| {
        rows[0].target = "The bridge is now open.".to_owned();
        rows[0].state = "approved".to_owned();
    });
    let mut now = project.clone();
    for (row, text) in [(0, "A bridge is open."), (2, "She departs.")] {
        let bead = &mut now.translations[0].beads[row];
        bead.target = bead.target.with_text(text).expect("a text");
    }
    now.source.blocks[1].segments[0].text = "Elle dit : « non ».".to_owned();
    now.translations[0].beads[1].flags.locked = true;
    let outcome = compare(&now, &back, "Cabinet");
    let expected = [
        ("1".to_owned(), Kind::Conflict, "The bridge is now open."),
        ("1".to_owned(), Kind::Approved, "approved"),
    ];
    assert_eq!(told(&outcome), expected);
    let expected = [
        "row 2: the source is another one since the table went out",
        "row 3: the project has another target since the table went out, which stays",
    ];
    assert_eq!(notices(&outcome), expected);
    let after = taken(&now, &outcome);
    let [conflict] = after.review.conflicts.as_slice() else { panic!("{:?}", after.review) };
    let texts: Vec<String> = conflict.versions.iter().map(|v| v.content.text()).collect();
    assert_eq!(texts, ["A bridge is open.", "The bridge is now open."]);
    assert_eq!(row(&after, 0).state(), Some(&State::Draft));
    assert_eq!(row(&after, 2).target_text(), "She departs.");
}

#[test]
fn what_is_emptied_locked_computed_or_edited_in_the_source_is_told() {
    let mut project = project();
    project.translations[0].beads[2].flags.locked = true;
    let back = returned(&project, |rows| {
        rows[0].target = String::new();
        rows[1].formula = true;
        rows[1].source = "Elle dit non.".to_owned();
        rows[2].target = "She goes.".to_owned();
        rows[3].removed = true;
        rows[3].target = "X.".to_owned();
    });
    let outcome = compare(&project, &back, "");
    let expected =
        [("1".to_owned(), Kind::Cleared, ""), ("3".to_owned(), Kind::Locked, "She goes.")];
    assert_eq!(told(&outcome), expected);
    let expected = [
        "row 2: the source was edited in the table: \"Elle dit non.\"; the project's is kept",
        "row 2: the target is a formula; its last value was read: \"She says: “yes”.\"",
        "row 4 was removed in the table; it stays as it is",
    ];
    assert_eq!(notices(&outcome), expected);
    let after = taken(&project, &outcome);
    assert_eq!(row(&after, 0).target, Target::Open);
    assert_eq!(row(&after, 2), row(&project, 2), "locked rows stay");
}

#[test]
fn states_are_taken_and_a_rejection_needs_a_reason() {
    let mut project = project();
    let mut env = env();
    let id = CommentId::fresh(env.ids());
    let (author, text) = ("Ada".to_owned(), "an old remark".to_owned());
    let remark = Comment { id, author, at: moment(2), text };
    project.translations[0].beads[1].comments.push(remark);
    let back = returned(&project, |rows| {
        rows[0].state = "Approved".to_owned();
        rows[1].state = "rejected".to_owned();
        rows[2].state = "rejected".to_owned();
        rows[2].comment = "too short".to_owned();
        rows[3].state = "super".to_owned();
    });
    let outcome = compare(&project, &back, "Cabinet");
    let expected = [
        ("1".to_owned(), Kind::Approved, "approved"),
        ("3".to_owned(), Kind::Comment, "too short"),
        ("3".to_owned(), Kind::Rejected, "too short"),
    ];
    assert_eq!(told(&outcome), expected);
    let expected = [
        "row 2 is rejected without a reason in the comment: that is not taken",
        "row 4: \"super\" is no state that a table can give: write approved or rejected",
    ];
    assert_eq!(notices(&outcome), expected);
    let after = taken(&project, &outcome);
    assert_eq!(row(&after, 0).state(), Some(&State::Approved));
    let reason = "too short".to_owned();
    assert_eq!(row(&after, 2).state(), Some(&State::Rejected { reason }));
}
