//! The gate as a dialog: what the release lacks, each line a way to its row; the export, as
//! a draft, or all the same for a reason.

use egui::{Context, Id, Key, Modifiers, Sense, Ui, pos2, vec2};

use super::ask::{Answer, Purpose};
use super::marked::Marked;
use crate::qa::Severity;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::grid::findings::icon;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, ListRow, dialog};
use crate::workbench::finding_texts::{kind_name, sentence, value_name, verdict_name};
use crate::workbench::gate::{Gate, Lack, Lacking};

const WIDTH: f32 = 720.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = WIDTH - 40.0;
const LINE: f32 = 28.0;
const LIST_HEIGHT: f32 = 11.0 * LINE;

/// The dialog.
#[derive(Debug, Clone)]
pub struct GateDialog {
    /// What is exported once the release may go out.
    pub purpose: Purpose,
    marked: Marked,
    reason: String,
    /// Whether the field for the reason had the focus once.
    shown: bool,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Go to what is lacking.
    GoTo(Box<Lacking>),
    /// Export: it is ready.
    Export,
    /// Export it as a draft.
    Draft,
    /// Export all the same, for this reason.
    AllTheSame(String),
}

impl GateDialog {
    /// The dialog before an export.
    #[must_use]
    pub fn new(purpose: Purpose) -> Self {
        Self { purpose, marked: Marked::default(), reason: String::new(), shown: false }
    }

    /// Shows what the gate lacks.
    pub fn show(&mut self, ctx: &Context, gate: &Gate) -> Answer<Wish> {
        let lacking = &gate.lacking;
        self.marked.keys(ctx, lacking.len());
        let field = Id::unique("gate reason");
        let has_reason = !self.reason.trim().is_empty();
        let in_field = has_reason && ctx.memory(|memory| memory.has_focus(field));
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let mut draft = pressed(Modifiers::COMMAND, Key::Enter);
        let enter = pressed(Modifiers::NONE, Key::Enter);
        let (mut go, mut same) = (enter && !in_field, enter && in_field);
        let (mut export, mut close) = (go && gate.is_ready(), false);
        let shown = Dialog::new(Id::unique("gate"), t!("gate")).width(WIDTH).show(ctx, |ui| {
            head_ui(ui, gate);
            let list = (lacking.len(), LINE);
            let clicked =
                self.marked.show(ui, list, LIST_HEIGHT, |ui, at, marked| match lacking.get(at) {
                    Some(lacking) => line_ui(ui, lacking, marked),
                    None => ui.label(""),
                });
            go |= clicked.is_some();
            if gate.is_ready() {
                dialog::buttons(ui, |ui| {
                    export |= ui.add(Button::main(t!("gate-export")).key("Enter")).clicked();
                    close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
                });
                return;
            }
            ui.add_space(10.0);
            ui.horizontal(|ui| {
                let reason = Field::new(t!("gate-reason"), &mut self.reason).id(field);
                let reason = ui.add(reason.hint(t!("gate-reason-hint")).width(ROOM - 220.0));
                if !std::mem::replace(&mut self.shown, true) {
                    reason.request_focus();
                }
                let why = self.reason.trim().is_empty().then_some(t!("gate-say-why"));
                same |= ui.add(Button::new(t!("gate-all-the-same")).unless(why)).clicked();
            });
            dialog::buttons(ui, |ui| {
                let why = lacking.is_empty().then_some(t!("dock-checks-under-way"));
                go |= ui.add(Button::main(t!("go-to-row")).key("Enter").unless(why)).clicked();
                draft |= ui.add(Button::new(t!("gate-as-draft")).key("Ctrl+Enter")).clicked();
                close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
            });
        });
        let reason = self.reason.trim();
        let given = if export {
            Some(Wish::Export)
        } else if gate.is_ready() {
            None
        } else if draft {
            Some(Wish::Draft)
        } else if same && !reason.is_empty() {
            Some(Wish::AllTheSame(reason.to_owned()))
        } else if go {
            lacking.get(self.marked.at).map(|lacking| Wish::GoTo(Box::new(lacking.clone())))
        } else {
            None
        };
        Answer::of(given, shown.left || close)
    }
}

/// Whether it is ready, or how much is lacking.
fn head_ui(ui: &mut Ui, gate: &Gate) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        let (shape, text) = match (gate.is_ready(), gate.lacking.len()) {
            (true, _) => (Icon::Approved, t!("gate-ready").to_owned()),
            (false, 0) => (Icon::Draft, t!("dock-checks-under-way").to_owned()),
            (false, count) => (Icon::Warning, t!("gate-lacking", count = count)),
        };
        shape.show(ui);
        fonts::DOCK_BOLD.label(ui, text, t.ink, ROOM - 30.0);
    });
    ui.add_space(8.0);
}

/// What is lacking, in a sentence.
#[must_use]
pub fn told(lack: &Lack) -> String {
    match lack {
        Lack::Open => t!("finding-open").to_owned(),
        Lack::Unconfirmed => t!("gate-unconfirmed").to_owned(),
        Lack::Rejected => t!("gate-rejected").to_owned(),
        Lack::Changed => t!("gate-changed").to_owned(),
        Lack::Finding(cause) => sentence(cause),
        Lack::Fact(fact) => t!(
            "gate-fact",
            kind = kind_name(&fact.line),
            value = value_name(&fact.line),
            verdict = verdict_name(fact.line.verdict)
        ),
    }
}

const fn shape(lack: &Lack) -> Icon {
    match lack {
        Lack::Open => Icon::Open,
        Lack::Unconfirmed => Icon::Draft,
        Lack::Rejected => Icon::Rejected,
        Lack::Changed => Icon::SourceChanged,
        Lack::Finding(_) => icon(Severity::Error),
        Lack::Fact(_) => Icon::Warning,
    }
}

fn line_ui(ui: &mut Ui, lacking: &Lacking, marked: bool) -> egui::Response {
    let t = tokens(ui);
    let (number, text) = (lacking.number.to_string(), told(&lacking.lack));
    let spoken = t!("gate-spoken", number = number, text = text);
    let id = Id::unique("lacking").with(&spoken);
    let row = ListRow::new(id, &spoken, Ground::Palette).height(LINE).selected(marked);
    row.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let painter = ui.painter();
        let middle = rect.center().y;
        shape(&lacking.lack).paint_at(painter, pos2(rect.left() + 22.0, middle));
        let number = fonts::DOCK_BOLD.galley(painter, &number, t.ink);
        let right = rect.left() + 74.0;
        let top = middle - number.size().y / 2.0;
        painter.galley(pos2(right - number.size().x, top), number, t.ink);
        let room = rect.right() - right - 24.0;
        let text = painter.layout_job(fonts::DOCK.line_job(&text, t.ink, room));
        painter.galley(pos2(right + 10.0, top), text, t.ink);
    })
}
