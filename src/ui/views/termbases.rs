//! The termbases at hand: whether each is looked through, which one takes new terms.

use egui::{Align, Context, Event, Id, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use super::ask::Answer;
use crate::model::{TermUses, TermbaseId};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, Switch, dialog};
use crate::workbench::desk::Desk;
use crate::workbench::termbases::{Kind, OpenTerms};

const WIDTH: f32 = 760.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 728.0;
const ROW_HEIGHT: f32 = 32.0;
const LIST_HEIGHT: f32 = 8.0 * ROW_HEIGHT;
/// So many of a path's last folders are shown.
const FOLDER_PARTS: usize = 2;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct TermbaseList {
    chosen: Option<TermbaseId>,
    /// How termbases were used before each change made here, and what was taken back of it.
    past: Vec<TermUses>,
    future: Vec<TermUses>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Use termbases so.
    Use(TermUses),
    /// Open a termbase that is in a file.
    Open,
    /// Make a termbase.
    Make,
    /// Take a termbase off the desk.
    Close(TermbaseId),
    /// Show its concepts.
    Table(TermbaseId),
}

impl TermbaseList {
    /// Shows the dialog; answers what is to be done.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Wanted> {
        let all = desk.termbases();
        let uses = &desk.settings.term_uses;
        let chosen = all.get(self.place(all));
        let back = self.go_back(ctx, uses);
        let is_back = back.is_some();
        let mut given = back.or_else(|| keys(ctx, desk, chosen));
        self.move_choice(ctx, all);
        let chosen = all.get(self.place(all));
        self.chosen = chosen.map(OpenTerms::id);
        let shown =
            Dialog::new(Id::unique("termbases"), t!("termbases")).width(WIDTH).show(ctx, |ui| {
                self.list_ui(ui, desk);
                let wanted = chosen.and_then(|open| use_ui(ui, desk, open));
                given = given.take().or(wanted).or(buttons_ui(ui, chosen));
            });
        if matches!(&given, Some(Wanted::Use(_))) && !is_back {
            self.past.push(uses.clone());
            self.future.clear();
        }
        Answer::of(given, shown.left)
    }

    /// Takes the last change made here back, or does it again.
    fn go_back(&mut self, ctx: &Context, now: &TermUses) -> Option<Wanted> {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let redo = pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || pressed(Modifiers::COMMAND, Key::Y);
        let undo = pressed(Modifiers::COMMAND, Key::Z);
        let to = match (undo, redo) {
            (true, _) => self.past.pop().inspect(|_| self.future.push(now.clone())),
            (_, true) => self.future.pop().inspect(|_| self.past.push(now.clone())),
            _ => None,
        }?;
        Some(Wanted::Use(to))
    }

    fn place(&self, all: &[OpenTerms]) -> usize {
        all.iter().position(|open| Some(open.id()) == self.chosen).unwrap_or(0)
    }

    fn move_choice(&mut self, ctx: &Context, all: &[OpenTerms]) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let place = self.place(all);
        let to = match (down, up) {
            (true, _) => place + 1,
            (_, true) => place.saturating_sub(1),
            _ => return,
        };
        if let Some(open) = all.get(to) {
            self.chosen = Some(open.id());
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        let t = tokens(ui);
        let told = match desk.termbases() {
            [] => t!("termbases-none"),
            _ => t!("termbases-told"),
        };
        fonts::DOCK.label(ui, told, t.ink2, ROOM);
        ui.add_space(6.0);
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("termbases");
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, open) in desk.termbases().iter().enumerate() {
                self.row_ui(ui, desk, place, open);
            }
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, desk: &Desk, place: usize, open: &OpenTerms) {
        let t = tokens(ui);
        let note = t!("termbases-concepts", count = open.count);
        let (folder, marks) = (folder(open), marks(desk, open));
        let told = [note.clone(), marks.join(", "), folder.clone()];
        let said: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
        let name = open.name();
        let text = t!("memories-row", place = place + 1, name = name, note = said.join(", "));
        let row =
            ListRow::new(Id::unique("termbase").with(open.id().bits()), &text, Ground::Chrome);
        let is_chosen = self.chosen == Some(open.id());
        let is_used = desk.settings.term_uses.uses(open.id());
        let response = row.height(ROW_HEIGHT).selected(is_chosen).show(ui, |ui| {
            let size = vec2(ui.available_width(), ROW_HEIGHT);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(14.0);
                let ink = if is_used { t.ink } else { t.ink3 };
                fonts::DOCK_BOLD.label(ui, &name, ink, f32::INFINITY);
                fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
                fonts::DOCK.label(ui, folder, t.ink3, f32::INFINITY);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(14.0);
                    let ink = if is_damaged(open) { t.amber } else { t.ink2 };
                    fonts::DOCK.label(ui, marks.join(" · "), ink, f32::INFINITY);
                });
            });
        });
        if response.clicked() {
            self.chosen = Some(open.id());
        }
        if is_chosen {
            response.scroll_to_me(None);
        }
    }
}

/// How the chosen termbase is used; how it is to be.
fn use_ui(ui: &mut Ui, desk: &Desk, open: &OpenTerms) -> Option<Wanted> {
    let uses = &desk.settings.term_uses;
    let mut new = uses.clone();
    ui.add_space(8.0);
    let mut line = |name: &str, key: &str, control: &mut dyn FnMut(&mut Ui)| {
        super::memories::line_ui(ui, name, key, control);
    };
    line(t!("termbases-terms"), "Alt+1", &mut |ui| {
        let words = [t!("termbases-used"), t!("termbases-not-used")];
        let mut place = usize::from(!uses.uses(open.id()));
        if ui.add(Switch::new(t!("termbases-terms"), &mut place, &words)).changed() {
            new.set_used(open.id(), place == 0);
        }
    });
    line(t!("termbases-new-terms"), "Alt+2", &mut |ui| {
        if let Some(why) = open.why_read_only() {
            let text = t!("termbases-do-not-go-here", why = why);
            fonts::DOCK.label(ui, text, tokens(ui).ink3, f32::INFINITY);
            return;
        }
        let takes = desk.takes_new_terms() == Some(open.id());
        let words = [t!("memories-go-elsewhere"), t!("memories-go-here")];
        let mut place = usize::from(takes);
        if ui.add(Switch::new(t!("termbases-new-terms"), &mut place, &words)).changed() {
            new.takes_new = (place == 1).then_some(open.id());
        }
    });
    (new != *uses).then_some(Wanted::Use(new))
}

fn keys(ctx: &Context, desk: &Desk, chosen: Option<&OpenTerms>) -> Option<Wanted> {
    ctx.input_mut(|input| {
        // The digit of such a key is not typed as well.
        let is_held = input.modifiers.alt;
        input.events.retain(|event| !(is_held && matches!(event, Event::Text(_))));
    });
    let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
    if pressed(Modifiers::COMMAND, Key::O) {
        return Some(Wanted::Open);
    }
    if pressed(Modifiers::COMMAND, Key::N) {
        return Some(Wanted::Make);
    }
    let open = chosen?;
    let mut uses = desk.settings.term_uses.clone();
    if pressed(Modifiers::ALT, Key::Num1) {
        uses.set_used(open.id(), !uses.uses(open.id()));
        return Some(Wanted::Use(uses));
    }
    if pressed(Modifiers::ALT, Key::Num2) && open.why_read_only().is_none() {
        let takes = uses.takes_new == Some(open.id());
        uses.takes_new = (!takes).then_some(open.id());
        return Some(Wanted::Use(uses));
    }
    if pressed(Modifiers::COMMAND, Key::Delete) && open.kind == Kind::Shared {
        return Some(Wanted::Close(open.id()));
    }
    pressed(Modifiers::COMMAND, Key::U).then(|| Wanted::Table(open.id()))
}

fn buttons_ui(ui: &mut Ui, chosen: Option<&OpenTerms>) -> Option<Wanted> {
    let mut wanted = None;
    dialog::buttons(ui, |ui| {
        let none = chosen.is_none().then_some(t!("termbases-none"));
        if ui.add(Button::new(t!("termbases-show")).key("Ctrl+U").unless(none)).clicked() {
            wanted = chosen.map(|open| Wanted::Table(open.id()));
        }
        if ui.add(Button::new(t!("termbases-make")).key("Ctrl+N")).clicked() {
            wanted = Some(Wanted::Make);
        }
        if ui.add(Button::new(t!("termbases-open")).key("Ctrl+O")).clicked() {
            wanted = Some(Wanted::Open);
        }
        let why = match chosen.map(|open| open.kind) {
            Some(Kind::Shared) => None,
            Some(Kind::Own) => Some(t!("termbases-it-is-your-own")),
            _ => Some(t!("using-it-comes-with-the-program")),
        };
        let close = Button::new(t!("termbases-close")).key("Ctrl+Delete").unless(why);
        if ui.add(close).clicked() {
            wanted = chosen.map(|open| Wanted::Close(open.id()));
        }
    });
    wanted
}

/// The folder that a termbase's file is in, which tells two of the same name apart.
fn folder(open: &OpenTerms) -> String {
    let Some(folder) = open.path.as_deref().and_then(std::path::Path::parent) else {
        return t!("memories-in-the-program").to_owned();
    };
    let parts: Vec<_> = folder.components().rev().take(FOLDER_PARTS).collect();
    let short: std::path::PathBuf = parts.into_iter().rev().collect();
    if short == folder { short.display().to_string() } else { format!("…/{}", short.display()) }
}

fn is_damaged(open: &OpenTerms) -> bool {
    !open.doubts.is_empty() || !open.problems.is_empty()
}

/// How a termbase is used, where it is not as usual, and what is wrong with it.
fn marks(desk: &Desk, open: &OpenTerms) -> Vec<String> {
    let mut marks = Vec::new();
    if desk.takes_new_terms() == Some(open.id()) {
        marks.push(t!("termbases-mark-takes-new").to_owned());
    }
    if !desk.settings.term_uses.uses(open.id()) {
        marks.push(t!("termbases-mark-not-used").to_owned());
    }
    if open.why_read_only().is_some() {
        marks.push(t!("memories-mark-read-only").to_owned());
    }
    if !open.problems.is_empty() {
        marks.push(t!("termbases-mark-damaged", count = open.problems.len()));
    }
    if !open.doubts.is_empty() {
        marks.push(t!("termbases-mark-doubtful", count = open.doubts.len()));
    }
    marks
}
