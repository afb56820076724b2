//! The names of the release that no termbase has, each with how it would be rendered and where
//! that is from. Enter opens the form of the marked one, Space chooses, Ctrl+Enter adds all
//! that are chosen.

use std::collections::BTreeSet;

use egui::{Align, Context, Id, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use crate::texts::{said, t};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog};
use crate::workbench::desk::Desk;
use crate::workbench::termbases::names::{From, NewName};

const WIDTH: f32 = 860.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 828.0;
const ROW_HEIGHT: f32 = 32.0;
const LIST_HEIGHT: f32 = 13.0 * ROW_HEIGHT;
/// Room that all but the list needs, in points.
const REST_HEIGHT: f32 = 190.0;
/// Where the columns begin, in points from the left.
const CHOSEN: f32 = 12.0;
const NAME: f32 = 38.0;
const RENDERING: f32 = 330.0;
const KIND: f32 = 620.0;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct NewNames {
    marked: usize,
    chosen: BTreeSet<usize>,
}

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Open the form of the name at a place.
    Add(usize, Box<NewName>),
    /// Add these as they are proposed.
    AddAll(Vec<NewName>),
}

impl NewNames {
    /// The list with the name of a place marked.
    #[must_use]
    pub const fn at(marked: usize) -> Self {
        Self { marked, chosen: BTreeSet::new() }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Wish {
        let found = desk.new_names();
        let names = found.map(|found| found.names.as_slice()).unwrap_or_default();
        self.marked = self.marked.min(names.len().saturating_sub(1));
        self.chosen.retain(|place| *place < names.len());
        let mut wish = self.keys(ctx, names);
        let title = t!("names-title");
        let shown = Dialog::new(Id::unique("new names"), title).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            let told = match (found.is_some(), names.len()) {
                (false, _) => t!("names-looking").to_owned(),
                (true, 0) => t!("names-none").to_owned(),
                (true, count) => t!("names-told", count = count),
            };
            fonts::DOCK.label(ui, told, t.ink2, ROOM);
            ui.add_space(6.0);
            let room = ui.ctx().content_rect().height() - REST_HEIGHT;
            let height = LIST_HEIGHT.min(room).max(3.0 * ROW_HEIGHT);
            let list = ScrollArea::vertical().max_height(height).id_salt("names");
            list.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, name) in names.iter().enumerate() {
                    self.row_ui(ui, desk, place, name);
                }
            });
            self.buttons_ui(ui, names, &mut wish);
        });
        if matches!(wish, Wish::AddAll(_)) {
            self.chosen.clear();
        }
        if shown.left && wish == Wish::Open { Wish::Left } else { wish }
    }

    fn keys(&mut self, ctx: &Context, names: &[NewName]) -> Wish {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        if pressed(Modifiers::COMMAND, Key::Enter) {
            return self.add_chosen(names);
        }
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            self.marked += 1;
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
        self.marked = self.marked.min(names.len().saturating_sub(1));
        // A button that has the focus keeps its keys.
        if ctx.memory(|memory| memory.focused().is_some()) {
            return Wish::Open;
        }
        if pressed(Modifiers::NONE, Key::Space) {
            self.switch(self.marked, names.len());
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.chosen = (0..names.len()).collect();
        }
        if pressed(Modifiers::NONE, Key::Enter) { self.add_marked(names) } else { Wish::Open }
    }

    fn switch(&mut self, place: usize, count: usize) {
        if place < count && !self.chosen.remove(&place) {
            self.chosen.insert(place);
        }
    }

    fn add_marked(&self, names: &[NewName]) -> Wish {
        let name = names.get(self.marked).cloned();
        name.map_or(Wish::Open, |name| Wish::Add(self.marked, Box::new(name)))
    }

    fn add_chosen(&self, names: &[NewName]) -> Wish {
        let chosen: Vec<NewName> =
            self.chosen.iter().filter_map(|place| names.get(*place)).cloned().collect();
        if chosen.is_empty() { Wish::Open } else { Wish::AddAll(chosen) }
    }

    fn row_ui(&mut self, ui: &mut Ui, desk: &Desk, place: usize, name: &NewName) {
        let t = tokens(ui);
        let pair = desk.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return };
        let first = name.proposals.first();
        let rendering = first.map(|first| first.text.clone()).unwrap_or_default();
        let from = first.map(|first| from_told(first.from)).unwrap_or_default();
        let kind = said("term-kind", name.kind.name());
        let rows = t!("names-rows", rows = name.rows.join(", "), count = name.rows.len());
        let is_chosen = self.chosen.contains(&place);
        let text = t!(
            "names-row",
            name = name.source,
            rendering = rendering,
            from = from,
            kind = kind,
            rows = rows
        );
        let row = ListRow::new(Id::unique("new name").with(&name.source), &text, Ground::Chrome);
        let is_marked = place == self.marked;
        let mut chosen = is_chosen;
        let response = row.height(ROW_HEIGHT).selected(is_marked).show(ui, |ui| {
            let rect = ui.max_rect();
            let top = rect.top() + (ROW_HEIGHT - fonts::DOCK.line) / 2.0;
            let at = |x: f32| egui::pos2(rect.left() + x, top);
            let size = vec2(ROW_HEIGHT, ROW_HEIGHT);
            let check =
                egui::Rect::from_min_size(egui::pos2(rect.left() + CHOSEN, rect.top()), size);
            let builder = egui::UiBuilder::new().max_rect(check);
            let builder = builder.layout(Layout::left_to_right(Align::Center));
            ui.scope_builder(builder, |ui| {
                let name = t!("names-choose", name = name.source);
                let response = ui.checkbox(&mut chosen, "");
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_chosen, &name)
                });
            });
            let ctx = ui.ctx().clone();
            let paint = |label: BidiLabel<'_>, x: f32, room: f32| {
                label.without_marks().cut_at(room).lay_out(&ctx).paint(ui.painter(), at(x));
            };
            let source = BidiLabel::new(&name.source, &pair.source, fonts::DOCK, t.ink);
            paint(source, NAME, RENDERING - NAME - 12.0);
            let target = BidiLabel::new(&rendering, &pair.target, fonts::DOCK, t.ink);
            paint(target, RENDERING, KIND - RENDERING - 110.0);
            paint(BidiLabel::plain(&from, fonts::DOCK, t.ink3), KIND - 100.0, 92.0);
            paint(BidiLabel::plain(kind, fonts::DOCK, t.ink2), KIND, 96.0);
            paint(BidiLabel::plain(&rows, fonts::DOCK, t.ink3), KIND + 104.0, ROOM - KIND - 112.0);
        });
        if chosen != is_chosen {
            self.switch(place, place + 1);
        }
        if response.clicked() {
            self.marked = place;
        }
        if is_marked {
            response.scroll_to_me(None);
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, names: &[NewName], wish: &mut Wish) {
        dialog::buttons(ui, |ui| {
            let none = self.chosen.is_empty().then_some(t!("names-choose-some"));
            let verb = t!("names-add-chosen", count = self.chosen.len());
            if ui.add(Button::main(&verb).key("Ctrl+Enter").unless(none)).clicked() {
                *wish = self.add_chosen(names);
            }
            let none = names.is_empty().then_some(t!("names-none"));
            if ui.add(Button::new(t!("names-add")).key("Enter").unless(none)).clicked() {
                *wish = self.add_marked(names);
            }
            fonts::DOCK.label(ui, t!("names-keys"), tokens(ui).ink3, f32::INFINITY);
        });
    }
}

/// Where a rendering is from, in a few words.
fn from_told(from: From) -> String {
    match from {
        From::Rows(_) => t!("names-from-release").to_owned(),
        From::Units(count) => t!("names-from-units", count = count),
        From::Letters => t!("names-from-letters").to_owned(),
    }
}
