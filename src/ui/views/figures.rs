//! A table of figures: words in the first column, figures right-aligned in the others, zeros
//! dimmed, sums in bold under a line. Each line is read aloud as one sentence.

use egui::{Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{line_above, line_below};
use crate::workbench::analysis::report::{Line, NOTHING, Sheet, Sort};

const ROW_HEIGHT: f32 = 24.0;
/// Room between two columns, in points.
const GAP: f32 = 18.0;

/// Shows a table `width` points wide, at most `height` high with what scrolls.
pub fn figures_ui(ui: &mut Ui, sheet: &Sheet, width: f32, height: f32) {
    let columns = Columns::of(ui, sheet, width);
    ui.spacing_mut().item_spacing.y = 0.0;
    heads_ui(ui, sheet, &columns, width);
    let area = ScrollArea::vertical().id_salt(&sheet.heads).max_height(height);
    area.auto_shrink([false, true]).show_rows(ui, ROW_HEIGHT, sheet.lines.len(), |ui, rows| {
        for line in sheet.lines.get(rows).unwrap_or_default() {
            line_ui(ui, sheet, line, &columns, width);
        }
    });
}

/// Where the columns stand, in points from the table's left edge.
struct Columns {
    /// How wide the first one is, which takes what the others leave.
    first: f32,
    /// Where each ends.
    ends: Vec<f32>,
}

impl Columns {
    fn of(ui: &Ui, sheet: &Sheet, width: f32) -> Self {
        let t = tokens(ui);
        let measure =
            |font: fonts::TypeRole, text: &str| font.galley(ui.painter(), text, t.ink).size().x;
        let (mut ends, mut right) = (Vec::with_capacity(sheet.heads.len()), width - 4.0);
        for (column, head) in sheet.heads.iter().enumerate().skip(1).rev() {
            ends.push(right);
            let cells = sheet.lines.iter().filter_map(|line| line.cells.get(column));
            let head = measure(fonts::LABEL, head);
            let widest = cells.map(|cell| measure(fonts::DOCK_BOLD, cell)).fold(head, f32::max);
            right -= widest + GAP;
        }
        ends.push(right);
        ends.reverse();
        Self { first: right, ends }
    }
}

fn heads_ui(ui: &mut Ui, sheet: &Sheet, columns: &Columns, width: f32) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover());
    for (column, (head, end)) in sheet.heads.iter().zip(&columns.ends).enumerate() {
        let galley = fonts::LABEL.galley(ui.painter(), head, t.ink3);
        let left = if column == 0 { 0.0 } else { end - galley.size().x };
        ui.painter().galley(pos2(rect.left() + left, rect.top() + 4.0), galley, t.ink3);
    }
    line_below(ui, rect, t.line2);
}

fn line_ui(ui: &mut Ui, sheet: &Sheet, line: &Line, columns: &Columns, width: f32) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, read_aloud(sheet, line)));
    let (font, ink) = match line.sort {
        Sort::Part => (fonts::DOCK, t.ink),
        Sort::Total => (fonts::DOCK_BOLD, t.ink),
        Sort::Apart => (fonts::DOCK, t.ink2),
    };
    let sums = line.sort == Sort::Total;
    line_above(ui, rect, if sums { t.line2 } else { t.line });
    for (column, (cell, end)) in line.cells.iter().zip(&columns.ends).enumerate() {
        let ink = if cell == NOTHING && column > 0 { t.ink3 } else { ink };
        let galley = if column == 0 {
            // A long name gives way to the figures.
            ui.painter().layout_job(font.line_job(cell, ink, columns.first))
        } else {
            font.galley(ui.painter(), cell, ink)
        };
        let left = if column == 0 { 0.0 } else { end - galley.size().x };
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + left, top), galley, ink);
    }
}

/// "85–94: 6 segments, 96 words, …".
fn read_aloud(sheet: &Sheet, line: &Line) -> String {
    let (name, figures) =
        line.cells.split_first().map_or(("", &[][..]), |(name, figures)| (name.as_str(), figures));
    let heads = sheet.heads.iter().skip(1);
    let each = figures.iter().zip(heads).filter(|(figure, _)| !figure.is_empty());
    let each: Vec<String> = each.map(|(figure, head)| format!("{head} {figure}")).collect();
    format!("{name}: {}", each.join(", "))
}
