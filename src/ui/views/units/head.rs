//! The head of the table: which memory, what is looked for, how many are found.

use egui::{Align, Context, Id, Layout, Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::{Tab, UnitsView, Wish};
use crate::memory::concordance::{Mode, Side};
use crate::model::{Timestamp, UnitStatus};
use crate::texts::{Spoken, grouped, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Field, Ground, ListRow, Switch};
use crate::workbench::desk::{Desk, UnitTable};

const MODES: [Mode; 3] = [Mode::Words, Mode::Phrase, Mode::Regex];
const SIDES: [Option<Side>; 3] = [None, Some(Side::Source), Some(Side::Target)];
const STATUSES: [Option<UnitStatus>; 5] = [
    None,
    Some(UnitStatus::Draft),
    Some(UnitStatus::Translated),
    Some(UnitStatus::Approved),
    Some(UnitStatus::Published),
];
/// A year, in seconds: what is older may be out of date.
const YEAR_SECS: i64 = 365 * 24 * 3600;
/// Width of the field for words, in points.
const SEARCH_WIDTH: f32 = 300.0;

/// The field for words.
pub fn search_id() -> Id {
    Id::unique("units search")
}

/// The fields of the filters, in their order.
fn filter_id(place: usize) -> Id {
    Id::unique("units filter").with(place)
}
/// How many they are.
const FILTER_FIELDS: usize = 5;

/// Whether somebody types into a field of the head.
pub fn is_typing(ctx: &Context) -> bool {
    let fields = (0..FILTER_FIELDS).map(filter_id).chain([search_id()]);
    let focused = ctx.memory(egui::Memory::focused);
    fields.into_iter().any(|field| Some(field) == focused)
}

impl UnitsView {
    /// Whether the line of filters is shown.
    pub(super) fn has_filters(&self) -> bool {
        self.tab == Tab::Units && (self.has_filters || self.wanted.filters())
    }

    pub(super) fn head_ui(&mut self, ui: &mut Ui, desk: &Desk, table: &UnitTable, wish: &mut Wish) {
        ui.horizontal(|ui| {
            self.memory_ui(ui, desk, table, wish);
            ui.add_space(8.0);
            let mut tab = Tab::ALL.iter().position(|tab| *tab == self.tab).unwrap_or(0);
            let words = [
                t!("units-tab-units"),
                t!("units-tab-duplicates"),
                t!("units-tab-conflicting"),
                t!("units-tab-doubtful"),
                t!("units-tab-deeds"),
            ];
            if ui.add(Switch::new(t!("units-what-is-shown"), &mut tab, &words)).changed() {
                self.tab = Tab::ALL.get(tab).copied().unwrap_or_default();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.count_ui(ui, table));
        });
        ui.add_space(6.0);
        if self.tab == Tab::Units {
            self.search_ui(ui);
            if self.has_filters() {
                self.filters_ui(ui, table);
            }
        } else {
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                fonts::DOCK.label(ui, self.told(), tokens(ui).ink2, ui.available_width());
            });
        }
        ui.add_space(6.0);
    }

    /// What this list is.
    fn told(&self) -> &'static str {
        match self.tab {
            Tab::Units => "",
            Tab::Duplicates => t!("units-told-duplicates"),
            Tab::Conflicting => t!("units-told-conflicting"),
            Tab::Doubtful => t!("units-told-doubtful"),
            Tab::Deeds => t!("units-told-deeds"),
        }
    }

    /// The memory, and the list of the others.
    fn memory_ui(&mut self, ui: &mut Ui, desk: &Desk, table: &UnitTable, wish: &mut Wish) {
        let name = &table.ledger.header().name;
        let response = ui.add(Button::new(name).opens());
        let chosen = Popup::from_toggle_button_response(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                ui.set_width(320.0);
                let mut chosen = None;
                ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
                    for shelf in desk.library.shelves() {
                        let header = shelf.memory.header();
                        let name = t!(
                            "units-memory",
                            name = header.name,
                            source = header.source,
                            target = header.target,
                            count = shelf.memory.len()
                        );
                        let id = Id::unique("units of").with(header.id.bits());
                        let row = ListRow::new(id, &name, Ground::Chrome).height(28.0);
                        let is_it = header.id == table.memory;
                        let row = row.selected(is_it).show(ui, |ui| {
                            ui.horizontal_centered(|ui| {
                                ui.add_space(10.0);
                                fonts::DOCK.label(ui, &name, tokens(ui).ink, 300.0);
                            });
                        });
                        if row.clicked() && !is_it {
                            chosen = Some(header.id);
                        }
                    }
                });
                chosen
            });
        if let Some(memory) = chosen.and_then(|shown| shown.inner) {
            self.begin_at_top();
            *wish = Wish::Show(memory, self.sheet());
        }
    }

    fn count_ui(&self, ui: &mut Ui, table: &UnitTable) {
        let t = tokens(ui);
        let count = self.len(table);
        if let Some(problem) = &table.problem {
            // What was found before stays on show while somebody types.
            let _ = fonts::LABEL_BOLD.label(ui, problem, t.red, ui.available_width());
            return;
        }
        let text = match self.tab {
            _ if table.is_looking && count == 0 => t!("concordance-looking").to_owned(),
            Tab::Units if count < table.ledger.len() => {
                t!("units-count-of", count = count, all = grouped(table.ledger.len()))
            }
            Tab::Units | Tab::Doubtful => t!("units", count = count),
            Tab::Duplicates | Tab::Conflicting => {
                t!("units-count-groups", count = count, groups = table.listing.groups)
            }
            Tab::Deeds => t!("units-count-deeds", count = count),
        };
        fonts::LABEL_BOLD.label(ui, text, t.ink, f32::INFINITY);
    }

    fn search_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let field = Field::search(t!("units-find"), &mut self.wanted.text);
            let field = field.id(search_id()).hint(t!("units-find")).width(SEARCH_WIDTH);
            ui.add(field);
            let mut mode = MODES.iter().position(|mode| *mode == self.wanted.mode).unwrap_or(0);
            let words = [t!("concordance-words"), t!("concordance-phrase"), t!("regex")];
            if ui.add(Switch::new(t!("concordance-look-for"), &mut mode, &words)).changed() {
                self.wanted.mode = MODES.get(mode).copied().unwrap_or_default();
            }
            let mut side = SIDES.iter().position(|side| *side == self.wanted.side).unwrap_or(0);
            let words = [t!("units-either-side"), t!("source"), t!("target-title")];
            if ui.add(Switch::new(t!("units-side"), &mut side, &words)).changed() {
                self.wanted.side = SIDES.get(side).copied().flatten();
            }
            ui.checkbox(&mut self.has_filters, t!("units-filters"));
        });
        if std::mem::take(&mut self.wants_search) {
            ui.memory_mut(|memory| memory.request_focus(search_id()));
        }
    }

    fn filters_ui(&mut self, ui: &mut Ui, table: &UnitTable) {
        let wanted = &mut self.wanted;
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let fields: [(&str, &mut String, f32); FILTER_FIELDS] = [
                (t!("units-filter-author"), &mut wanted.author, 110.0),
                (t!("units-filter-release"), &mut wanted.release, 96.0),
                (t!("units-filter-origin"), &mut wanted.origin, 110.0),
                (t!("units-filter-from"), &mut wanted.from, 96.0),
                (t!("units-filter-until"), &mut wanted.until, 96.0),
            ];
            for (place, (name, text, width)) in fields.into_iter().enumerate() {
                ui.add(Field::new(name, text).id(filter_id(place)).hint(name).width(width));
            }
            let mut status = STATUSES.iter().position(|s| *s == wanted.status).unwrap_or(0);
            let names =
                STATUSES.map(|status| status.map_or(t!("units-any-status"), Spoken::spoken));
            if ui.add(Switch::new(t!("units-column-status"), &mut status, &names)).changed() {
                wanted.status = STATUSES.get(status).copied().flatten();
            }
            ui.checkbox(&mut wanted.identical, t!("units-filter-identical"));
            ui.checkbox(&mut wanted.coded, t!("units-filter-coded"));
            let mut is_old = wanted.older.is_some();
            if ui.checkbox(&mut is_old, t!("units-filter-old")).changed() {
                wanted.older = is_old.then(|| a_year_before(newest(table))).flatten();
            }
            if wanted.filters() && ui.add(Button::new(t!("clear"))).clicked() {
                let (text, mode, side) = (wanted.text.clone(), wanted.mode, wanted.side);
                *wanted = crate::memory::maintain::Wanted {
                    text,
                    mode,
                    side,
                    ..crate::memory::maintain::Wanted::default()
                };
            }
        });
    }
}

/// When the newest unit was stored: what "older" is counted from, so that a memory that rests
/// is not all old.
fn newest(table: &UnitTable) -> Option<Timestamp> {
    table.ledger.units().map(|(_, stored)| stored.at).max()
}

fn a_year_before(moment: Option<Timestamp>) -> Option<Timestamp> {
    Timestamp::from_second(moment?.as_second() - YEAR_SECS).ok()
}
