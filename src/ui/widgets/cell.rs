//! The editor of the active row's target.
//!
//! egui's own editor without a frame, put exactly where the text it replaces stood,
//! inside a frame painted round it: entering a row moves nothing. Enter does nothing
//! here, Shift+Enter breaks the line; the verbs of the grid take their keys before.

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{
    Context, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, StrokeKind, TextBuffer,
    TextEdit, Ui, UiBuilder,
};

use super::{CONTROL_RADIUS, focus_frame};
use crate::ui::fonts::TypeRole;
use crate::ui::theme::tokens;

/// How the text of the editor is set, at a width; see [`crate::ui::diff_text`].
pub type SetText<'a> = dyn FnMut(&str, f32) -> LayoutJob + 'a;

/// An editor for the text of one cell.
#[must_use = "show it"]
pub struct CellEditor<'a> {
    /// From what is edited (a segment's id), not from the row: caret and undo go by it.
    pub id: Id,
    /// What it is read aloud as: "Target 12".
    pub name: &'a str,
    /// What is edited.
    pub text: &'a mut String,
    /// Where the text stood: left, top and right decide, the lower edge does not.
    pub place: Rect,
    /// The frame round it.
    pub frame: Rect,
    /// The role of the text, for the height of the caret.
    pub role: TypeRole,
    /// Whether it can be changed (a locked row can be read and copied).
    pub locked: bool,
}

impl CellEditor<'_> {
    /// Shows the editor. The frame is accent with the focus, grey while it is elsewhere.
    pub fn show(self, ui: &mut Ui, set: &mut SetText<'_>) -> TextEditOutput {
        let t = tokens(ui);
        ui.painter().rect_filled(self.frame, CONTROL_RADIUS, t.sheet);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            let mut job = set(text.as_str(), width);
            job.keep_trailing_whitespace = true;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let mut read_only: &str = self.text.as_str();
        let edit = if self.locked {
            TextEdit::multiline(&mut read_only)
        } else {
            TextEdit::multiline(self.text)
        };
        let edit = edit
            .id(self.id)
            .font(self.role.font())
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(self.place.width())
            .desired_rows(1)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
            .layouter(&mut layouter);
        let mut place = ui.new_child(UiBuilder::new().max_rect(self.place));
        let output = edit.show(&mut place);
        ui.accesskit_node_builder(self.id, |node| node.set_label(self.name));
        if output.response.response.has_focus() {
            focus_frame(ui.painter(), self.frame, CONTROL_RADIUS, t);
        } else {
            let edge = t.stroke(1.0, t.shape);
            ui.painter().rect_stroke(self.frame, CONTROL_RADIUS, edge, StrokeKind::Inside);
        }
        output
    }
}

/// Gives an editor the focus, with its caret before the character at `place`.
pub fn focus(ctx: &Context, id: Id, place: usize) {
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(place))));
    state.store(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Where the caret is, in characters, or the end of what is selected.
#[must_use]
pub fn caret(ctx: &Context, id: Id) -> Option<usize> {
    let range = TextEditState::load(ctx, id)?.cursor.char_range()?;
    Some(range.primary.index.0)
}

/// Forgets what Ctrl+Z inside an editor would bring back: its text was replaced.
pub fn forget_undo(ctx: &Context, id: Id) {
    if let Some(mut state) = TextEditState::load(ctx, id) {
        state.clear_undoer();
        state.store(ctx, id);
    }
}
