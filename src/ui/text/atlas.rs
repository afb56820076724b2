//! Images of glyphs, in textures that text is drawn from.
//!
//! A glyph is drawn once for each size and each quarter of a pixel it may stand at
//! (large ones for whole pixels only). Images fill shelves, shelves fill pages of one
//! mebibyte. When the pages allowed are full, the next frame begins with empty ones
//! and draws what it shows anew, some milliseconds once; in the frame between, more
//! pages are taken, since a letter must never be missing.
//!
//! Outlines are those of `skrifa`, hinted as egui hints its own text, filled by
//! `vello_cpu`, and brightened for dark grounds by egui's own function.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use egui::epaint::FontColorTransferFunction;
use egui::{Color32, ColorImage, Context, TextureHandle, TextureId, TextureOptions};
use skrifa::MetadataProvider;
use skrifa::outline::{DrawSettings, HintingInstance, OutlinePen, SmoothMode, Target};
use vello_cpu::kurbo::{Affine, BezPath};

use super::faces::Face;

/// The side of a page, in pixels; four bytes a pixel make one mebibyte.
const PAGE: usize = 512;
/// Pages that are kept: 4 MiB.
const PAGES: usize = 4;
/// How many frames lie at least between two beginnings.
const REST: u64 = 30;
/// Pixels left free round an image, since textures are read between pixels.
const GAP: usize = 1;
/// Above this size in pixels glyphs stand at whole pixels.
const FINE_BELOW: f32 = 34.0;
/// A shelf takes images that leave less than this part of its height empty.
const WASTE: f32 = 0.3;
/// How much bolder a face without a bold one is drawn, in parts of the size.
const EMBOLDEN: f64 = 1.0 / 24.0;

/// Which image of a glyph is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GlyphKey {
    pub(super) face: u16,
    pub(super) id: u32,
    /// Size in 1/64 of a pixel.
    pub(super) size: u16,
    /// Quarters of a pixel to the right.
    pub(super) quarter: u8,
}

impl GlyphKey {
    /// The key of a glyph `size` pixels high at `x` pixels, and the whole pixel it
    /// starts from.
    pub(super) fn at(face: u16, id: u32, size: f32, x: f32) -> (Self, f32) {
        let parts = if size < FINE_BELOW { 4.0 } else { 1.0 };
        let nearest = (x * parts).round() / parts;
        let whole = nearest.floor();
        let quarter = quarters(nearest - whole);
        let size = sixty_fourths(size);
        (Self { face, id, size, quarter }, whole)
    }

    fn bits(self) -> u64 {
        u64::from(self.id)
            | u64::from(self.face) << 22
            | u64::from(self.size) << 38
            | u64::from(self.quarter) << 54
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3")]
const fn quarters(part: f32) -> u8 {
    (part * 4.0) as u8
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
const fn sixty_fourths(size: f32) -> u16 {
    (size * 64.0).round() as u16
}

/// Where an image is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Image {
    /// The page's number.
    pub(super) page: usize,
    /// Its upper left corner on the page, in pixels.
    pub(super) corner: [f32; 2],
    /// Its width and height, in pixels.
    pub(super) size: [f32; 2],
    /// From the glyph's origin on the baseline to its corner, in pixels.
    pub(super) offset: [f32; 2],
}

/// One number already well mixed: the keys are packed, not text.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

struct Shelf {
    top: usize,
    height: usize,
    used: usize,
}

struct Page {
    texture: TextureHandle,
    shelves: Vec<Shelf>,
}

impl Page {
    fn new(ctx: &Context) -> Self {
        let empty = ColorImage::filled([PAGE, PAGE], Color32::TRANSPARENT);
        let texture = ctx.load_texture("text", empty, TextureOptions::LINEAR);
        Self { texture, shelves: Vec::new() }
    }

    /// Room for an image, or none.
    fn place(&mut self, width: usize, height: usize) -> Option<[usize; 2]> {
        let waste = |shelf: &Shelf| (shelf.height - height) as f32 <= WASTE * shelf.height as f32;
        let fits = |shelf: &&mut Shelf| {
            shelf.height >= height && shelf.used + width <= PAGE && waste(shelf)
        };
        if let Some(shelf) = self.shelves.iter_mut().find(fits) {
            let left = shelf.used;
            shelf.used += width;
            return Some([left, shelf.top]);
        }
        let top = self.shelves.last().map_or(0, |shelf| shelf.top + shelf.height);
        (top + height <= PAGE && width <= PAGE).then(|| {
            self.shelves.push(Shelf { top, height, used: width });
            [0, top]
        })
    }
}

/// The images of all glyphs in use.
pub(super) struct Atlas {
    pages: Vec<Page>,
    images: HashMap<u64, Option<Image>, BuildHasherDefault<Mix>>,
    transfer: FontColorTransferFunction,
    begun: u64,
    hinting: Option<(u16, u16, HintingInstance)>,
}

impl Default for Atlas {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            images: HashMap::default(),
            transfer: FontColorTransferFunction::Off,
            begun: 0,
            hinting: None,
        }
    }
}

impl Atlas {
    /// Called at the head of each frame: begins anew when too much is kept, or when
    /// the ground has become dark or light.
    pub(super) fn begin_frame(&mut self, frame: u64, transfer: FontColorTransferFunction) {
        let full = self.pages.len() > PAGES && frame >= self.begun + REST;
        if full || self.transfer != transfer {
            self.pages.clear();
            self.images.clear();
            self.transfer = transfer;
            self.begun = frame;
        }
    }

    /// The image of a glyph; none when there is nothing to draw.
    pub(super) fn image(&mut self, ctx: &Context, face: &Face, key: GlyphKey) -> Option<Image> {
        if let Some(found) = self.images.get(&key.bits()) {
            return *found;
        }
        let image = self.draw(ctx, face, key);
        self.images.insert(key.bits(), image);
        image
    }

    /// The texture of a page and what a pixel on it is in texture coordinates.
    pub(super) fn texture(&self, page: usize) -> Option<(TextureId, f32)> {
        self.pages.get(page).map(|page| (page.texture.id(), 1.0 / PAGE as f32))
    }

    /// How many bytes the textures take.
    pub(super) fn bytes(&self) -> usize {
        self.pages.len() * PAGE * PAGE * size_of::<Color32>()
    }

    fn draw(&mut self, ctx: &Context, face: &Face, key: GlyphKey) -> Option<Image> {
        let path = self.outline(face, key)?;
        let bounds = path.control_box().expand();
        let side = |length: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
            let pixels = length.clamp(0.0, (PAGE - GAP) as f64) as u16;
            pixels
        };
        let (width, height) = (side(bounds.width()), side(bounds.height()));
        if width == 0 || height == 0 {
            return None;
        }
        let pixels = fill(&path, (bounds.x0, bounds.y0), width, height);
        let pixels = pixels.into_iter().map(|pixel| self.transfer.to_atlas_color(pixel)).collect();
        let (width, height) = (usize::from(width), usize::from(height));
        let (page, corner) = self.place(ctx, width + GAP, height + GAP)?;
        let image = ColorImage::new([width, height], pixels);
        let texture = &mut self.pages.get_mut(page)?.texture;
        texture.set_partial(corner, image, TextureOptions::LINEAR);
        #[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
        let offset = [bounds.x0 as f32, bounds.y0 as f32];
        Some(Image {
            page,
            corner: corner.map(|value| value as f32),
            size: [width as f32, height as f32],
            offset,
        })
    }

    fn place(&mut self, ctx: &Context, width: usize, height: usize) -> Option<(usize, [usize; 2])> {
        let place = |(at, page): (usize, &mut Page)| Some((at, page.place(width, height)?));
        if let Some(found) = self.pages.iter_mut().enumerate().rev().find_map(place) {
            return Some(found);
        }
        self.pages.push(Page::new(ctx));
        let at = self.pages.len() - 1;
        Some((at, self.pages.get_mut(at)?.place(width, height)?))
    }

    /// A glyph's outline in pixels, downwards.
    fn outline(&mut self, face: &Face, key: GlyphKey) -> Option<BezPath> {
        let font = skrifa::FontRef::from_index(face.data.data.as_ref(), face.data.index).ok()?;
        let outlines = font.outline_glyphs();
        let glyph = outlines.get(skrifa::GlyphId::new(key.id))?;
        let size = skrifa::instance::Size::new(f32::from(key.size) / 64.0);
        let coords: Vec<_> = face
            .coords
            .iter()
            .map(|bits| skrifa::instance::NormalizedCoord::from_bits(*bits))
            .collect();
        let location = skrifa::instance::LocationRef::new(&coords);
        let mut pen = Pen { path: BezPath::new(), x: f64::from(key.quarter) / 4.0 };
        let same = |(face, size, _): &(u16, u16, _)| (*face, *size) == (key.face, key.size);
        if !self.hinting.as_ref().is_some_and(same) {
            let made = HintingInstance::new(&outlines, size, location, HINTING).ok()?;
            self.hinting = Some((key.face, key.size, made));
        }
        let (_, _, hinting) = self.hinting.as_ref()?;
        let hinted = glyph.draw(DrawSettings::hinted(hinting, false), &mut pen);
        if hinted.is_err() {
            pen.path = BezPath::new();
            glyph.draw(DrawSettings::unhinted(size, location), &mut pen).ok()?;
        }
        if face.embolden {
            let more = f64::from(key.size) / 64.0 * EMBOLDEN;
            let mut right = pen.path.clone();
            right.apply_affine(Affine::translate((more, 0.0)));
            pen.path.extend(right);
        }
        Some(pen.path)
    }
}

/// As egui hints its own text.
const HINTING: Target = Target::Smooth {
    mode: SmoothMode::Normal,
    symmetric_rendering: true,
    preserve_linear_metrics: true,
};

/// An outline filled with white on nothing.
fn fill(path: &BezPath, (left, top): (f64, f64), width: u16, height: u16) -> Vec<Color32> {
    let mut context = vello_cpu::RenderContext::new(width, height);
    context.set_transform(Affine::translate((-left, -top)));
    context.set_paint(vello_cpu::color::OpaqueColor::<vello_cpu::color::Srgb>::WHITE);
    context.fill_path(path);
    let mut pixels = vello_cpu::Pixmap::new(width, height);
    context.render(&mut pixels, &mut vello_cpu::Resources::new());
    let bytes = pixels.data_as_u8_slice();
    bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|[r, g, b, a]| Color32::from_rgba_premultiplied(*r, *g, *b, *a))
        .collect()
}

/// Draws upwards outlines downwards.
struct Pen {
    path: BezPath,
    x: f64,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) + self.x, f64::from(-y))
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.point(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.point(cx, cy), self.point(x, y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.curve_to(self.point(ax, ay), self.point(bx, by), self.point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
