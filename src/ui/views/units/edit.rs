//! A unit that is edited in its row: both texts, each in its own language's direction.

use egui::{Id, Rect, Ui, UiBuilder, vec2};

use crate::model::{Lang, UnitRef};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::TextField;

/// Room that a field takes round its text, in points.
const FIELD_PADDING: egui::Vec2 = vec2(16.0, 10.0);
/// Room above, between and below, and the line that tells the keys.
const REST: f32 = 44.0;

/// The texts as they are typed.
#[derive(Debug, Clone)]
pub struct Editing {
    /// The slot of the unit.
    pub slot: u32,
    pub source: String,
    pub target: String,
}

impl Editing {
    /// The texts of a unit, to be edited.
    pub fn of(slot: u32, unit: &UnitRef<'_>) -> Self {
        let (source, target) = (unit.source.to_owned(), unit.target.to_owned());
        Self { slot, source, target }
    }

    /// The field of the source.
    pub fn source_id(&self) -> Id {
        Id::unique("unit source").with(self.slot)
    }

    /// The field of the target.
    pub fn target_id(&self) -> Id {
        Id::unique("unit target").with(self.slot)
    }

    /// How high its row is.
    pub fn height(&self, ui: &Ui, width: f32, langs: [&Lang; 2]) -> f32 {
        let t = tokens(ui);
        let heights = [(&self.source, langs[0]), (&self.target, langs[1])].map(|(text, lang)| {
            let label = BidiLabel::new(text, lang, fonts::DOCK, t.ink);
            let label = label.width(width - FIELD_PADDING.x).without_marks();
            label.lay_out(ui.ctx()).size().y.max(fonts::DOCK.line) + FIELD_PADDING.y
        });
        heights[0].max(heights[1]) + REST
    }

    /// The two fields, side by side.
    pub fn show(&mut self, ui: &mut Ui, places: [Rect; 2], langs: [&Lang; 2]) {
        let ids = [self.source_id(), self.target_id()];
        let names = [t!("units-edit-source"), t!("units-edit-target")];
        let texts = [&mut self.source, &mut self.target];
        for ((((id, name), text), lang), place) in
            ids.into_iter().zip(names).zip(texts).zip(langs).zip(places)
        {
            let mut ui = ui.new_child(UiBuilder::new().max_rect(place));
            let _ = TextField { id, name, text, lang, rows: 1 }.show(&mut ui);
        }
    }
}
