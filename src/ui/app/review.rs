//! The dialogs about all releases of a folder: accepting links in all of them, drawing a
//! sample, what failed.

use egui::Context;

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::views::ask::Answer;
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::views::harvest::HarvestQuestion;
use crate::ui::views::review::{self, AllQuestion};
use crate::workbench::archive::sample::{Population, SIZE};
use crate::workbench::desk::{AllReport, Tone};

/// What a sample can be drawn of, in the order of the chooser, with the id of its text.
const POPULATIONS: [(Population, &str); 2] = [
    (Population::Accepted, "review-of-the-accepted-links"),
    (Population::All, "review-of-all-links"),
];

impl App {
    pub(super) fn ask_add_all(&mut self) {
        if self.desk.has_folder() {
            let chosen = self.desk.default_memory_of_all();
            self.dialog = Some(Dialogue::Memory(HarvestQuestion::of_all(chosen)));
        } else {
            self.desk.tell(Tone::Notice, t!("open-a-folder-of-releases-first"));
        }
    }

    pub(super) fn ask_accept_in_all(&mut self) {
        if self.desk.has_folder() {
            self.dialog = Some(Dialogue::AcceptInAll(AllQuestion::default()));
        } else {
            self.desk.tell(Tone::Notice, t!("open-a-folder-of-releases-first"));
        }
    }

    pub(super) fn accept_in_all_ui(
        &mut self,
        ctx: &Context,
        mut question: AllQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &mut self.desk) {
            Answer::Open => return Some(Dialogue::AcceptInAll(question)),
            Answer::Left => {}
            Answer::Given(least) => self.desk.accept_in_all(least),
        }
        None
    }

    pub(super) fn ask_sample(&mut self) {
        let chooser = Chooser::new(t!("review-draw-a-random-sample-of-links"), t!("find"), 0);
        self.dialog = Some(Dialogue::Sample(chooser));
    }

    pub(super) fn sample_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let (all, accepted) = self.desk.link_tally();
        let choice = |&(of, id): &(Population, &'static str)| {
            let from = if of == Population::Accepted { accepted } else { all };
            Choice {
                name: t!(id).to_owned(),
                note: t!("review-of", size = SIZE.min(from), from = from),
            }
        };
        let choices: Vec<Choice> = POPULATIONS.iter().map(choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Sample(chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some((of, _)) = POPULATIONS.get(place) {
                    self.desk.draw_sample(*of);
                }
            }
        }
        None
    }

    pub(super) fn memory_ui(
        &mut self,
        ctx: &Context,
        mut question: HarvestQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &mut self.desk) {
            Answer::Open => return Some(Dialogue::Memory(question)),
            Answer::Left => {}
            Answer::Given((memory, from)) if question.is_of_all() => {
                self.desk.add_all_to_memory(memory, from);
            }
            Answer::Given((memory, from)) => self.desk.add_to_memory(memory, from),
        }
        None
    }
}

pub(super) fn all_report_ui(ctx: &Context, report: AllReport) -> Option<Dialogue> {
    (!review::report_ui(ctx, &report)).then_some(Dialogue::AllReport(report))
}
