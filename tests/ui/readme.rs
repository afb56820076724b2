//! The pictures of the README, made anew by `DIPTYCH_SHOTS=docs/screenshots cargo test
//! --test ui readme`: each view in both themes. Without that variable they are made
//! and thrown away, which shows that every view can be painted.

use diptych::model::{Lang, View};
use diptych::workbench::desk::NewTexts;
use diptych::workbench::sample;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const THEMES: [(Theme, &str); 2] = [(Theme::Light, "light"), (Theme::Dark, "dark")];

fn go_to(window: &mut Window, row: &str) {
    window.press(Modifiers::COMMAND, Key::G);
    window.type_into("Row number", row);
    window.press(Modifiers::NONE, Key::Enter);
}

#[test]
fn readme_start() {
    for (theme, name) in THEMES {
        let mut window = Window::start(FULL, theme);
        shoot(&mut window.harness, &format!("start-{name}"));
    }
}

#[test]
fn readme_align() {
    for (theme, name) in THEMES {
        let mut window = Window::sample(FULL, theme);
        for row in ["2", "3", "4"] {
            go_to(&mut window, row);
            window.press(Modifiers::COMMAND, Key::Enter);
        }
        go_to(&mut window, "8");
        assert_eq!(window.view(), View::Align);
        shoot(&mut window.harness, &format!("align-{name}"));
    }
}

#[test]
fn readme_translate() {
    for (theme, name) in THEMES {
        let mut window = Window::later(FULL, theme);
        for _ in 0..8 {
            let row = window.session().row();
            if window.target(row).is_empty() {
                window.press(Modifiers::COMMAND, Key::ArrowDown);
            } else {
                window.press(Modifiers::COMMAND, Key::Enter);
            }
        }
        shoot(&mut window.harness, &format!("translate-{name}"));
    }
}

#[test]
fn the_dialog_and_the_small_window_can_be_painted() {
    let mut window = Window::start(crate::desk::SMALL, Theme::Light);
    window.paste("Mesdames et Messieurs,\n\nNous avons signé un accord.\n");
    assert!(window.shows("New from one text"));
    shoot(&mut window.harness, "new-release");
    let mut window = Window::sample(crate::desk::SMALL, Theme::Dark);
    window.press(Modifiers::ALT, Key::Num2);
    assert_eq!(window.view(), View::Translate);
    shoot(&mut window.harness, "small-dark");
}

#[test]
fn readme_palette() {
    let mut window = Window::sample(FULL, Theme::Dark);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    shoot(&mut window.harness, "palette-dark");
}

/// The sample's French statement against its Arabic version.
fn arabic(theme: Theme) -> Window {
    let mut window = Window::start(FULL, theme);
    let of = |tag: &str| {
        let found = sample::STATEMENT.iter().find(|(known, _)| *known == tag);
        found.map(|(_, text)| (*text).to_owned()).expect("a version of the sample")
    };
    window.harness.state_mut().desk_mut().make(NewTexts {
        source: (of("fr"), "statement.fr.txt".to_owned(), "fr".parse().ok()),
        target: Some((of("ar"), "statement.ar.txt".to_owned())),
        target_lang: "ar".parse().ok(),
    });
    window.settle();
    window
}

#[test]
fn readme_right_to_left() {
    for (theme, name) in THEMES {
        let mut window = arabic(theme);
        assert_eq!(window.session().target_lang().map(Lang::as_str), Some("ar"));
        assert!(!window.shows("not yet shown reliably"));
        go_to(&mut window, "10");
        shoot(&mut window.harness, &format!("arabic-align-{name}"));
        window.press(Modifiers::ALT, Key::Num2);
        assert_eq!(window.view(), View::Translate);
        let number = window.session().active_bead().expect("a row").number;
        window.type_into(&format!("Target of row {number}"), " (ONU, 2024)");
        let row = window.session().row();
        assert!(window.target(row).ends_with(" (ONU, 2024)"), "{}", window.target(row));
        shoot(&mut window.harness, &format!("arabic-translate-{name}"));
    }
}
