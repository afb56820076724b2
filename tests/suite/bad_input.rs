//! Texts as nobody should send them: every character comes back, nothing panics, and
//! the time is in proportion to the length.

use std::time::{Duration, Instant};

use diptych::formats::plain;
use diptych::text::segment::Cutting;
use diptych::workbench::Env;
use diptych::workbench::intake::{Reading, document, document_in, parted};
use proptest::prelude::*;

fn env() -> Env {
    Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), 1, "")
}

fn check_rejoins(text: &str) {
    let whole = document(text, &Reading::default(), &mut env());
    assert_eq!(whole.to_text(), text);
    let main = "fr".parse().expect("fr");
    let cutting = Cutting::default();
    assert_eq!(document_in(text, "", Some(&main), &cutting, &mut env()).to_text(), text);
    let _ = parted(text, "", &cutting, &mut env());
}

#[test]
fn odd_texts_come_back_to_the_character() {
    for text in [
        "",
        "\0",
        "\u{301}",
        "\u{202e}abc\u{202c}\u{2066}\u{2069}",
        "Une\0 phrase.\r\nDeux.\rTrois.\n\n\r\n\u{2028}Quatre.\u{85}Cinq.",
        "\n\n\n",
        " \t\u{a0}\n",
        "\u{feff}Un.",
        "e\u{301}\u{301}\u{301}. \u{fffd}",
    ] {
        check_rejoins(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_comes_back_to_the_character(
        text in prop_oneof![
            prop::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
            "[a-zA-Zа-я年。:•*.,!?\\[\\]«» \0\n\r\t\u{301}\u{202e}\u{2066}-]{0,300}",
            "(\\PC{0,40}(\n|\r\n|\r|\u{2028}|\u{85})){0,12}",
        ],
    ) {
        check_rejoins(&text);
    }

    #[test]
    fn any_bytes_are_a_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(reading) = plain::decode(&bytes) {
            check_rejoins(&reading.value.text);
        }
    }
}

/// The shorter of two runs: a machine that does other things only makes it longer.
fn time(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        let made = document(text, &Reading::default(), &mut env());
        assert_eq!(made.to_text().len(), text.len());
        start.elapsed()
    };
    run().min(run())
}

/// Shorter times than this tell more of the machine than of the program.
const LEAST: Duration = Duration::from_millis(50);

/// A text of four times the length takes four times as long, not sixteen: the bound is between
/// the two.
#[test]
fn the_time_is_in_proportion_to_the_length() {
    let repeated = |unit: &str, bytes: usize| unit.repeat(bytes / unit.len());
    for unit in [
        "\n",
        "mot ",
        "Une phrase assez courte. ",
        "Une ligne\n",
        "Contact:\n",
        "Une ligne,\n",
        "Nous avons tenu aujourd'hui des entretiens longs et utiles avec eux.\nSuite\n",
        "\0a",
    ] {
        let small = time(&repeated(unit, 8_000)).max(LEAST);
        let large = time(&repeated(unit, 32_000));
        assert!(large < small * 9, "{unit:?}: {small:?}, then {large:?}");
    }
}
