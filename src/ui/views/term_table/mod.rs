//! The concepts of a termbase as a table over the window: searched, sorted, changed, deleted;
//! files and other termbases taken in, the whole written out; every step undone in it.
//!
//! Arrows move, with Shift they select, Enter changes, Delete deletes, Ctrl+Z takes the last
//! step back. What concerns more than one concept is told first ([`confirm`]).

mod confirm;
mod keys;
mod rows;

use std::ops::RangeInclusive;

use egui::{Align, Context, Id, Layout, Rect, Ui, UiBuilder, vec2};

use crate::model::{Concept, ConceptId, Lang, Term, TermKind, TermbaseId};
use crate::texts::{grouped, said, t};
use crate::ui::fonts;
use crate::ui::rows::{Place, Rows};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Switch, dialog};
use crate::workbench::desk::{Desk, TermTable};
use crate::workbench::termbases::{Column, OpenTerms, Sheet};
use crate::workbench::wide::Way;

/// The room that all but the rows needs, in points.
const REST_HEIGHT: f32 = 276.0;
/// Width of the field for words, in points.
const SEARCH_WIDTH: f32 = 280.0;
/// So many languages are offered for a column, the most frequent.
const MOST_LANGS: usize = 9;

/// The view of the table that is open at the desk.
#[derive(Debug, Clone, Default)]
pub struct TermTableView {
    sheet: Option<Sheet>,
    list: Rows,
    marked: usize,
    /// Where the selection began; it ends at the mark.
    anchor: Option<usize>,
    /// The marked concept, which stays marked when the list changes about it.
    concept: Option<ConceptId>,
    edition: u64,
    wants_search: bool,
}

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Show this.
    Show(Box<Sheet>),
    /// Show another termbase.
    Base(TermbaseId),
    /// Change a concept.
    Edit(TermbaseId, Box<Concept>),
    /// Add one, with a line for each of these terms.
    Add(TermbaseId, Vec<Term>),
    /// Delete concepts.
    Delete(Vec<ConceptId>),
    /// Carry the plan out.
    CarryOut,
    /// Give the plan up.
    GiveUp,
    /// Take the last step back, or do it again.
    Undo(Way),
    /// Take a file in.
    Import(TermbaseId),
    /// Write the termbase in another format.
    Export(TermbaseId),
    /// Take another termbase in.
    Merge,
}

/// The field for words.
fn search_id() -> Id {
    Id::unique("terms search")
}

impl TermTableView {
    /// The view of a table that was just opened: one may type at once what to look for.
    #[must_use]
    pub fn new() -> Self {
        Self { wants_search: true, ..Self::default() }
    }

    /// The view that one comes back to from a form: keys are the table's.
    #[must_use]
    pub fn back() -> Self {
        Self::default()
    }

    /// Begins anew, with what the desk shows.
    pub fn begin_at_top(&mut self) {
        *self = Self { edition: self.edition, ..Self::default() };
        self.list.from_top();
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Wish {
        let Some(table) = desk.term_table() else { return Wish::Left };
        let Some(open) = desk.termbases().iter().find(|open| open.id() == table.id) else {
            return Wish::Left;
        };
        if let Some(plan) = &table.plan {
            return confirm::show(ctx, plan, open);
        }
        let sheet = self.sheet.get_or_insert_with(|| table.sheet.clone()).clone();
        self.follow(table);
        let mut wish = self.keys(ctx, table);
        let title = t!("term-table-title", name = open.name());
        let shown = Dialog::new(Id::unique("term table"), &title).width(f32::MAX).show(ctx, |ui| {
            self.head_ui(ui, desk, table, open, &mut wish);
            self.rows_ui(ui, table, &mut wish);
            self.foot_ui(ui, table, open, &mut wish);
        });
        if let Some(new) = self.sheet.clone().filter(|new| *new != table.sheet)
            && wish == Wish::Open
        {
            if new != sheet {
                (self.marked, self.anchor, self.concept) = (0, None, None);
                self.list.from_top();
            }
            return Wish::Show(Box::new(new));
        }
        if shown.left && wish == Wish::Open { Wish::Left } else { wish }
    }

    /// Keeps the mark on its concept when the list is another one.
    fn follow(&mut self, table: &TermTable) {
        if self.edition != table.edition {
            self.edition = table.edition;
            self.list.reset();
            let place = |concept: ConceptId| {
                let mut rows = 0..table.places.len();
                rows.find(|row| table.concept(*row).is_some_and(|there| there.id == concept))
            };
            self.marked = self.concept.and_then(place).unwrap_or(self.marked);
        }
        let last = table.places.len().saturating_sub(1);
        self.marked = self.marked.min(last);
        self.anchor = self.anchor.map(|anchor| anchor.min(last));
        self.concept = table.concept(self.marked).map(|concept| concept.id);
    }

    /// Marks a row and brings it into view; with `extend` the selection reaches there.
    fn mark(&mut self, row: usize, extend: bool, table: &TermTable) {
        self.anchor = if extend { Some(self.anchor.unwrap_or(self.marked)) } else { None };
        self.marked = row.min(table.places.len().saturating_sub(1));
        self.concept = table.concept(self.marked).map(|concept| concept.id);
        self.list.scroll_to(self.marked, Place::Nearest);
    }

    /// The rows that are selected.
    fn selected(&self) -> RangeInclusive<usize> {
        let anchor = self.anchor.unwrap_or(self.marked);
        anchor.min(self.marked)..=anchor.max(self.marked)
    }

    fn delete(&self, table: &TermTable) -> Wish {
        let ids: Vec<ConceptId> =
            self.selected().filter_map(|row| table.concept(row)).map(|c| c.id).collect();
        if ids.is_empty() { Wish::Open } else { Wish::Delete(ids) }
    }

    fn edit(&self, table: &TermTable) -> Wish {
        let concept = table.concept(self.marked).cloned();
        concept.map_or(Wish::Open, |concept| Wish::Edit(table.id, Box::new(concept)))
    }

    /// A new concept with a line for each of the two languages.
    fn add(table: &TermTable) -> Wish {
        let langs = table.sheet.langs.iter().flatten();
        let terms = langs.map(|lang| Term::preferred(lang.clone(), String::new()));
        let mut terms: Vec<Term> = terms.collect();
        if terms.is_empty() {
            terms.extend("en".parse().ok().map(|lang| Term::preferred(lang, String::new())));
        }
        Wish::Add(table.id, terms)
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        desk: &Desk,
        table: &TermTable,
        open: &OpenTerms,
        wish: &mut Wish,
    ) {
        let t = tokens(ui);
        let Some(sheet) = &mut self.sheet else { return };
        ui.horizontal(|ui| {
            let search = Field::search(t!("term-table-search"), &mut sheet.text).id(search_id());
            let field =
                ui.add(search.hint(t!("term-table-search")).key("Ctrl+F").width(SEARCH_WIDTH));
            if std::mem::take(&mut self.wants_search) {
                field.request_focus();
            }
            let mut tab = usize::from(sheet.doubtful);
            let doubtful = t!("term-table-doubtful", count = open.doubts.len());
            let words = [t!("term-table-all"), doubtful.as_str()];
            if ui.add(Switch::new(t!("term-table-shown"), &mut tab, &words)).changed() {
                sheet.doubtful = tab == 1;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (shown, all) = (table.places.len(), open.count);
                let text = if shown == all {
                    t!("termbases-concepts", count = all)
                } else {
                    t!("term-table-of", shown = grouped(shown), count = all)
                };
                fonts::DOCK.label(ui, text, t.ink2, f32::INFINITY);
            });
        });
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let mut kind =
                sheet.kind.and_then(|kind| TermKind::ALL.iter().position(|k| *k == kind));
            let mut place = kind.map_or(0, |place| place + 1);
            let kinds = TermKind::ALL.map(|kind| said("term-kind", kind.name()));
            let words: Vec<&str> = [t!("term-table-any-kind")].into_iter().chain(kinds).collect();
            if ui.add(Switch::new(t!("form-kind"), &mut place, &words)).changed() {
                kind = place.checked_sub(1);
                sheet.kind = kind.and_then(|place| TermKind::ALL.get(place)).copied();
            }
            let names = [t!("term-table-first-language"), t!("term-table-second-language")];
            for (lang, name) in sheet.langs.iter_mut().zip(names) {
                lang_ui(ui, name, lang, &table.langs);
            }
        });
        ui.add_space(6.0);
        if desk.termbases().len() > 1 {
            let names: Vec<String> = desk.termbases().iter().map(OpenTerms::name).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let at = desk.termbases().iter().position(|open| open.id() == table.id);
            let mut place = at.unwrap_or(0);
            ui.horizontal_wrapped(|ui| {
                fonts::DOCK.label(ui, t!("form-termbase"), t.ink2, f32::INFINITY);
                if ui.add(Switch::new(t!("form-termbase"), &mut place, &names)).changed()
                    && let Some(other) = desk.termbases().get(place)
                {
                    *wish = Wish::Base(other.id());
                }
            });
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, table: &TermTable, wish: &mut Wish) {
        let height = (ui.ctx().content_rect().height() - REST_HEIGHT).max(120.0);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        ui.painter().rect_filled(rect, 0.0, tokens(ui).sheet);
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), rows::HEAD_HEIGHT));
        {
            let mut ui = ui.new_child(UiBuilder::new().max_rect(head));
            ui.set_clip_rect(head.expand(4.0));
            if let Some(sheet) = &mut self.sheet {
                rows::heads_ui(&ui, head, sheet);
            }
        }
        let body = rect.with_min_y(head.max.y);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(body));
        ui.set_clip_rect(body.intersect(ui.clip_rect()));
        ui.spacing_mut().item_spacing.y = 0.0;
        if table.places.is_empty() {
            ui.add_space(10.0);
            ui.horizontal(|ui| {
                ui.add_space(14.0);
                let ink = tokens(ui).ink2;
                fonts::DOCK.label(ui, t!("term-table-none"), ink, ui.available_width() - 28.0);
            });
            return;
        }
        let (marked, selected) = (self.marked, self.selected());
        let mut lines = rows::Lines { table, selected, click: None };
        let _ = self.list.show(&mut ui, Id::unique("term rows"), Some(marked), &mut lines);
        if let Some(click) = lines.click {
            self.mark(click.row, click.extend, table);
            ui.memory_mut(|memory| memory.surrender_focus(search_id()));
            if click.twice {
                *wish = self.edit(table);
            }
        }
    }

    fn foot_ui(&self, ui: &mut Ui, table: &TermTable, open: &OpenTerms, wish: &mut Wish) {
        let stays = open.why_read_only();
        let none = table.places.is_empty().then_some(t!("units-nothing-is-marked"));
        let why = stays.or(none);
        let t = tokens(ui);
        dialog::buttons(ui, |ui| {
            let mut button = |button: Button<'_>, then: Wish| {
                if ui.add(button).clicked() {
                    *wish = then;
                }
            };
            button(Button::new(t!("close")).key("Esc"), Wish::Left);
            button(Button::new(t!("units-delete")).key("Delete").unless(why), self.delete(table));
            button(Button::new(t!("term-table-add")).key("Ctrl+N").unless(stays), Self::add(table));
            button(Button::new(t!("term-table-edit")).key("Enter").unless(why), self.edit(table));
            button(Button::new(t!("units-undo")).key("Ctrl+Z"), Wish::Undo(Way::Undo));
            let import = Button::new(t!("term-table-import")).key("Ctrl+I").unless(stays);
            button(import, Wish::Import(table.id));
            button(Button::new(t!("term-table-merge")).key("Ctrl+M").unless(stays), Wish::Merge);
            button(Button::new(t!("term-table-export")).key("Ctrl+E"), Wish::Export(table.id));
            if let Some(why) = stays {
                fonts::DOCK.label(
                    ui,
                    t!("units-cannot-be-changed", why = why),
                    t.amber,
                    f32::INFINITY,
                );
            }
        });
    }

    /// Sorts by a column, or the other way round where it is sorted by it, or as in the file.
    fn sort_by(sheet: &mut Sheet, by: Column) {
        (sheet.by, sheet.falling) = match (sheet.by == by, sheet.falling) {
            (false, _) => (by, false),
            (true, false) => (by, true),
            (true, true) => (Column::File, false),
        };
    }
}

/// The language of a column, of those that the termbase has.
fn lang_ui(ui: &mut Ui, name: &str, lang: &mut Option<Lang>, langs: &[Lang]) {
    let mut offered: Vec<&Lang> = langs.iter().take(MOST_LANGS).collect();
    let here = lang.clone();
    if let Some(here) = &here
        && !offered.contains(&here)
    {
        offered.insert(0, here);
    }
    if offered.len() < 2 {
        return;
    }
    let words: Vec<&str> = offered.iter().map(|lang| lang.as_str()).collect();
    let place = here.as_ref().and_then(|here| offered.iter().position(|lang| *lang == here));
    let mut place = place.unwrap_or(0);
    if ui.add(Switch::new(name, &mut place, &words)).changed() {
        *lang = offered.get(place).map(|lang| (*lang).clone());
    }
}
