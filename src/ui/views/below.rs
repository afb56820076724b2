//! What stands at the right of the rows in a wide window goes under them in a narrow one: a
//! line that says what there is, with a button that opens and closes it.

use egui::{Align, Frame, Layout, Panel, ScrollArea, Ui, UiBuilder, vec2};

use super::release::Grid;
use super::{Act, docked, doubt};
use crate::model::View;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, line_above};
use crate::workbench::desk::Desk;
use crate::workbench::{Command, Session};

/// Height of the line, in points.
const LINE_HEIGHT: f32 = 34.0;
/// Room at the line's ends, in points.
const PADDING: f32 = 14.0;
/// What is open takes this part of the window's height, and so many points at least.
const PART: f32 = 0.34;
const LEAST_HEIGHT: f32 = 110.0;
/// From this height of the window on it is open from the start, in points.
const ROOMY: f32 = 560.0;

/// Why the panel is under the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// There is no room beside them.
    Narrow,
    /// Somebody has put it there.
    Chosen,
    /// It is hidden: only the line is there.
    Hidden,
}

/// The line under the rows, and what it opens.
pub fn below_ui(
    ui: &mut Ui,
    desk: &Desk,
    grid: &mut Grid,
    (view, why): (View, Below),
    acts: &mut Vec<Act>,
) {
    let Some(session) = &desk.session else { return };
    let window = ui.ctx().content_rect().height();
    let open = match why {
        Below::Narrow => grid.below.unwrap_or(window >= ROOMY),
        Below::Chosen => true,
        Below::Hidden => false,
    };
    let t = tokens(ui);
    let height = if open { LINE_HEIGHT + (window * PART).max(LEAST_HEIGHT) } else { LINE_HEIGHT };
    let panel = Panel::bottom("below").exact_size(height).resizable(false);
    let frame = Frame::new().fill(t.chrome);
    let shown = panel.show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if line_ui(ui, session, view, (open, why), acts) {
            match why {
                Below::Narrow => grid.below = Some(!open),
                Below::Chosen | Below::Hidden => acts.push(Act::Run(Command::TogglePanel)),
            }
        }
        if !open {
            return;
        }
        match view {
            View::Translate => docked::panel_ui(ui, desk, session, &mut grid.search, acts),
            View::Align => {
                ScrollArea::vertical().id_salt("below").show(ui, |ui| {
                    doubt::dock_ui(ui, desk, session, &mut grid.by_doubt, acts);
                });
            }
        }
    });
    line_above(ui, shown.response.rect, t.line2);
}

/// The line; whether its button was used.
fn line_ui(
    ui: &mut Ui,
    session: &Session,
    view: View,
    (open, why): (bool, Below),
    acts: &mut Vec<Act>,
) -> bool {
    let t = tokens(ui);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), LINE_HEIGHT), egui::Sense::hover());
    let room = rect.shrink2(vec2(PADDING, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    fonts::DOCK.label(&mut line, told(session, view), t.ink2, f32::INFINITY);
    let word = match (view, open) {
        (View::Translate, false) => t!("below-show-matches"),
        (View::Translate, true) => t!("below-hide-matches"),
        (View::Align, false) => t!("below-show-doubtful-links"),
        (View::Align, true) => t!("below-hide-doubtful-links"),
    };
    let layout = Layout::right_to_left(Align::Center);
    line.with_layout(layout, |ui| {
        let toggled = ui.add(Button::new(word).tight()).clicked();
        if why == Below::Chosen {
            let tip = keys::tip(ui.ctx(), Command::MovePanel.name(), Command::MovePanel);
            ui.add_space(6.0);
            if ui.add(Button::new(t!("floating-move")).tight()).on_hover_text(tip).clicked() {
                acts.push(Act::Run(Command::MovePanel));
            }
        }
        toggled
    })
    .inner
}

/// What there is to be opened.
fn told(session: &Session, view: View) -> String {
    match view {
        View::Translate => {
            let offers = session.offers_of(session.row()).unwrap_or_default();
            let best = offers.first().map(|offer| offer.found.score);
            match (offers.len(), best) {
                (count, Some(score)) => t!("below-matches", count = count, score = score),
                (_, None) => t!("below-no-match-for-this-row").to_owned(),
            }
        }
        View::Align => match session.by_doubt().len() {
            0 => t!("below-no-doubtful-link").to_owned(),
            count => t!("doubtful-links", count = count),
        },
    }
}
