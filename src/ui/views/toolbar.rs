//! The toolbar of the alignment view: each verb with its key.

use egui::{Align, Frame, Layout, Margin, Panel, Rect, Sense, Ui, pos2, vec2};

use super::Act;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, line_below};
use crate::workbench::{Command, Session};

const HEIGHT: f32 = 44.0;

/// The toolbar.
pub fn align_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.chrome).inner_margin(Margin::symmetric(12, 0));
    let panel = Panel::top("toolbar").exact_size(HEIGHT).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            buttons_ui(ui, session, acts);
        });
    });
    line_below(ui, shown.response.rect, t.line2);
}

fn buttons_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let bead = session.active_bead();
    let accepted = bead.is_some_and(|bead| bead.link.is_accepted());
    let why = accepted.then_some("this link is accepted already");
    verb_ui(ui, Button::main("Accept").unless(why), Command::Accept, acts);
    verb_ui(ui, Button::new("Next doubtful"), Command::NextDoubtful, acts);
    rule_ui(ui);
    verb_ui(ui, Button::new("Join"), Command::Join, acts);
    let single = bead.is_none_or(|b| b.source.len() < 2 && b.target.segments().len() < 2);
    let why = single.then_some("one sentence a side");
    verb_ui(ui, Button::new("Split").unless(why), Command::Split, acts);
    verb_ui(ui, Button::new("Move up"), Command::MoveUp, acts);
    verb_ui(ui, Button::new("Move down"), Command::MoveDown, acts);
    let one_sided = bead.is_none_or(|b| b.source.is_empty() || b.target.segments().is_empty());
    if one_sided {
        verb_ui(ui, Button::new("Link"), Command::Link, acts);
    } else {
        verb_ui(ui, Button::new("Unlink"), Command::Unlink, acts);
    }
    if ui.available_width() > 420.0 {
        let why = accepted.then_some("an accepted link stays where it is");
        verb_ui(ui, Button::new("Pin").unless(why), Command::Pin, acts);
    }
    if ui.available_width() > 330.0 {
        rule_ui(ui);
        verb_ui(ui, Button::new("Realign the rest"), Command::Realign, acts);
    }
    let sure = session.counts().sure;
    if ui.available_width() > 170.0 {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let count = sure.to_string();
            let why = (sure == 0).then_some("there is no guessed link from 0.90");
            let button = Button::new("Accept all from 0.90").count(&count).tight().unless(why);
            if ui.add(button).clicked() {
                acts.push(Act::Run(Command::AcceptSure));
            }
        });
    }
}

fn verb_ui(ui: &mut Ui, button: Button<'_>, command: Command, acts: &mut Vec<Act>) {
    let key = keys::text(ui.ctx(), command);
    if ui.add(button.key(&key).tight()).clicked() {
        acts.push(Act::Run(command));
    }
}

/// A short upright line between groups.
fn rule_ui(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
    let line = Rect::from_min_size(pos2(rect.center().x.round(), rect.top()), vec2(1.0, 20.0));
    ui.painter().rect_filled(line, 0.0, t.line2);
}
