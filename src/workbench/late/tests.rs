//! Corrected sources over releases that are being translated: what becomes of rows and
//! translations, that what is not touched stays to the byte, and that nothing is lost.

use proptest::prelude::*;

use super::*;
use crate::formats::project_ron;
use crate::model::{Flags, Lang, Origin, RowNumber, State, Target};
use crate::workbench::{Env, intake};

fn env() -> Env {
    Env::fixed("2031-03-12T17:22:00Z".parse().expect("a time"), 5, "Ada")
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

fn document(text: &str, env: &mut Env) -> Document {
    intake::document_in(text, "", Some(&lang("fr")), &crate::text::segment::Cutting::default(), env)
}

/// A release of a text, each sentence translated by its number and words that are the source's.
fn translated(text: &str) -> Project {
    let mut env = env();
    let source = document(text, &mut env);
    let mut project = intake::from_one(source, lang("en"), &mut env);
    let texts: Vec<String> =
        project.source.segments().map(|(_, segment)| format!("en {}", segment.text)).collect();
    for (bead, text) in project.translations[0].beads.iter_mut().zip(texts) {
        bead.target = Target::draft(&text, bead.number, env.ids());
        if let Target::Text { state, .. } = &mut bead.target {
            *state = State::Translated;
        }
        bead.origin = Origin::Typed;
    }
    project
}

/// Another moment, and ids that no other version has.
fn later(version: usize) -> Env {
    let seed = 77 + u64::try_from(version).expect("few versions");
    Env::fixed("2031-03-12T18:40:00Z".parse().expect("a time"), seed, "Ada")
}

fn corrected(text: &str, env: &mut Env) -> Corrected {
    let document = document(text, env);
    Corrected { text: text.to_owned(), document, original: None, tagged: false }
}

/// Takes a corrected source in, and checks that one step back gives the same bytes.
fn take(project: &Project, text: &str) -> (Project, LateChange) {
    let mut env = later(project.earlier.len());
    let change = LateChange::of(project, 0, corrected(text, &mut env), env.ids());
    let mut after = project.clone();
    change.patch.apply(&mut after).expect("it fits");
    assert_eq!(after.check(), Ok(()), "{text}");
    let written = project_ron::write(&after);
    assert_eq!(project_ron::read(&written).expect("a project").value, after);
    let mut back = after.clone();
    change.patch.inverse().apply(&mut back).expect("it goes back");
    assert_eq!(project_ron::write(&back), project_ron::write(project), "{text}");
    (after, change)
}

/// The rows: `number source/target`, `*` where it is to be looked at, `°` where it is a draft.
fn rows(project: &Project) -> Vec<String> {
    let row = |bead: &Bead| {
        let source = |id| project.segment(id).expect("a sentence").text.as_str();
        let texts: Vec<&str> = bead.source.iter().map(|id| source(*id)).collect();
        let mark = if bead.flags.source_changed { "*" } else { "" };
        let draft = if bead.state() == Some(&State::Draft) { "°" } else { "" };
        format!("{} {}/{}{mark}{draft}", bead.number, texts.join("+"), bead.target_text())
    };
    project.translations[0].beads.iter().map(row).collect()
}

const SOURCE: &str =
    "Le pont compte 28 piles. Il ouvre lundi.\n\nLa presse est invitée.\n\nMerci.\n";

#[test]
fn only_the_row_whose_figure_changed_is_reopened() {
    let project = translated(SOURCE);
    let (after, change) = take(&project, &SOURCE.replace("28", "29"));
    let expected = [
        "1 Le pont compte 29 piles./en Le pont compte 28 piles.*°",
        "2 Il ouvre lundi./en Il ouvre lundi.",
        "3 La presse est invitée./en La presse est invitée.",
        "4 Merci./en Merci.",
    ];
    assert_eq!(rows(&after), expected);
    assert_eq!((change.reopened(), change.untouched, change.version), (1, 3, 2));
    let [row] = change.rows.as_slice() else { panic!("{:?}", change.rows) };
    assert_eq!(
        row.repaired.as_ref().map(|r| r.target.as_str()),
        Some("en Le pont compte 29 piles.")
    );
    assert!(format!("{:?}", row.unpaired).contains("29"), "{:?}", row.unpaired);
    let [before, bead] = [&project, &after].map(|of| &of.translations[0].beads[0]);
    assert_eq!(bead.rendered, "Le pont compte 28 piles.");
    assert_eq!(bead.history.len(), 1, "the confirmed text is among the former ones");
    assert_eq!(bead.id, before.id);
    assert_eq!(after.earlier, [project.source]);
}

#[test]
fn a_new_sentence_comes_as_a_row_behind_the_one_before() {
    let project = translated(SOURCE);
    let text = SOURCE.replace("lundi.", "lundi. Le ministre sera présent. Il parlera.");
    let (after, change) = take(&project, &text);
    let numbers: Vec<String> =
        after.translations[0].beads.iter().map(|bead| bead.number.to_string()).collect();
    assert_eq!(numbers, ["1", "2", "2a", "2b", "3", "4"]);
    assert_eq!(change.reopened(), 0);
    assert_eq!(change.come_and_gone(), (2, 0));
    let (again, _) = take(&after, &text.replace("Il parlera.", "Il parlera. Il répondra."));
    assert_eq!(rows(&again)[4], "2c Il répondra./");
}

#[test]
fn what_is_gone_is_kept_and_comes_back_as_it_was() {
    let project = translated(SOURCE);
    let shorter = SOURCE.replace("La presse est invitée.\n\n", "");
    let (without, change) = take(&project, &shorter);
    assert_eq!(change.come_and_gone(), (0, 1));
    let gone = &without.translations[0].gone;
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].rendered, "La presse est invitée.");
    let (back, _) = take(&without, SOURCE);
    assert_eq!(rows(&back), rows(&project));
    assert_eq!(back.translations[0].beads, project.translations[0].beads);
    assert!(back.translations[0].gone.is_empty());
}

#[test]
fn rows_move_with_their_sentences_and_stay_as_they_are() {
    let project = translated(SOURCE);
    let moved = "La presse est invitée.\n\nLe pont compte 28 piles. Il ouvre lundi.\n\nMerci.\n";
    let (after, change) = take(&project, moved);
    let places = |of: &Project, number: &str| {
        let beads = &of.translations[0].beads;
        beads.iter().find(|bead| bead.number.to_string() == number).cloned()
    };
    for number in ["1", "2", "3", "4"] {
        assert_eq!(places(&after, number), places(&project, number), "{number}");
    }
    assert_eq!(after.translations[0].beads[0].number.to_string(), "3");
    assert_eq!(change.reopened(), 0);
}

#[test]
fn rows_are_joined_and_split_with_their_sentences() {
    let source = "Le pont ouvre lundi. Les travaux ont duré trois ans et deux mois.\n\nMerci.\n";
    let joined = "Le pont ouvre lundi, les travaux ont duré trois ans et deux mois.\n\nMerci.\n";
    let (after, _) = take(&translated(source), joined);
    let both = "en Le pont ouvre lundi. en Les travaux ont duré trois ans et deux mois.";
    assert_eq!(rows(&after)[0], format!("1 {}/{both}*°", joined.lines().next().expect("one")));
    assert_eq!(after.translations[0].beads.len(), 2);
    assert_eq!(after.translations[0].gone, []);

    let mut project = translated(joined);
    project.translations[0].beads[0].target =
        Target::draft("It opens on Monday. It took three years.", RowNumber::new(1), env().ids());
    let (after, _) = take(&project, source);
    let expected = [
        "1 Le pont ouvre lundi./It opens on Monday.*°",
        "1a Les travaux ont duré trois ans et deux mois./It took three years.*°",
        "2 Merci./en Merci.",
    ];
    assert_eq!(rows(&after), expected);
}

#[test]
fn open_rows_stay_open_and_locked_ones_are_marked_only() {
    let mut project = translated(SOURCE);
    let beads = &mut project.translations[0].beads;
    beads[0].flags = Flags { locked: true, ..Flags::default() };
    beads[1].target = Target::Open;
    let (after, change) = take(&project, &SOURCE.replace("28", "29").replace("lundi", "mardi"));
    let beads = &after.translations[0].beads;
    assert!(beads[0].flags.source_changed);
    assert_eq!(beads[0].state(), Some(&State::Translated));
    assert_eq!(beads[1], project.translations[0].beads[1]);
    assert_eq!(change.reopened(), 0);
    assert_eq!(change.rows.len(), 2, "both are told");
}

#[test]
fn what_a_person_corrected_or_cut_stays() {
    let mut project = translated(SOURCE);
    let segment = project.source.blocks[0].segments[0].corrected("Le pont compte 28 piliers.");
    project.source.blocks[0].segments[0] = segment;
    let (after, change) = take(&project, &SOURCE.replace("Merci.", "Merci à tous."));
    assert_eq!(rows(&after)[0], "1 Le pont compte 28 piliers./en Le pont compte 28 piles.");
    assert_eq!(change.reopened(), 1);
    assert_eq!(after.source.to_text(), SOURCE.replace("Merci.", "Merci à tous."));
}

#[test]
fn doubtful_texts_are_told() {
    let project = translated(SOURCE);
    let doubts = |text: &str| {
        let mut env = later(0);
        LateChange::of(&project, 0, corrected(text, &mut env), env.ids()).doubts
    };
    let told = |text: &str| doubts(text).iter().map(Doubt::sentence).collect::<Vec<_>>().join(" ");
    assert_eq!(doubts(SOURCE), [Doubt::Same]);
    assert!(doubts(&SOURCE.replace("28", "29")).is_empty());
    let other = "Un accord de pêche a été signé hier à Trente par les deux délégations, \
                 qui se reverront au printemps prochain.\n";
    assert!(doubts(other).iter().any(|doubt| matches!(doubt, Doubt::OtherRelease { .. })));
    let shorter = doubts("Le pont compte 28 piles.\n");
    assert!(shorter.iter().any(|doubt| matches!(doubt, Doubt::Shorter { .. })), "{shorter:?}");
    let english = "The bridge has twenty-eight pillars and it opens on Monday. The press is \
                   invited to the opening, which the minister will attend with the mayor.\n";
    assert!(told(english).contains("English"), "{}", told(english));
}

#[test]
fn versions_are_compared_whatever_lies_between() {
    let project = translated(SOURCE);
    let (second, _) = take(&project, &SOURCE.replace("28", "29"));
    let (third, _) = take(&second, &SOURCE.replace("28", "30").replace("Merci.\n", ""));
    let all = versions::all(&third);
    assert_eq!(all.iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2, 3]);
    let compared = versions::compare(all[0].source, all[2].source);
    let told: Vec<(String, &str, &str)> = compared
        .iter()
        .map(|line| (line.number.to_string(), line.old.as_str(), line.new.as_str()))
        .collect();
    let expected = [
        ("1".to_owned(), "Le pont compte 28 piles.", "Le pont compte 30 piles."),
        ("4".to_owned(), "Merci.", ""),
    ];
    assert_eq!(told, expected);
    // A row that nobody looked at in between still knows what it rendered.
    assert_eq!(third.translations[0].beads[0].rendered, "Le pont compte 28 piles.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_is_lost_and_one_step_undoes_all(
        old in sentences(), new in sentences(), joined in 0..5_usize,
    ) {
        let mut project = translated(&old.join("\n\n"));
        let beads = &mut project.translations[0].beads;
        if joined + 1 < beads.len() {
            let next = beads.remove(joined + 1);
            beads[joined].source.extend(next.source);
        }
        let (after, _) = take(&project, &new.join("\n\n"));
        let all = after.translations[0].beads.iter().chain(&after.translations[0].gone);
        let kept: String = all.map(|bead| bead.target_text() + "\n").collect();
        for bead in &project.translations[0].beads {
            prop_assert!(kept.contains(&bead.target_text()), "{} in {kept}", bead.target_text());
        }
    }
}

/// Sentences of few words, so that many are alike.
fn sentences() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec!["pont", "lundi", "presse", "28", "29", "ouvre", "la"]);
    let words = proptest::collection::vec(word, 1..5);
    let sentence = words.prop_map(|words| format!("Le {}.", words.join(" ")));
    proptest::collection::vec(sentence, 1..7)
}
