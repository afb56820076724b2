//! A verb with its key, plain or main.
//!
//! One main button in a view at most. A button without use keeps its place and
//! says why under the pointer.

use std::sync::Arc;

use egui::{
    Color32, Galley, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Widget,
    WidgetInfo, pos2, vec2,
};

use super::key_cap::CapLayout;
use super::{CONTROL_HEIGHT, CONTROL_RADIUS, KeyCap, border, focus_frame, is_pressed, text_at};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::{Tokens, tokens};

/// A button with a word on it.
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    label: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    count: Option<&'a str>,
    main: bool,
    opens: bool,
    tight: bool,
    why_not: Option<&'a str>,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    /// A plain button.
    pub const fn new(label: &'a str) -> Self {
        Self {
            label,
            icon: None,
            key: None,
            count: None,
            main: false,
            opens: false,
            tight: false,
            why_not: None,
            width: None,
        }
    }

    /// The main button of a view: accent, bold.
    pub const fn main(label: &'a str) -> Self {
        Self { main: true, ..Self::new(label) }
    }

    /// Shows the key that does the same; an empty one is none.
    pub const fn key(self, key: &'a str) -> Self {
        Self { key: if key.is_empty() { None } else { Some(key) }, ..self }
    }

    /// Shows an icon before the word.
    pub const fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Shows a bold number after the word.
    pub const fn count(self, count: &'a str) -> Self {
        Self { count: Some(count), ..self }
    }

    /// Shows that the button opens a list.
    pub const fn opens(self) -> Self {
        Self { opens: true, ..self }
    }

    /// Less room inside, for a toolbar.
    pub const fn tight(self) -> Self {
        Self { tight: true, ..self }
    }

    /// Takes the button out of use when there is a reason, which the tooltip tells.
    pub const fn unless(self, why_not: Option<&'a str>) -> Self {
        Self { why_not, ..self }
    }

    /// As wide as that, the word at the left, instead of as wide as its word.
    pub const fn width(self, width: f32) -> Self {
        Self { width: Some(width), ..self }
    }

    /// How wide it will be, in points.
    #[must_use]
    pub fn width_in(&self, ui: &Ui) -> f32 {
        self.width.unwrap_or_else(|| self.layout(ui, tokens(ui)).width)
    }

    fn ink(&self, t: &Tokens) -> Color32 {
        match (self.why_not.is_some(), self.main) {
            (true, _) => t.ink3,
            (false, true) => t.on_accent,
            (false, false) => t.ink,
        }
    }

    fn layout(&self, ui: &Ui, t: &Tokens) -> Parts {
        let ink = self.ink(t);
        let bold = self.main && self.why_not.is_none();
        let key_ink = if bold { ink } else { t.ink2 };
        let painter = ui.painter();
        let mut parts = Parts {
            padding: if self.tight { 8.0 } else { 10.0 },
            gap: if self.tight { 6.0 } else { 8.0 },
            ink,
            key_ink,
            icon: self.icon,
            label: fonts::DOCK.with_bold(bold).galley(painter, self.label, ink),
            count: self.count.map(|count| fonts::DOCK_BOLD.galley(painter, count, ink)),
            key: self.key.map(|key| KeyCap(key).layout(painter, key_ink)),
            opens: self.opens,
            width: 0.0,
        };
        parts.width = parts.natural_width().ceil();
        parts
    }

    fn paint_ground(&self, ui: &Ui, rect: Rect, response: &Response, t: &Tokens) {
        let main = self.main && self.why_not.is_none();
        let (fill, edge) = match (self.why_not.is_some(), main, is_pressed(response)) {
            (true, ..) => (Color32::TRANSPARENT, t.stroke(1.0, t.line2)),
            (_, true, false) => (t.accent, Stroke::NONE),
            (_, true, true) => (t.accent.lerp_to_gamma(t.ink, 0.2), Stroke::NONE),
            (_, false, true) => (t.tint2, border(t, response)),
            (_, false, false) => (t.sheet, border(t, response)),
        };
        if self.why_not.is_some() && t.high_contrast {
            dashed_edge(ui, rect, edge);
        } else {
            ui.painter().rect(rect, CONTROL_RADIUS, fill, edge, StrokeKind::Inside);
        }
        if main && response.hovered() {
            ui.painter().rect_stroke(
                rect,
                CONTROL_RADIUS,
                t.stroke(1.0, t.ink),
                StrokeKind::Inside,
            );
        }
        if response.has_focus() {
            focus_frame(ui.painter(), rect, CONTROL_RADIUS, t);
            if main {
                let inner = t.stroke(1.0, t.on_accent);
                ui.painter().rect_stroke(rect.shrink(2.0), 3.0, inner, StrokeKind::Inside);
            }
        }
    }
}

/// What stands on a button, laid out.
struct Parts {
    padding: f32,
    gap: f32,
    ink: Color32,
    key_ink: Color32,
    icon: Option<Icon>,
    label: Arc<Galley>,
    count: Option<Arc<Galley>>,
    key: Option<CapLayout>,
    opens: bool,
    width: f32,
}

impl Parts {
    fn natural_width(&self) -> f32 {
        let icon = self.icon.map(|icon| icon.size().x);
        let count = self.count.as_ref().map(|galley| galley.size().x);
        let key = self.key.as_ref().map(|cap| cap.width);
        let chevron = self.opens.then_some(Icon::ChevronDown.size().x);
        let others: f32 =
            [icon, count, key, chevron].into_iter().flatten().map(|part| part + self.gap).sum();
        2.0 * self.padding + self.label.size().x + others
    }

    fn paint(self, ui: &Ui, rect: Rect, plain: &Tokens, main: bool) {
        let painter = ui.painter();
        let middle = rect.center().y;
        let mut x = rect.left() + self.padding;
        if let Some(icon) = self.icon {
            let center = pos2(x + icon.size().x / 2.0, middle);
            icon.paint(painter, Rect::from_center_size(center, icon.size()), self.ink);
            x += icon.size().x + self.gap;
        }
        x = text_at(painter, pos2(x, middle), self.label);
        if let Some(count) = self.count {
            x = text_at(painter, pos2(x + self.gap, middle), count);
        }
        if let Some(key) = self.key {
            let right = rect.right() - self.padding - key.width;
            let (fill, edge) =
                if main { (Color32::TRANSPARENT, self.ink) } else { (plain.sheet, plain.line2) };
            let left = if self.opens { x + self.gap } else { right.max(x + self.gap) };
            key.paint(painter, pos2(left, middle), self.key_ink, fill, edge);
        }
        if self.opens {
            let size = Icon::ChevronDown.size();
            let center = pos2(rect.right() - self.padding - size.x / 2.0, middle);
            Icon::ChevronDown.paint(painter, Rect::from_center_size(center, size), plain.ink3);
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let usable = self.why_not.is_none() && ui.is_enabled();
        let parts = self.layout(ui, t);
        let size = vec2(self.width.unwrap_or(parts.width), CONTROL_HEIGHT);
        let sense = if usable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, usable, self.label));
        describe(ui, &response, self.key, self.why_not);
        if ui.is_rect_visible(rect) {
            self.paint_ground(ui, rect, &response, t);
            parts.paint(ui, rect, t, self.main && usable);
        }
        match self.why_not {
            Some(why) => response.on_hover_text(why),
            None => response,
        }
    }
}

/// Tells AccessKit the key of a control, and why it is out of use.
pub(super) fn describe(ui: &Ui, response: &Response, key: Option<&str>, why_not: Option<&str>) {
    ui.accesskit_node_builder(response.id, |node| {
        if let Some(key) = key {
            node.set_keyboard_shortcut(key);
        }
        if let Some(why) = why_not {
            node.set_description(why);
        }
    });
}

/// The edge of what is out of use, where no paler ink can say so.
fn dashed_edge(ui: &Ui, rect: Rect, stroke: Stroke) {
    let inner = rect.shrink(stroke.width / 2.0);
    let corners = [
        inner.left_top(),
        inner.right_top(),
        inner.right_bottom(),
        inner.left_bottom(),
        inner.left_top(),
    ];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 4.0, 3.0));
}
