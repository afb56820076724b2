//! A button that is only an icon.

use egui::{Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo};

use super::{CONTROL_HEIGHT, CONTROL_RADIUS, focus_frame, is_pressed};
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;

/// A square button with an icon and no border; `name` is read aloud and is its tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(CONTROL_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        if is_pressed(&response) {
            ui.painter().rect_filled(rect, CONTROL_RADIUS, t.tint2);
        }
        if response.hovered() {
            let edge = t.stroke(1.0, t.shape);
            ui.painter().rect_stroke(rect, CONTROL_RADIUS, edge, StrokeKind::Inside);
        }
        let place = Rect::from_center_size(rect.center(), icon.size());
        icon.paint(ui.painter(), place, t.ink2);
        if response.has_focus() {
            focus_frame(ui.painter(), rect, CONTROL_RADIUS, t);
        }
    }
    response.on_hover_text(name)
}
