//! A pen that draws in the coordinates of a shape's own box.
//!
//! The shapes were drawn on a box of some points (14 by 14 for a state); the pen
//! fits that box into the rectangle it is given, centred, and scales lines with it.

use std::f32::consts::TAU;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use crate::ui::theme::{Tokens, tokens};

/// A place in the shape's box, in its points.
pub(super) type Point = (f32, f32);

/// Draws one shape in one colour.
pub(super) struct Pen<'a> {
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
    color: Color32,
    /// The theme, for marks cut out of a filled shape.
    pub(super) tokens: &'static Tokens,
}

impl<'a> Pen<'a> {
    /// A pen for a shape drawn on a box of `size`, put into `rect`.
    pub(super) fn new(painter: &'a Painter, rect: Rect, size: Vec2, color: Color32) -> Self {
        let scale = (rect.width() / size.x).min(rect.height() / size.y);
        let origin = rect.center() - size * (scale / 2.0);
        Self { painter, origin, scale, color, tokens: tokens(painter.ctx()) }
    }

    /// The same pen in another colour.
    pub(super) fn with(&self, color: Color32) -> Self {
        Self { color, ..*self }
    }

    /// An open line through the points, `width` points wide.
    pub(super) fn line(&self, points: &[Point], width: f32) {
        self.painter.add(Shape::line(self.all(points), self.stroke(width)));
    }

    /// A line that ends where it began.
    pub(super) fn outline(&self, points: &[Point], width: f32) {
        self.painter.add(Shape::closed_line(self.all(points), self.stroke(width)));
    }

    /// A filled convex figure, its points in order round it.
    pub(super) fn fill(&self, points: &[Point]) {
        self.painter.add(Shape::convex_polygon(self.all(points), self.color, Stroke::NONE));
    }

    /// A circle whose line runs along radius `r`. (egui lays it outside the radius.)
    pub(super) fn ring(&self, center: Point, r: f32, width: f32) {
        let stroke = self.stroke(width);
        let inner = r * self.scale - stroke.width / 2.0;
        self.painter.circle_stroke(self.at(center), inner, stroke);
    }

    /// A filled circle.
    pub(super) fn disc(&self, center: Point, r: f32) {
        self.painter.circle_filled(self.at(center), r * self.scale, self.color);
    }

    /// Part of a circle; `from` and `to` in turns from 12 o'clock, clockwise.
    pub(super) fn arc(&self, center: Point, r: f32, from: f32, to: f32, width: f32) {
        self.line(&arc(center, r, from, to), width);
    }

    /// A filled slice of a circle.
    ///
    /// egui fills convex figures only: what is more than half a turn is painted in
    /// three pieces that lie over one another, so that no seam shows between them.
    pub(super) fn slice(&self, center: Point, r: f32, from: f32, to: f32) {
        let piece = |from: f32, to: f32| {
            let mut points = arc(center, r, from, to);
            points.push(center);
            self.fill(&points);
        };
        match to - from {
            1.0.. => self.disc(center, r),
            0.5..1.0 => {
                piece(from, from + 0.5);
                piece(from + 0.25, (from + 0.75).min(to));
                piece(to - 0.5, to);
            }
            _ => piece(from, to),
        }
    }

    /// A filled rectangle with round corners.
    pub(super) fn block(&self, min: Point, size: Point, radius: f32) {
        self.painter.rect_filled(self.rect(min, size), radius * self.scale, self.color);
    }

    /// The outline of a rectangle with round corners, its line centred on the edge.
    pub(super) fn frame(&self, min: Point, size: Point, radius: f32, width: f32) {
        let (rect, stroke) = (self.rect(min, size), self.stroke(width));
        self.painter.rect_stroke(rect, radius * self.scale, stroke, StrokeKind::Middle);
    }

    fn rect(&self, min: Point, size: Point) -> Rect {
        Rect::from_min_size(self.at(min), vec2(size.0, size.1) * self.scale)
    }

    fn stroke(&self, width: f32) -> Stroke {
        self.tokens.stroke(width * self.scale, self.color)
    }

    fn at(&self, (x, y): Point) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn all(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|&point| self.at(point)).collect()
    }
}

/// The points of an arc.
fn arc(center: Point, r: f32, from: f32, to: f32) -> Vec<Point> {
    /// Enough for a circle of 14 points not to show its corners at four times its size.
    const STEPS: u8 = 24;
    let point = |step: u8| {
        let angle = (from + (to - from) * f32::from(step) / f32::from(STEPS)) * TAU;
        (center.0 + r * angle.sin(), center.1 - r * angle.cos())
    };
    (0..=STEPS).map(point).collect()
}
