//! What an import did: figures, then each problem with its line; all of it can be copied.

use egui::{ScrollArea, Ui};

use super::{INSIDE, Wish, text_ui};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, dialog};
use crate::workbench::desk::ImportReport;
use crate::workbench::import::Imported;

const LIST_HEIGHT: f32 = 240.0;

/// Shows the report; whether it was closed.
pub fn report_ui(ui: &mut Ui, report: &ImportReport, wish: &mut Option<Wish>) -> bool {
    let t = tokens(ui);
    let ImportReport { from, into, result } = report;
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let heading = t!("report-into", name = name, into = into);
    BidiLabel::plain(&heading, fonts::DOCK_BOLD, t.ink).width(INSIDE).show_in(ui);
    ui.add_space(6.0);
    let text = match result {
        Ok(imported) => {
            imported_ui(ui, imported);
            imported.report(from, into)
        }
        Err(why) => {
            text_ui(ui, why);
            why.clone()
        }
    };
    let mut close = false;
    dialog::buttons(ui, |ui| {
        close = ui.add(Button::main(t!("report-close-report"))).clicked();
        if ui.add(Button::new(t!("report-copy-report"))).clicked() {
            *wish = Some(Wish::Copy(text));
        }
        if ui.add(Button::new(t!("report-import-another-file"))).clicked() {
            *wish = Some(Wish::Choose);
        }
    });
    close
}

fn imported_ui(ui: &mut Ui, imported: &Imported) {
    let t = tokens(ui);
    let Imported { read, added, updated, identical, skipped, stopped, problems } = imported;
    if *stopped {
        let text = t!("report-stopped-before-the-end-what-was");
        fonts::DOCK.label(ui, text, t.ink, INSIDE);
        ui.add_space(4.0);
    }
    let figures = [
        (*read, t!("report-read")),
        (*added, t!("report-added")),
        (*updated, t!("updated")),
        (*identical, t!("report-identical")),
        (*skipped, t!("report-skipped")),
    ];
    ui.horizontal(|ui| {
        for (count, what) in figures {
            fonts::DOCK_BOLD.label(ui, count.to_string(), t.ink, f32::INFINITY);
            fonts::DOCK.label(ui, what, t.ink2, f32::INFINITY);
            ui.add_space(12.0);
        }
    });
    if problems.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let area = ScrollArea::vertical().id_salt("problems").max_height(LIST_HEIGHT);
    let row_height = fonts::DOCK.line;
    area.auto_shrink([false, true]).show_rows(ui, row_height, problems.len(), |ui, rows| {
        for problem in problems.get(rows).unwrap_or_default() {
            let text = problem.to_string();
            BidiLabel::plain(&text, fonts::DOCK, t.ink).cut_at(INSIDE - 20.0).show_in(ui);
        }
    });
}
