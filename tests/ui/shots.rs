//! Harnesses with our fonts and styles, and pictures of what they show.
//!
//! `DIPTYCH_SHOTS=some/folder cargo test --test ui` writes a PNG for every picture
//! a test takes; without it the pictures are made and thrown away.

use std::path::PathBuf;

use diptych::ui::theme::Contrast;
use egui::{Color32, Theme, Ui, Vec2};
use egui_kittest::Harness;
use image::RgbaImage;

use crate::soft_renderer::SoftRenderer;

/// A harness round a piece of user interface; nothing moves in it.
pub fn harness<'a>(size: Vec2, theme: Theme, ui: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    harness_in(size, theme, Contrast::Normal, 1.0, ui)
}

/// The same in any contrast, at any number of pixels a point.
pub fn harness_in<'a>(
    size: Vec2,
    theme: Theme,
    contrast: Contrast,
    pixels_per_point: f32,
    ui: impl FnMut(&mut Ui) + 'a,
) -> Harness<'a> {
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_pixels_per_point(pixels_per_point)
        .with_max_steps(8)
        .renderer(SoftRenderer::default())
        .with_context_setup(move |ctx| diptych::ui::install(ctx, contrast, true))
        .build_ui(ui)
}

/// Takes a picture, and keeps it as `name.png` where `DIPTYCH_SHOTS` says.
pub fn shoot<State>(harness: &mut Harness<'_, State>, name: &str) -> RgbaImage {
    let image = harness.render().expect("the picture is made");
    if let Some(folder) = std::env::var_os("DIPTYCH_SHOTS").map(PathBuf::from) {
        std::fs::create_dir_all(&folder).expect("the folder is made");
        image.save(folder.join(format!("{name}.png"))).expect("the picture is saved");
    }
    image
}

/// Whether a picture has all the colours, each on a pixel at least.
pub fn has_colors(image: &RgbaImage, colors: &[Color32]) -> bool {
    let has = |color: &Color32| image.pixels().any(|pixel| pixel.0 == color.to_array());
    colors.iter().all(has)
}
