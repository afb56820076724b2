//! A field one writes in, in any script.
//!
//! Arrows go by the screen, deleting by the text; what is selected and copied is a
//! stretch of the text, which may be in pieces on the screen. The caret carries a flag
//! where the text's own direction and that of the letter it holds on to differ. What
//! an input method composes is shown in place and enters the text when it is chosen.
//!
//! Typing, clipboard, selection by mouse (words with two presses, paragraphs with
//! three), undo and redo, hint, one line or many, locked, disabled: as egui's own
//! field. Ctrl+Shift+Space puts in a space that does not break.
//!
//! Left out: passwords; dragging selected text; indenting with Tab, which moves the
//! focus.

mod change;
mod clip;
mod events;
mod pointer;
mod state;
mod typing;
mod work;

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that cuts a character has failed")]
mod tests;

use egui::{
    Color32, EventFilter, Id, KeyboardShortcut, OutputCommand, Pos2, Rect, Response, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::access;
use super::caret::{Affinity, Caret, Direction};
use super::engine;
use super::label::drop_selection;
use super::paint::Painting;
use super::span::{Look, Span, Underline};
use crate::model::Lang;
use crate::ui::fonts::TypeRole;
use crate::ui::theme::tokens;

pub use state::{
    Change, caret_of, caret_rect as caret_rect_of, change, focus, forget_undo, insert, keep_tab,
    put, select_all, selected, selected_or_word,
};
pub use work::Style;
use work::{Shown, Work};

/// Room kept at the right of a field of one line for its caret, in points.
const CARET_ROOM: f32 = 2.0;
/// The flag at the head of a caret, in points.
const FLAG: f32 = 4.0;

/// How a field is set and what it does.
#[derive(Debug, Clone, Copy)]
struct Settings<'a> {
    name: &'a str,
    lang: &'a str,
    direction: Direction,
    role: TypeRole,
    ink: Color32,
    hint: &'a str,
    one_line: bool,
    read_only: bool,
    return_key: Option<KeyboardShortcut>,
}

/// A field for a text of a release.
#[must_use = "show it"]
pub struct BidiEdit<'a> {
    id: Id,
    text: &'a mut String,
    field: Settings<'a>,
    style: Option<&'a mut Style<'a>>,
}

/// What came of showing a field.
#[derive(Debug)]
pub struct Edited {
    /// The field's response; `changed` when its text was.
    pub response: Response,
    /// The upper left corner of its text.
    pub at: Pos2,
    /// The height of its text, in points.
    pub height: f32,
    /// Whether the text is not the one that was handed over.
    pub changed: bool,
}

impl<'a> BidiEdit<'a> {
    /// A field of several lines for a text in `lang`, read aloud as `name`. The id is
    /// that of what is edited: caret and history go by it.
    pub fn new(id: Id, name: &'a str, text: &'a mut String, lang: &'a Lang) -> Self {
        let field = Settings {
            name,
            lang: lang.base(),
            direction: Direction::of(lang),
            role: crate::ui::fonts::TEXT,
            ink: Color32::PLACEHOLDER,
            hint: "",
            one_line: false,
            read_only: false,
            return_key: Some(KeyboardShortcut::new(egui::Modifiers::NONE, egui::Key::Enter)),
        };
        Self { id, text, field, style: None }
    }

    /// Size, line height and weight of its text.
    pub fn role(mut self, role: TypeRole) -> Self {
        self.field.role = role;
        self
    }

    /// What the empty field says.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.field.hint = hint;
        self
    }

    /// One line, which scrolls sideways; Enter leaves it.
    pub fn one_line(mut self) -> Self {
        self.field.one_line = true;
        self
    }

    /// Whether it can be read and copied but not changed.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.field.read_only = read_only;
        self
    }

    /// The key that breaks the line, if not Enter.
    pub fn return_key(mut self, key: KeyboardShortcut) -> Self {
        self.field.return_key = Some(key);
        self
    }

    /// What looks otherwise; asked for anew whenever the text changes.
    pub fn style(mut self, style: &'a mut Style<'a>) -> Self {
        self.style = Some(style);
        self
    }

    /// Shows it. `place` says where its text stands and how wide it is; it is as high
    /// as its text, and at least as `place`.
    pub fn show(self, ui: &mut Ui, place: Rect) -> Edited {
        let Self { id, text, mut field, style } = self;
        let t = tokens(ui);
        field.ink = if ui.is_enabled() { t.ink } else { t.ink3 };
        let before = text.clone();
        let width = if field.one_line { f32::INFINITY } else { place.width().max(1.0) };
        let mut work = Work::new(ui.ctx(), id, field, text, style, width);
        let held = work.state.selection;
        let focused = keyboard(ui, &mut work);
        let height = work.laid.size.y.max(place.height());
        let rect = Rect::from_min_size(place.min, vec2(place.width(), height));
        let sense = if ui.is_enabled() { Sense::click_and_drag() } else { Sense::hover() };
        let mut response = ui.interact(rect, id, sense);
        let corner = work.corner(rect);
        work.pointer(ui, &response, corner);
        if work.changed {
            response.mark_changed();
        }
        let moved = work.changed || held != work.state.selection;
        if moved {
            work.state.moved_at = ui.input(|input| input.time);
        }
        if moved && !work.state.selection.is_empty() {
            drop_selection(ui.ctx());
        }
        let shown = work.shown(ui.ctx());
        work.follow(&shown, rect);
        let corner = work.corner(rect);
        if ui.is_rect_visible(rect) {
            work.paint(ui, &shown, rect, corner, focused);
        }
        let beyond = drags_beyond(ui, &response, rect);
        if (focused && moved) || beyond {
            ui.scroll_to_rect(caret_rect(shown.laid.map.caret(shown.caret), corner), None);
        }
        if beyond {
            // What is scrolled in comes under the pointer, though that stands still.
            ui.ctx().request_repaint();
        }
        work.tell(ui, &response, &before, &shown, corner, focused);
        let (height, changed) = (shown.laid.size.y, work.changed);
        work.state.caret_rect =
            focused.then(|| caret_rect(shown.laid.map.caret(shown.caret), corner));
        work.state.note(work.text);
        work.state.store(ui.ctx(), id);
        Edited { response, at: corner, height, changed }
    }
}

/// Takes in keys and the like; whether the field has the focus.
fn keyboard(ui: &Ui, work: &mut Work<'_>) -> bool {
    work.take_value(ui);
    let focused = ui.is_enabled() && ui.memory(|memory| memory.has_focus(work.id));
    if !focused {
        work.state.composing = None;
        return false;
    }
    let filter = EventFilter {
        tab: work.state.keeps_tab,
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(work.id, filter));
    let time = ui.input(|input| input.time);
    work.state.feed(time, work.text);
    let inserted = std::mem::take(&mut work.state.inserted);
    if !inserted.is_empty() {
        work.insert(ui, &inserted);
    }
    if let Some((back, text)) = work.state.put.take() {
        work.put(ui, back, &text);
    }
    if let Some(change) = work.state.change.take() {
        work.change_selected(ui, &change);
    }
    let events = ui.input(|input| input.filtered_events(&filter));
    work.take_events(ui, &events);
    work.state.feed(time, work.text);
    true
}

/// Whether the pointer selects and is out of what is seen of the field.
fn drags_beyond(ui: &Ui, response: &Response, rect: Rect) -> bool {
    let seen = rect.intersect(ui.clip_rect());
    let out = |pointer: Pos2| !seen.contains(pointer);
    response.dragged_by(egui::PointerButton::Primary)
        && response.interact_pointer_pos().is_some_and(out)
}

fn caret_rect(caret: Caret, corner: Pos2) -> Rect {
    let (min, max) = (vec2(caret.x, caret.top), vec2(caret.x, caret.bottom));
    Rect::from_min_max(corner + min, corner + max).expand2(vec2(1.0, 0.0))
}

impl Work<'_> {
    /// Where the text's upper left corner is.
    fn corner(&self, rect: Rect) -> Pos2 {
        if !self.field.one_line {
            return rect.min;
        }
        let start = if self.field.direction.is_rtl() {
            rect.right() - CARET_ROOM - self.laid.size.x
        } else {
            rect.left()
        };
        pos2(start - self.state.scroll, rect.top())
    }

    /// Scrolls a field of one line so that its caret is seen.
    fn follow(&mut self, shown: &Shown, rect: Rect) {
        let room = rect.width() - CARET_ROOM;
        if !self.field.one_line || shown.laid.size.x <= room {
            self.state.scroll = 0.0;
            return;
        }
        let x = self.corner(rect).x + shown.laid.map.caret(shown.caret).x;
        let (left, right) = (rect.left(), rect.left() + room);
        self.state.scroll += (x - right).max(0.0) + (x - left).min(0.0);
    }

    fn paint(&self, ui: &Ui, shown: &Shown, rect: Rect, corner: Pos2, focused: bool) {
        let t = tokens(ui);
        let painter = if self.field.one_line {
            ui.painter_at(rect.expand(1.0))
        } else {
            ui.painter().clone()
        };
        let composed = composed_spans(ui, shown);
        let spans: &[Span] = if composed.is_empty() { &shown.spans } else { &composed };
        let show_selection = focused && !shown.selected.is_empty();
        let painting = Painting {
            laid: &shown.laid,
            origin: corner,
            ink: self.field.ink,
            spans,
            selected: show_selection.then(|| (shown.selected.clone(), t.tint2)),
            marks: Some(t.ink3),
        };
        engine::with(ui.ctx(), |engine| painting.paint(engine, &painter));
        if shown.laid.text.is_empty() && !self.field.hint.is_empty() {
            let hint = super::BidiLabel::plain(self.field.hint, self.field.role, t.ink3);
            hint.cut_at(rect.width()).lay_out(ui.ctx()).paint(&painter, rect.min);
        }
        if focused && !self.field.read_only {
            self.paint_caret(ui, &painter, shown, corner);
        }
    }

    fn paint_caret(&self, ui: &Ui, painter: &egui::Painter, shown: &Shown, corner: Pos2) {
        let caret = shown.laid.map.caret(shown.caret);
        let rect = caret_rect(caret, corner);
        if ui.input(|input| input.focused) {
            let since = ui.input(|input| input.time) - self.state.moved_at;
            let cursor = &ui.visuals().text_cursor;
            egui::text_selection::visuals::paint_text_cursor(ui, painter, rect, since);
            let period = f64::from(cursor.on_duration + cursor.off_duration);
            let lit = !cursor.blink || since % period < f64::from(cursor.on_duration);
            if let Some(rtl) = flagged(shown).filter(|_| lit) {
                let stroke = cursor.stroke;
                let to = if rtl { -FLAG } else { FLAG };
                let head = rect.center_top();
                painter.line_segment([head, head + vec2(to, 0.0)], stroke);
            }
        }
        let to_global = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
        ui.output_mut(|output| {
            output.ime = Some(egui::output::IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: to_global * Rect::from_min_size(corner, shown.laid.size),
                cursor_rect: to_global * beside_candidates(rect),
                should_interrupt_composition: false,
            });
        });
    }

    /// Tells egui and AccessKit what the field is and holds.
    fn tell(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        before: &str,
        shown: &Shown,
        corner: Pos2,
        focused: bool,
    ) {
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            WidgetInfo::text_edit(enabled, before, self.text.as_str(), self.field.hint)
        });
        let (one_line, read_only, name) =
            (self.field.one_line, self.field.read_only, self.field.name);
        ui.accesskit_node_builder(self.id, |node| {
            use egui::accesskit::{Action, Role};
            node.set_role(if one_line { Role::TextInput } else { Role::MultilineTextInput });
            node.set_label(name);
            if read_only {
                node.set_read_only();
            } else {
                node.add_action(Action::SetValue);
                node.add_action(Action::ReplaceSelectedText);
            }
        });
        let selection = self.state.selection;
        let ends = focused.then_some([selection.anchor, selection.caret]);
        if shown.composed.is_empty() {
            access::tell(ui, self.id, &shown.laid.map, self.text, corner, ends);
        }
        let settled = !ui.input(|input| input.pointer.any_down());
        let reported = self.state.reported.clone();
        if settled && reported != selection.range() {
            self.state.reported = selection.range();
            let text = self.text.get(selection.range()).unwrap_or("").to_owned();
            ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(text));
        }
    }
}

/// The caret as an input method is told of it. Under X11 its window of candidates comes
/// to stand at the rectangle's upper edge, so only the lower end is told there.
fn beside_candidates(caret: Rect) -> Rect {
    if cfg!(target_os = "linux") { caret.with_min_y(caret.max.y) } else { caret }
}

/// What is composed is underlined, more strongly where it is being chosen.
fn composed_spans(ui: &Ui, shown: &Shown) -> Vec<Span> {
    if shown.composed.is_empty() {
        return Vec::new();
    }
    let t = tokens(ui);
    let line = |width, color| Look {
        underline: Some(Underline::Straight(t.stroke(width, color))),
        ..Look::default()
    };
    let mut spans = shown.spans.clone();
    spans.push(Span::new(shown.composed.clone(), line(1.0, t.shape)));
    let active = shown.active.clone().filter(|active| !active.is_empty());
    spans.extend(active.map(|active| Span::new(active, line(2.0, t.accent))));
    spans
}

/// The way of the letter that the caret holds on to, if it is not the text's own.
fn flagged(shown: &Shown) -> Option<bool> {
    let map = &shown.laid.map;
    let index = match shown.caret.affinity {
        Affinity::After => shown.caret.index,
        Affinity::Before => shown.caret.index.checked_sub(1)?,
    };
    let mixed = |row: &super::caret::Row| {
        row.line.cells.iter().any(|cell| cell.rtl != map.direction().is_rtl())
    };
    let (row, cell) = map.cell_at(index)?;
    mixed(row).then_some(cell.rtl)
}
