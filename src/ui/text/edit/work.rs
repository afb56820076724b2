//! A field while a frame is made of it: its text, how that is laid out, its state.

use std::ops::Range;
use std::sync::Arc;

use egui::{Context, Id, Ui};

use super::super::atom::{Atom, atoms};
use super::super::caret::Place;
use super::super::engine::{self, Text};
use super::super::laid::Laid;
use super::super::span::Span;
use super::Settings;
use super::state::{Selection, State};
use super::typing;

/// Tells what looks otherwise in a text.
pub type Style<'a> = dyn FnMut(&str) -> Vec<Span> + 'a;

/// A field in the making.
pub(super) struct Work<'a> {
    pub(super) id: Id,
    pub(super) field: Settings<'a>,
    pub(super) text: &'a mut String,
    pub(super) style: Option<&'a mut Style<'a>>,
    pub(super) state: State,
    /// Where lines break, in points.
    pub(super) width: f32,
    pub(super) spans: Vec<Span>,
    pub(super) atoms: Vec<Atom>,
    /// The text laid out, without what is being composed.
    pub(super) laid: Arc<Laid>,
    pub(super) changed: bool,
}

impl<'a> Work<'a> {
    pub(super) fn new(
        ctx: &Context,
        id: Id,
        field: Settings<'a>,
        text: &'a mut String,
        mut style: Option<&'a mut Style<'a>>,
        width: f32,
    ) -> Self {
        let mut state = State::load(ctx, id).unwrap_or_default();
        state.take_wish(text);
        let spans = style.as_mut().map(|style| style(text)).unwrap_or_default();
        let atoms = atoms(&spans, text);
        let laid = lay_out(ctx, &field, text, width, &atoms);
        settle(&mut state, &laid);
        Self { id, field, text, style, state, width, spans, atoms, laid, changed: false }
    }

    /// The text has changed.
    pub(super) fn lay_out_anew(&mut self, ui: &Ui) {
        self.spans = self.style.as_mut().map(|style| style(self.text)).unwrap_or_default();
        self.atoms = atoms(&self.spans, self.text);
        self.laid = lay_out(ui.ctx(), &self.field, self.text, self.width, &self.atoms);
        settle(&mut self.state, &self.laid);
        self.state.goal = None;
        self.changed = true;
    }

    /// What is shown: the text, with what is being composed; its spans; where the
    /// caret is in it; what of it is selected; what of it is composed.
    pub(super) fn shown(&mut self, ctx: &Context) -> Shown {
        let Some(composing) = self.state.composing.clone() else {
            return Shown {
                laid: Arc::clone(&self.laid),
                spans: std::mem::take(&mut self.spans),
                caret: self.state.selection.caret,
                selected: self.state.selection.range(),
                composed: 0..0,
                active: None,
            };
        };
        let selection = self.state.selection;
        let (text, at) = typing::with_composed(self.text, selection, &composing.text);
        let spans = self.style.as_mut().map(|style| style(&text)).unwrap_or_default();
        let laid = lay_out(ctx, &self.field, &text, self.width, &atoms(&spans, &text));
        let end = at + composing.text.len();
        let active = composing.active.map(|active| at + active.start..at + active.end);
        let caret = active.as_ref().map_or(end, |active| active.end);
        let caret = laid.map.settled(Place::before(caret));
        Shown { laid, spans, caret, selected: at..at, composed: at..end, active }
    }
}

/// What a field shows.
pub(super) struct Shown {
    pub(super) laid: Arc<Laid>,
    pub(super) spans: Vec<Span>,
    pub(super) caret: Place,
    pub(super) selected: Range<usize>,
    pub(super) composed: Range<usize>,
    pub(super) active: Option<Range<usize>>,
}

fn lay_out(
    ctx: &Context,
    field: &Settings<'_>,
    text: &str,
    width: f32,
    atoms: &[Atom],
) -> Arc<Laid> {
    let wanted =
        Text { text, role: field.role, width, direction: field.direction, lang: field.lang, atoms };
    engine::with(ctx, |engine| engine.lay_out(&wanted))
}

/// Moves caret and anchor to where they can stand in what is laid out.
fn settle(state: &mut State, laid: &Laid) {
    let Selection { anchor, caret } = state.selection;
    state.selection =
        Selection { anchor: laid.map.settled(anchor), caret: laid.map.settled(caret) };
}
