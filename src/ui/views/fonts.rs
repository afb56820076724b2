//! The font of a column: its family and its size, seen in the rows while one looks for it.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use super::choose::{Choice, ROW_HEIGHT, choice_ui};
use crate::store::ColumnFont;
use crate::texts::t;
use crate::ui::fonts::{self, COLUMN_PERCENT};
use crate::ui::text::font_families;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog};
use crate::workbench::links::Side;

const WIDTH: f32 = 460.0;
/// Hung high, so that the rows are seen below it.
const TOP: f32 = 60.0;
const LIST_HEIGHT: f32 = 6.0 * ROW_HEIGHT;
/// One step of the size, in per cent.
const STEP: u16 = 10;

/// The families, what is typed to find one, and what is marked.
#[derive(Debug, Clone)]
pub struct FontList {
    side: Side,
    /// Ours first, under an empty name.
    families: Vec<String>,
    query: String,
    family: String,
    percent: u16,
    shown: bool,
}

impl FontList {
    /// A list for a column that is set in this font.
    #[must_use]
    pub fn new(ctx: &Context, side: Side, font: ColumnFont) -> Self {
        let families = std::iter::once(String::new()).chain(font_families(ctx)).collect();
        let ColumnFont { family, percent } = font;
        Self { side, families, query: String::new(), family, percent, shown: false }
    }

    /// The column.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// What is marked.
    #[must_use]
    pub fn marked(&self) -> ColumnFont {
        ColumnFont { family: self.family.clone(), percent: self.percent }
    }

    /// Shows the list; answers the font.
    pub fn show(&mut self, ctx: &Context) -> Answer<ColumnFont> {
        self.keys(ctx);
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = enter.then(|| self.marked());
        let mut stay = false;
        let title = match self.side {
            Side::Source => t!("fonts-font-of-source-texts"),
            Side::Target => t!("fonts-font-of-target-texts"),
        };
        let dialog = Dialog::new(Id::unique("fonts"), title).width(WIDTH).top(TOP);
        let shown = dialog.show(ctx, |ui| {
            let field = Field::new(t!("fonts-find-a-font"), &mut self.query);
            let response = ui.add(field.hint(t!("fonts-find-a-font")));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            if response.changed() {
                self.family = self.found().first().cloned().unwrap_or_default();
            }
            self.list_ui(ui);
            self.size_ui(ui);
            dialog::buttons(ui, |ui| {
                if ui.add(Button::main(t!("fonts-use-this-font")).key("Enter")).clicked() {
                    given = Some(self.marked());
                }
                stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        Answer::of(given, shown.left || stay)
    }

    /// The families that have what is typed.
    fn found(&self) -> Vec<String> {
        let query = self.query.trim().to_lowercase();
        let has = |name: &&String| name_of(name).to_lowercase().contains(&query);
        self.families.iter().filter(has).cloned().collect()
    }

    fn keys(&mut self, ctx: &Context) {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let found = self.found();
        let at = found.iter().position(|name| *name == self.family).unwrap_or(0);
        let to = if pressed(Modifiers::NONE, Key::ArrowDown) {
            Some((at + 1).min(found.len().saturating_sub(1)))
        } else if pressed(Modifiers::NONE, Key::ArrowUp) {
            Some(at.saturating_sub(1))
        } else {
            None
        };
        if let Some(family) = to.and_then(|to| found.get(to)) {
            self.family.clone_from(family);
        }
        if pressed(Modifiers::NONE, Key::PageUp) {
            self.resize(self.percent.saturating_add(STEP));
        }
        if pressed(Modifiers::NONE, Key::PageDown) {
            self.resize(self.percent.saturating_sub(STEP));
        }
    }

    fn resize(&mut self, percent: u16) {
        self.percent = percent.clamp(*COLUMN_PERCENT.start(), *COLUMN_PERCENT.end());
    }

    fn list_ui(&mut self, ui: &mut Ui) {
        let found = self.found();
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("fonts");
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for family in found {
                let choice = Choice { name: name_of(&family).to_owned(), note: String::new() };
                if choice_ui(ui, &choice, family == self.family) {
                    self.family = family;
                }
            }
        });
    }

    fn size_ui(&mut self, ui: &mut Ui) {
        let t = tokens(ui);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let size = t!("fonts-size", percent = self.percent);
            fonts::DOCK.label(ui, size, t.ink, f32::INFINITY);
            if ui.add(Button::new(t!("fonts-smaller")).key("PageDown")).clicked() {
                self.resize(self.percent.saturating_sub(STEP));
            }
            if ui.add(Button::new(t!("fonts-larger")).key("PageUp")).clicked() {
                self.resize(self.percent.saturating_add(STEP));
            }
        });
    }
}

/// A family as it is shown.
fn name_of(family: &str) -> &str {
    if family.is_empty() { t!("fonts-diptychs-own") } else { family }
}
