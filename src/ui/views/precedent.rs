//! The precedent of a match or hit: its sentence in the earlier release, both languages,
//! with what stood before and behind it.

use egui::{Context, Frame, Id, Key, Margin, Modifiers, ScrollArea, Ui};

use super::concordance::origin;
use crate::memory::concordance::{Hit, Precedent};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::desk::{Desk, Sought};
use crate::workbench::library::Languages;

const WIDTH: f32 = 1000.0;
const LIST_HEIGHT: f32 = 440.0;
const GAP: f32 = 16.0;

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Open the release, at this sentence.
    Release(std::path::PathBuf, String),
    /// Put the target in at the caret.
    Insert(String),
}

/// Shows it over the window.
pub fn show(ctx: &Context, desk: &Desk) -> Wish {
    let pair = desk.session.as_ref().and_then(|session| session.pair().ok());
    let (Some(sought), Some(pair)) = (desk.precedent_sought(), pair) else { return Wish::Left };
    let mut wish = Wish::Open;
    let dialog = Dialog::new(Id::unique("precedent"), "Earlier release").width(WIDTH);
    let shown = dialog.show(ctx, |ui| {
        let t = tokens(ui);
        match sought {
            Sought::Looking => {
                fonts::DOCK.label(ui, "Looking …", t.ink2, f32::INFINITY);
            }
            Sought::Gone => {
                let text = "That unit is not in the memory any more.";
                fonts::DOCK.label(ui, text, t.ink2, f32::INFINITY);
            }
            Sought::Found(found) => found_ui(ui, desk, found, &pair, &mut wish),
        }
    });
    if shown.left && wish == Wish::Open { Wish::Left } else { wish }
}

fn found_ui(ui: &mut Ui, desk: &Desk, found: &Precedent, pair: &Languages, wish: &mut Wish) {
    let t = tokens(ui);
    let path = desk.release_of(&found.hit);
    let pressed = |modifiers, key| ui.ctx().input_mut(|input| input.consume_key(modifiers, key));
    let mut opens = pressed(Modifiers::COMMAND, Key::Enter);
    let mut inserts = pressed(Modifiers::NONE, Key::Enter);
    fonts::DOCK.label(ui, origin(&found.hit), t.ink2, WIDTH - 40.0);
    let has_neighbours = !found.before.is_empty() || !found.after.is_empty();
    if has_neighbours && !found.is_certain {
        let text = "The memory does not know the neighbours; these were stored before and after.";
        fonts::LABEL.label(ui, text, t.ink2, WIDTH - 40.0);
    }
    ui.add_space(6.0);
    let room = (ui.ctx().content_rect().height() - 240.0).max(120.0);
    ScrollArea::vertical().max_height(LIST_HEIGHT.min(room)).id_salt("precedent").show(ui, |ui| {
        for hit in &found.before {
            row_ui(ui, hit, false, pair);
        }
        row_ui(ui, &found.hit, true, pair);
        for hit in &found.after {
            row_ui(ui, hit, false, pair);
        }
    });
    let none = path.is_none().then_some("its project file is neither in the folder nor recent");
    dialog::buttons(ui, |ui| {
        inserts |= ui.add(Button::main("Insert target").key("Enter")).clicked();
        let button = Button::new("Open release").key("Ctrl+Enter").unless(none);
        opens |= ui.add(button).clicked();
        if ui.add(Button::new("Cancel").key("Esc")).clicked() {
            *wish = Wish::Left;
        }
    });
    match path {
        Some(path) if opens => *wish = Wish::Release(path, found.hit.source.clone()),
        _ if inserts => *wish = Wish::Insert(found.hit.target.clone()),
        _ => {}
    }
}

/// A sentence in both languages; the one that was asked for stands out.
fn row_ui(ui: &mut Ui, hit: &Hit, is_asked: bool, pair: &Languages) {
    let t = tokens(ui);
    let fill = if is_asked { t.tint } else { t.sheet };
    let ink = if is_asked { t.ink } else { t.ink2 };
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        let width = (ui.available_width() - GAP) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (text, lang) in [(&hit.source, &pair.source), (&hit.target, &pair.target)] {
                ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
                    ui.set_width(width);
                    BidiLabel::new(text, lang, fonts::DOCK, ink).width(width).show_in(ui);
                });
            }
        });
    });
}
