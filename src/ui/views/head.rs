//! The head of the window: which release, which languages, which view.

use egui::{Align, Frame, Layout, Margin, Panel, Sense, Ui, vec2};
use jiff::tz::TimeZone;

use super::{Act, embargo};
use crate::model::{Project, View};
use crate::texts::{Spoken, clock, t};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::shapes::Icon;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Tab, line_below};
use crate::workbench::{Command, Session, pivot};

/// Height in points.
const HEIGHT: f32 = 48.0;
/// Below this width the release's number is dropped, then who works on it.
const NARROW: f32 = 1200.0;
/// Below it the tabs lie under what stands beside them, in points.
const CRAMPED: f32 = 640.0;
/// Below it the languages are dropped, which the columns name, in points.
const VERY_CRAMPED: f32 = 560.0;
/// What the logo, the tabs and the button take of a cramped head, in points; the title has
/// the rest, between these two widths.
const BESIDE_TITLE: f32 = 350.0;
const LEAST_TITLE: f32 = 40.0;
const CRAMPED_TITLE: f32 = 110.0;

/// The head over an open release.
pub fn release_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    bar_ui(ui, |ui| {
        logo_ui(ui, acts);
        title_ui(ui, session);
        if ui.ctx().content_rect().width() >= VERY_CRAMPED {
            languages_ui(ui, session);
            ui.add_space(20.0);
        }
        ui.spacing_mut().item_spacing.x = 0.0;
        for (view, label, command) in [
            (View::Align, t!("align"), Command::ShowAlign),
            (View::Translate, t!("translate"), Command::ShowTranslate),
        ] {
            if ui.add(Tab::new(label, session.view() == view)).clicked() {
                acts.push(Act::Run(command));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            commands_ui(ui, acts);
            embargo::clock_ui(ui, session, acts);
            if ui.ctx().content_rect().width() >= NARROW {
                ui.add_space(12.0);
                who_ui(ui, session);
                version_ui(ui, session, acts);
            }
        });
    });
}

/// The head over the list of releases.
pub fn start_ui(ui: &mut Ui, folder: Option<&str>, author: &str, acts: &mut Vec<Act>) {
    bar_ui(ui, |ui| {
        let t = tokens(ui);
        Icon::Logo.show(ui);
        ui.add_space(2.0);
        fonts::TITLE.label(ui, "Diptych", t.ink, f32::INFINITY);
        if let Some(folder) = folder {
            ui.add_space(12.0);
            Icon::Folder.show(ui);
            fonts::DOCK.label(ui, folder, t.ink2, f32::INFINITY);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if !author.is_empty() {
                fonts::LABEL.label(ui, author, t.ink2, f32::INFINITY);
                ui.add_space(8.0);
            }
            commands_ui(ui, acts);
        });
    });
}

fn bar_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    let frame =
        Frame::new().fill(t.chrome).inner_margin(Margin { left: 14, right: 14, top: 0, bottom: 0 });
    let shown = Panel::top("head").exact_size(HEIGHT).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let size = vec2(ui.available_width(), HEIGHT);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), content);
        },
    );
    line_below(ui, shown.response.rect, t.line2);
}

/// Whether the views' tabs need the room of all that can be done without: a small
/// window at 200 %.
fn is_cramped(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < CRAMPED
}

/// The logo leads back to the list.
fn logo_ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let logo = Icon::Logo.show(ui).interact(Sense::click());
    let tip = keys::tip(ui.ctx(), t!("releases"), Command::ShowStart);
    if logo.on_hover_text(tip).clicked() {
        acts.push(Act::Run(Command::ShowStart));
    }
}

fn title_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let name = short_name(session.project());
    ui.add_space(2.0);
    let title = BidiLabel::new(&name, session.source_lang(), fonts::TITLE, t.ink);
    let cramped = is_cramped(ui);
    let room = ui.ctx().content_rect().width() - BESIDE_TITLE;
    let width = if cramped { room.clamp(LEAST_TITLE, CRAMPED_TITLE) } else { 280.0 };
    title.without_marks().cut_at(width).show_in(ui);
    if session.is_dirty() && !cramped {
        let mark = fonts::LABEL.label(ui, t!("head-unsaved"), t.ink3, f32::INFINITY);
        mark.on_hover_text(keys::tip(ui.ctx(), t!("save"), Command::Save));
    }
    let number = &session.project().release.number;
    if !number.is_empty() && ui.ctx().content_rect().width() >= NARROW {
        fonts::LABEL.label(ui, number, t.ink3, f32::INFINITY);
    }
}

fn languages_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let code = |tag: &str| tag.to_uppercase();
    ui.add_space(12.0);
    fonts::DOCK_BOLD.label(ui, code(session.source_lang().as_str()), t.ink, f32::INFINITY);
    Icon::Arrow.show(ui);
    let all = &session.project().translations;
    let shown = session.translation().map(|translation| translation.id);
    for (place, translation) in all.iter().enumerate() {
        if place > 0 {
            fonts::DOCK.label(ui, "|", t.ink3, f32::INFINITY);
        }
        let is_shown = Some(translation.id) == shown;
        let ink = if is_shown { t.ink } else { t.ink3 };
        let role = fonts::DOCK.with_bold(is_shown);
        let label = role.label(ui, code(translation.lang().as_str()), ink, f32::INFINITY);
        if all.len() > 1 {
            let name = translation.lang().spoken();
            let key = keys::text(ui.ctx(), Command::NextTranslation);
            let note = if is_shown { t!("head-shown") } else { "" };
            label.on_hover_text(t!("head-next-translation", name = name, note = note, key = key));
        }
    }
    if let Some(via) = session.via() {
        fonts::LABEL.label(ui, pivot::mark(via), t.ink2, f32::INFINITY);
    }
}

fn who_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let author = session.author();
    if !author.is_empty() {
        fonts::LABEL.with_bold(true).label(ui, author, t.ink2, f32::INFINITY);
    }
    let status = session.project().release.status.spoken();
    let status =
        if author.is_empty() { status.to_owned() } else { t!("head-status-of", status = status) };
    fonts::LABEL.label(ui, status, t.ink2, f32::INFINITY);
}

/// Which version of the source it is, where there are several, and when it came in; a click
/// compares them.
fn version_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let project = session.project();
    if project.earlier.is_empty() {
        return;
    }
    ui.add_space(12.0);
    let at = project.source.received.to_zoned_datetime(TimeZone::system());
    let number = project.earlier.len() + 1;
    let text = t!("head-source-version", number = number, clock = clock(&at));
    let label = fonts::LABEL.label(ui, &text, tokens(ui).ink2, f32::INFINITY);
    let label = label.interact(Sense::click());
    let tip = keys::tip(ui.ctx(), Command::SourceVersions.name(), Command::SourceVersions);
    if label.on_hover_text(tip).clicked() {
        acts.push(Act::Run(Command::SourceVersions));
    }
}

fn commands_ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let key = keys::text(ui.ctx(), Command::Palette);
    let button = Button::new(t!("commands")).tight();
    let button = if is_cramped(ui) { button } else { button.key(&key) };
    if ui.add(button).clicked() {
        acts.push(Act::Run(Command::Palette));
    }
}

/// What a release is called in one line: its file's name, else place and date or
/// the beginning of its title.
#[must_use]
pub fn short_name(project: &Project) -> String {
    let release = &project.release;
    let stem = project.source.name.split('.').next().unwrap_or_default();
    match (stem.is_empty(), release.date, release.title.is_empty()) {
        (false, Some(date), _) => format!("{stem} {}", date.strftime("%d-%m-%Y")),
        (false, None, _) => stem.to_owned(),
        (true, _, false) => release.title.clone(),
        (true, Some(date), true) => date.strftime("%d-%m-%Y").to_string(),
        (true, None, true) => t!("head-untitled-release").to_owned(),
    }
}
