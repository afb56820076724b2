//! Which memory the rows go to, which rows, and what that would do: told before it is
//! done.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::{Answer, confidence_of};
use crate::model::MemoryId;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, ListRow, Switch, dialog};
use crate::workbench::Harvest;
use crate::workbench::desk::Desk;

/// The dialog.
#[derive(Debug, Clone)]
pub struct HarvestQuestion {
    chosen: Option<MemoryId>,
    /// The place of the switch: 0 accepted rows only, 1 guessed ones too.
    which: usize,
    least: String,
    /// What it would do; `None` while that is not known.
    told: Option<Result<Harvest, String>>,
    /// Whether the rows are those of all releases of the folder.
    of_all: bool,
}

/// A memory, and from which confidence on guessed rows are taken too.
type Wish = (MemoryId, Option<f32>);

impl HarvestQuestion {
    /// The question, with a memory to begin with.
    #[must_use]
    pub const fn new(chosen: Option<MemoryId>) -> Self {
        Self { chosen, which: 0, least: String::new(), told: None, of_all: false }
    }

    /// The same about the rows of all releases of the folder.
    #[must_use]
    pub const fn of_all(chosen: Option<MemoryId>) -> Self {
        Self { chosen, which: 0, least: String::new(), told: None, of_all: true }
    }

    /// Whether the rows are those of all releases of the folder.
    #[must_use]
    pub const fn is_of_all(&self) -> bool {
        self.of_all
    }

    /// Shows the dialog; answers the memory, and the confidence from which on guessed
    /// rows are taken too.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Answer<Wish> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        if self.of_all && self.chosen.is_none() {
            self.chosen = desk.default_memory_of_all();
        }
        let title = if self.of_all {
            t!("harvest-add-accepted-rows-of-all-releases")
        } else {
            t!("harvest-add-accepted-rows-to-a-memory")
        };
        let shown = Dialog::new(Id::unique("memory"), title).show(ctx, |ui| {
            self.memories_ui(ui, desk);
            self.which_ui(ui);
            let wish = self.wish();
            self.work_out(desk, wish);
            let why = self.told_ui(ui);
            dialog::buttons(ui, |ui| {
                let add = ui.add(Button::main(t!("harvest-add")).key("Enter").unless(why));
                if (add.clicked() || enter) && why.is_none() {
                    given = wish;
                }
            });
        });
        Answer::of(given, shown.left)
    }

    fn memories_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        let memories = if self.of_all { desk.memories_of_all() } else { desk.memories_to_fill() };
        for (id, name, units, working) in memories {
            let note = if working { t!("private-on-this-machine") } else { t!("shared-file") };
            let note = format!("{}, {note}", t!("units", count = units));
            let text = format!("{name}: {note}");
            let row = ListRow::new(Id::unique("fill").with(id.bits()), &text, Ground::Chrome);
            let row = row.height(32.0).selected(self.chosen == Some(id));
            let response = row.show(ui, |ui| {
                let t = tokens(ui);
                ui.add_space(7.0);
                ui.horizontal(|ui| {
                    ui.add_space(14.0);
                    fonts::DOCK_BOLD.label(ui, &name, t.ink, f32::INFINITY);
                    fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
                });
            });
            if response.clicked() {
                self.chosen = Some(id);
            }
        }
    }

    fn which_ui(&mut self, ui: &mut Ui) {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let words = [t!("harvest-accepted"), t!("harvest-guessed-too-from")];
            ui.add(Switch::new(t!("harvest-which-rows"), &mut self.which, &words));
            if self.which == 1 {
                let wrong = confidence_of(&self.least).is_none();
                let field = Field::new(t!("least-confidence"), &mut self.least).hint("0.90");
                ui.add(field.width(80.0).wrong(wrong));
            }
        });
        ui.add_space(8.0);
    }

    fn wish(&self) -> Option<Wish> {
        let from = match self.which {
            0 => None,
            _ => Some(confidence_of(&self.least)?),
        };
        Some((self.chosen?, from))
    }

    fn work_out(&mut self, desk: &mut Desk, wish: Option<Wish>) {
        self.told = wish.and_then(|(memory, from)| {
            if self.of_all {
                desk.would_add_all(memory, from)
            } else {
                desk.would_add(memory, from)
            }
        });
    }

    /// Says what would be done; answers why it cannot be.
    fn told_ui(&self, ui: &mut Ui) -> Option<&'static str> {
        let t = tokens(ui);
        let (lines, why) = match &self.told {
            None if self.chosen.is_none() => (Vec::new(), Some(t!("choose-a-memory-first"))),
            None if self.wish().is_none() => (Vec::new(), Some(t!("type-a-number-from-0-to"))),
            None => (
                vec![t!("harvest-comparing-with-the-memory").to_owned()],
                Some(t!("this-takes-a-moment")),
            ),
            Some(Err(why)) => (vec![why.clone()], Some(t!("harvest-this-memory-takes-nothing"))),
            Some(Ok(harvest)) => {
                let why =
                    (harvest.kept() == 0).then_some(t!("harvest-no-row-is-ready-accept-links"));
                (harvest.lines(), why)
            }
        };
        for line in lines {
            fonts::DOCK.label(ui, line, t.ink2, 440.0);
            ui.add_space(2.0);
        }
        why
    }
}
