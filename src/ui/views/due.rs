//! When the releases of the list are due: headings, times, what is late.

use egui::{Color32, Rect, Sense, Ui, pos2, vec2};
use jiff::ZonedDateTime;

use crate::model::ReleaseStatus;
use crate::texts::{clock, t};
use crate::ui::fonts;
use crate::ui::shapes::{self, Icon};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::line_below;
use crate::workbench::summary::{Group, Summary};

/// The height of a heading, in points.
const HEADING_HEIGHT: f32 = 34.0;
/// Where icon, time and what follows it stand, in points from the list's left edge.
const ICON: f32 = 22.0;
const TIME: f32 = 36.0;
const REST: f32 = 92.0;
/// So much of the time left fills the clock of a release that is due.
const FACE_SECS: f32 = 3600.0;
/// What is due within so many seconds is to be looked at.
const SOON_SECS: i64 = 3600;

/// A heading with how many releases follow, where a group begins.
pub fn heading_ui(ui: &mut Ui, group: Group, count: usize) {
    let t = tokens(ui);
    let name = match group {
        Group::Today => t!("due-today"),
        Group::Later => t!("due-later"),
        Group::Earlier => t!("due-earlier"),
    };
    let size = vec2(ui.available_width(), HEADING_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let name = fonts::DOCK_BOLD.galley(ui.painter(), name, t.ink);
    let count = fonts::DOCK.galley(ui.painter(), count.to_string(), t.ink3);
    let at = pos2(rect.left() + TIME, rect.bottom() - 25.0);
    let behind = pos2(at.x + name.size().x + 8.0, at.y);
    ui.painter().galley(at, name, t.ink);
    ui.painter().galley(behind, count, t.ink3);
    line_below(ui, rect, t.line2);
}

/// How late it is, or how long there is, in words; and how it looks.
fn rest(seconds: i64, t: &Tokens) -> (String, Color32) {
    let minutes = seconds.unsigned_abs() / 60;
    let text = match (seconds < 0, minutes) {
        (true, 0..60) => t!("due-late-minutes", minutes = minutes),
        (true, 60..2880) => t!("due-late-hours", hours = minutes / 60),
        (true, _) => t!("due-late-days", days = minutes / 1440),
        (false, _) => t!("due-in", left = format!("{}:{:02}", minutes / 60, minutes % 60)),
    };
    (text, if seconds < SOON_SECS { t.amber } else { t.ink2 })
}

/// When a release is due, to be read aloud behind its name; empty where it has no time or is out.
#[must_use]
pub fn spoken(ui: &Ui, release: &Summary, now: Option<&ZonedDateTime>) -> String {
    let due = release.deadline().filter(|_| release.status != ReleaseStatus::Published);
    let left = due.zip(now).map(|(at, now)| at.as_second() - now.timestamp().as_second());
    left.map_or_else(String::new, |left| format!(", {}", rest(left, tokens(ui)).0))
}

/// When a release is due, in the place of its date; whether it has a time at all.
pub fn due_ui(ui: &Ui, release: &Summary, rect: Rect, now: &ZonedDateTime) -> bool {
    let Some(at) = release.deadline() else { return false };
    let t = tokens(ui);
    let painter = ui.painter();
    let zoned = at.to_zoned_datetime(now.time_zone().clone());
    let left = at.as_second() - now.timestamp().as_second();
    let out = release.status == ReleaseStatus::Published;
    let today = zoned.date() == now.date();
    let middle = rect.center().y;
    let icon = pos2(rect.left() + ICON, middle);
    if out {
        Icon::Tick.paint_at(painter, icon);
    } else if release.changed {
        Icon::SourceChanged.paint_at(painter, icon);
    } else if left < 0 {
        Icon::Warning.paint_at(painter, icon);
    } else if left < SOON_SECS {
        let face = Rect::from_center_size(icon, vec2(16.0, 16.0));
        shapes::clock(painter, face, t.amber, left as f32 / FACE_SECS);
    }
    let date = || zoned.strftime("%d.%m.%y").to_string();
    let (role, ink) = if out { (fonts::DOCK, t.ink3) } else { (fonts::DOCK_BOLD, t.ink) };
    let (text, ink_of_text) = match (out, today) {
        (true, _) => (date(), t.ink3),
        (false, true) => rest(left, t),
        (false, false) if left < 0 => rest(left, t),
        (false, false) => (date(), t.ink2),
    };
    let time = role.galley(painter, clock(&zoned), ink);
    painter.galley(pos2(rect.left() + TIME, middle - 9.0), time, ink);
    let text = fonts::LABEL.galley(painter, text, ink_of_text);
    painter.galley(pos2(rect.left() + REST, middle - 8.0), text, ink_of_text);
    true
}
