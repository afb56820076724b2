//! Completion while typing: when the list opens, its keys, taking a word.
//!
//! The list opens by typing only and never takes a key that means something without it but
//! Tab: Tab takes the marked word (the first, unless the mark was moved), Alt+Down and
//! Alt+Up move the mark, Escape closes the list for this word. Enter and the plain arrows
//! stay the field's.

use egui::{Context, FocusDirection, Key, Modifiers};

use super::App;
use crate::model::{BeadId, View};
use crate::ui::grid::langs;
use crate::ui::grid::translate::field_id;
use crate::ui::keys::Focus;
use crate::ui::text;
use crate::ui::views::completion;
use crate::workbench::completion::{Completions, Offered};

/// What is offered at the caret.
#[derive(Debug, Default)]
pub(super) struct Completing {
    known: Completions,
    /// The text that was looked at last, its row, and the caret in it.
    last: Option<(BeadId, String, usize)>,
    offered: Offered,
    marked: usize,
    /// Closed by Escape until a word begins.
    closed: bool,
}

impl Completing {
    fn close(&mut self) {
        self.offered = Offered::default();
        self.marked = 0;
    }
}

impl App {
    /// The keys of the list, while it is open; they come before all others. Without a list
    /// the field keeps Tab; Shift+Tab leaves it.
    pub(super) fn completion_keys(&mut self, ctx: &Context) {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        if self.focus(ctx) == Focus::Row && pressed(Modifiers::SHIFT, Key::Tab) {
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
        }
        let all = self.completing.offered.texts.len();
        if all == 0 || self.view() != Some(View::Translate) {
            return;
        }
        if pressed(Modifiers::ALT, Key::ArrowDown) {
            self.completing.marked = (self.completing.marked + 1) % all;
        }
        if pressed(Modifiers::ALT, Key::ArrowUp) {
            self.completing.marked = (self.completing.marked + all - 1) % all;
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            self.completing.close();
            self.completing.closed = true;
        }
        if pressed(Modifiers::NONE, Key::Tab) {
            self.take_completion(ctx, self.completing.marked);
        }
    }

    /// Looks for completions where something was typed, and shows them.
    pub(super) fn completion_ui(&mut self, ctx: &Context) {
        if !self.desk.settings.complete_words || self.dialog.is_some() {
            self.completing.close();
            return;
        }
        self.follow_typing(ctx);
        let Some(bead) = self.grid.buffer.bead else { return };
        let field = field_id(bead);
        let open = !self.completing.offered.texts.is_empty();
        // Whether there is a list or not: who meant to take a word of it goes on typing here.
        text::keep_tab(ctx, field, true);
        let Some(caret) = text::caret_rect_of(ctx, field).filter(|_| open) else { return };
        let Some(session) = &self.desk.session else { return };
        let Some(bead) = session.active_bead() else { return };
        let lang = langs::of_target(session, bead);
        let (texts, marked) = (&self.completing.offered.texts, self.completing.marked);
        let pointed = completion::show(ctx, caret, texts, marked, lang);
        if let Some(place) = pointed.clicked {
            self.take_completion(ctx, place);
        }
        if pointed.over && ctx.input(|input| pressing(&input.pointer)) {
            // A press beside the field takes the focus from it.
            ctx.memory_mut(|memory| memory.request_focus(field));
        }
    }

    /// Offers what completes the word, if the field's text has just grown at the caret.
    fn follow_typing(&mut self, ctx: &Context) {
        let buffer = &self.grid.buffer;
        let session = self.desk.session.as_ref().filter(|s| s.view() == View::Translate);
        let (Some(session), Some(bead)) = (session, buffer.bead) else {
            return self.completing.close();
        };
        let field = field_id(bead);
        if !ctx.memory(|memory| memory.has_focus(field)) {
            if !ctx.input(|input| pressing(&input.pointer)) {
                self.completing.close();
            }
            return;
        }
        let caret = text::caret_of(ctx, field).unwrap_or_default();
        let completing = &mut self.completing;
        if completing
            .last
            .as_ref()
            .is_some_and(|(of, text, at)| *of == bead && *text == buffer.text && *at == caret)
        {
            return;
        }
        let grown = completing.last.as_ref().is_some_and(|(of, text, at)| {
            let typed = caret.saturating_sub(*at);
            *of == bead && typed > 0 && buffer.text.chars().count() == text.chars().count() + typed
        });
        completing.last = Some((bead, buffer.text.clone(), caret));
        completing.close();
        let typed = caret.checked_sub(1).and_then(|at| buffer.text.chars().nth(at));
        if typed.is_none_or(|c| !c.is_alphanumeric()) {
            completing.closed = false;
        }
        if grown && !completing.closed {
            let terms = self.desk.row_terms().map(|terms| terms.usable()).unwrap_or_default();
            completing.known.know_terms(terms.into_iter().map(str::to_owned).collect());
            completing.offered = completing.known.offer(session, &buffer.text, caret);
            ctx.request_repaint();
        }
    }

    /// Puts one of what is offered in the place of what was typed of it.
    fn take_completion(&mut self, ctx: &Context, place: usize) {
        let offered = std::mem::take(&mut self.completing.offered);
        self.completing.close();
        if let (Some(text), Some(bead)) = (offered.texts.get(place), self.grid.buffer.bead) {
            text::put(ctx, field_id(bead), offered.typed, text);
            ctx.request_repaint();
        }
    }
}

/// Whether a button of the mouse is held or was let go just now.
fn pressing(pointer: &egui::PointerState) -> bool {
    pointer.any_down() || pointer.any_released()
}
