//! Merges of one release that two or three people changed: what is taken, what is kept.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Apart, merge};
use crate::formats::project_ron;
use crate::model::{
    About, Bead, BeadId, Comment, CommentId, Content, Former, Origin, Project, ProjectId,
    SeededIds, Segment, SegmentId, State, Target, Timestamp,
};
use crate::workbench::{Env, intake};

const TEXT: &str = "Un titre\n\nLe pont est ouvert. Il vaut. Il dure.\n\nElle parle. Elle part.\n\n\
                    Une fin. Une suite.\n";

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(1_931_000_000 + second).expect("a moment")
}

/// A release of four blocks and eight sentences in two languages, two rows written.
fn base() -> Project {
    let mut env = Env::fixed(second(0), 5, "Ada");
    let reading = intake::Reading { lang: "fr".parse().ok(), ..intake::Reading::default() };
    let document = intake::document(TEXT, &reading, &mut env);
    let mut project = intake::from_one(document, "en".parse().expect("en"), &mut env);
    let russian = crate::model::Translation::open(
        &project.source,
        "ru".parse().expect("ru"),
        second(0),
        env.ids(),
    );
    project.translations.push(russian);
    write(&mut project, 0, 1, "The bridge is open.", &State::Translated, 1);
    write(&mut project, 0, 4, "She speaks.", &State::Draft, 2);
    assert_eq!((project.source.blocks.len(), project.source.segments().count()), (4, 8));
    project.check().expect("whole");
    project
}

/// Who writes in tests, by the time of it.
fn author(at: i64) -> String {
    if at % 2 == 0 { "Ada".to_owned() } else { "Bea".to_owned() }
}

fn write(project: &mut Project, of: usize, row: usize, text: &str, state: &State, at: i64) {
    let beads = &mut project.translations[of].beads;
    let row = row % beads.len();
    let bead = &mut beads[row];
    if matches!(bead.state(), Some(State::Translated | State::Approved)) {
        bead.history.push(bead.as_former());
    }
    let mut ids = SeededIds::new(u64::try_from(at).expect("a time") * 1000 + 7);
    let kept = bead.target.with_text(text);
    bead.target = kept.unwrap_or_else(|| Target::draft(text, bead.number, &mut ids));
    crate::workbench::translating::set_state(&mut bead.target, state);
    bead.origin = Origin::Typed;
    bead.author = author(at);
    bead.changed = Some(second(at));
}

fn join(project: &mut Project, of: usize, row: usize) {
    let beads = &mut project.translations[of].beads;
    let row = row % (beads.len() - 1);
    let next = beads.remove(row + 1);
    let bead = &mut beads[row];
    bead.source.extend(next.source);
    match (&mut bead.target, next.target) {
        (Target::Text { segments, .. }, Target::Text { segments: more, .. }) => {
            segments.extend(more);
        }
        (target @ Target::Open, more) => *target = more,
        _ => {}
    }
    bead.history.extend(next.history);
    bead.comments.extend(next.comments);
}

/// Cuts a sentence of the source in two at its first space; the second half gets a row.
fn cut(project: &mut Project, row: usize, seed: u64) {
    let mut ids = SeededIds::new(seed);
    let sentence = {
        let beads = &project.translations[0].beads;
        beads[row % beads.len()].source[0]
    };
    let block = project.source.blocks.iter_mut();
    let mut block = block.filter(|block| block.segments.iter().any(|s| s.id == sentence));
    let segments = &mut block.next().expect("its block").segments;
    let place = segments.iter().position(|s| s.id == sentence).expect("the sentence");
    let Some((one, other)) = segments[place].text.clone().split_once(' ').map(owned) else {
        return;
    };
    let second = Segment {
        id: SegmentId::fresh(&mut ids),
        parent: Some(sentence),
        text: other,
        ..segments[place].clone()
    };
    (segments[place].text, segments[place].after) = (one, " ".to_owned());
    segments.insert(place + 1, second.clone());
    for translation in &mut project.translations {
        let holds = |bead: &Bead| bead.source.contains(&sentence);
        let row = translation.beads.iter().position(holds).expect("its row");
        let bead = &mut translation.beads[row];
        let rest = bead.source.iter().position(|id| *id == sentence).expect("it") + 1;
        let mut behind = vec![second.id];
        behind.extend(bead.source.split_off(rest));
        let new = Bead::open(bead.number, behind, &mut ids);
        translation.beads.insert(row + 1, new);
    }
}

fn owned((one, other): (&str, &str)) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

fn remark(project: &mut Project, row: usize, at: i64) {
    let beads = &mut project.translations[0].beads;
    let row = row % beads.len();
    let mut ids = SeededIds::new(u64::try_from(at).expect("a time") + 77);
    beads[row].comments.push(Comment {
        id: CommentId::fresh(&mut ids),
        author: author(at),
        at: second(at),
        text: format!("remark {at}"),
    });
}

fn merged(base: &Project, ours: &Project, theirs: &Project) -> Project {
    let merged = merge(Some(base), ours, theirs).expect("a merge").project;
    assert_eq!(merged.check(), Ok(()));
    let text = project_ron::write(&merged);
    let read = project_ron::read(&text).expect("a project");
    assert_eq!((&read.value, read.problems), (&merged, Vec::new()));
    merged
}

fn row(project: &Project, row: usize) -> &Bead {
    &project.translations[0].beads[row]
}

#[test]
fn what_only_one_changed_is_taken_and_what_both_changed_alike() {
    let base = base();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    write(&mut ours, 0, 2, "It holds.", &State::Translated, 10);
    ours.release.title = "A title".to_owned();
    write(&mut theirs, 0, 3, "It lasts.", &State::Translated, 11);
    theirs.release.assignee = "Bea".to_owned();
    write(&mut ours, 0, 5, "She leaves.", &State::Translated, 12);
    write(&mut theirs, 0, 5, "She leaves.", &State::Approved, 13);
    remark(&mut ours, 1, 20);
    remark(&mut theirs, 1, 21);
    let all = merged(&base, &ours, &theirs);
    assert_eq!(all.review.conflicts, []);
    assert_eq!(row(&all, 2).target_text(), "It holds.");
    assert_eq!(row(&all, 3).author, "Bea");
    assert_eq!(row(&all, 5).state(), Some(&State::Approved), "the one that goes further");
    assert_eq!((all.release.title.as_str(), all.release.assignee.as_str()), ("A title", "Bea"));
    assert_eq!(row(&all, 1).comments.len(), 2);
    assert_eq!(merge(Some(&base), &ours, &theirs).expect("a merge").changed, 3);
}

#[test]
fn a_true_conflict_keeps_both_texts_and_takes_neither() {
    let base = base();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    write(&mut ours, 0, 1, "The bridge is now open.", &State::Approved, 10);
    write(&mut theirs, 0, 1, "This bridge is open.", &State::Approved, 11);
    ours.release.title = "A title".to_owned();
    theirs.release.title = "The title".to_owned();
    let all = merged(&base, &ours, &theirs);
    assert_eq!(row(&all, 1).target_text(), "The bridge is open.");
    assert_eq!(row(&all, 1).state(), Some(&State::Draft), "nothing in conflict is approved");
    assert_eq!(all.release.title, base.release.title);
    let told: Vec<(String, String)> = all
        .review
        .conflicts
        .iter()
        .flat_map(|conflict| &conflict.versions)
        .map(|version| (version.content.text(), version.author.clone()))
        .collect();
    let expected = [
        ("The bridge is now open.", "Ada"),
        ("This bridge is open.", "Bea"),
        ("A title", ""),
        ("The title", ""),
    ];
    assert_eq!(told, expected.map(owned));
    // The conflict is settled in one copy, and gone in the other when that is merged.
    let mut settled = all.clone();
    settled.review.conflicts.clear();
    write(&mut settled, 0, 1, "The bridge opens.", &State::Translated, 30);
    settled.release.title = "The title".to_owned();
    let again = merged(&all, &all, &settled);
    assert_eq!(again.review.conflicts, []);
    assert_eq!(row(&again, 1).target_text(), "The bridge opens.");
    assert_eq!(again.release.title, "The title");
    // One goes on in the row without settling it: then there are three versions.
    let mut gone_on = all.clone();
    write(&mut gone_on, 0, 1, "A bridge is open.", &State::Draft, 31);
    let third = merged(&all, &gone_on, &settled);
    let texts: BTreeSet<String> =
        third.review.conflicts[0].versions.iter().map(|v| v.content.text()).collect();
    let expected = ["A bridge is open.", "The bridge opens."].map(ToOwned::to_owned);
    assert_eq!(texts, expected.into_iter().collect());
}

#[test]
fn an_approval_and_a_withdrawal_or_a_rejection_are_in_conflict() {
    let mut base = base();
    write(&mut base, 0, 6, "An end.", &State::Translated, 3);
    let text = |state: State| {
        let mut copy = base.clone();
        let at = if state == State::Approved { 10 } else { 11 };
        write(&mut copy, 0, 6, "An end.", &state, at);
        copy
    };
    let rejected = text(State::Rejected { reason: "a word".to_owned() });
    for other in [text(State::Draft), rejected] {
        let all = merged(&base, &text(State::Approved), &other);
        assert_eq!(all.review.conflicts.len(), 1);
        assert_eq!(row(&all, 6).state(), Some(&State::Draft));
    }
}

#[test]
fn rows_that_were_joined_are_taken_unless_the_other_changed_them() {
    let base = base();
    let mut ours = base.clone();
    join(&mut ours, 0, 1);
    let mut theirs = base.clone();
    write(&mut theirs, 0, 6, "An end.", &State::Translated, 11);
    let all = merged(&base, &ours, &theirs);
    assert_eq!((row(&all, 1).source.len(), row(&all, 5).target_text().as_str()), (2, "An end."));
    assert_eq!(all.review.conflicts, []);
    write(&mut theirs, 0, 2, "It holds.", &State::Translated, 12);
    let all = merged(&base, &ours, &theirs);
    let [conflict] = all.review.conflicts.as_slice() else { panic!("{:?}", all.review) };
    assert!(matches!(conflict.about, About::Rows { .. }));
    assert_eq!(conflict.versions.len(), 2);
    let told: Vec<String> = conflict.versions.iter().map(|v| v.content.text()).collect();
    assert!(told.iter().any(|text| text.contains("It holds.")), "{told:?}");
    assert_eq!((row(&all, 1).source.len(), row(&all, 2).target_text().as_str()), (1, ""));
    let again = merged(&base, &all, &theirs);
    assert!(again == all, "{}", unlike(&Ok(again), &Ok(all)));
}

#[test]
fn a_source_cut_anew_is_taken_unless_the_other_worked_there() {
    let base = base();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    cut(&mut ours, 1, 90);
    write(&mut theirs, 0, 5, "She leaves.", &State::Translated, 11);
    let all = merged(&base, &ours, &theirs);
    assert_eq!((all.source.segments().count(), all.review.conflicts.len()), (9, 0));
    assert_eq!(row(&all, 6).target_text(), "She leaves.");
    // The other worked on the Russian row of that sentence.
    write(&mut theirs, 1, 1, "Мост открыт.", &State::Translated, 12);
    let all = merged(&base, &ours, &theirs);
    assert_eq!(all.source.segments().count(), 8, "as before");
    assert_eq!(row(&all, 5).target_text(), "She leaves.");
    let told = format!("{:?}", all.review.conflicts);
    assert!(told.contains("Мост открыт.") && told.contains("Cut("), "{told}");
    // Both cut: one block each.
    let mut both = base.clone();
    cut(&mut both, 4, 91);
    let all = merged(&base, &ours, &both);
    assert_eq!((all.source.segments().count(), all.review.conflicts.len()), (10, 0));
}

#[test]
fn a_sentence_that_moved_to_the_next_row_is_never_in_two() {
    let mut base = base();
    write(&mut base, 0, 2, "It holds. It lasts.", &State::Draft, 3);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let moved = ours.translations[0].beads[2].target.clone();
    ours.translations[0].beads[2].target = Target::Open;
    ours.translations[0].beads[3].target = moved;
    write(&mut theirs, 0, 2, "It holds, it lasts.", &State::Translated, 11);
    let all = merged(&base, &ours, &theirs);
    let beads = &all.translations[0].beads;
    let sentences = beads.iter().flat_map(|bead| bead.target.segments());
    let ids: Vec<SegmentId> = sentences.map(|sentence| sentence.segment.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert!(matches!(all.review.conflicts[0].about, About::Rows { .. }));
}

#[test]
fn a_translation_that_one_removed_and_the_other_changed_stays_and_is_told() {
    let base = base();
    let mut ours = base.clone();
    ours.translations.pop();
    assert_eq!(merged(&base, &ours, &base).translations.len(), 1);
    let mut theirs = base.clone();
    write(&mut theirs, 1, 1, "Мост открыт.", &State::Translated, 12);
    let all = merged(&base, &ours, &theirs);
    assert_eq!((all.translations.len(), all.review.conflicts.len()), (2, 1));
    assert_eq!(all.review.conflicts[0].versions[0].content, Content::Gone);
}

#[test]
fn projects_that_are_no_copies_are_refused() {
    let base = base();
    let mut other = base.clone();
    other.id = ProjectId::from_bits(9);
    assert_eq!(merge(Some(&base), &base, &other), Err(Apart::Unrelated));
    assert_eq!(merge(Some(&other), &base, &base), Err(Apart::Unrelated));
    assert_eq!(merge(None, &base, &other), Err(Apart::Unrelated));
}

#[test]
fn without_an_ancestor_the_histories_say_what_is_newer() {
    let base = base();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    write(&mut theirs, 0, 1, "The bridge is now open.", &State::Translated, 10);
    write(&mut ours, 0, 2, "It holds.", &State::Translated, 11);
    remark(&mut theirs, 2, 12);
    let all = merge(None, &ours, &theirs).expect("a merge");
    assert_eq!(all.found, []);
    assert_eq!(row(&all.project, 1).target_text(), "The bridge is now open.");
    assert_eq!(row(&all.project, 2).target_text(), "It holds.");
    assert_eq!(row(&all.project, 2).comments.len(), 1);
    write(&mut ours, 0, 1, "A bridge is open.", &State::Translated, 13);
    let all = merge(None, &ours, &theirs).expect("a merge");
    assert_eq!(all.found[0].before.text(), "The bridge is open.");
    assert_eq!(all.found[0].versions.len(), 2);
    let is_kept = |former: &Former| former.target == base.translations[0].beads[1].target;
    assert!(row(&all.project, 1).history.iter().any(is_kept));
    join(&mut ours, 0, 6);
    assert_eq!(merge(None, &ours, &theirs), Err(Apart::NoAncestor));
}

/// Something that somebody does to a release.
#[derive(Debug, Clone)]
enum Edit {
    Write { of: usize, row: usize, text: String, state: State },
    Join { of: usize, row: usize },
    Cut { row: usize },
    Remark { row: usize },
    Lock { row: usize },
    Title(String),
}

fn edit(project: &mut Project, edit: &Edit, at: i64) {
    match edit {
        Edit::Write { of, row, text, state } => {
            write(project, *of, *row, text, state, at);
        }
        Edit::Join { of, row } => join(project, *of, *row),
        Edit::Cut { row } => {
            // Of a row that other rows of the release can follow.
            let seed = 1000 + u64::try_from(at).expect("a time");
            cut(project, *row, seed);
        }
        Edit::Remark { row } => remark(project, *row, at),
        Edit::Lock { row } => {
            let beads = &mut project.translations[0].beads;
            let row = row % beads.len();
            beads[row].flags.locked ^= true;
        }
        Edit::Title(title) => project.release.title.clone_from(title),
    }
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let words = prop::sample::select(vec!["One.", "Two words.", "Three more words.", "Four."]);
    let states = prop::sample::select(vec![
        State::Draft,
        State::Translated,
        State::Approved,
        State::Rejected { reason: "a word".to_owned() },
    ]);
    prop_oneof![
        6 => (0..2_usize, 0..8_usize, words.clone(), states).prop_map(|(of, row, text, state)| {
            Edit::Write { of, row, text: text.to_owned(), state }
        }),
        2 => (0..2_usize, 0..8_usize).prop_map(|(of, row)| Edit::Join { of, row }),
        1 => (0..8_usize).prop_map(|row| Edit::Cut { row }),
        1 => (0..8_usize).prop_map(|row| Edit::Remark { row }),
        1 => (0..8_usize).prop_map(|row| Edit::Lock { row }),
        1 => words.prop_map(|title| Edit::Title(title.to_owned())),
    ]
}

fn edited(base: &Project, edits: &[Edit], start: i64) -> Project {
    let mut copy = base.clone();
    for (number, one) in edits.iter().enumerate() {
        edit(&mut copy, one, start + 2 * i64::try_from(number).expect("a number"));
    }
    copy
}

/// The lines of two files that differ, for whoever has to find out why.
fn unlike(one: &Result<Project, Apart>, other: &Result<Project, Apart>) -> String {
    let lines = |of: &Result<Project, Apart>| match of {
        Ok(project) => project_ron::write(project).lines().map(ToOwned::to_owned).collect(),
        Err(apart) => vec![format!("{apart:?}")],
    };
    let (one, other): (Vec<String>, Vec<String>) = (lines(one), lines(other));
    let only = |lines: &[String], rest: &[String], mark: &str| -> String {
        let lines = lines.iter().filter(|line| !rest.contains(line));
        lines.map(|line| [mark, line, "\n"].concat()).collect()
    };
    only(&one, &other, "- ") + &only(&other, &one, "+ ")
}

/// Every target sentence that a copy holds anywhere.
fn texts(project: &Project) -> BTreeSet<String> {
    fn of_target(target: &Target, into: &mut BTreeSet<String>) {
        into.extend(target.segments().iter().map(|sentence| sentence.segment.text.clone()));
    }
    fn of_row(row: &Bead, into: &mut BTreeSet<String>) {
        of_target(&row.target, into);
        row.history.iter().for_each(|former| of_target(&former.target, into));
        into.extend(row.comments.iter().map(|comment| comment.text.clone()));
    }
    let mut all = BTreeSet::new();
    project.translations.iter().flat_map(|of| &of.beads).for_each(|row| of_row(row, &mut all));
    let conflicts = project.review.conflicts.iter().flat_map(|conflict| &conflict.versions);
    for version in conflicts {
        match &version.content {
            Content::Target { target, .. } => of_target(target, &mut all),
            Content::Rows { rows, .. } => rows.iter().for_each(|row| of_row(row, &mut all)),
            Content::Text(text) => all.extend([text.clone()]),
            Content::Gone => {}
        }
    }
    all
}

fn in_conflict(project: &Project) -> BTreeSet<BeadId> {
    let of = |conflict: &crate::model::Conflict| match conflict.about {
        About::Row(row) => Some(row),
        _ => None,
    };
    project.review.conflicts.iter().filter_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_merge_is_the_same_from_both_sides_and_loses_nothing(
        ours in prop::collection::vec(any_edit(), 0..6),
        theirs in prop::collection::vec(any_edit(), 0..6),
    ) {
        let base = base();
        let (ours, theirs) = (edited(&base, &ours, 100), edited(&base, &theirs, 101));
        let one = merge(Some(&base), &ours, &theirs);
        let other = merge(Some(&base), &theirs, &ours);
        let [one, other] = [one, other].map(|all| all.map(|all| all.project));
        prop_assert!(one == other, "{}", unlike(&one, &other));
        let Ok(all) = one else { return Ok(()) };
        let (before, mine, its, now) = (texts(&base), texts(&ours), texts(&theirs), texts(&all));
        for text in mine.union(&its) {
            let replaced = before.contains(text) && !(mine.contains(text) && its.contains(text));
            prop_assert!(now.contains(text) || replaced, "{text} is lost");
        }
        for translation in &all.translations {
            for bead in &translation.beads {
                let decided = matches!(bead.state(), Some(State::Translated | State::Approved));
                prop_assert!(!(decided && in_conflict(&all).contains(&bead.id)));
            }
        }
        let read = project_ron::read(&project_ron::write(&all)).expect("a project");
        prop_assert!(read.value == all);
    }

    #[test]
    fn merging_again_changes_nothing(
        ours in prop::collection::vec(any_edit(), 0..6),
        theirs in prop::collection::vec(any_edit(), 0..6),
    ) {
        let base = base();
        let (ours, theirs) = (edited(&base, &ours, 100), edited(&base, &theirs, 101));
        for (one, other) in [(&ours, &ours), (&ours, &base), (&base, &ours)] {
            let all = merge(Some(&base), one, other).expect("a merge").project;
            prop_assert!(all == ours, "{}", unlike(&Ok(all), &Ok(ours.clone())));
        }
        let Ok(all) = merge(Some(&base), &ours, &theirs) else { return Ok(()) };
        for other in [&all.project, &ours, &theirs, &base] {
            let again = merge(Some(&base), &all.project, other).expect("a merge").project;
            let all = all.project.clone();
            prop_assert!(again == all, "{}", unlike(&Ok(again), &Ok(all)));
        }
    }

    #[test]
    fn edits_of_different_blocks_merge_in_any_order(
        edits in prop::collection::vec((any_edit(), 0..3_usize), 0..9),
    ) {
        // Each person has a block: rows 1 to 3, 4 and 5, 6 and 7.
        let base = base();
        let rows = [(1, 3), (4, 2), (6, 2)];
        let mut people = [base.clone(), base.clone(), base.clone()];
        let mut structure = [false; 3];
        for (number, (one, person)) in edits.iter().enumerate() {
            let (first, count) = rows[*person];
            let place = |row: &usize| first + row % count;
            let at = 100 + i64::try_from(number).expect("a number");
            let one = match one {
                Edit::Write { of, row, text, state } => {
                    let (of, row) = (*of, place(row));
                    Edit::Write { of, row, text: text.clone(), state: state.clone() }
                }
                Edit::Remark { row } => Edit::Remark { row: place(row) },
                Edit::Lock { row } => Edit::Lock { row: place(row) },
                Edit::Join { .. } => Edit::Join { of: 0, row: first },
                Edit::Cut { .. } => Edit::Cut { row: first },
                Edit::Title(_) => continue,
            };
            // What is joined or cut moves the rows behind it, so it comes last and once.
            if structure[*person] {
                continue;
            }
            structure[*person] = matches!(one, Edit::Join { .. } | Edit::Cut { .. });
            edit(&mut people[*person], &one, at);
        }
        let [a, b, c] = &people;
        let two = |one: &Project, other: &Project| {
            merge(Some(&base), one, other).expect("a merge").project
        };
        let left = two(&two(a, b), c);
        for right in [two(a, &two(b, c)), two(&two(c, a), b)] {
            prop_assert!(left == right, "{}", unlike(&Ok(left), &Ok(right)));
        }
        prop_assert_eq!(left.review.conflicts.len(), 0);
    }
}
