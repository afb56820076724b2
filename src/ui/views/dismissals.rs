//! Findings that people said are no fault, to be taken back.

use egui::{Context, Id, Key, Modifiers, Sense, Ui, pos2, vec2};
use jiff::tz::TimeZone;

use super::ask::Answer;
use super::marked::Marked;
use crate::model::Dismissed;
use crate::qa::{CheckId, Finding};
use crate::texts::{day_and_clock, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog};
use crate::workbench::Session;
use crate::workbench::finding_texts::{check_name, sentence};

const WIDTH: f32 = 760.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = WIDTH - 40.0;
const LINE: f32 = 44.0;
const LIST_HEIGHT: f32 = 8.0 * LINE;

/// The list.
#[derive(Debug, Clone, Default)]
pub struct DismissalList {
    marked: Marked,
}

/// What is to be done with a dismissal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// The finding is told again.
    TakeBack(Box<Dismissed>),
    /// Go to the row.
    GoTo(usize),
}

impl DismissalList {
    /// Shows the list.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<Wish> {
        let all = Lines::of(session);
        self.marked.keys(ctx, all.0.len());
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let mut back = pressed(Modifiers::NONE, Key::Delete);
        let mut go = pressed(Modifiers::NONE, Key::Enter);
        let mut close = false;
        let title = t!("dismissals");
        let shown = Dialog::new(Id::unique("dismissals"), title).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            let hint = if all.0.is_empty() { t!("dismissals-none") } else { t!("dismissals-hint") };
            fonts::DOCK.label(ui, hint, t.ink2, ROOM);
            ui.add_space(8.0);
            let list = (all.0.len(), LINE);
            self.marked.show(ui, list, LIST_HEIGHT, |ui, at, marked| match all.0.get(at) {
                Some(line) => line.show(ui, marked),
                None => ui.label(""),
            });
            let why = all.0.is_empty().then_some(t!("dismissals-none"));
            dialog::buttons(ui, |ui| {
                let button = Button::main(t!("dismissals-take-back")).key("Delete").unless(why);
                back |= ui.add(button).clicked();
                let button = Button::new(t!("go-to-row")).key("Enter").unless(why);
                go |= ui.add(button).clicked();
                close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
            });
        });
        let line = all.0.get(self.marked.at);
        let given = line.and_then(|line| match (back, go) {
            (true, _) => Some(Wish::TakeBack(Box::new(line.of.clone()))),
            (_, true) => Some(Wish::GoTo(line.place)),
            _ => None,
        });
        Answer::of(given, shown.left || close)
    }
}

/// The dismissals that hold in the translation that is shown, the last first.
struct Lines<'a>(Vec<Line<'a>>);

struct Line<'a> {
    of: &'a Dismissed,
    place: usize,
    number: String,
    sentence: String,
}

impl<'a> Lines<'a> {
    fn of(session: &'a Session) -> Self {
        let found = session.found();
        let line = |of: &'a Dismissed| {
            let is_it = |finding: &Finding| {
                finding.check.name() == of.check && finding.cause.to_string() == of.finding
            };
            let holds = found.dismissed.iter().find(|(bead, f)| *bead == of.row && is_it(f));
            let (bead, finding) = holds?;
            let place = found.place_of(session, *bead)?;
            let number = session.beads().get(place)?.number.to_string();
            Some(Line { of, place, number, sentence: sentence(&finding.cause) })
        };
        Self(session.said_of_checks().dismissed.iter().rev().filter_map(line).collect())
    }
}

impl Line<'_> {
    fn note(&self) -> String {
        let check = CheckId::of_name(&self.of.check).map(check_name).unwrap_or_default();
        let at = day_and_clock(&self.of.at.to_zoned_datetime(TimeZone::system()));
        let parts = [check.to_owned(), self.of.author.clone(), at];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn show(&self, ui: &mut Ui, marked: bool) -> egui::Response {
        let t = tokens(ui);
        let note = self.note();
        let spoken = format!("{} {} {note}", self.number, self.sentence);
        let id = Id::unique("dismissal").with(&spoken);
        let row = ListRow::new(id, &spoken, Ground::Palette).height(LINE).selected(marked);
        row.show(ui, |ui| {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
            let painter = ui.painter();
            let number = fonts::DOCK_BOLD.galley(painter, &self.number, t.ink);
            let right = rect.left() + 48.0;
            painter.galley(pos2(right - number.size().x, rect.top() + 4.0), number, t.ink);
            let (left, room) = (right + 10.0, rect.right() - right - 22.0);
            let told = painter.layout_job(fonts::DOCK.line_job(&self.sentence, t.ink, room));
            painter.galley(pos2(left, rect.top() + 4.0), told, t.ink);
            let note = painter.layout_job(fonts::LABEL.line_job(&note, t.ink3, room));
            painter.galley(pos2(left, rect.top() + 23.0), note, t.ink3);
        })
    }
}
