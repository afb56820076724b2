//! Signs: a clock, a lock, a note, a pin, a lens, arrows, chevrons.

use egui::{Color32, Painter, Rect, Vec2};

use super::pen::Pen;

/// The box of most signs.
pub(super) const BOX: Vec2 = Vec2::splat(14.0);
/// The box of the clock.
pub(super) const CLOCK_BOX: Vec2 = Vec2::splat(16.0);
/// The box of the arrow between two languages.
pub(super) const ARROW_BOX: Vec2 = Vec2::splat(12.0);
/// The box of a chevron.
pub(super) const CHEVRON_BOX: Vec2 = Vec2::splat(10.0);
/// The box of an arrow inside a key cap.
pub(super) const KEY_BOX: Vec2 = Vec2::splat(9.0);

fn pen(painter: &Painter, rect: Rect, color: Color32) -> Pen<'_> {
    Pen::new(painter, rect, BOX, color)
}

/// Time until an embargo or a date due; `left` is the part of it that is left, 0 to 1.
pub fn clock(painter: &Painter, rect: Rect, color: Color32, left: f32) {
    let pen = Pen::new(painter, rect, CLOCK_BOX, color);
    pen.ring((8.0, 8.0), 6.25, 1.5);
    let left = left.clamp(0.0, 1.0);
    if left > 0.0 {
        pen.slice((8.0, 8.0), 4.4, 0.0, left);
    }
}

/// Not to be changed.
pub fn lock(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.block((3.0, 6.5), (8.0, 6.0), 1.0);
    pen.line(&[(4.8, 6.7), (4.8, 4.6)], 1.4);
    pen.arc((7.0, 4.6), 2.2, -0.25, 0.25, 1.4);
    pen.line(&[(9.2, 4.6), (9.2, 6.7)], 1.4);
}

/// A comment.
pub fn note(painter: &Painter, rect: Rect, color: Color32) {
    let outline =
        [(2.0, 2.5), (12.0, 2.5), (12.0, 9.5), (6.5, 9.5), (4.0, 12.0), (4.0, 9.5), (2.0, 9.5)];
    pen(painter, rect, color).outline(&outline, 1.3);
}

/// A link held in its place.
pub fn pin(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.disc((7.0, 4.0), 2.6);
    pen.line(&[(7.0, 1.5), (7.0, 12.5)], 1.4);
}

/// Search.
pub fn find(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.ring((6.0, 6.0), 3.9, 1.4);
    pen.line(&[(8.8, 8.8), (12.5, 12.5)], 1.4);
}

/// More, added.
pub fn plus(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.line(&[(7.0, 2.0), (7.0, 12.0)], 1.5);
    pen.line(&[(2.0, 7.0), (12.0, 7.0)], 1.5);
}

/// Less, nothing either way.
pub fn minus(painter: &Painter, rect: Rect, color: Color32) {
    pen(painter, rect, color).line(&[(2.0, 7.0), (12.0, 7.0)], 1.5);
}

/// Close.
pub fn close(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.line(&[(3.5, 3.5), (10.5, 10.5)], 1.4);
    pen.line(&[(10.5, 3.5), (3.5, 10.5)], 1.4);
}

/// From one language to the other; on to.
pub fn arrow(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, ARROW_BOX, color);
    pen.line(&[(1.0, 6.0), (10.0, 6.0)], 1.3);
    pen.line(&[(6.8, 2.8), (10.0, 6.0), (6.8, 9.2)], 1.3);
}

/// Opens: pointing right.
pub fn chevron_right(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, CHEVRON_BOX, color);
    pen.line(&[(3.5, 2.0), (6.5, 5.0), (3.5, 8.0)], 1.3);
}

/// Is open, or opens a list: pointing down.
pub fn chevron_down(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, CHEVRON_BOX, color);
    pen.line(&[(2.0, 3.5), (5.0, 6.5), (8.0, 3.5)], 1.3);
}

/// Which way a key's arrow points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The up key.
    Up,
    /// The down key.
    Down,
    /// The left key.
    Left,
    /// The right key.
    Right,
}

/// An arrow on a key cap.
pub fn key_arrow(painter: &Painter, rect: Rect, color: Color32, way: Way) {
    let pen = Pen::new(painter, rect, KEY_BOX, color);
    let turn = |(x, y): (f32, f32)| match way {
        Way::Up => (x, y),
        Way::Down => (x, 9.0 - y),
        Way::Left => (y, x),
        Way::Right => (9.0 - y, x),
    };
    pen.line(&[(4.5, 8.0), (4.5, 1.5)].map(turn), 1.2);
    pen.line(&[(1.8, 4.2), (4.5, 1.5), (7.2, 4.2)].map(turn), 1.2);
}
