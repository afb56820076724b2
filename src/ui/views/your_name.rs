//! Asks what somebody is called: rows, units and comments say who made them.

use egui::{Context, Id, Key, Modifiers};

use super::ask::Answer;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog};

/// The question.
#[derive(Debug, Clone, Default)]
pub struct NameQuestion {
    name: String,
    shown: bool,
}

impl NameQuestion {
    /// The question, with the name that is known.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), shown: false }
    }

    /// Shows the dialog; answers the name, which may be empty.
    pub fn show(&mut self, ctx: &Context) -> Answer<String> {
        let mut given = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let dialog = Dialog::new(Id::unique("your name"), t!("your-name")).width(420.0);
        let shown = dialog.show(ctx, |ui| {
            let t = tokens(ui);
            fonts::DOCK.label(ui, t!("your-name-why"), t.ink2, ui.available_width());
            ui.add_space(8.0);
            let response = ui.add(Field::new(t!("your-name-field"), &mut self.name));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            dialog::buttons(ui, |ui| {
                given |= ui.add(Button::main(t!("save")).key("Enter")).clicked();
            });
        });
        Answer::of(given.then(|| self.name.trim().to_owned()), shown.left)
    }
}
