//! What a word of each category weighs in an analysis, to be changed: a field in per cent
//! for each. What cannot be used is marked and changes nothing.

use egui::{Grid, Ui};

use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::Field;
use crate::workbench::analysis::{Category, Weights};

/// The width of a field, in points.
const FIELD: f32 = 60.0;
/// Categories that stand one below the other.
const ROWS: usize = 7;

/// The fields, as they are being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightsForm(Vec<(Category, String)>);

impl WeightsForm {
    /// The fields with these weights in them.
    #[must_use]
    pub fn of(weights: &Weights) -> Self {
        let text = |category| (category, weights.percent(category).to_string());
        Self(Category::ALL.into_iter().map(text).collect())
    }

    /// Shows the fields; the weights as they were typed, where one has become another.
    pub fn show(&mut self, ui: &mut Ui, weights: &Weights) -> Option<Weights> {
        let t = tokens(ui);
        fonts::LABEL.label(ui, t!("weights-note"), t.ink2, ui.available_width());
        ui.add_space(8.0);
        let mut typed = *weights;
        ui.horizontal_top(|ui| {
            for (place, fields) in self.0.chunks_mut(ROWS).enumerate() {
                let grid = Grid::new(("weights", place)).num_columns(2).spacing([12.0, 6.0]);
                grid.show(ui, |ui| {
                    for (category, text) in fields {
                        let name = category.name();
                        fonts::DOCK.label(ui, &name, t.ink, f32::INFINITY);
                        let percent = Weights::percent_of(text);
                        let aloud = t!("weights-weight-of", category = name);
                        let field = Field::new(&aloud, text).width(FIELD).wrong(percent.is_none());
                        ui.add(field);
                        if let Some(percent) = Weights::percent_of(text) {
                            typed = typed.with(*category, percent);
                        }
                        ui.end_row();
                    }
                });
                ui.add_space(32.0);
            }
        });
        (typed != *weights).then_some(typed)
    }
}
