//! Drafts whose figures are not the source's are marked; matches and passages are put in at
//! the caret; rows are filtered by what there is to check. By keys and names only.

use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

const MEMORY: [(&str, &str); 3] = [
    ("Merci à tous.", "Thank you all."),
    (
        "Nous avons reçu 28 députés de ce pays.",
        "We received 28 members of parliament from that country.",
    ),
    (
        "La ministre a visité le port de Brévanne avec les deux maires de la région.",
        "The minister visited the port of Brévanne with the two mayors of the region.",
    ),
];

const TEXT: &str = "Merci à tous.\n\nNous avons reçu 31 sénateurs de ce pays.\n\nHier, selon le \
    journal local, le port de Brévanne a rouvert ses quais.\n";

fn started(theme: Theme) -> Window {
    let mut window = Window::start(FULL, theme);
    window.memory(&MEMORY);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    window
}

/// What a screen reader hears of a row's target.
fn spoken(window: &Window, row: usize) -> String {
    let name = format!("Row {row} target");
    let cell = window.harness.get_by_label(&name);
    cell.accesskit_node().description().unwrap_or_default()
}

#[test]
fn a_draft_with_another_figure_is_marked_until_it_is_right() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = started(theme);
        window.press(CTRL, Key::ArrowDown);
        assert_eq!(window.target(1), "We received 28 members of parliament from that country.");
        let told = "“31” has become “28”.";
        assert!(spoken(&window, 2).contains(told), "{}", spoken(&window, 2));
        assert!(window.shows(&format!("Row 2, error: {told}")));
        shoot(&mut window.harness, &format!("to-check-{theme:?}"));
        window.press(CTRL, Key::Home);
        for _ in 0.."We received 28".len() {
            window.press(NONE, Key::ArrowRight);
        }
        window.press(NONE, Key::Backspace);
        window.press(NONE, Key::Backspace);
        window.harness.event(Event::Text("31".to_owned()));
        window.settle();
        assert!(window.target(1).contains("received 31 members"), "{}", window.target(1));
        assert!(!window.shows("has become"), "{}", spoken(&window, 2));
    }
}

#[test]
fn the_next_row_with_a_finding_is_gone_to_and_rows_are_filtered_by_findings() {
    let mut window = started(Theme::Light);
    window.press(CTRL, Key::ArrowDown);
    window.click("Row 1 target");
    window.press(NONE, Key::F8);
    assert_eq!(window.session().row(), 1);
    window.press(CTRL_SHIFT, Key::F);
    window.click("Findings");
    window.click("error  (1)");
    window.press(NONE, Key::Escape);
    let shown = |window: &Window| (0..3).filter(|&row| window.session().is_shown(row)).count();
    assert_eq!(shown(&window), 1);
    shoot(&mut window.harness, "filter-findings");
    window.press(NONE, Key::Escape);
    assert_eq!(shown(&window), 3);
    window.press(CTRL_SHIFT, Key::F);
    assert!(window.shows("Comments"));
}

#[test]
fn a_match_is_put_in_at_the_caret_and_taken_out_by_undo() {
    let mut window = started(Theme::Light);
    window.press(CTRL, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::Delete);
    window.harness.event(Event::Text("Ah: ".to_owned()));
    window.settle();
    let before = window.bytes();
    window.press(CTRL_SHIFT, Key::Num1);
    assert_eq!(window.target(1), "Ah: We received 28 members of parliament from that country.");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one step");
}

#[test]
fn a_passage_is_put_in_by_the_keys_of_matches() {
    for (modifiers, name) in [(CTRL, "take"), (CTRL_SHIFT, "insert")] {
        let mut window = started(Theme::Light);
        window.click("Row 3 target");
        assert!(window.shows("Passage 1, le port de Brévanne"), "{name}");
        window.type_into("Target of row 3", "Yesterday, ");
        let before = window.bytes();
        window.press(modifiers, Key::Num1);
        assert!(window.target(2).starts_with("Yesterday, "), "{name}: {}", window.target(2));
        assert!(window.target(2).contains("port of Brévanne"), "{name}: {}", window.target(2));
        window.press(CTRL, Key::Z);
        assert_eq!(window.bytes(), before, "{name}");
    }
    let mut window = started(Theme::Dark);
    window.harness.set_size(SMALL);
    window.settle();
    window.click("Row 3 target");
    shoot(&mut window.harness, "passages-small");
}

#[test]
fn a_match_that_is_there_already_makes_no_step() {
    let mut window = started(Theme::Light);
    window.press(CTRL, Key::ArrowDown);
    let steps = window.session().steps();
    assert_eq!(steps.last().map(|step| step.name.as_str()), Some("draft from match"));
    window.press(CTRL, Key::Num1);
    assert_eq!(window.session().steps(), steps, "the draft is that match");
    window.harness.event(Event::Text("!".to_owned()));
    window.settle();
    window.press(CTRL, Key::Num1);
    let steps = window.session().steps();
    assert_eq!(steps.last().map(|step| step.name.as_str()), Some("take match"));
}
