//! A tab of the head: one of the views.
//!
//! The tab in use is bold, so every tab keeps the width of its bold word and none
//! moves when another is chosen.

use egui::{Rect, Response, Role, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{focus_frame, text_at};
use crate::ui::fonts;
use crate::ui::theme::tokens;

/// Height of the head bar, which the tab fills.
pub const HEIGHT: f32 = 48.0;
const PADDING: f32 = 12.0;
const UNDERLINE: f32 = 2.0;

/// A tab.
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a Ui"]
pub struct Tab<'a> {
    label: &'a str,
    selected: bool,
}

impl<'a> Tab<'a> {
    /// A tab; `selected` is the view in use.
    pub const fn new(label: &'a str, selected: bool) -> Self {
        Self { label, selected }
    }
}

impl Widget for Tab<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let bold = fonts::DOCK_BOLD.galley(ui.painter(), self.label, t.ink);
        let size = vec2((bold.size().x + 2.0 * PADDING).ceil(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.selected, self.label)
        });
        ui.accesskit_node_builder(response.id, |node| node.set_selected(self.selected));
        if ui.is_rect_visible(rect) {
            let ink = if self.selected || response.hovered() { t.ink } else { t.ink2 };
            let galley = if self.selected {
                bold
            } else {
                fonts::DOCK.galley(ui.painter(), self.label, ink)
            };
            let left = rect.center().x - galley.size().x / 2.0;
            text_at(ui.painter(), pos2(left.round(), rect.center().y), galley);
            if self.selected {
                let line = Rect::from_min_max(
                    pos2(rect.left() + PADDING, rect.bottom() - UNDERLINE * t.stroke_scale),
                    pos2(rect.right() - PADDING, rect.bottom()),
                );
                ui.painter().rect_filled(line, 0.0, t.accent);
            }
            if response.has_focus() {
                focus_frame(ui.painter(), rect.shrink2(vec2(2.0, 10.0)), 4.0, t);
            }
        }
        response
    }
}
