//! What was told since the program began, also when its message has been closed.

use egui::{Context, Frame, Id, Key, Margin, Modifiers, ScrollArea, Ui};
use jiff::tz::TimeZone;

use crate::texts::{day_and_clock, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Tone, dialog};
use crate::workbench::desk::{self, Desk, Logged};

const WIDTH: f32 = 680.0;
const LIST_HEIGHT: f32 = 380.0;
/// Width of the column of times, in points.
const TIME_WIDTH: f32 = 150.0;

/// What came of a frame of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// All of it as a text for the clipboard.
    CopyAll,
    /// It was left.
    Leave,
}

/// Which messages are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct LogPanel {
    only_wrong: bool,
}

impl LogPanel {
    /// Shows the list over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Option<Wish> {
        let copy = ctx.input_mut(|input| {
            let copied = input.events.iter().any(|event| matches!(event, egui::Event::Copy));
            copied | input.consume_key(Modifiers::NONE, Key::Enter)
        });
        let mut wish = copy.then_some(Wish::CopyAll);
        let shown =
            Dialog::new(Id::unique("log"), t!("log-messages")).width(WIDTH).show(ctx, |ui| {
                ui.checkbox(&mut self.only_wrong, t!("log-only-what-went-wrong"));
                ui.add_space(6.0);
                self.list_ui(ui, desk);
                dialog::buttons(ui, |ui| {
                    if ui.add(Button::main(t!("log-copy-all")).key("Enter")).clicked() {
                        wish = Some(Wish::CopyAll);
                    }
                    if ui.add(Button::new(t!("close")).key("Esc")).clicked() {
                        wish = Some(Wish::Leave);
                    }
                });
            });
        wish.or(shown.left.then_some(Wish::Leave))
    }

    fn list_ui(self, ui: &mut Ui, desk: &Desk) {
        let t = tokens(ui);
        let wanted =
            |logged: &&Logged| !self.only_wrong || logged.message.tone == desk::Tone::Wrong;
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("messages");
        list.auto_shrink([false, true]).show(ui, |ui| {
            if desk.log().find(wanted).is_none() {
                fonts::DOCK.label(ui, t!("log-nothing"), t.ink2, WIDTH - 40.0);
            }
            for logged in desk.log().filter(wanted) {
                line_ui(ui, logged);
            }
        });
    }
}

/// A message with its time and its sign.
fn line_ui(ui: &mut Ui, logged: &Logged) {
    let t = tokens(ui);
    let tone = match logged.message.tone {
        desk::Tone::Done => Tone::Good,
        desk::Tone::Notice => Tone::Look,
        desk::Tone::Wrong => Tone::Wrong,
    };
    Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            tone.icon().show(ui);
            let at = day_and_clock(&logged.at.to_zoned_datetime(TimeZone::system()));
            let shown = fonts::DOCK.label(ui, at, t.ink3, TIME_WIDTH);
            ui.add_space((TIME_WIDTH - shown.rect.width()).max(8.0));
            let room = (ui.available_width() - 12.0).max(120.0);
            fonts::DOCK.label(ui, &logged.message.text, t.ink, room);
        });
    });
}
