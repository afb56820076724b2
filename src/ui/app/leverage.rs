//! The dialogs of analysis and pre-translation.

use egui::Context;

use super::{App, Dialogue, Page};
use crate::texts::t;
use crate::ui::views::analysis::{AnalysisDialog, Wish};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::pretranslate::{PretranslateQuestion, filled_ui};
use crate::workbench::desk::{Scope, Tone};
use crate::workbench::pretranslating::Pretranslated;

impl App {
    /// Counts the open release, or on the list of releases those of the folder.
    pub(super) fn ask_analysis(&mut self) {
        let scope = match (self.page, self.desk.session.is_some(), self.desk.has_folder()) {
            (Page::Release, true, _) | (_, true, false) => Scope::Open,
            (_, _, true) => Scope::Folder,
            (_, false, false) => {
                self.desk.tell(Tone::Notice, t!("leverage-open-a-release-or-a-folder"));
                return;
            }
        };
        self.desk.analyse(scope);
        if self.desk.is_analysing() {
            self.dialog = Some(Dialogue::Analysis(AnalysisDialog::new(scope)));
        }
    }

    pub(super) fn analysis_ui(
        &mut self,
        ctx: &Context,
        mut dialog: AnalysisDialog,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::Analysis(dialog)),
            Answer::Left => self.desk.stop_analysis(),
            Answer::Given(Wish::Analyse(scope)) => {
                self.desk.stop_analysis();
                self.desk.analyse(scope);
                return Some(Dialogue::Analysis(dialog));
            }
            Answer::Given(Wish::Weigh(weights)) => {
                self.desk.weigh(weights);
                return Some(Dialogue::Analysis(dialog));
            }
            Answer::Given(Wish::Export(format)) => {
                self.pick(ctx, Purpose::ExportAnalysis(format));
            }
        }
        None
    }

    /// Shows the last analysis again.
    pub(super) fn show_analysis(&mut self) {
        let scope = self.desk.analysis().map(|report| report.scope);
        self.dialog = scope.map(|scope| Dialogue::Analysis(AnalysisDialog::new(scope)));
    }

    pub(super) fn ask_pretranslate(&mut self) {
        let question = PretranslateQuestion::new(self.desk.settings.draft_from);
        self.dialog = Some(Dialogue::Pretranslate(question));
    }

    pub(super) fn pretranslate_ui(
        &mut self,
        ctx: &Context,
        mut question: PretranslateQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::Pretranslate(question)),
            Answer::Left => {}
            Answer::Given(choice) => self.desk.pretranslate(choice),
        }
        None
    }
}

pub(super) fn filled_dialog(ctx: &Context, done: Box<Pretranslated>) -> Option<Dialogue> {
    (!filled_ui(ctx, &done)).then_some(Dialogue::Filled(done))
}
