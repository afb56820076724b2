//! Noto Sans Regular and Bold, and the roles text has.
//!
//! Two weights, no italics (egui would slant them), no capitals as style. The
//! figures of Noto Sans are all of one width, so numbers stand under each other
//! with no further switch. The fonts are bundled (SIL Open Font License 1.1,
//! `assets/fonts/OFL.txt`); they cover Latin with Vietnamese, Greek and Cyrillic
//! with stress marks. Other scripts come from the system's fonts on demand
//! (`eframe`'s `system_fonts`). There is no symbol font: all icons are painted.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, Galley, Painter, Response,
    TextStyle, Ui,
};

use crate::store::Settings;
use crate::workbench::links::Side;

/// The family of the bold face.
pub const BOLD: &str = "bold";

pub(super) const REGULAR_FILE: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
pub(super) const BOLD_FILE: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");

/// Size, line height (both in points) and weight of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypeRole {
    /// Size of the letters.
    pub size: f32,
    /// Height of a line.
    pub line: f32,
    /// Whether the letters are bold.
    pub bold: bool,
    /// The column whose own font, if it has one, comes before ours.
    pub column: Option<Side>,
}

/// Source and target text.
pub const TEXT: TypeRole = regular(14.0, 20.0);
/// The row of a headline.
pub const HEADLINE: TypeRole = bold(15.0, 20.0);
/// What is not content; notes in the place of a text ("Left out, …").
pub const ASIDE: TypeRole = regular(13.0, 20.0);
/// Matches, text in the dock, tables, buttons, tabs.
pub const DOCK: TypeRole = regular(13.0, 18.0);
/// The tab in use, the main button.
pub const DOCK_BOLD: TypeRole = bold(13.0, 18.0);
/// The heading of a section of the dock.
pub const DOCK_HEADING: TypeRole = bold(13.0, 16.0);
/// A match percentage in the grid.
pub const PERCENT: TypeRole = bold(13.0, 20.0);
/// A match percentage in the dock.
pub const PERCENT_DOCK: TypeRole = bold(14.0, 18.0);
/// Labels, status bar, heads of columns.
pub const LABEL: TypeRole = regular(12.0, 16.0);
/// The one label that stands out: the status bar's verb.
pub const LABEL_BOLD: TypeRole = bold(12.0, 16.0);
/// Row numbers and the letters of roles, on the line of the row's text.
pub const ROW_NUMBER: TypeRole = regular(12.0, 20.0);
/// The number of the active row.
pub const ROW_NUMBER_ACTIVE: TypeRole = bold(12.0, 20.0);
/// Key caps.
pub const KEY: TypeRole = regular(11.0, 14.0);
/// Badges (R, align 0.71).
pub const BADGE: TypeRole = bold(10.0, 12.0);
/// The title of the window's head; the title of a dialog.
pub const TITLE: TypeRole = bold(15.0, 20.0);
/// The title of a page.
pub const PAGE_TITLE: TypeRole = bold(18.0, 26.0);
/// What is typed into the palette.
pub const QUERY: TypeRole = regular(16.0, 22.0);
/// A row of the palette; the title of a tile or a list row.
pub const ROW: TypeRole = regular(14.0, 20.0);
/// The same in bold.
pub const ROW_BOLD: TypeRole = bold(14.0, 20.0);

/// The sizes that a column can have, in per cent of the usual one.
pub const COLUMN_PERCENT: std::ops::RangeInclusive<u16> = 80..=200;

fn size_id(side: Side) -> egui::Id {
    egui::Id::unique("column size").with(side == Side::Source)
}

/// Less room than this is none: the place of a label is being measured, in points.
const LEAST_ROOM: f32 = 60.0;

/// The width that a label wants, or what there is where that is less: a dialog at 200 %.
fn room(ui: &Ui, width: f32) -> f32 {
    let there = ui.available_width();
    if width.is_finite() && there > LEAST_ROOM { width.min(there) } else { width }
}

/// Gives the columns the fonts of the settings; whether anything changed.
pub fn set_columns(ctx: &Context, settings: &Settings) -> bool {
    let mut changed = false;
    for (side, font) in
        [(Side::Source, &settings.source_font), (Side::Target, &settings.target_font)]
    {
        let percent = font.percent.clamp(*COLUMN_PERCENT.start(), *COLUMN_PERCENT.end());
        let before = ctx.data_mut(|data| {
            let before: Option<u16> = data.get_temp(size_id(side));
            data.insert_temp(size_id(side), percent);
            before
        });
        changed |= before != Some(percent);
        changed |= super::text::set_column_font(ctx, side, &font.family);
    }
    changed
}

const fn regular(size: f32, line: f32) -> TypeRole {
    TypeRole { size, line, bold: false, column: None }
}

const fn bold(size: f32, line: f32) -> TypeRole {
    TypeRole { size, line, bold: true, column: None }
}

impl TypeRole {
    /// The font, without the line height.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.size, self.family())
    }

    /// The same role in the other weight.
    #[must_use]
    pub const fn with_bold(self, bold: bool) -> Self {
        Self { bold, ..self }
    }

    /// The same role as a column sets it: in its font and its size.
    #[must_use]
    pub fn in_column(self, ctx: &Context, side: Side) -> Self {
        let percent = f32::from(ctx.data(|data| data.get_temp(size_id(side))).unwrap_or(100_u16));
        let scaled = |points: f32| (points * percent / 100.0).round();
        Self {
            size: self.size * percent / 100.0,
            line: scaled(self.line),
            column: Some(side),
            ..self
        }
    }

    /// The format of a run of text, with the line height.
    #[must_use]
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line), ..TextFormat::simple(self.font(), color) }
    }

    /// A text of one format, broken at `width` points.
    #[must_use]
    pub fn job(self, text: impl Into<String>, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.into(), self.format(color));
        job.wrap = TextWrapping::wrap_at_width(width);
        job
    }

    /// One line, cut with an ellipsis at `width` points.
    #[must_use]
    pub fn line_job(self, text: impl Into<String>, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.into(), self.format(color));
        job.wrap = TextWrapping::truncate_at_width(width);
        job
    }

    /// One line ready to paint, as wide as it is.
    #[must_use]
    pub fn galley(self, painter: &Painter, text: impl Into<String>, color: Color32) -> Arc<Galley> {
        painter.layout_job(self.job(text, color, f32::INFINITY))
    }

    /// A label broken at `width` points. (`Ui::label` breaks a job where it likes.)
    pub fn label(
        self,
        ui: &mut Ui,
        text: impl Into<String>,
        color: Color32,
        width: f32,
    ) -> Response {
        let galley = ui.painter().layout_job(self.job(text, color, room(ui, width)));
        ui.label(galley)
    }

    /// A label of one line, cut with an ellipsis at `width` points.
    pub fn line_label(
        self,
        ui: &mut Ui,
        text: impl Into<String>,
        color: Color32,
        width: f32,
    ) -> Response {
        let galley = ui.painter().layout_job(self.line_job(text, color, room(ui, width)));
        ui.label(galley)
    }

    fn family(self) -> FontFamily {
        if self.bold { bold_family() } else { FontFamily::Proportional }
    }
}

/// The family of the bold face, as egui wants it.
#[must_use]
pub fn bold_family() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// Gives a context the bundled fonts. Before the first frame: the family
/// [`BOLD`] is not known otherwise, and egui panics.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The bundled faces and the families they stand for.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let face = |name: &str, bytes| (name.to_owned(), Arc::new(FontData::from_static(bytes)));
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.extend([face("Noto Sans", REGULAR_FILE), face("Noto Sans Bold", BOLD_FILE)]);
    for (family, name) in [
        (FontFamily::Proportional, "Noto Sans"),
        (FontFamily::Monospace, "Noto Sans"),
        (bold_family(), "Noto Sans Bold"),
    ] {
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts
}

/// The roles under egui's own names, for what egui writes itself.
pub(super) fn text_styles() -> BTreeMap<TextStyle, FontId> {
    BTreeMap::from([
        (TextStyle::Small, LABEL.font()),
        (TextStyle::Body, DOCK.font()),
        (TextStyle::Button, DOCK.font()),
        (TextStyle::Heading, TITLE.font()),
        (TextStyle::Monospace, DOCK.font()),
    ])
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "widths and heights are multiples of 1/32")]
mod tests {
    use super::*;

    use crate::ui::testing::{context, frame};

    fn has_glyphs(text: &str, role: TypeRole) -> bool {
        let mut found = false;
        frame(&context(), |ui| {
            found = ui.fonts_mut(|fonts| fonts.has_glyphs(&role.font(), text));
        });
        found
    }

    #[test]
    fn the_languages_of_press_releases_are_covered() {
        let texts = [
            "Les 28 États ; « l’été », œuvre, 6,4 % – 2 000 €",
            "¿Qué ocurrió? ¡Enhorabuena, señora!",
            "Стра́ны, ещё, подъезд, Київ, Ўзбекістан",
            "Ελλάδα, αύριο",
            "Łódź, Příbram, Győr, İzmir, ế ệ ủ ị ớ",
            "“side” ‘a’ … · • × ½ № ¶ §",
        ];
        for text in texts {
            assert!(has_glyphs(text, TEXT), "{text}");
            assert!(has_glyphs(text, TEXT.with_bold(true)), "{text}");
        }
        for absent in ["外交部", "→", "✓"] {
            assert!(!has_glyphs(absent, TEXT), "{absent}: paint it, do not write it");
        }
    }

    #[test]
    fn figures_are_all_of_one_width() {
        frame(&context(), |ui| {
            for role in [TEXT, PERCENT, LABEL] {
                let width = |figure| ui.fonts_mut(|fonts| fonts.glyph_width(&role.font(), figure));
                assert!(('1'..='9').all(|figure| width(figure) == width('0')), "{role:?}");
            }
        });
    }

    #[test]
    fn a_line_is_as_high_as_its_role_says() {
        frame(&context(), |ui| {
            for role in [TEXT, HEADLINE, DOCK, LABEL, KEY, BADGE] {
                let height = |lines: &str| {
                    ui.painter().layout_job(role.job(lines, Color32::WHITE, 400.0)).size().y
                };
                assert_eq!(height("a"), role.line);
                assert_eq!(height("a\nb\nc"), 3.0 * role.line);
            }
        });
    }
}
