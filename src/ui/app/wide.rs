//! The dialogs that reach beyond the open release: sending to a shared memory, correcting
//! everywhere.

use egui::Context;

use super::{App, Dialogue};
use crate::memory::concordance::{Hit, Side};
use crate::ui::views::ask::Answer;
use crate::ui::views::correct::{CorrectDialog, Wish};
use crate::ui::views::send_memory::SendQuestion;

impl App {
    pub(super) fn ask_send(&mut self) {
        self.dialog = Some(Dialogue::Send(SendQuestion::default()));
    }

    pub(super) fn send_ui(
        &mut self,
        ctx: &Context,
        mut question: SendQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &mut self.desk) {
            Answer::Open => return Some(Dialogue::Send(question)),
            Answer::Left => {}
            Answer::Given(conflicts_go) => self.desk.send(conflicts_go),
        }
        None
    }

    /// Asks what is wrong and right, with what is selected or the word at the caret to begin
    /// with.
    pub(super) fn ask_correct(&mut self, ctx: &Context) {
        let (side, wrong) = self.selected(ctx);
        // A form that is still to be typed is sooner one of ours.
        let side = if wrong.is_empty() { Side::Target } else { side };
        self.ask_correct_on(side, &wrong);
    }

    /// The same about what a hit of the concordance has marked.
    pub(super) fn ask_correct_hit(&mut self, hit: &Hit) {
        let marked = |text: &str, ranges: &[std::ops::Range<usize>]| {
            ranges.first().and_then(|range| text.get(range.clone())).map(str::to_owned)
        };
        let target = marked(&hit.target, &hit.in_target).map(|text| (Side::Target, text));
        let found = target.or_else(|| Some((Side::Source, marked(&hit.source, &hit.in_source)?)));
        let (side, wrong) = found.unwrap_or((Side::Target, String::new()));
        self.ask_correct_on(side, &wrong);
    }

    fn ask_correct_on(&mut self, side: Side, wrong: &str) {
        let pair = self.desk.session.as_ref().and_then(|session| session.pair().ok());
        let lang = pair.map(|pair| match side {
            Side::Source => pair.source,
            Side::Target => pair.target,
        });
        let dialog = CorrectDialog::on(wrong, lang.as_ref(), &self.desk);
        self.dialog = Some(Dialogue::CorrectEverywhere(Box::new(dialog)));
    }

    pub(super) fn correct_ui(
        &mut self,
        ctx: &Context,
        mut dialog: Box<CorrectDialog>,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, &mut self.desk) {
            Wish::Open => return Some(Dialogue::CorrectEverywhere(dialog)),
            Wish::Left => {}
            Wish::Look(wrong, right) => {
                self.desk.seek_wrong(&wrong, &right);
                return Some(Dialogue::CorrectEverywhere(dialog));
            }
            Wish::Correct(mut correction) => {
                correction.forbid_in = dialog.forbids_in(&mut self.desk);
                self.desk.correct(*correction);
            }
        }
        None
    }
}
