//! The dialog about keys, and who has the focus when a key comes.

use egui::Context;

use super::{App, Dialogue};
use crate::ui::grid::translate::field_id;
use crate::ui::keys::Focus;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::keymap::{KeyDialog, Wanted};

impl App {
    /// Who has the focus, for keys without Ctrl or Alt.
    pub(super) fn focus(&self, ctx: &Context) -> Focus {
        let row = self.grid.buffer.bead.map(field_id);
        match ctx.memory(egui::Memory::focused) {
            None => Focus::Nobody,
            some if some == row => Focus::Row,
            Some(_) => Focus::Control,
        }
    }

    pub(super) fn keys_ui(&mut self, ctx: &Context, mut dialog: KeyDialog) -> Option<Dialogue> {
        match dialog.show(ctx, self.desk.keymap()) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(Wanted::Base(base)) => self.desk.choose_keymap(base),
            Answer::Given(Wanted::Bind(command, key)) => self.desk.bind_key(command, key),
            Answer::Given(Wanted::Unbind(command)) => self.desk.unbind_key(command),
            Answer::Given(Wanted::Reset(command)) => self.desk.reset_keys(command),
            Answer::Given(Wanted::Print) => {
                self.pick(ctx, Purpose::PrintKeys);
                return None;
            }
        }
        Some(Dialogue::Keys(dialog))
    }
}
