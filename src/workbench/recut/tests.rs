//! Exceptions carried out on releases: what becomes of rows and translations, and that nothing
//! is lost.

use proptest::prelude::*;

use super::*;
use crate::formats::project_ron;
use crate::model::{Document, Follower, Lang, Origin, Patch, RowNumber, State, Target, Unwatched};
use crate::workbench::{Env, intake};

fn env() -> Env {
    Env::fixed("2031-03-12T17:22:00Z".parse().expect("a time"), 5, "Ada")
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

/// A document whose sentences are parted by `|`.
fn document(tag: &str, marked: &str, env: &mut Env) -> Document {
    let text = marked.replace('|', "");
    let reading = intake::Reading { lang: Some(lang(tag)), ..intake::Reading::default() };
    let mut document = intake::document(&text, &reading, env);
    let blocks = marked.split("\n\n");
    for (block, marked) in document.blocks.iter_mut().zip(blocks) {
        let mut first = block.segments.first().expect("a sentence").clone();
        block.segments.clear();
        let count = marked.split('|').count();
        for (at, piece) in marked.split('|').enumerate() {
            first.id = crate::model::SegmentId::fresh(env.ids());
            let text = piece.trim_start();
            if let Some(last) = block.segments.last_mut() {
                piece.get(..piece.len() - text.len()).expect("space").clone_into(&mut last.after);
            }
            first.text = text.to_owned();
            first.after.clear();
            assert!(at + 1 < count || !text.is_empty());
            block.segments.push(first.clone());
        }
    }
    let mut number = 0;
    for segment in document.blocks.iter_mut().flat_map(|block| &mut block.segments) {
        number += 1;
        segment.number = RowNumber::new(number);
    }
    document
}

/// A translation of a text, with these targets; an empty one is open, one with `#` is locked.
fn translated(marked: &str, targets: &[&str]) -> Project {
    let mut env = env();
    let source = document("fr", marked, &mut env);
    let mut project = intake::from_one(source, lang("en"), &mut env);
    for (bead, target) in project.translations[0].beads.iter_mut().zip(targets) {
        let text = target.trim_start_matches('#');
        bead.flags.locked = target.starts_with('#');
        if !text.is_empty() {
            bead.target = Target::draft(text, bead.number, env.ids());
            bead.origin = Origin::Typed;
            if let Target::Text { state, .. } = &mut bead.target {
                *state = State::Translated;
            }
        }
    }
    project
}

/// Two texts whose rows are aligned one by one.
fn aligned(source: &str, target: &str) -> Project {
    let mut env = env();
    let (source, target) = (document("fr", source, &mut env), document("en", target, &mut env));
    let mut project = intake::from_two(source.clone(), target.clone(), None, &Unwatched, &mut env)
        .expect("not cancelled");
    // One row a pair, whatever the aligner found.
    let of = &mut project.translations[0];
    let all: Vec<_> = of.beads.iter().flat_map(|b| b.target.segments().to_vec()).collect();
    of.beads.clear();
    for ((_, segment), target) in source.segments().zip(all) {
        let mut bead = crate::model::Bead::open(segment.number, vec![segment.id], env.ids());
        bead.target = Target::Text { segments: vec![target], state: State::Translated };
        bead.origin = Origin::Aligned;
        of.beads.push(bead);
    }
    assert_eq!(project.check(), Ok(()));
    project
}

/// The rows: `number source/target`, `*` where it is to be looked at, `#` where it is locked.
fn rows(project: &Project) -> Vec<String> {
    let of = &project.translations[0];
    let row = |bead: &crate::model::Bead| {
        let texts: Vec<&str> = bead
            .source
            .iter()
            .map(|id| project.segment(*id).expect("a sentence").text.as_str())
            .collect();
        let targets: Vec<&str> =
            bead.target.segments().iter().map(|t| t.segment.text.as_str()).collect();
        let mark = if bead.flags.source_changed { "*" } else { "" };
        let lock = if bead.flags.locked { "#" } else { "" };
        format!("{} {}/{}{mark}{lock}", bead.number, texts.join("+"), targets.join("+"))
    };
    of.beads.iter().map(row).collect()
}

/// Carries an exception out, and checks that turning it round gives the same bytes.
fn carry(project: &Project, told: &str) -> (Project, Vec<Spot>) {
    let new: Exception = told.parse().expect(told);
    let all: Exceptions = [new.clone()].into_iter().collect();
    let spots = find(project, 0, &all, &new);
    let mut env = Env::fixed("2031-03-12T17:22:00Z".parse().expect("a time"), 77, "Ada");
    let patch = Patch::of_changes("exception", carry_out(project, &spots, env.ids()));
    let mut after = project.clone();
    patch.apply(&mut after).expect("it fits");
    assert_eq!(after.check(), Ok(()));
    assert_eq!(after.source.to_text(), project.source.to_text());
    let mut back = after.clone();
    patch.inverse().apply(&mut back).expect("it is taken back");
    assert_eq!(project_ron::write(&back), project_ron::write(project));
    (after, spots)
}

const JOIN: &str = "fr: no segment ends after \"Sté.\"";
const SPLIT: &str = "fr: a segment ends after \":\" before a capital letter";

#[test]
fn a_join_joins_rows_and_translations() {
    let text = "La Sté.| Moal paie.| Fin.";
    let (joined, spots) = carry(&translated(text, &["The firm", "Moal pays.", "End."]), JOIN);
    assert_eq!(rows(&joined), ["1 La Sté. Moal paie./The firm+Moal pays.*", "3 Fin./End."]);
    assert_eq!(joined.translations[0].beads[0].target_text(), "The firm Moal pays.");
    assert_eq!(spots.len(), 1);
    assert_eq!((spots[0].kept, spots[0].rows.len()), (Kept::Joined, 2));
    assert_eq!(
        (spots[0].before.as_str(), spots[0].behind.as_str()),
        ("La Sté.", "Moal paie. Fin.")
    );
    let state = |project: &Project| project.translations[0].beads[0].state().cloned();
    assert_eq!(state(&joined), Some(State::Translated));
    let (half, _) = carry(&translated(text, &["The firm", ""]), JOIN);
    assert_eq!(rows(&half)[0], "1 La Sté. Moal paie./The firm*");
    assert_eq!(state(&half), Some(State::Draft), "half of it has no translation");
    let (open, spots) = carry(&translated(text, &[]), JOIN);
    assert_eq!(rows(&open), ["1 La Sté. Moal paie./", "3 Fin./"]);
    assert_eq!(spots[0].kept, Kept::None);
}

#[test]
fn three_pieces_become_one_and_a_locked_row_stays() {
    let text = "La Sté.| Moal, la Sté.| Vidal et la Sté.| Ker paient.| Fin.";
    let (joined, spots) = carry(&translated(text, &["a", "b", "c", "d", "e"]), JOIN);
    assert_eq!(spots.len(), 3);
    assert_eq!(rows(&joined)[0], "1 La Sté. Moal, la Sté. Vidal et la Sté. Ker paient./a+b+c+d*");
    let (joined, spots) = carry(&translated(text, &["a", "b", "#c", "d", "e"]), JOIN);
    assert_eq!(
        rows(&joined),
        ["1 La Sté. Moal, la Sté./a+b*", "3 Vidal et la Sté./c#", "4 Ker paient./d", "5 Fin./e"]
    );
    let locked = spots.iter().filter(|spot| spot.kept == Kept::Locked).count();
    assert_eq!((spots.len(), locked), (3, 2));
}

#[test]
fn a_split_keeps_the_translation_or_splits_it_where_it_has_two_sentences() {
    let text = "Il dit : Nous venons.| Fin.";
    let (split, spots) = carry(&translated(text, &["He says we come.", "End."]), SPLIT);
    assert_eq!(rows(&split), ["1 Il dit :/He says we come.*", "1a Nous venons./", "2 Fin./End."]);
    assert_eq!(spots[0].kept, Kept::WithFirst);
    let (split, spots) = carry(&translated(text, &["He speaks. We come.", "End."]), SPLIT);
    assert_eq!(
        rows(&split),
        ["1 Il dit :/He speaks.*", "1a Nous venons./We come.*", "2 Fin./End."]
    );
    assert_eq!(spots[0].kept, Kept::Split);
    let ids: std::collections::BTreeSet<_> = split.translations[0]
        .beads
        .iter()
        .flat_map(|b| b.target.segments())
        .map(|t| t.segment.id)
        .collect();
    assert_eq!(ids.len(), 3, "each sentence has an id of its own");
    let (split, spots) = carry(&translated(text, &["#He says we come."]), SPLIT);
    assert_eq!(rows(&split), ["1 Il dit : Nous venons./He says we come.#", "2 Fin./"]);
    assert_eq!(spots[0].kept, Kept::Locked);
    let twice = "Il dit : Oui : Nous venons.";
    assert_eq!(
        rows(&carry(&translated(twice, &[]), SPLIT).0),
        ["1 Il dit :/", "1a Oui :/", "1b Nous venons./"]
    );
}

#[test]
fn an_alignment_keeps_its_sides_together() {
    let project = aligned("Il dit : Nous venons.| Fin.", "He says: We come.| End.");
    let (split, spots) = carry(&project, SPLIT);
    assert_eq!(rows(&split), ["1 Il dit :+Nous venons./He says: We come.", "2 Fin./End."]);
    assert_eq!(spots[0].kept, Kept::Whole);
    let (split, spots) = carry(&project, "en: a segment ends after \":\" before a capital letter");
    assert_eq!(rows(&split), ["1 Il dit : Nous venons./He says:+We come.", "2 Fin./End."]);
    assert_eq!((spots[0].side, spots[0].kept), (Side::Target, Kept::Whole));
    let project = aligned("Un.| Deux.| Trois.", "One Inc.| Two.| Three.");
    let (joined, spots) = carry(&project, "en: no segment ends after \"Inc.\"");
    assert_eq!(rows(&joined), ["1 Un.+Deux./One Inc. Two.*", "3 Trois./Three."]);
    assert_eq!((spots[0].side, spots[0].kept), (Side::Target, Kept::Joined));
}

#[test]
fn what_a_translator_typed_is_not_cut() {
    let project = translated("Un.| Deux.", &["He says: We come.", ""]);
    let (after, spots) = carry(&project, "en: a segment ends after \":\" before a capital letter");
    assert_eq!((after, spots), (project, Vec::new()));
}

/// All texts of both sides without white space, in order.
fn solid(project: &Project) -> (String, Vec<String>) {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let targets = project
        .translations
        .iter()
        .map(|of| of.beads.iter().map(|bead| bare(&bead.target_text())).collect::<String>());
    (bare(&project.source.to_text()), targets.collect())
}

proptest! {
    #[test]
    fn no_text_is_lost_and_undo_gives_the_same_bytes(
        words in prop::collection::vec("Sté[.]|Oui:|[A-Z][a-zé]{0,3}[.]?|\n\n[a-z]{1,3}|[a-z]{1,4}", 4..30),
        targets in prop::collection::vec("#?([A-Z][a-z]{1,4}[.] ?){0,3}", 0..30),
        from_two: bool,
        wish in "fr: (no segment ends|a segment ends) after \"(Sté[.]|Oui:|[.])\"( before a capital letter)?",
    ) {
        let text = words.join(" ");
        let mut env = env();
        let reading = intake::Reading { lang: Some(lang("fr")), ..intake::Reading::default() };
        let source = intake::document(&text, &reading, &mut env);
        let mut project = if from_two {
            let target = intake::document(&targets.join(" "), &reading, &mut env);
            intake::from_two(source, target, None, &Unwatched, &mut env).expect("not cancelled")
        } else {
            intake::from_one(source, lang("en"), &mut env)
        };
        for (bead, target) in project.translations[0].beads.iter_mut().zip(&targets) {
            bead.flags.locked = target.starts_with('#');
            let text = target.trim_start_matches('#').trim();
            if !from_two && !text.is_empty() {
                bead.target = Target::draft(text, bead.number, env.ids());
                bead.origin = Origin::Typed;
            }
        }
        let (after, spots) = carry(&project, &wish);
        prop_assert_eq!(solid(&after), solid(&project));
        let new: Exception = wish.parse().expect("an exception");
        let all: Exceptions = [new.clone()].into_iter().collect();
        let left = find(&after, 0, &all, &new);
        let locked = spots.iter().filter(|spot| spot.kept == Kept::Locked).count();
        prop_assert_eq!(left.len(), locked, "{:?}", left);
        let follower = matches!(new.follower, Follower::Anything | Follower::Capital);
        prop_assert!(follower);
    }
}
