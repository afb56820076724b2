//! The rest of the alignment editor: splitting a row, going from doubt to doubt, aligning
//! the rest anew between accepted links.

use diptych::model::Bead;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

fn at_row_8() -> Window {
    let mut window = Window::sample(FULL, Theme::Light);
    window.click("Row 8 source");
    window
}

#[test]
fn a_split_row_is_undone_to_the_byte() {
    let mut window = at_row_8();
    window.press(CTRL, Key::J);
    let start = window.bytes();
    window.press(CTRL, Key::T);
    let split = window.bytes();
    assert_ne!(split, start);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), start);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), split);
}

/// A command changes nothing but the rows it is about: those it leaves are what they were.
#[test]
fn a_correction_leaves_the_rows_further_off_alone() {
    for (modifiers, key) in [
        (CTRL, Key::J),
        (CTRL, Key::U),
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::ALT, Key::ArrowUp),
        (CTRL, Key::Enter),
    ] {
        let mut window = at_row_8();
        let row = window.session().row();
        let before = window.session().beads().to_vec();
        window.press(modifiers, key);
        let after = window.session().beads();
        let others = before.len() - row - 2;
        assert_eq!(before[..row - 1], after[..row - 1], "{key:?}");
        assert_eq!(before[before.len() - others..], after[after.len() - others..], "{key:?}");
    }
}

#[test]
fn keys_go_from_doubt_to_doubt_in_order_and_by_doubt() {
    let mut window = Window::sample(FULL, Theme::Light);
    // Whatever the aligner is sure of: two rows come apart, and their halves are doubtful.
    for row in ["Row 8 source", "Row 6 source"] {
        window.click(row);
        window.press(CTRL, Key::U);
    }
    window.press(CTRL, Key::ArrowUp);
    window.press(CTRL, Key::ArrowUp);
    let session = window.session();
    let doubtful: Vec<usize> =
        (0..session.beads().len()).filter(|&row| session.is_doubtful(row)).collect();
    let by_doubt = session.by_doubt();
    assert!(doubtful.len() >= 4, "{doubtful:?}");
    let below: Vec<usize> = doubtful.iter().copied().filter(|&row| row > session.row()).collect();
    for &row in &below {
        window.press(NONE, Key::F4);
        assert_eq!(window.session().row(), row, "next in order");
    }
    for &row in below.iter().rev().skip(1) {
        window.press(Modifiers::SHIFT, Key::F4);
        assert_eq!(window.session().row(), row, "previous in order");
    }
    window.press(CTRL, Key::ArrowUp);
    let start = window.session().row();
    let begin = by_doubt.iter().position(|&row| row == start).map_or(0, |at| at + 1);
    for step in 0..3 {
        window.press(CTRL, Key::F4);
        let row = by_doubt[(begin + step) % by_doubt.len()];
        assert_eq!(window.session().row(), row, "the most doubtful first");
    }
}

#[test]
fn aligning_the_rest_works_between_accepted_links_and_in_the_background() {
    let mut window = at_row_8();
    // An accepted link that is wrong on purpose, and a row that came apart.
    window.press(CTRL, Key::J);
    let anchor = window.session().active_bead().cloned().expect("a row");
    assert!(anchor.link.is_accepted() && anchor.source.len() > 1);
    window.click("Row 6 source");
    let sources = window.session().active_bead().map(|bead| bead.source.clone());
    window.press(CTRL, Key::U);
    let apart = window.bytes();
    window.harness.key_press_modifiers(CTRL, Key::R);
    window.harness.step();
    let desk = window.harness.state().desk();
    assert!(!desk.under_way().is_empty(), "it is under way");
    assert_eq!(window.bytes(), apart, "and nothing has moved yet");
    window.settle();
    let find = |window: &Window, is: &dyn Fn(&Bead) -> bool| {
        window.session().beads().iter().find(|bead| is(bead)).cloned()
    };
    assert_eq!(find(&window, &|bead| bead.id == anchor.id), Some(anchor), "an anchor never moves");
    let linked = find(&window, &|bead| Some(&bead.source) == sources.as_ref());
    assert!(linked.is_some_and(|bead| !bead.target.segments().is_empty()), "linked again");
    window.session().project().check().expect("the rows partition both sides");
    let anew = window.bytes();
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), apart);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), anew);
}

#[test]
fn what_was_changed_meanwhile_is_not_aligned_over() {
    let mut window = at_row_8();
    window.press(CTRL, Key::U);
    window.harness.key_press_modifiers(CTRL, Key::R);
    window.harness.step();
    window.harness.key_press_modifiers(CTRL, Key::Z);
    window.harness.step();
    let start = window.bytes();
    window.settle();
    assert_eq!(window.bytes(), start);
}
