//! The keys in force: which map, which keys of one's own; kept in the settings.

use std::path::Path;
use std::sync::Arc;

use super::{Desk, Outcome, Tone};
use crate::texts::t;
use crate::workbench::command::{Command, Shortcut};
use crate::workbench::keymap::{Base, Keymap, ListFormat, list};

impl Desk {
    /// The keys in force.
    #[must_use]
    pub const fn keymap(&self) -> &Arc<Keymap> {
        &self.keymap
    }

    /// Takes another map as the one that keys of one's own lie over.
    pub fn choose_keymap(&mut self, base: Base) {
        base.name().clone_into(&mut self.settings.keymap);
        self.keep_keys();
        self.tell(Tone::Done, t!("keys-keymap", name = base.name()));
    }

    /// Gives a command a key, which is shown from now on, and takes it from all others that
    /// can be meant at the same time. Refused, with the reason told, where no such command
    /// may have it, and where the palette would be left without a key.
    pub fn bind_key(&mut self, command: Command, key: Shortcut) {
        let Some(info) = command.info() else { return };
        let others = self.keymap.clashes(command, key);
        let palette =
            others.contains(&Command::Palette) && self.keymap.keys(Command::Palette).len() == 1;
        let why = key.refusal(info.scope).or(palette.then_some(t!(PALETTE_NEEDS_A_KEY)));
        if let Some(why) = why {
            return self.tell(Tone::Notice, format!("{key}: {why}"));
        }
        for other in others {
            if self.keymap.is_own(other) {
                self.set_keys(other, |keys| keys.retain(|known| *known != key));
            }
        }
        self.set_keys(command, |keys| {
            keys.retain(|known| *known != key);
            keys.insert(0, key);
        });
        self.keep_keys();
        self.tell(Tone::Done, format!("{key}: {}", info.command.name()));
    }

    /// Takes a command's shown key from it.
    pub fn unbind_key(&mut self, command: Command) {
        let keys = self.keymap.keys(command);
        let Some(&key) = keys.first() else { return };
        if command == Command::Palette && keys.len() == 1 {
            return self.tell(Tone::Notice, t!(PALETTE_NEEDS_A_KEY));
        }
        self.set_keys(command, |keys| keys.retain(|known| *known != key));
        self.keep_keys();
        self.tell(Tone::Done, t!("keys-is-no-longer", key = key, command = command.name()));
    }

    /// Gives a command the keys that its map has for it.
    pub fn reset_keys(&mut self, command: Command) {
        if self.settings.keys.remove(&command.id()).is_none() {
            return;
        }
        self.keep_keys();
        self.tell(Tone::Done, t!("keys-as-in-the-keymap", command = command.name()));
    }

    /// Writes the list of all keys: as a page where the file's name ends so, else as text.
    pub fn print_keys_to(&mut self, path: &Path) {
        let text = list(&self.keymap, ListFormat::of(path));
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        self.jobs.start(t!("keys-writing-the-list-of-keys"), move |_| {
            let written = files.write_atomic(&path, text.as_bytes());
            let result = written.map_err(|error| error.to_string());
            Ok(Outcome::Written { what: t!("keys-keys-written-to", path = path.display()), result })
        });
    }

    /// Takes the keys that the settings ask for; what cannot be read there is told.
    pub(super) fn follow_keys(&mut self) {
        let base = Base::of_name(&self.settings.keymap);
        let wrong = base.as_ref().err().cloned();
        let (keymap, problems) = Keymap::of(base.unwrap_or_default(), &self.settings.keys);
        self.keymap = Arc::new(keymap);
        for problem in wrong.into_iter().chain(problems) {
            self.tell(Tone::Notice, t!("keys-keys", problem = problem));
        }
    }

    /// Changes the keys of one command in the settings.
    fn set_keys(&mut self, command: Command, change: impl FnOnce(&mut Vec<Shortcut>)) {
        let mut keys = self.keymap.keys(command).to_vec();
        change(&mut keys);
        let texts = keys.iter().map(ToString::to_string).collect();
        self.settings.keys.insert(command.id(), texts);
    }

    fn keep_keys(&mut self) {
        self.follow_keys();
        self.save_settings();
    }
}

/// Why the palette keeps its last key.
const PALETTE_NEEDS_A_KEY: &str = "keys-palette-needs-a-key";
