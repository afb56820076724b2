//! Text in every script: shown, selected and written.
//!
//! egui 0.37 sets all text from left to right; figures inside Arabic come out turned
//! round. So every text of a release, on either side, is laid out and edited here:
//! [`BidiLabel`] shows one, [`BidiEdit`] is the field one writes in. Callers know
//! these two, what they hand over ([`Direction`], [`Span`]) and nothing else, so that
//! egui's own can take their place when it has learned to.
//!
//! | piece | file |
//! |---|---|
//! | places of the caret, arrows, clicks; knows no window | `caret` |
//! | graphemes, words, paragraphs | `units` |
//! | paragraphs shaped and broken by parley | `layout` |
//! | faces, bundled and the system's | `faces` |
//! | a whole text, and what is kept of it | `laid`, `engine` |
//! | images of glyphs; painting | `atlas`, `paint` |
//! | stretches that look otherwise; those that are one piece | `span`, `atom` |
//! | the label; the field, its keys, its input methods | `label`; `edit` |
//! | what a screen reader is told | `access` |
//!
//! Measured in `docs/measurements/text-field.md`; why it is our own, in
//! `docs/decisions/0006-text-field-of-our-own.md`.

mod access;
mod atlas;
mod atom;
pub mod caret;

mod edit;
mod engine;
mod faces;
mod label;
mod laid;
mod layout;
mod paint;
mod span;
mod units;

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that cuts a character has failed")]
mod tests;

use egui::Context;

use crate::workbench::links::Side;

pub use caret::Direction;
pub use edit::{
    BidiEdit, Change, Edited, Style, caret_of, caret_rect_of, change, focus, forget_undo, insert,
    keep_tab, put, select_all, selected, selected_or_word,
};

pub use label::{BidiLabel, LaidLabel, selected_in_label};
pub use span::{Look, Span, Underline};

/// Makes a context ready for text. `system_fonts` for scripts that are not bundled;
/// tests do without, so that they see the same everywhere.
pub fn install(ctx: &Context, system_fonts: bool) {
    engine::install(ctx, system_fonts);
}

/// Gives a column a font of the system's before ours; empty for ours alone. Whether that
/// changed anything.
pub fn set_column_font(ctx: &Context, side: Side, family: &str) -> bool {
    engine::with(ctx, |engine| engine.set_column_font(side, family))
}

/// The families of fonts there are, by name.
#[must_use]
pub fn font_families(ctx: &Context) -> Vec<String> {
    engine::with(ctx, |engine| engine.faces.family_names())
}

/// Whether the texts of releases show their spaces and marks of direction.
#[must_use]
pub fn shows_marks(ctx: &Context) -> bool {
    engine::with(ctx, |engine| engine.shows_marks)
}

/// Shows spaces and marks of direction in the texts of releases, or hides them.
pub fn show_marks(ctx: &Context, show: bool) {
    engine::with(ctx, |engine| engine.shows_marks = show);
}

/// How many bytes the images of glyphs take.
#[must_use]
pub fn atlas_bytes(ctx: &Context) -> usize {
    engine::with(ctx, |engine| engine.atlas.bytes())
}
