//! The table of a memory's units in the window.

use egui::Context;

use super::{App, Dialogue};
use crate::model::MemoryId;
use crate::ui::views::units::{UnitsView, Wish};

impl App {
    /// Opens the table of a memory's units.
    pub(super) fn ask_units(&mut self, memory: Option<MemoryId>) {
        self.desk.open_units(memory);
        if self.desk.units().is_some() {
            self.dialog = Some(Dialogue::Units(Box::new(UnitsView::new())));
        }
    }

    pub(super) fn units_ui(&mut self, ctx: &Context, mut view: Box<UnitsView>) -> Option<Dialogue> {
        match view.show(ctx, &self.desk) {
            Wish::Open => {}
            Wish::Left => {
                self.desk.close_units();
                return None;
            }
            Wish::Show(memory, sheet) => self.desk.show_units(memory, sheet),
            Wish::Plan(doing, intent) => self.desk.plan_units(doing, intent),
            Wish::CarryOut => self.desk.carry_out_plan(),
            Wish::GiveUp => self.desk.give_up_plan(),
            Wish::Undo => self.desk.undo_units(),
            Wish::Redo => self.desk.redo_units(),
        }
        Some(Dialogue::Units(view))
    }
}
