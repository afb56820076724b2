//! The rows of the table: a line each, the marked one in full.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use egui::{Id, Modifiers, Rangef, Rect, Ui, pos2, vec2};

use super::columns::Columns;
use super::edit::Editing;
use super::{Tab, UnitsView};
use crate::memory::concordance::Side;
use crate::model::UnitId;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::rows::RowSource;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, line_above};
use crate::workbench::desk::{Desk, UnitTable};

/// Height of a row, and of the room above its text, in points.
const ROW_HEIGHT: f32 = 28.0;
pub const ABOVE: f32 = 5.0;
/// Below the texts of the marked row: the line that says where it comes from.
pub const ORIGIN_HEIGHT: f32 = 22.0;
/// The marked row shows no more than so many points of a text, some twelve lines.
const MOST_TEXT: f32 = 216.0;

/// A row that was clicked.
struct Click {
    row: usize,
    extend: bool,
    twice: bool,
}

/// The rows of a list of units, to be drawn.
pub struct Lines<'a> {
    pub table: &'a UnitTable,
    pub tab: Tab,
    pub marked: usize,
    selected: RangeInclusive<usize>,
    editing: Option<&'a mut Editing>,
    pub uses: &'a HashMap<UnitId, usize>,
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
