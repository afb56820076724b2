//! Changing what is selected, or the word at the caret, in place.

use egui::Ui;

use super::super::caret::Place;
use super::super::units;
use super::state::{Change, Selection};
use super::work::Work;

impl Work<'_> {
    /// Puts what `change` makes of the selection, or of the word at the caret, in its place.
    /// What was selected stays selected; a caret keeps its place in the word.
    pub(super) fn change_selected(&mut self, ui: &Ui, change: &Change) {
        let held = self.state.selection;
        let range = if held.is_empty() { self.word_at(held.caret.index) } else { held.range() };
        let Some(old) = self.text.get(range.clone()) else { return };
        let new = change(old);
        if new == old {
            return;
        }
        let before = old.get(..held.caret.index.saturating_sub(range.start)).unwrap_or(old);
        let kept = before.chars().count();
        let place = |at: usize| Place { index: range.start + at, ..held.caret };
        self.state.selection = Selection { anchor: place(0), caret: place(old.len()) };
        self.insert(ui, &new);
        let inside = new.char_indices().nth(kept).map_or(new.len(), |(at, _)| at);
        self.state.selection = if held.is_empty() {
            Selection::at(place(inside))
        } else if held.anchor.index > held.caret.index {
            Selection { anchor: place(new.len()), caret: place(0) }
        } else {
            Selection { anchor: place(0), caret: place(new.len()) }
        };
    }

    /// Puts a text in the place of the last `back` characters before the caret.
    pub(super) fn put(&mut self, ui: &Ui, back: usize, text: &str) {
        let caret = self.state.selection.caret;
        let before = self.text.get(..caret.index).unwrap_or_default();
        let start = back.checked_sub(1).and_then(|n| before.char_indices().rev().nth(n));
        let start = start.map_or(caret.index, |(at, _)| at);
        self.state.selection = Selection { anchor: Place { index: start, ..caret }, caret };
        self.insert(ui, text);
    }

    /// The word that an index is in or behind.
    fn word_at(&self, index: usize) -> std::ops::Range<usize> {
        let word = units::word_around(self.text, index);
        let is_word = self.text.get(word.clone()).is_some_and(|w| w.contains(char::is_alphabetic));
        if is_word || index == 0 {
            return word;
        }
        units::word_around(self.text, units::previous_grapheme(self.text, index))
    }
}
