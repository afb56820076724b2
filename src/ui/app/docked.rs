//! The concordance and the earlier release in the panel: a key goes there and back, what is
//! shown follows the active row and the memories.

use egui::Context;

use super::App;
use crate::model::{MemoryId, UnitId, View};
use crate::store::Docked;
use crate::texts::t;
use crate::ui::views::concordance::{self, Concordance};
use crate::ui::views::docked::Wish;
use crate::ui::views::precedent;
use crate::workbench::desk::Tone;

impl App {
    /// Whether concordance and earlier release are shown in the panel.
    pub(super) fn is_docked(&self) -> bool {
        self.desk.settings.docked != Docked::Nothing
    }

    /// Puts one of them into the panel, which is shown, or takes both out of it.
    pub(super) fn dock(&mut self, what: Docked) {
        let settings = &mut self.desk.settings;
        let before = (settings.docked, settings.hide_panel);
        settings.docked = what;
        if what != Docked::Nothing {
            settings.hide_panel = false;
            self.grid.below = Some(true);
        }
        if before != (settings.docked, settings.hide_panel) {
            self.desk.save_settings();
        }
    }

    /// The command: docks the concordance, or gives both a window of their own again.
    pub(super) fn toggle_docked(&mut self, ctx: &Context) {
        if !self.is_docked() {
            self.dock(Docked::Concordance);
            return self.enter_docked_concordance(ctx);
        }
        let had_focus = self.grid.search.has_focus;
        self.dock(Docked::Nothing);
        self.desk.stop_searching();
        self.desk.tell(Tone::Done, t!("docked-in-a-window-again"));
        if had_focus {
            self.focus_field(ctx);
        }
    }

    /// Goes to the concordance in the panel, and looks for what is selected; from there back
    /// to the row.
    pub(super) fn enter_docked_concordance(&mut self, ctx: &Context) {
        let is_there = self.desk.settings.docked == Docked::Concordance;
        if is_there && self.grid.search.has_focus {
            return self.focus_field(ctx);
        }
        let (side, wanted) = self.selected(ctx);
        self.dock(Docked::Concordance);
        if wanted.is_empty() {
            self.grid.search.concordance.take_focus();
        } else {
            self.look_docked(Concordance::on(side, &wanted));
        }
    }

    /// Takes over what a window asked.
    pub(super) fn dock_concordance(&mut self, mut concordance: Concordance) {
        self.dock(Docked::Concordance);
        concordance.take_focus();
        self.look_docked(concordance);
    }

    fn look_docked(&mut self, concordance: Concordance) {
        self.grid.search.concordance = concordance;
        self.search_docked();
    }

    fn search_docked(&mut self) {
        let search = &mut self.grid.search;
        search.searched_at = self.desk.library.version();
        self.desk.search_memories(&search.concordance.question);
    }

    /// Shows the earlier release of the active row's match in the panel, or of the marked hit
    /// where the focus is among the hits; from there back to the row.
    pub(super) fn enter_docked_precedent(&mut self, ctx: &Context) {
        let shown = self.desk.settings.docked;
        if !self.grid.search.has_focus {
            self.dock(Docked::Precedent);
            let search = &mut self.grid.search;
            (search.is_of_hit, search.asked, search.wants_focus) = (false, None, true);
            return;
        }
        let hit = self.grid.search.concordance.marked(&self.desk);
        let of = hit.map(|hit| (hit.memory, hit.unit));
        match of.filter(|_| shown == Docked::Concordance) {
            Some((memory, unit)) => self.dock_precedent_of((memory, unit)),
            None => self.focus_field(ctx),
        }
    }

    fn dock_precedent_of(&mut self, of: (MemoryId, UnitId)) {
        self.dock(Docked::Precedent);
        self.desk.seek_precedent(of.0, of.1);
        let search = &mut self.grid.search;
        (search.asked, search.is_of_hit, search.wants_focus) = (Some(of), true, true);
    }

    /// The precedent that a window shows goes on in the panel.
    pub(super) fn dock_precedent(&mut self, searched: Option<Box<Concordance>>) {
        let search = &mut self.grid.search;
        search.is_of_hit = searched.is_some();
        search.asked = None;
        search.wants_focus = true;
        if let Some(concordance) = searched {
            search.concordance = *concordance;
        }
        self.dock(Docked::Precedent);
    }

    /// What is in the panel follows the active row and the memories.
    pub(super) fn follow_docked(&mut self) {
        if self.view() != Some(View::Translate) || self.dialog.is_some() {
            return;
        }
        match self.desk.settings.docked {
            Docked::Nothing => {}
            Docked::Precedent => {
                let of = self.desk.unit_behind();
                let search = &mut self.grid.search;
                if search.is_of_hit || search.asked == of {
                    return;
                }
                search.asked = of;
                match of {
                    Some((memory, unit)) => self.desk.seek_precedent(memory, unit),
                    None => self.desk.forget_precedent(),
                }
            }
            Docked::Concordance => {
                let search = &self.grid.search;
                let is_old = search.searched_at != self.desk.library.version();
                let waits = self.desk.searched().is_searching || search.concordance.is_empty();
                if is_old && !waits {
                    self.search_docked();
                }
            }
        }
    }

    /// Escape in the panel: from the release of a hit to the hits, else to the row.
    pub(super) fn leave_docked(&mut self, ctx: &Context) {
        self.grid.search.wants_focus = false;
        if self.desk.settings.docked == Docked::Precedent && self.grid.search.is_of_hit {
            self.grid.search.is_of_hit = false;
            let concordance = std::mem::take(&mut self.grid.search.concordance);
            self.dock_concordance(concordance);
        } else {
            self.focus_field(ctx);
        }
    }

    /// Does what somebody wants of what is in the panel.
    pub(super) fn docked_wish(&mut self, ctx: &Context) {
        match self.grid.search.wish.take() {
            None => {}
            Some(Wish::Concordance(wish)) => self.docked_concordance_wish(ctx, wish),
            Some(Wish::Precedent(wish)) => match wish {
                precedent::Wish::Open | precedent::Wish::Dock => {}
                precedent::Wish::Left => self.leave_docked(ctx),
                precedent::Wish::Insert(text) => self.insert_docked(ctx, &text),
                precedent::Wish::Release(path, sentence) => {
                    self.open_precedent(ctx, path, &sentence);
                }
            },
        }
    }

    fn docked_concordance_wish(&mut self, ctx: &Context, wish: concordance::Wish) {
        use concordance::Wish;
        match wish {
            Wish::Open | Wish::Left | Wish::Dock => {}
            Wish::Search => self.search_docked(),
            Wish::Insert(text) => self.insert_docked(ctx, &text),
            Wish::Precedent(memory, unit) => self.dock_precedent_of((memory, unit)),
            Wish::Correct(hit) => self.ask_correct_hit(&hit),
            Wish::Export => self.export_hits(ctx),
        }
    }

    /// Puts a text in at the caret of the row, where one goes on.
    fn insert_docked(&mut self, ctx: &Context, text: &str) {
        self.focus_field(ctx);
        self.insert_found(ctx, text);
    }

    /// A release that was opened begins without hits of the one before.
    pub(super) fn forget_docked(&mut self) {
        if self.is_docked() {
            self.desk.stop_searching();
            self.desk.forget_precedent();
        }
    }
}
