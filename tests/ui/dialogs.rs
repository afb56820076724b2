//! Every dialog that a command opens, in the least window and in a window twice enlarged: it
//! stays in the window, and all its controls can be reached.
//!
//! Each line of `VIEWED` is a view and the commands that ask something there, by their names
//! in files. With `DIPTYCH_SHOTS` each is photographed.

use diptych::workbench::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Theme, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

/// What is in front when the commands are given.
#[derive(Debug, Clone, Copy)]
enum Before {
    /// The later statement in translation, with a row begun.
    Translation,
    /// The aligned sample.
    Alignment,
    /// A release saved in a folder that is open.
    Folder,
}

const VIEWED: &[(Before, &str)] = &[
    (
        Before::Translation,
        "palette about keys print-keys go-to-row concordance precedent special-characters \
         explain-match pretranslate analyse edit-sentences change-role choose-reference \
         exceptions undo-steps messages source-font save-as export-memory memories units \
         send-to-shared correct-everywhere new-from-one new-from-two choose-language \
         import-tmx open export-text use-rules",
    ),
    (Before::Alignment, "accept-from add-to-memory edit-sentences"),
    (Before::Folder, "accept-in-all add-all-to-memory"),
];

fn opened(before: Before, size: Vec2, zoom: f32) -> Window {
    let mut window = match before {
        Before::Translation => {
            let mut window = Window::later(size, Theme::Light);
            window.click("Row 3 target");
            window.type_into("Target of row 3", "Ladeis and gentlemen,");
            window
        }
        Before::Alignment => Window::sample(size, Theme::Light),
        Before::Folder => {
            let mut window = Window::saved(Theme::Light);
            window.harness.set_size(size);
            let folder = window.folder.path().to_owned();
            window.harness.state_mut().desk_mut().open(&folder);
            window.settle();
            window
        }
    };
    window.harness.ctx.set_zoom_factor(zoom);
    window.settle();
    window
}

/// The buttons of the dialog that is open, with their places in points.
fn buttons(window: &Window) -> Option<Vec<(String, Rect)>> {
    let dialog = window.harness.query_all_by_role(Role::Dialog).next()?;
    let all = dialog.query_all_by_role(Role::Button);
    let placed = all.filter(|button| button.accesskit_node().raw_bounds().is_some());
    let named =
        |button: &egui_kittest::Node<'_>| button.accesskit_node().label().unwrap_or_default();
    Some(placed.map(|button| (named(&button), button.rect())).collect())
}

#[test]
fn every_dialog_keeps_its_buttons_in_sight_in_a_small_window_and_twice_enlarged() {
    let mut wrong = Vec::new();
    for (size, zoom, name) in [(SMALL, 1.0, "small"), (FULL, 2.0, "200")] {
        for (before, ids) in VIEWED {
            let mut window = opened(*before, size, zoom);
            for id in ids.split_whitespace() {
                let command = Command::of_id(id).expect("a command");
                window.command(command.name());
                match buttons(&window) {
                    None => wrong.push(format!("{name} {id}: nothing is asked")),
                    Some(buttons) => {
                        // A picture takes longer than all else here.
                        if std::env::var_os("DIPTYCH_SHOTS").is_some() {
                            shoot(&mut window.harness, &format!("dialog-{id}-{name}"));
                        }
                        let whole = window.harness.ctx.content_rect();
                        let cut = buttons.iter().filter(|(_, rect)| !whole.contains_rect(*rect));
                        wrong.extend(cut.map(|(of, rect)| format!("{name} {id}: {of} {rect:?}")));
                    }
                }
                for _ in 0..3 {
                    if buttons(&window).is_some() {
                        window.press(Modifiers::NONE, Key::Escape);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_gets_the_focus_in_a_dialog_is_scrolled_into_sight() {
    let mut window = opened(Before::Translation, FULL, 2.0);
    window.command(Command::NewFromTwo.name());
    for _ in 0..24 {
        window.press(Modifiers::NONE, Key::Tab);
        let focused = window.harness.ctx.memory(egui::Memory::focused);
        let response = focused.and_then(|id| window.harness.ctx.read_response(id));
        let rect = response.expect("a control has the focus").rect;
        let whole = window.harness.ctx.content_rect();
        assert!(whole.intersects(rect), "{rect:?}");
    }
}
