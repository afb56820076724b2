//! All releases of a folder as one: where the active link is in the queue of doubtful
//! ones, and what can be done with all of them.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::Act;
use super::ask::{Answer, confidence_of};
use super::doubt::note_ui;
use crate::texts::t;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Section, dialog};
use crate::ui::{fonts, views};
use crate::workbench::Command;
use crate::workbench::archive::sample::Verdict;
use crate::workbench::desk::{AllReport, Desk, QueuePlace};

const PADDING: f32 = 14.0;

/// The part of the dock that speaks of the queue; nothing without a folder of releases.
pub fn dock_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    if !desk.has_folder() {
        return;
    }
    Section::new(t!("review-all-releases")).show(ui);
    match desk.queue_place() {
        None => note_ui(ui, t!("review-the-doubtful-links-of-all-releases")),
        Some(place) => note_ui(ui, &sentence(place)),
    }
    buttons_ui(ui, &[(Command::NextInArchive, t!("review-next-of-all"))], acts);
    sample_ui(ui, desk, acts);
}

fn sample_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    let Some(sample) = desk.sample() else { return };
    Section::new(t!("review-sample")).show(ui);
    note_ui(ui, &sample.sentence());
    let buttons: &[(Command, &str)] = match desk.sampled() {
        Some(verdict) => {
            let said = match verdict {
                Some(Verdict::Right) => t!("review-you-said-that-this-link-is"),
                Some(Verdict::Wrong) => t!("review-you-said-that-this-link-is-wrong"),
                _ => t!("review-do-both-sides-of-this-link"),
            };
            note_ui(ui, said);
            &[(Command::JudgeRight, t!("review-right")), (Command::JudgeWrong, t!("review-wrong"))]
        }
        None => &[(Command::JudgeSample, t!("review-next-of-sample"))],
    };
    buttons_ui(ui, buttons, acts);
}

/// The line over the list of a folder's releases.
pub fn start_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    if !desk.has_folder() {
        return;
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(views::start::LIST_MARGIN - PADDING);
        let buttons = [
            (Command::NextInArchive, t!("review-next-doubtful-link")),
            (Command::AcceptInAll, t!("review-accept-all")),
            (Command::JudgeSample, t!("review-judge-a-sample")),
            (Command::AddAllToMemory, t!("review-add-all-to-memory")),
        ];
        buttons_ui(ui, &buttons, acts);
        if let Some(place) = desk.queue_place() {
            let ink = tokens(ui).ink2;
            ui.add_space(8.0);
            fonts::DOCK.label(ui, sentence(place), ink, f32::INFINITY);
        }
    });
}

fn buttons_ui(ui: &mut Ui, buttons: &[(Command, &str)], acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        ui.add_space(PADDING - 6.0);
        for (command, name) in buttons {
            let key = keys::text(ui.ctx(), *command);
            if ui.add(Button::new(name).key(&key)).clicked() {
                acts.push(Act::Run(*command));
            }
        }
    });
}

/// "Link 12 of 340, 328 left".
fn sentence(place: QueuePlace) -> String {
    let QueuePlace { at, all, left } = place;
    match at {
        _ if all == 0 => t!("review-no-link-of-these-releases-is").to_owned(),
        Some(at) => t!("review-link-of-left", at = at, all = all, left = left),
        None => t!("doubtful-links", count = left),
    }
}

/// The height of the list of releases in a dialog, in points.
const LIST_HEIGHT: f32 = 220.0;

/// Asks from which confidence on links are accepted in all releases, and says how many that
/// would be in each.
#[derive(Debug, Clone, Default)]
pub struct AllQuestion {
    text: String,
    shown: bool,
}

impl AllQuestion {
    /// Shows the dialog; answers the confidence, 0…1.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Answer<f32> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let title = t!("review-accept-all-above-a-confidence-in");
        let shown = Dialog::new(Id::unique("accept in all"), title).show(ctx, |ui| {
            let confidence = confidence_of(&self.text);
            let field = Field::new(t!("least-confidence"), &mut self.text).hint("0.90");
            let response = ui.add(field.wrong(confidence.is_none()));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            let why = match confidence.map(|least| desk.would_accept(least)) {
                None => Some(t!("type-a-number-from-0-to")),
                Some(None) => {
                    line_ui(ui, t!("review-the-links-are-being-read"));
                    Some(t!("this-takes-a-moment"))
                }
                Some(Some(counts)) => counts_ui(ui, &counts),
            };
            dialog::buttons(ui, |ui| {
                let accept = ui.add(Button::main(t!("accept")).key("Enter").unless(why));
                if (accept.clicked() || enter) && why.is_none() {
                    given = confidence;
                }
            });
        });
        Answer::of(given, shown.left)
    }
}

/// Says how many links would be accepted; answers why that cannot be done.
fn counts_ui(ui: &mut Ui, counts: &[(std::path::PathBuf, usize)]) -> Option<&'static str> {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    line_ui(
        ui,
        &t!("review-links-in-releases-would-be-accepted", all = all, releases = counts.len()),
    );
    list_ui(
        ui,
        counts.iter().map(|(path, count)| t!("review-in", count = count, file = file_name(path))),
    );
    (all == 0).then_some(t!("review-no-link-is-meant"))
}

/// What was done with all releases and what failed; whether it was left.
pub fn report_ui(ctx: &Context, report: &AllReport) -> bool {
    let shown = Dialog::new(Id::unique("all report"), t!("review-all-releases")).show(ctx, |ui| {
        for line in &report.lines {
            line_ui(ui, line);
        }
        line_ui(ui, &t!("review-failed", count = report.failed.len()));
        let failed = report.failed.iter();
        list_ui(ui, failed.map(|(path, why)| format!("{}: {why}", file_name(path))));
        dialog::buttons(ui, |ui| ui.add(Button::main(t!("close")).key("Esc")).clicked())
    });
    shown.left || shown.inner
}

fn list_ui(ui: &mut Ui, lines: impl Iterator<Item = String>) {
    ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
        for line in lines {
            line_ui(ui, &line);
        }
    });
}

fn line_ui(ui: &mut Ui, text: &str) {
    let ink = tokens(ui).ink2;
    fonts::DOCK.label(ui, text, ink, 440.0);
    ui.add_space(2.0);
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
