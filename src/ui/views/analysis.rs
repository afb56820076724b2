//! The analysis: the open release or the folder's, the table by band, the table by release,
//! what a word of each band weighs, and where translations drift; written out as CSV or as a page.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use super::figures::figures_ui;
use super::weights::WeightsForm;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Progress, Switch, dialog};
use crate::workbench::analysis::Weights;
use crate::workbench::analysis::drift::Drift;
use crate::workbench::analysis::report::{Sheet, by_category, by_release};
use crate::workbench::desk::{AnalysisFormat, AnalysisReport, Desk, Scope};

const WIDTH: f32 = 1000.0;
const INSIDE: f32 = WIDTH - 2.0 * dialog::PADDING as f32;
const TABLE_HEIGHT: f32 = 400.0;

/// The dialog.
#[derive(Debug, Clone)]
pub struct AnalysisDialog {
    scope: Scope,
    table: Table,
    /// The weights as they are being typed.
    form: Option<WeightsForm>,
}

/// What is shown of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    ByBand,
    ByRelease,
    Weights,
}

/// What somebody wants of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Count these.
    Analyse(Scope),
    /// Weigh words so.
    Weigh(Weights),
    /// Write it to a file.
    Export(AnalysisFormat),
}

impl AnalysisDialog {
    /// A dialog about these releases.
    #[must_use]
    pub const fn new(scope: Scope) -> Self {
        Self { scope, table: Table::ByBand, form: None }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Wish> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let (mut wish, mut close) = (None, enter && desk.analysis().is_some());
        let shown =
            Dialog::new(Id::unique("analysis"), t!("analysis")).width(WIDTH).show(ctx, |ui| {
                self.scope_ui(ui, desk, &mut wish);
                let report = desk.analysis();
                match report {
                    Some(report) => self.report_ui(ui, report, &mut wish),
                    None => waiting_ui(ui, desk),
                }
                dialog::buttons(ui, |ui| {
                    close |= ui.add(Button::main(t!("close")).key("Esc")).clicked();
                    let why = report.is_none().then_some(t!("analysis-nothing-to-export-yet"));
                    for (name, format) in [
                        (t!("analysis-export-csv"), AnalysisFormat::Csv),
                        (t!("analysis-export-html"), AnalysisFormat::Html),
                    ] {
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
        ui.horizontal(|ui| {
            if has_scopes {
                let mut place = usize::from(self.scope == Scope::Folder);
                let words = [t!("analysis-this-release"), t!("analysis-all-of-the-folder")];
                if ui.add(Switch::new(t!("analysis-which-releases"), &mut place, &words)).changed()
                {
                    self.scope = if place == 0 { Scope::Open } else { Scope::Folder };
                    *wish = Some(Wish::Analyse(self.scope));
                }
                ui.add_space(8.0);
            }
            if let Some(report) = desk.analysis() {
                self.table_ui(ui, report);
            }
        });
        ui.add_space(8.0);
    }

    /// Which table.
    fn table_ui(&mut self, ui: &mut Ui, report: &AnalysisReport) {
        let has_several = report.analysis.releases.len() > 1;
        let tables = [
            (Table::ByBand, t!("analysis-by-band"), true),
            (Table::ByRelease, t!("analysis-by-release"), has_several),
            (Table::Weights, t!("analysis-weights"), true),
        ];
        let shown = tables.into_iter().filter(|(.., shown)| *shown);
        let (tables, words): (Vec<Table>, Vec<&str>) =
            shown.map(|(of, name, _)| (of, name)).unzip();
        let mut place = tables.iter().position(|table| *table == self.table).unwrap_or(0);
        ui.add(Switch::new(t!("analysis-which-table"), &mut place, &words));
        self.table = tables.get(place).copied().unwrap_or(Table::ByBand);
    }

    fn report_ui(&mut self, ui: &mut Ui, report: &AnalysisReport, wish: &mut Option<Wish>) {
        let t = tokens(ui);
        let AnalysisReport { analysis, weights, left, .. } = report;
        let what = match analysis.releases.as_slice() {
            [one] => one.name.clone(),
            several => t!("analysis-releases", count = several.len()),
        };
        BidiLabel::plain(&what, fonts::DOCK_BOLD, t.ink).cut_at(INSIDE).show_in(ui);
        ui.add_space(4.0);
        match self.table {
            Table::ByBand => sheet_ui(ui, "by band", &by_category(&analysis.total, weights)),
            Table::ByRelease => {
                sheet_ui(ui, "by release", &by_release(analysis, weights));
                ui.add_space(4.0);
                fonts::LABEL.label(ui, t!("analysis-words-by-band"), t.ink2, INSIDE);
            }
            Table::Weights => {
                let form = self.form.get_or_insert_with(|| WeightsForm::of(weights));
                *wish = form.show(ui, weights).map(Wish::Weigh);
                return;
            }
        }
        for left in left {
            ui.add_space(4.0);
            let text =
                t!("analysis-does-not-count", path = left.path.display(), cause = left.cause);
            BidiLabel::plain(&text, fonts::DOCK, t.ink2).cut_at(INSIDE).show_in(ui);
        }
        drifts_ui(ui, &analysis.drifts);
    }
}

fn sheet_ui(ui: &mut Ui, id: &str, sheet: &Sheet) {
    ui.push_id(id, |ui| figures_ui(ui, sheet, INSIDE, TABLE_HEIGHT));
}

fn waiting_ui(ui: &mut Ui, desk: &Desk) {
    let t = tokens(ui);
    let work = desk.under_way().into_iter().find(|work| Desk::is_analysis(work.name));
    let text = if work.is_some() {
        t!("analysis-rows-are-looked-up")
    } else {
        t!("analysis-there-is-none")
    };
    fonts::DOCK.label(ui, text, t.ink2, INSIDE);
    if let Some(done) = work.and_then(|work| work.done) {
        ui.add_space(6.0);
        ui.add(Progress::new(t!("analysis"), done, 320.0));
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
    fonts::DOCK_BOLD.label(ui, t!("analysis-several-translations"), t.ink, INSIDE);
    let area = ScrollArea::vertical().id_salt("drifts").max_height(DRIFTS_HEIGHT);
    area.auto_shrink([false, true]).show(ui, |ui| {
        for drift in drifts {
            ui.add_space(4.0);
            BidiLabel::plain(&drift.source, fonts::DOCK, t.ink).cut_at(INSIDE - 20.0).show_in(ui);
            for (target, places) in &drift.targets {
                let places: Vec<String> = places
                    .iter()
                    .map(|place| {
                        t!("analysis-place", release = place.release, row = place.row.to_string())
                    })
                    .collect();
                let text = format!("    {target}  ({})", places.join(", "));
                BidiLabel::plain(&text, fonts::DOCK, t.ink2).cut_at(INSIDE - 20.0).show_in(ui);
            }
        }
    });
}
