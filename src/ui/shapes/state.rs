//! The state of a row, and what is wrong with it.
//!
//! Filled against hollow tells error from warning and done from open in grey print
//! too. Box: 14 by 14 points.

use egui::{Color32, Painter, Rect, Vec2};

use super::pen::Pen;

/// The box of a state.
pub(super) const BOX: Vec2 = Vec2::splat(14.0);

const MIDDLE: (f32, f32) = (7.0, 7.0);
const TRIANGLE: [(f32, f32); 3] = [(7.0, 2.0), (12.6, 12.0), (1.4, 12.0)];

fn pen(painter: &Painter, rect: Rect, color: Color32) -> Pen<'_> {
    Pen::new(painter, rect, BOX, color)
}

/// Nothing is written yet: a ring.
pub fn open(painter: &Painter, rect: Rect, color: Color32) {
    pen(painter, rect, color).ring(MIDDLE, 5.0, 1.5);
}

/// Begun: a ring with its left half filled.
pub fn draft(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.ring(MIDDLE, 5.0, 1.5);
    pen.slice(MIDDLE, 5.0, 0.5, 1.0);
}

/// Done by the translator: a disc.
pub fn translated(painter: &Painter, rect: Rect, color: Color32) {
    pen(painter, rect, color).disc(MIDDLE, 5.75);
}

/// Done by the reviewer: a disc with a tick.
pub fn approved(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.disc(MIDDLE, 6.25);
    pen.with(pen.tokens.sheet).line(&[(4.1, 7.2), (6.2, 9.3), (10.0, 5.1)], 1.6);
}

/// Sent back by the reviewer, or a forbidden term: a cross.
pub fn rejected(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.line(&[(3.0, 3.0), (11.0, 11.0)], 2.0);
    pen.line(&[(11.0, 3.0), (3.0, 11.0)], 2.0);
}

/// The source is no longer what was translated: an arrow running round.
pub fn source_changed(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.arc(MIDDLE, 5.0, 0.27, 1.17, 1.5);
    pen.fill(&[(12.9, 2.2), (12.9, 6.2), (8.9, 6.2)]);
}

/// Something to look at: a hollow triangle.
pub fn warning(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.outline(&TRIANGLE, 1.4);
    exclaim(&pen, 5.4);
}

/// Something wrong: a filled triangle.
pub fn error(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.fill(&TRIANGLE);
    pen.outline(&TRIANGLE, 1.4);
    exclaim(&pen.with(pen.tokens.sheet), 5.2);
}

/// Left out on purpose: a ring with a bar.
pub fn left_out(painter: &Painter, rect: Rect, color: Color32) {
    let pen = pen(painter, rect, color);
    pen.ring(MIDDLE, 5.0, 1.5);
    pen.line(&[(4.5, 7.0), (9.5, 7.0)], 1.5);
}

/// Done, paired, term used: a tick.
pub fn tick(painter: &Painter, rect: Rect, color: Color32) {
    pen(painter, rect, color).line(&[(2.5, 7.5), (5.7, 10.7), (11.5, 3.8)], 1.7);
}

/// The mark inside a triangle.
fn exclaim(pen: &Pen<'_>, top: f32) {
    pen.line(&[(7.0, top), (7.0, 8.8)], 1.4);
    pen.line(&[(7.0, 9.7), (7.0, 11.0)], 1.4);
}
