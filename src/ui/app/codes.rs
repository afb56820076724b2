//! Inline codes put in by key.

use egui::Context;

use super::App;
use crate::texts::t;
use crate::workbench::codes::character;
use crate::workbench::desk::Tone;

impl App {
    /// Puts the next code of the source that the target lacks in at the caret.
    pub(super) fn insert_code(&mut self, ctx: &Context) {
        let Some(session) = &self.desk.session else { return };
        match session.next_code(&self.grid.buffer.text) {
            Some(code) => self.insert(ctx, code.encode_utf8(&mut [0; 4])),
            None if session.codes(session.row()).is_empty() => {
                self.desk.tell(Tone::Notice, t!("codes-this-row-has-none"));
            }
            None => self.desk.tell(Tone::Done, t!("codes-all-are-there")),
        }
    }

    /// Where a caret of the active row's field stands in its text without codes, in characters.
    pub(super) fn without_codes(&self, caret: usize) -> usize {
        let before = self.grid.buffer.text.chars().take(caret);
        before.filter(|letter| character::place(*letter).is_none()).count()
    }
}
