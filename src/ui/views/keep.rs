//! Dialogs about work that might be lost: what a crash left, a file that somebody else
//! has changed.

use std::path::Path;

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use crate::texts::t;
use crate::ui::diff_text;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::recovery::{ChangedRow, Recovery};

/// What becomes of work that a crash left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It goes on from there.
    TakeUp,
    /// The file as it is.
    GiveUp,
}

/// What becomes of a save whose file somebody else has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Both are kept.
    SaveAs,
    /// Theirs goes; a backup keeps it.
    Replace,
}

/// Height of the list of rows before it scrolls, in points.
const LIST_HEIGHT: f32 = 300.0;

/// Asks what becomes of unsaved work, and shows what it changes.
pub fn recovery_ui(ctx: &Context, recovery: &Recovery) -> Answer<Left> {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = enter.then_some(Left::TakeUp);
    let mut later = false;
    let title = t!("keep-take-up-unsaved-work");
    let shown = Dialog::new(Id::unique("recovery"), title).width(680.0).show(ctx, |ui| {
        let t = tokens(ui);
        let name = &recovery.project.release.title;
        if !name.is_empty() {
            fonts::DOCK_BOLD.label(ui, name, t.ink, 640.0);
        }
        fonts::DOCK.label(ui, recovery.sentence(), t.ink, 640.0);
        ui.add_space(8.0);
        ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
            for row in &recovery.rows {
                row_ui(ui, row);
            }
        });
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("keep-take-it-up")).key("Enter")).clicked() {
                given = Some(Left::TakeUp);
            }
            if ui.add(Button::new(t!("keep-give-it-up"))).clicked() {
                given = Some(Left::GiveUp);
            }
            later = ui.add(Button::new(t!("keep-decide-later")).key("Esc")).clicked();
        });
    });
    Answer::of(given, shown.left || later)
}

/// A row, with what is in the file struck out and what is new underlined.
pub(super) fn row_ui(ui: &mut Ui, row: &ChangedRow) {
    let t = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let number = fonts::DOCK_BOLD.label(ui, &row.number, t.ink3, 60.0);
        ui.add_space((44.0 - number.rect.width()).max(8.0));
        let words = crate::text::diff::words(&row.before, &row.after);
        let marked = diff_text::difference(diff_text::runs(&words), t);
        let label = BidiLabel::new(&marked.text, &row.lang, fonts::DOCK, t.ink);
        // What a narrow window leaves behind the number.
        let room = ui.available_width().clamp(120.0, 580.0);
        label.spans(marked.spans).width(room).show_in(ui);
    });
    ui.add_space(4.0);
}

/// Asks what becomes of a save whose file somebody else has changed.
pub fn changed_ui(ctx: &Context, path: &Path) -> Answer<Changed> {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = enter.then_some(Changed::SaveAs);
    let mut stay = false;
    let title = t!("keep-somebody-else-has-changed-the-file");
    let shown = Dialog::new(Id::unique("changed"), title).width(560.0).show(ctx, |ui| {
        let t = tokens(ui);
        let text = t!("keep-is-not-what-it-was-when", name = path.display());
        fonts::DOCK.label(ui, text, t.ink, 520.0);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("keep-save-under-another-name")).key("Enter")).clicked() {
                given = Some(Changed::SaveAs);
            }
            if ui.add(Button::new(t!("keep-replace-their-version"))).clicked() {
                given = Some(Changed::Replace);
            }
            stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
        });
    });
    Answer::of(given, shown.left || stay)
}
