//! The analysis: the open release or the folder's, the table by band, the table by release,
//! and where translations drift; written out as CSV or as a page.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use super::figures::figures_ui;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Progress, Switch, dialog};
use crate::workbench::analysis::drift::Drift;
use crate::workbench::analysis::report::{by_category, by_release};
use crate::workbench::desk::{ANALYSING, AnalysisFormat, AnalysisReport, Desk, Scope};

const WIDTH: f32 = 940.0;
const INSIDE: f32 = WIDTH - 2.0 * dialog::PADDING as f32;
const TABLE_HEIGHT: f32 = 400.0;

/// The dialog.
#[derive(Debug, Clone)]
pub struct AnalysisDialog {
    scope: Scope,
    /// The place of the table that is shown.
    table: usize,
}

/// What somebody wants of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Count these.
    Analyse(Scope),
    /// Write it to a file.
    Export(AnalysisFormat),
}

impl AnalysisDialog {
    /// A dialog about these releases.
    #[must_use]
    pub const fn new(scope: Scope) -> Self {
        Self { scope, table: 0 }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Wish> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let (mut wish, mut close) = (None, enter && desk.analysis().is_some());
        let shown = Dialog::new(Id::unique("analysis"), "Analysis").width(WIDTH).show(ctx, |ui| {
            self.scope_ui(ui, desk, &mut wish);
            let report = desk.analysis();
            match report {
                Some(report) => self.report_ui(ui, report),
                None => waiting_ui(ui, desk),
            }
            dialog::buttons(ui, |ui| {
                close |= ui.add(Button::main("Close").key("Esc")).clicked();
                let why = report.is_none().then_some("there is nothing to export yet");
                for (name, format) in
                    [("Export CSV…", AnalysisFormat::Csv), ("Export HTML…", AnalysisFormat::Html)]
                {
                    if ui.add(Button::new(name).unless(why)).clicked() && why.is_none() {
                        wish = Some(Wish::Export(format));
                    }
                }
            });
        });
        Answer::of(wish, shown.left || close)
    }

    /// Which releases, where there is a choice, and which table.
    fn scope_ui(&mut self, ui: &mut Ui, desk: &Desk, wish: &mut Option<Wish>) {
        let has_scopes = desk.session.is_some() && desk.has_folder();
        let has_tables = desk.analysis().is_some_and(|report| report.analysis.releases.len() > 1);
        if !has_tables {
            self.table = 0;
        }
        if !has_scopes && !has_tables {
            return;
        }
        ui.horizontal(|ui| {
            if has_scopes {
                let mut place = usize::from(self.scope == Scope::Folder);
                let words = ["This release", "All of the folder"];
                if ui.add(Switch::new("Which releases", &mut place, &words)).changed() {
                    self.scope = if place == 0 { Scope::Open } else { Scope::Folder };
                    *wish = Some(Wish::Analyse(self.scope));
                }
                ui.add_space(8.0);
            }
            if has_tables {
                let words = ["By band", "By release"];
                ui.add(Switch::new("Which table", &mut self.table, &words));
            }
        });
        ui.add_space(8.0);
    }

    fn report_ui(&self, ui: &mut Ui, report: &AnalysisReport) {
        let t = tokens(ui);
        let AnalysisReport { analysis, weights, left, .. } = report;
        let what = match analysis.releases.as_slice() {
            [one] => one.name.clone(),
            several => format!("{} releases", several.len()),
        };
        BidiLabel::plain(&what, fonts::DOCK_BOLD, t.ink).cut_at(INSIDE).show_in(ui);
        ui.add_space(4.0);
        let (sheet, id) = if self.table == 0 {
            (by_category(&analysis.total, weights), "by band")
        } else {
            (by_release(analysis, weights), "by release")
        };
        ui.push_id(id, |ui| figures_ui(ui, &sheet, INSIDE, TABLE_HEIGHT));
        if self.table == 1 {
            ui.add_space(4.0);
            fonts::LABEL.label(ui, "Words, by the band of their matches.", t.ink2, INSIDE);
        }
        for left in left {
            ui.add_space(4.0);
            let text = format!("{} does not count: {}", left.path.display(), left.cause);
            BidiLabel::plain(&text, fonts::DOCK, t.ink2).cut_at(INSIDE).show_in(ui);
        }
        drifts_ui(ui, &analysis.drifts);
    }
}

fn waiting_ui(ui: &mut Ui, desk: &Desk) {
    let t = tokens(ui);
    let work = desk.under_way().into_iter().find(|work| work.name == ANALYSING);
    let text = if work.is_some() { "Rows are looked up…" } else { "There is no analysis." };
    fonts::DOCK.label(ui, text, t.ink2, INSIDE);
    if let Some(done) = work.and_then(|work| work.done) {
        ui.add_space(6.0);
        ui.add(Progress::new("Analysis", done, 320.0));
    }
}

const DRIFTS_HEIGHT: f32 = 120.0;

/// Sources whose confirmed translations differ.
fn drifts_ui(ui: &mut Ui, drifts: &[Drift]) {
    if drifts.is_empty() {
        return;
    }
    let t = tokens(ui);
    ui.add_space(10.0);
    fonts::DOCK_BOLD.label(ui, "One source, several confirmed translations", t.ink, INSIDE);
    let area = ScrollArea::vertical().id_salt("drifts").max_height(DRIFTS_HEIGHT);
    area.auto_shrink([false, true]).show(ui, |ui| {
        for drift in drifts {
            ui.add_space(4.0);
            BidiLabel::plain(&drift.source, fonts::DOCK, t.ink).cut_at(INSIDE - 20.0).show_in(ui);
            for (target, places) in &drift.targets {
                let places: Vec<String> = places
                    .iter()
                    .map(|place| format!("{} row {}", place.release, place.row))
                    .collect();
                let text = format!("    {target}  ({})", places.join(", "));
                BidiLabel::plain(&text, fonts::DOCK, t.ink2).cut_at(INSIDE - 20.0).show_in(ui);
            }
        }
    });
}
