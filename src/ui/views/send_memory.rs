//! What a working memory sends to a shared one: how many units of which releases go, what waits
//! and why, each unit to be looked at. Arrows choose where they go, Enter sends.

use egui::{Align, Context, Id, Key, Layout, Modifiers, Rect, ScrollArea, Ui, pos2, vec2};

use super::ask::Answer;
use crate::memory::sending::{Candidate, Verdict};
use crate::model::{Lang, MemoryId};
use crate::text::diff;
use crate::texts::t;
use crate::ui::diff_text;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, Switch, dialog, line_below};
use crate::workbench::desk::Desk;
use crate::workbench::sending::{SendPlan, said};

const WIDTH: f32 = 920.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 888.0;
const WAY_HEIGHT: f32 = 32.0;
/// Two lines of text and the room round them.
const UNIT_HEIGHT: f32 = 50.0;
const LIST_HEIGHT: f32 = 6.0 * UNIT_HEIGHT;
/// Room for what becomes of a unit, at its right.
const VERDICT_WIDTH: f32 = 230.0;
/// So many releases are told by their numbers.
const MOST_RELEASES: usize = 4;

/// From which memory to which.
type Way = (MemoryId, MemoryId);

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct SendQuestion {
    chosen: usize,
    /// The place of the switch: 0 conflicts wait, 1 they go too.
    conflicts: usize,
    /// What was asked for, and the state of the memories then.
    asked: Option<(Way, u64)>,
}

impl SendQuestion {
    /// The question with a working memory to begin with, where it has units that could go.
    #[must_use]
    pub fn from(memory: MemoryId, desk: &Desk) -> Self {
        let ways = desk.ways_to_send();
        let chosen = ways.iter().position(|(from, to)| *from == memory || *to == memory);
        Self { chosen: chosen.unwrap_or_default(), ..Self::default() }
    }

    /// Shows the dialog; answers whether conflicts go too, once it is to be sent.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Answer<bool> {
        let ways = desk.ways_to_send();
        self.keys(ctx, ways.len());
        let way = ways.get(self.chosen).copied();
        self.follow(way, desk);
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let (mut given, mut cancelled) = (None, false);
        let title = t!("send-to-shared-memory");
        let shown = Dialog::new(Id::unique("send"), title).width(WIDTH).show(ctx, |ui| {
            self.ways_ui(ui, desk, &ways);
            let plan = desk.send_plan().filter(|_| way.is_some());
            let leaving = plan.map_or(0, |plan| plan.leaving(self.conflicts == 1).len());
            match plan {
                Some(plan) => self.plan_ui(ui, desk, plan),
                None => none_ui(ui, &ways),
            }
            let why = (leaving == 0).then_some(t!("send-nothing-can-go"));
            dialog::buttons(ui, |ui| {
                let word = t!("send-units", count = leaving);
                let send = ui.add(Button::main(&word).key("Enter").unless(why));
                if (send.clicked() || enter) && why.is_none() {
                    given = Some(self.conflicts == 1);
                }
                cancelled = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        Answer::of(given, shown.left || cancelled)
    }

    fn keys(&mut self, ctx: &Context, ways: usize) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen += 1;
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(ways.saturating_sub(1));
        if ctx.input_mut(|input| input.consume_key(Modifiers::ALT, Key::Num1)) {
            self.conflicts = 1 - self.conflicts;
        }
    }

    /// Has what would go worked out anew when something else is chosen or a memory changed.
    fn follow(&mut self, way: Option<Way>, desk: &mut Desk) {
        let asked = way.map(|way| (way, desk.library.version()));
        if asked != self.asked {
            self.asked = asked;
            if let Some(way) = way {
                desk.plan_sending(way);
            }
        }
    }

    fn ways_ui(&mut self, ui: &mut Ui, desk: &Desk, ways: &[Way]) {
        for (place, &(from, to)) in ways.iter().enumerate() {
            let text = way_text(desk, from, to);
            let row = ListRow::new(Id::unique("way").with(place), &text, Ground::Chrome);
            let row = row.height(WAY_HEIGHT).selected(self.chosen == place);
            let response = row.show(ui, |ui| {
                let size = vec2(ui.available_width(), WAY_HEIGHT);
                ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    ui.add_space(14.0);
                    fonts::DOCK_BOLD.label(ui, &text, tokens(ui).ink, ROOM - 14.0);
                });
            });
            if response.clicked() {
                self.chosen = place;
            }
        }
        ui.add_space(8.0);
    }

    fn plan_ui(&mut self, ui: &mut Ui, desk: &Desk, plan: &SendPlan) {
        let t = tokens(ui);
        let conflicts_go = self.conflicts == 1;
        let (goes, waits) = sentences(plan, conflicts_go);
        fonts::DOCK_BOLD.label(ui, goes, t.ink, ROOM);
        if !waits.is_empty() {
            fonts::DOCK.label(ui, waits, t.ink2, ROOM);
        }
        if !plan.unread.is_empty() {
            let text = t!("send-unread", count = plan.unread.len());
            fonts::DOCK.label(ui, text, t.red, ROOM);
        }
        fonts::LABEL.label(ui, t!("send-embargoes-known"), t.ink3, ROOM);
        if plan.counts().contains_key(&Verdict::Conflict) {
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let words = [t!("send-conflicts-wait"), t!("send-conflicts-go")];
                ui.add(Switch::new(t!("send-conflicts"), &mut self.conflicts, &words));
                fonts::DOCK.label(ui, t!("send-conflicts-note"), t.ink2, f32::INFINITY);
            });
        }
        ui.add_space(8.0);
        let header = desk.library.shelf(plan.from).map(|shelf| shelf.memory.header());
        let Some(header) = header else { return };
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("candidates");
        let list = list.auto_shrink([false, true]);
        list.show_rows(ui, UNIT_HEIGHT, plan.candidates.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for place in range {
                if let Some(one) = plan.candidates.get(place) {
                    unit_ui(ui, one, (&header.source, &header.target), conflicts_go);
                }
            }
        });
    }
}

fn none_ui(ui: &mut Ui, ways: &[Way]) {
    let text = match ways {
        [] => t!("send-no-way"),
        _ => t!("sending-looking"),
    };
    fonts::DOCK.label(ui, text, tokens(ui).ink2, ROOM);
}

/// Which memory sends to which.
fn way_text(desk: &Desk, from: MemoryId, to: MemoryId) -> String {
    let header = |id| desk.library.shelf(id).map(|shelf| shelf.memory.header());
    let (Some(from), Some(to)) = (header(from), header(to)) else { return String::new() };
    t!(
        "send-way",
        source = from.source,
        target = from.target,
        to = to.name,
        place = super::memories::folder(desk, to.id)
    )
}

/// How many go, of which releases; and what waits, each kind with its count.
fn sentences(plan: &SendPlan, conflicts_go: bool) -> (String, String) {
    let (mut goes, mut waits) = (Vec::new(), Vec::new());
    for (verdict, count) in plan.counts() {
        let part = t!("send-part", count = count, what = said(verdict));
        if verdict.leaves(conflicts_go) {
            goes.push(part);
        } else {
            waits.push(part);
        }
    }
    let releases = plan.releases(conflicts_go);
    let named: Vec<String> = releases
        .iter()
        .take(MOST_RELEASES)
        .map(|(number, count)| {
            let number = if number.is_empty() { t!("send-no-number") } else { number };
            t!("send-of-release", number = number, count = count)
        })
        .collect();
    let more = releases.len().saturating_sub(MOST_RELEASES);
    let leaving = plan.leaving(conflicts_go).len();
    let mut told = t!("send-can-go", count = leaving, parts = goes.join(", "));
    if !named.is_empty() {
        told.push(' ');
        told.push_str(&t!("send-of-releases", count = releases.len(), list = named.join(", ")));
        if more > 0 {
            told.push_str(&t!("send-and-more", count = more));
        }
        told.push('.');
    }
    let waiting = plan.candidates.len() - leaving;
    let waits = match waiting {
        0 => String::new(),
        count => t!("send-wait", count = count, parts = waits.join(", ")),
    };
    (told, waits)
}

fn unit_ui(ui: &mut Ui, one: &Candidate, (source, target): (&Lang, &Lang), conflicts_go: bool) {
    let t = tokens(ui);
    let verdict = said(one.verdict);
    let name = t!("send-unit", source = one.unit.source, verdict = verdict);
    let id = Id::unique("candidate").with(one.id.bits());
    let row = ListRow::new(id, &name, Ground::Sheet).height(UNIT_HEIGHT);
    let response = row.show(ui, |ui| {
        let whole = ui.max_rect().shrink2(vec2(10.0, 5.0));
        let width = whole.width() - VERDICT_WIDTH;
        let paint = |ui: &Ui, label: BidiLabel<'_>, at| {
            let place = Rect::from_min_size(at, vec2(width, 20.0));
            let laid = label.cut_at(width).without_marks().lay_out(ui.ctx());
            laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), at);
        };
        paint(ui, BidiLabel::new(&one.unit.source, source, fonts::DOCK, t.ink2), whole.min);
        let marked = difference(one, t);
        let label = BidiLabel::new(&marked.text, target, fonts::DOCK, t.ink).spans(marked.spans);
        paint(ui, label, whole.min + vec2(0.0, 20.0));
        let ink = if one.verdict.leaves(conflicts_go) { t.ink } else { t.ink3 };
        let place = pos2(whole.right() - VERDICT_WIDTH + 16.0, whole.top());
        let label = BidiLabel::plain(&verdict, fonts::LABEL, ink).width(VERDICT_WIDTH - 16.0);
        label.lay_out(ui.ctx()).paint(ui.painter(), place);
    });
    line_below(ui, response.rect, t.line);
}

/// The target with what differs from the one that the shared memory has.
fn difference(one: &Candidate, t: &Tokens) -> diff_text::Marked {
    let there = one.there.as_deref().unwrap_or(&one.unit.target);
    let words = diff::words(there, &one.unit.target);
    diff_text::difference(diff_text::runs(&words), t)
}
