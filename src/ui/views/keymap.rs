//! The dialog about keys: every command with its keys, which keymap they lie over, a new key
//! by pressing it. A key that another command has is told by that command's name before it
//! is taken away.

use egui::{Align, Context, Id, Key, Layout, Modifiers, ScrollArea, Sense, Ui, pos2, vec2};

use super::ask::Answer;
use super::palette;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, KeyCap, ListRow, Tab, dialog, tab};
use crate::workbench::command::{COMMANDS, Command, CommandInfo, Shortcut};
use crate::workbench::keymap::{Base, Keymap};

const WIDTH: f32 = 760.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 728.0;
const ROW_HEIGHT: f32 = 30.0;
/// What a dialog of a window 700 points high has room for.
const LIST_HEIGHT: f32 = 11.0 * ROW_HEIGHT;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct KeyDialog {
    query: String,
    chosen: usize,
    step: Step,
    shown: bool,
}

/// What the dialog waits for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Step {
    /// A command to be chosen.
    #[default]
    List,
    /// The new key of this command to be pressed.
    Press(Command),
    /// Whether this key is taken from these commands for the first.
    Clash(Command, Shortcut, Vec<Command>),
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Take this map as the base.
    Base(Base),
    /// Give a command a key.
    Bind(Command, Shortcut),
    /// Take the command's shown key away.
    Unbind(Command),
    /// Give the command the base's keys.
    Reset(Command),
    /// Write the list of keys to a file.
    Print,
}

impl KeyDialog {
    /// Shows the dialog; answers what is to be done.
    pub fn show(&mut self, ctx: &Context, keymap: &Keymap) -> Answer<Wanted> {
        // A key that is bound, and Escape that gives it up, never reach the window.
        let given = self.pressed(ctx, keymap);
        let found = found(&self.query, keymap);
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        self.move_choice(ctx, found.len());
        let by_key = self.list_keys(ctx, &found);
        let mut clicked = None;
        let shown =
            Dialog::new(Id::unique("keys"), t!("keymap-keys")).width(WIDTH).show(ctx, |ui| {
                clicked = base_ui(ui, keymap.base());
                self.field_ui(ui);
                ui.add_space(6.0);
                self.list_ui(ui, keymap, &found);
                ui.add_space(8.0);
                let wanted = match self.step.clone() {
                    Step::List => self.verbs_ui(ui, keymap, found.get(self.chosen).copied()),
                    Step::Press(command) => {
                        self.press_ui(ui, command);
                        None
                    }
                    Step::Clash(command, key, others) => self.clash_ui(ui, command, key, &others),
                };
                clicked = clicked.or(wanted);
            });
        Answer::of(given.or(by_key).or(clicked), shown.left)
    }

    /// Takes the key that is to be bound, or the answer about one that is taken.
    fn pressed(&mut self, ctx: &Context, keymap: &Keymap) -> Option<Wanted> {
        let taken = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if self.step != Step::List && taken(Key::Escape) {
            self.step = Step::List;
            return None;
        }
        match self.step.clone() {
            Step::List => None,
            Step::Press(command) => {
                let key = keys::capture(ctx)?;
                let others = keymap.clashes(command, key);
                let refused = command.info().and_then(|info| key.refusal(info.scope)).is_some();
                if others.is_empty() || refused {
                    self.step = Step::List;
                    return Some(Wanted::Bind(command, key));
                }
                self.step = Step::Clash(command, key, others);
                None
            }
            Step::Clash(command, key, _) => {
                taken(Key::Enter).then(|| self.settle(Wanted::Bind(command, key)))
            }
        }
    }

    /// The dialog's own keys while a command is chosen.
    fn list_keys(&mut self, ctx: &Context, found: &[&CommandInfo]) -> Option<Wanted> {
        if self.step != Step::List {
            return None;
        }
        let taken = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        for (base, key) in Base::ALL.into_iter().zip([Key::Num1, Key::Num2, Key::Num3]) {
            if taken(Modifiers::ALT, key) {
                return Some(Wanted::Base(base));
            }
        }
        if taken(Modifiers::COMMAND, Key::P) {
            return Some(Wanted::Print);
        }
        let command = found.get(self.chosen)?.command;
        if taken(Modifiers::NONE, Key::Enter) {
            self.step = Step::Press(command);
        }
        if taken(Modifiers::COMMAND, Key::Delete) {
            return Some(Wanted::Unbind(command));
        }
        taken(Modifiers::COMMAND, Key::D).then_some(Wanted::Reset(command))
    }

    fn move_choice(&mut self, ctx: &Context, count: usize) {
        if self.step != Step::List {
            return;
        }
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(count.saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
    }

    fn settle(&mut self, wanted: Wanted) -> Wanted {
        self.step = Step::List;
        wanted
    }

    fn field_ui(&mut self, ui: &mut Ui) {
        let field = Field::new(t!("find-a-command"), &mut self.query).hint(t!("find-a-command"));
        let response = ui.add_enabled(self.step == Step::List, field);
        let back = self.step == Step::List && ui.memory(|memory| memory.focused().is_none());
        if !std::mem::replace(&mut self.shown, true) || back {
            response.request_focus();
        }
        if response.changed() {
            self.chosen = 0;
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, keymap: &Keymap, found: &[&'static CommandInfo]) {
        let t = tokens(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        if found.is_empty() {
            fonts::DOCK.label(ui, t!("keymap-no-command-has-these-words"), t.ink3, ROOM);
        }
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("keys");
        list.show(ui, |ui| {
            ui.set_width(ROOM);
            for (place, info) in found.iter().enumerate() {
                let chosen = place == self.chosen;
                if row_ui(ui, keymap, info, chosen) && self.step == Step::List {
                    self.chosen = place;
                }
            }
        });
    }

    fn verbs_ui(
        &mut self,
        ui: &mut Ui,
        keymap: &Keymap,
        info: Option<&CommandInfo>,
    ) -> Option<Wanted> {
        let command = info?.command;
        let mut wanted = None;
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("keymap-new-key")).key("Enter")).clicked() {
                self.step = Step::Press(command);
            }
            let why =
                keymap.keys(command).is_empty().then_some(t!("keymap-the-command-has-no-key"));
            if ui.add(Button::new(t!("keymap-remove-key")).key("Ctrl+Delete").unless(why)).clicked()
            {
                wanted = Some(Wanted::Unbind(command));
            }
            let why = (!keymap.is_own(command)).then_some(t!("keymap-it-has-the-keymaps-keys"));
            if ui.add(Button::new(t!("keymap-back-to-keymap")).key("Ctrl+D").unless(why)).clicked()
            {
                wanted = Some(Wanted::Reset(command));
            }
            if ui.add(Button::new(t!("keymap-print")).key("Ctrl+P")).clicked() {
                wanted = Some(Wanted::Print);
            }
        });
        wanted
    }

    fn press_ui(&mut self, ui: &mut Ui, command: Command) {
        let t = tokens(ui);
        let text = t!("keymap-press-the-new-key-for", command = command.name());
        fonts::DOCK_BOLD.label(ui, text, t.ink, ROOM);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::new(t!("keymap-give-up")).key("Esc")).clicked() {
                self.step = Step::List;
            }
        });
    }

    fn clash_ui(
        &mut self,
        ui: &mut Ui,
        command: Command,
        key: Shortcut,
        others: &[Command],
    ) -> Option<Wanted> {
        let t = tokens(ui);
        let names: Vec<String> =
            others.iter().map(|other| format!("\"{}\"", other.name())).collect();
        let text = t!("keymap-is-already", key = key, names = names.join(t!("and")));
        fonts::DOCK_BOLD.label(ui, text, t.amber, ROOM);
        let mut wanted = None;
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("keymap-take-it-away")).key("Enter")).clicked() {
                wanted = Some(self.settle(Wanted::Bind(command, key)));
            }
            if ui.add(Button::new(t!("keymap-leave-it")).key("Esc")).clicked() {
                self.step = Step::List;
            }
        });
        wanted
    }
}

/// The commands whose names and keys hold every word of the query, in the table's order.
fn found(query: &str, keymap: &Keymap) -> Vec<&'static CommandInfo> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let holds = |info: &&CommandInfo| {
        let text = format!("{} {}", info.command.name(), said(keymap, info.command)).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    COMMANDS.iter().filter(holds).collect()
}

/// All keys of a command in one line.
fn said(keymap: &Keymap, command: Command) -> String {
    let keys: Vec<String> = keymap.keys(command).iter().map(ToString::to_string).collect();
    if keys.is_empty() { t!("keymap-no-key").to_owned() } else { keys.join(", ") }
}

/// The maps that keys of one's own lie over; the one that was chosen.
fn base_ui(ui: &mut Ui, chosen: Base) -> Option<Wanted> {
    let t = tokens(ui);
    let mut wanted = None;
    let row = vec2(ui.available_width(), tab::HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        fonts::DOCK.label(ui, t!("keymap-keymap"), t.ink2, f32::INFINITY);
        for (place, base) in Base::ALL.into_iter().enumerate() {
            let shown = ui.add(Tab::new(base.name(), base == chosen));
            let cap = format!("Alt+{}", place + 1);
            ui.add(KeyCap(&cap));
            if shown.clicked() {
                wanted = Some(Wanted::Base(base));
            }
        }
    });
    wanted
}

/// A command and its keys; whether it was clicked.
fn row_ui(ui: &mut Ui, keymap: &Keymap, info: &CommandInfo, chosen: bool) -> bool {
    let t = tokens(ui);
    let own = if keymap.is_own(info.command) { t!("keymap-own") } else { "" };
    let name = format!("{}: {}{own}", info.command.name(), said(keymap, info.command));
    let row = ListRow::new(Id::unique("key row").with(info.command.name()), &name, Ground::Palette);
    let response = row.height(ROW_HEIGHT).selected(chosen).show(ui, |ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let title =
            fonts::DOCK.with_bold(!own.is_empty()).galley(ui.painter(), info.command.name(), t.ink);
        let top = rect.center().y - title.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + 12.0, top), title, t.ink);
        let mut right = rect.right() - 16.0;
        for key in keymap.keys(info.command).iter().rev() {
            let text = key.to_string();
            let cap = KeyCap(&text).layout(ui.painter(), t.ink2);
            right -= cap.width;
            cap.paint(ui.painter(), pos2(right, rect.center().y), t.ink2, t.sheet, t.line2);
            right -= 6.0;
        }
        let place = fonts::LABEL.galley(ui.painter(), palette::place(info), t.ink3);
        let left = right - 6.0 - place.size().x;
        ui.painter().galley(pos2(left, rect.center().y - place.size().y / 2.0), place, t.ink3);
    });
    if chosen {
        response.scroll_to_me(None);
    }
    response.clicked()
}
