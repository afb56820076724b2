//! Keymaps: which keys stand for which commands.
//!
//! A map is laid in layers: the keys of [`COMMANDS`], then those of another program's map
//! where it has an equivalent, then a person's own. A layer that gives a key to a command
//! takes it from all commands of the layers below that can be meant at the same time; those
//! stay in the palette, which always has a key.
//!
//! What cannot be read in a layer is told and passed over.

mod id;
mod list;
mod shipped;
mod shortcut;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use list::{ListFormat, beside, list};
pub use shipped::Base;
pub use shortcut::NoShortcut;

use super::command::{COMMANDS, Command, CommandInfo, Scope, Shortcut};
use crate::model::View;
use crate::texts::t;

/// Commands by their ids, each with its keys as text: a layer as it stands in a file.
pub type KeyTable = BTreeMap<String, Vec<String>>;

/// What is wrong with a layer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// No command has this id.
    #[error("{}", t!("keymap-no-command", id = .0))]
    Command(String),
    /// A text that is no key.
    #[error("{}", t!("keymap-key-of", command = .command, why = .why))]
    Key {
        /// The command's id.
        command: String,
        /// What is wrong.
        why: NoShortcut,
    },
    /// A key that no such command may have.
    #[error("{}", t!("keymap-passed-over", command = .command, key = .key, why = .why))]
    Refused {
        /// The command's id.
        command: String,
        /// The key.
        key: Shortcut,
        /// Why not.
        why: &'static str,
    },
    /// One key for two commands of one layer.
    #[error("{}", t!("keymap-twice", key = .key, one = .one, other = .other))]
    Twice {
        /// The key.
        key: Shortcut,
        /// The command that keeps it.
        one: &'static str,
        /// The command that does not get it.
        other: &'static str,
    },
    /// No map has this name.
    #[error("{}", t!("keymap-no-map", name = .0))]
    Map(String),
    /// A map that cannot be read at all.
    #[error("{}", t!("keymap-unreadable", why = .0))]
    Unreadable(String),
    /// The palette would have no key.
    #[error("{}", t!("keymap-palette-again", key = .0))]
    NoPalette(Shortcut),
}

/// The keys in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    base: Base,
    /// The keys of each command, in the order of [`COMMANDS`].
    keys: Vec<(Command, Vec<Shortcut>)>,
    /// The commands whose keys a person has set.
    own: Vec<Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        let keys = COMMANDS.iter().map(|info| (info.command, info.keys.to_vec())).collect();
        Self { base: Base::Diptych, keys, own: Vec::new() }
    }
}

impl Keymap {
    /// The keys of a base with a person's own over them, and what is wrong with either.
    #[must_use]
    pub fn of(base: Base, own: &KeyTable) -> (Self, Vec<KeyProblem>) {
        let mut map = Self { base, ..Self::default() };
        let mut problems = Vec::new();
        match base.table() {
            Ok(table) => map.lay(&table, &mut problems),
            Err(problem) => problems.push(problem),
        }
        map.own = map.lay_all(own, &mut problems);
        map.keep_palette(&mut problems);
        (map, problems)
    }

    /// The map the person's own keys lie over.
    #[must_use]
    pub const fn base(&self) -> Base {
        self.base
    }

    /// The keys of a command, the shown one first.
    #[must_use]
    pub fn keys(&self, command: Command) -> &[Shortcut] {
        let found = self.keys.iter().find(|(known, _)| *known == command);
        found.map_or(&[], |(_, keys)| keys)
    }

    /// A command's first key as people read it: `Ctrl+Shift+N`; empty for none.
    #[must_use]
    pub fn text(&self, command: Command) -> String {
        self.keys(command).first().map(ToString::to_string).unwrap_or_default()
    }

    /// Whether a person has set this command's keys.
    #[must_use]
    pub fn is_own(&self, command: Command) -> bool {
        self.own.contains(&command)
    }

    /// What one of these keys means in a view; `None` is no release open.
    #[must_use]
    pub fn command(&self, pressed: &[Shortcut], view: Option<View>) -> Option<Command> {
        let infos = COMMANDS.iter().filter(|info| info.scope.fits(view));
        let mut meant = infos.map(|info| info.command);
        meant.find(|command| self.keys(*command).iter().any(|key| pressed.contains(key)))
    }

    /// The other commands that a key stands for where this one can be meant.
    #[must_use]
    pub fn clashes(&self, command: Command, key: Shortcut) -> Vec<Command> {
        let Some(scope) = command.info().map(|info| info.scope) else { return Vec::new() };
        let others = COMMANDS.iter().filter(|other| other.command != command);
        let met = others.filter(|other| other.scope.meets(scope));
        met.map(|other| other.command).filter(|other| self.keys(*other).contains(&key)).collect()
    }

    fn lay(&mut self, table: &KeyTable, problems: &mut Vec<KeyProblem>) {
        self.lay_all(table, problems);
    }

    /// Lays a table over the map; the commands it has keys for.
    fn lay_all(&mut self, table: &KeyTable, problems: &mut Vec<KeyProblem>) -> Vec<Command> {
        let mut layer: Vec<(&CommandInfo, Vec<Shortcut>)> = Vec::new();
        for (id, texts) in table {
            let Some(info) = Command::of_id(id).and_then(Command::info) else {
                problems.push(KeyProblem::Command(id.clone()));
                continue;
            };
            let keys = read_keys(info, id, texts, problems);
            let keys = free_keys(info, keys, &layer, problems);
            layer.push((info, keys));
        }
        for (info, keys) in &layer {
            self.give(info, keys);
        }
        layer.iter().map(|(info, _)| info.command).collect()
    }

    /// Gives a command these keys and no others, and takes them from whom it meets.
    fn give(&mut self, info: &CommandInfo, given: &[Shortcut]) {
        for (command, keys) in &mut self.keys {
            if *command == info.command {
                *keys = given.to_vec();
            } else if command.info().is_some_and(|other| other.scope.meets(info.scope)) {
                keys.retain(|key| !given.contains(key));
            }
        }
    }

    /// The palette is how a command without a key is reached: it gets its key back.
    fn keep_palette(&mut self, problems: &mut Vec<KeyProblem>) {
        let Some(info) = Command::Palette.info() else { return };
        if let ([], Some(key)) = (self.keys(Command::Palette), info.keys.first()) {
            self.give(info, &[*key]);
            self.own.retain(|command| *command != Command::Palette);
            problems.push(KeyProblem::NoPalette(*key));
        }
    }
}

/// The keys of one line of a table, without what no such command may have.
fn read_keys(
    info: &CommandInfo,
    id: &str,
    texts: &[String],
    problems: &mut Vec<KeyProblem>,
) -> Vec<Shortcut> {
    let command = id.to_owned();
    let mut keys = Vec::new();
    for text in texts {
        match text.parse::<Shortcut>() {
            Err(why) => problems.push(KeyProblem::Key { command: command.clone(), why }),
            Ok(key) => match key.refusal(info.scope) {
                Some(why) => {
                    problems.push(KeyProblem::Refused { command: command.clone(), key, why });
                }
                None if keys.contains(&key) => {}
                None => keys.push(key),
            },
        }
    }
    keys
}

/// The keys that no earlier command of the layer has where both can be meant.
fn free_keys(
    info: &CommandInfo,
    keys: Vec<Shortcut>,
    layer: &[(&CommandInfo, Vec<Shortcut>)],
    problems: &mut Vec<KeyProblem>,
) -> Vec<Shortcut> {
    let mut free = Vec::new();
    for key in keys {
        let taken = |(other, theirs): &&(&CommandInfo, Vec<Shortcut>)| {
            theirs.contains(&key) && other.scope.meets(info.scope)
        };
        match layer.iter().find(taken) {
            None => free.push(key),
            Some((one, _)) => {
                problems.push(KeyProblem::Twice {
                    key,
                    one: one.command.name(),
                    other: info.command.name(),
                });
            }
        }
    }
    free
}

impl Scope {
    /// Whether commands of both scopes can be meant at once.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        [None, Some(View::Align), Some(View::Translate)]
            .into_iter()
            .any(|view| self.fits(view) && other.fits(view))
    }
}
