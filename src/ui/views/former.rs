//! Former states of a release's file: the list, what differs, and the way back.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};
use jiff::tz::TimeZone;

use super::ask::Answer;
use super::choose::{Choice, ROW_HEIGHT, choice_ui};
use super::keep::row_ui;
use crate::model::Project;
use crate::texts::{day_long, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::former::Former;

const WIDTH: f32 = 680.0;
/// Half of the ten that are kept.
const STATES_HEIGHT: f32 = 5.0 * ROW_HEIGHT;
const DIFFERENCE_HEIGHT: f32 = 240.0;

/// The states, and which one is looked at.
pub struct FormerStates {
    states: Vec<Former>,
    marked: usize,
}

impl FormerStates {
    /// A dialog on these, of which there is at least one.
    #[must_use]
    pub const fn new(states: Vec<Former>) -> Self {
        Self { states, marked: 0 }
    }

    /// Shows the dialog; answers the state to go back to.
    pub fn show(&mut self, ctx: &Context) -> Answer<Box<Project>> {
        self.move_mark(ctx);
        let mut chosen = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut stay = false;
        let title = t!("former-former-states-of-this-release");
        let shown = Dialog::new(Id::unique("former"), title).width(WIDTH).show(ctx, |ui| {
            self.states_ui(ui);
            ui.add_space(8.0);
            self.difference_ui(ui);
            dialog::buttons(ui, |ui| {
                let can = self.marked().is_some_and(|former| former.project.is_ok());
                let button = Button::main(t!("former-go-back-to-this-state")).key("Enter");
                chosen |= ui.add_enabled(can, button).clicked();
                stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        let project = self.marked().and_then(|former| former.project.as_ref().ok()).cloned();
        Answer::of(project.filter(|_| chosen), shown.left || stay)
    }

    fn marked(&self) -> Option<&Former> {
        self.states.get(self.marked)
    }

    fn move_mark(&mut self, ctx: &Context) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.marked = (self.marked + 1).min(self.states.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
    }

    fn states_ui(&mut self, ui: &mut Ui) {
        let mut clicked = None;
        let list = ScrollArea::vertical().max_height(STATES_HEIGHT).id_salt("former states");
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, former) in self.states.iter().enumerate() {
                if choice_ui(ui, &choice(former), place == self.marked) {
                    clicked = Some(place);
                }
            }
        });
        self.marked = clicked.unwrap_or(self.marked);
    }

    fn difference_ui(&self, ui: &mut Ui) {
        let Some(former) = self.marked() else { return };
        let t = tokens(ui);
        fonts::DOCK.label(ui, former.sentence(), t.ink, WIDTH - 40.0);
        if !former.rows.is_empty() {
            let text = t!("former-struck-out-is-what-is-there");
            fonts::LABEL.label(ui, text, t.ink2, WIDTH - 40.0);
        }
        ui.add_space(4.0);
        ScrollArea::vertical().max_height(DIFFERENCE_HEIGHT).id_salt("difference").show(ui, |ui| {
            for row in &former.rows {
                row_ui(ui, row);
            }
        });
    }
}

/// A state as a line: when it was saved, how large it is, what differs.
fn choice(former: &Former) -> Choice {
    let local = former.backup.saved.to_zoned_datetime(TimeZone::system());
    let name = format!("{}, {}", day_long(&local), local.strftime("%H:%M:%S"));
    let size = t!("former-kb", size = former.backup.bytes.div_ceil(1000));
    let note = if former.project.is_ok() {
        format!("{size}   {}", former.sentence())
    } else {
        t!("former-cannot-be-read", size = size)
    };
    Choice { name, note }
}
