//! The dialogs of the embargo and of what a release is.

use egui::Context;

use super::{App, Dialogue};
use crate::ui::views::ask::Answer;
use crate::ui::views::embargo::{EmbargoDialog, Wish};
use crate::ui::views::release_data::ReleaseData;

impl App {
    pub(super) fn ask_embargo(&mut self) {
        let dialog = self.desk.session.as_ref().map(EmbargoDialog::new);
        self.dialog = dialog.map(Dialogue::Embargo);
    }

    pub(super) fn embargo_ui(
        &mut self,
        ctx: &Context,
        mut dialog: EmbargoDialog,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, &self.desk) {
            Wish::Open => return Some(Dialogue::Embargo(dialog)),
            Wish::Left => {}
            Wish::Set(text) => {
                if !self.desk.set_embargo(&text) {
                    return Some(Dialogue::Embargo(dialog));
                }
            }
            Wish::Lift(reason) => self.desk.lift_embargo(&reason),
            Wish::Purge => {
                self.desk.purge_traces();
                return Some(Dialogue::Embargo(dialog));
            }
        }
        None
    }

    pub(super) fn ask_release_data(&mut self) {
        let dialog = self.desk.session.as_ref().map(ReleaseData::new);
        self.dialog = dialog.map(Dialogue::ReleaseData);
    }

    pub(super) fn release_data_ui(
        &mut self,
        ctx: &Context,
        mut dialog: ReleaseData,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => return Some(Dialogue::ReleaseData(dialog)),
            Answer::Left => {}
            Answer::Given((status, assignee, due)) => {
                if !self.desk.set_release_data(status, &assignee, &due) {
                    return Some(Dialogue::ReleaseData(dialog));
                }
            }
        }
        None
    }
}
