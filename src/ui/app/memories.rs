//! The dialog about how memories are used.

use egui::Context;

use super::{App, Dialogue};
use crate::ui::views::ask::Answer;
use crate::ui::views::memories::{MemoryList, Wanted};

impl App {
    pub(super) fn memories_ui(&mut self, ctx: &Context, mut list: MemoryList) -> Option<Dialogue> {
        match list.show(ctx, &self.desk) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(Wanted::Use(new)) => self.desk.use_memory(new),
            Answer::Given(Wanted::Move(memory, step)) => self.desk.move_memory(memory, step),
            Answer::Given(Wanted::Close(memory)) => self.desk.close_memory(memory),
            Answer::Given(Wanted::Units(memory)) => {
                self.ask_units(Some(memory));
                return None;
            }
        }
        Some(Dialogue::Memories(list))
    }
}
