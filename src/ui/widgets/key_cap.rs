//! A key, as a cap: `Ctrl+Shift+Down` with a painted arrow.
//!
//! Names are joined by `+`; `Up`, `Down`, `Left` and `Right` are painted. A cap is
//! shown beside its verb wherever the verb is.

use std::sync::Arc;

use egui::{
    Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, Widget,
    WidgetInfo, vec2,
};

use super::text_at;
use crate::ui::fonts;
use crate::ui::shapes::{Way, key_arrow};
use crate::ui::theme::tokens;

/// Height of a cap in points.
pub const HEIGHT: f32 = 16.0;
const PADDING: f32 = 4.0;
const RADIUS: f32 = 3.0;
const ARROW: f32 = 9.0;

/// A key cap.
#[derive(Debug, Clone, Copy)]
pub struct KeyCap<'a>(pub &'a str);

/// A cap laid out, to be painted where there is room for it.
pub struct CapLayout {
    parts: Vec<Part>,
    /// Width in points.
    pub width: f32,
}

enum Part {
    Text(Arc<Galley>),
    Arrow(Way),
}

impl KeyCap<'_> {
    /// Lays the cap out with its text in `ink`.
    #[must_use]
    pub fn layout(&self, painter: &Painter, ink: Color32) -> CapLayout {
        let parts: Vec<Part> = pieces(self.0)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => Part::Text(fonts::KEY.galley(painter, text, ink)),
                Piece::Arrow(way) => Part::Arrow(way),
            })
            .collect();
        let inner: f32 = parts.iter().map(Part::width).sum();
        CapLayout { parts, width: (inner + 2.0 * PADDING).ceil() }
    }
}

impl CapLayout {
    /// Paints the cap, its left edge and its middle at `left`; answers its right edge.
    ///
    /// `ink` is the colour of arrows, `fill` and `edge` those of the cap.
    pub fn paint(
        self,
        painter: &Painter,
        left: Pos2,
        ink: Color32,
        fill: Color32,
        edge: Color32,
    ) -> f32 {
        let rect = Rect::from_min_size(left - vec2(0.0, HEIGHT / 2.0), vec2(self.width, HEIGHT));
        painter.rect_filled(rect, RADIUS, fill);
        let stroke = tokens(painter.ctx()).stroke(1.0, edge);
        painter.rect_stroke(rect, RADIUS, stroke, StrokeKind::Inside);
        let mut at = left + vec2(PADDING, 0.0);
        for part in self.parts {
            let width = part.width();
            match part {
                Part::Text(galley) => {
                    text_at(painter, at, galley);
                }
                Part::Arrow(way) => {
                    let center = at + vec2(ARROW / 2.0, 0.0);
                    key_arrow(
                        painter,
                        Rect::from_center_size(center, Vec2::splat(ARROW)),
                        ink,
                        way,
                    );
                }
            }
            at.x += width;
        }
        rect.right()
    }
}

impl Part {
    fn width(&self) -> f32 {
        match self {
            Self::Text(galley) => galley.size().x,
            Self::Arrow(_) => ARROW,
        }
    }
}

impl Widget for KeyCap<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let layout = self.layout(ui.painter(), t.ink2);
        let (rect, response) = ui.allocate_exact_size(vec2(layout.width, HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.0));
        layout.paint(ui.painter(), rect.left_center(), t.ink2, t.sheet, t.line2);
        response
    }
}

/// A stretch of a key's name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Arrow(Way),
}

fn pieces(keys: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for (place, name) in keys.split_inclusive('+').enumerate() {
        let way = match name {
            "Up" => Some(Way::Up),
            "Down" => Some(Way::Down),
            "Left" => Some(Way::Left),
            "Right" => Some(Way::Right),
            _ => None,
        };
        match way {
            None => text.push_str(name),
            Some(way) => {
                if place > 0 {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                pieces.push(Piece::Arrow(way));
            }
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_painted_and_the_rest_is_text() {
        let text = |text: &str| Piece::Text(text.to_owned());
        for (keys, expected) in [
            ("F8", vec![text("F8")]),
            ("Ctrl+Shift+F", vec![text("Ctrl+Shift+F")]),
            ("Ctrl+Shift+Down", vec![text("Ctrl+Shift+"), Piece::Arrow(Way::Down)]),
            ("Up", vec![Piece::Arrow(Way::Up)]),
            ("Ctrl++", vec![text("Ctrl++")]),
        ] {
            assert_eq!(pieces(keys), expected, "{keys}");
        }
    }
}
