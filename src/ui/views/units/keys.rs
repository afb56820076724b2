//! The keys of the table.

use egui::{Context, Event, Id, Key, Modifiers};

use super::edit::Editing;
use super::head::{self, search_id};
use super::{Tab, UnitsView, Wish};
use crate::workbench::desk::{Desk, Doing, UnitTable};
use crate::workbench::maintenance::Intent;

/// Rows of a page, where nothing was drawn yet.
const PAGE: usize = 16;

/// Where it is kept that a button asked for the marked unit to be edited.
pub fn edit_wanted() -> Id {
    Id::unique("units edit wanted")
}

impl UnitsView {
    pub(super) fn keys(&mut self, ctx: &Context, desk: &Desk, table: &UnitTable) -> Wish {
        if self.editing.is_some() {
            return self.edit_keys(ctx, table);
        }
        self.tab_keys(ctx);
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let is_searching = ctx.memory(|memory| memory.has_focus(search_id()));
        let is_typing = head::is_typing(ctx);
        // Enter is the button's that has the focus.
        let is_on_button = !is_typing && ctx.memory(|memory| memory.focused().is_some());
        if pressed(Modifiers::COMMAND, Key::F) {
            self.tab = Tab::Units;
            self.wants_search = true;
        }
        if pressed(Modifiers::COMMAND, Key::Enter) {
            return self.do_main(table);
        }
        if self.moves(ctx, table, is_typing) && is_searching {
            // From now on keys are the table's.
            ctx.memory_mut(|memory| memory.surrender_focus(search_id()));
        }
        if is_searching && pressed(Modifiers::NONE, Key::Enter) {
            ctx.memory_mut(|memory| memory.surrender_focus(search_id()));
            return Wish::Open;
        }
        let by_button = ctx.data_mut(|data| data.remove_temp::<bool>(edit_wanted())).is_some();
        if is_typing && !by_button {
            return Wish::Open;
        }
        let is_entered = !is_on_button && pressed(Modifiers::NONE, Key::Enter);
        if by_button || is_entered || pressed(Modifiers::NONE, Key::F2) {
            if self.tab == Tab::Deeds {
                return self.do_main(table);
            }
            self.begin_edit(ctx, desk, table);
        }
        if pressed(Modifiers::NONE, Key::Delete) && self.marked_slot(table).is_some() {
            return self.delete(table);
        }
        if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || pressed(Modifiers::COMMAND, Key::Y)
        {
            return Wish::Redo;
        }
        if pressed(Modifiers::COMMAND, Key::Z) {
            return Wish::Undo;
        }
        if pressed(Modifiers::COMMAND, Key::A) && self.tab != Tab::Deeds {
            self.anchor = Some(0);
            self.marked = self.len(table).saturating_sub(1);
        }
        Wish::Open
    }

    /// Alt and a digit show a tab, as in the list of memories.
    fn tab_keys(&mut self, ctx: &Context) {
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        for (key, tab) in keys.into_iter().zip(Tab::ALL) {
            if ctx.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
                self.tab = tab;
            }
        }
        ctx.input_mut(|input| {
            // The digit of such a key is not typed as well.
            let is_held = input.modifiers.alt;
            input.events.retain(|event| !(is_held && matches!(event, Event::Text(_))));
        });
    }

    /// Moves the mark; whether it was asked to.
    fn moves(&mut self, ctx: &Context, table: &UnitTable, is_typing: bool) -> bool {
        let page = self.list.shown().map_or(PAGE, |rows| rows.saturating_sub(1).max(1));
        let last = self.len(table).saturating_sub(1);
        let mut steps = vec![
            (Key::ArrowDown, self.marked + 1),
            (Key::ArrowUp, self.marked.saturating_sub(1)),
            (Key::PageDown, self.marked + page),
            (Key::PageUp, self.marked.saturating_sub(page)),
            (Key::F3, self.marked + 1),
        ];
        if !is_typing {
            steps.extend([(Key::Home, 0), (Key::End, last)]);
        }
        for (key, row) in steps {
            for (held, extend) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
                // In a field Shift selects letters.
                if !(extend && is_typing) && ctx.input_mut(|input| input.consume_key(held, key)) {
                    self.mark(row.min(last), extend, table);
                    return true;
                }
            }
        }
        false
    }

    fn begin_edit(&mut self, ctx: &Context, desk: &Desk, table: &UnitTable) {
        let Some(slot) = self.marked_slot(table) else { return };
        let Some(stored) = table.ledger.unit(slot) else { return };
        if desk.why_units_stay().is_none() {
            let editing = Editing::of(slot, &stored.unit);
            crate::ui::text::focus(ctx, editing.target_id(), editing.target.chars().count());
            self.editing = Some(editing);
            self.anchor = None;
            self.list.scroll_to(self.marked, crate::ui::rows::Place::Nearest);
        }
    }

    fn edit_keys(&mut self, ctx: &Context, table: &UnitTable) -> Wish {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        if pressed(Modifiers::NONE, Key::Escape) {
            self.editing = None;
            return Wish::Open;
        }
        let done = pressed(Modifiers::COMMAND, Key::Enter) || pressed(Modifiers::NONE, Key::Enter);
        if !done {
            return Wish::Open;
        }
        let Some(editing) = self.editing.take() else { return Wish::Open };
        let Editing { slot, source, target } = editing;
        let is_same = table
            .ledger
            .unit(slot)
            .is_some_and(|stored| stored.unit.source == source && stored.unit.target == target);
        if is_same {
            return Wish::Open;
        }
        Wish::Plan(Doing::Edit, Intent::Edit(slot, [source, target]))
    }
}
