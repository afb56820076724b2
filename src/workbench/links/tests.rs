//! Corrections of an alignment on small made-up translations: a row is written as its
//! source and target sentences, `12/a` is two source sentences and one target sentence.

use proptest::prelude::*;

use super::ends::{self, End};
use super::{Refusal, Rewrite, Side, arrange, sentences};
use crate::model::{
    Bead, Block, BlockId, Document, DocumentId, Lang, Link, Origin, Project, Release, Role,
    RowNumber, SeededIds, Segment, SegmentId, State, Target, TargetSegment, Timestamp, Translation,
    TranslationId, check_beads,
};

fn segment(text: char, number: u32, ids: &mut SeededIds) -> Segment {
    Segment {
        id: SegmentId::fresh(ids),
        parent: None,
        number: RowNumber::new(number),
        text: text.to_string(),
        original: None,
        tags: Vec::new(),
        after: " ".to_owned(),
    }
}

fn document(lang: &str, segments: Vec<Segment>, ids: &mut SeededIds) -> Document {
    let block = Block {
        id: BlockId::fresh(ids),
        role: Role::Body,
        lang: None,
        line: 0,
        before: String::new(),
        codes: Vec::new(),
        segments,
    };
    Document {
        id: DocumentId::fresh(ids),
        lang: lang.parse::<Lang>().expect("a language"),
        name: String::new(),
        received: "2026-03-12T17:22:00Z".parse::<Timestamp>().expect("a time"),
        blocks: vec![block],
        tail: String::new(),
    }
}

/// A project of one translation with these rows; all links are guesses but those with `!`.
fn project(rows: &str) -> Project {
    let mut ids = SeededIds::new(7);
    let (mut sources, mut beads) = (Vec::new(), Vec::new());
    for (at, row) in rows.split_whitespace().enumerate() {
        let number = u32::try_from(at).expect("few rows") + 1;
        let accepted = row.ends_with('!');
        let (source, target) = row.trim_end_matches('!').split_once('/').expect("two sides");
        let own: Vec<Segment> = source.chars().map(|c| segment(c, number, &mut ids)).collect();
        let mut bead =
            Bead::open(RowNumber::new(number), own.iter().map(|s| s.id).collect(), &mut ids);
        sources.extend(own);
        let segments: Vec<TargetSegment> = target
            .chars()
            .map(|c| TargetSegment { block: None, segment: segment(c, number, &mut ids) })
            .collect();
        bead.origin = Origin::Aligned;
        bead.target = if segments.is_empty() {
            Target::LeftOut { reason: String::new(), state: State::Translated }
        } else {
            Target::Text { segments, state: State::Translated }
        };
        if !accepted {
            bead.link = Link::Guessed { confidence: 0.7, pinned: false };
        }
        beads.push(bead);
    }
    let source = document("fr", sources, &mut ids);
    let target = document("en", Vec::new(), &mut ids);
    let mut project = Project::new(source, Release::default(), &mut ids);
    let id = TranslationId::fresh(&mut ids);
    project.translations.push(Translation {
        id,
        document: target,
        via: None,
        beads,
        gone: Vec::new(),
    });
    project
}

/// The rows as [`project`] reads them.
fn written(project: &Project, beads: &[Bead]) -> String {
    let rows = beads.iter().map(|bead| {
        let source: String = bead
            .source
            .iter()
            .map(|id| project.segment(*id).expect("a sentence").text.as_str())
            .collect();
        let target: String =
            bead.target.segments().iter().map(|t| t.segment.text.as_str()).collect();
        let mark = if bead.link.is_accepted() { "!" } else { "" };
        format!("{source}/{target}{mark}")
    });
    rows.collect::<Vec<_>>().join(" ")
}

/// Checks what an operation makes of `rows`; a refusal is written as it is told.
#[track_caller]
fn check(
    rows: &str,
    operation: impl FnOnce(&Translation, &mut SeededIds) -> Result<Rewrite, Refusal>,
    expected: &str,
) {
    let mut project = project(rows);
    let mut ids = SeededIds::new(99);
    let translation = &project.translations[0];
    let made = match operation(translation, &mut ids) {
        Err(refusal) => refusal.to_owned(),
        Ok(rewrite) => {
            let active = rewrite.rows.start + rewrite.active;
            project.translations[0].beads.splice(rewrite.rows, rewrite.beads);
            let beads = &project.translations[0].beads;
            check_beads(&project.source, beads).expect("the rows partition both sides");
            format!("{} @{active}", written(&project, beads))
        }
    };
    assert_eq!(made, expected);
}

#[test]
fn a_source_sentence_moves_to_the_neighbour() {
    check("12/a 3/b", |t, _| arrange::move_down(t, 0, Side::Source), "1/a! 23/b! @1");
    check("1/a 23/b", |t, _| arrange::move_up(t, 1, Side::Source), "12/a! 3/b! @0");
    check("1/a 2/b", |t, _| arrange::move_down(t, 0, Side::Source), "/a 12/b! @1");
    check("1/ 2/b", |t, _| arrange::move_down(t, 0, Side::Source), "12/b! @0");
    check(
        "/a 2/b",
        |t, _| arrange::move_down(t, 0, Side::Source),
        "there is no sentence to move on this side",
    );
}

#[test]
fn left_out_and_added_are_accepted_as_such() {
    check("1/a 2/b", |t, ids| arrange::leave_apart(t, 0, ids), "1/! /a! 2/b @0");
    check("1/ 2/b", |t, ids| arrange::leave_apart(t, 0, ids), "1/! 2/b @0");
    check("1/! 2/b", |t, ids| arrange::leave_apart(t, 0, ids), "this link is accepted already");
}

#[test]
fn only_what_has_no_source_is_deleted() {
    check("1/a /x 2/b", |t, _| arrange::delete(t, 1), "1/a 2/b @1");
    check(
        "1/a",
        |t, _| arrange::delete(t, 0),
        "only a row without a source can be deleted; unlink its two sides first",
    );
}

#[test]
fn loose_sentences_are_linked_where_no_link_is_crossed() {
    check("1/ /a", |t, _| ends::link(t, 0), "1/a! @0");
    check("/a 1/", |t, _| ends::link(t, 0), "1/a! @0");
    check("1/ 2/ /a", |t, _| ends::link(t, 1), "1/ 2/a! @1");
    check("1/ 2/ /a", |t, _| ends::link(t, 0), "1/a! 2/ @0");
    check("/a /b 1/", |t, _| ends::link(t, 0), "1/a! /b @0");
    check("/a /b 1/", |t, _| ends::link(t, 2), "/a 1/b! @1");
    check(
        "1/ 2/b /c",
        |t, _| ends::link(t, 0),
        "there is no sentence of the other side to link with here",
    );
}

#[test]
fn an_end_is_tied_to_another_sentence_and_what_it_passes_comes_loose() {
    let to = |row, sentence| End { row, sentence };
    let target = Side::Target;
    check(
        "1/a 2/b 3/c",
        |t, i| ends::relink(t, 0, target, to(1, 0), false, i),
        "/a 1/b! 2/ 3/c @1",
    );
    check(
        "1/a 2/b 3/c",
        |t, i| ends::relink(t, 2, target, to(1, 0), false, i),
        "1/a 2/ 3/b! /c @2",
    );
    check(
        "1/a 2/bcd 3/e",
        |t, i| ends::relink(t, 0, target, to(1, 1), false, i),
        "/a /b 1/c! 2/d! 3/e @2",
    );
    check("1/ab 2/c", |t, i| ends::relink(t, 0, target, to(0, 1), false, i), "/a 1/b! 2/c @1");
    let source = Side::Source;
    check("1/a 2/b", |t, i| ends::relink(t, 0, source, to(1, 0), false, i), "1/ 2/a! /b @1");
    check(
        "1/a 2/b! 3/c",
        |t, i| ends::relink(t, 0, target, to(2, 0), false, i),
        "an accepted link stands between; unlink it first",
    );
    check(
        "1/a 2/b",
        |t, i| ends::relink(t, 0, target, to(0, 0), false, i),
        "this sentence is linked here already",
    );
}

#[test]
fn with_extension_the_row_takes_all_up_to_that_sentence() {
    let to = |row, sentence| End { row, sentence };
    let target = Side::Target;
    check(
        "1/a 2/bc 3/d",
        |t, i| ends::relink(t, 0, target, to(1, 0), true, i),
        "1/ab! 2/c! 3/d @0",
    );
    check("1/a 2/b 3/c", |t, i| ends::relink(t, 0, target, to(2, 0), true, i), "1/abc! 2/ 3/ @0");
    check("1/a 2/b 3/c", |t, i| ends::relink(t, 2, target, to(0, 0), true, i), "1/ 2/ 3/abc! @2");
}

#[test]
fn a_split_source_sentence_keeps_the_file_s_text_and_both_pieces_their_row() {
    let mut project = project("1/a");
    let block = &mut project.source.blocks[0];
    "Fin.  Et suite.".clone_into(&mut block.segments[0].text);
    let (id, read) = (block.segments[0].id, project.source.to_text());
    let mut ids = SeededIds::new(3);
    let changes = sentences::split(&project, 0, Side::Source, id, 5, &mut ids).expect("a split");
    let patch = crate::model::Patch::of_changes("split sentence", changes);
    let before = project.clone();
    patch.apply(&mut project).expect("it fits");
    project.check().expect("the rows partition the source");
    assert_eq!(project.source.to_text(), read);
    let texts: Vec<_> = project.source.segments().map(|(_, s)| s.text.as_str()).collect();
    assert_eq!(texts, ["Fin.", "Et suite."]);
    assert_eq!(project.source.blocks[0].segments[1].number.to_string(), "1a");
    patch.inverse().apply(&mut project).expect("it fits");
    assert_eq!(project, before);
}

#[test]
fn a_corrected_source_sentence_keeps_what_stood_in_the_file() {
    let mut project = project("1/a");
    let (id, read) = (project.source.blocks[0].segments[0].id, project.source.to_text());
    for text in ["Corrigé.  Deux fois.", "Corrigé. Deux fois."] {
        let changes = sentences::correct(&project, 0, Side::Source, id, text).expect("a change");
        crate::model::Patch::of_changes("", changes).apply(&mut project).expect("it fits");
    }
    assert_eq!(project.source.to_text(), read);
    let mut ids = SeededIds::new(3);
    let changes = sentences::split(&project, 0, Side::Source, id, 9, &mut ids).expect("a split");
    crate::model::Patch::of_changes("", changes).apply(&mut project).expect("it fits");
    assert_eq!(project.source.to_text(), read);
    let texts: Vec<_> = project.source.segments().map(|(_, s)| s.text.as_str()).collect();
    assert_eq!(texts, ["Corrigé.", "Deux fois."]);
    let changes = sentences::correct(&project, 0, Side::Source, id, " ");
    assert_eq!(changes, Err("a sentence cannot be emptied; unlink it or mark it as not content"));
}

/// One of the operations, on some row.
fn operate(
    which: u8,
    of: &Translation,
    row: usize,
    to: End,
    ids: &mut SeededIds,
) -> Result<Rewrite, Refusal> {
    match which {
        0 => arrange::join(of, row),
        1 => arrange::split(of, row, ids),
        2 => arrange::move_up(of, row, Side::Source),
        3 => arrange::move_down(of, row, Side::Source),
        4 => arrange::move_up(of, row, Side::Target),
        5 => arrange::move_down(of, row, Side::Target),
        6 => arrange::unlink(of, row, ids),
        7 => arrange::leave_apart(of, row, ids),
        8 => ends::link(of, row),
        9 => ends::relink(of, row, Side::Source, to, false, ids),
        10 => ends::relink(of, row, Side::Target, to, false, ids),
        11 => ends::relink(of, row, Side::Source, to, true, ids),
        _ => ends::relink(of, row, Side::Target, to, true, ids),
    }
}

fn targets(beads: &[Bead]) -> Vec<SegmentId> {
    beads.iter().flat_map(|bead| bead.target.segments()).map(|t| t.segment.id).collect()
}

proptest! {
    #[test]
    fn no_sequence_of_corrections_loses_or_reorders_a_sentence(
        steps in prop::collection::vec((0..13_u8, 0..9_usize, 0..9_usize, 0..3_usize), 1..30),
    ) {
        let mut project = project("1/a 23/b 4/cd /e 5/ 6/f 789/ghi /j x/k");
        let mut ids = SeededIds::new(5);
        let all = targets(&project.translations[0].beads);
        for (which, row, there, sentence) in steps {
            let translation = &project.translations[0];
            let to = End { row: there, sentence };
            let Ok(made) = operate(which, translation, row, to, &mut ids) else { continue };
            let beads = &mut project.translations[0].beads;
            prop_assert!(made.active < made.beads.len());
            beads.splice(made.rows, made.beads);
            prop_assert_eq!(check_beads(&project.source, beads), Ok(()));
            prop_assert_eq!(targets(beads), all.clone());
            let mut numbers: Vec<_> = beads.iter().map(|bead| bead.number).collect();
            let count = numbers.len();
            numbers.sort_unstable();
            numbers.dedup();
            prop_assert_eq!(numbers.len(), count, "row numbers are told apart");
        }
    }
}
