//! The dialogs of a corrected source and of the source's versions.

use std::path::PathBuf;

use egui::Context;

use super::{App, Dialogue};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::late::{LateDialog, Wish};
use crate::ui::views::versions::VersionsDialog;

impl App {
    pub(super) fn ask_corrected(&mut self) {
        let source = self.desk.source_to_correct();
        self.dialog = source.map(|text| Dialogue::Late(Box::new(LateDialog::new(text))));
    }

    pub(super) fn late_ui(
        &mut self,
        ctx: &Context,
        mut dialog: Box<LateDialog>,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, &mut self.desk) {
            Wish::Open => return Some(Dialogue::Late(dialog)),
            Wish::Left => {}
            Wish::Choose => {
                self.late_aside = Some(dialog);
                self.pick(ctx, Purpose::CorrectedSource);
            }
            Wish::Take(change) => self.desk.take_late(*change),
        }
        None
    }

    /// Files that are dropped on the dialog of a corrected source are that source; the others.
    pub(super) fn take_corrected(&mut self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        match (&self.dialog, paths.first()) {
            (Some(Dialogue::Late(_)), Some(path)) => {
                self.desk.read_corrected(path);
                Vec::new()
            }
            _ => paths,
        }
    }

    /// The dialog of a corrected source comes back once a file was chosen for it, or none.
    pub(super) fn come_back_to_late(&mut self) {
        if self.dialog.is_none() && !self.picker.is_open() {
            self.dialog = self.late_aside.take().map(Dialogue::Late);
        }
    }

    pub(super) fn ask_versions(&mut self) {
        let versions = self.desk.session.as_ref().map(VersionsDialog::new);
        self.dialog = versions.map(Dialogue::Versions);
    }

    pub(super) fn versions_ui(
        &mut self,
        ctx: &Context,
        mut dialog: VersionsDialog,
    ) -> Option<Dialogue> {
        let answer = dialog.show(ctx, self.desk.session.as_ref()?);
        (answer == Answer::Open).then_some(Dialogue::Versions(dialog))
    }
}
