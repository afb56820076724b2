//! Where the columns of the table stand, and their heads.

use egui::{
    Color32, Id, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Tab, UnitsView};
use crate::memory::maintain::Column;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{focus_frame, line_below};

/// Height of the heads, in points.
pub const HEAD_HEIGHT: f32 = 26.0;
/// Room between two columns.
const GAP: f32 = 12.0;
/// Room at both ends.
const MARGIN: f32 = 14.0;

/// The columns from left to right, in points on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub source: Rangef,
    pub target: Rangef,
    pub author: Rangef,
    pub release: Rangef,
    pub date: Rangef,
    pub status: Rangef,
    /// What is said of the unit, or how often it was used.
    pub note: Rangef,
}

impl Columns {
    const AUTHOR: f32 = 110.0;
    const RELEASE: f32 = 84.0;
    const DATE: f32 = 92.0;
    const STATUS: f32 = 84.0;
    const USES: f32 = 56.0;
    const NOTE: f32 = 128.0;

    /// The columns of a table in `rect`.
    pub fn of(rect: Rect, tab: Tab) -> Self {
        let note =
            if matches!(tab, Tab::Duplicates | Tab::Doubtful) { Self::NOTE } else { Self::USES };
        let fixed = Self::AUTHOR + Self::RELEASE + Self::DATE + Self::STATUS + note + 6.0 * GAP;
        let text = ((rect.width() - 2.0 * MARGIN - fixed) / 2.0).max(80.0);
        let mut left = rect.left() + MARGIN;
        let [source, target, author, release, date, status, note] =
            [text, text, Self::AUTHOR, Self::RELEASE, Self::DATE, Self::STATUS, note].map(
                |width| {
                    let range = Rangef::new(left, left + width);
                    left += width + GAP;
                    range
                },
            );
        Self { source, target, author, release, date, status, note }
    }
}

impl UnitsView {
    /// The heads; a click sorts by that column where there is a choice.
    pub(super) fn columns_ui(&mut self, ui: &mut Ui, rect: Rect) {
        let t = tokens(ui);
        let columns = Columns::of(rect, self.tab);
        let note = match self.tab {
            Tab::Duplicates | Tab::Doubtful => t!("units-column-note"),
            _ => t!("units-column-uses"),
        };
        for (range, name, by) in [
            (columns.source, t!("source"), Some(Column::Source)),
            (columns.target, t!("target-title"), Some(Column::Target)),
            (columns.author, t!("units-column-author"), Some(Column::Author)),
            (columns.release, t!("units-column-release"), Some(Column::Release)),
            (columns.date, t!("date"), Some(Column::Date)),
            (columns.status, t!("units-column-status"), Some(Column::Status)),
            (columns.note, note, None),
        ] {
            self.column_ui(ui, Rect::from_x_y_ranges(range, rect.y_range()), name, by);
        }
        line_below(ui, rect, t.line2);
    }

    fn column_ui(&mut self, ui: &Ui, rect: Rect, name: &str, by: Option<Column>) {
        let t = tokens(ui);
        let by = by.filter(|_| self.tab == Tab::Units);
        let is_sorted = by == Some(self.order.by);
        let sense = if by.is_some() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, Id::unique("units column").with(name), sense);
        if let Some(by) = by {
            let told = t!("units-sort-by", column = name);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_sorted, &told));
            if response.clicked() {
                self.sort_by(by);
            }
        }
        let ink = if is_sorted || (by.is_some() && response.hovered()) { t.ink } else { t.ink3 };
        let job = fonts::LABEL.with_bold(is_sorted).line_job(name, ink, rect.width());
        let galley = ui.painter().layout_job(job);
        let top = rect.center().y - galley.size().y / 2.0;
        let end = rect.left() + galley.size().x + 5.0;
        ui.painter().galley(pos2(rect.left(), top), galley, ink);
        if is_sorted {
            direction(ui, pos2(end, rect.center().y), self.order.falling, ink);
        }
        if response.has_focus() {
            focus_frame(ui.painter(), rect.expand2(vec2(4.0, -2.0)), 3.0, t);
        }
    }
}

/// A triangle behind the head of the column that is sorted by: up for rising.
fn direction(ui: &Ui, left: Pos2, falling: bool, ink: Color32) {
    let (base, tip) = if falling { (-2.5, 2.5) } else { (2.5, -2.5) };
    let corners = [(0.0, base), (8.0, base), (4.0, tip)];
    let corners = corners.map(|(x, y)| left + vec2(x, y)).to_vec();
    ui.painter().add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}
