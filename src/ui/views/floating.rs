//! The panel in a window of its own over the rows, and what it holds wherever it is: the
//! matches, or the doubtful links, with the verbs that move and hide it.

use egui::{Align, Frame, Id, Layout, Rect, ScrollArea, Ui, Window, pos2, vec2};

use super::release::{Grid, LEAST_DOCK};
use super::{Act, docked, doubt};
use crate::model::View;
use crate::texts::t;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, line_above};
use crate::workbench::Command;
use crate::workbench::desk::Desk;

/// Size of the window before anybody has changed it, and its least height, in points.
const USUAL_HEIGHT: f32 = 420.0;
const LEAST_HEIGHT: f32 = 160.0;
/// Room between it and the window's edges at first, in points.
const EDGE: f32 = 24.0;
/// Room below it at first: the status bar and a message, in points.
const ABOVE: f32 = 110.0;
/// Height of the line with the verbs, in points.
const FOOT_HEIGHT: f32 = 34.0;

/// The panel in a window of its own.
pub(super) fn float_ui(ui: &Ui, desk: &Desk, grid: &mut Grid, view: View, acts: &mut Vec<Act>) {
    let all = ui.ctx().content_rect();
    let known = desk.settings.panel_rect.map(|[x, y, width, height]| {
        Rect::from_min_size(pos2(x as f32, y as f32), vec2(width as f32, height as f32))
    });
    let usual = vec2(LEAST_DOCK, USUAL_HEIGHT.min(all.height() - 2.0 * EDGE));
    let corner = all.right_bottom() - usual - vec2(EDGE, ABOVE);
    let rect = known.unwrap_or(Rect::from_min_size(corner, usual));
    let t = tokens(ui);
    let frame = Frame::new().fill(t.chrome).stroke(t.stroke(1.0, t.shape)).corner_radius(6.0);
    let title = match view {
        View::Translate => t!("dock-matches"),
        View::Align => t!("floating-doubtful-links"),
    };
    let shown = Window::new(title)
        .id(Id::unique("floating panel"))
        .default_rect(rect)
        .min_size(vec2(LEAST_DOCK * 0.8, LEAST_HEIGHT))
        .constrain_to(all)
        // It is dragged by any place of it that is no text; its heading says what it is.
        .title_bar(false)
        .frame(frame)
        .show(ui.ctx(), |ui| panel_ui(ui, desk, grid, view, acts));
    let still = !ui.input(|input| input.pointer.any_down());
    if let Some(shown) = shown.filter(|_| still) {
        grid.floats = Some(shown.response.rect);
    }
}

/// What the panel holds.
pub(super) fn panel_ui(ui: &mut Ui, desk: &Desk, grid: &mut Grid, view: View, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(session) = &desk.session else { return };
    let height = (ui.available_height() - FOOT_HEIGHT).max(0.0);
    match view {
        View::Translate => {
            ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
                ui.set_min_height(height);
                docked::panel_ui(ui, desk, session, &mut grid.search, acts);
            });
            foot_ui(ui, acts);
        }
        View::Align => {
            let rows = ScrollArea::vertical().id_salt("panel").auto_shrink([false, false]);
            rows.max_height(height).show(ui, |ui| {
                doubt::dock_ui(ui, desk, session, &mut grid.by_doubt, acts);
            });
            foot_ui(ui, acts);
        }
    }
}

/// The verbs that move the panel and hide it.
fn foot_ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let size = vec2(ui.available_width(), FOOT_HEIGHT);
    let line = ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(14.0);
        let verbs = [
            (Command::TogglePanel, t!("floating-hide")),
            (Command::MovePanel, t!("floating-move")),
        ];
        for (command, word) in verbs {
            let tip = keys::tip(ui.ctx(), command.name(), command);
            if ui.add(Button::new(word).tight()).on_hover_text(tip).clicked() {
                acts.push(Act::Run(command));
            }
        }
    });
    line_above(ui, line.response.rect, tokens(ui).line);
}
