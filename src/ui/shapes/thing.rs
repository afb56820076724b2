//! Things: documents, a folder, the logo.

use egui::{Color32, Painter, Rect, Vec2, vec2};

use super::pen::Pen;

/// The box of a document.
pub(super) const DOCUMENT_BOX: Vec2 = Vec2::splat(28.0);
/// The box of a folder.
pub(super) const FOLDER_BOX: Vec2 = vec2(16.0, 14.0);
/// The box of the logo.
pub const LOGO_BOX: Vec2 = vec2(22.0, 20.0);

/// A leaf of the logo, in the points of its box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaf {
    /// The left upper corner.
    pub min: (f32, f32),
    /// Width and height.
    pub size: (f32, f32),
    /// The radius of its corners.
    pub radius: f32,
}

/// The filled leaf.
pub const FULL_LEAF: Leaf = Leaf { min: (1.0, 2.0), size: (9.0, 16.0), radius: 1.5 };
/// The leaf that is an outline.
pub const OPEN_LEAF: Leaf = Leaf { min: (12.75, 2.75), size: (7.5, 14.5), radius: 1.0 };
/// The width of that outline, half of it outside.
pub const LEAF_LINE: f32 = 1.5;

/// One text.
pub fn document(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, DOCUMENT_BOX, color);
    pen.frame((6.0, 3.0), (16.0, 22.0), 2.0, 1.6);
    pen.line(&[(10.0, 9.0), (18.0, 9.0)], 1.5);
    pen.line(&[(10.0, 13.0), (18.0, 13.0)], 1.5);
    pen.line(&[(10.0, 17.0), (15.0, 17.0)], 1.5);
}

/// Two texts side by side.
pub fn two_documents(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, DOCUMENT_BOX, color);
    for left in [1.8, 15.2] {
        pen.frame((left, 3.0), (11.0, 22.0), 2.0, 1.6);
        for top in [9.0, 13.0] {
            pen.line(&[(left + 3.2, top), (left + 8.0, top)], 1.5);
        }
    }
}

/// A folder.
pub fn folder(painter: &Painter, rect: Rect, color: Color32) {
    let outline = [(1.5, 2.5), (5.7, 2.5), (7.2, 4.3), (14.5, 4.3), (14.5, 11.5), (1.5, 11.5)];
    Pen::new(painter, rect, FOLDER_BOX, color).outline(&outline, 1.4);
}

/// The logo: a full leaf and an open one.
pub fn logo(painter: &Painter, rect: Rect, color: Color32) {
    let pen = Pen::new(painter, rect, LOGO_BOX, color);
    pen.block(FULL_LEAF.min, FULL_LEAF.size, FULL_LEAF.radius);
    pen.frame(OPEN_LEAF.min, OPEN_LEAF.size, OPEN_LEAF.radius, LEAF_LINE);
}
