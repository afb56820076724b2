//! Painting a link: after the rows, from their rectangles.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::{Firmness, Geometry, Link, Thresholds, written};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::{Tokens, tokens};

const WIDTH: f32 = 2.0;
const DOT_RADIUS: f32 = 1.2;
const DOT_SPACING: f32 = 5.0;
const HANDLE_RADIUS: f32 = 5.0;

/// Paints a link where its geometry says.
pub fn paint(painter: &Painter, link: &Link<'_>, geometry: &Geometry, thresholds: Thresholds) {
    let t = tokens(painter.ctx());
    let firmness =
        if link.accepted { Firmness::Accepted } else { Firmness::of(link.confidence, thresholds) };
    let stroke = t.stroke(WIDTH, firmness.line(t));
    for upright in geometry.brackets.iter().chain(&geometry.bar) {
        painter.line_segment(*upright, stroke);
    }
    for curve in &geometry.curves {
        let bezier =
            CubicBezierShape::from_points_stroke(*curve, false, Color32::TRANSPARENT, stroke);
        painter.extend(pattern(firmness, &bezier.flatten(Some(0.2)), stroke));
    }
    number(painter, link, geometry.center, firmness, t);
    for handle in &geometry.handles {
        painter.circle_filled(handle.center, HANDLE_RADIUS + WIDTH / 2.0, t.accent);
        painter.circle_filled(handle.center, HANDLE_RADIUS - WIDTH / 2.0, t.sheet);
    }
}

/// A line as firm as that; dashes begin at the path's first point.
fn pattern(firmness: Firmness, path: &[Pos2], stroke: Stroke) -> Vec<Shape> {
    match firmness {
        Firmness::Accepted => vec![Shape::line(path.to_vec(), stroke)],
        Firmness::Sure => Shape::dashed_line(path, stroke, 9.0, 3.0),
        Firmness::Likely => Shape::dashed_line(path, stroke, 5.0, 4.0),
        Firmness::Doubtful => {
            let radius = DOT_RADIUS * stroke.width / WIDTH;
            Shape::dotted_line(path, stroke.color, DOT_SPACING, radius)
        }
    }
}

/// The number of a guess, the tick of an accepted link, and the pin.
fn number(painter: &Painter, link: &Link<'_>, center: Pos2, firmness: Firmness, t: &Tokens) {
    let icon = |icon: Icon, offset: f32| icon.paint_at(painter, center + vec2(offset, 0.0));
    match (link.accepted, link.pinned) {
        (true, false) => icon(Icon::Approved, 0.0),
        (true, true) => {
            icon(Icon::Approved, -8.0);
            icon(Icon::Pin, 9.0);
        }
        (false, pinned) => {
            let text = written(link.confidence);
            let galley = fonts::PERCENT.galley(painter, text, firmness.ink(t));
            let shift = if pinned { 7.0 } else { 0.0 };
            let left = (center.x - shift - galley.size().x / 2.0).round();
            let top = center.y - galley.size().y / 2.0;
            painter.galley(pos2(left, top), galley, firmness.ink(t));
            if pinned {
                icon(Icon::Pin, 21.0);
            }
        }
    }
}

/// A sample of a line for the legend in the status bar, in the middle of `rect`.
pub fn legend(painter: &Painter, rect: Rect, firmness: Firmness) {
    let t = tokens(painter.ctx());
    let stroke = t.stroke(WIDTH, firmness.line(t));
    let y = rect.center().y.round();
    let inset = if firmness == Firmness::Doubtful { 2.0 } else { 0.0 };
    let path = [pos2(rect.left() + inset, y), pos2(rect.right(), y)];
    painter.extend(pattern(firmness, &path, stroke));
}

impl Firmness {
    /// The size of a sample that ends with a whole dash, in points.
    #[must_use]
    pub const fn legend_size(self) -> Vec2 {
        let width = match self {
            Self::Accepted | Self::Doubtful => 26.0,
            Self::Sure => 33.0,
            Self::Likely => 23.0,
        };
        vec2(width, 10.0)
    }
}
