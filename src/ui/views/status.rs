//! The status bar: how far the release is, what is saved, and at the far right what
//! the main key does here.

use egui::{Align, Frame, Layout, Margin, Panel, Role, Sense, Ui, WidgetInfo, vec2};

use super::Act;
use crate::model::View;
use crate::qa::Severity;
use crate::texts::{clock, t};
use crate::ui::fonts;
use crate::ui::grid::findings;
use crate::ui::grid::langs::target_lang;
use crate::ui::keys;
use crate::ui::links::{self, Firmness};
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{KeyCap, Progress, icon_button, line_above};
use crate::workbench::counts::Counts;
use crate::workbench::desk::Desk;
use crate::workbench::jobs::UnderWay;
use crate::workbench::speller::Found;
use crate::workbench::{Command, Session};

const HEIGHT: f32 = 30.0;
/// Between two kinds of links, in points.
const LINK_GAP: f32 = 10.0;

/// The status bar under an open release.
pub fn release_ui(ui: &mut Ui, desk: &Desk, session: &Session, acts: &mut Vec<Act>) {
    bar_ui(ui, |ui| {
        let counts = session.counts();
        // What the main key does comes first; counts take the room that is left.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (command, sentence) = main_key(session);
            let t = tokens(ui);
            fonts::LABEL_BOLD.label(ui, sentence, t.ink, f32::INFINITY);
            let key = keys::text(ui.ctx(), command);
            if !key.is_empty() {
                ui.add(KeyCap(&key));
            }
            ui.add_space(8.0);
            saved_ui(ui, desk, session);
            jobs_ui(ui, desk, acts);
            spelling_ui(ui, desk, session);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                rows_ui(ui, counts);
                match session.view() {
                    View::Translate => {
                        states_ui(ui, counts);
                        findings_ui(ui, session);
                    }
                    View::Align => links_ui(ui, counts),
                }
            });
        });
    });
}

/// The status bar under the list of releases.
pub fn start_ui(ui: &mut Ui, desk: &Desk, releases: usize, acts: &mut Vec<Act>) {
    bar_ui(ui, |ui| {
        let t = tokens(ui);
        let count = t!("status-releases", count = releases);
        fonts::LABEL.label(ui, count, t.ink2, f32::INFINITY);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = t!("status-nothing-leaves-this-machine");
            fonts::LABEL.label(ui, text, t.ink2, f32::INFINITY);
            ui.add_space(8.0);
            jobs_ui(ui, desk, acts);
        });
    });
}

fn bar_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.chrome).inner_margin(Margin::symmetric(16, 0));
    let panel = Panel::bottom("status").exact_size(HEIGHT).show_separator_line(false).frame(frame);
    let shown = panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), content);
    });
    line_above(ui, shown.response.rect, t.line2);
}

/// How wide a word of the bar is, in points.
fn width_of(ui: &Ui, text: &str) -> f32 {
    fonts::LABEL.galley(ui.painter(), text, tokens(ui).ink2).size().x
}

fn rows_ui(ui: &mut Ui, counts: Counts) {
    let t = tokens(ui);
    let rows = t!("rows", count = counts.rows);
    let all = match counts.not_content {
        0 => rows.clone(),
        not => t!("status-rows-not-content", rows = rows, not = not),
    };
    let fits = |text: &str| width_of(ui, text) <= ui.available_width();
    let Some(text) = [&all, &rows].into_iter().find(|text| fits(text)) else { return };
    fonts::LABEL.label(ui, text, t.ink2, f32::INFINITY).on_hover_text(all);
    ui.add_space(12.0);
}

fn states_ui(ui: &mut Ui, counts: Counts) {
    let t = tokens(ui);
    let states = [
        (Icon::Open, counts.open),
        (Icon::Draft, counts.draft),
        (Icon::Translated, counts.translated),
        (Icon::Approved, counts.approved),
        (Icon::Rejected, counts.rejected),
        (Icon::LeftOut, counts.left_out),
    ];
    for (icon, count) in states {
        if count == 0 && !matches!(icon, Icon::Open | Icon::Draft | Icon::Translated) {
            continue;
        }
        let number = count.to_string();
        let width = icon.size().x + ui.spacing().item_spacing.x + width_of(ui, &number);
        if width > ui.available_width() {
            return;
        }
        let shape = icon.show(ui);
        let number = fonts::LABEL.label(ui, number, t.ink2, f32::INFINITY);
        let tip = format!("{}: {count}", icon.name());
        shape.on_hover_text(&tip);
        number.on_hover_text(&tip);
        ui.add_space(10.0);
    }
}

/// How many errors and warnings the checks found.
fn findings_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    for severity in [Severity::Error, Severity::Warning] {
        let (shape, count) = (findings::icon(severity), session.found().count_of(severity));
        let number = count.to_string();
        let width = shape.size().x + ui.spacing().item_spacing.x + width_of(ui, &number);
        if count == 0 || width > ui.available_width() {
            continue;
        }
        let tip = format!("{}: {count}", shape.name());
        let shape = shape.show(ui);
        let label = fonts::LABEL.label(ui, number, t.ink2, f32::INFINITY);
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &tip));
        shape.on_hover_text(&tip);
        label.on_hover_text(&tip);
        ui.add_space(10.0);
    }
}

/// The counts of links double as the legend of their patterns. Where there is no room
/// for the words the pattern and the number say it; the words come under the pointer.
fn links_ui(ui: &mut Ui, counts: Counts) {
    let t = tokens(ui);
    let links = [
        (Firmness::Accepted, t!("status-accepted"), counts.accepted),
        (Firmness::Sure, t!("status-from-090"), counts.sure),
        (Firmness::Likely, t!("status-060-to-089"), counts.likely),
        (Firmness::Doubtful, t!("status-below-060"), counts.doubtful),
    ];
    let all = links.map(|(firmness, words, count)| (firmness, format!("{words} {count}"), count));
    let gaps = 2.0 * ui.spacing().item_spacing.x + LINK_GAP;
    let width = |(firmness, text, _): &(Firmness, String, usize)| {
        firmness.legend_size().x + width_of(ui, text) + gaps
    };
    let in_words = all.iter().map(width).sum::<f32>() <= ui.available_width();
    for (firmness, words, count) in all {
        let text = if in_words { words.clone() } else { count.to_string() };
        if firmness.legend_size().x + width_of(ui, &text) + gaps > ui.available_width() {
            return;
        }
        let (rect, legend) = ui.allocate_exact_size(firmness.legend_size(), Sense::hover());
        links::legend(ui.painter(), rect, firmness);
        let label = fonts::LABEL.label(ui, text, t.ink2, f32::INFINITY);
        legend.on_hover_text(&words);
        label.on_hover_text(words);
        ui.add_space(LINK_GAP);
    }
}

fn saved_ui(ui: &mut Ui, desk: &Desk, session: &Session) {
    let t = tokens(ui);
    let text = match (session.is_dirty(), desk.saved_at) {
        _ if session.is_read_only() => t!("status-open-to-be-read").to_owned(),
        (true, _) => t!("status-not-saved").to_owned(),
        (false, Some(at)) => {
            let local = at.to_zoned_datetime(jiff::tz::TimeZone::system());
            t!("status-saved", time = clock(&local))
        }
        (false, None) => t!("status-saved-title").to_owned(),
    };
    fonts::LABEL.label(ui, text, t.ink2, f32::INFINITY);
    if let pending @ 1.. = desk.library.pending() {
        let text = t!("status-pending", count = pending);
        fonts::LABEL.label(ui, text, t.amber, f32::INFINITY);
    }
    ui.add_space(8.0);
}

/// That there is no dictionary, quietly; how to come by one under the pointer, and by key.
fn spelling_ui(ui: &mut Ui, desk: &Desk, session: &Session) {
    let lang = target_lang(session);
    let found = desk.speller().and_then(|speller| speller.found(lang));
    if session.view() == View::Translate && found == Some(Found::Missing) {
        let key = keys::text(ui.ctx(), Command::Suggest);
        let text = t!("status-no-dictionary", lang = lang.base(), key = key);
        let label = fonts::LABEL.label(ui, text, tokens(ui).ink2, f32::INFINITY);
        label.on_hover_text(desk.dictionary_hint(lang));
        ui.add_space(8.0);
    }
}

/// What is under way, with how much is done and a way to stop it.
fn jobs_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    for UnderWay { number, name, done } in desk.under_way() {
        if icon_button(ui, Icon::Close, &t!("status-stop", name = name)).clicked() {
            acts.push(Act::Stop(number));
        }
        if let Some(done) = done {
            ui.add(Progress::new(name, done, 80.0));
        }
        fonts::LABEL.label(ui, format!("{name}…"), t.ink2, f32::INFINITY);
    }
}

/// What the main key does in the active row.
fn main_key(session: &Session) -> (Command, String) {
    let row = session.row();
    let number = |row: usize| {
        session.beads().get(row).map_or_else(String::new, |bead| bead.number.to_string())
    };
    match session.view() {
        View::Translate => {
            let next = session.next_unconfirmed(row + 1).filter(|&next| next != row);
            let sentence = match next {
                Some(next) => t!("status-confirm-go-to", number = number(next)),
                None => t!("status-confirm").to_owned(),
            };
            (Command::Confirm, sentence)
        }
        View::Align => {
            let next = session.next_doubtful(row + 1).filter(|&next| next != row);
            let sentence = match next {
                Some(next) => t!("status-accept-go-to", number = number(next)),
                None => t!("accept").to_owned(),
            };
            (Command::Accept, sentence)
        }
    }
}
