//! Bad input: an answer in time, no panic, and a confidence that says so.

use super::{Dice, FIXTURES, aligned, lines};
use crate::align::Pair;

/// Mean confidence of the beads with two sides; 0 where there is none.
fn mean(pairs: &[Pair]) -> f32 {
    let beads: Vec<f32> = pairs
        .iter()
        .filter(|pair| !pair.source.is_empty() && !pair.target.is_empty())
        .map(|pair| pair.confidence)
        .collect();
    beads.iter().sum::<f32>() / beads.len().max(1) as f32
}

fn is_one_to_one(pairs: &[Pair]) -> bool {
    pairs.iter().all(|pair| pair.source == pair.target && pair.source.len() == 1)
}

#[test]
fn an_empty_side_leaves_everything_out() {
    let pairs = aligned(&lines(FIXTURES[0].source), &[], ("fr", "en"));
    assert!(pairs.iter().all(|pair| pair.target.is_empty() && pair.confidence > 0.99));
}

#[test]
fn a_side_of_another_text_is_not_believed() {
    let pairs = aligned(&lines(FIXTURES[0].source), &lines(FIXTURES[1].target), ("fr", "en"));
    assert!(mean(&pairs) < 0.6, "{}", mean(&pairs));
}

#[test]
fn a_side_in_the_wrong_language_still_aligns_by_what_is_left() {
    // The target is German, said to be English: names, figures and lengths remain.
    let fixture = &FIXTURES[3];
    let right = aligned(&lines(fixture.source), &lines(fixture.target), fixture.langs);
    let wrong = aligned(&lines(fixture.source), &lines(fixture.target), ("de", "en"));
    assert!(mean(&wrong) < mean(&right), "{} {}", mean(&wrong), mean(&right));
}

#[test]
fn the_same_text_twice_is_one_to_one() {
    for fixture in &FIXTURES {
        let side = lines(fixture.source);
        let pairs = aligned(&side, &side, (fixture.langs.0, fixture.langs.0));
        assert!(is_one_to_one(&pairs), "{}: {pairs:?}", fixture.name);
    }
}

#[test]
fn a_table_of_figures_is_one_to_one() {
    let mut dice = Dice(29);
    let rows: Vec<String> = (0..60)
        .map(|row| format!("{} {} {}", 2000 + row, dice.below(90_000), dice.below(900)))
        .collect();
    let table = rows.join("\n");
    assert!(is_one_to_one(&aligned(&lines(&table), &lines(&table), ("fr", "zh"))));
}

#[test]
fn repeated_boilerplate_is_one_to_one_as_often_as_on_the_other_side() {
    let (ours, theirs) = ("Lire la suite de l'article\n", "Read the rest of the article\n");
    let (ours, theirs) = (ours.repeat(40), theirs.repeat(40));
    assert!(is_one_to_one(&aligned(&lines(&ours), &lines(&theirs), ("fr", "en"))));
    // One more on one side: which, nobody can say.
    let more = format!("{theirs}Read the rest of the article\n");
    let pairs = aligned(&lines(&ours), &lines(&more), ("fr", "en"));
    assert!(pairs.len() <= 41 && mean(&pairs) < 0.95, "{} {}", pairs.len(), mean(&pairs));
}

#[test]
fn the_same_number_in_every_line_pulls_nothing() {
    // "Chapter 1" on top of every line: the words decide.
    let mark = |text: &str, word: &str| {
        text.lines().map(|line| format!("{word} 1. {line}")).collect::<Vec<_>>().join("\n")
    };
    let fixture = &FIXTURES[0];
    let plain = aligned(&lines(fixture.source), &lines(fixture.target), fixture.langs);
    let (ours, theirs) = (mark(fixture.source, "Chapitre"), mark(fixture.target, "Chapter"));
    let marked = aligned(&lines(&ours), &lines(&theirs), fixture.langs);
    let beads = |pairs: &[Pair]| -> Vec<_> {
        pairs.iter().map(|pair| (pair.source.clone(), pair.target.clone())).collect()
    };
    let (plain, marked) = (beads(&plain), beads(&marked));
    let same = plain.iter().filter(|bead| marked.contains(bead)).count();
    assert!(same * 10 >= plain.len() * 9, "{same} of {}", plain.len());
}

#[test]
fn lines_that_are_all_numbers_are_answered() {
    let numbers = (0..80).map(|k| (k % 7).to_string()).collect::<Vec<_>>().join("\n");
    let pairs = aligned(&lines(&numbers), &lines(&numbers), ("en", "de"));
    assert!(is_one_to_one(&pairs));
}

#[test]
fn right_to_left_meets_left_to_right() {
    let arabic =
        "افتتح الوزير الجسر في 5 مايو 2024.\nشارك 320 ضيفا في الحفل.\nيبلغ طول الجسر 1,450 مترا.\n";
    let english = "On 5 May 2024 the minister opened the bridge.\n320 guests came to the ceremony.\nThe bridge is 1,450 metres long.\n";
    assert!(is_one_to_one(&aligned(&lines(arabic), &lines(english), ("ar", "en"))));
}
