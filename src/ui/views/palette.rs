//! The palette: every command by any word of its name, with its key.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Key, Modifiers, ScrollArea, Sense, TextEdit, pos2, vec2};

use crate::model::View;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Dialog, Field, Ground, KeyCap, ListRow};
use crate::workbench::command::{COMMANDS, Command, CommandInfo};

const WIDTH: f32 = 700.0;
const TOP: f32 = 92.0;
const ROW_HEIGHT: f32 = 36.0;

/// What has been typed, and which command is chosen.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    query: String,
    chosen: usize,
    shown: bool,
}

/// What came of a frame of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// A command was chosen.
    Chosen(Command),
}

/// The commands whose names or search words hold every word of `query`:
/// those that make sense in this view first, names before search words.
#[must_use]
pub fn found(query: &str, view: Option<View>) -> Vec<&'static CommandInfo> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let in_name =
        |info: &CommandInfo, word: &str| info.command.name().to_lowercase().contains(word);
    let in_others = |info: &CommandInfo, word: &str| {
        info.command.words().split(' ').any(|other| other.starts_with(word))
    };
    let is_named = |info: &CommandInfo| words.iter().all(|word| in_name(info, word));
    let holds =
        |info: &&CommandInfo| words.iter().all(|word| in_name(info, word) || in_others(info, word));
    let mut all: Vec<_> = COMMANDS.iter().filter(holds).collect();
    // Without words the order of the table; with them the name they fill most of.
    all.sort_by_key(|info| {
        let length = if words.is_empty() { 0 } else { info.command.name().len() };
        (!info.scope.fits(view), !is_named(info), length)
    });
    all
}

fn field_id() -> Id {
    Id::unique("palette field")
}

/// Marks all that stands in the field, so that the next word takes its place.
fn select_all(ctx: &Context, count: usize) {
    if let Some(mut state) = TextEdit::load_state(ctx, field_id()) {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(count));
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ctx, field_id(), state);
    }
}

impl Palette {
    /// Shows the palette over the window.
    pub fn show(&mut self, ctx: &Context, view: Option<View>) -> Answer {
        let commands = found(&self.query, view);
        self.chosen = self.chosen.min(commands.len().saturating_sub(1));
        self.move_choice(ctx, commands.len());
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let opening = Modifiers::COMMAND | Modifiers::SHIFT;
        let again = ctx.input_mut(|input| input.consume_key(opening, Key::P));
        let mut clicked = None;
        let dialog = Dialog::new(Id::unique("palette"), t!("commands")).width(WIDTH).top(TOP);
        let answer = dialog.show_bare(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let field =
                Field::new(t!("find-a-command"), &mut self.query).hint(t!("find-a-command"));
            let response = ui.add(field.id(field_id()));
            if again {
                select_all(ui.ctx(), self.query.chars().count());
            }
            if !self.shown {
                response.request_focus();
                self.shown = true;
            }
            if response.changed() {
                self.chosen = 0;
            }
            // Whole rows, as many as there is room for.
            let height = (ui.available_height() / ROW_HEIGHT).floor() * ROW_HEIGHT;
            let list = ScrollArea::vertical().max_height(height).id_salt("commands");
            list.show(ui, |ui| {
                for (place, info) in commands.iter().enumerate() {
                    let fits = info.scope.fits(view);
                    if row_ui(ui, info, place == self.chosen, fits) && fits {
                        clicked = Some(info.command);
                    }
                }
                if commands.is_empty() {
                    let t = tokens(ui);
                    ui.add_space(10.0);
                    fonts::ROW.label(
                        ui,
                        format!("  {}", t!("keymap-no-command-has-these-words")),
                        t.ink3,
                        WIDTH,
                    );
                    ui.add_space(10.0);
                }
            });
        });
        let by_key = commands.get(self.chosen).filter(|info| enter && info.scope.fits(view));
        match clicked.or(by_key.map(|info| info.command)) {
            Some(command) => Answer::Chosen(command),
            None if answer.left => Answer::Left,
            None => Answer::Open,
        }
    }

    fn move_choice(&mut self, ctx: &Context, count: usize) {
        let down = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let up = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
        if down {
            self.chosen = (self.chosen + 1).min(count.saturating_sub(1));
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
    }
}

fn row_ui(ui: &mut egui::Ui, info: &CommandInfo, chosen: bool, fits: bool) -> bool {
    let t = tokens(ui);
    let id = Id::unique("palette row").with(info.command.name());
    let row =
        ListRow::new(id, info.command.name(), Ground::Palette).height(ROW_HEIGHT).selected(chosen);
    let key = keys::text(ui.ctx(), info.command);
    let response = row.show(ui, |ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let ink = if fits { t.ink } else { t.ink3 };
        let mut right = rect.right() - 16.0;
        if !key.is_empty() {
            let cap = KeyCap(&key).layout(ui.painter(), t.ink2);
            right -= cap.width;
            cap.paint(ui.painter(), pos2(right, rect.center().y), t.ink2, t.sheet, t.line2);
        }
        if !fits {
            let note = fonts::LABEL.galley(ui.painter(), place(info), t.ink3);
            let at = pos2(right - 12.0 - note.size().x, rect.center().y - note.size().y / 2.0);
            right = at.x;
            ui.painter().galley(at, note, t.ink3);
        }
        let left = rect.left() + 16.0;
        let name = fonts::ROW.line_job(info.command.name(), ink, right - 12.0 - left);
        let name = ui.painter().layout_job(name);
        ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, ink);
    });
    if !key.is_empty() {
        ui.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key.as_str()));
    }
    if chosen {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// Where a command makes sense; empty for everywhere.
pub(super) fn place(info: &CommandInfo) -> &'static str {
    use crate::workbench::command::Scope;
    match info.scope {
        Scope::View(View::Align) => t!("palette-in-the-align-view"),
        Scope::View(View::Translate) => t!("palette-in-the-translate-view"),
        Scope::Release => t!("palette-with-a-release-open"),
        Scope::Anywhere => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_any_words_of_its_name() {
        let first = |query| found(query, Some(View::Align)).first().map(|info| info.command);
        assert_eq!(first("doubtful next"), Some(Command::NextDoubtful));
        assert_eq!(first("REALIGN"), Some(Command::Realign));
        assert_eq!(first("no such thing"), None);
    }

    #[test]
    fn a_command_is_found_by_the_words_people_type() {
        let first = |query| found(query, Some(View::Translate)).first().map(|info| info.command);
        for (query, command) in [
            ("dark", Command::SwitchTheme),
            ("light", Command::SwitchTheme),
            ("theme", Command::SwitchTheme),
            ("font size", Command::ZoomReset),
            ("bigger", Command::ZoomIn),
            ("export", Command::ExportMemory),
            ("docx", Command::ExportText),
            ("merge", Command::JoinAlways),
            ("nbsp", Command::InsertNoBreakSpace),
        ] {
            assert!(
                found(query, Some(View::Translate)).iter().any(|info| info.command == command),
                "{query}"
            );
        }
        assert_eq!(first("dark"), Some(Command::SwitchTheme));
        assert_eq!(first("bigger"), Some(Command::ZoomIn));
        let tmx: Vec<_> = found("tmx", None).iter().map(|info| info.command).collect();
        assert!(tmx.contains(&Command::ImportTmx) && tmx.contains(&Command::ExportMemory));
        assert_eq!(first("copy"), Some(Command::CopySource), "its own name comes first");
    }

    #[test]
    fn what_fits_comes_first_and_the_rest_stays_to_be_seen() {
        let all = found("", Some(View::Translate));
        assert_eq!(all.len(), COMMANDS.len());
        let first_other = all.iter().position(|i| !i.scope.fits(Some(View::Translate)));
        let last_fit = all.iter().rposition(|i| i.scope.fits(Some(View::Translate)));
        assert!(last_fit < first_other);
    }
}
