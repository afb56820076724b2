//! The keys of the table of terms.

use egui::{Context, Event, Key, Modifiers};

use super::{TermTableView, Wish, search_id};
use crate::workbench::desk::TermTable;
use crate::workbench::wide::Way;

/// Rows of a page, where nothing was drawn yet.
const PAGE: usize = 16;

impl TermTableView {
    pub(super) fn keys(&mut self, ctx: &Context, table: &TermTable) -> Wish {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        for (key, doubtful) in [(Key::Num1, false), (Key::Num2, true)] {
            if pressed(Modifiers::ALT, key)
                && let Some(sheet) = &mut self.sheet
            {
                sheet.doubtful = doubtful;
            }
        }
        ctx.input_mut(|input| {
            // The digit of such a key is not typed as well.
            let is_held = input.modifiers.alt;
            input.events.retain(|event| !(is_held && matches!(event, Event::Text(_))));
        });
        if pressed(Modifiers::COMMAND, Key::F) {
            self.wants_search = true;
        }
        let verbs = [
            (Key::N, Self::add(table)),
            (Key::I, Wish::Import(table.id)),
            (Key::E, Wish::Export(table.id)),
            (Key::M, Wish::Merge),
        ];
        for (key, wish) in verbs {
            if pressed(Modifiers::COMMAND, key) {
                return wish;
            }
        }
        let is_typing = ctx.memory(|memory| memory.has_focus(search_id()));
        let is_on_button = !is_typing && ctx.memory(|memory| memory.focused().is_some());
        if self.moves(ctx, table, is_typing) && is_typing {
            // From now on keys are the table's.
            ctx.memory_mut(|memory| memory.surrender_focus(search_id()));
        }
        if is_typing {
            if pressed(Modifiers::NONE, Key::Enter) {
                ctx.memory_mut(|memory| memory.surrender_focus(search_id()));
            }
            return Wish::Open;
        }
        if !is_on_button && pressed(Modifiers::NONE, Key::Enter) {
            return self.edit(table);
        }
        if pressed(Modifiers::NONE, Key::F2) {
            return self.edit(table);
        }
        if pressed(Modifiers::NONE, Key::Delete) {
            return self.delete(table);
        }
        if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || pressed(Modifiers::COMMAND, Key::Y)
        {
            return Wish::Undo(Way::Redo);
        }
        if pressed(Modifiers::COMMAND, Key::Z) {
            return Wish::Undo(Way::Undo);
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.anchor = Some(0);
            self.marked = table.places.len().saturating_sub(1);
        }
        Wish::Open
    }

    /// Moves the mark; whether it was asked to.
    fn moves(&mut self, ctx: &Context, table: &TermTable, is_typing: bool) -> bool {
        let page = self.list.shown().map_or(PAGE, |rows| rows.saturating_sub(1).max(1));
        let last = table.places.len().saturating_sub(1);
        let mut steps = vec![
            (Key::ArrowDown, self.marked + 1),
            (Key::ArrowUp, self.marked.saturating_sub(1)),
            (Key::PageDown, self.marked + page),
            (Key::PageUp, self.marked.saturating_sub(page)),
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
}
