//! A renderer in plain code, so that tests make pictures on machines without a
//! graphics card, and the same bytes on all of them.
//!
//! Triangles with textures and vertex colours, mixed in gamma space as
//! `egui_glow`'s shader does. Coverage is decided in fixed point (1/256 of a pixel)
//! by the top-left rule, so triangles that share an edge neither overlap nor part.
//! Left out: paint callbacks, repeating textures, dithering.

use std::collections::HashMap;

use egui::epaint::{ImageDelta, Primitive, Vertex};
use egui::{
    ClippedPrimitive, Color32, ColorImage, Context, FullOutput, ImageData, Mesh, Rect, TextureId,
    TexturesDelta,
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Textures, and nothing else: each picture is made from the start.
#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for SoftRenderer {
    #[expect(clippy::iter_over_hash_type, reason = "each texture is changed by itself")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                apply(self.textures.entry(id).or_default(), change);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let ground = ctx.global_style().visuals.panel_fill;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize, ground);
        for ClippedPrimitive { clip_rect, primitive } in
            ctx.tessellate(output.shapes.clone(), scale)
        {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a texture is missing")?;
            canvas.mesh(&mesh, texture, clip_rect, scale);
        }
        canvas.into_image()
    }
}

fn apply(texture: &mut ColorImage, change: ImageDelta) {
    let ImageData::Color(image) = change.image;
    let Some([left, top]) = change.pos else {
        *texture = (*image).clone();
        return;
    };
    for row in 0..image.height() {
        let from = &image.pixels[row * image.width()..][..image.width()];
        let start = (top + row) * texture.width() + left;
        texture.pixels[start..start + image.width()].copy_from_slice(from);
    }
}

/// Pixels from the top left, premultiplied.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

/// Whole pixels: from and to, the latter left out.
#[derive(Clone, Copy)]
struct Clip {
    x: (i64, i64),
    y: (i64, i64),
}

/// Parts of a pixel in fixed point.
const FINE: i64 = 256;

impl Canvas {
    fn new(width: usize, height: usize, ground: Color32) -> Self {
        Self { width, height, pixels: vec![ground; width * height] }
    }

    fn into_image(self) -> Result<RgbaImage, String> {
        let bytes = self.pixels.into_iter().flat_map(|pixel| pixel.to_array()).collect();
        RgbaImage::from_raw(self.width as u32, self.height as u32, bytes)
            .ok_or_else(|| "the size does not fit the pixels".to_owned())
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let edge = |value: f32, most: usize| ((value * scale).round() as i64).clamp(0, most as i64);
        let clip = Clip {
            x: (edge(clip.min.x, self.width), edge(clip.max.x, self.width)),
            y: (edge(clip.min.y, self.height), edge(clip.max.y, self.height)),
        };
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |place: usize| mesh.vertices[corners[place] as usize];
            self.triangle([corner(0), corner(1), corner(2)], texture, clip, scale);
        }
    }

    fn triangle(&mut self, v: [Vertex; 3], texture: &ColorImage, clip: Clip, scale: f32) {
        let fine = |value: f32| (value * scale * FINE as f32).round() as i64;
        let p = v.map(|vertex| (fine(vertex.pos.x), fine(vertex.pos.y)));
        let area = cross(p[0], p[1], p[2]);
        if area == 0 {
            return;
        }
        let (v, p) = if area > 0 { (v, p) } else { ([v[0], v[2], v[1]], [p[0], p[2], p[1]]) };
        let edges = [Edge::new(p[1], p[2]), Edge::new(p[2], p[0]), Edge::new(p[0], p[1])];
        let shade = Shade::new(&v, area.unsigned_abs(), texture);
        let least = |of: [i64; 3]| of.into_iter().min().unwrap_or(0).div_euclid(FINE);
        let most = |of: [i64; 3]| of.into_iter().max().unwrap_or(0).div_euclid(FINE) + 1;
        let (xs, ys) = (p.map(|p| p.0), p.map(|p| p.1));
        let x = (least(xs).max(clip.x.0), most(xs).min(clip.x.1));
        for y in least(ys).max(clip.y.0)..most(ys).min(clip.y.1) {
            self.line(x, y, &edges, &shade);
        }
    }

    /// One row of pixels of a triangle.
    fn line(&mut self, (from, to): (i64, i64), y: i64, edges: &[Edge; 3], shade: &Shade<'_>) {
        if from >= to {
            return;
        }
        let start = (from * FINE + FINE / 2, y * FINE + FINE / 2);
        let mut inside = [0, 1, 2].map(|edge: usize| edges[edge].at(start));
        let row = &mut self.pixels[y as usize * self.width..][from as usize..to as usize];
        let mut entered = false;
        for pixel in row {
            if inside.iter().zip(edges).all(|(value, edge)| *value >= edge.least) {
                entered = true;
                let color = shade.color(inside);
                if color.a() == 255 {
                    *pixel = color;
                } else if color != Color32::TRANSPARENT {
                    *pixel = over(color, *pixel);
                }
            } else if entered {
                return;
            }
            for (value, edge) in inside.iter_mut().zip(edges) {
                *value += edge.step;
            }
        }
    }
}

fn cross(a: (i64, i64), b: (i64, i64), c: (i64, i64)) -> i64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// One side of a triangle: how far inside of it a place is.
struct Edge {
    from: (i64, i64),
    to: (i64, i64),
    /// What is added for the next pixel to the right.
    step: i64,
    /// From where on a place is inside: 0 on a top or left edge, else 1.
    least: i64,
}

impl Edge {
    fn new(from: (i64, i64), to: (i64, i64)) -> Self {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let top_left = dy < 0 || (dy == 0 && dx > 0);
        Self { from, to, step: -dy * FINE, least: i64::from(!top_left) }
    }

    fn at(&self, place: (i64, i64)) -> i64 {
        cross(self.from, self.to, place)
    }
}

/// What colour a triangle has at a place inside it.
enum Shade<'a> {
    Flat(Color32),
    Mixed { colors: [[f32; 4]; 3], uvs: [[f32; 2]; 3], area: f32, texture: &'a ColorImage },
}

impl<'a> Shade<'a> {
    fn new(v: &[Vertex; 3], area: u64, texture: &'a ColorImage) -> Self {
        let flat = v.iter().all(|other| other.color == v[0].color && other.uv == v[0].uv);
        if flat {
            let texel = texel(texture, [v[0].uv.x, v[0].uv.y]);
            return Self::Flat(tinted(v[0].color.to_array().map(f32::from), texel));
        }
        let colors = v.map(|vertex| vertex.color.to_array().map(f32::from));
        let uvs = v.map(|vertex| [vertex.uv.x, vertex.uv.y]);
        Self::Mixed { colors, uvs, area: area as f32, texture }
    }

    fn color(&self, inside: [i64; 3]) -> Color32 {
        match self {
            Self::Flat(color) => *color,
            Self::Mixed { colors, uvs, area, texture } => {
                let part = inside.map(|value| value as f32 / area);
                let color = mix(part, colors);
                tinted(color, texel(texture, mix(part, uvs)))
            }
        }
    }
}

fn mix<const N: usize>(part: [f32; 3], of: &[[f32; N]; 3]) -> [f32; N] {
    let mut sum = [0.0; N];
    for (part, values) in part.into_iter().zip(of) {
        for (sum, value) in sum.iter_mut().zip(values) {
            *sum += part * value;
        }
    }
    sum
}

/// The texture at a place from 0 to 1, between its four nearest texels; 0 to 1 each.
fn texel(texture: &ColorImage, [u, v]: [f32; 2]) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_part, low_part) = (x - left, y - top);
    let at = |dx: f32, dy: f32| {
        let column = ((left + dx).max(0.0) as usize).min(width - 1);
        let row = ((top + dy).max(0.0) as usize).min(height - 1);
        texture.pixels[row * width + column].to_array().map(|value| f32::from(value) / 255.0)
    };
    let between = |one: [f32; 4], other: [f32; 4], part: f32| {
        [0, 1, 2, 3].map(|channel: usize| one[channel] + (other[channel] - one[channel]) * part)
    };
    let upper = between(at(0.0, 0.0), at(1.0, 0.0), right_part);
    if low_part < 1e-3 {
        return upper;
    }
    between(upper, between(at(0.0, 1.0), at(1.0, 1.0), right_part), low_part)
}

/// A vertex colour (0 to 255) through the texture's (0 to 1).
fn tinted(color: [f32; 4], texel: [f32; 4]) -> Color32 {
    let [r, g, b, a] = [0, 1, 2, 3].map(|i: usize| (color[i] * texel[i] + 0.5) as u8);
    Color32::from_rgba_premultiplied(r, g, b, a)
}

/// A premultiplied colour laid over another.
fn over(color: Color32, ground: Color32) -> Color32 {
    let rest = 255 - u32::from(color.a());
    let part = |upper: u8, lower: u8| {
        let lower = u32::from(lower) * rest + 127;
        (u32::from(upper) + lower / 255).min(255) as u8
    };
    let ([r, g, b, a], [gr, gg, gb, ga]) = (color.to_array(), ground.to_array());
    Color32::from_rgba_premultiplied(part(r, gr), part(g, gg), part(b, gb), part(a, ga))
}

/// A veil over a ground is one colour: no pixel twice, none left out, at any scale.
#[test]
fn triangles_that_share_an_edge_do_not_overlap() {
    use crate::shots::harness_in;
    use diptych::ui::theme::{Contrast, LIGHT};
    for scale in [1.0, 1.25, 2.0] {
        let size = egui::vec2(80.0, 60.0);
        let mut harness = harness_in(size, egui::Theme::Light, Contrast::Normal, scale, |ui| {
            let mut veil = Mesh::default();
            veil.colored_vertex(egui::pos2(-3.0, -7.0), LIGHT.scrim);
            veil.colored_vertex(egui::pos2(91.0, -2.0), LIGHT.scrim);
            veil.colored_vertex(egui::pos2(85.0, 77.0), LIGHT.scrim);
            veil.colored_vertex(egui::pos2(-9.0, 66.0), LIGHT.scrim);
            veil.add_triangle(0, 1, 2);
            veil.add_triangle(0, 2, 3);
            ui.ctx().layer_painter(ui.layer_id()).add(veil);
        });
        harness.run();
        let image = harness.render().expect("the picture is made");
        let expected = over(LIGHT.scrim, LIGHT.chrome).to_array();
        assert!(image.pixels().all(|pixel| pixel.0 == expected), "{scale}");
    }
}
