//! What would be done, told before it is done: how many units, what becomes of them, the
//! first of them.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::Wish;
use crate::memory::maintain::Step;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog, line_below};
use crate::workbench::desk::{Doing, Planned};

const WIDTH: f32 = 720.0;
const INSIDE: f32 = WIDTH - 2.0 * dialog::PADDING as f32;
/// So many units are shown.
const SHOWN: usize = 6;

/// Shows the plan; what is to become of it.
pub fn show(ctx: &Context, planned: &Planned) -> Wish {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut wish = if enter { Wish::CarryOut } else { Wish::Open };
    let count = planned.plan.steps.len();
    let (title, verb) = named(planned.doing, count);
    let shown = Dialog::new(Id::unique("plan"), title).width(WIDTH).show(ctx, |ui| {
        told_ui(ui, planned);
        units_ui(ui, planned);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(&verb).key("Enter")).clicked() {
                wish = Wish::CarryOut;
            }
            if ui.add(Button::new(t!("cancel")).key("Esc")).clicked() {
                wish = Wish::GiveUp;
            }
        });
    });
    if shown.left && matches!(wish, Wish::Open) { Wish::GiveUp } else { wish }
}

fn named(doing: Doing, count: usize) -> (&'static str, String) {
    match doing {
        Doing::Edit => (t!("units-plan-edit"), t!("units-do-edit", count = count)),
        Doing::Delete => (t!("units-plan-delete"), t!("units-do-delete", count = count)),
        Doing::Merge => (t!("units-plan-merge"), t!("units-do-merge", count = count)),
        Doing::RollBack | Doing::Undo | Doing::Redo => {
            (t!("units-plan-take-back"), t!("units-do-take-back", count = count))
        }
    }
}

fn told_ui(ui: &mut Ui, planned: &Planned) {
    let t = tokens(ui);
    let counts = planned.counts;
    let lines = [
        (counts.withdrawn > 0).then(|| t!("units-plan-deleted", count = counts.withdrawn)),
        (counts.changed > 0).then(|| t!("units-plan-changed", count = counts.changed)),
        (counts.restored > 0).then(|| t!("units-plan-restored", count = counts.restored)),
        (counts.left > 0).then(|| t!("units-plan-left", count = counts.left)),
    ];
    for line in lines.into_iter().flatten() {
        fonts::DOCK_BOLD.label(ui, line, t.ink, INSIDE);
    }
    if planned.doing == Doing::Merge {
        fonts::DOCK.label(ui, t!("units-plan-merge-rule"), t.ink2, INSIDE);
    }
    fonts::DOCK.label(ui, t!("units-plan-can-be-undone"), t.ink2, INSIDE);
    ui.add_space(8.0);
}

fn units_ui(ui: &mut Ui, planned: &Planned) {
    let t = tokens(ui);
    for step in planned.plan.steps.iter().take(SHOWN) {
        step_ui(ui, planned, step);
    }
    let more = planned.plan.steps.len().saturating_sub(SHOWN);
    if more > 0 {
        ui.add_space(4.0);
        fonts::DOCK.label(ui, t!("units-plan-more", count = more), t.ink2, INSIDE);
    }
}

/// A unit before and after.
fn step_ui(ui: &mut Ui, planned: &Planned, step: &Step) {
    let t = tokens(ui);
    let header = planned.ledger.header();
    let now = planned.ledger.unit(step.slot).map(|stored| stored.unit);
    let after = step.to.as_deref();
    let source = now.map(|unit| unit.source).or(after.map(|unit| unit.source.as_str()));
    let line = |ui: &mut Ui, text: &str, lang, ink| {
        BidiLabel::new(text, lang, fonts::DOCK, ink).without_marks().cut_at(INSIDE).show_in(ui);
    };
    line(ui, source.unwrap_or_default(), &header.source, t.ink);
    let target = after.map(|unit| unit.target.as_str());
    let changes = match (now, target) {
        (Some(now), Some(target)) if now.target != target => Some((now.target, target)),
        _ => None,
    };
    match (changes, now) {
        (Some((before, target)), _) => {
            line(ui, before, &header.target, t.del);
            line(ui, target, &header.target, t.ins);
        }
        (None, Some(now)) => line(ui, now.target, &header.target, t.ink2),
        (None, None) => line(ui, target.unwrap_or_default(), &header.target, t.ins),
    }
    ui.add_space(3.0);
    let rect = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(INSIDE, 1.0));
    line_below(ui, rect, t.line);
    ui.add_space(4.0);
}
