//! How much is done: a thin bar; the number stands beside it as text.

use egui::{Rect, Response, Role, Sense, Ui, Widget, WidgetInfo, vec2};

use crate::ui::theme::tokens;

/// Height of the bar in points.
pub const HEIGHT: f32 = 4.0;

/// A progress bar.
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a Ui"]
pub struct Progress<'a> {
    name: &'a str,
    done: f32,
    width: f32,
}

impl<'a> Progress<'a> {
    /// A bar read aloud as `name`; `done` from 0 to 1, green at 1.
    pub const fn new(name: &'a str, done: f32, width: f32) -> Self {
        Self { name, done, width }
    }

    /// The same from a count; of nothing, nothing is done.
    pub fn of(name: &'a str, done: usize, total: usize, width: f32) -> Self {
        let part = if total == 0 { 0.0 } else { done as f32 / total as f32 };
        Self::new(name, part, width)
    }

    /// Paints the bar into a rectangle's width, in the middle of its height.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        let t = tokens(ui);
        let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), HEIGHT));
        ui.painter().rect_filled(bar, HEIGHT / 2.0, t.sunk);
        let done = self.done.clamp(0.0, 1.0);
        if done > 0.0 {
            let color = if done >= 1.0 { t.green } else { t.ink2 };
            let width = (bar.width() * done).round().max(HEIGHT);
            let part = Rect::from_min_size(bar.min, vec2(width, HEIGHT));
            ui.painter().rect_filled(part, HEIGHT / 2.0, color);
        }
    }
}

impl Widget for Progress<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, 16.0), Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, self.name);
            info.value = Some(f64::from((self.done.clamp(0.0, 1.0) * 100.0).floor()));
            info
        });
        self.paint(ui, rect);
        response
    }
}
