//! What a release is beside its text: how far it is, who works on it, when it is due.

use egui::{Context, Id, Key, Modifiers};
use jiff::tz::TimeZone;

use super::ask::Answer;
use crate::model::ReleaseStatus;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Switch, dialog};
use crate::workbench::Session;
use crate::workbench::embargo::spoken;

const WIDTH: f32 = 620.0;
const FIELD_WIDTH: f32 = 300.0;
/// Room for the names of the fields, in points.
const NAME_WIDTH: f32 = 130.0;

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseData {
    status: usize,
    assignee: String,
    due: String,
    shown: bool,
}

impl ReleaseData {
    /// The release as it is.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let release = &session.project().release;
        let place = ReleaseStatus::ALL.iter().position(|status| *status == release.status);
        let due = release.due.map_or_else(String::new, |due| {
            let due = due.to_zoned_datetime(TimeZone::system());
            due.strftime("%d.%m.%Y %H:%M").to_string()
        });
        let assignee = release.assignee.clone();
        Self { status: place.unwrap_or_default(), assignee, due, shown: false }
    }

    /// Shows the dialog; answers status, name and time once they are to be set.
    pub fn show(
        &mut self,
        ctx: &Context,
        session: &Session,
    ) -> Answer<(ReleaseStatus, String, String)> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let (mut given, mut cancelled) = (None, false);
        let title = t!("release-data-title");
        let shown = Dialog::new(Id::unique("release data"), title).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            let names = ReleaseStatus::ALL.map(Spoken::spoken);
            fonts::DOCK.label(ui, t!("release-data-status"), t.ink2, f32::INFINITY);
            ui.add(Switch::new(t!("release-data-status"), &mut self.status, &names));
            ui.add_space(8.0);
            let said = session.read_embargo(&self.due);
            let wrong = said.is_none() && !self.due.trim().is_empty();
            let first = !std::mem::replace(&mut self.shown, true);
            let (who, when) = (t!("release-data-assignee"), t!("release-data-due"));
            let (of_who, of_when) =
                (t!("release-data-assignee-field"), t!("release-data-due-field"));
            for (label, name, text, wrong, hint) in [
                (who, of_who, &mut self.assignee, false, ""),
                (when, of_when, &mut self.due, wrong, t!("embargo-until-hint")),
            ] {
                ui.horizontal(|ui| {
                    ui.scope(|ui| {
                        ui.set_min_width(NAME_WIDTH);
                        fonts::DOCK.label(ui, label, t.ink2, NAME_WIDTH);
                    });
                    let field = Field::new(name, text).width(FIELD_WIDTH).hint(hint).wrong(wrong);
                    let response = ui.add(field);
                    if first && hint.is_empty() {
                        response.request_focus();
                    }
                });
            }
            if let Some(said) = said {
                fonts::DOCK.label(ui, spoken(said.until, &said.zone), t.ink, f32::INFINITY);
            } else if wrong {
                fonts::DOCK.label(ui, t!("embargo-not-read"), t.red, f32::INFINITY);
            }
            let why = wrong.then_some(t!("embargo-not-read"));
            dialog::buttons(ui, |ui| {
                let button = Button::main(t!("release-data-save")).key("Enter").unless(why);
                if (ui.add(button).clicked() || enter) && !wrong {
                    let status = ReleaseStatus::ALL.get(self.status).copied().unwrap_or_default();
                    given = Some((status, self.assignee.clone(), self.due.clone()));
                }
                cancelled = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        Answer::of(given, shown.left || cancelled)
    }
}
