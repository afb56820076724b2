//! Editing while translating, by keys and names only: rows joined and split, ways to
//! confirm. Each is undone to the byte.

use diptych::model::{State, View};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };
const ALT_SHIFT: Modifiers =
    Modifiers { ctrl: false, command: false, shift: true, alt: true, mac_cmd: false };

const TEXT: &str =
    "Bonjour à toutes et à tous.\n\nNous avons signé un accord. Il entre en vigueur demain.\n";

fn made(text: &str) -> Window {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste(text);
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    window
}

/// Types a target into the row of this number.
fn translate(window: &mut Window, row: usize, text: &str) {
    window.click(&format!("Row {row} target"));
    window.type_into(&format!("Target of row {row}"), text);
}

fn sources(window: &Window) -> Vec<String> {
    let session = window.session();
    (0..session.beads().len()).map(|row| session.source_text(row)).collect()
}

/// The units of the working memory that rows are tied to, and how many it holds.
fn units(window: &Window) -> (Vec<(String, String)>, usize) {
    let library = &window.harness.state().desk().library;
    let tied = window.session().beads().iter().filter_map(|bead| bead.unit);
    let texts = tied.filter_map(|unit| library.unit(unit.memory, unit.unit));
    let working = library.shelves().iter().filter(|s| s.memory.header().name == "working memory");
    (texts.map(|unit| (unit.source, unit.target)).collect(), working.map(|s| s.memory.len()).sum())
}

/// Undo takes a command back to the byte, and redo does it again.
fn check_undo(window: &mut Window, before: &str) {
    let after = window.bytes();
    assert_ne!(after, before);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), after);
}

#[test]
fn open_rows_are_joined_and_split_again() {
    let mut window = made(TEXT);
    window.click("Row 2 target");
    let start = window.bytes();
    window.press(CTRL, Key::J);
    let whole = "Nous avons signé un accord. Il entre en vigueur demain.";
    assert_eq!(sources(&window), ["Bonjour à toutes et à tous.", whole]);
    check_undo(&mut window, &start);

    let joined = window.bytes();
    window.press(CTRL, Key::T);
    assert!(window.shows("Sentences of row 2"));
    window.press(CTRL, Key::T);
    assert_eq!(
        sources(&window)[1..],
        ["Nous avons signé un accord.", "Il entre en vigueur demain."]
    );
    check_undo(&mut window, &joined);
}

#[test]
fn translated_rows_are_joined_with_their_units() {
    let mut window = made(TEXT);
    translate(&mut window, 2, "We signed an agreement.");
    window.press(CTRL, Key::Enter);
    translate(&mut window, 3, "It enters into force tomorrow.");
    window.press(CTRL, Key::Enter);
    assert_eq!(units(&window).1, 2);
    window.click("Row 2 target");
    let start = window.bytes();
    window.press(CTRL, Key::J);
    assert_eq!(window.target(1), "We signed an agreement. It enters into force tomorrow.");
    assert_eq!(window.state(1), Some(State::Translated));
    let (tied, count) = units(&window);
    assert_eq!((tied.len(), count), (1, 1), "one unit, the other is withdrawn");
    assert_eq!(tied[0].1, window.target(1));
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), units(&window).1), (start, 2));
    window.press(CTRL, Key::Y);

    let joined = window.bytes();
    window.press(CTRL, Key::T);
    window.press(CTRL, Key::T);
    assert_eq!(window.target(1), "We signed an agreement.");
    assert_eq!(window.target(2), "It enters into force tomorrow.");
    let pairs = [
        ("Nous avons signé un accord.", "We signed an agreement."),
        ("Il entre en vigueur demain.", "It enters into force tomorrow."),
    ];
    let pairs = pairs.map(|(source, target)| (source.to_owned(), target.to_owned()));
    assert_eq!(units(&window), (pairs.to_vec(), 2), "both pieces are units");
    check_undo(&mut window, &joined);
}

#[test]
fn a_half_translated_join_is_a_draft() {
    let mut window = made(TEXT);
    translate(&mut window, 2, "We signed an agreement.");
    window.press(CTRL, Key::Enter);
    window.click("Row 2 target");
    let start = window.bytes();
    window.press(CTRL, Key::J);
    assert_eq!((window.state(1), units(&window).1), (Some(State::Draft), 0));
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), units(&window).1), (start, 1));
}

#[test]
fn source_and_target_are_split_at_their_carets() {
    let mut window = made("Bonjour à toutes et à tous.\n");
    translate(&mut window, 1, "Good morning everybody.");
    for _ in 0.."everybody.".len() {
        window.press(NONE, Key::ArrowLeft);
    }
    let start = window.bytes();
    window.press(CTRL, Key::T);
    assert!(window.shows("target Good morning | everybody."), "where the target will be split");
    window.press(NONE, Key::Home);
    for _ in 0.."Bonjour".len() {
        window.press(NONE, Key::ArrowRight);
    }
    shoot(&mut window.harness, "split-row");
    window.press(CTRL, Key::T);
    assert_eq!(sources(&window), ["Bonjour", "à toutes et à tous."]);
    assert_eq!(
        (window.target(0).as_str(), window.target(1).as_str()),
        ("Good morning", "everybody.")
    );
    check_undo(&mut window, &start);
}

#[test]
fn rows_of_two_paragraphs_are_joined_and_marked() {
    let mut window = made(TEXT);
    window.click("Row 1 target");
    let start = window.bytes();
    window.press(CTRL, Key::J);
    assert_eq!(sources(&window)[0], "Bonjour à toutes et à tous. Nous avons signé un accord.");
    let cell = window.harness.get_by_label("Row 1 target");
    let state = cell.accesskit_node().description().unwrap_or_default();
    assert_eq!(state, "Open, joined across paragraphs");
    shoot(&mut window.harness, "joined-paragraphs");
    check_undo(&mut window, &start);
}

#[test]
fn a_locked_row_is_not_joined() {
    let mut window = made(TEXT);
    window.click("Row 3 target");
    window.press(CTRL, Key::L);
    window.click("Row 2 target");
    let start = window.bytes();
    window.press(CTRL, Key::J);
    assert_eq!(window.bytes(), start);
    assert!(window.shows("the row is locked"));
}

#[test]
fn a_row_is_confirmed_in_three_ways() {
    let mut window = made(TEXT);
    for row in 1..=2 {
        translate(&mut window, row, "Something.");
    }
    window.click("Row 1 target");
    let start = window.bytes();
    window.press(ALT, Key::Enter);
    assert_eq!((window.state(0), window.session().row()), (Some(State::Translated), 1));
    assert_eq!(units(&window).1, 1);
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), units(&window).1), (start.clone(), 0));

    window.press(ALT_SHIFT, Key::Enter);
    let at = (window.state(0), window.session().row());
    assert_eq!(at, (Some(State::Translated), 1), "a draft waits to be confirmed");
    assert_eq!(units(&window).1, 0, "nothing is stored");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), start);
}

#[test]
fn case_goes_round_about_the_word_at_the_caret_and_about_the_selection() {
    let mut window = made(TEXT);
    translate(&mut window, 1, "the statement");
    let start = window.bytes();
    let mut seen = Vec::new();
    for _ in 0..3 {
        window.press(ALT, Key::F3);
        seen.push(window.target(0));
    }
    assert_eq!(seen, ["the STATEMENT", "the Statement", "the statement"]);
    window.press(ALT, Key::F3);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), start, "typing before it is undone by itself");
    window.press(CTRL, Key::A);
    window.press(ALT, Key::F3);
    window.press(ALT, Key::F3);
    assert_eq!(window.target(0), "The Statement", "the selection stays");
}

#[test]
fn characters_come_by_key_and_from_the_list() {
    let mut window = made(TEXT);
    window.click("Row 1 target");
    let start = window.bytes();
    let mut typed = String::new();
    for (modifiers, key, character) in [
        (ALT_SHIFT, Key::Num9, "«"),
        (ALT_SHIFT, Key::Space, "\u{202f}"),
        (ALT_SHIFT, Key::Num0, "»"),
        (ALT, Key::Num9, "“"),
        (ALT, Key::Num8, "’"),
        (ALT, Key::Num0, "”"),
        (ALT, Key::Minus, "–"),
        (ALT_SHIFT, Key::Minus, "—"),
        (ALT, Key::Num7, "…"),
    ] {
        window.press(modifiers, key);
        typed.push_str(character);
        assert_eq!(window.target(0), typed);
    }
    window.press(ALT_SHIFT, Key::C);
    window.type_into("Find a character", "degree");
    shoot(&mut window.harness, "characters");
    window.press(NONE, Key::Enter);
    window.type_into("Target of row 1", "C");
    assert_eq!(window.target(0), typed + "°C");
    while !window.target(0).is_empty() {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(window.bytes(), start);
}

#[test]
fn the_source_s_values_come_one_after_the_other_in_the_target_s_form() {
    let mut window =
        made("Le 25 juin 2024, 12 450 personnes ont visité Brévanne, soit 6,4 % de plus.\n");
    window.click("Row 1 target");
    let start = window.bytes();
    for expected in [
        "June 25, 2024",
        "June 25, 2024 12,450",
        "June 25, 2024 12,450 Brévanne",
        "June 25, 2024 12,450 Brévanne 6.4%",
        "June 25, 2024 12,450 Brévanne 6.4%",
    ] {
        window.press(CTRL_SHIFT, Key::D);
        assert_eq!(window.target(0), expected);
    }
    assert!(window.shows("every number, date and name of the source is in the target"));
    for _ in 0..4 {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(window.bytes(), start);
}

/// Types letter by letter, as a person does.
fn type_letters(window: &mut Window, row: usize, text: &str) {
    for letter in text.chars() {
        window.type_into(&format!("Target of row {row}"), &letter.to_string());
    }
}

#[test]
fn words_are_completed_while_typing() {
    let mut window = made("Un pont.\n\nLe pont de Brévanne ouvre le 25 juin 2024.\n");
    translate(&mut window, 1, "The bridge, a junction of justice.");
    window.click("Row 2 target");
    let start = window.bytes();
    type_letters(&mut window, 2, "On j");
    assert!(!window.shows("Complete: "), "one letter is too little");
    type_letters(&mut window, 2, "u");
    for offered in ["June 25, 2024", "junction", "justice"] {
        assert!(window.shows(&format!("Complete: {offered}")), "{offered}");
    }
    shoot(&mut window.harness, "completion");
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(1), "On ju", "Enter takes nothing");
    window.press(NONE, Key::Tab);
    assert_eq!(window.target(1), "On June 25, 2024", "Tab takes the first");
    assert!(!window.shows("Complete: "));

    type_letters(&mut window, 2, " br");
    window.press(ALT, Key::ArrowDown);
    window.press(NONE, Key::Tab);
    assert_eq!(window.target(1), "On June 25, 2024 bridge", "Alt+Down moves the mark");
    assert_eq!(window.session().row(), 1, "the row stays");

    type_letters(&mut window, 2, " just");
    assert!(window.shows("Complete: justice"));
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Complete: "));
    type_letters(&mut window, 2, "i");
    assert!(!window.shows("Complete: "), "closed for this word");
    type_letters(&mut window, 2, " ju");
    window.click("Complete: junction");
    assert_eq!(window.target(1), "On June 25, 2024 bridge justi junction");
    while !window.target(1).is_empty() {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(window.bytes(), start);
}

#[test]
fn completion_is_switched_off_in_the_palette() {
    let mut window = made("Le pont ouvre le 25 juin 2024.\n");
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "completion");
    window.press(NONE, Key::Enter);
    assert!(!window.harness.state().desk().settings.complete_words);
    window.click("Row 1 target");
    type_letters(&mut window, 1, "On Ju");
    assert!(!window.shows("Complete: "));
    let file = std::fs::read_to_string(window.path("home").join("settings.ron")).expect("settings");
    assert!(file.contains("complete_words: false"), "{file}");
}
