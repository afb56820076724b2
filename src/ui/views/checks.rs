//! The checks as a list: what each finds, and how much it counts in this release.

use egui::{Context, Id, Key, Modifiers, Sense, Ui, pos2, vec2};

use super::ask::Answer;
use super::marked::Marked;
use crate::model::Grade;
use crate::qa::{CHECKS, Check, CheckId, Severity, Switches};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::grid::findings::{icon, severity_ink};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog};
use crate::workbench::Session;
use crate::workbench::finding_texts::{check_name, explanation, grade_name};

const WIDTH: f32 = 820.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = WIDTH - 40.0;
const LINE: f32 = 44.0;
const LIST_HEIGHT: f32 = 9.5 * LINE;
/// Width of the column of the grade, in points.
const GRADE_WIDTH: f32 = 110.0;
/// Room at the right, where the scroll bar is, in points.
const EDGE: f32 = 20.0;

/// The list.
#[derive(Debug, Clone, Default)]
pub struct CheckList {
    marked: Marked,
}

impl CheckList {
    /// Shows the list; answers which check is to count how much.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<(CheckId, Grade)> {
        let switches = Switches::agreed(session.said_of_checks());
        self.marked.keys(ctx, CHECKS.len());
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (mut toggle, mut grade) = (pressed(Key::Space) || pressed(Key::Enter), None);
        for (key, of) in [
            (Key::Num0, Grade::Off),
            (Key::Num1, Grade::Info),
            (Key::Num2, Grade::Warning),
            (Key::Num3, Grade::Error),
        ] {
            grade = grade.or(pressed(key).then_some(of));
        }
        let mut close = false;
        let shown = Dialog::new(Id::unique("checks"), t!("checks")).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            fonts::DOCK.label(ui, t!("checks-of-this-release"), t.ink2, ROOM);
            ui.add_space(8.0);
            let list = (CHECKS.len(), LINE);
            self.marked.show(ui, list, LIST_HEIGHT, |ui, at, marked| match CHECKS.get(at) {
                Some(check) => line_ui(ui, check, switches.grade_of(check.id), marked),
                None => ui.label(""),
            });
            dialog::buttons(ui, |ui| {
                toggle |= ui.add(Button::main(t!("checks-on-or-off")).key("Space")).clicked();
                for (key, of) in [("3", Grade::Error), ("2", Grade::Warning), ("1", Grade::Info)] {
                    if ui.add(Button::new(grade_name(of)).key(key)).clicked() {
                        grade = Some(of);
                    }
                }
                close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
            });
        });
        let check = CHECKS.get(self.marked.at);
        let given = check.and_then(|check| {
            let is_on = switches.is_on(check.id);
            let toggled = if is_on { Grade::Off } else { check.severity.grade() };
            Some((check.id, grade.or(toggle.then_some(toggled))?))
        });
        Answer::of(given, shown.left || close)
    }
}

/// A check: its shape by how much it counts, its name and explanation.
fn line_ui(ui: &mut Ui, check: &Check, grade: Grade, marked: bool) -> egui::Response {
    let t = tokens(ui);
    let (name, explains) = (check_name(check.id), explanation(check.id));
    let severity = Severity::of_grade(grade);
    let word = grade_name(grade);
    let spoken = format!("{name}, {word}. {explains}");
    let row = ListRow::new(Id::unique("check").with(check.name), &spoken, Ground::Palette);
    row.height(LINE).selected(marked).show(ui, |ui| {
        let size = vec2(ui.available_width(), LINE);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter();
        if let Some(severity) = severity {
            let shape = icon(severity);
            let ink = severity_ink(severity, t);
            let middle = pos2(rect.left() + 23.0, rect.top() + 14.0);
            shape.paint(painter, egui::Rect::from_center_size(middle, shape.size()), ink);
        }
        let ink = if severity.is_some() { t.ink } else { t.ink3 };
        let room = rect.width() - GRADE_WIDTH - 40.0;
        let left = rect.left() + 40.0;
        let title = painter.layout_job(fonts::DOCK_BOLD.line_job(name, ink, room));
        painter.galley(pos2(left, rect.top() + 4.0), title, ink);
        let told =
            painter.layout_job(fonts::LABEL.line_job(explains, t.ink2, rect.right() - left - 12.0));
        painter.galley(pos2(left, rect.top() + 23.0), told, t.ink2);
        let word = fonts::LABEL.galley(painter, word, ink);
        let at = pos2(rect.right() - EDGE - word.size().x, rect.top() + 5.0);
        painter.galley(at, word, ink);
    })
}
