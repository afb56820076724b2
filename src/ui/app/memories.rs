//! The dialog about how memories are used.

use std::path::Path;

use egui::Context;

use super::asking::with_ending;
use super::{Act, App, Dialogue};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::memories::{MemoryList, Wanted};
use crate::ui::views::send_memory::SendQuestion;
use crate::ui::views::termbases::TermbaseList;

impl App {
    /// Opens a memory that was chosen, or makes it; the dialog comes back.
    pub(super) fn take_memory(&mut self, ctx: &Context, purpose: Purpose, path: &Path) {
        if let Purpose::NewMemory(like) = purpose {
            self.desk.make_memory(&with_ending(path, ".memory.ron"), like);
        } else {
            self.carry_out(ctx, Act::Open(path.to_owned()));
        }
        if self.dialog.is_none() {
            self.dialog = Some(Dialogue::Memories(MemoryList::default()));
        }
    }

    pub(super) fn memories_ui(&mut self, ctx: &Context, mut list: MemoryList) -> Option<Dialogue> {
        match list.show(ctx, &self.desk) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(Wanted::Restore(uses)) => self.desk.restore_uses(uses),
            Answer::Given(Wanted::Open) => {
                self.pick(ctx, Purpose::OpenMemory);
                return None;
            }
            Answer::Given(Wanted::Make(like)) => {
                self.pick(ctx, Purpose::NewMemory(like));
                return None;
            }
            Answer::Given(Wanted::Send(memory)) => {
                return Some(Dialogue::Send(SendQuestion::from(memory, &self.desk)));
            }
            Answer::Given(Wanted::Use(new)) => self.desk.use_memory(new),
            Answer::Given(Wanted::Move(memory, step)) => self.desk.move_memory(memory, step),
            Answer::Given(Wanted::Close(memory)) => self.desk.close_memory(memory),
            Answer::Given(Wanted::Termbases) => {
                return Some(Dialogue::Termbases(TermbaseList::default()));
            }
            Answer::Given(Wanted::Units(memory)) => {
                self.ask_units(Some(memory));
                return None;
            }
        }
        Some(Dialogue::Memories(list))
    }
}
