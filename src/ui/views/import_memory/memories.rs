//! Which memory an import fills: a new one by its name, or one of the pair that is at hand.

use std::path::Path;

use egui::{Id, Ui};

use crate::model::MemoryId;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Field, Ground, ListRow};
use crate::workbench::desk::{Desk, Fill};
use crate::workbench::library::Languages;
use crate::workbench::opening;

/// The memory that was chosen; `None` for a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryChoice {
    known: Option<MemoryId>,
    name: String,
}

impl MemoryChoice {
    /// A new memory named as the file.
    #[must_use]
    pub fn of_file(path: &Path) -> Self {
        Self { known: None, name: opening::memory_name(path) }
    }

    /// What is filled; `None` for a new memory without a name.
    #[must_use]
    pub fn chosen(&self) -> Option<Fill> {
        match self.known {
            Some(id) => Some(Fill::Known(id)),
            None if self.name.trim().is_empty() => None,
            None => Some(Fill::New(self.name.trim().to_owned())),
        }
    }

    /// The memories of the pair, and a new one.
    pub fn memories_ui(&mut self, ui: &mut Ui, desk: &Desk, pair: Option<&Languages>) {
        let t = tokens(ui);
        ui.add_space(10.0);
        fonts::DOCK_HEADING.label(ui, t!("memories-into"), t.ink, f32::INFINITY);
        ui.add_space(2.0);
        let known = pair.map(|pair| desk.memories_of(pair)).unwrap_or_default();
        // A memory of another pair is no choice any more.
        self.known = self.known.filter(|id| known.iter().any(|(other, ..)| other == id));
        if row_ui(
            ui,
            Id::unique("into new"),
            t!("memories-new-memory"),
            t!("memories-kept-on-this-machine"),
            self.known.is_none(),
        ) {
            self.known = None;
        }
        if self.known.is_none() {
            ui.horizontal(|ui| {
                ui.add_space(14.0);
                ui.add(
                    Field::new(t!("memories-name-of-the-new-memory"), &mut self.name).width(300.0),
                );
            });
        }
        for (id, name, units, working) in known {
            let place = if working { t!("private-on-this-machine") } else { t!("shared-file") };
            let note = format!("{}, {place}", t!("units", count = units));
            let row = Id::unique("into").with(id.bits());
            if row_ui(ui, row, &name, &note, self.known == Some(id)) {
                self.known = Some(id);
            }
        }
    }
}

fn row_ui(ui: &mut Ui, id: Id, name: &str, note: &str, selected: bool) -> bool {
    let t = tokens(ui);
    let text = format!("{name}: {note}");
    let row = ListRow::new(id, &text, Ground::Chrome).height(28.0).selected(selected);
    let response = row.show(ui, |ui| {
        ui.add_space(5.0);
        ui.horizontal(|ui| {
            ui.add_space(14.0);
            BidiLabel::plain(name, fonts::DOCK_BOLD, t.ink).cut_at(360.0).show_in(ui);
            fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
        });
    });
    response.clicked()
}
