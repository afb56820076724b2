//! The editor of the active row's target.
//!
//! A field without a frame, put exactly where the text it replaces stood, inside a
//! frame painted round it: entering a row moves nothing. Enter does nothing here,
//! Shift+Enter breaks the line; the verbs of the grid take their keys before.

use egui::{Id, Key, KeyboardShortcut, Modifiers, Rect, StrokeKind, Ui};

use super::{CONTROL_RADIUS, focus_frame};
use crate::model::Lang;
use crate::ui::fonts::TypeRole;
use crate::ui::text::{BidiEdit, Edited, Style};
use crate::ui::theme::tokens;

pub use crate::ui::text::{caret_of as caret, focus, forget_undo};

/// An editor for the text of one cell.
#[must_use = "show it"]
pub struct CellEditor<'a> {
    /// From what is edited (a segment's id), not from the row: caret and undo go by it.
    pub id: Id,
    /// What it is read aloud as: "Target 12".
    pub name: &'a str,
    /// What is edited.
    pub text: &'a mut String,
    /// Its language, which decides its direction.
    pub lang: &'a Lang,
    /// Where the text stood: left, top and right decide, the lower edge does not.
    pub place: Rect,
    /// The frame round it.
    pub frame: Rect,
    /// How the text is set.
    pub role: TypeRole,
    /// Whether it can be changed (a locked row can be read and copied).
    pub locked: bool,
}

impl CellEditor<'_> {
    /// Shows the editor. The frame is accent with the focus, grey while it is elsewhere.
    /// `style` tells what looks otherwise; see [`crate::ui::diff_text`].
    pub fn show(self, ui: &mut Ui, style: &mut Style<'_>) -> Edited {
        let t = tokens(ui);
        ui.painter().rect_filled(self.frame, CONTROL_RADIUS, t.sheet);
        let edited = BidiEdit::new(self.id, self.name, self.text, self.lang)
            .role(self.role)
            .read_only(self.locked)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
            .style(style)
            .show(ui, self.place);
        if edited.response.has_focus() {
            focus_frame(ui.painter(), self.frame, CONTROL_RADIUS, t);
        } else {
            let edge = t.stroke(1.0, t.shape);
            ui.painter().rect_stroke(self.frame, CONTROL_RADIUS, edge, StrokeKind::Inside);
        }
        edited
    }
}
