//! The list of imports and people.

use egui::{Id, ScrollArea, Ui, pos2};

use super::UnitsView;
use crate::memory::maintain::{Deed, Doer};
use crate::model::Timestamp;
use crate::texts::{self, t};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, line_below};
use crate::workbench::desk::UnitTable;

const ROW_HEIGHT: f32 = 44.0;

impl UnitsView {
    pub(super) fn deeds_ui(&mut self, ui: &mut Ui, table: &UnitTable) {
        let mut clicked = None;
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("deeds");
        if std::mem::take(&mut self.was_moved) {
            // The marked one is kept in the middle where it can be.
            let middle = (ui.available_height() - ROW_HEIGHT) / 2.0;
            let offset = (self.marked as f32).mul_add(ROW_HEIGHT, -middle);
            area = area.vertical_scroll_offset(offset.max(0.0));
        }
        area.show_rows(ui, ROW_HEIGHT, table.deeds.len(), |ui, rows| {
            for row in rows {
                let Some(deed) = table.deeds.get(row) else { continue };
                if deed_ui(ui, deed, row, row == self.marked) {
                    clicked = Some(row);
                }
            }
        });
        if let Some(row) = clicked {
            self.mark(row, false, table);
        }
    }
}

fn deed_ui(ui: &mut Ui, deed: &Deed, row: usize, is_marked: bool) -> bool {
    let t = tokens(ui);
    let (doer, counts) = (doer(&deed.doer), counts(deed));
    let when = span(deed);
    let name = format!("{doer}, {counts}, {when}");
    let id = Id::unique("deed").with(row);
    let list_row = ListRow::new(id, &name, Ground::Sheet).height(ROW_HEIGHT).selected(is_marked);
    let response = list_row.show(ui, |ui| {
        let rect = ui.max_rect();
        let width = rect.width() - 28.0;
        let line = |text: &str, role, ink, y: f32| {
            let laid = BidiLabel::plain(text, role, ink).cut_at(width).lay_out(ui.ctx());
            laid.paint(ui.painter(), pos2(rect.left() + 14.0, rect.top() + y));
        };
        line(&doer, fonts::DOCK_BOLD, t.ink, 4.0);
        line(&format!("{counts}  ·  {when}"), fonts::LABEL, t.ink2, 23.0);
    });
    line_below(ui, response.rect, t.line);
    response.clicked()
}

fn doer(doer: &Doer) -> String {
    match doer {
        Doer::Import(origin) if origin.is_empty() => t!("units-brought-in").to_owned(),
        Doer::Person(name) if name.is_empty() => t!("units-somebody").to_owned(),
        Doer::Import(name) | Doer::Person(name) => name.clone(),
    }
}

fn counts(deed: &Deed) -> String {
    let counts = [
        (deed.added > 0).then(|| t!("units-deed-added", count = deed.added)),
        (deed.changed > 0).then(|| t!("units-deed-changed", count = deed.changed)),
        (deed.withdrawn > 0).then(|| t!("units-deed-deleted", count = deed.withdrawn)),
    ];
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn span(deed: &Deed) -> String {
    let day = |at: Timestamp| texts::day(at.to_zoned_datetime(jiff::tz::TimeZone::system()).date());
    let (from, until) = (day(deed.from), day(deed.until));
    if from == until { from } else { t!("units-from-until", from = from, until = until) }
}
