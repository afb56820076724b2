//! Controls that know nothing of the session.
//!
//! Each paints itself from the tokens, says its role and name to AccessKit, and
//! shows the focus as a frame of accent inside its edge. Sizes are those of the
//! design: what is clicked is 28 points high, a switch 22, a key cap 16.
//!
//! | widget | file |
//! |---|---|
//! | button; icon button | [`button`]; [`icon_button`] |
//! | key cap | [`key_cap`] |
//! | view tab | [`tab`] |
//! | text field, search field | [`field`] |
//! | field for a text of a release; editor of a cell of the grid | [`text_field`]; [`cell`] |
//! | switch | [`switch`] |
//! | row of a list, card | [`list_row`] |
//! | heading of a section of the dock | [`section`] |
//! | progress bar | [`progress`] |
//! | message across the window | [`notice`] |
//! | message that goes away | [`toast`] |
//! | dialog | [`dialog`] |

pub mod button;
pub mod cell;
pub mod dialog;
pub mod field;
mod icon_button;
pub mod key_cap;
pub mod list_row;
pub mod notice;
pub mod progress;
pub mod section;
pub mod switch;
pub mod tab;
pub mod text_field;
pub mod toast;

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2};

use super::theme::Tokens;

pub use button::Button;
pub use cell::CellEditor;
pub use dialog::{Dialog, DialogAnswer};
pub use field::Field;
pub use icon_button::icon_button;
pub use key_cap::KeyCap;
pub use list_row::{Ground, ListRow};
pub use notice::{Notice, NoticeAnswer, Tone};
pub use progress::Progress;
pub use section::Section;
pub use switch::Switch;
pub use tab::Tab;
pub use text_field::TextField;
pub use toast::{Corner, Toast, Toasts};

/// Height of buttons and fields.
pub const CONTROL_HEIGHT: f32 = 28.0;
/// Corner radius of buttons and fields.
pub const CONTROL_RADIUS: f32 = 4.0;
/// Width of the bar at the left of what is active or selected.
pub const ACTIVE_BAR_WIDTH: f32 = 3.0;

/// Frames what has the focus; inside, so that nothing grows.
pub fn focus_frame(painter: &Painter, rect: Rect, radius: f32, tokens: &Tokens) {
    painter.rect_stroke(rect, radius, tokens.focus(), StrokeKind::Inside);
}

/// Paints one line of text, centred in height, from `left`; answers where it ends.
pub(super) fn text_at(painter: &Painter, left: Pos2, galley: Arc<Galley>) -> f32 {
    let top = left.y - galley.size().y / 2.0;
    let end = left.x + galley.size().x;
    painter.galley(pos2(left.x, top), galley, egui::Color32::PLACEHOLDER);
    end
}

/// Whether a control was pressed when this frame was painted.
fn is_pressed(response: &Response) -> bool {
    response.is_pointer_button_down_on()
}

/// The border of a control at rest, under the pointer, or without use.
fn border(tokens: &Tokens, response: &Response) -> Stroke {
    let color = if response.hovered() { tokens.shape } else { tokens.line2 };
    tokens.stroke(1.0, color)
}

/// A hairline across `rect`'s top edge, drawn inside it.
pub fn line_above(ui: &Ui, rect: Rect, color: egui::Color32) {
    let line = Rect::from_min_max(rect.min, pos2(rect.max.x, rect.min.y + 1.0));
    ui.painter().rect_filled(line, 0.0, color);
}

/// A hairline across `rect`'s lower edge, drawn inside it.
pub fn line_below(ui: &Ui, rect: Rect, color: egui::Color32) {
    let line = Rect::from_min_max(pos2(rect.min.x, rect.max.y - 1.0), rect.max);
    ui.painter().rect_filled(line, 0.0, color);
}

/// The bar at the left edge of what is active or selected.
pub fn active_bar(painter: &Painter, rect: Rect, tokens: &Tokens) {
    let right = rect.min.x + ACTIVE_BAR_WIDTH * tokens.stroke_scale;
    let bar = Rect::from_min_max(rect.min, pos2(right, rect.max.y));
    painter.rect_filled(bar, 0.0, tokens.accent);
}
