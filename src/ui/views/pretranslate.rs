//! Pre-translation: which matches open rows are filled with, and what that did.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::Answer;
use super::figures::figures_ui;
use crate::memory::Band;
use crate::model::MemoryId;
use crate::text::volume::grouped;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, ListRow, Switch, dialog};
use crate::workbench::Session;
use crate::workbench::analysis::Amount;
use crate::workbench::analysis::report::{Line, Sheet, Sort};
use crate::workbench::bulk::Choice;
use crate::workbench::desk::Desk;
use crate::workbench::pretranslating::Pretranslated;

const TEXT_WIDTH: f32 = 440.0;
const ROW_HEIGHT: f32 = 32.0;

/// The question.
#[derive(Debug, Clone)]
pub struct PretranslateQuestion {
    threshold: String,
    /// The place of the switch: 0 takes all from the threshold, 1 exact ones only.
    exact: usize,
    /// The place of the switch: 0 takes repaired matches, 1 leaves them.
    repaired: usize,
    /// Memories that are not asked.
    left: Vec<MemoryId>,
    without_aligned: bool,
    shown: bool,
}

impl PretranslateQuestion {
    /// The question, with a threshold in per cent to begin with.
    #[must_use]
    pub fn new(threshold: u8) -> Self {
        Self {
            threshold: threshold.to_string(),
            exact: 0,
            repaired: 0,
            left: Vec::new(),
            without_aligned: false,
            shown: false,
        }
    }

    /// Shows the dialog; answers which matches are taken.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Choice> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let open = desk.session.as_ref().map(Session::rows_to_fill).unwrap_or_default().len();
        let shown = Dialog::new(Id::unique("pretranslate"), "Pre-translate").show(ctx, |ui| {
            let t = tokens(ui);
            let rows =
                if open == 1 { "1 open row".to_owned() } else { format!("{open} open rows") };
            let text = format!("{rows} can be filled. Rows with a text stay as they are.");
            fonts::DOCK.label(ui, text, t.ink2, TEXT_WIDTH);
            ui.add_space(8.0);
            self.matches_ui(ui);
            self.memories_ui(ui, desk);
            let choice = self.choice(desk);
            let why = match (&choice, open) {
                (_, 0) => Some("no row is open"),
                (Err(why), _) => Some(*why),
                (Ok(_), _) => None,
            };
            dialog::buttons(ui, |ui| {
                let fill = ui.add(Button::main("Fill open rows").key("Enter").unless(why));
                if (fill.clicked() || enter) && why.is_none() {
                    given = choice.ok();
                }
            });
        });
        Answer::of(given, shown.left)
    }

    fn matches_ui(&mut self, ui: &mut Ui) {
        let wrong = self.least().is_none();
        ui.horizontal(|ui| {
            ui.add(Switch::new("Which matches", &mut self.exact, &["From", "Exact only"]));
            if self.exact == 0 {
                let field = Field::new("Least percentage", &mut self.threshold).hint("75");
                let response = ui.add(field.width(72.0).wrong(wrong));
                if !std::mem::replace(&mut self.shown, true) {
                    response.request_focus();
                }
                fonts::DOCK.label(ui, "%", tokens(ui).ink2, f32::INFINITY);
            }
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let words = ["Take", "Leave"];
            ui.add(Switch::new("Repaired matches", &mut self.repaired, &words));
            let text = "matches that had to be repaired (R)";
            fonts::DOCK.label(ui, text, tokens(ui).ink2, f32::INFINITY);
        });
        ui.add_space(8.0);
    }

    fn memories_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        for (id, name, units) in desk.memories_to_ask() {
            let asked = !self.left.contains(&id);
            let note = format!("{} units", grouped(units));
            if source_ui(ui, Id::unique("ask").with(id.bits()), (&name, &note), asked) {
                if asked {
                    self.left.push(id);
                } else {
                    self.left.retain(|left| *left != id);
                }
            }
        }
        if desk.aligned_serve() {
            let words = ("Aligned releases", "rows that are in no memory yet");
            if source_ui(ui, Id::unique("ask aligned"), words, !self.without_aligned) {
                self.without_aligned = !self.without_aligned;
            }
        }
        ui.add_space(8.0);
    }

    /// The least percentage, where what stands there is one.
    fn least(&self) -> Option<u8> {
        let typed = self.threshold.trim().trim_end_matches('%').trim_end();
        typed.parse().ok().filter(|least| (Band::From50.least()..=101).contains(least))
    }

    /// Which matches are taken.
    ///
    /// # Errors
    /// Why there are none.
    fn choice(&self, desk: &Desk) -> Result<Choice, &'static str> {
        let from = match self.exact {
            0 => self.least().ok_or("type a percentage from 50 to 101")?,
            _ => Band::Exact.least(),
        };
        let memories = desk.memories_to_ask().into_iter().map(|(id, ..)| id);
        let asked: Vec<MemoryId> = memories.filter(|id| !self.left.contains(id)).collect();
        let aligned = desk.aligned_serve() && !self.without_aligned;
        if asked.is_empty() && !aligned {
            return Err("choose a memory first");
        }
        Ok(Choice { from, memories: Some(asked), aligned, repaired: self.repaired == 0 })
    }
}

/// Something that can be asked or not; whether it was switched.
fn source_ui(ui: &mut Ui, id: Id, (name, note): (&str, &str), asked: bool) -> bool {
    let verb = if asked { "Asked" } else { "Not asked" };
    let text = format!("{verb}: {name}, {note}");
    let row = ListRow::new(id, &text, Ground::Chrome).height(ROW_HEIGHT).selected(asked);
    let response = row.show(ui, |ui| {
        let t = tokens(ui);
        let ink = if asked { t.ink } else { t.ink3 };
        ui.add_space(7.0);
        ui.horizontal(|ui| {
            ui.add_space(14.0);
            fonts::DOCK_BOLD.label(ui, name, ink, f32::INFINITY);
            fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
        });
    });
    response.clicked()
}

/// Says what pre-translation did; whether that was closed.
pub fn filled_ui(ctx: &Context, done: &Pretranslated) -> bool {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let shown = Dialog::new(Id::unique("filled"), "Pre-translation").show(ctx, |ui| {
        let t = tokens(ui);
        fonts::DOCK.label(ui, format!("{}.", done.sentence()), t.ink, TEXT_WIDTH);
        ui.add_space(8.0);
        figures_ui(ui, &sheet(done), TEXT_WIDTH, 400.0);
        ui.add_space(8.0);
        let text = "What was filled is a draft. Undo takes all of it back.";
        fonts::DOCK.label(ui, text, t.ink2, TEXT_WIDTH);
        dialog::buttons(ui, |ui| ui.add(Button::main("Close").key("Esc")).clicked())
    });
    shown.left || shown.inner || enter
}

/// What was filled, by band, and what was left.
fn sheet(done: &Pretranslated) -> Sheet {
    let line = |name: &str, amount: Amount, sort| {
        let cells = vec![name.to_owned(), grouped(amount.segments), grouped(amount.volume.words)];
        Line { cells, sort }
    };
    let bands = Band::ALL.into_iter().filter(|band| *band != Band::Below);
    let mut lines: Vec<Line> =
        bands.map(|band| line(band.name(), done.of(band), Sort::Part)).collect();
    lines.push(line("Filled", done.filled(), Sort::Total));
    for (name, amount) in [
        ("Of these repaired (R)", done.repaired),
        ("Left open, no match", done.without_match),
        ("Left open, locked", done.locked),
        ("Changed meanwhile", done.changed),
    ] {
        lines.push(line(name, amount, Sort::Apart));
    }
    Sheet { heads: ["Match", "Rows", "Words"].map(str::to_owned).into(), lines }
}
