//! The memories at hand, in the order in which they are asked: whether each is asked, what its
//! matches lose, whether it is written to, and which one takes what is confirmed.

use egui::{Align, Context, Event, Id, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use super::ask::Answer;
use crate::memory::Penalty;
use crate::model::{MemoryId, MemoryUse, MemoryUses};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, KeyCap, ListRow, Switch, dialog};
use crate::workbench::desk::{Desk, Step};
use crate::workbench::library::{Kind, Shelf};

const WIDTH: f32 = 760.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 728.0;
const ROW_HEIGHT: f32 = 32.0;
const LIST_HEIGHT: f32 = 8.0 * ROW_HEIGHT;
/// So many of a path's last folders are shown.
const FOLDER_PARTS: usize = 2;
/// Where the switches stand, behind their names, in points.
const NAMES_WIDTH: f32 = 150.0;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct MemoryList {
    chosen: Option<MemoryId>,
    /// How memories were used before each change made here, and what was taken back of it.
    past: Vec<MemoryUses>,
    future: Vec<MemoryUses>,
    /// The memory whose penalty is being typed: that is one change.
    typing: Option<MemoryId>,
    /// The penalty as it is typed, and of which memory.
    penalty: Option<(MemoryId, String)>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Use a memory so.
    Use(MemoryUse),
    /// Use memories as before, or as after, a change.
    Restore(MemoryUses),
    /// Open a memory that is in a file.
    Open,
    /// Make a memory, in the languages of this one where no release is open.
    Make(MemoryId),
    /// Send what a working memory may send.
    Send(MemoryId),
    /// Move a memory in the order.
    Move(MemoryId, Step),
    /// Take a memory off the desk.
    Close(MemoryId),
    /// Show its units.
    Units(MemoryId),
    /// Show the termbases instead.
    Termbases,
}

impl MemoryList {
    /// Shows the dialog; answers what is to be done.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Wanted> {
        let shelves = desk.library.shelves();
        // Keys with Alt first: without it an arrow is one whatever is held.
        let chosen = shelves.get(self.place(shelves));
        let mut given = self.go_back(ctx, desk);
        given = given.or_else(|| chosen.and_then(|shelf| keys(ctx, desk, shelf)));
        self.move_choice(ctx, shelves);
        let chosen = shelves.get(self.place(shelves));
        self.chosen = chosen.map(|shelf| shelf.memory.header().id);
        let shown =
            Dialog::new(Id::unique("memories"), t!("memories")).width(WIDTH).show(ctx, |ui| {
                self.list_ui(ui, desk);
                if let Some(shelf) = chosen {
                    let wanted = self.use_ui(ui, desk, shelf);
                    given = given.take().or(wanted).or(buttons_ui(ui, desk, shelf));
                }
            });
        if let Some(wanted) = &given {
            self.note(wanted, desk);
        }
        Answer::of(given, shown.left)
    }

    /// Takes the last change made here back, or does it again.
    fn go_back(&mut self, ctx: &Context, desk: &Desk) -> Option<Wanted> {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let redo = pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || pressed(Modifiers::COMMAND, Key::Y);
        let undo = pressed(Modifiers::COMMAND, Key::Z);
        let now = desk.arranged();
        let to = match (undo, redo) {
            (true, _) => self.past.pop().inspect(|_| self.future.push(now)),
            (_, true) => self.future.pop().inspect(|_| self.past.push(now)),
            _ => None,
        }?;
        (self.penalty, self.typing) = (None, None);
        Some(Wanted::Restore(to))
    }

    /// Remembers how memories are used before that is changed.
    fn note(&mut self, wanted: &Wanted, desk: &Desk) {
        let uses = desk.library.uses();
        let typing = match wanted {
            Wanted::Use(new) => {
                let of_penalty = MemoryUse { penalty: new.penalty, ..uses.of(new.memory) } == *new;
                of_penalty.then_some(new.memory)
            }
            Wanted::Move(..) => None,
            _ => return,
        };
        if typing.is_none() || typing != self.typing {
            self.past.push(desk.arranged());
        }
        self.typing = typing;
        self.future.clear();
    }

    fn place(&self, shelves: &[Shelf]) -> usize {
        let is_chosen = |shelf: &Shelf| Some(shelf.memory.header().id) == self.chosen;
        shelves.iter().position(is_chosen).unwrap_or(0)
    }

    fn move_choice(&mut self, ctx: &Context, shelves: &[Shelf]) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let place = self.place(shelves);
        let to = match (down, up) {
            (true, _) => place + 1,
            (_, true) => place.saturating_sub(1),
            _ => return,
        };
        if let Some(shelf) = shelves.get(to) {
            self.chosen = Some(shelf.memory.header().id);
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        let t = tokens(ui);
        let shelves = desk.library.shelves();
        let told = match shelves {
            [] => t!("memories-none-is-open"),
            _ => t!("memories-asked-from-the-top"),
        };
        fonts::DOCK.label(ui, told, t.ink2, ROOM);
        ui.add_space(6.0);
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("memories");
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, shelf) in shelves.iter().enumerate() {
                self.row_ui(ui, desk, place, shelf);
            }
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, desk: &Desk, place: usize, shelf: &Shelf) {
        let t = tokens(ui);
        let header = shelf.memory.header();
        let note = t!(
            "memories-pair-and-units",
            source = header.source,
            target = header.target,
            units = units(shelf)
        );
        let folder = folder(desk, header.id);
        let marks = marks(desk, shelf);
        let told = [note.clone(), marks.join(", "), folder.clone()];
        let said: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
        let said = said.join(", ");
        let text = t!("memories-row", place = place + 1, name = header.name, note = said);
        let row = ListRow::new(Id::unique("used").with(header.id.bits()), &text, Ground::Chrome);
        let is_chosen = self.chosen == Some(header.id);
        let is_asked = desk.library.use_of(shelf).is_asked;
        let response = row.height(ROW_HEIGHT).selected(is_chosen).show(ui, |ui| {
            let size = vec2(ui.available_width(), ROW_HEIGHT);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(14.0);
                let ink = if is_asked { t.ink } else { t.ink3 };
                fonts::DOCK_BOLD.label(ui, &header.name, ink, f32::INFINITY);
                fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
                fonts::DOCK.label(ui, folder, t.ink3, f32::INFINITY);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(14.0);
                    fonts::DOCK.label(ui, marks.join(" · "), t.ink2, f32::INFINITY);
                });
            });
        });
        if response.clicked() {
            self.chosen = Some(header.id);
        }
        if is_chosen {
            response.scroll_to_me(None);
        }
    }

    /// How the chosen memory is used; how it is to be.
    fn use_ui(&mut self, ui: &mut Ui, desk: &Desk, shelf: &Shelf) -> Option<Wanted> {
        let used = desk.library.use_of(shelf);
        let mut new = used;
        ui.add_space(8.0);
        line_ui(ui, t!("memories-matches"), "Alt+1", |ui| {
            let words = [t!("memories-asked"), t!("memories-not-asked")];
            new.is_asked = switch(ui, t!("memories-matches"), !used.is_asked, words) == 0;
        });
        line_ui(ui, t!("memories-penalty"), "", |ui| new.penalty = self.penalty_ui(ui, used));
        line_ui(ui, t!("memories-writing"), "Alt+2", |ui| {
            if let Some(why) = why_fixed(desk, shelf) {
                return said(ui, why);
            }
            let words = [t!("memories-written-to"), t!("memories-read-only")];
            new.is_read_only = switch(ui, t!("memories-writing"), used.is_read_only, words) == 1;
        });
        line_ui(ui, t!("memories-confirmed-rows"), "Alt+3", |ui| {
            if let Some(why) = why_taker_fixed(desk, shelf) {
                return said(ui, &why);
            }
            let words = [t!("memories-go-elsewhere"), t!("memories-go-here")];
            let takes = used.takes_confirmed;
            new.takes_confirmed = switch(ui, t!("memories-confirmed-rows"), takes, words) == 1;
        });
        (new != used).then_some(Wanted::Use(new))
    }

    /// The field for the penalty; what is typed, where it is a number.
    fn penalty_ui(&mut self, ui: &mut Ui, used: MemoryUse) -> u8 {
        let text = match &mut self.penalty {
            Some((of, text)) if *of == used.memory => text,
            other => &mut other.insert((used.memory, shown(used.penalty))).1,
        };
        let wrong = points(text).is_none();
        let field = ui
            .add(Field::new(t!("memories-per-cent-off"), text).hint("0").width(60.0).wrong(wrong));
        // What is typed is the penalty, as the dialog has no other field.
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let t = tokens(ui);
        let most = Penalty::MOST_MEMORY_POINTS;
        let (told, ink) = if wrong {
            (t!("memories-type-a-number", most = most), t.red)
        } else {
            (t!("memories-per-cent-are-taken-off").to_owned(), t.ink2)
        };
        fonts::DOCK.label(ui, told, ink, f32::INFINITY);
        points(text).unwrap_or(used.penalty)
    }
}

/// The keys that say how the chosen memory is used.
fn keys(ctx: &Context, desk: &Desk, shelf: &Shelf) -> Option<Wanted> {
    ctx.input_mut(|input| {
        // The digit of such a key is not typed as well.
        let is_held = input.modifiers.alt;
        input.events.retain(|event| !(is_held && matches!(event, Event::Text(_))));
    });
    let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
    let used = desk.library.use_of(shelf);
    let memory = used.memory;
    if pressed(Modifiers::COMMAND, Key::O) {
        return Some(Wanted::Open);
    }
    if pressed(Modifiers::COMMAND, Key::N) {
        return Some(Wanted::Make(memory));
    }
    if pressed(Modifiers::COMMAND, Key::Enter)
        && desk.ways_to_send().iter().any(|way| is_end(*way, memory))
    {
        return Some(Wanted::Send(memory));
    }
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        return Some(Wanted::Move(memory, Step::Up));
    }
    if pressed(Modifiers::ALT, Key::ArrowDown) {
        return Some(Wanted::Move(memory, Step::Down));
    }
    if pressed(Modifiers::COMMAND, Key::Delete) {
        return Some(Wanted::Close(memory));
    }
    if pressed(Modifiers::COMMAND, Key::T) {
        return Some(Wanted::Termbases);
    }
    if pressed(Modifiers::COMMAND, Key::U) {
        return Some(Wanted::Units(memory));
    }
    if pressed(Modifiers::ALT, Key::Num1) {
        return Some(Wanted::Use(MemoryUse { is_asked: !used.is_asked, ..used }));
    }
    if pressed(Modifiers::ALT, Key::Num2) && why_fixed(desk, shelf).is_none() {
        return Some(Wanted::Use(MemoryUse { is_read_only: !used.is_read_only, ..used }));
    }
    if pressed(Modifiers::ALT, Key::Num3) && why_taker_fixed(desk, shelf).is_none() {
        let takes_confirmed = !used.takes_confirmed;
        return Some(Wanted::Use(MemoryUse { takes_confirmed, ..used }));
    }
    None
}

fn buttons_ui(ui: &mut Ui, desk: &Desk, shelf: &Shelf) -> Option<Wanted> {
    let memory = shelf.memory.header().id;
    let mut wanted = None;
    let at = |shelf: Option<&Shelf>| shelf.is_some_and(|end| end.memory.header().id == memory);
    let shelves = desk.library.shelves();
    dialog::buttons(ui, |ui| {
        let why = desk.why_not_close(shelf);
        if ui.add(Button::new(t!("memories-close-memory")).key("Ctrl+Delete").unless(why)).clicked()
        {
            wanted = Some(Wanted::Close(memory));
        }
        if ui.add(Button::new(t!("memories-units")).key("Ctrl+U")).clicked() {
            wanted = Some(Wanted::Units(memory));
        }
        let why = at(shelves.last()).then_some(t!("memories-it-is-the-last-one"));
        if ui.add(Button::new(t!("memories-move-down")).key("Alt+Down").unless(why)).clicked() {
            wanted = Some(Wanted::Move(memory, Step::Down));
        }
        let why = at(shelves.first()).then_some(t!("memories-it-is-the-first-one"));
        if ui.add(Button::new(t!("memories-move-up")).key("Alt+Up").unless(why)).clicked() {
            wanted = Some(Wanted::Move(memory, Step::Up));
        }
    });
    dialog::buttons(ui, |ui| {
        let is_way = desk.ways_to_send().iter().any(|way| is_end(*way, memory));
        let why = (!is_way).then_some(t!("send-nothing-can-go"));
        let button = Button::new(t!("memories-send")).key("Ctrl+Enter").unless(why);
        if ui.add(button).clicked() {
            wanted = Some(Wanted::Send(memory));
        }
        if ui.add(Button::new(t!("termbases-list")).key("Ctrl+T")).clicked() {
            wanted = Some(Wanted::Termbases);
        }
        if ui.add(Button::new(t!("memories-make")).key("Ctrl+N")).clicked() {
            wanted = Some(Wanted::Make(memory));
        }
        if ui.add(Button::new(t!("memories-open")).key("Ctrl+O")).clicked() {
            wanted = Some(Wanted::Open);
        }
    });
    wanted
}

/// Whether a memory sends or takes in this way.
fn is_end((from, to): (MemoryId, MemoryId), memory: MemoryId) -> bool {
    from == memory || to == memory
}

/// A name, what stands for it, and a key.
pub(super) fn line_ui(ui: &mut Ui, name: &str, key: &str, control: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let label = vec2(NAMES_WIDTH, ROW_HEIGHT);
        ui.allocate_ui_with_layout(label, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(NAMES_WIDTH);
            fonts::DOCK.label(ui, name, t.ink2, NAMES_WIDTH);
        });
        control(ui);
        if !key.is_empty() {
            ui.add(KeyCap(key));
        }
    });
}

/// A switch of two words; the place that is chosen.
fn switch(ui: &mut Ui, name: &str, second: bool, words: [&str; 2]) -> usize {
    let mut place = usize::from(second);
    ui.add(Switch::new(name, &mut place, &words));
    place
}

fn said(ui: &mut Ui, why: &str) {
    fonts::DOCK.label(ui, why, tokens(ui).ink3, f32::INFINITY);
}

/// Why nothing is to be chosen about writing to a memory.
fn why_fixed(desk: &Desk, shelf: &Shelf) -> Option<&'static str> {
    let by_choice = desk.library.use_of(shelf).is_read_only;
    match shelf.kind {
        Kind::Working => Some(t!("memories-written-to-working")),
        Kind::Shared if by_choice => None,
        Kind::Shared | Kind::Bundled => {
            desk.library.why_read_only(shelf).map(|why| match shelf.kind {
                Kind::Bundled => t!("memories-read-only-bundled"),
                _ => why,
            })
        }
    }
}

/// Why nothing is to be chosen about confirmed rows.
fn why_taker_fixed(desk: &Desk, shelf: &Shelf) -> Option<String> {
    if let Some(why) = desk.library.why_not_confirmed(shelf) {
        return Some(t!("memories-do-not-go-here", why = why));
    }
    let by_default =
        desk.library.takes_confirmed(shelf) && !desk.library.use_of(shelf).takes_confirmed;
    by_default.then(|| t!("memories-go-here-by-default").to_owned())
}

/// The folder that a memory's file is in, which tells two of the same name apart.
#[must_use]
pub fn folder(desk: &Desk, memory: MemoryId) -> String {
    let shelf = desk.library.shelf(memory);
    let Some(folder) = shelf.and_then(|shelf| shelf.path.as_deref()?.parent()) else {
        return t!("memories-in-the-program").to_owned();
    };
    let parts: Vec<_> = folder.components().rev().take(FOLDER_PARTS).collect();
    let short: std::path::PathBuf = parts.into_iter().rev().collect();
    if short == folder { short.display().to_string() } else { format!("…/{}", short.display()) }
}

/// How a memory is used, where it is not as usual.
fn marks(desk: &Desk, shelf: &Shelf) -> Vec<String> {
    let used = desk.library.use_of(shelf);
    let mut marks = Vec::new();
    if desk.library.takes_confirmed(shelf) {
        marks.push(t!("memories-mark-takes-confirmed-rows").to_owned());
    }
    if !used.is_asked {
        marks.push(t!("memories-mark-not-asked").to_owned());
    } else if used.penalty > 0 {
        marks.push(t!("memories-mark-penalty", points = used.penalty));
    }
    if desk.library.why_read_only(shelf).is_some() {
        marks.push(t!("memories-mark-read-only").to_owned());
    }
    marks
}

/// How many units a memory has.
fn units(shelf: &Shelf) -> String {
    let count = shelf.memory.len();
    if shelf.is_whole { t!("units", count = count) } else { t!("units-so-far", count = count) }
}

fn shown(penalty: u8) -> String {
    if penalty == 0 { String::new() } else { penalty.to_string() }
}

/// A penalty as it is typed; nothing typed is none.
fn points(text: &str) -> Option<u8> {
    match text.trim() {
        "" => Some(0),
        text => text.parse().ok().filter(|points| *points <= Penalty::MOST_MEMORY_POINTS),
    }
}
