//! The concordance and the earlier release in the panel, under the matches or at their side,
//! where the rows stay in reach: what is in the panel takes only the keys that its own fields
//! and buttons have.
//!
//! Left out: both at once.

use egui::{Frame, Id, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::concordance::{self, Concordance};
use super::{Act, dock, precedent};
use crate::model::{MemoryId, UnitId};
use crate::store::Docked;
use crate::texts::t;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::dialog::follow_focus;
use crate::ui::widgets::{Button, Section, line_above};
use crate::workbench::desk::Desk;
use crate::workbench::{Command, Session};

/// The part of the panel's height that the matches keep.
const MATCHES_PART: f32 = 0.4;
/// In a lower panel than this it takes the place of the matches, in points.
const LEAST_HEIGHT: f32 = 460.0;
/// From this width of the panel on it stands at the side of the matches, in points.
const WIDE: f32 = 720.0;

/// What the panel keeps of it from frame to frame.
#[derive(Debug, Default)]
pub struct DockedSearch {
    /// What is looked for.
    pub concordance: Concordance,
    /// What somebody wants of it in this frame.
    pub wish: Option<Wish>,
    /// Whether the focus is in it.
    pub has_focus: bool,
    /// Whether the earlier release should take the focus.
    pub wants_focus: bool,
    /// The unit whose earlier release was asked for last.
    pub asked: Option<(MemoryId, UnitId)>,
    /// Whether that was of a hit: it stays when another row is entered, and one comes back
    /// to the hits.
    pub is_of_hit: bool,
    /// The state of the memories that the hits are of.
    pub searched_at: u64,
}

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Something of the concordance.
    Concordance(concordance::Wish),
    /// Something of the earlier release.
    Precedent(precedent::Wish),
}

/// The matches, and what is docked beside them.
pub(super) fn panel_ui(
    ui: &mut Ui,
    desk: &Desk,
    session: &Session,
    search: &mut DockedSearch,
    acts: &mut Vec<Act>,
) {
    let docked = desk.settings.docked;
    let whole = ui.available_rect_before_wrap();
    let (matches, part) = parts(whole, docked);
    if let Some(place) = matches {
        in_place(ui, "matches", place, |ui| dock::dock_ui(ui, desk, session, acts));
    }
    if let Some(place) = part {
        in_place(ui, "docked", place, |ui| docked_ui(ui, desk, docked, search, acts));
        if place.top() > whole.top() {
            line_above(ui, place, tokens(ui).line2);
        }
        search.has_focus = holds_focus(ui, place);
    }
    ui.advance_cursor_after_rect(whole);
}

/// Where the matches are, and where what is docked is.
fn parts(whole: Rect, docked: Docked) -> (Option<Rect>, Option<Rect>) {
    if docked == Docked::Nothing {
        return (Some(whole), None);
    }
    if whole.width() >= WIDE {
        let (left, right) = whole.split_left_right_at_fraction(0.5);
        return (Some(left), Some(right));
    }
    if whole.height() < LEAST_HEIGHT {
        return (None, Some(whole));
    }
    let (above, below) = whole.split_top_bottom_at_fraction(MATCHES_PART);
    (Some(above), Some(below))
}

fn in_place(ui: &mut Ui, name: &str, place: Rect, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().id_salt(name).max_rect(place);
    let mut child = ui.new_child(builder);
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    add(&mut child);
}

/// Whether what has the focus stands in this place, and not in a window over or under it.
fn holds_focus(ui: &Ui, place: Rect) -> bool {
    let focused: Option<Id> = ui.memory(egui::Memory::focused);
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    response.is_some_and(|it| it.layer_id == ui.layer_id() && place.contains(it.rect.center()))
}

fn docked_ui(
    ui: &mut Ui,
    desk: &Desk,
    docked: Docked,
    search: &mut DockedSearch,
    acts: &mut Vec<Act>,
) {
    let is_concordance = docked == Docked::Concordance;
    let (title, note) = if is_concordance {
        (t!("concordance"), search.concordance.told(desk))
    } else {
        (t!("concordance-earlier-release"), String::new())
    };
    Section::new(title).first().note(&note).show_with(ui, |ui| {
        let command = Command::DockConcordance;
        let tip = keys::tip(ui.ctx(), command.name(), command);
        if ui.add(Button::new(t!("docked-undock")).tight()).on_hover_text(tip).clicked() {
            acts.push(Act::Run(command));
        }
    });
    let room = Margin { left: 14, right: 14, top: 0, bottom: 6 };
    let area = ScrollArea::vertical().id_salt("docked").auto_shrink([false, false]);
    let height = ui.available_height();
    let content = |ui: &mut Ui| {
        ui.set_max_height(height - f32::from(room.bottom));
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        search.wish = if is_concordance {
            let wish = search.concordance.show_docked(ui, desk);
            (wish != concordance::Wish::Open).then_some(Wish::Concordance(wish))
        } else {
            let wish = precedent::show_docked(ui, desk, &mut search.wants_focus);
            (wish != precedent::Wish::Open).then_some(Wish::Precedent(wish))
        };
        follow_focus(ui);
    };
    area.show(ui, |ui| Frame::new().inner_margin(room).show(ui, content));
}
