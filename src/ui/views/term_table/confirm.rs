//! What would be done to a termbase, told before it is done.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::Wish;
use crate::model::TermChange;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::termbases::plan::Doing;
use crate::workbench::termbases::{OpenTerms, TermPlan};

const WIDTH: f32 = 720.0;
const INSIDE: f32 = WIDTH - 2.0 * dialog::PADDING as f32;
/// So many concepts, and so many remarks of a reader, are shown.
const SHOWN: usize = 8;
const PROBLEMS_SHOWN: usize = 3;

/// Shows the plan; what is to become of it.
pub fn show(ctx: &Context, plan: &TermPlan, open: &OpenTerms) -> Wish {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let nothing = plan.step.changes.is_empty();
    let mut wish = match (enter, nothing) {
        (true, false) => Wish::CarryOut,
        (true, true) => Wish::GiveUp,
        _ => Wish::Open,
    };
    let (title, verb) = named(plan, open);
    let shown = Dialog::new(Id::unique("term plan"), &title).width(WIDTH).show(ctx, |ui| {
        told_ui(ui, plan);
        changes_ui(ui, plan);
        dialog::buttons(ui, |ui| {
            let why = nothing.then_some(t!("term-plan-nothing"));
            if ui.add(Button::main(&verb).key("Enter").unless(why)).clicked() {
                wish = Wish::CarryOut;
            }
            if ui.add(Button::new(t!("cancel")).key("Esc")).clicked() {
                wish = Wish::GiveUp;
            }
        });
    });
    if shown.left && wish == Wish::Open { Wish::GiveUp } else { wish }
}

fn named(plan: &TermPlan, open: &OpenTerms) -> (String, String) {
    let (count, name) = (plan.step.changes.len(), open.name());
    match &plan.doing {
        Doing::Import(from) => (
            t!("term-plan-import", from = from, name = name),
            t!("term-plan-do-import", count = count),
        ),
        Doing::Merge(from) => (
            t!("term-plan-merge", from = from, name = name),
            t!("term-plan-do-import", count = count),
        ),
        Doing::Delete => {
            (t!("term-plan-delete", name = name), t!("term-plan-do-delete", count = count))
        }
    }
}

fn told_ui(ui: &mut Ui, plan: &TermPlan) {
    let t = tokens(ui);
    let tally = plan.tally;
    let lines = [
        (tally.added > 0).then(|| t!("term-plan-added", count = tally.added)),
        (tally.changed > 0).then(|| t!("term-plan-changed", count = tally.changed)),
        (tally.deleted > 0).then(|| t!("term-plan-deleted", count = tally.deleted)),
        (tally.same > 0).then(|| t!("term-plan-same", count = tally.same)),
    ];
    for line in lines.into_iter().flatten() {
        fonts::DOCK_BOLD.label(ui, line, t.ink, INSIDE);
    }
    if plan.doubtful > 0 {
        fonts::DOCK.label(ui, t!("term-plan-doubtful", count = plan.doubtful), t.amber, INSIDE);
    }
    for problem in plan.problems.iter().take(PROBLEMS_SHOWN) {
        fonts::DOCK.label(ui, problem.to_string(), t.amber, INSIDE);
    }
    let more = plan.problems.len().saturating_sub(PROBLEMS_SHOWN);
    if more > 0 {
        fonts::DOCK.label(ui, t!("term-plan-more-problems", count = more), t.amber, INSIDE);
    }
    fonts::DOCK.label(ui, t!("units-plan-can-be-undone"), t.ink2, INSIDE);
    ui.add_space(8.0);
}

fn changes_ui(ui: &mut Ui, plan: &TermPlan) {
    let t = tokens(ui);
    for TermChange { before, after, .. } in plan.step.changes.iter().take(SHOWN) {
        let concept = after.as_ref().filter(|after| !after.deleted).or(before.as_ref());
        let Some(concept) = concept else { continue };
        let is_gone = after.as_ref().is_none_or(|after| after.deleted);
        let terms: Vec<String> =
            concept.terms.iter().map(|term| format!("{} ({})", term.text, term.lang)).collect();
        let ink = if is_gone { t.del } else { t.ink };
        BidiLabel::plain(&terms.join(", "), fonts::DOCK, ink).cut_at(INSIDE).show_in(ui);
    }
    let more = plan.step.changes.len().saturating_sub(SHOWN);
    if more > 0 {
        ui.add_space(4.0);
        fonts::DOCK.label(ui, t!("term-plan-more", count = more), t.ink2, INSIDE);
    }
}
