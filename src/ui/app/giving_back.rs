//! The translation written into a file, and the result opened.

use std::path::PathBuf;

use egui::Context;

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::opener::Opener;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::give_back::{GiveBackQuestion, Wish, With, written_ui};
use crate::workbench::desk::Tone;

impl App {
    /// Asks as what the translation is written, and tells what it lacks.
    pub(super) fn ask_give_back(&mut self) {
        let session = self.desk.session.as_ref();
        self.dialog = session.map(GiveBackQuestion::new).map(Dialogue::GiveBack);
    }

    pub(super) fn give_back_ui(
        &mut self,
        ctx: &Context,
        mut question: GiveBackQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => return Some(Dialogue::GiveBack(question)),
            Answer::Left => {}
            Answer::Given(Wish::Write(written_as)) => {
                let purpose = Purpose::GiveBack(written_as);
                // What is for reading beside the source does not go out.
                if written_as.is_for_reading() {
                    self.pick(ctx, purpose);
                } else {
                    self.pick_through_gate(ctx, purpose);
                }
            }
            Answer::Given(Wish::GoTo(row)) => self.desk.enter(row),
        }
        None
    }

    /// Offers to look at a translation that was written.
    pub(super) fn offer_given_back(&mut self) {
        if let Some(path) = self.desk.given_back() {
            self.dialog = Some(Dialogue::GivenBack(path));
        }
    }

    pub(super) fn given_back_ui(&mut self, ctx: &Context, path: PathBuf) -> Option<Dialogue> {
        let opened = match written_ui(ctx, &path) {
            Answer::Open => return Some(Dialogue::GivenBack(path)),
            Answer::Left => return None,
            Answer::Given(With::Open) => path,
            Answer::Given(With::Folder) => path.parent()?.to_owned(),
        };
        if let Err(error) = self.opener.open(&opened) {
            let told = t!("give-back-cannot-open", path = opened.display(), error = error);
            self.desk.tell(Tone::Wrong, told);
        }
        None
    }

    /// What opens files, for tests to look at.
    #[must_use]
    pub const fn opener(&self) -> &Opener {
        &self.opener
    }
}
