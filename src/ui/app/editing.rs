//! What is done to the text of the active row's field by key: characters and values put in
//! at the caret, case changed.

use std::sync::Arc;

use egui::Context;

use super::{App, Dialogue};
use crate::text::{case, characters};
use crate::texts::t;
use crate::ui::grid::langs;
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::Answer;
use crate::ui::views::choose::{Choice, Chooser};
use crate::workbench::Command;
use crate::workbench::desk::Tone;

impl App {
    /// Carries out a command on the field of the active row.
    pub(super) fn edit_field(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::SpecialCharacters => {
                let chooser = Chooser::new(
                    t!("editing-special-characters"),
                    t!("editing-find-a-character"),
                    0,
                );
                self.dialog = Some(Dialogue::Characters(chooser));
            }
            Command::ChangeCase => self.change_case(ctx),
            Command::InsertValue => self.insert_value(ctx),
            Command::InsertCode => self.insert_code(ctx),
            _ => {
                if let Some(character) = character_of(command) {
                    self.insert(ctx, character.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }

    /// Puts characters in at the caret of the active row's field.
    pub(super) fn insert(&self, ctx: &Context, characters: &str) {
        if let Some(field) = self.grid.buffer.bead.map(field_id) {
            text::insert(ctx, field, characters);
        }
    }

    pub(super) fn characters_ui(
        &mut self,
        ctx: &Context,
        mut chooser: Chooser,
    ) -> Option<Dialogue> {
        let all = characters::characters();
        let choice = |of: &characters::Character| Choice {
            name: format!("{}  {}", shown(of.character), of.name),
            note: format!("{}  U+{:04X}", of.words, u32::from(of.character)),
        };
        let choices: Vec<Choice> = all.iter().map(choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Characters(chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some(chosen) = all.get(place) {
                    self.insert(ctx, chosen.character.encode_utf8(&mut [0; 4]));
                }
            }
        }
        None
    }

    fn change_case(&mut self, ctx: &Context) {
        let Some(session) = &mut self.desk.session else { return };
        let Some(bead) = session.active_bead() else { return };
        let (field, lang) = (field_id(bead.id), langs::of_target(session, bead).clone());
        // What was typed before is undone by itself.
        session.end_typing();
        text::change(ctx, field, Arc::new(move |old| case::cycled(old, &lang)));
    }

    /// The next value of the source that the target lacks; where it would run together with
    /// what stands before the caret, behind a space.
    fn insert_value(&mut self, ctx: &Context) {
        let Some(session) = &mut self.desk.session else { return };
        let target = &self.grid.buffer.text;
        let Some(value) = session.next_value(target) else {
            let why = t!("editing-every-number-date-and-name-of");
            return self.desk.tell(Tone::Done, why);
        };
        let field = self.grid.buffer.bead.map(field_id);
        let caret = field.and_then(|field| text::caret_of(ctx, field)).unwrap_or_default();
        let before = caret.checked_sub(1).and_then(|at| target.chars().nth(at));
        let joins = before.is_some_and(char::is_alphanumeric) && before < Some('\u{2E80}');
        session.end_typing();
        self.insert(ctx, &if joins { format!(" {value}") } else { value });
    }
}

/// A character as a list shows it; spaces and marks have nothing to show.
fn shown(character: char) -> String {
    let blank = character.is_whitespace() || character == '\u{ad}';
    if blank { "·".to_owned() } else { character.to_string() }
}

/// The character that a command puts in at the caret.
const fn character_of(command: Command) -> Option<char> {
    Some(match command {
        Command::InsertCharacter(character) => character,
        Command::InsertNoBreakSpace => '\u{a0}',
        Command::InsertLeftToRightMark => '\u{200e}',
        Command::InsertRightToLeftMark => '\u{200f}',
        Command::InsertArabicLetterMark => '\u{61c}',
        _ => return None,
    })
}
