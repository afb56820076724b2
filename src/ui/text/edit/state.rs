//! What a field remembers from frame to frame, in egui's memory under its id.

use std::ops::Range;
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::util::undoer::Undoer;
use egui::{Context, Id, Rect};

use super::super::caret::Place;
use super::super::label::Unit;

/// What is selected: from where it was begun to where the caret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Selection {
    pub(super) anchor: Place,
    pub(super) caret: Place,
}

impl Selection {
    pub(super) const fn at(place: Place) -> Self {
        Self { anchor: place, caret: place }
    }

    pub(super) fn range(self) -> Range<usize> {
        let (one, other) = (self.anchor.index, self.caret.index);
        one.min(other)..one.max(other)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.anchor.index == self.caret.index
    }
}

/// What an input method is composing: shown at the caret, not yet in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Composing {
    pub(super) text: String,
    /// The part of it that is being chosen, in bytes.
    pub(super) active: Option<Range<usize>>,
}

/// What is made of a stretch of text.
pub type Change = Arc<dyn Fn(&str) -> String + Send + Sync>;

/// A text and what was selected in it.
type Snapshot = (Selection, String);

/// The state of one field.
#[derive(Clone, Default)]
pub(super) struct State {
    pub(super) selection: Selection,
    /// Where up and down aim, in points.
    pub(super) goal: Option<f32>,
    pub(super) composing: Option<Composing>,
    /// What a press selected, and by what units dragging goes on.
    pub(super) drag: Option<(Unit, Range<usize>)>,
    /// When the caret was moved last, in seconds: it blinks from then on.
    pub(super) moved_at: f64,
    /// How far a field of one line is scrolled, in points.
    pub(super) scroll: f32,
    /// Where the caret is wanted, in characters, once the text is known.
    pub(super) wanted: Option<usize>,
    /// What is to be put in at the caret.
    pub(super) inserted: String,
    /// What is to be made of what is selected.
    pub(super) change: Option<Change>,
    /// What is to be put in the place of so many characters before the caret.
    pub(super) put: Option<(usize, String)>,
    /// Whether the Tab key is wanted here, not for the next field.
    pub(super) keeps_tab: bool,
    /// Where the caret was shown last; `None` while it was not.
    pub(super) caret_rect: Option<Rect>,
    /// What was last told to the window system as selected.
    pub(super) reported: Range<usize>,
    /// Where the caret was shown last, in characters.
    shown: usize,
    undoer: Arc<Mutex<Undoer<Snapshot>>>,
}

impl State {
    pub(super) fn load(ctx: &Context, id: Id) -> Option<Self> {
        ctx.data(|data| data.get_temp(id))
    }

    pub(super) fn store(self, ctx: &Context, id: Id) {
        ctx.data_mut(|data| data.insert_temp(id, self));
    }

    /// Puts the caret where it was wanted from outside.
    pub(super) fn take_wish(&mut self, text: &str) {
        if let Some(chars) = self.wanted.take() {
            let at = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
            self.selection = Selection::at(Place::after(at));
            self.goal = None;
        }
    }

    /// Notes where the caret is, for [`caret_of`].
    pub(super) fn note(&mut self, text: &str) {
        let before = text.get(..self.selection.caret.index).unwrap_or(text);
        self.shown = before.chars().count();
    }

    /// Tells the history what stands in the field now.
    pub(super) fn feed(&self, time: f64, text: &str) {
        self.undoer.lock().feed_state(time, &(self.selection, text.to_owned()));
    }

    /// The text before the last change, or after the one taken back.
    pub(super) fn back(&mut self, text: &str) -> Option<String> {
        let now = (self.selection, text.to_owned());
        let (selection, text) = self.undoer.lock().undo(&now)?.clone();
        self.selection = selection;
        Some(text)
    }

    pub(super) fn again(&mut self, text: &str) -> Option<String> {
        let now = (self.selection, text.to_owned());
        let (selection, text) = self.undoer.lock().redo(&now)?.clone();
        self.selection = selection;
        Some(text)
    }
}

/// Gives a field the focus, with its caret before the character at `place`.
pub fn focus(ctx: &Context, id: Id, place: usize) {
    let state = State::load(ctx, id).unwrap_or_default();
    State { wanted: Some(place), composing: None, ..state }.store(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Selects the whole text of a field, for what is pasted to take its place.
pub fn select_all(ctx: &Context, id: Id, text: &str) {
    let state = State::load(ctx, id).unwrap_or_default();
    let selection = Selection { anchor: Place::after(0), caret: Place::after(text.len()) };
    State { wanted: None, selection, ..state }.store(ctx, id);
}

/// Where a field's caret is, in characters, or the end of what is selected.
#[must_use]
pub fn caret_of(ctx: &Context, id: Id) -> Option<usize> {
    State::load(ctx, id).map(|state| state.wanted.unwrap_or(state.shown))
}

/// What is selected in a field that has this text, or the word at its caret.
#[must_use]
pub fn selected_or_word(ctx: &Context, id: Id, text: &str) -> Option<String> {
    let selection = State::load(ctx, id)?.selection;
    let range = if selection.is_empty() {
        Unit::Word.around(text, selection.caret)
    } else {
        selection.range()
    };
    let found = text.get(range)?.trim();
    found.chars().any(char::is_alphanumeric).then(|| found.to_owned())
}

/// What is selected in a field that has this text.
#[must_use]
pub fn selected(ctx: &Context, id: Id, text: &str) -> Option<String> {
    let selection = State::load(ctx, id)?.selection;
    let found = text.get(selection.range())?.trim();
    found.chars().any(char::is_alphanumeric).then(|| found.to_owned())
}

/// Forgets what Ctrl+Z inside a field would bring back: its text was replaced.
pub fn forget_undo(ctx: &Context, id: Id) {
    if let Some(state) = State::load(ctx, id) {
        State { undoer: Arc::default(), ..state }.store(ctx, id);
    }
}

/// Puts characters in at a field's caret when it is shown next: for marks that no
/// keyboard has.
pub fn insert(ctx: &Context, id: Id, characters: &str) {
    let mut state = State::load(ctx, id).unwrap_or_default();
    state.inserted.push_str(characters);
    state.store(ctx, id);
}

/// Changes what is selected in a field when it is shown next, or the word at its caret;
/// selection and caret stay about it.
pub fn change(ctx: &Context, id: Id, change: Change) {
    let mut state = State::load(ctx, id).unwrap_or_default();
    state.change = Some(change);
    state.store(ctx, id);
}

/// Puts a text in the place of the last `back` characters before a field's caret when it
/// is shown next.
pub fn put(ctx: &Context, id: Id, back: usize, text: &str) {
    let mut state = State::load(ctx, id).unwrap_or_default();
    state.put = Some((back, text.to_owned()));
    state.store(ctx, id);
}

/// Lets a field keep the Tab key, which else moves the focus, or not.
pub fn keep_tab(ctx: &Context, id: Id, keep: bool) {
    let Some(mut state) = State::load(ctx, id) else { return };
    if state.keeps_tab != keep {
        state.keeps_tab = keep;
        state.store(ctx, id);
    }
}

/// Where a field's caret was shown last, on the screen.
#[must_use]
pub fn caret_rect(ctx: &Context, id: Id) -> Option<Rect> {
    State::load(ctx, id)?.caret_rect
}
