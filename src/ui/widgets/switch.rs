//! A choice between a few words: "By doubt | In order".

use std::sync::Arc;

use egui::{
    CornerRadius, Galley, Rect, Response, Role, Sense, StrokeKind, Ui, Widget, WidgetInfo, pos2,
    vec2,
};

use super::{CONTROL_RADIUS, focus_frame, text_at};
use crate::ui::fonts;
use crate::ui::theme::{Tokens, tokens};

/// Height in points.
pub const HEIGHT: f32 = 22.0;
const PADDING: f32 = 7.0;

/// A switch; the response is changed when another word was chosen.
#[must_use = "add it to a Ui"]
pub struct Switch<'a> {
    name: &'a str,
    chosen: &'a mut usize,
    words: &'a [&'a str],
}

impl<'a> Switch<'a> {
    /// A switch read aloud as `name`; `chosen` is the place of a word in `words`.
    pub const fn new(name: &'a str, chosen: &'a mut usize, words: &'a [&'a str]) -> Self {
        Self { name, chosen, words }
    }
}

impl Widget for Switch<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let widths: Vec<f32> = self.words.iter().map(|word| width(ui, word, t)).collect();
        let size = vec2(widths.iter().sum(), HEIGHT);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, self.name));
        let (edge, radius) = (t.stroke(1.0, t.line2), CONTROL_RADIUS);
        ui.painter().rect_filled(rect, radius, t.sheet);
        let mut left = rect.left();
        for (place, (word, width)) in self.words.iter().zip(widths).enumerate() {
            let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT));
            let end = (place == 0, place + 1 == self.words.len());
            let choice = choice(ui, part, word, place == *self.chosen, end, &response);
            if choice.clicked() && place != *self.chosen {
                *self.chosen = place;
                response.mark_changed();
            }
            left += width;
        }
        ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
        response
    }
}

/// Words keep the width they have when chosen.
fn width(ui: &Ui, word: &str, t: &Tokens) -> f32 {
    (galley(ui, word, true, t).size().x + 2.0 * PADDING).ceil()
}

fn galley(ui: &Ui, word: &str, chosen: bool, t: &Tokens) -> Arc<Galley> {
    let ink = if chosen { t.ink } else { t.ink2 };
    fonts::LABEL.with_bold(chosen).galley(ui.painter(), word, ink)
}

fn choice(
    ui: &Ui,
    rect: Rect,
    word: &str,
    chosen: bool,
    (first, last): (bool, bool),
    whole: &Response,
) -> Response {
    let t = tokens(ui);
    let response = ui.interact(rect, whole.id.with(word), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, word));
    if chosen {
        let side = |round: bool| if round { 4 } else { 0 };
        let (nw, ne) = (side(first), side(last));
        ui.painter().rect_filled(rect, CornerRadius { nw, ne, sw: nw, se: ne }, t.tint2);
    } else if response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), 3.0, t.hover(t.sheet));
    }
    let galley = galley(ui, word, chosen, t);
    let left = (rect.center().x - galley.size().x / 2.0).round();
    text_at(ui.painter(), pos2(left, rect.center().y), galley);
    if response.has_focus() {
        focus_frame(ui.painter(), rect, CONTROL_RADIUS, t);
    }
    response
}
