//! The embargo in the window: the clock in the head, the notice that what it held can go, and the
//! dialog where it is set, lifted with a reason, and what is kept of the release is purged.

use std::time::Duration;

use egui::{
    Align, Context, Frame, Id, Key, Layout, Modifiers, Panel, Rect, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use jiff::tz::TimeZone;

use super::Act;
use crate::model::{Embargo, Timestamp};
use crate::texts::{clock, day_and_clock, t};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::shapes;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Notice, NoticeAnswer, Tone, dialog, focus_frame};
use crate::workbench::desk::Desk;
use crate::workbench::embargo::{spoken, traces};
use crate::workbench::{Command, Session};

const WIDTH: f32 = 640.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 608.0;
const FIELD_WIDTH: f32 = 320.0;
/// So much of the time left fills the clock's face: the last hour runs down.
const FACE_SECS: f32 = 3600.0;
/// The chip of the clock, in points.
const CHIP_HEIGHT: f32 = 30.0;
const CLOCK_SIZE: f32 = 16.0;
/// The list of what is kept, in points.
const LIST_HEIGHT: f32 = 110.0;

/// The clock of an embargo; a click opens the dialog. Nothing for a release without one.
pub fn clock_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let release = &session.project().release;
    let (ink, ground, left, at) = match session.embargo() {
        Embargo::Until(until) => {
            ui.ctx().request_repaint_after(Duration::from_secs(1));
            (t.amber, t.amber_tint, until.as_second() - session.now().as_second(), until)
        }
        // One that is over is told on its day; later nobody asks.
        Embargo::Over(at) if is_today(at, session.now()) => (t.red, t.red_tint, 0, at),
        Embargo::Over(_) | Embargo::None => return,
    };
    let time = clock(&at.to_zoned_datetime(TimeZone::system()));
    let (head, rest) = if left > 0 {
        (t!("embargo-clock", clock = time), countdown(left))
    } else {
        (t!("embargo-clock-over", clock = time), String::new())
    };
    let moment = spoken(at, &release.embargo_zone);
    let name = if left > 0 {
        t!("embargo-clock-name", moment = moment, left = rest)
    } else {
        t!("embargo-over-name", moment = moment)
    };
    let label = fonts::DOCK.galley(ui.painter(), head, ink);
    let count = fonts::DOCK_BOLD.galley(ui.painter(), rest, ink);
    let gap = if left > 0 { 8.0 } else { 0.0 };
    let width = 10.0 + CLOCK_SIZE + 8.0 + label.size().x + gap + count.size().x + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, CHIP_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, ground);
    let face = pos2(rect.left() + 10.0 + CLOCK_SIZE / 2.0, rect.center().y);
    let face = Rect::from_center_size(face, vec2(CLOCK_SIZE, CLOCK_SIZE));
    shapes::clock(painter, face, ink, left as f32 / FACE_SECS);
    let at = pos2(face.right() + 8.0, rect.center().y - label.size().y / 2.0);
    let behind = pos2(at.x + label.size().x + gap, at.y);
    painter.galley(at, label, ink);
    painter.galley(behind, count, ink);
    if response.has_focus() {
        focus_frame(painter, rect, 4.0, t);
    }
    let tip = keys::tip(ui.ctx(), &name, Command::Embargo);
    if response.on_hover_text(tip).clicked() {
        acts.push(Act::Run(Command::Embargo));
    }
}

fn is_today(at: Timestamp, now: Timestamp) -> bool {
    let day = |at: Timestamp| at.to_zoned_datetime(TimeZone::system()).date();
    day(at) == day(now)
}

/// `0:37:12`.
fn countdown(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Across the window: that an embargo is over and what it held can go.
pub fn due_ui(ui: &mut Ui, desk: &mut Desk, acts: &mut Vec<Act>) {
    let Some(due) = desk.due() else { return };
    let text = t!("embargo-due", count = due.count(), name = due.name);
    let button = t!("embargo-send-button", count = due.count());
    let panel = Panel::top("embargo over").show_separator_line(false).frame(Frame::NONE);
    let answer =
        panel.show(ui, |ui| Notice::new(Tone::Look, &text).buttons(&[&button]).stays().show(ui));
    if answer.inner == Some(NoticeAnswer::Pressed(0)) {
        acts.push(Act::Run(Command::SendHeld));
    }
}

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct EmbargoDialog {
    until: String,
    reason: String,
    shown: bool,
    /// Whether the reason has the focus.
    in_reason: bool,
}

/// What is wanted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Set the embargo that was typed.
    Set(String),
    /// Lift it for this reason.
    Lift(String),
    /// Purge what is kept.
    Purge,
}

impl EmbargoDialog {
    /// The dialog with the embargo as it was said.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let release = &session.project().release;
        let until = release.embargo.map_or_else(String::new, |until| {
            let zone = crate::release::embargo::zone(&release.embargo_zone);
            let zone = zone.filter(|_| !release.embargo_zone.is_empty());
            let said = until.to_zoned_datetime(zone.unwrap_or_else(TimeZone::system));
            let said = said.strftime("%d.%m.%Y %H:%M").to_string();
            format!("{said} {}", release.embargo_zone).trim_end().to_owned()
        });
        Self { until, ..Self::default() }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Wish {
        let Some(session) = &desk.session else { return Wish::Left };
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut wish = Wish::Open;
        let title = t!("embargo-title");
        let shown = Dialog::new(Id::unique("embargo"), title).width(WIDTH).show(ctx, |ui| {
            let in_reason = std::mem::take(&mut self.in_reason);
            state_ui(ui, session);
            let set = self.until_ui(ui, session, enter && !in_reason);
            let lift = self.lift_ui(ui, session, enter && in_reason);
            let purge = traces_ui(ui, &desk.traces());
            wish = set.or(lift).or(purge).unwrap_or(Wish::Open);
        });
        if shown.left && wish == Wish::Open { Wish::Left } else { wish }
    }

    /// Until when; what of it is to be set.
    fn until_ui(&mut self, ui: &mut Ui, session: &Session, enter: bool) -> Option<Wish> {
        let t = tokens(ui);
        let said = session.read_embargo(&self.until);
        let empty = self.until.trim().is_empty();
        let wrong = said.is_none() && !empty;
        let mut set = false;
        ui.horizontal(|ui| {
            fonts::DOCK.label(ui, t!("embargo-until"), t.ink2, f32::INFINITY);
            let field = Field::new(t!("embargo-until-field"), &mut self.until).width(FIELD_WIDTH);
            let response = ui.add(field.hint(t!("embargo-until-hint")).wrong(wrong));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            let why = wrong.then_some(t!("embargo-not-read"));
            let button = Button::main(t!("embargo-set-button")).key("Enter").unless(why);
            set = ui.add(button).clicked();
        });
        let (text, ink) = match (&said, empty) {
            (Some(said), _) => {
                (t!("embargo-read-as", moment = spoken(said.until, &said.zone)), t.ink)
            }
            (None, true) => (t!("embargo-how").to_owned(), t.ink3),
            (None, false) => (t!("embargo-not-read").to_owned(), t.red),
        };
        fonts::DOCK.label(ui, text, ink, ROOM);
        ((set || enter) && !wrong).then(|| Wish::Set(self.until.clone()))
    }

    /// Lifting it early, which needs a reason.
    fn lift_ui(&mut self, ui: &mut Ui, session: &Session, enter: bool) -> Option<Wish> {
        if !matches!(session.embargo(), Embargo::Until(_)) {
            return None;
        }
        let t = tokens(ui);
        let mut lift = false;
        ui.add_space(10.0);
        fonts::DOCK.label(ui, t!("embargo-reason"), t.ink2, ROOM);
        ui.horizontal(|ui| {
            let field = Field::new(t!("embargo-reason-field"), &mut self.reason).width(FIELD_WIDTH);
            self.in_reason = ui.add(field).has_focus();
            let none = self.reason.trim().is_empty().then_some(t!("embargo-needs-a-reason"));
            lift = ui.add(Button::new(t!("embargo-lift-button")).unless(none)).clicked();
        });
        let given = !self.reason.trim().is_empty();
        ((lift || enter) && given).then(|| Wish::Lift(self.reason.clone()))
    }
}

/// How it stands now.
fn state_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let release = &session.project().release;
    let zone = &release.embargo_zone;
    let (text, ink) = match session.embargo() {
        Embargo::None => (t!("embargo-none").to_owned(), t.ink2),
        Embargo::Until(until) => (t!("embargo-holds", moment = spoken(until, zone)), t.amber),
        Embargo::Over(at) => (t!("embargo-is-over", moment = spoken(at, zone)), t.ink2),
    };
    fonts::DOCK_BOLD.label(ui, text, ink, ROOM);
    if let Some(lifted) = &release.lifted {
        let moment = day_and_clock(&lifted.at.to_zoned_datetime(TimeZone::system()));
        let by = if lifted.by.is_empty() { "nobody" } else { lifted.by.as_str() };
        let text = t!("embargo-was-lifted", by = by, moment = moment, reason = lifted.reason);
        fonts::DOCK.label(ui, text, t.ink, ROOM);
    }
    ui.add_space(8.0);
}

/// What is kept of the release on this machine, and that it can be purged.
fn traces_ui(ui: &mut Ui, all: &[traces::Trace]) -> Option<Wish> {
    let t = tokens(ui);
    let mut purge = false;
    ui.add_space(12.0);
    fonts::DOCK.label(ui, t!("embargo-traces", count = all.len()), t.ink2, ROOM);
    let list = ScrollArea::vertical().max_height(LIST_HEIGHT).auto_shrink([false, true]);
    list.id_salt("traces").show(ui, |ui| {
        for trace in all {
            ui.horizontal(|ui| {
                let kind = match trace.kind {
                    traces::Kind::Journal => t!("embargo-trace-journal"),
                    traces::Kind::Steps => t!("embargo-trace-steps"),
                    traces::Kind::Backup => t!("embargo-trace-backup"),
                    traces::Kind::Cache => t!("embargo-trace-cache"),
                };
                let size = vec2(130.0, fonts::LABEL.line);
                ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(130.0);
                    fonts::LABEL.label(ui, kind, t.ink, 130.0);
                });
                let path = trace.path.display().to_string();
                let kb = format!("{} KB", trace.bytes.div_ceil(1024));
                fonts::LABEL.line_label(ui, &path, t.ink3, ROOM - 220.0).on_hover_text(&path);
                fonts::LABEL.label(ui, kb, t.ink3, 70.0);
            });
        }
    });
    dialog::buttons(ui, |ui| {
        let none = all.is_empty().then_some(t!("send-nothing-can-go"));
        purge = ui.add(Button::new(t!("embargo-purge-button")).unless(none)).clicked();
    });
    purge.then_some(Wish::Purge)
}
