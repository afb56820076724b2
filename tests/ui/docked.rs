//! The concordance and the earlier release in the panel, by keys: a key goes there and back,
//! the rows stay in reach, hits are put in and taken back, and the next start has it there.

use diptych::store::{Docked, PanelPlace};
use diptych::workbench::desk::Sought;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::concordance::{RELEASE, saved, translating};
use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers =
    Modifiers { alt: true, shift: true, ctrl: false, command: false, mac_cmd: false };
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// Types wherever the focus is.
fn type_on(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

fn docked(window: &Window) -> Docked {
    window.harness.state().desk().settings.docked
}

fn focus_in(window: &Window, name: &str) -> bool {
    window.harness.query_by_label(name).is_some_and(|node| node.is_focused())
}

#[test]
fn a_key_docks_the_concordance_and_leads_there_and_back() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = saved(theme);
        window.press(CTRL, Key::K);
        type_on(&mut window, "accord peche");
        window.press(ALT_SHIFT, Key::K);
        assert_eq!(docked(&window), Docked::Concordance);
        assert!(window.shows("2 hits") && window.shows("Hit 2: "), "what was asked stays");
        assert!(focus_in(&window, "Find in source"));
        shoot(&mut window.harness, &format!("docked-concordance-{theme:?}"));

        // Back to the row, where one types; and there again.
        window.press(CTRL, Key::K);
        assert!(focus_in(&window, "Target of row 1"));
        type_on(&mut window, "Draft ");
        assert_eq!(window.target(0), "Draft ");
        assert!(window.shows("2 hits"), "the hits stay in sight");
        window.press(CTRL_SHIFT, Key::ArrowLeft);
        window.press(CTRL_SHIFT, Key::ArrowLeft);
        window.press(NONE, Key::End);
        window.press(CTRL, Key::K);
        assert!(focus_in(&window, "Find in source") || focus_in(&window, "Find in target"));
        window.press(NONE, Key::Escape);
        assert!(focus_in(&window, "Target of row 1"));
        assert_eq!(docked(&window), Docked::Concordance, "Escape leaves it where it is");
    }
}

#[test]
fn a_hit_in_the_panel_is_put_in_and_taken_back() {
    let mut window = saved(Theme::Light);
    window.press(ALT_SHIFT, Key::K);
    assert!(focus_in(&window, "Find in source"), "docked at once, without a window before");
    type_on(&mut window, "accord peche");
    let before = window.bytes();
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), RELEASE[1].1, "the second hit");
    assert!(focus_in(&window, "Target of row 1"));
    window.press(CTRL, Key::Z);
    assert_eq!((window.target(0).as_str(), window.bytes()), ("", before));
    // The rows' keys are theirs while one is in the panel.
    window.press(CTRL, Key::K);
    window.press(CTRL, Key::ArrowDown);
    assert_eq!(window.session().row(), 1);
    assert!(focus_in(&window, "Find in source"), "the focus stays where one types");
}

#[test]
fn hits_of_the_panel_lead_to_their_release_and_back() {
    let mut window = saved(Theme::Dark);
    window.press(ALT_SHIFT, Key::K);
    type_on(&mut window, "peche vigueur");
    window.press(CTRL_SHIFT, Key::K);
    assert_eq!(docked(&window), Docked::Precedent);
    assert!(window.shows("approved by Tomas") && window.shows(RELEASE[3].1));
    assert!(focus_in(&window, "Insert target"));
    shoot(&mut window.harness, "docked-precedent-Dark");
    window.press(NONE, Key::Escape);
    assert_eq!(docked(&window), Docked::Concordance);
    assert!(window.shows("1 hit") && focus_in(&window, "Find in source"));
    window.press(CTRL_SHIFT, Key::K);
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), RELEASE[2].1, "Enter is that of the button");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "");
}

#[test]
fn the_earlier_release_follows_the_row() {
    let mut window = Window::start(FULL, Theme::Light);
    let all: Vec<&str> = RELEASE.iter().map(|row| row.0).collect();
    window.paste(&all.join("\n\n"));
    window.press(CTRL, Key::Enter);
    translating(&mut window);
    window.click("Row 3 target");
    window.press(CTRL_SHIFT, Key::K);
    window.press(ALT_SHIFT, Key::K);
    assert_eq!(docked(&window), Docked::Precedent);
    assert!(window.shows(RELEASE[4].1), "the second sentence behind it");
    shoot(&mut window.harness, "docked-precedent-Light");
    window.press(NONE, Key::Escape);
    assert!(focus_in(&window, "Target of row 3"));
    window.press(CTRL, Key::ArrowUp);
    window.press(CTRL, Key::ArrowUp);
    assert_eq!(window.session().row(), 0);
    let sought = window.harness.state().desk().precedent_sought();
    let found = match sought {
        Some(Sought::Found(found)) => Some((found.hit.source.as_str(), found.before.len())),
        _ => None,
    };
    assert_eq!(found, Some((RELEASE[0].0, 0)));
}

#[test]
fn it_is_there_again_at_the_next_start_and_out_of_the_panel_by_the_same_key() {
    let mut window = Window::later(FULL, Theme::Light);
    window.press(ALT_SHIFT, Key::K);
    let mut window = Window::start_in(window.close(), FULL, Theme::Light);
    window.paste("Merci.\n");
    window.press(CTRL, Key::Enter);
    assert!(window.shows("Find in source"), "with the layout");
    // Hidden with the panel, and shown with it by the key that leads there.
    window.press(Modifiers::ALT, Key::Num5);
    assert!(!window.shows("Find in source"));
    window.press(CTRL, Key::K);
    assert!(focus_in(&window, "Find in source"));
    window.press(ALT_SHIFT, Key::K);
    assert!(!window.shows("Find in source") && window.shows("a window of their own"));
    window.press(CTRL, Key::K);
    assert!(window.shows("Cancel"), "a window again");
}

#[test]
fn it_has_room_wherever_the_panel_is() {
    let mut window = Window::start(SMALL, Theme::Light);
    window.paste("Nous avons signé un accord.\n");
    window.press(CTRL, Key::Enter);
    translating(&mut window);
    window.press(ALT_SHIFT, Key::K);
    type_on(&mut window, "la");
    for place in [PanelPlace::Right, PanelPlace::Left, PanelPlace::Below, PanelPlace::Floating] {
        assert_eq!(window.harness.state().desk().settings.panel, place);
        let button = window.harness.get_by_label("Export hits…").rect();
        let whole = window.harness.ctx.content_rect();
        assert!(whole.contains_rect(button), "{place:?}: {button:?}");
        assert!(window.shows("Hit 1"), "{place:?}");
        shoot(&mut window.harness, &format!("docked-small-{place:?}"));
        window.press(ALT_SHIFT, Key::Num5);
    }
}
