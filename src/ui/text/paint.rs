//! A laid-out text on the screen: grounds, selection, letters, lines, shown marks.

use std::ops::Range;

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::atlas::{GlyphKey, Image};
use super::caret::{Patch, Row};
use super::engine::Engine;
use super::laid::{Laid, baseline};
use super::layout::{Glyph, LaidLine};
use super::span::{Look, Span, Underline, ink, is_heavy};

/// How far letters may reach out of their line, in points: what is nearer to the
/// window's part that is painted is painted too.
const REACH: f32 = 24.0;
/// A wave under a word, in points.
const WAVE_LENGTH: f32 = 4.0;
const WAVE_HEIGHT: f32 = 1.5;
/// A dash and the gap after it, in points.
const DASH: f32 = 3.0;
const DASH_GAP: f32 = 2.0;
/// Corner radius of a tag, in points.
const TAG_RADIUS: f32 = 3.0;

/// The marks that open and close an embedding or isolate (UAX #9, 2.1 to 2.5).
const EMBEDDINGS: [char; 9] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// A text to be painted.
pub(super) struct Painting<'a> {
    pub(super) laid: &'a Laid,
    pub(super) origin: Pos2,
    pub(super) ink: Color32,
    pub(super) spans: &'a [Span],
    /// What is selected and the colour behind it.
    pub(super) selected: Option<(Range<usize>, Color32)>,
    /// The colour in which spaces and marks of direction are shown, if they may be.
    pub(super) marks: Option<Color32>,
}

impl Painting<'_> {
    /// Paints the text.
    pub(super) fn paint(&self, engine: &mut Engine, painter: &Painter) {
        for span in self.spans {
            self.ground(painter, span);
        }
        if let Some((range, color)) = &self.selected {
            for patch in self.laid.map.patches(range.clone()) {
                painter.rect_filled(self.rect(patch), 0.0, *color);
            }
        }
        self.letters(engine, painter);
        for span in self.spans {
            self.lines(painter, span);
        }
        if let Some(color) = self.marks.filter(|_| engine.shows_marks) {
            self.shown_marks(painter, color);
        }
    }

    fn rect(&self, patch: Patch) -> Rect {
        let (min, max) = (vec2(patch.left, patch.top), vec2(patch.right, patch.bottom));
        Rect::from_min_max(self.origin + min, self.origin + max)
    }

    fn ground(&self, painter: &Painter, span: &Span) {
        let Look { back, outline, .. } = span.look;
        if back.is_none() && outline.is_none() {
            return;
        }
        for patch in self.laid.map.patches(span.range.clone()) {
            let rect = self.rect(patch);
            let (rect, radius) =
                if span.atomic { (rect.shrink2(vec2(0.0, 1.5)), TAG_RADIUS) } else { (rect, 0.0) };
            if let Some(back) = back {
                painter.rect_filled(rect, radius, back);
            }
            if let Some(outline) = outline {
                painter.rect_stroke(rect, radius, outline, StrokeKind::Inside);
            }
        }
    }

    fn lines(&self, painter: &Painter, span: &Span) {
        let Look { underline, strike, .. } = span.look;
        if underline.is_none() && strike.is_none() {
            return;
        }
        for patch in self.laid.map.patches(span.range.clone()) {
            let rect = self.rect(patch);
            if let Some(stroke) = strike {
                painter.hline(rect.x_range(), rect.center().y, stroke);
            }
            match underline {
                None => {}
                Some(Underline::Straight(stroke)) => {
                    painter.hline(rect.x_range(), foot(rect, stroke), stroke);
                }
                Some(Underline::Dashed(stroke)) => {
                    let y = foot(rect, stroke);
                    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
                    painter.extend(Shape::dashed_line(&ends, stroke, DASH, DASH_GAP));
                }
                Some(Underline::Wavy(stroke)) => {
                    painter.add(wave(rect, stroke));
                }
            }
        }
    }

    fn letters(&self, engine: &mut Engine, painter: &Painter) {
        let clip = painter.clip_rect();
        let mut meshes: Vec<Mesh> = Vec::new();
        for (row, line) in self.laid.rows() {
            let (top, bottom) = (self.origin.y + row.top, self.origin.y + row.bottom);
            if bottom + REACH < clip.top() || top - REACH > clip.bottom() {
                continue;
            }
            self.row(engine, painter, row, line, &mut meshes);
        }
        for mesh in meshes.into_iter().filter(|mesh| !mesh.is_empty()) {
            painter.add(Shape::mesh(mesh));
        }
    }

    fn row(
        &self,
        engine: &mut Engine,
        painter: &Painter,
        row: &Row,
        line: &LaidLine,
        meshes: &mut Vec<Mesh>,
    ) {
        let scale = painter.pixels_per_point();
        let foot = self.origin.y + row.top + baseline(self.laid.role);
        let foot = (foot * scale).round();
        let size = self.laid.role.size * scale;
        for glyph in &line.glyphs {
            let x = (self.origin.x + glyph.x) * scale;
            let (key, whole) = GlyphKey::at(glyph.face, glyph.id, size, x);
            let Some(face) = engine.faces.get(glyph.face) else { continue };
            let Some(image) = engine.atlas.image(painter.ctx(), face, key) else { continue };
            let y = foot + (glyph.y * scale).round() + image.offset[1];
            let corner = pos2(whole + image.offset[0], y);
            let Some((texture, texel)) = engine.atlas.texture(image.page) else { continue };
            while meshes.len() <= image.page {
                meshes.push(Mesh::default());
            }
            let Some(mesh) = meshes.get_mut(image.page) else { continue };
            mesh.texture_id = texture;
            let sheet = Sheet { scale, texel };
            self.glyph(mesh, row, line, *glyph, &Quad { image, corner }, &sheet);
            let cell = line.line.cells.get(glyph.cell);
            let heavy = cell
                .is_some_and(|cell| is_heavy(self.spans, row.at + cell.start, row.at + cell.end));
            if heavy {
                let corner = corner + vec2(1.0, 0.0);
                self.glyph(mesh, row, line, *glyph, &Quad { image, corner }, &sheet);
            }
        }
    }

    /// One glyph; a ligature whose letters differ in colour is painted in parts.
    fn glyph(
        &self,
        mesh: &mut Mesh,
        row: &Row,
        line: &LaidLine,
        glyph: Glyph,
        quad: &Quad,
        sheet: &Sheet,
    ) {
        if self.spans.is_empty() {
            quad.add(mesh, self.ink, (f32::NEG_INFINITY, f32::INFINITY), sheet);
            return;
        }
        let last = glyph.cell + usize::from(glyph.cells.max(1));
        let cells = line.line.cells.get(glyph.cell..last).unwrap_or_default();
        let color = |cell: &super::caret::Cell| {
            ink(self.spans, self.ink, row.at + cell.start, row.at + cell.end)
        };
        let first = cells.first().map_or(self.ink, color);
        if cells.iter().all(|cell| color(cell) == first) {
            quad.add(mesh, first, (f32::NEG_INFINITY, f32::INFINITY), sheet);
            return;
        }
        for (at, cell) in cells.iter().enumerate() {
            let edge = |x: f32| ((self.origin.x + x) * sheet.scale).round();
            let from = if at == 0 { f32::NEG_INFINITY } else { edge(cell.left) };
            let to = if at + 1 == cells.len() { f32::INFINITY } else { edge(cell.right) };
            quad.add(mesh, color(cell), (from, to), sheet);
        }
    }

    fn shown_marks(&self, painter: &Painter, color: Color32) {
        let size = self.laid.role.size;
        for row in self.laid.map.rows() {
            for cell in &row.line.cells {
                let range = row.at + cell.start..row.at + cell.end;
                let text = self.laid.text.get(range).unwrap_or("");
                let foot = row.top + baseline(self.laid.role);
                let middle = vec2(f32::midpoint(cell.left, cell.right), foot - 0.27 * size);
                shown_mark(painter, text, self.origin + middle, size, color);
            }
        }
    }
}

/// How pixels become points and texture coordinates.
struct Sheet {
    scale: f32,
    texel: f32,
}

/// An image and the pixel its upper left corner stands at.
struct Quad {
    image: Image,
    corner: Pos2,
}

impl Quad {
    /// Adds the part of the image between two columns of pixels.
    fn add(&self, mesh: &mut Mesh, color: Color32, (from, to): (f32, f32), sheet: &Sheet) {
        let [width, height] = self.image.size;
        let left = self.corner.x.max(from);
        let right = (self.corner.x + width).min(to);
        if left >= right {
            return;
        }
        let [u, v] = self.image.corner;
        let (from, to) = (u + left - self.corner.x, u + right - self.corner.x);
        let (top, bottom) = (self.corner.y, self.corner.y + height);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        mesh.indices.extend([0, 1, 2, 2, 1, 3].map(|corner| first + corner));
        let corners = [
            (left, top, from, v),
            (right, top, to, v),
            (left, bottom, from, v + height),
            (right, bottom, to, v + height),
        ];
        mesh.vertices.extend(corners.map(|(x, y, u, v)| Vertex {
            pos: pos2(x / sheet.scale, y / sheet.scale),
            uv: pos2(u * sheet.texel, v * sheet.texel),
            color,
        }));
    }
}

/// Where a line under a word is: just inside the foot of its line.
fn foot(rect: Rect, stroke: Stroke) -> f32 {
    rect.bottom() - stroke.width / 2.0 - 0.5
}

fn wave(rect: Rect, stroke: Stroke) -> Shape {
    let y = rect.bottom() - WAVE_HEIGHT - 0.5;
    let mut points = Vec::new();
    let mut x = rect.left();
    let mut up = false;
    while x < rect.right() {
        points.push(pos2(x, if up { y - WAVE_HEIGHT } else { y + WAVE_HEIGHT / 2.0 }));
        x += WAVE_LENGTH / 2.0;
        up = !up;
    }
    points.push(pos2(rect.right(), y));
    Shape::line(points, stroke)
}

/// A dot for a space, a ring for one that does not break, an arrow for a tab, flags
/// for the marks of direction.
fn shown_mark(painter: &Painter, text: &str, at: Pos2, size: f32, color: Color32) {
    let stroke = Stroke::new(1.0, color);
    let (half, wing) = (size * 0.32, size * 0.22);
    let flag = |to: f32| {
        let (top, bottom) = (at - vec2(0.0, half), at + vec2(0.0, half));
        painter.line_segment([top, bottom], stroke);
        painter.line_segment([top, top + vec2(to * wing, wing / 2.0)], stroke);
        painter.line_segment([top + vec2(to * wing, wing / 2.0), top + vec2(0.0, wing)], stroke);
    };
    match text {
        " " => {
            painter.circle_filled(at, size * 0.065, color);
        }
        "\u{a0}" | "\u{202f}" | "\u{2007}" => {
            painter.circle_stroke(at, size * 0.11, stroke);
        }
        "\t" => {
            painter.arrow(at - vec2(half, 0.0), vec2(2.0 * half, 0.0), stroke);
        }
        "\u{200e}" => flag(1.0),
        "\u{200f}" => flag(-1.0),
        "\u{61c}" => {
            flag(-1.0);
            painter.circle_filled(at + vec2(0.0, half), size * 0.1, color);
        }
        "\u{200b}" | "\u{200c}" | "\u{2060}" | "\u{ad}" => {
            painter.line_segment([at - vec2(0.0, half), at + vec2(0.0, half)], stroke);
        }
        _ if text.starts_with(EMBEDDINGS) => {
            painter.rect_stroke(
                Rect::from_center_size(at, vec2(3.0, 2.0 * half)),
                0.0,
                stroke,
                StrokeKind::Middle,
            );
        }
        _ => {}
    }
}
