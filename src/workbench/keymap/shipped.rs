//! The keymaps that come with the program: its own, which is the table of commands, and
//! those for people who come from another program, as `assets/keymaps/*.ron`.

use serde::Deserialize;

use super::{KeyProblem, KeyTable};
use crate::formats::ron_text;

const TRADOS: &str = include_str!("../../../assets/keymaps/trados.ron");
const OMEGAT: &str = include_str!("../../../assets/keymaps/omegat.ron");

/// A map that a person's own keys lie over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Base {
    /// The keys of the table of commands; most are memoQ's.
    #[default]
    Diptych,
    /// Those of Trados Studio where it has an equivalent.
    Trados,
    /// Those of `OmegaT` where it has an equivalent.
    OmegaT,
}

/// A keymap's file.
#[derive(Debug, Deserialize)]
struct KeymapFile {
    keys: KeyTable,
}

impl Base {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Diptych, Self::Trados, Self::OmegaT];

    /// Its name, in the window and in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Diptych => "Diptych",
            Self::Trados => "Trados",
            Self::OmegaT => "OmegaT",
        }
    }

    /// The map of this name, whatever its case.
    ///
    /// # Errors
    /// There is none.
    pub fn of_name(name: &str) -> Result<Self, KeyProblem> {
        let found = Self::ALL.into_iter().find(|base| base.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| KeyProblem::Map(name.to_owned()))
    }

    /// What it lays over the table of commands.
    pub(super) fn table(self) -> Result<KeyTable, KeyProblem> {
        let text = match self {
            Self::Diptych => return Ok(KeyTable::new()),
            Self::Trados => TRADOS,
            Self::OmegaT => OMEGAT,
        };
        let file = ron_text::read::<KeymapFile>(text);
        file.map(|file| file.keys).map_err(|error| KeyProblem::Unreadable(error.to_string()))
    }
}
