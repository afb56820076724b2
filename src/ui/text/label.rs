//! A text that is shown, and can be selected and copied.
//!
//! It is laid out first, so that a row can be made as high as it, and shown then. One
//! label in the window has a selection at a time; it goes when something else is
//! pressed or typed. A label takes no focus, so tabbing passes it by.

use std::ops::Range;
use std::sync::Arc;

use egui::{
    Color32, Context, CursorIcon, Event, Id, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2,
    WidgetInfo,
};

use super::atom::{atoms, whole};
use super::caret::{Direction, Place};
use super::engine::{self, Text};
use super::laid::Laid;
use super::paint::Painting;
use super::span::Span;
use super::units::{paragraph_around, word_around};
use crate::model::Lang;
use crate::ui::fonts::TypeRole;
use crate::ui::theme::tokens;

/// A text to be shown.
#[derive(Debug, Clone)]
#[must_use = "lay it out"]
pub struct BidiLabel<'a> {
    text: &'a str,
    lang: &'a str,
    direction: Direction,
    role: TypeRole,
    ink: Color32,
    width: f32,
    cut: bool,
    marks: bool,
    /// At which edge of its width a single text stands, if not at its own.
    beside: Option<Direction>,
    spans: Vec<Span>,
}

impl<'a> BidiLabel<'a> {
    /// A text in a language, which decides the direction; never the text's own letters.
    pub fn new(text: &'a str, lang: &'a Lang, role: TypeRole, ink: Color32) -> Self {
        let direction = Direction::of(lang);
        Self { lang: lang.base(), direction, marks: true, ..Self::plain(text, role, ink) }
    }

    /// A text of the interface itself; its spaces are never shown.
    pub const fn plain(text: &'a str, role: TypeRole, ink: Color32) -> Self {
        Self {
            text,
            lang: "",
            direction: Direction::LeftToRight,
            role,
            ink,
            width: f32::INFINITY,
            cut: false,
            marks: false,
            beside: None,
            spans: Vec::new(),
        }
    }

    /// Stands at the edge where texts of this direction begin: a note of the interface
    /// in a column of Arabic.
    pub fn beside(self, direction: Direction) -> Self {
        Self { beside: Some(direction), ..self }
    }

    /// Where lines break, in points.
    pub fn width(self, width: f32) -> Self {
        Self { width: width.max(1.0), cut: false, ..self }
    }

    /// One line, cut with an ellipsis at so many points.
    pub fn cut_at(self, width: f32) -> Self {
        Self { width: width.max(1.0), cut: true, ..self }
    }

    /// Stretches that look otherwise.
    pub fn spans(self, spans: Vec<Span>) -> Self {
        Self { spans, ..self }
    }

    /// Never shows its spaces: a title, not a text one works on.
    pub fn without_marks(self) -> Self {
        Self { marks: false, ..self }
    }

    /// Adds it to a layout of egui's, as a label that is read aloud.
    pub fn show_in(self, ui: &mut Ui) -> Response {
        let text = self.text;
        let laid = self.lay_out(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(laid.size(), Sense::hover());
        laid.paint(ui.painter(), rect.min);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        response
    }

    /// Lays it out.
    #[must_use]
    pub fn lay_out(self, ctx: &Context) -> LaidLabel {
        let atoms = atoms(&self.spans, self.text);
        let wanted = Text {
            text: self.text,
            role: self.role,
            width: if self.cut { f32::INFINITY } else { self.width },
            direction: self.direction,
            lang: self.lang,
            atoms: &atoms,
        };
        let laid = engine::with(ctx, |engine| {
            let laid = engine.lay_out(&wanted);
            if self.cut && laid.size.x > self.width {
                let short = shortened(&laid, self.width - self.role.size);
                return engine.lay_out(&Text { text: &short, width: self.width, ..wanted });
            }
            laid
        });
        let Self { ink, spans, marks, width, .. } = self;
        let room = if width.is_finite() { width - laid.size.x } else { 0.0 };
        let shift = match self.beside {
            Some(beside) if beside.is_rtl() && !self.direction.is_rtl() => room,
            Some(beside) if !beside.is_rtl() && self.direction.is_rtl() => -room,
            _ => 0.0,
        };
        LaidLabel { laid, ink, spans, marks, width, shift }
    }
}

/// As much of a text's start as fits, with an ellipsis.
fn shortened(laid: &Laid, width: f32) -> String {
    let mut cells: Vec<_> = laid
        .map
        .rows()
        .iter()
        .take(1)
        .flat_map(|row| row.line.cells.iter().map(move |cell| (row.at + cell.end, cell)))
        .collect();
    cells.sort_unstable_by_key(|(end, _)| *end);
    let mut room = width;
    let mut end = 0;
    for (cell_end, cell) in cells {
        room -= cell.right - cell.left;
        if room < 0.0 {
            break;
        }
        end = cell_end;
    }
    format!("{}…", laid.text.get(..end).unwrap_or("").trim_end())
}

/// A text ready to be shown.
#[derive(Debug, Clone)]
pub struct LaidLabel {
    laid: Arc<Laid>,
    ink: Color32,
    spans: Vec<Span>,
    marks: bool,
    width: f32,
    /// How far it stands from its own edge, in points to the right.
    shift: f32,
}

/// What is selected in which label.
#[derive(Debug, Clone)]
struct Selection {
    label: Id,
    /// What was pressed first: a place, a word or a paragraph.
    first: Range<usize>,
    unit: Unit,
    range: Range<usize>,
    /// The frame it was shown in last.
    seen: u64,
}

/// How often the button was pressed, and when and where last.
#[derive(Debug, Clone, Copy)]
struct Presses {
    time: f64,
    at: Pos2,
    count: u8,
}

/// What a press selects: once, twice, three times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Place,
    Word,
    Paragraph,
}

impl Unit {
    /// By how many presses came one after another at one place. egui counts clicks, when
    /// the button is let go; a drag has to know at the press.
    pub(super) fn of_press(ui: &Ui) -> Self {
        let (time, at) =
            ui.input(|input| (input.time, input.pointer.latest_pos().unwrap_or_default()));
        let (delay, reach) = ui.ctx().options(|options| {
            let input = &options.input_options;
            (input.max_double_click_delay, input.max_click_dist)
        });
        let id = Id::NULL.with("diptych presses");
        let last: Option<Presses> = ui.data(|data| data.get_temp(id));
        let follows = |last: &Presses| time - last.time < delay && at.distance(last.at) < reach;
        let count = last.filter(follows).map_or(1, |last| last.count % 3 + 1);
        ui.data_mut(|data| data.insert_temp(id, Presses { time, at, count }));
        match count {
            1 => Self::Place,
            2 => Self::Word,
            _ => Self::Paragraph,
        }
    }

    /// What of the text is selected at a place.
    pub(super) fn around(self, text: &str, place: Place) -> Range<usize> {
        match self {
            Self::Place => place.index..place.index,
            Self::Word => word_around(text, place.index),
            Self::Paragraph => paragraph_around(text, place.index),
        }
    }
}

fn selection_id() -> Id {
    Id::NULL.with("diptych selected label")
}

/// Drops the selection of whatever label has one.
pub(super) fn drop_selection(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Option<Selection>>(selection_id()));
}

/// Whether something is selected in a label that is shown: that is what a copy takes,
/// though a field may have the focus and something selected too.
pub(super) fn has_selection(ctx: &Context) -> bool {
    let kept: Option<Selection> = ctx.data(|data| data.get_temp(selection_id()).flatten());
    let now = ctx.cumulative_frame_nr();
    kept.is_some_and(|kept| !kept.range.is_empty() && kept.seen + 1 >= now)
}

/// What is selected in a label that is shown.
#[must_use]
pub fn selected_in_label(ctx: &Context) -> Option<String> {
    if !has_selection(ctx) {
        return None;
    }
    let text: Option<String> = ctx.data(|data| data.get_temp(selected_text_id()));
    text.filter(|text| !text.trim().is_empty())
}

fn selected_text_id() -> Id {
    Id::NULL.with("diptych selected text")
}

impl LaidLabel {
    /// Its width without the spaces at line ends, and its height, in points.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        self.laid.size
    }

    /// How many characters no face has; each is drawn as a box.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.laid.missing
    }

    /// The graphemes from left to right, row by row, as they are drawn.
    #[must_use]
    pub fn visual_order(&self) -> Vec<Vec<&str>> {
        let order = self.laid.map.visual_order().into_iter();
        let texts = |row: Vec<Range<usize>>| {
            row.into_iter().filter_map(|range| self.laid.text.get(range)).collect()
        };
        order.map(texts).collect()
    }

    /// The byte of the text at a point of the screen, where its upper left corner is at `at`.
    #[must_use]
    pub fn byte_at(&self, at: Pos2, point: Pos2) -> usize {
        let inside = point - at;
        self.laid.map.hit(inside.x - self.shift, inside.y).index
    }

    /// Paints it with its upper left corner at `at`; what is written from right to left
    /// stands at the right of the width it was laid out in.
    pub fn paint(&self, painter: &Painter, at: Pos2) {
        self.paint_with(painter, at, None);
    }

    fn paint_with(
        &self,
        painter: &Painter,
        origin: Pos2,
        selected: Option<(Range<usize>, Color32)>,
    ) {
        let t = tokens(painter.ctx());
        let painting = Painting {
            laid: &self.laid,
            origin: origin + Vec2::new(self.shift, 0.0),
            ink: self.ink,
            spans: &self.spans,
            selected,
            marks: self.marks.then_some(t.ink3),
        };
        engine::with(painter.ctx(), |engine| painting.paint(engine, painter));
    }

    /// Shows it at a place, to be selected and copied; the response tells of clicks.
    pub fn show(&self, ui: &Ui, id: Id, at: Pos2) -> Response {
        let width = if self.width.is_finite() { self.width } else { self.laid.size.x };
        let rect = Rect::from_min_size(at, Vec2::new(width, self.laid.size.y));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let pressed = ui.input(|input| input.pointer.any_pressed());
        if response.hovered() || response.dragged() || pressed {
            self.pointer(ui, &response, rect);
        }
        let kept: Option<Selection> = ui.data(|data| data.get_temp(selection_id()).flatten());
        let selected = kept.filter(|kept| kept.label == id && !kept.range.is_empty());
        let selected = selected.map(|selection| {
            let range = selection.range.clone();
            let seen = ui.ctx().cumulative_frame_nr();
            let selection = Selection { seen, ..selection };
            ui.data_mut(|data| data.insert_temp(selection_id(), Some(selection)));
            range
        });
        if let Some(range) = &selected {
            self.copy(ui, range.clone());
            let text = self.laid.text.get(range.clone()).unwrap_or("").to_owned();
            ui.data_mut(|data| data.insert_temp(selected_text_id(), text));
        }
        let selected = selected.map(|range| (range, tokens(ui).tint2));
        self.paint_with(ui.painter(), at, selected);
        response
    }

    fn pointer(&self, ui: &Ui, response: &Response, rect: Rect) {
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        let pressed = ui.input(|input| input.pointer.primary_pressed());
        let kept: Option<Selection> = ui.data(|data| data.get_temp(selection_id()).flatten());
        if pressed && !response.hovered() {
            if kept.is_some_and(|kept| kept.label == response.id) {
                drop_selection(ui.ctx());
            }
            return;
        }
        let Some(pointer) = response.interact_pointer_pos() else { return };
        let inside = pointer - rect.min;
        let place = self.laid.map.hit(inside.x - self.shift, inside.y);
        let seen = ui.ctx().cumulative_frame_nr();
        let text = &*self.laid.text;
        let around = |unit: Unit| {
            let range = unit.around(text, place);
            if range.is_empty() { range } else { whole(range, &atoms(&self.spans, text)) }
        };
        let selection = if pressed {
            let unit = Unit::of_press(ui);
            let first = around(unit);
            Selection { label: response.id, first: first.clone(), unit, range: first, seen }
        } else if let Some(kept) = kept.filter(|kept| kept.label == response.id) {
            let to = around(kept.unit);
            let range = kept.first.start.min(to.start)..kept.first.end.max(to.end);
            Selection { range, ..kept }
        } else {
            return;
        };
        if response.is_pointer_button_down_on() {
            ui.data_mut(|data| data.insert_temp(selection_id(), Some(selection)));
        }
    }

    /// A part of the text without what only stands in for something, such as a code.
    fn copied(&self, range: Range<usize>) -> String {
        let stands_in = |at: usize| {
            let mut chips = self.spans.iter().filter(|span| span.label.is_some());
            chips.any(|chip| chip.range.contains(&at))
        };
        let text = self.laid.text.get(range.clone()).unwrap_or_default();
        let kept = text.char_indices().filter(|(at, _)| !stands_in(range.start + at));
        kept.map(|(_, character)| character).collect()
    }

    /// Copies what is selected when that is asked for; typing drops the selection.
    fn copy(&self, ui: &Ui, range: Range<usize>) {
        let (copies, types) = ui.input(|input| {
            let copies = input.events.iter().any(|event| matches!(event, Event::Copy));
            let types = input.events.iter().any(|event| matches!(event, Event::Text(_)));
            (copies, types)
        });
        if copies {
            ui.copy_text(self.copied(range));
        }
        if types {
            drop_selection(ui.ctx());
        }
    }
}
