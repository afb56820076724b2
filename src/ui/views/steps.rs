//! The steps of undo and redo as a list: where the work stands in it, and the way to any of
//! them.

use egui::{Context, Id, Key, Modifiers, Response, Sense, Ui, pos2, vec2};
use jiff::tz::TimeZone;

use super::ask::Answer;
use super::choose::ROW_HEIGHT;
use super::marked::Marked;
use crate::texts::{day_and_clock, said, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog};
use crate::workbench::Session;
use crate::workbench::steps::Step;

const WIDTH: f32 = 560.0;
const LIST_HEIGHT: f32 = 12.0 * ROW_HEIGHT;

/// The list, and which of its lines is marked; line 0 is before all steps.
#[derive(Debug, Clone)]
pub struct StepList {
    marked: Marked,
}

impl StepList {
    /// A list whose mark is where the work stands.
    #[must_use]
    pub const fn new(session: &Session) -> Self {
        Self { marked: Marked::on(session.steps_done()) }
    }

    /// Shows the list; answers how many steps are to be done.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<usize> {
        let steps = session.steps();
        self.marked.keys(ctx, steps.len() + 1);
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = enter.then_some(self.marked.at);
        let mut stay = false;
        let title = t!("steps-undo-and-redo");
        let shown = Dialog::new(Id::unique("steps"), title).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            fonts::DOCK.label(ui, t!("steps-enter-goes-there"), t.ink2, WIDTH - 40.0);
            ui.add_space(6.0);
            let (done, lines) = (session.steps_done(), (steps.len() + 1, ROW_HEIGHT));
            let clicked = self.marked.show(ui, lines, LIST_HEIGHT, |ui, at, marked| {
                let step = at.checked_sub(1).and_then(|before| steps.get(before));
                Line { at, step, done }.show(ui, marked)
            });
            given = clicked.or(given);
            dialog::buttons(ui, |ui| {
                if ui.add(Button::main(t!("steps-go-there")).key("Enter")).clicked() {
                    given = Some(self.marked.at);
                }
                stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        Answer::of(given, shown.left || stay)
    }
}

/// A line of the list.
struct Line<'a> {
    at: usize,
    step: Option<&'a Step>,
    done: usize,
}

impl Line<'_> {
    /// The change as it is said, and its place.
    fn name(&self) -> String {
        let Some(step) = self.step else { return t!("steps-before-all").to_owned() };
        let change = said("change", &step.name);
        match &step.row {
            Some(row) => t!("steps-change-in-row", change = change, row = row),
            None => change.to_owned(),
        }
    }

    /// Where it stands, and when it was done.
    fn note(&self) -> String {
        let at = self.step.and_then(|step| step.at);
        let at = at.map(|at| day_and_clock(&at.to_zoned_datetime(TimeZone::system())));
        let place = match self.at {
            at if at == self.done => t!("steps-here"),
            at if at > self.done => t!("steps-undone"),
            _ => "",
        };
        let parts = [place.to_owned(), at.unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("   ")
    }

    fn show(&self, ui: &mut Ui, marked: bool) -> Response {
        let t = tokens(ui);
        let (name, note) = (self.name(), self.note());
        let spoken = format!("{name}, {}", note.replace("   ", ", "));
        let id = Id::unique("step").with(self.at);
        let row = ListRow::new(id, spoken.trim_end_matches(", "), Ground::Palette);
        row.height(ROW_HEIGHT).selected(marked).show(ui, |ui| {
            let size = vec2(ui.available_width(), ROW_HEIGHT);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let painter = ui.painter();
            let ink = if self.at > self.done { t.ink3 } else { t.ink };
            let here = self.at == self.done;
            let role = if here { fonts::DOCK_BOLD } else { fonts::DOCK };
            let note_ink = if here { t.accent } else { t.ink3 };
            let note = fonts::LABEL.galley(painter, &note, note_ink);
            let left = rect.right() - 16.0 - note.size().x;
            let room = left - rect.left() - 28.0;
            let name = painter.layout_job(role.line_job(&name, ink, room));
            painter.galley(
                pos2(rect.left() + 16.0, rect.center().y - name.size().y / 2.0),
                name,
                ink,
            );
            painter.galley(pos2(left, rect.center().y - note.size().y / 2.0), note, note_ink);
        })
    }
}
