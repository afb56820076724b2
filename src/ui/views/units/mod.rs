//! The units of a memory as a table over the window: searched, sorted, mended, deleted;
//! duplicates, conflicting targets, units that look wrong; what was done, to be taken back.
//!
//! Arrows move, with Shift they select, Enter edits in place, Delete deletes, Ctrl+Z takes
//! the last step back. What concerns more than one unit is asked first ([`confirm`]).

mod cells;
mod columns;
pub mod confirm;
mod deeds;
mod edit;
mod head;
mod keys;
mod lines;

use std::ops::RangeInclusive;

use egui::{Context, Id, Rect, Ui, UiBuilder, vec2};

use crate::memory::maintain::{Column, Listing, Order, Wanted};
use crate::model::{MemoryId, UnitId};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::rows::{Place, Rows};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::desk::{Desk, Doing, Sheet, UnitTable};
use crate::workbench::maintenance::Intent;

use edit::Editing;

/// The room that all but the rows needs, without and with the line of filters, in points.
const REST_HEIGHT: f32 = 248.0;
const FILTERS_HEIGHT: f32 = 72.0;

/// What the table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Units that are wanted.
    #[default]
    Units,
    /// Units that say the same twice.
    Duplicates,
    /// Sources with several targets.
    Conflicting,
    /// Units that look wrong.
    Doubtful,
    /// Imports and people.
    Deeds,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] =
        [Self::Units, Self::Duplicates, Self::Conflicting, Self::Doubtful, Self::Deeds];
}

/// The view of the table that is open at the desk.
#[derive(Debug, Clone, Default)]
pub struct UnitsView {
    wanted: Wanted,
    order: Order,
    tab: Tab,
    has_filters: bool,
    list: Rows,
    marked: usize,
    /// Where the selection began; it ends at the mark.
    anchor: Option<usize>,
    /// The marked unit, which stays marked when the list changes about it.
    unit: Option<UnitId>,
    editing: Option<Editing>,
    edition: u64,
    wants_search: bool,
    /// Whether the mark moved in the list of imports and people.
    was_moved: bool,
}

/// What somebody wants of it.
#[derive(Debug, Clone, Default)]
pub enum Wish {
    /// Nothing: it stays open.
    #[default]
    Open,
    /// It was left.
    Left,
    /// Show this of a memory.
    Show(MemoryId, Sheet),
    /// Plan something.
    Plan(Doing, Intent),
    /// Carry the plan out.
    CarryOut,
    /// Give the plan up.
    GiveUp,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
}

impl UnitsView {
    /// The view of a table that was just opened: one may type at once what to look for.
    #[must_use]
    pub fn new() -> Self {
        Self { wants_search: true, ..Self::default() }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Wish {
        let Some(table) = desk.units() else { return Wish::Left };
        if let Some(planned) = &table.planned {
            return confirm::show(ctx, planned);
        }
        self.follow(table);
        let mut wish = self.keys(ctx, desk, table);
        let shown =
            Dialog::new(Id::unique("units"), t!("units-title")).width(f32::MAX).show(ctx, |ui| {
                self.head_ui(ui, desk, table, &mut wish);
                self.rows_ui(ui, desk, table);
                self.foot_ui(ui, desk, table, &mut wish);
            });
        if self.sheet() != table.sheet && matches!(wish, Wish::Open) {
            self.begin_at_top();
            return Wish::Show(table.memory, self.sheet());
        }
        if shown.left && matches!(wish, Wish::Open) { Wish::Left } else { wish }
    }

    /// What is to be shown.
    fn sheet(&self) -> Sheet {
        match self.tab {
            Tab::Units => Sheet::Units(Box::new(self.wanted.clone()), self.order),
            Tab::Duplicates => Sheet::Duplicates,
            Tab::Conflicting => Sheet::Conflicting,
            Tab::Doubtful => Sheet::Doubtful,
            Tab::Deeds => Sheet::Deeds,
        }
    }

    fn begin_at_top(&mut self) {
        (self.marked, self.anchor, self.unit, self.editing) = (0, None, None, None);
        self.list.from_top();
    }

    /// How many rows there are.
    fn len(&self, table: &UnitTable) -> usize {
        if self.tab == Tab::Deeds { table.deeds.len() } else { table.listing.lines.len() }
    }

    /// The rows that are selected.
    fn selected(&self) -> RangeInclusive<usize> {
        let anchor = self.anchor.unwrap_or(self.marked);
        anchor.min(self.marked)..=anchor.max(self.marked)
    }

    /// The slots of the units that are selected.
    fn selected_slots(&self, listing: &Listing) -> Vec<u32> {
        let lines = listing.lines.iter().skip(*self.selected().start());
        lines.take(self.selected().count()).map(|line| line.slot).collect()
    }

    /// The slot of the marked unit.
    fn marked_slot(&self, table: &UnitTable) -> Option<u32> {
        let line = table.listing.lines.get(self.marked).filter(|_| self.tab != Tab::Deeds)?;
        table.ledger.unit(line.slot).map(|_| line.slot)
    }

    /// Keeps the mark on its unit when the list is another one.
    fn follow(&mut self, table: &UnitTable) {
        if self.edition != table.edition {
            self.edition = table.edition;
            self.list.reset();
            self.marked = self.unit.and_then(|unit| self.near(table, unit)).unwrap_or(self.marked);
        }
        let last = self.len(table).saturating_sub(1);
        self.marked = self.marked.min(last);
        self.anchor = self.anchor.map(|anchor| anchor.min(last));
        let slot = self.marked_slot(table);
        self.unit = slot.and_then(|slot| table.ledger.unit(slot)).map(|stored| stored.id);
        let is_there = |editing: &Editing| table.ledger.unit(editing.slot).is_some();
        if self.editing.as_ref().is_some_and(|editing| !is_there(editing)) {
            self.editing = None;
        }
    }

    /// The row of a unit, if it is about where it was.
    fn near(&self, table: &UnitTable, unit: UnitId) -> Option<usize> {
        const REACH: usize = 64;
        let from = self.marked.saturating_sub(REACH);
        let lines = table.listing.lines.iter().enumerate().skip(from).take(2 * REACH);
        let is_it = |slot| table.ledger.unit(slot).is_some_and(|stored| stored.id == unit);
        lines.into_iter().find(|(_, line)| is_it(line.slot)).map(|(row, _)| row)
    }

    /// Marks a row and brings it into view; with `extend` the selection reaches there.
    fn mark(&mut self, row: usize, extend: bool, table: &UnitTable) {
        self.anchor = if extend { Some(self.anchor.unwrap_or(self.marked)) } else { None };
        self.marked = row.min(self.len(table).saturating_sub(1));
        self.editing = None;
        let slot = self.marked_slot(table);
        self.unit = slot.and_then(|slot| table.ledger.unit(slot)).map(|stored| stored.id);
        self.list.scroll_to(self.marked, Place::Nearest);
        self.was_moved = true;
    }

    fn rows_ui(&mut self, ui: &mut Ui, desk: &Desk, table: &UnitTable) {
        let rest = REST_HEIGHT + if self.has_filters() { FILTERS_HEIGHT } else { 0.0 };
        let height = (ui.ctx().content_rect().height() - rest).max(120.0);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        ui.painter().rect_filled(rect, 0.0, tokens(ui).sheet);
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), columns::HEAD_HEIGHT));
        let body = rect.with_min_y(head.max.y);
        let body = if self.tab == Tab::Deeds { rect } else { body };
        let mut ui = ui.new_child(UiBuilder::new().max_rect(body));
        ui.set_clip_rect(body.intersect(ui.clip_rect()));
        ui.spacing_mut().item_spacing.y = 0.0;
        if self.tab == Tab::Deeds {
            self.deeds_ui(&mut ui, table);
        } else {
            self.lines_ui(&mut ui, head, desk, table);
        }
    }

    fn foot_ui(&self, ui: &mut Ui, desk: &Desk, table: &UnitTable, wish: &mut Wish) {
        let stays = desk.why_units_stay();
        let none = (self.len(table) == 0).then_some(t!("units-nothing-is-marked"));
        let why = stays.as_deref().or(none);
        let t = tokens(ui);
        dialog::buttons(ui, |ui| {
            let mut button = |button: Button<'_>| ui.add(button).clicked();
            if let Some((name, key, is_main)) = self.main_act() {
                let main = if is_main { Button::main(name) } else { Button::new(name) };
                if button(main.key(key).unless(why)) {
                    *wish = self.do_main(table);
                }
            }
            if button(Button::new(t!("close")).key("Esc")) {
                *wish = Wish::Left;
            }
            if self.tab != Tab::Deeds {
                if button(Button::new(t!("units-delete")).key("Delete").unless(why)) {
                    *wish = self.delete(table);
                }
                if button(Button::new(t!("units-edit")).key("Enter").unless(why)) {
                    // The keys of the next frame begin it, as the key itself does.
                    ui.ctx().data_mut(|data| data.insert_temp(keys::edit_wanted(), true));
                }
            }
            if ui.add(Button::new(t!("units-undo")).key("Ctrl+Z")).clicked() {
                *wish = Wish::Undo;
            }
            if let Some(why) = &stays {
                let room = ui.available_width();
                let text = t!("units-cannot-be-changed", why = why);
                fonts::DOCK.label(ui, text, t.amber, room);
            }
        });
    }

    /// What the rows of this tab are for: its name, its key, and whether it is the main act.
    fn main_act(&self) -> Option<(&'static str, &'static str, bool)> {
        match self.tab {
            Tab::Units | Tab::Doubtful => None,
            Tab::Duplicates => Some((t!("units-merge"), "Ctrl+Enter", true)),
            Tab::Conflicting => Some((t!("units-keep-only-this"), "Ctrl+Enter", false)),
            Tab::Deeds => Some((t!("units-take-back"), "Ctrl+Enter", true)),
        }
    }

    fn do_main(&self, table: &UnitTable) -> Wish {
        match self.tab {
            Tab::Units | Tab::Doubtful => Wish::Open,
            Tab::Duplicates => {
                let chosen = self.selected_slots(&table.listing).into_iter().collect();
                let listing = std::sync::Arc::clone(&table.listing);
                Wish::Plan(Doing::Merge, Intent::Merge(listing, chosen))
            }
            Tab::Conflicting => self.keep_only(table),
            Tab::Deeds => table.deeds.get(self.marked).map_or(Wish::Open, |deed| {
                let revisions = deed.revisions(&table.ledger);
                Wish::Plan(Doing::RollBack, Intent::TakeBack(revisions))
            }),
        }
    }

    /// Deletes the other targets of the marked one's source.
    fn keep_only(&self, table: &UnitTable) -> Wish {
        let lines = &table.listing.lines;
        let Some(marked) = lines.get(self.marked) else { return Wish::Open };
        let others = lines.iter().filter(|line| line.group == marked.group);
        let others = others.map(|line| line.slot).filter(|slot| *slot != marked.slot);
        Wish::Plan(Doing::Delete, Intent::Delete(others.collect()))
    }

    fn delete(&self, table: &UnitTable) -> Wish {
        Wish::Plan(Doing::Delete, Intent::Delete(self.selected_slots(&table.listing)))
    }

    /// Sorts by a column, or the other way round where it is sorted by it.
    fn sort_by(&mut self, by: Column) {
        let falling = self.order.by == by && !self.order.falling;
        let by = if self.order.by == by && self.order.falling { Column::Written } else { by };
        self.order = Order { by, falling };
    }
}
