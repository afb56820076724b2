//! Aligned releases serve as matches before they are in a memory, and a key leads to the
//! row behind a match and back.

use diptych::model::{Link, View};
use diptych::workbench::aligned::AlignedRow;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

fn save_as(window: &mut Window, name: &str) {
    window.press(CTRL, Key::S);
    window.press(CTRL, Key::A);
    let path = window.path(name).display().to_string();
    window.type_into("Path", &path);
    window.press(NONE, Key::Enter);
}

/// The aligned sample is saved and in the list; its source is translated anew in a release
/// that is saved too.
fn translating_again(theme: Theme) -> Window {
    let mut window = Window::sample(FULL, theme);
    let source = window.session().source().to_text();
    save_as(&mut window, "first.project.ron");
    window.press(CTRL, Key::W);
    window.paste(&source);
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    save_as(&mut window, "second.project.ron");
    window
}

/// The score and the badge of the best match of the active row that is an aligned row.
fn aligned_match(window: &Window) -> Option<(u8, String)> {
    let session = window.session();
    let offers = session.offers_of(session.row()).unwrap_or_default();
    let offer = offers.iter().find(|offer| offer.aligned.is_some())?;
    Some((offer.found.score, offer.aligned.as_ref().map(AlignedRow::badge).unwrap_or_default()))
}

/// Goes to the first row that has a match of an unreviewed link.
fn to_unreviewed(window: &mut Window) -> (u8, String) {
    let mut found = None;
    for row in 1..=window.session().beads().len() {
        let name = format!("Row {row} target");
        if window.shows(&name) && window.session().rows().is_content(row - 1) {
            window.click(&name);
            found = aligned_match(window).filter(|(_, badge)| badge.contains("unreviewed"));
        }
        if found.is_some() {
            break;
        }
    }
    found.expect("a row has such a match")
}

#[test]
fn a_guessed_row_is_offered_with_a_penalty_and_named() {
    let mut window = translating_again(Theme::Light);
    let (score, badge) = to_unreviewed(&mut window);
    let confidence: f32 = badge.rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a figure");
    assert!((0.5..=1.0).contains(&confidence), "{badge}");
    assert!((80..=95).contains(&score), "{score}: 5 points and more for the doubt");
    assert!(window.shows(&badge), "the badge is on the card");
    shoot(&mut window.harness, "precedents-light");
}

#[test]
fn a_key_leads_to_the_row_behind_the_match_and_back() {
    let mut window = translating_again(Theme::Dark);
    to_unreviewed(&mut window);
    save(&mut window);
    let (second, row) = (window.session().project().id, window.session().row());
    let source = window.session().source_text(row);
    window.press(CTRL, Key::B);
    assert_ne!(window.session().project().id, second);
    assert_eq!(window.view(), View::Align);
    let there = window.session().row();
    assert!(window.session().source_text(there).contains(&source), "the bead of the match");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.session().beads()[there].link, Link::Accepted);
    save(&mut window);
    window.press(CTRL_SHIFT, Key::B);
    assert_eq!(window.session().project().id, second);
    assert_eq!((window.view(), window.session().row()), (View::Translate, row));
    let (score, badge) = aligned_match(&window).expect("the row is still offered");
    assert_eq!(badge, "aligned, accepted");
    assert!(score >= 100, "{score}: an accepted link costs nothing");
}

fn save(window: &mut Window) {
    window.press(CTRL, Key::S);
    assert!(!window.session().is_dirty());
}

#[test]
fn unsaved_work_is_asked_about_before_the_way_to_the_row() {
    let mut window = translating_again(Theme::Light);
    to_unreviewed(&mut window);
    assert!(window.session().is_dirty(), "entering the row drafted the match");
    let (second, row) = (window.session().project().id, window.session().row());
    window.press(CTRL, Key::B);
    assert!(window.shows("Save your changes?"));
    window.click("Save");
    assert_ne!(window.session().project().id, second, "saved, then left");
    window.press(CTRL_SHIFT, Key::B);
    assert_eq!((window.session().project().id, window.session().row()), (second, row));
    assert!(!window.target(row).is_empty(), "the draft is kept");
}

#[test]
fn what_was_added_to_a_memory_is_the_memory_s_to_offer() {
    let mut window = translating_again(Theme::Light);
    to_unreviewed(&mut window);
    save(&mut window);
    window.press(CTRL, Key::B);
    let row = window.session().row();
    window.press(CTRL, Key::Enter);
    window.press(CTRL_SHIFT, Key::M);
    window.press(NONE, Key::Enter);
    assert!(window.session().beads()[row].unit.is_some(), "the row is in a memory");
    save(&mut window);
    window.press(CTRL_SHIFT, Key::B);
    let offers = window.session().offers_of(window.session().row()).unwrap_or_default();
    assert!(offers.first().is_some_and(|best| best.aligned.is_none() && best.found.score >= 100));
    assert_eq!(aligned_match(&window), None);
}

#[test]
fn where_no_match_is_an_aligned_row_the_key_says_so() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Une phrase que personne n'a jamais dite ici.\n");
    window.press(CTRL, Key::Enter);
    window.press(CTRL, Key::B);
    assert!(window.shows("no match of this row comes from an aligned release"));
    window.press(CTRL_SHIFT, Key::B);
    assert!(window.shows("there is nowhere to go back to"));
}
