//! Colour by token, four themes, and how they reach egui.
//!
//! A view never writes a colour: it asks [`tokens`] for the table in use. The
//! tables stand in [`palette`]; [`style`] turns one into egui's own style, so that
//! scroll bars, menus and tooltips agree with what we paint ourselves. The test at
//! the foot computes the contrast ratios of WCAG 2.1 §1.4.3 (text, 4.5) and
//! §1.4.11 (shapes, 3.0) over the whole table.
//!
//! Left out: shadows, gradients and translucent fills other than the scrim.

pub mod palette;
mod style;

use egui::{Color32, Context, Id, Stroke, Theme};

pub use palette::{DARK, HIGH_DARK, HIGH_LIGHT, LIGHT};

/// The colours of one theme and the weight of its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// The two leaves, fields, the selected card.
    pub sheet: Color32,
    /// The band between the leaves; rows that are not content.
    pub hinge: Color32,
    /// Head, dock, strip, status bar, palette.
    pub chrome: Color32,
    /// The empty part of a progress bar.
    pub sunk: Color32,
    /// Between sentences and cards. Ornament only.
    pub line: Color32,
    /// Between blocks and regions; borders of buttons and keys. Ornament only.
    pub line2: Color32,
    /// The open ring, borders of inputs, grey links, underlined terms. Never text.
    pub shape: Color32,
    /// Source and target text, headings.
    pub ink: Color32,
    /// Secondary text, the draft and translated shapes.
    pub ink2: Color32,
    /// Labels, row numbers, what is not content, what is disabled.
    pub ink3: Color32,
    /// "Here": focus, active row, inserted words, the main button.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Active row, selected row of a list.
    pub tint: Color32,
    /// Chosen in the palette or in a switch; selected text; a pressed button.
    pub tint2: Color32,
    /// Settled: approved, 100 % and more, links from 0.90.
    pub green: Color32,
    /// Look here: 75–99 %, warnings, source changed, links below 0.60, embargo.
    pub amber: Color32,
    /// Errors and rejections, nothing else.
    pub red: Color32,
    /// Behind a message that something went well.
    pub green_tint: Color32,
    /// Behind the embargo clock and warnings across the window.
    pub amber_tint: Color32,
    /// Behind an error across the window.
    pub red_tint: Color32,
    /// Inserted words.
    pub ins: Color32,
    /// Behind inserted words.
    pub ins_back: Color32,
    /// Deleted words.
    pub del: Color32,
    /// Behind deleted words.
    pub del_back: Color32,
    /// Laid over the window under the palette and dialogs.
    pub scrim: Color32,
    /// What the width of every painted line is multiplied by.
    pub stroke_scale: f32,
    /// Whether the active row is framed instead of tinted, and messages framed too.
    pub high_contrast: bool,
    /// Whether the ground is dark.
    pub dark: bool,
}

impl Tokens {
    /// A line of this theme's weight; `width` in points at normal contrast.
    #[must_use]
    pub fn stroke(&self, width: f32, color: Color32) -> Stroke {
        Stroke::new(width * self.stroke_scale, color)
    }

    /// The frame of whatever has the focus: 2 points of accent, painted inside.
    #[must_use]
    pub fn focus(&self) -> Stroke {
        self.stroke(2.0, self.accent)
    }

    /// The colour of a match percentage (0 to 101).
    #[must_use]
    pub fn percentage(&self, score: u8) -> Color32 {
        match score {
            100.. => self.green,
            75..100 => self.amber,
            _ => self.ink3,
        }
    }

    /// The fill of a row or card on `ground` under the pointer: half way to the tint.
    #[must_use]
    pub fn hover(&self, ground: Color32) -> Color32 {
        ground.lerp_to_gamma(self.tint, 0.5)
    }
}

/// How strong the contrast of the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// The design's own colours.
    #[default]
    Normal,
    /// Black on white or white on black, with heavier lines.
    High,
}

/// Gives egui the styles of both themes at this contrast.
///
/// Light or dark follows the system until `Context::set_theme` says otherwise; a
/// system that does not say which it is gets light.
/// `still` turns the blinking of the caret and the fading of panels off.
pub fn install(ctx: &Context, contrast: Contrast, still: bool) {
    ctx.data_mut(|data| data.insert_temp(contrast_id(), ContrastOf(contrast)));
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style::of(of(theme, contrast), still));
    }
}

/// The colours in use. Cheap; ask once at the head of whatever paints.
#[must_use]
pub fn tokens(ctx: &Context) -> &'static Tokens {
    let contrast = ctx.data(|data| data.get_temp(contrast_id()).unwrap_or_default());
    let ContrastOf(contrast) = contrast;
    of(ctx.theme(), contrast)
}

/// The table for a theme and a contrast.
#[must_use]
pub const fn of(theme: Theme, contrast: Contrast) -> &'static Tokens {
    match (theme, contrast) {
        (Theme::Light, Contrast::Normal) => &LIGHT,
        (Theme::Dark, Contrast::Normal) => &DARK,
        (Theme::Light, Contrast::High) => &HIGH_LIGHT,
        (Theme::Dark, Contrast::High) => &HIGH_DARK,
    }
}

/// What is kept in egui's memory; a type of its own so that nothing else meets it.
#[derive(Clone, Copy, Default)]
struct ContrastOf(Contrast);

fn contrast_id() -> Id {
    Id::NULL.with("diptych contrast")
}

#[cfg(test)]
mod tests;
