//! The window's icon, painted by code: the two leaves on a tile of accent.
//!
//! The same figures as the logo in the head ([`super::shapes::logo`]), worked out by
//! distance to the edge, so that any size is sharp. `assets/icon.png` is this at 256
//! pixels, and a test keeps it so.

use egui::{Color32, IconData, Pos2, Rect, pos2, vec2};

use super::shapes::{FULL_LEAF, LEAF_LINE, LOGO_BOX, Leaf, OPEN_LEAF};
use super::theme::LIGHT;

/// The part of the tile the logo takes, from edge to edge.
const LOGO_PART: f32 = 0.68;
/// The radius of the tile's corners, in parts of its side.
const TILE_RADIUS: f32 = 0.2;

/// The icon as eframe wants it, 256 pixels a side.
#[must_use]
pub fn data() -> IconData {
    IconData { rgba: rgba(256), width: 256, height: 256 }
}

/// The icon's pixels from the top left, red, green, blue and alpha, not premultiplied.
#[must_use]
pub fn rgba(side: u16) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(usize::from(side) * usize::from(side) * 4);
    for y in 0..side {
        for x in 0..side {
            let place = pos2(f32::from(x) + 0.5, f32::from(y) + 0.5);
            pixels.extend(pixel(place, f32::from(side)));
        }
    }
    pixels
}

fn pixel(place: Pos2, side: f32) -> [u8; 4] {
    let tile = Rect::from_min_size(Pos2::ZERO, vec2(side, side));
    let covered = cover(distance(place, tile, TILE_RADIUS * side));
    let scale = LOGO_PART * side / LOGO_BOX.x;
    let origin = tile.center() - LOGO_BOX * (scale / 2.0);
    let leaf = |leaf: Leaf| {
        let corner = origin + vec2(leaf.min.0, leaf.min.1) * scale;
        let rect = Rect::from_min_size(corner, vec2(leaf.size.0, leaf.size.1) * scale);
        distance(place, rect, leaf.radius * scale)
    };
    let full = cover(leaf(FULL_LEAF));
    let open = cover(leaf(OPEN_LEAF).abs() - LEAF_LINE * scale / 2.0);
    let [red, green, blue, _] = LIGHT.accent.lerp_to_gamma(LIGHT.sheet, full.max(open)).to_array();
    let [_, _, _, alpha] = Color32::TRANSPARENT.lerp_to_gamma(LIGHT.accent, covered).to_array();
    [red, green, blue, alpha]
}

/// The distance of a place from the edge of a rectangle with round corners, in
/// pixels; negative inside (the usual signed distance of a rounded box).
fn distance(place: Pos2, rect: Rect, radius: f32) -> f32 {
    let from_center = (place - rect.center()).abs();
    let beyond = from_center - rect.size() / 2.0 + vec2(radius, radius);
    let outside = vec2(beyond.x.max(0.0), beyond.y.max(0.0)).length();
    outside + beyond.x.max(beyond.y).min(0.0) - radius
}

/// How much of a pixel a figure covers whose edge is at a distance from its middle.
fn cover(distance: f32) -> f32 {
    (0.5 - distance).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_two_leaves_on_a_tile() {
        for side in [16_u16, 64, 256] {
            let pixels = rgba(side);
            let at = |x: f32, y: f32| {
                let side = f32::from(side);
                pixel(pos2((x * side).floor() + 0.5, (y * side).floor() + 0.5), side)
            };
            assert_eq!(pixels.len(), usize::from(side) * usize::from(side) * 4);
            assert_eq!(at(0.0, 0.0)[3], 0, "the corner is clear");
            assert_eq!(at(0.33, 0.5), [255; 4], "the left leaf is full");
            let accent = LIGHT.accent.to_array();
            assert_eq!(at(0.04, 0.5), accent, "the tile is accent");
            assert_eq!(at(0.67, 0.5), accent, "the right leaf is open");
        }
    }
}
