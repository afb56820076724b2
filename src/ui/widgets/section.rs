//! The heading of a section of the dock: a bold name, a note, a verb with its key.
//!
//! A section with nothing to say is its heading and the note "none"; it is never
//! hidden, so nothing jumps.

use egui::{Align, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{KeyCap, line_above, text_at};
use crate::ui::fonts;
use crate::ui::theme::{Tokens, tokens};

/// Height of a heading in points.
pub const HEIGHT: f32 = 30.0;
/// Height of a heading with a switch in it.
pub const TALL_HEIGHT: f32 = 38.0;
/// Room at the left and right of everything in the dock.
pub const PADDING: f32 = 14.0;

/// A heading.
#[derive(Debug, Clone, Copy)]
#[must_use = "show it"]
pub struct Section<'a> {
    title: &'a str,
    note: &'a str,
    verb: &'a str,
    keys: &'a [&'a str],
    first: bool,
}

impl<'a> Section<'a> {
    /// A heading with a line above it.
    pub const fn new(title: &'a str) -> Self {
        Self { title, note: "", verb: "", keys: &[], first: false }
    }

    /// The first of its column has no line above it.
    pub const fn first(self) -> Self {
        Self { first: true, ..self }
    }

    /// The row it speaks of, a count, or "none".
    pub const fn note(self, note: &'a str) -> Self {
        Self { note, ..self }
    }

    /// What the key does, at the right.
    pub const fn verb(self, verb: &'a str) -> Self {
        Self { verb, ..self }
    }

    /// The key, or the first and the last of a row of keys.
    pub const fn keys(self, keys: &'a [&'a str]) -> Self {
        Self { keys, ..self }
    }

    /// Shows the heading across the width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response, end) = self.paint(ui, HEIGHT);
        self.paint_note(ui, rect, end, f32::INFINITY);
        self.paint_keys(ui, rect, tokens(ui));
        response
    }

    /// Shows a taller heading with controls at its right, added from right to left.
    pub fn show_with<R>(self, ui: &mut Ui, controls: impl FnOnce(&mut Ui) -> R) -> R {
        let (rect, _, end) = self.paint(ui, TALL_HEIGHT);
        let room = rect.shrink2(vec2(PADDING, 0.0));
        let layout = Layout::right_to_left(Align::Center);
        let shown = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), controls);
        self.paint_note(ui, rect, end, shown.response.rect.left());
        shown.inner
    }

    /// Paints all but the note; the place, and where the title ends.
    fn paint(&self, ui: &mut Ui, height: f32) -> (Rect, Response, f32) {
        let t = tokens(ui);
        let size = vec2(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let name = [self.title, self.note].join(" ");
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name.trim_end()));
        if !self.first {
            line_above(ui, rect, t.line2);
        }
        let start = pos2(rect.left() + PADDING, rect.center().y);
        let title = fonts::DOCK_HEADING.galley(ui.painter(), self.title, t.ink);
        let end = text_at(ui.painter(), start, title);
        (rect, response, end.ceil() + 6.0)
    }

    /// Paints the note behind the title, where there is room for it.
    fn paint_note(&self, ui: &Ui, rect: Rect, left: f32, right: f32) {
        let note = fonts::LABEL.galley(ui.painter(), self.note, tokens(ui).ink3);
        if left + note.size().x < right {
            text_at(ui.painter(), pos2(left, rect.center().y), note);
        }
    }

    /// From the right: the keys with a dash between them, then the verb.
    fn paint_keys(&self, ui: &Ui, rect: Rect, t: &Tokens) {
        let (painter, middle) = (ui.painter(), rect.center().y);
        let mut right = rect.right() - PADDING;
        for (place, key) in self.keys.iter().rev().enumerate() {
            if place > 0 {
                let dash = fonts::LABEL.galley(painter, "–", t.ink3);
                right -= dash.size().x.ceil() + 4.0;
                text_at(painter, pos2(right, middle), dash);
                right -= 4.0;
            }
            let cap = KeyCap(key).layout(painter, t.ink2);
            right -= cap.width;
            cap.paint(painter, pos2(right, middle), t.ink2, t.sheet, t.line2);
        }
        let verb = fonts::LABEL.galley(painter, self.verb, t.ink3);
        text_at(painter, pos2((right - 4.0 - verb.size().x).floor(), middle), verb);
    }
}
