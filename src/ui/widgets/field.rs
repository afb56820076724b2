//! A field to type into: one line or several, with an icon, a key and a hint.
//!
//! The border is `shape` (an input's border must be seen), accent with the focus,
//! red when what stands in it cannot be used. The text is egui's own editor without
//! a frame, so caret, selection, input methods and undo are egui's.

use egui::text::LayoutJob;
use egui::{
    Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, Response, Sense, StrokeKind,
    TextBuffer, TextEdit, Ui, UiBuilder, Widget, pos2, vec2,
};

use super::{CONTROL_HEIGHT, CONTROL_RADIUS, KeyCap, focus_frame, icon_button};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::{Tokens, tokens};

const PADDING: f32 = 8.0;
/// Above and below the text of a field of several lines.
const TEXT_PADDING: f32 = 5.0;

/// A text field; the response is that of the editor inside.
#[must_use = "add it to a Ui"]
pub struct Field<'a> {
    name: &'a str,
    text: &'a mut String,
    id: Option<Id>,
    hint: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    width: Option<f32>,
    rows: usize,
    wrong: bool,
    clears: bool,
}

impl<'a> Field<'a> {
    /// A field of one line, read aloud as `name`.
    pub const fn new(name: &'a str, text: &'a mut String) -> Self {
        Self {
            name,
            text,
            id: None,
            hint: "",
            icon: None,
            key: None,
            width: None,
            rows: 1,
            wrong: false,
            clears: false,
        }
    }

    /// A field to search with: a lens, and a button that empties it.
    pub const fn search(name: &'a str, text: &'a mut String) -> Self {
        Self { icon: Some(Icon::Find), clears: true, ..Self::new(name, text) }
    }

    /// The id of the editor, to give it the focus from elsewhere.
    pub const fn id(self, id: Id) -> Self {
        Self { id: Some(id), ..self }
    }

    /// What the empty field says.
    pub const fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// The key that leads here; not shown while one is here.
    pub const fn key(self, key: &'a str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// The whole width in points; without it, as wide as there is room.
    pub const fn width(self, width: f32) -> Self {
        Self { width: Some(width), ..self }
    }

    /// Several lines, at least so many. Enter sends, Shift+Enter breaks the line.
    pub const fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// Marks that what stands in it cannot be used; say why beside it.
    pub const fn wrong(self, wrong: bool) -> Self {
        Self { wrong, ..self }
    }

    fn edit(&mut self, ui: &mut Ui, id: Id, rect: Rect, t: &'static Tokens) -> Response {
        let several = self.rows > 1;
        let (hint, rows) = (self.hint.to_owned(), self.rows);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            let width = if several { width } else { f32::INFINITY };
            let mut job: LayoutJob = fonts::DOCK.job(text.as_str(), t.ink, width);
            job.keep_trailing_whitespace = true;
            job.break_on_newline = several;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let edit = if several {
            TextEdit::multiline(self.text)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
        } else {
            TextEdit::singleline(self.text)
        };
        let edit = edit
            .id(id)
            .font(fonts::DOCK.font())
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(rect.width())
            .desired_rows(rows)
            .hint_text(hint)
            .layouter(&mut layouter);
        ui.new_child(UiBuilder::new().max_rect(rect)).add(edit)
    }

    /// The key cap or the button at the right; answers how much room it took.
    fn paint_end(&mut self, ui: &mut Ui, rect: Rect, focused: bool, t: &Tokens) -> f32 {
        if self.clears && !self.text.is_empty() {
            let place =
                Rect::from_min_max(pos2(rect.right() - CONTROL_HEIGHT, rect.top()), rect.max);
            let mut corner = ui.new_child(UiBuilder::new().max_rect(place));
            let clear = icon_button(&mut corner, Icon::Close, t!("clear"));
            if clear.clicked() {
                self.text.clear();
            }
            return CONTROL_HEIGHT;
        }
        let Some(key) = self.key.filter(|_| !focused) else { return PADDING };
        let cap = KeyCap(key).layout(ui.painter(), t.ink2);
        let width = cap.width;
        let left = pos2(rect.right() - PADDING - width, rect.top() + CONTROL_HEIGHT / 2.0);
        cap.paint(ui.painter(), left, t.ink2, t.sheet, t.line2);
        width + 2.0 * PADDING
    }

    fn height(&self, ui: &Ui, width: f32, t: &Tokens) -> f32 {
        if self.rows == 1 {
            return CONTROL_HEIGHT;
        }
        let job = fonts::DOCK.job(self.text.as_str(), t.ink, width);
        let lines = ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y;
        let least = std::iter::repeat_n(fonts::DOCK.line, self.rows).sum();
        lines.max(least) + 2.0 * TEXT_PADDING
    }
}

impl Widget for Field<'_> {
    fn ui(mut self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let height = self.height(ui, width - 2.0 * PADDING, t);
        let (rect, whole) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
        let id = self.id.unwrap_or_else(|| whole.id.with("text"));
        let focused = ui.memory(|memory| memory.has_focus(id));
        ui.painter().rect_filled(rect, CONTROL_RADIUS, t.sheet);
        let mut inner = rect.shrink2(vec2(PADDING, TEXT_PADDING));
        if let Some(icon) = self.icon {
            let center =
                pos2(inner.left() + icon.size().x / 2.0, rect.top() + CONTROL_HEIGHT / 2.0);
            icon.paint(ui.painter(), Rect::from_center_size(center, icon.size()), t.ink3);
            inner.min.x += icon.size().x + PADDING;
        }
        inner.max.x = rect.right() - self.paint_end(ui, rect, focused, t);
        let response = self.edit(ui, id, inner, t).accessible_name(self.name);
        if whole.clicked() {
            response.request_focus();
        }
        let edge = if self.wrong { t.stroke(1.5, t.red) } else { t.stroke(1.0, t.shape) };
        ui.painter().rect_stroke(rect, CONTROL_RADIUS, edge, StrokeKind::Inside);
        if response.has_focus() {
            focus_frame(ui.painter(), rect, CONTROL_RADIUS, t);
        }
        response
    }
}
