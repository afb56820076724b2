//! The names that commands have in files: `take-match-1`.
//!
//! They are made of the variants' own names, so a new command has one at once. To rename a
//! variant is to rename its command in people's files: `docs/keys.md` lists them, and its
//! test shows it.

use crate::workbench::command::{COMMANDS, Command};

impl Command {
    /// The name the command has in files.
    #[must_use]
    pub fn id(self) -> String {
        if let Self::InsertCharacter(character) = self {
            return format!("insert-character-u{:04x}", u32::from(character));
        }
        let mut id = String::new();
        for c in format!("{self:?}").chars() {
            match c {
                '(' => id.push('-'),
                ')' => {}
                c if c.is_uppercase() => {
                    if !id.is_empty() {
                        id.push('-');
                    }
                    id.extend(c.to_lowercase());
                }
                c => id.push(c),
            }
        }
        id
    }

    /// The command that has this name in files.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        COMMANDS.iter().map(|info| info.command).find(|command| command.id() == id)
    }
}
