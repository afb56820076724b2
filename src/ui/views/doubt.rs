//! The dock of the alignment view: doubtful links, why the active one is doubtful,
//! what can be added to a memory.

use egui::{Id, Response, ScrollArea, Sense, Ui, pos2, vec2};

use super::{Act, review};
use crate::model::{Link, View};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::grid::paint_right;
use crate::ui::keys;
use crate::ui::links;
use crate::ui::shapes::Icon;
use crate::ui::text::{BidiLabel, LaidLabel};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Ground, ListRow, Section, Switch};
use crate::workbench::counts::{LIKELY, SURE};
use crate::workbench::desk::Desk;
use crate::workbench::why::{self, Verdict};
use crate::workbench::{Command, Session};

/// What stands under the list of doubtful links wants so much of the dock's height; the list
/// has the rest before it scrolls, and so much at least, in points.
const UNDER_LIST: f32 = 280.0;
const LEAST_LISTED: f32 = 160.0;
const PADDING: f32 = 14.0;
/// Above and below the words of a doubtful link together, in points.
const ROW_PADDING: f32 = 11.0;
/// How wide the kinds of evidence are at least, in points.
const KIND_WIDTH: f32 = 96.0;

/// The dock's content. `by_doubt` is the place of the switch: 0 by doubt, 1 in order.
pub fn dock_ui(
    ui: &mut Ui,
    desk: &Desk,
    session: &Session,
    by_doubt: &mut usize,
    acts: &mut Vec<Act>,
) {
    debug_assert_eq!(session.view(), View::Align);
    doubtful_ui(ui, session, by_doubt, acts);
    review::dock_ui(ui, desk, acts);
    why_ui(ui, session);
    memory_ui(ui, session, acts);
}

fn doubtful_ui(ui: &mut Ui, session: &Session, by_doubt: &mut usize, acts: &mut Vec<Act>) {
    let mut rows = session.by_doubt();
    if *by_doubt == 1 {
        rows.sort_unstable();
    }
    let note = match rows.len() {
        0 => t!("doubt-none").to_owned(),
        count => t!("doubt-here", count = count),
    };
    Section::new(t!("doubt-doubtful")).first().note(&note).show_with(ui, |ui| {
        ui.add(Switch::new(
            t!("doubt-order-of-doubtful-links"),
            by_doubt,
            &[t!("doubt-by-doubt"), t!("doubt-in-order")],
        ));
    });
    if rows.is_empty() {
        note_ui(ui, t!("doubt-every-link-is-accepted-or-sure"));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let reveal = is_new_here(ui, (session.row(), *by_doubt));
    let height = whole_rows(ui, session, &rows);
    let list = ScrollArea::vertical().id_salt("doubtful").max_height(height);
    list.show(ui, |ui| {
        for row in rows {
            let Some(response) = doubtful_row_ui(ui, session, row) else { continue };
            if reveal && row == session.row() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                acts.push(Act::Enter(row));
            }
        }
    });
}

/// Whether the active row, or the order of the list, is another than a frame ago.
fn is_new_here(ui: &Ui, now: (usize, usize)) -> bool {
    let id = Id::NULL.with("doubtful list is at");
    ui.data_mut(|data| {
        let before: Option<(usize, usize)> = data.get_temp(id);
        data.insert_temp(id, now);
        before != Some(now)
    })
}

/// The height of the list: all rows, or as many whole ones from the first as there is room for.
fn whole_rows(ui: &Ui, session: &Session, rows: &[usize]) -> f32 {
    let room = (ui.available_height() - UNDER_LIST).max(LEAST_LISTED);
    let mut height = 0.0;
    for &row in rows {
        let next = height + reason_of(ui, session, row).size().y + ROW_PADDING;
        if next > room {
            break;
        }
        height = next;
    }
    height
}

/// Why a row is doubtful, laid out in its column.
fn reason_of(ui: &Ui, session: &Session, row: usize) -> LaidLabel {
    let room = ui.available_width() - PADDING - 42.0 - 36.0 - 36.0 - PADDING;
    let reason = why::doubt(session, row);
    BidiLabel::plain(&reason, fonts::DOCK, tokens(ui).ink).width(room).lay_out(ui.ctx())
}

fn doubtful_row_ui(ui: &mut Ui, session: &Session, row: usize) -> Option<Response> {
    let t = tokens(ui);
    let bead = session.beads().get(row)?;
    let confidence = bead.link.confidence();
    let reason = why::doubt(session, row);
    let number = bead.number.to_string();
    let name = t!(
        "doubt-doubtful-row",
        number = number,
        figure = links::written(confidence),
        reason = reason
    );
    let id = Id::unique("doubtful").with(bead.id.bits());
    let list_row = ListRow::new(id, &name, Ground::Chrome).selected(row == session.row());
    let response = list_row.show(ui, |ui| {
        let width = ui.available_width();
        let reason = reason_of(ui, session, row);
        let size = vec2(width, reason.size().y + ROW_PADDING);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let (left, top) = (rect.left() + PADDING, rect.top() + 5.0);
        let ink = confidence_ink(confidence, t);
        let painter = ui.painter();
        let part = |text: String, bold: bool, ink, x: f32| {
            let galley = fonts::DOCK.with_bold(bold).galley(painter, text, ink);
            painter.galley(pos2(x, top), galley, ink);
        };
        part(links::written(confidence), true, ink, left);
        part(number, true, t.ink, left + 42.0);
        part(why::shape(bead), false, t.ink3, left + 78.0);
        reason.paint(painter, pos2(left + 114.0, top));
    });
    Some(response)
}

fn confidence_ink(confidence: f32, t: &Tokens) -> egui::Color32 {
    if confidence >= SURE {
        t.green
    } else if confidence >= LIKELY {
        t.ink2
    } else {
        t.amber
    }
}

fn why_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let Some(bead) = session.active_bead() else { return };
    let title = match bead.link {
        Link::Accepted => t!("doubt-why-accepted").to_owned(),
        Link::Guessed { confidence, .. } => t!("doubt-why", figure = links::written(confidence)),
    };
    let note = t!("doubt-row", number = bead.number);
    Section::new(&title).note(&note).show(ui);
    if bead.link.is_accepted() {
        note_ui(ui, t!("doubt-somebody-accepted-or-made-this-link"));
        return;
    }
    if !session.rows().is_content(session.row()) {
        note_ui(ui, t!("doubt-this-row-is-not-content-nothing"));
        return;
    }
    let all = why::evidence(session, session.row());
    let width_of = |kind: &str| fonts::DOCK.galley(ui.painter(), kind, t.ink3).size().x + 12.0;
    let kinds = all.iter().map(|evidence| width_of(evidence.kind)).fold(KIND_WIDTH, f32::max);
    for evidence in all {
        let width = ui.available_width();
        let room = width - 2.0 * PADDING - kinds - 24.0;
        let text = BidiLabel::plain(&evidence.text, fonts::DOCK, t.ink);
        let text = text.width(room).lay_out(ui.ctx());
        let size = vec2(width, text.size().y + 6.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter();
        let (left, top) = (rect.left() + PADDING, rect.top() + 3.0);
        let kind = fonts::DOCK.galley(painter, evidence.kind, t.ink3);
        painter.galley(pos2(left, top), kind, t.ink3);
        text.paint(painter, pos2(left + kinds, top));
        let icon = match evidence.verdict {
            Verdict::For => Icon::Tick,
            Verdict::Against => Icon::Warning,
            Verdict::Silent => Icon::Minus,
        };
        icon.paint_at(painter, pos2(rect.right() - PADDING - 7.0, top + 9.0));
        let spoken = format!("{}: {}", evidence.kind, evidence.text);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    }
    ui.add_space(7.0);
}

fn memory_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let counts = session.counts();
    Section::new(t!("doubt-add-to-memory")).show(ui);
    let guessed = counts.sure + counts.likely + counts.doubtful;
    for (count, what) in [
        (counts.accepted, t!("doubt-accepted-ready-as-published")),
        (guessed, t!("doubt-guessed-not-taken-until-accepted")),
        (counts.not_content, t!("doubt-not-content-never-taken")),
    ] {
        let room = ui.available_width() - 2.0 * PADDING - 28.0;
        let galley = ui.painter().layout_job(fonts::DOCK.job(what, t.ink, room));
        let size = vec2(ui.available_width(), galley.size().y.max(fonts::DOCK.line) + 3.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let (left, top) = (rect.left() + PADDING, rect.top() + 1.0);
        let right = pos2(left + 20.0, top);
        paint_right(ui.painter(), right, &count.to_string(), fonts::DOCK_BOLD, t.ink);
        ui.painter().galley(pos2(left + 28.0, top), galley, t.ink);
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(PADDING);
        let key = keys::text(ui.ctx(), Command::AddToMemory);
        let why = (counts.accepted == 0).then_some(t!("doubt-accept-links-first"));
        if ui.add(Button::new(t!("doubt-add-accepted-rows")).key(&key).unless(why)).clicked() {
            acts.push(Act::Run(Command::AddToMemory));
        }
    });
}

/// A quiet sentence in the dock.
pub fn note_ui(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(PADDING);
        fonts::DOCK.label(ui, text, t.ink3, ui.available_width() - PADDING);
    });
    ui.add_space(8.0);
}
