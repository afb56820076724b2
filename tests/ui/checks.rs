//! The checks in the window: findings gone to, mended, dismissed and told again; checks
//! switched for a release; facts compared; the gate before an export. By keys and names only.

use diptych::model::Grade;
use diptych::qa::Verdict;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// A release of the French house, with what goes wrong in a hurry.
const TEXT: &str = "Déclaration du Ministère des Affaires étrangères, Brévanne, 12 mars 2026\n\n\
    Nous avons lancé 28 programmes dans 31 secteurs.\n\n\
    La réunion des 3-4 juillet se tiendra à 18h30.\n\n\
    Hier, la ministre Irène Valmont a signé l'accord.\n\n\
    « Il n'y a pas d'autre issue », a dit la ministre.\n";

const RIGHT: [&str; 5] = [
    "Statement by the Ministry of Foreign Affairs, Brévanne, 12 March 2026",
    "We have launched 28 programmes in 31 sectors.",
    "The meeting on 3–4 July will be held at 6:30 p.m.",
    "On 11 March 2026 Minister Irène Valmont signed the agreement.",
    "“There is no other way,” the minister said.",
];

fn started(size: egui::Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    window
}

/// Types a target into the row and confirms it.
fn translate(window: &mut Window, row: usize, text: &str) {
    window.click(&format!("Row {} target", row + 1));
    window.press(ALT, Key::Delete);
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
    window.press(CTRL, Key::Enter);
    assert_eq!(window.target(row), text);
}

fn translated(window: &mut Window, texts: [&str; 5]) {
    for (row, text) in texts.into_iter().enumerate() {
        translate(window, row, text);
    }
}

fn wrong() -> [&'static str; 5] {
    let mut texts = RIGHT;
    texts[1] = "We have launched 29 programmes in 31 sectors.";
    texts[3] = "On 10 March 2026 Minister Irène Valmont signed the the agreement.";
    texts
}

#[test]
fn findings_are_told_in_the_dock_and_gone_to_one_by_one() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = started(FULL, theme);
        translated(&mut window, wrong());
        assert!(window.shows("Row 2, error: “28” has become “29”."));
        assert!(window.shows("Checks 3 in this release"), "a figure, a date, a doubled word");
        window.click("Row 1 target");
        window.press(NONE, Key::F8);
        assert_eq!(window.session().row(), 1);
        let (_, at_hand) = window.session().finding_at_hand().expect("a finding");
        assert_eq!(at_hand.check.name(), "number");
        window.press(NONE, Key::F8);
        assert_eq!(window.session().row(), 3);
        let first = window.session().finding_at_hand().expect("a finding").1.check.name();
        window.press(NONE, Key::F8);
        assert_eq!(window.session().row(), 3, "the row has two");
        let second = window.session().finding_at_hand().expect("a finding").1.check.name();
        assert_eq!((first, second), ("date", "doubled-word"), "errors first");
        shoot(&mut window.harness, &format!("checks-{theme:?}"));
        if theme == Theme::Dark {
            window.harness.set_size(SMALL);
            window.settle();
            shoot(&mut window.harness, "checks-small");
        }
        window.click("Row 2, error: “28” has become “29”.");
        assert_eq!(window.session().row(), 1, "a click goes there");
    }
}

#[test]
fn a_finding_is_mended_by_key_in_one_step() {
    let mut window = started(FULL, Theme::Light);
    translate(&mut window, 3, "On 11 March 2026 Minister Irène Valmont signed the the agreement.");
    window.click("Row 4 target");
    let before = window.bytes();
    window.press(ALT, Key::F8);
    assert_eq!(window.target(3), RIGHT[3]);
    assert!(!window.shows("Row 4, warning"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one step");
    assert!(window.shows("Row 4, warning: “the” stands twice."));
}

#[test]
fn a_dismissed_finding_stays_away_until_its_text_changes_and_is_told_again_from_the_list() {
    let mut window = started(FULL, Theme::Light);
    translate(&mut window, 1, wrong()[1]);
    window.click("Row 2 target");
    let before = window.bytes();
    window.press(CTRL, Key::F8);
    assert!(!window.shows("Row 2, error"));
    assert!(window.bytes().starts_with("(format: 6,\n"), "it is kept in the release");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one step");
    assert!(window.shows("Row 2, error: “28” has become “29”."));
    window.press(CTRL, Key::Y);
    assert!(!window.shows("Row 2, error"));

    // Another text is another finding.
    window.press(CTRL, Key::End);
    window.harness.event(Event::Text(" Today.".to_owned()));
    window.settle();
    assert!(window.shows("Row 2, error: “28” has become “29”."));
    window.press(CTRL, Key::F8);
    assert!(!window.shows("Row 2, error"));

    window.press(CTRL_SHIFT, Key::F8);
    assert!(window.shows("Findings that are no fault"));
    shoot(&mut window.harness, "dismissals-light");
    window.press(NONE, Key::Delete);
    window.press(NONE, Key::Escape);
    assert!(window.shows("Row 2, error: “28” has become “29”."));
}

#[test]
fn a_check_is_switched_for_the_release_and_that_is_undone() {
    let mut window = started(FULL, Theme::Dark);
    translate(&mut window, 1, wrong()[1]);
    let before = window.bytes();
    window.command("switch severity rules");
    assert!(window.shows("Numbers, error."), "each is there with its grade");
    for _ in 0..4 {
        window.press(NONE, Key::ArrowDown);
    }
    shoot(&mut window.harness, "check-list-dark");
    window.press(NONE, Key::Num2);
    let said = window.session().said_of_checks().clone();
    assert_eq!((&*said.switched[0].check, said.switched[0].grade), ("number", Grade::Warning));
    window.press(NONE, Key::Escape);
    assert!(window.shows("Row 2, warning: “28” has become “29”."));
    window.command("switch severity rules");
    for _ in 0..4 {
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::Space);
    window.press(NONE, Key::Escape);
    assert!(!window.shows("has become"), "it is off");
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

/// The verdict of the fact of this value.
fn verdict(window: &Window, value: &str) -> Option<Verdict> {
    let facts = &window.session().found().facts;
    facts.iter().find(|fact| fact.line.key == value).map(|fact| fact.line.verdict)
}

#[test]
fn facts_of_a_right_version_pair_and_of_a_wrong_one_do_not() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = started(FULL, theme);
        translated(&mut window, RIGHT);
        for value in ["28", "31", "2026-03-11", "18:30"] {
            assert_eq!(verdict(&window, value), Some(Verdict::Paired), "{value}");
        }
        translated(&mut window, wrong());
        for value in ["28", "29", "2026-03-11", "2026-03-10"] {
            assert_eq!(verdict(&window, value), Some(Verdict::Unpaired), "{value}");
        }
        assert_eq!(verdict(&window, "31"), Some(Verdict::Paired));
        window.press(ALT, Key::F9);
        assert!(window.shows("without a counterpart: number 28"));
        assert!(window.shows("date 11 March 2026, Hier (4)"), "the day that is meant");
        shoot(&mut window.harness, &format!("facts-{theme:?}"));
        let first = window.session().found().facts[0].line.first_row();
        window.press(NONE, Key::Enter);
        assert_eq!(window.session().row(), first, "Enter goes there");
    }
}

#[test]
fn ticks_hold_until_the_texts_concerned_change() {
    let mut window = started(FULL, Theme::Light);
    translated(&mut window, RIGHT);
    let ticked = |window: &Window, value: &str| {
        let facts = &window.session().found().facts;
        facts.iter().find(|f| f.line.key == value).map(|fact| fact.is_ticked)
    };
    let before = window.bytes();
    window.press(ALT, Key::F9);
    window.press(CTRL, Key::Enter);
    window.press(NONE, Key::Escape);
    for value in ["28", "31", "2026-03-11"] {
        assert_eq!(ticked(&window, value), Some(true), "{value}");
    }
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one step");
    assert_eq!(ticked(&window, "28"), Some(false));
    window.press(CTRL, Key::Y);
    translate(&mut window, 1, "We launched 28 programmes in 31 sectors.");
    assert_eq!(ticked(&window, "28"), Some(false), "its row is another one");
    assert_eq!(ticked(&window, "2026-03-11"), Some(true), "this one's is not");
}

/// Ticks all facts off, one by one where they do not pair.
fn compare_all(window: &mut Window) {
    window.press(ALT, Key::F9);
    window.press(CTRL, Key::Enter);
    let count = window.session().found().facts.len();
    window.press(NONE, Key::Home);
    for at in 0..count {
        if !window.session().found().facts[at].is_ticked {
            window.press(NONE, Key::Space);
        }
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::Escape);
}

#[test]
fn the_gate_lists_what_is_lacking_and_lets_nothing_out_until_it_is_ready() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = started(FULL, theme);
        translated(&mut window, wrong());
        window.click("Row 3 target");
        window.press(ALT, Key::Delete);
        window.press(CTRL, Key::E);
        assert!(window.shows("Ready to go out?"));
        assert!(window.shows("Row 3: There is no translation yet."));
        assert!(window.shows("Row 2: “28” has become “29”."));
        assert!(window.shows("Not compared yet"));
        shoot(&mut window.harness, &format!("gate-{theme:?}"));
        window.press(NONE, Key::Enter);
        assert_eq!(window.session().row(), 2, "Enter goes to what is lacking");

        translated(&mut window, RIGHT);
        compare_all(&mut window);
        window.press(CTRL_SHIFT, Key::G);
        assert!(window.shows("Nothing is lacking"));
        window.press(NONE, Key::Escape);
        window.press(CTRL, Key::E);
        let path = window.path("out.en.txt");
        window.press(CTRL, Key::A);
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        let text = std::fs::read_to_string(&path).expect("it went out");
        assert!(text.starts_with(RIGHT[0]), "{text}");
    }
}

#[test]
fn a_release_that_is_not_ready_goes_out_as_a_draft_or_for_a_reason_that_is_kept() {
    let mut window = started(FULL, Theme::Light);
    translated(&mut window, wrong());
    window.press(CTRL, Key::E);
    window.press(CTRL, Key::Enter);
    let path = window.path("draft.en.txt");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    let text = std::fs::read_to_string(&path).expect("written");
    assert!(text.starts_with("*** DRAFT ***\n\n"), "{text}");

    window.press(CTRL, Key::E);
    window.type_into("Reason", "The Minister speaks at six.");
    window.press(NONE, Key::Enter);
    let path = window.path("final.en.txt");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    let text = std::fs::read_to_string(&path).expect("written");
    assert!(text.starts_with(RIGHT[0]), "{text}");
    let kept = &window.session().said_of_checks().overridden;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].reason, "The Minister speaks at six.");
    assert!(kept[0].lacked.contains("errors"), "{}", kept[0].lacked);
    assert_eq!(kept[0].author, "Anna");
}

#[test]
fn the_status_bar_counts_findings_by_shape() {
    let mut window = started(FULL, Theme::Light);
    translated(&mut window, wrong());
    assert!(window.harness.query_all_by_label("Error: 2").next().is_some());
    assert!(window.harness.query_all_by_label("Warning: 1").next().is_some());
}

#[test]
fn a_quotation_that_was_said_before_is_offered_as_it_was_published() {
    let mut window = Window::start(FULL, Theme::Light);
    window.memory(&[(
        "« Il n’y a pas d’autre issue », avait dit le maire.",
        "“There is no other way out,” the mayor had said.",
    )]);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    window.click("Row 5 target");
    assert!(window.shows("Said before, “There is no other way out,”: statements"));
    shoot(&mut window.harness, "said-before-light");
    window.press(ALT, Key::Delete);
    let before = window.bytes();
    window.press(Modifiers { shift: true, ..ALT }, Key::Q);
    assert_eq!(window.target(4), "“There is no other way out,”");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one step");
    window.click("Row 4 target");
    assert!(!window.shows("Said before"));
}
