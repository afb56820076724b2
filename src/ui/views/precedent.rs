//! The precedent of a match or hit: its sentence in the earlier release, both languages,
//! with what stood before and behind it.

use egui::{
    Align, Context, Frame, Id, Key, Layout, Margin, Modifiers, Response, ScrollArea, Ui, vec2,
};

use super::concordance::origin;
use crate::memory::concordance::{Hit, Precedent};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::Command;
use crate::workbench::desk::{Desk, Sought};
use crate::workbench::library::Languages;

const WIDTH: f32 = 1000.0;
const LIST_HEIGHT: f32 = 440.0;
const GAP: f32 = 16.0;
/// In a narrower place than this the source stands above the target, in points.
const STACKED_BELOW: f32 = 440.0;
/// The least height of the list, and that of what stands under it in the panel, in points.
const LEAST_LIST: f32 = 80.0;
const FOOT_HEIGHT: f32 = 68.0;

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Open the release, at this sentence.
    Release(std::path::PathBuf, String),
    /// Put the target in at the caret.
    Insert(String),
    /// Go on in the panel.
    Dock,
}

/// Shows it over the window.
pub fn show(ctx: &Context, desk: &Desk) -> Wish {
    if desk.precedent_sought().is_none() {
        return Wish::Left;
    }
    let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    let opens = pressed(Modifiers::COMMAND, Key::Enter);
    let inserts = pressed(Modifiers::NONE, Key::Enter);
    let docks = keys::takes(ctx, Command::DockConcordance);
    let dialog =
        Dialog::new(Id::unique("precedent"), t!("concordance-earlier-release")).width(WIDTH);
    let shown = dialog.show(ctx, |ui| {
        let room = (ui.ctx().content_rect().height() - 240.0).max(120.0);
        let found = sought_ui(ui, desk, LIST_HEIGHT.min(room));
        let mut wish = Wish::Open;
        dialog::buttons(ui, |ui| {
            wish = verbs_ui(ui, desk, found, true).0;
            if let (true, Some(found)) = (inserts, found) {
                wish = Wish::Insert(found.hit.target.clone());
            }
            if let (true, Some(path)) = (opens, found.and_then(|it| desk.release_of(&it.hit))) {
                let sentence = found.map(|it| it.hit.source.clone()).unwrap_or_default();
                wish = Wish::Release(path, sentence);
            }
            let key = keys::text(ui.ctx(), Command::DockConcordance);
            if ui.add(Button::new(t!("docked-dock")).key(&key)).clicked() {
                wish = Wish::Dock;
            }
            if ui.add(Button::new(t!("cancel")).key("Esc")).clicked() {
                wish = Wish::Left;
            }
        });
        wish
    });
    match shown.inner {
        _ if docks => Wish::Dock,
        Wish::Open if shown.left => Wish::Left,
        wish => wish,
    }
}

/// Shows it in the panel. The focus it wants goes to the first verb, once there is one.
pub fn show_docked(ui: &mut Ui, desk: &Desk, wants_focus: &mut bool) -> Wish {
    let height = (ui.available_height() - FOOT_HEIGHT).max(0.0);
    let found = sought_ui(ui, desk, height);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let (wish, insert) = verbs_ui(ui, desk, found, false);
        let rows = ui.add(Button::new(t!("docked-to-the-row")).tight().key("Esc"));
        if *wants_focus {
            if found.is_some() {
                insert.request_focus();
            } else {
                rows.request_focus();
            }
            *wants_focus = found.is_none();
        }
        if rows.clicked() { Wish::Left } else { wish }
    })
    .inner
}

/// What was found so far of what was asked for; the whole precedent, once it is there.
fn sought_ui<'a>(ui: &mut Ui, desk: &'a Desk, height: f32) -> Option<&'a Precedent> {
    let pair = desk.session.as_ref()?.pair().ok()?;
    let told = match desk.precedent_sought() {
        None => t!("concordance-no-match-comes-from-a-memory"),
        Some(Sought::Looking) => t!("concordance-looking"),
        Some(Sought::Gone) => t!("precedent-unit-is-gone"),
        Some(Sought::Found(found)) => {
            found_ui(ui, found, &pair, height);
            return Some(found);
        }
    };
    fonts::DOCK.label(ui, told, tokens(ui).ink2, ui.available_width());
    None
}

fn found_ui(ui: &mut Ui, found: &Precedent, pair: &Languages, height: f32) {
    let t = tokens(ui);
    let top = ui.cursor().top();
    let width = ui.available_width();
    fonts::DOCK.label(ui, origin(&found.hit), t.ink2, width);
    let has_neighbours = !found.before.is_empty() || !found.after.is_empty();
    if has_neighbours && !found.is_certain {
        let text = t!("precedent-neighbours-are-not-known");
        fonts::LABEL.label(ui, text, t.ink2, width);
    }
    ui.add_space(6.0);
    let height = height - (ui.cursor().top() - top);
    let area = ScrollArea::vertical().max_height(height.max(LEAST_LIST)).id_salt("precedent");
    area.show(ui, |ui| {
        for hit in &found.before {
            row_ui(ui, hit, false, pair);
        }
        row_ui(ui, &found.hit, true, pair);
        for hit in &found.after {
            row_ui(ui, hit, false, pair);
        }
    });
}

/// What can be done with it, and the first button; in the panel the keys are those of the rows.
fn verbs_ui(
    ui: &mut Ui,
    desk: &Desk,
    found: Option<&Precedent>,
    over_all: bool,
) -> (Wish, Response) {
    let path = found.and_then(|found| desk.release_of(&found.hit));
    let nothing = found.is_none().then_some(t!("find-there-is-no-hit"));
    let none = path.is_none().then_some(t!("precedent-no-project-file"));
    let (insert, open) = (t!("concordance-insert-target"), t!("precedent-open-release"));
    let (insert, open) = if over_all {
        (Button::main(insert).key("Enter"), Button::new(open).key("Ctrl+Enter"))
    } else {
        (Button::new(insert).tight(), Button::new(open).tight())
    };
    let insert = ui.add(insert.unless(nothing));
    let opens = ui.add(open.unless(nothing.or(none))).clicked();
    let wish = match (found, path) {
        (Some(found), _) if insert.clicked() => Wish::Insert(found.hit.target.clone()),
        (Some(found), Some(path)) if opens => Wish::Release(path, found.hit.source.clone()),
        _ => Wish::Open,
    };
    (wish, insert)
}

/// A sentence in both languages; the one that was asked for stands out.
fn row_ui(ui: &mut Ui, hit: &Hit, is_asked: bool, pair: &Languages) {
    let t = tokens(ui);
    let fill = if is_asked { t.tint } else { t.sheet };
    let ink = if is_asked { t.ink } else { t.ink2 };
    let frame = Frame::new().fill(fill).inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        let whole = ui.available_width();
        let stacked = whole < STACKED_BELOW;
        let width = if stacked { whole } else { (whole - GAP) / 2.0 };
        let layout =
            if stacked { Layout::top_down(Align::Min) } else { Layout::left_to_right(Align::Min) };
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 2.0);
            for (text, lang) in [(&hit.source, &pair.source), (&hit.target, &pair.target)] {
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.set_width(width);
                    BidiLabel::new(text, lang, fonts::DOCK, ink).width(width).show_in(ui);
                });
            }
        });
    });
}
