//! The grid: two leaves and a hinge.
//!
//! A row is painted rectangles and text laid out at computed places; only the
//! active target is a field, and its text stands where the painted text stood.
//! Paragraphs are ruled: a full line where a block begins, a short one between the
//! sentences of a block. What stands in a row comes from the session; nothing here
//! changes it.
//!
//! [`translate`] paints the translation view, [`align`] the alignment view.

pub mod align;
pub mod changed;
pub mod codes;
pub mod columns;
pub mod drag;
pub mod findings;
pub mod langs;
pub mod reference;
pub mod spelling;
pub mod terms;
pub mod translate;

use egui::{Color32, Id, Painter, Pos2, Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::fonts::{self, TypeRole};
use super::text::{BidiLabel, Direction, LaidLabel, Span};
use super::theme::{Tokens, tokens};
use super::views::find::marks;
use super::widgets::active_bar;
use crate::model::{Bead, Lang, Role, View};
use crate::texts::{Spoken, t};
use crate::workbench::Session;
use crate::workbench::links::Side;
use crate::workbench::rows::RowInfo;

/// How a row looks because of what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Whether it is the active row.
    pub active: bool,
    /// Whether it is content.
    pub content: bool,
    /// Whether it is a headline.
    pub headline: bool,
    /// Whether a block begins with it.
    pub begins_block: bool,
}

impl Manner {
    /// The manner of a row.
    #[must_use]
    pub fn of(info: Option<&RowInfo>, active: bool) -> Self {
        let Some(info) = info else {
            return Self { active, content: true, headline: false, begins_block: true };
        };
        Self {
            active,
            content: info.content,
            headline: info.content && info.role == Role::Headline,
            begins_block: info.begins_block,
        }
    }

    /// How the texts of the row are set.
    #[must_use]
    pub const fn type_role(self) -> TypeRole {
        if !self.content {
            fonts::ASIDE
        } else if self.headline {
            fonts::HEADLINE
        } else {
            fonts::TEXT
        }
    }

    /// The colour of the texts of the row.
    #[must_use]
    pub const fn ink(self, t: &Tokens) -> Color32 {
        if self.content { t.ink } else { t.ink3 }
    }
}

/// The letter of a row's role, at the first sentence of a block only.
#[must_use]
pub fn role_letter(info: Option<&RowInfo>) -> &'static str {
    match info {
        Some(info) if !info.content && info.begins_block => "–",
        Some(info) if info.begins_block => info.role.letter(),
        _ => "",
    }
}

/// What a row's block is, in words.
#[must_use]
pub fn role_name(info: Option<&RowInfo>) -> &'static str {
    match info {
        Some(info) if !info.content => t!("not-content"),
        Some(info) => info.role.spoken(),
        None => "",
    }
}

/// Fills a row and rules its upper edge; `text_left` is where the short line begins.
pub fn paint_ground(painter: &Painter, rect: Rect, manner: Manner, text_left: f32, t: &Tokens) {
    let fill = if manner.active && !t.high_contrast {
        t.tint
    } else if manner.content {
        t.sheet
    } else {
        t.hinge
    };
    painter.rect_filled(rect, 0.0, fill);
    if manner.active {
        active_bar(painter, rect, t);
        if t.high_contrast {
            painter.rect_stroke(rect, 0.0, t.stroke(2.0, t.accent), egui::StrokeKind::Inside);
        }
    }
    let (left, color) =
        if manner.begins_block { (rect.left(), t.line2) } else { (text_left, t.line) };
    let line = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right(), rect.top() + 1.0));
    painter.rect_filled(line, 0.0, color);
}

/// Paints the hinge of a row; the active row's tint runs through instead.
pub fn paint_hinge(painter: &Painter, rect: Rect, hinge: Rangef, manner: Manner, t: &Tokens) {
    if manner.active {
        return;
    }
    let band = Rect::from_x_y_ranges(hinge, rect.y_range()).with_min_y(rect.top() + 1.0);
    painter.rect_filled(band, 0.0, t.hinge);
    for x in [band.left(), band.right() - 1.0] {
        let line = Rect::from_min_size(pos2(x, band.top()), vec2(1.0, band.height()));
        painter.rect_filled(line, 0.0, t.line);
    }
}

/// What a row is to a screen reader, and to whoever clicks it.
pub struct Cells<'a> {
    /// The bead.
    pub bead: &'a Bead,
    /// The source text; asked for only where somebody reads it aloud.
    pub source: &'a dyn Fn() -> String,
    /// The row's state in words, asked for only there too.
    pub state: &'a dyn Fn() -> String,
    /// What its block is, in words.
    pub role: &'static str,
    /// Whether it is the active row.
    pub active: bool,
}

/// What of a row was clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clicked {
    /// One of its sides.
    Row,
    /// The letter of its role.
    Role,
}

impl Cells<'_> {
    /// Lays the source's and the target's cell over `rect`, which is parted at
    /// `split`, and a button over the letter of the role; what was clicked.
    #[must_use]
    pub fn clicked(self, ui: &Ui, rect: Rect, split: f32, letter: Rangef) -> Option<Clicked> {
        let id = Id::unique("row").with(self.bead.id.bits());
        let number = self.bead.number;
        let source = ui.interact(rect.with_max_x(split), id.with("source"), Sense::click());
        let name = t!("grid-row-source", number = number);
        source.widget_info(|| WidgetInfo::labeled(egui::Role::Cell, true, &name));
        let target = ui.interact(rect.with_min_x(split), id.with("target"), Sense::click());
        let name = t!("grid-row-target", number = number);
        target.widget_info(|| WidgetInfo::labeled(egui::Role::Cell, true, &name));
        if ui.ctx().has_accesskit_node(source.id) {
            self.read_out(ui, source.id, target.id);
        }
        let place = Rect::from_x_y_ranges(letter, rect.y_range());
        // Keys reach it by the command; the Tab key is for the texts.
        let role = ui.interact(place, id.with("role"), Sense::CLICK);
        let name = t!("grid-row-role", number = number);
        role.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        ui.accesskit_node_builder(role.id, |node| node.set_value(self.role));
        if role.clicked() {
            return Some(Clicked::Role);
        }
        (source.clicked() || target.clicked()).then_some(Clicked::Row)
    }

    /// What a screen reader has of the two cells. AT-SPI passes a cell's description on,
    /// not its value.
    fn read_out(&self, ui: &Ui, source: Id, target: Id) {
        let (text, state) = ((self.source)(), (self.state)());
        ui.accesskit_node_builder(source, |node| {
            node.set_description(text.as_str());
            node.set_value(text);
        });
        let text = self.bead.target_text();
        ui.accesskit_node_builder(target, |node| {
            node.set_description(spoken_target(&text, &state));
            node.set_value(text);
            node.set_selected(self.active);
        });
    }
}

/// What a target is to a screen reader: its text, then the row's state.
fn spoken_target(text: &str, state: &str) -> String {
    if text.is_empty() { state.to_owned() } else { format!("{text} ({state})") }
}

/// A row's number and its state in words, as the open view tells it.
#[must_use]
pub fn spoken(session: &Session, row: usize) -> Option<(String, String)> {
    let bead = session.beads().get(row)?;
    let content = session.rows().get(row).is_none_or(|info| info.content);
    let state = match session.view() {
        View::Translate => translate::describe(session, bead, content),
        View::Align => align::describe(bead, content),
    };
    Some((bead.number.to_string(), state))
}

/// Lays a text in a language out in the width of its column.
#[must_use]
pub fn lay_out(ui: &Ui, text: &str, lang: &Lang, manner: Manner, width: f32) -> LaidLabel {
    lay_out_marked(ui, Side::Target, text, lang, manner, width, Vec::new())
}

/// The same for a text of the source; in the active row its terms are underlined.
#[must_use]
pub fn lay_out_source(ui: &Ui, text: &str, lang: &Lang, manner: Manner, width: f32) -> LaidLabel {
    lay_out_coded_source(ui, text, lang, manner, width, Vec::new())
}

/// The same with the chips of its inline codes; terms are found in texts without codes.
#[must_use]
pub fn lay_out_coded_source(
    ui: &Ui,
    text: &str,
    lang: &Lang,
    manner: Manner,
    width: f32,
    chips: Vec<Span>,
) -> LaidLabel {
    let mut spans = terms::spans(ui.ctx(), manner, text);
    spans.extend(chips);
    lay_out_marked(ui, Side::Source, text, lang, manner, width, spans)
}

/// The same for a text of a target, with stretches that look otherwise.
#[must_use]
pub fn lay_out_target(
    ui: &Ui,
    text: &str,
    lang: &Lang,
    manner: Manner,
    width: f32,
    spans: Vec<Span>,
) -> LaidLabel {
    lay_out_marked(ui, Side::Target, text, lang, manner, width, spans)
}

/// A text with what is looked for in it marked, over what else looks otherwise.
fn lay_out_marked(
    ui: &Ui,
    side: Side,
    text: &str,
    lang: &Lang,
    manner: Manner,
    width: f32,
    mut spans: Vec<Span>,
) -> LaidLabel {
    spans.extend(marks(ui.ctx(), side, text));
    let role = manner.type_role().in_column(ui.ctx(), side);
    let label = BidiLabel::new(text, lang, role, manner.ink(tokens(ui)));
    label.width(width).spans(spans).lay_out(ui.ctx())
}

/// Lays out a note in the place of a text in a language: where that would begin.
#[must_use]
pub fn lay_out_note(ui: &Ui, text: &str, lang: &Lang, width: f32) -> LaidLabel {
    let note = BidiLabel::plain(text, fonts::ASIDE, tokens(ui).ink3).width(width);
    note.beside(Direction::of(lang)).lay_out(ui.ctx())
}

/// Paints one line of small text that ends at `right`.
pub fn paint_right(painter: &Painter, right: Pos2, text: &str, role: TypeRole, ink: Color32) {
    let galley = role.galley(painter, text, ink);
    painter.galley(pos2((right.x - galley.size().x).round(), right.y), galley, ink);
}

/// Paints one line of small text in the middle of a column.
pub fn paint_middle(painter: &Painter, top: Pos2, text: &str, role: TypeRole, ink: Color32) {
    let galley = role.galley(painter, text, ink);
    painter.galley(pos2((top.x - galley.size().x / 2.0).round(), top.y), galley, ink);
}
