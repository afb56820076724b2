//! A field for a text of a release outside of the grid: framed as the other fields,
//! written in its own language's direction.

use egui::{Id, Key, KeyboardShortcut, Modifiers, StrokeKind, Ui, vec2};

use super::{CONTROL_RADIUS, focus_frame};
use crate::model::Lang;
use crate::ui::fonts::{self, TypeRole};
use crate::ui::text::{BidiEdit, Edited};
use crate::ui::theme::tokens;

/// Room round the text, in points.
const PADDING: egui::Vec2 = vec2(8.0, 5.0);

/// A field of several lines. Enter is left to the dialog, Shift+Enter breaks the line.
#[must_use = "show it"]
pub struct TextField<'a> {
    /// From what is edited: caret and undo go by it.
    pub id: Id,
    /// What it is read aloud as.
    pub name: &'a str,
    /// What is edited.
    pub text: &'a mut String,
    /// Its language, which decides its direction.
    pub lang: &'a Lang,
    /// How many lines high it is at least.
    pub rows: u8,
}

impl TextField<'_> {
    /// Shows it as wide as there is room and as high as its text.
    pub fn show(self, ui: &mut Ui) -> Edited {
        let t = tokens(ui);
        let role: TypeRole = fonts::DOCK;
        let size = vec2(ui.available_width(), f32::from(self.rows) * role.line + 2.0 * PADDING.y);
        let place = egui::Rect::from_min_size(ui.cursor().min, size).shrink2(PADDING);
        let below = ui.painter().add(egui::Shape::Noop);
        let edited = BidiEdit::new(self.id, self.name, self.text, self.lang)
            .role(role)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
            .show(ui, place);
        let frame = edited.response.rect.expand2(PADDING);
        let ground = egui::Shape::rect_filled(frame, CONTROL_RADIUS, t.sheet);
        ui.painter().set(below, ground);
        ui.painter().rect_stroke(frame, CONTROL_RADIUS, t.stroke(1.0, t.shape), StrokeKind::Inside);
        if edited.response.has_focus() {
            focus_frame(ui.painter(), frame, CONTROL_RADIUS, t);
        }
        ui.advance_cursor_after_rect(frame);
        edited
    }
}
