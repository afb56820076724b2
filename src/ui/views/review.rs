//! All releases of a folder as one: where the active link is in the queue of doubtful
//! ones, and what can be done with all of them.

use egui::Ui;

use super::Act;
use super::doubt::note_ui;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Section};
use crate::ui::{fonts, views};
use crate::workbench::Command;
use crate::workbench::desk::{Desk, QueuePlace};

const PADDING: f32 = 14.0;

/// The part of the dock that speaks of the queue; nothing without a folder of releases.
pub fn dock_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    if !desk.has_folder() {
        return;
    }
    Section::new("All releases").show(ui);
    match desk.queue_place() {
        None => note_ui(ui, "The doubtful links of all releases as one queue."),
        Some(place) => note_ui(ui, &sentence(place)),
    }
    buttons_ui(ui, &[(Command::NextInArchive, "Next of all")], acts);
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
        buttons_ui(ui, &[(Command::NextInArchive, "Next doubtful link")], acts);
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
            let key = command.key_text();
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
        _ if all == 0 => "No link of these releases is doubtful.".to_owned(),
        Some(at) => format!("Link {at} of {all}, {left} left"),
        None => format!("{left} doubtful links"),
    }
}
