//! Which memory is exported, and as what; where to is asked next.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use crate::model::MemoryId;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::views::start::units_of;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, Switch, dialog};
use crate::workbench::desk::Desk;
use crate::workbench::export_memory::MemoryFormat;
use crate::workbench::library::Shelf;

const ROW_HEIGHT: f32 = 32.0;
const LIST_HEIGHT: f32 = 8.0 * ROW_HEIGHT;
const TEXT_WIDTH: f32 = 440.0;

/// The dialog.
#[derive(Debug, Clone, Copy)]
pub struct ExportQuestion {
    chosen: Option<MemoryId>,
    /// The place of the format.
    format: usize,
}

impl ExportQuestion {
    /// The question, with a memory to begin with.
    #[must_use]
    pub const fn new(chosen: Option<MemoryId>) -> Self {
        Self { chosen, format: 0 }
    }

    /// Shows the dialog; answers the memory and the format.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<(MemoryId, MemoryFormat)> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let shown = Dialog::new(Id::unique("export"), t!("export-a-memory")).show(ctx, |ui| {
            let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("memories");
            list.show(ui, |ui| {
                for shelf in desk.library.shelves() {
                    self.memory_ui(ui, shelf);
                }
            });
            self.format_ui(ui);
            let shelf = self.chosen.and_then(|id| desk.library.shelf(id));
            let why = why_not(shelf);
            dialog::buttons(ui, |ui| {
                let export =
                    ui.add(Button::main(t!("export-memory-choose-where")).key("Enter").unless(why));
                if (export.clicked() || enter) && why.is_none() {
                    given = self.chosen.zip(MemoryFormat::ALL.get(self.format).copied());
                }
            });
        });
        Answer::of(given, shown.left)
    }

    fn memory_ui(&mut self, ui: &mut Ui, shelf: &Shelf) {
        let header = shelf.memory.header();
        let pair = t!("to", source = header.source.as_str(), target = header.target.as_str());
        let units = units_of(shelf);
        let note = format!("{pair}, {units}");
        let text = t!("export-memory-export", name = header.name, note = note);
        let id = Id::unique("export").with(header.id.bits());
        let row = ListRow::new(id, &text, Ground::Chrome).height(ROW_HEIGHT);
        let response = row.selected(self.chosen == Some(header.id)).show(ui, |ui| {
            let t = tokens(ui);
            ui.add_space(7.0);
            ui.horizontal(|ui| {
                ui.add_space(14.0);
                fonts::DOCK_BOLD.label(ui, &header.name, t.ink, f32::INFINITY);
                fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
            });
        });
        if response.clicked() {
            self.chosen = Some(header.id);
        }
    }

    fn format_ui(&mut self, ui: &mut Ui) {
        let t = tokens(ui);
        ui.add_space(8.0);
        let names = MemoryFormat::ALL.map(MemoryFormat::name);
        ui.add(Switch::new(t!("export-memory-format"), &mut self.format, &names));
        ui.add_space(6.0);
        let note = MemoryFormat::ALL.get(self.format).map_or("", |format| format.note());
        fonts::DOCK.label(ui, note, t.ink2, TEXT_WIDTH);
        ui.add_space(8.0);
    }
}

/// Why a memory cannot be exported now.
fn why_not(shelf: Option<&Shelf>) -> Option<&'static str> {
    match shelf {
        None => Some(t!("choose-a-memory-first")),
        Some(shelf) if !shelf.is_whole => Some(t!("export-memory-this-memory-is-still-being-read")),
        Some(shelf) if shelf.memory.is_empty() => Some(t!("export-memory-this-memory-has-no-unit")),
        Some(_) => None,
    }
}
