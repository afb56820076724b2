//! Before a translation is written: as what, and what it lacks. After: the result opened.

use std::path::Path;

use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::Answer;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Switch, dialog};
use crate::workbench::Session;
use crate::workbench::desk::WrittenAs;
use crate::workbench::pages::Ready;

const WIDTH: f32 = 640.0;
const TEXT_WIDTH: f32 = 480.0;
/// So many row numbers are named.
const NAMED: usize = 8;

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiveBackQuestion {
    ready: Ready,
    /// In what the translation can be written.
    ways: Vec<WrittenAs>,
    chosen: usize,
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Write it; where is asked next.
    Write(WrittenAs),
    /// Go to a row that lacks something.
    GoTo(usize),
}

impl GiveBackQuestion {
    /// The question about the open translation.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let has_file = session.project().original.is_some();
        let two = [WrittenAs::TwoAsPage, WrittenAs::TwoAsDocument];
        let mut ways = vec![WrittenAs::Page, WrittenAs::Text];
        ways.extend(two);
        if has_file {
            ways.insert(0, WrittenAs::Same);
        }
        Self { ready: session.ready(), ways, chosen: 0 }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<Wish> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut wish = None;
        let (mut go, mut stay) = (None, false);
        let title = t!("give-back-title");
        let shown = Dialog::new(Id::unique("give back"), title).width(WIDTH).show(ctx, |ui| {
            let t = tokens(ui);
            let names: Vec<String> = self.ways.iter().map(|way| name_of(*way, session)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            ui.add(Switch::new(t!("give-back-as"), &mut self.chosen, &names));
            ui.add_space(10.0);
            if self.ready.is_all() {
                fonts::DOCK.label(ui, t!("give-back-nothing-lacks"), t.ink2, TEXT_WIDTH);
            }
            go = self.lacks_ui(ui, session);
            dialog::buttons(ui, |ui| {
                let write = ui.add(Button::main(t!("export-memory-choose-where")).key("Enter"));
                if write.clicked() || enter {
                    wish = self.ways.get(self.chosen).copied().map(Wish::Write);
                }
                stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
            });
        });
        Answer::of(go.map(Wish::GoTo).or(wish), shown.left || stay)
    }

    /// What lacks; the row that somebody wants to go to.
    fn lacks_ui(&self, ui: &mut Ui, session: &Session) -> Option<usize> {
        let Ready { open, unconfirmed, unapproved, codes } = &self.ready;
        let of = |rows: &[usize]| (rows.len(), numbers(rows, session));
        let ((open_n, open_r), (draft_n, draft_r)) = (of(open), of(unconfirmed));
        let ((plain_n, plain_r), (code_n, code_r)) = (of(unapproved), of(codes));
        let lines = [
            (codes, Icon::Warning, t!("give-back-codes", count = code_n, rows = code_r)),
            (open, Icon::Open, t!("give-back-open", count = open_n, rows = open_r)),
            (unconfirmed, Icon::Draft, t!("give-back-drafts", count = draft_n, rows = draft_r)),
            (
                unapproved,
                Icon::Translated,
                t!("give-back-unapproved", count = plain_n, rows = plain_r),
            ),
        ];
        let mut go = None;
        for (rows, icon, text) in lines {
            let Some(first) = rows.first() else { continue };
            let number = session.beads().get(*first).map(|bead| bead.number.to_string());
            ui.horizontal(|ui| {
                let (place, _) =
                    ui.allocate_exact_size(egui::vec2(20.0, 20.0), egui::Sense::hover());
                icon.paint_at(ui.painter(), place.center());
                let ink = tokens(ui).ink;
                fonts::DOCK.label(ui, &text, ink, TEXT_WIDTH);
                let word = t!("give-back-go-to", number = number.unwrap_or_default());
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                let clicked =
                    ui.with_layout(layout, |ui| ui.add(Button::new(&word).tight()).clicked());
                go = go.or(clicked.inner.then_some(*first));
            });
            ui.add_space(4.0);
        }
        go
    }
}

/// What a way of writing is called.
fn name_of(way: WrittenAs, session: &Session) -> String {
    let original = session.project().original.as_ref();
    match way {
        WrittenAs::Same => {
            let format = original.map_or("", |original| original.format.name()).to_uppercase();
            t!("give-back-as-it-came", format = format)
        }
        WrittenAs::Page => t!("give-back-page").to_owned(),
        WrittenAs::Text => t!("give-back-text").to_owned(),
        WrittenAs::TwoAsPage => t!("give-back-two-as-page").to_owned(),
        WrittenAs::TwoAsDocument => t!("give-back-two-as-document").to_owned(),
    }
}

/// The numbers of rows, the first ones by name.
fn numbers(rows: &[usize], session: &Session) -> String {
    let numbers = rows.iter().take(NAMED).filter_map(|row| session.beads().get(*row));
    let numbers: Vec<String> = numbers.map(|bead| bead.number.to_string()).collect();
    let more = if rows.len() > NAMED { " …" } else { "" };
    numbers.join(", ") + more
}

/// What is done with a file that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Open it in its own program.
    Open,
    /// Show the folder it is in.
    Folder,
}

/// Says where a translation was written, and offers to look at it.
pub fn written_ui(ctx: &Context, path: &Path) -> Answer<With> {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = enter.then_some(With::Open);
    let mut close = false;
    let title = t!("give-back-written");
    let shown = Dialog::new(Id::unique("given back"), title).width(WIDTH).show(ctx, |ui| {
        let t = tokens(ui);
        fonts::DOCK.label(ui, path.display().to_string(), t.ink, WIDTH - 40.0);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("give-back-open-the-result")).key("Enter")).clicked() {
                given = Some(With::Open);
            }
            if ui.add(Button::new(t!("give-back-show-in-folder"))).clicked() {
                given = Some(With::Folder);
            }
            close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
        });
    });
    Answer::of(given, shown.left || close)
}
