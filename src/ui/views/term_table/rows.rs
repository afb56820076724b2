//! The rows of the table of terms, and the heads of its columns.

use std::ops::RangeInclusive;

use egui::{Id, Modifiers, Rangef, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::TermTableView;
use crate::model::{Concept, Lang, Term, TermStatus};
use crate::texts::{self, Spoken, said, t};
use crate::ui::fonts;
use crate::ui::rows::RowSource;
use crate::ui::text::{BidiLabel, Look, Span};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Ground, ListRow, focus_frame, line_above, line_below};
use crate::workbench::desk::TermTable;
use crate::workbench::termbases::{Column, Sheet};

/// Height of the heads and of a row, in points.
pub const HEAD_HEIGHT: f32 = 26.0;
const ROW_HEIGHT: f32 = 28.0;
/// Room above a row's text.
const ABOVE: f32 = 5.0;
/// Room between two columns, and at both ends.
const GAP: f32 = 12.0;
const MARGIN: f32 = 14.0;

/// The columns from left to right, in points on the screen.
struct Columns {
    first: Rangef,
    second: Rangef,
    kind: Rangef,
    issuer: Rangef,
    note: Rangef,
    changed: Rangef,
}

impl Columns {
    const KIND: f32 = 96.0;
    const ISSUER: f32 = 120.0;
    const NOTE: f32 = 150.0;
    const CHANGED: f32 = 84.0;

    fn of(rect: Rect) -> Self {
        let fixed = Self::KIND + Self::ISSUER + Self::NOTE + Self::CHANGED + 5.0 * GAP;
        let text = ((rect.width() - 2.0 * MARGIN - fixed) / 2.0).max(80.0);
        let mut left = rect.left() + MARGIN;
        let [first, second, kind, issuer, note, changed] =
            [text, text, Self::KIND, Self::ISSUER, Self::NOTE, Self::CHANGED].map(|width| {
                let range = Rangef::new(left, left + width);
                left += width + GAP;
                range
            });
        Self { first, second, kind, issuer, note, changed }
    }
}

/// The heads; a click sorts by that column.
pub fn heads_ui(ui: &Ui, rect: Rect, sheet: &mut Sheet) {
    let t = tokens(ui);
    let columns = Columns::of(rect);
    let lang = |place: usize| {
        let lang = sheet.langs.get(place).and_then(Option::as_ref);
        lang.map(|lang| lang.spoken().to_owned()).unwrap_or_default()
    };
    let (first, second) = (lang(0), lang(1));
    let heads = [
        (columns.first, first.as_str(), Some(Column::First)),
        (columns.second, second.as_str(), Some(Column::Second)),
        (columns.kind, t!("form-kind"), Some(Column::Kind)),
        (columns.issuer, t!("form-issuer"), Some(Column::Issuer)),
        (columns.note, t!("form-note-title"), None),
        (columns.changed, t!("term-table-changed"), Some(Column::Changed)),
    ];
    let mut chosen = None;
    for (range, name, by) in heads {
        let rect = Rect::from_x_y_ranges(range, rect.y_range());
        if head_ui(ui, rect, name, by, sheet) {
            chosen = by;
        }
    }
    line_below(ui, rect, t.line2);
    if let Some(by) = chosen {
        TermTableView::sort_by(sheet, by);
    }
}

fn head_ui(ui: &Ui, rect: Rect, name: &str, by: Option<Column>, sheet: &Sheet) -> bool {
    let t = tokens(ui);
    let is_sorted = by == Some(sheet.by);
    let sense = if by.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique("terms column").with(name), sense);
    if by.is_some() {
        let told = t!("units-sort-by", column = name);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_sorted, &told));
    }
    let ink = if is_sorted || (by.is_some() && response.hovered()) { t.ink } else { t.ink3 };
    let job = fonts::LABEL.with_bold(is_sorted).line_job(name, ink, rect.width());
    let galley = ui.painter().layout_job(job);
    let end = pos2(rect.left() + galley.size().x + 5.0, rect.center().y);
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, ink);
    if is_sorted {
        let (base, tip) = if sheet.falling { (-2.5, 2.5) } else { (2.5, -2.5) };
        let corners = [(0.0, base), (8.0, base), (4.0, tip)].map(|(x, y)| end + vec2(x, y));
        ui.painter().add(Shape::convex_polygon(corners.to_vec(), ink, Stroke::NONE));
    }
    if response.has_focus() {
        focus_frame(ui.painter(), rect.expand2(vec2(4.0, -2.0)), 3.0, t);
    }
    response.clicked()
}

/// A row that was clicked.
pub struct Click {
    pub row: usize,
    pub extend: bool,
    pub twice: bool,
}

/// The rows, to be drawn.
pub struct Lines<'a> {
    pub table: &'a TermTable,
    pub selected: RangeInclusive<usize>,
    pub click: Option<Click>,
}

impl RowSource for Lines<'_> {
    fn len(&self) -> usize {
        self.table.places.len()
    }

    fn estimate(&self, _row: usize, _width: f32) -> f32 {
        ROW_HEIGHT
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> f32 {
        ROW_HEIGHT
    }

    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect) {
        let t = tokens(ui);
        let Some(concept) = self.table.concept(row) else { return };
        let langs = &self.table.sheet.langs;
        let texts = langs.each_ref().map(|lang| names(concept, lang.as_ref()).0);
        let kind = said("term-kind", concept.kind.name());
        let place = (row + 1).to_string();
        let name =
            t!("term-table-row", place = place, first = texts[0], second = texts[1], kind = kind);
        let id = Id::unique("concept row").with(concept.id.bits());
        let list_row = ListRow::new(id, &name, Ground::Sheet).height(rect.height());
        let response = list_row.selected(self.selected.contains(&row)).show(ui, |ui| {
            cells_ui(ui, rect, concept, langs, t);
        });
        if row > 0 {
            line_above(ui, rect, t.line);
        }
        if response.clicked() {
            let extend = ui.input(|input| input.modifiers == Modifiers::SHIFT);
            self.click = Some(Click { row, extend, twice: response.double_clicked() });
        }
    }
}

fn cells_ui(ui: &Ui, rect: Rect, concept: &Concept, langs: &[Option<Lang>; 2], t: &Tokens) {
    let columns = Columns::of(rect);
    let top = rect.top() + ABOVE;
    for (lang, range) in langs.iter().zip([columns.first, columns.second]) {
        let Some(lang) = lang else { continue };
        let (text, spans) = marked_names(concept, lang, t);
        let label = BidiLabel::new(&text, lang, fonts::DOCK, t.ink).spans(spans).without_marks();
        let laid = label.cut_at(range.span()).lay_out(ui.ctx());
        laid.paint(ui.painter(), pos2(range.min, top));
    }
    let cell = |text: &str, range: Rangef| {
        let laid = BidiLabel::plain(text, fonts::DOCK, t.ink2).cut_at(range.span());
        laid.lay_out(ui.ctx()).paint(ui.painter(), pos2(range.min, top));
    };
    cell(said("term-kind", concept.kind.name()), columns.kind);
    cell(&concept.issuer, columns.issuer);
    cell(&note(concept), columns.note);
    // In figures, so that a column of them is read downwards.
    let changed = concept.changed.map(|at| at.to_zoned_datetime(jiff::tz::TimeZone::system()));
    cell(&changed.map(|at| at.date().to_string()).unwrap_or_default(), columns.changed);
}

/// The remark of a concept, with its time.
fn note(concept: &Concept) -> String {
    let time = match (concept.from, concept.until) {
        (_, Some(until)) => Some(t!("dock-terms-until", until = texts::day(until))),
        (Some(from), None) => Some(t!("dock-terms-from", from = texts::day(from))),
        (None, None) => None,
    };
    let note = (!concept.note.is_empty()).then(|| concept.note.clone());
    [time, note].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The names of a concept in a language, those to use first; and where each stands in the text.
fn names<'a>(
    concept: &'a Concept,
    lang: Option<&'a Lang>,
) -> (String, Vec<(std::ops::Range<usize>, &'a Term)>) {
    let mut terms: Vec<&Term> =
        lang.map(|lang| concept.terms_in(lang).collect()).unwrap_or_default();
    terms.sort_by_key(|term| term.status);
    let mut text = String::new();
    let mut places = Vec::new();
    for term in terms {
        if !text.is_empty() {
            text.push_str(", ");
        }
        let start = text.len();
        text.push_str(&term.text);
        places.push((start..text.len(), term));
    }
    (text, places)
}

/// The same with those that are admitted grey, and those that are forbidden struck.
fn marked_names(concept: &Concept, lang: &Lang, t: &Tokens) -> (String, Vec<Span>) {
    let (text, places) = names(concept, Some(lang));
    let spans = places.into_iter().filter_map(|(range, term)| {
        let look = match term.status {
            TermStatus::Preferred => return None,
            TermStatus::Admitted => Look { ink: Some(t.ink3), ..Look::default() },
            TermStatus::Forbidden => {
                Look { ink: Some(t.red), strike: Some(t.stroke(1.0, t.red)), ..Look::default() }
            }
        };
        Some(Span::new(range, look))
    });
    let spans = spans.collect();
    (text, spans)
}
