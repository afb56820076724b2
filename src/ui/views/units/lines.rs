//! The rows of the table: a line each, the marked one in full.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use egui::{Color32, Id, Modifiers, Rangef, Rect, Ui, pos2, vec2};

use super::columns::Columns;
use super::edit::Editing;
use super::{Tab, UnitsView};
use crate::memory::concordance::Side;
use crate::memory::live::Stored;
use crate::memory::maintain::{Doubt, Note};
use crate::model::{Lang, UnitId};
use crate::texts::{self, Spoken, t};
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::rows::RowSource;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::views::concordance::excerpt;
use crate::ui::widgets::{Ground, ListRow, line_above};
use crate::workbench::desk::{Desk, UnitTable};

/// Height of a row, and of the room above its text, in points.
const ROW_HEIGHT: f32 = 28.0;
const ABOVE: f32 = 5.0;
/// Below the texts of the marked row: the line that says where it comes from.
const ORIGIN_HEIGHT: f32 = 22.0;
/// The marked row shows no more than so many points of a text, some twelve lines.
const MOST_TEXT: f32 = 216.0;

/// A row that was clicked.
struct Click {
    row: usize,
    extend: bool,
    twice: bool,
}

struct Lines<'a> {
    table: &'a UnitTable,
    tab: Tab,
    marked: usize,
    selected: RangeInclusive<usize>,
    editing: Option<&'a mut Editing>,
    uses: &'a HashMap<UnitId, usize>,
    click: Option<Click>,
}

impl UnitsView {
    pub(super) fn lines_ui(&mut self, ui: &mut Ui, head: Rect, desk: &Desk, table: &UnitTable) {
        {
            let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(head));
            ui.set_clip_rect(head.expand(4.0));
            self.columns_ui(&mut ui, head);
        }
        if self.len(table) == 0 {
            return self.nothing_ui(ui, table);
        }
        let mut lines = Lines {
            table,
            tab: self.tab,
            marked: self.marked,
            selected: self.selected(),
            editing: self.editing.as_mut(),
            uses: &table.uses,
            click: None,
        };
        let id = Id::unique("unit rows").with(self.tab as usize);
        let _ = self.list.show(ui, id, Some(self.marked), &mut lines);
        let Some(Click { row, extend, twice }) = lines.click else { return };
        if twice && desk.why_units_stay().is_none() {
            ui.ctx().data_mut(|data| data.insert_temp(super::keys::edit_wanted(), true));
            ui.ctx().request_repaint();
        } else if row != self.marked || extend {
            self.mark(row, extend, table);
        }
        // What had the focus is not what is worked on now.
        ui.memory_mut(|memory| memory.surrender_focus(super::head::search_id()));
    }

    fn nothing_ui(&self, ui: &mut Ui, table: &UnitTable) {
        let t = tokens(ui);
        let (text, ink) = match (&table.problem, table.is_looking, self.tab) {
            (Some(problem), ..) => (problem.as_str(), t.red),
            (None, true, _) => (t!("concordance-looking"), t.ink2),
            (None, false, Tab::Units) => (t!("units-none-found"), t.ink2),
            (None, false, Tab::Duplicates) => (t!("units-none-twice"), t.ink2),
            (None, false, Tab::Conflicting) => (t!("units-none-conflicting"), t.ink2),
            (None, false, Tab::Doubtful) => (t!("units-none-doubtful"), t.ink2),
            (None, false, Tab::Deeds) => (t!("units-none-done"), t.ink2),
        };
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            ui.add_space(14.0);
            fonts::DOCK.label(ui, text, ink, ui.available_width() - 28.0);
        });
    }
}

impl Lines<'_> {
    fn stored(&self, row: usize) -> Option<Stored<'_>> {
        self.table.ledger.unit(self.table.listing.lines.get(row)?.slot)
    }

    fn langs(&self) -> [&Lang; 2] {
        let header = self.table.ledger.header();
        [&header.source, &header.target]
    }

    /// Whether the row above is of the same group.
    fn goes_on(&self, row: usize) -> bool {
        let lines = &self.table.listing.lines;
        let group = |row: usize| lines.get(row).map(|line| line.group);
        row > 0 && self.tab != Tab::Units && group(row - 1) == group(row)
    }

    fn label<'a>(&'a self, text: &'a str, side: Side, ink: Color32) -> BidiLabel<'a> {
        let lang = self.langs()[side as usize];
        BidiLabel::new(text, lang, fonts::DOCK, ink).without_marks()
    }

    fn spans(&self, side: Side, text: &str, t: &Tokens) -> Vec<Span> {
        let found = self.table.sieve.as_ref().map(|sieve| sieve.marks(side, text));
        let look = Mark::Found.look(t);
        found.unwrap_or_default().into_iter().map(|range| Span::new(range, look)).collect()
    }

    /// A text of the marked row, whole.
    fn whole_ui(&self, ui: &Ui, text: &str, side: Side, place: Rect, t: &Tokens) {
        let spans = self.spans(side, text, t);
        let laid =
            self.label(text, side, t.ink).width(place.width()).spans(spans).lay_out(ui.ctx());
        laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place.min);
    }

    /// A line of a text, from a little before what was found.
    fn line_ui(&self, ui: &Ui, text: &str, side: Side, place: Rect, ink: Color32, t: &Tokens) {
        let found = self.table.sieve.as_ref().map(|sieve| sieve.marks(side, text));
        let found = found.unwrap_or_default();
        if found.is_empty() {
            let laid = self.label(text, side, ink).cut_at(place.width()).lay_out(ui.ctx());
            return laid.paint(ui.painter(), place.min);
        }
        let (shown, ranges) = excerpt(text, &found);
        let look = Mark::Found.look(t);
        let spans = ranges.into_iter().map(|range| Span::new(range, look)).collect();
        let laid = self.label(&shown, side, ink).width(place.width()).spans(spans);
        let laid = laid.lay_out(ui.ctx());
        laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place.min);
    }

    fn cells_ui(&self, ui: &Ui, row: usize, rect: Rect, stored: &Stored<'_>, t: &Tokens) {
        let columns = Columns::of(rect, self.tab);
        let unit = &stored.unit;
        let top = rect.top() + ABOVE;
        let is_marked = row == self.marked;
        let bottom = if is_marked { rect.bottom() - ORIGIN_HEIGHT } else { top + fonts::DOCK.line };
        let place = |range: Rangef| Rect::from_x_y_ranges(range, Rangef::new(top, bottom));
        let source_ink = if self.goes_on(row) { t.ink3 } else { t.ink };
        for (text, side, range, ink) in [
            (unit.source, Side::Source, columns.source, source_ink),
            (unit.target, Side::Target, columns.target, t.ink),
        ] {
            if is_marked {
                self.whole_ui(ui, text, side, place(range), t);
            } else {
                self.line_ui(ui, text, side, place(range), ink, t);
            }
        }
        let cell = |text: &str, range: Rangef, ink: Color32| {
            let laid = BidiLabel::plain(text, fonts::DOCK, ink).cut_at(range.span());
            laid.lay_out(ui.ctx()).paint(ui.painter(), pos2(range.min, top));
        };
        cell(unit.author, columns.author, t.ink2);
        cell(unit.release, columns.release, t.ink2);
        // In figures, so that a column of them is read downwards.
        let date = unit.date.map(|date| date.to_string()).unwrap_or_default();
        cell(&date, columns.date, t.ink2);
        cell(unit.status.spoken(), columns.status, t.ink2);
        let (note, ink) = self.note(row, stored, t);
        cell(&note, columns.note, ink);
        if is_marked {
            let text = where_from(stored);
            let laid = BidiLabel::plain(&text, fonts::LABEL, t.ink3).cut_at(rect.width() - 28.0);
            let at = pos2(columns.source.min, rect.bottom() - ORIGIN_HEIGHT + 2.0);
            laid.lay_out(ui.ctx()).paint(ui.painter(), at);
        }
    }

    /// What is said of a row, and in which ink.
    fn note(&self, row: usize, stored: &Stored<'_>, t: &Tokens) -> (String, Color32) {
        let note = self.table.listing.lines.get(row).map(|line| line.note).unwrap_or_default();
        match note {
            Note::Kept => (t!("units-note-kept").to_owned(), t.green),
            Note::Twin => (t!("units-note-twin").to_owned(), t.ink2),
            Note::Doubt(doubt) => (doubt_told(doubt).to_owned(), t.amber),
            Note::None => {
                let uses = self.uses.get(&stored.id);
                (uses.map(usize::to_string).unwrap_or_default(), t.ink2)
            }
        }
    }

    fn edit_ui(&mut self, ui: &mut Ui, rect: Rect) {
        let t = tokens(ui);
        let header = self.table.ledger.header();
        let langs = [&header.source, &header.target];
        let places = halves(rect);
        let Some(editing) = self.editing.as_deref_mut() else { return };
        editing.show(ui, places, langs);
        let told = BidiLabel::plain(t!("units-edit-keys"), fonts::LABEL, t.ink3);
        let at = pos2(places[0].left(), rect.bottom() - 22.0);
        told.lay_out(ui.ctx()).paint(ui.painter(), at);
    }
}

/// Where the two fields of an edited row stand.
fn halves(rect: Rect) -> [Rect; 2] {
    const EDGE: f32 = 12.0;
    let width = (rect.width() - 3.0 * EDGE) / 2.0;
    [0.0, 1.0].map(|place: f32| {
        let left = rect.left() + EDGE + place * (width + EDGE);
        Rect::from_min_size(pos2(left, rect.top() + 8.0), vec2(width, rect.height() - 34.0))
    })
}

impl RowSource for Lines<'_> {
    fn len(&self) -> usize {
        self.table.listing.lines.len()
    }

    fn estimate(&self, _row: usize, _width: f32) -> f32 {
        ROW_HEIGHT
    }

    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> f32 {
        if row != self.marked {
            return ROW_HEIGHT;
        }
        if let Some(editing) = &self.editing {
            return editing.height(
                ui,
                halves(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 40.0)))[0].width(),
                self.langs(),
            );
        }
        let Some(stored) = self.stored(row) else { return ROW_HEIGHT };
        let columns =
            Columns::of(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, ROW_HEIGHT)), self.tab);
        let t = tokens(ui);
        let height = |text: &str, side, range: Rangef| {
            self.label(text, side, t.ink).width(range.span()).lay_out(ui.ctx()).size().y
        };
        let source = height(stored.unit.source, Side::Source, columns.source);
        let target = height(stored.unit.target, Side::Target, columns.target);
        source.max(target).clamp(fonts::DOCK.line, MOST_TEXT) + ABOVE + ORIGIN_HEIGHT + 2.0
    }

    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect) {
        let t = tokens(ui);
        let is_edited = row == self.marked && self.editing.is_some();
        let Some(stored) = self.stored(row) else { return };
        let id = Id::unique("unit").with((stored.id.bits(), stored.revision.bits()));
        let is_selected = self.selected.contains(&row);
        let name = t!(
            "units-row",
            place = (row + 1).to_string(),
            source = stored.unit.source,
            target = stored.unit.target,
            status = stored.unit.status.spoken()
        );
        let list_row = ListRow::new(id, &name, Ground::Sheet).height(rect.height());
        let response = list_row.selected(is_selected).show(ui, |ui| {
            if !is_edited {
                self.cells_ui(ui, row, rect, &stored, t);
            }
        });
        let line = if self.goes_on(row) { t.line } else { t.line2 };
        let line = if self.tab == Tab::Units { t.line } else { line };
        if row > 0 {
            line_above(ui, rect, line);
        }
        if is_edited {
            return self.edit_ui(ui, rect);
        }
        if response.clicked() {
            let extend = ui.input(|input| input.modifiers == Modifiers::SHIFT);
            let twice = response.double_clicked();
            self.click = Some(Click { row, extend, twice });
        }
    }
}

/// Where a unit comes from, in a line.
fn where_from(stored: &Stored<'_>) -> String {
    let unit = &stored.unit;
    let stored_at = stored.at.to_zoned_datetime(jiff::tz::TimeZone::system());
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let codes = (!unit.tags.is_empty()).then(|| t!("units-codes", count = unit.tags.len()));
    let parts = [
        some(unit.author),
        some(unit.approver).map(|name| t!("concordance-approved-by", name = name)),
        some(unit.issuer),
        some(unit.origin),
        codes,
        Some(t!("units-stored-on", day = texts::day(stored_at.date()))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ·  ")
}

fn doubt_told(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Empty => t!("units-doubt-empty"),
        Doubt::Identical => t!("units-doubt-identical"),
        Doubt::Length => t!("units-doubt-length"),
        Doubt::Codes => t!("units-doubt-codes"),
        Doubt::Language => t!("units-doubt-language"),
    }
}
