//! The lists of what was done and of what was told.

use egui::Context;

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::views::ask::Answer;
use crate::ui::views::log::{LogPanel, Wish};
use crate::ui::views::steps::StepList;
use crate::workbench::Command;
use crate::workbench::desk::Tone;

impl App {
    /// Opens the list that a command asks for; whether it was such a command.
    pub(super) fn open_list(&mut self, command: Command) -> bool {
        match command {
            Command::UndoSteps => {
                let list = self.desk.session.as_ref().map(StepList::new);
                self.dialog = list.map(Dialogue::Steps);
            }
            Command::Messages => self.dialog = Some(Dialogue::Log(LogPanel::default())),
            _ => return false,
        }
        true
    }

    pub(super) fn steps_ui(&mut self, ctx: &Context, mut list: StepList) -> Option<Dialogue> {
        match list.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => return Some(Dialogue::Steps(list)),
            Answer::Left => {}
            Answer::Given(to) => self.desk.go_to_step(to),
        }
        None
    }

    pub(super) fn log_ui(&mut self, ctx: &Context, mut panel: LogPanel) -> Option<Dialogue> {
        match panel.show(ctx, &self.desk) {
            None => return Some(Dialogue::Log(panel)),
            Some(Wish::Leave) => {}
            Some(Wish::CopyAll) => {
                ctx.copy_text(self.desk.log_text());
                self.desk.tell(Tone::Done, t!("log-all-messages-are-on-the-clipboard"));
            }
        }
        None
    }
}
